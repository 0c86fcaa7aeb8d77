"""Pairs put together: the statements of each utterance, and why each belongs."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from mawqif.link.sayings.comparing import apart
from mawqif.link.sayings.contrary import contrary
from mawqif.link.sayings.likeness import blocks
from mawqif.link.sayings.speakers import Voice, voice
from mawqif.model import Date, Echo, Heeded, Member, Said, Utterance
from mawqif.model.identity import digest

_ORDER = (Echo.SAME, Echo.COPIED, Echo.OVERLAP, Echo.TRANSLATION, Echo.PARAPHRASE)  # the surest first
_ALIKE = (Echo.SAME, Echo.COPIED)
_TIED = 0.55  # of the pairs between two groups that are not simply the same
_SPAN = 4  # days between statements of one utterance
_FIRST = "only"


def utterances(said: Sequence[Said], pairs: Sequence[Heeded]) -> list[Utterance]:
    """The utterances of statements among which these pairs were found; the order of either does not matter.

    The surest pairs join first. Two groups of which any two statements are of opposite sense, of two named speakers or
    of days too far apart stay two; so do groups that excerpts, paraphrases or translations tie, where not most of the
    pairs between them have something in common. Pairs of the same saying on other days join nothing.
    """
    of = {s.statement: s for s in said}
    group = {s: frozenset((s,)) for s in of}
    joining = sorted((p for p in pairs if not p.again), key=lambda p: (_ORDER.index(p.echo), p.a, p.b))
    known = {frozenset((p.a, p.b)) for p in joining}
    for pair in joining:
        a, b = group[pair.a], group[pair.b]
        if a is not b and _may_join(a, b, pair, of, known):
            both = a | b
            group.update(dict.fromkeys(both, both))
    beside = _beside(joining)
    found = [_members(g, beside, of) for g in set(group.values())]
    return sorted((Utterance(digest("utterance", m[0].statement), m) for m in found), key=lambda u: u.id)


def _may_join(
    a: frozenset[str], b: frozenset[str], pair: Heeded, of: Mapping[str, Said], known: set[frozenset[str]]
) -> bool:
    between = [(of[x], of[y]) for x in a for y in b]
    if any(_never(x, y) for x, y in between):
        return False
    if pair.echo in _ALIKE:
        return True
    tied = sum(frozenset((x.statement, y.statement)) in known or _shared(x, y) for x, y in between)
    return tied >= _TIED * len(between)


def _shared(x: Said, y: Said) -> bool:
    """Whether half of what tells in the shorter one is in the other."""
    return 2 * len(x.bag & y.bag) >= max(1, min(len(x.bag), len(y.bag)))


def _never(x: Said, y: Said) -> bool:
    return voice(x, y) is Voice.OTHER or apart(x, y) > _SPAN or bool(contrary(x, y, blocks(x, y)))


def _rank(said: Said) -> tuple[Date, str]:
    return said.last or Date.max, said.statement


Ties = Mapping[str, Sequence[tuple[str, Heeded]]]


def _beside(pairs: Iterable[Heeded]) -> Ties:
    """The other statement of each pair that a statement is in."""
    beside: defaultdict[str, list[tuple[str, Heeded]]] = defaultdict(list)
    for p in pairs:
        beside[p.a].append((p.b, p))
        beside[p.b].append((p.a, p))
    return beside


def _members(group: frozenset[str], beside: Ties, of: Mapping[str, Said]) -> tuple[Member, ...]:
    """The statements of a group, each with the pair that ties it to one before; the earliest comes first."""

    def ties(one: str) -> Iterator[tuple[int, tuple[Date, str], tuple[Date, str], str, str, str]]:
        for other, p in beside.get(one, ()):
            if other in group and other not in told:
                yield _ORDER.index(p.echo), _rank(of[other]), _rank(of[one]), other, one, p.rule

    first = min(group, key=lambda s: _rank(of[s]))
    told = {first: Member(first, Echo.ALONE, None, _FIRST)}
    waiting = list(ties(first))
    heapq.heapify(waiting)
    while waiting:
        order, _other, _one, other, one, rule = heapq.heappop(waiting)
        if other not in told:
            told[other] = Member(other, _ORDER[order], one, rule)
            for tie in ties(other):
                heapq.heappush(waiting, tie)
    return tuple(sorted(told.values(), key=lambda m: _rank(of[m.statement])))
