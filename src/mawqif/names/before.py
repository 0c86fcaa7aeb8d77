"""What stands before a personal name: whether a title can be over there, whether a body is named after somebody."""

from __future__ import annotations

from mawqif.names.closed import COMPOUND, OF_FAITH
from mawqif.names.titles import Titles


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


def spoken_for(forms: list[str], i: int, t: Titles) -> bool:
    """«متحدث باسم النوري»: whether word i is for whom somebody else speaks."""
    return i > 1 and forms[i - 1] == "باسم" and t.heads_person(forms[i - 2])


def names_institution(form: str, t: Titles) -> bool:
    """Whether a word is what is named after persons: «جامعة الملك …», «غرفة عمليات …»."""
    if not form or form.startswith(("ال", "وال")):
        return False
    joined = form[0] in "بل" and (form[1:] in t.lists["common"] or form[1:] in t.lists["places"])
    word = form[1:] if joined else form
    named = ("organizations", "common", "places", "states", "documents")
    return bool(t.listed[word]) and any(word in t.lists[k] for k in named) and word not in t.lists["roles"]


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
