"""Inflected forms of Arabic words, folded, and the way back from a word in a text to the lemmas that it may be of.

Forms are made from lemmas (past, present, verbal noun, participle), so that «طبيعي» is never taken for a form of
«تطبيع»: nothing is compared by root alone. What is written together with a word (conjunction, preposition, article,
pronoun) is taken off when the word is looked up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

PAST, PRESENT, DEED, AGENT, NOUN = "past", "present", "deed", "agent", "noun"
VERBS = frozenset((PAST, PRESENT))
_MEMO = 1 << 16
_PRONOUNS = ("هما", "هم", "هن", "ها", "نا", "ني", "ه", "ي")
_BEFORE_NOUN = ("وبال", "فبال", "وال", "فال", "بال", "كال", "ولل", "فلل", "لل", "ال")
_BEFORE = ("وب", "فب", "ول", "فل", "و", "ف", "ب", "ل", "ك")


class Form(NamedTuple):
    """A form of a lemma: of which sort, whether it is the first person's and whether it is a future."""

    key: int
    sort: str
    first: bool = False
    future: bool = False


class Word(NamedTuple):
    """A word as one of the lemmas: its form, the preposition before it («ب», «ل», «ك» or none), article and pronoun."""

    key: int
    sort: str
    first: bool
    future: bool
    preposition: str
    article: bool
    pronoun: str
    joined: bool  # a conjunction stands before it


def past(form: str) -> Iterator[tuple[str, bool]]:
    """The persons of a past verb, each with whether it may be the first."""
    stem = form[:-1] if form[-1] in "اي" and len(form) > 3 else form
    yield form, False
    yield from ((stem + ending, False) for ending in ("ت", "وا", "تا", "ن"))
    yield (form if form == stem else stem + "ي") + "نا", True
    yield from ((form + "ا", False),) if form == stem else ()


def present(form: str) -> Iterator[tuple[str, bool, bool]]:
    """The persons of a present verb: form, whether the first person's, whether a future."""
    stem = form[1:]
    weak = stem[-1] in "يوا" and len(stem) > 2
    short = stem[:-1] if weak else stem
    for future in ("", "س"):
        for letter in "يت":
            yield from ((future + letter + s, False, bool(future)) for s in (stem, short + "ون", stem + "ان"))
            if not future:
                yield letter + short + "وا", False, False
        yield from ((future + letter + stem, True, bool(future)) for letter in "نا")
        if weak and not future:
            yield from ((letter + short, letter in "نا", False) for letter in "يتنا")


def noun(form: str) -> Iterator[str]:
    """A noun with its regular plural, dual and feminine; a broken plural by the shapes that its shape has."""
    yield form
    stem = form[:-1] if form[-1] == "ه" else form
    yield from (stem + e for e in ("ات", "ه", "تان", "تين")) if len(stem) > 2 else ()
    if form[-1] != "ه":
        yield from (form + e for e in ("ون", "ين", "ان", "ا"))
    if form.endswith("ات") and len(form) > 4:  # «غارات» غارة, «قرارات» قرار
        yield from (form[:-2], form[:-2] + "ه")
    if form[-1] == "ي":
        yield from (form + e for e in ("ه", "ين", "ون", "ا", "ات"))
    yield from _broken(stem, form)


def _broken(stem: str, form: str) -> Iterator[str]:
    """«سلاح» أسلحة, «معبر» معابر, «قاعدة» قواعد, «صاروخ» صواريخ, «قرار» قرارات, and back."""
    n = len(stem)
    if n == 3:  # «قيد» قيود، «علم» أعلام
        yield from ("ا" + stem[:2] + "ا" + stem[2], stem[:2] + "و" + stem[2], stem[:2] + "ا" + stem[2])
        if form[-1] == "ه":  # «هدنة» هدن، «أزمة» أزمات
            yield stem
    if n == 4 and stem[2] in "اوي":  # «سلاح» أسلحة
        yield "ا" + stem[:2] + stem[3] + "ه"
    if n == 4 and stem[1] == "ا":  # «قاعدة» قواعد
        yield stem[0] + "و" + "ا" + stem[2:]
    if n == 4 and stem[0] == "م":  # «معبر» معابر
        yield stem[:2] + "ا" + stem[2:]
    if n == 5 and stem[1] == "ا" and stem[3] == "و":  # «صاروخ» صواريخ
        yield stem[0] + "وا" + stem[2] + "ي" + stem[4]
    if n == 4 and form[-1] == "ه" and stem[0] == "ا":  # «أسلحة» سلاح
        yield stem[1:3] + "ا" + stem[3]
    if n == 5 and form[-1] != "ه" and stem[0] == "ا" and stem[3] == "ا":  # «أعلام» علم
        yield stem[1:3] + stem[4]
    if n == 5 and stem[1:3] == "وا":  # «قواعد» قاعدة
        yield stem[0] + "ا" + stem[3:] + "ه"


