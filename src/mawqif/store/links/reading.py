"""Links out of the record."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from mawqif.arabic import Plain, plain
from mawqif.errors import NotInRecord, UsageError
from mawqif.model import Carry, Echo, Kin, Kinship, Member, Shared, Span
from mawqif.store import codec, queries
from mawqif.store.links.rows import FamilyRow, KinRow, ReportFacts, StoryRow, UtteranceRow
from mawqif.store.links.tables import CARRIED, COMPARED, HEEDED, KIN, MEANING, STORIES, TOLD_IN, UTTERANCES
from mawqif.store.rows import StatementRow
from mawqif.store.slices import sliced
from mawqif.store.tables import META, REPORTS, STATEMENTS

_COPIED = tuple(kinship.value for kinship in Kinship if kinship.copied)


def _by_day(facts: ReportFacts) -> tuple[bool, str, str]:
    return facts.date is None, facts.date.isoformat() if facts.date else "", facts.id


def facts(connection: Connection, handles: Iterable[int]) -> dict[int, ReportFacts]:
    """What is known of these reports, by primary key."""
    columns = [REPORTS.c[c] for c in ("pk", "id", "given_id", "title", "outlet", "day", "url")]
    query = select(*columns, COMPARED.c.credit).outerjoin(COMPARED, COMPARED.c.report == REPORTS.c.pk)
    found: dict[int, ReportFacts] = {}
    for some in sliced(sorted(set(handles))):
        for r in connection.execute(query.where(REPORTS.c.pk.in_(some))):
            found[r.pk] = ReportFacts(r.id, r.given_id, r.title, r.outlet, codec.date_of(r.day), r.url, r.credit)
    return found


def meaning(connection: Connection) -> bool:
    """Whether reports are compared with the meaning of sentences too."""
    return connection.scalar(select(META.c.value).where(META.c.name == MEANING)) is not None


def counts(connection: Connection) -> dict[str, int]:
    """How many pairs of copies, utterances in several statements, and stories there are."""
    copies = select(func.count()).select_from(KIN).where(KIN.c.kinship.in_(_COPIED))
    tables = {"utterances": UTTERANCES, "stories": STORIES}
    found = {name: select(func.count()).select_from(table) for name, table in tables.items()}
    return {name: connection.scalar(query) or 0 for name, query in {"copies": copies, **found}.items()}


# --- copies


def kin_of(connection: Connection, report: int) -> list[KinRow]:
    """The reports whose texts have to do with that of one, the most alike first."""
    rows = connection.execute(select(KIN).where(or_(KIN.c.a == report, KIN.c.b == report))).mappings().all()
    found = _kin_rows(connection, rows)
    return sorted(found, key=lambda row: (-max(row.kin.share_a, row.kin.share_b), row.a.id, row.b.id))


def kin_among(connection: Connection, reports: Sequence[int]) -> list[KinRow]:
    """The pairs of these reports whose texts have to do with each other."""
    known = set(reports)
    rows = [
        row
        for some in sliced(sorted(known))
        for row in connection.execute(select(KIN).where(KIN.c.a.in_(some))).mappings()
        if row["b"] in known
    ]
    return _kin_rows(connection, rows)


def _kin_rows(connection: Connection, rows: Sequence[Any]) -> list[KinRow]:
    handles = {row[side] for row in rows for side in ("a", "b")}
    known, texts = facts(connection, handles), _texts(connection, handles)
    return [
        KinRow(_kin(row, known[row["a"]].id, known[row["b"]].id, texts), known[row["a"]], known[row["b"]])
        for row in rows
    ]


def _texts(connection: Connection, handles: Iterable[int]) -> dict[int, Plain]:
    return {
        pk: plain(text)
        for some in sliced(sorted(handles))
        for pk, text in connection.execute(select(REPORTS.c.pk, REPORTS.c.text).where(REPORTS.c.pk.in_(some)))
    }


def _kin(row: Any, a: str, b: str, texts: dict[int, Plain]) -> Kin:
    shared = tuple(
        Shared(_given(texts[row["a"]], s[0], s[1]), _given(texts[row["b"]], s[2], s[3]), s[4])
        for s in json.loads(row["shared"])
    )
    kind, first = Kinship(row["kinship"]), {"a": a, "b": b}.get(row["first"] or "")
    shares = row["share_a"], row["share_b"]
    return Kin(a, b, kind, row["rule"], *shares, shared, row["credit"], first, row["first_rule"])


def _given(text: Plain, start: int, end: int) -> Span:
    return Span.of(text.source, *text.given(start, end))


def families(connection: Connection, of: Select[Any] | None, least: int) -> list[FamilyRow]:
    """Reports of which each is a copy of another one, in at least so many outlets, the largest first.

    `of` is a query for the primary keys of reports of which one must be among them (None: any).
    """
    query = select(KIN.c.a, KIN.c.b).where(KIN.c.kinship.in_(_COPIED))
    near: defaultdict[int, set[int]] = defaultdict(set)
    for a, b in connection.execute(query):
        near[a].add(b)
        near[b].add(a)
    wanted = None if of is None else set(connection.scalars(of))
    groups = [g for g in _groups(near) if wanted is None or not wanted.isdisjoint(g)]
    known = facts(connection, (pk for group in groups for pk in group))
    found = []
    for group in groups:
        reports = tuple(sorted((known[pk] for pk in group), key=_by_day))
        if len({r.outlet for r in reports}) >= least:
            found.append((group, reports))
    found.sort(key=lambda g: (-len(g[1]), _by_day(g[1][0])))
    return [FamilyRow(reports, tuple(kin_among(connection, group))) for group, reports in found]


def _groups(near: dict[int, set[int]]) -> list[list[int]]:
    """The connected parts of a graph."""
    done: set[int] = set()
    groups = []
    for start in sorted(near):
        if start in done:
            continue
        group, edge = {start}, [start]
        while edge:
            edge = sorted({other for one in edge for other in near[one]} - group)
            group.update(edge)
        done |= group
        groups.append(sorted(group))
    return groups


# --- utterances


def utterances(connection: Connection, of: Select[Any], least: int, limit: int | None) -> list[UtteranceRow]:
    """The utterances of the statements of a query that so many reports carry at least, by their first day."""
    wanted = of.with_only_columns(STATEMENTS.c.pk).order_by(None)
    counted = func.count(func.distinct(STATEMENTS.c.report))
    query = (
        select(CARRIED.c.utterance)
        .join(STATEMENTS, STATEMENTS.c.pk == CARRIED.c.statement)
        .where(CARRIED.c.utterance.in_(select(CARRIED.c.utterance).where(CARRIED.c.statement.in_(wanted))))
        .group_by(CARRIED.c.utterance)
        .having(counted >= least)
        .order_by(func.min(STATEMENTS.c.day).is_(None), func.min(STATEMENTS.c.day), CARRIED.c.utterance)
        .limit(limit)
    )
    return _utterances(connection, list(connection.scalars(query)))


def utterance(connection: Connection, id_or_prefix: str) -> UtteranceRow:
    """The utterance of that id, or of the statement of that id; a statement that stands alone is one of its own."""
    pk = _utterance_key(connection, id_or_prefix)
    if pk is not None:
        return _utterances(connection, [pk])[0]
    statement = queries.statement_key(connection, id_or_prefix)
    pk = connection.scalar(select(CARRIED.c.utterance).where(CARRIED.c.statement == statement))
    if pk is not None:
        return _utterances(connection, [pk])[0]
    row = queries.statement_row(connection, id_or_prefix)
    alone = Member(row.statement.id, Echo.ALONE, None, Echo.ALONE.value)
    found = UtteranceRow(row.statement.id, None, ((row, alone),))
    return _repeating(connection, [(found, [statement])])[0]


def carries(connection: Connection, id_or_prefix: str) -> list[Carry]:
    """The reports that carry an utterance (see `utterance`), with the statements that do."""
    rows = [row for row, _member in utterance(connection, id_or_prefix).members]
    keys = {row.report_id: queries.report_key(connection, row.report_id) for row in rows}
    known = facts(connection, keys.values())
    return [
        Carry(row.report_id, row.statement, row.outlet, row.report_date, row.title, known[keys[row.report_id]].credit)
        for row in rows
    ]


def _utterance_key(connection: Connection, given: str) -> int | None:
    if len(given) < queries.SHORTEST_PREFIX or set(given) - set("0123456789abcdef"):
        return None
    begins = UTTERANCES.c.id >= given, UTTERANCES.c.id < given + "g"
    found = connection.execute(select(UTTERANCES.c.pk).where(*begins).limit(2)).all()
    if len(found) > 1:
        raise UsageError("More than one id begins with '{id}'; give more of its characters", id=given)
    return int(found[0][0]) if found else None


def _utterances(connection: Connection, keys: Sequence[int]) -> list[UtteranceRow]:
    ids: dict[int, str] = {}
    members: defaultdict[int, list[tuple[int, StatementRow, Member]]] = defaultdict(list)
    for some in sliced(keys):
        ids |= dict(connection.execute(select(UTTERANCES.c.pk, UTTERANCES.c.id).where(UTTERANCES.c.pk.in_(some))).all())
        joined = (
            select(STATEMENTS.c.id, REPORTS.c.id, CARRIED)
            .join(STATEMENTS, STATEMENTS.c.pk == CARRIED.c.statement)
            .join(REPORTS, REPORTS.c.pk == STATEMENTS.c.report)
            .where(CARRIED.c.utterance.in_(some))
        )
        of = {(row[0], row[1]): row for row in connection.execute(joined)}
        mine = select(CARRIED.c.statement).where(CARRIED.c.utterance.in_(some))
        for row in queries.statement_rows(connection, queries.statement_list().where(STATEMENTS.c.pk.in_(mine))):
            c = of[row.found.id, row.report_id]
            member = Member(row.found.id, Echo(c.echo), c.beside, c.rule)
            members[c.utterance].append((c.statement, row, member))
    for told in members.values():
        told.sort(key=lambda m: m[2].echo is not Echo.ALONE)  # the first known one comes first
    found = {pk: UtteranceRow(ids[pk], None, tuple(m[1:] for m in members[pk])) for pk in keys if members[pk]}
    return _repeating(connection, [(row, [m[0] for m in members[pk]]) for pk, row in found.items()])


def _repeating(connection: Connection, rows: Sequence[tuple[UtteranceRow, Sequence[int]]]) -> list[UtteranceRow]:
    """Utterances with the same saying before and after them; each comes with the keys of its statements."""
    again = _again(connection, [statement for _row, mine in rows for statement in mine])
    out = []
    for row, mine in rows:
        others = {id: day for statement in mine for id, day in again.get(statement, ()) if id != row.id}
        dated = sorted((day, id) for id, day in others.items())
        first = row.first.isoformat() if row.first else ""
        before, after = [id for day, id in dated if day < first], [id for day, id in dated if day > first]
        out.append(replace(row, repeats=before[-1] if before else None, repeated=tuple(after)))
    return out


def _again(connection: Connection, statements: Sequence[int]) -> dict[int, list[tuple[str, str]]]:
    """By statement, the utterances of the same saying at another time, each with its day."""
    found: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for some in sliced(statements):
        for mine, other in ((HEEDED.c.a, HEEDED.c.b), (HEEDED.c.b, HEEDED.c.a)):
            query = (
                select(mine, STATEMENTS.c.id, STATEMENTS.c.day, UTTERANCES.c.id)
                .join(STATEMENTS, STATEMENTS.c.pk == other)
                .outerjoin(CARRIED, CARRIED.c.statement == other)
                .outerjoin(UTTERANCES, UTTERANCES.c.pk == CARRIED.c.utterance)
                .where(HEEDED.c.again.is_(True), mine.in_(some))
            )
            for statement, alone, day, id in connection.execute(query):
                found[statement].append((id or alone, day or ""))
    return found


# --- stories


def stories(connection: Connection, of: Select[Any], least: int, limit: int | None) -> list[StoryRow]:
    """The stories of the reports of a query that so many reports tell at least, by their first day."""
    wanted = of.with_only_columns(REPORTS.c.pk).order_by(None)
    query = (
        select(TOLD_IN.c.story)
        .join(REPORTS, REPORTS.c.pk == TOLD_IN.c.report)
        .where(TOLD_IN.c.story.in_(select(TOLD_IN.c.story).where(TOLD_IN.c.report.in_(wanted))))
        .group_by(TOLD_IN.c.story)
        .having(func.count() >= least)
        .order_by(func.min(REPORTS.c.day), func.count().desc(), TOLD_IN.c.story)
        .limit(limit)
    )
    return _stories(connection, list(connection.scalars(query)))


def story(connection: Connection, id_or_prefix: str) -> StoryRow:
    """The story of that id, or that of the report of that id; NotInRecord where a report's story is it alone."""
    begins = STORIES.c.id >= id_or_prefix, STORIES.c.id < id_or_prefix + "g"
    found = connection.execute(select(STORIES.c.pk).where(*begins).limit(2)).all()
    if len(found) == 1 and len(id_or_prefix) >= queries.SHORTEST_PREFIX:
        return _stories(connection, [found[0][0]])[0]
    report = queries.report_key(connection, id_or_prefix)
    pk = connection.scalar(select(TOLD_IN.c.story).where(TOLD_IN.c.report == report))
    if pk is None:
        raise NotInRecord("No other report of the record tells of the event of '{id}'", id=id_or_prefix)
    return _stories(connection, [pk])[0]


def _stories(connection: Connection, keys: Sequence[int]) -> list[StoryRow]:
    ids: dict[int, str] = {}
    told: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for some in sliced(keys):
        query = select(TOLD_IN, STORIES.c.id).join(STORIES, STORIES.c.pk == TOLD_IN.c.story)
        for report, pk, rule, id in connection.execute(query.where(TOLD_IN.c.story.in_(some))):
            ids[pk] = id
            told[pk].append((report, rule))
    known = facts(connection, (report for rows in told.values() for report, _rule in rows))
    rows = {pk: sorted(((known[r], rule) for r, rule in told[pk]), key=lambda t: _by_day(t[0])) for pk in told}
    return [StoryRow(ids[pk], tuple(rows[pk])) for pk in keys]
