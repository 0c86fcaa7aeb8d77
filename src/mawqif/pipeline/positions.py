"""Positions over a record: found where they are missing, gathered as sayings, told in time.

Nothing here keeps anything by itself: `Kept` is what a record offers (`store.Record.positions`).
"""

from __future__ import annotations

import functools
import os
from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from mawqif.arabic import fold, plain
from mawqif.errors import InputError, MawqifError
from mawqif.i18n import N_
from mawqif.lexicon import Lexicon, State
from mawqif.model import (
    Date,
    Found,
    Issue,
    Level,
    Position,
    Remark,
    Report,
    Saying,
    Stance,
    Statement,
    Timeline,
    ToldPosition,
    Voice,
)
from mawqif.pipeline import in_plain, led_back, positions_of
from mawqif.positions.asides import Hit, asides
from mawqif.positions.history import news, once, outermost, quoted, timelines
from mawqif.positions.history.holders import Holders
from mawqif.segment import passage

__all__ = ["Asked", "Kept", "found_in", "history", "news", "once", "pending", "quoted", "refresh", "sayings"]


FAILED = N_("report {id}: finding positions failed ({reason}); it is left out")


class Kept(Protocol):
    """What a record offers to whoever looks for positions."""

    def issues(self) -> tuple[Issue, ...]:
        """The issues that are kept."""

    def proposed(self, issue: Issue, wordings: Sequence[str], *, unlooked: bool = False) -> list[int]:
        """Handles of the reports that hold one of these wordings; with `unlooked`, of those not searched yet."""

    def read(self, handle: int) -> tuple[Report, tuple[Statement, ...]]:
        """The report of a handle with its statements."""

    def across(self, found: Sequence[Found]) -> list[Found]:
        """What was found in a report, with its speakers as they are known across reports."""

    def put(self, handle: int, issues: Iterable[Issue], found: Sequence[Found]) -> None:
        """Keep what was found on these issues in the report of a handle."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asks of positions; None asks for everything.

    With `until` everything is as it was known then; with `since` only holders that were heard since. `outlet` takes
    what outlets of that name carried, `stance` the holders that hold it now, `actor` one at any level; `min_score`
    leaves doubtful statements out.
    """

    actor: str | None = None
    since: Date | None = None
    until: Date | None = None
    stance: Stance | None = None
    outlet: str | None = None
    min_score: float | None = None


def pending(kept: Kept, lexicon: Lexicon) -> dict[int, list[Issue]]:
    """By handle, the reports that were not searched for some issues, and these issues."""
    work: defaultdict[int, list[Issue]] = defaultdict(list)
    for issue in kept.issues():
        for handle in kept.proposed(issue, _wordings(issue, lexicon), unlooked=True):
            work[handle].append(issue)
    return dict(sorted(work.items()))


def refresh(kept: Kept, lexicon: Lexicon, work: dict[int, list[Issue]]) -> Generator[str | MawqifError, None, None]:
    """Find and keep what is pending; gives the id of each report when it is done.

    A report in which finding fails costs itself alone: the error comes in its place, and it stays pending.
    """
    for handle, issues in work.items():
        report, statements = kept.read(handle)
        found = _safely(report, statements, issues, lexicon)
        if isinstance(found, MawqifError):
            yield found
        else:
            kept.put(handle, issues, found)
            yield report.id


def _safely(
    report: Report, statements: Sequence[Statement], issues: Sequence[Issue], lexicon: Lexicon
) -> list[Found] | MawqifError:
    try:
        return _found(report, statements, issues, lexicon)
    except Exception as e:
        if os.environ.get("MAWQIF_DEBUG"):
            raise
        return InputError(FAILED, id=report.id, reason=f"{type(e).__name__}: {e}")


def found_in(
    kept: Kept, issue: Issue, lexicon: Lexicon
) -> tuple[int, Generator[list[Found] | MawqifError, None, None]]:
    """How many reports may speak of an issue that is not kept, and what is found in each of them in turn."""
    handles = kept.proposed(issue, _wordings(issue, lexicon))
    results = (_safely(*kept.read(handle), (issue,), lexicon) for handle in handles)
    return len(handles), (r if isinstance(r, MawqifError) else kept.across(r) for r in results)


def _found(report: Report, statements: Sequence[Statement], issues: Sequence[Issue], lexicon: Lexicon) -> list[Found]:
    """The positions of statements, those that the narrator tells, and the asides, which take some of them away."""
    taken, told = positions_of(report, statements, issues, lexicon)
    hits = _asides(report, statements, issues, lexicon)
    void = {(n, hit.issue) for hit in hits for n in hit.void}
    bare = [replace(s, positions=()) for s in taken]
    held: list[tuple[Position | ToldPosition | Remark, Statement | None]] = [
        (p, bare[n]) for n, s in enumerate(taken) for p in s.positions if (n, p.issue) not in void
    ]
    held += [(t, None) for t in told if not any(_within(t, hit) for hit in hits)]
    held += [
        (Remark(h.issue, h.actor_name, h.aside, h.evidence, f"aside:{h.aside}"), _of(bare, h.statement)) for h in hits
    ]
    holders = _holders(lexicon)
    return [_carried(report, position, statement, holders) for position, statement in held]


