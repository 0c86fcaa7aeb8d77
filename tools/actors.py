"""Who the mentions of a set of reports are by the program's own links: for `tools/pairs.py score --ids actors:ids`.

The reports are put into a record of their own, whose speakers are then linked as in any record; nothing else is known.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from mawqif.lexicon import Lexicon, load
from mawqif.model import Page, Span, Statement
from mawqif.pipeline import actors, read
from mawqif.store import Record


def ids(mentions: Sequence[tuple[Page, Span]]) -> list[str | None]:
    """The actor of each mention, from a record of all their pages; None where it stays open or is no speaker."""
    lexicon = load(())
    pages = {page.location: page for page, _span in mentions}
    with tempfile.TemporaryDirectory() as folder, Record(Path(folder) / "pairs.db") as record:
        found = {place: _added(record, page, lexicon) for place, page in pages.items()}
        for _done in actors.renew(record.actors, lexicon, by="pairs"):
            pass
        said = [_statement(found[page.location], span) for page, span in mentions]
        spoken = record.actors.spoken({s.id for s in said if s})
    return [spoken[s.id].actor if s and s.id in spoken else None for s in said]


def _added(record: Record, page: Page, lexicon: Lexicon) -> tuple[Statement, ...]:
    reading = read(page, lexicon)
    record.add(page, reading)
    return reading.statements


def _statement(statements: Sequence[Statement], span: Span) -> Statement | None:
    """The first statement whose speaker's mention shares most with a span."""
    shared = [(_common(s, span), -i) for i, s in enumerate(statements)]
    most, first = max(shared, default=(0, 0))
    return statements[-first] if most > 0 else None


def _common(statement: Statement, span: Span) -> int:
    mention = statement.speaker.mention
    return min(mention.end, span.end) - max(mention.start, span.start) if mention else 0
