"""Candidates for a quotation out of the full-text index, each query with a bound, and the reports that hold them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from mawqif.model import Date, Report, Statement
from mawqif.model.finding import Within
from mawqif.store import codec, queries, sqlite
from mawqif.store.actors.filters import said_by
from mawqif.store.tables import REPORTS, STATEMENTS


def size(connection: Connection) -> int:
    """About how many reports there are: the last key, which costs nothing."""
    return connection.scalar(select(func.max(REPORTS.c.pk))) or 0


def places(connection: Connection, terms: Sequence[Sequence[str]], most: int, within: Within) -> list[list[int]]:
    """By term, keys of reports in whose headline or text its stems follow one another, no more than `most` each."""
    kept = _kept(REPORTS.c.day, within)
    among = select(REPORTS.c.pk).where(*kept) if kept else None
    return [_keys(connection, sqlite.report_keys((tuple(term),)), among, most) for term in terms]


def said(
    connection: Connection, terms: Sequence[Sequence[str]], by: Sequence[str], most: int, within: Within
) -> list[list[int]]:
    """By term, keys of statements whose content has its stems on end, and whose speaker has all stems of `by`."""
    kept = _kept(STATEMENTS.c.day, within)
    among = select(STATEMENTS.c.pk).join(REPORTS, REPORTS.c.pk == STATEMENTS.c.report).where(*kept) if kept else None
    who = tuple((stem,) for stem in by)
    asked = (sqlite.statement_keys((tuple(term),) if term else (), who) for term in terms)
    return [_keys(connection, query, among, most) for query in asked]


def spoken(connection: Connection, actors: Sequence[str], most: int, within: Within) -> list[int]:
    """Keys of statements of these actors and of those for whom they speak, the latest first, no more than `most`."""
    told = or_(said_by(actors, ()), *(said_by(None, (actor,)) for actor in actors if "." not in actor))
    query = select(STATEMENTS.c.pk).join(REPORTS, REPORTS.c.pk == STATEMENTS.c.report)
    query = query.where(told, *_kept(STATEMENTS.c.day, within)).order_by(STATEMENTS.c.day.desc(), STATEMENTS.c.pk)
    return [int(key) for key in connection.scalars(query.limit(most))]


def _kept(day: ColumnElement[str], within: Within) -> list[ColumnElement[bool]]:
    return queries.within(day, within.since, within.until) + queries.of_outlet(within.outlet)


def _keys(connection: Connection, query: Select[Any], among: Select[Any] | None, most: int) -> list[int]:
    """The keys of a query, no more than `most`."""
    if among is not None:
        query = query.where(query.selected_columns[0].in_(among))
    return [row[0] for row in connection.execute(query.limit(most)).all()]


def bodies(connection: Connection, reports: Sequence[int]) -> dict[int, tuple[str, Date | None]]:
    """The search keys and the days of reports by key: the stems of headline and text between spaces."""
    days = connection.execute(select(REPORTS.c.pk, REPORTS.c.day).where(REPORTS.c.pk.in_(reports)))
    keys = sqlite.report_bodies(connection, reports)
    return {int(pk): (keys.get(int(pk), ""), codec.date_of(day)) for pk, day in days}


def contents(connection: Connection, statements: Sequence[int]) -> dict[int, tuple[int, str, str]]:
    """By the key of a statement, that of its report, its id and the words of its content."""
    columns = (STATEMENTS.c.pk, STATEMENTS.c.report, STATEMENTS.c.id, STATEMENTS.c.content_text)
    query = select(*columns).where(STATEMENTS.c.pk.in_(statements))
    return {int(pk): (int(report), str(id), str(text)) for pk, report, id, text in connection.execute(query)}


def held(connection: Connection, reports: Sequence[int]) -> Iterator[tuple[int, Report, tuple[Statement, ...]]]:
    """Reports with their statements as people corrected them, without those that they rejected."""
    for pk in reports:
        yield pk, queries.report(connection, pk), queries.standing(connection, pk)
