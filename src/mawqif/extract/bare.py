"""Words plainly in the speaker's own voice right after a saying, with no mark: «وقال لن نسمح …», «وأضاف لقد بدأنا …».

Only verbs that do nothing but say are read so, and only where a word follows that begins a clause and no noun phrase.
"""

from __future__ import annotations

from mawqif.arabic import fold
from mawqif.extract.view import View
from mawqif.extract.words import AFTER_PREPOSITION, RELATIVES, THAT, TURNS, is_in
from mawqif.lexicon import Cue
from mawqif.model import Sentence

_SAYINGS = frozenset(map(fold, "قال يقول أضاف يضيف تابع أردف استطرد زاد أوضح".split()))
_SAYING = frozenset(map(fold, "قائلا قائلة قائلين بقوله بقولها بقولهم بالقول".split()))
_STARTS = frozenset(
    fold(w)
    for w in (
        "تم تمت كان كانت لن لقد نحن أنا هناك ليس ليست ليسوا سوف إذا كنا كنت لدينا علينا لا ألا لم أود نود "
        "نأمل آمل أتمنى نتمنى أريد نريد أعتقد نعتقد أرى نرى أؤكد نؤكد أشكر نشكر أقول نقول أطالب نطالب "
        "أدعو ندعو أشد نشد نرحب أرحب نرفض أرفض نثمن أثمن نعمل أعمل نسعى نتطلع نتوقع أتوقع يجب ينبغي منذ "
        "عندما بعدما لولا لو ربما"
    ).split()
)
_SOON = 6  # words after a verb within which a complementiser would begin the content instead
_GOES_ON = frozenset(map(fold, "غير إلا فضلا إضافة ثم أو أي أمس اليوم مساء صباح يوم ردا تعليقا نقلا".split()))
_MENTION = 14  # words that a speaker and his titles have at most before a comma and his words
_LEAST = 5  # words that such a content has at least
_SCORED = frozenset(map(fold, "الهدف هدف هدفا هدفه هدفين أهداف نقطة نقاط الشوط ذلك".split()))
REACH = 3  # tokens from a cue to words in the speaker's own voice: its subject has two at most


def begins(v: View, i: int, j: int, cue: Cue) -> bool:
    """Whether the words of the cue's speaker begin, unmarked, at token j."""
    if j - i > REACH or v.gap(j).strip():
        return False
    if v.forms[i] in _SAYING:
        return j == i + 1 and v.forms[j] in _STARTS and v.forms[j] != "الا"
    if fold(cue.lemma) not in _SAYINGS:
        return False
    if cue.sort != "verb" or any(v.gap(k).strip() or v.forms[k] in RELATIVES for k in range(i + 1, j)):
        return False
    form = v.forms[j]
    if form in _STARTS:
        return form != "الا" or v.text[v.starts[j]] == "أ"
    if j == i + 1 and _past(form):  # «وأضاف بلغت الكلفة …», «وقال دشنا …»
        return not (is_in(form, v.index.heads) or is_in(form.removesuffix("نا"), v.index.heads) or _named(v, j))
    future = form.startswith("سن") or v.text.startswith(("سأ", "وسأ"), v.starts[j])
    return future and len(form) > 4 and j == i + 1


def _past(form: str) -> bool:
    """Whether a word ends as a past verb of «هي» or «نحن» does."""
    return len(form) > 3 and form.endswith(("ت", "نا")) and not form.endswith("ات")


def _named(v: View, j: int) -> bool:
    """Whether the content begins after token j, so that the word there is a name: «وقال روبرت إن …»."""
    near = range(j + 1, min(j + _SOON, len(v.forms)))
    return v.forms[j] in v.index.given or any(v.forms[k] in THAT or v.gap(k).strip() or v.cue(k) for k in near)


def behind_comma(v: View, i: int, cue: Cue, s: Sentence) -> int | None:
    """Where words begin that follow the speaker with no more than a comma: «وأضاف النوري، نحن لا نقبل …»."""
    if cue.sort != "verb" or fold(cue.lemma) not in _SAYINGS or i - s.first > 1 or i + 1 >= s.last:
        return None
    if not (is_in(v.forms[i + 1], v.index.heads) or v.forms[i + 1] in v.index.given or v.forms[i + 1].startswith("ال")):
        return None
    for j in range(i + 1, min(s.last - _LEAST, i + _MENTION)):
        form, apart = v.forms[j], j > i + 1 and bool(v.gap(j).strip(' -–()"«»'))
        if form in _SCORED or form in RELATIVES or form in THAT:
            return None
        if apart and not is_in(form, v.index.roles):
            return j if _opens(v, j) else None
    return None


def _opens(v: View, j: int) -> bool:
    """Whether a word may begin what somebody says: no conjunction, no participle, no circumstance."""
    form = v.word(j)
    said = v.cue(j)
    return (
        "،" in v.gap(j)
        and not form.startswith(("و", "ل"))
        and form not in TURNS | AFTER_PREPOSITION | _GOES_ON
        and not form.startswith(("مما", "بما", "ما"))
        and (said is None or said[0].sort == "noun")
    )
