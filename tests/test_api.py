"""The library is the same thing as the command."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path

import mawqif
from mawqif.model import Page, statement_json

TEXT = "قال الوزير سامر النوري إن السد مغلق.\nوأضاف أن الحوار مستمر."


def test_a_text_gives_its_statements() -> None:
    assert [(s.speaker.name, s.content.text) for s in mawqif.extract(TEXT)] == [
        ("سامر النوري", "إن السد مغلق"),
        ("سامر النوري", "أن الحوار مستمر"),
    ]


def test_a_date_is_a_date_or_iso() -> None:
    text = "قال الوزير سامر النوري أمس إن السد مغلق."
    for date in (dt.date(2031, 5, 5), "2031-05-05"):
        (found,) = mawqif.extract(text, date=date)
        assert found.date == dt.date(2031, 5, 4)


def test_library_and_command_find_the_same(tmp_path: Path) -> None:
    docs = tmp_path / "docs.jsonl"
    docs.write_text(json.dumps({"id": "1", "text": TEXT}) + "\n", "utf-8")
    out = subprocess.run(
        [sys.executable, "-m", "mawqif", "extract", str(docs)], check=True, capture_output=True, encoding="utf-8"
    ).stdout
    assert json.loads(out)["statements"] == [statement_json(s) for s in mawqif.extract(TEXT)]


def test_a_record_keeps_what_was_read(tmp_path: Path) -> None:
    reading = mawqif.read(TEXT, outlet="الأفق", date="2031-05-05")
    page = Page(text=TEXT, location="text", outlet="الأفق", date=dt.date(2031, 5, 5))
    with mawqif.Record(tmp_path / "record.db") as record:
        assert record.add(page, reading) == "added"
        assert record.add(page, reading) == "unchanged"
        assert [row.statement for row in record.statements(by="النورى")] == list(reading.statements)


def test_the_public_names_are_these() -> None:
    assert sorted(mawqif.__all__) == ["Record", "__version__", "extract", "read"]
