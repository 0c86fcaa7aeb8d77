"""Which words can belong to a personal name at all: those of which the language knows no other use."""

from __future__ import annotations

from mawqif.names.closed import MARKS, NOUN_LISTS
from mawqif.names.titles import PRONOUN, REMEMBERED, Titles


def plain(form: str, t: Titles) -> bool:
    """Whether a word that is no usual first name can belong to a name at all; remembered by word."""
    found = t.plain.get(form)
    if found is None:
        if len(t.plain) > REMEMBERED:
            t.plain.clear()
        found = t.plain[form] = _is_plain(form, t)
    return found


def _is_plain(form: str, t: Titles) -> bool:
    if (
        form[0] in MARKS
        or form[0].isdigit()
        or form[-1] == PRONOUN
        or form in t.lists["stops"]
        or form in t.states
        or form in t.cities
    ):
        return False
    if form.startswith(("لل", "بال", "وال")) or (form.endswith("وا") and form[-3:] != "اوا"):
        return False
    rest = form[1:] if form[0] in "بلوف" and len(form) > 4 else ""
    if form[0] in "وف" and len(form) > 3 and form[1:] in t.lists["cues"]:
        return False
    if form[0] == "ب" and len(form) == 4 and t.words[form[1:]] == "acts":
        return False  # «هدد فلان بفرض …»
    named = (
        len(rest) > (2 if form[0] == "ب" else 3)
        and rest in t.lists["sure"]
        and form[0] in "ولب"
        and not form.startswith("بل")
    )
    placed = form[0] == "ب" and (rest in t.cities or "ال" + rest in t.cities)
    if rest and (rest in t.states or placed or named or is_noun(rest, t)):
        return False
    if form.startswith(("لت", "لل")) or (form[0] in "بل" and len(form) == 3 and form[1:] in t.lists["verbs"]):
        return False
    if t.title(form) or t.has("common", form) or t.words[form]:
        return False
    if len(form) > 5 and form[0] == "س" and form[1] in "يت" and (form[1:] in t.lists["cues"] or t.words[form[1:]]):
        return False  # «سيحاول»
    return not any(form in t.lists[k] for k in ("objects", "documents", "unnamed"))


def is_noun(word: str, t: Titles) -> bool:
    """Whether a word after a preposition written together with it is a noun of an office or a saying."""
    return any(word in t.lists[k] for k in NOUN_LISTS)
