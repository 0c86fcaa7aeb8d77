"""Ids: hashes of what identifies a thing, never of scores, rules or times."""

from __future__ import annotations

import hashlib

from mawqif.model.spans import Span


def digest(*fields: str) -> str:
    """Twenty hex digits that name these fields for ever (SHA-256, fields joined by U+001F)."""
    joined = "\x1f".join(fields).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:20]


def report_id(text: str, outlet: str | None, url: str | None) -> str:
    """The identity of a report: the same text from another outlet or address is another report."""
    return digest("report", outlet or "", url or "", text)


def statement_id(report: str, cue: Span | None, content: Span) -> str:
    """The identity of a statement: its report, its cue and its content; never scores or rules."""
    at = f"{cue.start}:{cue.end}" if cue else "-"
    return digest("statement", report, at, f"{content.start}:{content.end}")
