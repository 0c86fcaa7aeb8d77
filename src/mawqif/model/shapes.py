"""Values in the shape of the contract (CONTRACT: `mawqif extract`). Keys that are not built yet are absent."""

from __future__ import annotations

from collections.abc import Sequence

from mawqif.model.spans import Span
from mawqif.model.statements import Occasion, Reading, Statement


def span_json(span: Span | None) -> dict[str, object] | None:
    """The span in the contract's shape."""
    return None if span is None else {"start": span.start, "end": span.end, "text": span.text}


def occasion_json(occasion: Occasion | None) -> dict[str, object] | None:
    """The span of an occasion with its kind, in the contract's shape."""
    if occasion is None:
        return None
    span = occasion.span
    return {"start": span.start, "end": span.end, "text": span.text, "kind": occasion.kind.value}


def statement_json(s: Statement) -> dict[str, object]:
    """The statement in the contract's shape; keys that are not built yet are absent."""
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
        },
        "mode": s.mode.value,
        "act": s.act.value,
        "via": [span_json(v) for v in s.via],
        "negated": s.negated,
        "said_on": span_json(s.said_on),
        "date": s.date.isoformat() if s.date else None,
        "occasion": occasion_json(s.occasion),
        "addressee": span_json(s.addressee),
        "score": s.score,
        "rule": s.rule,
    }


def reading_json(reading: Reading) -> dict[str, object]:
    """One line of `extract`: the report's id as given (else its content hash), furniture, statements."""
    report = reading.report
    return {
        "id": report.given_id if report.given_id is not None else report.id,
        "furniture": [span_json(f.span) for f in report.furniture],
        "statements": statements_json(reading.statements),
    }


def statements_json(statements: Sequence[Statement]) -> list[dict[str, object]]:
    """Statements in the contract's shape, in the order of the text."""
    return [statement_json(s) for s in statements]
