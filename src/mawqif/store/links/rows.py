"""Links as the record gives them back."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from mawqif.model import Date, Kin, Member
from mawqif.store.rows import StatementRow


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """What one needs to know of a report in a list, without its text; `credit` is whom it names as its source."""

    id: str
    given_id: str | None
    title: str | None
    outlet: str | None
    date: Date | None
    url: str | None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class KinRow:
    """Two reports whose texts have to do with each other; the spans of `kin` lie in the texts as given."""

    kin: Kin
    a: ReportFacts
    b: ReportFacts

    def other(self, report: str) -> ReportFacts:
        """The one of the two that is not this report."""
        return self.b if self.a.id == report else self.a


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """Reports of which each is a copy of another one, by date (undated ones last), with the pairs among them."""

    reports: tuple[ReportFacts, ...]
    pairs: tuple[KinRow, ...]

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that carry the text, by name."""
        return tuple(sorted({r.outlet for r in self.reports if r.outlet}))


@dataclass(frozen=True, slots=True)
class UtteranceRow:
    """What was said once: the statements that carry it, each with how it does, by date and report.

    A statement that nothing else carries is an utterance under its own id. `repeats` is the id of the same saying
    before it, `repeated` are those of the same saying after it, as far as they are near in time.
    """

    id: str
    repeats: str | None
    members: tuple[tuple[StatementRow, Member], ...]
    repeated: tuple[str, ...] = ()

    @property
    def reports(self) -> int:
        """How many reports carry it."""
        return len({row.report_id for row, _member in self.members})

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that carry it, by name."""
        return tuple(sorted({row.outlet for row, _member in self.members if row.outlet}))

    @property
    def first(self) -> Date | None:
        """The first known day of a statement of it."""
        days = [row.statement.date or row.report_date for row, _member in self.members]
        return min((day for day in days if day), default=None)

    @property
    def speaker(self) -> str | None:
        """The name that most of its statements give the speaker, of equals the longest; None where none has one."""
        names = Counter(row.statement.speaker.name for row, _member in self.members if row.statement.speaker.name)
        return max(names, key=lambda name: (names[name], len(name), name), default=None)

    @property
    def words(self) -> str:
        """The content of the first statement of it."""
        return self.members[0][0].statement.content.text


@dataclass(frozen=True, slots=True)
class StoryRow:
    """Reports on the same event, each with the rule that put it there, by date and id."""

    id: str
    reports: tuple[tuple[ReportFacts, str], ...]

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that tell of it, by name."""
        return tuple(sorted({r.outlet for r, _rule in self.reports if r.outlet}))

    @property
    def title(self) -> str | None:
        """The headline of its first report that has one."""
        return next((r.title for r, _rule in self.reports if r.title), None)
