"""The tables of actors, all of them derived.

`links` has a row for each statement: the card of its speaker, or why there is none. Cards of one name are in a group of
`names`, which says what of it is to be done again: `stale` its bearers, `untied` what they are beside other names.
`name_keys` are what names are looked up by. `bearers` are those who bear a name, each with the bearer of another name
to which it is tied, and the actor that comes of it (`found`); a card's `actor` is that after judgements (NULL: open).
`represented` has the bodies and states for which the speaker of a statement speaks.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Connection, ForeignKey, Integer, Table, Text

from mawqif.store import sqlite
from mawqif.store.tables import METADATA

NAMES = Table(
    "names",
    METADATA,
    Column("pk", Integer, primary_key=True),
    Column("key", Text),
    Column("stale", Boolean),
    Column("untied", Boolean),
)

NAME_KEYS = Table(
    "name_keys",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("offered", Boolean, primary_key=True),  # else asked for
    Column("name", ForeignKey("names.pk"), primary_key=True),
)

BEARERS = Table(
    "bearers",
    METADATA,
    Column("pk", Integer, primary_key=True),
    Column("id", Text),
    Column("name", ForeignKey("names.pk")),
    Column("kind", Text),
    Column("shown", Text),  # its name for readers
    Column("data", Text),  # the id in the data files
    Column("open", Boolean),
    Column("parent", Text),  # the id of a bearer of another name
    Column("reason", Text),  # of the tie
    Column("candidates", Text),  # ids, separated by spaces
    Column("found", Text),  # the actor that comes of it
)

CARDS = Table(
    "cards",
    METADATA,
    Column("pk", Integer, primary_key=True),
    Column("id", Text),
    Column("name", ForeignKey("names.pk")),
    Column("bearer", ForeignKey("bearers.pk")),
    Column("kind", Text),
    Column("shown", Text),
    Column("words", Text),  # separated by spaces
    Column("states", Text),
    Column("field", Text),
    Column("office", Text),
    Column("decade", Integer),
    Column("data", Text),
    Column("reason", Text),
    Column("actor", Text),
    Column("called", Text),  # the name that a reader gave the actor
)

LINKS = Table(
    "links",
    METADATA,
    Column("statement", ForeignKey("statements.pk"), primary_key=True),
    Column("card", ForeignKey("cards.pk")),
    Column("own", Text),  # the identity of an open speaker in its report
    Column("candidates", Text),
)

REPRESENTED = Table(
    "represented",
    METADATA,
    Column("statement", ForeignKey("statements.pk"), primary_key=True),
    Column("actor", Text, primary_key=True),
)

LINKED = Table(
    "linked",
    METADATA,
    Column("report", ForeignKey("reports.pk"), primary_key=True),
    Column("stamp", Text),  # what the links depend on beside the reading: program and data files
)

_SCRIPT = """
CREATE TABLE names (pk {key}, key TEXT NOT NULL UNIQUE, stale BOOLEAN NOT NULL, untied BOOLEAN NOT NULL);
CREATE INDEX names_stale ON names (stale) WHERE stale;
CREATE INDEX names_untied ON names (untied) WHERE untied;
CREATE TABLE name_keys (
    key TEXT NOT NULL, offered BOOLEAN NOT NULL, name INTEGER NOT NULL REFERENCES names (pk),
    PRIMARY KEY (key, offered, name));
CREATE INDEX name_keys_name ON name_keys (name);
CREATE TABLE bearers (
    pk {key}, id TEXT NOT NULL UNIQUE, name INTEGER NOT NULL REFERENCES names (pk), kind TEXT NOT NULL,
    shown TEXT NOT NULL, data TEXT, open BOOLEAN NOT NULL, parent TEXT, reason TEXT, candidates TEXT,
    found TEXT);
CREATE INDEX bearers_name ON bearers (name);
CREATE INDEX bearers_parent ON bearers (parent);
CREATE INDEX bearers_found ON bearers (found);
CREATE TABLE cards (
    pk {key}, id TEXT NOT NULL UNIQUE, name INTEGER NOT NULL REFERENCES names (pk),
    bearer INTEGER REFERENCES bearers (pk), kind TEXT NOT NULL, shown TEXT NOT NULL, words TEXT NOT NULL,
    states TEXT NOT NULL, field TEXT, office TEXT, decade INTEGER, data TEXT, reason TEXT NOT NULL,
    actor TEXT, called TEXT);
CREATE INDEX cards_actor ON cards (actor);
CREATE INDEX cards_name ON cards (name);
CREATE INDEX cards_bearer ON cards (bearer);
CREATE TABLE links (
    statement INTEGER PRIMARY KEY REFERENCES statements (pk), card INTEGER REFERENCES cards (pk),
    own TEXT NOT NULL, candidates TEXT);
CREATE INDEX links_card ON links (card);
CREATE INDEX links_own ON links (own) WHERE card IS NULL;
CREATE TABLE represented (
    statement INTEGER NOT NULL REFERENCES statements (pk), actor TEXT NOT NULL, PRIMARY KEY (statement, actor));
CREATE INDEX represented_actor ON represented (actor);
CREATE TABLE linked (report INTEGER PRIMARY KEY REFERENCES reports (pk), stamp TEXT NOT NULL);
"""


def create(connection: Connection) -> None:
    """A step of the migrations: actors across reports."""
    sqlite.run(connection, _SCRIPT)
