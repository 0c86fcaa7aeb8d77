"""What is to be linked, out of the record. Every function works inside the caller's transaction."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, exists, func, select

from mawqif.model import Alike, Area, Carrier, Date, Echo, Furniture, Heeded, Quoted
from mawqif.store import codec, queries
from mawqif.store.actors.tables import CARDS, LINKS
from mawqif.store.links.tables import ALIKE, COMPARED, HEEDED, UNSETTLED
from mawqif.store.slices import sliced
from mawqif.store.tables import FURNITURE, REPORTS, STATEMENTS


def _waiting(by: str | None) -> Any:
    mine = COMPARED.c.report == REPORTS.c.pk
    return ~exists().where(mine) if by is None else ~exists().where(mine, COMPARED.c.stamp == by)


def unlinked(connection: Connection, by: str | None, limit: int) -> list[int]:
    """The keys of reports that were not compared with the others, or, with `by`, not by this program, by day."""
    order = (REPORTS.c.day.is_(None), REPORTS.c.day, REPORTS.c.pk)
    return list(connection.scalars(select(REPORTS.c.pk).where(_waiting(by)).order_by(*order).limit(limit)))


def pending(connection: Connection, by: str | None) -> int:
    """How many reports those are; groups that are to be told anew count as one."""
    reports = connection.scalar(select(func.count()).select_from(REPORTS).where(_waiting(by))) or 0
    return reports or bool(connection.scalar(select(UNSETTLED.c.item).limit(1)) is not None)


def carriers(connection: Connection, handles: Sequence[int]) -> list[Carrier]:
    """These reports with their statements, in the order of the handles."""
    furniture: defaultdict[int, list[Furniture]] = defaultdict(list)
    of = select(FURNITURE).where(FURNITURE.c.report.in_(handles)).order_by(FURNITURE.c.report, FURNITURE.c.ordinal)
    for row in connection.execute(of).mappings():
        furniture[row["report"]].append(Furniture(codec.needed_span(row, "span"), row["rule"]))
    found = {
        row["pk"]: codec.report_of(row, tuple(furniture[row["pk"]]))
        for row in connection.execute(select(REPORTS).where(REPORTS.c.pk.in_(handles))).mappings()
    }
    said: defaultdict[str, list[Quoted]] = defaultdict(list)
    for one in _quoted(connection, STATEMENTS.c.report.in_(handles)):
        said[one.report].append(one)
    return [Carrier(pk, found[pk], tuple(said[found[pk].id])) for pk in handles if pk in found]


def quoted(connection: Connection, handles: Sequence[int]) -> list[Quoted]:
    """These statements, but for those that people rejected."""
    return [q for some in sliced(handles) for q in _quoted(connection, STATEMENTS.c.pk.in_(some))]


def _quoted(connection: Connection, condition: Any) -> list[Quoted]:
    keys = select(STATEMENTS.c.id, REPORTS.c.id, STATEMENTS.c.pk, REPORTS.c.pk, CARDS.c.actor)
    joined = (
        keys.join(REPORTS, REPORTS.c.pk == STATEMENTS.c.report)
        .outerjoin(LINKS, LINKS.c.statement == STATEMENTS.c.pk)
        .outerjoin(CARDS, CARDS.c.pk == LINKS.c.card)
    )
    known = {(s, r): rest for s, r, *rest in connection.execute(joined.where(condition))}
    query = queries.statement_list(rejected=True).where(condition).order_by(None)
    query = query.order_by(STATEMENTS.c.report, STATEMENTS.c.ordinal)
    out = []
    for row in queries.statement_rows(connection, query):
        if not row.rejected:
            pk, carrier, actor = known[row.found.id, row.report_id]
            out.append(Quoted(pk, carrier, row.statement, row.report_id, row.outlet, row.report_date, actor))
    return out


def unsettled(connection: Connection, area: Area, limit: int) -> list[int]:
    """Handles of those whose groups are to be told anew."""
    query = select(UNSETTLED.c.item).where(UNSETTLED.c.area == area).order_by(UNSETTLED.c.item).limit(limit)
    return list(connection.scalars(query))


def sayings_with(connection: Connection, starts: Sequence[int]) -> tuple[list[int], list[tuple[int, int, Heeded]]]:
    """The statements that hang together with these as one saying, and the pairs among them with both handles.

    The same saying on another day hangs together with none.
    """
    handles = _hanging(connection, HEEDED, starts)
    rows = _within(connection, _HEEDED, handles)
    return handles, [(a, b, Heeded(x, y, Echo(echo), rule, again)) for x, y, echo, rule, again, a, b in rows]


def reports_with(
    connection: Connection, starts: Sequence[int], days: int
) -> tuple[dict[int, tuple[str, Date | None]], list[tuple[int, int, Alike]]]:
    """The reports that hang together with these, at most so many days before the first and behind the last of them.

    Id and day by handle, and the pairs with the handles of both.
    """
    first = {pk: codec.date_of(day) for pk, _id, day in _in_slices(connection, _DAYS, starts)}
    dated = sorted(day for day in first.values() if day)
    if not dated:
        return {}, []
    span = dt.timedelta(days)
    low, high = (dated[0] - span).isoformat(), (dated[-1] + span).isoformat()
    handles = _hanging(connection, ALIKE, starts, {"low": low, "high": high})
    known = {pk: (id, codec.date_of(day)) for pk, id, day in _in_slices(connection, _DAYS, handles)}
    return known, [(a, b, Alike(*pair)) for *pair, a, b in _within(connection, _ALIKE, handles)]


def _hanging(
    connection: Connection, pairs: Table, starts: Sequence[int], limits: Mapping[str, str] | None = None
) -> list[int]:
    """All that pairs lead to from some, themselves included, in order."""
    found, edge = set(starts), sorted(set(starts))
    while edge:
        reached = {
            other for query in _STEPS[pairs.name] for (other,) in _in_slices(connection, query, edge, limits or {})
        }
        edge = sorted(reached - found)
        found.update(edge)
    return sorted(found)


def _within(connection: Connection, query: Select[Any], handles: Sequence[int]) -> list[Any]:
    """The pairs of which both are among these; a query has the second handle last."""
    known = set(handles)
    return [row for row in _in_slices(connection, query, handles) if row[-1] in known]


def _in_slices(
    connection: Connection, query: Select[Any], handles: Sequence[int], limits: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Any]:
    for some in sliced(handles):
        yield from connection.execute(query, {"handles": list(some), **limits})


def _among(column: Any) -> Any:
    return column.in_(bindparam("handles", expanding=True))


# Made once: building a statement costs more than SQLite needs to run it.
_SA, _SB, _RA, _RB = STATEMENTS.alias(), STATEMENTS.alias(), REPORTS.alias(), REPORTS.alias()
_STEPS = {
    HEEDED.name: tuple(
        select(other).where(_among(mine), HEEDED.c.again.is_(False))
        for mine, other in ((HEEDED.c.a, HEEDED.c.b), (HEEDED.c.b, HEEDED.c.a))
    ),
    ALIKE.name: tuple(
        select(other)
        .join(REPORTS, REPORTS.c.pk == other)
        .where(_among(mine), REPORTS.c.day.between(bindparam("low"), bindparam("high")))
        for mine, other in ((ALIKE.c.a, ALIKE.c.b), (ALIKE.c.b, ALIKE.c.a))
    ),
}
_HEEDED = (
    select(_SA.c.id, _SB.c.id, HEEDED.c.echo, HEEDED.c.rule, HEEDED.c.again, HEEDED.c.a, HEEDED.c.b)
    .join(_SA, _SA.c.pk == HEEDED.c.a)
    .join(_SB, _SB.c.pk == HEEDED.c.b)
    .where(_among(HEEDED.c.a), HEEDED.c.again.is_(False))
)
_ALIKE = (
    select(_RA.c.id, _RB.c.id, ALIKE.c.weight, ALIKE.c.rule, ALIKE.c.a, ALIKE.c.b)
    .join(_RA, _RA.c.pk == ALIKE.c.a)
    .join(_RB, _RB.c.pk == ALIKE.c.b)
    .where(_among(ALIKE.c.a))
)
_DAYS = select(REPORTS.c.pk, REPORTS.c.id, REPORTS.c.day).where(_among(REPORTS.c.pk))
