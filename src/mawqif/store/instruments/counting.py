"""From statements to the instruments that they refer to: how often, by whom, for what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from mawqif.model import Act, Date
from mawqif.store.rows import StatementRow


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """An instrument and who refers to it.

    `wordings`, `acts` and `speakers` (by name; None where nobody can be told) come with how many statements have them,
    the most frequent first. `first` and `last` are the days of its statements (None: all undated).
    """

    id: str
    statements: int
    reports: int
    outlets: int
    first: Date | None
    last: Date | None
    wordings: tuple[tuple[str, int], ...]
    acts: tuple[tuple[Act, int], ...]
    speakers: tuple[tuple[str | None, int], ...]


@dataclass(slots=True)
class _Sum:
    statements: int = 0
    reports: set[str] = field(default_factory=set)
    outlets: set[str | None] = field(default_factory=set)
    days: set[Date] = field(default_factory=set)
    wordings: Counter[str] = field(default_factory=Counter)
    acts: Counter[Act] = field(default_factory=Counter)
    speakers: Counter[str | None] = field(default_factory=Counter)

    def take(self, row: StatementRow, wording: str) -> None:
        self.statements += 1
        self.reports.add(row.report_id)
        self.outlets.add(row.outlet)
        self.wordings[wording] += 1
        self.acts[row.statement.act] += 1
        self.speakers[row.statement.speaker.name] += 1
        if day := row.statement.date or row.report_date:
            self.days.add(day)

    def row(self, id: str) -> InstrumentRow:
        return InstrumentRow(
            id=id,
            statements=self.statements,
            reports=len(self.reports),
            outlets=len(self.outlets - {None}),
            first=min(self.days, default=None),
            last=max(self.days, default=None),
            wordings=tuple(self.wordings.most_common()),
            acts=tuple(self.acts.most_common()),
            speakers=tuple(self.speakers.most_common()),
        )


def counted(rows: Iterable[StatementRow]) -> list[InstrumentRow]:
    """The instruments of these statements, the most invoked first."""
    sums: dict[str, _Sum] = {}
    for row in rows:
        for id, wording in {i.id: i.span.text for i in reversed(row.statement.instruments)}.items():
            sums.setdefault(id, _Sum()).take(row, wording)
    return sorted((s.row(id) for id, s in sums.items()), key=lambda r: (-r.statements, r.id))
