"""What points back to a mention: «فعل ذلك», «هذه الخطوة», «نرفض ذلك», «لن نقبل به», «نرفضه».

A demonstrative or a pronoun stands for the last mention in its sentence or the one before. One alone counts only
where an attitude governs it, a pronoun only where that is one's own («نرفضه»): what else it may stand for is not known.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from mawqif.arabic import fold
from mawqif.model import Passage
from mawqif.positions.stances.aboutness import THIS, Mention, sentence_of
from mawqif.positions.stances.closed import RELATIVES, STEMS
from mawqif.positions.stances.forms import VERBS
from mawqif.positions.stances.predicates import PREPOSITIONS, Does, Predicates

_DOING = frozenset(p + fold(w) for p in ("", "ب", "ل", "وب") for w in "فعل القيام الإقدام للقيام".split())
_STEP = frozenset(
    fold(w)
    for w in "الخطوة التوجه الإجراء المسعى المبادرة الفكرة الطرح المقترح الاقتراح القرار الإجراءات الخطوات الخطة "
    "المشروع القانون السياسة المطلب العرض".split()
)
_THAT = {"ذلك": "", "بذلك": "ب"}
_SO = frozenset(("ذلك", "بذلك", "هذا", "بهذا"))
_ATTITUDES = (Does.SUPPORT, Does.OPPOSE)
_ENDINGS = {"ه": False, "ها": True}  # pronouns, each with whether it is feminine
_APART = 30  # words back to what a pronoun stands for


def pointing(passage: Passage, mentions: Sequence[Mention], predicates: Predicates) -> list[Mention]:
    """What points back to the mentions, each in its sentence or the next."""
    out: list[Mention] = []
    starts = [m.first for m in mentions]
    for i in range(1, len(passage.tokens)):
        found = _stands_for(passage, i, predicates)
        k = bisect.bisect_left(starts, i) - 1
        if found is None or k < 0 or sentence_of(passage, i) - sentence_of(passage, mentions[k].first) > 1:
            continue
        first, letter, how, feminine = found
        m = mentions[k]
        near = m.last < first and i - m.last < _APART
        if feminine is not None and not (near and feminine == m.feminine and m.how != "pointing"):
            continue
        out.append(m._replace(first=first, last=i, how=how, preposition=letter, feminine=False, verb=False))
    return out


def _stands_for(passage: Passage, i: int, predicates: Predicates) -> tuple[int, str, str, bool | None] | None:
    """How a word points back: the first token, the preposition in it, the rule, the gender of a pronoun."""
    form, before = passage.tokens[i].form, passage.tokens[i - 1].form
    if (form in _SO and before in _DOING) or (form in _STEP and before in THIS):
        return i - 1, before[0] if before[0] in "بل" else "", "pointing", None
    after = passage.tokens[i + 1].form if i + 1 < len(passage.tokens) else ""
    if form in _THAT and not after.startswith("ال") and _felt(passage, i, _THAT[form], predicates):
        return i, _THAT[form], "pointing", None
    return _pronoun(passage, i, predicates)


def _felt(passage: Passage, i: int, letter: str, predicates: Predicates, *, own: bool = False) -> bool:
    """Whether an attitude right before a word governs it as it is introduced; with `own`, the first person's."""
    at = i - 1
    if not letter and passage.tokens[at].form in PREPOSITIONS and at > 0:
        letter, at = passage.tokens[at].form, at - 1
    readings = predicates.read(passage.tokens[at].form)
    return any(
        r.predicate.does in _ATTITUDES and r.governs(letter) and (r.word.first or not own) for r in readings
    ) and not (own and at > 0 and passage.tokens[at - 1].form in RELATIVES)


def _pronoun(passage: Passage, i: int, predicates: Predicates) -> tuple[int, str, str, bool | None] | None:
    form = passage.tokens[i].form
    for stem in STEMS:
        ending = form.removeprefix(stem) if form.startswith(stem) else ""
        if ending in _ENDINGS and _felt(passage, i, stem, predicates, own=True):
            return i, stem, "pronoun", _ENDINGS[ending]
    for r in predicates.read(form) if passage.tokens[i - 1].form not in RELATIVES else ():
        own = r.word.first and r.word.sort in VERBS and r.word.pronoun in _ENDINGS
        if own and r.predicate.does in _ATTITUDES and r.governs(""):
            return i, "", "object", _ENDINGS[r.word.pronoun]
    return None
