"""From a path to an engine on a record of the present schema, or one sentence why not."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from mawqif.errors import NotARecord, RecordError, RecordReadOnly, RecordTooNew
from mawqif.store import migrations, sqlite


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Database errors inside become errors for the user; mistakes of the program pass."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as e:
        sentence = sqlite.explain(e.orig if isinstance(e, DBAPIError) else e, path)
        if sentence is None:
            raise
        raise sentence from e


def open_record(path: Path, *, readonly: bool, create: bool) -> Engine:
    """An engine on the record at this path; it is created or migrated where that is allowed."""
    new = _is_new(path)
    if new and (readonly or not create):
        raise RecordError("There is no record at {path}; make one with `mawqif add`", path=path)
    if readonly:
        return _open_to_read(path)
    if not _writable(path):
        raise RecordReadOnly("The record {path} cannot be written: it or its folder is read-only", path=path)
    return _open_to_write(path, "rwc" if new else "rw")


def _is_new(path: Path) -> bool:
    """Whether nothing is there yet (an empty file is what an interrupted creation leaves)."""
    try:
        there = path.stat()
    except FileNotFoundError:
        if not path.absolute().parent.is_dir():
            raise RecordError("The folder of {path} does not exist", path=path) from None
        return True
    except (OSError, ValueError) as e:
        raise RecordError("The record {path} cannot be opened ({reason})", path=path, reason=e) from None
    if stat.S_ISDIR(there.st_mode):
        raise NotARecord("{path} is a folder, not a record", path=path)
    if not stat.S_ISREG(there.st_mode):
        raise NotARecord("{path} is not a Mawqif record", path=path)
    return there.st_size == 0


def _writable(path: Path) -> bool:
    """Whether the file, and beside it SQLite's journal, can be written."""
    return os.access(path.absolute().parent, os.W_OK | os.X_OK) and (not path.exists() or os.access(path, os.W_OK))


def _open_to_write(path: Path, mode: sqlite.Mode) -> Engine:
    engine = sqlite.engine(path, mode)
    with _disposed_on_error(engine):
        version = _recognise(engine, path)
        sqlite.use_wal(engine)
        if version < migrations.current():
            with engine.connect() as c, c.execution_options(writes=True).begin():
                migrations.migrate(c)
    return engine


def _open_to_read(path: Path) -> Engine:
    """Where the folder can be written, the file is opened so that SQLite may tidy its journal; else
    read-only; else, where SQLite misses its journal, as a file that nobody writes.
    """
    modes: tuple[sqlite.Mode, ...] = ("rw",) if _writable(path) else ("ro", "immutable")
    engine = sqlite.engine(path, modes[0], query_only=True)
    try:
        with _disposed_on_error(engine):
            version = _recognise(engine, path)
    except DBAPIError:
        if len(modes) == 1 or not _at_rest(path):
            raise
        engine = sqlite.engine(path, modes[1], query_only=True)
        with _disposed_on_error(engine):
            version = _recognise(engine, path)
    if version < migrations.current():
        engine.dispose()
        raise RecordReadOnly("The record {path} is of an older version; open it once for writing", path=path)
    return engine


def _at_rest(path: Path) -> bool:
    """Whether the file alone holds everything: no journal with changes lies beside it."""
    journal = path.with_name(path.name + "-wal")
    return not journal.exists() or journal.stat().st_size == 0


def _recognise(engine: Engine, path: Path) -> int:
    """The record's schema version (0: still empty); refuses what is no record or too new a one."""
    with engine.connect() as c:
        it = sqlite.identity(c)
    if it.application == 0 and it.version == 0 and it.empty:
        return 0
    if it.application != sqlite.APPLICATION_ID:
        raise NotARecord("{path} is a database of another program, not a Mawqif record", path=path)
    if it.version > migrations.current():
        raise RecordTooNew("The record {path} was made by a newer version of Mawqif; update this one", path=path)
    return it.version


@contextmanager
def _disposed_on_error(engine: Engine) -> Iterator[None]:
    try:
        yield
    except BaseException:
        engine.dispose()
        raise
