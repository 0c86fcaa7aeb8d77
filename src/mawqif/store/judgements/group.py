"""`record.judgements`: what people said of what the program found."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from mawqif.model import ActorAnchor, Judgement, Ruling, Statement
from mawqif.store import queries
from mawqif.store.door import Door
from mawqif.store.judgements import attaching, giving, reading
from mawqif.store.judgements.rows import JudgementRow, State


class Judgements:
    """Judgements only grow: one is taken back by another, which can itself be taken back.

    Each is about a place in a report or about actors, not about what the program happened to find, and so it follows
    when a newer program reads the report again. `by` is the reader's name. Payloads are as `Ruling` says.
    """

    def __init__(self, door: Door) -> None:
        self._door = door

    def add(
        self,
        statement: str,
        *rulings: tuple[Ruling, Mapping[str, object]],
        by: str,
        reason: str | None = None,
    ) -> tuple[Judgement, ...]:
        """Judge the statement of this id or unique prefix, all or nothing; one judgement for each ruling.

        ValueError for a payload that is not as it must be.
        """
        with self._door.writing() as c:
            return giving.of_statement(c, statement, rulings, by, reason)

    def add_of_actors(
        self,
        actors: Sequence[ActorAnchor],
        ruling: Ruling,
        payload: Mapping[str, object] | None = None,
        *,
        by: str,
        reason: str | None = None,
    ) -> Judgement:
        """Judge actors; the first of them is the one that the ruling is about (see `Ruling`)."""
        with self._door.writing() as c:
            return giving.of_actors(c, actors, ruling, payload or {}, by, reason)

    def undo(self, judgement: str, *, by: str, reason: str | None = None) -> Judgement:
        """Take back the judgement of this id or unique prefix. UsageError where it is undone already."""
        with self._door.writing() as c:
            return giving.undo(c, judgement, by, reason)

    def history(
        self, *, states: Collection[State] = (), rulings: Collection[Ruling] = (), by: str | None = None
    ) -> list[JudgementRow]:
        """Judgements with where they stand, in the order in which they were given; all of them without a filter."""
        with self._door.reading() as c:
            return [
                row
                for row in reading.history(c)
                if (not states or row.state in states)
                and (not rulings or row.judgement.ruling in rulings)
                and (by is None or row.judgement.by == by)
            ]

    def active(self, *rulings: Ruling) -> list[Judgement]:
        """What holds now of these rulings (of all without any), in the order in which it was given."""
        states: tuple[State, ...] = ("active",)
        return [row.judgement for row in self.history(states=states, rulings=rulings)]

    def orphans(self) -> list[Judgement]:
        """What nobody took back and stands to no statement that the program finds now."""
        states: tuple[State, ...] = ("orphaned",)
        return [row.judgement for row in self.history(states=states)]

    def for_statement(self, statement: str) -> tuple[JudgementRow, ...]:
        """All that was said of the statement of this id or unique prefix, also what was taken back."""
        with self._door.reading() as c:
            return reading.of_statement(c, queries.statement_key(c, statement))

    def orphaned_by(self, report: str, statements: Sequence[Statement]) -> tuple[Judgement, ...]:
        """What stands to a statement of the report of this id now, and to none of these that may take their place."""
        with self._door.reading() as c:
            return attaching.orphaned_by(c, report, statements)
