"""Words plainly in the speaker's own voice right after a saying, with no mark: «وقال لن نسمح …», «وأضاف لقد بدأنا …».

Only verbs that do nothing but say are read so, and only where a word follows that begins a clause and no noun phrase.
"""

from __future__ import annotations

from mawqif.arabic import fold
from mawqif.extract.view import View
from mawqif.extract.words import RELATIVES, is_in
from mawqif.lexicon import Cue

_SAYINGS = frozenset(map(fold, "قال يقول أضاف يضيف تابع أردف استطرد زاد أوضح".split()))
_STARTS = frozenset(
    fold(w)
    for w in (
        "تم تمت كان كانت لن لقد نحن أنا هناك ليس ليست ليسوا سوف إذا كنا كنت لدينا علينا لا ألا لم أود نود "
        "نأمل آمل أتمنى نتمنى أريد نريد أعتقد نعتقد أرى نرى أؤكد نؤكد أشكر نشكر أقول نقول أطالب نطالب "
        "أدعو ندعو أشد نشد نرحب أرحب نرفض أرفض نثمن أثمن نعمل أعمل نسعى نتطلع نتوقع أتوقع يجب ينبغي منذ "
        "عندما بعدما لولا لو ربما"
    ).split()
)
_SUBJECT = 2  # words that a subject may have before them


def begins(v: View, i: int, j: int, cue: Cue) -> bool:
    """Whether the words of the cue's speaker begin, unmarked, at token j."""
    if fold(cue.lemma) not in _SAYINGS or j - i - 1 > _SUBJECT or v.gap(j).strip():
        return False
    if cue.sort != "verb" or any(v.gap(k).strip() or v.forms[k] in RELATIVES for k in range(i + 1, j)):
        return False
    form = v.forms[j]
    if form in _STARTS:
        return form != "الا" or v.text[v.starts[j]] == "أ"
    if j == i + 1 and form.endswith("ت") and len(form) > 3 and not form.endswith("ات"):
        return not is_in(form, v.index.heads)  # «وأضاف بلغت الكلفة …», a past verb
    future = form.startswith("سن") or v.text.startswith(("سأ", "وسأ"), v.starts[j])
    return future and len(form) > 4 and j == i + 1
