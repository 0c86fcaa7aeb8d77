"""What a record offers to whoever looks for a quotation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from mawqif.model import Date, Report, Statement
from mawqif.model.finding import Within


class Kept(Protocol):
    """A record, as `store.Record.quotations` has it; reports and statements go by keys."""

    def size(self) -> int:
        """About how many reports there are."""

    def places(self, terms: Sequence[Sequence[str]], most: int, within: Within) -> list[list[int]]:
        """By term, reports in which its stems follow one another, no more than `most` each."""

    def said(self, terms: Sequence[Sequence[str]], by: Sequence[str], most: int, within: Within) -> list[list[int]]:
        """By term, statements whose content has its stems on end and whose speaker all those of `by`."""

    def spoken(self, actors: Sequence[str], most: int, within: Within) -> list[int]:
        """Statements of these actors and those made for them or for states among them, the latest first."""

    def bodies(self, reports: Sequence[int]) -> Mapping[int, tuple[str, Date | None]]:
        """The stems of headline and text of reports, between spaces, and their days."""

    def contents(self, statements: Sequence[int]) -> Mapping[int, tuple[int, str, str]]:
        """By statement, its report, its id and the words of its content."""

    def speakers(self, statements: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        """By the id of a statement, those of its actor and of whom that speaks for."""

    def held(self, reports: Sequence[int]) -> list[tuple[int, Report, tuple[Statement, ...]]]:
        """Reports with their statements as people left them."""
