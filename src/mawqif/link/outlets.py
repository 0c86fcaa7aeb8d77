"""Which outlets a report names as its source or as the one to whom something was said: evidence of whose work it is."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

from mawqif.arabic import fold
from mawqif.lexicon import Lexicon
from mawqif.lexicon.outlets import outlet_names
from mawqif.model import Passage

_TO = "ل"
# before the name, or before its kind: «نقلا عن صحيفة …», «لـ«…»»
_SOURCES = frozenset(("ل", "الي", "عن", "بحسب", "حسب", "وفق", "ذكرت", "ذكرته", "نشرت", "نشرته", "كشفت", "نقلت", "مع"))

_Names = Mapping[str, Sequence[tuple[tuple[str, ...], str, bool]]]  # words, outlet, only in quotation marks


def house(outlet: str | None, lexicon: Lexicon) -> str | None:
    """The name in the lexicon of an outlet as it was given; as given where the lexicon has none."""
    if outlet is None:
        return None
    words = tuple(fold(outlet).split())
    if known := outlet_names(lexicon).get(" ".join(words)):
        return known
    forms = _names(lexicon).get(words[0], ()) if words else ()
    return next((name for form, name, _quoted in forms if form == words), outlet)


def named(cut: Passage, lexicon: Lexicon) -> frozenset[str]:
    """The outlets to which somebody speaks in a report, or which it follows, by their names in the lexicon.

    A name stands behind «لـ», «نقلا عن», «بحسب» and the like; one that is merely told of does not count. A name that is
    also a common word («اليوم») counts with its kind before it («صحيفة اليوم») or in quotation marks («قال لـ«اليوم»»).
    """
    names = _names(lexicon)
    found: set[str] = set()
    for sentence in cut.sentences:
        for i in range(sentence.first, sentence.last):
            for words, outlet, quoted in names.get(cut.tokens[i].form, ()):
                end = i + len(words)
                if tuple(t.form for t in cut.tokens[i:end]) != words or (quoted and not _marked(cut, i, end)):
                    continue
                behind = i > sentence.first and cut.tokens[i - 1].form in _SOURCES
                if behind or (not quoted and words[0].startswith(_TO)):
                    found.add(outlet)
    return frozenset(found)


def _marked(cut: Passage, first: int, end: int) -> bool:
    """Whether words stand alone in quotation marks."""
    return cut.gaps[first].endswith("«") and end < len(cut.gaps) and cut.gaps[end].startswith("»")


@functools.lru_cache(maxsize=8)
def _names(lexicon: Lexicon) -> _Names:
    """The names of outlets that are no agencies, by their first word; those without their kind only in marks."""
    kinds = {fold(w) for w in lexicon.list("titles.media")}
    names: dict[str, dict[tuple[str, ...], tuple[str, bool]]] = {}
    for outlet in lexicon.outlets:
        if outlet.agency:
            continue
        for form in (outlet.name, *outlet.aliases):
            words = tuple(fold(form).split())
            names.setdefault(words[0], {}).setdefault(words, (outlet.name, False))
            if words[0] in kinds and len(words) > 1:
                names.setdefault(words[1], {}).setdefault(words[1:], (outlet.name, True))
                names.setdefault(_TO + words[0], {})[(_TO + words[0], *words[1:])] = (outlet.name, False)
    return {first: [(w, name, quoted) for w, (name, quoted) in forms.items()] for first, forms in names.items()}
