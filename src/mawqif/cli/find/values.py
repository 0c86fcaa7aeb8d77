"""The answer to a quotation as JSON has it."""

from __future__ import annotations

from collections.abc import Mapping

from mawqif.cli.find.linked import Linked
from mawqif.model import Report, Span, Statement, span_json
from mawqif.model.finding import Answer, Finding, Hit
from mawqif.model.shapes import statement_json
from mawqif.model.wordings import Flagged, Piece


def answer_value(answer: Answer, links: Mapping[str, Linked], limit: int | None) -> dict[str, object]:
    """The answer with its findings, no more than `limit`."""
    return {
        "likeness": answer.likeness,
        "pasted": answer.pasted,
        "speaker": answer.speaker,
        "claimed": answer.claimed,
        "said": answer.said,
        "common": answer.common,
        "more": answer.more,
        "meaning": answer.meaning,
        "whole": answer.whole,
        "findings": [finding_value(f, links) for f in answer.findings[:limit]],
        "nearest": [finding_value(f, links) for f in answer.nearest[:limit]],
    }


def finding_value(finding: Finding, links: Mapping[str, Linked]) -> dict[str, object]:
    """What one speaker said of it, with every report that has it."""
    own = finding.best.statement
    known = links.get(own.id) if own else None
    return {
        "likeness": finding.likeness,
        "speaker": own.speaker.name if own else None,
        "place": finding.best.place,
        "asked": finding.asked,
        "quoted": finding.quoted,
        "reports": len({h.report.id for h in finding.hits}),
        "outlets": list(finding.outlets),
        "independent": list(known.trace.independent) if known else None,
        "translations": [row.statement.id for row in known.translations] if known else [],
        "first": _report(finding.first.report),
        "hits": [_hit(h) for h in finding.hits],
    }


def _hit(hit: Hit) -> dict[str, object]:
    return {
        "report": _report(hit.report),
        "likeness": hit.likeness,
        "share": hit.share,
        "rule": hit.rule,
        "place": hit.place,
        "span": span_json(hit.span),
        "words": [_piece(p) for p in hit.words.pieces] if hit.words else [],
        "flags": [_flag(f) for f in hit.words.flags] if hit.words else [],
        "notices": [{"sign": n.sign, "words": _span(n.words)} for n in hit.notices],
        "before": _span(hit.before),
        "sentence": _span(hit.sentence),
        "after": _span(hit.after),
        "statement": statement_json(hit.statement) if hit.statement else None,
        "within": [_outer(s) for s in hit.within],
    }


def _report(report: Report) -> dict[str, object]:
    return {
        "id": report.id,
        "given_id": report.given_id,
        "title": report.title.value if report.title else None,
        "outlet": report.outlet.value if report.outlet else None,
        "url": report.url,
        "date": report.day.isoformat() if report.day else None,
    }


def _outer(statement: Statement) -> dict[str, object]:
    return {"id": statement.id, "speaker": statement.speaker.name, "content": span_json(statement.content)}


def _piece(piece: Piece) -> dict[str, object]:
    a, b = (part.text if part else None for part in (piece.a, piece.b))
    return {"change": piece.change, "report": a, "pasted": b, "clitic": piece.clitic}


def _flag(flagged: Flagged) -> dict[str, object]:
    a, b = (part.text if part else None for part in (flagged.a, flagged.b))
    return {"flag": flagged.flag, "report": a, "pasted": b}


def _span(span: Span | None) -> object:
    return span_json(span) if span else None
