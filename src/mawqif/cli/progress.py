"""A progress bar on standard error, for what takes longer than a moment."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Generator
from contextlib import ExitStack, closing
from typing import TypeVar

from mawqif.cli.screen import is_terminal, screen

T = TypeVar("T")
PATIENCE = 2.0  # seconds


Items = Generator[T, None, None]


def followed(items: Items[T], what: str, total: Callable[[], int | None]) -> Items[T]:
    """The items as they come, shown on a bar after two seconds if somebody looks; `total` is asked for only then.

    Closing it closes the items.
    """
    if screen().quiet or not is_terminal(sys.stderr):
        yield from items
        return
    begun = time.monotonic()
    advance: Callable[[int], None] | None = None
    with closing(items), ExitStack() as stack:
        for done, item in enumerate(items):
            if advance:
                advance(done)
            elif time.monotonic() - begun > PATIENCE:
                advance = _bar(stack, what, total())
            yield item


def _bar(stack: ExitStack, what: str, total: int | None) -> Callable[[int], None]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    bar = stack.enter_context(Progress(*columns, console=console, transient=True, redirect_stdout=False))
    task = bar.add_task(what, total=total)
    return lambda done: bar.update(task, completed=done)
