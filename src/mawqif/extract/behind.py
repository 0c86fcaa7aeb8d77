"""What stands right behind the subject of a verb of saying and is no part of it: an object, a manner, a time."""

from __future__ import annotations

import re

from mawqif.arabic import bare, fold
from mawqif.extract.view import View
from mawqif.extract.words import MOMENTS, STRESS, is_in

_MANNER = STRESS | frozenset(
    fold(w)
    for w in (
        "هاتفيا شخصيا علنيا كتابيا خطيا شفهيا شفويا حصريا تلفزيونيا إعلاميا صحفيا صحافيا مباشرة تلفونيا إلكترونيا "
        "ضمنيا تلميحا تصريحا أيضا كذلك قائلا قائلة مجددا بحسب وفقا وفق طبقا بنفسه بنفسها عندها حينئذ عندئذ "
        "ساعتها وقتذاك"
    ).split()
)
_STATE = re.compile(r"م[^اوي][ء-ي]{2,4}ا")  # a participle as it tells a state
_FOR = frozenset((fold("باسم"), "بلسان"))
_SPOKESMEN = ("متحدث", "ناطق")


def of_the_verb(v: View, first: int, j: int) -> bool:
    """Whether the word at token j tells how, when or for whom it was said: «حلزوف هاتفيا», «المرداسي باسم المجلس»."""
    form, before = v.forms[j], v.forms[j - 1]
    if form in _FOR:
        if is_in(before, v.index.heads) or any(bare(f).startswith(_SPOKESMEN) for f in v.forms[first:j]):
            return False
        return j + 1 < len(v.forms) and (v.forms[j + 1].startswith("ال") or is_in(v.forms[j + 1], v.index.heads))
    if _STATE.fullmatch(form) and j + 1 < len(v.forms) and v.forms[j + 1].startswith("ال"):
        return not (form in v.index.given or is_in(form, v.index.heads))  # «حلزوف مخاطبا الحشد»
    return form in MOMENTS or form in _MANNER


def lone_name(v: View, first: int, noun: int) -> bool:
    """Whether one word that is no noun stands before a common one: «وصف حلزوف الهجوم بأنه …»."""
    form = v.forms[first]
    known = form in v.index.common or is_in(form, v.index.heads)
    return noun == first + 1 and not known and _thing(v, v.forms[noun])


def _thing(v: View, form: str) -> bool:
    """Whether a definite word is a thing or what is done, which no family name is."""
    return any(bare(form) in words for words in (v.index.common, v.index.objects, v.index.deeds))
