"""«إدارة بايدن»، «حكومة نتنياهو»: a state by who governs it."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any

from mawqif.arabic import bare, fold
from mawqif.lexicon.entries import read
from mawqif.lexicon.offices import offices_of
from mawqif.lexicon.posts import state_id
from mawqif.lexicon.states import words_of
from mawqif.lexicon.values import Lexicon

_GOVERNMENTS = frozenset(fold(w) for w in "إدارة حكومة نظام".split())
_ENGLISH = frozenset(("administration", "government", "regime"))
_HEADS = ("head-of-state", "head-of-government")
_TITLES = frozenset(fold(w) for w in "الرئيس رئيس الوزراء".split())


def head_governed(name: str, lexicon: Lexicon) -> str | None:
    """The state of which a government is named after its head; None for another phrase, or a name of two."""
    found = words_of(name)
    if len(found) < 2:
        return None
    if bare(found[0]) in _GOVERNMENTS:
        rest = found[1:]
    elif found[-1].lower() in _ENGLISH:
        rest = [w for w in found[:-1] if w.lower() != "the"]
    else:
        return None
    rest = [w for w in rest if w not in _TITLES] or rest
    states = _heads(lexicon).get(tuple(rest if rest[0] >= "ء" else [w.lower() for w in rest]), frozenset())
    return next(iter(states)) if len(states) == 1 else None


@functools.lru_cache(maxsize=4)
def _heads(lexicon: Lexicon) -> Mapping[tuple[str, ...], frozenset[str]]:
    """The full and family names of heads of state and government, and the states that they headed."""
    found: dict[tuple[str, ...], set[str]] = {}
    for state, names in (*_core().items(), *_own(lexicon)):
        for key in (k for name in names for k in _keys(name)):
            found.setdefault(key, set()).add(state)
    return {key: frozenset(states) for key, states in found.items()}


def _core() -> dict[str, list[str]]:
    """The heads of the core's states: a file of their own, so that not all offices are read for them."""
    with resources.as_file(resources.files("mawqif") / "data" / "offices" / "_heads.yaml") as path:
        content: Any = read(path)
        return dict(content)


def _own(lexicon: Lexicon) -> Iterator[tuple[str, list[str]]]:
    """The heads among a user's offices."""
    for state in dict.fromkeys(state_id(o, lexicon) for o in lexicon.offices):
        for office in offices_of(state, lexicon) if state else ():
            if office.kind in _HEADS and state:
                yield state, [n for h in office.holders for n in (*h.names, h.en) if n]


def _keys(name: str) -> Iterator[tuple[str, ...]]:
    """The words by which a government may be named after a person: all of the name, and the family name."""
    said = tuple(w.lower() for w in words_of(name))
    yield said
    yield said[-1:]
    if said and said[-1].startswith(("al-", "el-")):
        yield (said[-1][3:],)  # "the Assad regime"
