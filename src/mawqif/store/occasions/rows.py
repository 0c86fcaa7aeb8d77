"""An occasion as the record gives it back."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from mawqif.model import Bond, Date, Setting
from mawqif.store.rows import StatementRow


@dataclass(frozen=True, slots=True)
class OccasionRow:
    """An occasion with the statements that were made on it, each with why it belongs, by date and report.

    `first` and `last` are the days between which it was (None: unknown).
    """

    id: str
    kind: Setting
    first: Date | None
    last: Date | None
    place: str | None
    members: tuple[tuple[StatementRow, Bond], ...]

    @property
    def reports(self) -> int:
        """In how many reports it is told of."""
        return len({row.report_id for row, _bond in self.members})

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that tell of it, by name."""
        return tuple(sorted({row.outlet for row, _bond in self.members if row.outlet}))

    @property
    def words(self) -> str:
        """The most telling words of it: the longest of those that name it."""
        named = (row.statement.occasion.span.text for row, _bond in self.members if row.statement.occasion)
        return max(named, key=lambda text: (len(text), text))

    @property
    def speakers(self) -> tuple[tuple[str | None, int], ...]:
        """Who spoke on it, with how many statements, the most frequent first."""
        return tuple(Counter(row.statement.speaker.name for row, _bond in self.members).most_common())

    @property
    def addressees(self) -> tuple[str, ...]:
        """To whom it was said, in the words of the reports, the longest first."""
        found = {row.statement.addressee.text for row, _bond in self.members if row.statement.addressee}
        return tuple(sorted(found, key=lambda text: (-len(text), text)))
