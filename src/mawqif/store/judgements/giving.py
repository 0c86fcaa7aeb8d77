"""Giving and undoing judgements. Every function works inside the caller's transaction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, insert, select

from mawqif.errors import UsageError
from mawqif.model import ActorAnchor, Anchor, Judgement, Ruling
from mawqif.model.judgements import judgement
from mawqif.store import derived, queries
from mawqif.store.judgements import reading, rows
from mawqif.store.judgements.tables import JUDGEMENTS
from mawqif.store.tables import REPORTS

_MOMENT = dt.timedelta(microseconds=1)


def of_statement(
    connection: Connection,
    statement: str,
    rulings: Sequence[tuple[Ruling, Mapping[str, object]]],
    by: str,
    reason: str | None,
) -> tuple[Judgement, ...]:
    """Judge the statement of that id or unique prefix, as the program finds it now."""
    row = queries.statement_row(connection, statement)
    anchor = Anchor(row.report_id, row.found.content, row.found.cue)
    for ruling, payload in rulings:
        if ruling is Ruling.SPAN:
            _check_span(connection, row.report_id, payload)
    given = tuple(
        _keep(connection, judgement(ruling, payload, by=by, when=_now(connection), anchor=anchor, reason=reason))
        for ruling, payload in rulings
    )
    _renew(connection, given[0])
    return given


def of_actors(
    connection: Connection,
    actors: Sequence[ActorAnchor],
    ruling: Ruling,
    payload: Mapping[str, object],
    by: str,
    reason: str | None,
) -> Judgement:
    """Judge actors."""
    given = judgement(ruling, payload, by=by, when=_now(connection), actors=actors, reason=reason)
    _renew(connection, _keep(connection, given))
    return given


def undo(connection: Connection, judged: str, by: str, reason: str | None) -> Judgement:
    """Take back the judgement of that id or unique prefix; UsageError where that is done already."""
    row = reading.row(connection, queries.judgement_key(connection, judged))
    if row.state == "undone":
        raise UsageError("Judgement {id} is undone already", id=row.judgement.id[:8])
    old = row.judgement
    payload = {"judgement": old.id}
    when = _now(connection)
    given = judgement(Ruling.UNDO, payload, by=by, when=when, anchor=old.anchor, actors=old.actors, reason=reason)
    _renew(connection, _keep(connection, given))
    return given


def _check_span(connection: Connection, report: str, payload: Mapping[str, object]) -> None:
    text = queries.report(connection, queries.report_key(connection, report)).text
    start, end = (int(str(payload[key])) for key in ("start", "end"))
    if payload["field"] != "content" or not 0 <= start < end <= len(text) or text[start:end] != payload["text"]:
        raise ValueError(f"the report {report} does not hold these words at {start}:{end}")


def _now(connection: Connection) -> dt.datetime:
    """The present moment; later than that of every judgement before, whatever the clock says."""
    last = connection.scalar(select(JUDGEMENTS.c.given).order_by(JUDGEMENTS.c.pk.desc()).limit(1))
    now = dt.datetime.now(dt.UTC)
    return max(now, dt.datetime.fromisoformat(last) + _MOMENT) if last else now


def _keep(connection: Connection, given: Judgement) -> Judgement:
    connection.execute(insert(JUDGEMENTS), rows.values(given))
    return given


def _renew(connection: Connection, given: Judgement) -> None:
    """Derive again what follows from the judgement."""
    if given.anchor is not None:
        report = connection.scalar(select(REPORTS.c.pk).where(REPORTS.c.id == given.anchor.report))
        if report is not None:
            derived.rejudged(connection, report)
    if given.actors:
        derived.renew_actors(connection)
