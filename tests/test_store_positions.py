"""Issues and positions in the record: kept, found again, forgotten with what they rest on; looks and watches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mawqif.errors import NotInRecord
from mawqif.model import Aside, Found, Issue, Kind, Level, Position, Reading, Remark, Span, Stance, ToldPosition
from mawqif.store import Record
from test_store_samples import crossing, earlier, everything

DAM = Issue("dam", ("إغلاق",), ("السد",), (), (("ar", "إغلاق السد"), ("en", "Closing the dam")))
TALKS = Issue("talks", ("الحوار",))


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record(tmp_path / "mawqif.db") as made:
        for page, found in everything():
            made.add(page, found)
        made.positions.keep(DAM)
        yield made


def handle(record: Record, reading: Reading) -> int:
    (found,) = [
        h
        for h in record.positions.proposed(DAM, reading.report.text.split()[:1])
        if record.positions.read(h)[0].id == reading.report.id
    ]
    return found


COAST = (Level("وزير", "الوزير", Kind.PERSON), Level("ساحل", "الساحل", Kind.STATE))


def put(record: Record, stance: Stance = Stance.SUPPORT, holder: str | None = "الساحل") -> Reading:
    """A position of the first statement, a position told, an aside."""
    _page, reading = crossing()
    first, second = reading.statements
    text, id = reading.report.text, reading.report.id
    position = Position("dam", holder, stance, None, "test", first.content, True)
    told = ToldPosition("dam", "سيلاق", Stance.OPPOSE, Span.of(text, 0, 4), "test")
    remark = Remark("dam", "مسؤول", Aside.DECLINED, second.content, "test")
    all_found = [
        Found(position, first, COAST if holder else (), True, id, first.date),
        Found(told, None, COAST[1:], False, id, reading.report.day),
        Found(remark, second, (), True, id, reading.report.day),
    ]
    record.positions.put(handle(record, reading), [DAM], all_found)
    return reading


def found(record: Record) -> list[Found]:
    return list(record.positions.found("dam"))


def test_an_issue_comes_back_as_it_was_kept(record: Record) -> None:
    assert record.positions.keep(TALKS) == "added"
    assert record.positions.keep(TALKS) == "unchanged"
    assert record.positions.issues() == (DAM, TALKS)
    assert record.positions.issue("dam") == DAM


@pytest.mark.parametrize("ask", [lambda p: p.issue("no"), lambda p: p.drop("no"), lambda p: p.watch("no")])
def test_an_issue_that_is_not_there_is_named_with_those_that_are(record: Record, ask: object) -> None:
    with pytest.raises(NotInRecord, match=r"no issue 'no'; it holds dam"):
        ask(record.positions)  # type: ignore[operator]


def test_what_was_found_comes_back_with_its_report(record: Record) -> None:
    reading = put(record)
    one, told, aside = found(record)
    assert one.statement == reading.statements[0]
    assert one.position == Position("dam", "الساحل", Stance.SUPPORT, None, "test", reading.statements[0].content, True)
    assert (one.levels, one.own, told.own) == (COAST, True, False)
    assert (one.day, one.outlet, one.report) == (reading.statements[0].date, "صحيفة الأُفق", reading.report.id)
    assert isinstance(told.position, ToldPosition)
    assert told.statement is None
    assert isinstance(aside.position, Remark)
    assert aside.statement == reading.statements[1]
    assert [f.noticed for f in (one, told, aside)] == [1, 2, 3]
    assert len({f.id for f in (one, told, aside)}) == 3
    assert record.check() == []


def test_the_same_again_is_nothing_new_and_another_stance_is(record: Record) -> None:
    put(record)
    before = found(record)
    put(record)
    assert found(record) == before
    put(record, Stance.OPPOSE)
    assert [f.noticed for f in found(record)] == [2, 3, 4]


def test_a_report_is_searched_once_for_an_issue_until_something_changes(record: Record) -> None:
    words = ["السد"]
    assert len(record.positions.proposed(DAM, words, unlooked=True)) == 1
    put(record)
    assert record.positions.proposed(DAM, words, unlooked=True) == []
    edited = replace(DAM, about=("فتح",))
    assert record.positions.keep(edited) == "updated"
    assert found(record) == []
    assert len(record.positions.proposed(edited, words, unlooked=True)) == 1


def test_another_program_searches_anew(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    put(record)
    monkeypatch.setattr("mawqif.store.positions.writing.__version__", "9")
    assert len(record.positions.proposed(DAM, ["السد"], unlooked=True)) == 1


def test_another_reading_lets_go_of_what_was_found_in_the_old_one(record: Record) -> None:
    put(record)
    page, reading = crossing()
    assert record.add(page, replace(reading, statements=reading.statements[1:])) == "updated"
    assert found(record) == []
    assert len(record.positions.proposed(DAM, ["السد"], unlooked=True)) == 1
    assert record.check() == []


def test_what_is_put_for_an_issue_in_other_words_is_left_out(record: Record) -> None:
    record.positions.keep(replace(DAM, about=("فتح",)))
    put(record)
    assert found(record) == []


def test_a_removed_issue_takes_its_positions_and_watches_along(record: Record) -> None:
    put(record)
    record.positions.watch("dam", atom="x.xml")
    record.positions.drop("dam")
    assert record.positions.issues() == ()
    assert record.positions.watches() == ()
    assert list(record.positions.found()) == []
    assert record.check() == []


def test_a_look_is_kept_by_reader(record: Record) -> None:
    put(record)
    assert record.positions.latest() == 3
    record.positions.looked("هالة", 2)
    record.positions.looked("هالة", 3)
    assert (record.positions.look("هالة"), record.positions.look("كريم")) == (3, 0)


def test_a_watch_begins_where_the_record_is_and_never_goes_back(record: Record) -> None:
    put(record)
    watch = record.positions.watch("dam", url="json://localhost")
    assert watch.upto == 3
    assert record.positions.watch("dam", url="json://localhost") == watch
    record.positions.sent(watch.id, 5)
    record.positions.sent(watch.id, 4)
    (kept,) = record.positions.watches()
    assert kept.upto == 5
    assert record.positions.unwatch(watch.id) == kept
    with pytest.raises(NotInRecord, match="no watch 1"):
        record.positions.unwatch(watch.id)


def test_counts_by_issue(record: Record) -> None:
    put(record)
    record.positions.keep(TALKS)
    assert record.positions.counts() == {"dam": (3, 1), "talks": (0, 0)}


def test_a_position_of_nobody_is_kept(record: Record) -> None:
    put(record, holder=None)
    assert found(record)[0].position.actor_name is None


def test_reports_without_the_wordings_are_not_proposed(record: Record) -> None:
    page, reading = earlier()
    ids = {record.positions.read(h)[0].id for h in record.positions.proposed(DAM, ["مبادرة الجسرين"])}
    assert reading.report.id in ids
    assert crossing()[1].report.id not in ids
    assert record.positions.proposed(DAM, []) == []
    assert page
