"""What utterances of one day hold together, and what one stand is beside another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mawqif.arabic import search_key
from mawqif.model import Saying, Span, Stance, Stand, Turn

SAME_CONDITION = 0.5  # of the stems of the shorter wording


def directions(sayings: Iterable[Saying]) -> set[Stance]:
    """The ways in which these sayings point."""
    return {s.direction for s in sayings if s.direction}


def stand(sayings: Sequence[Saying], direction: Stance | None) -> Stand:
    """What these sayings, which do not contradict each other, hold together, with all their conditions."""
    return Stand(
        direction,
        any(s.stance is Stance.CONDITIONAL for s in sayings),
        _distinct(c for s in sayings if s.stance is Stance.CONDITIONAL for c in s.conditions),
        _distinct(e for s in sayings for e in s.exceptions),
    )


def turn(before: Stand, after: Stand, known: Stance | None) -> Turn:
    """What the later stand is beside the earlier one, where `known` is the last direction that was known before."""
    if known and after.direction and known is not after.direction:
        return Turn.REVERSED
    if before.conditional is not after.conditional:
        return Turn.CONDITION_ADDED if after.conditional else Turn.CONDITION_DROPPED
    if not after.conditional or not before.conditions or not after.conditions:
        return Turn.RESTATED
    return _conditions(before.conditions, after.conditions)


def merged(before: Stand, after: Stand) -> Stand:
    """One stand said twice: what either of them says."""
    return Stand(
        before.direction or after.direction,
        before.conditional or after.conditional,
        _distinct((*before.conditions, *after.conditions)),
        _distinct((*before.exceptions, *after.exceptions)),
    )


def _conditions(before: Sequence[Span], after: Sequence[Span]) -> Turn:
    new = any(not _among(c, before) for c in after)
    gone = any(not _among(c, after) for c in before)
    if new and gone:
        return Turn.CONDITION_ALTERED
    if new:
        return Turn.CONDITION_ADDED
    return Turn.CONDITION_DROPPED if gone else Turn.RESTATED


def _distinct(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Each condition once: of two wordings the first."""
    out: list[Span] = []
    for span in spans:
        if not _among(span, out):
            out.append(span)
    return tuple(out)


def _among(span: Span, others: Sequence[Span]) -> bool:
    return any(_alike(span.text, other.text) for other in others)


def _alike(one: str, other: str) -> bool:
    """Whether two wordings name one condition: most words of the shorter stand in the longer."""
    a, b = (set(search_key(text).split()) for text in (one, other))
    return len(a & b) >= SAME_CONDITION * min(len(a), len(b)) and len(a & b) > 0
