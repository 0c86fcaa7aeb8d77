"""The table of readings: the program that read each report last; without a row it is not known."""

from __future__ import annotations

from sqlalchemy import Column, Connection, ForeignKey, Table, Text

from mawqif.store import sqlite
from mawqif.store.tables import METADATA

READINGS = Table(
    "readings",
    METADATA,
    Column("report", ForeignKey("reports.pk"), primary_key=True),
    Column("version", Text),
    Column("fingerprint", Text),
)

_SCRIPT = """
CREATE TABLE readings (
    report INTEGER PRIMARY KEY REFERENCES reports (pk), version TEXT NOT NULL, fingerprint TEXT NOT NULL);
"""


def create(connection: Connection) -> None:
    """The step that adds which program read a report."""
    sqlite.run(connection, _SCRIPT)
