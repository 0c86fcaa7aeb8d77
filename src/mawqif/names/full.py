"""The full name that a family name ends, found in the words before it."""

from __future__ import annotations

from mawqif.names.before import names_by_look
from mawqif.names.bounds import name_end, starts
from mawqif.names.closed import MASDAR
from mawqif.names.plain import plain
from mawqif.names.titles import Titles


def full_name(forms: list[str], t: Titles, bounded: bool = False) -> int | None:
    """Where the full name begins that the last word, a family name, ends; None where no name leads up to it.

    `bounded`: a comma stands before the words and a mark after them.
    """
    for i in range(len(forms) - 1):
        known = forms[i] in t.lists["given"] or forms[i] in t.lists["particles"] or names_by_look(forms, i)
        titled = i > 0 and (t.heads_person(forms[i - 1]) or t.has("adjectives", forms[i - 1]))
        if (
            (known or (titled and forms[i][0] not in "يتو" and not MASDAR.fullmatch(forms[i])))
            and starts(forms, i, t)
            and name_end(forms, i, t) == len(forms)
        ):
            return i
    i = len(forms) - 2
    if i < 0 or not _unknown_pair(forms[i], forms[-1], t, bounded and not i):
        return None
    while i and forms[i - 1] in t.lists["sure"]:
        i -= 1  # «كارل هينز …»
    return i


def _unknown_pair(first: str, last: str, t: Titles, bounded: bool) -> bool:
    """Whether two words that the language does not know stand for a foreign first name and family name."""
    family = not (t.words[last] or t.has("adjectives", last) or last in t.cities) and last[-1] == "ي"
    if first.startswith("ال") or (last.startswith("ال") and not family) or len(first) < 3 or last in t.lists["given"]:
        return False
    if (first[0] in "ويتن" and not bounded) or first.endswith(("ت", "وا", "هم", "ها", "هن", "يه", "ك")):
        return False
    if first.endswith("ا") and t.words[first[:-1]]:
        return False  # «هدفا»
    rest = first[1:] if first[0] in "بفك" and len(first) > 3 else ""
    if rest and (t.words[rest] or rest in t.lists["cues"] or rest in t.lists["verbs"]):
        return False
    return plain(first, t) and plain(last, t) and not MASDAR.fullmatch(first) and first != "حسب"
