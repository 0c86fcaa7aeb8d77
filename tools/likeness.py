"""Pairs of reports by how alike they look: what `tools/copies.py draw` chooses from.

Everything here is counted plainly: runs of five folded words that two reports share, words that few reports have, words
inside quotation marks. Nothing is taken from what links reports in the program: the pairs are its measure.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

from mawqif.arabic import fold
from mawqif.model import Page

# How many pairs are drawn of each stratum; a pair belongs to the first that fits, in the order of `Corpus.stratum`.
QUOTAS = {
    "equal": 8,  # the same folded words
    "equal-own": 4,  # the same, in one outlet
    "formula": 14,  # runs of words in common, but few of the rare words and numbers
    "titles": 6,  # fewer runs in common, and of the rare words even less
    "frame": 12,  # the same words in one piece but for some at either end
    "later": 10,  # much in common, but three days or more between them
    "own": 16,  # two reports of one outlet
    "quotation": 10,  # what is shared is for the most part a quotation in both
    "part": 14,  # at least half of the shorter one's runs in a much longer one
    "from-0.9": 8,  # by the Jaccard similarity of the runs
    "from-0.7": 12,
    "from-0.5": 14,
    "from-0.3": 14,
    "from-0.15": 14,
    "passage": 10,  # less alike, but with one long passage in common
    "from-0.05": 12,
    "few": 4,  # a few runs in common
    "topic": 12,  # hardly a run in common, but rare words, within a day
    "random": 6,
}
BANDS = (0.9, 0.7, 0.5, 0.3, 0.15, 0.05)
RUN = 5  # words
_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"[«\"“][^«»\"“”]{40,}[»\"”]")
_SHORTEST = 20  # words; a report of fewer says too little to be told a copy
_COMMON = 60  # reports: a run of words in more of them is no reason to look at a pair
_RARE = 0.01  # of all reports: a word in more of them is not rare
_TELLING = 40  # reports: a word in more of them is no reason to look at a pair of reports as of one topic
_ENDS = 12  # words at either end that may differ where the frame alone does
_FORMULA = 0.35, 0.35  # at least so much of the shorter one shared, at most so many of its rare words
_TITLES = 0.15, 0.3
_LATER = 0.3, 3  # at least so much of the shorter one shared, so many days
_CITED = 8, 0.6  # at least so many runs of a quotation in common, and of all that is shared
PASSAGE = 25  # words in one piece
_HARDLY = 2  # runs
_TOPIC = 0.3  # cosine of the words, weighted by how rare they are
_CLUSTER = 0.5  # of the shorter one shared: then two reports are in one cluster

Key: TypeAlias = tuple[str, str]  # the ids of two reports, in order


@dataclass(frozen=True, slots=True)
class Report:
    """What of a report is compared: words as numbers that all reports share, runs of five words as hashes of them."""

    id: str
    outlet: str | None
    day: int | None
    words: tuple[int, ...]
    runs: frozenset[int]
    quoted: frozenset[int]


def _runs(words: Sequence[int]) -> Iterator[int]:
    return (hash(tuple(words[i : i + RUN])) for i in range(len(words) - RUN + 1))


def longest(a: Report, b: Report) -> int:
    """The words of the longest piece of `a` whose every run of five words is in `b`; 0 where no run is."""
    best = now = 0
    for run in _runs(a.words):
        now = now + 1 if run in b.runs else 0
        best = max(best, now)
    return best and best + RUN - 1


class Corpus:
    """Reports that are compared with each other; those of fewer than 20 words are left out."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self._numbers: dict[str, int] = {}
        made = map(self._report, pages)
        self.reports = {r.id: r for r in made if len(r.words) >= _SHORTEST}
        self._spread = Counter(w for r in self.reports.values() for w in set(r.words))
        self._vectors: dict[str, dict[int, float]] = {}
        self._digits = {n for w, n in self._numbers.items() if w.isdecimal()}

    def _report(self, page: Page) -> Report:
        words = self._words(page.text)
        quoted = {run for q in _QUOTED.finditer(page.text) for run in _runs(self._words(q.group()))}
        day = page.date.toordinal() if page.date else None
        return Report(page.location, page.outlet, day, words, frozenset(_runs(words)), frozenset(quoted))

    def _words(self, text: str) -> tuple[int, ...]:
        numbers = self._numbers
        return tuple(numbers.setdefault(w, len(numbers)) for w in _WORD.findall(fold(text)))

    def _rare(self, report: Report) -> set[int]:
        often = max(2, _RARE * len(self.reports))
        return {w for w in report.words if w in self._digits or self._spread[w] <= often}

    def pairs(self) -> dict[str, list[Key]]:
        """The pairs of each stratum but `random`, in the order of their ids."""
        found: dict[str, list[Key]] = {name: [] for name in QUOTAS}
        sharing = set(_meeting({r.id: r.runs for r in self.reports.values()}, _COMMON))
        for key in sorted(sharing | set(self._topics())):
            a, b = (self.reports[i] for i in key)
            if name := self.stratum(a, b):
                found[name].append(key)
        return found

    def stratum(self, a: Report, b: Report) -> str | None:
        """The stratum of a pair; None where nothing makes it alike."""
        if a.words == b.words:
            return "equal-own" if a.outlet == b.outlet else "equal"
        a, b = sorted((a, b), key=lambda r: len(r.runs))
        shared = a.runs & b.runs
        within, alike = len(shared) / len(a.runs), len(shared) / len(a.runs | b.runs)
        if within >= _TITLES[0] and (found := self._by_names(a, b, within) or _by_source(a, b, within)):
            return found
        return _cited(a, b, shared) or _by_share(a, b, within, alike) or self._by_topic(a, b, shared)

    def _by_names(self, short: Report, long: Report, within: float) -> str | None:
        rare = self._rare(short)
        common = len(rare & self._rare(long))
        if within >= _FORMULA[0] and common <= _FORMULA[1] * len(rare):
            return "formula"
        return "titles" if within < _FORMULA[0] and common <= _TITLES[1] * len(rare) else None

    def _by_topic(self, a: Report, b: Report, shared: frozenset[int]) -> str | None:
        if len(shared) > _HARDLY:
            return "few"
        return "topic" if _within_a_day(a, b) and self.cosine(a, b) >= _TOPIC else None

    def _topics(self) -> Iterator[Key]:
        """Pairs within a day that share three words or more of those that few reports have."""
        telling = {
            r.id: frozenset(w for w in r.words if 1 < self._spread[w] <= _TELLING) for r in self.reports.values()
        }
        met = Counter(key for key in _meeting(telling, _TELLING) if _within_a_day(*(self.reports[i] for i in key)))
        return (key for key, n in met.items() if n > 2)

    def cosine(self, a: Report, b: Report) -> float:
        """How alike the words are, each weighted by how rare it is: 0 to 1."""
        x, y = (self._weights(r) for r in (a, b))
        return sum(x[w] * y[w] for w in x.keys() & y.keys())

    def _weights(self, report: Report) -> dict[int, float]:
        if report.id not in self._vectors:
            n = len(self.reports)
            found = {w: (1 + math.log(k)) * math.log(n / self._spread[w]) for w, k in Counter(report.words).items()}
            length = math.hypot(*found.values()) or 1
            self._vectors[report.id] = {w: value / length for w, value in found.items()}
        return self._vectors[report.id]

    def clusters(self, keys: Iterable[Key]) -> dict[str, str]:
        """For each report the first of those that it is linked to by pairs of which one shares half."""
        head: dict[str, str] = {i: i for i in self.reports}

        def top(i: str) -> str:
            while head[i] != i:
                head[i] = head[head[i]]
                i = head[i]
            return i

        for key in keys:
            a, b = (self.reports[i].runs for i in key)
            if len(a & b) >= _CLUSTER * min(len(a), len(b)):
                x, y = sorted(map(top, key))
                head[y] = x
        return {i: top(i) for i in head}


