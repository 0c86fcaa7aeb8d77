"""The question that the record is for, asked of the three seed pages: one command answers it in quotations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from test_cli_samples import call

pytestmark = pytest.mark.shared

# As the contract's example has it, in a user's words.
ISSUES = """
- id: normalization
  label: {ar: التطبيع مع نظام الأسد, en: Normalisation with the Assad government}
  proposition: {ar: إقامة علاقات طبيعية مع نظام الأسد}
  about: [تطبيع, إعادة العلاقات, إعادة تأهيل, مقعد الجامعة العربية]
  with: [نظام الأسد, النظام السوري, الأسد, دمشق]
"""
# The week before the vote that one of them is about, the day of the post in another, a later day for the third.
DAYS = {"002": "2021-05-22", "003": "2023-05-05", "000": "2023-06-30"}


@pytest.fixture(scope="module")
def record(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("headline")
    where, issues = folder / "record.db", folder / "issues.yaml"
    issues.write_text(ISSUES, "utf-8")
    for number, day in DAYS.items():
        (page,) = (shared / "seeds").glob(f"{number}_*.txt")
        assert call("-q", "--record", where, "add", page, "--date", day).exit_code == 0
    assert call("-q", "--record", where, "issue", "add", issues).exit_code == 0
    return where


def washington(record: Path, *args: object) -> dict[str, Any]:
    result = call("--record", record, "positions", "normalization", "--actor", "واشنطن", "--json", *args)
    assert result.exit_code == 0, result.stderr
    (line,) = json.loads(result.stdout)
    found: dict[str, Any] = line
    return found


def test_the_position_since_when_who_said_so_and_on_which_conditions(record: Path) -> None:
    line = washington(record)
    now = line["present"]
    assert line["holder"]["key"] == "USA"
    assert (now["stance"], now["leaning"]) == ("conditional", "oppose")
    assert now["direction_since"] == DAYS["002"]
    assert now["conditions"]
    assert now["said_by"]["speaker"]
    assert now["said_by"]["quotation"]["text"]
    assert [step["turn"] for step in line["steps"]][:2] == ["first", "condition-added"]


def test_the_condition_is_quoted_with_who_named_it_first(record: Path) -> None:
    then = washington(record, "--until", DAYS["003"])["present"]
    assert then["since"] == DAYS["003"]
    assert then["said_by"]["speaker"] == "أنتوني بلينكن"
    (condition,) = then["conditions"]
    assert condition["text"].startswith("حتى")
    assert condition["text"] in then["said_by"]["quotation"]["text"]


def test_every_word_of_the_answer_stands_in_its_page(record: Path, shared: Path) -> None:
    pages = "\n".join(page.read_text("utf-8") for page in (shared / "seeds").glob("*.txt"))
    for step in washington(record)["steps"]:
        for saying in step["sayings"]:
            for span in (saying["quotation"], saying["evidence"], *saying["conditions"]):
                assert span["text"] in pages
