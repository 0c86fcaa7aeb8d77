"""The grammar of dates: each rule looks at the words from one place and says how far it reads.

A rule returns a `Read` or None. Days without a year are resolved from an anchor, the report's date.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from mawqif.dates import calendar
from mawqif.dates import words as w
from mawqif.dates.tokens import Words

Date = dt.date
_JOINS = "/()-–—،"
_OF = frozenset(("من", "شهر", "في"))
_YEAR_WORDS = frozenset(("عام", "العام", "سنه", "لعام", "لسنه"))
_BEFORE_YEAR = _YEAR_WORDS | {"من"}
_HIJRI_SIGNS = frozenset(("ه", "هجري", "هجريه", "للهجره"))
_GREGORIAN_SIGNS = frozenset(("م", "ميلادي", "ميلاديه"))

_SIGNS = _GREGORIAN_SIGNS | _HIJRI_SIGNS
_NO_TODAY = w.NOT_TODAY_AFTER | w.UNTIL
_OF_DAY = frozenset(("يوم", *w.PARTS_OF_DAY))
_MONTH_HEADS = frozenset(name.split()[0] for name in (*w.MONTHS, *w.HIJRI_MONTHS))
_RELATIVE_HEADS = frozenset(name.split()[0] for name in w.RELATIVE)
_ORDINAL_HEADS = frozenset(name.split()[0] for name in w.ORDINALS)
_STRETCHES = frozenset(w.PERIODS + w.LONG_PERIODS)


@dataclass(frozen=True, slots=True)
class Read:
    """What a rule read: up to word `end` (exclusive), the day if it resolves, the rule's name."""

    end: int
    date: Date | None
    rule: str


Rule = Callable[[Words, int, "Date | None"], "Read | None"]


def month_at(t: Words, i: int, names: dict[str, int]) -> tuple[int, int] | None:
    """The month at word i and where it ends; two words before one."""
    if t.head(i) not in _MONTH_HEADS:
        return None
    for n in (2, 1):
        name = t.phrase(i, n)
        if name in names:
            return names[name], i + n
    return None


def doubled(t: Words, i: int, number: int) -> int:
    """Past a second name of the same month: «مارس (آذار)», «أيار/مايو»."""
    if i < len(t.forms) and t.near(i, _JOINS):
        again = month_at(t, i, w.MONTHS)
        if again and again[0] == number and t.gap(i).strip():
            return again[1]
    return i


def year_at(t: Words, i: int) -> tuple[int, int] | None:
    """A year of four digits at word i, after «عام» or «من» or a comma; with the sign of its era."""
    j = i
    while j < len(t.forms) and t.form(j) in _BEFORE_YEAR and t.near(j, "،,)"):
        j += 1
    number = t.number(j) if j < len(t.forms) and t.near(j, "،,()") else None
    if number is None or not (1300 <= number < 2200) or not t.form(j)[0].isdigit():
        return None
    j += 1
    if j < len(t.forms) and t.form(j) in _SIGNS and t.near(j):
        j += 1
    return number, j


def way_at(t: Words, i: int) -> tuple[int, int] | None:
    """«الماضي», «المقبل», «الجاري» at word i."""
    if i < len(t.forms) and t.form(i) in w.QUALIFIERS and t.near(i):
        return w.QUALIFIERS[t.form(i)], i + 1
    return None


def _named_day(t: Words, i: int, number: int, anchor: Date | None, weekday: int | None) -> Read | None:
    """The month at word i after the day's number."""
    while t.form(i) in _OF and t.near(i):
        i += 1
    if i >= len(t.forms) or not t.near(i, "/-"):
        return None
    month = month_at(t, i, w.MONTHS)
    if month is None:
        return _hijri_day(t, i, number, anchor)
    which, end = month
    end = doubled(t, end, which)
    year = year_at(t, end)
    if year:
        return Read(year[1], calendar.day(year[0], which, number), "day-month-year")
    way = way_at(t, end)
    if way is None and end < len(t.forms) and t.form(end) == "من" and t.form(end + 1) in _YEAR_WORDS:
        way = way_at(t, end + 2)
    end = way[1] if way else end
    found = calendar.day_month(which, number, anchor, way[0] if way else None, weekday) if anchor else None
    return Read(end, found, "day-month")


