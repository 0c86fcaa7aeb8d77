"""Mawqif (موقف): the record of who said what in Arabic news, with the characters that prove it.

import mawqif

for statement in mawqif.extract(text):
    print(statement.speaker.name, statement.content.text)

with mawqif.Record("record.db") as record:
    ...
"""

from __future__ import annotations

import datetime as _dt
import sys
import types
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mawqif.lexicon import Lexicon
    from mawqif.model import Reading, Statement
    from mawqif.store import Record

__version__ = "0.1.0"
__all__ = ["Record", "__version__", "extract", "read"]


def read(
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    date: _dt.date | str | None = None,
    lexicon: Lexicon | None = None,
) -> Reading:
    """Everything that is found in one report given as plain text: its furniture and its statements.

    `date` is a date or ISO 8601. `lexicon` is what `mawqif.lexicon.load` returns; without it, the
    core word lists and the folders named by MAWQIF_LEXICON.
    """
    from mawqif.lexicon import default_folders, load
    from mawqif.model import Page
    from mawqif.pipeline import read as read_page

    day = _dt.date.fromisoformat(date[:10]) if isinstance(date, str) else date
    page = Page(text=text, location="text", title=title, outlet=outlet, url=url, date=day)
    return read_page(page, load(default_folders()) if lexicon is None else lexicon)


def extract(
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    date: _dt.date | str | None = None,
    lexicon: Lexicon | None = None,
) -> tuple[Statement, ...]:
    """The statements of one report, in the order of the text (see `read`)."""
    return read(text, title=title, outlet=outlet, url=url, date=date, lexicon=lexicon).statements


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """`Record` is loaded when it is first asked for: it brings the database library with it."""
        if name == "Record":
            from mawqif.store import Record

            return Record
        raise AttributeError(f"module 'mawqif' has no attribute {name!r}")


class _Library(types.ModuleType):
    """This module, whose `extract` stays the function when the stage of the same name is imported."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name == "extract" and isinstance(value, types.ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Library
