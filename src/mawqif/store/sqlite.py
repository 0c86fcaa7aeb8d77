"""Everything that only SQLite says: connecting, PRAGMAs, full text (FTS5), what its errors mean."""

from __future__ import annotations

import functools
import sqlite3
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Engine,
    Integer,
    Select,
    Table,
    TableClause,
    column,
    create_engine,
    delete,
    event,
    insert,
    literal_column,
    select,
    table,
)
from sqlalchemy.dialects.sqlite import Insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.pool import QueuePool

from mawqif.errors import MawqifError, NotARecord, RecordError, RecordReadOnly
from mawqif.store.search import Terms

Mode = Literal["rw", "rwc", "ro", "immutable"]

_AT_ONCE = 16  # keys in one question
APPLICATION_ID = 0x4D575146  # "MWQF", in the header of the file
BUSY_SECONDS = 30.0
PRAGMAS = ("foreign_keys=ON", "synchronous=NORMAL", "temp_store=MEMORY")
TYPES = {"key": "INTEGER PRIMARY KEY", "bytes": "BLOB", "float": "REAL", "clustered": " WITHOUT ROWID"}

# Keys come as folded stems between spaces (arabic.search_key), and this tokenizer cuts at the spaces
# only: what a word is, is decided in one place.
_TOKENIZER = "tokenize = \"ascii tokenchars '_'\""
_STATEMENTS_FTS = table("statements_fts", column("rowid", Integer), column("content"), column("speaker"))
_REPORTS_FTS = table("reports_fts", column("rowid", Integer), column("body"))


@dataclass(frozen=True, slots=True)
class Identity:
    """What the header says a database is; `empty` if it has no table at all."""

    application: int
    version: int
    empty: bool


def engine(path: Path, mode: Mode, *, query_only: bool = False) -> Engine:
    """An engine on the file; nothing is opened yet."""
    query = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    uri = f"{path.absolute().as_uri()}?{query}"

    def connect() -> sqlite3.Connection:
        opened = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        try:
            for pragma in (*PRAGMAS, *(["query_only=ON"] if query_only else [])):
                opened.execute(f"PRAGMA {pragma}")
        except BaseException:
            opened.close()
            raise
        return opened

    made = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    event.listen(made, "begin", _begin)
    return made


def _begin(connection: Connection) -> None:
    """Take the write lock at the start of a transaction that will write, never in its middle."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def use_wal(engine: Engine) -> None:
    """Readers beside a writer: write-ahead logging, where the file system can bear it.

    SQLite's busy timeout does not cover this change, so it is tried again until the time is up.
    """
    raw = engine.raw_connection()
    try:
        deadline = time.monotonic() + BUSY_SECONDS
        cursor = raw.cursor()
        while True:
            try:
                cursor.execute("PRAGMA journal_mode=WAL")
                return
            except sqlite3.OperationalError as e:
                if not _name(e).startswith("SQLITE_BUSY") or time.monotonic() > deadline:
                    raise
                time.sleep(0.01)
    finally:
        raw.close()


def identity(connection: Connection) -> Identity:
    """What the database says it is."""

    def value(sql: str) -> int:
        return int(connection.exec_driver_sql(sql).scalar_one())

    return Identity(
        application=value("PRAGMA application_id"),
        version=value("PRAGMA user_version"),
        empty=value("SELECT count(*) FROM sqlite_master") == 0,
    )


def stamp(connection: Connection, version: int) -> None:
    """Mark the database as a record of this schema version, inside the caller's transaction."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {version}")


def run(connection: Connection, script: str) -> None:
    """The commands of a script, with the names of types that `TYPES` has, inside the caller's transaction."""
    for command in script.format(**TYPES).split(";\n"):
        if command.strip():
            connection.exec_driver_sql(command)


def insert_or(into: TableClause) -> Insert:
    """An insertion that may say what happens where the row is there already."""
    return sqlite_insert(into)


