"""How much two contents have in common: words by their weight, and runs of them."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from mawqif.model import Said

_SOLID = 0.5  # the weight of a word that is more than a name, a title or a word of every content


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two contents share, in weights of telling words.

    `common` is the weight of the words that both have, wherever; `aligned` of those that stand in the same order, `run`
    of the heaviest run of them without a gap, `length` the number of its words that are more
    than names and titles. `clash` is the weight of what stands in
    each other's place: between what is aligned, before and behind it. `shorter` and `longer` are the weights of the two
    contents. `renumbered`: in the place of a number stands another one.
    """

    common: float
    aligned: float
    run: float
    length: int
    clash: float
    shorter: float
    longer: float
    renumbered: bool

    @property
    def held(self) -> float:
        """The share of the lighter content that the other has too, wherever."""
        return self.common / self.shorter if self.shorter else 0.0

    @property
    def cover(self) -> float:
        """The share of the lighter content that the other has in the same order."""
        return self.aligned / self.shorter if self.shorter else 0.0

    @property
    def agreeing(self) -> float:
        """The share of what is aligned beside what stands in its place."""
        return self.aligned / (self.aligned + self.clash) if self.aligned else 0.0

    @property
    def both(self) -> float:
        """The share of the heavier content that the other has in the same order."""
        return self.aligned / self.longer if self.longer else 0.0


Block = tuple[int, int, int, int]  # telling words `a1:a2` of one that are `b1:b2` of the other


def blocks(a: Said, b: Said) -> list[Block]:
    """The runs of words that both have in the same order; at the end an empty one where both end."""
    found = [op for op in LCSseq.opcodes(a.roots, b.roots) if op.tag == "equal"]
    ends = len(a.roots), len(a.roots), len(b.roots), len(b.roots)
    return [*((op.src_start, op.src_end, op.dest_start, op.dest_end) for op in found), ends]


def likeness(a: Said, b: Said, shared: Sequence[Block]) -> Likeness:
    """What two contents share, given their blocks; symmetric."""
    aligned = run = clash = 0.0
    renumbered, numbered = False, bool(a.numbers and b.numbers)
    length = i = j = 0
    for a1, a2, b1, b2 in shared:
        weight = sum(a.weights[a1:a2])
        clash += min(sum(a.weights[i:a1]), sum(b.weights[j:b1]))
        renumbered = renumbered or (numbered and _renumbered(a.roots[i:a1], b.roots[j:b1]))
        i, j = a2, b2
        aligned += weight
        if weight > run:
            run, length = weight, sum(w >= _SOLID for w in a.weights[a1:a2])
    shorter, longer = sorted((sum(a.weights), sum(b.weights)))
    weights = dict(zip(a.roots, a.weights, strict=True))
    return Likeness(sum(weights[r] for r in a.bag & b.bag), aligned, run, length, clash, shorter, longer, renumbered)


def _renumbered(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two stretches that stand in each other's place have numbers, and other ones."""
    mine, theirs = ({key for key in x if key.isdigit()} for x in (a, b))
    return other_numbers(mine, theirs)


def other_numbers(mine: Set[str], theirs: Set[str]) -> bool:
    """Whether each has a number that the other has not; symmetric."""
    return bool(mine - theirs) and bool(theirs - mine)
