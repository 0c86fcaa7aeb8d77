"""Whether the name that a report gives and the names of an office's holder are one."""

from __future__ import annotations

import functools
from enum import IntEnum

from mawqif.lexicon import Holder
from mawqif.lexicon.persons import father, words
from mawqif.resolve import latin

_SOFT = frozenset("اعحهويئءaeiouhwy")  # vowels, and consonants that one language or the other does not write


class Match(IntEnum):
    """How much of a name agrees: nothing, a family name, all of it by its consonants, all of it as it is written."""

    NONE = 0
    SURNAME = 1
    SOUND = 2
    FULL = 3


def match(name: str, holder: Holder) -> Match:
    """How well a name fits a holder, by the best of the holder's names."""
    if latin.is_latin(name):
        return _written(name, holder.en) if holder.en else Match.NONE
    best = max((_written(name, other) for other in holder.names), default=Match.NONE)
    return best if best == Match.FULL or not holder.en else max(best, _sounding(name, holder.en))


def _written(name: str, other: str) -> Match:
    """Two names in one script: the words of the shorter one in the longer, two at least; one first name, one father.

    The family name that the report gives must be known; a given name or a father's may be new.
    """
    a, b = words(name), words(other)
    if not a or not b:
        return Match.NONE
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    fathers = {father(name), father(other)} - {None}
    if len(short) > 1 and set(short) <= set(long) and a[0] == b[0] and a[-1] in b and len(fathers) < 2:
        return Match.FULL
    return Match.SURNAME if len(a) == 1 and a[0] == b[-1] else Match.NONE


def _sounding(name: str, english: str) -> Match:
    """An Arabic name and an English one by their consonants: the first and the last word of the shorter in the other.

    Both names are read with all their words: two short ones say too little.
    """
    a, b = _sounds(name), _sounds(english)
    if not a or not b:
        return Match.NONE
    if len(a) == 1:
        return Match.SURNAME if a[0] == b[-1] and len(a[0].strip("*")) > 1 else Match.NONE
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    ends = a[0] == b[0] and a[-1] in b and b[-1] in a
    same = ends and len(short) > 1 and set(short) <= set(long) and len("".join(short).replace("*", "")) > 2
    return Match.SOUND if same else Match.NONE


@functools.lru_cache(maxsize=1 << 14)
def _sounds(name: str) -> tuple[str, ...]:
    return tuple(_beginning(w) + latin.skeleton(w) for w in words(name))


def _beginning(word: str) -> str:
    """A mark of a word that begins with no consonant that a skeleton keeps: «أحمد» is not «محمد»."""
    return "*" if word[0] in _SOFT else ""
