"""Links into the record. Every function works inside the caller's transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, Table, bindparam, delete, func, insert, or_, select, union

from mawqif.model import Area, Heeded, Kin, Story, Utterance
from mawqif.store import sqlite
from mawqif.store.links import items
from mawqif.store.links.tables import (
    ALIKE,
    CARRIED,
    COMPARED,
    HEEDED,
    KIN,
    LINK_ITEMS,
    LINK_KEYS,
    MEANING,
    STORIES,
    TOLD_IN,
    UNSETTLED,
    UTTERANCES,
)
from mawqif.store.slices import sliced
from mawqif.store.tables import META, REPORTS, STATEMENTS

T = TypeVar("T")

_MINE = select(STATEMENTS.c.pk).where(STATEMENTS.c.report == bindparam("report"))
_NOTE = insert(COMPARED)
_STATEMENT_IDS, _REPORT_IDS = (
    select(table.c.id, table.c.pk).where(table.c.pk.in_(bindparam("handles", expanding=True)))
    for table in (STATEMENTS, REPORTS)
)
_IS_COMPARED = select(COMPARED.c.report).where(COMPARED.c.report == bindparam("report"))


def put_kin(connection: Connection, found: Iterable[tuple[int, int, Kin]]) -> None:
    """Keep pairs of reports, each with the handles of its `a` and `b`."""
    rows = [
        {
            "a": a,
            "b": b,
            "kinship": kin.kinship.value,
            "rule": kin.rule,
            "share_a": kin.share_a,
            "share_b": kin.share_b,
            "shared": json.dumps([[s.a.start, s.a.end, s.b.start, s.b.end, s.words] for s in kin.shared]),
            "credit": kin.credit,
            "first": {kin.a: "a", kin.b: "b"}.get(kin.first or ""),
            "first_rule": kin.first_rule,
        }
        for a, b, kin in found
    ]
    if rows:
        connection.execute(sqlite.insert_or(KIN).on_conflict_do_nothing(), rows)


def put_heeded(connection: Connection, found: Iterable[tuple[int, int, Heeded]]) -> None:
    """Keep pairs of statements, each with the handles of its `a` and `b`."""
    rows = [{"a": a, "b": b, "echo": pair.echo.value, "rule": pair.rule, "again": pair.again} for a, b, pair in found]
    if rows:
        connection.execute(sqlite.insert_or(HEEDED).on_conflict_do_nothing(), rows)


def put_alike(connection: Connection, found: Iterable[tuple[int, int, float, str]]) -> None:
    """Keep pairs of reports that may tell of one event: two handles, weight, rule."""
    rows = [{"a": min(x, y), "b": max(x, y), "weight": weight, "rule": rule} for x, y, weight, rule in found]
    if rows:
        connection.execute(sqlite.insert_or(ALIKE).on_conflict_do_nothing(), rows)


def unsettle(connection: Connection, area: Area, handles: Iterable[int]) -> None:
    """The groups of these are to be told anew."""
    rows = [{"area": area, "item": handle} for handle in sorted(set(handles))]
    if rows:
        connection.execute(sqlite.insert_or(UNSETTLED).on_conflict_do_nothing(), rows)


def compared(connection: Connection, reports: Sequence[tuple[int, str | None]], stamp: str) -> None:
    """Note that reports were compared with the others, and whom each names as its source."""
    rows = [{"report": report, "stamp": stamp, "credit": credit} for report, credit in reports]
    if rows:
        connection.execute(_NOTE, rows)


def settle_utterances(connection: Connection, handles: Sequence[int], found: Sequence[Utterance]) -> None:
    """These statements are of these utterances now, and of no others."""
    _leave(connection, CARRIED, CARRIED.c.statement, CARRIED.c.utterance, UTTERANCES, handles)
    keys = _handles(connection, _STATEMENT_IDS, handles)
    found = [one for one in found if len(one.members) > 1]
    heads = [{"pk": pk, "id": one.id} for pk, one in _numbered(connection, UTTERANCES, found)]
    rows = [
        {
            "statement": keys[m.statement],
            "utterance": head["pk"],
            "echo": m.echo.value,
            "beside": m.beside,
            "rule": m.rule,
        }
        for head, one in zip(heads, found, strict=True)
        for m in one.members
    ]
    if rows:
        connection.execute(insert(UTTERANCES), heads)
        connection.execute(insert(CARRIED), rows)
    _settled(connection, Area.SAYINGS, handles)


def settle_stories(connection: Connection, handles: Sequence[int], found: Sequence[Story]) -> None:
    """These reports are of these stories now, and of no others."""
    _leave(connection, TOLD_IN, TOLD_IN.c.report, TOLD_IN.c.story, STORIES, handles)
    keys = _handles(connection, _REPORT_IDS, handles)
    heads = [{"pk": pk, "id": one.id} for pk, one in _numbered(connection, STORIES, found)]
    rows = [
        {"report": keys[id], "story": head["pk"], "rule": rule}
        for head, one in zip(heads, found, strict=True)
        for id, rule in one.reports
    ]
    if rows:
        connection.execute(insert(STORIES), heads)
        connection.execute(insert(TOLD_IN), rows)
    _settled(connection, Area.STORIES, handles)


def _leave(
    connection: Connection, members: Table, member: Any, group: Any, groups: Table, handles: Sequence[int]
) -> None:
    """Take members out of their groups; a group that has none left goes."""
    for some in sliced(handles):
        olds = connection.scalars(select(group).where(member.in_(some)).distinct()).all()
        connection.execute(delete(members).where(member.in_(some)))
        left = select(group).where(group == groups.c.pk)
        for old in sliced(olds):
            connection.execute(delete(groups).where(groups.c.pk.in_(old), ~left.exists()))


def _numbered(connection: Connection, groups: Table, found: Sequence[T]) -> list[tuple[int, T]]:
    """New groups with the keys that they get."""
    last = connection.scalar(select(func.max(groups.c.pk))) or 0
    return list(enumerate(found, last + 1))


def _handles(connection: Connection, query: Select[Any], handles: Sequence[int]) -> dict[str, int]:
    """By id, the handles of these rows."""
    found: dict[str, int] = {}
    for some in sliced(handles):
        found.update(connection.execute(query, {"handles": list(some)}).all())
    return found


def _settled(connection: Connection, area: Area, handles: Sequence[int]) -> None:
    for some in sliced(handles):
        connection.execute(delete(UNSETTLED).where(UNSETTLED.c.area == area, UNSETTLED.c.item.in_(some)))


def forget(connection: Connection, report: int) -> None:
    """Let go of a report and its statements; what hung together with them is to be told anew."""
    if connection.scalar(_IS_COMPARED, {"report": report}) is None:
        return
    mine = list(connection.scalars(_MINE, {"report": report}))
    items.drop(connection, Area.COPIES, [report])
    items.drop(connection, Area.STORIES, [report])
    items.drop(connection, Area.SAYINGS, mine)
    fellows = select(TOLD_IN.c.report).where(
        TOLD_IN.c.story.in_(select(TOLD_IN.c.story).where(TOLD_IN.c.report == report))
    )
    unsettle(connection, Area.STORIES, set(connection.scalars(fellows)) - {report})
    settle_stories(connection, [report], ())
    for some in sliced(mine):
        others = union(select(HEEDED.c.a).where(HEEDED.c.b.in_(some)), select(HEEDED.c.b).where(HEEDED.c.a.in_(some)))
        unsettle(connection, Area.SAYINGS, set(connection.scalars(others)) - set(mine))
        connection.execute(delete(HEEDED).where(or_(HEEDED.c.a.in_(some), HEEDED.c.b.in_(some))))
    settle_utterances(connection, mine, ())
    connection.execute(delete(KIN).where(or_(KIN.c.a == report, KIN.c.b == report)))
    connection.execute(delete(ALIKE).where(or_(ALIKE.c.a == report, ALIKE.c.b == report)))
    connection.execute(delete(COMPARED).where(COMPARED.c.report == report))


def reset(connection: Connection, meaning: bool) -> None:
    """Every report is to be compared again, from now on with the meaning of sentences or without."""
    connection.execute(delete(META).where(META.c.name == MEANING))
    if meaning:
        connection.execute(insert(META).values(name=MEANING, value="1"))
    for table in (
        CARRIED,
        UTTERANCES,
        TOLD_IN,
        STORIES,
        HEEDED,
        ALIKE,
        KIN,
        LINK_KEYS,
        LINK_ITEMS,
        UNSETTLED,
        COMPARED,
    ):
        connection.execute(delete(table))
