"""Positions in time as plain values, for JSON and CSV."""

from __future__ import annotations

from mawqif.model import Date, Level, News, Saying, Span, Stand, Step, Timeline, span_json

COLUMNS = (
    *("issue", "holder", "turn", "day", "stance", "leaning", "voice", "aside", "speaker", "office", "via", "outlet"),
    *("quotation", "evidence", "conditions", "exceptions", "restated", "title", "url", "report", "statement", "rule"),
)


def timeline_value(line: Timeline, since: Date | None = None) -> dict[str, object]:
    """A timeline; with `since` its steps from then on, while what is present stays what it is."""
    return {
        "issue": line.issue,
        "holder": level_value(line.holder),
        "present": _present(line),
        "steps": [step_value(s) for s in line.steps if since is None or s.last >= since],
        "asides": [saying_value(s) for s in line.asides],
        "ascribed": [saying_value(s) for s in line.ascribed],
        "told": [saying_value(s) for s in line.told],
        "undated": [saying_value(s) for s in line.undated],
    }


def _present(line: Timeline) -> dict[str, object] | None:
    """The answer to the first question: what is held, since when, who said so, on which conditions."""
    from mawqif.pipeline.positions import quoted

    step = line.present
    if step is None:
        return None
    return {
        **_stand_value(step.stand),
        "since": _iso(line.since),
        "direction_since": _iso(line.direction_since),
        "given_as_old": any(s.restated for s in step.sayings),
        "last_said": _iso(step.last),
        "contested": line.contested,
        "said_by": saying_value(quoted(step)),
        **_often(step),
    }


def _often(step: Step) -> dict[str, object]:
    said = step.sayings
    return {
        "restated": len(step.utterances) - 1,
        "speakers": _each(s.speaker for s in said),
        "outlets": _each(s.outlet for s in said),
        "reports": len({s.report for s in said}),
    }


def _each(names: object) -> list[str]:
    return list(dict.fromkeys(name for name in names if name))  # type: ignore[attr-defined]


def step_value(step: Step) -> dict[str, object]:
    """A step with all that was said in it."""
    return {
        "turn": step.turn.value,
        "first": step.first.isoformat(),
        "last": step.last.isoformat(),
        **_stand_value(step.stand),
        "before": _stand_value(step.before) if step.before else None,
        **_often(step),
        "sayings": [saying_value(s) for s in step.sayings],
    }


def _stand_value(stand: Stand | None) -> dict[str, object]:
    return {
        "stance": stand.stance.value if stand else None,
        "leaning": stand.direction.value if stand and stand.conditional and stand.direction else None,
        "conditions": _spans(stand.conditions) if stand else [],
        "exceptions": _spans(stand.exceptions) if stand else [],
    }


def _spans(spans: tuple[Span, ...]) -> list[object]:
    return [span_json(s) for s in spans]


def level_value(level: Level) -> dict[str, object]:
    """One for whom a saying counts."""
    return {"key": level.key, "name": level.name, "kind": level.kind.value if level.kind else None}


def saying_value(s: Saying) -> dict[str, object]:
    """A saying with its evidence, its chain and its report."""
    return {
        "id": s.id,
        "day": _iso(s.day),
        "stance": s.stance.value if s.stance else None,
        "leaning": s.leaning.value if s.leaning else None,
        "voice": s.voice.value,
        "aside": s.aside.value if s.aside else None,
        "restated": s.restated,
        "for": [level_value(level) for level in s.levels],
        "speaker": s.speaker,
        "office": s.office,
        "via": list(s.via),
        "quotation": span_json(s.quotation),
        "evidence": span_json(s.evidence),
        "conditions": _spans(s.conditions),
        "exceptions": _spans(s.exceptions),
        "statement": s.statement,
        "report": {"id": s.report, "title": s.title, "outlet": s.outlet, "url": s.url},
        "score": s.score,
        "rule": s.rule,
    }


def news_value(item: News) -> dict[str, object]:
    """A piece of news."""
    return {
        "issue": item.issue,
        "holder": level_value(item.holder),
        "turn": item.turn.value if item.turn else None,
        **_stand_value(item.stand),
        "before": _stand_value(item.before) if item.before else None,
        "reports": len({s.report for s in item.sayings}),
        "outlets": _each(s.outlet for s in item.sayings),
        "saying": saying_value(item.saying),
    }


def rows(line: Timeline, since: Date | None = None) -> list[dict[str, object]]:
    """A timeline as lines of a table, one a saying."""
    steps = [(s.turn.value, x) for s in line.steps if since is None or s.last >= since for x in s.sayings]
    apart = [("", x) for x in (*line.asides, *line.ascribed, *line.told)]
    return [_row(line, *pair) for pair in [*steps, *apart, *(("undated", x) for x in line.undated)]]


def _row(line: Timeline, turn: str, s: Saying) -> dict[str, object]:
    return {
        "issue": line.issue,
        "holder": line.holder.name,
        "turn": turn,
        "day": _iso(s.day),
        "stance": s.stance.value if s.stance else None,
        "leaning": s.leaning.value if s.leaning else None,
        "voice": s.voice.value,
        "aside": s.aside.value if s.aside else None,
        "speaker": s.speaker,
        "office": s.office,
        "via": " | ".join(s.via),
        "outlet": s.outlet,
        "quotation": s.quotation.text,
        "evidence": s.evidence.text,
        "conditions": " | ".join(c.text for c in s.conditions),
        "exceptions": " | ".join(e.text for e in s.exceptions),
        "restated": s.restated,
        "title": s.title,
        "url": s.url,
        "report": s.report,
        "statement": s.statement,
        "rule": s.rule,
    }


def _iso(day: object) -> str | None:
    return str(day) if day else None
