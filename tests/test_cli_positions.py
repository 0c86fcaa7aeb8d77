"""`mawqif issue` and `positions`: the demonstration's dispute told in time."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mawqif.model import Span
from test_cli_samples import DEMO, call

WORLD = DEMO / "world"
ISSUES = WORLD / "issues.yaml"
ENV = {"MAWQIF_LEXICON": str(WORLD)}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration with its issues kept."""
    where = tmp_path_factory.mktemp("positions") / "record.db"
    assert call("-q", "--record", where, "demo").exit_code == 0
    assert call("-q", "--record", where, "issue", "add", ISSUES, env=ENV).exit_code == 0
    return where


def lines(record: Path, *args: object) -> list[dict[str, Any]]:
    result = call("--record", record, "positions", *args, "--json", env=ENV)
    assert result.exit_code == 0, result.stderr
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


def of(record: Path, actor: str, *args: object, issue: str = "dam-filling") -> dict[str, Any]:
    (line,) = lines(record, issue, "--actor", actor, *args)
    return line


def test_a_state_turns_from_no_to_yes_and_both_are_quoted(record: Path) -> None:
    line = of(record, "دروان")
    first, now = line["steps"][0], line["present"]
    assert (first["first"], first["leaning"] or first["stance"]) == ("2031-01-16", "oppose")
    assert (now["direction_since"], now["leaning"] or now["stance"]) == ("2032-02-23", "support")
    (turned,) = (step for step in line["steps"] if step["turn"] == "reversed")
    said = turned["sayings"][0]
    assert (turned["first"], said["speaker"]) == ("2032-02-23", "ليان المرداسي")
    assert "لم تعد تعارض ملء سد الفيحان" in said["quotation"]["text"]
    assert any("مراقبين محايدين" in c["text"] for c in turned["conditions"])
    assert said["report"]["outlet"] == "صحيفة يوميات الساحل"


def test_all_words_quoted_stand_in_their_report(record: Path) -> None:
    from mawqif import Record

    with Record(record, readonly=True) as r:
        for line in lines(record, "dam-filling"):
            apart = (s for key in ("asides", "ascribed", "told", "undated") for s in line[key])
            for saying in [*(s for step in line["steps"] for s in step["sayings"]), *apart]:
                text = r.report(saying["report"]["id"]).text
                for span in (saying["quotation"], saying["evidence"], *saying["conditions"]):
                    assert text[span["start"] : span["end"]] == span["text"]


@pytest.mark.parametrize("name", ["دروان", "مرسى العاج", "جمهورية دروان", "DRW"])
def test_a_state_is_found_by_any_of_its_names_with_those_who_speak_for_it(record: Path, name: str) -> None:
    line = of(record, name)
    assert line["holder"]["name"] == "جمهورية دروان"
    assert "ليان المرداسي" in {s["speaker"] for step in line["steps"] for s in step["sayings"]}


@pytest.mark.parametrize("name", ["ليان المرداسي", "المرداسي"])
def test_a_minister_is_found_by_name_and_counts_for_the_state_too(record: Path, name: str) -> None:
    line = of(record, name)
    assert (line["holder"]["name"], line["holder"]["kind"]) == ("ليان المرداسي", "person")
    levels = [level["name"] for level in line["steps"][0]["sayings"][0]["for"]]
    assert (levels[0], levels[-1]) == ("ليان المرداسي", "جمهورية دروان")


def test_as_it_was_known_on_a_day(record: Path) -> None:
    then = of(record, "دروان", "--until", "2031")["present"]
    assert (then["leaning"] or then["stance"]) == "oppose"
    later = of(record, "دروان", "--since", "2032-06")
    assert later["present"]["direction_since"] == "2032-02-23"
    assert all(step["last"] >= "2032-06" for step in later["steps"])


