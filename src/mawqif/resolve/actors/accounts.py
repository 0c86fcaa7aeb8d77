"""The cards of accounts: «@SecBlinken» is Blinken in an office of his state."""

from __future__ import annotations

from mawqif.arabic import fold
from mawqif.lexicon import Lexicon, usage
from mawqif.model import Card, Kind, Reason


def account(handle: str, actor: str | None, lexicon: Lexicon) -> Card | None:
    """The card of an account: by the data, else by the parts of its name; None where it is not one of those."""
    shown = handle.split()[0]
    if actor is not None:
        return Card(Kind.PERSON, f"data {actor}", shown, actor=actor, reason=Reason.DATA)
    owner = usage.account(shown, lexicon)
    words = tuple(fold(w) for w in owner.name if len(w) > 1) if owner else ()
    if owner is None or not words or (len(words) == 1 and not owner.state):
        return None
    states = (owner.state,) if owner.state else ()
    return Card(Kind.PERSON, f"account {fold(shown)}", shown, words, states, reason=Reason.HANDLE)
