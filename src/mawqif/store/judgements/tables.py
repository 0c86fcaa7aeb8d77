"""The tables of judgements: what people said, and, derived from it, where it stands now.

`judgements` only grows: the database itself refuses to change or remove a row of it. `attachments` and `judged` are
made anew from it whenever a judgement is added or a report read again.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Connection, ForeignKey, Integer, Table, Text

from mawqif.store import sqlite
from mawqif.store.tables import METADATA, span_columns

JUDGEMENTS = Table(
    "judgements",
    METADATA,
    Column("pk", Integer, primary_key=True),  # in the order in which they were given
    Column("id", Text),
    Column("ruling", Text),
    Column("payload", Text),  # JSON
    Column("report", Text),  # the report's id, whether the record holds it or not
    *span_columns("content"),
    *span_columns("cue"),
    Column("actors", Text),  # JSON: [[id, [name, ...]], ...]
    Column("undoes", Text),
    Column("reader", Text),
    Column("given", Text),  # ISO 8601, UTC
    Column("reason", Text),
)

# The statement to which a judgement stands; a judgement of a statement without a row is an orphan.
ATTACHMENTS = Table(
    "attachments",
    METADATA,
    Column("judgement", ForeignKey("judgements.pk"), primary_key=True),
    Column("statement", ForeignKey("statements.pk")),
    Column("active", Boolean),  # no judgement undoes it
)

# What lists are filtered by, one row for each statement with an active judgement.
JUDGED = Table(
    "judged",
    METADATA,
    Column("statement", ForeignKey("statements.pk"), primary_key=True),
    Column("verdict", Text),  # accept, reject or nothing
    Column("act", Text),  # the corrected act
)

_CREATE = """
CREATE TABLE judgements (
    pk {key}, id TEXT NOT NULL UNIQUE, ruling TEXT NOT NULL, payload TEXT NOT NULL, report TEXT,
    content_start INTEGER, content_end INTEGER, content_text TEXT,
    cue_start INTEGER, cue_end INTEGER, cue_text TEXT,
    actors TEXT NOT NULL, undoes TEXT, reader TEXT NOT NULL, given TEXT NOT NULL, reason TEXT);
CREATE INDEX judgements_report ON judgements (report);
CREATE TABLE attachments (
    judgement INTEGER PRIMARY KEY REFERENCES judgements (pk),
    statement INTEGER NOT NULL REFERENCES statements (pk), active BOOLEAN NOT NULL);
CREATE INDEX attachments_statement ON attachments (statement);
CREATE TABLE judged (
    statement INTEGER PRIMARY KEY REFERENCES statements (pk), verdict TEXT, act TEXT);
"""


def create(connection: Connection) -> None:
    """The step that adds judgements to a record."""
    sqlite.run(connection, _CREATE)
    sqlite.only_grows(connection, "judgements")