def _hijri_day(t: Words, i: int, number: int, anchor: Date | None) -> Read | None:
    month = month_at(t, i, w.HIJRI_MONTHS)
    if month is None:
        return None
    which, end = month
    year = year_at(t, end)
    if year:
        return Read(year[1], calendar.hijri(year[0], which, number), "hijri")
    if t.head(i) in w.WEAK_HIJRI:
        return None
    way = way_at(t, end)
    found = calendar.hijri_day_month(which, number, anchor, way[0] if way else None) if anchor else None
    return Read(way[1] if way else end, found, "hijri-day-month")


def day_and_month(t: Words, i: int, anchor: Date | None, weekday: int | None = None) -> Read | None:
    """«5 مايو 2023», «٥ أيار/مايو», «الخامس والعشرين من شوال 1444», with the day's other calendar after it."""
    number, end = t.number(i), i + 1
    if number is None:
        for n in (2, 1) if t.head(i) in _ORDINAL_HEADS else ():
            name = t.phrase(i, n)
            if name in w.ORDINALS:
                number, end = w.ORDINALS[name], i + n
                break
        if number is None or t.form(i - 1) in w.NOT_ORDINAL_AFTER:
            return None
    if not 1 <= number <= 31:
        return None
    found = _named_day(t, end, number, anchor, weekday)
    if found is None or t.form(i - 1) in w.NAMED_AFTER:
        return None
    return _paired(t, found, anchor)


def _paired(t: Words, found: Read, anchor: Date | None) -> Read:
    """«25 شوال 1444 الموافق 15 مايو 2023», «… (15 مايو 2023)»: one day in two calendars; the Gregorian one decides."""
    j = found.end
    if t.form(j) in ("الموافق", "الموافقه", "موافق", "المصادف") and t.near(j, "،(-"):
        j += 1
    elif not (j < len(t.forms) and "(" in t.gap(j)) or not found.rule.startswith("hijri"):
        return found
    if t.form(j) in ("ل", "يوم") and t.near(j):
        j += 1
    number = t.number(j) if j < len(t.forms) and t.near(j, "(،") else None
    other = _named_day(t, j + 1, number, anchor, None) if number else None
    if other is None:
        return found
    hijri = found.rule.startswith("hijri")
    return Read(other.end, (other.date or found.date) if hijri else (found.date or other.date), "two-calendars")


def numeric(t: Words, i: int, anchor: Date | None) -> Read | None:
    """«2023-05-05», «5/5/2023», «2023/5/5»: the day before the month, as Arabic papers write."""
    marks = t.gap(i + 1), t.gap(i + 2)
    if i + 2 >= len(t.forms) or marks[0] not in ("-", "/", ".") or marks[1] != marks[0]:
        return None
    a, b, c = t.number(i), t.number(i + 1), t.number(i + 2)
    if a is None or b is None or c is None:
        return None
    if a >= 1300:
        year, month, day = a, b, c
    elif c >= 1300:
        year, month, day = c, b, a
    else:
        return None
    found = calendar.day(year, month, day) if year >= 1700 else calendar.hijri(year, month, day)
    return Read(i + 3, found, "numeric") if found else None


def relative(t: Words, i: int, anchor: Date | None) -> Read | None:
    """«أمس», «أول من أمس», «اليوم», «غدا», with a weekday after it where one stands."""
    for n in (3, 2, 1) if t.head(i) in _RELATIVE_HEADS else ():
        name = t.phrase(i, n)
        if name not in w.RELATIVE:
            continue
        offset, rule = w.RELATIVE[name]
        if rule == "today" and (t.form(i - 1) in _NO_TODAY or t.form(i + n) in w.NOT_TODAY_BEFORE):
            return None
        if '"' in t.gap(i) or "«" in t.gap(i) or "(" in t.gap(i):
            return None
        end, weekday = i + n, None
        if end < len(t.forms) and t.near(end, "،()") and t.form(end).removeprefix("ال") in w.WEEKDAYS:
            weekday = w.WEEKDAYS[t.form(end).removeprefix("ال")]
            end += 1
        return Read(end, calendar.relative(offset, weekday, anchor), rule)
    return None


