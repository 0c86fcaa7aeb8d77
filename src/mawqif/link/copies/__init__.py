"""Reports whose texts have to do with each other: which are candidates, what they share, which came first.

`keys` finds candidates without looking at every pair, `compare` says what two of them are to each other, `first` which
of them came first. Everything is a pure function of the bodies (docs/copies.md).
"""

from __future__ import annotations

from mawqif.link.copies.candidates import MOST, keys
from mawqif.link.copies.kinds import compare
from mawqif.link.copies.order import first

__all__ = ["MOST", "compare", "first", "keys"]
