"""`mawqif statements`, `show`, `reports`: the same things found however they are asked for."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from mawqif import Record
from mawqif.model import Span
from test_cli_samples import DEMO, call, lines

PAGE = """النهران تعلن موقفها
أكّد وزير الإعلام في سهلان أُسامة الواحي، أمس، أنّ بلاده «تدعم ١٢ مشروعًا» في الإقليم. وأضاف أن العمل بدأ.

ونقلت وكالة الأفق عن رئيس البلدية هاني السعيد قوله إن الطريق مفتوح.
"""


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the demonstration and one more page."""
    folder = tmp_path_factory.mktemp("read")
    where = folder / "record.db"
    (folder / "صفحة.txt").write_text(PAGE, encoding="utf-8")
    assert call("-q", "--record", where, "demo").exit_code == 0
    assert call("-q", "--record", where, "add", folder / "صفحة.txt", "--date", "2033-01-02").exit_code == 0
    return where


def found(record: Path, *args: object) -> list[dict[str, Any]]:
    result = call("--record", record, *args, "--json")
    assert result.exit_code == 0
    rows: list[dict[str, Any]] = json.loads(result.stdout)
    return rows


def ids(record: Path, *args: object) -> list[str]:
    return [row["id"] for row in found(record, *args)]


@pytest.mark.parametrize(
    ("option", "spellings"),
    [
        ("--by", ["أسامة الواحي", "اسامة الواحي", "أُسَامَة الواحِي", "أســامة الواحي"]),
        ("--text", ["12 مشروعا", "١٢ مشروعًا", "۱۲ مشروعاً"]),
        ("--text", ["الإقليم", "الاقليم", "إقليم"]),
    ],
)
def test_spellings_of_one_query_find_the_same(record: Path, option: str, spellings: list[str]) -> None:
    (first, *others) = [ids(record, "statements", option, spelling) for spelling in spellings]
    assert first
    assert all(other == first for other in others)


@pytest.mark.parametrize("day", ["2033-01-02", "٢٠٣٣-٠١-٠٢", "2033-01", "2033", "۲۰۳۳"])
def test_days_months_and_years_in_any_digits(record: Path, day: str) -> None:
    (report,) = ids(record, "reports", "--since", day)
    assert ids(record, "reports", "--since", day, "--until", day) == [report]
    statements = found(record, "statements", "--since", day, "--until", day)
    assert {row["report"]["id"] for row in statements} == {report}


@pytest.mark.parametrize("day", ["soon", "2033-13", "2033-02-30", "12/5/2033"])
def test_what_is_no_date_is_a_usage_error(record: Path, day: str) -> None:
    result = call("--record", record, "statements", "--since", day)
    assert result.exit_code == 2
    assert "2023-05-05" in result.stderr


@pytest.mark.parametrize("act", ["reject", "رفض", "رَفْض", "REJECT"])
def test_acts_in_both_languages(record: Path, act: str) -> None:
    rows = found(record, "statements", "--act", act)
    assert rows
    assert {row["act"] for row in rows} == {"reject"}


def test_what_is_no_act_is_told_the_acts(record: Path) -> None:
    result = call("--record", record, "statements", "--act", "shout")
    assert result.exit_code == 2
    assert "condemn" in result.stderr


def test_filters_narrow_together(record: Path) -> None:
    everything = found(record, "statements")
    outlet = everything[0]["report"]["outlet"]
    some = found(record, "statements", "--outlet", outlet, "--min-score", "0.7", "--limit", 3)
    assert 0 < len(some) <= 3
    assert all(row["report"]["outlet"] == outlet and row["score"] >= 0.7 for row in some)


def test_nothing_found_is_said_and_is_no_failure(record: Path) -> None:
    result = call("--record", record, "statements", "--text", "زرافة")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "No statement" in result.stderr
    assert found(record, "statements", "--text", "زرافة") == []
    assert "No report" in call("--record", record, "reports", "--text", "زرافة").stderr


def test_csv_has_the_columns_and_rows_of_json(record: Path) -> None:
    for command in ("statements", "reports"):
        table = list(csv.DictReader(io.StringIO(call("--record", record, command, "--csv").stdout)))
        assert [row["id"] for row in table] == ids(record, command)
    assert call("--record", record, "reports", "--csv", "--json").exit_code == 2


def test_a_list_for_people_names_id_day_speaker_and_words(record: Path) -> None:
    printed = call("--record", record, "statements", "--by", "السعيد").stdout.splitlines()
    assert re.match(r"[0-9a-f]{8}  2033-01-02  هاني السعيد  state  unknown outlet$", printed[0])
    assert printed[1] == "  إن الطريق مفتوح"


