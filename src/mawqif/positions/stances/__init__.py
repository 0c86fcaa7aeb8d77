"""Stances on issues: what statements, and the narrator outside them, hold of the propositions that a user describes.

`aboutness` finds what is on an issue, `polarity` what the words before it make of it, `after` what is said of it as a
subject, `holders` whose position that is; `told` does the same outside the statements. Every position names its rule.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from mawqif.lexicon import Lexicon
from mawqif.model import Issue, Passage, Statement, ToldPosition
from mawqif.positions.stances.aboutness import Aboutness, pointing
from mawqif.positions.stances.statements import Taker
from mawqif.positions.stances.told import told
from mawqif.positions.stances.wordings import Wordings

__all__ = ["take"]


def take(
    passage: Passage, statements: Sequence[Statement], issues: Sequence[Issue], lexicon: Lexicon
) -> tuple[tuple[Statement, ...], tuple[ToldPosition, ...]]:
    """The statements with the positions that they take on the issues, and those that the narrator tells."""
    asked = tuple(issues)
    mentions = _aboutness(asked, lexicon).mentions(passage)
    if not mentions:
        return tuple(statements), ()
    mentions = sorted((*mentions, *pointing(passage, mentions)), key=lambda m: m.first)
    taker = Taker(passage, statements, asked, lexicon)
    return taker.taken(mentions), told(taker, mentions)


@functools.lru_cache(maxsize=8)
def _aboutness(issues: tuple[Issue, ...], lexicon: Lexicon) -> Aboutness:
    return Aboutness(issues, Wordings(issues, lexicon))
