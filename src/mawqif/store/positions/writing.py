"""Issues and what is found on them into the record. Every function works inside the caller's transaction."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from sqlalchemy import Connection, delete, insert, select, update

from mawqif import __version__
from mawqif.errors import NotInRecord
from mawqif.model import Found, Issue, Position, Remark, ToldPosition, digest
from mawqif.store import codec, sqlite
from mawqif.store.positions.tables import ISSUES, LOOKED, NOTICED, POSITIONS, WATCHES
from mawqif.store.rows import Outcome
from mawqif.store.tables import STATEMENTS

SORTS = {Position: "position", ToldPosition: "told", Remark: "aside"}


def body_of(issue: Issue) -> str:
    """The issue as the record keeps it."""
    return json.dumps(asdict(issue), ensure_ascii=False, sort_keys=True)


def stamp(body: str) -> str:
    """What positions depend on beside the reading: the issue's words and the version of the program."""
    return digest("looked", __version__, body)


def keep_issue(connection: Connection, issue: Issue) -> Outcome:
    """Keep an issue; one of the same id with other words is replaced, and all that was found on it goes."""
    body = body_of(issue)
    row = connection.execute(select(ISSUES).where(ISSUES.c.id == issue.id)).mappings().one_or_none()
    if row is None:
        connection.execute(insert(ISSUES).values(id=issue.id, body=body))
        return "added"
    if row["body"] == body:
        return "unchanged"
    connection.execute(update(ISSUES).where(ISSUES.c.pk == row["pk"]).values(body=body))
    _clear(connection, row["pk"])
    return "updated"


def drop_issue(connection: Connection, id: str) -> None:
    """Remove an issue with its positions and its watches."""
    pk = issue_key(connection, id)
    _clear(connection, pk)
    connection.execute(delete(WATCHES).where(WATCHES.c.issue == pk))
    connection.execute(delete(ISSUES).where(ISSUES.c.pk == pk))


def _clear(connection: Connection, issue: int) -> None:
    connection.execute(delete(POSITIONS).where(POSITIONS.c.issue == issue))
    connection.execute(delete(LOOKED).where(LOOKED.c.issue == issue))


def issue_key(connection: Connection, id: str) -> int:
    """The primary key of the issue of that id."""
    pk = connection.scalar(select(ISSUES.c.pk).where(ISSUES.c.id == id))
    if pk is None:
        known = ", ".join(connection.scalars(select(ISSUES.c.id).order_by(ISSUES.c.id)))
        if not known:
            raise NotInRecord("The record holds no issue yet; add some with `mawqif issue add FILE.yaml`")
        raise NotInRecord("The record holds no issue '{id}'; it holds {known}", id=id, known=known)
    return int(pk)


def forget(connection: Connection, report: int) -> None:
    """Remove what was found in a report, which is then to be searched again."""
    connection.execute(delete(POSITIONS).where(POSITIONS.c.report == report))
    connection.execute(delete(LOOKED).where(LOOKED.c.report == report))


def put(connection: Connection, report: int, issues: Iterable[Issue], found: Sequence[Found]) -> None:
    """Keep what was found on these issues in the report of this key, in place of what was found before.

    An issue that the record does not hold, or holds in other words, is left out: its positions are found later.
    """
    mine = select(STATEMENTS.c.id, STATEMENTS.c.pk).where(STATEMENTS.c.report == report)
    keys: dict[str, int] = {row.id: row.pk for row in connection.execute(mine)}
    for issue in issues:
        body = body_of(issue)
        pk = connection.scalar(select(ISSUES.c.pk).where(ISSUES.c.id == issue.id, ISSUES.c.body == body))
        if pk is not None:
            on_it = [f for f in found if f.position.issue == issue.id]
            values = [{"issue": pk, "report": report, "ordinal": i, **_values(f, keys)} for i, f in enumerate(on_it)]
            _replace(connection, pk, report, stamp(body), values)


def _replace(connection: Connection, issue: int, report: int, stamp: str, values: list[codec.Values]) -> None:
    for table in (POSITIONS, LOOKED):
        connection.execute(delete(table).where(table.c.issue == issue, table.c.report == report))
    connection.execute(insert(LOOKED), {"issue": issue, "report": report, "stamp": stamp})
    if values:
        connection.execute(insert(POSITIONS), values)
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        known = sqlite.insert_or(NOTICED).on_conflict_do_nothing(index_elements=["id"])
        connection.execute(known, [{"id": v["id"], "at": now} for v in values])


def _values(f: Found, keys: Mapping[str, int]) -> codec.Values:
    p = f.position
    leaning = p.leaning if isinstance(p, Position) else None
    return {
        "id": f.id,
        "statement": keys[f.statement.id] if f.statement else None,
        "sort": SORTS[type(p)],
        "holder": p.actor_name,
        "stance": p.aside.value if isinstance(p, Remark) else p.stance.value,
        "leaning": leaning.value if leaning else None,
        "levels": json.dumps([[level.key, level.name, level.kind] for level in f.levels], ensure_ascii=False),
        "own": f.own,
        "restated": isinstance(p, Position) and p.restated,
        **codec.span_values("evidence", p.evidence),
        "rule": p.rule,
    }
