"""The subject of a predicate: before its verb, behind it, in construct with its noun, or the noun that it describes."""

from __future__ import annotations

import enum
from collections.abc import Callable
from typing import NamedTuple

from mawqif.arabic import bare, fold
from mawqif.model import Passage
from mawqif.positions.stances.predicates import PREPOSITIONS, Predicates


def _set(words: str) -> frozenset[str]:
    return frozenset(fold(w) for w in words.split())


_WE = _set("نحن إننا أننا بأننا لأننا وإننا وأننا إنا أنا إني إنني أنني فنحن ونحن لأنني بأنني")
_SELF = frozenset(p + fold(w) for p in ("", "ب", "و", "ف", "ل") for w in ("أنه", "أنها", "أنهم", "أنهما"))
_THAT = frozenset(p + "ان" for p in ("", "ب", "و", "ف", "ل"))
_LEADS = _set("قد لقد وقد فإن لكن ولكن بينما فيما كما أما إلى على ب و أيضا كذلك")
_AUXILIARIES = _set(
    "ظل ظلت ظلوا يظل تظل بات باتت باتوا أصبح أصبحت أصبحوا كان كانت كانوا عاد عادت زال زالت تزال يزال مازال مازالت "
    "ما لا لن لم ليس ليست سبق"
)
_ENDS = _set(
    "لا لن لم ليس ليست ليسوا لسنا كان كانت كانوا سوف ما زال زالت تزال يزال يزالون هو هي هم قد غير الذي التي الذين "
    "اللذين حيث إذا إن أن أنه أنها بأن حتى كما لكن أمس اليوم رسميا بشدة بقوة أيضا كذلك هذا هذه تلك ذلك"
)
_RELATIVES = _set("الذي التي الذين اللذين اللتين اللذان")
STANDS = _set("موقف مواقف موقفه موقفها موقفهم موقفنا رأي سياسة")
_WAYS = _set("حل مخرج سبيل وسيلة مفتاح مدخل بديل أفضل أهم أنسب أجدى")
_WHEN = _set("عندما حين حينما لما")
_LIGHT = _set("قطعا بالتأكيد أبدا مطلقا حتما لا لن لم ليس ليست قد سوف أيضا رسميا بالطبع بالفعل") | {"علي"}
_DENYING = _set("ولا ولن ولم وليس وليست وسوف وقد")
# verbal nouns in construct with whom they move, not with who moves: «تشجيع الناس على»
_CAUSING = _set("تشجيع حث حض اتهام دفع شكر تهنئة لوم تحريض إلزام إجبار تحميل")
_MARKS = frozenset("،؛:.\n")
_LONGEST = 6  # words of a subject
_BACK = 12  # words back to where a clause begins


class Who(enum.StrEnum):
    """Whose it is: the speaker's, in the name of the speaker's own, somebody else's, or nobody can be told."""

    SPEAKER = "speaker"
    OWN = "own"
    OTHER = "other"
    UNKNOWN = "unknown"
    NOBODY = "nobody"  # «من يعطل», whoever it is


class Subject(NamedTuple):
    """Who, and the tokens of the noun phrase that says so (end exclusive; empty where a pronoun or nothing does)."""

    who: Who
    start: int = 0
    stop: int = 0


