"""`mawqif add` and `mawqif demo`: what is kept, what is refused, and that nothing is half done."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from mawqif import Record
from mawqif.errors import RecordError
from test_cli_samples import DEMO, call, command, environment, lines, process


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "سجل.db"


def summary(*args: object, record: Path, stdin: bytes = b"") -> tuple[int, dict[str, int]]:
    result = call("--record", record, "add", "--json", *args, stdin=stdin)
    return result.exit_code, json.loads(result.stdout)


def test_a_second_run_adds_nothing(record: Path, tmp_path: Path) -> None:
    docs = tmp_path / "docs.jsonl"
    docs.write_bytes(lines(3))
    code, first = summary(docs, record=record)
    assert (code, first["added"], first["unchanged"]) == (0, 3, 0)
    assert first["statements"] >= 3
    code, second = summary(docs, record=record)
    assert (code, second["added"], second["unchanged"], second["statements"]) == (0, 0, 3, 0)


def test_one_bad_input_in_a_folder_never_stops_the_rest(record: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "1-empty.txt").write_bytes(b"")
    (folder / "2-binary.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "3-long.txt").write_bytes("كلمة ".encode() * 500)
    (folder / "4-bad.jsonl").write_bytes(b"[1]\n" + lines(1))
    (folder / "5-page.html").write_text("<html><body></body></html>", encoding="utf-8")
    (folder / "6-good.txt").write_text("قال كريم الواحي إن الموسم كان أفضل.", encoding="utf-8")
    result = call("--record", record, "add", folder, "--max-report", "2k", "--json")
    found = json.loads(result.stdout)
    assert (result.exit_code, found["added"], found["refused"]) == (1, 2, 5)
    told = result.stderr.splitlines()
    assert len(told) == 5
    assert all(line.startswith("mawqif: ") for line in told)


def test_what_is_not_there_is_named_and_the_exit_code_is_1(record: Path, tmp_path: Path) -> None:
    result = call("--record", record, "add", tmp_path / "none.txt")
    assert result.exit_code == 1
    assert "none.txt" in result.stderr


def test_outlet_and_date_win_over_what_the_pages_say(record: Path) -> None:
    given = ("-", "--outlet", "صحيفة المرفأ", "--date", "٢٠٣١-٠٦-٠٧")
    assert summary(*given, record=record, stdin=lines(1))[0] == 0
    with Record(record) as r:
        (row,) = r.reports()
    assert (row.outlet, str(row.date)) == ("صحيفة المرفأ", "2031-06-07")


def test_one_worker_and_two_keep_the_same(tmp_path: Path) -> None:
    docs = tmp_path / "docs.jsonl"
    docs.write_bytes(lines(100))
    found = []
    for n in (1, 2):
        where = tmp_path / f"{n}.db"
        assert process("--record", where, "add", docs, "--workers", n).returncode == 0
        found.append(process("--record", where, "statements", "--json").stdout)
    assert found[0] == found[1]
    assert found[0].count(b'"id"') > 100


def test_quiet_says_nothing_but_errors(record: Path) -> None:
    result = call("-q", "--record", record, "add", "-", stdin=lines(1) + b"bad\n")
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1


def test_a_wrong_lexicon_makes_no_record(record: Path, tmp_path: Path) -> None:
    assert call("--record", record, "add", "-", "--lexicon", tmp_path / "none", stdin=lines(1)).exit_code == 2
    assert not record.exists()


def test_the_record_of_the_environment(record: Path) -> None:
    assert call("add", "-", stdin=lines(1), env={"MAWQIF_RECORD": str(record)}).exit_code == 0
    assert record.exists()


def a_folder(where: Path) -> None:
    where.mkdir()


def a_text(where: Path) -> None:
    where.write_text("this is no record, only a text that is long enough", encoding="utf-8")


def another_database(where: Path) -> None:
    with sqlite3.connect(where) as c:
        c.execute("CREATE TABLE t (a)")


def a_newer_record(where: Path) -> None:
    Record(where).close()
    with sqlite3.connect(where) as c:
        c.execute("PRAGMA user_version = 999")


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("made", [a_folder, a_text, another_database, a_newer_record])
@pytest.mark.parametrize("then", [["add", "-"], ["statements"], ["show", "abcd"]])
def test_what_is_no_record_of_ours_is_said_in_one_sentence(record: Path, made: object, then: list[str]) -> None:
    made(record)  # type: ignore[operator]
    result = call("--record", record, *then, stdin=lines(1))
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (3, "", 1)


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="whoever may write everything finds nothing read-only"
)
def test_a_read_only_record_can_be_read_but_not_added_to(record: Path) -> None:
    summary("-", record=record, stdin=lines(1))
    record.chmod(0o444)
    record.parent.chmod(0o555)
    try:
        assert call("--record", record, "add", "-", stdin=lines(2)).exit_code == 3
        assert call("--record", record, "statements").exit_code == 0
    finally:
        record.parent.chmod(0o755)


@pytest.mark.parametrize("workers", [1, 2])
def test_an_interrupt_leaves_a_sound_record_that_a_later_run_completes(record: Path, workers: int) -> None:
    docs = lines(120)
    with subprocess.Popen(
        command("--record", record, "add", "-", "--workers", workers),
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        start_new_session=True,
    ) as running:
        assert running.stdin
        assert running.stderr
        running.stdin.write(docs)  # and it stays open: the run cannot end by itself
        running.stdin.flush()
        kept = wait_for_reports(record)
        os.killpg(running.pid, signal.SIGINT)  # as a terminal does
        error = running.stderr.read()
        running.stdin.close()
    assert running.returncode == 130
    assert error.decode().splitlines() == ["mawqif: interrupted"]
    with Record(record, readonly=True) as r:
        assert r.check() == []
        assert r.counts().reports >= kept
    code, found = summary("-", record=record, stdin=docs)
    assert (code, found["refused"]) == (0, 0)
    assert found["added"] + found["unchanged"] == 120


def wait_for_reports(record: Path) -> int:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        time.sleep(0.05)
        # until its tables are made the file is no record yet, and says so
        with contextlib.suppress(RecordError), Record(record, readonly=True, create=False) as r:
            if kept := r.counts().reports:
                return kept
    raise AssertionError("nothing was added")


def test_the_demonstration_and_that_its_second_run_adds_nothing(record: Path) -> None:
    first = call("--record", record, "demo")
    assert first.exit_code == 0
    assert "--record" in first.stdout
    second = call("--record", record, "demo")
    assert "Nothing was added" in second.stdout
    found = json.loads(call("--record", record, "demo", "--json").stdout)
    assert (found["added"], found["updated"]) == (0, 0)
    assert found["found"]["reports"] >= 24


def test_the_commands_that_the_demonstration_proposes_work(record: Path) -> None:
    import shlex

    printed = call("--record", record, "demo").stdout.splitlines()
    proposed = [shlex.split(line) for line in printed if line.startswith("  mawqif ")]
    assert len(proposed) == 4
    for words in proposed:
        result = call(*words[1:])
        assert result.exit_code == 0
        assert result.stdout.strip()


def test_the_demonstration_uses_what_users_have(record: Path, tmp_path: Path) -> None:
    call("--record", record, "demo")
    code, found = summary(DEMO / "reports", "--lexicon", DEMO / "world", record=record)
    assert (code, found["added"], found["updated"]) == (0, 0, 0)
