"""What scores are worth: the share of statements that are right, among those of a score."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

from mawqif.evaluate.faults import Event

BINS = 10
Outcome: TypeAlias = tuple[float, bool]  # the score, and whether content and speaker were right


@dataclass(frozen=True, slots=True)
class Bin:
    """Scores from `low` to under `low` + 0.1 (the last: to 1): how many, their mean, and the share that was right.

    `kept` and `right_kept`: how many have this score or a better one, and the share of those that was right.
    """

    low: float
    count: int
    predicted: float
    observed: float
    kept: int
    right_kept: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """The bins that hold anything; `ece` the mean gap between predicted and observed; `brier` the mean squared error.

    `base` is the Brier score of one and the same score for all: what a score that tells nothing apart would have.
    """

    bins: tuple[Bin, ...]
    count: int
    ece: float
    brier: float
    base: float


def outcomes(found: Iterable[Event]) -> list[Outcome]:
    """The scores of all predicted statements that have one, with what became of them."""
    return [(e.predicted.score, e.right) for e in found if e.predicted and e.predicted.score is not None]


def reliability(found: Sequence[Outcome]) -> Reliability:
    """The table of these outcomes."""
    boxes: list[list[Outcome]] = [[] for _ in range(BINS)]
    for score, right in found:
        boxes[min(int(score * BINS + 1e-9), BINS - 1)].append((score, right))
    bins = tuple(_bin(n / BINS, box, list(chain(*boxes[n:]))) for n, box in enumerate(boxes) if box)
    n = len(found) or 1
    share = sum(right for _, right in found) / n
    return Reliability(
        bins=bins,
        count=len(found),
        ece=sum(b.count * abs(b.predicted - b.observed) for b in bins) / n,
        brier=sum((score - right) ** 2 for score, right in found) / n,
        base=share * (1 - share),
    )


def _bin(low: float, box: Sequence[Outcome], kept: Sequence[Outcome]) -> Bin:
    return Bin(low, len(box), _mean(s for s, _ in box), _right(box), len(kept), _right(kept))


def _right(found: Sequence[Outcome]) -> float:
    return _mean(right for _, right in found)


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found)
