"""One saying in two wordings: the words side by side, and what of it a reader should be told."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from mawqif.model.spans import Span
from mawqif.model.statements import Statement


class Change(enum.StrEnum):
    """What became of a stretch of words from the first wording to the second."""

    EQUAL = "equal"
    CUT = "cut"
    ADDED = "added"
    CHANGED = "changed"


class Flag(enum.StrEnum):
    """What the second wording did to the first that changes what was said, or how it sounds.

    Sharpened, softened: by a stronger or weaker cue («قال», «شدد»). Loaded: a neutral cue became one that judges what
    is said («زعم»); neutralised: the other way. Unquoted: direct words became indirect ones; quoted: the other way.
    """

    NEGATION_LOST = "negation lost"
    NEGATION_ADDED = "negation added"
    CONDITION_DROPPED = "condition dropped"
    CONDITION_ADDED = "condition added"
    EXCEPTION_DROPPED = "exception dropped"
    EXCEPTION_ADDED = "exception added"
    NUMBER_CHANGED = "number changed"
    SPEAKER = "speaker different"
    LOADED = "loaded"
    NEUTRALISED = "neutralised"
    SHARPENED = "sharpened"
    SOFTENED = "softened"
    UNQUOTED = "unquoted"
    QUOTED = "quoted"


@dataclass(frozen=True, slots=True)
class Wording:
    """A saying as one text has it: its words, and what was found about them there. Spans lie in that text.

    Of pasted words only the content is known: `cue` and `mode` None, no speaker, no conditions.
    """

    content: Span
    cue: Span | None = None
    speaker: str | None = None
    actor: str | None = None
    mode: str | None = None
    negated: bool = False
    conditions: tuple[Span, ...] = ()
    exceptions: tuple[Span, ...] = ()

    @staticmethod
    def of(statement: Statement) -> Wording:
        """The wording of a statement."""
        return Wording(
            statement.content,
            statement.cue,
            statement.speaker.name,
            statement.speaker.actor,
            statement.mode,
            statement.negated,
            statement.conditions,
            statement.exceptions,
        )


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of two wordings side by side: `a` of the first (None where added), `b` of the second (None where cut).

    `clitic`: only what is written together with a word differs, and the spans are that («و» of «وقال»); the piece
    behind it begins within the same word.
    """

    change: Change
    a: Span | None
    b: Span | None
    clitic: bool = False


@dataclass(frozen=True, slots=True)
class Flagged:
    """A flag with the words that show it, in the first and in the second wording."""

    flag: Flag
    a: Span | None
    b: Span | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two wordings side by side. `kept` is the share of the first's words that the second has, `taken` the share of
    the second's words that are the first's: the same words, whatever is written together with them.
    """

    pieces: tuple[Piece, ...]
    flags: tuple[Flagged, ...]
    kept: float
    taken: float

    @property
    def verbatim(self) -> bool:
        """Whether the words are the same up to spelling."""
        return all(p.change is Change.EQUAL for p in self.pieces)

    @property
    def excerpt(self) -> bool:
        """Whether the second is a run of the first's words: nothing changed, added or left out between them."""
        kinds = [p.change for p in self.pieces]
        inner = kinds[1:] if kinds[:1] == [Change.CUT] else kinds
        inner = inner[:-1] if inner[-1:] == [Change.CUT] else inner
        return inner == [Change.EQUAL]
