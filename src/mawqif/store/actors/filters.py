"""Conditions on cards and statements: by which actor, for which body or state."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, exists, or_, select

from mawqif.store.actors.tables import CARDS, LINKS, REPRESENTED
from mawqif.store.tables import STATEMENTS


def of_state(state: str) -> ColumnElement[bool]:
    """The condition on a card that it is of a state: it is the state or a body of it, or speaks for one."""
    spoken = exists().where(
        LINKS.c.card == CARDS.c.pk, REPRESENTED.c.statement == LINKS.c.statement, _within(REPRESENTED.c.actor, state)
    )
    return or_(_within(CARDS.c.actor, state), spoken)


def _within(column: ColumnElement[str], id: str) -> ColumnElement[bool]:
    """The id itself, or one of what belongs to it: «USA.foreign-ministry» is of «USA»."""
    return or_(column == id, and_(column > f"{id}.", column < f"{id}/"))


def said_by(actors: Sequence[str] | None, states: Sequence[str]) -> ColumnElement[bool]:
    """The condition on a statement that one of these actors said it or it was said for one, and for these states."""
    said = select(LINKS.c.statement).join(CARDS, CARDS.c.pk == LINKS.c.card)
    conditions: list[ColumnElement[bool]] = []
    if actors is not None:
        spoken = select(REPRESENTED.c.statement).where(REPRESENTED.c.actor.in_(actors))
        conditions.append(STATEMENTS.c.pk.in_(said.where(CARDS.c.actor.in_(actors)).union(spoken)))
    for state in states:
        spoken = select(REPRESENTED.c.statement).where(_within(REPRESENTED.c.actor, state))
        conditions.append(STATEMENTS.c.pk.in_(said.where(_within(CARDS.c.actor, state)).union(spoken)))
    return and_(*conditions)
