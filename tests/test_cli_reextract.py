"""`mawqif reextract`: a newer program over the kept reports; changed word lists stand for it here."""

from __future__ import annotations

import json
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest

from mawqif import Record, engine
from mawqif.model import Page, Reading, Ruling
from mawqif.pipeline import read
from mawqif.pipeline.program import program
from test_cli_samples import DEMO, call, command, environment

SAID = "قال وزير الزراعة في سهلان كريم الواحي إن الموسم {n} كان أفضل من سابقه."
MUTTERED = "وغمغمت الناطقة هالة مراد أن الطريق {n} مفتوح أمام القوافل."
CLOSED = "وأكد رئيس البلدية هاني السعيد أن السد {n} مغلق."
TEXT = f"{SAID} {MUTTERED} {CLOSED}"
AS_ME = {"MAWQIF_READER": "سلمى"}


def lexicon(where: Path, *entries: str) -> Path:
    """A folder of word lists with these cues."""
    where.mkdir(exist_ok=True)
    (where / "cues.yaml").write_text("".join(f"- {{{entry}, governs: [that]}}\n" for entry in entries), "utf-8")
    return where


@pytest.fixture
def mutter(tmp_path: Path) -> Path:
    """Word lists in which to mutter is to say."""
    return lexicon(tmp_path / "mutter", "past: غمغم")


def filled(where: Path, count: int, *options: object) -> Path:
    """A record of so many reports of three sentences each."""
    docs = ({"id": f"d{n}", "text": TEXT.format(n=n), "date": "2031-05-05"} for n in range(count))
    lines = b"".join(json.dumps(doc).encode() + b"\n" for doc in docs)
    assert call("-q", "--record", where, "add", "-", *options, stdin=lines).exit_code == 0
    return where


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record of one report, read with the core's word lists: two of its three sayings are found."""
    return filled(tmp_path / "record.db", 1)


def again(record: Path, *args: object, code: int = 0) -> dict[str, Any]:
    """What reading again comes to."""
    result = call("--record", record, "reextract", "--json", *args)
    assert result.exit_code == code, result.stderr
    value: dict[str, Any] = json.loads(result.stdout)
    return value


def speakers(record: Path) -> list[str | None]:
    with Record(record, readonly=True) as r:
        assert r.check() == []
        return [row.statement.speaker.name for row in r.statements()]


def statement(record: Path, by: str) -> str:
    with Record(record, readonly=True) as r:
        (row,) = r.statements(by=by)
        return row.statement.id


def test_what_is_new_lost_and_changed_is_listed(record: Path, mutter: Path, tmp_path: Path) -> None:
    found = again(record, "--lexicon", mutter)
    (report,) = found["reports"]
    assert [s["speaker"]["name"] for s in report["added"]] == ["هالة مراد"]
    assert (report["lost"], report["changed"], report["facts"]) == ([], [], {})
    assert found["counts"]["added"] == 1
    assert speakers(record) == ["كريم الواحي", "هالة مراد", "هاني السعيد"]
    warns = lexicon(tmp_path / "warns", "past: غمغم, act: warn")
    (report,) = again(record, "--lexicon", warns)["reports"]
    (changed,) = report["changed"]
    assert changed["fields"]["act"] == {"old": "state", "new": "warn"}
    assert changed["old"] == changed["new"]
    (report,) = again(record)["reports"]
    assert [s["speaker"]["name"] for s in report["lost"]] == ["هالة مراد"]
    assert speakers(record) == ["كريم الواحي", "هاني السعيد"]


def test_the_list_for_people_says_the_same(record: Path, mutter: Path, tmp_path: Path) -> None:
    printed = call("--record", record, "reextract", "--lexicon", mutter).stdout
    assert "هالة مراد  أن الطريق 0 مفتوح أمام القوافل" in printed
    assert "added 1, lost 0, changed 0, same 2" in printed
    warns = lexicon(tmp_path / "warns", "past: غمغم, act: warn")
    assert "act: state → warn" in call("--record", record, "reextract", "--lexicon", warns).stdout
    dry = call("--lang", "ar", "--record", record, "reextract", "--dry-run", "--lexicon", mutter).stdout
    assert "فعل القول: تحذير ← إخبار" in dry
    assert call("-q", "--record", record, "reextract").stdout == ""


def test_a_dry_run_keeps_nothing(record: Path, mutter: Path) -> None:
    before = record.read_bytes()
    found = again(record, "--lexicon", mutter, "--dry-run")
    assert (found["dry_run"], found["counts"]["added"]) == (True, 1)
    assert record.read_bytes() == before
    assert "dry run" in call("--record", record, "reextract", "--dry-run", "--lexicon", mutter).stdout


