"""Actors over a record: the speakers of its reports linked, name by name.

What comes of it depends on the reports of a record and not on the order in which they came. A report that is added
touches the names of its speakers alone, and those that look for one of them. Nothing here keeps anything by itself:
`Kept` is what a record offers (`store.Record.actors`).
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Protocol

from mawqif.lexicon import Lexicon
from mawqif.model import Appearance, Bearer, Card, Kind, Known, Report, Statement, Tie
from mawqif.resolve import actors
from mawqif.segment import passage

__all__ = ["Kept", "Work", "renew", "speakers"]

REPORTS = 100  # in one transaction
NAMES = 400


class Work(Known, Protocol):
    """One transaction of linking."""

    def unlinked(self, by: str | None, limit: int) -> list[int]:
        """Handles of reports whose speakers are not linked, or, with `by`, not by this program."""

    def read(self, handle: int) -> tuple[Report, tuple[Statement, ...]]:
        """A report with its statements."""

    def put(self, handle: int, stamp: str, found: Mapping[str, Appearance], said: Mapping[str, Sequence[str]]) -> None:
        """Keep by what the speakers of a report are known and for whom they speak, by the statement's id."""

    def stale(self, limit: int) -> list[int]:
        """Handles of names whose bearers are to be told apart again."""

    def cards(self, name: int) -> tuple[Card, ...]:
        """The cards of a name."""

    def keep(self, name: int, found: Sequence[Bearer], offered: Iterable[str], asked: Iterable[str]) -> None:
        """Keep who bears a name, what it is found by and what it asks for."""

    def untied(self, limit: int) -> list[int]:
        """Handles of names whose bearers are to be tied again."""

    def bearers(self, names: Iterable[int]) -> Mapping[int, Sequence[Bearer]]:
        """By name, those who bear it."""

    def tie(self, name: int, ties: Mapping[str, Tie | None]) -> None:
        """Keep what the bearers of a name are beside those of other names, by the bearer's id."""

    def settle(self, names: Sequence[int]) -> None:
        """Lead the bearers of these names, and all that are tied to them, to their actors."""

    def judge(self) -> None:
        """Lay what readers say of actors over what is found now, where an actor may have another id than before."""


class Kept(Protocol):
    """A record as far as its actors are concerned."""

    def work(self) -> AbstractContextManager[Work]:
        """A transaction."""


def renew(kept: Kept, lexicon: Lexicon, by: str, *, again: bool = False) -> Generator[int, None, None]:
    """Link what is not linked; `by` is the id of this program, and `again` links anew what another one linked.

    Gives a number for each report that is done.
    """
    while done := _reports(kept, lexicon, by, again):
        yield from range(done)
    while _names(kept, lexicon):
        pass
    while _ties(kept, lexicon):
        pass
    with kept.work() as work:
        work.judge()


def _reports(kept: Kept, lexicon: Lexicon, mark: str, again: bool) -> int:
    with kept.work() as work:
        handles = work.unlinked(mark if again else None, REPORTS)
        for handle in handles:
            report, statements = work.read(handle)
            found, said = speakers(report, statements, lexicon)
            work.put(handle, mark, found, said)
        return len(handles)


def _names(kept: Kept, lexicon: Lexicon) -> bool:
    with kept.work() as work:
        names = work.stale(NAMES)
        for name in names:
            cards = work.cards(name)
            work.keep(name, actors.bearers(cards, lexicon), actors.offers(cards), actors.asks(cards))
        return bool(names)


def _ties(kept: Kept, lexicon: Lexicon) -> bool:
    with kept.work() as work:
        names = work.untied(NAMES)
        known = work.bearers(names)
        for name in names:
            work.tie(name, {b.id: actors.tie(b, work, lexicon) for b in known.get(name, ())})
        work.settle(names)
        return bool(names)


def speakers(
    report: Report, statements: Sequence[Statement], lexicon: Lexicon
) -> tuple[dict[str, Appearance], dict[str, tuple[str, ...]]]:
    """By the statement's id, by what its speaker is known, and for whom it speaks."""
    asked = (Kind.ORGANIZATION, Kind.PERSON)
    unknown = any(s.speaker.kind in asked and s.speaker.actor is None for s in statements)
    home, local = _home(report, lexicon) if unknown else (None, None)
    titles = actors.titled((s.speaker for s in statements), lexicon)
    told = {s.id: replace(s.speaker, office=titles.get(s.speaker.name or "", s.speaker.office)) for s in statements}
    found = {id: actors.appearance(who, report.id, report.day, home, lexicon, local) for id, who in told.items()}
    return found, {s.id: s.speaker.represents for s in statements if s.speaker.represents}


def _home(report: Report, lexicon: Lexicon) -> tuple[str | None, str | None]:
    words = [t.form for t in passage(report).tokens]
    home = actors.home(words, lexicon)
    daily = actors.paper(report.outlet.value if report.outlet else None, report.url, lexicon)
    return home, home or actors.local(words, daily, lexicon)
