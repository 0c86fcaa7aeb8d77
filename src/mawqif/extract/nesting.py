"""Attribution inside attribution: the inner statement is the one, with the outer source as its relay.

«أوضح الوزير أن المجلس دعا إلى …» reports what the council called for, on the minister's authority; a saying that
is itself what was said («شدد على رفض …») is no statement beside it.
"""

from __future__ import annotations

from dataclasses import replace

from mawqif.extract.closings import COPULAS
from mawqif.extract.frames import GOVERNED
from mawqif.extract.view import View
from mawqif.extract.words import AFTER_PREPOSITION, RELATIVES, THAT, is_in
from mawqif.lexicon import Cue
from mawqif.model import Draft, Mode, Span

_REACH = 9  # tokens of a content within which another source's saying takes it over
_BEFORE_THAT = frozenset(("الي", "على", "من", "عن", "في", "ب"))
# a speaker speaks for these
_OWN = frozenset(("بلاده", "بلادها", "بلادهم", "حكومته", "حكومتها", "وزارته", "حزبه", "حركته", "ادارته"))
_BARE = 2  # words that a source without a title has at most
_LATE = 12  # code points of a content before a saying in it that is told besides
_TOLD = 3  # words that a saying told besides has at least
_LEAST = 0.15  # of the outer content that it has at least
_SHARE = 0.6  # of the outer content that the inner one must carry


def settle(v: View, found: list[Draft]) -> list[Draft]:
    """The drafts of a sentence without those that only carry, or only repeat, another one."""
    out: list[Draft] = []
    moved: dict[int, int] = {}  # index in `found` -> index in `out` of the draft that speaks for it
    for n, draft in enumerate(found):
        host = None if draft.host is None else moved.get(draft.host)
        draft = draft if draft.host == host else replace(draft, host=host)
        if out and draft.cue and out[-1].content.start <= draft.cue.start < out[-1].content.end:
            draft = _with_source(v, out[-1], draft)
            if _takes_over(v, out[-1], draft):
                out[-1] = replace(draft, via=_relays(out, out[-1]), host=None)
                moved[n] = len(out) - 1
                continue
            if draft.content.end <= out[-1].content.end and not (_of_another(v, draft) or _stands(v, out[-1], draft)):
                moved[n] = len(out) - 1
                continue
        moved[n] = len(out)
        out.append(draft)
    return out


def _with_source(v: View, outer: Draft, inner: Draft) -> Draft:
    """The inner draft with the bare noun phrase before its verb as its mention: «أن الأهالي وصفوا …»."""
    if inner.sort != "verb" or inner.mention is not None or inner.cue is None:
        return inner
    first, cue = _past_that(v, outer, v.at(inner.cue.start)), v.at(inner.cue.start)
    if not 0 < cue - first <= _BARE or v.forms[first - 1][-2:] != "ان":
        return inner
    return replace(inner, mention=v.span(first, cue))


def _past_that(v: View, outer: Draft, last: int) -> int:
    """The token after the preposition and complementiser that an outer content begins with."""
    first = v.at(outer.content.start)
    while first < last and (v.forms[first] in THAT or v.word(first) in _BEFORE_THAT):
        first += 1
    return first


def _of_another(v: View, inner: Draft) -> bool:
    """Whether a relative clause says who else said the inner one: «الهجوم الذي قال الوزير إن …»."""
    assert inner.cue is not None
    at = v.at(inner.cue.start)
    return at > 0 and v.forms[at - 1] in RELATIVES and inner.rule.partition(":")[2] not in GOVERNED


def _stands(v: View, outer: Draft, inner: Draft) -> bool:
    """Whether the saying of another source inside a content is told for its own sake: a part of it, and a clause.

    A verb of one sense or a verbal noun with its pronoun, and no more than half of what the outer source said;
    not within words in the outer source's own voice, where both are one.
    """
    assert inner.cue is not None
    frame, at = inner.rule.partition(":")[2], v.at(inner.cue.start)
    saying = v.cue(at)
    if outer.mode is Mode.DIRECT or frame not in ("that", "to", "by") or saying is None or saying[0].weak:
        return False
    if inner.cue.start < outer.content.start + _LATE or (inner.sort == "noun" and not _owned(inner.cue.text)):
        return False
    if inner.sort == "verb" and not _of_its_own(v, at, saying[0]):
        return False
    words = v.length(inner.content.start, inner.content.end)
    share = words / max(1, v.length(outer.content.start, outer.content.end))
    return words >= _TOLD and _LEAST <= share <= _SHARE


def _of_its_own(v: View, at: int, cue: Cue) -> bool:
    """Whether the verb at token `at` may have another subject than the clause around it, and is no passive."""
    before, following = v.forms[at - 1], v.forms[at + 1]
    if before in THAT or before.lstrip("وف") in COPULAS or (v.forms[at][0] == "و" and v.forms[at] not in v.index.cues):
        return False
    return not ("person" in cue.governs and (following in THAT or following[:1] == "ب") and _bare_form(v, at))


def _bare_form(v: View, at: int) -> bool:
    """Whether a verb of describing or accusing has no pronoun: then «وصفت بأنها» is a passive."""
    return not v.forms[at].endswith(("ه", "ها", "هم", "وا"))


def _owned(word: str) -> bool:
    """Whether a verbal noun names its source by a pronoun; «باعتباره» is none."""
    return word.endswith(("ه", "ها", "هم")) and "اعتبار" not in word


def _takes_over(v: View, outer: Draft, inner: Draft) -> bool:
    """Whether the outer content is no more than that another source said the inner one."""
    if inner.sort != "verb" or inner.mention is None or inner.cue is None:
        return False
    frame = outer.rule.partition(":")[2]
    if frame not in ("that", "to", "clause") and not (frame == "colon" and v.forms[v.at(outer.content.start)] in THAT):
        return False
    source = v.at(inner.mention.start)
    first = _past_that(v, outer, source)
    saying = v.cue(v.at(inner.cue.start))
    if (saying and (saying[0].weak or "saying" in saying[0].governs)) or v.forms[source] in _OWN:
        return False
    told = v.at(inner.content.start) - v.at(inner.cue.start)
    within = v.word(v.at(inner.cue.start) + 1) in AFTER_PREPOSITION  # «أن الوزير أعرب خلال اللقاء عن»
    if inner.rule.partition(":")[2] == "to" and told > 1 and not within:
        return False  # «شددت رقابتها على» is a deed
    named = first == source or is_in(v.forms[source], v.index.heads)
    if not named or is_in(v.forms[source], v.index.documents) or v.at(inner.cue.start) - first > _REACH:
        return False
    if not outer.content.start < inner.mention.start < inner.content.start:
        return False
    carried = min(inner.content.end, outer.content.end) - inner.cue.start
    return carried >= _SHARE * (outer.content.end - outer.content.start)


def _relays(out: list[Draft], outer: Draft) -> tuple[Span, ...]:
    """The outer source as a relay, before the relays that the outer statement came through."""
    mention = outer.mention
    if mention is None and outer.host is not None and outer.host < len(out):
        mention = out[outer.host].mention
    return (mention, *outer.via) if mention else outer.via
