"""Which of two copies came first, and under which report each copy folds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mawqif.link.body import Body
from mawqif.model import Date, Kin, Kinship

_MOSTLY = 0.5  # of its words: a report that took more folds under its origin


def first(kin: Kin, a: Body, b: Body) -> tuple[str, str] | None:
    """The id of the earlier of two reports that share text, and the rule; None: nothing says so.

    One that credits or names the other's outlet, which does not name it, came after it, whatever the dates of the pages
    say: a text with «قال لـ«الواحة»» was made for «الواحة». Else known dates of different days decide. `a` and `b` may
    come in either order.
    """
    if not kin.kinship.copied or a.house == b.house:
        return _by_day(a, b) if kin.kinship.copied else None
    for rule, taken, given in (
        ("credited-outlet", b.house in a.credits, a.house in b.credits),
        ("named-outlet", b.house in a.named, a.house in b.named),
    ):
        if taken != given:
            return (b if taken else a).report, rule
    return _by_day(a, b)


def _by_day(a: Body, b: Body) -> tuple[str, str] | None:
    if a.day and b.day and a.day != b.day:
        return (a if a.day < b.day else b).report, "earlier-day"
    return None


def origins(kins: Iterable[Kin], days: Mapping[str, Date | None]) -> dict[str, str]:
    """Under which report each copy folds: those that took half of their words or more, and nothing else.

    A report folds under the earliest one whose text it carries, that one under its own origin; what is of one day or
    of no known day is ordered by how much of the other it holds, then by id. `days` are the known days of the
    reports; the order of `kins` does not matter.
    """
    sources: dict[str, list[tuple[float, str]]] = {}
    for kin in kins:
        if kin.kinship in (Kinship.IDENTICAL, Kinship.SYNDICATED, Kinship.PART_COPIED):
            origin, copy, share = _directed(kin, days)
            if share >= _MOSTLY:
                sources.setdefault(copy, []).append((-share, origin))
    return {copy: _root(copy, sources, days) for copy in sorted(sources)}


def _directed(kin: Kin, days: Mapping[str, Date | None]) -> tuple[str, str, float]:
    """Origin, copy, and the share of the copy's words that stand in the origin."""
    forth, back = (kin.a, kin.b, kin.share_b), (kin.b, kin.a, kin.share_a)
    day_a, day_b = days.get(kin.a), days.get(kin.b)
    if day_a and day_b and day_a != day_b:
        return forth if day_a < day_b else back
    return forth if kin.share_a <= kin.share_b else back


def _root(copy: str, sources: Mapping[str, list[tuple[float, str]]], days: Mapping[str, Date | None]) -> str:
    seen = {copy}
    while copy in sources:
        copy = min(sources[copy], key=lambda s: (days.get(s[1]) or Date.max, *s))[1]
        if copy in seen:
            return min(seen)
        seen.add(copy)
    return copy
