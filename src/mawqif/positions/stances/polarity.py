"""What the words before a mention make of it: from what governs it to what governs that, as far as the clause goes.

Arabic puts what governs before what is governed, so a stance is read from the mention leftwards: each predicate must
take what it governs by the right preposition, with nothing but its subject between. A word that is not known to let a
stance through ends the reading without one.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from mawqif.arabic import bare, fold
from mawqif.model import Passage
from mawqif.positions.stances.aboutness import Mention
from mawqif.positions.stances.forms import AGENT, DEED, PAST, VERBS
from mawqif.positions.stances.predicates import PREPOSITIONS, STANCES, TURNS, Does, Predicates, Reading

_REACH = 8  # words between a predicate and what it governs
_STEPS = 8  # predicates upon predicates


def _set(words: str) -> frozenset[str]:
    return frozenset(fold(w) for w in words.split())


_NOT = _set("لا لن لم ليس ليست لسنا ليسوا لست ما ولا ولن ولم وليس وليست فلا فلن فلم وما")
_STILL = _set("يزال تزال نزال يزالون زال زالت زالوا زلنا مازال مازالت مازالوا")
_NO_MORE = _set("يعد تعد نعد يعودوا")
_NONE = {fold(p + w): p for p in ("", "ب", "ل", "و") for w in ("عدم", "غير", "لا", "بلا", "بدون", "دون", "انعدام")}
_LIGHT = _set("قد وقد لقد ولقد فقد سوف وسوف أيضا بالفعل دائما حاليا أبدا قطعا تماما بشدة بقوة رسميا مجددا كذلك")
_THAT = {p + w: p for p in ("", "ب", "ل", "و", "ف") for w in ("ان", "الا")}
_SELVES = "انه انها انهم انهما اننا انا انني اني".split()
_CLAUSES = frozenset(p + w for p in ("", "ب", "ل", "و", "ف", "وب") for w in _SELVES)
_RELATIVES = _set("التي الذي الذين اللذين اللتين والتي والذي ما مما ممن حيث لكن ولكن بل بينما فيما كما حتى إذ أو أم ثم")
_THESE = _set("هذا هذه ذلك تلك هذين هاتين أي أية كل جميع كافة بعض مثل نفس كامل")
_ASKING = _set("إذا لو هل ربما لعل سواء أإذا فإذا وإذا ولو")
_MAYBE = _set("قد ربما يمكن يحتمل المحتمل الممكن احتمال إمكان إمكانية بإمكان احتمالات شائعات أنباء")
_STOPS = frozenset("،؛:.!؟?\n…")
_WITH = _set("نحن أنا يقف تقف نقف وقوف الوقوف وقوفنا وقوفه وقوفها كنا إننا أننا")


@dataclass(frozen=True, slots=True)
class Read:
    """What was read so far: the node that stands for the mention, its value and what it went through.

    `value` is 1 where the node furthers the proposition, -1 where it is against it. `stance`: an attitude was met, and
    `holder` is the token of the outermost one (-1: none). `verb`: the node is a finite verb. `done` names the
    predicates, the innermost first.
    """

    node: int
    value: int
    preposition: str
    stance: bool = False
    verb: bool = False
    own: bool = False
    future: bool = False
    past: bool = False
    passive: bool = False
    holder: int = -1
    at_start: bool = False
    subject: bool = False
    maybe: bool = False
    negated: bool = False
    done: tuple[str, ...] = ()


class _Found(NamedTuple):
    at: int
    reading: Reading


@dataclass
class Reader:
    """Reads the words of one report leftwards from its mentions."""

    passage: Passage
    predicates: Predicates
    forms: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.forms = [t.form for t in self.passage.tokens]

    def read(self, m: Mention, low: int) -> Read | None:
        """What the words from token `low` on make of a mention; None where they take no stance that can be told."""
        at = Read(m.first, -1 if m.opposite else 1, m.preposition, verb=m.verb, own=m.own, future=m.future)
        if m.verb:
            at = self._verbal(at, m.first, low, Does.KEEP, m.own, m.future, past=not m.future)
        for _ in range(_STEPS):
            if at.at_start or at.subject:
                return at
            step = self._step(at, low)
            if step is None:
                return at if at.verb else None
            at = step
        return None

    # -- one step to the left ------------------------------------------------------------------------------------

    def _step(self, at: Read, low: int) -> Read | None:
        """One predicate further out; None where nothing that is known governs the node."""
        prep, j, value = self._introduced(at, low)
        at = replace(at, value=value)
        if prep == "ضد":
            return replace(at, value=-at.value, stance=True, holder=j + 1, node=j + 1, done=(*at.done, "ضد"), verb=True)
        if prep == "مع":
            near = j >= low and self.forms[j] in _WITH
            return replace(at, stance=True, holder=j, node=j, done=(*at.done, "مع"), verb=True) if near else None
        if j < low:
            return replace(at, at_start=True, preposition=prep)
        if self._gap(j + 1):
            return replace(at, subject=True) if not prep else None
        if not prep and self.predicates.has("through", self.forms[j]) and not self.forms[j].startswith("ال"):
            word = self.forms[j]
            letter = word[0] if word[0] in "بل" and self.predicates.has("through", word[1:]) else ""
            return replace(at, node=j, preposition=letter)
        if not prep and (bare(self.forms[j]) in self.predicates.words("harm")):
            return self._judged(at, j, -1)
        if not prep and (bare(self.forms[j]) in self.predicates.words("gain")):
            return self._judged(at, j, 1)
        if found := self._governor(at, prep, j, low):
            return self._applied(at, found, low)
        opens = self.forms[j] in _THAT or self.forms[j] in _CLAUSES or self.forms[j] in ("اما", "واما", "لكن", "ولكن")
        if opens and not prep:
            return replace(at, subject=True)
        return None

    def _judged(self, at: Read, j: int, sign: int) -> Read:
        word = self.forms[j]
        letter = word[0] if word[0] in "بل" and not word.startswith("لل") and len(word) > 4 else ""
        return replace(at, node=j, value=at.value * sign, stance=True, preposition=letter, done=(*at.done, word))

    def _introduced(self, at: Read, low: int) -> tuple[str, int, int]:
        """The preposition before the node, the token before that, and the value with what is denied there."""
        prep, j, value = at.preposition, at.node - 1, at.value
        while j >= low and not self._gap(j + 1):
            word = self.forms[j]
            if word in _NONE and not at.verb:
                if word in ("دون", "بدون", "بلا") and at.done == ():
                    return "دون", j, value
                value, prep, j = -value, _NONE[word] or prep, j - 1
                continue
            stripped = word[1:] if word[0] in "بل" and word[1:] in _THESE else word
            if not prep and stripped in _THESE:
                prep, j = word[0] if stripped != word else "", j - 1
                continue
            if not prep and word in PREPOSITIONS:
                return word, j - 1, value
            break
        return prep, j, value

    def _gap(self, i: int) -> bool:
        """Whether a mark that parts clauses stands before a token."""
        return bool(_STOPS.intersection(self.passage.gaps[i]))

    def _governor(self, at: Read, prep: str, j: int, low: int) -> _Found | None:
        """The nearest predicate to the left that takes the node as it is introduced."""
        for k in range(j, max(low, j - _REACH) - 1, -1):
            if k < j and (self._gap(k + 1)):
                return None
            word = self.forms[k]
            if word in _THAT or word in _CLAUSES or word in _RELATIVES:
                return None
            near = [r for r in self.predicates.read(word) if r.governs(prep) and self._reaches(r, prep, k, j)]
            if near:
                return _Found(k, self._likeliest(near, k, low))
            if self.predicates.read(word) and k == j and not prep:
                return None
            if not prep and word in PREPOSITIONS:
                return None
        return None

    def _reaches(self, r: Reading, prep: str, k: int, j: int) -> bool:
        """Whether a predicate at `k` may take what begins behind `j`: nouns in construct stand right before it."""
        if prep or k == j:
            return not (r.nominal and r.word.article and not prep and r.word.sort == DEED)
        if r.nominal:
            return r.word.sort == DEED and bool(r.word.pronoun) and j - k < 2
        return not r.word.pronoun

    def _likeliest(self, readings: list[Reading], k: int, low: int) -> Reading:
        """Of several the one that its place suggests: behind «أن» or «لا» a verb, elsewhere the first listed."""
        before = self.forms[k - 1] if k > low else ""
        verbal = before in _NOT or before in _THAT or before in _LIGHT or before in _STILL
        return min(readings, key=lambda r: (r.word.sort in VERBS) != verbal)

    # -- a predicate upon the node -------------------------------------------------------------------------------

    def _applied(self, at: Read, found: _Found, low: int) -> Read | None:
        k, r = found
        does = r.predicate.does
        value = -at.value if does in TURNS else at.value
        stance = at.stance or does in STANCES
        holder = k if does in STANCES else at.holder
        done = (*at.done, f"{does}:{self.forms[k]}")
        at = replace(at, node=k, value=value, stance=stance, holder=holder, done=done, preposition=r.word.preposition)
        if r.nominal:
            return self._negated_noun(at, k, low) if r.word.sort == AGENT else replace(at, verb=False)
        return self._verbal(at, k, low, does, r.word.first, r.word.future, past=r.word.sort == PAST)

    def _negated_noun(self, at: Read, k: int, low: int) -> Read:
        """A participle is the predicate of a clause: «ليست مستعدة ل», «غير راض عن»."""
        before = self.forms[k - 1] if k > low else ""
        if before in ("غير",) or before in _NOT:
            at = replace(at, value=-at.value, negated=True)
        return replace(at, verb=True)

    def _verbal(self, at: Read, k: int, low: int, does: Does, own: bool, future: bool, *, past: bool) -> Read:
        """A finite verb with its negation; what governs its clause by «أن» is a further step."""
        at = replace(at, node=k, verb=True, own=own, future=future, past=past)
        i = k - 1
        while i >= low and self.forms[i] in _LIGHT:
            at = replace(at, maybe=at.maybe or (self.forms[i] in _MAYBE and not past))
            i -= 1
        if i >= low and self.forms[i] in _STILL:
            return replace(at, node=i - 1 if i > low and self.forms[i - 1] in _NOT else i)
        if i >= low and self.forms[i] in _NO_MORE:
            i -= 1
        if i >= low and self.forms[i] in _NOT and not self._gap(i + 1):
            lame = does is Does.FEAR or (does is Does.WANT and self.forms[i].lstrip("وف") == "لم")
            at = replace(at, value=-at.value, node=i, negated=True, maybe=at.maybe or lame)
            i -= 1
        return self._embedded(at, i, low)

    def _embedded(self, at: Read, i: int, low: int) -> Read:
        """A clause that «أن» makes the object of a wish: «يجب أن», «طالب بأن», and whether it is only possible."""
        for k in range(i, max(low, i - _REACH) - 1, -1):
            word = self.forms[k]
            if word in _ASKING or (word in _MAYBE and word not in _LIGHT):
                return replace(at, maybe=True)
            if word in _RELATIVES:
                return at
            if word in _THAT and k < i:
                return at  # «أن بلاده ترفض»: with a subject between it tells, and asks for nothing
            if word in _THAT:
                inner = replace(at, node=k, preposition=_THAT[word] if _THAT[word] in ("ب", "ل") else "")
                if word.endswith("الا"):
                    inner = replace(inner, value=-inner.value)
                return self._wished(inner, at, low)
            if self._gap(k):
                return at
        return at

    def _wished(self, clause: Read, plain: Read, low: int) -> Read:
        prep, j, _ = self._introduced(clause, low)
        for k in range(j, max(low, j - _REACH) - 1, -1):
            if self._gap(k + 1) and k < j:
                return plain
            for r in self.predicates.read(self.forms[k]):
                if r.predicate.does in STANCES and (r.governs(prep) or not prep):
                    return self._applied(replace(clause, verb=False), _Found(k, r), low) or plain
            if self.forms[k] in _MAYBE:
                return replace(plain, maybe=True)
            if self.forms[k] in _THAT or self.forms[k] in _CLAUSES:
                return plain
        return replace(clause, at_start=True, verb=True) if j < low else plain
