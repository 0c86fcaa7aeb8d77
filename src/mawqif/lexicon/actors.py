"""Names of actors by their ids: states, bodies, persons in office, offices."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib import resources

from mawqif.lexicon.bodies import body_name
from mawqif.lexicon.offices import core_file, offices_of
from mawqif.lexicon.states import state_by_id
from mawqif.lexicon.values import Holder, Lexicon


def actor_name(id: str, lexicon: Lexicon, language: str = "ar") -> str | None:
    """The canonical name of an actor of the data files, in Arabic ("ar") or English; None for an unknown id."""
    state = state_by_id(id, lexicon)
    if state:
        return state.name if language == "ar" or not state.en else state.en[0]
    if named := body_name(id, lexicon, language):
        return named
    person = person_by_id(id, lexicon)
    if person is None:
        return None
    return person.name if language == "ar" or not person.en else person.en


def person_by_id(id: str, lexicon: Lexicon) -> Holder | None:
    """The latest row of a person who holds or held an office. All offices are read for it the first time."""
    return _persons(lexicon).get(id)


@functools.lru_cache(maxsize=4)
def _persons(lexicon: Lexicon) -> Mapping[str, Holder]:
    found: dict[str, Holder] = {}
    for state in (*core_states(), *(s.id for s in lexicon.states if not core_file(s.id))):
        for office in offices_of(state, lexicon):
            for holder in office.holders:
                known = found.get(holder.id)
                if known is None or (known.start or "") <= (holder.start or ""):
                    found[holder.id] = holder
    return found


@functools.lru_cache(maxsize=1)
def core_states() -> tuple[str, ...]:
    """The states and organisations of which the core has offices."""
    names = (f.name for f in (resources.files("mawqif") / "data" / "offices").iterdir())
    return tuple(sorted(n.removesuffix(".yaml") for n in names if n.endswith(".yaml") and n[0] != "_"))
