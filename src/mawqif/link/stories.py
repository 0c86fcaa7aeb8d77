"""Reports on the same event: pairs of words that their headlines and first sentences have in common.

Two reports of one event name the same people, places and things beside each other, in whatever words they tell it. A
pair of words counts by how rare its words are by nature (a name that no list has more than a common word, an office or
a given name least) and by how few reports of those days hold it. Nothing is weighed by counts over a whole record, so
that what a report is found to be like hardly depends on what came before it.
"""

from __future__ import annotations

import functools
import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from mawqif.arabic import bare, fold, stem
from mawqif.lexicon import Lexicon, titles
from mawqif.link.body import Body
from mawqif.link.heads import head
from mawqif.model import Alike, Date, Story
from mawqif.model.identity import digest
from mawqif.names.vocabulary import Words

__all__ = ["MOST", "SPAN", "WITHIN", "Telling", "alike", "keys", "near", "stories", "telling"]

WITHIN = 3  # days between two reports of one event
MOST = 12  # reports on either side that are looked at for one pair of words; one that more hold tells nothing
LEAST = 0.12  # of the weight of the lighter report's pairs: read off pairs of three dense days of news
_TOGETHER = 0.08  # the mean over all pairs of two groups, where unlike ones count nothing
SPAN = 5  # days between the first and the last report of a story
_TITLE, _LEAD = 9, 60  # words that are looked at
_PAIRS = 32  # of a report, the weightiest
_RARE, _COMMON, _PLACE, _GIVEN, _OFFICE = 1.0, 0.5, 0.4, 0.4, 0.3
# products of two weights, the best first; two given names, or an office and a place, tell nothing
_PRODUCTS = (1.0, 0.5, 0.4, 0.3, 0.25)
_RANKS = {
    (x, y): _PRODUCTS.index(round(x * y, 2))
    for x, y in itertools.product((_RARE, _COMMON, _PLACE, _OFFICE), repeat=2)
    if round(x * y, 2) in _PRODUCTS
}
_SPREAD, _MASK = 0x9E3779B97F4A7C15, (1 << 60) - 1  # makes one number of two: the golden ratio in 64 bits
_TITLES = ("roles", "honorifics", "organizations", "states", "unnamed", "media")
_EMPTY = frozenset(("small", "verbs"))

Telling = Callable[[str], tuple[int, float] | None]  # of a folded word its number and weight; None: it tells nothing


@functools.lru_cache(maxsize=8)
def telling(lexicon: Lexicon) -> Telling:
    """How much folded words tell of an event, 0 to 1, by the word lists."""
    lists = titles(lexicon)
    sorts = Words(lists.known)
    offices = frozenset(w for key in _TITLES for name in lexicon.list(f"titles.{key}") for w in fold(name).split())
    given = frozenset(map(fold, lexicon.list("names.given")))
    places = frozenset(itertools.chain(lists.state_names, lists.nations, lists.cities))

    @functools.lru_cache(maxsize=1 << 17)
    def told(word: str) -> tuple[int, float] | None:
        sort = sorts[word]
        if sort in _EMPTY or len(word) < 3:
            return None
        return _number(stem(word)), weight(word, sort)

    def weight(word: str, sort: str) -> float:
        forms = {word, bare(word), "ال" + bare(word), bare(word).removesuffix("ه")}
        if not offices.isdisjoint(forms):
            return _OFFICE
        if not places.isdisjoint(forms):
            return _PLACE
        if not given.isdisjoint(forms):
            return _GIVEN
        return _COMMON if sort else _RARE

    return told


def keys(body: Body, telling: Telling) -> tuple[int, ...]:
    """The pairs of words that tell of a report's event, as signed numbers of 63 bits, which hold their weights."""
    found: dict[int, int] = {}
    title = [t for t in map(telling, body.title) if t][:_TITLE]
    lead = [t for t in map(telling, body.forms[:_LEAD]) if t]
    beside = itertools.chain(itertools.pairwise(lead), zip(lead, lead[2:], strict=False))
    for (a, x), (b, y) in itertools.chain(itertools.combinations(title, 2), beside):
        rank = _RANKS.get((x, y))
        if rank is not None and a != b:
            found[(a * _SPREAD ^ b if a < b else b * _SPREAD ^ a) & _MASK] = rank
    best = sorted((rank, number) for number, rank in found.items())[:_PAIRS]
    return tuple(number << 3 | rank for rank, number in best)


