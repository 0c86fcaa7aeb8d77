"""Annotated and predicted articles as values, read from lines of JSON; no span passes that does not hold its text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import orjson

from mawqif.errors import InputError
from mawqif.i18n import N_
from mawqif.model import Span

Row: TypeAlias = Mapping[str, Any]

NOT_JSON = N_("{location}: this line is not a JSON object with an id; write one article a line")
TWICE = N_("{location}: the article {id} stands here a second time; leave one of the two")
NO_TEXT = N_("{location}: the article {id} is not among the documents; give the documents that were annotated")
BAD_SPAN = N_("{location}: the span {start}:{end} of the article {id} does not hold the text {text}")
BAD_SHAPE = N_("{location}: the article {id} has not the shape of extract's output ({reason})")
EMPTY = N_("{location}: there is no article in it; give one JSON object a line")

AROUND = ("conditions", "exceptions", "instruments", "occasion", "addressee", "deadline", "said_on")


@dataclass(frozen=True, slots=True)
class Line:
    """One article of a file as it stands there, and where that is."""

    location: str
    row: Row


@dataclass(frozen=True, slots=True)
class Told:
    """A statement, annotated or predicted. What a prediction need not have is None or empty."""

    content: Span
    cue: Span | None
    mention: Span | None
    name: str
    kind: str | None
    aliases: tuple[str, ...]
    mode: str | None
    act: str | None
    via: tuple[str, ...]
    around: Mapping[str, tuple[Span, ...]]
    commits: bool
    positions: tuple[tuple[str, str, str], ...]
    score: float | None
    rule: str
    speaker_rule: str


@dataclass(frozen=True, slots=True)
class Side:
    """One side's view of an article: its statements and its furniture; `extras`: other fields were annotated, too."""

    statements: tuple[Told, ...]
    furniture: tuple[Span, ...]
    extras: bool


@dataclass(frozen=True, slots=True)
class Document:
    """The article itself."""

    id: str
    text: str
    outlet: str | None = None
    title: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """An article with what people found in it and what the program did."""

    document: Document
    gold: Side
    predicted: Side


NOTHING = Side((), (), False)


def lines(path: Path) -> dict[str, Line]:
    """The articles of a file of JSON Lines by their ids. InputError names the line that is none."""
    found: dict[str, Line] = {}
    with path.open("rb") as stream:
        for number, raw in enumerate(stream, 1):
            if not raw.strip():
                continue
            line = Line(f"{path}:{number}", _object(raw, f"{path}:{number}"))
            key = line.row["id"]
            if key in found:
                raise InputError(TWICE, location=line.location, id=key)
            found[key] = line
    if not found:
        raise InputError(EMPTY, location=str(path))
    return found


def _object(raw: bytes, location: str) -> Row:
    try:
        row = orjson.loads(raw)
    except orjson.JSONDecodeError:
        raise InputError(NOT_JSON, location=location) from None
    if not isinstance(row, dict) or not isinstance(row.get("id"), str):
        raise InputError(NOT_JSON, location=location)
    return row


def side(line: Line, document: Document) -> Side:
    """What one line says of its article. InputError where a span does not hold its text, or the shape is another."""
    _check(line, document)
    try:
        statements = tuple(_told(s, document.text) for s in line.row.get("statements") or ())
        furniture = tuple(_span(s, document.text) for s in line.row.get("furniture") or ())
        return Side(statements, furniture, bool(line.row.get("extras")))
    except (KeyError, TypeError, AttributeError, ValueError) as e:
        reason = f"{type(e).__name__}: {e}"
        raise InputError(BAD_SHAPE, location=line.location, id=document.id, reason=reason) from None


def _check(line: Line, document: Document) -> None:
    """Every span anywhere in the line, also those that no figure looks at."""
    for node in _spans(line.row):
        start, end, text = node["start"], node["end"], node.get("text")
        held = document.text[start:end] if 0 <= start < end <= len(document.text) else None
        if held is None or (text is not None and text != held):
            shown = repr(str(text or "")[:60])
            raise InputError(BAD_SPAN, location=line.location, id=document.id, start=start, end=end, text=shown)


def _spans(node: object) -> Iterator[Row]:
    if isinstance(node, dict):
        if isinstance(node.get("start"), int) and isinstance(node.get("end"), int):
            yield node
        for value in node.values():
            yield from _spans(value)
    elif isinstance(node, list):
        for value in node:
            yield from _spans(value)


def _span(node: Row, text: str) -> Span:
    return Span.of(text, node["start"], node["end"])


def _maybe(node: Row | None, text: str) -> Span | None:
    return _span(node, text) if node else None


def _told(s: Row, text: str) -> Told:
    speaker = s.get("speaker") or {}
    score = s.get("score")
    return Told(
        content=_span(s["content"], text),
        cue=_maybe(s.get("cue"), text),
        mention=_maybe(speaker.get("mention"), text),
        name=speaker.get("name") or "",
        kind=speaker.get("kind"),
        aliases=tuple(speaker.get("aliases") or ()),
        mode=s.get("mode"),
        act=s.get("act"),
        via=tuple(_span(v, text).text for v in s.get("via") or ()),
        around={name: _around(s, name, text) for name in AROUND},
        commits=bool(s.get("commitment")),
        positions=tuple((q["issue"], q.get("actor_name") or "", q["stance"]) for q in s.get("positions") or ()),
        score=None if score is None else float(score),
        rule=s.get("rule") or "",
        speaker_rule=speaker.get("rule") or "",
    )


def _around(s: Row, name: str, text: str) -> tuple[Span, ...]:
    """The spans of a field around a statement: one, several, or none."""
    value = (s.get("commitment") or {}).get("deadline") if name == "deadline" else s.get(name)
    if not value:
        return ()
    return tuple(_span(v, text) for v in (value if isinstance(value, list) else (value,)))
