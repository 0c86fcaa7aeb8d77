"""By when something is to be done: the stretch of days ahead that belongs to what is undertaken."""

from __future__ import annotations

from mawqif import dates
from mawqif.model import Date, Deadline
from mawqif.positions import words as w
from mawqif.positions.stretches import Stretch

_AGO = w.folded("التي الذي الذين كان كانت جرى جرت تم تمت")
_BACK = 3  # words before a deadline in which a relative clause may begin that it belongs to


def deadline(s: Stretch, at: int, day: Date | None) -> Deadline | None:
    """The first deadline behind word `at` of a content, seen from the report's day; None where none is given."""
    tokens, last = s.passage.tokens, s.base + len(s.forms) - 1
    start = tokens[s.base + at].start
    for period in dates.ahead(s.passage.text, day, start, tokens[last].end):
        before = [t.form for t in tokens[s.base + at : last + 1] if t.end <= period.span.start][-_BACK:]
        if _AGO.isdisjoint(before):
            return Deadline(period.span, period.date, period.begins)
    return None