def test_only_of_a_stance_or_an_outlet(record: Path) -> None:
    held = {line["present"]["stance"] for line in lines(record, "dam-filling", "--stance", "معارضة")}
    assert held == {"oppose"}
    outlets = {
        s["report"]["outlet"]
        for line in lines(record, "dam-filling", "--outlet", "سيلاق")
        for step in line["steps"]
        for s in step["sayings"]
    }
    assert outlets == {"شبكة سيلاق الإخبارية"}
    assert call("--record", record, "positions", "dam-filling", "--stance", "maybe", env=ENV).exit_code == 2


def test_an_issue_that_is_not_kept_gives_the_same(record: Path, tmp_path: Path) -> None:
    where = tmp_path / "other.db"
    call("-q", "--record", where, "add", DEMO / "reports", env=ENV)
    at_once = lines(where, "dam-filling", "--issues", ISSUES)
    assert at_once == lines(record, "dam-filling")
    assert json.loads(call("--record", where, "issue", "list", "--json").stdout) == []


def test_csv_has_a_line_for_every_saying(record: Path) -> None:
    printed = call("--record", record, "positions", "dam-filling", "--csv", env=ENV).stdout
    rows = list(csv.DictReader(io.StringIO(printed)))
    said = [s for line in lines(record, "dam-filling") for step in line["steps"] for s in step["sayings"]]
    assert len([r for r in rows if r["turn"] not in ("", "undated")]) == len(said)
    assert {r["turn"] for r in rows} >= {"first", "reversed"}


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_reader_sees_position_quotation_chain_and_course(record: Path, lang: str) -> None:
    printed = call("--record", record, "--lang", lang, "positions", "dam-filling", "--actor", "دروان", env=ENV).stdout
    arrow, turned = {"en": ("→", "reversed"), "ar": ("←", "انقلب")}[lang]
    assert f"ليان المرداسي {arrow} صحيفة يوميات الساحل" in printed
    assert turned in printed
    assert "«أن بلادها لم تعد تعارض ملء سد الفيحان" in printed


def test_new_reports_are_searched_for_the_issues_that_are_kept(record: Path, tmp_path: Path) -> None:
    where = tmp_path / "record.db"
    where.write_bytes(record.read_bytes())
    page = tmp_path / "خبر.txt"
    page.write_text("قالت وزيرة الخارجية الدروانية ليان المرداسي إن بلادها ترفض ملء سد الفيحان.\n", "utf-8")
    assert call("-q", "--record", where, "add", page, "--date", "2033-01-05", env=ENV).exit_code == 0
    now = of(where, "دروان")
    assert (now["present"]["stance"], now["present"]["since"]) == ("oppose", "2033-01-05")
    assert now["steps"][-1]["turn"] == "reversed"


def test_an_edited_issue_is_searched_anew(record: Path, tmp_path: Path) -> None:
    where = tmp_path / "record.db"
    where.write_bytes(record.read_bytes())
    edited = tmp_path / "issues.yaml"
    edited.write_text("- id: dam-filling\n  about: [سكة حديد]\n", "utf-8")
    (kept,) = json.loads(call("--record", where, "issue", "add", edited, "--json", env=ENV).stdout)
    assert kept["positions"] == 0
    assert lines(where, "dam-filling") == []
    (kept, *_others) = json.loads(call("--record", where, "issue", "add", ISSUES, "--json", env=ENV).stdout)
    assert kept["positions"] > 5
    assert lines(where, "dam-filling") == lines(record, "dam-filling")


def test_issues_are_listed_shown_and_removed(record: Path, tmp_path: Path) -> None:
    where = tmp_path / "record.db"
    where.write_bytes(record.read_bytes())
    listed = json.loads(call("--record", where, "issue", "list", "--json").stdout)
    assert [i["id"] for i in listed] == ["crossing-reopening", "dam-filling", "observers"]
    assert "Filling the Fayhan dam" in call("--record", where, "issue", "list").stdout
    shown = json.loads(call("--record", where, "issue", "show", "observers", "--json").stdout)
    assert shown in listed
    assert "نشر مراقبين" in call("--record", where, "issue", "show", "observers").stdout
    assert call("--record", where, "issue", "remove", "observers").exit_code == 0
    assert call("--record", where, "issue", "show", "observers").exit_code == 1
    assert call("--record", where, "positions", "observers", env=ENV).exit_code == 1


