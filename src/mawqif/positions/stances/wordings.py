"""Where a text has the wordings of issues: inflected, with clitics, as a verb, with words between."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mawqif.arabic import bare, fold
from mawqif.lexicon import Lexicon, State
from mawqif.model import Issue, Passage, Token
from mawqif.positions.stances.derive import lemma
from mawqif.positions.stances.forms import NOUN, VERBS, Form, Forms, Word, conjugated, noun
from mawqif.positions.stances.predicates import PREPOSITIONS

ABOUT, WITH, AGAINST = "about", "with", "against"
_AHEAD = 5  # words back to a second word that stands before the first
_GAP = 3  # words that may stand between two of a wording
_POINTED = 40  # words back to which a pronoun in place of the second word points
_THIS = frozenset(("هذا", "هذه", "ذلك", "تلك", "هذين", "هاتين"))
_AGREED = frozenset(
    fold(w)
    for w in "اتفاق اتفاقية معاهدة صفقة هدنة مصالحة مبادرة خطة قرار قانون مشروع ترشح ترشيح انسحاب تدخل ضربات "
    "غارات هجوم هجمات عقوبات حصار استفتاء".split()
)
_CLAUSES = frozenset(  # what begins another clause between the words of a wording
    fold(w)
    for w in "كان كانت يكون تكون سيكون ستكون ليس ليست الذي التي الذين لا لم لن إن أن أنه أنها قد سوف حيث لكن".split()
)
_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(fold(w) for w in "مع على إلى في من عن ب ل و أو بين ضد the of to a an in with and for on".split())
_STOPS = frozenset('،,.؛;:!؟?\n«»"()')


class Hit(NamedTuple):
    """A wording in a text: of which issue and list, the tokens that it spans, and its first word as it stands."""

    issue: int
    kind: str
    first: int
    last: int  # inclusive
    word: Word
    bare: bool = False  # only the first word of a wording of several, behind «هذا»
    loose: bool = False  # the same without «هذا», of a word that may mean much else: only right after the whole


@dataclass(frozen=True, slots=True)
class _Wording:
    issue: int
    kind: str
    keys: tuple[int, ...]
    definite: bool = False  # «الاتفاق» is a thing; only what has no article is a deed that a verb may say


class Wordings:
    """The wordings of some issues, to be looked for in reports."""

    def __init__(self, issues: Sequence[Issue], lexicon: Lexicon) -> None:
        self._keys: dict[str, int] = {}
        self._heads: dict[int, list[_Wording]] = {}
        states, others = _States(lexicon.states), _Synonyms(lexicon.list("stances.synonyms"))
        self._states = states
        for n, issue in enumerate(issues):
            for kind, texts in ((ABOUT, issue.about), (WITH, issue.with_), (AGAINST, issue.against)):
                for text in dict.fromkeys(states.also(texts) if kind == WITH else others.also(texts)):
                    self._add(n, kind, text)
        self._forms = Forms(self._made())

    def _add(self, issue: int, kind: str, text: str) -> None:
        words = [bare(w) if len(w) > 4 else w for w in _WORD.findall(fold(text))]
        keys = tuple(self._keys.setdefault(w, len(self._keys)) for w in words if w not in _SMALL) or tuple(
            self._keys.setdefault(w, len(self._keys)) for w in words
        )
        self._heads.setdefault(keys[0], []).append(_Wording(issue, kind, keys, text.startswith("ال")))

    def _made(self) -> Iterator[tuple[str, Form]]:
        acts = {w.keys[0] for ws in self._heads.values() for w in ws if w.kind != WITH and not w.definite}
        for text, key in self._keys.items():
            yield from ((form, Form(key, NOUN)) for form in noun(text))
            if key in acts:
                made = conjugated(key, lemma(text))
                yield from ((form, f) for form, f in made if f.sort in VERBS and len(form) > 3)

    def keys(self, passage: Passage, hit: Hit) -> set[int]:
        """The lemmas of all words of a wording in a text."""
        return {w.key for t in passage.tokens[hit.first : hit.last + 1] for w in self._forms.words(t.form)}

    def strange(self, issue: Issue) -> frozenset[str]:
        """Names and adjectives of the states that an issue is not about; none for one that is about no state."""
        return self._states.others((*issue.about, *issue.with_))

    def hits(self, passage: Passage) -> list[Hit]:
        """All wordings in a report in the order of their first words; of those that begin at a word the longest."""
        out: list[Hit] = []
        read = self._forms.words
        for i, token in enumerate(passage.tokens):
            if words := read(token.form):
                out.extend(self._at(passage, i, words))
        return out

    def _at(self, passage: Passage, i: int, words: Iterable[Word]) -> Iterator[Hit]:
        best: dict[tuple[int, str], Hit] = {}
        mine = passage.tokens[i].form.startswith("ا")
        for word in words:
            if mine and word.first and word.pronoun and word.sort in VERBS:
                continue  # «أسلحة» is not «أسلحه»
            for wording in self._heads.get(word.key, ()):
                last = self._end(passage, i, wording.keys)
                at = wording.issue, wording.kind
                if last is not None and (at not in best or best[at].bare or best[at].last < last):
                    best[at] = Hit(*at, i, last, word)
                elif last is None and at not in best and wording.kind == ABOUT and self._pointed(passage, i, word):
                    best[at] = Hit(*at, i, i, word, bare=True, loose=not self._sure(passage, i))
        return iter(best.values())

    @staticmethod
    def _pointed(passage: Passage, i: int, word: Word) -> bool:
        """Whether the first word of a wording stands alone: behind a demonstrative, or an agreement, «الاتفاق»."""
        if not word.article or word.sort != NOUN:
            return False
        if i > 0 and passage.tokens[i - 1].form.lstrip("بلوف") in _THIS:
            return True
        ends = i + 1 == len(passage.tokens) or bool(_STOPS.intersection(passage.gaps[i + 1]))
        if ends:
            return True
        after = passage.tokens[i + 1].form
        if Wordings._sure(passage, i):
            return not after.startswith("ال")  # «الاتفاق التجاري» is another
        return after not in PREPOSITIONS and not after.startswith(("ال", "بال", "لل"))  # «المشاركة في …»

    @staticmethod
    def _sure(passage: Passage, i: int) -> bool:
        """Whether a definite word is one that texts speak of by its head alone, or stands behind «هذا»."""
        pointed = i > 0 and passage.tokens[i - 1].form.lstrip("بلوف") in _THIS
        return pointed or bare(passage.tokens[i].form.removeprefix("و")) in _AGREED

    def _before(self, passage: Passage, i: int, keys: tuple[int, ...]) -> bool:
        """Whether the second word stands before the first, as its subject or object: «الحصار يجب أن يرفع»."""
        words = [w for w in self._forms.words(passage.tokens[i].form) if w.key == keys[0]]
        verbal = any(w.sort in VERBS or w.article or w.pronoun for w in words)
        if not verbal:
            return False
        for j in range(i - 1, max(0, i - _AHEAD) - 1, -1):
            if _STOPS.intersection(passage.gaps[j + 1]):
                return False
            if any(
                w.key == keys[1] and (w.article or w.preposition == "ل")
                for w in self._forms.words(passage.tokens[j].form)
            ):
                return True
        return False

    def _end(self, passage: Passage, i: int, keys: tuple[int, ...]) -> int | None:
        """The token with which a wording ends that begins at a token; None where its words do not follow."""
        at = i
        heads = [w for w in self._forms.words(passage.tokens[i].form) if w.key == keys[0]] if len(keys) == 2 else []
        if heads and all(w.pronoun and w.sort == NOUN for w in heads):
            back = range(max(0, i - _POINTED), i)  # «مشاركتها», where the one who takes part was named shortly before
            if any(w.key == keys[1] for j in back for w in self._forms.words(passage.tokens[j].form)):
                return i
        if len(keys) == 2 and self._before(passage, i, keys):
            return i
        for key in keys[1:]:
            for j in range(at + 1, min(at + 2 + _GAP, len(passage.tokens))):
                if _STOPS.intersection(passage.gaps[j]) or passage.tokens[j].form in _CLAUSES:
                    return None
                if any(w.key == key for w in self._forms.words(passage.tokens[j].form)):
                    at = j
                    break
            else:
                return None
        return at


class _Synonyms:
    """The other names of deeds: «إقامة منطقة» is also إنشاء منطقة."""

    def __init__(self, groups: Iterable[str]) -> None:
        self._by: dict[str, list[str]] = {}
        for group in (g.split() for g in groups):
            for word in group:
                self._by.setdefault(bare(fold(word)), []).extend(w for w in group if w != word)

    def also(self, texts: Iterable[str]) -> Iterator[str]:
        """The wordings, then each with the other names of its first word; of one word alone there are none."""
        given = tuple(texts)
        yield from given
        for text in given:
            first, space, rest = text.partition(" ")
            article = "ال" if first.startswith("ال") else ""
            for word in self._by.get(bare(fold(first)), ()) if space else ():
                yield f"{article}{word} {rest}"


class _States:
    """The other names of states that a list of wordings names: «إيران» also طهران and الإيراني."""

    def __init__(self, states: Sequence[State]) -> None:
        self._by: dict[str, State] = {}
        for state in states:
            for name in (state.name, *state.aliases, *state.metonyms):
                self._by.setdefault(fold(name), state)
        self._words: dict[str, State] = {}
        for state in states:
            forms = [a + e for a in state.adjectives for e in ("", "ة", "ين", "ون")]
            for word in (state.name, *state.aliases, *state.metonyms, *forms):
                if " " not in word:
                    self._words.setdefault(bare(fold(word)), state)

    def others(self, texts: Iterable[str]) -> frozenset[str]:
        """One-word names, capitals and adjectives of all states but those that the wordings name."""
        words = {bare(w) for text in texts for w in fold(text).split()}
        own = {id(s) for name, s in self._words.items() if name in words}
        return frozenset(name for name, s in self._words.items() if id(s) not in own) if own else frozenset()

    def also(self, texts: Iterable[str]) -> Iterator[str]:
        for text in texts:
            yield text
            if state := self._by.get(fold(text)):
                yield from (state.name, *state.aliases, *state.metonyms, *state.adjectives)


def inside(token: Token, start: int, end: int) -> bool:
    """Whether a token stands in a stretch of code points."""
    return start <= token.start and token.end <= end
