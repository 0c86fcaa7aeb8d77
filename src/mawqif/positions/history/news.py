"""What is new in timelines, by whatever the asker calls new."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from mawqif.model import News, Saying, Step, Timeline, Turn
from mawqif.positions.history.utterances import once

# What matters most comes first; what stands apart comes between changes and restatements.
_WEIGHT = {
    Turn.REVERSED: 0,
    Turn.CONFLICTING: 1,
    Turn.CONDITION_ADDED: 2,
    Turn.CONDITION_DROPPED: 2,
    Turn.CONDITION_ALTERED: 2,
    Turn.FIRST: 3,
    Turn.RESTATED: 6,
}


def news(lines: Iterable[Timeline], fresh: Callable[[Saying], bool]) -> tuple[News, ...]:
    """The news in these timelines, what matters most first, then by day.

    An utterance is news where its first saying is `fresh`: another outlet that carries old words is none.
    """
    return tuple(sorted((n for line in lines for n in _of(line) if fresh(n.sayings[0])), key=_order))


def quoted(step: Step) -> Saying:
    """The saying that shows a step best: the first that has a condition where the step has one, else the first."""
    wanted = bool(step.stand and step.stand.conditions)
    return next((s for s in step.sayings if s.conditions or not wanted), step.sayings[0])


def _of(line: Timeline) -> Iterator[News]:
    for step in line.steps:
        for i, utterance in enumerate(step.utterances):
            turn = step.turn if i == 0 or step.turn is Turn.CONFLICTING else Turn.RESTATED
            yield News(line.issue, line.holder, utterance.sayings, turn, step.stand, step.before)
    for apart in (line.asides, line.ascribed, line.told, line.undated):
        for sayings in once(apart):
            yield News(line.issue, line.holder, sayings)


def _order(item: News) -> tuple[int, str, str, str, str]:
    saying = item.saying
    weight = _WEIGHT[item.turn] if item.turn else 2 if saying.aside else 5
    day = saying.day.isoformat() if saying.day else "9"
    return weight, day, item.issue, item.holder.name, saying.id
