"""Of which kinds of formula a report may be one: by what its headline and its first words say."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Mapping, Sequence

from mawqif.arabic import fold
from mawqif.lexicon import Lexicon

NAMES, DAYS, FIGURES = "names", "days", "figures"
_FILE = "formulas."
_HEAD = 30  # words of the report that are looked at
_PROCLITICS = ("", "و", "ف", "ب", "ل", "ال", "وال", "بال", "لل")

_Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]


def formulas(title: Sequence[str], forms: Sequence[str], lexicon: Lexicon) -> frozenset[str]:
    """`NAMES`, `DAYS`, `FIGURES`: what would differ from one report of the formula to the next."""
    known = _phrases(lexicon)
    found: set[str] = set()
    for words in (title, forms[:_HEAD]):
        for i, word in enumerate(words):
            for phrase, kind in known.get(word, ()):
                if tuple(words[i + 1 : i + len(phrase)]) == phrase[1:]:
                    found.add(kind)
    return frozenset(found)


@functools.lru_cache(maxsize=8)
def _phrases(lexicon: Lexicon) -> _Phrases:
    """The phrases and their kinds by every form of their first word."""
    by_first: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for kind in (NAMES, DAYS, FIGURES):
        for phrase in lexicon.list(_FILE + kind):
            words = tuple(fold(phrase).split())
            for proclitic in _PROCLITICS:
                by_first[proclitic + words[0]].append((words, kind))
    return dict(by_first)
