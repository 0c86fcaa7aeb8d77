"""Whether a content is given in the speaker's words, told, or both."""

from __future__ import annotations

from mawqif.extract.frames import Frame
from mawqif.extract.view import View
from mawqif.model import Mode, Span


def mode(v: View, content: Span, frame: Frame) -> Mode:
    """Direct where the frame or one quotation holds the whole content, mixed where one holds a part of it."""
    if frame.direct:
        return Mode.DIRECT
    mixed = False
    for q in v.quotations:
        words = v.length(q.inner_start, q.inner_end)
        whole = content.start <= q.start <= content.start + 8 and content.end - q.end <= 2
        if frame.rule == "that" and whole and words >= 5:
            return Mode.DIRECT
        mixed = mixed or (words >= 2 and content.start - 2 <= q.start and q.end <= content.end + 2)
    return Mode.MIXED if mixed else Mode.INDIRECT
