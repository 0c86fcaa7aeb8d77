"""Arithmetic of dates: the year that is meant, weekdays around an anchor, Hijri days. No text here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

HIJRI_YEARS = range(1343, 1501)  # what the Umm al-Qura table of hijridate covers
GREGORIAN_YEARS = range(1800, 2200)


def day(year: int, month: int, number: int) -> dt.date | None:
    """The Gregorian day, or None where there is no such day."""
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


def hijri(year: int, month: int, number: int) -> dt.date | None:
    """The Gregorian day of a Hijri one (Umm al-Qura, by hijridate), or None where there is none."""
    from hijridate import Hijri  # here, because its table is not needed by most reports

    if year not in HIJRI_YEARS:
        return None
    try:
        found = Hijri(year, month, number).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return dt.date(found.year, found.month, found.day)


def shift(anchor: dt.date | None, days: int) -> dt.date | None:
    """The anchor moved by so many days; None without an anchor or beyond the calendar."""
    if anchor is None:
        return None
    try:
        return anchor + dt.timedelta(days=days)
    except OverflowError:
        return None


def closest(candidates: Iterable[dt.date | None], anchor: dt.date, way: int | None) -> dt.date | None:
    """The candidate that is meant from the anchor: the last before it (`way` -1) or the first after (1).

    Without a way it is the nearest, the past preferred: a day to come only where it is less than
    half as far, since news tells what was.
    """
    days = [c for c in candidates if c is not None]
    past = max((d for d in days if d <= anchor), default=None)
    future = min((d for d in days if d > anchor), default=None)
    if way is not None and way != 0:
        return past if way < 0 else future
    if past is None or future is None:
        return past or future
    return future if 2 * (future - anchor) < anchor - past else past


def day_month(month: int, number: int, anchor: dt.date, way: int | None, weekday: int | None) -> dt.date | None:
    """A day and a month without a year, seen from the anchor; a weekday, where given, chooses the year."""
    if way == 0:
        return day(anchor.year, month, number)
    days = [day(y, month, number) for y in range(anchor.year - 8, anchor.year + 9)]
    fitting = [d for d in days if d and d.weekday() == weekday and abs((d - anchor).days) < 3 * 366]
    return closest(fitting or days, anchor, way)


def hijri_day_month(month: int, number: int, anchor: dt.date, way: int | None) -> dt.date | None:
    """A Hijri day and month without a year, seen from the anchor."""
    middle = (anchor.year - 622) * 33 // 32
    return closest((hijri(y, month, number) for y in range(middle - 2, middle + 4)), anchor, way)


def month_day(anchor: dt.date, way: int, number: int) -> dt.date | None:
    """That day of the anchor's month (`way` 0), of the month before (-1) or after (1)."""
    months = anchor.year * 12 + anchor.month - 1 + way
    return day(months // 12, months % 12 + 1, number)


def weekday(number: int, anchor: dt.date | None, way: int | None) -> dt.date | None:
    """The weekday (Monday 0) last before the anchor (`way` -1), first after (1), else last on or before it."""
    if anchor is None:
        return None
    if way == 1:
        return shift(anchor, (number - anchor.weekday() - 1) % 7 + 1)
    back = (anchor.weekday() - number) % 7
    return shift(anchor, -(back or 7) if way == -1 else -back)


def relative(offset: int, number: int | None, anchor: dt.date | None) -> dt.date | None:
    """«أمس», «غدا»: so many days from the anchor; with a weekday («أمس الأحد») that day governs.

    The two disagree where a report is published a day or more after it was written.
    """
    found = shift(anchor, offset)
    if found is None or number is None or found.weekday() == number or anchor is None:
        return found
    return weekday(number, shift(anchor, -1), 1) if offset > 0 else weekday(number, anchor, None)


def days_of(year: int, month: int) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day of a month."""
    first, following = day(year, month, 1), day(year + month // 12, month % 12 + 1, 1)
    return first, shift(following, -1)


def month_days(anchor: dt.date, way: int) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day of the anchor's month (`way` 0), of the one before (-1) or after (1)."""
    first = month_day(anchor, way, 1)
    return days_of(first.year, first.month) if first else (None, None)


def months_after(anchor: dt.date, months: int) -> dt.date | None:
    """The same day so many months later, or the last of that month where it is shorter."""
    first = month_day(anchor, months, 1)
    if first is None:
        return None
    return day(first.year, first.month, anchor.day) or days_of(first.year, first.month)[1]
