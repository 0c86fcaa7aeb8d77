"""Words as sayings are compared by them: taken apart from their clitics; negations and numbers among them.

Closed classes of the language stand here; words are folded.
"""

from __future__ import annotations

import functools
from typing import NamedTuple

from mawqif.arabic import WORD, fold, stem

_CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك")
_ARTICLES = ("لل", "ال")
_LEAST = 3  # letters that are left of a word without article or preposition
_LEAST_SMALL = 2  # without a conjunction or an article: «ولا», «الحق»
_WHOLE = frozenset("الان الذي التي الله الف الا الي الم الو".split())  # no article stands in these
_FUTURE = ("سي", "ست", "سن")

NEGATIONS = frozenset(
    "لا لم لن ليس ليست ليسوا لسنا لست غير عدم دون بدون كلا الا بالا بلا ليسا ليستا".split()
)  # «ألا» folds to «الا»; the exceptive «إلا» too, and is told apart by what stands before it
_NOUNS_OF_DENIAL = frozenset("عدم غير دون".split())  # take a preposition: «بعدم», «لغير»
# after these a negation says that something is so: «لا شك», «لا يزال», «لا سيما»
AFFIRMED = frozenset("شك ريب بد سيما يزال تزال يزالون زال زالت محاله جدال".split())
_UNITS = "واحد اثن ثلاث اربع خمس ست سبع ثمان تسع عشر عشرون عشرين ثلاثون ثلاثين اربعون اربعين خمسون خمسين ستون ستين"
_MORE = "سبعون سبعين ثمانون ثمانين تسعون تسعين مئه مائه مئات الف الاف مليون ملايين مليار مليارات تريليون نصف ثلث ربع"
_ORDINALS = "اول اولي ثاني ثانيه ثالث ثالثه رابع رابعه خامس خامسه سادس سادسه سابع سابعه ثامن ثامنه تاسع تاسعه عاشر"
_NUMERALS = frozenset(_ORDINALS.split()) | frozenset(
    w + e for w in f"{_UNITS} {_MORE}".split() for e in ("", "ه", "ا", "ان", "ين", "ي", "تان", "تين")
)


class Word(NamedTuple):
    """A word where it stands in a text: code points, folded form, and the form without its clitics."""

    start: int
    end: int
    form: str
    base: str


def words(text: str, at: int = 0) -> list[Word]:
    """The words of a text that begins at code point `at`; marks and ellipses are none."""
    found = ((m.start() + at, m.end() + at, fold(m[0])) for m in WORD.finditer(text))
    return [Word(start, end, form, base(form)) for start, end, form in found if form]


@functools.lru_cache(maxsize=1 << 16)
def base(form: str) -> str:
    """A folded word without conjunction, preposition, article and the «س» of the future."""
    if form[:1] in _CONJUNCTIONS and len(form) > _LEAST_SMALL:
        form = form[1:]
    if form in _WHOLE:
        return form
    for article in _ARTICLES:
        if form.startswith(article) and len(form) - len(article) >= _LEAST_SMALL:
            return form[len(article) :]
    if form[:1] in _PREPOSITIONS and len(form) > _LEAST:
        rest = form[1:]
        return rest[2:] if rest.startswith("ال") and len(rest) - 2 >= _LEAST else rest
    return form[1:] if form.startswith(_FUTURE) and len(form) > _LEAST else form


@functools.lru_cache(maxsize=1 << 16)
def negates(form: str) -> bool:
    """Whether a folded word is a negation, with a conjunction and a preposition or not."""
    if form[:1] in _CONJUNCTIONS and form[1:] in NEGATIONS:
        return True
    rest = form[1:] if form[:1] in _CONJUNCTIONS else form
    return form in NEGATIONS or (rest[:1] in _PREPOSITIONS and rest[1:] in _NOUNS_OF_DENIAL)


@functools.lru_cache(maxsize=1 << 16)
def numeral(form: str) -> bool:
    """Whether a folded word is a number, in digits or in words."""
    return form.isdigit() or base(form) in _NUMERALS or form in _NUMERALS


_VOWELS = str.maketrans("", "", "اويىء")
_PERSONS = ("ت", "ن", "م")
_LEAST_ROOT = 3  # consonants that tell a word


_VALUES = {
    form: number
    for number, forms in {
        "2": "اثنان اثنين اثنتان اثنتين", "3": "ثلاث", "4": "اربع", "5": "خمس", "6": "ست", "7": "سبع",
        "8": "ثمان ثماني", "9": "تسع", "20": "عشرون عشرين", "30": "ثلاثون ثلاثين", "40": "اربعون اربعين",
        "50": "خمسون خمسين", "60": "ستون ستين", "70": "سبعون سبعين", "80": "ثمانون ثمانين", "90": "تسعون تسعين",
        "100": "مئ مائ", "1000": "الف الاف", "1000000": "مليون ملايين", "1000000000": "مليار مليارات",
    }.items()
    for stemmed in forms.split()
    for form in (stemmed, stemmed + "ه")
}  # fmt: skip  # not «عشر», which may be a part of another number


@functools.lru_cache(maxsize=1 << 16)
def value(form: str) -> str:
    """The number that a folded word is, in digits; empty for what is none or does not tell how many."""
    digits = form[1:] if form[:1] in _CONJUNCTIONS else form
    if digits.isdigit():
        return digits.lstrip("0") or "0"
    return _VALUES.get(form) or _VALUES.get(base(form)) or ""


@functools.lru_cache(maxsize=1 << 17)
def root(form: str) -> str:
    """What a folded word shares with its relatives: its consonants, without clitics, endings and one prefix.

    «يرفض», «رفضه» and «الرفض» have one root, as have two spellings of a foreign name; a word of fewer than three
    consonants keeps its vowels. It is a key for comparing, no root of the grammar.
    """
    if form.isdigit():
        return form
    stemmed = stem(base(form))
    bones = stemmed.translate(_VOWELS)
    if len(bones) < _LEAST_ROOT:
        return stemmed
    if len(bones) > _LEAST_ROOT and bones[0] in _PERSONS:
        bones = bones[1:]
    return bones[:-1] if len(bones) > _LEAST_ROOT and bones[-1] in "ته" else bones
