"""Stances on issues: what statements, and the narrator outside them, hold of the propositions that a user describes.

`aboutness` finds what is on an issue, `polarity` what the words before it make of it, `relative` what a relative clause
does, `after` what is said of it as a subject; `stands` puts these together, `holders` tells whose position that is;
`told` does the same outside the statements. Every position names its rule.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from mawqif.lexicon import Lexicon
from mawqif.model import Issue, Passage, Statement, ToldPosition
from mawqif.positions.stances.aboutness import Aboutness, Mention
from mawqif.positions.stances.pointing import pointing
from mawqif.positions.stances.predicates import predicates
from mawqif.positions.stances.statements import Taker
from mawqif.positions.stances.told import told
from mawqif.positions.stances.wordings import Wordings

__all__ = ["mentions", "take"]


def take(
    passage: Passage, statements: Sequence[Statement], issues: Sequence[Issue], lexicon: Lexicon
) -> tuple[tuple[Statement, ...], tuple[ToldPosition, ...]]:
    """The statements with the positions that they take on the issues, and those that the narrator tells."""
    asked = tuple(issues)
    found = mentions(passage, asked, lexicon)
    if not found:
        return tuple(statements), ()
    found = sorted((*found, *pointing(passage, found, predicates(lexicon))), key=lambda m: m.first)
    taker = Taker(passage, statements, asked, lexicon)
    return taker.taken(found), told(taker, found)


def mentions(passage: Passage, issues: Sequence[Issue], lexicon: Lexicon) -> list[Mention]:
    """Where a report speaks of the issues, in the order of the text; each with the index of its issue."""
    return _aboutness(tuple(issues), lexicon).mentions(passage)


@functools.lru_cache(maxsize=8)
def _aboutness(issues: tuple[Issue, ...], lexicon: Lexicon) -> Aboutness:
    return Aboutness(issues, Wordings(issues, lexicon))
