"""`outlets.yaml`, `states.yaml`, `bodies.yaml`: one entry each to a value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mawqif.errors import LexiconError
from mawqif.lexicon.entries import known, need, strings
from mawqif.lexicon.values import Body, Outlet, State

_OUTLET = frozenset("name aliases domains agency source state".split())
_STATE = frozenset(
    "id name aliases metonyms seats adjectives people shared en en_adjectives en_metonyms union source".split()
)

_BODY = frozenset("id kind state part name aliases en short handles source".split())


def outlet(e: Mapping[str, Any], where: str) -> Outlet:
    """One entry of `outlets.yaml`."""
    known(e, _OUTLET, where)
    return Outlet(
        need(e, "name", where),
        strings(e.get("aliases"), where),
        strings(e.get("domains"), where),
        bool(e.get("agency")),
        e.get("state"),
    )


def state(e: Mapping[str, Any], where: str) -> State:
    """One entry of `states.yaml`."""
    known(e, _STATE, where)
    name = need(e, "name", where)
    return State(
        name,
        strings(e.get("aliases"), where),
        strings(e.get("metonyms"), where),
        strings(e.get("seats"), where),
        strings(e.get("adjectives"), where),
        need(e, "id", where) if "id" in e else name,
        strings(e.get("people"), where),
        strings(e.get("shared"), where),
        strings(e.get("en"), where),
        strings(e.get("en_adjectives"), where),
        strings(e.get("en_metonyms"), where),
        bool(e.get("union")),
    )


def body(e: Mapping[str, Any], where: str) -> Body:
    """One entry of `bodies.yaml`: an organisation, a kind of body, or what one state calls its own of the kind."""
    known(e, _BODY, where)
    kind, state = e.get("kind"), e.get("state")
    own = f"{state}.{kind}" if kind and state else None
    if not (kind or "id" in e):
        raise LexiconError("{where}: an entry has no '{key}'", where=where, key="id")
    return Body(
        need(e, "name", where),
        need(e, "id", where) if "id" in e else own,
        kind,
        state,
        e.get("part"),
        strings(e.get("aliases"), where),
        strings(e.get("en"), where),
        strings(e.get("short"), where),
        strings(e.get("handles"), where),
    )
