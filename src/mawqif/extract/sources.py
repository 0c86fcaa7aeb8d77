"""Sources behind an outlet: who speaks where the verb's subject only passes it on, and how it is said that one stays
unnamed.

«ذكرت صحيفة … نقلا عن مسؤولين أن»; «علمت الأفق من مصادرها أن»; «نقلت وكالة … عن مصدر لم تسمه في الوزارة أن».
"""

from __future__ import annotations

from mawqif.arabic import bare, fold
from mawqif.extract.speech import Frame
from mawqif.extract.view import View
from mawqif.extract.words import is_in
from mawqif.lexicon import Cue
from mawqif.model import Span

_LEARNING = fold("علم")
# «مصدر لم تسمه»: verbs with the pronoun of whom they do not name
_NAMING = frozenset(v + p for v in ("تسم", "يسم", "نسم", "تحدد", "يحدد") for p in ("ه", "ها", "هم", "هما"))

# «لم تعلن هويته», «لم يكشف عن أسمائهم»
_TELLING = frozenset(fold(w) for w in "تعلن يعلن تكشف يكشف تذكر يذكر تحدد يحدد تفصح يفصح".split())
_IDENTITY = frozenset(
    fold(w + p)
    for w, endings in (("هويت", "ه ها هم هما"), ("اسم", "ه ها هما"), ("أسماء", "هم"), ("أسمائ", "هم"), ("اسمي", "هما"))
    for p in endings.split()
)

_OPENING, _CLOSING = ("«", "(", '"', "“"), '»)"”'
_OPENED, _OUTLET = 3, 5  # tokens before the mark that opens an outlet's name, and words of the name


def unnamed(v: View, j: int) -> int:
    """How many tokens from j on say that a source stays unnamed, which break no mention; 0 where none do."""
    if v.forms[j] != "لم" or j + 2 >= len(v.forms):
        return 0
    if v.forms[j + 1] in _NAMING:
        return 2
    told = j + 2 + (v.forms[j + 2] == "عن")
    return told + 1 - j if v.forms[j + 1] in _TELLING and told < len(v.forms) and v.forms[told] in _IDENTITY else 0


def origin(v: View, i: int, frame: Frame, cue: Cue) -> int | None:
    """The token of the source behind the subject of the cue at token i; None where it has none of its own."""
    for j in range(i + 1, frame.subject_end - 2):
        if v.forms[j] == "نقلا" and v.forms[j + 1] == "عن":
            return j + 2
    if fold(cue.lemma) != _LEARNING:
        return None
    for j in range(i + 2, frame.subject_end - 1):
        if v.forms[j] == "من" and is_in(v.forms[j + 1], v.index.unnamed):
            return j + 1
    return None


def past_outlet(v: View, first: int, last: int) -> int | None:
    """«لـ"الأفق" أطباء العيون», «لصحيفة (الأفق) مصدر»: the token behind an outlet in marks that was told; None if none.

    An adjective of the outlet goes with it: «لصحيفة "الأفق" المحلية».
    """
    form = v.forms[first]
    outlet = bare(form) if form.startswith("لل") else form[1:]
    if form[0] != "ل" or not (form == "ل" or outlet in v.index.media):
        return None
    opened = next((k for k in range(first + 1, min(last, first + _OPENED)) if v.gap(k)[-1:] in _OPENING), last)
    for j in range(opened + 1, min(last, opened + _OUTLET) + 1):
        if any(c in _CLOSING for c in v.gap(j)):
            told = v.forms[j] if j < last else ""
            return j + (form != "ل" and told.startswith("ال") and told.endswith(("ي", "يه")))
    return None


def edition(v: View, first: int, j: int) -> bool:
    """«البوابة الإلكترونية لصحيفة …»: whether «لصحيفة» at token j tells whose the outlet at token `first` is."""
    return 0 < j - first <= 2 and bare(v.forms[first]) in v.index.media and bare(v.forms[j][1:]) in v.index.media


def source_of(v: View, at: int, mention: Span | None, phrase: Span | None) -> tuple[Span | None, tuple[Span, ...]]:
    """The source `phrase` at token `at`, and the subject before it as its relay."""
    if phrase is None:
        return mention, ()
    if mention is None or mention.start >= v.starts[at]:
        return phrase, ()
    between = at - 1 if v.forms[at - 1] == "من" else at - 2
    relay = mention if mention.end <= v.starts[between] else v.span(v.at(mention.start), between)
    return phrase, (relay,) if relay else ()
