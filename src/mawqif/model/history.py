"""Positions in time: sayings as reports carry them, the stands that they add up to, and what changed between stands."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass

from mawqif.model.enums import Kind, Stance
from mawqif.model.identity import digest
from mawqif.model.spans import Date, Span
from mawqif.model.statements import Position, Statement, ToldPosition


class Voice(enum.StrEnum):
    """On whose authority we have it: the holder's (or who speaks for it), another party's, the narrator's."""

    OWN = "own"
    ASCRIBED = "ascribed"
    TOLD = "told"


class Aside(enum.StrEnum):
    """What is said about saying: that it was never said, that nothing will be said, that it is taken back."""

    DENIED = "denied"
    DECLINED = "declined"
    RETRACTED = "retracted"


class Turn(enum.StrEnum):
    """What a stand is beside the one before it."""

    FIRST = "first"
    RESTATED = "restated"
    CONDITION_ADDED = "condition-added"
    CONDITION_DROPPED = "condition-dropped"
    CONDITION_ALTERED = "condition-altered"
    REVERSED = "reversed"
    CONFLICTING = "conflicting"


@dataclass(frozen=True, slots=True)
class Remark:
    """An aside on an issue in one report: whose, its words, and the rule that saw it."""

    issue: str
    actor_name: str | None
    aside: Aside
    evidence: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Level:
    """One for whom a saying counts: a person, the body or the state for which that one speaks.

    `key` is the same for every name of the one; `name` is what a reader is shown.
    """

    key: str
    name: str
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A position or an aside with the report that carries it.

    `statement` is that of the position (None: the narrator's), `day` the statement's or else the report's. `levels` are
    those for whom it counts, the nearest first; `own` says that its speaker is one of them. `noticed` numbers what a
    record came to know, in that order, and `at` is when (None: it is not kept in a record).
    """

    position: Position | ToldPosition | Remark
    statement: Statement | None
    levels: tuple[Level, ...]
    own: bool
    report: str
    day: Date | None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    noticed: int | None = None
    at: dt.datetime | None = None

    @property
    def id(self) -> str:
        """What it says, where: the same when it is found anew, whatever the rule."""
        return position_id(self.report, self.statement.id if self.statement else None, self.position)


def position_id(report: str, statement: str | None, position: Position | ToldPosition | Remark) -> str:
    """The identity of a position or aside in a report: the issue, the holder, what is held, and where it stands."""
    at = statement or (f"{position.evidence.start}:{position.evidence.end}" if position.evidence else "")
    what = position.aside.value if isinstance(position, Remark) else position.stance.value
    leaning = position.leaning if isinstance(position, Position) else None
    return digest("position", report, at, position.issue, position.actor_name or "", what, leaning or "")


@dataclass(frozen=True, slots=True)
class Saying:
    """One position on one issue, or one aside, as one report carries it.

    `levels` are those for whom it counts, the nearest first and the state last; none where the holder cannot be told.
    `speaker` is who said so (None: nobody named, or the narrator), `via` what stands between speaker and outlet, the
    nearest to the speaker first. `quotation` are the reported words, `evidence` those among them that show the stance.
    `day` is None where neither statement nor report is dated; `noticed` and `at` are as in `Found`. `restated` says
    that the words give the position as an old one. `statement` is the statement's id and `score` its
    score, both None for what the narrator tells.
    """

    id: str
    issue: str
    levels: tuple[Level, ...]
    voice: Voice
    stance: Stance | None
    leaning: Stance | None
    quotation: Span
    evidence: Span
    report: str
    day: Date | None = None
    speaker: str | None = None
    office: str | None = None
    via: tuple[str, ...] = ()
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    statement: str | None = None
    conditions: tuple[Span, ...] = ()
    exceptions: tuple[Span, ...] = ()
    restated: bool = False
    aside: Aside | None = None
    rule: str = ""
    score: float | None = None
    noticed: int | None = None
    at: dt.datetime | None = None

    @property
    def direction(self) -> Stance | None:
        """Support or oppose, conditional or not; None where a condition points no way, and for asides."""
        return self.leaning if self.stance is Stance.CONDITIONAL else self.stance


@dataclass(frozen=True, slots=True)
class Stand:
    """What a holder holds at a time. `direction` is support, oppose, or None where only a condition is known."""

    direction: Stance | None
    conditional: bool
    conditions: tuple[Span, ...] = ()
    exceptions: tuple[Span, ...] = ()

    @property
    def stance(self) -> Stance:
        """The stance as a position has it."""
        return Stance.CONDITIONAL if self.conditional or self.direction is None else self.direction


@dataclass(frozen=True, slots=True)
class Once:
    """What was said once, with the reports that carry it: the first of the sayings is the one to quote."""

    day: Date
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of time in which a stand did not change, and what it was beside the stand before it.

    `first` and `last` are the days of its first and its last utterance. A conflicting step has no stand of its own:
    its utterances point both ways at once, and the stand before it goes on.
    """

    turn: Turn
    first: Date
    last: Date
    utterances: tuple[Once, ...]
    stand: Stand | None
    before: Stand | None = None

    @property
    def sayings(self) -> tuple[Saying, ...]:
        """All sayings, in time."""
        return tuple(s for u in self.utterances for s in u.sayings)


@dataclass(frozen=True, slots=True)
class News:
    """One utterance, or one saying outside the steps, as a piece of news of a holder on an issue.

    `turn` is what it was in its step: the first utterance began the step, later ones restated it; None for what stands
    apart. `sayings` are those that carry it, the one to quote first.
    """

    issue: str
    holder: Level
    sayings: tuple[Saying, ...]
    turn: Turn | None = None
    stand: Stand | None = None
    before: Stand | None = None

    @property
    def saying(self) -> Saying:
        """The one to quote."""
        return self.sayings[0]


@dataclass(frozen=True, slots=True)
class Timeline:
    """What one holder says of one issue in the course of time.

    `steps` are in time and made of the holder's own voice only. What others ascribe to the holder and what narrators
    tell of it stands apart, and so does what has no date.
    """

    issue: str
    holder: Level
    steps: tuple[Step, ...] = ()
    asides: tuple[Saying, ...] = ()
    ascribed: tuple[Saying, ...] = ()
    told: tuple[Saying, ...] = ()
    undated: tuple[Saying, ...] = ()

    @property
    def present(self) -> Step | None:
        """The last step that has a stand."""
        return next((s for s in reversed(self.steps) if s.stand), None)

    @property
    def since(self) -> Date | None:
        """The day from which the present stand was held as it is."""
        stands = [s for s in self.steps if s.stand]
        while len(stands) > 1 and stands[-1].turn is Turn.RESTATED:
            stands.pop()
        return stands[-1].first if stands else None

    @property
    def contested(self) -> bool:
        """Whether the last that was heard pointed both ways."""
        return bool(self.steps) and self.steps[-1].turn is Turn.CONFLICTING

    @property
    def direction_since(self) -> Date | None:
        """The day from which the present direction was held without a break, under whatever conditions."""
        stands = [s for s in self.steps if s.stand]
        if not stands:
            return None
        since = stands[-1]
        for step in reversed(stands):
            if step.stand and since.stand and step.stand.direction is not since.stand.direction:
                break
            since = step
        return since.first

    @property
    def sayings(self) -> tuple[Saying, ...]:
        """All that is known, in no order of time."""
        steps = tuple(s for step in self.steps for s in step.sayings)
        return (*steps, *self.asides, *self.ascribed, *self.told, *self.undated)
