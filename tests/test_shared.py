"""The figures on the annotated articles: they may rise, and may not fall under what was promised."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.shared

FLOORS = {  # statements F1, end to end F1
    "seeds": (0.92, 0.82),
    "dev": (0.82, 0.62),
    "wide": (0.78, 0.58),
}


@pytest.fixture(scope="module", params=sorted(FLOORS))
def scored(request: pytest.FixtureRequest, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """The name of a set, and what the scorer says of Mawqif's reading of it."""
    name: str = request.param
    gold, docs = (shared / "gold" / f"{name}{part}.jsonl" for part in ("", "_docs"))
    out = tmp_path_factory.mktemp("scored") / f"{name}.jsonl"
    subprocess.run([sys.executable, "-m", "mawqif", "extract", str(docs), "-o", str(out)], check=True)
    command = [sys.executable, str(shared / "gold" / "score.py"), str(gold), str(docs), str(out)]
    return name, subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def _f1(report: str, line: str) -> float:
    found = re.search(rf"^{line}\s.*\bf1 ([\d.]+)", report, re.MULTILINE)
    assert found, f"the scorer printed no line {line}"
    return float(found[1])


def test_statements_and_speakers_are_found_as_promised(scored: tuple[str, str]) -> None:
    name, report = scored
    statements, end_to_end = FLOORS[name]
    assert _f1(report, "statements") >= statements
    assert _f1(report, "end_to_end") >= end_to_end


def test_no_reported_word_is_taken_for_furniture(scored: tuple[str, str]) -> None:
    name, report = scored
    assert "reported words called furniture: 0" in report
    if name == "seeds":
        assert _f1(report, "furniture") >= 0.9
