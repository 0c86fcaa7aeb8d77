"""Under which numbers a report is looked up, so that only reports that may share text are compared.

Two kinds of MinHash over shingles of folded words, hashed by rensa. Of each window of the body the least hash is a
key (winnowing), a clause's before a title's: whatever 24 words in a row two reports have in common, wherever they stand
and whatever stands around them, they share a key, so that three lifted paragraphs in an otherwise own text are found.
Bands over the whole body find its near copies also where a formula has crowded the other keys.
"""

from __future__ import annotations

from collections.abc import Sequence

from rensa import RMinHash

from mawqif.link.body import Body
from mawqif.link.copies.joining import JOINING

MOST = 12  # reports under one key that are looked at, nearest in time first: a formula has thousands

SHINGLE = 5  # words; a name with its title has more, and so has a formula, but few common turns of phrase
WINDOW = 20  # shingles of which one at least is a key
_NARROW, _KEYS_WANTED = 6, 12  # the window of a short body is narrower, so that it too has some keys
_BANDS, _ROWS, _SEED = 4, 4, 7
_MASK = (1 << 63) - 1
_LAST = 1 << 64  # above every hash


def keys(body: Body) -> tuple[int, ...]:
    """The keys of a body, ascending, each a number of 63 bits; none where there is not a word."""
    hashes = _hashes(body.forms)
    if not hashes:
        return ()
    window = max(_NARROW, min(WINDOW, len(hashes) // _KEYS_WANTED))
    return tuple(sorted({h & _MASK for h in (*_winnowed(_clauses_first(hashes, body.forms), window), *_bands(hashes))}))


def _hashes(forms: Sequence[str]) -> list[int]:
    """The hash of each shingle, in order: the same on every machine and in every run."""
    size = min(SHINGLE, len(forms))
    if not size:
        return []
    shingles = list(map(" ".join, zip(*(forms[i:] for i in range(size)), strict=False)))
    hashed: list[int] = RMinHash.hash_token_sets([shingles])[0]
    return hashed


def _clauses_first(hashes: Sequence[int], forms: Sequence[str]) -> list[int]:
    """The hashes, with those of shingles without a joining word above all others.

    Where a window has clauses, a title that stands in thousands of reports is then none of its keys.
    """
    joined = bytearray(len(hashes))
    for i, form in enumerate(forms):
        if form in JOINING:
            first, last = max(0, i - SHINGLE + 1), min(i + 1, len(joined))
            joined[first:last] = b"\1" * (last - first)
    return [h if clause else h | _LAST for h, clause in zip(hashes, joined, strict=True)]


def _winnowed(hashes: Sequence[int], window: int) -> set[int]:
    """The least hash of each window, the last one of several. A narrower window has all that a wider one has."""
    window = min(window, len(hashes))
    kept: set[int] = set()
    best = -1
    for last in range(window - 1, len(hashes)):
        first = last - window + 1
        if best < first:
            seen = hashes[first : last + 1]
            best = last - seen[::-1].index(min(seen))
        elif hashes[last] <= hashes[best]:
            best = last
        else:
            continue
        kept.add(hashes[best])
    return kept


def _bands(hashes: Sequence[int]) -> list[int]:
    """The whole body's MinHash in bands: bodies that share most of their shingles share one of these."""
    digest = RMinHash.digest_matrix_from_flat_token_hashes(hashes, [0, len(hashes)], _BANDS * _ROWS, _SEED)
    row = digest.to_rows()[0]
    bands = [row[i : i + _ROWS] for i in range(0, len(row), _ROWS)]
    hashed: list[int] = RMinHash.hash_token_sets([[f"{n} {band}" for n, band in enumerate(bands)]])[0]
    return hashed
