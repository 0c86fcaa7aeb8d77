"""Which word governs another: what introduces a node, and the nearest predicate to the left that takes it so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from mawqif.model import Passage
from mawqif.positions.stances.closed import (
    ADVERBIAL,
    CLAUSES,
    LIGHT,
    NO_OTHER,
    NONE,
    NOT,
    RELATIVES,
    STILL,
    STOPS,
    THAT,
    THESE,
)
from mawqif.positions.stances.forms import AGENT, DEED, PAST, PRESENT, VERBS
from mawqif.positions.stances.predicates import PREPOSITIONS, STANCES, Does, Predicates, Reading

_SINCE = frozenset(("بعد", "منذ", "سبق", "الي"))  # «بعد أن رفض»: elsewhere a noun stands behind «أن»
REACH = 8  # words between a predicate and what it governs


@dataclass(frozen=True, slots=True)
class Read:
    """What was read so far: the node that stands for the mention, its value and what it went through.

    `value` is 1 where the node furthers the proposition, -1 where it is against it. `stance`: an attitude was met, and
    `holder` is the token of the outermost one (-1: the speaker's), with what its word says of it and the token `until`
    at which its object begins. `verb`: the node is a finite verb; `final`: its clause ends there. `done` names the
    predicates, the innermost first.
    """

    node: int
    value: int
    preposition: str
    stance: bool = False
    verb: bool = False
    final: bool = False
    own: bool = False
    future: bool = False
    past: bool = False
    holder: int = -1
    holder_sort: str = ""
    holder_own: bool = False
    holder_pronoun: str = ""
    until: int = -1
    low: int = 0  # the token at which its clause begins, where it is a relative one
    at_start: bool = False
    subject: bool = False
    maybe: bool = False
    negated: bool = False
    denied: bool = False  # «لا تطبيع»
    condition: bool = False  # behind «إذا»
    believed: bool = False  # a verb of belief, under which a judgement stands
    coordinate: bool = False  # one more of what the cue governs
    done: tuple[str, ...] = ()


class Found(NamedTuple):
    """A predicate that governs a node, and the token at which it stands."""

    at: int
    reading: Reading


@dataclass
class Governors:
    """Finds what governs what in the words of one report."""

    passage: Passage
    predicates: Predicates
    common: Mapping[str, str]
    forms: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.forms = [t.form for t in self.passage.tokens]

    def introduced(self, at: Read, low: int) -> tuple[str, int, int, bool]:
        """The preposition before the node, the token before that, the value with what is denied there («لا», «عدم»)."""
        prep, j, value = at.preposition, at.node - 1, at.value
        denied = at.denied
        while j >= low and not self.gap(j + 1):
            word = self.forms[j]
            if word in ADVERBIAL and not prep:
                return word, j - 1, value, denied
            if word == "اجل" and j > low and self.forms[j - 1] == "من" and not prep:
                return "لاجل", j - 2, value, denied
            if word in NONE and not at.verb:
                if word in ("دون", "بدون", "بلا") and (at.done == () or self._takes_without(j - 1, low)):
                    return "دون", j if at.done == () else j - 1, value, denied
                value, prep, j = -value, NONE[word] or prep, j - 1
                denied = denied or word == "لا"
                continue
            stripped = word[1:] if word[0] in "بل" and word[1:] in THESE else word
            if not prep and stripped in THESE:
                prep, j = word[0] if stripped != word else "", j - 1
                continue
            if not prep and word in PREPOSITIONS:
                return word, j - 1, value, denied
            break
        return prep, j, value, denied

    def gap(self, i: int) -> bool:
        """Whether a mark that parts clauses stands before a token."""
        return bool(STOPS.intersection(self.passage.gaps[i]))

    def governor(self, at: Read, prep: str, j: int, low: int) -> Found | None:
        """The nearest predicate to the left that takes the node as it is introduced."""
        while j > low and self.forms[j] in LIGHT and not self.gap(j):
            j -= 1
        for k in range(j, max(low, j - REACH) - 1, -1):
            if k < j and (self.gap(k + 1)):
                return None
            word = self.forms[k]
            if word in THAT or word in CLAUSES or word in RELATIVES or word in ("اجل", "سوي"):
                return None
            near = [r for r in self.predicates.read(word) if r.governs(prep) and self._reaches(r, prep, k, j)]
            near = [r for r in near if self._stands(r, k, low)]
            if near and (k == j or not self._taken(prep, k, j)):
                return Found(k, self._likeliest(near, k, low))
            if not prep and any(r.word.sort == DEED for r in self.predicates.read(word)):
                return None  # a verbal noun between has its own object
            if not prep and word in PREPOSITIONS:
                return None
        return None

    def _stands(self, r: Reading, k: int, low: int) -> bool:
        """Whether a word can be the predicate that it may be, by itself and the word before it."""
        does, before = r.predicate.does, self.forms[k - 1] if k > low else ""
        if does is Does.THROUGH:
            return not r.word.article
        if does not in (Does.MUST, Does.WRONG):
            return True
        if self.forms[k] in NO_OTHER and before.lstrip("وف") not in ("لا", "ما"):
            return False
        described = before.startswith(("ال", "لل", "بال")) and not self.gap(k)
        return not (r.word.sort == AGENT and described and self.forms[k].startswith("ال"))  # «القضايا المهمة»

    def _takes_without(self, k: int, low: int) -> bool:
        """Whether a word takes «دون» as its preposition: «الحيلولة دون»."""
        return k >= low and any("دون" in r.predicate.takes for r in self.predicates.read(self.forms[k]))

    def _taken(self, prep: str, k: int, j: int) -> bool:
        """Whether something between a predicate and what it would govern stands in the way: another object."""
        between = self.forms[k + 1 : j + 1]
        if any(w in ADVERBIAL for w in between):
            return True
        if prep not in ("ب", "ل") or k + 1 > j:
            return False
        return any(w.startswith(prep) and len(w) > 4 and bool(self.common[w]) for w in between[1:])

    def _reaches(self, r: Reading, prep: str, k: int, j: int) -> bool:
        """Whether a predicate at `k` may take what begins behind `j`: nouns in construct stand right before it."""
        if r.nominal and r.predicate.does not in STANCES and prep not in r.predicate.takes:
            return j - k <= (3 if r.predicate.does is Does.THROUGH else 1) and (bool(prep) or k == j)
        if r.nominal and r.predicate.does not in STANCES and j - k > 5:
            return False  # «تنفيذ … ل» reaches no further than its own object
        if k == j and not prep and r.word.pronoun and not r.nominal:
            return False  # «رفضه ملء …» is the noun
        if r.predicate.does is Does.THROUGH and not prep and 0 < j - k < 5:
            named = self.forms[j].startswith(("ال", "وال")) and not self.forms[j + 1].startswith("ال")
            return named and not r.word.pronoun  # «قرار المجلس فرض …»
        if not r.nominal and not prep and k == j - 1 and self._genitive(j):
            return False  # «سيواجه مشكلة بناء …»
        if prep or k == j:
            return not (r.nominal and r.word.article and not prep and r.word.sort == DEED)
        if r.nominal:
            near = bool(r.word.pronoun) and j - k < 2
            plain = k > 0 and self.forms[k - 1] in THAT and not r.word.article and not r.word.pronoun
            agent = plain and r.predicate.does in (Does.SUPPORT, Does.OPPOSE) and j - k < 5  # «أن رفض تلمار ملء …»
            return r.word.sort == DEED and (near or agent)
        return not r.word.pronoun

    def _genitive(self, j: int) -> bool:
        """Whether an indefinite common noun stands before a node, which then belongs to it; who can act is none."""
        word = self.forms[j]
        plain = not word.startswith("ال") and not word.endswith(("ها", "هم", "نا")) and not self.predicates.read(word)
        return plain and self.common[word] == "nouns"

    def _likeliest(self, readings: list[Reading], k: int, low: int) -> Reading:
        """Of several the one that its place suggests: behind «لا» or «بعد أن» a verb, else a noun, or the first."""
        before = self.forms[k - 1] if k > low else ""
        since = k - 1 > low and self.forms[k - 2] in _SINCE
        verbal = before in NOT or (before in THAT and since) or before in LIGHT or before in STILL
        if before in THAT and not since:
            return min(readings, key=lambda r: (_no_participle(r, False), r.word.sort == PAST, r.word.sort != PRESENT))
        led = before in PREPOSITIONS
        return min(readings, key=lambda r: (_no_participle(r, led), (r.word.sort in VERBS) != verbal))


def _no_participle(r: Reading, led: bool) -> bool:
    """Whether a word is read as a participle where it is the noun of the same letters: «أمله», «عن أمل»."""
    return r.word.sort == AGENT and (bool(r.word.pronoun) or led)
