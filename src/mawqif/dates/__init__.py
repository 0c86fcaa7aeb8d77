"""Dates in text (the reader is being written; these answer nothing yet)."""

from __future__ import annotations

import datetime as dt

from mawqif.model import DateMention


def find(text: str, anchor: dt.date | None = None, start: int = 0, end: int | None = None) -> tuple[DateMention, ...]:
    return ()


def parse(text: str, anchor: dt.date | None = None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None
