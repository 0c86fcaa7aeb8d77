"""Common words that are part of a name where they stand: family names that are nouns and adjectives."""

from __future__ import annotations

from mawqif.arabic import bare
from mawqif.names.before import complete
from mawqif.names.closed import MARKS, NOUN_LISTS, OFFICES, SURNAMES
from mawqif.names.titles import PRONOUN, Titles


def describes(form: str, t: Titles) -> bool:
    """Whether a word is an adjective of the common ones, without article and clitics, and no title."""
    return t.known.words.get(form) == "adjectives" and t.words[form] == "adjectives" and not t.title(form)


def closes(forms: list[str], i: int, t: Titles) -> bool:
    """Whether word i is a family name by its look: definite, in «ي», and no common word."""
    form = forms[i] if i < len(forms) else ""
    return form.startswith("ال") and form.endswith("ي") and not t.words[form] and not t.has("adjectives", form)


def named_on(forms: list[str], i: int) -> bool:
    """Whether a family name or a father's name follows word i."""
    after = forms[i + 1] if i + 1 < len(forms) else ""
    return after == "بن" or (after.startswith("ال") and after.endswith("ي"))


def familial(form: str) -> bool:
    """Whether a word ends as family names do: «الكاتب خلف الحربي»."""
    return form.startswith("ال") and form.endswith("ي") and len(form) > 4


def usual_surname(forms: list[str], start: int, i: int, t: Titles) -> bool:
    """Whether a definite common word is a family name here: last after a first name, or in «ي» after such a name."""
    form, before = forms[i], forms[i - 1]
    last = i + 1 == len(forms) or forms[i + 1][0] in MARKS or t.heads_person(forms[i + 1])
    if form[-1] == "ي" and (last or not forms[i + 1].startswith("ال")):
        titled = start > 0 and last and forms[start] in t.lists["given"] and complete(forms, start, t)
        return forms[start] == "عبد" or forms[start] in t.lists["sure"] or titled or (last and closes(forms, i - 1, t))
    return last and before in t.lists["sure"]


def between(forms: list[str], start: int, i: int, t: Titles) -> bool:
    """Whether word i stands between a title with a first name and what ends the name: a mark, a role, a family name."""
    if forms[i] in t.states or forms[i] in t.cities:
        return False
    if not (t.has("honorifics", forms[start - 1]) or complete(forms, start, t)):
        return False
    return i + 1 == len(forms) or forms[i + 1][0] in MARKS or t.heads_person(forms[i + 1]) or closes(forms, i + 1, t)


def office_next(forms: list[str], i: int, t: Titles) -> bool:
    """Whether an office follows a definite role, which is a family name then: «فلان المرشد المدير»."""
    if forms[i] in SURNAMES:
        return t.heads_person(forms[i + 1])
    return bare(forms[i]) not in OFFICES and bare(forms[i + 1]) in OFFICES


def closing(forms: list[str], i: int, t: Titles) -> bool:
    """Whether a word behind a first name ends the mention, or its title follows: then it is the family name."""
    form, after = forms[i], forms[i + 1] if i + 1 < len(forms) else ""
    last = not after or after[0] in MARKS
    if not (last or t.heads[after] in ("person", "unnamed") or after in t.lists["stops"]):
        return False
    if last and form in t.lists["verbs"] and len(form) > 3 and form not in t.lists["adverbs"] | t.lists["cues"]:
        return True  # «وارن تراس», which looks like «ترأس»
    if form[-1] == PRONOUN or form.startswith(("ال", "لل", "وال")) or form in t.lists["stops"]:
        return False
    if form.startswith("با") and form[2:3] != "ل" and last and len(form) > 4 and t.words[form] in ("", "deeds", "acts"):
        return True  # «سامر باحلزان», as in Hadramawt
    if form[0] in "بل" and len(form) > 4 and t.words[form[1:]]:
        return False  # «حلزوف بمواقف …»
    if form[0] in "بلوف" and (
        t.heads[form[1:]] or form.endswith(("ين", "ات", "ا")) or any(form[1:] in t.lists[k] for k in NOUN_LISTS)
    ):
        return False
    if form[0] == "و" or form in t.states or t.words[form] == "deeds" or (t.words[form] and form.endswith("ا")):
        return False
    nation = form[0] in "بل" and bare(form[1:]) in t.nations
    if nation or (form.startswith("بال") and t.words[form]) or form in OFFICES:
        return False
    nouns = ("documents", "objects", "organizations", "common")
    people = any(form in t.lists[k] for k in ("roles", "unnamed", "honorifics"))
    return not any(form in t.lists[k] for k in nouns) and (last or not people)
