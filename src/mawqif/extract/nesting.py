"""Attribution inside attribution: the inner statement is the one, with the outer source as its relay.

«أوضح الوزير أن المجلس دعا إلى …» reports what the council called for, on the minister's authority; a saying that
is itself what was said («شدد على رفض …») is no statement beside it.
"""

from __future__ import annotations

from dataclasses import replace

from mawqif.extract.view import View
from mawqif.extract.words import is_in
from mawqif.model import Draft, Span

_HEAD = 2  # tokens of a content at which a saying is the content's own noun
_REACH = 9  # tokens of a content within which another source's saying takes it over
_SHARE = 0.6  # of the outer content that the inner one must carry


def settle(v: View, found: list[Draft]) -> list[Draft]:
    """The drafts of a sentence without those that only carry, or only repeat, another one."""
    out: list[Draft] = []
    moved: dict[int, int] = {}  # index in `found` -> index in `out` of the draft that speaks for it
    for n, draft in enumerate(found):
        host = None if draft.host is None else moved.get(draft.host)
        draft = replace(draft, host=host)
        if out and draft.cue and out[-1].content.start <= draft.cue.start < out[-1].content.end:
            outer = out[-1]
            distance = v.length(outer.content.start, draft.cue.start)
            if distance < _HEAD and draft.rule.partition(":")[2] in ("to", "by", "object"):
                moved[n] = len(out) - 1
                continue
            if _takes_over(v, outer, draft, distance):
                out[-1] = replace(draft, via=_relays(out, outer), host=None)
                moved[n] = len(out) - 1
                continue
        moved[n] = len(out)
        out.append(draft)
    return out


def _takes_over(v: View, outer: Draft, inner: Draft, distance: int) -> bool:
    """Whether the outer content is no more than that another source said the inner one."""
    if inner.sort != "verb" or inner.mention is None or outer.rule.partition(":")[2] not in ("that", "to"):
        return False
    if not is_in(v.forms[v.at(inner.mention.start)], v.index.heads):
        return False
    if not outer.content.start < inner.mention.start < inner.content.start or distance > _REACH:
        return False
    begin = inner.cue.start if inner.cue else inner.content.start
    carried = min(inner.content.end, outer.content.end) - begin
    return carried >= _SHARE * (outer.content.end - outer.content.start)


def _relays(out: list[Draft], outer: Draft) -> tuple[Span, ...]:
    """The outer source as a relay, before the relays that the outer statement came through."""
    mention = outer.mention
    if mention is None and outer.host is not None and outer.host < len(out):
        mention = out[outer.host].mention
    return (mention, *outer.via) if mention else outer.via
