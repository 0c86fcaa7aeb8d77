"""Who was told of what is new up to where: looks and watches. Inside the caller's transaction."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select, update

from mawqif.errors import NotInRecord
from mawqif.store import sqlite
from mawqif.store.positions.tables import ISSUES, LOOKS, NOTICED, WATCHES
from mawqif.store.positions.writing import issue_key


@dataclass(frozen=True, slots=True)
class Watch:
    """Where news of an issue go, an address for messages or a file for a feed; `upto` is the last number sent."""

    id: int
    issue: str
    url: str | None
    atom: str | None
    upto: int


def latest(connection: Connection) -> int:
    """The number of what was noticed last; 0 in a record without positions."""
    return connection.scalar(select(func.max(NOTICED.c.pk))) or 0


def look(connection: Connection, reader: str) -> int:
    """The number up to which a reader has seen everything; 0 for a new one."""
    return connection.scalar(select(LOOKS.c.upto).where(LOOKS.c.reader == reader)) or 0


def looked(connection: Connection, reader: str, upto: int) -> None:
    """From now on the reader has seen everything up to this number."""
    values = sqlite.insert_or(LOOKS).values(reader=reader, upto=upto)
    connection.execute(values.on_conflict_do_update(index_elements=["reader"], set_={"upto": upto}))


def watches(connection: Connection) -> tuple[Watch, ...]:
    """All watches, in the order in which they were added."""
    query = select(WATCHES, ISSUES.c.id.label("issue_id")).join(ISSUES, ISSUES.c.pk == WATCHES.c.issue)
    rows = connection.execute(query.order_by(WATCHES.c.pk)).mappings()
    return tuple(Watch(r["pk"], r["issue_id"], r["url"], r["atom"], r["upto"]) for r in rows)


def watch(connection: Connection, issue: str, url: str | None, atom: str | None) -> Watch:
    """A watch on an issue from now on; the same one again is the one that is there."""
    pk = issue_key(connection, issue)
    same = [w for w in watches(connection) if (w.issue, w.url, w.atom) == (issue, url, atom)]
    if same:
        return same[0]
    upto = latest(connection)
    made = connection.execute(insert(WATCHES).values(issue=pk, url=url, atom=atom, upto=upto)).inserted_primary_key
    assert made is not None
    return Watch(int(made[0]), issue, url, atom, upto)


def unwatch(connection: Connection, id: int) -> Watch:
    """Remove the watch of this number."""
    there = [w for w in watches(connection) if w.id == id]
    if not there:
        raise NotInRecord("The record holds no watch {id}; `mawqif watch list` shows them", id=id)
    connection.execute(delete(WATCHES).where(WATCHES.c.pk == id))
    return there[0]


def sent(connection: Connection, id: int, upto: int) -> None:
    """Everything up to this number has gone out on this watch."""
    connection.execute(update(WATCHES).where(WATCHES.c.pk == id, WATCHES.c.upto < upto).values(upto=upto))
