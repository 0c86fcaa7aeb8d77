"""The further annotations: places and labels alone, and the texts put to them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

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
