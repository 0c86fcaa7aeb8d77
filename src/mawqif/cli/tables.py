"""Tables for people, laid out by rich and readable in both directions.

Where messages run from right to left, so do the columns: a terminal with bidi turns the lines over by itself once
each begins with a mark of that direction; with `--visual` the columns are put in the order of the eye here.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Sequence

from mawqif.cli.screen import PDI, RLI, isolated, screen, shaped

RLM = "\u200f"
WIDTH = 100  # where nobody looks, or the terminal does not say


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table on standard output, its header and a line under it."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    at = screen()
    turned = at.visual and at.rtl
    order = slice(None, None, -1 if turned else 1)
    width = at.width or WIDTH
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold" if at.styled else "")
    for name in columns[order]:
        table.add_column(_cell(name, width), justify="right" if turned else "left", overflow="fold")
    for row in rows:
        table.add_row(*(_cell(cell, width // max(len(columns), 1)) for cell in row[order]))
    out = io.StringIO()
    style = {"force_terminal": at.styled, "color_system": "standard" if at.styled else None}
    console = Console(file=out, width=width, highlight=False, markup=False, emoji=False, legacy_windows=False, **style)  # type: ignore[arg-type]
    console.print(table)
    mark = RLM if at.rtl and not at.visual else ""
    for line in out.getvalue().splitlines():
        sys.stdout.write(f"{mark}{line.rstrip()}\n")


def _cell(text: str, width: int) -> str:
    """The text as its cell shows it: with `--visual` wrapped and in the order of the eye, else isolated."""
    at = screen()
    if not at.visual:
        return isolated(text)
    kept, at.width = at.width, max(width, 12)
    try:
        return shaped(text).replace(RLI, "").replace(PDI, "")
    finally:
        at.width = kept
