"""`instruments.yaml`: what the parties refer to, one entry each to a value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from mawqif.arabic import bare, fold
from mawqif.errors import LexiconError
from mawqif.lexicon.entries import known, need, strings
from mawqif.lexicon.values import NamedInstrument

_KEYS = frozenset("id ar en issuer number year until source".split())


def instrument(e: Mapping[str, Any], where: str) -> NamedInstrument:
    """One entry of `instruments.yaml`; LexiconError where it has neither a name nor an issuer's number."""
    known(e, _KEYS, where)
    found = NamedInstrument(
        need(e, "id", where),
        strings(e.get("ar"), where),
        strings(e.get("en"), where),
        need(e, "issuer", where) if "issuer" in e else None,
        _whole(e, "number", where),
        _whole(e, "year", where),
        _whole(e, "until", where),
        e.get("source"),
    )
    if not (found.names or found.english or (found.number is not None and found.issuer)):
        message = "{where}: instrument '{id}' needs names under 'ar' or 'en', or a number and its issuer"
        raise LexiconError(message, where=where, id=found.id)
    return found


def _whole(e: Mapping[str, Any], key: str, where: str) -> int | None:
    value = e.get(key)
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise LexiconError("{where}: '{key}' of '{id}' is no whole number", where=where, key=key, id=e["id"])


def label(known_one: NamedInstrument) -> str:
    """What to call it: its first name, else its issuer with its number."""
    names = (*known_one.names, *known_one.english)
    return names[0] if names else f"قرار {known_one.issuer} {known_one.number}"


def named(words: str, instruments: Iterable[NamedInstrument]) -> NamedInstrument | None:
    """The only one that has this id or this name in any spelling; None where there is none, or more than one."""
    wanted = _plain(words)
    found = {
        i.id: i
        for i in instruments
        if fold(words).strip() == i.id or any(_plain(name) == wanted for name in (*i.names, *i.english, label(i)))
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _plain(name: str) -> tuple[str, ...]:
    return tuple(bare(w) for w in re.findall(r"\w+", fold(name)))
