"""`instruments.yaml`: what the parties refer to, one entry each to a value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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
