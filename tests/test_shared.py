"""The figures on the annotated articles: they may rise, and may not fall under the floors that were reached."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """The script that holds the floors."""
    spec = importlib.util.spec_from_file_location("floors", ROOT / "tools" / "floors.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["floors"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.shared
@pytest.mark.parametrize("name", ["seeds", "dev", "wide"])
def test_no_figure_falls_under_its_floor_and_no_reported_word_is_furniture(
    name: str, tool: ModuleType, shared: Path
) -> None:
    floors = tool.read_floors()[name]
    assert {"statements.f1", "end_to_end.f1"} <= set(floors)
    found = tool.figures(shared / "gold" / f"{name}.jsonl", shared / "gold" / f"{name}_docs.jsonl")
    assert tool.dropped(found, floors) == [], "see tools/floors.py"


def _figures(f1: float = 0.8, n: int = 200, **more: Any) -> dict[str, Any]:
    shares = {"p": f1, "r": f1, "f1": f1, "n": n}
    return {"statements": shares, "speaker": shares, "on_matched": {"act": f1}, "act_macro_f1": f1,
            "reported words called furniture": 0, **more}  # fmt: skip


def test_floors_only_rise(tool: ModuleType) -> None:
    floors = {"statements.f1": 0.85, "act_macro_f1": 0.7}
    assert tool.raised(_figures(0.80006), floors) == {
        "act_macro_f1": 0.8, "on_matched.act": 0.8, "speaker.f1": 0.8, "speaker.p": 0.8, "speaker.r": 0.8,
        "statements.f1": 0.85,
    }  # fmt: skip


def test_a_floor_is_let_down_by_name_alone(tool: ModuleType) -> None:
    floors = {"statements.f1": 0.85, "speaker.p": 0.9}
    after = tool.raised(_figures(0.8), floors, frozenset({"statements.f1"}))
    assert (after["statements.f1"], after["speaker.p"]) == (0.8, 0.9)


@pytest.mark.parametrize(("figure", "messages"), [(0.8, 0), (0.7951, 0), (0.7949, 1), (0.0, 1)])
def test_half_a_point_is_allowed(tool: ModuleType, figure: float, messages: int) -> None:
    assert len(tool.dropped(_figures(figure), {"statements.f1": 0.8})) == messages


def test_a_figure_that_is_gone_and_reported_words_as_furniture_are_drops(tool: ModuleType) -> None:
    found = _figures(**{"reported words called furniture": 3})
    assert len(tool.dropped(found, {"occasion.f1": 0.6})) == 2


def test_what_there_is_too_little_of_has_no_floor(tool: ModuleType) -> None:
    few = {"p": 1.0, "r": 1.0, "f1": 1.0, "n": 3}
    assert "deadline.f1" not in tool.held(_figures(deadline=few))
    assert "act_macro_f1" not in tool.held(_figures(n=40))