def nearest(
    connection: Connection, area: int, keys: Sequence[int], day: int, most: int, within: int | None = None
) -> list[tuple[int, int]]:
    """The items of an area under each of these keys as (key, item), at most twice `most` of a key, the nearest in time.

    The work does not grow with how many lie under a key: the index is walked from the day in both directions.
    """
    found: list[tuple[int, int]] = []
    low, high = (day - within, day + within) if within is not None else (-1, 1 << 30)
    cursor = connection.connection.cursor()
    for i in range(0, len(keys), _AT_ONCE):
        some = keys[i : i + _AT_ONCE]
        values: list[int] = []
        for key in some:
            values += (area, key, day, high, most, area, key, day, low, most)
        cursor.execute(_nearest_sql(len(some)), values)
        found += cursor.fetchall()
    return found


@functools.lru_cache(maxsize=32)
def _nearest_sql(keys: int) -> str:
    one = "SELECT * FROM (SELECT key, item FROM link_keys WHERE area=? AND key=? AND day{} LIMIT ?)"
    up, down = (" >=? AND day<=? ORDER BY day, item", " <? AND day>=? ORDER BY day DESC, item")
    return " UNION ALL ".join([one.format(up), one.format(down)] * keys)


def insert_many(connection: Connection, into: Table, rows: Sequence[tuple[object, ...]]) -> None:
    """Rows with a value for each column, in the order of the columns: for tables that get very many at a time."""
    if rows:
        marks = ", ".join("?" * len(into.columns))
        connection.exec_driver_sql(f"INSERT INTO {into.name} VALUES ({marks})", list(rows))


def only_grows(connection: Connection, name: str) -> None:
    """From now on the database itself refuses to change or remove a row of this table."""
    for what in ("UPDATE", "DELETE"):
        connection.exec_driver_sql(
            f"CREATE TRIGGER {name}_no_{what.lower()} BEFORE {what} ON {name} "
            f"BEGIN SELECT RAISE(ABORT, '{name} are never changed'); END"
        )


def create_search(connection: Connection) -> None:
    """The full-text tables: one row a statement (content, speaker), one row a report."""
    connection.exec_driver_sql(f"CREATE VIRTUAL TABLE statements_fts USING fts5(content, speaker, {_TOKENIZER})")
    connection.exec_driver_sql(f"CREATE VIRTUAL TABLE reports_fts USING fts5(body, {_TOKENIZER})")


def index_statements(connection: Connection, rows: Iterable[tuple[int, str, str]]) -> None:
    """Make statements findable: primary key, search key of the content, search key of the speaker."""
    values = [{"rowid": pk, "content": content, "speaker": speaker} for pk, content, speaker in rows]
    if values:
        connection.execute(insert(_STATEMENTS_FTS), values)


def forget_statements(connection: Connection, pks: Sequence[int]) -> None:
    """Take statements out of the index."""
    connection.execute(delete(_STATEMENTS_FTS).where(_STATEMENTS_FTS.c.rowid.in_(pks)))


def index_report(connection: Connection, pk: int, body: str) -> None:
    """Make a report findable: its primary key and its search key."""
    connection.execute(insert(_REPORTS_FTS), {"rowid": pk, "body": body})


def forget_report(connection: Connection, pk: int) -> None:
    """Take a report out of the index."""
    connection.execute(delete(_REPORTS_FTS).where(_REPORTS_FTS.c.rowid == pk))


def statements_with(pk: Column[int], field: Literal["content", "speaker"], terms: Terms) -> ColumnElement[bool]:
    """The condition that a statement's content or speaker holds all terms."""
    return pk.in_(select(_STATEMENTS_FTS.c.rowid).where(_STATEMENTS_FTS.c[field].op("MATCH")(_expression(terms))))


def reports_with(pk: Column[int], terms: Terms) -> ColumnElement[bool]:
    """The condition that a report's text or headline holds all terms."""
    return pk.in_(select(_REPORTS_FTS.c.rowid).where(_REPORTS_FTS.c.body.op("MATCH")(_expression(terms))))


