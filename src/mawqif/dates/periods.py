"""Stretches of days that lie ahead: «خلال الشهر المقبل», «في غضون أسبوعين», «قبل نهاية العام», «بحلول 2030», «قريبا».

They are read from an anchor, the report's date, and forwards: a weekday or a month without more is the next one. A
stretch whose length nobody tells («خلال أيام») has no last day. A week is read from Sunday to Saturday.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from mawqif.arabic import fold
from mawqif.dates import calendar, grammar
from mawqif.dates import words as w
from mawqif.dates.tokens import Words, words
from mawqif.dates.words import HEADS
from mawqif.model import Span

Date = dt.date
Days = tuple["Date | None", "Date | None"]


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days: its words with their preposition, its first and last day (None: unknown), the rule."""

    span: Span
    begins: Date | None
    date: Date | None
    rule: str


@dataclass(frozen=True, slots=True)
class _Read:
    end: int
    first: Date | None
    last: Date | None
    rule: str
    ahead: bool = True  # whether the words alone say that it lies ahead


def ahead(text: str, anchor: Date | None, start: int = 0, end: int | None = None) -> tuple[Period, ...]:
    """The stretches and days to come that text[start:end] tells of (code points), in order, without overlaps.

    What is over before the anchor is left out.
    """
    t = words(text, start, len(text) if end is None else end)
    out: list[Period] = []
    i = 0
    while i < len(t.forms):
        read = _at(t, i, anchor) if _opens(t.forms[i]) else None
        if read is None or read.end <= i:
            i += 1
            continue
        if not _over(read, anchor):
            until = t.ends[read.end - 1]
            closed = until < len(text) and text[until] == ")" and text.rfind("(", t.starts[i], until) >= 0
            out.append(Period(Span.of(text, t.starts[i], until + closed), read.first, read.last, read.rule))
        i = read.end
    return tuple(out)


def _over(read: _Read, anchor: Date | None) -> bool:
    last = read.last or (read.first if not read.ahead else None)
    return anchor is not None and last is not None and last < anchor


def _opens(form: str) -> bool:
    return form in _OPENERS or form in HEADS or form[0].isdigit() or form.lstrip("وبلفا")[:1].isdigit()


def _at(t: Words, i: int, anchor: Date | None) -> _Read | None:
    for phrase, kind in _SOON:
        if t.forms[i : i + len(phrase)] == phrase:
            return _Read(i + len(phrase), None, None, kind)
    later = _day(t, i, anchor)
    if later and later.rule == "after-tomorrow":
        return later
    j, kind = _preposition(t, i)
    if t.form(i - 1) in _NOT_AFTER and not kind:
        return None
    found = _whole(t, j, anchor, kind) or _count(t, j, anchor, kind) or _day(t, j, anchor)
    return _meant(found, kind, anchor) if found else None


def _preposition(t: Words, i: int) -> tuple[int, str]:
    """Past the preposition at word i, and what it says: in, at, after, before, by, until, from; nothing."""
    form = t.form(i)
    for phrase, kind in _PREPOSITIONS:
        if (form == phrase[0] or form == "و" + phrase[0]) and t.forms[i + 1 : i + len(phrase)] == phrase[1:]:
            return i + len(phrase), kind
    return i, ""