def test_what_this_program_read_is_left_as_it_is(record: Path, mutter: Path) -> None:
    assert again(record)["counts"] | {"same": 0} == dict.fromkeys(
        ("reports", "different", "refused", "added", "lost", "changed", "same", "orphans"), 0
    ) | {"skipped": 1}
    assert again(record, "--all")["counts"]["same"] == 2
    assert again(record, "--lexicon", mutter)["counts"]["reports"] == 1
    assert again(record, "--lexicon", mutter)["counts"]["skipped"] == 1
    assert again(record)["counts"]["lost"] == 1


def test_a_report_that_nobody_knows_who_read_is_read(record: Path) -> None:
    with Record(record) as r:
        (row,) = r.reports()
        kept = r.reading(row.id)
        assert r.readings.program(row.id) == program()
        r.readings.replace(type(kept)(kept.report, kept.statements[:1]), type(program())("0.0.1", "old"))
    found = again(record)
    assert (found["counts"]["reports"], found["counts"]["added"]) == (1, 1)
    with Record(record) as r:
        assert r.readings.program(row.id) == program()


def test_only_the_reports_that_are_named(tmp_path: Path, mutter: Path) -> None:
    where = filled(tmp_path / "three.db", 3)
    with Record(where) as r:
        first, second, _third = [row.id for row in r.reports()]
    found = again(where, "--lexicon", mutter, "--report", first[:8], "--report", second)
    assert {report["id"] for report in found["reports"]} == {first, second}
    assert speakers(where).count("هالة مراد") == 2
    assert call("--record", where, "reextract", "--report", "ffffffff").exit_code == 1


def test_judgements_follow_or_become_orphans(tmp_path: Path, mutter: Path) -> None:
    where = filled(tmp_path / "judged.db", 1, "--lexicon", mutter)
    for by, *said in (("هالة", "--speaker", "سامر النوري"), ("كريم", "--act", "تحذير"), ("هاني", "--reject")):
        assert call("--record", where, "judge", statement(where, by), *said, env=AS_ME).exit_code == 0
    dry = again(where, "--dry-run")
    found = again(where)
    assert dry["orphans"] == found["orphans"]
    (orphan,) = found["orphans"]
    assert (orphan["ruling"], found["counts"]["orphans"]) == ("correct-speaker", 1)
    listed = json.loads(call("--record", where, "judgements", "--json").stdout)
    assert [(j["ruling"], j["state"]) for j in listed] == [
        ("correct-speaker", "orphaned"),
        ("correct-act", "active"),
        ("reject", "active"),
    ]
    (row,) = json.loads(call("--record", where, "statements", "--json").stdout)
    assert (row["speaker"]["name"], row["act"], row["found"]["act"]) == ("كريم الواحي", "warn", "state")
    assert again(where, "--lexicon", mutter)["orphans"] == []
    assert "سامر النوري" in speakers(where)


def test_orphans_are_listed_at_the_end(tmp_path: Path, mutter: Path) -> None:
    where = filled(tmp_path / "judged.db", 1, "--lexicon", mutter)
    call("--record", where, "judge", statement(where, "هالة"), "--accept", env=AS_ME)
    printed = call("--record", where, "reextract").stdout
    assert printed.index("stand to no statement") > printed.index("−1")
    assert "accepted by سلمى" in printed


def test_pages_of_the_demonstration_keep_their_text_and_facts(tmp_path: Path) -> None:
    where = tmp_path / "demo.db"
    assert call("-q", "--record", where, "demo").exit_code == 0
    with Record(where, readonly=True) as r:
        before = [r.reading(row.id) for row in r.reports()]
        assert any(reading.report.extractor for reading in before)
    found = again(where, "--all", "--lexicon", DEMO / "world")
    assert (found["reports"], found["counts"]["reports"]) == ([], len(before))
    with Record(where, readonly=True) as r:
        assert [r.reading(row.id) for row in r.reports()] == before
    again(where)
    with Record(where, readonly=True) as r:
        assert [r.report(b.report.id).text for b in before] == [b.report.text for b in before]
        assert r.check() == []


def test_one_worker_and_two_find_the_same(tmp_path: Path, mutter: Path) -> None:
    where = filled(tmp_path / "many.db", 90)
    found = [
        subprocess.run(
            command("--record", where, "reextract", "--dry-run", "--json", "--lexicon", mutter, "--workers", n),
            env=environment(),
            capture_output=True,
            check=True,
        ).stdout
        for n in (1, 2)
    ]
    assert found[0] == found[1]
    assert json.loads(found[0])["counts"]["added"] == 90


