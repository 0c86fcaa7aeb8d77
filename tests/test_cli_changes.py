"""`mawqif changes`, `matrix`, `brief`: what is new, for whom, and in which form."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from test_cli_positions import ENV, record  # noqa: F401 - a fixture
from test_cli_samples import call


@pytest.fixture
def own(record: Path, tmp_path: Path) -> Path:  # noqa: F811
    """A copy that a test may change."""
    where = tmp_path / "record.db"
    where.write_bytes(record.read_bytes())
    return where


def news(where: Path, *args: object) -> list[dict[str, Any]]:
    result = call("--record", where, "changes", *args, "--json", env=ENV)
    assert result.exit_code == 0, result.stderr
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


def add(where: Path, tmp_path: Path, text: str, date: str) -> None:
    page = tmp_path / f"{date}.txt"
    page.write_text(text, "utf-8")
    assert call("-q", "--record", where, "add", page, "--date", date, env=ENV).exit_code == 0


MINISTER = "قالت وزيرة الخارجية الدروانية ليان المرداسي إن بلادها {} ملء سد الفيحان.\n"


def test_a_look_shows_everything_once_to_each_reader(own: Path, tmp_path: Path) -> None:
    first = news(own)
    assert {n["turn"] for n in first} >= {"first", "reversed"}
    assert news(own) == []
    assert news(own, "--as", "هالة", "--peek") == first
    assert news(own, "--as", "هالة") == first
    assert news(own, "--as", "هالة") == []
    add(own, tmp_path, MINISTER.format("ترفض"), "2033-01-05")
    (new,) = news(own)
    assert (new["turn"], new["stance"], new["holder"]["name"]) == ("reversed", "oppose", "جمهورية دروان")
    assert news(own) == []


def test_a_look_at_a_part_does_not_move(own: Path) -> None:
    part = news(own, "--issue", "dam-filling")
    assert {n["issue"] for n in part} == {"dam-filling"}
    assert news(own, "--actor", "دروان")
    assert len(news(own)) > len(part)


def test_what_was_said_since_a_day_whoever_looked(own: Path) -> None:
    news(own)
    late = news(own, "--since", "2032-02")
    assert late
    assert all(n["saying"]["day"] >= "2032-02" for n in late)
    assert news(own, "--since", "2032-02") == late


def test_what_matters_most_comes_first_and_restatements_are_one_line(own: Path, tmp_path: Path) -> None:
    for day in ("2033-01-05", "2033-02-05", "2033-03-05"):
        add(own, tmp_path, f"{day}\n" + MINISTER.format("ترفض اليوم"), day)
    printed = call("--record", own, "changes", "--since", "2032", env=ENV).stdout
    assert printed.index("reversed: ") < printed.index("first seen: ")
    assert re.search(r"جمهورية دروان: oppose restated 2 times, by ليان المرداسي\n", printed)


def test_copies_of_known_words_are_no_news(own: Path, tmp_path: Path) -> None:
    news(own)
    add(own, tmp_path, MINISTER.format("ترفض"), "2033-01-05")
    assert len(news(own)) == 1
    add(own, tmp_path, "سيلاق: " + MINISTER.format("ترفض"), "2033-01-06")
    assert news(own) == []


def test_an_old_report_changes_what_the_first_was(own: Path, tmp_path: Path) -> None:
    news(own)
    add(own, tmp_path, MINISTER.format("تؤيد"), "2030-05-05")
    new = {(n["turn"], n["saying"]["day"]) for n in news(own)}
    assert new == {("first", "2030-05-05")}


def test_nothing_new_is_said(own: Path) -> None:
    news(own)
    result = call("--record", own, "changes", env=ENV)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Nothing is new" in result.stderr


def test_the_matrix_has_a_row_for_each_actor_and_a_column_for_each_issue(own: Path, tmp_path: Path) -> None:
    add(own, tmp_path, MINISTER.format("ترفض"), "2033-01-05")
    rows = json.loads(call("--record", own, "matrix", "--json", "--today", "2033-01-15", env=ENV).stdout)
    darwan = next(row for row in rows if row["holder"]["key"] == "DRW")
    assert [len(row["positions"]) for row in rows] == sorted((len(row["positions"]) for row in rows), reverse=True)
    assert (darwan["positions"]["dam-filling"]["stance"], darwan["positions"]["dam-filling"]["age"]) == ("oppose", 10)
    table = list(csv.DictReader(io.StringIO(call("--record", own, "matrix", "--csv", env=ENV).stdout)))
    assert list(table[0]) == ["holder", "crossing-reopening", "dam-filling", "observers"]
    assert [row["holder"] for row in table] == [row["holder"]["name"] for row in rows]


@pytest.mark.parametrize(("lang", "cell"), [("en", "oppose (10 d)"), ("ar", "معارضة (10 يوم)")])
def test_the_matrix_for_people_gives_the_age(own: Path, tmp_path: Path, lang: str, cell: str) -> None:
    add(own, tmp_path, MINISTER.format("ترفض"), "2033-01-05")
    printed = call("--record", own, "--lang", lang, "matrix", "--today", "2033-01-15", env=ENV).stdout
    assert cell in printed
    assert "جمهورية دروان" in printed


def test_columns_run_from_right_to_left_for_the_eye(own: Path) -> None:
    logical = call("--record", own, "--lang", "ar", "matrix", env=ENV).stdout.splitlines()
    assert all(line.startswith("\u200f") for line in logical)
    visual = call("--record", own, "--lang", "ar", "--visual", "matrix", env=ENV).stdout
    row = next(line for line in visual.splitlines() if "ناورد ةيروهمج" in line)
    assert row.rstrip().endswith("ناورد ةيروهمج")
    assert "2031-" in row  # a day keeps its order among Arabic letters


def test_the_matrix_of_a_day_knows_nothing_of_later_days(own: Path) -> None:
    rows = json.loads(call("--record", own, "matrix", "--json", "--today", "2031-02-01", env=ENV).stdout)
    (darwan,) = (row for row in rows if row["holder"]["key"] == "DRW")
    assert darwan["positions"]["dam-filling"]["leaning"] == "oppose"


class Page(HTMLParser):
    """What stands in the page, and what it would fetch."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.fetched: list[str] = []
        self.quoted: list[str] = []
        self.direction = ""
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.direction = given.get("dir") or self.direction if tag == "html" else self.direction
        self.fetched += [v or "" for k, v in attrs if k in ("src", "srcset") or (k == "href" and tag != "a")]
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "blockquote":
            self.quoted.append(data)


