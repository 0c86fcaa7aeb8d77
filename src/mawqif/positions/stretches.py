"""The words of a content as the rules of this stage read them."""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from dataclasses import dataclass

from mawqif.model import Passage, Span, Statement


@dataclass(frozen=True, slots=True)
class Stretch:
    """Folded words of a report from one token to another; `gaps` are what stands before each of them."""

    passage: Passage
    base: int
    forms: tuple[str, ...]
    gaps: tuple[str, ...]

    def form(self, i: int) -> str:
        """The folded word at i; empty outside."""
        return self.forms[i] if 0 <= i < len(self.forms) else ""

    def gap(self, i: int) -> str:
        """What stands before word i; empty outside."""
        return self.gaps[i] if 0 <= i < len(self.gaps) else ""

    def written(self, i: int) -> str:
        """The word at i as it is written."""
        token = self.passage.tokens[self.base + i]
        return self.passage.text[token.start : token.end]

    def starts(self, i: int, words: tuple[str, ...]) -> bool:
        """Whether these words stand from word i on."""
        return self.forms[i : i + len(words)] == words

    def span(self, first: int, end: int) -> Span:
        """The span of the words from first to end (exclusive)."""
        tokens = self.passage.tokens
        return Span.of(self.passage.text, tokens[self.base + first].start, tokens[self.base + end - 1].end)


def stretches(passage: Passage, statements: list[Statement]) -> Iterator[Stretch]:
    """The words of each statement's content."""
    for s in statements:
        first = bisect.bisect_left(passage.starts, s.content.start)
        end = bisect.bisect_left(passage.starts, s.content.end, first)
        yield Stretch(passage, first, passage.forms[first:end], passage.gaps[first:end])
