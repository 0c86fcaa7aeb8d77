"""`record.links`: copies, utterances and stories across the reports of a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection

from mawqif.model import Alike, Area, Carrier, Carry, Date, Heeded, Kin, Quoted, Story, Utterance
from mawqif.store import queries
from mawqif.store.door import Door
from mawqif.store.links import items, reading, working, writing
from mawqif.store.links.rows import FamilyRow, KinRow, StoryRow, UtteranceRow
from mawqif.store.tables import REPORTS


class Work:
    """One transaction of linking: what is to be done, and where to keep what comes of it (`pipeline.links`)."""

    def __init__(self, connection: Connection) -> None:
        self._c = connection

    def unlinked(self, by: str | None, limit: int) -> list[int]:
        """Handles of reports that were not compared with the others, or, with `by`, not by this program."""
        return working.unlinked(self._c, by, limit)

    def forget(self, handle: int) -> None:
        """Let go of what came of comparing a report, where it was compared."""
        writing.forget(self._c, handle)

    def read(self, handles: Sequence[int]) -> list[Carrier]:
        """Reports with their statements as people corrected them."""
        return working.carriers(self._c, handles)

    def quoted(self, handles: Sequence[int]) -> list[Quoted]:
        """Statements as people corrected them, without those that they rejected."""
        return working.quoted(self._c, handles)

    def near(
        self, area: Area, keys: Iterable[int], day: Date | None, most: int, within: int | None = None
    ) -> list[tuple[int, int]]:
        """The items under these numbers, as (number, item): of each at most `most` on either side of the day."""
        return items.near(self._c, area, keys, day, most, within)

    def keys_of(self, area: Area, handles: Sequence[int]) -> dict[int, tuple[int, ...]]:
        """The numbers under which items are found."""
        return items.keys_of(self._c, area, handles)

    def put(self, area: Area, found: Iterable[tuple[int, Date | None, Sequence[int]]]) -> None:
        """Make items findable: handle, day, and the numbers under which they are found."""
        items.put(self._c, area, found)

    def put_kin(self, found: Iterable[tuple[int, int, Kin]]) -> None:
        """Keep pairs of reports, each with the handles of its `a` and `b`; their spans lie in the plain texts."""
        writing.put_kin(self._c, found)

    def put_heeded(self, found: Sequence[tuple[int, int, Heeded]]) -> None:
        """Keep pairs of statements, each with the handles of its `a` and `b`; their utterances are to be told anew."""
        writing.put_heeded(self._c, found)
        writing.unsettle(self._c, Area.SAYINGS, (h for a, b, pair in found if not pair.again for h in (a, b)))

    def put_alike(self, found: Sequence[tuple[int, int, float, str]]) -> None:
        """Keep pairs of reports that may tell of one event, with weight and rule; their stories are to be told anew."""
        writing.put_alike(self._c, found)
        writing.unsettle(self._c, Area.STORIES, (handle for pair in found for handle in pair[:2]))

    def compared(self, reports: Sequence[tuple[int, str | None]], stamp: str) -> None:
        """Note that reports were compared with the others, and whom each names as its source."""
        writing.compared(self._c, reports, stamp)

    def unsettled(self, area: Area, limit: int) -> list[int]:
        """Handles of those whose groups are to be told anew."""
        return working.unsettled(self._c, area, limit)

    def sayings_with(self, handles: Sequence[int]) -> tuple[list[int], list[tuple[int, int, Heeded]]]:
        """The statements that hang together with these, themselves included, and the pairs with the handles of both."""
        return working.sayings_with(self._c, handles)

    def reports_with(
        self, handles: Sequence[int], days: int
    ) -> tuple[dict[int, tuple[str, Date | None]], list[tuple[int, int, Alike]]]:
        """The reports that hang together with these within so many days of them (id and day), and the pairs."""
        return working.reports_with(self._c, handles, days)

    def settle_utterances(self, handles: Sequence[int], found: Sequence[Utterance]) -> None:
        """These statements are of these utterances now, and of no others."""
        writing.settle_utterances(self._c, handles, found)

    def settle_stories(self, handles: Sequence[int], found: Sequence[Story]) -> None:
        """These reports are of these stories now, and of no others."""
        writing.settle_stories(self._c, handles, found)


class Links:
    """What the record knows of copies, utterances and stories; it is linked by whoever asks (`pipeline.links`)."""

    def __init__(self, door: Door) -> None:
        self._door = door

    @contextmanager
    def work(self) -> Iterator[Work]:
        """A transaction of linking: all that is done in it is kept, or, on any error, nothing."""
        with self._door.writing() as c:
            yield Work(c)

    def pending(self, by: str | None = None) -> int:
        """How many reports were not compared with the others, or, with `by`, not by this program."""
        with self._door.reading() as c:
            return working.pending(c, by)

    def reset(self, *, meaning: bool = False) -> None:
        """Every report is to be compared again, from now on with the meaning of sentences or without."""
        with self._door.writing() as c:
            writing.reset(c, meaning)

    @property
    def meaning(self) -> bool:
        """Whether reports are compared with the meaning of sentences too."""
        with self._door.reading() as c:
            return reading.meaning(c)

    def counts(self) -> dict[str, int]:
        """How many pairs of copies, utterances in several statements, and stories there are."""
        with self._door.reading() as c:
            return reading.counts(c)

    def copies_of(self, id_or_prefix: str) -> list[KinRow]:
        """The reports whose texts have to do with that of the report of that id or unique prefix."""
        with self._door.reading() as c:
            return reading.kin_of(c, queries.report_key(c, id_or_prefix))

    def among(self, reports: Iterable[str]) -> list[KinRow]:
        """The pairs of reports of these ids whose texts have to do with each other."""
        with self._door.reading() as c:
            return reading.kin_among(c, [queries.report_key(c, id) for id in reports])

    def kin(self, reports: Iterable[str]) -> list[Kin]:
        """The same without what else is known of the reports."""
        return [row.kin for row in self.among(reports)]

    def carries(self, utterance: str) -> list[Carry]:
        """The reports that carry the utterance of that id, or of the statement of that id, with the statements."""
        with self._door.reading() as c:
            return reading.carries(c, utterance)

    def families(self, *, outlets: int = 1, limit: int | None = None, **filters: Any) -> list[FamilyRow]:
        """Reports that are copies of each other, in so many outlets at least, the largest first.

        The filters are those of `Record.reports`: one of the reports meets them.
        """
        query = (
            queries.report_list(**filters).with_only_columns(REPORTS.c.pk).order_by(None) if _given(filters) else None
        )
        with self._door.reading() as c:
            return reading.families(c, query, outlets)[:limit]

    def utterances(self, *, reports: int = 2, limit: int | None = None, **filters: Any) -> list[UtteranceRow]:
        """What was said once and stands in so many reports at least, by the first day.

        The filters are those of `Record.statements`: one of the statements meets them.
        """
        with self._door.reading() as c:
            return reading.utterances(c, queries.statement_list(**filters), reports, limit)

    def utterance(self, id_or_prefix: str) -> UtteranceRow:
        """The utterance of that id, or that of the statement of that id; one that nothing else carries is it alone."""
        with self._door.reading() as c:
            return reading.utterance(c, id_or_prefix)

    def stories(self, *, reports: int = 2, limit: int | None = None, **filters: Any) -> list[StoryRow]:
        """Reports on the same event, so many at least, by the first day; the filters are those of `Record.reports`."""
        with self._door.reading() as c:
            return reading.stories(c, queries.report_list(**filters), reports, limit)

    def story(self, id_or_prefix: str) -> StoryRow:
        """The story of that id, or that of the report of that id."""
        with self._door.reading() as c:
            return reading.story(c, id_or_prefix)


def _given(filters: dict[str, Any]) -> bool:
    """Whether a filter is given."""
    return any(value is not None for value in filters.values())
