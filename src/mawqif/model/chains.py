"""How a report came to the words that it carries, and what comes of it over all reports that carry them."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from mawqif.model.spans import Date, Span
from mawqif.model.statements import Statement


class Hearing(enum.StrEnum):
    """How a report came to the words that it carries.

    Heard: its outlet heard them itself, and something shows it. Relayed: it names whom it has them from. Copied: its
    text is that of another report. Unknown: nothing shows it.
    """

    HEARD = "heard"
    RELAYED = "relayed"
    COPIED = "copied"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Carry:
    """A report that carries an utterance, with the statement that does; `credit` is whom the report names as source."""

    report: str
    statement: Statement
    outlet: str | None = None
    day: Date | None = None
    title: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Hop:
    """How one report came to the words: the rule that says so, and what it came from.

    `source` is the id of the report that it is folded under, `named` the relays or the agency that it names, from the
    nearest outwards; `evidence` the words of the report that show it (None: its text as a whole, or nothing).
    """

    carry: Carry
    hearing: Hearing
    rule: str
    source: str | None = None
    named: tuple[str, ...] = ()
    evidence: Span | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """All reports that carry an utterance, by day, each with how it came to it.

    `independent` are the outlets that heard it themselves, by name; `circles` are outlets that name each other as
    their source, each ring from its first by name.
    """

    hops: tuple[Hop, ...]
    independent: tuple[str, ...]
    circles: tuple[tuple[str, ...], ...] = ()

    def of(self, hearing: Hearing) -> tuple[Hop, ...]:
        """Those that came to it in this way."""
        return tuple(hop for hop in self.hops if hop.hearing is hearing)
