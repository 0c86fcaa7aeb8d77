"""What the record offers to whoever looks for a quotation: candidates with a bound, within filters."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mawqif.lexicon import load
from mawqif.model import Date, Page, Ruling
from mawqif.model.finding import ANYWHERE, Within
from mawqif.pipeline import read
from mawqif.store import Record

TEXT = "قال وزير الزراعة في سهلان كريم الواحي إن الموسم {n} كان أفضل من سابقه بكثير."


@pytest.fixture
def record() -> Iterator[Record]:
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder, Record(Path(folder) / "record.db") as kept:
        for n, outlet in enumerate(("الواحة", "الساحل", "الواحة"), 1):
            page = Page(TEXT.format(n=n), str(n), outlet=outlet, date=Date(2031, 5, n), title=f"عنوان {n}")
            kept.add(page, read(page, load()))
        yield kept


def test_reports_by_stems_that_follow_one_another(record: Record) -> None:
    q = record.quotations
    assert q.size() == 3
    assert q.places([("موسم",), ("موسم", "2"), ("2", "موسم"), ("عنو",), ("سماء",)], 9) == [
        [1, 2, 3],
        [2],
        [],
        q.places([("عنو",)], 9)[0],
        [],
    ]
    assert [len(found) for found in q.places([("موسم",)], 2)] == [2]
    assert q.places([], 9) == []


@pytest.mark.parametrize(
    ("within", "expected"),
    [
        (ANYWHERE, [1, 2, 3]),
        (Within(since=Date(2031, 5, 2)), [2, 3]),
        (Within(until=Date(2031, 5, 1)), [1]),
        (Within(outlet="الواحه"), [1, 3]),
        (Within(Date(2031, 5, 2), Date(2031, 5, 3), "الساحل"), [2]),
    ],
)
def test_filters(record: Record, within: Within, expected: list[int]) -> None:
    q = record.quotations
    assert q.places([("موسم",)], 9, within) == [expected]
    reports = [report for report, _id, _text in q.contents(q.said([("موسم",)], (), 9, within)[0]).values()]
    assert sorted(reports) == expected


def test_statements_by_content_and_speaker(record: Record) -> None:
    q = record.quotations
    assert [len(found) for found in q.said([("موسم",), ("سماء",), ()], ("واح",), 9)] == [3, 0, 3]
    assert q.said([("موسم",)], ("رملي",), 9) == [[]]
    assert [len(found) for found in q.said([()], ("واح",), 2)] == [2]


def test_what_is_read_of_reports_and_statements(record: Record) -> None:
    q = record.quotations
    bodies = q.bodies([2, 99])
    assert set(bodies) == {2}
    body, day = bodies[2]
    assert day == Date(2031, 5, 2)
    assert {"موسم", "2"} <= set(body.split())
    ((key, report, statements),) = q.held([2])
    assert (key, report.text) == (2, TEXT.format(n=2))
    assert [s.speaker.name for s in statements] == ["كريم الواحي"]
    assert all(id in {s.id for s in statements} for _r, id, _t in q.contents(q.said([("2",)], (), 9)[0]).values())


def test_what_a_reader_rejected_is_nobodys(record: Record) -> None:
    ((_key, _report, (statement,)),) = record.quotations.held([1])
    record.judgements.add(statement.id, (Ruling.REJECT, {}), by="هند", reason="لا قول هنا")
    ((_key, _report, statements),) = record.quotations.held([1])
    assert statements == ()


def test_speakers_that_are_not_linked_have_no_actor(record: Record) -> None:
    ((_key, _report, (statement,)),) = record.quotations.held([1])
    assert record.quotations.speakers([statement.id, "none"]).get("none") is None
