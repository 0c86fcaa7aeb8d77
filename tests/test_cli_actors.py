"""`mawqif actors`, `actor`, and statements by actor and by state."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from test_cli_samples import DEMO
from test_cli_samples import call as call_program

WORLD = {"MAWQIF_LEXICON": str(DEMO / "world")}
READER = {**WORLD, "MAWQIF_READER": "سلمى"}
DOCS = [
    ("2031-05-05", "قال وزير الخارجية التلماري نائل القرشمي إن الطريق مفتوح. وقالت تلمار إن السد مغلق."),
    ("2031-05-09", "أكد وزير الخارجية التلماري نائل قرشمي أن الجسر سيغلق. وقال مصدر مطلع إن العمل بدأ."),
    ("2031-06-01", "قال أمين بلدية سهلان أنور إدلبي إن الحديقة ستفتح."),
    ("2031-06-02", "قال أمين بلدية سهلان أنور سعد إدلبي إن الحديقة فتحت."),
]


def call(*args: object, stdin: bytes = b"", env: Mapping[str, str] = WORLD) -> Result:
    return call_program(*args, stdin=stdin, env=env)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record of four reports of the invented world."""
    where = tmp_path / "record.db"
    docs = [json.dumps({"id": str(i), "text": text, "date": day}) for i, (day, text) in enumerate(DOCS)]
    assert call("-q", "--record", where, "add", "-", stdin="\n".join(docs).encode()).exit_code == 0
    return where


