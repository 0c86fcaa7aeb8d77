"""The act of a statement: by its cue, and where the cue is neutral by how the content begins."""

from __future__ import annotations

from mawqif.arabic import fold
from mawqif.lexicon import Cue
from mawqif.model import Act, Span


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(w) for w in text.split())


_HEAD = 6  # words of the content that are looked at
_BY_CONTENT: tuple[tuple[Act, frozenset[str]], ...] = (
    (Act.REJECT, _words("ترفض يرفض نرفض رفض رفضها رفضه لن")),
    (Act.DEMAND, _words("ضرورة يجب ينبغي يتعين لابد وجوب بضرورة نطالب ندعو")),
    (Act.COMMIT, _words("سنواصل سنعمل سنقوم سنرسل سنقدم ستواصل استعداد استعداده استعدادها نتعهد سنستمر")),
    (Act.CONDEMN, _words("تدين ندين يدين تستنكر نستنكر")),
    (Act.SUPPORT, _words("تدعم ندعم يدعم دعم دعمه دعمها نرحب ترحب يؤيد تؤيد")),
)


def act_of(cue: Cue, content: Span) -> Act:
    """The act by the cue; where the cue is neutral or soft, by the first words of the content."""
    if cue.act and not cue.soft:
        return cue.act
    head = fold(content.text).split(None, _HEAD)[:_HEAD]
    for act, words in _BY_CONTENT:
        if not words.isdisjoint(head):
            return act
    return cue.act or Act.STATE
