"""What surrounds the statements of a report: their conditions and exceptions, and what they undertake."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from mawqif.arabic import fold
from mawqif.lexicon import Lexicon
from mawqif.model import Date, Passage, Statement
from mawqif.positions import conditions
from mawqif.positions.commitments import commitment
from mawqif.positions.stretches import stretches


def around(passage: Passage, found: Iterable[Statement], lexicon: Lexicon, day: Date | None) -> list[Statement]:
    """The statements, their spans in the plain text, with conditions, exceptions and commitments.

    `day` is the report's: deadlines are seen from it.
    """
    statements = list(found)
    out = []
    for statement, stretch in zip(statements, stretches(passage, statements), strict=True):
        cue = fold(statement.cue.text) if statement.cue else ""
        limits, exceptions = conditions.around(stretch, statement.act, cue)
        promised = commitment(stretch, statement, lexicon, day)
        if limits or exceptions or promised:
            statement = replace(statement, conditions=limits, exceptions=exceptions, commitment=promised)
        out.append(statement)
    return out
