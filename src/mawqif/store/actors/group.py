"""`record.actors`: who spoke, across reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection

from mawqif.model import Appearance, Bearer, Card, Report, Statement, Tie
from mawqif.model.verdicts import Verdicts
from mawqif.store.actors import bearing, judging, linking, reading
from mawqif.store.actors.reading import ActorRow, OpenRow, Spoken
from mawqif.store.door import Door

Speakers = Callable[[Report, Sequence[Statement]], tuple[Mapping[str, Appearance], Mapping[str, Sequence[str]]]]


class Work:
    """One transaction of linking: what is to be done, and where to keep what comes of it (`pipeline.actors`)."""

    def __init__(self, connection: Connection) -> None:
        self._c = connection
        self._verdicts: Verdicts | None = None

    def unlinked(self, by: str | None, limit: int) -> list[int]:
        """Handles of reports whose speakers are not linked, or, with `by`, not by this program."""
        return linking.unlinked(self._c, by, limit)

    def read(self, handle: int) -> tuple[Report, tuple[Statement, ...]]:
        """A report with its statements as people corrected them."""
        return linking.read(self._c, handle)

    def put(self, handle: int, stamp: str, found: Mapping[str, Appearance], said: Mapping[str, Sequence[str]]) -> None:
        """Keep by what the speakers of a report are known and for whom they speak, by the statement's id."""
        linking.put(self._c, handle, stamp, found, said)

    def stale(self, limit: int) -> list[int]:
        """Handles of names whose bearers are to be told apart again."""
        return linking.stale(self._c, limit)

    def cards(self, name: int) -> tuple[Card, ...]:
        """The cards of a name."""
        return bearing.cards(self._c, name)

    def keep(self, name: int, found: Sequence[Bearer], offered: Iterable[str], asked: Iterable[str]) -> None:
        """Keep who bears a name, what it is found by and what it asks for."""
        linking.keep_keys(self._c, name, offered, asked)
        if found:
            bearing.keep(self._c, name, found)
        else:
            bearing.drop(self._c, name)

    def untied(self, limit: int) -> list[int]:
        """Handles of names whose bearers are to be tied again."""
        return linking.untied(self._c, limit)

    def bearers(self, names: Iterable[int]) -> Mapping[int, Sequence[Bearer]]:
        """By name, those who bear it."""
        return bearing.bearers(self._c, names)

    def under(self, keys: Iterable[str]) -> Mapping[str, Sequence[Bearer]]:
        """By key, the bearers whose name is found under it."""
        return bearing.under(self._c, keys)

    def tie(self, name: int, ties: Mapping[str, Tie | None]) -> None:
        """Keep what the bearers of a name are beside those of other names, by the bearer's id."""
        bearing.keep_ties(self._c, name, ties)

    def settle(self, names: Sequence[int]) -> None:
        """Lead the bearers of these names, and all that are tied to them, to their actors."""
        if self._verdicts is None:
            self._verdicts = judging.verdicts(self._c)
        bearing.settle(self._c, names, self._verdicts)

    def judge(self) -> None:
        """Lay what readers say of actors over what is found now, where an actor may have another id than before."""
        judging.renew(self._c)


class Actors:
    """Who spoke, across the reports of a record: found by the program, corrected by readers."""

    def __init__(self, door: Door) -> None:
        self._door = door

    @contextmanager
    def work(self) -> Iterator[Work]:
        """A transaction of linking: all that is done in it is kept, or, on any error, nothing."""
        with self._door.writing() as c:
            yield Work(c)

    def pending(self, by: str | None = None) -> int:
        """How many reports are not linked, or, with `by`, not by this program."""
        with self._door.reading() as c:
            return linking.pending(c, by)

    def reset(self) -> None:
        """Every report is to be linked again."""
        with self._door.writing() as c:
            linking.reset(c)

    def all(
        self,
        *,
        words: str | None = None,
        kind: str | None = None,
        ids: Sequence[str] | None = None,
        state: str | None = None,
        limit: int | None = None,
    ) -> list[ActorRow]:
        """Actors with what is known of them, those with most statements first."""
        with self._door.reading() as c:
            return reading.actors(c, words=words, kind=kind, ids=ids, state=state, limit=limit)

    def open(self, *, words: str | None = None, kind: str | None = None, limit: int | None = None) -> list[OpenRow]:
        """Speakers that are linked to no actor, by their names, with the actors that they may be."""
        with self._door.reading() as c:
            return reading.open_speakers(c, words=words, kind=kind, limit=limit)

    def named(self, words: str) -> list[str]:
        """The ids of the actors of this id, unique prefix or name, else of those whose names hold these words."""
        with self._door.reading() as c:
            return reading.named(c, words)

    def spoken(self, statements: Iterable[str]) -> dict[str, Spoken]:
        """By the statement's id, its actor, the reason for it, and for whom it speaks."""
        with self._door.reading() as c:
            return reading.spoken(c, statements)
