"""The tables of links, all of them derived.

`link_items` are the reports and statements that can be found by what they hold: each with the numbers (`keys`) under
which `link_keys` has it. `kin` are pairs of reports, `heeded` pairs of statements, `alike` pairs of reports that may
tell of one event; what follows from all pairs that hang together stands in `utterances` with `carried`, and in
`stories` with `told_in`. One that stands alone has no row there. `unsettled` are those whose groups are to be told
anew; `compared` says by which program a report was compared with the others,
and whom it names as its source.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Connection, Float, ForeignKey, Integer, LargeBinary, Table, Text

from mawqif.store import sqlite
from mawqif.store.tables import METADATA

LINK_KEYS = Table(
    "link_keys",
    METADATA,
    Column("area", Integer, primary_key=True),
    Column("key", Integer, primary_key=True),
    Column("day", Integer, primary_key=True),  # proleptic Gregorian ordinal; 0: unknown
    Column("item", Integer, primary_key=True),
)

LINK_ITEMS = Table(
    "link_items",
    METADATA,
    Column("area", Integer, primary_key=True),
    Column("item", Integer, primary_key=True),
    Column("day", Integer),
    Column("keys", LargeBinary),  # of eight bytes each
)

KIN = Table(
    "kin",
    METADATA,
    Column("a", ForeignKey("reports.pk"), primary_key=True),
    Column("b", ForeignKey("reports.pk"), primary_key=True),
    Column("kinship", Text),
    Column("rule", Text),
    Column("share_a", Float),
    Column("share_b", Float),
    Column("shared", Text),  # JSON: [start in a, end in a, start in b, end in b, words] of each passage
    Column("credit", Text),
    Column("first", Text),  # "a" or "b"
    Column("first_rule", Text),
)

HEEDED = Table(
    "heeded",
    METADATA,
    Column("a", ForeignKey("statements.pk"), primary_key=True),
    Column("b", ForeignKey("statements.pk"), primary_key=True),
    Column("echo", Text),
    Column("rule", Text),
    Column("again", Boolean),
)

UTTERANCES = Table("utterances", METADATA, Column("pk", Integer, primary_key=True), Column("id", Text))

CARRIED = Table(
    "carried",
    METADATA,
    Column("statement", ForeignKey("statements.pk"), primary_key=True),
    Column("utterance", ForeignKey("utterances.pk")),
    Column("echo", Text),
    Column("beside", Text),  # the id of the statement beside which it was found to carry the saying
    Column("rule", Text),
)

ALIKE = Table(
    "alike",
    METADATA,
    Column("a", ForeignKey("reports.pk"), primary_key=True),
    Column("b", ForeignKey("reports.pk"), primary_key=True),
    Column("weight", Float),
    Column("rule", Text),
)

STORIES = Table("stories", METADATA, Column("pk", Integer, primary_key=True), Column("id", Text))

TOLD_IN = Table(
    "told_in",
    METADATA,
    Column("report", ForeignKey("reports.pk"), primary_key=True),
    Column("story", ForeignKey("stories.pk")),
    Column("rule", Text),
)

UNSETTLED = Table(
    "unsettled",
    METADATA,
    Column("area", Integer, primary_key=True),
    Column("item", Integer, primary_key=True),
)

COMPARED = Table(
    "compared",
    METADATA,
    Column("report", ForeignKey("reports.pk"), primary_key=True),
    Column("stamp", Text),
    Column("credit", Text),  # whom the report names as its source
)

MEANING = "links_with_meaning"  # the name in `meta`: there where the meaning of sentences is compared too

_SCRIPT = """
CREATE TABLE link_keys (
    area INTEGER NOT NULL, key BIGINT NOT NULL, day INTEGER NOT NULL, item INTEGER NOT NULL,
    PRIMARY KEY (area, key, day, item)){clustered};
CREATE TABLE link_items (
    area INTEGER NOT NULL, item INTEGER NOT NULL, day INTEGER NOT NULL, keys {bytes} NOT NULL,
    PRIMARY KEY (area, item)){clustered};
CREATE TABLE kin (
    a INTEGER NOT NULL REFERENCES reports (pk), b INTEGER NOT NULL REFERENCES reports (pk),
    kinship TEXT NOT NULL, rule TEXT NOT NULL, share_a {float} NOT NULL, share_b {float} NOT NULL,
    shared TEXT NOT NULL, credit TEXT, first TEXT, first_rule TEXT, PRIMARY KEY (a, b));
CREATE INDEX kin_b ON kin (b);
CREATE TABLE heeded (
    a INTEGER NOT NULL REFERENCES statements (pk), b INTEGER NOT NULL REFERENCES statements (pk),
    echo TEXT NOT NULL, rule TEXT NOT NULL, again BOOLEAN NOT NULL, PRIMARY KEY (a, b));
CREATE INDEX heeded_b ON heeded (b);
CREATE TABLE utterances (pk {key}, id TEXT NOT NULL UNIQUE);
CREATE TABLE carried (
    statement INTEGER PRIMARY KEY REFERENCES statements (pk),
    utterance INTEGER NOT NULL REFERENCES utterances (pk), echo TEXT NOT NULL, beside TEXT, rule TEXT NOT NULL);
CREATE INDEX carried_utterance ON carried (utterance);
CREATE TABLE alike (
    a INTEGER NOT NULL REFERENCES reports (pk), b INTEGER NOT NULL REFERENCES reports (pk),
    weight {float} NOT NULL, rule TEXT NOT NULL, PRIMARY KEY (a, b));
CREATE INDEX alike_b ON alike (b);
CREATE TABLE stories (pk {key}, id TEXT NOT NULL UNIQUE);
CREATE TABLE told_in (
    report INTEGER PRIMARY KEY REFERENCES reports (pk), story INTEGER NOT NULL REFERENCES stories (pk),
    rule TEXT NOT NULL);
CREATE INDEX told_in_story ON told_in (story);
CREATE TABLE unsettled (area INTEGER NOT NULL, item INTEGER NOT NULL, PRIMARY KEY (area, item)){clustered};
CREATE TABLE compared (report INTEGER PRIMARY KEY REFERENCES reports (pk), stamp TEXT NOT NULL, credit TEXT);
"""


def create(connection: Connection) -> None:
    """A step of the migrations: copies, utterances and stories across reports."""
    sqlite.run(connection, _SCRIPT)
