"""Whether a content is given in the speaker's words, told, or both."""

from __future__ import annotations

from mawqif.arabic import bare
from mawqif.extract.speech import Frame
from mawqif.extract.view import View
from mawqif.model import Mode, Quotation, Span

# A quoted stretch of four words or more is speech; of two or three only where it is most of what is said. Shorter
# ones are names, titles and terms («عملية "السهم"»، «ما يسمى "الجبهة"»), which leave a content indirect.
_SPEECH, _SHORT_SPEECH, _SHORT_CONTENT = 4, 2, 6
_NAME = 6  # words that a name in marks has at most


def mode(v: View, content: Span, frame: Frame) -> Mode:
    """Direct where the frame or one quotation holds the whole content, mixed where one holds a part of it."""
    if frame.direct:
        return Mode.DIRECT
    mixed = any(_speech(v, q, content) for q in v.quotations if _within(q, content))
    return Mode.MIXED if mixed else Mode.INDIRECT


def _within(q: Quotation, content: Span) -> bool:
    return content.start - 2 <= q.start and q.end <= content.end + 2


def _speech(v: View, q: Quotation, content: Span) -> bool:
    """Whether a quotation inside a content gives the speaker's words, not a name or a term."""
    words = v.length(q.inner_start, q.inner_end)
    if words >= _SPEECH:
        return not (words <= _NAME and _names(v, q))
    whole = v.length(content.start, content.end)
    return words >= _SHORT_SPEECH and words < whole <= _SHORT_CONTENT


def _names(v: View, q: Quotation) -> bool:
    """Whether a quotation begins as the name of a body or an outlet does: «مركز …»، «الجيش …»."""
    first = v.forms[v.at(q.inner_start)]
    return bare(first) in v.index.heads or first in v.index.heads
