"""What differs between two readings of one report."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from mawqif.model import Act, Commitment, Fact, Provenance, Reading, Statement
from mawqif.model.differences import differences
from test_overlap import statements
from test_store_samples import crossing

PAGE, FOUND = crossing()
DAM, TALKS = FOUND.statements


def reading(*found: Statement) -> Reading:
    return Reading(FOUND.report, found)


def test_nothing_differs_from_itself() -> None:
    assert not differences(FOUND, FOUND)
    assert differences(FOUND, FOUND).same == 2


def test_added_lost_and_changed() -> None:
    act = replace(DAM, act=Act.WARN, speaker=replace(DAM.speaker, name="سامر النوري"))
    found = differences(reading(DAM), reading(act, TALKS))
    assert (found.added, found.lost, found.same) == ((TALKS,), (), 0)
    (changed,) = found.changed
    assert {d.field: (d.old, d.new) for d in changed.differences} == {
        "act": ("state", "warn"),
        "speaker.name": ("إحسان النوري", "سامر النوري"),
    }
    assert differences(reading(act, TALKS), reading(DAM)).lost == (TALKS,)


def test_how_it_was_found_alone_is_no_change() -> None:
    rescored = replace(DAM, score=0.1, rule="other", speaker=replace(DAM.speaker, rule="other"))
    found = differences(reading(DAM), reading(rescored))
    assert not found
    assert found.same == 1
    told = differences(reading(DAM), reading(replace(rescored, act=Act.DENY))).changed[0].differences
    assert {d.field for d in told} == {"act", "score", "rule", "speaker.rule"}


def test_the_rule_of_a_part_alone_is_no_change() -> None:
    promised = replace(DAM, commitment=Commitment(None, None, "one"))
    assert not differences(reading(promised), reading(replace(DAM, commitment=Commitment(None, None, "other"))))
    assert differences(reading(promised), reading(DAM)).changed


def test_bounds_that_moved_are_a_change_with_both_ids() -> None:
    shorter = replace(
        DAM, id="other", content=replace(DAM.content, end=DAM.content.end - 2, text=DAM.content.text[:-2])
    )
    (changed,) = differences(reading(DAM), reading(shorter)).changed
    assert (changed.before.id, changed.after.id) == (DAM.id, "other")
    assert [d.field for d in changed.differences] == ["content"]


def test_facts_of_the_report_and_its_furniture() -> None:
    report = replace(FOUND.report, outlet=Fact("جريدة أخرى", Provenance.GIVEN), furniture=())
    found = differences(FOUND, Reading(report, FOUND.statements))
    assert [d.field for d in found.facts] == ["outlet", "furniture"]
    assert found


@given(st.lists(statements(), max_size=6), st.lists(statements(), max_size=6))
def test_every_statement_is_counted_once(before: list[Statement], after: list[Statement]) -> None:
    found = differences(reading(*before), reading(*after))
    both = found.same + len(found.changed)
    assert both + len(found.lost) == len(before)
    assert both + len(found.added) == len(after)
