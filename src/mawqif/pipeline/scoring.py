"""What the score of a statement rests on, and the scores themselves."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mawqif.lexicon import Lexicon, Shares
from mawqif.model import Statement

# Words of a content that make it short, middling, long.
_LENGTHS = ((4, "tiny"), (9, "short"), (31, "middling"))


def evidence(statement: Statement, goes_on: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the score of a statement rests on: what is known of its content, and of its speaker.

    Both from the widest to the narrowest: the frame, the sort of cue, the length; the rule that found
    the speaker, whether the speaker of the statement before `goes_on`, the words of the name, the kind.
    """
    sort, _, frame = statement.rule.partition(":")
    length = _step(len(statement.content.text.split()), _LENGTHS, "long")
    speaker = statement.speaker
    words = min(len((speaker.name or "").split()), 3)
    turn = "goes-on" if goes_on else "another"
    return (frame, sort, length), (speaker.rule, turn, str(words), speaker.kind.value)


def _step(n: int, steps: tuple[tuple[int, str], ...], last: str) -> str:
    return next((name for under, name in steps if n < under), last)


def turns(statements: Sequence[Statement]) -> Iterator[tuple[Statement, bool]]:
    """Each statement with whether its speaker goes on: the one of the statement before has the same name."""
    last: str | None = None
    for statement in statements:
        name = statement.speaker.name
        yield statement, name is not None and name == last
        last = name


@functools.lru_cache(maxsize=1 << 13)
def _share(lexicon: Lexicon, name: str, known: tuple[str, ...]) -> float:
    """The share to expect by what is known, remembered: few things are told apart."""
    return lexicon.scores.get(name, Shares()).of(known)


def scored(statements: Sequence[Statement], lexicon: Lexicon) -> tuple[Statement, ...]:
    """The statements with the probability that content and speaker are both right; 0 where nobody is named."""
    unseen = lexicon.scores["unseen"].of(()) if "unseen" in lexicon.scores else 1.0
    out = []
    for statement, goes_on in turns(statements):
        content, speaker = evidence(statement, goes_on)
        named = statement.speaker.name is not None
        share = _share(lexicon, "content", content) * _share(lexicon, "speaker", speaker) * unseen if named else 0.0
        out.append(replace(statement, score=round(share, 2)))
    return tuple(out)
