"""Occasions as reports tell them, and what they come to across reports."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from mawqif.model.enums import Setting
from mawqif.model.spans import Date
from mawqif.model.statements import Statement


class Bond(enum.StrEnum):
    """Why a statement is told of the same occasion as another one.

    In one report: the same words tell it, it points back («الاتصال»), the same speaker goes on in it. Across reports:
    both parties of a call or a meeting, in either order; speaker and other party; a name that only one such occasion
    has on a day; speaker and naming words; the same speaker saying the same. `ALONE`: the first, or the only one.
    """

    ALONE = "alone"
    SAME_MENTION = "same-mention"
    POINTS_BACK = "points-back"
    GOES_ON = "goes-on"
    BOTH_PARTIES = "both-parties"
    SPEAKER_PARTY = "speaker-party"
    NAMED = "named"
    SPEAKER_NAMED = "speaker-named"
    SAME_SAYING = "same-saying"


@dataclass(frozen=True, slots=True)
class Setup:
    """A statement with an occasion, the id and day of its report (None: unknown), and the words behind the occasion."""

    statement: Statement
    report: str
    day: Date | None
    after: str


@dataclass(frozen=True, slots=True)
class Heard:
    """What one statement tells of its occasion, in words as they are compared (folded stems).

    `at` is where its words stand in the report. `first` and `last` are the days on which it may have been (None:
    unknown); they are one where the statement has a time of its own. `speaker` are the words of the name (empty:
    nobody is named) and `actor` the id in the registry. `party` are all words of the other party, `party_name` those
    that are neither title nor office. `naming` are the words that tell it from others of its kind, `unique` says that
    a body that is the only one of its name is among them; `said` the words of the content. `definite`: its noun has an
    article and nothing else tells it.
    """

    statement: str
    report: str
    kind: Setting
    at: int
    first: Date | None = None
    last: Date | None = None
    speaker: frozenset[str] = frozenset()
    actor: str | None = None
    party: frozenset[str] = frozenset()
    party_name: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    unique: bool = False
    said: frozenset[str] = frozenset()
    place: str | None = None
    definite: bool = False


@dataclass(frozen=True, slots=True)
class Happened:
    """An occasion with the statements that were made on it, each with why it belongs, in the order of their ids.

    `first` and `last` are the days between which it was, as far as all its reports agree (None: unknown).
    """

    id: str
    kind: Setting
    first: Date | None
    last: Date | None
    place: str | None
    statements: tuple[tuple[str, Bond], ...]
