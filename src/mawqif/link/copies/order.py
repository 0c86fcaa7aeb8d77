"""Which of two copies came first."""

from __future__ import annotations

from mawqif.link.body import Body
from mawqif.model import Kin


def first(kin: Kin, a: Body, b: Body) -> tuple[str, str] | None:
    """The id of the earlier of two reports that share text, and the rule; None: nothing says so.

    One that credits or names the other's outlet, which does not name it, came after it, whatever the dates of the pages
    say: a text with «قال لـ«الواحة»» was made for «الواحة». Else known dates of different days decide. `a` and `b` may
    come in either order.
    """
    if not kin.kinship.copied:
        return None
    return (_by_outlet(a, b) if a.house != b.house else None) or _by_day(a, b)


def _by_outlet(a: Body, b: Body) -> tuple[str, str] | None:
    for rule, taken, given in (
        ("credited-outlet", b.house in a.credits, a.house in b.credits),
        ("named-outlet", b.house in a.named, a.house in b.named),
    ):
        if taken != given:
            return (b if taken else a).report, rule
    return None


def _by_day(a: Body, b: Body) -> tuple[str, str] | None:
    if a.day and b.day and a.day != b.day:
        return (a if a.day < b.day else b).report, "earlier-day"
    return None
