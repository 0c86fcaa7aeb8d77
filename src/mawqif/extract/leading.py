"""Subjects that stand before their verb: the noun phrase that leads the clause up to the cue."""

from __future__ import annotations

from mawqif.arabic import bare, fold
from mawqif.extract.phrases import AROUND, in_place, opens
from mawqif.extract.view import View
from mawqif.extract.words import (
    AFTER_PREPOSITION,
    ASIDES,
    AUXILIARIES,
    LEADS,
    NEGATORS,
    RELATIVES,
    STOPS,
    THAT,
    TURNING,
    is_in,
)
from mawqif.model import Sentence, Span

_LEADING, _VERBAL = AUXILIARIES | LEADS, NEGATORS | AUXILIARIES
_CLAUSE = 80  # words from either end of a sentence in which the clause of a cue may begin
_HAND_OVER = frozenset(fold(w) for w in "جهة ناحية جانب".split())
_HOW_MANY = frozenset(fold(w) for w in "عدة بضعة جميع كافة مختلف معظم أغلب غالبية سائر".split())
_AMONG = frozenset(fold(w) for w in "بينها بينهم بينهن منها منهم".split())  # «منظمات بينها …»
_TITLED = 6  # words of somebody by what he is, nationality and name at most
_PLUPERFECT = 12  # words between «كان» and its «قد»


def subject(v: View, i: int, s: Sentence) -> Span | None:
    """The noun phrase that leads the clause up to the cue, where the cue stands after its subject."""
    last = clause_end(v, i, s)
    near = range(s.first + 1, min(last, s.first + _CLAUSE)), range(max(s.first + _CLAUSE, last - _CLAUSE), last)
    begins = [s.first, *(j for part in near for j in v.breaks(part.start, part.stop))]
    begins += [j + 1 for j in range(max(s.first, last - 12), last - 1) if v.forms[j] in THAT or v.forms[j] in TURNING]
    if last < i and v.forms[i - 1] == "قد":  # «وقبلها كان الوزير سامر قد أعلن»
        begins += [j for j in range(max(s.first, last - _PLUPERFECT), last - 1) if v.forms[j].lstrip("وف")[:3] == "كان"]
    for first in begins[:3] + begins[-5:]:
        opened = first
        while first < last and v.forms[first] in _LEADING:
            first += 1
        if first >= last or (opened == first and v.word(first) in STOPS):
            continue
        form = v.forms[first]
        if form.lstrip("وف") == "امام" and "إ" not in v.text[v.starts[first] : v.tokens[first].end]:
            continue  # «وأمام هذه الأزمة …»
        if form in _HAND_OVER and first and v.forms[first - 1].lstrip("و") == "من":
            continue  # «من جهة أخرى، لفت إلى»
        cue = v.cue(first)
        if cue and cue[0].sort == "participle" and v.word(first + 1) in AFTER_PREPOSITION | THAT:
            continue  # «، داعية إلى …، كما دعت»: a saying of its own, and nobody
        if opened > s.first and form not in v.index.heads and form[0] == "و" and form[1:] in v.index.heads:
            continue  # «، ووزير الري، كما هنأ …»: the last of several
        leads = opened == s.first or v.forms[first - 1] in THAT or v.forms[opened - 1] in TURNING
        leads = leads or v.forms[first - 1] in TURNING
        named = (opened == s.first and _apposed(v, first, last)) or (leads and last - first <= 3)
        named = named or (first > opened and _of_a_nation(v, first, last))
        named = named or (leads and form in _HOW_MANY and _sources(v, first + 1))
        if named or is_in(v.forms[first], v.index.heads):
            found = _phrase(v, first, last)
            if found or opened == first:
                return found
    return None


def _of_a_nation(v: View, first: int, last: int) -> bool:
    """«وكان الحكم الدرواني نائل حلزوف أعلن»: whether a definite noun, a nationality and a name stand there."""
    if not 2 < last - first <= _TITLED or v.gap(first + 1).strip():
        return False
    nation = v.forms[first + 1]
    named = not v.forms[first + 2].startswith("ال") and v.index.titles.words[v.forms[first + 2]] == ""
    definite = v.forms[first].startswith("ال") and nation.startswith("ال")
    return definite and bare(nation) in v.index.titles.nations and named


def _sources(v: View, j: int) -> bool:
    """Whether the word at token j heads sources that speak, and no papers."""
    form = v.forms[j]
    return is_in(form, v.index.heads) and not is_in(form, v.index.documents)


def _apposed(v: View, first: int, last: int) -> bool:
    """Whether up to four words stand before a comma and a title: «فلان الفلاني، الوزير السابق»."""
    for j in range(first + 1, min(first + 5, last)):
        title = is_in(v.forms[j], v.index.roles)
        if any(c in "،," for c in v.gap(j)):
            return title
        if title and j > first + 1:  # «سامر النوري وزير الري»
            return v.forms[first] in v.index.given and j < last - 1
    return False


def _phrase(v: View, first: int, last: int) -> Span | None:
    """The noun phrase from token first; None where a verb, or something else than its end, comes before the cue."""
    first += v.forms[first] in AROUND
    end = first
    for j in range(first, last):
        form = v.word(j)
        if (form in STOPS and not in_place(v, first, j, last)) or form in NEGATORS or form in _AMONG:
            break
        if j > first and v.forms[j] in v.index.verbs and not v.forms[first].startswith("ال"):
            return None
        cue = v.cue(j)
        if cue and cue[0].sort == "verb" and (j == first or not cue[0].weak) and not is_in(form, v.index.heads):
            return None
        end = j + 1
    if end == first or (v.forms[first] in ASIDES and v.forms[first] not in _HOW_MANY) or not opens(v, first):
        return None
    if end < last and v.forms[end] not in RELATIVES | _AMONG and not any(c in "،,-–(" for c in v.gap(end)):
        return None
    if any(":" in v.gap(j) for j in range(end, last + 1)) or any(v.forms[j].isdigit() for j in range(first, end)):
        return None  # a dateline: «العاصمة: أكد …»
    return v.span(first, end)


def clause_end(v: View, i: int, s: Sentence) -> int:
    """The index of the cue at token i with its negators and auxiliaries."""
    while i > s.first and v.forms[i - 1] in _VERBAL:
        i -= 1
    return i
