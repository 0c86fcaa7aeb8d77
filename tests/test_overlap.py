"""Which statement of one reading is which of another, over one text that never changes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mawqif.model import Act, Kind, Mode, Span, Speaker, Statement, statement_id
from mawqif.model.overlap import Places, likeness, pairs

TEXT = "قال الوزير إن السد مغلق حتى الربيع وأضاف أن الحوار مستمر بين الطرفين على ضفتي النهر"
WORDS = [Span(m, m + len(w), w) for w in TEXT.split() for m in [TEXT.index(w)]]


def words(first: int, last: int) -> Span:
    """The stretch from one word to another, the last not in it."""
    return Span.of(TEXT, WORDS[first].start, WORDS[last - 1].end)


def statement(content: Span, cue: Span | None, id: str = "") -> Statement:
    return Statement(id, content, cue, Speaker(None, None, Kind.UNNAMED), Mode.INDIRECT, Act.STATE)


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    first = draw(st.integers(0, len(WORDS) - 2))
    last = draw(st.integers(first + 1, len(WORDS)))
    cue = draw(st.none() | st.sampled_from(WORDS))
    content = words(first, last)
    return statement(content, cue, statement_id("report", cue, content))


readings = st.lists(statements(), max_size=8)

SAID, ADDED = words(0, 1), words(7, 8)
CASES: list[tuple[str, tuple[Span, Span | None], Sequence[tuple[Span, Span | None]], int | None]] = [
    ("the same", (words(2, 7), SAID), [(words(8, 11), ADDED), (words(2, 7), SAID)], 1),
    ("a longer end", (words(2, 5), SAID), [(words(2, 7), SAID)], 0),
    ("another cue, half of the words", (words(2, 7), SAID), [(words(2, 5), ADDED)], 0),
    ("another cue, less than half", (words(2, 7), SAID), [(words(2, 4), ADDED)], None),
    ("the same cue, a part of the content", (words(2, 7), SAID), [(words(2, 4), SAID)], 0),
    ("the same cue, other words", (words(2, 7), SAID), [(words(8, 11), SAID)], None),
    ("the cue comes before the words", (words(2, 7), SAID), [(words(2, 7), ADDED), (words(3, 7), SAID)], 1),
    ("an inner one is not its outer one", (words(8, 10), ADDED), [(words(2, 15), SAID)], None),
    ("without a cue", (words(2, 7), None), [(words(8, 11), None), (words(2, 7), None)], 1),
    ("the better of two", (words(2, 7), None), [(words(2, 12), None), (words(2, 8), None)], 1),
    ("nothing there", (words(2, 7), SAID), [], None),
]


@pytest.mark.parametrize(("given_", "there", "found"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_the_statement_that_a_place_is(
    given_: tuple[Span, Span | None], there: Sequence[tuple[Span, Span | None]], found: int | None
) -> None:
    made = [statement(content, cue) for content, cue in there]
    assert Places(made).best(*given_) is (made[found] if found is not None else None)


@given(statements(), statements())
def test_likeness_goes_both_ways_and_is_a_share(one: Statement, other: Statement) -> None:
    there = likeness(one.content, one.cue, other.content, other.cue)
    assert there == likeness(other.content, other.cue, one.content, one.cue)
    assert 0 <= there.longer <= there.shorter <= 1


@given(readings, statements())
def test_a_statement_is_its_own_best(others: list[Statement], one: Statement) -> None:
    found = Places([*others, one]).best(one.content, one.cue)
    assert found is not None
    assert found.content == one.content or found.cue is not None


@given(readings, statements())
def test_the_best_is_the_best_of_all_that_are_enough(others: list[Statement], one: Statement) -> None:
    alike = [likeness(one.content, one.cue, s.content, s.cue) for s in others]
    ranks = [a.rank for a in alike if a.enough]
    found = Places(others).best(one.content, one.cue)
    if found is None:
        assert ranks == []
    else:
        assert likeness(one.content, one.cue, found.content, found.cue).rank == max(ranks)


@given(readings, st.randoms())
def test_the_order_of_the_statements_changes_nothing(there: list[Statement], random: object) -> None:
    shuffled = list(there)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    for s in there:
        one, other = (Places(x).best(s.content, s.cue) for x in (there, shuffled))
        assert one == other


@given(readings, readings)
def test_each_statement_is_in_one_pair_at_most(before: list[Statement], after: list[Statement]) -> None:
    found = pairs(before, after)
    assert len({id(old) for old, _ in found}) == len({id(new) for _, new in found}) == len(found)
    assert all(likeness(old.content, old.cue, new.content, new.cue).enough for old, new in found)


@given(readings)
def test_a_reading_pairs_with_itself(there: list[Statement]) -> None:
    found = pairs(there, there)
    assert len(found) == len(there)
    assert all((old.content, old.cue, old.id) == (new.content, new.cue, new.id) for old, new in found)
