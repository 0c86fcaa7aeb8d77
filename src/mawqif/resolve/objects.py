"""Mentions right behind a verb that are not its subject: those to whom something is done."""

from __future__ import annotations

from mawqif.arabic import bare, fold
from mawqif.model import Draft, Kind
from mawqif.names import Named, Titles, named

_BODIES = (Kind.STATE, Kind.ORGANIZATION)
_ONE = 2  # words of one who is accused, without another before
_ACCUSES = frozenset(p + w for p in ("", "و", "ف") for w in ("اتهم", "اتهمت", "اتهموا", "يتهم", "تتهم"))
_SHORTEST = 7  # letters of a plural like «الحوثيين»
# verbs whose object stands where a subject could: «طالب الحكومة بـ…»
_TRANSITIVE = frozenset(
    fold(w)
    for w in (
        "طالب يطالب اتهم يتهم دعا يدعو حث يحث أمر يأمر حذر يحذر ناشد يناشد هاجم يهاجم انتقد ينتقد أبلغ يبلغ هدد يهدد "
        "أدان يدين دان شكر يشكر هنأ يهنئ نصح ينصح اتهمها طالبها لام يلوم وبخ عاتب حمل يحمل ألزم يلزم كلف يكلف وجه"
    ).split()
)
_MASCULINE = ("person", "organization")
_FEMININE = frozenset(w + "ت" for w in _TRANSITIVE if w[0] not in "يت") | {fold("دعت")}


def done_to(draft: Draft, t: Titles, alone: bool = False) -> bool:
    """Whether gender or case shows that a mention behind a verb is its object: «ودعت الحوثيين», «طالب الحكومة».

    `alone`: somebody has spoken in the sentence already, whose verb this may be.
    """
    if draft.sort != "verb" or draft.cue is None or draft.mention is None or draft.mention.start < draft.cue.end:
        return False
    first = fold(draft.mention.text.split()[0])
    if alone and _accuses(draft, t):
        return True
    if _accusative(first, t):
        return True
    if draft.feminine is True:  # «وأمرت الملحق بـ…»
        n = named(draft.mention.text, t) if first.startswith("ال") and t.heads[first] in _MASCULINE else None
        body = n is not None and n.kind in _BODIES and fold(draft.cue.text).lstrip("وف") in _FEMININE
        return n is not None and n.feminine is False and (body or (n.kind is Kind.PERSON and not n.words))
    if draft.feminine is None or fold(draft.cue.text).lstrip("وف") not in _TRANSITIVE:
        return False
    n = named(draft.mention.text, t)
    return n is not None and n.kind in _BODIES and _feminine(first, n)


def _accuses(draft: Draft, t: Titles) -> bool:
    """«…، واتهمت المعارضة بـ»: who is accused where nobody else stands there, and one spoke before in the sentence."""
    assert draft.cue is not None
    assert draft.mention is not None
    if fold(draft.cue.text) not in _ACCUSES:
        return False
    words = draft.mention.text.split()
    n = named(draft.mention.text, t)
    return len(words) <= _ONE and n is not None and not n.words


def _feminine(first: str, n: Named) -> bool:
    return n.feminine is True and (n.kind is Kind.STATE or first.endswith("ه"))


def _accusative(first: str, t: Titles) -> bool:
    """«الحوثيين», «المسؤولين»: a sound plural in the case of objects."""
    plural = first.startswith("ال") and first.endswith("ين") and len(first) >= _SHORTEST
    stem = bare(first)[:-2]
    return plural and (stem in t.nations or t.heads_person(stem) or first.endswith("يين"))
