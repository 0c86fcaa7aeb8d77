"""Who read which report. Every function works inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, or_, select

from mawqif.model import Program
from mawqif.store.readings.tables import READINGS
from mawqif.store.tables import REPORTS


def note(connection: Connection, report: int, program: Program | None) -> None:
    """From now on this program read the report; None: nobody knows which."""
    row = connection.execute(select(READINGS).where(READINGS.c.report == report)).mappings().one_or_none()
    if row and program and (row["version"], row["fingerprint"]) == (program.version, program.fingerprint):
        return
    connection.execute(delete(READINGS).where(READINGS.c.report == report))
    if program is not None:
        values = {"report": report, "version": program.version, "fingerprint": program.fingerprint}
        connection.execute(insert(READINGS), values)


def program_of(connection: Connection, report: int) -> Program | None:
    """The program that read the report last."""
    row = connection.execute(select(READINGS).where(READINGS.c.report == report)).mappings().one_or_none()
    return Program(row["version"], row["fingerprint"]) if row else None


def reports(connection: Connection, unread_by: Program | None) -> Sequence[str]:
    """The ids of all reports, or of those that this program did not read, in the order in which they were added."""
    query = select(REPORTS.c.id).outerjoin(READINGS, READINGS.c.report == REPORTS.c.pk).order_by(REPORTS.c.pk)
    if unread_by is not None:
        other = READINGS.c.fingerprint != unread_by.fingerprint
        query = query.where(or_(READINGS.c.report.is_(None), other))
    return connection.scalars(query).all()
