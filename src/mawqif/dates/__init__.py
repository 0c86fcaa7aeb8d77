"""Dates in text, Arabic first: own grammar, since no library reads the forms that newspapers use.

Months of both families, Levantine and Maghrebi, doubled ones, Arabic-Indic digits, Hijri days,
weekdays and «أمس» relative to an anchor, which is the report's date.
"""

from __future__ import annotations

import datetime as dt
import email.utils
import re
from collections.abc import Iterator, Sequence

from mawqif.dates import grammar
from mawqif.dates.periods import Period, ahead
from mawqif.dates.tokens import Words, words
from mawqif.dates.words import DIGIT_CLITICS, HEADS
from mawqif.model import DateMention, Span

__all__ = ["Period", "Words", "ahead", "among", "beginnings", "find", "full", "parse"]

_YEAR = re.compile(r"\d{4}")
_ISO = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?:$|[T\s])")


def find(text: str, anchor: dt.date | None = None, start: int = 0, end: int | None = None) -> tuple[DateMention, ...]:
    """The date expressions in text[start:end], in order, without overlaps; `date` is None where none follows.

    `start` and `end` are code points. A day without a year, a weekday or «أمس» resolves from the
    anchor; a month, a year or a week is no day.
    """
    return among(words(text, start, len(text) if end is None else end), anchor)


def among(t: Words, anchor: dt.date | None = None) -> tuple[DateMention, ...]:
    """The date expressions in a stretch of text that is cut into words already."""
    out: list[DateMention] = []
    free = 0
    for i in beginnings(t.forms):
        if i < free:
            continue
        read = next((read for rule in _rules(t.forms[i]) if (read := rule(t, i, anchor))), None)
        if read:
            begin = t.begin(i, _clitics(t.forms[i]))
            out.append(DateMention(Span.of(t.text, begin, t.ends[read.end - 1]), read.date, read.rule))
            free = read.end
    return tuple(out)


def full(text: str, start: int, end: int) -> Iterator[DateMention]:
    """The days in text[start:end] that are told in full, with their year."""
    if _YEAR.search(text, start, end):
        yield from (m for m in find(text, None, start, end) if m.date)


def _clitics(form: str) -> int:
    """How many letters before a date's first word belong to another word."""
    if form in HEADS:
        return HEADS[form]
    letters = len(form) - len(form.lstrip("وبفلا"))
    return letters if form[letters : letters + 1].isdigit() and form[:letters] in DIGIT_CLITICS else 0


def _rules(form: str) -> tuple[grammar.Rule, ...]:
    """The rules of the dates that a folded word can begin."""
    if form in HEADS:
        return grammar.BY_WORD
    return grammar.BY_NUMBER if form[0].isdigit() or form[_clitics(form)].isdigit() else ()


def beginnings(forms: Sequence[str]) -> list[int]:
    """At which of some folded words a date can begin: a quick look before `find`."""
    return [i for i, form in enumerate(forms) if form in HEADS or (not form.isalpha() and _rules(form))]


def parse(text: str, anchor: dt.date | None = None) -> dt.date | None:
    """The day that a piece of metadata states: ISO 8601, RFC 2822, or any date that `find` reads; None if none."""
    iso = _ISO.match(text)
    try:
        if iso:
            return dt.date(int(iso[1]), int(iso[2]), int(iso[3]))
        mail = email.utils.parsedate_tz(text) if re.search(r"\d{1,2} [A-Z][a-z]{2} \d{4} \d", text) else None
        if mail:
            return dt.date(mail[0], mail[1], mail[2])
    except (ValueError, OverflowError):
        return None
    return next((m.date for m in find(text[:200], anchor) if m.date), None)