def _meeting(features: Mapping[str, frozenset[int]], most: int) -> Iterator[Key]:
    """The pairs that share a feature which at most so many have, once for each feature that they share."""
    holders: dict[int, list[str]] = defaultdict(list)
    for i in sorted(features):
        for feature in features[i]:
            holders[feature].append(i)
    for found in holders.values():
        if 1 < len(found) <= most:
            yield from combinations(found, 2)


def _within_a_day(a: Report, b: Report) -> bool:
    return a.day is not None and b.day is not None and abs(a.day - b.day) <= 1


def _by_source(short: Report, long: Report, within: float) -> str | None:
    if _framed(short, long):
        return "frame"
    if within >= _LATER[0] and short.day and long.day and abs(short.day - long.day) >= _LATER[1]:
        return "later"
    return "own" if short.outlet == long.outlet else None


def _framed(short: Report, long: Report) -> bool:
    """Whether one is in the other in one piece, but for some words at either end."""
    middle = short.words[_ENDS:-_ENDS]
    near = abs(len(long.words) - len(short.words)) <= 2 * _ENDS
    return near and len(middle) > _ENDS and f" {_told(middle)} " in f" {_told(long.words)} "


def _told(words: Iterable[int]) -> str:
    return " ".join(map(str, words))


def _cited(a: Report, b: Report, shared: frozenset[int]) -> str | None:
    both = len(a.quoted & b.quoted)
    return "quotation" if both >= max(_CITED[0], _CITED[1] * len(shared)) else None


def _by_share(short: Report, long: Report, within: float, alike: float) -> str | None:
    if within >= 0.5 and alike < 0.3:
        return "part"
    if alike < 0.15 and longest(short, long) >= PASSAGE:
        return "passage"
    return next((f"from-{band}" for band in BANDS if alike >= band), None)
