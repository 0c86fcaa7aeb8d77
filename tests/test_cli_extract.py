"""`mawqif extract` as the contract has it."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from test_cli_samples import call, command, environment, lines, process


def test_a_line_a_report_in_the_order_of_the_input() -> None:
    result = call("extract", "-", stdin=lines(3))
    assert result.exit_code == 0
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["d0", "d1", "d2"]


def test_every_span_holds_its_text_and_unbuilt_keys_are_absent() -> None:
    text = "حضر كثيرون. وقال الوزير كريم الواحي: «لن نغلق السوق»."
    found = json.loads(call("extract", "-", stdin=json.dumps({"id": 7, "text": text})).stdout)
    assert set(found) == {"id", "furniture", "statements"}
    (statement,) = found["statements"]
    assert "positions" not in statement
    for span in (statement["content"], statement["cue"], statement["speaker"]["mention"]):
        assert text[span["start"] : span["end"]] == span["text"]


def test_a_bad_line_is_named_and_the_rest_is_read() -> None:
    stdin = lines(1) + b'{"id": "bad"\n' + b'{"id": "empty"}\n' + lines(1)
    result = call("extract", "-", stdin=stdin)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    first, second = result.stderr.splitlines()
    assert first.startswith("mawqif: stdin:2:")
    assert second.startswith("mawqif: stdin:3:")


def test_a_report_longer_than_allowed_is_refused() -> None:
    result = call("extract", "-", "--max-report", "1k", stdin=lines(1, "كلام " * 1000) + lines(1))
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert "--max-report" in result.stderr


@pytest.mark.parametrize("size", ["0", "much", "12X", "-3", ""])
def test_what_is_no_size_is_a_usage_error(size: str) -> None:
    result = call("extract", "-", "--max-report", size)
    assert result.exit_code == 2
    assert "16M" in result.stderr


@pytest.mark.parametrize("size", ["16M", "500k", "1.5 GB", "١٦M", "2MiB"])
def test_sizes_as_people_write_them(size: str) -> None:
    assert call("extract", "-", "--max-report", size, stdin=lines(1)).exit_code == 0


ISSUE = "- {id: dam-filling, about: [ملء], with: [سد الفيحان]}\n"
REFUSAL = {"id": "r", "text": "أكد الوزير كريم الواحي أن بلاده ترفض ملء سد الفيحان. وقال: «لن نغلق السوق»."}


def test_positions_come_with_issues_and_only_then(tmp_path: Path) -> None:
    issues = tmp_path / "issues.yaml"
    issues.write_text(ISSUE, encoding="utf-8")
    found = json.loads(call("extract", "-", "--issues", issues, stdin=json.dumps(REFUSAL)).stdout)
    first, second = found["statements"]
    (position,) = first["positions"]
    assert (position["issue"], position["stance"], position["actor_name"]) == ("dam-filling", "oppose", "كريم الواحي")
    evidence = position["evidence"]
    assert REFUSAL["text"][evidence["start"] : evidence["end"]] == evidence["text"] == "ترفض ملء سد الفيحان"
    assert second["positions"] == found["told_positions"] == []


def test_the_issues_of_a_lexicon_are_asked_for_too(tmp_path: Path) -> None:
    (tmp_path / "issues.yaml").write_text(ISSUE, encoding="utf-8")
    found = json.loads(call("extract", "-", "--lexicon", tmp_path, stdin=json.dumps(REFUSAL)).stdout)
    assert [p["issue"] for p in found["statements"][0]["positions"]] == ["dam-filling"]


@pytest.mark.parametrize("content", [None, "", "- {id: dam}", "about: [ملء]"])
def test_a_file_of_issues_that_cannot_be_meant_is_named(tmp_path: Path, content: str | None) -> None:
    issues = tmp_path / "issues.yaml"
    if content is not None:
        issues.write_text(content, encoding="utf-8")
    result = call("extract", "-", "--issues", issues, stdin=lines(1))
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert "issues.yaml" in result.stderr


def test_one_worker_and_two_give_the_same_bytes() -> None:
    docs = lines(150) + b"no report\n" + lines(3)
    one, two = (process("extract", "-", "--workers", n, stdin=docs) for n in (1, 2))
    assert one.stdout.count(b"\n") == 153
    assert one.stdout == two.stdout
    assert one.stderr == two.stderr
    assert one.returncode == two.returncode == 1


def test_the_output_file_takes_its_name_when_it_is_complete(tmp_path: Path) -> None:
    out = tmp_path / "نتائج.jsonl"
    out.write_text("before")
    assert call("extract", "-", "-o", out, stdin=lines(2)).exit_code == 0
    assert len(out.read_text(encoding="utf-8").splitlines()) == 2
    assert list(tmp_path.iterdir()) == [out]


def test_an_output_that_is_also_the_input(tmp_path: Path) -> None:
    docs = tmp_path / "docs.jsonl"
    docs.write_bytes(lines(20))
    assert call("extract", docs, "-o", docs).exit_code == 0
    assert b'"statements"' in docs.read_bytes()


@pytest.mark.parametrize("signal_sent", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_leaves_no_half_written_file(tmp_path: Path, signal_sent: int) -> None:
    out = tmp_path / "out.jsonl"
    with subprocess.Popen(
        command("extract", "-", "-o", out, "--workers", 1),
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as running:
        assert running.stdin
        assert running.stderr
        running.stdin.write(lines(1))
        running.stdin.flush()
        _wait_for(lambda: any(tmp_path.iterdir()))
        running.send_signal(signal_sent)
        error = running.stderr.read()
        running.stdin.close()
    assert running.returncode == 128 + signal_sent
    assert b"Traceback" not in error
    assert not list(tmp_path.iterdir())


def _wait_for(happened: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.mark.parametrize("where", ["missing/out.jsonl", "."])
def test_an_output_that_cannot_be_written_is_a_usage_error(tmp_path: Path, where: str) -> None:
    result = call("extract", "-", "-o", tmp_path / where, stdin=lines(1))
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1


def test_a_wrong_lexicon_is_named(tmp_path: Path) -> None:
    (tmp_path / "states.yaml").write_text("- name: [", encoding="utf-8")
    result = call("extract", "-", "--lexicon", tmp_path, stdin=lines(1))
    assert result.exit_code == 2
    assert "states.yaml" in result.stderr
    assert call("extract", "-", "--lexicon", tmp_path / "none").exit_code == 2
    assert call("extract", "-", env={"MAWQIF_LEXICON": str(tmp_path)}, stdin=lines(1)).exit_code == 2


def test_half_characters_do_not_end_the_run() -> None:
    stdin = b'{"id": "half", "text": "\\ud83d \\u0642\\u0627\\u0644"}\n' + lines(1)
    result = process("extract", "-", stdin=stdin)
    assert b"Traceback" not in result.stderr
    assert json.loads(result.stdout.splitlines()[-1])["id"] == "d0"
