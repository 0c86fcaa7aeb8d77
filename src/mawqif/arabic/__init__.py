"""Arabic letters as a reader matches them: folding with an offset map, clitics, digits, marks.

Folding is character by character, so that an offset into folded text leads back to the text
as given; nothing here looks at meaning.
"""

from __future__ import annotations

import functools
import re
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from mawqif.arabic.plain import Plain, plain

__all__ = [
    "ARTICLES", "OPENING", "QUOTE_MARKS", "SINGLE_MARKS", "WORD", "Folded", "Plain", "bare", "fold", "folded", "plain",
    "search_key", "stem",
]  # fmt: skip

_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي",
    "گ": "ك", "ک": "ك", "ی": "ي", "ۀ": "ه", "ە": "ه", "ھ": "ه", "ہ": "ه", "ڤ": "ف", "پ": "ب", "چ": "ج",
}  # fmt: skip
_DELETED_CATEGORIES = {"Mn", "Me", "Cf"}


def _fold_char(c: str) -> str:
    """The folded form of one character: empty for marks and controls, else one or more letters."""
    if c in _LETTERS:
        return _LETTERS[c]
    if c == "ـ" or unicodedata.category(c) in _DELETED_CATEGORIES:
        return ""
    if unicodedata.decimal(c, None) is not None:
        return str(unicodedata.decimal(c))
    out = []
    for d in unicodedata.normalize("NFKD", c):
        if unicodedata.category(d) in _DELETED_CATEGORIES or d == "ـ":
            continue
        out.append(_LETTERS.get(d, d))
    return "".join(out).casefold()


class _FoldTable(dict[int, str]):
    """A translate table that learns each character the first time it is met."""

    def __missing__(self, key: int) -> str:
        value = sys.intern(_fold_char(chr(key)))
        self[key] = value
        return value


_TABLE = _FoldTable()


_LONG = 24  # code points; shorter texts are mostly words, and the same words come again and again
_REMEMBERED = 1 << 17  # words; beyond that a memory starts anew


class _Memory(dict[str, str]):
    """What a function makes of each word, remembered; a word that is known costs one look-up."""

    def __init__(self, make: Callable[[str], str]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, word: str) -> str:
        made = self.make(word)
        if len(word) < _LONG:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[word] = made
        return made


def _fold(text: str) -> str:
    """The text without diacritics, hamza seats, tatweel and controls; one alef, ya and ha; ASCII digits.

    أميركا, أميركي and the like are folded to the other spelling, أمريكا: two letters change places, and none moves on.
    """
    if len(text) >= _LONG and " " in text:
        return " ".join(map(fold, text.split(" ")))  # its words are known, most of them
    return text.translate(_TABLE).replace("اميرك", "امريك")


fold: Callable[[str], str] = _Memory(_fold).__getitem__


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text with the way back: `origin[i]` is the offset in the source of folded character i.

    `origin` has one more entry than `text`: the length of the source.
    """

    text: str
    origin: tuple[int, ...]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the source of the folded stretch `start:end`; trailing marks are included."""
        if start >= end:
            raise ValueError(f"empty stretch {start}:{end}")
        return self.origin[start], max(self.origin[end], self.origin[end - 1] + 1)


def folded(text: str) -> Folded:
    """`fold(text)` with its offset map."""
    letters: list[str] = []
    origin: list[int] = []
    for i, c in enumerate(text):
        f = _TABLE[ord(c)]
        letters.append(f)
        origin.extend([i] * len(f))
    origin.append(len(text))
    return Folded("".join(letters).replace("اميرك", "امريك"), tuple(origin))


# A word for reading: letters, digits and the marks and joiners that stand within it.
WORD = re.compile(
    r"[^\W_](?:[\w\u064b-\u065f\u0670\u0640\u200c\u200d\u06d6-\u06ed\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\u00ad]*[\w\u064b-\u065f\u0670])?"
)

_ENDINGS = (
    "ياتها",
    "اتهم",
    "اتها",
    "يتها",
    "ونها",
    "ها",
    "هم",
    "هن",
    "كم",
    "نا",
    "ات",
    "ون",
    "ين",
    "ان",
    "يه",
    "تي",
    "ه",
    "ي",
    "ا",
)
_PROCLITICS = ("وبال", "وكال", "ولل", "فال", "وال", "بال", "كال", "لل", "ال", "و", "ف", "ب", "ل", "ك")


@functools.lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A light stem of one folded word for search: one run of proclitics and one ending less.

    Shorter than three letters nothing is taken; the stem is a search key, not a lemma.
    """
    for p in _PROCLITICS:
        if word.startswith(p) and len(word) - len(p) >= 3:
            word = word[len(p) :]
            break
    for e in _ENDINGS:
        if word.endswith(e) and len(word) - len(e) >= 3:
            return word[: -len(e)]
    return word


# the article, with what is written together with it
ARTICLES = ("وال", "فال", "بال", "كال", "لل", "ال")


def _bare(form: str) -> str:
    """A folded word without its article and what is written together with it."""
    if not form.startswith(ARTICLES):
        return form
    for p in ARTICLES:
        if form.startswith(p) and len(form) - len(p) >= 3:
            return form[len(p) :]
    return form


bare: Callable[[str], str] = _Memory(_bare).__getitem__


def search_key(text: str) -> str:
    """The text as search sees it: folded, lightly stemmed words separated by single spaces."""
    return " ".join(stem(w) for w in re.findall(r"\w+", fold(text)))


OPENING = {"«": "»", "“": "”", "„": "“", "‹": "›", "❝": "❞", "〝": "〞", "‘": "’", "{": "}", "(": ")", "[": "]"}
QUOTE_MARKS = frozenset('«»“”„"‟‹›❝❞〝〞＂')
SINGLE_MARKS = frozenset("'‘’‚")