def _count(t: Words, i: int, anchor: Date | None, kind: str) -> _Read | None:
    """«أسبوعين», «ثلاثة أشهر», «48 ساعة», «أيام», «الأيام القليلة المقبلة»: so much time from the anchor."""
    number: int | None = t.number(i) if t.form(i)[:1].isdigit() or t.form(i)[2:3].isdigit() else None
    j = i + (number is not None)
    if number is None and t.form(i) in _COUNTS:
        number, j = _COUNTS[t.form(i)], i + 1
    vague = number == 0
    unit = t.form(j)
    definite = unit.startswith("ال") and unit[2:] in _UNITS
    if unit.removeprefix("ال") not in _UNITS or not (j == i or t.near(j)):
        return None
    days, many = _UNITS[unit.removeprefix("ال")]
    j += 1
    if definite or t.form(j).removeprefix("ال") in _FEW or grammar.way_at(t, j):
        while t.form(j).removeprefix("ال") in _FEW or t.form(j).removeprefix("ال") in _COUNTS:
            number = number or _COUNTS.get(t.form(j).removeprefix("ال"))
            j += 1
        way = grammar.way_at(t, j)
        if way is not None and way[0] == 1 and (definite or number):
            return _from(anchor, number or (None if many else 1), days, way[1], "coming")
        if definite:
            return None
    if kind not in ("in", "after") or (vague and kind == "after"):
        return None
    if t.form(j) == "من" and t.form(j + 1) not in ("الان", "اليوم"):
        return _Read(j, None, None, "count-from-event")
    half = t.form(j) == "ونصف"
    amount = None if vague or (number is None and many) else (number or 1)
    read = _from(anchor, amount, days, j + half, "count")
    return read if not half else _Read(read.end, read.first, calendar.shift(read.last, _HALF[days]), "count")


