"""Outlets by their names."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from mawqif.arabic import fold
from mawqif.lexicon.values import Lexicon


@functools.lru_cache(maxsize=8)
def outlet_names(lexicon: Lexicon) -> Mapping[str, str]:
    """The name of each outlet by its folded spellings; the first of several wins."""
    names: dict[str, str] = {}
    for outlet in lexicon.outlets:
        for name in (outlet.name, *outlet.aliases):
            names.setdefault(fold(name), outlet.name)
    return names
