"""Issues and what is found on them into the record. Every function works inside the caller's transaction."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from sqlalchemy import Connection, delete, insert, select, update

from mawqif import __version__
from mawqif.errors import NotInRecord
from mawqif.model import Issue, Position, Remark, Statement, ToldPosition, digest, position_id
from mawqif.store import codec, sqlite
from mawqif.store.positions.tables import ISSUES, LOOKED, NOTICED, POSITIONS, WATCHES
from mawqif.store.rows import Outcome
from mawqif.store.tables import STATEMENTS

Value = Position | ToldPosition | Remark

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


def put(
    connection: Connection,
    report: tuple[int, str],
    issues: Iterable[Issue],
    statements: Sequence[Statement],
    told: Sequence[ToldPosition],
    remarks: Sequence[Remark],
) -> None:
    """Keep what was found on these issues in a report (its key and its id), in place of what was found before.

    An issue that the record does not hold, or holds in other words, is left out: its positions are found later.
    """
    keys = dict(
        connection.execute(select(STATEMENTS.c.id, STATEMENTS.c.pk).where(STATEMENTS.c.report == report[0])).all()
    )
    ids = {key: id for id, key in keys.items()}
    places: list[tuple[int | None, Value]] = [(keys.get(s.id), p) for s in statements for p in s.positions]
    places += [(None, t) for t in told]
    places += [(keys.get(r.statement or ""), r) for r in remarks]
    for issue in issues:
        body = body_of(issue)
        pk = connection.scalar(select(ISSUES.c.pk).where(ISSUES.c.id == issue.id, ISSUES.c.body == body))
        if pk is not None:
            mine = [(key, p) for key, p in places if p.issue == issue.id]
            values = [
                {"issue": pk, "report": report[0], "ordinal": i, **_values(report[1], key, ids.get(key or 0), p)}
                for i, (key, p) in enumerate(mine)
            ]
            _replace(connection, pk, report[0], stamp(body), values)


def _replace(connection: Connection, issue: int, report: int, stamp: str, values: list[codec.Values]) -> None:
    for table in (POSITIONS, LOOKED):
        connection.execute(delete(table).where(table.c.issue == issue, table.c.report == report))
    connection.execute(insert(LOOKED), {"issue": issue, "report": report, "stamp": stamp})
    if values:
        connection.execute(insert(POSITIONS), values)
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        known = sqlite.insert_or(NOTICED).on_conflict_do_nothing(index_elements=["id"])
        connection.execute(known, [{"id": v["id"], "at": now} for v in values])


def _values(report: str, statement: int | None, id: str | None, p: Value) -> codec.Values:
    leaning = p.leaning if isinstance(p, Position) else None
    return {
        "id": position_id(report, id, p),
        "statement": statement,
        "sort": SORTS[type(p)],
        "holder": p.actor_name,
        "stance": p.aside.value if isinstance(p, Remark) else p.stance.value,
        "leaning": leaning.value if leaning else None,
        "restated": isinstance(p, Position) and p.restated,
        **codec.span_values("evidence", p.evidence),
        "rule": p.rule,
    }