def test_a_read_of_no_record_says_how_to_make_one(tmp_path: Path) -> None:
    result = call("--record", tmp_path / "none.db", "statements")
    assert result.exit_code == 3
    assert "mawqif add" in result.stderr
    assert not list(tmp_path.iterdir())


def test_a_statement_is_shown_in_its_sentence_with_its_parts_marked(record: Path) -> None:
    (id,) = ids(record, "statements", "--by", "السعيد")
    printed = call("--record", record, "show", id[:8]).stdout
    assert printed.splitlines()[0] == (
        "ونقلت [relay: وكالة الأفق] عن [speaker: رئيس البلدية هاني السعيد] [cue: قوله] [content: إن الطريق مفتوح]."
    )
    assert "هاني السعيد → وكالة الأفق → unknown outlet" in printed


def test_what_is_known_of_the_source_is_shown(record: Path) -> None:
    id = ids(record, "statements", "--by", "السعيد")[0]
    printed = call("--record", record, "show", id).stdout
    assert hashlib.sha256(PAGE.encode()).hexdigest() in printed
    assert "صفحة.txt" in printed
    assert "2033-01-02 (given)" in printed


def test_json_of_a_statement_has_its_evidence(record: Path) -> None:
    id = ids(record, "statements", "--by", "السعيد")[0]
    shown = json.loads(call("--record", record, "show", id, "--json").stdout)
    with Record(record, readonly=True) as r:
        text = r.report(shown["report"]["id"]).text
    for span in (shown["content"], shown["cue"], shown["sentence"], *shown["via"]):
        assert text[span["start"] : span["end"]] == span["text"]
    assert shown["chain"][0] == "هاني السعيد"
    assert shown["source"]["sha256"] == hashlib.sha256(PAGE.encode()).hexdigest()


def test_every_statement_of_the_record_can_be_shown(record: Path) -> None:
    for row in found(record, "statements", "--limit", 60):
        result = call("--record", record, "show", row["id"])
        assert result.exit_code == 0
        sentence = " ".join(result.stdout.partition("\n\nStatement")[0].split())
        unmarked = re.sub(r"\[\w+: |\]", "", sentence)
        assert " ".join(re.sub(r"[\[\]]", "", row["content"]["text"]).split()) in unmarked


def test_a_report_is_shown_with_its_statements(record: Path) -> None:
    (report,) = ids(record, "reports", "--since", "2033")
    printed = call("--record", record, "show", report[:6]).stdout
    assert "إن الطريق مفتوح" in printed
    shown = json.loads(call("--record", record, "show", report, "--json").stdout)
    assert shown["text"] == PAGE
    assert [s["id"] for s in shown["statements"]] == [r["id"] for r in found(record, "statements", "--since", "2033")]


def test_the_page_comes_back_byte_for_byte(record: Path) -> None:
    (report,) = ids(record, "reports", "--since", "2033")
    assert call("--record", record, "show", report, "--source").stdout_bytes == PAGE.encode()
    page = next(DEMO.rglob("*.html"))
    with Record(record, readonly=True) as r:
        places = {row.id: r.source(row.id).location for row in r.reports()}
    id = next(id for id, place in places.items() if place.endswith(page.name))
    assert call("--record", record, "show", id, "--source").stdout_bytes == page.read_bytes()


@pytest.mark.parametrize(("id", "code"), [("ffffffffffffffffffff", 1), ("nonsense", 1), ("abc", 2), ("", 1)])
def test_an_id_that_names_nothing(record: Path, id: str, code: int) -> None:
    result = call("--record", record, "show", id)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (code, "", 1)


def test_marks_that_lie_in_one_another_are_all_closed() -> None:
    from mawqif.cli.marks import Mark, bracketed, sentence_around

    text = "سبق هذا. قال كريم إن هاني وعد بالعمل. ثم انتهى."
    marks = [Mark("content", span(text, "إن هاني وعد بالعمل")), Mark("cue", span(text, "وعد"))]
    sentence = sentence_around(text, marks)
    assert sentence.text == "قال كريم إن هاني وعد بالعمل."
    assert bracketed(sentence, marks) == "قال كريم [content: إن هاني [cue: وعد] بالعمل]."


def span(text: str, part: str) -> Span:
    at = text.index(part)
    return Span.of(text, at, at + len(part))


def test_a_speaker_without_a_name_is_shown_by_the_words_at_the_cue(tmp_path: Path) -> None:
    docs = lines(1, "وقال إن الأمر انتهى. وقالت مصادر مطلعة إن الاجتماع تأجل.")
    where = tmp_path / "record.db"
    call("--record", where, "add", "-", stdin=docs)
    printed = call("--record", where, "statements").stdout
    assert "إن الاجتماع تأجل" in printed
    assert "None" not in printed
