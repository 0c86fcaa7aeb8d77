"""What a clause says of a mention that is its subject: «الاتفاق خطأ تاريخي», «الهدنة تخدم الاستقرار», «تعطيله كارثة».

The first word of judgement behind the mention counts, with a denial before it; verbs that bring about or hinder
something judge by what that is. What one says will go on is a deed of one's own.
"""

from __future__ import annotations

from typing import NamedTuple

from mawqif.arabic import bare, fold
from mawqif.model import Passage
from mawqif.positions.stances.closed import THESE
from mawqif.positions.stances.forms import Word
from mawqif.positions.stances.predicates import PREPOSITIONS, Does, Predicates

_REACH = 9  # words behind the mention up to its predicate
_SCOPE = 2  # words that a denial reaches
_OBJECT = 6  # words behind a verb up to what it brings about
_NOT = frozenset(fold(w) for w in "لا لن لم ليس ليست غير ما ليسوا دون عدم ولن ولا وليس وليست".split())
_ONE = frozenset(("غير", "عدم", "دون"))  # denials of the next word alone
_ENDS = frozenset("؛.!؟?\n")
_BE = frozenset(fold(w) for w in "يكون تكون يصبح تصبح يشكل تشكل يمثل تمثل".split())
_ABLE = frozenset(fold(w) for w in "يمكننا نستطيع سنستطيع نتمكن سنتمكن نصل سنصل ننجح سننجح نخرج سنخرج يمكن".split())
_RETURNS = frozenset(fold(w) for w in "يعود تعود ستعود سيعود يسود تسود سيسود ستسود يحل سيحل يعم سيعم".split())
_APT = frozenset(fold(w) for w in "شأنه شأنها شأنهما شأنهم".split())
_BOUND = frozenset(fold(w) for w in "نهاية حدا حد".split())  # «وضع حدا ل»
_RELATIVES = frozenset(fold(w) for w in "الذي التي الذين اللذين اللذان اللتان مما".split())
_AWAY = frozenset(
    fold(w)
    for w in "لكن ولكن بل إذا لو بينما فيما حيث قبل بعد أن إن منذ لأن لأنه لأنها قد ربما هل يمكن لولا كونه كونها "
    "وكونه وكونها باعتباره باعتبارها بوصفه بوصفها".split()
)
_COMMENTS = frozenset(fold(w) for w in "وهذا وهذه وهو وهي".split())  # «…، وهو أمر مرفوض»
_COPULAS = frozenset(fold(w) for w in "يعد تعد يعتبر تعتبر يمثل تمثل يشكل تشكل سيشكل ستشكل سيمثل ستمثل".split())
_CLAUSE = 14  # words of a relative clause between a subject and its predicate
_COMES = frozenset(fold(w) for w in "جاء جاءت يأتي تأتي أتى أتت جاءا يأتيان".split())
_PURPOSE = frozenset(fold(w) for w in "بهدف بغية استجابة تلبية استمرارا امتدادا تتويجا حرصا ضمن".split())
_BESIDES = fold("إضافة")
_EPITHETS = 3  # words behind a mention in which an epithet of it stands
_IS = frozenset(fold(w) for w in "هو هي يعد تعد يعتبر تعتبر يمثل تمثل يشكل تشكل كان كانت سيكون ستكون يبقى تبقى".split())


class Judged(NamedTuple):
    """The sign of a judgement, the token at which it stands, and whether it tells of a deed that goes on."""

    sign: int
    at: int
    deed: bool = False


