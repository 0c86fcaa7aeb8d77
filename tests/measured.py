"""What holds of every measure over pairs: its file has no word of a text, and without the texts it says so."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "tools"))

import measures  # noqa: E402

without_texts = pytest.mark.parametrize("command", [["score"], ["draw", "-o", "new.jsonl"]])


def run(tool: str, folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A tool run in a folder that holds no texts."""
    return subprocess.run(
        [sys.executable, str(ROOT / "tools" / tool), *command],
        env={**os.environ, "MAWQIF_SHARED": str(folder)},
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
    )


def one_sentence_says_that_the_texts_are_missing(tool: str, folder: Path, command: list[str]) -> None:
    told = run(tool, folder, *command)
    assert (told.returncode, told.stdout) == (2, "")
    assert "MAWQIF_SHARED" in told.stderr
    assert list(folder.iterdir()) == []


def places_and_labels_alone(rows: Iterable[measures.Json], label: str) -> None:
    """Pairs of words in two reports hold their places, the stratum and the label."""
    for row in rows:
        assert set(row) == {"a", "b", "stratum", "weight", label}
        assert all(set(row[k]) == {"report", "start", "end"} and row[k]["report"].isascii() for k in "ab")
        assert row["a"]["report"] != row["b"]["report"]


def places_lie_in_their_reports(rows: Iterable[measures.Json], shared: Path) -> None:
    if not (shared / "corpus").is_dir():
        pytest.skip("no corpus")
    pages = measures.corpus()
    assert all(measures.place(row[k], pages)[1].text.strip() for row in rows for k in "ab")
