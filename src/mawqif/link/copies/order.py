"""Which of two copies came first, and under which report each copy folds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mawqif.link.body import Body
from mawqif.model import Date, Kin

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


def origins(
    kins: Iterable[Kin], days: Mapping[str, Date | None], earlier: Mapping[tuple[str, str], str] | None = None
) -> dict[str, str]:
    """Under which report each copy folds: those that took half of their words or more, and nothing else.

    A report folds under the earliest one whose text it carries, that one under its own origin. Of two, the one that
    `earlier` names for their pair of ids (what `first` said) came first, else that of the earlier of `days`; a day that
    is unknown comes last. What is of one day folds under the longer text, then under the smaller id, so that the order
    of `kins` does not matter.
    """
    sources: dict[str, list[tuple[Date, float, str]]] = {}
    for kin in kins:
        if kin.kinship.copied:
            origin, copy, share = _directed(kin, days, earlier or {})
            if share >= _MOSTLY:
                sources.setdefault(copy, []).append((days.get(origin) or Date.max, -share, origin))
    nearest = {copy: min(found)[2] for copy, found in sources.items()}
    roots = {copy: _root(copy, nearest) for copy in sorted(nearest)}
    return {copy: root for copy, root in roots.items() if copy != root}


def _directed(
    kin: Kin, days: Mapping[str, Date | None], earlier: Mapping[tuple[str, str], str]
) -> tuple[str, str, float]:
    """Origin, copy, and the share of the copy's words that stand in the origin."""
    forth, back = (kin.a, kin.b, kin.share_b), (kin.b, kin.a, kin.share_a)
    if told := earlier.get((kin.a, kin.b)):
        return forth if told == kin.a else back
    # the words in common are as many in both, so that the lesser share is the longer text's
    rank_a, rank_b = (days.get(kin.a) or Date.max, kin.share_a), (days.get(kin.b) or Date.max, kin.share_b)
    return forth if rank_a <= rank_b else back


def _root(copy: str, nearest: Mapping[str, str]) -> str:
    """The report at the end of the chain; of reports that name each other the smallest id."""
    path = [copy]
    while path[-1] in nearest:
        following = nearest[path[-1]]
        if following in path:
            return min(path[path.index(following) :])
        path.append(following)
    return path[-1]
