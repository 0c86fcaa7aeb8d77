"""Values in the shape of the contract (CONTRACT: `mawqif extract`); positions only where issues were asked for."""

from __future__ import annotations

from collections.abc import Sequence

from mawqif.model.judgements import Judgement
from mawqif.model.spans import Span
from mawqif.model.statements import (
    Commitment,
    Instrument,
    Occasion,
    Position,
    Reading,
    Statement,
    ToldPosition,
)


def span_json(span: Span | None) -> dict[str, object] | None:
    """The span in the contract's shape."""
    return None if span is None else {"start": span.start, "end": span.end, "text": span.text}


def occasion_json(occasion: Occasion | None) -> dict[str, object] | None:
    """The span of an occasion with its kind, in the contract's shape."""
    if occasion is None:
        return None
    span = occasion.span
    return {"start": span.start, "end": span.end, "text": span.text, "kind": occasion.kind.value}


def instrument_json(instrument: Instrument) -> dict[str, object]:
    """The span of an instrument with its id, in the contract's shape."""
    span = instrument.span
    return {"start": span.start, "end": span.end, "text": span.text, "id": instrument.id}


def commitment_json(done: Commitment | None) -> dict[str, object] | None:
    """What is undertaken, in the contract's shape; the days of a deadline are ISO 8601, None where they are unknown."""
    if done is None:
        return None
    by = done.deadline
    deadline = by and {
        "start": by.span.start,
        "end": by.span.end,
        "text": by.span.text,
        "begins": by.begins.isoformat() if by.begins else None,
        "date": by.date.isoformat() if by.date else None,
    }
    return {"deadline": deadline, "to": span_json(done.to), "rule": done.rule}


def statement_json(s: Statement) -> dict[str, object]:
    """The statement in the contract's shape."""
    return {
        "id": s.id,
        "content": span_json(s.content),
        "cue": span_json(s.cue),
        "speaker": {
            "mention": span_json(s.speaker.mention),
            "name": s.speaker.name,
            "kind": s.speaker.kind.value,
            "office": s.speaker.office,
            "rule": s.speaker.rule,
            "actor": s.speaker.actor,
            "link": s.speaker.link,
            "candidates": list(s.speaker.candidates),
            "represents": list(s.speaker.represents),
        },
        "mode": s.mode.value,
        "act": s.act.value,
        "via": [span_json(v) for v in s.via],
        "negated": s.negated,
        "said_on": span_json(s.said_on),
        "date": s.date.isoformat() if s.date else None,
        "occasion": occasion_json(s.occasion),
        "addressee": span_json(s.addressee),
        "conditions": [span_json(c) for c in s.conditions],
        "exceptions": [span_json(e) for e in s.exceptions],
        "commitment": commitment_json(s.commitment),
        "instruments": [instrument_json(i) for i in s.instruments],
        "score": s.score,
        "rule": s.rule,
    }


def position_json(position: Position) -> dict[str, object]:
    """A position of a statement in the contract's shape, with its evidence."""
    return {
        "issue": position.issue,
        "actor_name": position.actor_name,
        "stance": position.stance.value,
        "leaning": position.leaning.value if position.leaning else None,
        "rule": position.rule,
        "evidence": span_json(position.evidence),
        "restated": position.restated,
    }


def told_json(position: ToldPosition) -> dict[str, object]:
    """A position in the narrator's own voice in the contract's shape."""
    return {
        "issue": position.issue,
        "actor_name": position.actor_name,
        "stance": position.stance.value,
        "rule": position.rule,
        "evidence": span_json(position.evidence),
    }


def reading_json(reading: Reading) -> dict[str, object]:
    """One line of `extract`: the report's id as given (else its content hash), furniture, statements, positions.

    The keys of positions are there where issues were asked for.
    """
    report = reading.report
    statements = statements_json(reading.statements)
    out: dict[str, object] = {
        "id": report.given_id if report.given_id is not None else report.id,
        "furniture": [span_json(f.span) for f in report.furniture],
        "statements": statements,
    }
    if reading.asked:
        for shape, statement in zip(statements, reading.statements, strict=True):
            shape["positions"] = [position_json(p) for p in statement.positions]
        out["told_positions"] = [told_json(p) for p in reading.told]
    return out


def statements_json(statements: Sequence[Statement]) -> list[dict[str, object]]:
    """Statements in the contract's shape, in the order of the text."""
    return [statement_json(s) for s in statements]


def judgement_json(j: Judgement) -> dict[str, object]:
    """A judgement with what it is about."""
    about = None
    if j.anchor:
        about = {"report": j.anchor.report, "content": span_json(j.anchor.content), "cue": span_json(j.anchor.cue)}
    return {
        "id": j.id,
        "ruling": j.ruling.value,
        "payload": dict(j.payload),
        "by": j.by,
        "when": j.when.isoformat(),
        "reason": j.reason,
        "about": about,
        "actors": [{"actor": a.actor, "names": list(a.names)} for a in j.actors],
    }
