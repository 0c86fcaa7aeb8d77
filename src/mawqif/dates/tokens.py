"""A text as the date grammar reads it: folded words with their gaps."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from mawqif.arabic import WORD, fold
from mawqif.dates.words import HEADS

_WORD = re.compile(f"({WORD.pattern})")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a stretch of text: code points, and folded forms."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    forms: tuple[str, ...]

    def form(self, i: int) -> str:
        """The folded word at i; empty beyond the last."""
        return self.forms[i] if 0 <= i < len(self.forms) else ""

    def head(self, i: int) -> str:
        """The word at i without the clitics of a word that can begin a date, as the vocabulary spells it."""
        form = self.forms[i]
        letters = HEADS.get(form, 0)
        bare = form[letters:]
        return "ا" + bare if letters and bare[:1] == "ل" and form[letters - 1] == "ل" else bare

    def phrase(self, i: int, n: int) -> str:
        """The n words from i as the vocabulary spells them; empty where they do not stand together."""
        if i + n > len(self.forms) or not all(self.near(j) for j in range(i + 1, i + n)):
            return ""
        return " ".join((self.head(i), *self.forms[i + 1 : i + n]))

    def gap(self, i: int) -> str:
        """The characters between word i-1 and word i; a line break beyond either end."""
        if not 0 < i < len(self.forms):
            return "\n"
        return self.text[self.ends[i - 1] : self.starts[i]]

    def near(self, i: int, marks: str = "") -> bool:
        """Whether word i follows the one before it on its line, with nothing but spaces and these marks between."""
        gap = self.gap(i)
        return "\n" not in gap and not gap.strip(" \t\u00a0\u200f\u200e\u202b\u202c" + marks)

    def number(self, i: int) -> int | None:
        """The number that word i is written as, without a clitic letter before it; None if it is none."""
        form = self.form(i)
        digits = form.lstrip("وبلفا") if form and not form[0].isdigit() else form
        if len(digits) == 5 and digits[4] in "هم":  # «1444هـ», «2023م»
            digits = digits[:4]
        return int(digits) if digits.isdigit() and len(digits) <= 4 and digits.isascii() else None

    def begin(self, i: int, letters: int) -> int:
        """The code point after so many folded letters of word i."""
        at = self.starts[i]
        while letters > 0 and at < self.ends[i]:
            letters -= len(fold(self.text[at]))
            at += 1
        while at < self.ends[i] - 1 and not fold(self.text[at]):
            at += 1
        return at


def words(text: str, start: int, end: int) -> Words:
    """The words of text[start:end]; what folds to nothing is none."""
    parts = _WORD.split(text[start:end])  # by turns what is no word and a word
    bounds = list(itertools.accumulate(map(len, parts), initial=start))
    starts, ends, forms = bounds[1:-1:2], bounds[2::2], list(map(fold, parts[1::2]))
    if "" in forms:
        kept = [i for i, form in enumerate(forms) if form]
        starts, ends, forms = [starts[i] for i in kept], [ends[i] for i in kept], [forms[i] for i in kept]
    return Words(text, tuple(starts), tuple(ends), tuple(forms))
