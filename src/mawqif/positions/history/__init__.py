"""Positions in time: from sayings to the timeline of each holder on each issue.

Only the holder's own voice moves a timeline. A day on which one holder's voices point both ways, or on which another
voice contradicts that of the day before, is a conflict until a later day decides it; so one slip of a minister, or of
the program, reverses nothing by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from mawqif.model import Level, Saying, Step, Timeline, Voice
from mawqif.positions.history.news import news, quoted
from mawqif.positions.history.steps import steps
from mawqif.positions.history.utterances import once, utterances

__all__ = ["news", "once", "outermost", "quoted", "timeline", "timelines"]

Pick = Callable[[Saying], Level | None]


def outermost(saying: Saying) -> Level | None:
    """The last level of a saying: the state where it speaks for one, else the body, else the person."""
    return saying.levels[-1] if saying.levels else None


def timelines(sayings: Iterable[Saying], pick: Pick = outermost) -> tuple[Timeline, ...]:
    """A timeline for each issue and each holder that `pick` names; the holders that were heard last come first.

    Sayings for which `pick` gives None are left out.
    """
    groups: defaultdict[tuple[str, str], list[Saying]] = defaultdict(list)
    names: dict[tuple[str, str], Level] = {}
    for saying in sayings:
        level = pick(saying)
        if level is not None:
            groups[saying.issue, level.key].append(saying)
            names.setdefault((saying.issue, level.key), level)
    made = [timeline(names[key], found) for key, found in groups.items()]
    return tuple(sorted(made, key=_order))


def timeline(holder: Level, sayings: Sequence[Saying]) -> Timeline:
    """What these sayings, all on one issue and all of one holder, come to."""
    ordered = sorted(sayings, key=_in_time)
    stances = [s for s in ordered if s.aside is None]
    own = [s for s in stances if s.voice is Voice.OWN]
    return Timeline(
        issue=sayings[0].issue,
        holder=holder,
        steps=_steps(own),
        asides=tuple(s for s in ordered if s.aside),
        ascribed=tuple(s for s in stances if s.voice is Voice.ASCRIBED),
        told=tuple(s for s in stances if s.voice is Voice.TOLD),
        undated=tuple(s for s in own if s.day is None),
    )


def _steps(own: Sequence[Saying]) -> tuple[Step, ...]:
    return steps(utterances([s for s in own if s.day is not None]))


def _in_time(saying: Saying) -> tuple[str, str, int, str]:
    return (saying.day.isoformat() if saying.day else "9", saying.report, saying.quotation.start, saying.id)


def _order(line: Timeline) -> tuple[str, bool, int, str]:
    last = line.steps[-1].last.toordinal() if line.steps else 0
    return line.issue, not line.steps, -last, line.holder.name
