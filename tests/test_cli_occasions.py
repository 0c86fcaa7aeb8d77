"""`mawqif occasions` over the demonstration: one session that three outlets report is one line."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path
from typing import Any

import pytest

from test_cli_samples import call


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("occasions") / "record.db"
    assert call("-q", "--record", where, "demo").exit_code == 0
    return where


def found(record: Path, *args: object) -> list[dict[str, Any]]:
    result = call("--record", record, "occasions", *args, "--json")
    assert result.exit_code == 0, result.stderr
    rows: list[dict[str, Any]] = json.loads(result.stdout)
    return rows


def test_a_session_in_three_outlets_is_one(record: Path) -> None:
    (session,) = found(record, "--reports", 3)
    assert (session["kind"], session["reports"], len(session["outlets"])) == ("session", 3, 3)
    assert session["speakers"][0]["name"] == "عدنان الصفراوي"
    assert session["words"] == "جلسة استثنائية لمجلس الوزراء"


def test_its_statements_with_the_reason(record: Path) -> None:
    (session,) = found(record, "--reports", 3)
    shown = json.loads(call("--record", record, "occasions", session["id"][:8], "--json").stdout)
    assert {s["bond"] for s in shown["statements"]} == {"alone", "speaker-named"}
    assert len({s["report"]["id"] for s in shown["statements"]}) == 3
    text = call("--record", record, "occasions", session["id"][:8]).stdout
    assert text.count("(the same speaker and name)") == 2
    rows = list(csv.DictReader(io.StringIO(call("--record", record, "occasions", session["id"][:8], "--csv").stdout)))
    assert [row["bond"] for row in rows] == [s["bond"] for s in shown["statements"]]


@pytest.mark.parametrize("kind", ["call", "اتصال", "CALL"])
def test_filters(record: Path, kind: str) -> None:
    rows = found(record, "--kind", kind, "--to", "تيسير الغندوري")
    assert [row["kind"] for row in rows] == ["call"]
    assert any("الغندوري" in text for text in rows[0]["addressees"])


def test_a_kind_that_there_is_not_is_a_usage_error(record: Path) -> None:
    result = call("--record", record, "occasions", "--kind", "picnic")
    assert result.exit_code == 2
    assert "call, meeting, session" in result.stderr


def test_the_list_by_day_in_all_formats(record: Path) -> None:
    rows = found(record)
    days = [row["last"] for row in rows]
    assert days == sorted(days)
    table = list(csv.DictReader(io.StringIO(call("--record", record, "occasions", "--csv").stdout)))
    assert [row["id"] for row in table] == [row["id"] for row in rows]
    for lang in ("en", "ar"):
        assert rows[0]["id"][:8] in call("--record", record, "--lang", lang, "occasions").stdout


def test_nothing_found_and_no_such_id(record: Path) -> None:
    result = call("--record", record, "occasions", "--since", "2099")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "No occasion was found." in result.stderr
    missing = call("--record", record, "occasions", "abcdef01")
    assert missing.exit_code == 1
    assert "no occasion 'abcdef01'" in missing.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unwritable for root")
def test_a_record_that_cannot_be_written_is_read(record: Path) -> None:
    record.parent.chmod(0o500)
    record.chmod(0o400)
    try:
        assert call("--record", record, "occasions").exit_code == 0
    finally:
        record.parent.chmod(0o700)
        record.chmod(0o600)
