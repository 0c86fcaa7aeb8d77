"""Typed loader of what Mawqif knows of the world: the YAML files under `data/` and a user's own.

A folder of YAML files is a lexicon; later folders add to earlier ones and win where they name
the same thing. Files are told apart by name: cues, titles, outlets, states, offices, issues,
furniture, sources, scores ... (`files.KINDS`). Nothing here reads Arabic; the stages do.
"""

from __future__ import annotations

from mawqif.lexicon.files import FILES
from mawqif.lexicon.loading import default_folders, folded_set, load, load_instruments, titles
from mawqif.lexicon.values import (
    Body,
    Cue,
    CueForm,
    Holder,
    Lexicon,
    NamedInstrument,
    Office,
    OfficeKind,
    Outlet,
    Shares,
    State,
)

__all__ = [
    "FILES",
    "Body",
    "Cue",
    "CueForm",
    "Holder",
    "Lexicon",
    "NamedInstrument",
    "Office",
    "OfficeKind",
    "Outlet",
    "Shares",
    "State",
    "default_folders",
    "folded_set",
    "load",
    "load_instruments",
    "titles",
]