def found(record: Path, *args: object) -> Any:
    result = call("--record", record, *args, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def names(record: Path, *args: object) -> set[str]:
    return {row["name"] for row in found(record, "actors", *args)}


def test_one_line_an_actor_with_what_is_known_of_it(record: Path) -> None:
    (minister,) = found(record, "actors", "القرشمي")
    assert {s["name"] for s in minister["spellings"]} == {"نائل القرشمي", "نائل قرشمي"}
    assert (minister["kind"], minister["states"], minister["statements"]) == ("person", ["TLR"], 2)
    (office,) = minister["offices"]
    assert (office["first"], office["last"]) == ("2031-05-05", "2031-05-09")


FILTERS = [
    ("words in another spelling", ["انور إدلبى"], {"أنور سعد إدلبي"}),
    ("kind", ["--kind", "دولة"], {"تلمار"}),
    ("state by its English name", ["--state", "Talmar"], {"نائل القرشمي", "تلمار"}),
    ("limit", ["--kind", "person", "--limit", "1"], {"أنور سعد إدلبي", "نائل القرشمي"}),
]


@pytest.mark.parametrize(("args", "expected"), [f[1:] for f in FILTERS], ids=[f[0] for f in FILTERS])
def test_filters(record: Path, args: list[str], expected: set[str]) -> None:
    shown = {row["name"] for row in found(record, "actors", *args)}
    known = {s["name"] for row in found(record, "actors", *args) for s in row["spellings"]}
    assert shown
    assert shown <= expected | known
    assert known & expected


def test_a_table_in_both_languages(record: Path) -> None:
    for lang, heading in (("en", "spellings"), ("ar", "رسوم الاسم")):
        result = call("--record", record, "--lang", lang, "actors")
        assert result.exit_code == 0
        assert heading in result.stdout
        assert "TLR" in result.stdout


def test_csv_has_one_line_an_actor(record: Path) -> None:
    result = call("--record", record, "actors", "--csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert len(rows) == len(found(record, "actors"))
    assert any("نائل قرشمي: 1" in row["spellings"] for row in rows)


def test_who_is_open_is_listed(record: Path) -> None:
    assert [row["name"] for row in found(record, "actors", "--open")] == ["مصدر مطلع"]
    assert "مصدر مطلع" in call("--record", record, "actors", "--open").stdout
    assert call("--record", record, "actors", "--open", "--state", "TLR").exit_code == 2


def test_an_actor_is_shown_with_the_reasons(record: Path) -> None:
    row = found(record, "actor", "show", "أنور إدلبي")
    assert row["reasons"] == ["longer-name", "same-name"]
    shown = call("--record", record, "actor", "show", "أنور إدلبي").stdout
    assert "أمين بلدية سهلان" in shown
    assert "a longer name" in shown


@pytest.mark.parametrize("asked", ["TLR", "تلمار", "Talmar", "نهران"])
def test_what_ministers_say_is_said_for_the_state(record: Path, asked: str) -> None:
    rows = found(record, "statements", "--state", asked)
    assert len(rows) == 3


def test_statements_of_an_actor_are_those_under_all_its_names(record: Path) -> None:
    assert len(found(record, "statements", "--actor", "نائل قرشمي")) == 2
    assert len(found(record, "statements", "--actor", "نائل القرشمي", "--text", "الجسر")) == 1


@pytest.mark.parametrize(
    "args",
    [
        ("actor", "show", "لا أحد"),
        ("statements", "--actor", "لا أحد"),
        ("statements", "--state", "لا دولة"),
        ("actor", "split", "أنور إدلبي"),
        ("actor", "merge", "أنور إدلبي", "أنور سعد إدلبي"),
        ("actor", "rename", "أنور إدلبي", " "),
    ],
)
def test_mistakes_are_told_in_a_sentence(record: Path, args: tuple[str, ...]) -> None:
    result = call("--record", record, *args, env=READER)
    assert result.exit_code in (1, 2)
    assert "mawqif: " in result.stderr or "Error: " in result.stderr


def test_a_reader_merges_splits_renames_and_takes_it_back(record: Path) -> None:
    before = names(record)
    for args in (
        ("merge", "نائل القرشمي", "أنور إدلبي"),
        ("split", "أنور إدلبي", "--name", "أنور سعد إدلبي"),
        ("rename", "أنور إدلبي", "الأمين أنور"),
    ):
        judged = call("--record", record, "actor", *args, "--json", env=READER)
        assert judged.exit_code == 0, judged.stderr
        assert names(record) != before
        assert call("--record", record, "actors", "--rebuild").exit_code == 0
        assert names(record) != before
        undone = call("--record", record, "undo", json.loads(judged.stdout)["id"], env=READER)
        assert undone.exit_code == 0
        assert names(record) == before


def test_what_is_said_of_actors_is_told(record: Path) -> None:
    said = call("--record", record, "actor", "rename", "أنور إدلبي", "الأمين أنور", "--reason", "شائع", env=READER)
    assert "الأمين أنور" in said.stdout
    assert "شائع" in said.stdout


def test_a_second_reading_keeps_what_readers_say(record: Path) -> None:
    assert call("--record", record, "actor", "rename", "أنور إدلبي", "الأمين أنور", env=READER).exit_code == 0
    assert call("-q", "--record", record, "reextract", "--all").exit_code == 0
    assert "الأمين أنور" in names(record)


ISSUE = """
- id: bridge
  label: {ar: إغلاق الجسر, en: Closing the bridge}
  about: [إغلاق الجسر]
"""


def test_positions_are_of_one_actor_under_all_its_names(tmp_path: Path) -> None:
    where, issue = tmp_path / "record.db", tmp_path / "issue.yaml"
    issue.write_text(ISSUE, encoding="utf-8")
    texts = ["أيد الخبير نائل القرشمي إغلاق الجسر.", "رفض الخبير نائل قرشمي إغلاق الجسر."]
    docs = [json.dumps({"id": str(i), "text": t, "date": f"2031-0{i + 1}-05"}) for i, t in enumerate(texts)]
    assert call("-q", "--record", where, "add", "-", stdin="\n".join(docs).encode()).exit_code == 0
    assert call("-q", "--record", where, "issue", "add", issue).exit_code == 0
    for name in ("نائل القرشمي", "نائل قرشمي"):
        told = found(where, "positions", "bridge", "--actor", name)
        assert len(told["timelines"] if isinstance(told, dict) else told) == 1
