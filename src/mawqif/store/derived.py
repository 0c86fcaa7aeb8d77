"""What is derived from the statements of a report: let go of before they are replaced, and made anew after.

An area of the record whose tables point at statements has its functions here. They get the connection of the
transaction and the report's key.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from mawqif.store.actors import judging
from mawqif.store.actors import linking as actors
from mawqif.store.judgements import attaching
from mawqif.store.links import writing as links
from mawqif.store.occasions import writing as occasions
from mawqif.store.positions import writing as positions

Step = Callable[[Connection, int], None]
ActorStep = Callable[[Connection], None]

FORGET: tuple[Step, ...] = (positions.forget, attaching.forget, occasions.forget, actors.forget, links.forget)
RENEW: tuple[Step, ...] = (attaching.renew, occasions.renew)
# The statements stay, but people say something else of them.
REJUDGED: tuple[Step, ...] = (positions.forget, attaching.renew, occasions.renew, actors.forget, links.forget)
# What follows from judgements of actors, made anew when one is given or undone.
RENEW_ACTORS: tuple[ActorStep, ...] = (judging.renew,)


def forget(connection: Connection, report: int) -> None:
    """Remove what points at the statements of a report."""
    for step in FORGET:
        step(connection, report)


def renew(connection: Connection, report: int) -> None:
    """Derive again what follows from a report's statements as they are now."""
    for step in RENEW:
        step(connection, report)


def rejudged(connection: Connection, report: int) -> None:
    """Derive again what follows from the judgements of a report's statements, which stay as they are."""
    for step in REJUDGED:
        step(connection, report)


def renew_actors(connection: Connection) -> None:
    """Derive again what follows from the judgements of actors."""
    for step in RENEW_ACTORS:
        step(connection)
