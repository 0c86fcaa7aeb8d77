"""Statements with everything that surrounds them, and what the pipeline found in one report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from mawqif.model.enums import Act, Kind, Mode, Setting, Stance
from mawqif.model.reports import Report
from mawqif.model.spans import Date, Span


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or time expression in a text: its span, the day if it resolves, and the rule that read it."""

    span: Span
    date: Date | None
    rule: str


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where it was said: the shortest words that name it, and what it is."""

    span: Span
    kind: Setting


@dataclass(frozen=True, slots=True)
class Instrument:
    """A resolution, agreement, law, initiative or procedure that a statement refers to: its words, and its id.

    The id is that of the data files (`instruments.yaml`), else one made of the folded words.
    """

    span: Span
    id: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when: its words and the days that they come to, `date` the last and `begins` the first (None: unknown)."""

    span: Span
    date: Date | None
    begins: Date | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """What the speaker undertakes in a statement: by when, to whom, and the rule that saw it."""

    deadline: Deadline | None
    to: Span | None
    rule: str


@dataclass(frozen=True, slots=True)
class Position:
    """A stance that a statement takes on an issue, and of whom.

    `actor_name` is canonical and need not occur in the report (None: nobody can be told). `leaning` says which way a
    conditional stance points. `evidence` are the words of the content that show the stance; `restated` says that
    they give it as an old one («جدد موقفه»).
    """

    issue: str
    actor_name: str | None
    stance: Stance
    leaning: Stance | None
    rule: str
    evidence: Span | None = None
    restated: bool = False


@dataclass(frozen=True, slots=True)
class ToldPosition:
    """A stance of a third party in the narrator's own voice, outside every statement."""

    issue: str
    actor_name: str
    stance: Stance
    evidence: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """The source of a statement: its mention at the cue and what it resolves to in the report.

    `actor` is the id in the registry of the data files (None: open), `link` the named reason for it. `candidates` are
    the ids that an open one may be; `represents` those of the bodies and the state for which the speaker speaks, the
    nearest first.
    """

    mention: Span | None
    name: str | None
    kind: Kind
    office: str | None = None
    rule: str = ""
    actor: str | None = None
    link: str | None = None
    candidates: tuple[str, ...] = ()
    represents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One cue with its content, attributed to a speaker, in one report.

    `score` is the probability that content and speaker are both right; `rule` names what found it.
    """

    id: str
    content: Span
    cue: Span | None
    speaker: Speaker
    mode: Mode
    act: Act
    via: tuple[Span, ...] = ()
    negated: bool = False
    said_on: Span | None = None
    date: Date | None = None
    occasion: Occasion | None = None
    addressee: Span | None = None
    instruments: tuple[Instrument, ...] = ()
    conditions: tuple[Span, ...] = ()
    exceptions: tuple[Span, ...] = ()
    commitment: Commitment | None = None
    positions: tuple[Position, ...] = ()
    score: float = 0.0
    rule: str = ""

    def moved(self, move: Callable[[Span], Span], id: str | None = None) -> Statement:
        """The same statement with every span led to another text, and with that text's id for it where it is given."""

        def to(span: Span | None) -> Span | None:
            return None if span is None else move(span)

        done = self.commitment
        deadline = done.deadline if done else None
        return replace(
            self,
            id=self.id if id is None else id,
            content=move(self.content),
            cue=to(self.cue),
            speaker=replace(self.speaker, mention=move(self.speaker.mention)) if self.speaker.mention else self.speaker,
            via=tuple(map(move, self.via)),
            said_on=to(self.said_on),
            occasion=replace(self.occasion, span=move(self.occasion.span)) if self.occasion else None,
            addressee=to(self.addressee),
            instruments=tuple(replace(i, span=move(i.span)) for i in self.instruments),
            conditions=tuple(map(move, self.conditions)),
            exceptions=tuple(map(move, self.exceptions)),
            commitment=replace(
                done, deadline=replace(deadline, span=move(deadline.span)) if deadline else None, to=to(done.to)
            )
            if done
            else None,
            positions=tuple(replace(p, evidence=to(p.evidence)) for p in self.positions),
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """What the pipeline found in one report; `asked` are the ids of the issues on which positions were looked for."""

    report: Report
    statements: tuple[Statement, ...]
    told: tuple[ToldPosition, ...] = ()
    asked: tuple[str, ...] = ()

    def above(self, score: float | None) -> Reading:
        """The reading without the statements whose score is below this one; None leaves it as it is."""
        if score is None:
            return self
        return replace(self, statements=tuple(s for s in self.statements if s.score >= score))
