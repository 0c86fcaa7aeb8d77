"""Between the values of `model` and the rows of the tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import RowMapping

from mawqif.model import (
    Act,
    Commitment,
    Date,
    Deadline,
    Fact,
    Furniture,
    Kind,
    Mode,
    Occasion,
    Provenance,
    Report,
    Setting,
    Span,
    Speaker,
    Statement,
)
from mawqif.store.search import joined_key, name_key

Values = dict[str, Any]


def span_values(prefix: str, span: Span | None) -> Values:
    """The columns of a span."""
    start, end, text = (span.start, span.end, span.text) if span else (None, None, None)
    return {f"{prefix}_start": start, f"{prefix}_end": end, f"{prefix}_text": text}


def span_of(row: RowMapping, prefix: str) -> Span | None:
    """The span in the columns of that prefix."""
    if row[f"{prefix}_start"] is None:
        return None
    return needed_span(row, prefix)


def needed_span(row: RowMapping, prefix: str) -> Span:
    """The span in columns that are never empty."""
    return Span(row[f"{prefix}_start"], row[f"{prefix}_end"], row[f"{prefix}_text"])


def date_of(value: str | None) -> Date | None:
    """The date in a column."""
    return Date.fromisoformat(value) if value else None


def _ids_value(ids: tuple[str, ...]) -> str | None:
    return " ".join(ids) or None


def ids_of(value: str | None) -> tuple[str, ...]:
    """The ids in a column."""
    return tuple(value.split()) if value else ()


def _fact_values(name: str, fact: Fact | None) -> Values:
    return {
        name: fact.value if fact else None,
        f"{name}_provenance": fact.provenance.value if fact else None,
        **span_values(name, fact.span if fact else None),
    }


def _fact_of(row: RowMapping, name: str) -> Fact | None:
    if row[f"{name}_provenance"] is None:
        return None
    return Fact(row[name], Provenance(row[f"{name}_provenance"]), span_of(row, name))


def report_values(report: Report) -> Values:
    """The row of a report."""
    day = report.day
    return {
        "id": report.id,
        "given_id": report.given_id,
        "text": report.text,
        "url": report.url,
        "extractor": report.extractor,
        **_fact_values("title", report.title),
        **_fact_values("outlet", report.outlet),
        "outlet_key": name_key(report.outlet.value) if report.outlet else None,
        **_fact_values("date", report.date),
        "day": day.isoformat() if day else None,
    }


def report_of(row: RowMapping, furniture: tuple[Furniture, ...]) -> Report:
    """The report in a row, with its furniture."""
    return Report(
        id=row["id"],
        text=row["text"],
        given_id=row["given_id"],
        title=_fact_of(row, "title"),
        outlet=_fact_of(row, "outlet"),
        url=row["url"],
        date=_fact_of(row, "date"),
        furniture=furniture,
        extractor=row["extractor"],
    )


def statement_values(s: Statement, report: int, ordinal: int, report_day: Date | None) -> Values:
    """The row of a statement, without what it may have several of (`parts`)."""
    day = s.date or report_day
    return {
        "id": s.id,
        "report": report,
        "ordinal": ordinal,
        **span_values("content", s.content),
        **span_values("cue", s.cue),
        **span_values("mention", s.speaker.mention),
        "name": s.speaker.name,
        "name_key": name_key(s.speaker.name) if s.speaker.name is not None else None,
        "kind": s.speaker.kind.value,
        "office": s.speaker.office,
        "speaker_rule": s.speaker.rule,
        "mode": s.mode.value,
        "act": s.act.value,
        "negated": s.negated,
        **span_values("said_on", s.said_on),
        "date": s.date.isoformat() if s.date else None,
        "day": day.isoformat() if day else None,
        **span_values("occasion", s.occasion.span if s.occasion else None),
        "occasion_kind": s.occasion.kind.value if s.occasion else None,
        **span_values("addressee", s.addressee),
        "actor": s.speaker.actor,
        "actor_link": s.speaker.link,
        "candidates": _ids_value(s.speaker.candidates),
        "represents": _ids_value(s.speaker.represents),
        **_commitment_values(s.commitment),
        "score": s.score,
        "rule": s.rule,
    }


def statement_keys(s: Statement) -> tuple[str, str]:
    """What a statement is found by: the search keys of its content and of its speaker."""
    mention = s.speaker.mention.text if s.speaker.mention else None
    return joined_key(s.content.text), joined_key(s.speaker.name, mention, s.speaker.office)


def _commitment_values(done: Commitment | None) -> Values:
    by = done.deadline if done else None
    return {
        "commitment_rule": done.rule if done else None,
        **span_values("deadline", by.span if by else None),
        "deadline_begins": by.begins.isoformat() if by and by.begins else None,
        "deadline_date": by.date.isoformat() if by and by.date else None,
        **span_values("promised_to", done.to if done else None),
    }


def _commitment_of(row: RowMapping) -> Commitment | None:
    if row["commitment_rule"] is None:
        return None
    span = span_of(row, "deadline")
    deadline = Deadline(span, date_of(row["deadline_date"]), date_of(row["deadline_begins"])) if span else None
    return Commitment(deadline, span_of(row, "promised_to"), row["commitment_rule"])


def _occasion_of(row: RowMapping) -> Occasion | None:
    span = span_of(row, "occasion")
    return Occasion(span, Setting(row["occasion_kind"])) if span else None


def statement_of(row: RowMapping, parts: Mapping[str, Any]) -> Statement:
    """The statement in a row; `parts` are what is kept apart from it, by field."""
    return Statement(
        id=row["id"],
        content=needed_span(row, "content"),
        cue=span_of(row, "cue"),
        speaker=Speaker(
            mention=span_of(row, "mention"),
            name=row["name"],
            kind=Kind(row["kind"]),
            office=row["office"],
            rule=row["speaker_rule"],
            actor=row["actor"],
            link=row["actor_link"],
            candidates=ids_of(row["candidates"]),
            represents=ids_of(row["represents"]),
        ),
        mode=Mode(row["mode"]),
        act=Act(row["act"]),
        negated=row["negated"],
        said_on=span_of(row, "said_on"),
        date=date_of(row["date"]),
        occasion=_occasion_of(row),
        addressee=span_of(row, "addressee"),
        commitment=_commitment_of(row),
        score=row["score"],
        rule=row["rule"],
        **parts,
    )