def brief(where: Path, *args: object) -> str:
    result = call("--record", where, "brief", *args, env=ENV)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def test_a_brief_is_a_page_of_its_own_from_right_to_left(own: Path, tmp_path: Path) -> None:
    target = tmp_path / "موجز.html"
    assert brief(own, "--since", "2032-02", "--format", "html", "--lang", "ar", "-o", target) == ""
    page = Page(target.read_text("utf-8"))
    assert page.direction == "rtl"
    assert page.fetched == []
    assert page.open == []
    assert any("لم تعد تعارض ملء سد الفيحان" in words for words in page.quoted)


def test_words_of_a_report_are_words_in_every_format(own: Path, tmp_path: Path) -> None:
    add(own, tmp_path, MINISTER.format("ترفض <script>*نهائيا*</script> بشكل_قاطع"), "2033-01-05")
    page = brief(own, "--since", "2033", "--format", "html")
    assert "<script>" not in page
    assert Page(page).open == []
    text = brief(own, "--since", "2033", "--format", "markdown")
    assert "<script>" not in text.replace("\\<script\\>", "")


@pytest.mark.parametrize("shape", ["text", "markdown", "html"])
def test_a_brief_has_changes_new_positions_and_chains(own: Path, shape: str) -> None:
    written = brief(own, "--since", "2032-02", "--format", shape)
    assert written.index("Changes") < written.index("New positions")
    assert "reversed: oppose" in written
    plain = re.sub(r"<[^>]+>", "", written)
    assert "ليان المرداسي → صحيفة يوميات الساحل" in plain
    assert "2031-01-16" not in written


@pytest.mark.parametrize("shape", ["text", "markdown", "html"])
def test_a_brief_of_a_quiet_day_says_so(own: Path, shape: str) -> None:
    assert "Nothing is new" in brief(own, "--since", "2040", "--format", shape)


def test_a_brief_of_one_issue_up_to_a_day(own: Path) -> None:
    written = brief(own, "--since", "2031", "--until", "2031", "--issue", "dam-filling")
    assert "2032" not in written
    assert "Posting observers" not in written


@pytest.mark.parametrize("day", ["yesterday", "today", "أمس", "اليوم", "امس"])
def test_days_by_name(own: Path, day: str) -> None:
    assert call("--record", own, "brief", "--since", day, env=ENV).exit_code == 0


def test_commitments_that_are_due_stand_in_the_brief(own: Path, tmp_path: Path) -> None:
    promise = "تعهد وزير الري الدرواني أيهم الرزيني بتسليم السجلات قبل 20 يناير 2033.\n"
    add(own, tmp_path, promise, "2033-01-05")
    written = brief(own, "--since", "2033-01-01", "--until", "2033-01-18")
    due = written.partition("Commitments due")[2]
    assert "by 2033-01-" in due
    assert "تسليم السجلات" in due
    assert "أيهم الرزيني → " in due
    assert "تسليم السجلات" not in brief(own, "--since", "2033-01-01", "--until", "2033-01-06").partition("due\n")[2]
    assert "تسليم السجلات" not in brief(own, "--since", "2033", "--until", "2033-01-18", "--issue", "dam-filling")


def test_a_date_in_the_heading_of_an_arabic_brief_is_read_from_left_to_right(record: Path) -> None:  # noqa: F811
    told = call("--record", record, "--lang", "ar", "brief", "--since", "2031-01-01", "--format", "html", env=ENV)
    assert '<bdi dir="ltr">2031-01-01</bdi></h1>' in told.stdout
