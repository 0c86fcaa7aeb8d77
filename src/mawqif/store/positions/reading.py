"""Issues and what was found on them out of the record. Every function works inside the caller's transaction."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, RowMapping, and_, exists, false, func, or_, select

from mawqif.arabic import fold
from mawqif.model import Aside, Found, Issue, Kind, Level, Position, Remark, Stance, Statement, ToldPosition
from mawqif.store import codec, queries, sqlite
from mawqif.store.actors.reading import Spoken, spoken
from mawqif.store.positions.tables import ISSUES, LOOKED, NOTICED, POSITIONS
from mawqif.store.positions.writing import stamp
from mawqif.store.search import terms
from mawqif.store.tables import REPORTS, STATEMENTS

BATCH = 256


def issues(connection: Connection) -> tuple[Issue, ...]:
    """The issues of the record, by id."""
    return tuple(map(_issue, connection.scalars(select(ISSUES.c.body).order_by(ISSUES.c.id))))


def _issue(body: str) -> Issue:
    value = json.loads(body)
    label, proposition = (tuple((k, v) for k, v in value[name]) for name in ("label", "proposition"))
    about, with_, against = (tuple(value[name]) for name in ("about", "with_", "against"))
    return Issue(value["id"], about, with_, against, label, proposition)


def proposed(connection: Connection, issue: Issue, wordings: Sequence[str], *, unlooked: bool) -> list[int]:
    """The keys of the reports that hold one of the wordings, by the full-text index.

    With `unlooked` only those that were not searched for it yet by this program, or with other words of the issue.
    """
    asked = [sqlite.reports_with(REPORTS.c.pk, found) for found in map(terms, wordings) if found]
    conditions: list[ColumnElement[bool]] = [or_(*asked) if asked else false()]
    if unlooked:
        body = select(ISSUES.c.body).where(ISSUES.c.id == issue.id)
        now = stamp(connection.scalar(body) or "")
        mine = select(ISSUES.c.pk).where(ISSUES.c.id == issue.id).scalar_subquery()
        done = and_(LOOKED.c.issue == mine, LOOKED.c.report == REPORTS.c.pk, LOOKED.c.stamp == now)
        conditions.append(~exists().where(done))
    return list(connection.scalars(select(REPORTS.c.pk).where(*conditions).order_by(REPORTS.c.pk)))


def found(connection: Connection, issue: str | None = None, report: int | None = None) -> Iterator[Found]:
    """What was found on an issue, or on all, or in one report, in the order in which it was noticed."""
    query = (
        select(POSITIONS, ISSUES.c.id.label("issue_id"), NOTICED.c.pk.label("noticed"), NOTICED.c.at)
        .add_columns(*(REPORTS.c[c].label(f"report_{c}") for c in ("id", "day", "outlet", "title", "url")))
        .join(ISSUES, ISSUES.c.pk == POSITIONS.c.issue)
        .join(REPORTS, REPORTS.c.pk == POSITIONS.c.report)
        .join(NOTICED, NOTICED.c.id == POSITIONS.c.id)
        .order_by(NOTICED.c.pk, POSITIONS.c.pk)
    )
    if issue is not None:
        query = query.where(ISSUES.c.id == issue)
    if report is not None:
        query = query.where(POSITIONS.c.report == report)
    for batch in connection.execute(query).mappings().partitions(BATCH):
        said = _statements(connection, [r["statement"] for r in batch if r["statement"] is not None])
        actors = spoken(connection, (s.id for s in said.values()))
        for row in batch:
            if row["statement"] is None or row["statement"] in said:
                yield _across(_found(row, said.get(row["statement"])), actors)


def across(connection: Connection, found: Sequence[Found]) -> list[Found]:
    """What was found just now, with its speakers as the record knows them across reports."""
    actors = spoken(connection, (f.statement.id for f in found if f.statement))
    return [_across(f, actors) for f in found]


def _across(found: Found, actors: Mapping[str, Spoken]) -> Found:
    """The speaker's own level under the id that it has across reports, whatever its name in this one."""
    s = found.statement
    known = actors[s.id].actor if s and s.id in actors else None
    if not (s and known and s.speaker.name and found.own and found.levels):
        return found
    own = found.levels[0]
    if own.key not in (fold(s.speaker.name).lower(), s.speaker.actor):
        return found
    return replace(found, levels=(replace(own, key=known), *found.levels[1:]))


def _statements(connection: Connection, keys: Sequence[int]) -> dict[int, Statement]:
    """The statements of these keys, as lists have them."""
    if not keys:
        return {}
    ids = dict(connection.execute(select(STATEMENTS.c.pk, STATEMENTS.c.id).where(STATEMENTS.c.pk.in_(keys))).all())
    rows = queries.statement_rows(connection, queries.statements_of_keys(keys))
    by_id = {row.statement.id: row.statement for row in rows}
    return {pk: by_id[id] for pk, id in ids.items() if id in by_id}


def _found(row: RowMapping, statement: Statement | None) -> Found:
    day = (statement.date if statement else None) or codec.date_of(row["report_day"])
    return Found(
        position=_position(row, statement),
        statement=statement,
        levels=tuple(Level(key, name, Kind(kind) if kind else None) for key, name, kind in json.loads(row["levels"])),
        own=row["own"],
        report=row["report_id"],
        day=day,
        outlet=row["report_outlet"],
        title=row["report_title"],
        url=row["report_url"],
        noticed=row["noticed"],
        at=dt.datetime.fromisoformat(row["at"]),
    )


def _position(row: RowMapping, statement: Statement | None) -> Position | ToldPosition | Remark:
    issue, holder, rule = row["issue_id"], row["holder"], row["rule"]
    if row["sort"] == "told":
        return ToldPosition(issue, holder, Stance(row["stance"]), codec.needed_span(row, "evidence"), rule)
    if row["sort"] == "aside":
        evidence = codec.needed_span(row, "evidence")
        return Remark(issue, holder, Aside(row["stance"]), evidence, rule)
    leaning = Stance(row["leaning"]) if row["leaning"] else None
    evidence_or_none = codec.span_of(row, "evidence")
    return Position(issue, holder, Stance(row["stance"]), leaning, rule, evidence_or_none, row["restated"])


def counts(connection: Connection) -> dict[str, tuple[int, int]]:
    """For each issue, how many positions and asides were found on it, and in how many reports."""
    query = (
        select(ISSUES.c.id, func.count(POSITIONS.c.pk), func.count(POSITIONS.c.report.distinct()))
        .join(POSITIONS, POSITIONS.c.issue == ISSUES.c.pk, isouter=True)
        .group_by(ISSUES.c.id)
    )
    return {id: (positions, reports) for id, positions, reports in connection.execute(query)}
