"""Whether the name that a report gives and the names of an office's holder are one."""

from __future__ import annotations

import functools
import re
from enum import IntEnum

from mawqif.arabic import bare, fold
from mawqif.lexicon import Holder
from mawqif.resolve import latin

_SERVANT = re.compile(r"^abd[aeou]l?(?=\w{2})")  # Abdel-, Abdul-
_LINKS = frozenset(("بن", "ابن", "ال", "bin", "al", "el", "de", "von", "der"))


class Match(IntEnum):
    """How much of a name agrees: nothing, a family name, all of it by its consonants, all of it as it is written."""

    NONE = 0
    SURNAME = 1
    SOUND = 2
    FULL = 3


@functools.lru_cache(maxsize=1 << 14)
def words(name: str) -> tuple[str, ...]:
    """The folded words of a name, without articles and links, «عبد الله» as one."""
    forms = [_form(w) for w in name.replace("-", " ").replace("‑", " ").split()]
    out: list[str] = []
    for form in forms:
        if out and out[-1] in ("عبد", "ابو", "بو", "ابن", "ولد"):
            out[-1] += form
        else:
            out.append(form)
    return tuple(w.replace("ال", "", 1) if w.startswith(("عبدال", "ابوال")) else w for w in out if w not in _LINKS)


def _form(word: str) -> str:
    form = bare(fold(word)).strip("'.,\"’")
    return _SERVANT.sub("abd", form) if form.isascii() else form


def match(name: str, holder: Holder) -> Match:
    """How well a name fits a holder, by the best of the holder's names."""
    if latin.is_latin(name):
        return _written(name, holder.en) if holder.en else Match.NONE
    best = max((_written(name, other) for other in holder.names), default=Match.NONE)
    return best if best == Match.FULL or not holder.en else max(best, _sounding(name, holder.en))


def _written(name: str, other: str) -> Match:
    """Two names in one script: all words of the shorter one in the longer, two at least, the last of either in both."""
    a, b = words(name), words(other)
    if not a or not b:
        return Match.NONE
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if len(short) > 1 and set(short) <= set(long) and short[0] == long[0]:
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
        return Match.SURNAME if a[0] == b[-1] and len(a[0]) > 1 else Match.NONE
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    ends = a[0] == b[0] and a[-1] in b and b[-1] in a
    same = ends and len(short) > 1 and set(short) <= set(long) and len("".join(short)) > 2
    return Match.SOUND if same else Match.NONE


@functools.lru_cache(maxsize=1 << 14)
def _sounds(name: str) -> tuple[str, ...]:
    return tuple(latin.skeleton(w) for w in words(name))
