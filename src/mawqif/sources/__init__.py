"""Where pages come from: files, folders, standard input, addresses. The only part that fetches.

What cannot be read comes out as an error in its place, and the rest goes on: nothing here raises
for an input.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from mawqif.errors import InputError
from mawqif.model import Date
from mawqif.sources import counting, files
from mawqif.sources.jsonl import Item

__all__ = ["DEFAULT_MAX_REPORT", "DEFAULT_TIMEOUT", "Given", "Item", "count", "documents", "pages"]

DEFAULT_MAX_REPORT = 16 * 1024 * 1024  # bytes
DEFAULT_TIMEOUT = 20.0  # seconds

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.I)


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of the reports; it wins over what the input says."""

    outlet: str | None = None
    date: Date | None = None


def pages(
    places: Sequence[str],
    *,
    given: Given = Given(),
    max_report: int = DEFAULT_MAX_REPORT,
    stdin: BinaryIO | None = None,
    timeout: float = DEFAULT_TIMEOUT,
) -> Iterator[Item]:
    """The pages of every place, in order: a file, a folder, an address, or - for standard input.

    No report may be longer than `max_report` bytes, and no address may take longer than `timeout` seconds.
    """
    for place in places:
        for item in _of(place, max_report, stdin, timeout):
            yield _with(item, given)


def documents(
    place: str, *, max_report: int = DEFAULT_MAX_REPORT, stdin: BinaryIO | None = None, timeout: float = DEFAULT_TIMEOUT
) -> Iterator[Item]:
    """The reports of a file of JSON Lines, whatever its name, or - for standard input; else as `pages`."""
    if place == "-":
        return files.of_stdin(stdin or sys.stdin.buffer, files.JSONL, max_report=max_report)
    path = Path(place)
    if _ADDRESS.match(place) or files.kind(path) or os.path.isdir(place):
        return _of(place, max_report, stdin, timeout)
    return files.of_path(place, max_report=max_report, otherwise=files.JSONL)


def count(places: Sequence[str]) -> int | None:
    """About how many reports there are, for a progress bar; None where only reading them would tell."""
    if any(place == "-" or _ADDRESS.match(place) for place in places):
        return None
    return counting.total(places)


def _of(place: str, max_report: int, stdin: BinaryIO | None, timeout: float) -> Iterator[Item]:
    if place == "-":
        return files.of_stdin(stdin or sys.stdin.buffer, None, max_report=max_report)
    if _ADDRESS.match(place):
        from mawqif.sources import web  # the client is loaded when an address is given, not before

        return web.fetch(place, max_report=max_report, timeout=timeout)
    return files.of_path(place, max_report=max_report)


def _with(item: Item, given: Given) -> Item:
    """The page with what the user gave in place of what it says itself."""
    if isinstance(item, InputError) or given == Given():
        return item
    return replace(item, outlet=given.outlet or item.outlet, date=given.date or item.date)
