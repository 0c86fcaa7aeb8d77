"""Occasions into the record. Every function works inside the caller's transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from mawqif.model import Happened
from mawqif.store.occasions.tables import LINKED, OCCASIONS, OCCURRENCES
from mawqif.store.tables import META, STATEMENTS


def put(connection: Connection, found: Iterable[Happened], stamp: str) -> None:
    """Keep these occasions in the place of all that were kept."""
    connection.execute(delete(OCCURRENCES))
    connection.execute(delete(OCCASIONS))
    keys = _statements(connection)
    for pk, one in enumerate(found, 1):
        days = {name: day.isoformat() if day else None for name, day in (("first", one.first), ("last", one.last))}
        connection.execute(
            insert(OCCASIONS), {"pk": pk, "id": one.id, "kind": one.kind.value, "place": one.place, **days}
        )
        members = [
            {"statement": key, "occasion": pk, "bond": bond.value}
            for statement, bond in one.statements
            for key in keys[statement]
        ]
        connection.execute(insert(OCCURRENCES), members)
    _stale(connection)
    connection.execute(insert(META).values(name=LINKED, value=stamp))


def _statements(connection: Connection) -> defaultdict[str, list[int]]:
    """The primary keys of the statements with an occasion, by id."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    query = select(STATEMENTS.c.id, STATEMENTS.c.pk).where(STATEMENTS.c.occasion_kind.is_not(None))
    for id, pk in connection.execute(query):
        found[id].append(pk)
    return found


def forget(connection: Connection, report: int) -> None:
    """Remove what points at the statements of a report; what is linked is no longer all."""
    mine = select(STATEMENTS.c.pk).where(STATEMENTS.c.report == report)
    connection.execute(delete(OCCURRENCES).where(OCCURRENCES.c.statement.in_(mine)))
    _stale(connection)


def renew(connection: Connection, report: int) -> None:
    """Note that a report's statements are others, or said to be others: what is linked is no longer all."""
    _stale(connection)


def _stale(connection: Connection) -> None:
    connection.execute(delete(META).where(META.c.name == LINKED))
