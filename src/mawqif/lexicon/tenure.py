"""Who held an office on a day, and how sure that is.

An open end is no "still in office": the source vouches to `as_of`. Dates may be no more than a year or a month; what
lies within such a stretch is possible, not sure.
"""

from __future__ import annotations

import datetime as dt
import functools
from dataclasses import dataclass

from mawqif.lexicon.values import Holder, Office


@dataclass(frozen=True, slots=True)
class Held:
    """Who held an office on a day: the holder if that is sure, and all who may have."""

    sure: Holder | None
    possible: tuple[Holder, ...]


@functools.lru_cache(maxsize=4096)
def stretch(date: str | None) -> tuple[dt.date, dt.date] | None:
    """The first and the last day of a date as precise as it is; None for none, or for one that is no date."""
    try:
        parts = [int(p) for p in date.split("-")] if date else []
        if len(parts) == 3:
            day = dt.date(parts[0], parts[1], parts[2])
            return day, day
        if len(parts) == 2:
            after = dt.date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
            return dt.date(parts[0], parts[1], 1), after - dt.timedelta(days=1)
        return (dt.date(parts[0], 1, 1), dt.date(parts[0], 12, 31)) if parts else None
    except ValueError:
        return None


def possible(holder: Holder, day: dt.date) -> bool:
    """Whether a holder may have been in office on a day, by all that is known of it."""
    start, end, after = stretch(holder.start), stretch(holder.end), stretch(holder.next_start)
    if start and day < start[0]:
        return False
    if end:
        return day <= end[1]
    return after is None or day <= after[1]


def vouched(holder: Holder, day: dt.date) -> bool:
    """Whether the source of a row vouches for the holder on a day."""
    start, end, until = stretch(holder.start), stretch(holder.end), stretch(holder.as_of)
    if holder.unverified or not start or day < start[1]:
        return False
    if end and day > end[0]:
        return False
    if until and (end is None or end[0] > until[0]):
        return day <= until[0]
    return end is not None or holder.as_of is None


def on_day(office: Office, day: dt.date) -> Held:
    """Who held an office on a day. Sure is only one person, whom no row contradicts, in an office of one holder."""
    maybe = tuple(h for h in office.holders if possible(h, day))
    persons = {h.id for h in maybe}
    sure = next((h for h in maybe if vouched(h, day)), None) if len(persons) == 1 and not office.several else None
    return Held(sure, _one_each(maybe))


def _one_each(holders: tuple[Holder, ...]) -> tuple[Holder, ...]:
    """The rows with each person once, as in the last row of the person."""
    return tuple({h.id: h for h in holders}.values())


def latest(office: Office, most: int) -> tuple[Holder, ...]:
    """The last holders of an office, the latest first."""
    ordered = sorted(office.holders, key=lambda h: h.start or "")
    return tuple(reversed(_one_each(tuple(ordered))))[:most]
