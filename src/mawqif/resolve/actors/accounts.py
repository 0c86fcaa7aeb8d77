"""The names of accounts: «@SecBlinken» is Blinken in an office of his state."""

from __future__ import annotations

import re

from mawqif.arabic import fold
from mawqif.model import Card, Kind, Reason

# What stands before the family name in accounts of officials, and the state whose officials are called so (None: many).
_OFFICES = {"sec": "USA", "secdef": "USA", "rep": "USA", "sen": "USA", "amb": None, "pm": None, "president": None,
            "minister": None, "min": None, "vp": None, "gov": "USA", "speaker": "USA"}  # fmt: skip
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


def account(handle: str, actor: str | None) -> Card | None:
    """The card of an account: by the data, else by the parts of its name; None where it is not one of those."""
    shown = handle.split()[0]
    if actor is not None:
        return Card(Kind.PERSON, f"data {actor}", shown, actor=actor, reason=Reason.DATA)
    parts = [fold(p) for p in _PART.findall(shown)]
    if len(parts) < 2:
        return None
    office, *name = parts if parts[0] in _OFFICES else ("", *parts)
    state = _OFFICES.get(office)
    words = tuple(w for w in name if len(w) > 1)
    if not words or (len(words) == 1 and not state):
        return None
    states = (state,) if state else ()
    return Card(Kind.PERSON, f"account {fold(shown)}", shown, words, states, reason=Reason.HANDLE)
