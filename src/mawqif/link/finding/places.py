"""In whose words of a report a stretch stands: a statement's, within which others, or the narrator's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mawqif.link.finding.stretches import Aligned
from mawqif.link.words import Word
from mawqif.model import Statement
from mawqif.model.finding import Place

_MOST = 0.6  # of the words found that a statement must hold to be where they stand
_ALSO = 0.2  # that another one holds, for the paste to be put together from both


Range = tuple[int, int]  # code points of the report's plain text


@dataclass(frozen=True, slots=True)
class Layout:
    """What of a report is no part of its sentences."""

    title: Range | None = None
    furniture: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """Where a stretch stands: the statement that holds it, those around that one, and those that hold other parts."""

    place: Place
    statement: Statement | None = None
    within: tuple[Statement, ...] = ()
    beside: tuple[Statement, ...] = ()


def held(found: Aligned, printed: Sequence[Word], page: Layout, statements: Sequence[Statement]) -> Held:
    """The innermost statement that holds most of what was found; else who holds most of it together; else nobody."""
    at = [printed[j] for _i, j in found.pairs]
    shares = [(s, _share(at, _range(s))) for s in statements]
    most = [s for s, share in shares if share >= _MOST]
    some = sorted(((s, share) for s, share in shares if share >= _ALSO), key=lambda one: -one[1])
    if not most and sum(share for _s, share in some) < _MOST:
        return Held(_outside(at, page))
    parts = [s for s, _share in some]
    own = min(most, key=lambda s: (s.content.end - s.content.start, s.id)) if most else parts[0]
    around = sorted((s for s in statements if s is not own and _around(s, own)), key=lambda s: -s.content.start)
    others = (s for s in parts if s is not own and s not in around and not _around(own, s))
    return Held(Place.STATEMENT, own, tuple(around), tuple(others))


def _share(at: Sequence[Word], span: Range) -> float:
    return sum(span[0] <= w.start < span[1] for w in at) / len(at)


def _range(statement: Statement) -> Range:
    return statement.content.start, statement.content.end


def _around(outer: Statement, inner: Statement) -> bool:
    """Whether the words of one are in the other's, and another says them."""
    inside = outer.content.start <= inner.content.start and inner.content.end <= outer.content.end
    return inside and outer.speaker.name != inner.speaker.name


def _outside(at: Sequence[Word], page: Layout) -> Place:
    """Whether a stretch that is nobody's words is the narrator's, the headline or around the report."""
    if any(_share(at, span) >= _MOST for span in page.furniture):
        return Place.FURNITURE
    return Place.HEADLINE if page.title and _share(at, page.title) >= _MOST else Place.NARRATOR
