"""The text of an article twice, as HTML: with the annotated statements marked, and with the predicted ones."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from mawqif.evaluate.faults import Event
from mawqif.evaluate.matching import Matched
from mawqif.evaluate.shape import Told
from mawqif.model import Span

# The worst that is wrong gives the colour.
WORST = ("missed", "false", "speaker", "boundary")


def status_of(event: Event) -> str:
    """The one word for an event: its worst fault, `labels` for mode, act and kind, or `right`."""
    worst = next((sort for sort in WORST if event.has(sort)), None)
    return worst or ("labels" if event.faults else "right")


@dataclass(frozen=True, slots=True)
class EventMark:
    """An event under its number in its article."""

    article: int
    number: int
    event: Event

    def anchor(self, side: str) -> str:
        """The name of the place of this event in the text of a side (g, p)."""
        return f"a{self.article}{side}{self.number}"

    @property
    def attributes(self) -> str:
        """What finds everything of this event."""
        faults = " ".join(dict.fromkeys(f.sort for f in self.event.faults))
        return f'data-e="{self.number}" data-i="{self.number}" data-f="{faults}"'


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text and what it is: c (content), cue, who (the mention), furniture."""

    span: Span
    role: str
    of: EventMark | None = None


def columns(article: int, matched: Matched, events: Sequence[Event]) -> tuple[str, str]:
    """The text as annotated, and as predicted."""
    numbered = [EventMark(article, n, e) for n, e in enumerate(events, 1)]
    text, sides = matched.article.document.text, matched.article
    gold = [*_furniture(sides.gold.furniture), *_all(numbered, "g")]
    predicted = [*_furniture(sides.predicted.furniture), *_all(numbered, "p")]
    return _marked(text, gold, "g"), _marked(text, predicted, "p")


def _furniture(spans: Sequence[Span]) -> Iterator[Mark]:
    return (Mark(span, "furniture") for span in spans)


def _all(numbered: Sequence[EventMark], side: str) -> Iterator[Mark]:
    for mark in numbered:
        told = mark.event.gold if side == "g" else mark.event.predicted
        if told:
            yield from _of(mark, told)


def _of(mark: EventMark, told: Told) -> Iterator[Mark]:
    yield Mark(told.content, "c", mark)
    if told.cue:
        yield Mark(told.cue, "cue", mark)
    if told.mention:
        yield Mark(told.mention, "who", mark)


def _marked(text: str, marks: Sequence[Mark], side: str) -> str:
    """The text in pieces that begin and end where a mark does, each under all marks that cover it."""
    places = sorted({0, len(text), *(p for m in marks for p in (m.span.start, m.span.end))})
    out: list[str] = []
    for start, end in itertools.pairwise(places):
        out.extend(_number(m, side) for m in marks if m.role == "c" and m.span.start == start)
        over = [m for m in marks if m.span.start <= start and end <= m.span.end]
        out.append(_piece(text[start:end], over))
    return "".join(out)


def _number(mark: Mark, side: str) -> str:
    """The number of a statement where its content begins: a link to the other side."""
    assert mark.of is not None
    event, status = mark.of.event, status_of(mark.of.event)
    name, there = mark.of.anchor(side), mark.of.anchor("p" if side == "g" else "g")
    link = f' href="#{there}"' if event.gold and event.predicted else ""
    return f'<a class="no lit {status}" id="{name}"{link} {mark.of.attributes}>{mark.of.number}</a>'


def _piece(text: str, over: Sequence[Mark]) -> str:
    if not over:
        return escape(text)
    of = [m.of for m in sorted(over, key=lambda m: m.span.end - m.span.start) if m.of]
    classes = {m.role for m in over} | {"m"}
    contents = sorted((m for m in over if m.role == "c"), key=lambda m: m.span.end - m.span.start)
    if contents and contents[0].of:
        classes.add(status_of(contents[0].of.event))
    attributes = _attributes([m.of for m in contents if m.of] or of, of)
    return f'<span class="{" ".join(sorted(classes))}"{attributes}>{escape(text)}</span>'


def _attributes(inner: Sequence[EventMark], everything: Sequence[EventMark]) -> str:
    """The innermost statement here, and all others."""
    if not inner:
        return ""
    numbers = " ".join(str(n) for n in dict.fromkeys(m.number for m in (*inner, *everything)))
    faults = " ".join(dict.fromkeys(f.sort for f in inner[0].event.faults))
    return f' data-e="{numbers}" data-i="{inner[0].number}" data-f="{faults}"'
