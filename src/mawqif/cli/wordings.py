"""Two wordings of one saying in one line: what was left out and what was added, in signs and in colours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mawqif.cli.screen import FSI, PDI, flat, runs_rtl, screen
from mawqif.model.wordings import Change, Piece

_RED, _GREEN, _END = "\x1b[31m", "\x1b[32m", "\x1b[0m"
_GAP = 3  # code points between two stretches that follow one another: marks and spaces
_LONG, _ENDS = 24, 4  # words of a cut that are shown whole, else so many at each end


def marked(pieces: Iterable[Piece]) -> str:
    """The words that both have as they stand; [-those of the first alone-] and {+those of the second alone+}.

    Where words of the first are not compared, since an ellipsis of the second stands for them, there is an ellipsis.
    """
    line, joined, end = "", True, None
    for piece in pieces:
        gap = piece.a is not None and end is not None and piece.a.start - end > _GAP
        told = "".join(_signs(piece))
        line += told if joined and not gap else f" … {told}" if gap else f" {told}"
        joined, end = piece.clitic, piece.a.end if piece.a else end
    return line


def _signs(piece: Piece) -> Iterator[str]:
    if piece.change is Change.EQUAL and piece.a:
        yield flat(piece.a.text)
        return
    if piece.a:
        yield _coloured(_isolated(f"[-{_short(flat(piece.a.text))}-]"), _RED)
    if piece.b:
        yield _coloured(_isolated(f"{{+{flat(piece.b.text)}+}}"), _GREEN)


def _short(text: str) -> str:
    words = text.split()
    return text if len(words) <= _LONG else " ".join((*words[:_ENDS], "…", *words[-_ENDS:]))


def _isolated(text: str) -> str:
    """The signs with their words as one thing, so that a terminal's bidi leaves them together."""
    at = screen()
    return f"{FSI}{text}{PDI}" if at.terminal and not at.visual and runs_rtl(text) is not None else text


def _coloured(text: str, colour: str) -> str:
    return f"{colour}{text}{_END}" if screen().styled else text
