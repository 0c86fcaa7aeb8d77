"""About how many reports there are in files, without reading much of them."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from pathlib import Path

from mawqif.errors import InputError
from mawqif.sources import files, streams

_PLAIN = 256 << 20  # bytes that are counted; the rest of a longer file is taken to be like them
_PACKED = 128 << 20
_PIECE = 1 << 20


def total(places: Sequence[str]) -> int | None:
    """The reports in all these files and folders; None where one is a pipe. What cannot be read counts as one."""
    sum_ = 0
    for place in places:
        found = _in_place(Path(place))
        if found is None:
            return None
        sum_ += found
    return sum_


def _in_place(path: Path) -> int | None:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            return sum(1 if isinstance(f, InputError) else _in_file(f) for f in files.walk(path))
        return _in_file(path) if stat.S_ISREG(mode) else None
    except (OSError, ValueError):
        return 1


def _in_file(path: Path) -> int:
    if files.kind(path) in (files.TEXT, files.HTML):
        return 1
    try:
        return _lines(path)
    except streams.DAMAGE:
        return 1


def _lines(path: Path) -> int:
    """Line feeds, counted in the first part of the file and reckoned up to its size."""
    packed = path.suffix.lower() in streams.COMPRESSED
    most = _PACKED if packed else _PLAIN
    with open(path, "rb") as raw:
        size = path.stat().st_size
        stream = streams.unpacked(raw, path.suffix.lower())
        feeds = read = 0
        last = b""
        while read < most and (piece := stream.read(_PIECE)):
            feeds, read, last = feeds + piece.count(b"\n"), read + len(piece), piece
        at_end = not stream.read(1)
        if at_end:
            return feeds + bool(last and not last.endswith(b"\n"))
        return round(feeds * size / max(raw.tell(), 1))
