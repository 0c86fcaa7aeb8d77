"""`record.quotations`: where the words of a quotation stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mawqif.model import Date, Report, Statement
from mawqif.model.finding import ANYWHERE, Within
from mawqif.store.actors import reading as actors_reading
from mawqif.store.door import Door
from mawqif.store.finding import reading


class Quotations:
    """What the record offers to whoever looks for a quotation (`pipeline.finding`).

    Reports and statements go by their keys in the file. Stems are those of `arabic.search_key`.
    """

    def __init__(self, door: Door) -> None:
        self._door = door

    def size(self) -> int:
        """About how many reports there are."""
        with self._door.reading() as c:
            return reading.size(c)

    def places(self, terms: Sequence[Sequence[str]], most: int, within: Within = ANYWHERE) -> list[list[int]]:
        """By term, reports in whose headline or text its stems follow one another, no more than `most` each."""
        with self._door.reading() as c:
            return reading.places(c, terms, most, within)

    def said(
        self, terms: Sequence[Sequence[str]], by: Sequence[str], most: int, within: Within = ANYWHERE
    ) -> list[list[int]]:
        """By term, statements whose content has its stems on end, and whose speaker all those of `by`.

        A term without stems is met by every content.
        """
        with self._door.reading() as c:
            return reading.said(c, terms, by, most, within)

    def spoken(self, actors: Sequence[str], most: int, within: Within = ANYWHERE) -> list[int]:
        """Statements of these actors and those made for them or for states among them, the latest first.

        Of reports whose speakers are not linked there are none.
        """
        with self._door.reading() as c:
            return reading.spoken(c, actors, most, within)

    def bodies(self, reports: Sequence[int]) -> Mapping[int, tuple[str, Date | None]]:
        """The stems of headline and text of reports, between spaces, and their days."""
        with self._door.reading() as c:
            return reading.bodies(c, reports)

    def contents(self, statements: Sequence[int]) -> Mapping[int, tuple[int, str, str]]:
        """By statement, its report, its id and the words of its content."""
        with self._door.reading() as c:
            return reading.contents(c, statements)

    def speakers(self, statements: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        """By the id of a statement, those of its actor and of whom that speaks for, as far as they are linked."""
        with self._door.reading() as c:
            found = actors_reading.spoken(c, statements)
        return {id: (*((s.actor,) if s.actor else ()), *s.represents) for id, s in found.items()}

    def held(self, reports: Sequence[int]) -> list[tuple[int, Report, tuple[Statement, ...]]]:
        """Reports with their statements as people corrected them, without those that they rejected."""
        with self._door.reading() as c:
            return list(reading.held(c, reports))
