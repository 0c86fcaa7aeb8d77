"""Frames of speech: a quotation, a colon or a complementiser, and what in marks is only a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mawqif.arabic import fold
from mawqif.extract.view import View
from mawqif.extract.words import AFTER_PREPOSITION, PREPOSITIONS, THAT, TITLED
from mawqif.model import Quotation

_OPENING = ("«", "“", '"')
_GOES_ON = re.compile(r"[،,]?\s*و[إأا]ن")
_PLATFORMS = frozenset(
    b + fold(w)
    for b in ("", "ب")
    for w in "تويتر فيسبوك فايسبوك إنستغرام إنستجرام يوتيوب تيليغرام تليغرام تلغرام إكس واتساب ثريدز".split()
)
_NAME = 7  # words that a title or a name in marks has at most
_LATE = 9  # tokens of time and place that may stand between a colon and «إن»
_WHOLE = 3  # words that a quotation which is all that was said has at least
_COMMENT = ("وهو ", "وهي ", "في إشارة", "في خطوة", "بحسب", "وفق", "حسب")
LONE = frozenset(PREPOSITIONS.values())


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a content begins and ends (code points; `end` None: not yet known) and what shows it.

    `subject_end` is the index of the token up to which the speaker may stand.
    """

    rule: str
    start: int
    end: int | None
    subject_end: int
    direct: bool = False


def spoken(v: View, i: int, j: int, sentence_end: int) -> Frame | None:
    """A quotation or a colon before token j."""
    gap = v.gap(j)
    quote = v.quote_at.get(j)
    if quote and ":" not in gap and v.length(quote.inner_start, quote.inner_end) <= _NAME and _names(v, j):
        return None
    if quote and (":" in gap or v.length(quote.inner_start, quote.inner_end) >= _quoted_words(v, i, j, quote)):
        return Frame("quote", quote.inner_start, quote.inner_end, j, True)
    if ":" in gap and not quote and not v.forms[j].startswith(("http", "www")):
        told = _late_that(v, j, sentence_end)
        whole = that(v, i, told, sentence_end) if v.forms[told] in THAT else None
        return whole if whole and whole.direct else Frame("colon", v.starts[told], None, j, whole is None)
    return None


def _names(v: View, j: int) -> bool:
    """Whether the quotation at token j is a title or a name: «مقال بعنوان "…"», «لشبكة "…"», «شركة "…"»."""
    before = v.forms[j - 1]
    if before in _PLATFORMS:
        return False  # «كتب على تويتر "…"»
    kind = before[1:] if before[:1] in "لبو" and len(before) > 4 else before
    return before in TITLED or kind in v.index.media or (body(v, kind) and kind not in v.index.states)


def body(v: View, word: str) -> bool:
    """Whether a word heads the name of a body: no office, no document, nobody unnamed."""
    index = v.index
    return word in index.heads and not (word in index.roles or word in index.unnamed or word in index.documents)


def _late_that(v: View, j: int, sentence_end: int) -> int:
    """Token j, or the «إن» that follows words of time between the colon and it: «قال: في ساعة مبكرة إن …»."""
    if v.word(j) not in AFTER_PREPOSITION:
        return j
    for k in range(j + 1, min(j + _LATE, len(v.forms))):
        if v.starts[k] >= sentence_end or v.gap(k).strip():
            return j
        if v.forms[k] in THAT and v.text[v.starts[k]] == "إ":
            return k
    return j


def _quoted_words(v: View, i: int, j: int, quote: Quotation) -> int:
    """How long a quotation must be to be what is said: right after the cue or where it ends the clause, shorter."""
    after = v.at(quote.inner_end)
    if after < len(v.forms) and ":" in v.gap(after):
        return 6  # «قال "فلان الفلاني": ...», a name in marks
    if j == i + 1:
        return 7 if after < len(v.forms) and v.forms[after] in THAT else 3  # «قالت "الأفق" إن», a name
    if after < len(v.forms) and v.forms[after] in THAT and ":" not in v.gap(j):
        return 99  # «في بيان «تسلمت الأفق نسخة منه» أن»
    if j > i + 1 and (after >= len(v.forms) or any(c in ".\n" for c in v.gap(after))):
        said = v.cue(i)  # «وقال المعهد "نحن محايدون".»
        return 3 if said is None or said[0].weak or said[0].act else 2
    ends = after >= len(v.forms) or any(c in ".،\n" for c in v.gap(after))
    return 3 if ends and (after >= len(v.forms) or v.forms[after] not in THAT) else 5


def that(v: View, i: int, j: int, sentence_end: int) -> Frame:
    """A complementiser at token j, with the preposition before it; a whole quotation after it is direct."""
    k = j - 1 if v.word(j - 1) in LONE and j - 1 > i else j
    told = v.quote_at.get(j + 1)
    least = _WHOLE if v.forms[j].endswith("ان") else _WHOLE + 1  # with a pronoun it is a word of the reporter's
    if told and v.length(told.inner_start, told.inner_end) >= least and _closes(v, told, sentence_end):
        return Frame("that-quote", told.inner_start, told.inner_end, k, True)
    if not told and j + 1 < len(v.forms) and v.starts[j + 1] < sentence_end and _opened(v, j + 1):
        return Frame("that-quote", v.starts[j + 1], None, k, True)
    return Frame("that", v.starts[k], None, k)


def _opened(v: View, j: int) -> bool:
    """Whether a quotation opens before token j that nothing closes."""
    gap = v.gap(j)
    return gap[-1:] in _OPENING and gap[:1].isspace()


def told(v: View, j: int, sentence_end: int) -> Frame | None:
    """A quotation that is the whole of what the preposition at token j governs: «إلى أن "…"»، «على "…"»."""
    k = j + 1 if j + 1 < len(v.forms) and v.forms[j + 1] in THAT and j + 1 not in v.quote_at else j
    told = v.quote_at.get(k + 1)
    if told and v.length(told.inner_start, told.inner_end) >= _WHOLE and _closes(v, told, sentence_end):
        return Frame("that-quote", told.inner_start, told.inner_end, j, True)
    return None


def _closes(v: View, quote: Quotation, sentence_end: int) -> bool:
    """Whether nothing of the reported words goes on after a quotation."""
    rest = v.text[quote.end : min(sentence_end, quote.end + 120)].lstrip()
    if _GOES_ON.match(rest):
        return False
    if rest[:1] in "،,؛.:" or rest.startswith(_COMMENT):
        return True
    following = v.at(quote.end)
    other = v.cue(following) if following < len(v.forms) else None
    if other and other[0].sort == "participle" and v.forms[following].endswith("ا"):
        return True  # «"…" متابعا أن»
    words = rest.split(None, 3)
    return len(words) < 3 and not (words and v.word(v.at(quote.end)) in AFTER_PREPOSITION)
