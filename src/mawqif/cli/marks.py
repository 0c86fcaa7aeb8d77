"""A statement in its sentence, with cue, speaker and content marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mawqif.i18n import NP_, pgettext
from mawqif.model import Span, Statement

ROLES = {
    "speaker": NP_("mark", "speaker"),
    "relay": NP_("mark", "relay"),
    "cue": NP_("mark", "cue"),
    "content": NP_("mark", "content"),
    "date": NP_("mark", "date"),
    "occasion": NP_("mark", "occasion"),
    "addressee": NP_("mark", "addressee"),
    "instrument": NP_("mark", "instrument"),
    "condition": NP_("mark", "condition"),
    "exception": NP_("mark", "exception"),
    "deadline": NP_("mark", "deadline"),
}
STYLES = {"speaker": "bold cyan", "relay": "magenta", "cue": "bold yellow", "content": "green", "date": "blue"}
STYLES |= {"occasion": "bright_black", "addressee": "bright_cyan", "instrument": "bright_magenta"}
STYLES |= {"condition": "bright_yellow", "exception": "bright_red", "deadline": "bright_blue"}

_END = re.compile(r"(?<![.!?؟…])[.!?؟…]++[»”\"')\]}]*+(?=\s)|\n+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A part of a statement: its role and its span in the report."""

    role: str
    span: Span


def marks(statement: Statement) -> tuple[Mark, ...]:
    """The parts of a statement that stand in the text."""
    parts = [("speaker", statement.speaker.mention), ("cue", statement.cue), ("content", statement.content)]
    parts += [("relay", via) for via in statement.via]
    parts += [("date", statement.said_on), ("addressee", statement.addressee)]
    parts += [("occasion", statement.occasion.span if statement.occasion else None)]
    parts += [("instrument", i.span) for i in statement.instruments]
    parts += [("condition", span) for span in statement.conditions]
    parts += [("exception", span) for span in statement.exceptions]
    by = statement.commitment.deadline if statement.commitment else None
    parts += [("deadline", by.span if by else None)]
    return tuple(Mark(role, span) for role, span in parts if span)


def sentence_around(text: str, found: Sequence[Mark]) -> Span:
    """The whole sentences that hold all the marks."""
    first, last = min(m.span.start for m in found), max(m.span.end for m in found)
    start = max((m.end() for m in _END.finditer(text) if m.end() <= first), default=0)
    after = _END.search(text, max(last - 1, first))
    end = max(after.end() if after else len(text), last)
    while start < first and text[start].isspace():
        start += 1
    while end > last and text[end - 1].isspace():
        end -= 1
    return Span.of(text, start, end)


def bracketed(sentence: Span, found: Sequence[Mark]) -> str:
    """The sentence with every part in brackets that name its role."""
    opens = sorted(found, key=lambda m: (m.span.start, -m.span.end))
    closes = sorted(found, key=lambda m: (m.span.end, -m.span.start))
    out, at = [], sentence.start
    places = sorted({place for m in found for place in (m.span.start, m.span.end)})
    for place in places:
        out.append(sentence.text[at - sentence.start : place - sentence.start])
        out.extend("]" for m in closes if m.span.end == place)
        out.extend(f"[{pgettext('mark', ROLES[m.role])}: " for m in opens if m.span.start == place)
        at = place
    out.append(sentence.text[at - sentence.start :])
    return "".join(out)


def print_styled(sentence: Span, found: Sequence[Mark]) -> None:
    """The sentence in colours on this terminal; the terminal wraps it."""
    import sys

    from rich.console import Console
    from rich.text import Text

    text = Text(sentence.text)
    for mark in sorted(found, key=lambda m: m.span.start - m.span.end):
        text.stylize(STYLES[mark.role], mark.span.start - sentence.start, mark.span.end - sentence.start)
    legend = Text("  ").join(
        Text(pgettext("mark", ROLES[role]), STYLES[role]) for role in ROLES if any(m.role == role for m in found)
    )
    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    console.print(text, soft_wrap=True)
    console.print(legend, soft_wrap=True)
