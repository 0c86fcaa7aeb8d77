"""`record.positions`: issues, positions, looks and watches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mawqif.model import Found, Issue, Report, Statement
from mawqif.store import queries
from mawqif.store.door import Door
from mawqif.store.positions import following, reading, writing
from mawqif.store.positions.following import Watch
from mawqif.store.rows import Outcome


class Positions:
    """What the record knows of issues and of the positions on them."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def keep(self, issue: Issue) -> Outcome:
        """Keep an issue; "updated" says that its words were others, so that positions are to be found anew."""
        with self._door.writing() as c:
            return writing.keep_issue(c, issue)

    def drop(self, id: str) -> None:
        """Remove an issue, what was found on it and the watches on it; NotInRecord if there is none."""
        with self._door.writing() as c:
            writing.drop_issue(c, id)

    def issues(self) -> tuple[Issue, ...]:
        """The issues of the record, by id."""
        with self._door.reading() as c:
            return reading.issues(c)

    def issue(self, id: str) -> Issue:
        """The issue of that id; NotInRecord if there is none."""
        with self._door.reading() as c:
            writing.issue_key(c, id)
            return next(issue for issue in reading.issues(c) if issue.id == id)

    def counts(self) -> dict[str, tuple[int, int]]:
        """For each issue, how many positions and asides were found on it, and in how many reports."""
        with self._door.reading() as c:
            return reading.counts(c)

    def proposed(self, issue: Issue, wordings: Sequence[str], *, unlooked: bool = False) -> list[int]:
        """Handles of the reports that hold one of these wordings; with `unlooked`, of those not searched yet."""
        with self._door.reading() as c:
            return reading.proposed(c, issue, wordings, unlooked=unlooked)

    def read(self, handle: int) -> tuple[Report, tuple[Statement, ...]]:
        """The report of a handle, with its statements as people corrected them, without those that they rejected."""
        with self._door.reading() as c:
            return queries.report(c, handle), queries.standing(c, handle)

    def across(self, found: Sequence[Found]) -> list[Found]:
        """What was found in a report just now, with its speakers as the record knows them across reports."""
        with self._door.reading() as c:
            return reading.across(c, found)

    def put(self, handle: int, issues: Iterable[Issue], found: Sequence[Found]) -> None:
        """Keep what was found on these issues in the report of a handle, in place of what was found before."""
        with self._door.writing() as c:
            writing.put(c, handle, issues, found)

    def found(self, issue: str | None = None) -> Iterator[Found]:
        """What was found on an issue, or on all, in the order in which it was noticed."""
        with self._door.reading() as c:
            yield from reading.found(c, issue)

    def latest(self) -> int:
        """The number of what was noticed last; 0 in a record without positions."""
        with self._door.reading() as c:
            return following.latest(c)

    def look(self, reader: str) -> int:
        """The number up to which this reader has seen everything; 0 for a new one."""
        with self._door.reading() as c:
            return following.look(c, reader)

    def looked(self, reader: str, upto: int) -> None:
        """From now on this reader has seen everything up to this number."""
        with self._door.writing() as c:
            following.looked(c, reader, upto)

    def watches(self) -> tuple[Watch, ...]:
        """All watches, in the order in which they were added."""
        with self._door.reading() as c:
            return following.watches(c)

    def watch(self, issue: str, *, url: str | None = None, atom: str | None = None) -> Watch:
        """Watch an issue from now on; the same watch twice is one."""
        with self._door.writing() as c:
            return following.watch(c, issue, url, atom)

    def unwatch(self, id: int) -> Watch:
        """Remove the watch of this number; NotInRecord if there is none."""
        with self._door.writing() as c:
            return following.unwatch(c, id)

    def sent(self, id: int, upto: int) -> None:
        """Everything up to this number has gone out on this watch."""
        with self._door.writing() as c:
            following.sent(c, id, upto)