def _from(anchor: Date | None, number: int | None, days: str, end: int, rule: str) -> _Read:
    """From the anchor on; so many units where they are counted."""
    last = None
    if anchor is not None and number is not None:
        unit, each = days[-1], int(days[:-1])
        last = calendar.months_after(anchor, number * each) if unit == "m" else calendar.shift(anchor, number * each)
        if unit == "h":
            last = calendar.shift(anchor, -(-number * each // 24))
    return _Read(end, anchor, last, rule)


def _whole(t: Words, i: int, anchor: Date | None, kind: str) -> _Read | None:
    """A month, a year, a week or a part of one: «الشهر المقبل», «نهاية العام», «مطلع سبتمبر», «2030»."""
    part, j = _part(t, i)
    found = _span(t, j, anchor, bool(part) or kind in ("before", "by", "until"))
    if found is None or not (j == i or t.near(j)):
        return None
    first, last, end = found
    if part == "day":
        last = first
    elif part:
        first, last = _share(first, last, *_PARTS[part])
    return _Read(end, first, last, "part" if part else "period", ahead=False)


def _part(t: Words, i: int) -> tuple[str, int]:
    """A part of a stretch at word i («نهاية», «بنهاية», «النصف الأول من»), and where it ends."""
    form = t.form(i)
    for name, forms in _PART_WORDS.items():
        if form in forms:
            return name, i + 1
    if form.lstrip("بل") in ("النصف", "لنصف") and t.form(i + 1) in ("الاول", "الثاني") and t.form(i + 2) == "من":
        return ("first" if t.form(i + 1) == "الاول" else "second"), i + 3
    return "", i


def _span(t: Words, i: int, anchor: Date | None, bare: bool) -> tuple[Date | None, Date | None, int] | None:
    """The stretch at word i: first and last day, and where it ends; a bare «العام» only where a part of it is meant."""
    if i >= len(t.forms):
        return None
    form = t.form(i)
    year = grammar.year_at(t, i)
    if year and year[0] >= 1900 and (bare or not form[:1].isdigit()):
        return calendar.day(year[0], 1, 1), calendar.day(year[0], 12, 31), year[1]
    this = form in ("هذا", "هذه")
    head = t.head(i + 1) if this and i + 1 < len(t.forms) else t.head(i)
    unit = _WHOLE.get(head)
    if unit:
        j = i + 1 + this
        way = grammar.way_at(t, j)
        if way is None and not this and not bare:
            return None
        if way and way[0] == -1:
            return None
        return (*_unit_days(unit, anchor, way[0] if way else 0), way[1] if way else j)
    named = t.head(i) == "شهر" and i + 1 < len(t.forms)  # «شهر رمضان», «شهر مايو»
    hijri = grammar.month(t, i, anchor) if named and not grammar.month_at(t, i + 1, w.MONTHS) else None
    if hijri and hijri.end > i + 1:
        return None, None, hijri.end
    month = grammar.month_at(t, i + named, w.MONTHS)
    if month:
        return _month_days(t, *month, anchor)
    return None


def _unit_days(unit: str, anchor: Date | None, way: int) -> Days:
    """The week, month or year of the anchor, or the one after."""
    if anchor is None:
        return None, None
    if unit == "week":
        first = calendar.shift(anchor, -((anchor.weekday() + 1) % 7) + 7 * way)
        return first, calendar.shift(first, 6)
    if unit == "month":
        return calendar.month_days(anchor, way)
    if unit == "year":
        return calendar.day(anchor.year + way, 1, 1), calendar.day(anchor.year + way, 12, 31)
    return None, None


def _month_days(t: Words, number: int, end: int, anchor: Date | None) -> tuple[Date | None, Date | None, int]:
    """The days of a month: of its year, of the one that is said, else the next such month."""
    end = grammar.doubled(t, end, number)
    year = grammar.year_at(t, end)
    if year and year[0] >= 1900:
        return (*calendar.days_of(year[0], number), year[1])
    way = grammar.way_at(t, end)
    end = way[1] if way else end
    if anchor is None:
        return None, None, end
    if way and way[0] == -1:
        return (*calendar.days_of(anchor.year - (number >= anchor.month), number), end)
    later = number < anchor.month or (way is not None and way[0] == 1 and number == anchor.month)
    return (*calendar.days_of(anchor.year + later, number), end)


def _day(t: Words, i: int, anchor: Date | None) -> _Read | None:
    """A day: one that is told in full, a weekday, «غدا»; without more, the next one."""
    if t.form(i) == "منتصف" and t.form(i + 1).removeprefix("ال") in ("ليل", "ليله"):
        i += 1
    if i >= len(t.forms):
        return None
    rules = grammar.BY_NUMBER if t.form(i)[:1].isdigit() else grammar.BY_WORD if t.form(i) in HEADS else ()
    read = next((r for rule in rules if (r := rule(t, i, anchor))), None)
    if read is None or read.rule in ("month", "period", "year", "yesterday", "before-yesterday"):
        return None
    day = read.date
    said = any(f in w.QUALIFIERS for f in t.forms[i : read.end])
    if day is not None and anchor is not None and day < anchor and read.rule == "weekday" and not said:
        day = calendar.shift(day, 7)
    return _Read(read.end, day, day, read.rule, ahead=False)


def _meant(read: _Read, kind: str, anchor: Date | None) -> _Read | None:
    """The days that a preposition makes of a stretch."""
    end, first, last = read.end, read.first, read.last
    if kind == "before":
        until = last if read.rule == "part" else calendar.shift(first, -1)
        return _Read(end, anchor, until, "before", read.ahead)
    if kind == "by":
        return _Read(end, anchor, last if read.rule == "part" else first, "by", read.ahead)
    if kind == "until":
        return _Read(end, anchor, last, "until", read.ahead)
    if kind == "after":
        return _Read(end, last, last, "after") if read.rule == "count" else None
    if kind == "from":
        return _Read(end, first, first, "from", read.ahead)
    return read


def _phrases(lines: dict[str, str]) -> tuple[tuple[tuple[str, ...], str], ...]:
    found = [(tuple(fold(x) for x in p.split()), kind) for kind, line in lines.items() for p in line.split("|")]
    return tuple(sorted(found, key=lambda f: -len(f[0])))


_PREPOSITIONS = _phrases(
    {
        "in": "خلال|في خلال|في غضون|بغضون|غضون|في مدة أقصاها|في مدة لا تتجاوز|في فترة لا تتجاوز|في ظرف|ظرف",
        "at": "في",
        "after": "بعد|في غضون أقل من",
        "before": "قبل",
        "by": "بحلول|مع حلول|حلول",
        "until": "حتى|لغاية|إلى غاية|في موعد أقصاه|في موعد لا يتجاوز|في أجل أقصاه|كحد أقصى في",
        "from": "اعتبارا من|ابتداء من|بدءا من|انطلاقا من|بداية من",
    }
)
_SOON = _phrases(
    {
        "soon": "قريبا|قريبا جدا|عما قريب|في القريب العاجل|في أقرب وقت|في أقرب وقت ممكن|في أقرب فرصة|في وقت قريب"
        "|في وقت لاحق|في المستقبل القريب|في أسرع وقت|في أسرع وقت ممكن|بأسرع وقت|بأسرع وقت ممكن",
        "at-once": "فورا|على الفور|بشكل فوري",
    }
)
# units, how much one is (h hours, d days, m months), and whether the word alone is an unknown number of them
_UNITS: dict[str, tuple[str, bool]] = {
    fold(word): (amount, many)
    for line, amount, many in (
        ("ساعة", "1h", False),
        ("ساعتين", "2h", False),
        ("ساعات", "1h", True),
        ("يوم|يوما", "1d", False),
        ("يومين", "2d", False),
        ("أيام", "1d", True),
        ("أسبوع|أسبوعا", "7d", False),
        ("أسبوعين", "14d", False),
        ("أسابيع", "7d", True),
        ("شهر|شهرا", "1m", False),
        ("شهرين", "2m", False),
        ("أشهر|شهور", "1m", True),
        ("عام|عاما|سنة", "12m", False),
        ("عامين|سنتين", "24m", False),
        ("أعوام|سنوات|سنين", "12m", True),
    )
    for word in line.split("|")
}
_HALF = {"1h": 1, "2h": 1, "1d": 1, "2d": 1, "7d": 4, "14d": 4, "1m": 15, "2m": 15, "12m": 182, "24m": 182}
_COUNTS = w.COUNTS | {
    fold(x): n for x, n in (("عشرين", 20), ("ثلاثين", 30), ("أربعين", 40), ("ستين", 60), ("تسعين", 90))
}
_FEW = frozenset(fold(x) for x in "قليلة قلائل قليل معدودة القليلة".split())
_WHOLE = {fold(x): unit for unit, x in (("week", "الأسبوع"), ("month", "الشهر"), ("year", "العام"), ("year", "السنة"))}
_WHOLE |= {fold("الموسم"): "season", fold("الفصل"): "season", fold("الربع"): "season"}
_PART_WORDS = {
    name: frozenset(p + fold(word) for word in line.split() for p in ("", "ب", "ل", "و"))
    for name, line in (
        ("day", "أول"),
        ("end", "نهاية أواخر آخر ختام"),
        ("begin", "مطلع بداية أوائل مستهل غرة"),
        ("middle", "منتصف أواسط"),
    )
}


def _share(first: Date | None, last: Date | None, which: int, of: int) -> Days:
    """One of so many equal parts of a stretch."""
    if first is None or last is None:
        return None, None
    length = (last - first).days + 1
    end = length * (which + 1) // of - 1
    return calendar.shift(first, length * which // of), calendar.shift(first, end)


_PARTS = {  # which part of how many
    "begin": (0, 3),
    "middle": (1, 3),
    "end": (2, 3),
    "first": (0, 2),
    "second": (1, 2),
}
# what follows these is no day that lies ahead
_NOT_AFTER = frozenset(fold(x) for x in "منذ من عن ذلك".split())
_OPENERS = frozenset(
    {p[0] for p, _ in (*_PREPOSITIONS, *_SOON)}
    | {"و" + p[0] for p, _ in _PREPOSITIONS}
    | {form for forms in _PART_WORDS.values() for form in forms}
    | {"هذا", "هذه", "النصف", "بالنصف", "الايام", "الساعات", "الاسابيع", "الاشهر"}
)
