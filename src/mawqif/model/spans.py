"""Stretches of a report, in code points."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

Date = dt.date


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a report: code points `start` (inclusive) to `end` (exclusive), and its text."""

    start: int
    end: int
    text: str

    @staticmethod
    def of(text: str, start: int, end: int) -> Span:
        """The span of `text` from `start` to `end`; ValueError if it is empty or outside."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"span {start}:{end} outside a text of {len(text)} code points")
        return Span(start, end, text[start:end])
