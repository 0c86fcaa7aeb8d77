"""Instruments as they are asked for, and as a line tells them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from mawqif.cli.screen import flat

if TYPE_CHECKING:
    from mawqif.lexicon import NamedInstrument
    from mawqif.model import Instrument

_HASH = re.compile(r"[0-9a-f]{20}")
_SHORT = 8  # of an id that is a hash


def asked(words: str, known: Sequence[NamedInstrument]) -> str:
    """The id of the instrument that these words name among the known ones, else the words themselves."""
    from mawqif.lexicon.instruments import named

    found = named(words, known)
    return found.id if found else words


def told(instruments: Iterable[Instrument]) -> str | None:
    """The instruments of a statement in one line: their words, and their ids."""
    return ", ".join(f"{flat(i.span.text)} ({short(i.id)})" for i in instruments) or None


def short(id: str) -> str:
    """An id as a line shows it: a hash by its first characters."""
    return id[:_SHORT] if _HASH.fullmatch(id) else id
