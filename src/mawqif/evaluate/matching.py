"""Which predicted statement is which annotated one: by the words that both contents cover."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from mawqif.evaluate.shape import Article, Told
from mawqif.model import Span

LOOSE = 0.5  # of the words of both together: the same statement
TIGHT = 0.9  # the same boundaries

Range: TypeAlias = tuple[int, int]  # half-open, in words
A = TypeVar("A")
B = TypeVar("B")

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Pair:
    """An annotated statement and the predicted one that was taken for it, by their numbers; `overlap` up to 1."""

    gold: int
    predicted: int
    overlap: float


@dataclass(frozen=True, slots=True)
class Matched:
    """An article whose two sides were compared: pairs, and what is left of each side."""

    article: Article
    ruler: Ruler
    pairs: tuple[Pair, ...]
    missed: tuple[int, ...]
    false: tuple[int, ...]

    def told(self, pair: Pair) -> tuple[Told, Told]:
        """The two statements of a pair: annotated, predicted."""
        return self.article.gold.statements[pair.gold], self.article.predicted.statements[pair.predicted]


class Ruler:
    """Spans of one text measured in its words; a word that is cut counts."""

    def __init__(self, text: str) -> None:
        found = [m.span() for m in _WORD.finditer(text)]
        self._starts = [start for start, _ in found]
        self._ends = [end for _, end in found]

    def words(self, span: Span) -> Range:
        """The numbers of the words that a span touches."""
        return bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)

    def covered(self, spans: Iterable[Span]) -> set[int]:
        """The numbers of the words that any of these spans touches."""
        return {n for span in spans for n in range(*self.words(span))}

    def pairs(self, gold: Sequence[Span], predicted: Sequence[Span]) -> tuple[Pair, ...]:
        """The best one-to-one pairs of spans that share at least half of their words; the closest are paired first."""
        left, right = [self.words(s) for s in gold], [self.words(s) for s in predicted]
        near = [Pair(i, j, overlap(a, b)) for i, a in enumerate(left) for j, b in enumerate(right)]
        near = sorted((p for p in near if p.overlap >= LOOSE), key=lambda p: (-p.overlap, p.gold, p.predicted))
        return tuple(_one_to_one(near))


def overlap(a: Range, b: Range) -> float:
    """The words that both ranges have, as a share of those that either has."""
    common = min(a[1], b[1]) - max(a[0], b[0])
    return common / (a[1] - a[0] + b[1] - b[0] - common) if common > 0 else 0.0


def _one_to_one(near: Iterable[Pair]) -> Iterable[Pair]:
    golds: set[int] = set()
    predictions: set[int] = set()
    for pair in near:
        if pair.gold not in golds and pair.predicted not in predictions:
            golds.add(pair.gold)
            predictions.add(pair.predicted)
            yield pair


def match(article: Article) -> Matched:
    """Compare the two sides of an article."""
    ruler = Ruler(article.document.text)
    gold, predicted = article.gold.statements, article.predicted.statements
    pairs = ruler.pairs([s.content for s in gold], [s.content for s in predicted])
    met, used = {p.gold for p in pairs}, {p.predicted for p in pairs}
    missed = tuple(i for i in range(len(gold)) if i not in met)
    false = tuple(j for j in range(len(predicted)) if j not in used)
    return Matched(article, ruler, pairs, missed, false)


def agreeing(gold: Iterable[A], predicted: Iterable[B], same: Callable[[A, B], bool]) -> int:
    """How many annotated things find a predicted one that is the same and that no earlier one took."""
    left = list(predicted)
    hits = 0
    for wanted in gold:
        place = next((n for n, other in enumerate(left) if same(wanted, other)), None)
        if place is not None:
            left.pop(place)
            hits += 1
    return hits
