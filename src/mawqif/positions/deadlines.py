"""By when something is to be done: the stretch of days ahead that belongs to what is undertaken."""

from __future__ import annotations

from mawqif import dates
from mawqif.model import Date, Deadline
from mawqif.positions import words as w
from mawqif.positions.stretches import Stretch

_AGO = w.folded("التي الذي الذين كان كانت جرى جرت تم تمت")
_FORESEEN = w.joined(w.folded("أتوقع نتوقع يتوقع تتوقع توقع توقعت متوقع المتوقع"))
_STOPS = frozenset("؛;!؟?\n")
_FAR = 8  # words before a deadline in which stands that it is only foreseen
_BACK = 3  # words before a deadline in which a relative clause may begin that it belongs to


def deadline(s: Stretch, at: int, day: Date | None) -> Deadline | None:
    """The first deadline behind word `at` of a content, seen from the report's day; None where none is given."""
    tokens = s.passage.tokens[s.base + at : s.base + _end(s, at)]
    for period in dates.ahead(s.passage.text, day, tokens[0].start, tokens[-1].end):
        before = [t.form for t in tokens if t.end <= period.span.start]
        if _AGO.isdisjoint(before[-_BACK:]) and _FORESEEN.isdisjoint(before[-_FAR:]):
            return Deadline(period.span, period.date, period.begins)
    return None


def _end(s: Stretch, at: int) -> int:
    """The word at which the sentence of word `at` is over."""
    return next((i for i in range(at + 1, len(s.forms)) if not _STOPS.isdisjoint(s.gaps[i])), len(s.forms))
