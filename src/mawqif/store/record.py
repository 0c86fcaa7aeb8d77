"""The record of statements in one file: the door to everything in this package."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from mawqif.errors import InputError, RecordError
from mawqif.model import Act, Date, Page, Program, Reading, Report
from mawqif.store import checking, queries, sqlite, writes
from mawqif.store.actors.group import Actors
from mawqif.store.commitments import commitment_list
from mawqif.store.door import Door
from mawqif.store.finding.group import Quotations
from mawqif.store.instruments.group import Instruments
from mawqif.store.judgements.group import Judgements
from mawqif.store.links.group import Links
from mawqif.store.occasions.group import Occasions
from mawqif.store.positions.group import Positions
from mawqif.store.readings.group import Readings
from mawqif.store.rows import Counts, Outcome, ReportRow, Source, StatementRow


class Record:
    """A record of statements in one SQLite file.

    With `create` a missing file is made; with `readonly` nothing is ever written, and a file in a
    folder that cannot be written can still be read. It is a context manager, and may be used from
    several threads. Every failure is a `RecordError` with one sentence for the user. What belongs
    to one area of the record is in a group of its own: `judgements`.
    """

    def __init__(self, path: str | os.PathLike[str], *, readonly: bool = False, create: bool = True) -> None:
        self._door = Door(Path(path), readonly=readonly, create=create)
        self.actors = Actors(self._door)
        self.positions = Positions(self._door)
        self.judgements = Judgements(self._door)
        self.instruments = Instruments(self._door)
        self.occasions = Occasions(self._door)
        self.links = Links(self._door)
        self.readings = Readings(self._door)
        self.quotations = Quotations(self._door)

    def __enter__(self) -> Record:
        return self

    def __exit__(self, kind: type[BaseException] | None, e: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; a second time does nothing."""
        self._door.close()

    @property
    def path(self) -> Path:
        """Where the record is."""
        return self._door.path

    @property
    def schema_version(self) -> int:
        """The number of the last migration that the file has had."""
        with self._door.reading() as c:
            return sqlite.identity(c).version

    @property
    def version(self) -> str:
        """The version of Mawqif that made the record."""
        with self._door.reading() as c:
            return queries.made_by(c)

    def add(self, page: Page, reading: Reading, program: Program | None = None) -> Outcome:
        """Keep a reading and its page in one transaction: all of it, or, on any error, nothing.

        "updated" says that the same report was kept with other facts, furniture or statements,
        which are now replaced; the first page of each place stays as it was retrieved.
        `program` is what read it (`mawqif.pipeline.program`); without it nobody knows.
        """
        try:
            with self._door.writing() as c:
                return writes.add(c, page, reading, program)
        except UnicodeEncodeError:
            # Half of a surrogate pair is no character; no database keeps it.
            raise InputError(
                "{location}: the text holds half a character; it was not added", location=page.location
            ) from None

    def reports(
        self,
        *,
        text: str | None = None,
        outlet: str | None = None,
        since: Date | None = None,
        until: Date | None = None,
        limit: int | None = None,
    ) -> Iterator[ReportRow]:
        """The reports by date, undated ones last; `text` searches the headline and the whole text.

        With a date filter undated reports are left out.
        """
        query = queries.report_list(text=text, outlet=outlet, since=since, until=until, limit=limit)
        return self._door.stream(queries.report_rows, query)

    def statements(
        self,
        *,
        by: str | None = None,
        text: str | None = None,
        since: Date | None = None,
        until: Date | None = None,
        act: Act | None = None,
        outlet: str | None = None,
        min_score: float | None = None,
        rejected: bool = False,
        instrument: str | None = None,
        actors: Sequence[str] | None = None,
        states: Sequence[str] = (),
        limit: int | None = None,
    ) -> Iterator[StatementRow]:
        """The statements by date (undated ones last), then report, then place in the text.

        `by` searches the speaker (name, mention, office), `text` the content: all words must occur,
        folded and lightly stemmed, and "words in quotation marks" one after the other. A query
        without a word finds nothing. Dates are the statement's, else its report's; with a date
        filter undated ones are left out. `outlet` is a name or a part of one; `instrument` is the id of what
        statements refer to, or words of it. `actors` and `states` are ids: what one of the actors said or was said
        for it, and what was said for each of the states or a body of it. Values are as people corrected
        them; what they rejected is there only with `rejected`.
        """
        query = queries.statement_list(
            by=by,
            text=text,
            since=since,
            until=until,
            act=act,
            outlet=outlet,
            min_score=min_score,
            rejected=rejected,
            instrument=instrument,
            actors=actors,
            states=states,
            limit=limit,
        )
        return self._door.stream(queries.statement_rows, query)

    def commitments(self, **filters: Any) -> Iterator[StatementRow]:
        """The statements that undertake something, by the last day of their deadline, unknown ones last, then by date.

        The filters are those of `statements`.
        """
        return self._door.stream(queries.statement_rows, commitment_list(**filters))

    def statement(self, id_or_prefix: str) -> StatementRow:
        """The statement of that id, or the only one whose id begins with these four characters or more."""
        with self._door.reading() as c:
            return queries.statement_row(c, id_or_prefix)

    def report(self, id_or_prefix: str) -> Report:
        """The report of that id or unique prefix, equal to what was added."""
        with self._door.reading() as c:
            return queries.report(c, queries.report_key(c, id_or_prefix))

    def reading(self, id_or_prefix: str) -> Reading:
        """The reading of the report of that id or unique prefix, equal to what was added."""
        with self._door.reading() as c:
            return queries.reading(c, queries.report_key(c, id_or_prefix))

    def source(self, report_id: str) -> Source:
        """The page behind the report of that id or unique prefix, as it was first retrieved."""
        with self._door.reading() as c:
            return queries.source(c, queries.report_key(c, report_id))

    def counts(self) -> Counts:
        """How much the record holds."""
        with self._door.reading() as c:
            return queries.counts(c)

    def check(self) -> list[str]:
        """What is wrong with the record, one sentence each; empty if everything holds."""
        found: list[str] = []
        try:
            with self._door.reading() as c:
                found.extend(checking.problems(c))
        except RecordError as e:  # damage that ends the check is its last finding
            found.append(str(e))
        return found
