"""Words that mean a state, in Arabic and English, and those that mean none or may mean two."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from mawqif.lexicon import Lexicon, load
from mawqif.lexicon.states import sightings, state_by_id, state_of, states_in, words_of

with resources.as_file(resources.files("mawqif") / "demo" / "world") as _world:
    WORLD = load([Path(_world)])


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("واشنطن", "USA"),
        ("الأميركية", "USA"),
        ("للولايات المتحدة", "USA"),
        ("للبنان", "LBN"),
        ("وللبنان", "LBN"),
        ("للبنانيين", "LBN"),
        ("وللبنانيين", "LBN"),
        ("فلليبيا", "LBY"),
        ("ولليبيا", "LBY"),
        ("ولندن", "GBR"),
        ("للمغرب", "MAR"),
        ("وللمغرب", "MAR"),
        ("وبريطانيا", "GBR"),
        ("الأتراك", "TUR"),
        ("الإدارة الأمريكية", "USA"),
        ("حكومة الولايات المتحدة الأميركية", "USA"),
        ("السلطات الدروانية", "DRW"),
        ("والحكومة التلمارية الانتقالية", "TLR"),
        ("نهران", "TLR"),
        ("الكوري الشمالي", "PRK"),
        ("جنوب السودان", "SSD"),
        ("سلطنة عمان", "OMN"),
        ("the U.S. government", "USA"),
        ("Talmar", "TLR"),
        ("the EU", "EU"),
        ("Türkiye’s", "TUR"),
    ],
)
def test_a_mention_means_a_state_by_name_capital_adjective_or_government(text: str, state: str) -> None:
    found = state_of(text, WORLD)
    assert found
    assert found.id == state


@pytest.mark.parametrize(
    "text",
    [
        "وزير الخارجية الأميركي",
        "البيت الأبيض",
        "عمان",
        "كوريا",
        "فرنسا وألمانيا",
        "فيدان الرزيني",
        "the Russian Foreign Minister",
        "she told us",
        "",
    ],
)
def test_what_is_something_else_or_may_be_two_means_no_state(text: str) -> None:
    assert state_of(text, WORLD) is None


def test_all_states_that_a_text_means_are_seen_in_their_order() -> None:
    found = states_in("وزيرا الخارجية التلماري والدرواني في عمان", WORLD)
    assert [[s.id for s in seen.states] for seen in found] == [["TLR"], ["DRW"], ["JOR", "OMN"]]
    assert [seen.sort for seen in found] == ["adjective", "adjective", "capital"]


def test_ids_are_unique_and_every_state_has_names_in_both_languages() -> None:
    core = load().states
    assert len({s.id for s in core}) == len(core) > 190
    assert all(s.en for s in core)
    assert all(len(s.id) == 3 and s.id.isupper() for s in core if not s.union)


def test_a_state_is_found_by_its_id_and_without_one_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "states.yaml").write_text("- {name: تلمار}\n", "utf-8")
    own: Lexicon = load([tmp_path])
    talmar = state_by_id("تلمار", own)
    assert talmar
    assert talmar.name == "تلمار"
    assert state_by_id("nowhere", own) is None


@pytest.mark.parametrize("letters", ["", "و", "ف", "ب", "ك", "وب", "فك", "لل"])
def test_every_name_of_a_state_is_seen_with_what_is_written_together_with_it(letters: str) -> None:
    for state in WORLD.states:
        for name in (state.name, *state.aliases, *state.metonyms):
            first, *rest = words_of(name)
            stem = first.removeprefix("ال") if letters == "لل" else first
            if len(first) > 2 and (letters != "لل" or stem != first):  # of two letters nothing is taken
                assert [s.first for s in sightings([letters + stem, *rest], WORLD)[:1]] == [0], name