def weekday(t: Words, i: int, anchor: Date | None) -> Read | None:
    """«الاثنين», «يوم الجمعة الماضي», «مساء السبت»، and the date that follows it."""
    j = i
    while t.form(j) and t.head(j) in _OF_DAY and t.near(j + 1):
        j += 1
    if j >= len(t.forms):
        return None
    name = t.head(j)
    if j > i and name in w.RELATIVE:
        return relative(t, j, anchor)
    if not name.startswith("ال") or name[2:] not in w.WEEKDAYS:
        return None
    if t.form(j - 1) in w.NOT_WEEKDAY_AFTER and j == i:
        return None
    number, end = w.WEEKDAYS[name[2:]], j + 1
    if end < len(t.forms) and t.near(end, "،(") and (dated := day_and_month(t, end, anchor, number)):
        return dated
    way = way_at(t, end)
    if way:
        return Read(way[1], calendar.weekday(number, anchor, way[0] or None), "weekday")
    return Read(end, calendar.weekday(number, anchor, None), "weekday")


def month(t: Words, i: int, anchor: Date | None) -> Read | None:
    """«مايو 2023», «شهر رمضان المقبل»: a month is no day, so it resolves to none."""
    j = i + 1 if t.head(i) == "شهر" and i + 1 < len(t.forms) and t.near(i + 1) else i
    for names, weak in ((w.MONTHS, w.WEAK_MONTHS), (w.HIJRI_MONTHS, w.WEAK_HIJRI)):
        found = month_at(t, j, names)
        if found is None:
            continue
        end = doubled(t, found[1], found[0]) if names is w.MONTHS else found[1]
        year, way = year_at(t, end), way_at(t, end)
        if not year and not way and j == i and end == found[1] and (t.head(j) in weak or names is w.HIJRI_MONTHS):
            return None
        return Read(year[1] if year else way[1] if way else end, None, "month")
    return None


def period(t: Words, i: int, anchor: Date | None) -> Read | None:
    """«الأسبوع الماضي», «الشهر المقبل», «عام 2021»: a stretch of days, so it resolves to none."""
    name = t.head(i)
    if name in ("عام", "سنه", "العام", "السنه"):
        year = year_at(t, i + 1)
        if year and t.form(i + 1)[:1].isdigit():
            return Read(year[1], None, "year")
    if name.startswith("ال") and name[2:] in _STRETCHES:
        way = way_at(t, i + 1)
        if way:
            return Read(way[1], None, "period")
    return None


def english(t: Words, i: int, anchor: Date | None) -> Read | None:
    """«May 5, 2023», «5 May 2023», «yesterday», «on Monday»."""
    form = t.form(i)
    if form in w.ENGLISH_MONTHS:
        number, year = t.number(i + 1), t.number(i + 2) if t.near(i + 2, ",") else None
        if number and 1 <= number <= 31 and t.near(i + 1, "."):
            return _english_day(i + 2, w.ENGLISH_MONTHS[form], number, year, anchor)
        return None
    if form in w.ENGLISH_RELATIVE:
        offset, rule = w.ENGLISH_RELATIVE[form]
        return Read(i + 1, calendar.shift(anchor, offset), rule)
    if form in w.ENGLISH_WEEKDAYS:
        return Read(i + 1, calendar.weekday(w.ENGLISH_WEEKDAYS[form], anchor, None), "weekday")
    number = t.number(i)
    if number and 1 <= number <= 31 and t.form(i + 1) in w.ENGLISH_MONTHS and t.near(i + 1):
        year = t.number(i + 2) if t.near(i + 2, ",") else None
        return _english_day(i + 2, w.ENGLISH_MONTHS[t.form(i + 1)], number, year, anchor)
    return None


def _english_day(end: int, which: int, number: int, year: int | None, anchor: Date | None) -> Read:
    if year and year in calendar.GREGORIAN_YEARS:
        return Read(end + 1, calendar.day(year, which, number), "day-month-year")
    return Read(end, calendar.day_month(which, number, anchor, None, None) if anchor else None, "day-month")


BY_NUMBER: tuple[Rule, ...] = (numeric, day_and_month, english)
BY_WORD: tuple[Rule, ...] = (relative, weekday, day_and_month, month, period, english)
