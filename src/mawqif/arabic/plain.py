"""A text as the stages read it: one way of writing for each thing, with the way back to the text as given.

Papers write the same words with and without tashkeel and tatweel, with six kinds of quotation marks, with no-break
and narrow spaces, with letters of the presentation forms and with invisible controls. `plain` takes all of that away
once, before anything is looked for, so that no rule ever meets it: what a stage sees are letters without marks,
« and » for every opening and closing mark, single spaces and \\n. Hamza, ta marbuta, alef maqsura, digits, dashes and
commas stay as they are written; `fold` is for those. Only the spans that come out lead back to the text as given.
"""

from __future__ import annotations

import bisect
import functools
import re
import unicodedata
from dataclasses import dataclass

_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08e1"
_MARKS += "\u08e3-\u08ff\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f\ufe70-\ufe7f"
_CONTROLS = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_SPACES = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_FORMS = "\ufb50-\ufdff\ufe80-\ufefc\uff01-\uff5e"
_OPENERS, _CLOSERS, _EITHER = "«“„‹❝〝⟪《", "»”›❞〞⟫》", '"‟＂″'
# one class first, so that the search runs through ordinary letters at full speed
_ODD_STRETCH = (
    rf"[{_MARKS}{_CONTROLS}ـ{_SPACES}\r\n\u0085\u2028\u2029{_OPENERS}{_CLOSERS}{_EITHER}'`{_FORMS}]"
    rf"(?:(?<=[{_MARKS}{_CONTROLS}ـ])[{_MARKS}{_CONTROLS}ـ]*+|(?<=\r)\n"
    rf"|(?<=[{_SPACES}])[ {_SPACES}]++|(?<=')[{_MARKS}{_CONTROLS}]*+'|(?<=`)[{_MARKS}{_CONTROLS}]*+`)?"
)
_ODD, _ODD_OR_SPACES = re.compile(_ODD_STRETCH), re.compile(rf"{_ODD_STRETCH}| [ {_SPACES}]++")
_MARK = re.compile(f"(?:[{_CONTROLS}]*+[{_MARKS}ـ]++)*+")  # the marks of a letter, whatever stands among them
_UNSEEN = re.compile(f"[{_MARKS}{_CONTROLS}]*+")
_SPACED = re.compile(f"[ {_SPACES}]++")
_HAMZAS = "\u0653\u0654\u0655"
_BEFORE_OPENING = "([{:،,ـ-–—/«؛"
_AFTER_CLOSING = ")]}:،,.؛؟?!…»"


@dataclass(frozen=True, slots=True)
class Plain:
    """A text as the stages read it. `edits` are where its length differs from the source's.

    An edit is (start in `text`, end in `text`, start in `source`, end in `source`); they ascend.
    """

    text: str
    source: str
    edits: tuple[tuple[int, int, int, int], ...]

    def _char(self, i: int) -> tuple[int, int]:
        """The code points of the source that the plain character at i stands for."""
        k = bisect.bisect_left(self.edits, (i + 1,)) - 1
        if k < 0:
            return i, i + 1
        _, end, first, last = self.edits[k]
        return (first, last) if i < end else (last + i - end, last + i - end + 1)

    def given(self, start: int, end: int) -> tuple[int, int]:
        """The code points of the source for a stretch of the plain text; marks on its last letter are included."""
        if not self.edits or start >= end:
            return start, end
        first, last = self._char(start)[0], self._char(end - 1)[1]
        k = bisect.bisect_left(self.edits, (end,))
        if k < len(self.edits) and self.edits[k][2] == last and self.edits[k][0] == self.edits[k][1]:
            found = _MARK.match(self.source, last, self.edits[k][3])
            last = found.end() if found else last
        return first, last

    def at(self, offset: int) -> int:
        """Where a code point of the source stands in the plain text; of what was taken away, what follows it."""
        k = bisect.bisect_right(self.edits, offset, key=_given) - 1
        if k < 0:
            return offset
        first, end, _, last = self.edits[k]
        return (first if offset == self.edits[k][2] else end) if offset < last else end + offset - last

    def plain(self, start: int, end: int) -> tuple[int, int]:
        """The plain stretch that stands for code points of the source: the way back of `given`."""
        first = self.at(start)
        return first, max(self.at(end), first + 1)


def _given(edit: tuple[int, int, int, int]) -> int:
    return edit[2]


@functools.lru_cache(maxsize=2)
def plain(text: str) -> Plain:
    """The text in one way of writing. The last two are remembered, since each stage asks for its report's."""
    pieces: list[str] = []
    edits: list[tuple[int, int, int, int]] = []
    cursor = length = 0
    opened = ""  # the mark that is open in this paragraph
    for m in (_ODD_OR_SPACES if "  " in text else _ODD).finditer(text):
        a, b = m.span()
        if a < cursor:
            continue  # a space that went with what stood before it
        before = text[a - 1] if a > cursor else pieces[-1][-1:] if pieces else ""
        if text[a] in _HAMZAS and a > cursor and before in "اوي":
            a, new = a - 1, unicodedata.normalize("NFC", text[a - 1 : a + 1])
        else:
            new = _respelt(text, a, b, before, opened)
        if not new and before == " " and (spaces := _SPACED.match(text, b)):
            b = spaces.end()
        if new in ("«", "»", "\n"):
            opened = text[a] if new == "«" else ""
        if a > cursor:
            pieces.append(text[cursor:a])
            length += a - cursor
        if len(new) != b - a:
            edits.append((length, length + len(new), a, b))
        if new:
            pieces.append(new)
            length += len(new)
        cursor = b
    pieces.append(text[cursor:])
    return Plain("".join(pieces), text, tuple(edits))


_QUOTES = frozenset(_OPENERS + _CLOSERS + _EITHER)
_LETTERS = frozenset(chr(c) for a, b in ((0xFB50, 0xFE00), (0xFE80, 0xFEFD), (0xFF01, 0xFF5F)) for c in range(a, b))


def _respelt(text: str, a: int, b: int, before: str, opened: str) -> str:
    """What stands for an odd stretch; `before` is the plain character before it, `opened` the open mark."""
    c = text[a]
    if c in _QUOTES or (c in "'`" and b - a > 1):
        return "«" if _opens(text, a, b, before, opened) else "»"
    if c in "\n\r\u0085\u2028\u2029":
        return "\n"
    if c.isspace():
        return "" if before == " " else " "
    if c in "'`":
        return c
    if c in _LETTERS:
        return "".join(d for d in unicodedata.normalize("NFKC", c) if not unicodedata.combining(d)) or c
    if text.find("ـ", a, b) < 0 or (before.isalpha() and text[b : b + 1].isalpha()):
        return ""
    year = before == "ه" and not text[a - 2 : a - 1].isalpha()  # «1452هـ»
    return "" if year else "ـ"  # at the end of a word, or alone, it may be a dash


def _opens(text: str, a: int, b: int, before: str, opened: str) -> bool:
    """Whether a quotation mark opens: by what stands beside it, else by its own shape, else by what came before."""
    unseen = _UNSEEN.match(text, b)
    b = unseen.end() if unseen else b
    after = text[b : b + 1]
    free_before = not before or before.isspace() or before in _BEFORE_OPENING
    free_after = not after or after.isspace() or after in _AFTER_CLOSING
    if free_before != free_after:
        return free_before
    if text[a] == "“":  # it closes what „ opened
        return opened not in ("„", "”")
    return text[a] in _OPENERS or (text[a] not in _CLOSERS and not opened)
