"""What links reports and statements to each other: copies, sayings that are one, stories, each with its reason."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from mawqif.model.enums import Stance
from mawqif.model.reports import Report
from mawqif.model.spans import Date, Span
from mawqif.model.statements import Statement


class Area(enum.IntEnum):
    """What is looked up by numbers that like things share: reports for copies, statements, reports for stories."""

    COPIES = 1
    SAYINGS = 2
    STORIES = 3


@dataclass(frozen=True, slots=True)
class Quoted:
    """A kept statement as people corrected it, with what is known of its report; `actor` is that across reports.

    `carrier` is the handle of the report.
    """

    handle: int
    carrier: int
    statement: Statement
    report: str
    outlet: str | None
    day: Date | None
    actor: str | None


@dataclass(frozen=True, slots=True)
class Carrier:
    """A kept report with its statements, for whoever links it with others."""

    handle: int
    report: Report
    quoted: tuple[Quoted, ...]


class Kinship(enum.StrEnum):
    """What the text of one report is beside that of another.

    Identical: the same up to spacing, headline and furniture. Syndicated: one agency text or communiqué in both, cut
    or lightly edited. Part-copied: whole sentences lifted, much of the shorter one its own. Independent: the same
    event in own words; a shared quotation alone is no copy. Template: one formula for different events. Pairs that
    are unrelated are not kept.
    """

    IDENTICAL = "identical"
    SYNDICATED = "syndicated"
    PART_COPIED = "part-copied"
    INDEPENDENT = "independent"
    TEMPLATE = "template"

    @property
    def copied(self) -> bool:
        """Whether text of one went into the other."""
        return self in (Kinship.IDENTICAL, Kinship.SYNDICATED, Kinship.PART_COPIED)


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage that two reports have in common, word by word up to spelling: where it stands in each."""

    a: Span
    b: Span
    words: int


@dataclass(frozen=True, slots=True)
class Kin:
    """Two reports whose texts have to do with each other; `a` is before `b` by id.

    `share_a` and `share_b` are the shares of each one's words that stand in what is `shared` (in the order of `a`).
    `rule` names why it is of this kind; `credit` the agency or outlet that both, or the copy, name as the source.
    `first` is the id of the one that came first, and `first_rule` what says so (None: nothing does).
    """

    a: str
    b: str
    kinship: Kinship
    rule: str
    share_a: float
    share_b: float
    shared: tuple[Shared, ...] = ()
    credit: str | None = None
    first: str | None = None
    first_rule: str | None = None


class Echo(enum.StrEnum):
    """Why a statement carries the same saying as another one of its utterance.

    Same: the same words up to spelling and ellipses. Overlap: overlapping excerpts of one longer quotation. Copied: at
    the same place of a text that was copied. Paraphrase: in other words, near in time. Translation: in another
    language. `ALONE`: the first, or the only one.
    """

    ALONE = "alone"
    SAME = "same"
    OVERLAP = "overlap"
    COPIED = "copied"
    PARAPHRASE = "paraphrase"
    TRANSLATION = "translation"


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as it is compared with others; `mawqif.link.sayings.said` makes it.

    `roots` are the keys of the words of the content that tell something, in order, with their `weights`, `bag` the set
    of them, `denied` which of them stand behind a negation, `numbers` the numbers among all words, `poles` the sides of
    opposites that are named (3 and -3 are each other's). `speaker` are the keys of the name's words in order (empty:
    nobody is named), `person` says that a person bears it; `office` the keys of the office or of what an unnamed source
    is called, `mention` those of the words at the cue, `voices` the ids of whom the speaker speaks for, `actor` the id
    that the speaker has across reports. `first` and `last` are the days between which it was said as far as is known
    (None: unknown). `side` is -1 where the cue says no to the content (it denies, rejects, condemns, warns), 1 where it
    says yes, 0 where it only reports; `turned` that it denies, `negated` that the cue itself is negated. `latin`: the
    content is written in Latin letters.
    """

    statement: str
    report: str
    at: int
    roots: tuple[str, ...] = ()
    weights: tuple[float, ...] = ()
    bag: frozenset[str] = frozenset()
    denied: frozenset[int] = frozenset()
    numbers: frozenset[str] = frozenset()
    poles: frozenset[int] = frozenset()
    speaker: tuple[str, ...] = ()
    person: bool = False
    office: frozenset[str] = frozenset()
    mention: frozenset[str] = frozenset()
    voices: frozenset[str] = frozenset()
    actor: str | None = None
    outlet: str | None = None
    first: Date | None = None
    last: Date | None = None
    act: str = "state"
    side: int = 0
    turned: bool = False
    negated: bool = False
    stances: frozenset[tuple[str, Stance]] = frozenset()
    latin: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class Heeded:
    """Two statements that carry one saying (or, with `again`, the same saying on another day), and why."""

    a: str
    b: str
    echo: Echo
    rule: str
    again: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """A statement of an utterance: how it carries the saying, beside which other statement, and the rule."""

    statement: str
    echo: Echo
    beside: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Utterance:
    """What was said once: all statements that carry it, the earliest first."""

    id: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """Two reports that may tell of one event: how much speaks for it (0 to 1), and the rule."""

    a: str
    b: str
    weight: float
    rule: str


@dataclass(frozen=True, slots=True)
class Story:
    """Reports on the same event, by id, each with the rule that put it there."""

    id: str
    reports: tuple[tuple[str, str], ...]
