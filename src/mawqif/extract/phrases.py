"""Where the noun phrase of a source may begin, and what goes on with it."""

from __future__ import annotations

import re

from mawqif.arabic import bare, fold
from mawqif.extract import sources
from mawqif.extract.parties import IN_PLACE
from mawqif.extract.view import View
from mawqif.extract.words import CIRCUMSTANCES, OCCASIONS, STOPS, is_in
from mawqif.model import Span

# a preposition with its pronoun: «فيهما», «عنها»
WITH_PRONOUN = re.compile(
    r"[وف]?(?:(?:في|علي|الي|عن|لدي|عند|بين|حول|ضد|نحو|دون|مع|خلال|قبل|بعد|امام|وراء|ضمن|عبر|وسط|تحت|فوق|اثناء)(?:ه|ها|هم|هما|هن|نا|كم)|من(?:ه|ها|هم|هما|كم)|[بل](?:ه|ها|هم|هما|نا|كم))"
)
_NO_SUBJECT = frozenset(
    fold(w) for w in "أو ثم بل لا ما مما ولا وما أم إلا سوى مثل كي لكي حيثما كلما إذا لو لأن كأن".split()
)
_POINTING = frozenset(fold(w) for w in "ذلك هذا هذه تلك على إلى غير كل بعض".split()) | {"على"}
_SOME = frozenset(
    fold(w) for w in "عدد عديد كثير كثيرين كثيرون مجموعة جمع جملة لفيف نخبة حشد آلاف مئات عشرات عددا".split()
)
_COMPARED = frozenset(fold(w) for w in "أكثر أزيد أقل أغلب".split())
_NUMBERS = frozenset(
    fold(w)
    for w in "مائة مئة مائتي مئتي مئتين مائتين ألف ألفي ألفين مليون مليوني نصف ثلث ثلثي ربع عشرة عشر عشرين ثلاثين "
    "أربعين خمسين ستين سبعين ثمانين تسعين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة ثلاث أربع خمس ست سبع ثماني تسع "
    "ثلاثمائة أربعمائة خمسمائة ستمائة سبعمائة ثمانمائة تسعمائة عشرات مئات آلاف".split()
)
_AGAIN = 9  # tokens within which a preposition stands again
AROUND = frozenset(fold(w) for w in "هناك وهناك نحو حوالي قرابة زهاء".split())  # «نحو 157 شركة», «هناك دراسة»


def opens(v: View, first: int) -> bool:
    """Whether a subject can begin at a token: no preposition, conjunction or verb of speech."""
    form = v.word(first)
    if len(form) == 1 and not v.gap(first + 1).startswith(".") if first + 1 < len(v.forms) else False:
        return False  # «في سنة 2005 م»
    if form == "ام" and first + 1 < len(v.forms) and v.forms[first + 1] in v.index.given:
        return True  # «أم محمد»
    if form in _NO_SUBJECT or WITH_PRONOUN.fullmatch(form) or _first_person(v, form):
        return False
    if form[0] == "ل" and v.index.titles.known.words.get(form[1:]) == "people":
        return False  # «قال لشباب الواحة: …»
    joined = form[0] in "وف" and len(form) > 2 and form not in v.index.given
    if joined and form not in v.index.heads and (form[1:] in _POINTING or bare(form[1:]) in v.index.common):
        return False
    if joined and (form[1:] in v.index.verbs or form[1:] in _NO_SUBJECT):
        return False
    if form.startswith("بال") and not (form in v.index.given or form.endswith(("ي", "و"))):
        return False
    if form[0] == "ل" and form not in v.index.given and form[1:] in v.index.given:
        return False  # «قال لسامر»
    if form in STOPS or (joined and (form[1:] in STOPS or v.word(first)[1:] in CIRCUMSTANCES)):
        return False
    cue = v.cue(first)
    told = cue is not None and cue[0].sort == "verb" and not (cue[0].weak or form in v.index.given)
    return not told or is_in(form, v.index.heads)


def source(v: View, j: int) -> bool:
    """Whether a source stands at token j by its title, its first name or as a family name looks."""
    form = v.forms[j]
    if is_in(form, v.index.heads) or form in v.index.given:
        return True
    family = form.startswith("ال") and form.endswith("ي") and not v.index.titles.words[form]
    return family and bare(form) not in v.index.titles.nations


def of_the_source(v: View, j: int, last: int) -> bool:
    """«شكا عدد من السكان من …», «أكد المشرف على الميناء أن»: whether the preposition at token j is the source's own.

    What the cue governs comes behind it, up to token `last`.
    """
    word, before = v.word(j), v.forms[j - 1]
    if word == "على":
        return any(bare(form).startswith("مشرف") for form in v.forms[max(0, j - 2) : j])
    if word == "من" and (bare(before) in _SOME or _more_than(v, j, last)):
        return True
    if word not in ("من", "في") or not (before in v.index.unnamed or before in v.index.roles):
        return False
    for k in range(j + 1, min(last, j + _AGAIN)):
        if v.gap(k).strip():
            return False
        if v.word(k) == word:
            return k > j + 1
    return False


def _more_than(v: View, j: int, last: int) -> bool:
    """«أكثر من 100 عالم», «أكثر من مائة مجموعة»: whether how many follows the preposition at j."""
    if v.forms[j - 1] not in _COMPARED or j + 2 >= last:
        return False
    return v.forms[j + 1][0].isdigit() or v.forms[j + 1] in _NUMBERS


def _first_person(v: View, form: str) -> bool:
    """«وقال استطعت أن»: whether a word is a verb of the speaker's own."""
    return form.endswith("ت") and not form.endswith("ات") and v.index.titles.words[form] == "verbs"


def in_place(v: View, first: int, j: int, last: int) -> bool:
    """Whether the preposition at j goes on with the mention: «المتحدث باسم المجلس في المدينة فلان»."""
    head = v.forms[first]
    if j == first + 1 and v.word(j) == "من" and _more_than(v, j, last):
        return True
    if v.word(j) not in IN_PLACE or j + 1 >= last or not (is_in(head, v.index.heads) or head.endswith("ون")):
        return False
    if v.word(j) == "على" and bare(head).startswith("مشرف"):
        return True
    if v.forms[j + 1] in ("هذا", "هذه") and j + 2 < last and (head.endswith("ون") or head in v.index.unnamed):
        return v.forms[j + 2] not in OCCASIONS  # «ممثلون عن هذه المجموعات»
    told = v.forms[j + 1]
    return bare(told) not in OCCASIONS and not told.isdigit() and _owned(told) not in OCCASIONS


def _owned(form: str) -> str:
    """A word without the pronoun of whose it is: «في اجتماعه»."""
    return next((form.removesuffix(p) for p in ("هما", "ها", "هم", "ه") if form.endswith(p) and len(form) > 5), form)


def plain(v: View, first: int, last: int) -> Span | None:
    """The noun phrase of tokens first to last up to its first stop."""
    end = first
    while end < last and not (v.word(end) in STOPS and not in_place(v, first, end, last)):
        end += 1
        told = sources.unnamed(v, end) if end + 2 <= last else 0
        end += told if end + told <= last else 0
    return v.span(first, end)
