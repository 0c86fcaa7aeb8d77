"""Which sayings are one utterance: thirty outlets that carry one sentence do not make it said thirty times."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from mawqif.arabic import fold, search_key
from mawqif.model import Once, Saying

COPIED_WITHIN = dt.timedelta(days=7)  # a report that only has a date of its own may carry older words
ALIKE = 0.7  # the share of their stems that two wordings of one utterance have in common
COMPARED = 24  # how many of a speaker's last utterances are looked at


def utterances(sayings: Sequence[Saying]) -> tuple[Once, ...]:
    """The utterances in these dated sayings, which come in time.

    One speaker's sayings of one day are one utterance, and so are the same words again within a week, whoever is given
    as their speaker. The day of an utterance is that of its first saying.
    """
    groups: list[list[Saying]] = []
    stems: list[list[frozenset[str]]] = []
    of_day: dict[tuple[dt.date, str], int] = {}
    recent: defaultdict[str, list[int]] = defaultdict(list)
    for saying in sayings:
        words = frozenset(search_key(saying.quotation.text).split())
        who = speaker_key(saying)
        day = _day(saying)
        at = of_day.get((day, who))
        if at is None:
            at = next((i for i in _candidates(recent, who) if _same(groups[i], stems[i], day, words)), None)
        if at is None:
            at = len(groups)
            groups.append([])
            stems.append([])
            recent[who].append(at)
            recent[""].append(at)
        of_day[day, who] = at
        groups[at].append(saying)
        stems[at].append(words)
    return tuple(Once(_day(g[0]), tuple(g)) for g in groups)


def once(sayings: Sequence[Saying]) -> tuple[tuple[Saying, ...], ...]:
    """The sayings of each utterance together, and each saying without a day alone."""
    dated = (u.sayings for u in utterances([s for s in sayings if s.day is not None]))
    return (*dated, *((s,) for s in sayings if s.day is None))


def speaker_key(saying: Saying) -> str:
    """Who said it, as far as that tells utterances apart: the folded name, else the nearest level, else the report."""
    if saying.speaker:
        return fold(saying.speaker)
    return saying.levels[0].key if saying.levels else saying.report


def _candidates(recent: dict[str, list[int]], who: str) -> list[int]:
    """The speaker's last utterances, then the last of all: the same words may be another outlet's «official»."""
    mine = recent[who][-COMPARED:]
    return [*reversed(mine), *reversed(recent[""][-COMPARED:])]


def _same(group: Sequence[Saying], stems: Sequence[frozenset[str]], day: dt.date, words: frozenset[str]) -> bool:
    if day - _day(group[0]) > COPIED_WITHIN:
        return False
    return any(len(words & other) >= ALIKE * len(words | other) for other in stems[:4])


def _day(saying: Saying) -> dt.date:
    assert saying.day is not None
    return saying.day
