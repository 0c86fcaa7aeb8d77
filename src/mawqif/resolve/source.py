"""One source of a report: a person, a body, an outlet, or several people without a name."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field

from mawqif.names import Named
from mawqif.resolve.offices import Office


@dataclass(slots=True)
class Source:
    """A source of this report: what is known of it so far, the how manieth it is, and where it was met."""

    named: Named
    order: int
    seen: list[int]
    offices: set[Office] = field(default_factory=set)
    titles: dict[str, None] = field(default_factory=dict)  # with which it was named, in their order

    def before(self, offset: int) -> int:
        """Where it was last met up to a code point; -1 if only after it."""
        i = bisect.bisect_right(self.seen, offset)
        return self.seen[i - 1] if i else -1
