"""What is known of the terminal and of the user, and the few ways to write to them.

Text goes out in logical order. On a terminal every stretch whose direction differs from that of
the messages around it is wrapped in isolates, so that the terminal's bidi cannot mix them; with
`--visual` the order is changed here instead, for terminals that have no bidi.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import textwrap
import unicodedata
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO

from mawqif.i18n import fill

RLI, FSI, PDI, LRM = "\u2067", "\u2068", "\u2069", "\u200e"
NARROWEST = 40


@dataclass(slots=True)
class Screen:
    """One run of the program: its language, what its terminal can do, the options given before the command."""

    lang: str = "en"
    visual: bool = False
    quiet: bool = False
    record: Path | None = None
    terminal: bool = False
    width: int | None = None

    @property
    def rtl(self) -> bool:
        """Whether the messages run from right to left."""
        return self.lang == "ar"

    @property
    def styled(self) -> bool:
        """Whether colours say what brackets would otherwise."""
        return self.terminal and not self.visual and "NO_COLOR" not in os.environ


_screen: ContextVar[Screen | None] = ContextVar("mawqif_screen", default=None)


def screen() -> Screen:
    """The screen of this run."""
    found = _screen.get()
    if found is None:
        found = Screen()
        _screen.set(found)
    return found


def start(lang: str, visual: bool) -> Screen:
    """Look at the streams of a new run, and make them UTF-8 whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    terminal = is_terminal(sys.stdout)
    new = Screen(lang=lang, visual=visual, terminal=terminal, width=_width() if terminal else None)
    _screen.set(new)
    return new


def _width() -> int:
    with contextlib.suppress(OSError, ValueError):
        return max(os.get_terminal_size(sys.stdout.fileno()).columns, NARROWEST)
    return 80


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody looks at this stream; a closed or missing one has nobody."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def runs_rtl(text: str) -> bool | None:
    """Whether most letters of a text run from right to left; None if it has none."""
    rtl = ltr = 0
    for char in text:
        direction = unicodedata.bidirectional(char)
        rtl += direction in ("R", "AL")
        ltr += direction == "L"
    return None if rtl + ltr == 0 else rtl > ltr


def isolated(value: object) -> str:
    """A value as it may stand in a line of the user's language: on a terminal, in isolates where it runs otherwise."""
    text, at = str(value), screen()
    if not at.terminal or at.visual:
        return text
    rtl = runs_rtl(text)
    if rtl is None or rtl == at.rtl:
        return text
    return f"{RLI if rtl else FSI}{text}{PDI}"


def filled(template: str, **fields: object) -> str:
    """A translated template with its fields, each isolated."""
    return fill(template, {k: v if isinstance(v, int | float) else isolated(v) for k, v in fields.items()})


def upright(value: object) -> str:
    """A day or a number as it is read: behind Arabic letters its parts would change places without marks around it."""
    at = screen()
    return f"{LRM}{value}{LRM}" if at.rtl and (at.terminal or at.visual) else str(value)


def strong(text: str) -> str:
    """The text in bold, where there are styles."""
    return f"\x1b[1m{text}\x1b[0m" if screen().styled else text


def flat(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def shortened(text: str, most: int) -> str:
    """The text on one line, cut behind so many code points."""
    line = flat(text)
    return line if len(line) <= most else line[: most - 1] + "…"


def say(line: str = "") -> None:
    """A line for a person, on standard output."""
    sys.stdout.write(shaped(line) + "\n")


def quote(text: str) -> None:
    """Words of a report, on lines of their own and in their own direction."""
    sys.stdout.write(shaped(text, rtl=runs_rtl(text)) + "\n")


def complain(line: str) -> None:
    """A line for a person, on standard error; a closed one has nobody to complain to."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stdout.flush()  # what was printed before comes before; where it cannot, that is often the complaint
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(shaped(line) + "\n")
        sys.stderr.flush()


def shaped(lines: str, *, rtl: bool | None = None) -> str:
    """The lines as this terminal needs them: as they are, or with `--visual` wrapped and in the order of the eye.

    `rtl` is their direction where it is not that of the messages.
    """
    at = screen()
    if not at.visual:
        return lines
    reorder, width = _reordering(at.rtl if rtl is None else rtl), at.width or 10**9
    rows = (row for line in lines.split("\n") for row in _wrapped(line, width))
    return "\n".join(reorder(row) for row in rows)


def _wrapped(line: str, width: int) -> list[str]:
    if len(line) <= width:
        return [line]
    indent = line[: len(line) - len(line.lstrip())]
    return textwrap.wrap(line, width, subsequent_indent=indent, break_on_hyphens=False) or [line]


def has_bidi() -> bool:
    """Whether the library behind `--visual` is installed."""
    from importlib.util import find_spec

    return find_spec("bidi") is not None


def _reordering(rtl: bool) -> Callable[[str], str]:
    """The library's reordering of one line of this direction."""
    from importlib import import_module

    display: Callable[..., str] = import_module("bidi").get_display
    return lambda line: display(line, base_dir="R" if rtl else "L")


def standard_input() -> BinaryIO:
    """The bytes of standard input; a closed one is empty."""
    return sys.stdin.buffer if sys.stdin is not None else io.BytesIO()
