"""Ordered steps from an empty database to the present schema.

A step that has been released is never edited: what comes later is a new step at the end. The SQL
is what SQLite and PostgreSQL share; `{key}`, `{bytes}` and `{float}` stand for what they call differently.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, insert

from mawqif import __version__
from mawqif.store import limits, sqlite
from mawqif.store.actors import tables as actors
from mawqif.store.instruments import tables as instruments
from mawqif.store.judgements import tables as judgements
from mawqif.store.links import tables as links
from mawqif.store.occasions import tables as occasions
from mawqif.store.positions import tables as positions
from mawqif.store.readings import tables as readings
from mawqif.store.tables import META

_TABLES_1 = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE reports (
    pk {key}, id TEXT NOT NULL UNIQUE, given_id TEXT, text TEXT NOT NULL, url TEXT, extractor TEXT,
    title TEXT, title_provenance TEXT, title_start INTEGER, title_end INTEGER, title_text TEXT,
    outlet TEXT, outlet_provenance TEXT, outlet_start INTEGER, outlet_end INTEGER, outlet_text TEXT,
    outlet_key TEXT,
    date TEXT, date_provenance TEXT, date_start INTEGER, date_end INTEGER, date_text TEXT,
    day TEXT);
CREATE INDEX reports_day ON reports (day);
CREATE TABLE furniture (
    report INTEGER NOT NULL REFERENCES reports (pk), ordinal INTEGER NOT NULL,
    span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, span_text TEXT NOT NULL, rule TEXT NOT NULL,
    PRIMARY KEY (report, ordinal));
CREATE TABLE statements (
    pk {key}, id TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reports (pk), ordinal INTEGER NOT NULL,
    content_start INTEGER NOT NULL, content_end INTEGER NOT NULL, content_text TEXT NOT NULL,
    cue_start INTEGER, cue_end INTEGER, cue_text TEXT,
    mention_start INTEGER, mention_end INTEGER, mention_text TEXT,
    name TEXT, name_key TEXT, kind TEXT NOT NULL, office TEXT, speaker_rule TEXT NOT NULL,
    mode TEXT NOT NULL, act TEXT NOT NULL, negated BOOLEAN NOT NULL,
    said_on_start INTEGER, said_on_end INTEGER, said_on_text TEXT,
    date TEXT, day TEXT, score {float} NOT NULL, rule TEXT NOT NULL,
    UNIQUE (report, ordinal));
CREATE INDEX statements_id ON statements (id);
CREATE INDEX statements_day ON statements (day);
CREATE TABLE relays (
    statement INTEGER NOT NULL REFERENCES statements (pk), ordinal INTEGER NOT NULL,
    span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, span_text TEXT NOT NULL,
    PRIMARY KEY (statement, ordinal));
CREATE TABLE pages (sha256 TEXT PRIMARY KEY, compression TEXT NOT NULL, raw {bytes} NOT NULL);
CREATE TABLE retrievals (
    pk {key}, report INTEGER NOT NULL REFERENCES reports (pk), page TEXT NOT NULL REFERENCES pages (sha256),
    verbatim BOOLEAN NOT NULL, media_type TEXT NOT NULL, encoding TEXT,
    location TEXT NOT NULL, url TEXT, retrieved TEXT);
CREATE INDEX retrievals_report ON retrievals (report);
CREATE INDEX retrievals_page ON retrievals (page);
"""


def _create_record(connection: Connection) -> None:
    """Step 1: reports, furniture, statements, relays, pages, retrievals, and the search index."""
    sqlite.run(connection, _TABLES_1)
    sqlite.create_search(connection)
    connection.execute(insert(META).values(name="made_by", value=__version__))


_SETTINGS = (
    ("occasion_start", "INTEGER"),
    ("occasion_end", "INTEGER"),
    ("occasion_text", "TEXT"),
    ("occasion_kind", "TEXT"),
    ("addressee_start", "INTEGER"),
    ("addressee_end", "INTEGER"),
    ("addressee_text", "TEXT"),
)


def _add_settings(connection: Connection) -> None:
    """Step 2: where and to whom it was said; statements that are kept already have neither."""
    for column, sort in _SETTINGS:
        connection.exec_driver_sql(f"ALTER TABLE statements ADD COLUMN {column} {sort}")


def _add_data_actors(connection: Connection) -> None:
    """A step: who in the data files a speaker is, or may be, and whom it represents."""
    for column in ("actor", "actor_link", "candidates", "represents"):
        connection.exec_driver_sql(f"ALTER TABLE statements ADD COLUMN {column} TEXT")


_COMMITMENTS = (
    ("commitment_rule", "TEXT"),
    ("deadline_start", "INTEGER"),
    ("deadline_end", "INTEGER"),
    ("deadline_text", "TEXT"),
    ("deadline_begins", "TEXT"),
    ("deadline_date", "TEXT"),
    ("promised_to_start", "INTEGER"),
    ("promised_to_end", "INTEGER"),
    ("promised_to_text", "TEXT"),
)


def _add_commitments(connection: Connection) -> None:
    """What is undertaken, and what limits it; statements that are kept already have neither."""
    for column, sort in _COMMITMENTS:
        connection.exec_driver_sql(f"ALTER TABLE statements ADD COLUMN {column} {sort}")
    sqlite.run(connection, limits.TABLE)
    connection.exec_driver_sql("CREATE INDEX statements_deadline ON statements (deadline_date)")


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (
    _create_record,
    _add_settings,
    positions.create,
    judgements.create,
    _add_data_actors,
    _add_commitments,
    instruments.create,
    readings.create,
    occasions.create,
    actors.create,
    links.create,
)


def current() -> int:
    """The schema version that this program writes."""
    return len(MIGRATIONS)


def migrate(connection: Connection) -> None:
    """Run the steps that the record has not had yet, inside the caller's transaction.

    The version is read here, under the write lock, so that two programs which open a new record
    at once do not both create it.
    """
    done = sqlite.identity(connection).version
    for step in MIGRATIONS[done:]:
        step(connection)
    if done < current():
        sqlite.stamp(connection, current())
