"""The further annotations: places and labels alone, and the texts put to them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mawqif.lexicon import issues as lexicon_issues

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = [json.loads(line) for line in (ROOT / "annotations" / "saudi.jsonl").read_text("utf-8").splitlines()]
LABELS = {"kind", "mode", "act"}


def test_an_annotation_holds_no_word_of_a_text() -> None:
    for article in ARTICLES:
        assert article["id"].isascii()
        for statement in article["statements"]:
            told = {k: v for k, v in statement.items() if k not in LABELS}
            assert not any(c.isalpha() for c in json.dumps(list(told.values())).replace("null", ""))


def test_some_articles_are_kept_unread() -> None:
    assert (len(ARTICLES), sum(a["unread"] for a in ARTICLES)) == (236, 30)


@pytest.mark.parametrize(("name", "articles"), [("open", 78), ("control", 79)])
def test_positions_are_kept_as_places_issues_and_holders(name: str, articles: int) -> None:
    issues = {i.id for i in lexicon_issues.read(ROOT / "annotations" / "issues" / f"{name}.yaml")}
    lines = (ROOT / "annotations" / "positions" / f"{name}.jsonl").read_text("utf-8").splitlines()
    assert len(lines) == articles
    for line in lines:
        for statement in json.loads(line)["statements"]:
            assert set(statement) == {"content", "positions"}
            assert all(isinstance(place, int) for place in statement["content"])
            assert {p["issue"] for p in statement["positions"]} <= issues


def test_without_the_texts_one_sentence_says_so(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "tools" / "further.py"), str(tmp_path)]
    run = subprocess.run(
        command, env={**os.environ, "MAWQIF_SHARED": str(tmp_path)}, capture_output=True, encoding="utf-8"
    )
    assert (run.returncode, run.stdout) == (1, "")
    assert "MAWQIF_SHARED" in run.stderr


@pytest.mark.shared
def test_new_articles_are_read_as_well_as_before(shared: Path, tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "tools" / "further.py"), str(tmp_path), "--unread"]
    subprocess.run(command, env={**os.environ, "MAWQIF_SHARED": str(shared)}, check=True)
    files = [str(tmp_path / "further.jsonl"), str(tmp_path / "further_docs.jsonl")]
    told = subprocess.run(
        [sys.executable, "-m", "mawqif", "evaluate", *files, "--json"], check=True, capture_output=True
    )
    figures = json.loads(told.stdout)["figures"]
    assert figures["statements"]["n"] == 301
    assert figures["statements"]["f1"] >= 0.89
    assert figures["end_to_end"]["f1"] >= 0.75


@pytest.mark.shared
def test_stances_on_unread_issues_are_seldom_wrong(shared: Path, tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "tools" / "further.py"), str(tmp_path), "--positions", "control"]
    subprocess.run(command, env={**os.environ, "MAWQIF_SHARED": str(shared)}, check=True)
    files = [str(tmp_path / "control.jsonl"), str(tmp_path / "control_docs.jsonl")]
    asked = ["--issues", str(ROOT / "annotations" / "issues" / "control.yaml")]
    told = subprocess.run(
        [sys.executable, "-m", "mawqif", "evaluate", *files, *asked, "--json", "--samples", "0"],
        check=True,
        capture_output=True,
    )
    figures = json.loads(told.stdout)["figures"]
    assert figures["positions"]["n"] == 178
    assert figures["positions"]["p"] >= 0.55
    assert figures["positions"]["f1"] >= 0.25
