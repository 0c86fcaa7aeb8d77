"""Common words that are part of a name where they stand: family names that are nouns and adjectives."""

from __future__ import annotations

from mawqif.names.closed import MARKS
from mawqif.names.titles import Titles


def describes(form: str, t: Titles) -> bool:
    """Whether a word is an adjective of the common ones, without article and clitics, and no title."""
    return t.known.words.get(form) == "adjectives" and t.words[form] == "adjectives" and not t.title(form)


def closes(forms: list[str], i: int, t: Titles) -> bool:
    """Whether word i is a family name by its look: definite, in «ي», and no common word."""
    form = forms[i] if i < len(forms) else ""
    return form.startswith("ال") and form.endswith("ي") and not t.words[form] and not t.has("adjectives", form)


def usual_surname(forms: list[str], start: int, i: int, t: Titles) -> bool:
    """Whether a definite common word is a family name here: last after a first name, or in «ي» after such a name."""
    form, before = forms[i], forms[i - 1]
    last = i + 1 == len(forms) or forms[i + 1][0] in MARKS or t.heads_person(forms[i + 1])
    if form[-1] == "ي" and (last or not forms[i + 1].startswith("ال")):
        return forms[start] in t.lists["sure"] or (last and closes(forms, i - 1, t))
    return last and before in t.lists["sure"]
