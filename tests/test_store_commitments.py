"""The record keeps what statements undertake and what limits them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text as sql

from mawqif.model import Act, Commitment, Deadline, Page, Reading
from mawqif.store import Record, migrations, sqlite
from test_store_samples import needed, reading, said

TEXT = (
    "وعد الوزير إحسان النوري أهل الوادي بفتح الجسر والمعبر باستثناء السوق خلال الشهر المقبل بشرط انسحاب الحرس "
    "وما لم يفض النهر. وقال إن الماء كثير."
)


def promise() -> tuple[Page, Reading]:
    content = "بفتح الجسر والمعبر باستثناء السوق خلال الشهر المقبل بشرط انسحاب الحرس وما لم يفض النهر"
    deadline = Deadline(needed(TEXT, "خلال الشهر المقبل"), dt.date(2031, 6, 30), dt.date(2031, 6, 1))
    statement = replace(
        said(TEXT, content, cue="وعد", mention="الوزير إحسان النوري", name="إحسان النوري", act=Act.COMMIT),
        commitment=Commitment(deadline, needed(TEXT, "أهل الوادي"), "commit-cue"),
        conditions=(needed(TEXT, "بشرط انسحاب الحرس"), needed(TEXT, "وما لم يفض النهر")),
        exceptions=(needed(TEXT, "باستثناء السوق"),),
    )
    return reading(TEXT, statement, said(TEXT, "إن الماء كثير", cue="وقال"), date="2031-05-14")


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record(tmp_path / "mawqif.db") as made:
        yield made


def test_commitments_conditions_and_exceptions_come_back_equal(record: Record) -> None:
    page, found = promise()
    assert record.add(page, found) == "added"
    assert record.reading(found.report.id) == found
    assert [row.statement for row in record.statements()] == list(found.statements)
    assert record.add(page, found) == "unchanged"
    assert record.check() == []


CHANGES = {
    "no deadline": {"commitment": Commitment(None, None, "commit-cue")},
    "another day": {"commitment": Commitment(Deadline(needed(TEXT, "خلال الشهر المقبل"), None), None, "commit-cue")},
    "nothing": {"commitment": None, "conditions": (), "exceptions": ()},
    "one condition": {"conditions": (needed(TEXT, "بشرط انسحاب الحرس"),)},
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_another_reading_replaces_them(record: Record, change: dict[str, object]) -> None:
    page, found = promise()
    record.add(page, found)
    first, second = found.statements
    newer = replace(found, statements=(replace(first, **change), second))  # type: ignore[arg-type]
    assert record.add(page, newer) == "updated"
    assert record.reading(found.report.id) == newer
    assert record.check() == []


@pytest.mark.parametrize("column", ["deadline_start", "promised_to_start"])
def test_a_span_that_does_not_hold_its_text_is_found(tmp_path: Path, column: str) -> None:
    path = tmp_path / "mawqif.db"
    with Record(path) as made:
        made.add(*promise())
    engine = sqlite.engine(path, "rw")
    with engine.begin() as c:
        c.execute(sql(f"UPDATE statements SET {column} = {column} + 1 WHERE {column} IS NOT NULL"))
        c.execute(sql("UPDATE limits SET span_start = span_start + 1"))
    engine.dispose()
    with Record(path) as made:
        assert len(made.check()) == 4


def test_what_an_older_record_keeps_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "mawqif.db"
    steps = migrations.MIGRATIONS
    at = steps.index(migrations._add_commitments)
    with monkeypatch.context() as older:
        older.setattr(migrations, "MIGRATIONS", steps[:at])
        Record(path).close()
    with Record(path) as made:
        assert made.add(*promise()) == "added"
        assert made.reading(promise()[1].report.id) == promise()[1]
