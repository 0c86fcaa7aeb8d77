"""Mentions right behind a verb that are not its subject: those to whom something is done."""

from __future__ import annotations

from mawqif.arabic import bare, fold
from mawqif.model import Draft, Kind
from mawqif.names import Named, Titles, named

_BODIES = (Kind.STATE, Kind.ORGANIZATION)
_SHORTEST = 7  # letters of a plural like «الحوثيين»
# verbs whose object stands where a subject could: «طالب الحكومة بـ…»
_TRANSITIVE = frozenset(
    fold(w)
    for w in (
        "طالب يطالب اتهم يتهم دعا يدعو حث يحث أمر يأمر حذر يحذر ناشد يناشد هاجم يهاجم انتقد ينتقد أبلغ يبلغ هدد يهدد "
        "أدان يدين دان شكر يشكر هنأ يهنئ نصح ينصح اتهمها طالبها لام يلوم وبخ عاتب حمل يحمل ألزم يلزم كلف يكلف وجه"
    ).split()
)


def done_to(draft: Draft, t: Titles) -> bool:
    """Whether gender or case shows that a mention behind a verb is its object: «ودعت الحوثيين», «طالب الحكومة»."""
    if draft.sort != "verb" or draft.cue is None or draft.mention is None or draft.mention.start < draft.cue.end:
        return False
    first = fold(draft.mention.text.split()[0])
    if _accusative(first, t):
        return True
    if draft.feminine is True:  # «وأمرت الملحق بـ…»
        n = named(draft.mention.text, t) if first.startswith("ال") and t.heads_person(first) else None
        return n is not None and n.kind is Kind.PERSON and not n.words and n.feminine is False
    if draft.feminine is None or fold(draft.cue.text).lstrip("وف") not in _TRANSITIVE:
        return False
    n = named(draft.mention.text, t)
    return n is not None and n.kind in _BODIES and _feminine(first, n)


def _feminine(first: str, n: Named) -> bool:
    return n.feminine is True and (n.kind is Kind.STATE or first.endswith("ه"))


def _accusative(first: str, t: Titles) -> bool:
    """«الحوثيين», «المسؤولين»: a sound plural in the case of objects."""
    plural = first.startswith("ال") and first.endswith("ين") and len(first) >= _SHORTEST
    stem = bare(first)[:-2]
    return plural and (stem in t.nations or t.heads_person(stem) or first.endswith("يين"))