class Forms:
    """Folded forms to their lemmas; `word` reads a word of a text with what is written together with it."""

    def __init__(self, forms: Iterable[tuple[str, Form]]) -> None:
        self._known: dict[str, list[Form]] = {}
        for text, form in forms:
            if form not in (listed := self._known.setdefault(text, [])):
                listed.append(form)
        self._memo: dict[str, tuple[Word, ...]] = {}

    def words(self, form: str) -> tuple[Word, ...]:
        """What a folded word may be; empty for one that no lemma has."""
        found = self._memo.get(form)
        if found is None:
            if len(self._memo) >= _MEMO:
                self._memo.clear()
            found = self._memo[form] = tuple(dict.fromkeys(self._read(form)))
        return found

    def _read(self, form: str) -> Iterator[Word]:
        yield from self._bare(form, "", False, False)
        for before in _BEFORE_NOUN:
            if form.startswith(before) and len(form) - len(before) > 1:
                rest, letter = form[len(before) :], before.removesuffix("ال")[-1:]
                letter = "ل" if before.endswith("لل") else letter if letter in "بك" else ""
                yield from self._nouns(rest, letter, True, before[0] in "وف" and before != "ال")
        for before in _BEFORE:
            if form.startswith(before) and len(form) - len(before) > 1:
                letter = before[-1] if before[-1] in "بلك" else ""
                yield from self._bare(form[len(before) :], letter, False, before[0] in "وف")

    def _bare(self, rest: str, letter: str, article: bool, joined: bool) -> Iterator[Word]:
        yield from self._nouns(rest, letter, article, joined)
        for pronoun in _PRONOUNS:
            stem = rest.removesuffix(pronoun)
            if stem == rest or len(stem) < 2:
                continue
            for text in self._ended(stem):
                for f in self._known.get(text, ()):
                    if f.sort in VERBS and (pronoun == "ي" or (letter and f.sort == PAST)):
                        continue
                    yield Word(f.key, f.sort, f.first, f.future, letter, False, pronoun, joined)

    @staticmethod
    def _ended(stem: str) -> Iterator[str]:
        """What may stand before a pronoun: «هدنتـ» هدنة, «يتبناـ» يتبنى, «رفضوـ» رفضوا."""
        yield stem
        if stem[-1] == "ت":
            yield stem[:-1] + "ه"
        elif stem[-1] == "ا":
            yield stem[:-1] + "ي"
        elif stem[-1] == "و":
            yield stem + "ا"
        if stem[-2:] in ("اي", "او"):  # «إلغائها», «إلغاؤها», folded
            yield stem[:-1] + "ء"

    def _nouns(self, rest: str, letter: str, article: bool, joined: bool) -> Iterator[Word]:
        for f in self._known.get(rest, ()):
            if f.sort in VERBS and (article or letter in ("ب", "ك") or (letter == "ل" and f.sort == PAST)):
                continue
            yield Word(f.key, f.sort, f.first, f.future, letter, article, "", joined)


def conjugated(key: int, lemma: tuple[str, str, str, str]) -> Iterator[tuple[str, Form]]:
    """The forms of past, present, verbal noun and participle, each folded or empty."""
    first, second, deed, agent = lemma
    if first:
        yield from ((text, Form(key, PAST, own)) for text, own in past(first))
    for text, own, future in present(second) if second else ():
        if not (text[0] == "ا" and first[:1] == "ا"):  # «أطلق» is the past before it is «I launch»
            yield text, Form(key, PRESENT, own, future)
    if deed:
        yield deed, Form(key, DEED)
        yield deed + "ا", Form(key, DEED)
        if first[-1:] == "ي" and deed[0] == "ت" and deed[-1] not in "هي":
            yield deed + "ي", Form(key, DEED)  # «تخل» and «التخلي»
    if agent:
        if first[-1:] == "ي" and agent[-1] != "ي":
            yield agent + "ي", Form(key, AGENT)  # «راض» and «الراضي»
        for ending in ("", "ه", "ا", "ين", "ون", "ات", "ان", "تان", "تين"):
            yield (agent[:-1] if agent[-1] == "ي" and ending in ("ين", "ون") else agent) + ending, Form(key, AGENT)
