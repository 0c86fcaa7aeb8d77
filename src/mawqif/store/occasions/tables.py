"""The tables of occasions: which there are, and which statements were made on each, with the reason.

All of it can be linked anew from the readings. `linked` in `meta` says by which program it was; where that is missing,
something changed since.
"""

from __future__ import annotations

from sqlalchemy import Column, Connection, ForeignKey, Integer, Table, Text

from mawqif.store import sqlite
from mawqif.store.tables import METADATA

OCCASIONS = Table(
    "occasions",
    METADATA,
    Column("pk", Integer, primary_key=True),
    Column("id", Text),
    Column("kind", Text),
    Column("first", Text),  # YYYY-MM-DD
    Column("last", Text),
    Column("place", Text),
)

OCCURRENCES = Table(
    "occurrences",
    METADATA,
    Column("statement", ForeignKey("statements.pk"), primary_key=True),
    Column("occasion", ForeignKey("occasions.pk")),
    Column("bond", Text),
)

LINKED = "occasions_linked_by"  # the name in `meta`

_TABLES = """
CREATE TABLE occasions (
    pk {key}, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, first TEXT, last TEXT, place TEXT);
CREATE TABLE occurrences (
    statement INTEGER PRIMARY KEY REFERENCES statements (pk),
    occasion INTEGER NOT NULL REFERENCES occasions (pk), bond TEXT NOT NULL);
CREATE INDEX occurrences_occasion ON occurrences (occasion);
"""


def create(connection: Connection) -> None:
    """The step that adds occasions to a record."""
    sqlite.run(connection, _TABLES)
