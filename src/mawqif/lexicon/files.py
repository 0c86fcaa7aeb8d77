"""The kinds of files that a lexicon is made of. They are told apart by name.

A kind says how a file is read and how what it says goes into a lexicon that came before. To add one: a field of
`Lexicon` (values.py), a reader of one entry in a module of its own, and a line in `KINDS`. A file that is nothing but
lists of words needs its name in `LISTS` alone; its lists are then `lexicon.list("name.key")`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mawqif.errors import LexiconError
from mawqif.lexicon import issues
from mawqif.lexicon.cues import cue
from mawqif.lexicon.entries import entries, read, strings
from mawqif.lexicon.instruments import instrument
from mawqif.lexicon.offices import office, office_kind
from mawqif.lexicon.scores import shares
from mawqif.lexicon.values import Lexicon
from mawqif.lexicon.world import body, outlet, state
from mawqif.model import Issue


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file: what its content comes to (given the place for errors), and how that goes into a lexicon."""

    read: Callable[[Any, str], Any]
    add: Callable[[Lexicon, Any], Lexicon]


Reader = Callable[[Mapping[str, Any], str], Any]


def _each(make: Reader) -> Callable[[object, str], tuple[Any, ...]]:
    """The reader of a file with one value an entry."""
    return lambda content, where: tuple(make(e, where) for e in entries(content, where))


def _before(field: str) -> Callable[[Lexicon, tuple[Any, ...]], Lexicon]:
    """What comes later is found first: a user's entry wins over the core's of the same name."""
    return lambda base, new: _with(base, field, (*new, *getattr(base, field)))


def _after(field: str) -> Callable[[Lexicon, tuple[Any, ...]], Lexicon]:
    """What comes later is added at the end."""
    return lambda base, new: _with(base, field, (*getattr(base, field), *new))


def _instead(field: str) -> Callable[[Lexicon, Any], Lexicon]:
    """What comes later stands in for what came before."""
    return lambda base, new: _with(base, field, new)


def _joined(base: Lexicon, new: tuple[Issue, ...]) -> Lexicon:
    """An issue of the same id stands in for the one before."""
    return replace(base, issues=issues.joined(base.issues, new))


def _with(base: Lexicon, field: str, value: Any) -> Lexicon:
    changed: dict[str, Any] = {field: value}
    return replace(base, **changed)


def _cues(content: object, where: str) -> tuple[Any, ...]:
    return tuple(c for e in entries(content, where) for c in cue(e, where))


def _word_lists(stem: str) -> FileKind:
    """A file of word lists by key: they go behind those of the same key."""

    def lists(content: object, where: str) -> dict[str, tuple[str, ...]]:
        if not isinstance(content, dict):
            raise LexiconError("{where}: expected keys with lists of words", where=where)
        return {f"{stem}.{key}": strings(value, f"{where}: {key}") for key, value in content.items()}

    def add(base: Lexicon, new: Mapping[str, tuple[str, ...]]) -> Lexicon:
        return replace(base, words={**base.words, **{k: (*base.list(k), *v) for k, v in new.items()}})

    return FileKind(lists, add)


LISTS = (
    *("titles", "names", "furniture", "sources", "acts", "occasions", "deeds", "vocabulary", "english", "stances"),
    *("fields", "usage", "tones", "agencies", "common", "opposites", "formulas"),
)

KINDS: Mapping[str, FileKind] = {
    "cues": FileKind(_cues, _after("cues")),
    "outlets": FileKind(_each(outlet), _before("outlets")),
    "states": FileKind(_each(state), _before("states")),
    "bodies": FileKind(_each(body), _before("bodies")),
    "office_kinds": FileKind(_each(office_kind), _before("office_kinds")),
    "offices": FileKind(_each(office), _before("offices")),
    "issues": FileKind(issues.parsed, _joined),
    "instruments": FileKind(_each(instrument), _before("instruments")),
    "scores": FileKind(shares, _instead("scores")),
    **{name: _word_lists(name) for name in LISTS},
}
FILES = tuple(KINDS)


def merged(base: Lexicon, folder: Path) -> Lexicon:
    """The lexicon with a folder's files added; LexiconError names the file of an unknown kind."""
    for path in sorted(folder.glob("*.yaml")):
        kind = KINDS.get(path.stem)
        if kind is None:
            raise LexiconError("{path}: unknown file; a lexicon has {names}", path=path, names=", ".join(FILES))
        base = kind.add(base, kind.read(read(path), str(path)))
    return base
