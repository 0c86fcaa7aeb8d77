"""Actors across reports: what is known of a speaker in one report, and what makes several speakers one.

A card is a speaker as one report knows it, without the report: cards of equal content are one card. Cards that bear one
name are a group; a group falls into bearers, which are different actors of that name. A bearer may be tied to a bearer
of another group (another spelling, a longer name); what is tied together is an actor.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from mawqif.model.enums import Kind
from mawqif.model.identity import digest


class Reason(enum.StrEnum):
    """Why a speaker is taken for an actor, or why two names are one; `OPEN` where neither can be told."""

    DATA = "in-the-data"
    NAME = "same-name"
    NAME_STATE = "same-name-and-state"
    OUTLET = "same-outlet"
    LONGER = "longer-name"
    SURNAME = "surname-office-and-state"
    SCRIPT = "other-script"
    HANDLE = "name-of-the-account"
    JUDGED = "judgement"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Card:
    """A speaker as a report knows it.

    `group` are the words that must be equal for two cards to bear one name. `words` are those of a personal name, each
    as its spellings have in common. `states` are the ids of those for whom it speaks or whose people it is of, `field`
    its walk of life, `office` its titles as they stand, `decade` that of the report (None: undated). `actor` is the id
    in the data files. `reason` says why equal cards are one actor.
    """

    kind: Kind
    group: str
    name: str
    words: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    field: str | None = None
    office: str | None = None
    decade: int | None = None
    actor: str | None = None
    reason: Reason = Reason.NAME

    @property
    def id(self) -> str:
        """What it says."""
        known = (" ".join(self.states), self.field or "", self.office or "", str(self.decade or ""), self.actor or "")
        return digest("card", self.group, self.name, self.kind, *known)


@dataclass(frozen=True, slots=True)
class Appearance:
    """A speaker in a report: its card, or (None) why it stays open; `candidates` are actors that it may be.

    `own` is the identity of an open one: it holds in its report alone.
    """

    card: Card | None
    own: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bearer:
    """One of those who bear a name: the cards that are its, and the id that it has where it is an actor of its own.

    `open`: it may be any of several others of that name, so that it is no actor.
    """

    id: str
    group: str
    cards: tuple[Card, ...]
    open: bool = False

    @property
    def kind(self) -> Kind:
        """What it is."""
        return self.cards[0].kind

    @property
    def words(self) -> tuple[str, ...]:
        """The words of a personal name."""
        return self.cards[0].words

    @property
    def name(self) -> str:
        """The name to show: the longest spelling; of equally long ones the first in the alphabet."""
        return min((c.name for c in self.cards), key=lambda n: (-len(n), n))

    @property
    def actor(self) -> str | None:
        """The id in the data files, where one is known."""
        return next((c.actor for c in self.cards if c.actor), None)

    @property
    def states(self) -> frozenset[str]:
        """The ids of the states that any card tells of."""
        return frozenset(s for c in self.cards for s in c.states)

    @property
    def offices(self) -> tuple[str, ...]:
        """The titles, each once."""
        return tuple(sorted({c.office for c in self.cards if c.office}))

    @property
    def fields(self) -> frozenset[str]:
        """The walks of life that any card tells of."""
        return frozenset(c.field for c in self.cards if c.field)

    @property
    def decades(self) -> tuple[int, ...]:
        """The decades of the dated cards, in order."""
        return tuple(sorted({c.decade for c in self.cards if c.decade is not None}))


@dataclass(frozen=True, slots=True)
class Tie:
    """What a bearer is beside the bearers of other names: one of them (`to`, for a reason), or one of several."""

    to: str | None = None
    reason: Reason = Reason.NAME
    candidates: tuple[str, ...] = ()


class Known(Protocol):
    """The bearers of names that a record knows, as they are looked up."""

    def under(self, keys: Iterable[str]) -> Mapping[str, Sequence[Bearer]]:
        """By key, the bearers whose group is found under it."""
