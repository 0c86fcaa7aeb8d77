"""How far a figure may be off: articles are drawn again and again, with replacement, and the middle 95% are told.

Statements of one article are right or wrong together (one speaker, one manner of writing), so that
articles are drawn and not statements.
"""

from __future__ import annotations

import random
import sys
from array import array
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from mawqif.evaluate.figures import figures, flat
from mawqif.evaluate.tally import Counts

Interval: TypeAlias = tuple[float, float]
TAIL = 0.025


def intervals(articles: Sequence[Counts], samples: int, seed: int) -> dict[str, Interval]:
    """The interval of every share (see `figures.flat`); empty where nothing is drawn."""
    if not articles or not samples:
        return {}
    keys = sorted({key for counts in articles for key in counts})
    rows = [_packed([counts.get(key, 0) for key in keys]) for counts in articles]
    draw = random.Random(seed)
    found: dict[str, list[float]] = {}
    for _ in range(samples):
        sums = _unpacked(sum(draw.choices(rows, k=len(rows))), len(keys))
        for name, value in flat(figures(dict(zip(keys, sums, strict=True)))).items():
            found.setdefault(name, []).append(value)
    return {name: _middle(sorted(values)) for name, values in found.items()}


def _packed(counts: Sequence[int]) -> int:
    """Many counts as one number, side by side in eight bytes each: adding two such numbers adds all counts at once."""
    return int.from_bytes(array("Q", counts).tobytes(), sys.byteorder)


def _unpacked(total: int, n: int) -> Sequence[int]:
    return array("Q", total.to_bytes(8 * n, sys.byteorder))


def _middle(ordered: Sequence[float]) -> Interval:
    return percentile(ordered, TAIL), percentile(ordered, 1 - TAIL)


def percentile(ordered: Sequence[float], share: float) -> float:
    """The value below which this share of the ordered values lies, between two of them in proportion."""
    place = share * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def nested(found: Mapping[str, Interval]) -> dict[str, object]:
    """The intervals in the shape of the figures."""
    out: dict[str, object] = {}
    for name, interval in found.items():
        outer, _, inner = name.partition(".")
        if inner:
            part = out.setdefault(outer, {})
            assert isinstance(part, dict)
            part[inner] = list(interval)
        else:
            out[outer] = list(interval)
    return out
