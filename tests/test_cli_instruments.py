"""`mawqif instruments`, and statements and evidence by what they refer to, over the demonstration."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from test_cli_samples import DEMO, call

WORLD = DEMO / "world"


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("instruments") / "record.db"
    assert call("-q", "--record", where, "demo").exit_code == 0
    return where


def found(record: Path, *args: object) -> list[dict[str, Any]]:
    result = call("--record", record, *args, "--json")
    assert result.exit_code == 0, result.stderr
    rows: list[dict[str, Any]] = json.loads(result.stdout)
    return rows


def test_a_resolution_in_all_its_wordings_is_one(record: Path) -> None:
    rows = {row["id"]: row for row in found(record, "instruments", "--lexicon", WORLD)}
    resolution = rows["concord-417"]
    assert resolution["name"] == "قرار هيئة الوئام العالمية 417"
    assert resolution["issuer"] == "هيئة الوئام العالمية"
    assert {"القرار ٤١٧", "القرار 417"} < set(resolution["wordings"])
    assert resolution["statements"] == sum(resolution["acts"].values())
    assert resolution["statements"] == sum(s["statements"] for s in resolution["speakers"])
    assert resolution["outlets"] >= 3
    assert resolution["first"] < resolution["last"]


def test_the_list_is_by_how_often(record: Path) -> None:
    counts = [row["statements"] for row in found(record, "instruments")]
    assert counts == sorted(counts, reverse=True)
    assert found(record, "instruments", "--limit", 1) == found(record, "instruments")[:1]


ASKED = ["concord-417", "القرار ٤١٧", "القرار 417", "قرار هيئة الوئام العالمية 417"]


@pytest.mark.parametrize("words", ASKED)
def test_the_statements_that_invoke_it_by_id_or_by_words(record: Path, words: str) -> None:
    rows = found(record, "instruments", words, "--lexicon", WORLD)
    (listed,) = (r for r in found(record, "instruments", "--lexicon", WORLD) if r["id"] == "concord-417")
    assert len(rows) == listed["statements"]
    assert all("concord-417" in [i["id"] for i in row["instruments"]] for row in rows)
    assert rows == found(record, "statements", "--instrument", words, "--lexicon", WORLD)


def test_a_name_in_another_language_finds_it(record: Path) -> None:
    rows = found(record, "statements", "--instrument", "Birsan Agreement", "--lexicon", WORLD)
    assert rows
    assert {i["id"] for row in rows for i in row["instruments"]} >= {"birsan-2024"}


def test_filters_narrow_both(record: Path) -> None:
    every = found(record, "statements", "--instrument", "birsan-2024")
    demanded = found(record, "instruments", "birsan-2024", "--act", "demand")
    assert 0 < len(demanded) < len(every)
    (row,) = (r for r in found(record, "instruments", "--act", "demand") if r["id"] == "birsan-2024")
    assert row["acts"] == {"demand": len(demanded)}


def test_csv_has_the_columns_of_json(record: Path) -> None:
    text = call("--record", record, "instruments", "--csv").stdout
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["id"] for row in rows] == [row["id"] for row in found(record, "instruments")]
    assert "state: " in rows[0]["acts"]


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_for_people_a_table_with_names_and_speakers(record: Path, lang: str) -> None:
    result = call("--record", record, "--lang", lang, "instruments", "--lexicon", WORLD)
    assert "concord-417" in result.stdout
    assert "birsan-2024" in result.stdout
    assert "بيرسان" in result.stdout


def test_nothing_found_is_said(record: Path) -> None:
    result = call("--record", record, "instruments", "--by", "لا أحد")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "No instrument was found." in result.stderr


def test_show_tells_what_a_statement_refers_to(record: Path) -> None:
    row = found(record, "instruments", "birsan-2024")[0]
    shown = call("--record", record, "show", row["id"]).stdout
    assert "[instrument: اتفاقية بيرسان]" in shown
    assert "(birsan-2024)" in shown
    assert "اتفاقية بيرسان (birsan-2024)" in call("--record", record, "statements", "--csv").stdout
