"""The cards of one name to those who bear it: what is incompatible is apart, what may be several is nobody's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from mawqif.lexicon import Lexicon, titles
from mawqif.model import Bearer, Card, Kind, digest
from mawqif.names import Titles
from mawqif.resolve.actors.titles import office_words
from mawqif.resolve.actors.words import Words, common, ending, one_name

_TOLD = 3  # words of a title that tell so much that nothing in common says something
_APART = 2  # decades in which nothing is heard of an actor, at most

# States whose people bear Arabic names, in which a vowel tells two names apart (ISO 3166).
_ARABIC_NAMES = frozenset(
    "SAU EGY SYR IRQ JOR LBN YEM ARE QAT KWT BHR OMN MAR DZA TUN LBY SDN SSD MRT SOM DJI COM PSE IRN AFG PAK TUR "
    "IDN MYS IND BGD MDV TJK UZB AZE KAZ TKM KGZ SEN MLI NER GMB GIN TCD NGA ETH ERI KEN TZA".split()
)


@dataclass(slots=True)
class _Cluster:
    """Cards that may be one actor, and all that they tell."""

    cards: list[Card] = field(default_factory=list)
    names: set[Words] = field(default_factory=set)
    endings: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)
    decades: set[int] = field(default_factory=set)
    actors: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)

    def take(self, card: Card, end: str | None) -> None:
        self.cards.append(card)
        self.names.add(card.words)
        self.endings |= {end} if end else set()
        self.states |= set(card.states)
        self.fields |= {card.field} if card.field else set()
        self.decades |= {card.decade} if card.decade is not None else set()
        self.actors |= {card.actor} if card.actor else set()
        self.offices |= office_words(card.office) if card.office else frozenset()

    def fits(self, card: Card, end: str | None, titles: Titles) -> bool:
        """Whether nothing that is known of a card speaks against it."""
        if card.actor and self.actors:
            return card.actor in self.actors
        if end and self.endings and end not in self.endings:
            return False
        if card.states and self.states and self.states.isdisjoint(card.states):
            return False
        if common(card.name, titles) and self._otherwise(card):
            return False
        if card.decade is not None and min((abs(card.decade - d) for d in self.decades), default=0) > _APART:
            return False
        foreign = not_arabic(self.states | set(card.states))
        return all(one_name(card.words, other, foreign, titles) for other in self.names)

    def _otherwise(self, card: Card) -> bool:
        """Whether somebody of a common name is of another walk of life, or in an office that has nothing in common."""
        if card.field and self.fields and card.field not in self.fields:
            return True
        offices = office_words(card.office) if card.office else frozenset()
        return min(len(offices), len(self.offices)) >= _TOLD and offices.isdisjoint(self.offices)


def not_arabic(states: Iterable[str]) -> bool:
    """Whether somebody is of states whose people bear no Arabic names; unknown states say nothing."""
    known = set(states)
    return bool(known) and known.isdisjoint(_ARABIC_NAMES)


def bearers(cards: Iterable[Card], lexicon: Lexicon) -> tuple[Bearer, ...]:
    """Those who bear a name, from all cards of its group; the order in which they come makes no difference."""
    ordered = sorted(cards, key=_order)
    if not ordered:
        return ()
    t = titles(lexicon)
    clusters: list[_Cluster] = []
    several: list[Card] = []
    for card in ordered:
        end = ending(card.name, t)
        fitting = [c for c in clusters if c.fits(card, end, t)]
        if len(fitting) > 1:
            several.append(card)
            continue
        if not fitting:
            clusters.append(_Cluster())
        (fitting or clusters[-1:])[0].take(card, end)
    alone = len(clusters) == 1
    found = [Bearer(_id(c.cards, alone), c.cards[0].group, tuple(c.cards)) for c in clusters]
    if several:
        group = several[0].group
        found.append(Bearer(digest("several", group), group, tuple(several), open=True))
    return tuple(found)


def _order(card: Card) -> tuple[object, ...]:
    """What is known most of comes first."""
    told = (card.actor is None, not card.states, card.field is None, card.decade is None)
    return (*told, card.actor or "", card.states, card.field or "", card.decade or 0, card.words, card.name, card.id)


def _id(cards: list[Card], alone: bool) -> str:
    """The id of an actor: its name's, and, where several bear it, what tells it from the others."""
    first = cards[0]
    if alone:
        return digest("actor", first.kind, first.group)
    office = " ".join(sorted(office_words(first.office))) if first.office else ""
    known = (" ".join(first.states), first.field or "", str(first.decade or ""), first.name, office)
    return digest("actor", first.kind, first.group, first.actor or "", *known)


def personal(bearer: Bearer) -> bool:
    """Whether a bearer is a person known by name."""
    return bearer.kind is Kind.PERSON and bool(bearer.words)