@pytest.mark.parametrize("after", [1, 20])
def test_a_kill_loses_nothing_and_a_second_run_goes_on(tmp_path: Path, mutter: Path, after: int) -> None:
    where = filled(tmp_path / "many.db", 60)
    with Record(where) as r:
        given = [row.statement.id for row in r.statements(by="هاني")]
        for id in given[::5]:
            r.judgements.add(id, (Ruling.ACCEPT, {}), by="سلمى")
    args = command("--record", where, "reextract", "--lexicon", mutter, "--workers", 1)
    environ = environment(PYTHONUNBUFFERED="1")
    with subprocess.Popen(args, stdout=subprocess.PIPE, env=environ, encoding="utf-8") as process:
        assert process.stdout is not None
        told = 0
        for line in process.stdout:
            told += line.startswith("  + ")
            if told == after:
                process.send_signal(signal.SIGKILL)
                break
        told += sum(line.startswith("  + ") for line in process.stdout)
    assert process.returncode == -signal.SIGKILL
    newer = program((mutter,))
    with Record(where) as r:
        assert r.check() == []
        left = r.readings.reports(unread_by=newer)
        done = set(r.readings.reports()) - set(left)
        assert told <= len(done) <= told + 1
        for id in r.readings.reports():
            assert len(r.reading(id).statements) == (3 if id in done else 2)
    found = again(where, "--lexicon", mutter)
    assert (found["counts"]["skipped"], found["counts"]["added"]) == (len(done), len(left))
    with Record(where) as r:
        assert r.check() == []
        assert len(r.judgements.active()) == len(given[::5])
        assert r.judgements.orphans() == []


def test_no_record_is_made(tmp_path: Path) -> None:
    for option in ([], ["--dry-run"]):
        assert call("--record", tmp_path / "none.db", "reextract", *option).exit_code == 3
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_lexicon_changes_nothing(record: Path, tmp_path: Path) -> None:
    assert call("--record", record, "reextract", "--lexicon", tmp_path / "none").exit_code == 2
    assert again(record)["counts"]["skipped"] == 1


def test_the_fingerprint_is_of_what_the_word_lists_say(tmp_path: Path, mutter: Path) -> None:
    same = lexicon(tmp_path / "elsewhere", "past: غمغم")
    other = lexicon(tmp_path / "other", "past: همهم")
    assert program((mutter,)) == program((same,))
    assert len({program().fingerprint, program((mutter,)).fingerprint, program((other,)).fingerprint}) == 3


@pytest.mark.shared
def test_the_seeds_read_again_are_as_they_were_and_judgements_follow(shared: Path, tmp_path: Path) -> None:
    where = tmp_path / "seeds.db"
    assert call("-q", "--record", where, "add", shared / "gold" / "seeds_docs.jsonl").exit_code == 0
    with Record(where) as r:
        before = [r.reading(row.id) for row in r.reports()]
        for reading in before:
            for s in reading.statements:
                r.judgements.add(s.id, (Ruling.NOTE, {"text": s.id}), by="سلمى")
    cue = lexicon(tmp_path / "more", "past: غمغم")
    found = again(where, "--lexicon", cue)
    assert (found["reports"], found["orphans"]) == ([], [])
    with Record(where) as r:
        assert [r.reading(row.id) for row in r.reports()] == before
        said = {row.statement.id: [j.payload["text"] for j in row.judgements] for row in r.statements()}
    assert said == {id: [id] for id in said}
    assert len(said) == sum(len(reading.statements) for reading in before)


def test_a_report_that_cannot_be_read_is_named_and_left_for_the_next_run(
    tmp_path: Path, mutter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = filled(tmp_path / "three.db", 3)
    with Record(where) as r:
        first, second, third = [row.id for row in r.reports()]

    def failing(page: Page, *rest: Any) -> Reading:
        if page.kept is not None and page.kept.id == second:
            raise RuntimeError("out of ink")
        return read(page, *rest)

    with monkeypatch.context() as broken:
        broken.setattr(engine, "read", failing)
        result = call("--record", where, "reextract", "--json", "--workers", 1, "--lexicon", mutter)
    assert (result.exit_code, json.loads(result.stdout)["counts"]["refused"]) == (1, 1)
    assert f"{second}: reading it failed" in result.stderr
    found = again(where, "--lexicon", mutter)
    assert [report["id"] for report in found["reports"]] == [second]
    assert found["counts"]["skipped"] == len({first, third})
