"""From the utterances of one holder to the steps of its timeline."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from mawqif.model import Once, Saying, Stance, Stand, Step, Turn
from mawqif.positions.history.stands import directions, merged, stand, turn
from mawqif.positions.history.utterances import speaker_key

AT_ONCE = dt.timedelta(days=1)  # other voices that contradict within this are in conflict with what was said
TAKEN_BACK = dt.timedelta(days=7)

Day = tuple[Once, ...]


def steps(utterances: Sequence[Once]) -> tuple[Step, ...]:
    """The steps in these utterances.

    A day's utterances are taken together. A contradiction within a day, or by other voices on the day after, is a
    conflict; the next day that points one way decides whether the stand before it went on or was reversed.
    """
    out: list[Step] = []
    for day in _days(utterances):
        found = directions(_sayings(day))
        if len(found) > 1 or _contradicts(out, day, found):
            _conflict(out, day)
        else:
            _go_on(out, day, stand(_sayings(day), next(iter(found), None)))
    return tuple(_settled(out))


def _settled(found: Sequence[Step]) -> list[Step]:
    """The steps with what was said once, and the other way again within a week, as a conflict: no reversal and back."""
    out: list[Step] = []
    for step in found:
        if out and _takes_back(out, step):
            slip = out.pop()
            before = next(_stands(out), None)
            out.append(replace(slip, turn=Turn.CONFLICTING, stand=None))
            if before and step.stand:
                what = turn(before, step.stand, _direction(out))
                step = replace(step, turn=what, before=before)
        out.append(step)
    return out


def _takes_back(out: Sequence[Step], step: Step) -> bool:
    """Whether this step reverses a reversal that was one utterance of the last days."""
    last = out[-1]
    if not (step.turn is last.turn is Turn.REVERSED and len(last.utterances) == 1):
        return False
    return step.first - last.first <= TAKEN_BACK


def _days(utterances: Sequence[Once]) -> Iterator[Day]:
    for _day, group in groupby(sorted(utterances, key=lambda u: u.day), key=lambda u: u.day):
        yield tuple(group)


def _sayings(day: Day) -> tuple[Saying, ...]:
    return tuple(s for u in day for s in u.sayings)


def _stands(out: Sequence[Step]) -> Iterator[Stand]:
    """The stands up to now, the last one first."""
    return (s.stand for s in reversed(out) if s.stand)


def _direction(out: Sequence[Step]) -> Stance | None:
    """The last direction that was known."""
    return next((s.direction for s in _stands(out) if s.direction), None)


def _contradicts(out: Sequence[Step], day: Day, found: set[Stance]) -> bool:
    """Whether other voices than those of the step before point the other way while that is still fresh."""
    if not out or not out[-1].stand or not found or found == {_direction(out)} or _direction(out) is None:
        return False
    fresh = [u for u in out[-1].utterances if day[0].day - u.day <= AT_ONCE]
    return bool(fresh) and not _voices(tuple(fresh)) & _voices(day)


def _voices(day: Day) -> set[str]:
    return {speaker_key(s) for s in _sayings(day)}


def _conflict(out: list[Step], day: Day) -> None:
    """A step without a stand; days of one conflict are one step."""
    if out and out[-1].turn is Turn.CONFLICTING and day[0].day - out[-1].last <= AT_ONCE:
        out[-1] = replace(out[-1], last=day[0].day, utterances=(*out[-1].utterances, *day))
    else:
        before = next(_stands(out), None)
        out.append(Step(Turn.CONFLICTING, day[0].day, day[0].day, day, None, before))


def _go_on(out: list[Step], day: Day, now: Stand) -> None:
    """The stand goes on, or another begins."""
    before = next(_stands(out), None)
    if before is None:
        out.append(Step(Turn.FIRST, day[0].day, day[0].day, day, now))
        return
    what = turn(before, now, _direction(out))
    if what is Turn.RESTATED:
        now = merged(before, now)
    if what is Turn.RESTATED and out[-1].stand:
        out[-1] = replace(out[-1], last=day[0].day, utterances=(*out[-1].utterances, *day), stand=now)
    else:
        out.append(Step(what, day[0].day, day[0].day, day, now, before))
