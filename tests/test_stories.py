"""Reports on the same event are one story; the order in which they come does not matter."""

from __future__ import annotations

import datetime as dt
import itertools
import random
import re

import pytest

from mawqif.arabic import fold
from mawqif.lexicon import load
from mawqif.link import stories
from mawqif.link.body import Body
from mawqif.model import Alike, Date, Story

DAY = dt.date(2031, 5, 12)
TELLING = stories.telling(load())
_WORD = re.compile(r"\w+")

BRIDGE = (
    (
        "انهيار جسر الزاهر فوق نهر السلسال",
        "انهار جسر الزاهر فوق نهر السلسال صباح اليوم، وأصيب سبعة عمال من شركة نورماك.",
    ),
    (
        "سبعة مصابين في انهيار جسر الزاهر",
        "أصيب سبعة عمال من شركة نورماك عندما انهار جسر الزاهر فوق السلسال فجر الاثنين.",
    ),
)
OTHERS = (
    ("مهرجان التين في بلدة قورماز", "افتتحت بلدة قورماز مهرجان التين السنوي بمشاركة ثلاثين مزارعا من وادي الشعلان."),
    ("افتتاح سوق للأسماك في ميناء دلفار", "افتتح محافظ دلفار سوق الأسماك الجديد في الميناء بعد ترميم استمر عامين."),
)


def made(id: str, report: tuple[str, str], day: Date | None = DAY) -> Body:
    """A report as it is compared."""
    title, text = (tuple(_WORD.findall(fold(part))) for part in report)
    return Body(
        report=id, text=report[1], forms=text, starts=(), ends=(), sentences=(), quoted=(), title=title, day=day
    )


def likeness(a: tuple[str, str], b: tuple[str, str]) -> float:
    """How much two reports are like each other, 0 where too little."""
    mine, theirs = stories.keys(made("a", a), TELLING), stories.keys(made("b", b), TELLING)
    under = [(key, 2) for key in mine if key in theirs]
    return stories.alike(mine, under, lambda _handles: {2: theirs}).get(2, 0.0)


def test_reports_of_one_event_in_other_words_are_alike() -> None:
    assert likeness(*BRIDGE) >= stories.LEAST
    assert likeness(*BRIDGE) == pytest.approx(likeness(*reversed(BRIDGE)))


@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize("bridge", BRIDGE)
def test_reports_of_other_events_are_not(bridge: tuple[str, str], other: tuple[str, str]) -> None:
    assert likeness(bridge, other) == 0.0


def test_words_that_every_report_of_those_days_holds_tell_nothing() -> None:
    mine = stories.keys(made("a", BRIDGE[0]), TELLING)
    crowd = [(key, item) for key in mine for item in range(2 * stories.MOST)]
    assert stories.alike(mine, crowd, lambda handles: dict.fromkeys(handles, mine)) == {}


def test_numbers_are_the_same_in_every_run() -> None:
    assert stories.keys(made("a", BRIDGE[0]), TELLING)[0] == stories.keys(made("b", BRIDGE[0]), TELLING)[0]
    assert all(0 <= key < 1 << 63 for key in stories.keys(made("a", BRIDGE[0]), TELLING))


def grouped(reports: list[tuple[str, Date | None]], pairs: list[Alike]) -> set[frozenset[str]]:
    """The ids of each story."""
    return {frozenset(id for id, _rule in story.reports) for story in stories.stories(reports, pairs)}


def pair(a: str, b: str, weight: float) -> Alike:
    return Alike(a, b, weight, "names-beside")


REPORTS: list[tuple[str, Date | None]] = [(id, DAY) for id in "abcdef"]
CASES = {
    "one pair": ([pair("a", "b", 0.5)], {frozenset("ab")}),
    "a report that is like both": ([pair("a", "b", 0.5), pair("b", "c", 0.4)], {frozenset("abc")}),
    "a thin bridge between two events": (
        [*(pair(x, y, 0.9) for x, y in itertools.combinations("abc", 2)),
         *(pair(x, y, 0.9) for x, y in itertools.combinations("def", 2)), pair("c", "d", 0.2)],
        {frozenset("abc"), frozenset("def")},
    ),
    "nothing alike": ([], set()),
}  # fmt: skip


@pytest.mark.parametrize(("pairs", "expected"), CASES.values(), ids=CASES)
def test_what_hangs_together_is_a_story(pairs: list[Alike], expected: set[frozenset[str]]) -> None:
    assert grouped(REPORTS, pairs) == expected


def test_a_story_does_not_run_over_many_days() -> None:
    reports: list[tuple[str, Date | None]] = [(id, DAY + dt.timedelta(3 * n)) for n, id in enumerate("abcd")]
    chain = [pair(x, y, 0.9) for x, y in itertools.pairwise("abcd")]
    assert max(len(group) for group in grouped(reports, chain)) == 2


def test_the_order_of_reports_and_pairs_does_not_matter() -> None:
    draw = random.Random(7)
    ids = [f"r{n:02}" for n in range(40)]
    reports: list[tuple[str, Date | None]] = [(id, DAY + dt.timedelta(draw.randrange(6))) for id in ids]
    pairs = [pair(*sorted(draw.sample(ids, 2)), round(draw.uniform(0.1, 1), 2)) for _ in range(90)]
    pairs = list({(p.a, p.b): p for p in pairs}.values())
    expected: list[Story] = stories.stories(reports, pairs)
    for _ in range(20):
        draw.shuffle(reports)
        draw.shuffle(pairs)
        assert stories.stories(reports, pairs) == expected
