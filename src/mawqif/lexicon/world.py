"""`outlets.yaml`, `states.yaml`, `offices.yaml`: one entry each to a value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mawqif.lexicon.entries import entries, known, need, strings
from mawqif.lexicon.values import Holder, Office, Outlet, State

_OUTLET = frozenset("name aliases domains agency source".split())
_STATE = frozenset(
    "id name aliases metonyms seats adjectives people shared en en_adjectives en_metonyms union source".split()
)


def outlet(e: Mapping[str, Any], where: str) -> Outlet:
    """One entry of `outlets.yaml`."""
    known(e, _OUTLET, where)
    return Outlet(
        need(e, "name", where),
        strings(e.get("aliases"), where),
        strings(e.get("domains"), where),
        bool(e.get("agency")),
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


def _day(value: object) -> str | None:
    return None if value is None else str(value)


def office(e: Mapping[str, Any], where: str) -> Office:
    """One entry of `offices.yaml` with its holders."""
    holders = tuple(
        Holder(need(h, "name", where), _day(h.get("start")), _day(h.get("end")), h.get("source"))
        for h in entries(e.get("holders"), where)
    )
    return Office(need(e, "id", where), e.get("state"), strings(e.get("titles"), where), holders)
