"""Where to look: which words of a paste tell it apart, and which reports share most of them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from mawqif.arabic import stem
from mawqif.link.words import Word

MOST = 1500  # reports; a stem that more of them have tells little, and no more are looked up
MOST_STEMS = 120  # of a paste are looked up: of a long one, the longest in each stretch
FEW = 3  # rare stems; with fewer of them, pairs of words are looked up too
MOST_PAIRS = 48
_FAR = 0.4  # of the best one's weight that a candidate needs
_LEAST_WEIGHT, _FULL = 0.12, 5.0

Term = tuple[str, ...]


def stems(found: Sequence[Word]) -> list[Term]:
    """The stems of a paste, each once; of a long paste the longest words of each stretch of it."""
    distinct = list(dict.fromkeys(stem(w.form) for w in found))
    if len(distinct) > MOST_STEMS:
        step = len(distinct) / MOST_STEMS
        slices = (distinct[int(i * step) : int((i + 1) * step)] for i in range(MOST_STEMS))
        distinct = [max(part, key=len) for part in slices if part]
    return [(s,) for s in distinct if s.strip("_")]


def pairs(found: Sequence[Word]) -> list[Term]:
    """The stems of words that follow each other, of a long paste spread over it."""
    distinct: list[Term] = list(dict.fromkeys(pairwise(stem(w.form) for w in found)))
    return distinct[:: max(1, len(distinct) // MOST_PAIRS)]


def weights(found: Sequence[Word], seen: Mapping[Term, int], reports: int) -> list[float]:
    """How much each word of a paste tells, from 0 to 1, by how many reports have its stem."""
    return [_weight(seen.get((stem(w.form),), MOST), reports) for w in found]


def _weight(seen: int, reports: int) -> float:
    """A stem that no report has is worth as much as a rare one: it must be missed."""
    told = math.log((reports + 1) / (seen + 1)) / _FULL
    return min(1.0, max(_LEAST_WEIGHT, 0.0 if seen >= MOST else told))


def ranked(terms: Iterable[tuple[Term, Sequence[int]]], reports: int) -> list[int]:
    """The keys that share most of what is rare, the best first; what shares much less than the best is left out."""
    found: defaultdict[int, float] = defaultdict(float)
    for term, keys in terms:
        if len(keys) >= MOST:
            continue
        weight = math.log((reports + 2) / (len(keys) + 1)) * len(term)
        for key in keys:
            found[key] += weight
    if not found:
        return []
    least = _FAR * max(found.values())
    return sorted((k for k, w in found.items() if w >= least), key=lambda k: (-found[k], k))