class After:
    """Reads the words of one report rightwards from a mention."""

    def __init__(self, passage: Passage, predicates: Predicates) -> None:
        self.passage = passage
        self.predicates = predicates
        self.forms = [t.form for t in passage.tokens]

    def judged(self, last: int, high: int) -> Judged | None:
        """What is said of the mention that ends at token `last`, up to token `high`."""
        negated = -9
        for i in range(last + 1, min(high, last + 1 + _REACH)):
            word, denied = self.forms[i], i - negated <= _SCOPE
            if word in _APT or (word == "ان" and self.forms[i - 1] in _APT):
                continue  # «من شأنه أن …»
            if word in _RELATIVES:
                return self._beyond(i, last, high)
            if _ENDS.intersection(self.passage.gaps[i]) or word in _AWAY:
                return None
            if word == _BESIDES and self.forms[i + 1 : i + 2] == ["الي"]:
                return None  # «إضافة إلى ذلك»
            if word in _COMMENTS:
                return next((Judged(s, j) for j in range(i + 1, min(high, i + 4)) if (s := self._said(j, last))), None)
            if word in _COMES and i + 1 < high and self.forms[i + 1] in _PURPOSE:
                return self._brought(i + 1, 1, denied, high)
            if word in _NOT:
                negated = i - 1 if word in _ONE else i
                continue
            if sign := self._said(i, last):
                return Judged(-sign if denied else sign, i)
            if self._bounds(i):
                return self._brought(i + 1, -1, denied, high)
            if (effect := self.predicates.effect(word)) and self._takes(i, effect[1]):
                return self._effect(i, *effect, denied=denied, high=high)
        return None

    def _takes(self, i: int, word: Word) -> bool:
        """Whether a verb has the preposition that it needs for its sense, «يعمل على»; any object will do for others."""
        needs = self.predicates.needs(word)
        near = self.forms[i + 1 : i + 5]
        return not needs or any(f in needs or f[:1] in needs for f in near) or (word.pronoun == "" and "" in needs)

    def _beyond(self, relative: int, last: int, high: int) -> Judged | None:
        """The predicate behind a relative clause, where a copula begins it: «القرار الذي … يعد خطأ»."""
        for i in range(relative + 1, min(high, relative + _CLAUSE)):
            if _ENDS.intersection(self.passage.gaps[i]):
                return None
            if self.forms[i] in _COPULAS and self.forms[i - 1] not in _RELATIVES:
                said = (Judged(s, j) for j in range(i + 1, min(high, i + 5)) if (s := self._said(j, last)))
                return None if self.forms[i - 1] in _NOT else next(said, None)
        return None

    def epithet(self, last: int, high: int, *, feminine: bool) -> Judged | None:
        """An adjective behind a mention by which whoever speaks judges it: «القرار الجائر», «البناء غير القانوني»."""
        for i in range(last + 1, min(high, last + 1 + _EPITHETS)):
            word = self.forms[i]
            if self.passage.gaps[i].strip(' «»"'):
                return None
            if word == "غير" and i + 1 < high:
                lawful = self.predicates.has("lawful", self.forms[i + 1])
                return Judged(-1, i + 1) if lawful else None
            if feminine and not word.endswith("ه"):
                return None  # what it agrees with is another noun
            if self.predicates.has("abuse", word):
                return Judged(-1, i)
            if self.predicates.has("praise", word):
                return Judged(1, i)
            if not word.startswith("ال"):
                return None
        return None

    def brought_by(self, last: int, high: int) -> Judged | None:
        """What comes about by the mention that ends at token `last`: one can do something, or something good comes."""
        for i in range(last + 1, min(high, last + 1 + _REACH)):
            word = self.forms[i]
            if _ENDS.intersection(self.passage.gaps[i]) or word in _RELATIVES or word in _NOT:
                return None
            if word in _ABLE:
                return Judged(1, i)
            if effect := self.predicates.effect(word):
                return self._done_to(i, effect[0], denied=False, high=high)
            if word in _RETURNS:
                return self._brought(i, 1, denied=False, high=high)
        return None

    def before(self, first: int, last: int, low: int, high: int) -> Judged | None:
        """What a verb right before a mention says of it as its subject: «سيؤدي الاتفاق إلى …»."""
        i = first - 1
        while i > low and self.forms[i] in THESE:
            i -= 1
        if i < low or self.passage.gaps[i + 1].strip():
            return None
        effect = self.predicates.effect(self.forms[i])
        denied = i > low and self.forms[i - 1] in _NOT
        if self.forms[i] in _BE and i > low and self.forms[i - 1] == "ان":  # «أن تكون الهدنة بداية»
            return self.judged(last, high)
        if effect is None or effect[1].pronoun:
            return None
        if effect[0] in ("goes_on", "ends"):
            return self._effect(i, *effect, denied=denied, high=high)
        if i > low and self.forms[i - 1] in _AWAY and self.forms[i - 1] not in ("ان", "لان", "حيث"):
            return None
        return self._done_to(last, effect[0], denied, high)

    def _done_to(self, i: int, name: str, denied: bool, high: int) -> Judged | None:
        """The sign of a verb at or before token `i` by what it does to what follows."""
        if denied and "الا" in self.forms[i + 1 : i + 5]:
            if "زيد" in self.forms[i]:
                return Judged(-1, i)  # «لن تزيدنا إلا …»
            denied = False
        found = self._brought(i, 1 if name in ("serve", "benefit") else -1, denied, high)
        if found is None and name in ("benefit", "damage"):
            return Judged((1 if name == "benefit" else -1) * (-1 if denied else 1), i)
        return found

    def _bounds(self, i: int) -> bool:
        """Whether a verb puts an end to something: «يضع حدا ل»."""
        readings = self.predicates.read(self.forms[i])
        puts = any(not r.nominal and r.predicate.does is Does.KEEP for r in readings)
        return puts and i + 1 < len(self.forms) and self.forms[i + 1] in _BOUND

    def _effect(self, i: int, name: str, word: Word, *, denied: bool, high: int) -> Judged | None:
        if name not in ("goes_on", "ends"):
            return self._done_to(i, name, denied, high)
        future = word.future or (denied and self.forms[i - 1] == "لن") or self.forms[i - 1] == "سوف"
        sign = 1 if (name == "goes_on") != denied else -1
        return Judged(sign, i, deed=True) if future else None

    def _said(self, i: int, last: int) -> int:
        """The sign of a word of judgement as a predicate: without article, or behind «هو»."""
        word = self.forms[i]
        pair = f"{word} {self.forms[i + 1]}" if i + 1 < len(self.forms) else word
        for sign, name in ((-1, "bad"), (1, "good")):
            listed = self.predicates.words(name)
            if pair in listed or f"{bare(word)} {pair.rpartition(' ')[2]}" in listed:
                return sign
            if self.forms[i - 1] in PREPOSITIONS:
                continue  # «على أساس», «في خطر» say how and where
            among = self.forms[i - 2] == "من" and self.forms[i - 1].startswith("ال")  # «من القرارات المهمة»
            if sign == 1 and i - 1 > last and self.predicates.thing(self.forms[i - 1]) < 0:
                return -1 if word in listed else 0  # «إشكالات قانونية»
            told = not word.startswith("ال") or self.forms[i - 1] in _IS or among
            if told and (
                word in listed
                or word.removesuffix("ا") in listed
                or (among and bare(word) in listed)
                or (word[:1] == "ب" and i - 1 > last and bare(word) in listed)
            ):
                return sign
        return 0

    def _brought(self, i: int, way: int, denied: bool, high: int) -> Judged | None:
        """The sign of a verb by what it brings about or hinders; words that are neither good nor bad are passed."""
        for j in range(i + 1, min(high, i + 1 + _OBJECT)):
            if _ENDS.intersection(self.passage.gaps[j]) or self.forms[j] in _RELATIVES:
                return None
            if sign := self._thing(j):
                return Judged(sign * way * (-1 if denied else 1), j)
            if any(r.predicate.does is Does.STOP and r.nominal for r in self.predicates.read(self.forms[j])):
                way = -way
        return None

    def _thing(self, j: int) -> int:
        """The sign of what is brought about: a good or a bad thing, or a word of judgement."""
        word = self.forms[j]
        if sign := self.predicates.thing(word):
            return sign
        after = self.forms[j + 1] if j + 1 < len(self.forms) else ""
        pairs = {f"{first} {second}" for first in (word, bare(word)) for second in (after, bare(after))}
        stem = word.removesuffix("ا")  # «تطورا تاريخيا»
        for sign, names in ((-1, ("bad_things", "bad")), (1, ("good_things", "good"))):
            for name in names:
                weighty = name == "good" and self.predicates.has("weighty", word)  # «قرارات مهمة» need not be good
                if not weighty and (self.predicates.has(name, word) or self.predicates.has(name, stem)):
                    return sign
                if not pairs.isdisjoint(self.predicates.words(name)):
                    return sign
        return 0
