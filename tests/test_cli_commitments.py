"""`mawqif commitments`: who undertook what by when, its status on a day, and the calendar of deadlines."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from test_cli_samples import call

REPORTS = [
    ("a", "2031-05-14", "الساحل اليوم", "تعهد الوزير سامر النوري بفتح الجسر خلال الشهر المقبل بشرط عودة المراقبين."),
    ("b", "2031-05-20", "أفق الوادي", "قال السفير داود البستاوي إن بلاده سترسل الخبراء قبل نهاية العام."),
    ("c", "2031-05-01", "أفق الوادي", "وعدت المتحدثة هالة مراد بإصلاح السد غدا."),
    ("d", "2031-05-02", "الساحل اليوم", "تعهد الوزير سامر النوري بزيارة الوادي قريبا."),
    ("e", None, "الساحل اليوم", "تعهدت الوزيرة رباب السلموني بفتح المعبر خلال أسبوعين."),
    ("f", "2031-05-03", "أفق الوادي", "قال السفير داود البستاوي إن السد ممتلئ."),
]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("commitments") / "record.db"
    docs = [
        {"id": id, "date": day, "outlet": outlet, "text": text, "url": f"https://example.org/{id}"}
        for id, day, outlet, text in REPORTS
    ]
    page = "\n".join(json.dumps(d, ensure_ascii=False) for d in docs)
    file = where.with_name("reports.jsonl")
    file.write_text(page, encoding="utf-8")
    assert call("-q", "--record", where, "add", file).exit_code == 0
    return where


def found(record: Path, *args: object) -> list[dict[str, Any]]:
    result = call("--record", record, "commitments", *args, "--json")
    assert result.exit_code == 0
    rows: list[dict[str, Any]] = json.loads(result.stdout)
    return rows


def names(record: Path, *args: object) -> list[str]:
    return [row["report"]["given_id"] for row in found(record, *args)]


def test_they_come_by_their_last_day_and_the_undated_last(record: Path) -> None:
    assert names(record) == ["c", "a", "b", "d", "e"]


@pytest.mark.parametrize(
    ("today", "statuses"),
    [
        ("2031-04-30", {"c": "due", "a": "open", "b": "open"}),
        ("2031-05-02", {"c": "due", "a": "open", "b": "open"}),
        ("2031-05-03", {"c": "past", "a": "open", "b": "open"}),
        ("2031-05-31", {"c": "past", "a": "open", "b": "open"}),
        ("2031-06-01", {"c": "past", "a": "due", "b": "open"}),  # the coming month has begun
        ("2031-06-30", {"c": "past", "a": "due", "b": "open"}),
        ("2031-07-01", {"c": "past", "a": "past", "b": "open"}),
        ("2031-12-24", {"c": "past", "a": "past", "b": "due"}),  # a week before its last day
        ("2032-01-01", {"c": "past", "a": "past", "b": "past"}),
    ],
)
def test_the_status_follows_from_the_day(record: Path, today: str, statuses: dict[str, str]) -> None:
    rows = found(record, "--today", today)
    expected = {**statuses, "d": "undated", "e": "undated"}
    assert {row["report"]["given_id"]: row["status"] for row in rows} == expected
    for status in set(expected.values()):
        assert sorted(names(record, "--today", today, "--status", status)) == sorted(
            name for name, value in expected.items() if value == status
        )


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (("--by", "سامر النوري"), ["a", "d"]),
        (("--text", "الجسر"), ["a"]),
        (("--outlet", "أفق"), ["c", "b"]),
        (("--since", "2031-05-02", "--until", "2031-05-19"), ["a", "d"]),
        (("--min-score", "1"), []),
        (("--limit", "2"), ["c", "a"]),
        (("--status", "بلا موعد"), ["d", "e"]),
    ],
)
def test_filters(record: Path, filters: tuple[str, ...], expected: list[str]) -> None:
    assert names(record, *filters) == expected


def test_a_line_of_csv_has_deadline_condition_and_address(record: Path) -> None:
    result = call("--record", record, "commitments", "--csv", "--today", "2031-06-02", "--text", "الجسر")
    (row,) = csv.DictReader(io.StringIO(result.stdout))
    assert (row["status"], row["deadline"], row["deadline_begins"], row["deadline_date"]) == (
        "due",
        "خلال الشهر المقبل",
        "2031-06-01",
        "2031-06-30",
    )
    assert (row["conditions"], row["speaker"], row["url"]) == (
        "بشرط عودة المراقبين",
        "سامر النوري",
        "https://example.org/a",
    )


def test_the_table_shows_the_undated_apart(record: Path) -> None:
    out = call("--record", record, "commitments", "--today", "2031-06-02").stdout
    dated, apart, undated = out.partition("Without a known last day")
    assert apart
    assert ("سامر النوري" in dated, "قريبا" in dated, "قريبا" in undated) == (True, False, True)
    assert "past" in dated
    arabic = call("--record", record, "--lang", "ar", "commitments", "--today", "2031-06-02").stdout
    assert ("منقض" in arabic, "بلا يوم أخير معروف" in arabic) == (True, True)


def test_nothing_found_is_said(record: Path) -> None:
    result = call("--record", record, "commitments", "--text", "قطار")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "No commitment was found.\n")


@pytest.mark.parametrize("args", [("--status", "kept"), ("--ics", "x.ics", "--json"), ("--json", "--csv")])
def test_what_does_not_go_together_is_refused(record: Path, args: tuple[str, ...]) -> None:
    assert call("--record", record, "commitments", *args).exit_code == 2


def test_the_calendar_has_an_event_for_each_last_day(record: Path, tmp_path: Path) -> None:
    path = tmp_path / "مواعيد.ics"
    result = call("--record", record, "commitments", "--ics", path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "2 commitments have no last day and are left out\n"
    read = Calendar.from_ical(path.read_bytes())
    events = read.walk("VEVENT")
    assert [str(e.decoded("dtstart")) for e in events] == ["2031-05-02", "2031-06-30", "2031-12-31"]
    assert [str(e["url"])[-1] for e in events] == ["c", "a", "b"]
    promise = events[1]
    statement = found(record, "--text", "الجسر")[0]
    assert str(promise["uid"]) == f"{statement['id']}@mawqif"
    assert str(promise["summary"]).startswith("سامر النوري: ")
    for part in (statement["content"]["text"], "سامر النوري ← الساحل اليوم", "بشرط عودة المراقبين", "example.org/a"):
        assert part in str(promise["description"])


def test_the_calendar_is_the_same_every_time(record: Path) -> None:
    first, second = (call("--record", record, "commitments", "--ics", "-").stdout_bytes for _ in range(2))
    assert first == second
    assert first.count(b"BEGIN:VEVENT") == 3


def test_show_tells_what_is_undertaken_and_on_which_condition(record: Path) -> None:
    statement = found(record, "--text", "الجسر")[0]["id"]
    out = call("--record", record, "show", statement).stdout
    assert "undertaken, by when: خلال الشهر المقبل (2031-06-01 – 2031-06-30)" in out
    assert "[condition: بشرط عودة المراقبين]" in out
    assert "[deadline: خلال الشهر المقبل]" in out
