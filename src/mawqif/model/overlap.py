"""Which statement of one reading is which of another: by cue and by the words that their contents share.

Both readings are of one text, which never changes, so that places can be compared.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from mawqif.model.spans import Span
from mawqif.model.statements import Statement

LEAST = 0.5  # of the words must be shared


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two contents are one: whether their cues agree, and the shares of the words that both hold.

    `longer` is the share of the longer content's words, `shorter` that of the shorter's.
    """

    cue: bool
    longer: float
    shorter: float

    @property
    def enough(self) -> bool:
        """Whether it is the same saying: half of the longer content is shared; of the shorter, where the cue agrees."""
        return (self.shorter if self.cue else self.longer) >= LEAST

    @property
    def rank(self) -> tuple[bool, float, float]:
        """The better, the higher: the cue first, then the words."""
        return self.cue, self.longer, self.shorter


def likeness(content: Span, cue: Span | None, other: Span, other_cue: Span | None) -> Likeness:
    """How much two contents with their cues are one; cues agree where they have a place in common."""
    start, end = max(content.start, other.start), min(content.end, other.end)
    shared = len(content.text[start - content.start : end - content.start].split()) if start < end else 0
    sizes = sorted((len(content.text.split()), len(other.text.split())))
    agree = cue is not None and other_cue is not None and cue.start < other_cue.end and other_cue.start < cue.end
    return Likeness(agree, shared / max(sizes[1], 1), shared / max(sizes[0], 1))


class Places:
    """The statements of one reading, to be asked which of them share a place with a content."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._sorted = sorted(statements, key=lambda s: s.content.start)
        self._starts = [s.content.start for s in self._sorted]
        self._reach = list(accumulate((s.content.end for s in self._sorted), max))

    def sharing(self, content: Span) -> Iterator[Statement]:
        """Those whose content has a code point in common with this one."""
        at = bisect_left(self._starts, content.end) - 1
        while at >= 0 and self._reach[at] > content.start:
            if self._sorted[at].content.end > content.start:
                yield self._sorted[at]
            at -= 1

    def best(self, content: Span, cue: Span | None) -> Statement | None:
        """The statement that these words and this cue are; None where none is like them enough. Of equals the first."""
        alike = ((likeness(content, cue, s.content, s.cue), s) for s in self.sharing(content))
        enough = ((found.rank, -s.content.start, -s.content.end, s.id, s) for found, s in alike if found.enough)
        return max(enough, key=lambda found: found[:4], default=(None,))[-1]


def pairs(before: Sequence[Statement], after: Sequence[Statement]) -> list[tuple[Statement, Statement]]:
    """The statements of two readings that are one, each in one pair at most: the most alike are paired first."""
    places = Places(after)
    found = [
        (alike.rank, old.id == new.id, old, new)
        for old in before
        for new in places.sharing(old.content)
        if (alike := likeness(old.content, old.cue, new.content, new.cue)).enough
    ]
    found.sort(key=lambda f: (f[0], f[1], -f[2].content.start, -f[3].content.start), reverse=True)
    taken: set[tuple[bool, int]] = set()
    out = []
    for _rank, _same, old, new in found:
        if taken.isdisjoint(both := {(False, id(old)), (True, id(new))}):
            taken |= both
            out.append((old, new))
    return sorted(out, key=lambda pair: (pair[1].content, pair[0].content))
