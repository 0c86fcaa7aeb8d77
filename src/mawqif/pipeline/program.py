"""Which program reads: its version, and a hash of all that what it finds depends on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

import mawqif
from mawqif.model import Program

# What a reading is made by: the faces, the record and the sources have no say in it.
_FOUNDATIONS = ("model", "arabic", "dates", "names", "lexicon")
_STAGES = ("clean", "segment", "extract", "resolve", "positions", "link")
_MADE_BY = (*_FOUNDATIONS, *_STAGES, "pipeline", "data")
_KINDS = (".py", ".yaml")


def program(folders: Iterable[Path] = ()) -> Program:
    """This program with the word lists of these folders: of those the content counts and not where they are."""
    home = Path(mawqif.__file__).parent
    hashed = hashlib.sha256(mawqif.__version__.encode())
    places = [home / name for layer in _MADE_BY for name in (layer, f"{layer}.py")]
    for number, place in enumerate((*places, *folders)):
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.suffix in _KINDS and path.is_file():
                content = hashlib.sha256(path.read_bytes()).hexdigest()
                hashed.update(f"\n{number} {path.name} {content}".encode())
    return Program(mawqif.__version__, hashed.hexdigest()[:20])
