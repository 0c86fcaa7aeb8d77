"""Adding a reading to the record. Every function works inside the caller's transaction."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import replace

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from mawqif.model import Page, Program, Reading, Report
from mawqif.store import codec, derived, limits, parts, queries, sqlite
from mawqif.store.readings import keeping
from mawqif.store.rows import Outcome
from mawqif.store.search import joined_key
from mawqif.store.tables import FURNITURE, PAGES, REPORTS, RETRIEVALS, STATEMENTS

COMPRESSION = "zlib"

# Made once: building a statement costs more than SQLite needs to run it.
_KNOWN = select(REPORTS.c.pk).where(REPORTS.c.id == bindparam("id"))
_KEYS = select(STATEMENTS.c.pk).where(STATEMENTS.c.report == bindparam("of")).order_by(STATEMENTS.c.ordinal)
_PAGE = select(PAGES.c.sha256).where(PAGES.c.sha256 == bindparam("sha256"))
_PLACE = select(RETRIEVALS.c.pk).where(
    RETRIEVALS.c.report == bindparam("report"),
    RETRIEVALS.c.location == bindparam("location"),
    RETRIEVALS.c.url.is_not_distinct_from(bindparam("url")),
)


def add(connection: Connection, page: Page, reading: Reading, program: Program | None = None) -> Outcome:
    """Keep a reading and the page that it was read from; says whether anything changed.

    The name that an input gave a report (`given_id`) is kept as first given, for the same report
    may stand under two names in two inputs, and adding both again and again must change nothing.
    """
    pk = connection.scalar(_KNOWN, {"id": reading.report.id})
    if pk is None:
        pk = _insert_report(connection, reading.report)
        _insert_parts(connection, pk, reading)
        outcome: Outcome = "added"
    else:
        outcome = _update(connection, pk, reading)
    if outcome != "unchanged":
        derived.renew(connection, pk)
    if outcome != "unchanged" or program is not None:
        keeping.note(connection, pk, program)
    _keep_page(connection, pk, page)
    return outcome


def replace_reading(connection: Connection, reading: Reading, program: Program) -> Outcome:
    """Keep another reading of a report that is kept already."""
    pk = queries.report_key(connection, reading.report.id)
    outcome = _update(connection, pk, reading)
    if outcome != "unchanged":
        derived.renew(connection, pk)
    keeping.note(connection, pk, program)
    return outcome


def _insert_report(connection: Connection, report: Report) -> int:
    made = connection.execute(insert(REPORTS), codec.report_values(report)).inserted_primary_key
    assert made is not None
    return int(made[0])


def _update(connection: Connection, pk: int, reading: Reading) -> Outcome:
    """Replace what differs from the kept reading of the same report."""
    kept = queries.reading(connection, pk)
    if kept.report.text != reading.report.text:
        raise ValueError(f"two texts under the report id {reading.report.id}")
    report = replace(reading.report, given_id=kept.report.given_id or reading.report.given_id)
    if kept == Reading(report, reading.statements):
        return "unchanged"
    _remove_parts(connection, pk)
    connection.execute(update(REPORTS).where(REPORTS.c.pk == pk).values(codec.report_values(report)))
    _insert_parts(connection, pk, Reading(report, reading.statements))
    return "updated"


def _remove_parts(connection: Connection, pk: int) -> None:
    derived.forget(connection, pk)
    mine = select(STATEMENTS.c.pk).where(STATEMENTS.c.report == pk)
    sqlite.forget_statements(connection, connection.scalars(mine).all())
    sqlite.forget_report(connection, pk)
    limits.forget(connection, mine)
    parts.forget(connection, mine)
    connection.execute(delete(STATEMENTS).where(STATEMENTS.c.report == pk))
    connection.execute(delete(FURNITURE).where(FURNITURE.c.report == pk))


def _insert_parts(connection: Connection, pk: int, reading: Reading) -> None:
    """Furniture, statements, and the report's place in the search index."""
    report = reading.report
    furniture = [
        {"report": pk, "ordinal": i, "rule": f.rule, **codec.span_values("span", f.span)}
        for i, f in enumerate(report.furniture)
    ]
    if furniture:
        connection.execute(insert(FURNITURE), furniture)
    if reading.statements:
        _insert_statements(connection, pk, reading)
    sqlite.index_report(connection, pk, joined_key(report.title.value if report.title else None, report.text))


def _insert_statements(connection: Connection, pk: int, reading: Reading) -> None:
    day = reading.report.day
    values = [codec.statement_values(s, pk, i, day) for i, s in enumerate(reading.statements)]
    connection.execute(insert(STATEMENTS), values)
    keys = connection.scalars(_KEYS, {"of": pk}).all()
    placed = list(zip(keys, reading.statements, strict=True))
    parts.keep(connection, placed)
    limits.keep(connection, placed)
    sqlite.index_statements(connection, ((key, *codec.statement_keys(s)) for key, s in placed))


def _keep_page(connection: Connection, pk: int, page: Page) -> None:
    """Keep the bytes once, and where they came from once for each place.

    A place that is read again and gives the same report keeps its first bytes and time: a second
    run adds nothing.
    """
    place = {"report": pk, "location": page.location, "url": page.url}
    if connection.scalars(_PLACE, place).first() is not None:
        return
    raw = page.raw if page.raw is not None else page.text.encode("utf-8")
    sha256 = hashlib.sha256(raw).hexdigest()
    if connection.scalar(_PAGE, {"sha256": sha256}) is None:
        packed = zlib.compress(raw)
        connection.execute(insert(PAGES), {"sha256": sha256, "compression": COMPRESSION, "raw": packed})
    values = {
        **place,
        "page": sha256,
        "verbatim": page.raw is not None,
        "media_type": page.media_type,
        "encoding": page.encoding if page.raw is not None else "utf-8",
        "retrieved": page.retrieved.isoformat() if page.retrieved else None,
    }
    connection.execute(insert(RETRIEVALS), values)
