"""What judgements come to: which of them hold, and what a statement is with them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mawqif.model import Act, ActorAnchor, Anchor, Judgement, Kind, Mode, Ruling, Span, Speaker, Statement
from mawqif.model.judgements import active, corrected, corrections, judgement, verdict

CONTENT = Span(10, 22, "إن السد مغلق")
SAMER = Speaker(None, "سامر", Kind.PERSON, "وزير", "subject", "a-1")
FOUND = Statement("s", CONTENT, Span(0, 3, "قال"), SAMER, Mode.INDIRECT, Act.STATE)
ANCHOR = Anchor("r", CONTENT, FOUND.cue)


def given_one(n: int, ruling: Ruling, **payload: object) -> Judgement:
    """The nth judgement of the statement."""
    when = dt.datetime(2031, 1, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=n)
    return judgement(ruling, payload, by="سلمى", when=when, anchor=ANCHOR)


@pytest.mark.parametrize(
    ("undone", "standing"),
    [([], {0}), ([0], {1}), ([0, 1], {0, 2}), ([0, 1, 2], {1, 3}), ([0, 0], {1, 2})],
)
def test_what_is_taken_back_holds_no_more_until_that_is_taken_back(undone: list[int], standing: set[int]) -> None:
    all_of_them = [given_one(0, Ruling.ACCEPT)]
    for n, target in enumerate(undone, 1):
        all_of_them.append(given_one(n, Ruling.UNDO, judgement=all_of_them[target].id))
    assert active(all_of_them) == {all_of_them[i].id for i in standing}


@given(st.lists(st.integers(0, 100), max_size=30))
def test_a_judgement_holds_if_and_only_if_no_undo_that_holds_names_it(targets: list[int]) -> None:
    made = [given_one(0, Ruling.ACCEPT)]
    for n, target in enumerate(targets, 1):
        made.append(given_one(n, Ruling.UNDO, judgement=made[target % len(made)].id))
    standing = active(made)
    for j in made:
        assert (j.id not in standing) == any(u.undoes == j.id and u.id in standing for u in made)


def test_the_last_verdict_counts() -> None:
    both = [given_one(0, Ruling.ACCEPT), given_one(1, Ruling.NOTE, text="؟"), given_one(2, Ruling.REJECT)]
    assert verdict(both) == both[2]
    assert verdict(both[:2]) == both[0]
    assert verdict([both[1]]) is None


def test_corrections_leave_the_words_at_the_cue_and_the_id() -> None:
    speaker = given_one(0, Ruling.SPEAKER, name="هالة مراد", kind="organization")
    act = given_one(1, Ruling.ACT, act="deny")
    words = given_one(2, Ruling.SPAN, field="content", start=10, end=16, text="إن السد")
    right = corrected(FOUND, [speaker, act, words])
    assert (right.id, right.cue, right.speaker.mention) == (FOUND.id, FOUND.cue, None)
    assert (right.speaker.name, right.speaker.kind, right.act) == ("هالة مراد", Kind.ORGANIZATION, Act.DENY)
    assert (right.speaker.office, right.speaker.actor) == (None, None)
    assert right.content == Span(10, 16, "إن السد")
    assert corrected(FOUND, []) == FOUND


def test_of_two_corrections_of_one_thing_the_last_counts() -> None:
    first, last = given_one(0, Ruling.ACT, act="deny"), given_one(1, Ruling.ACT, act="warn")
    assert corrections([first, last]) == (last,)
    assert corrected(FOUND, [first, last]).act is Act.WARN


@pytest.mark.parametrize(
    ("ruling", "payload"),
    [
        (Ruling.NOTE, {}),
        (Ruling.SPEAKER, {"kind": "person"}),
        (Ruling.ACT, {}),
        (Ruling.SPAN, {"field": "content", "start": 1, "end": 2}),
        (Ruling.UNDO, {}),
    ],
)
def test_a_payload_without_its_keys_is_no_judgement(ruling: Ruling, payload: Mapping[str, object]) -> None:
    with pytest.raises(ValueError, match="lacks"):
        given_one(0, ruling, **payload)


def test_a_judgement_is_about_something() -> None:
    when = dt.datetime(2031, 1, 1, tzinfo=dt.UTC)
    with pytest.raises(ValueError, match="what it is about"):
        judgement(Ruling.ACCEPT, {}, by="سلمى", when=when)
    actors = (ActorAnchor("a-1", ("سامر",)), ActorAnchor("a-2", ("سامر النوري",)))
    assert judgement(Ruling.MERGE, {}, by="سلمى", when=when, actors=actors).actors == actors
