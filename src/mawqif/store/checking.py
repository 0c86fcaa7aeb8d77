"""Does the record still hold what it says: every span its text, every page its hash."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator

from sqlalchemy import Connection, select

from mawqif.model import Reading, Span
from mawqif.store import queries, sqlite
from mawqif.store.judgements import attaching as judgements
from mawqif.store.positions.tables import POSITIONS
from mawqif.store.tables import PAGES, REPORTS, RETRIEVALS


def problems(connection: Connection) -> Iterator[str]:
    """One sentence for each thing that is wrong."""
    yield from sqlite.integrity(connection)
    yield from judgements.problems(connection)
    yield from _wrong_evidence(connection)
    yield from _wrong_pages(connection)
    for pk, id in connection.execute(select(REPORTS.c.pk, REPORTS.c.id)).all():
        if connection.scalar(select(RETRIEVALS.c.pk).where(RETRIEVALS.c.report == pk).limit(1)) is None:
            yield f"report {id}: its page is not kept"
        yield from _wrong_spans(queries.reading(connection, pk))


def _wrong_pages(connection: Connection) -> Iterator[str]:
    for sha256 in connection.scalars(select(PAGES.c.sha256)).all():
        packed = connection.scalar(select(PAGES.c.raw).where(PAGES.c.sha256 == sha256))
        try:
            right = hashlib.sha256(zlib.decompress(packed or b"")).hexdigest() == sha256
        except zlib.error:
            right = False
        if not right:
            yield f"page {sha256}: its bytes do not have this SHA-256"


def _wrong_evidence(connection: Connection) -> Iterator[str]:
    """Positions whose words do not stand where they say."""
    columns = [POSITIONS.c[f"evidence_{part}"] for part in ("start", "end", "text")]
    query = select(REPORTS.c.id, REPORTS.c.text, *columns).join(REPORTS, REPORTS.c.pk == POSITIONS.c.report)
    for id, text, start, end, evidence in connection.execute(query.where(POSITIONS.c.evidence_start.is_not(None))):
        if text[start:end] != evidence:
            yield f"report {id}: the evidence of a position at {start}:{end} does not hold its text"


def _wrong_spans(reading: Reading) -> Iterator[str]:
    text = reading.report.text
    for where, span in _spans(reading):
        if span is not None and text[span.start : span.end] != span.text:
            yield f"report {reading.report.id}: the {where} at {span.start}:{span.end} does not hold its text"


def _spans(reading: Reading) -> Iterator[tuple[str, Span | None]]:
    report = reading.report
    for name, fact in (("title", report.title), ("outlet", report.outlet), ("date", report.date)):
        yield name, fact.span if fact else None
    for f in report.furniture:
        yield "furniture", f.span
    for s in reading.statements:
        yield "content", s.content
        yield "cue", s.cue
        yield "mention", s.speaker.mention
        yield "said_on", s.said_on
        yield "occasion", s.occasion.span if s.occasion else None
        yield "addressee", s.addressee
        yield "deadline", s.commitment.deadline.span if s.commitment and s.commitment.deadline else None
        yield "party promised to", s.commitment.to if s.commitment else None
        yield from (("relay", span) for span in s.via)
        yield from (("condition", span) for span in s.conditions)
        yield from (("exception", span) for span in s.exceptions)
        yield from (("instrument", i.span) for i in s.instruments)
