"""Occasions out of the record, with the statements that were made on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, func, select

from mawqif.model import Bond, Setting, Setup
from mawqif.model.judgements import corrected
from mawqif.store import codec, queries
from mawqif.store.judgements.reading import active_of
from mawqif.store.occasions.rows import OccasionRow
from mawqif.store.occasions.tables import LINKED, OCCASIONS, OCCURRENCES
from mawqif.store.rows import StatementRow
from mawqif.store.tables import META, REPORTS, STATEMENTS

_BEHIND = 60  # characters behind the words of an occasion, where a place may stand


def linked_by(connection: Connection) -> str | None:
    """What program linked the occasions as they are; None where statements came or went since."""
    found = connection.scalar(select(META.c.value).where(META.c.name == LINKED))
    return str(found) if found else None


def told(connection: Connection) -> Iterator[Setup]:
    """The statements with an occasion as people corrected them, without those that they rejected."""
    behind = func.substr(REPORTS.c.text, STATEMENTS.c.occasion_end + 1, _BEHIND).label("behind")
    query = queries.statement_list().where(STATEMENTS.c.occasion_kind.is_not(None)).add_columns(behind)
    with connection.execute(query, execution_options={"stream_results": True}) as result:
        for batch in result.mappings().partitions(queries.BATCH):
            judgements = active_of(connection, [r["pk"] for r in batch])
            for r in batch:
                statement = corrected(codec.statement_of(r, {}), judgements[r["pk"]])
                yield Setup(statement, r["report_id"], codec.date_of(r["report_day"]), r["behind"])


def listed(connection: Connection, of: Select[Any]) -> list[OccasionRow]:
    """The occasions of the statements of a query, with all their statements, by day (undated ones last)."""
    wanted = of.with_only_columns(STATEMENTS.c.pk).order_by(None)
    ids = select(OCCURRENCES.c.occasion).where(OCCURRENCES.c.statement.in_(wanted))
    order = (OCCASIONS.c.last.is_(None), OCCASIONS.c.last, OCCASIONS.c.kind, OCCASIONS.c.id)
    heads = connection.execute(select(OCCASIONS).where(OCCASIONS.c.pk.in_(ids)).order_by(*order)).mappings().all()
    return _with_statements(connection, heads, ids)


def one(connection: Connection, pk: int) -> OccasionRow:
    """The occasion of that primary key."""
    heads = connection.execute(select(OCCASIONS).where(OCCASIONS.c.pk == pk)).mappings().all()
    return _with_statements(connection, heads, select(OCCASIONS.c.pk).where(OCCASIONS.c.pk == pk))[0]


def _with_statements(connection: Connection, heads: Any, ids: Select[Any]) -> list[OccasionRow]:
    query = (
        select(STATEMENTS.c.id, OCCURRENCES.c.occasion, OCCURRENCES.c.bond)
        .join(STATEMENTS, STATEMENTS.c.pk == OCCURRENCES.c.statement)
        .where(OCCURRENCES.c.occasion.in_(ids))
    )
    of = {r["id"]: (r["occasion"], Bond(r["bond"])) for r in connection.execute(query).mappings()}
    mine = select(OCCURRENCES.c.statement).where(OCCURRENCES.c.occasion.in_(ids))
    members: defaultdict[int, list[tuple[StatementRow, Bond]]] = defaultdict(list)
    for row in queries.statement_rows(connection, queries.statement_list().where(STATEMENTS.c.pk.in_(mine))):
        if row.statement.id in of:
            occasion, bond = of[row.statement.id]
            members[occasion].append((row, bond))
    return [
        OccasionRow(
            id=head["id"],
            kind=Setting(head["kind"]),
            first=codec.date_of(head["first"]),
            last=codec.date_of(head["last"]),
            place=head["place"],
            members=tuple(members[head["pk"]]),
        )
        for head in heads
        if members[head["pk"]]
    ]
