"""Quotations whose cue stands behind them: «"لن نوقع"، يقول النوري», as reportages and interviews have it."""

from __future__ import annotations

from mawqif.arabic import fold
from mawqif.extract.speech import Frame
from mawqif.extract.view import View
from mawqif.extract.words import STOPS
from mawqif.lexicon import Cue
from mawqif.model import Sentence

_SAYINGS = frozenset(
    map(fold, "قال يقول أضاف يضيف تابع يتابع أردف يردف صرح يصرح علق يعلق أوضح يوضح أكد يؤكد كتب يكتب شرح يشرح".split())
)
_LEAST = 3  # words that such a quotation has at least
_LEADS = 2  # words that may stand before the quotation in its sentence
_SUBJECT = 12  # words within which the subject stands
_MARKS = frozenset(' ،,-–—»”"')


def find(v: View, i: int, cue: Cue, s: Sentence) -> Frame | None:
    """The frame of the cue at token i whose quotation ends right before it; its subject must follow."""
    if cue.sort != "verb" or fold(cue.lemma) not in _SAYINGS or i == s.first or i + 1 >= s.last:
        return None
    if v.forms[i].startswith(("و", "ف")) or not set(v.gap(i)) <= _MARKS:
        return None
    quote = v.quote_to.get(i)
    if quote is None or v.length(quote.inner_start, quote.inner_end) < _LEAST:
        return None
    first = v.at(quote.inner_start)
    if not s.first <= first <= s.first + _LEADS or v.word(i + 1) in STOPS:
        return None
    return Frame("behind", quote.inner_start, quote.inner_end, min(s.last, i + _SUBJECT), True)
