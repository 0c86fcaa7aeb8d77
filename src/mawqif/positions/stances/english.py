"""Stances in English words: «support for the resolution», «our position against normalization», «will not lift».

English too puts what governs before what is governed. The words before a mention are read leftwards within their
clause: each that is in a list of `stances.yaml` counts, and one of attitude must be among them.
"""

from __future__ import annotations

from typing import NamedTuple

from mawqif.model import Passage
from mawqif.positions.stances.predicates import Predicates

_REACH = 9  # words before a mention
_STOPS = frozenset(".;:!?\n«»")
_ENDS = frozenset(("and", "but", "while", "which", "that", "because", "if", "whether", "after", "before"))


class Said(NamedTuple):
    """The sign of a stance and the token of the outermost word that shows it."""

    sign: int
    first: int


def is_english(form: str) -> bool:
    """Whether a folded word is written in Latin letters or digits."""
    return form.isascii()


def said(passage: Passage, lists: Predicates, first: int, low: int) -> Said | None:
    """What the English words before the mention that begins at token `first` make of it; None for no stance."""
    value, at = 1, None
    for i in range(first - 1, max(low, first - _REACH) - 1, -1):
        word = passage.tokens[i].form
        if _STOPS.intersection(passage.gaps[i + 1]) or (word in _ENDS and at is not None):
            break
        if word in lists.words("en_against"):
            value, at = -value, i
        elif word in lists.words("en_for"):
            at = i
        elif word in lists.words("en_stop") or (word in lists.words("en_not") and at is not None):
            value = -value
        elif not is_english(word):
            break
    return None if at is None else Said(value, at)