def test_what_is_missing_is_told_in_a_sentence(record: Path, tmp_path: Path) -> None:
    several = call("--record", record, "positions", env=ENV)
    assert several.exit_code == 2
    assert "dam-filling" in several.stderr
    unknown = call("--record", record, "positions", "no", "--issues", ISSUES, env=ENV)
    assert unknown.exit_code == 2
    assert "observers" in unknown.stderr
    nothing = call("--record", record, "positions", "dam-filling", "--actor", "زرافة", env=ENV)
    assert (nothing.exit_code, nothing.stdout) == (0, "")
    assert "No position" in nothing.stderr
    assert call("--record", tmp_path / "none.db", "positions", "x").exit_code == 3


def test_a_record_that_cannot_be_written_shows_what_it_has(record: Path, tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    where = folder / "record.db"
    where.write_bytes(record.read_bytes())
    call("-q", "--record", where, "issue", "add", ISSUES, env=ENV)
    folder.chmod(0o500)
    try:
        assert lines(where, "dam-filling") == lines(record, "dam-filling")
    finally:
        folder.chmod(0o700)


def test_a_report_in_which_finding_fails_costs_itself_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from mawqif.pipeline import positions

    where = tmp_path / "record.db"
    call("-q", "--record", where, "add", DEMO / "reports", env=ENV)
    real, failed = positions._found, []

    def once(report: Any, *args: Any) -> Any:
        if not failed:
            failed.append(report.id)
            raise IndexError("gone")
        return real(report, *args)

    with monkeypatch.context() as m:
        m.setattr(positions, "_found", once)
        result = call("-q", "--record", where, "issue", "add", ISSUES, env=ENV)
    assert (result.exit_code, result.stderr.count("\n")) == (0, 1)
    assert failed[0] in result.stderr
    some = len(lines(where, "dam-filling"))  # which also finds what was left out
    call("-q", "--record", where, "issue", "add", ISSUES, env=ENV)
    assert len(lines(where, "dam-filling")) == some > 2


def test_only_what_is_sure_enough(record: Path) -> None:
    def scores(*args: object) -> list[float]:
        found = lines(record, "dam-filling", *args)
        return [s["score"] for line in found for step in line["steps"] for s in step["sayings"]]

    assert min(scores("--min-score", "0.7")) >= 0.7 > min(scores())


def test_long_words_are_shown_around_what_shows_the_stance() -> None:
    from mawqif.cli.positions.words import excerpt
    from test_history import saying

    quoted = replace(
        saying("2031-01-10", "oppose"), quotation=span("كلام كثير " * 40 + "نرفض ملء السد " + "وغير ذلك " * 40)
    )
    shown = excerpt(replace(quoted, evidence=span("نرفض ملء السد")))
    assert "نرفض ملء السد" in shown
    assert len(shown) < 300
    assert (shown[0], shown[-1]) == ("…", "…")
    assert excerpt(saying("2031-01-10", "oppose", words="نرفض ملء السد")) == "نرفض ملء السد"


def span(text: str) -> Span:
    return Span(0, len(text), text)


def test_a_statement_that_a_reader_rejects_moves_no_timeline(record: Path, tmp_path: Path) -> None:
    where = tmp_path / "record.db"
    where.write_bytes(record.read_bytes())
    (turned,) = (step for step in of(where, "دروان")["steps"] if step["turn"] == "reversed")
    said = [s["statement"] for s in turned["sayings"]]
    for statement in said:
        assert call("--record", where, "judge", statement, "--reject", "--as", "سلمى", env=ENV).exit_code == 0
    left = {s["statement"] for step in of(where, "دروان")["steps"] for s in step["sayings"]}
    assert left
    assert not left & set(said)
    assert call("--record", where, "doctor", env=ENV).exit_code == 0
