"""A quotation in hand, and what the record holds of it: where, in whose words, and what it left out."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from mawqif.model.reports import Report
from mawqif.model.spans import Date, Span
from mawqif.model.statements import Statement
from mawqif.model.wordings import Comparison


class Likeness(enum.StrEnum):
    """How words of a report stand to those that were pasted, the nearest first.

    Verbatim: the same words up to spelling, marks and what an ellipsis leaves out. Altered: most words in their order.
    Opposite: nearly the same words with another sense: a negation more or less, an opposite verb, or what the speaker
    denied. Reworded: the same saying in other words. Similar: words in common, too few to be the same saying.
    """

    VERBATIM = "verbatim"
    ALTERED = "altered"
    OPPOSITE = "opposite"
    REWORDED = "reworded"
    SIMILAR = "similar"


class Place(enum.StrEnum):
    """Where in a report it stands: in somebody's words, in the narrator's, in the headline or around the report."""

    STATEMENT = "statement"
    NARRATOR = "narrator"
    HEADLINE = "headline"
    FURNITURE = "furniture"


class Sign(enum.StrEnum):
    """What a reader must see beside words that were taken out of a report.

    Condition, exception: it limits what was said, and is not in what was pasted. Negation: it stands right before.
    Denied: the report tells it as what the speaker denied or refused; affirmed: the quotation does, the report does
    not. Supposed: an «if» stands before. Turn: «but» follows. Cut: words are left out without a mark. Leap: so are
    those between two of its sentences. Joined: words of several speakers were put together. Order: the parts stand
    in another order. Nested: the speaker is quoted within the words of another. Unchecked: the languages differ,
    and whether both say yes or no is for the reader to see.
    """

    CONDITION = "condition"
    EXCEPTION = "exception"
    NEGATION = "negation"
    DENIED = "denied"
    AFFIRMED = "affirmed"
    SUPPOSED = "supposed"
    TURN = "turn"
    CUT = "cut"
    LEAP = "leap"
    JOINED = "joined"
    ORDER = "order"
    NESTED = "nested"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Notice:
    """A sign with the words of the report that show it (None: the words themselves)."""

    sign: Sign
    words: Span | None = None


@dataclass(frozen=True, slots=True)
class Within:
    """Which reports are looked at: between two days, of an outlet (a part of its name); None is any."""

    since: Date | None = None
    until: Date | None = None
    outlet: str | None = None


ANYWHERE = Within()


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a report has what was pasted. Spans lie in the report's text as given.

    `span` runs from the first word to the last that both have. `share` is the part of what was pasted that is there,
    rare words counting more. `statement` are the words that hold it (None: nobody's, as far as the program sees), with
    those that have it in theirs in `within`, from the inside outwards. `before` and `after` are the sentences around
    those of `sentence`, which hold the span. `words` are the report's words (the first wording) beside the pasted ones,
    where they were compared one by one. `rule` names what found it.
    """

    report: Report
    span: Span
    likeness: Likeness
    share: float
    place: Place
    rule: str
    words: Comparison | None = None
    statement: Statement | None = None
    within: tuple[Statement, ...] = ()
    notices: tuple[Notice, ...] = ()
    before: Span | None = None
    sentence: Span | None = None
    after: Span | None = None

    @property
    def day(self) -> Date | None:
        """When it was said as far as is known, else the report's day."""
        return (self.statement.date if self.statement else None) or self.report.day


@dataclass(frozen=True, slots=True)
class Finding:
    """What one speaker said of what was pasted (or what is nobody's words), in all reports, the earliest first.

    `best` is the hit that is nearest to what was pasted, the earliest among equals. `asked`: it is the speaker that
    was asked for (None: nobody was); `quoted`: it stands in the words of that one, who says that another said it.
    """

    best: Hit
    hits: tuple[Hit, ...]
    asked: bool | None = None
    quoted: bool = False

    @property
    def likeness(self) -> Likeness:
        """That of the best hit."""
        return self.best.likeness

    @property
    def first(self) -> Hit:
        """The first known report: the earliest of those whose day is known."""
        return min(self.hits, key=lambda h: (h.report.day is None, h.report.day or Date.max, h.report.id))

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that have it, by name."""
        return tuple(sorted({h.report.outlet.value for h in self.hits if h.report.outlet}))


class Said(enum.StrEnum):
    """The answer to «did X say this?».

    Yes: in these words; limited: with a condition or an exception that was left out; altered: in nearly these words;
    reworded: in others; opposite: in the opposite sense; quoted: as what another says; other: another said it; no:
    nobody did, in this record.
    """

    YES = "yes"
    LIMITED = "limited"
    ALTERED = "altered"
    REWORDED = "reworded"
    OPPOSITE = "opposite"
    QUOTED = "quoted"
    OTHER = "other"
    NO = "no"


_MANY = 5  # speakers


@dataclass(frozen=True, slots=True)
class Answer:
    """What the record holds of a quotation.

    `pasted` are its words as they were looked for. `speaker` is who was asked for, or, with `claimed`, who the paste
    itself names; `said` the answer for that speaker (None: nobody was asked for). `nearest` are the most similar words
    where there is no finding. `more` counts further reports that
    have the words and were not looked at one by one. `meaning` says whether the meaning of sentences was compared
    besides their words; `whole` is False where the paste was too long and its end was not looked for.
    """

    pasted: str
    findings: tuple[Finding, ...]
    nearest: tuple[Finding, ...] = ()
    speaker: str | None = None
    claimed: bool = False
    said: Said | None = None
    more: int = 0
    meaning: bool = False
    whole: bool = True

    @property
    def likeness(self) -> Likeness | None:
        """That of the best finding; None where there is none."""
        return self.findings[0].likeness if self.findings else None

    @property
    def common(self) -> bool:
        """Whether so many speakers have used the very words that they are nobody's in particular."""
        return sum(f.likeness is Likeness.VERBATIM and f.best.statement is not None for f in self.findings) >= _MANY
