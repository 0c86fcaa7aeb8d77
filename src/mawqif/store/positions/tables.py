"""The tables of positions.

`issues` are as a user described them. `looked` says which reports were searched for positions on an issue, and by
which state of issue and program (`stamp`); `positions` are what was found there, `sort` told apart: a statement's
position, a position told by the narrator, an aside. All of it can be found anew from the readings. `noticed` only
grows: it numbers what the record came to know by its content's id, so that finding it again is nothing new. `looks`
and `watches` have the last number that a reader has seen, or that was sent.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Connection, ForeignKey, Integer, Table, Text

from mawqif.store import sqlite
from mawqif.store.tables import METADATA, span_columns

ISSUES = Table(
    "issues",
    METADATA,
    Column("pk", Integer, primary_key=True),
    Column("id", Text),
    Column("body", Text),  # JSON of all fields
)

LOOKED = Table(
    "looked",
    METADATA,
    Column("issue", ForeignKey("issues.pk"), primary_key=True),
    Column("report", ForeignKey("reports.pk"), primary_key=True),
    Column("stamp", Text),
)

POSITIONS = Table(
    "positions",
    METADATA,
    Column("pk", Integer, primary_key=True),
    Column("id", Text),  # of the content: the same when it is found anew
    Column("issue", ForeignKey("issues.pk")),
    Column("report", ForeignKey("reports.pk")),
    Column("statement", ForeignKey("statements.pk")),
    Column("ordinal", Integer),
    Column("sort", Text),
    Column("holder", Text),
    Column("stance", Text),  # of an aside what it is
    Column("leaning", Text),
    Column("levels", Text),  # JSON of those for whom it counts: key, name, kind
    Column("own", Boolean),
    Column("restated", Boolean),
    *span_columns("evidence"),
    Column("rule", Text),
)

NOTICED = Table(
    "noticed",
    METADATA,
    Column("pk", Integer, primary_key=True),
    Column("id", Text),
    Column("at", Text),  # when, UTC
)

LOOKS = Table("looks", METADATA, Column("reader", Text, primary_key=True), Column("upto", Integer))

WATCHES = Table(
    "watches",
    METADATA,
    Column("pk", Integer, primary_key=True),
    Column("issue", ForeignKey("issues.pk")),
    Column("url", Text),
    Column("atom", Text),
    Column("upto", Integer),
)

_SCRIPT = """
CREATE TABLE issues (pk {key}, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
CREATE TABLE looked (
    issue INTEGER NOT NULL REFERENCES issues (pk), report INTEGER NOT NULL REFERENCES reports (pk),
    stamp TEXT NOT NULL, PRIMARY KEY (issue, report));
CREATE INDEX looked_report ON looked (report);
CREATE TABLE positions (
    pk {key}, id TEXT NOT NULL,
    issue INTEGER NOT NULL REFERENCES issues (pk), report INTEGER NOT NULL REFERENCES reports (pk),
    statement INTEGER REFERENCES statements (pk), ordinal INTEGER NOT NULL,
    sort TEXT NOT NULL, holder TEXT, stance TEXT NOT NULL, leaning TEXT,
    levels TEXT NOT NULL, own BOOLEAN NOT NULL, restated BOOLEAN NOT NULL,
    evidence_start INTEGER, evidence_end INTEGER, evidence_text TEXT, rule TEXT NOT NULL,
    UNIQUE (issue, report, ordinal));
CREATE INDEX positions_report ON positions (report);
CREATE INDEX positions_statement ON positions (statement);
CREATE TABLE noticed (pk {key}, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL);
CREATE TABLE looks (reader TEXT PRIMARY KEY, upto INTEGER NOT NULL);
CREATE TABLE watches (
    pk {key}, issue INTEGER NOT NULL REFERENCES issues (pk), url TEXT, atom TEXT, upto INTEGER NOT NULL);
"""


def create(connection: Connection) -> None:
    """A step of the migrations: issues, positions, and who was told of them."""
    sqlite.run(connection, _SCRIPT)
