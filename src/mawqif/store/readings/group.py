"""`record.readings`: which program read each report, and reading a report again."""

from __future__ import annotations

from collections.abc import Sequence

from mawqif.model import Page, Program, Reading
from mawqif.store import queries, writes
from mawqif.store.door import Door
from mawqif.store.readings import keeping
from mawqif.store.rows import Outcome


class Readings:
    """Reports stay for ever as they were published; what was read in them is replaced by a newer program."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def program(self, report: str) -> Program | None:
        """The program that read the report of this id or unique prefix last; None: unknown."""
        with self._door.reading() as c:
            return keeping.program_of(c, queries.report_key(c, report))

    def reports(self, *, unread_by: Program | None = None) -> Sequence[str]:
        """The ids of all reports, or of those that this program did not read, in the order in which they were added."""
        with self._door.reading() as c:
            return keeping.reports(c, unread_by)

    def page(self, report: str) -> Page:
        """The report of this id or unique prefix as a page that can be read again."""
        with self._door.reading() as c:
            kept = queries.report(c, queries.report_key(c, report))
        return Page(text=kept.text, location=kept.id, id=kept.given_id, url=kept.url, kept=kept)

    def replace(self, reading: Reading, program: Program) -> Outcome:
        """Keep what this program read in a report that the record holds, in one transaction: all of it or nothing.

        Judgements follow to the statements of the new reading, or become orphans.
        """
        with self._door.writing() as c:
            return writes.replace_reading(c, reading, program)
