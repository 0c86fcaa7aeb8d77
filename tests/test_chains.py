"""Who heard a saying, who has it from whom, whose text is a copy; without evidence that is unknown."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from mawqif.lexicon import load
from mawqif.link.chains import trace
from mawqif.model import Act, Carry, Hearing, Hop, Kin, Kind, Kinship, Mode, Shared, Span, Speaker, Statement, Trace

DAY = dt.date(2031, 5, 12)
TEXT = "قال الوزير سالم النوري إن الجسر سيفتح غدا أمام العابرين"
CONTENT = Span.of(TEXT, 23, len(TEXT))
LEXICON = load()


def said(*via: str) -> Statement:
    """The statement of a report, with its relays."""
    spans = tuple(Span(len(TEXT) + 10 * n, len(TEXT) + 10 * n + len(name), name) for n, name in enumerate(via))
    speaker = Speaker(None, "سالم النوري", Kind.PERSON)
    return Statement("s", CONTENT, None, speaker, Mode.INDIRECT, Act.STATE, via=spans)


def carry(report: str, outlet: str | None = None, days: int | None = 0, credit: str | None = None, *via: str) -> Carry:
    day = None if days is None else DAY + dt.timedelta(days)
    return Carry(report, said(*via), outlet, day, None, credit)


def kin(a: str, b: str, kinship: Kinship = Kinship.SYNDICATED, shared: Span = CONTENT) -> Kin:
    return Kin(a, b, kinship, "rule", 0.9, 0.9, (Shared(shared, shared, 9),))


def hops(carries: list[Carry], *pairs: Kin) -> dict[str, Hop]:
    return {hop.carry.report: hop for hop in trace(carries, pairs, LEXICON).hops}


HEARINGS = {
    "nothing shows it": (carry("a", "ضفاف"), Hearing.UNKNOWN, "nothing-shows-it"),
    "told to the outlet itself": (carry("a", "ضفاف", 0, None, "صحيفة ضفاف"), Hearing.HEARD, "told-to-the-outlet"),
    "a relay of another name": (carry("a", "ضفاف", 0, None, "وكالة سلاق"), Hearing.RELAYED, "names-relay"),
    "an agency in the dateline": (carry("a", "ضفاف", 0, "رويترز"), Hearing.RELAYED, "credits-source"),
    "its own name as the source": (carry("a", "ضفاف", 0, "ضفاف"), Hearing.HEARD, "names-itself"),
    "a relay beside its own name": (carry("a", "ضفاف", 0, "ضفاف", "وكالة سلاق"), Hearing.RELAYED, "names-relay"),
    "another kind of outlet": (
        carry("a", "ضفاف", 0, None, "منصة ضفاف"),
        Hearing.HEARD,
        "told-to-the-outlet",
    ),
    "a channel of a paper's name": (carry("a", "صحيفة الشرق", 0, None, "قناة الشرق"), Hearing.RELAYED, "names-relay"),
    "its own name without the kind": (carry("a", "صحيفة الشرق", 0, None, "الشرق"), Hearing.HEARD, "told-to-the-outlet"),
    "an outlet that nobody names": (carry("a", None, 0, "رويترز"), Hearing.RELAYED, "credits-source"),
}


@pytest.mark.parametrize(("report", "hearing", "rule"), HEARINGS.values(), ids=HEARINGS)
def test_how_a_report_came_to_the_words(report: Carry, hearing: Hearing, rule: str) -> None:
    hop = hops([report])["a"]
    assert (hop.hearing, hop.rule) == (hearing, rule)


def test_a_copy_is_folded_under_the_first_by_day() -> None:
    found = hops([carry("a", "ضفاف", 1), carry("b", "سلاق", 0)], kin("a", "b"))
    assert (found["a"].hearing, found["a"].source, found["a"].rule) == (Hearing.COPIED, "b", "syndicated-later")
    assert found["b"].hearing is Hearing.UNKNOWN


@pytest.mark.parametrize("days", [0, None])
def test_of_one_day_or_undated_nobody_knows_who_was_first(days: int | None) -> None:
    found = hops([carry("a", "ضفاف", days), carry("b", "سلاق", days)], kin("a", "b"))
    assert found["b"].rule == "syndicated-order-unknown"


def test_copies_of_copies_are_folded_under_one_report() -> None:
    carries = [carry("a", "ضفاف", 0), carry("b", "سلاق", 1), carry("c", "مرايا", 2)]
    found = hops(carries, kin("b", "c"), kin("a", "b", Kinship.PART_COPIED))
    assert [found[id].source for id in "abc"] == [None, "a", "a"]


def test_what_was_lifted_elsewhere_in_a_text_makes_no_copy_of_the_words() -> None:
    elsewhere = Span(100, 140, "ك" * 40)
    found = hops([carry("a", "ضفاف", 0), carry("b", "سلاق", 1)], kin("a", "b", Kinship.PART_COPIED, elsewhere))
    assert found["b"].hearing is Hearing.UNKNOWN


@pytest.mark.parametrize("kinship", [Kinship.INDEPENDENT, Kinship.TEMPLATE])
def test_what_is_no_copy_is_not_folded(kinship: Kinship) -> None:
    found = hops([carry("a", "ضفاف", 0), carry("b", "سلاق", 1)], kin("a", "b", kinship))
    assert found["b"].hearing is Hearing.UNKNOWN


def test_outlets_count_once_and_only_with_evidence() -> None:
    carries = [
        carry("a", "ضفاف", 0, None, "ضفاف"),
        carry("b", "ضفاف", 1, "ضفاف"),
        carry("c", "سلاق", 1),
        carry("d", "مرايا", 1, "مرايا"),
    ]
    found = trace(carries, [], LEXICON)
    assert found.independent == ("ضفاف", "مرايا")
    assert len(found.of(Hearing.UNKNOWN)) == 1


def test_outlets_that_name_each_other_are_a_circle() -> None:
    carries = [
        carry("a", "ضفاف", 0, None, "موقع سلاق"),
        carry("b", "سلاق", 0, None, "صحيفة مرايا"),
        carry("c", "مرايا", 0, None, "ضفاف"),
        carry("d", "أفق", 0, None, "ضفاف"),
    ]
    (ring,) = trace(carries, [], LEXICON).circles
    assert sorted(ring) == sorted(("ضفاف", "سلاق", "مرايا"))


def test_the_order_does_not_matter() -> None:
    carries = [carry("a", "ضفاف", 1), carry("b", "سلاق", 0), carry("c", "مرايا", 1, "رويترز"), carry("d", None, None)]
    pairs = [kin("a", "b"), kin("a", "c", Kinship.PART_COPIED), kin("c", "d", Kinship.IDENTICAL)]
    expected: Trace = trace(carries, pairs, LEXICON)
    for order in itertools.permutations(carries):
        assert trace(order, reversed(pairs), LEXICON) == expected
