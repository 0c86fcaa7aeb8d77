"""Where a personal name begins and ends among the words of a mention.

A name begins after its titles and ends before the first word that no name holds. Words are folded.
"""

from __future__ import annotations

from mawqif.arabic import bare
from mawqif.names.titles import Titles

_PLACED = frozenset(("في", "لدي", "من", "عن", "الي", "على"))


def name_start(forms: list[str], t: Titles) -> int | None:
    """Where the personal name begins; None where the mention holds none."""
    i, seen = 0, False
    while i < len(forms):
        form = forms[i]
        if form in '،,/«»“”"':
            i += 1
        elif form in "()":
            return None
        elif (form in t.lists["particles"] and i + 1 < len(forms)) or (
            i
            and seen
            and form.startswith("ال")
            and t.has("honorifics", forms[i - 1])
            and (not t.title(form) or (i + 1 == len(forms) and t.has("adjectives", form)))
        ):
            return i
        elif (
            form in _PLACED and seen and forms[i - 1] != "،" and forms[i + 1 : i + 2] not in (["ان"], ["انه"], ["انها"])
        ):
            i += 2
        elif t.has("breaks", form) or t.has("objects", form):
            return None
        elif (
            t.title(form)
            or (seen and (t.has("common", form) or form.endswith("ات")))
            or form in t.states
            or (seen and form.startswith(("ال", "لل", "بال", "وال")))
        ):
            seen = seen or t.title(form)
            i += 1
        elif (
            i + 1 < len(forms)
            and forms[i + 1].startswith("ال")
            and seen
            and i
            and t.title(forms[i - 1])
            and not t.has("honorifics", forms[i - 1])
            and not forms[i - 1].startswith("ال")
            and not (i + 2 >= len(forms))
        ):
            i += 2
        elif (
            i
            and forms[i - 1] not in t.lists["particles"]
            and forms[i - 1].lstrip("ب") in t.lists["places"]
            and form not in t.lists["given"]
        ):
            i += 1
        elif form not in t.lists["given"] and (later := _given_later(forms, i, t)):
            return later
        else:
            return i
    return None


def _given_later(forms: list[str], first: int, t: Titles) -> int | None:
    """Where a usual given name begins within the next words, if a word before it cannot belong to a name."""
    for j in range(first + 1, min(first + 5, len(forms) - 1)):
        if forms[j] in "،,()" or t.has("breaks", forms[j]):
            return None
        if (
            forms[j] in t.lists["given"]
            and forms[j - 1] not in t.lists["particles"]
            and not t.has("honorifics", forms[first])
        ):
            return (
                j if t.title(forms[j - 1]) or forms[j - 1].startswith(("ال", "لل")) or forms[j - 1] in '»”"' else None
            )
    return None


def _titles(forms: list[str], i: int, t: Titles) -> bool:
    """Whether the word at i begins another title, and is no name after «بن»."""
    form, particles = forms[i], t.lists["particles"]
    return t.title(form) and form not in particles and not form.startswith("ال") and forms[i - 1] not in particles


def _conjoined(form: str, t: Titles) -> bool:
    """Whether a word begins with «و» as a conjunction, and not as the first letter of a name."""
    return form.startswith("و") and form not in t.lists["given"] and form not in t.lists["particles"]


def name_end(forms: list[str], start: int, t: Titles) -> int:
    """Where the name that begins at `start` ends (exclusive): before the first word that no name holds."""
    i = start
    while i < len(forms) and i - start < 7:
        form = forms[i]
        if form in '،,()«»“”"/' or t.has("breaks", form):
            break
        if i > start and _titles(forms, i, t):
            break
        if i > start + 1 and bare(form) in t.lists["roles"] and forms[i - 1] not in t.lists["particles"]:
            break
        if i > start and (
            t.has("common", form)
            or form in t.lists["objects"]
            or (i > start + 1 and form.endswith("ه") and not form.startswith("ال"))
        ):
            break
        if i - start >= 4 and forms[i - 1] not in t.lists["particles"] and form not in t.lists["particles"]:
            break
        if i > start and (form.startswith("لل") or (form in ("ل", "لكنه", "لكن", "بن") and i + 1 == len(forms))):
            break
        if i > start and (form.endswith("وا") or _conjoined(form, t)):
            break
        if i > start + 1 and (bare(form) in t.lists["organizations"] or bare(form) in t.lists["documents"]):
            break
        if i > start and (form.startswith(("لت", "بال")) or (form.startswith("ال") and form.endswith("ات"))):
            break
        if i > start and form[0] == "ل" and t.title(form[1:]):
            break
        i += 1
    return i


def quoted_name(forms: list[str], t: Titles) -> int | None:
    """Where a name in marks begins after a title: «مدير المركز "فلان الفلاني"»."""
    for i, form in enumerate(forms[1:-2], 1):
        if form in '«“"' and t.heads_person(forms[0]):
            known = forms[i + 1] in t.lists["given"] or forms[i + 1] in t.lists["particles"]
            closed = len(forms) - i <= 5 or any(f in '»”"' for f in forms[i + 3 : i + 6])
            return i + 1 if known and closed else None
    return None


def can_begin(form: str, t: Titles) -> bool:
    """Whether a word can begin a name: a usual given name, or no present verb by its first letter."""
    return form in t.lists["given"] or form in t.lists["particles"] or not form.startswith("ي")
