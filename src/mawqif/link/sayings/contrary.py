"""What two statements say in opposite senses: such are never one saying, however alike their words are."""

from __future__ import annotations

from collections.abc import Sequence, Set

from mawqif.link.sayings.likeness import Block
from mawqif.model import Said, Stance

_OPPOSITE = {(Stance.SUPPORT, Stance.OPPOSE), (Stance.OPPOSE, Stance.SUPPORT)}


_NEARBY = 3  # words in the place of which others stand


def contrary(a: Said, b: Said, shared: Sequence[Block] = ()) -> str | None:
    """The named reason why two statements are of opposite sense, or None; symmetric. `shared`: their blocks."""
    if a.negated != b.negated:
        return "negated-cue"
    if any((x, y) in _OPPOSITE for i, x in a.stances for j, y in b.stances if i == j):
        return "stances"
    if opposite_sides(a.poles, b.poles):
        return "opposites"
    flipped = _flipped(a, b, shared)
    if a.side * b.side < 0:
        return None if flipped else "cues"
    if a.turned == b.turned and min(a.side, b.side) < 0 <= max(a.side, b.side):
        return None  # «حذر من فتحه» is what «دعا إلى عدم فتحه» is, and what «قال إن فتحه خطر» is
    return "negation" if (a.turned != b.turned) != flipped else None


def opposite_sides(mine: Set[int], theirs: Set[int]) -> bool:
    """Whether one names a side of opposites, and the other only the opposite one; symmetric. n and -n are opposite."""
    return any(-p in theirs and p not in theirs and -p not in mine for p in mine)


def _flipped(a: Said, b: Said, shared: Sequence[Block]) -> bool:
    """Whether a word that both have, or what stands in a word's place, is denied in one alone."""
    if not (a.denied or b.denied):
        return False
    mine, theirs = _denied(a), _denied(b)
    if ((mine - theirs) & b.bag) - _affirmed(a) or ((theirs - mine) & a.bag) - _affirmed(b):
        return True
    i = j = 0
    for a1, a2, b1, b2 in shared:
        if 0 < a1 - i <= _NEARBY and 0 < b1 - j <= _NEARBY and _one_denied(a, b, range(i, a1), range(j, b1)):
            return True
        i, j = a2, b2
    return False


def _denied(said: Said) -> frozenset[str]:
    """The words that are denied anywhere in the content."""
    return frozenset(said.roots[n] for n in said.denied)


def _affirmed(said: Said) -> frozenset[str]:
    """The words that stand anywhere in the content without a negation."""
    return frozenset(key for n, key in enumerate(said.roots) if n not in said.denied)


def _one_denied(a: Said, b: Said, here: range, there: range) -> bool:
    """Whether of two stretches one holds a denied word and the other no word of denial of its own."""
    mine, theirs = any(n in a.denied for n in here), any(n in b.denied for n in there)
    if mine == theirs:
        return False
    return not any(p < 0 for p in (b if mine else a).poles)
