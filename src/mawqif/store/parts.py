"""What a statement may have several of: each sort in a table of its own, by statement and place in the row.

An area of the record that gives statements parts has a line in `PARTS`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, Table, bindparam, delete, insert, select

from mawqif.model import Statement
from mawqif.store import codec
from mawqif.store.instruments.tables import INSTRUMENTS, instrument_of, instrument_values
from mawqif.store.tables import RELAYS


@dataclass(frozen=True, slots=True)
class Part:
    """One sort of parts: the field of `Statement` that they are in, their table, and what a row of it holds."""

    field: str
    table: Table
    values: Callable[[Any], codec.Values]
    value: Callable[[RowMapping], Any]


PARTS = (
    Part("via", RELAYS, lambda span: codec.span_values("span", span), lambda row: codec.needed_span(row, "span")),
    Part("instruments", INSTRUMENTS, instrument_values, instrument_of),
)


def _query(part: Part) -> Select[tuple[object, ...]]:
    of = part.table.c.statement
    return select(part.table).where(of.in_(bindparam("statements", expanding=True))).order_by(of, part.table.c.ordinal)


_QUERIES = tuple((part, _query(part)) for part in PARTS)  # made once: that costs more than SQLite needs to run it


def of(connection: Connection, statements: Iterable[int]) -> defaultdict[int, dict[str, tuple[Any, ...]]]:
    """The parts of the statements of these primary keys, by field, in their order."""
    found: defaultdict[int, dict[str, tuple[Any, ...]]] = defaultdict(dict)
    keys = list(statements)
    for part, query in _QUERIES if keys else ():
        for row in connection.execute(query, {"statements": keys}).mappings():
            mine = found[row["statement"]]
            mine[part.field] = (*mine.get(part.field, ()), part.value(row))
    return found


def keep(connection: Connection, placed: Sequence[tuple[int, Statement]]) -> None:
    """Keep the parts of statements, each of which comes with its primary key."""
    for part in PARTS:
        rows = [
            {"statement": key, "ordinal": i, **part.values(value)}
            for key, statement in placed
            for i, value in enumerate(getattr(statement, part.field))
        ]
        if rows:
            connection.execute(insert(part.table), rows)


def forget(connection: Connection, statements: Select[tuple[int]]) -> None:
    """Remove the parts of the statements whose primary keys a query gives."""
    for part in PARTS:
        connection.execute(delete(part.table).where(part.table.c.statement.in_(statements)))
