"""Where to look: which words of a paste tell it apart, and which reports share most of them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from mawqif.arabic import stem
from mawqif.link.words import Word, base

MOST = 1500  # reports; a stem that more of them have tells little, and no more are looked up
MOST_STEMS = 120  # of a paste are looked up: of a long one, the longest in each stretch
FEW = 3  # rare stems; with fewer of them, pairs of words are looked up too
MOST_PAIRS, MOST_RUNS = 48, 12
_FAR = 0.4  # of the best one's weight that a candidate needs
_LEAST_WEIGHT, _FULL = 0.12, 5.0
_OF_SMALL = 0.8  # of the most that a word of a small record can tell, to be told in full

Term = tuple[str, ...]


def key(form: str) -> str:
    """What a folded word is compared by before a report is read: its stem, without the «س» of the future too."""
    return base(stem(form))


def stems(found: Sequence[Word]) -> list[Term]:
    """The stems of a paste, each once; of a long paste the longest words of each stretch of it.

    A future is looked for without its «س», too: «لن يقبل» may have become «سيقبل».
    """
    distinct = list(dict.fromkeys(s for w in found for s in (stem(w.form), key(w.form))))
    if len(distinct) > MOST_STEMS:
        step = len(distinct) / MOST_STEMS
        slices = (distinct[int(i * step) : int((i + 1) * step)] for i in range(MOST_STEMS))
        distinct = [max(part, key=len) for part in slices if part]
    return [(s,) for s in distinct if s.strip("_")]


def runs(found: Sequence[Word]) -> list[Term]:
    """The stems of two and of four words that follow each other, of a long paste spread over it."""
    told = [stem(w.form) for w in found]
    out: list[Term] = []
    for length, most in ((2, MOST_PAIRS), (4, MOST_RUNS)):
        distinct = list(dict.fromkeys(zip(*(told[i:] for i in range(length)), strict=False)))
        out += distinct[:: -(-len(distinct) // most)] if distinct else []
    return out


def seen(word: Word, by: Mapping[Term, int]) -> int:
    """How many reports have a word, as far as it was looked up; `MOST` where it was not."""
    return max(by.get((s,), MOST) for s in (stem(word.form), key(word.form)))


def weights(found: Sequence[Word], by: Mapping[Term, int], reports: int) -> list[float]:
    """How much each word of a paste tells, from 0 to 1, by how many reports have its stem.

    A word that no report has, which may be a slip, tells as much as the others do on the average.
    """
    full = min(_FULL, max(1.0, _OF_SMALL * math.log(reports + 1)))
    counts = [seen(w, by) for w in found]
    known = [_weight(n, reports, full) for n in counts if n]
    usual = sum(known) / len(known) if known else 1.0
    return [_weight(n, reports, full) if n else usual for n in counts]


def _weight(seen: int, reports: int, full: float) -> float:
    told = math.log((reports + 1) / (seen + 1)) / full
    return min(1.0, max(_LEAST_WEIGHT, 0.0 if seen >= MOST else told))


def ranked(terms: Iterable[tuple[Term, Sequence[int]]], reports: int) -> list[int]:
    """The keys that share most of what is rare, the best first; what shares much less than the best is left out.

    Where nothing is rare, those that have runs of words which many have: they stand for all.
    """
    told = [(term, keys) for term, keys in terms if keys]
    rare = [(term, keys) for term, keys in told if len(keys) < MOST]
    found: defaultdict[int, float] = defaultdict(float)
    for term, keys in rare or [(term, keys) for term, keys in told if len(term) > 1]:
        weight = math.log((reports + 2) / (len(keys) + 1)) * len(term)
        for key in keys:
            found[key] += weight
    if not found:
        return []
    least = _FAR * max(found.values())
    return sorted((k for k, w in found.items() if w >= least), key=lambda k: (-found[k], k))
