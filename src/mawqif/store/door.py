"""The way to the database: connections that end in order, and failures told in one sentence.

`Record` has one, and hands it to its groups of methods (`record.judgements`), which are the areas of the record:
each has its tables, its migration, its queries and its group in modules of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Select

from mawqif.errors import RecordError, RecordReadOnly
from mawqif.store.opening import explained, open_record

T = TypeVar("T")


class Door:
    """An open record, for those who read and write its tables. Every failure inside is a `RecordError`."""

    def __init__(self, path: Path, *, readonly: bool, create: bool) -> None:
        self.path = path
        self.readonly = readonly
        self._open = False
        with explained(path):
            self._engine = open_record(path, readonly=readonly, create=create)
        self._open = True

    def close(self) -> None:
        """Close the file; a second time does nothing."""
        if self._open:
            self._open = False
            self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the record as it was at the first look."""
        with self._connection() as c, c.begin():
            yield c

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction under the write lock: all that is done in it is kept, or, on any error, nothing."""
        if self.readonly:
            raise RecordReadOnly("The record {path} was opened for reading only", path=self.path)
        with self._connection() as c, c.execution_options(writes=True).begin():
            yield c

    def stream(
        self, rows: Callable[[Connection, Select[tuple[object, ...]]], Iterator[T]], query: Select[tuple[object, ...]]
    ) -> Iterator[T]:
        """The rows of a query, as they are asked for."""
        with self.reading() as c:
            yield from rows(c, query)

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        if not self._open:
            raise RecordError("The record {path} is closed", path=self.path)
        with explained(self.path), self._engine.connect() as c:
            yield c