class Subjects:
    """Finds subjects in one report."""

    def __init__(self, passage: Passage, lists: Predicates, is_body: Callable[[str], bool]) -> None:
        self.passage = passage
        self.is_body = is_body
        self.lists = lists
        self.forms = [t.form for t in passage.tokens]

    def of_verb(self, verb: int, low: int, until: int) -> Subject:
        """The subject of a finite verb whose object begins at token `until`."""
        found = self._before(verb, low)
        if found.who is not Who.UNKNOWN:
            return found
        return self._phrase(verb + 1, until)

    def of_us(self, verb: int, low: int) -> Subject:
        """The subject of a verb of the first person: the speaker, or the body in whose name «نحن في …» speaks."""
        for k in range(verb - 1, max(low, verb - _BACK) - 1, -1):
            if self.forms[k] in _WE:
                return self._ours(k, verb)
            if self._mark(k + 1):
                break
        return Subject(Who.SPEAKER)

    def of_noun(self, noun: int, until: int, pronoun: str) -> Subject:
        """Who does what a verbal noun names: in construct with it, or its pronoun, which is the speaker's."""
        word = self.forms[noun].removeprefix("و")
        if (
            pronoun
            or word.startswith(("ال", "بال", "لل"))
            or noun + 1 >= until
            or bare(word.removeprefix("ب")) in _CAUSING
            or word.endswith("ا")
        ):
            return Subject(Who.SPEAKER)
        found = self._phrase(noun + 1, until)
        return found if found.who is not Who.UNKNOWN else Subject(Who.SPEAKER)

    def of_participle(self, at: int, low: int) -> Subject:
        """What a participle describes: «موقف واشنطن الرافض», «الدول الرافضة»; as a predicate the subject before it."""
        for k in range(at - 1, max(low, at - _LONGEST) - 1, -1):
            word = self.forms[k].removeprefix("و")
            if word in STANDS or self.lists.has("aims", word):
                return self.of_aim(k, at)
            if self._mark(k + 1) or self.forms[k] in _ENDS or self.forms[k] in PREPOSITIONS:
                break
        return self._before(at, low)

    def of_aim(self, aim: int, at: int) -> Subject:
        """Whose an aim or a stand is, between its token and «هو»: «موقف واشنطن هو …», «الحل الوحيد هو …»."""
        word = self.forms[aim].removeprefix("و")
        if word not in STANDS and (word.startswith("ال") or word in _WAYS):
            return Subject(Who.SPEAKER)  # «الحل الوحيد هو …», «سبيل السلام هو …»
        found = self._phrase(aim + 1, at)
        if found.who is Who.UNKNOWN:  # «هدفهم هو …» is another's, «موقفه», «الهدف» the speaker's
            theirs = word not in STANDS and word.endswith(("هم", "ها", "ه")) and not word.endswith("يه")
            return Subject(Who.NOBODY if theirs and bare(word) == word else Who.SPEAKER)
        return found

    def _mark(self, i: int) -> bool:
        return bool(_MARKS.intersection(self.passage.gaps[i]))

    def _before(self, verb: int, low: int) -> Subject:
        """The subject between «أن» or the beginning of the clause and the verb; the antecedent of a relative clause."""
        passed = False  # a mark: what stands before it is another clause
        further = self._goes_on(verb, verb) or (verb > low and self.forms[verb - 1] in _WHEN)
        back = 2 * _BACK if further else _BACK  # «…، عندما قررت»: of whom the clause before tells
        for k in range(verb - 1, max(low, verb - back) - 1, -1):
            word = self.forms[k]
            if self._mark(k + 1):
                if not self._goes_on(k + 1, verb) and not all(w in _LIGHT for w in self.forms[k + 1 : verb]):
                    return self._phrase(k + 1, verb)
                passed = True
                continue
            if word in _WE:
                return self._ours(k, verb)
            if word in _SELF:
                near = all(w in _LEADS or w in _ENDS or not self.lists.read(w) for w in self.forms[k + 1 : verb])
                return Subject(Who.SPEAKER if near and verb - k < _LONGEST else Who.UNKNOWN, k, k + 1)
            if word == "من" and k == verb - 1:
                return Subject(Who.NOBODY)
            if word in _RELATIVES:
                return self._antecedent(k, low) if not passed else Subject(Who.UNKNOWN)
            if word in _THAT:
                return self._phrase(k + 1, verb)
            if k == low:
                return self._phrase(k, verb)
        return Subject(Who.UNKNOWN)

    def _goes_on(self, start: int, verb: int) -> bool:
        """Whether a clause begins with a conjunction and its verb, «…، ولن تدعم»: its subject is the one before."""
        first = self.forms[start]
        if not first.startswith("و") or verb - start > 1:
            return False
        return start == verb or first in _DENYING

    def _ours(self, k: int, verb: int) -> Subject:
        """«نحن في الهيئة»: the body in whose name it is said."""
        if k + 2 < verb and self.forms[k + 1] == "في":
            return Subject(Who.OWN, k + 2, self._end(k + 2, verb))
        return Subject(Who.SPEAKER)

    def _antecedent(self, relative: int, low: int) -> Subject:
        """The noun phrase before a relative pronoun, back to where it begins."""
        start = relative
        while start > max(low, relative - _LONGEST) and not self._mark(start):
            word = self.forms[start - 1]
            if word in _ENDS or word in _THAT or word in PREPOSITIONS or self.lists.read(word):
                break
            start -= 1
        return self._phrase(start, relative)

    def _phrase(self, start: int, until: int) -> Subject:
        while start < until and (self.forms[start] in _LEADS or self.forms[start] in _AUXILIARIES):
            start += 1
        stop = self._end(start, until)
        if stop <= start:
            return Subject(Who.UNKNOWN)
        if any(self.lists.has("own", f) for f in self.forms[start:stop]):
            return Subject(Who.OWN)
        return Subject(Who.OTHER, start, stop)

    def _end(self, start: int, until: int) -> int:
        stop = start
        while stop < min(until, start + _LONGEST):
            word = self.forms[stop]
            if word in _ENDS or word in PREPOSITIONS or word in _WE or word in _SELF:
                break
            if word.startswith(("بال", "باي", "بكل")) and stop > start:
                break
            if word.startswith("لل") and stop > start and not self.is_body(word[2:]):
                break  # «الأمين العام للهيئة» goes on, «الشرطة للعشرات» does not
            if stop > start and (self._mark(stop) or any(not r.nominal for r in self.lists.read(word))):
                break
            stop += 1
        return stop
