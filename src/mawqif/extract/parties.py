"""Where a subject ends before the party addressed, accused or blamed, or before what is explained."""

from __future__ import annotations

from mawqif.arabic import bare
from mawqif.extract import behind
from mawqif.extract.view import View
from mawqif.extract.words import QUALIFYING, is_in

_SHORTEST = 5  # letters of a family name with its article, at least
_SHORT = 3  # letters of a noun with the ending of an object, more than that
_ALL = frozenset(("جميع", "كافه", "كل", "ساير"))
IN_PLACE = frozenset(("في", "من", "عن", "لدي", "الي", "على"))


def before_object(v: View, first: int, last: int) -> int:
    """Where the second noun phrase begins after a cue that names the party addressed: «اتهم الحزب الحكومة بـ»."""
    last = before_all(v, first, last)
    end = last
    while end - 1 > first and (_adjective(v, end - 1) or _qualifies(v, first, end - 1)):
        end -= 1
    noun = end - 1
    if noun <= first:
        return last
    definite = v.forms[noun].startswith("ال") or bare(v.forms[noun]) in v.index.states
    joined = v.forms[noun].startswith("و") or v.word(noun - 1) in IN_PLACE
    closed = v.forms[noun - 1].startswith("ال") or _adjective(v, noun - 1) or v.forms[noun - 1].endswith("ون")
    closed = closed or (noun - 1 == first and v.forms[first] in v.index.states) or behind.lone_name(v, first, noun)
    return noun if definite and closed and not joined else last


def before_all(v: View, first: int, last: int) -> int:
    """Where all of a party or an indefinite object begins: «حذر المتحدث جميع السكان», «اتهم حلزان كتلا»."""
    for j in range(first + 1, last):
        form, before = v.forms[j], v.forms[j - 1]
        closed = before.startswith(("ال", "لل")) or _adjective(v, j - 1) or bare(before) in v.index.states
        if closed and (form in _ALL or (form.startswith("لل") and v.forms[first] in v.index.states)):
            return j
        plain = form[-1] == "ا" and len(form) > _SHORT and form not in v.index.given and not form.startswith("ال")
        if plain and closed and is_in(form[:-1], v.index.heads):
            return j
    return last


def after_nationality(v: View, first: int, last: int) -> int:
    """«شكر وزير الري الدرواني دول الجوار»: where a noun begins behind an office that its nationality closes."""
    if not is_in(v.forms[first], v.index.roles):
        return last
    for j in range(first + 2, last):
        form = v.forms[j]
        body = form in v.index.heads and form not in v.index.roles and form not in v.index.unnamed
        if _adjective(v, j - 1) and (body or form in v.index.common) and form not in v.index.given:
            return j
    return last


def before_title(v: View, first: int, last: int) -> bool:
    """Whether a lone family name stands before a definite title, which is the object's: «شكر المرداسي الأمير سامر»."""
    form, after = v.forms[first], v.forms[first + 1] if first + 1 < last else ""
    if not (form.startswith("ال") and form.endswith("ي") and after.startswith("ال") and is_in(after, v.index.roles)):
        return False
    return not (is_in(form, v.index.heads) or form in v.index.common or v.gap(first + 1).strip())


def family_name(v: View, first: int, last: int) -> bool:
    """Whether a definite word in «ي» of which the language knows nothing is the subject: «دعا المرداسي الحزب إلى»."""
    form = v.forms[first]
    if not (form.startswith("ال") and form.endswith("ي") and len(form) > _SHORTEST) or form in v.index.heads:
        return False
    unknown = not (v.index.titles.words[form] or bare(form) in v.index.titles.nations)
    return unknown and not is_in(form, v.index.heads) and first + 1 < last


def before_body(v: View, first: int, last: int) -> bool:
    """Whether a lone family name stands before the body that it addresses: «دعا المرداسي حزب الماء إلى»."""
    if not family_name(v, first, last) or v.gap(first + 1).strip():
        return False
    form = v.forms[first + 1]
    return form in v.index.heads and form not in v.index.roles and form not in v.index.given


def before_noun(v: View, first: int, last: int) -> int:
    """Where what is explained begins behind a definite subject: «أرجع الخبير سبب الأزمة إلى …»."""
    if v.forms[first].startswith("ال"):
        for j in range(first + 1, last):
            form, before = v.forms[j], v.forms[j - 1]
            named = form in v.index.given or (form.startswith("ال") and j > first + 1) or _adjective(v, j)
            if before.startswith("ال") and not named and not is_in(form, v.index.roles):
                return j if j + 1 < last or form.startswith("ال") else last
    return last


def _adjective(v: View, j: int) -> bool:
    return v.forms[j].startswith("ال") and v.forms[j].endswith(("ي", "يه", "يين"))


def _qualifies(v: View, first: int, j: int) -> bool:
    """Whether the word at token j is an adjective of institutions that agrees with the noun before it or with the head:
    «الأمم المتحدة», «الحزب الحاكم»; in «اتهم الحزب المعارضة» it is the accused."""
    form = v.forms[j]
    if not form.startswith("ال") or form[2:] not in QUALIFYING:
        return False
    feminine = form.endswith("ه") or form[2:] in ("عليا", "كبري", "وسطي", "عظمي", "اولي")
    return any(v.forms[i].endswith(("ه", "ات", "امم", "دول", "قوي")) is feminine for i in (j - 1, first))
