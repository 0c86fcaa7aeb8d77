"""Whether the name that a report gives and the names of an office's holder are one."""

from __future__ import annotations

import functools
import re
from enum import IntEnum

from mawqif.arabic import fold
from mawqif.lexicon import Holder
from mawqif.resolve import latin

_ARTICLE = re.compile(r"^ال(?=\w{2})")
_SERVANT = re.compile(r"^abd[aeou]l?(?=\w{2})")  # Abdel-, Abdul-
_SOFT = frozenset("اعحهويئءaeiouhwy")  # vowels, and consonants that one language or the other does not write
_SON = ("بن", "ابن", "bin")
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
    return tuple(w for w in _joined(name) if w not in _LINKS)


def _father(name: str) -> str | None:
    """Whose son somebody is by the name: what follows «بن» right behind the first name."""
    found = _joined(name)
    return found[2] if len(found) > 2 and found[1] in _SON else None


@functools.lru_cache(maxsize=1 << 14)
def _joined(name: str) -> tuple[str, ...]:
    out: list[str] = []
    for form in (_form(w) for w in name.replace("-", " ").replace("‑", " ").split()):
        if out and out[-1] in ("عبد", "ابو", "بو", "ولد"):
            out[-1] += form
        else:
            out.append(form)
    return tuple(w.replace("ال", "", 1) if w.startswith(("عبدال", "ابوال")) else w for w in out)


def _form(word: str) -> str:
    form = fold(word).strip("'.,\"’")
    return _SERVANT.sub("abd", form) if form.isascii() else _ARTICLE.sub("", form)


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
    fathers = {_father(name), _father(other)} - {None}
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
