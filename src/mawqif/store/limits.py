"""What limits the statements of the record: the spans of their conditions and exceptions, in a table of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Integer,
    Select,
    Table,
    bindparam,
    delete,
    insert,
    select,
)

from mawqif.model import Span, Statement
from mawqif.store import codec
from mawqif.store.tables import METADATA, span_columns

LIMITS = Table(
    "limits",
    METADATA,
    Column("statement", ForeignKey("statements.pk"), primary_key=True),
    Column("exception", Boolean, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    *span_columns("span"),
)

TABLE = """
CREATE TABLE limits (
    statement INTEGER NOT NULL REFERENCES statements (pk), exception BOOLEAN NOT NULL, ordinal INTEGER NOT NULL,
    span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, span_text TEXT NOT NULL,
    PRIMARY KEY (statement, exception, ordinal));
"""

_OF = (
    select(LIMITS)
    .where(LIMITS.c.statement.in_(bindparam("statements", expanding=True)))
    .order_by(LIMITS.c.statement, LIMITS.c.exception, LIMITS.c.ordinal)
)


def keep(connection: Connection, placed: Iterable[tuple[int, Statement]]) -> None:
    """Keep the conditions and exceptions of statements under their primary keys."""
    rows = [
        {"statement": key, "exception": exception, "ordinal": i, **codec.span_values("span", span)}
        for key, s in placed
        for exception, spans in ((False, s.conditions), (True, s.exceptions))
        for i, span in enumerate(spans)
    ]
    if rows:
        connection.execute(insert(LIMITS), rows)


def forget(connection: Connection, statements: Select[tuple[int]]) -> None:
    """Remove the conditions and exceptions of these statements."""
    connection.execute(delete(LIMITS).where(LIMITS.c.statement.in_(statements)))


def limited(connection: Connection, found: dict[int, Statement]) -> dict[int, Statement]:
    """The statements of these primary keys with their conditions and exceptions."""
    spans: defaultdict[tuple[int, bool], tuple[Span, ...]] = defaultdict(tuple)
    for r in connection.execute(_OF, {"statements": list(found)}).mappings():
        spans[r["statement"], r["exception"]] += (codec.needed_span(r, "span"),)
    out = dict(found)
    for key in {key for key, _exception in spans}:
        out[key] = replace(found[key], conditions=spans[key, False], exceptions=spans[key, True])
    return out