def report_keys(terms: Terms) -> Select[Any]:
    """The query for the keys of reports that hold all terms, in no order: with a limit it stops as soon as it can."""
    return select(_REPORTS_FTS.c.rowid).where(_REPORTS_FTS.c.body.op("MATCH")(_expression(terms)))


def report_bodies(connection: Connection, keys: Sequence[int]) -> dict[int, str]:
    """The search keys of reports by primary key."""
    query = select(_REPORTS_FTS.c.rowid, _REPORTS_FTS.c.body).where(_REPORTS_FTS.c.rowid.in_(keys))
    return {int(pk): str(body) for pk, body in connection.execute(query)}


def statement_keys(content: Terms, speaker: Terms) -> Select[Any]:
    """The query for the keys of statements whose content and whose speaker hold these terms; as `report_keys`."""
    asked = [
        f"{{{field}}} : ({_expression(terms)})"
        for field, terms in (("content", content), ("speaker", speaker))
        if terms
    ]
    return select(_STATEMENTS_FTS.c.rowid).where(literal_column("statements_fts").op("MATCH")(" AND ".join(asked)))


def _expression(terms: Terms) -> str:
    """FTS5's form of the terms; stems are letters, digits and underscores, so quoting them is enough."""
    return " ".join(f'"{" ".join(term)}"' for term in terms)


def integrity(connection: Connection) -> list[str]:
    """What SQLite itself finds wrong: pages, indexes, foreign keys, the full-text tables' rows."""
    found = [str(r[0]) for r in connection.exec_driver_sql("PRAGMA integrity_check") if r[0] != "ok"]
    for name, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        found.append(f"{name} row {row} points at a row of {parent} that does not exist")
    for name in ("statements", "reports"):
        for one, other, fault in (
            (f"SELECT pk FROM {name}", f"SELECT rowid FROM {name}_fts", "is missing in the search index"),
            (f"SELECT rowid FROM {name}_fts", f"SELECT pk FROM {name}", "is in the search index but not kept"),
        ):
            found += [f"{name} row {pk} {fault}" for (pk,) in connection.exec_driver_sql(f"{one} EXCEPT {other}")]
    return found


def _name(error: BaseException | None) -> str:
    """SQLite's own name of an error (SQLITE_BUSY), empty if it is not SQLite that complained."""
    return str(getattr(error, "sqlite_errorname", ""))


def explain(error: BaseException | None, path: Path) -> MawqifError | None:
    """The one sentence that a database error is for the user; None for a mistake in the program."""
    name = _name(error)
    if name.startswith("SQLITE_NOTADB"):
        return NotARecord("{path} is not a Mawqif record", path=path)
    if name.startswith("SQLITE_READONLY"):
        return RecordReadOnly("The record {path} cannot be written: it or its folder is read-only", path=path)
    if name.startswith("SQLITE_FULL"):
        return RecordError("No space is left for the record {path}; the last report was not added", path=path)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return RecordError("The record {path} is locked by another program; try again when it is done", path=path)
    if name.startswith("SQLITE_CORRUPT"):
        return RecordError("The record {path} is damaged ({reason}); restore it from a copy", path=path, reason=error)
    if name.startswith("SQLITE_CANTOPEN"):
        return RecordError("The record {path} cannot be opened", path=path)
    if name.startswith(("SQLITE_IOERR", "SQLITE_PERM", "SQLITE_AUTH", "SQLITE_PROTOCOL", "SQLITE_NOLFS")):
        return RecordError("The record {path} cannot be read or written ({reason})", path=path, reason=error)
    if name.startswith(("SQLITE_TOOBIG", "SQLITE_NOMEM")):
        return RecordError("A report is too large for the record {path} ({reason})", path=path, reason=error)
    return None


def sqlite_version() -> str:
    """The version of the SQLite library in use."""
    return sqlite3.sqlite_version
