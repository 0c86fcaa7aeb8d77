"""Under which numbers a statement is looked up: what shares one may carry the same saying."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from mawqif.model import Said

MOST = 40  # statements under one key that are looked at, the nearest in time first

_SHINGLE = 3  # telling words in a row
_WINDOW = 5  # of so many shingles in a row one is taken
_MOST_SHINGLES = 8
_FEW = 3  # of a short content, which may stand within a longer one
_EPOCH = 4  # days that share a key; each half of them shares one with the half before
_LEAST_NAMED = 2


def keys(said: Said) -> tuple[int, ...]:
    """The keys of a statement, few and without repetition: of runs of its words, and of its speaker and days."""
    found = dict.fromkeys(_sampled(_shingles(said)))
    found.update(dict.fromkeys(_spoken(said)))
    return tuple(found)


def _shingles(said: Said) -> list[int]:
    """Numbers of the runs of telling words; a short content is one run, with its speaker."""
    roots = said.roots
    if len(roots) < _SHINGLE:
        return [_number("short", *roots, *said.speaker[-1:])] if roots else []
    return [_number("run", *roots[i : i + _SHINGLE]) for i in range(len(roots) - _SHINGLE + 1)]


def _sampled(numbers: Sequence[int]) -> list[int]:
    """The least of each window: two texts that share as long a run share the key, wherever it stands."""
    if len(numbers) <= _WINDOW:
        return sorted(numbers)[:_FEW]
    taken = {min(numbers[i : i + _WINDOW]) for i in range(len(numbers) - _WINDOW + 1)}
    return sorted(taken)[:_MOST_SHINGLES]


def _spoken(said: Said) -> Iterator[int]:
    """Of who speaks, by id and by the last word of the name or by the office, in each stretch of days."""
    if said.last is None:
        return
    day = said.last.toordinal()
    names = [said.actor or "", said.speaker[-1] if said.speaker else ""]
    if not said.speaker and len(said.office) >= _LEAST_NAMED:
        names.append(" ".join(sorted(said.office)))
    for epoch in sorted({day // _EPOCH, (day + _EPOCH // 2) // _EPOCH}):
        yield from (_number("by", name, str(epoch)) for name in dict.fromkeys(names) if name)


def _number(*parts: str) -> int:
    """A signed number of 63 bits, the same in every run."""
    digest = hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True) >> 1
