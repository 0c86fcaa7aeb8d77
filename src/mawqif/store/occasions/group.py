"""`record.occasions`: one occasion that several reports tell of is one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mawqif.arabic import search_key
from mawqif.model import Date, Happened, Setting, Setup
from mawqif.store import queries
from mawqif.store.door import Door
from mawqif.store.occasions import reading, writing
from mawqif.store.occasions.rows import OccasionRow
from mawqif.store.tables import STATEMENTS


class Occasions:
    """What the record knows of occasions; it is linked by whoever asks for it (`pipeline.occasions`)."""

    def __init__(self, door: Door) -> None:
        self._door = door

    @property
    def linked_by(self) -> str | None:
        """The stamp under which the occasions were linked; None where statements came, went or changed since."""
        with self._door.reading() as c:
            return reading.linked_by(c)

    def told(self) -> Iterator[Setup]:
        """The statements that tell where they were made."""
        with self._door.reading() as c:
            yield from reading.told(c)

    def put(self, found: Iterable[Happened], stamp: str) -> None:
        """Keep these occasions in the place of what was kept before."""
        with self._door.writing() as c:
            writing.put(c, found, stamp)

    def listed(
        self,
        *,
        by: str | None = None,
        to: str | None = None,
        kind: Setting | None = None,
        since: Date | None = None,
        until: Date | None = None,
        outlet: str | None = None,
        reports: int = 1,
        limit: int | None = None,
    ) -> list[OccasionRow]:
        """The occasions by day, undated ones last, with all their statements.

        They are those of which a statement meets the filters (see `Record.statements`): `to` are words of the
        addressee. `reports`: told in so many reports at least.
        """
        query = queries.statement_list(by=by, since=since, until=until, outlet=outlet)
        if kind is not None:
            query = query.where(STATEMENTS.c.occasion_kind == kind.value)
        with self._door.reading() as c:
            found = reading.listed(c, query)
        return [row for row in found if row.reports >= reports and (to is None or _addressed(row, to))][:limit]

    def one(self, id_or_prefix: str) -> OccasionRow:
        """The occasion of that id, or the only one whose id begins with these four characters or more."""
        with self._door.reading() as c:
            return reading.one(c, queries.occasion_key(c, id_or_prefix))


def _addressed(row: OccasionRow, words: str) -> bool:
    wanted = set(search_key(words).split())
    return bool(wanted) and any(wanted <= set(search_key(text).split()) for text in row.addressees)
