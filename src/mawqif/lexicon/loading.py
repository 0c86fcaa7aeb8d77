"""Folders of YAML files to one lexicon: the core's, then a user's own."""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable
from importlib import resources
from pathlib import Path

from mawqif.arabic import fold
from mawqif.errors import LexiconError
from mawqif.lexicon.entries import entries, read
from mawqif.lexicon.files import merged
from mawqif.lexicon.instruments import instrument
from mawqif.lexicon.values import Lexicon, NamedInstrument
from mawqif.names.lists import Spelt, build
from mawqif.names.titles import Titles


def load(folders: Iterable[Path] = ()) -> Lexicon:
    """The core lexicon with the user's folders added, in order. LexiconError names file and place."""
    return _load(tuple(str(f) for f in folders))


@functools.lru_cache(maxsize=8)
def _load(folders: tuple[str, ...]) -> Lexicon:
    with resources.as_file(resources.files("mawqif") / "data") as core:
        lexicon = merged(Lexicon(), core)
    for name in folders:
        if not Path(name).is_dir():
            raise LexiconError("{path}: is not a folder of YAML files", path=name)
        lexicon = merged(lexicon, Path(name))
    return lexicon


def load_instruments(folders: Iterable[Path] = ()) -> tuple[NamedInstrument, ...]:
    """What `instruments.yaml` of the folders and of the core name, a user's own before the core's of the same id."""
    found: dict[str, NamedInstrument] = {}
    with resources.as_file(resources.files("mawqif") / "data") as core:
        for folder in (*reversed(list(folders)), core):
            path = folder / "instruments.yaml"
            for entry in entries(read(path), str(path)) if path.exists() else ():
                one = instrument(entry, str(path))
                found.setdefault(one.id, one)
    return tuple(found.values())


def default_folders() -> tuple[Path, ...]:
    """The folders named by MAWQIF_LEXICON (separated as in PATH), if any."""
    value = os.environ.get("MAWQIF_LEXICON", "")
    return tuple(Path(p) for p in value.split(os.pathsep) if p)


def folded_set(words: Iterable[str]) -> frozenset[str]:
    """Words as the stages match them."""
    return frozenset(fold(w) for w in words)


@functools.lru_cache(maxsize=8)
def titles(lexicon: Lexicon) -> Titles:
    """The lexicon's title lists, names and states as mentions are taken apart by them."""
    spoken = ((c.weak, f.form, c.sort in ("verb", "participle")) for c in lexicon.cues for f in c.forms)
    states = (Spelt(s.name, s.aliases, s.metonyms, s.seats, s.adjectives) for s in lexicon.states)
    return build(lexicon.list, tuple(spoken), tuple(states))
