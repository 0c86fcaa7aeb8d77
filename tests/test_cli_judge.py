"""`mawqif judge`, `judgements`, `undo`: what a reader says is shown as the reader's, and can be taken back."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from test_cli_samples import call

TEXT = "قال وزير الزراعة في سهلان كريم الواحي إن الموسم كان أفضل من سابقه. وأكدت الناطقة هالة مراد أن الطريق مفتوح."
READER = {"MAWQIF_READER": "سلمى"}


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record of one report with two statements."""
    where = tmp_path / "record.db"
    docs = json.dumps({"id": "d", "text": TEXT, "date": "2031-05-05"}).encode()
    assert call("-q", "--record", where, "add", "-", stdin=docs + b"\n").exit_code == 0
    return where


def found(record: Path, *args: object) -> list[dict[str, Any]]:
    result = call("--record", record, *args, "--json")
    assert result.exit_code == 0
    rows: list[dict[str, Any]] = json.loads(result.stdout)
    return rows


def judge(record: Path, *args: object, code: int = 0, **env: str) -> str:
    """What `judge` prints of the first statement."""
    (first, _second) = found(record, "statements", "--rejected")
    result = call("--record", record, "judge", first["id"][:8], *args, env=env or READER)
    assert result.exit_code == code
    return result.stdout + result.stderr


def test_what_a_reader_corrects_is_shown_as_the_readers(record: Path) -> None:
    printed = judge(record, "--speaker", "سامر  النوري", "--act", "تحذير", "--reason", "سمعته")
    assert "سامر النوري  warn" in printed
    assert "speaker by سلمى" in printed
    assert "(found: كريم الواحي); because: سمعته" in printed
    (first, second) = found(record, "statements")
    assert (first["speaker"]["name"], first["act"]) == ("سامر النوري", "warn")
    assert (first["found"]["speaker"]["name"], first["found"]["act"]) == ("كريم الواحي", "state")
    assert [j["ruling"] for j in first["judgements"]] == ["correct-speaker", "correct-act"]
    assert (second["found"], second["judgements"]) == ({}, [])


def test_what_is_rejected_is_left_out_of_lists_and_still_shown(record: Path) -> None:
    (first, second) = found(record, "statements")
    judge(record, "--reject")
    assert [s["id"] for s in found(record, "statements")] == [second["id"]]
    assert [s["id"] for s in found(record, "statements", "--rejected")] == [first["id"], second["id"]]
    assert "rejected by سلمى" in call("--record", record, "statements", "--rejected").stdout
    assert "rejected by سلمى" in call("--record", record, "show", first["id"]).stdout
    assert "rejected by سلمى" in call("--record", record, "show", first["report"]["id"]).stdout


def test_content_is_corrected_to_words_of_the_report(record: Path) -> None:
    judge(record, "--content", "الموسم   كان أفضل")
    (first, _second) = found(record, "statements")
    assert first["content"]["text"] == "الموسم كان أفضل" == TEXT[first["content"]["start"] : first["content"]["end"]]
    assert first["found"]["content"]["text"].startswith("إن الموسم")
    assert "copy them" in judge(record, "--content", "كلام ليس فيه", code=2)


def test_a_statement_is_shown_with_all_that_was_said_of_it(record: Path) -> None:
    judge(record, "--note", "راجع التسجيل")
    judge(record, "--accept", MAWQIF_READER="عمر")
    note = found(record, "judgements", "--by", "سلمى")[0]
    assert call("--record", record, "undo", note["id"][:8], "--as", "ليلى").exit_code == 0
    (first, _second) = found(record, "statements")
    shown = json.loads(call("--record", record, "show", first["id"], "--json").stdout)
    said = [(j["ruling"], j["state"], j["by"]) for j in shown["judgements"]]
    assert said == [("note", "undone", "سلمى"), ("accept", "active", "عمر"), ("undo", "active", "ليلى")]
    printed = call("--record", record, "show", first["id"]).stdout
    assert "undone  note by سلمى" in printed
    assert "accepted by عمر" in printed


