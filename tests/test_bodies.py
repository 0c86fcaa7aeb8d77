"""Words that mean a body: of a state by its kind, of its own name, an embassy somewhere; and those that mean none."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from mawqif.lexicon import load
from mawqif.lexicon.actors import actor_name
from mawqif.lexicon.bodies import body_at, body_by_handle, body_of
from mawqif.lexicon.governments import head_governed
from mawqif.lexicon.states import words_of

with resources.as_file(resources.files("mawqif") / "demo" / "world") as _world:
    WORLD = load([Path(_world)])


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("وزارة الخارجية التلمارية", "TLR.foreign-ministry"),
        ("والخارجية الدروانية", "DRW.foreign-ministry"),
        ("وزارة خارجية دروان", "DRW.foreign-ministry"),
        ("للخارجية التلمارية", "TLR.foreign-ministry"),
        ("وزارة الداخلية في تلمار", "TLR.interior-ministry"),
        ("القوات المسلحة الهضرينية", "HDR.army"),
        ("السفارة التلمارية في بيرسان", "TLR.embassy.HDR"),
        ("سفارة دروان لدى تلمار", "DRW.embassy.TLR"),
        ("البنك المركزي الدرواني", "DRW.central-bank"),
        ("Talmar's Foreign Ministry", "TLR.foreign-ministry"),
        ("the Ministry of Defence of Darwan", "DRW.defence-ministry"),
        ("the State Department", "USA.foreign-ministry"),
        ("وزارة الخارجية الأميركية", "USA.foreign-ministry"),
        ("البيت الأبيض", "USA.presidency"),
        ("مجلس الأمن الدولي", "UN.security-council"),
        ("حزب الله اللبناني", "hezbollah"),
        ("حماس", "hamas"),
    ],
)
def test_a_body_is_known_by_kind_and_state_or_by_its_own_name(text: str, id: str) -> None:
    seen = body_of(text, WORLD)
    assert seen
    assert seen.id == id


def test_a_kind_without_a_state_says_the_kind_alone() -> None:
    seen = body_of("الخارجية", WORLD)
    assert seen
    assert (seen.id, seen.kind, seen.state) == (None, "foreign-ministry", None)


@pytest.mark.parametrize(
    "text",
    [
        "الحماس",
        "الدفاع التلماري",
        "مجلس الأمن القومي",
        "وزارة الصحة العالمية",
        "المجلس الوطني التلماري",
        "وزير الخارجية التلماري",
        "الخارجية التلمارية والدروانية",
        "نهران",
        "",
    ],
)
def test_what_is_no_body_or_two_of_them_is_none(text: str) -> None:
    seen = body_of(text, WORLD)
    assert seen is None


def test_the_longest_body_is_read_from_the_beginning_of_words() -> None:
    at = body_at(words_of("وزارة الخارجية التلمارية نائل القرشمي"), WORLD)
    assert at
    assert (at[0].id, at[1]) == ("TLR.foreign-ministry", 3)


def test_a_body_is_known_by_the_name_under_which_it_posts() -> None:
    seen = body_by_handle("@StateDept", WORLD)
    assert seen
    assert seen.id == "USA.foreign-ministry"
    assert body_by_handle("@nobody_at_all", WORLD) is None


@pytest.mark.parametrize(
    ("id", "arabic", "english"),
    [
        ("TLR", "جمهورية تلمار", "Talmar"),
        ("TLR.foreign-ministry", "وزارة الخارجية التلمارية", None),
        ("HDR.army", "الجيش الهضريني", None),
        ("FRA.army", "الجيش الفرنسي", "French Army"),
        ("UN.security-council", "مجلس الأمن", "Security Council"),
        ("nobody", None, None),
    ],
)
def test_an_actor_has_a_canonical_name(id: str, arabic: str | None, english: str | None) -> None:
    assert actor_name(id, WORLD) == arabic
    if english:
        assert actor_name(id, WORLD, "en") == english


def test_ids_of_bodies_are_unique_and_their_states_known() -> None:
    core = load()
    ids = [b.id for b in core.bodies if b.id]
    assert len(ids) == len(set(ids))
    states = {s.id for s in core.states}
    assert {b.state for b in core.bodies if b.state} - states == {"ESH"}


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("إدارة البسطاوي", "TLR"),
        ("حكومة عدنان الصفراوي", "DRW"),
        ("إدارة الرئيس البسطاوي", "TLR"),
        ("نظام الوتيدي", "DRW"),
        ("إدارة بايدن", "USA"),
        ("the Biden administration", "USA"),
        ("إدارة المشروع", None),
        ("حكومة القرشمي", None),
        ("البسطاوي", None),
    ],
)
def test_a_government_is_known_by_who_heads_it(name: str, state: str | None) -> None:
    assert head_governed(name, WORLD) == state
