"""`mawqif show` tells who in the data files a speaker is, may be and speaks for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from test_cli_samples import call

WORLD = Path(__file__).parent.parent / "src" / "mawqif" / "demo" / "world"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("known") / "record.db"
    assert call("-q", "--record", where, "demo").exit_code == 0
    return where


def _statement(record: Path, actor: str) -> str:
    rows = json.loads(call("--record", record, "statements", "--json").stdout)
    return next(str(r["id"]) for r in rows if r["speaker"]["actor"] == actor)


def test_a_minister_is_named_with_the_reason_and_with_the_ministry_and_the_state(record: Path) -> None:
    shown = call("--record", record, "show", _statement(record, "نايل-القرشمي"), "--lexicon", WORLD).stdout
    assert "نائل القرشمي (نايل-القرشمي), name-and-office" in shown
    assert "TLR.foreign-ministry" in shown
    assert "Talmar (TLR)" in shown


def test_in_arabic_actors_have_their_arabic_names(record: Path) -> None:
    shown = call("--record", record, "--lang", "ar", "show", _statement(record, "DRW"), "--lexicon", WORLD).stdout
    assert "يتحدث باسم" in shown
    assert "جمهورية دروان" in shown


def test_json_has_actor_link_candidates_and_represents(record: Path) -> None:
    value = json.loads(call("--record", record, "show", _statement(record, "نايل-القرشمي"), "--json").stdout)
    speaker = value["speaker"]
    assert (speaker["actor"], speaker["link"], speaker["candidates"]) == ("نايل-القرشمي", "name-and-office", [])
    assert speaker["represents"] == ["TLR.foreign-ministry", "TLR"]
