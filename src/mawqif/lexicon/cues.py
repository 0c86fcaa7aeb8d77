"""`cues.yaml`: the words that attribute, conjugated when they are read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mawqif.arabic import fold
from mawqif.errors import LexiconError
from mawqif.lexicon.entries import known, need, strings
from mawqif.lexicon.values import Cue, CueForm
from mawqif.model import Act

_KEYS = frozenset("past present participle noun adverbial act governs soft weak source".split())


def _past(past: str) -> list[CueForm]:
    stem = past[:-1] if past[-1] in "اىي" else past
    feminine = stem if past[-1] != "ي" else past
    dual = past if past[-1] not in "اى" else stem + "ي"
    return [
        CueForm(past, False, None),
        CueForm(feminine + "ت", True, None),
        CueForm(dual + "ا", False, True),
        CueForm(feminine + "تا", True, True),
        CueForm(stem + "وا", False, True),
    ]


def _present(present: str) -> list[CueForm]:
    stem = present[1:]
    plural = stem[:-1] if stem[-1] in "ويى" else stem
    return [
        CueForm("ي" + stem, False, None),
        CueForm("ت" + stem, True, None),
        CueForm("ي" + plural + "ون", False, True),
        CueForm("ي" + stem + "ان", False, True),
        CueForm("ت" + stem + "ان", True, True),
    ]


def _with_pronoun(forms: tuple[CueForm, ...]) -> tuple[CueForm, ...]:
    """«اتهمه», «وصفتها»: the singular forms with the person as a pronoun."""
    one = [f for f in forms if not f.plural or f.form.endswith("ون")]
    return tuple(
        CueForm(f.form + pronoun, f.feminine, f.plural) for f in one for pronoun in ("ه", "ها", "هم", "نا", "ني")
    )


def _participle(stem: str) -> list[CueForm]:
    plural = stem[:-1] if stem[-1] == "ي" else stem
    return [
        CueForm(stem + "ا", False, False),
        CueForm(stem + "ة", True, None),
        CueForm(plural + "ين", False, True),
    ]


def _noun(noun: str) -> list[CueForm]:
    stem = noun[:-1] + "ت" if noun[-1] == "ة" else noun
    out = [CueForm(noun), CueForm(stem + "ه", False, False), CueForm(stem + "ها", True, None)]
    return [*out, CueForm(stem + "هم", False, True), CueForm("ال" + noun)]


_MAKERS = {"past": ("verb", _past), "present": ("verb", _present), "participle": ("participle", _participle)}


def cue(e: Mapping[str, Any], where: str) -> list[Cue]:
    """The cues of one entry: one a word class that it gives, with the forms of each."""
    known(e, _KEYS, where)
    act = e.get("act")
    if act is not None and act not in set(Act):
        raise LexiconError("{where}: '{act}' is no act; take one of {acts}", where=where, act=act, acts=", ".join(Act))
    governs = frozenset(strings(e.get("governs"), where))
    kind = Act(act) if act else None
    out = []
    for key, (sort, make) in {**_MAKERS, "noun": ("noun", _noun)}.items():
        if key in e:
            forms = tuple(CueForm(fold(f.form), f.feminine, f.plural) for f in make(need(e, key, where)))
            if governs & {"person", "told", "held"} and sort == "verb":
                forms += _with_pronoun(forms)
            soft, weak = bool(e.get("soft")), bool(e.get("weak"))
            out.append(Cue(need(e, key, where), sort, kind, governs, forms, soft, weak))
    for phrase in strings(e.get("adverbial"), where):
        out.append(Cue(phrase, "adverbial", None, frozenset(), (CueForm(fold(phrase)),)))
    if not out:
        raise LexiconError("{where}: a cue needs one of past, present, participle, noun, adverbial", where=where)
    return out
