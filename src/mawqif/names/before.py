"""What stands before a personal name: whether a title can be over there, whether a body is named after somebody."""

from __future__ import annotations

from mawqif.arabic import bare
from mawqif.names.closed import COMPOUND, HONOURED, MARKS, NAMED_AFTER, OF_FAITH, PROPER
from mawqif.names.titles import Titles

_DESCRIBED = 6  # words of a description before a name


def complete(forms: list[str], i: int, t: Titles) -> bool:
    """Whether the title before word i can be over there: it ends definite, with a nationality, a place or a mark."""
    before = forms[i - 1]
    if before in '«“"' and i > 1:
        return forms[i - 2].startswith(("ال", "لل")) or t.has("adjectives", forms[i - 2])
    if before in '،»”")' or before in t.cities or before in t.states or t.has("honorifics", before):
        return True
    if before.startswith(("ال", "لل", "بال", "وال")) or t.has("adjectives", before):
        return True
    if before.endswith(("ه", "ها", "هم")) and before.rstrip("مها") in t.lists["roles"]:
        return True  # «رئيسه فلان»
    placed = i > 1 and (forms[i - 2] in ("في", "لدي") or t.has("places", forms[i - 2]))
    return placed or before.startswith(("سابق", "حاليا"))


def after_title(before: str, t: Titles) -> bool:
    """Whether a word is a definite role or an honorific: «المحامية لينا حلزان»."""
    return before.startswith("ال") and t.heads_person(before)


def goes_with_office(forms: list[str], i: int) -> bool:
    """«الوزير سابقا فلان», «شيخ شمل القبائل»: whether word i goes on with an office."""
    return i > 0 and (forms[i] in ("سابقا", "حاليا") or (forms[i] == "شمل" and forms[i - 1] == "شيخ"))


def spoken_for(forms: list[str], i: int, t: Titles) -> bool:
    """«متحدث باسم النوري»: whether word i is for whom somebody else speaks."""
    return i > 1 and forms[i - 1] == "باسم" and t.heads_person(forms[i - 2])


def names_institution(form: str, t: Titles) -> bool:
    """Whether a word is what is named after persons: «جامعة الملك …», «غرفة عمليات …»."""
    if not form or form.startswith(("ال", "وال")) or form in PROPER:
        return False
    joined = form[0] in "بل" and (form[1:] in t.lists["common"] or form[1:] in t.lists["places"])
    word = form[1:] if joined else form
    named = ("organizations", "common", "places", "states", "documents")
    return bool(t.listed[word]) and any(word in t.lists[k] for k in named) and word not in t.lists["roles"]


def introduces(forms: list[str], t: Titles) -> bool:
    """«الزائر سامر النوري», «أحد أعضاء الفريق سامر النوري»: whether a description of one is followed by the name.

    The word before the name is definite and no title, whose own the name would be.
    """
    if forms[0].endswith(("ون", "ين", "ات")):
        return False
    for i in range(1, min(len(forms) - 1, _DESCRIBED)):
        form, before, after = forms[i], forms[i - 1], forms[i + 1]
        if form in t.lists["stops"] or form[0] in MARKS:
            return False
        if form in t.lists["given"] and before.startswith("ال") and not (i > 1 and t.heads_person(before)):
            last = i + 2 == len(forms) or not (t.words[after] or t.title(after))
            return after in t.lists["given"] | t.lists["particles"] or (after.startswith("ال") and last)
    return False


def introduced(forms: list[str], i: int, t: Titles) -> bool:
    """«الخطاط سامر النوري», «… بالواحة سامر النوري»: whether an unknown word before a first name is no part of it.

    A definite one at the beginning is what somebody is; one with «ب» tells where.
    """
    form = forms[i]
    if form in t.lists["given"] or form in t.lists["particles"]:
        return False
    if i == 0:
        return form.startswith("ال") and len(forms) > 2
    return form[0] == "ب" and len(form) > 4 and forms[i - 1].startswith("ال")


def by_nation(forms: list[str], i: int, t: Titles) -> bool:
    """«مدرب الفريق الدرواني حلزوف»: whether one word behind a nationality ends the mention, or a role follows it."""
    before = forms[i - 1]
    if len(forms[i]) < 4 or before.endswith("ه"):  # «السورية نت», an outlet
        return False
    if not (before.startswith("ال") and bare(before) in t.nations and (i == 1 or t.heads_person(forms[0]))):
        return False
    return i + 1 == len(forms) or forms[i + 1][0] in MARKS or t.heads_person(forms[i + 1])


def eponym(forms: list[str], i: int, t: Titles) -> bool:
    """«مدير جسر الملك …»: whether word i begins the name of a ruler after whom a place or a body is named."""
    first = i
    while first and (forms[first - 1] in HONOURED or t.has("honorifics", forms[first - 1])):
        first -= 1
    if first < 1 or first == i or forms[first] not in HONOURED:
        return False
    place = forms[first - 1]
    return place in NAMED_AFTER or (place[0] in "بلو" and place[1:] in NAMED_AFTER)


def governed(forms: list[str], end: int, i: int, t: Titles) -> bool:
    """«فلان التابع للشيخ …»: whether a title written together with «ل» stands between a name's end and word i."""
    return any(
        f[0] == "ل" and t.heads_person("ال" + f[2:] if f[1] == "ل" else f[1:]) for f in forms[end:i] if len(f) > 3
    )


def names_by_look(forms: list[str], i: int) -> bool:
    """«بان كي مون»: a first name that looks like a particle, «فتح الله» like a verb, «عز الدين» like an adverb."""
    if forms[i] in COMPOUND and forms[i + 1 : i + 2] and forms[i + 1] in OF_FAITH:
        return True
    return forms[i] == "بان" and forms[i + 1 : i + 2] == ["كي"]