def _number(stem: str) -> int:
    """The same number of 60 bits in every run and on every machine."""
    return int.from_bytes(blake2b(stem.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> 4


def _weight(key: int) -> float:
    return _PRODUCTS[key & 7]


def alike(
    mine: Sequence[int], under: Iterable[tuple[int, int]], others: Callable[[list[int]], Mapping[int, Sequence[int]]]
) -> dict[int, float]:
    """How much other reports of those days are like one, by handle, from 0 to 1; less than `LEAST` is left out.

    `under` are pairs of a number and a report that is found under it (see `MOST`), `others` gives all numbers of
    reports. Each pair of words weighs less the more reports hold it.
    """
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for key, item in under:
        holders[key].append(item)
    shared: defaultdict[int, float] = defaultdict(float)
    pairs: Counter[int] = Counter()
    for key, items in holders.items():
        if len(items) < 2 * MOST:
            worth = _weight(key) / (1 + math.log2((len(items) + 1) / 2))
            for item in items:
                shared[item] += worth
                pairs[item] += 1
    found = [item for item, n in pairs.items() if n > 1]
    whole = sum(map(_weight, mine))
    known = others(found) if found else {}
    rated = {i: shared[i] / min(whole, sum(map(_weight, known[i]))) for i in found if i in known}
    return {i: min(value, 1.0) for i, value in rated.items() if value >= LEAST}


def near(a: Date | None, b: Date | None) -> bool:
    """Whether two days are as near as those of one event's reports."""
    return a is not None and b is not None and abs((a - b).days) <= WITHIN


@dataclass(slots=True)
class _Group:
    members: list[str]
    first: Date | None
    last: Date | None


def stories(reports: Sequence[tuple[str, Date | None]], pairs: Sequence[Alike]) -> list[Story]:
    """The stories of reports that hang together, each with two reports at least; the order does not matter.

    The surest pairs come first. Two groups become one where all their reports together are like enough, and where no
    more than `SPAN` days lie between the first and the last of them.
    """
    days = dict(reports)
    groups = {id: _Group([id], day, day) for id, day in days.items()}
    links: dict[str, dict[str, float]] = {id: {} for id in days}  # between groups, the sum over their pairs
    best: dict[str, tuple[float, str]] = {}
    now = {id: id for id in days}
    ordered = sorted((p for p in pairs if p.a in days and p.b in days), key=lambda p: (-p.weight, p.a, p.b))
    for p in ordered:
        links[p.a][p.b] = links[p.b][p.a] = max(p.weight, links[p.a].get(p.b, 0.0))
        for id in (p.a, p.b):
            best.setdefault(id, (p.weight, p.rule))
    for p in ordered:
        x, y = head(now, p.a), head(now, p.b)
        if x != y and _one(groups[x], groups[y], links[x].get(y, 0.0)):
            _merge(groups, links, now, min(x, y), max(x, y))
    found = [sorted(g.members) for root, g in groups.items() if now[root] == root and len(g.members) > 1]
    return [Story(digest("story", ids[0]), tuple((id, best[id][1]) for id in ids)) for ids in sorted(found)]


def _one(a: _Group, b: _Group, together: float) -> bool:
    if together < _TOGETHER * len(a.members) * len(b.members):
        return False
    known = [day for day in (a.first, a.last, b.first, b.last) if day]
    return not known or (max(known) - min(known)).days <= SPAN


def _merge(
    groups: dict[str, _Group], links: dict[str, dict[str, float]], now: dict[str, str], into: str, other: str
) -> None:
    a, b = groups[into], groups[other]
    known = [day for day in (a.first, a.last, b.first, b.last) if day]
    groups[into] = _Group(a.members + b.members, min(known, default=None), max(known, default=None))
    for third, value in links.pop(other).items():
        if third != into:
            links[into][third] = links[third][into] = links[into].get(third, 0.0) + value
            del links[third][other]
    links[into].pop(other, None)
    now[other] = into
