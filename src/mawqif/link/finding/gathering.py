"""From hits in reports to what each speaker said of it, and to the answer to «did X say this?»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence

from mawqif.arabic import fold
from mawqif.model import Date
from mawqif.model.finding import Finding, Hit, Likeness, Place, Said, Sign

Known = Callable[[Hit], str | None]  # the actor that a hit's speaker is across reports
Asks = Callable[[Hit], bool]

_ORDER = {likeness: i for i, likeness in enumerate(Likeness)}
_LIMITS = frozenset((Sign.CONDITION, Sign.EXCEPTION))
_SAID = {
    Likeness.VERBATIM: Said.YES,
    Likeness.ALTERED: Said.ALTERED,
    Likeness.REWORDED: Said.REWORDED,
    Likeness.OPPOSITE: Said.OPPOSITE,
    Likeness.SIMILAR: Said.NO,
}
_ENOUGH, _BEHIND = 0.8, 0.15  # a share that is always shown, and how much less than the best one may have
_OPPOSED = 0.7  # share from which words that differ by a negation are called the opposite
_OTHERS = 0.75  # share from which another is said to have said it


def findings(
    hits: Iterable[Hit], known: Known, asked: Asks | None = None, quoted: Asks | None = None
) -> tuple[Finding, ...]:
    """The hits by speaker, those nearest to what was pasted first; what the speaker that was asked for said, before.

    `asked` tells whether that one said it, `quoted` whether that one tells it as the words of the speaker.
    """
    groups: defaultdict[Hashable, list[Hit]] = defaultdict(list)
    for hit in hits:
        groups[_speaker(hit, known), hit.likeness is Likeness.OPPOSITE].append(hit)
    found = [_finding(group, asked, quoted) for group in groups.values()]
    return tuple(sorted(found, key=_rank))


def _speaker(hit: Hit, known: Known) -> Hashable:
    """What tells a speaker from others: the actor, else the name; those without a name stay apart from each other."""
    if hit.statement is None:
        return hit.place is Place.FURNITURE
    speaker = hit.statement.speaker
    return known(hit) or (fold(speaker.name) if speaker.name else ("", hit.report.id))


def _finding(group: Sequence[Hit], asked: Asks | None, quoted: Asks | None) -> Finding:
    hits = tuple(sorted(group, key=lambda h: (_day(h), h.report.id, h.span.start)))
    best = min(hits, key=lambda h: (_ORDER[h.likeness], -h.share, len(h.notices)))
    own = any(map(asked, hits)) if asked else None
    return Finding(best, hits, own, not own and quoted is not None and any(map(quoted, hits)))


def _day(hit: Hit) -> Date:
    return hit.day or Date.max


def _rank(finding: Finding) -> tuple[bool, bool, float, int, int, Date]:
    best = finding.best
    far = best.likeness is Likeness.REWORDED
    return (
        finding.asked is False,
        far,
        -round(best.share, 1),
        _ORDER[best.likeness],
        best.place is not Place.STATEMENT,
        _day(finding.first),
    )


def near(hits: Sequence[Hit]) -> list[Hit]:
    """The hits without those that have much less of what was pasted than the best one has."""
    best = max((h.share for h in hits), default=0.0)
    return [h for h in hits if h.share >= min(_ENOUGH, best - _BEHIND) and not _chance(h)]


def _chance(hit: Hit) -> bool:
    """Whether an opposite sense is only that of other words: too little is shared."""
    return hit.likeness is Likeness.OPPOSITE and hit.rule == "find.aligned" and hit.share < _OPPOSED


def answered(found: Sequence[Finding]) -> Said:
    """Whether the speaker that was asked for said it; `found` are the findings with that asked, the nearest first."""
    mine = next((f for f in found if f.asked), None)
    if mine is None:
        if any(f.quoted for f in found):
            return Said.QUOTED
        said = any(f.best.statement and f.likeness is not Likeness.OPPOSITE and f.best.share >= _OTHERS for f in found)
        return Said.OTHER if said else Said.NO
    same = [h for h in mine.hits if h.likeness is mine.likeness]
    if mine.likeness is not Likeness.OPPOSITE and all(map(_limited, same)):
        return Said.LIMITED
    return _SAID[mine.likeness]


def _limited(hit: Hit) -> bool:
    return not _LIMITS.isdisjoint(n.sign for n in hit.notices)
