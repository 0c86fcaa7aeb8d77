"""Judgements out of the record, with where they stand now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, bindparam, select

from mawqif.model import OF_STATEMENTS, Judgement
from mawqif.model.judgements import active
from mawqif.store.judgements.rows import JudgementRow, State, judgement_of
from mawqif.store.judgements.tables import ATTACHMENTS, JUDGEMENTS
from mawqif.store.tables import STATEMENTS

_ACTIVE = (
    select(ATTACHMENTS.c.statement, JUDGEMENTS)
    .join(JUDGEMENTS, JUDGEMENTS.c.pk == ATTACHMENTS.c.judgement)
    .where(ATTACHMENTS.c.statement.in_(bindparam("statements", expanding=True)))
    .where(ATTACHMENTS.c.active, JUDGEMENTS.c.undoes.is_(None))
    .order_by(JUDGEMENTS.c.pk)
)
_ALL = (
    select(JUDGEMENTS, STATEMENTS.c.id.label("statement_id"))
    .outerjoin(ATTACHMENTS, ATTACHMENTS.c.judgement == JUDGEMENTS.c.pk)
    .outerjoin(STATEMENTS, STATEMENTS.c.pk == ATTACHMENTS.c.statement)
    .order_by(JUDGEMENTS.c.pk)
)


def active_of(connection: Connection, statements: Iterable[int]) -> defaultdict[int, tuple[Judgement, ...]]:
    """The active judgements of each of these statements, in the order in which they were given."""
    found: defaultdict[int, tuple[Judgement, ...]] = defaultdict(tuple)
    for row in connection.execute(_ACTIVE, {"statements": list(statements)}).mappings():
        found[row["statement"]] += (judgement_of(row),)
    return found


def history(connection: Connection) -> Iterator[JudgementRow]:
    """Every judgement, in the order in which they were given."""
    found = [(judgement_of(r), r["statement_id"]) for r in connection.execute(_ALL).mappings()]
    standing = active(j for j, _statement in found)
    return (JudgementRow(j, _state(j, j.id in standing, statement), statement) for j, statement in found)


def row(connection: Connection, pk: int) -> JudgementRow:
    """The judgement of that primary key."""
    id = connection.scalar(select(JUDGEMENTS.c.id).where(JUDGEMENTS.c.pk == pk))
    return next(r for r in history(connection) if r.judgement.id == id)


def of_statement(connection: Connection, pk: int) -> tuple[JudgementRow, ...]:
    """Every judgement that stands to the statement of that primary key, with those that are undone."""
    query = _ALL.add_columns(ATTACHMENTS.c.active).where(ATTACHMENTS.c.statement == pk)
    found = connection.execute(query).mappings()
    return tuple(
        JudgementRow(j := judgement_of(r), _state(j, r["active"], r["statement_id"]), r["statement_id"]) for r in found
    )


def _state(j: Judgement, standing: bool, statement: str | None) -> State:
    if not standing:
        return "undone"
    return "orphaned" if j.ruling in OF_STATEMENTS and statement is None else "active"