def test_judgements_are_listed_with_where_they_stand(record: Path) -> None:
    assert "No judgement" in call("--record", record, "judgements").stderr
    judge(record, "--reject", "--note", "ليس قولًا")
    (note, reject) = found(record, "judgements")
    assert (note["payload"], reject["payload"], note["state"]) == ({"text": "ليس قولًا"}, {}, "active")
    assert TEXT[note["about"]["content"]["start"] : note["about"]["content"]["end"]] == note["about"]["content"]["text"]
    call("--record", record, "undo", reject["id"], env=READER)
    assert [j["id"] for j in found(record, "judgements", "--state", "undone")] == [reject["id"]]
    assert len(found(record, "judgements", "--statement", reject["statement"])) == 3
    table = list(csv.DictReader(io.StringIO(call("--record", record, "judgements", "--csv").stdout)))
    assert [row["state"] for row in table] == ["active", "undone", "active"]
    assert "undone by سلمى" in call("--record", record, "judgements").stdout


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ([], "--accept"),
        (["--accept", "--reject"], "exclude"),
        (["--kind", "person"], "--speaker"),
        (["--note", "  "], "words"),
        (["--act", "shout"], "condemn"),
        (["--speaker", "سامر", "--kind", "star"], "person"),
    ],
)
def test_what_is_no_judgement_is_a_usage_error(record: Path, args: list[str], words: str) -> None:
    assert words in judge(record, *args, code=2)
    assert found(record, "judgements") == []


def test_kinds_in_both_languages(record: Path) -> None:
    judge(record, "--speaker", "لجنة السدود", "--kind", "جهة")
    assert found(record, "statements")[0]["speaker"]["kind"] == "organization"


@pytest.mark.parametrize(
    ("option", "environment", "name"),
    [(["--as", "ليلى"], "سلمى", "ليلى"), ([], "سلمى", "سلمى"), ([], " ", "login")],
)
def test_who_judges(record: Path, option: list[str], environment: str, name: str) -> None:
    judge(record, "--accept", *option, MAWQIF_READER=environment, LOGNAME="login")
    assert [j["by"] for j in found(record, "judgements")] == [name]


def test_undoing_twice_and_what_is_not_there(record: Path) -> None:
    judge(record, "--accept")
    (given,) = found(record, "judgements")
    assert call("--record", record, "undo", given["id"], env=READER).exit_code == 0
    again = call("--record", record, "undo", given["id"], env=READER)
    assert (again.exit_code, "undone already" in again.stderr) == (2, True)
    assert call("--record", record, "undo", "ffffffff", env=READER).exit_code == 1
    assert call("--record", record, "judge", "ffffffff", "--accept", env=READER).exit_code == 1


def test_judging_makes_no_record(tmp_path: Path) -> None:
    assert call("--record", tmp_path / "none.db", "judge", "ffffffff", "--accept").exit_code == 3
    assert list(tmp_path.iterdir()) == []


def test_in_arabic(record: Path) -> None:
    judge(record, "--act", "تحذير")
    printed = call("--lang", "ar", "--record", record, "judgements").stdout
    assert "فعل القول بحسب سلمى" in printed
    assert "تحذير" in printed


ISSUE = """
- id: dam
  label: {ar: ملء السد}
  proposition: {ar: ملء سد الفيحان}
  about: [ملء]
  with: [سد الفيحان]
"""
FOR_IT = "أعلن وزير المياه في سهلان كريم الواحي أن بلاده تؤيد ملء سد الفيحان."


def test_positions_are_those_of_what_people_left_standing(tmp_path: Path) -> None:
    where, issue = tmp_path / "record.db", tmp_path / "issue.yaml"
    issue.write_text(ISSUE, "utf-8")
    docs = json.dumps({"id": "d", "text": FOR_IT, "date": "2031-05-05"}).encode()
    call("-q", "--record", where, "add", "-", stdin=docs + b"\n")
    assert call("-q", "--record", where, "issue", "add", issue).exit_code == 0

    def speakers() -> set[str]:
        return {by for line in found(where, "positions", "dam") for by in line["steps"][0]["speakers"]}

    (statement,) = found(where, "statements")
    assert speakers() == {"كريم الواحي"}
    call("--record", where, "judge", statement["id"], "--speaker", "سامر النوري", env=READER)
    assert speakers() == {"سامر النوري"}
    call("--record", where, "judge", statement["id"], "--reject", env=READER)
    assert speakers() == set()
    for row in found(where, "judgements"):
        call("--record", where, "undo", row["id"], env=READER)
    assert speakers() == {"كريم الواحي"}