def _asides(
    report: Report, statements: Sequence[Statement], issues: Sequence[Issue], lexicon: Lexicon
) -> tuple[Hit, ...]:
    """The asides of a kept report, in its text as given."""
    given = plain(report.text)
    hits = asides(passage(report), [in_plain(s, given) for s in statements], issues, lexicon)
    return tuple(replace(h, evidence=led_back(h.evidence, given)) for h in hits)


def _of(statements: Sequence[Statement], n: int | None) -> Statement | None:
    return None if n is None else statements[n]


def _within(told: ToldPosition, hit: Hit) -> bool:
    same = told.issue == hit.issue
    return same and told.evidence.start < hit.evidence.end and hit.evidence.start < told.evidence.end


@functools.lru_cache(maxsize=4)
def _holders(lexicon: Lexicon) -> Holders:
    return Holders(lexicon)


def _carried(
    report: Report, position: Position | ToldPosition | Remark, statement: Statement | None, holders: Holders
) -> Found:
    day = (statement.date if statement else None) or report.day
    name = position.actor_name
    if statement:
        levels, own = holders.of_position(name, statement.speaker, day)
    else:
        levels, own = holders.of_name(name, day=day) if name else (), False
    return Found(
        position=position,
        statement=statement,
        levels=levels,
        own=own,
        report=report.id,
        day=day,
        outlet=report.outlet.value if report.outlet else None,
        title=report.title.value if report.title else None,
        url=report.url,
    )


def _wordings(issue: Issue, lexicon: Lexicon) -> tuple[str, ...]:
    """What one of must stand in a report on the issue: what it is about, a state by any of its names.

    Names are found in all their forms. What the issue would do comes as verbs and nouns of many forms, so that it is
    asked for only where nothing else is.
    """
    if not issue.with_:
        return (*issue.about, *issue.against)
    names = {fold(n): s for s in lexicon.states for n in _names(s)}
    return tuple(dict.fromkeys(n for w in issue.with_ for n in (w, *_names(names.get(fold(w))))))


def _names(state: State | None) -> tuple[str, ...]:
    return (state.name, *state.aliases, *state.metonyms, *state.en) if state else ()


def sayings(found: Iterable[Found]) -> Iterator[Saying]:
    """What was found as timelines take it."""
    return map(_saying, found)


def _saying(f: Found) -> Saying:
    p, s = f.position, f.statement
    evidence = p.evidence or (s.content if s else None)
    assert evidence is not None
    return Saying(
        id=f.id,
        issue=p.issue,
        levels=f.levels,
        voice=Voice.TOLD if s is None else Voice.OWN if f.own else Voice.ASCRIBED,
        stance=None if isinstance(p, Remark) else p.stance,
        leaning=p.leaning if isinstance(p, Position) else None,
        quotation=s.content if s and not isinstance(p, Remark) else evidence,
        evidence=evidence,
        report=f.report,
        day=f.day,
        speaker=_name(s),
        office=s.speaker.office if s else None,
        via=tuple(v.text for v in s.via) if s else (),
        outlet=f.outlet,
        title=f.title,
        url=f.url,
        statement=s.id if s else None,
        conditions=s.conditions if s else (),
        exceptions=s.exceptions if s else (),
        restated=isinstance(p, Position) and p.restated,
        aside=p.aside if isinstance(p, Remark) else None,
        rule=p.rule,
        score=s.score if s else None,
        noticed=f.noticed,
        at=f.at,
    )


def _name(statement: Statement | None) -> str | None:
    """Who said it: the name, else the words at the cue."""
    if statement is None:
        return None
    speaker = statement.speaker
    return speaker.name or (speaker.mention.text if speaker.mention else None)


def history(found: Iterable[Saying], asked: Asked, lexicon: Lexicon) -> tuple[Timeline, ...]:
    """The timelines that are asked for: of the outermost holders, or of the one that `actor` names at any level."""
    taken = [s for s in found if _asked_for(s, asked)]
    lines = timelines(taken, _pick(asked.actor, taken, lexicon))
    asked_for = (line for line in lines if asked.stance is None or _holds(line, asked.stance))
    return tuple(line for line in asked_for if _heard(line, asked.since))


def _pick(actor: str | None, found: Iterable[Saying], lexicon: Lexicon) -> Callable[[Saying], Level | None]:
    """Whose a saying is: the outermost level's, or that of the level that is asked for, under any of its names."""
    if actor is None:
        return outermost
    key = _holders(lexicon).of_name(actor)[0].key
    words = set(fold(actor).lower().split())
    levels = {(level.key, level.name) for saying in found for level in saying.levels}
    named = {k for k, name in levels if k == actor or words <= set(fold(name).lower().split())}

    def pick(saying: Saying) -> Level | None:
        same = (level for level in saying.levels if level.key == key)
        others = (level for level in saying.levels if level.key in named)
        return next(same, None) or next(others, None)

    return pick


def _asked_for(saying: Saying, asked: Asked) -> bool:
    """Whether the saying is of the outlet, not later than the day and as sure as is asked for."""
    if asked.until and saying.day and saying.day > asked.until:
        return False
    if asked.min_score is not None and saying.score is not None and saying.score < asked.min_score:
        return False
    return asked.outlet is None or fold(asked.outlet) in fold(saying.outlet or "")


def _holds(line: Timeline, stance: Stance) -> bool:
    return line.present is not None and line.present.stand is not None and line.present.stand.stance is stance


def _heard(line: Timeline, since: Date | None) -> bool:
    """Whether anything is known of the holder from this day on, or without a day."""
    return any(since is None or s.day is None or s.day >= since for s in line.sayings)
