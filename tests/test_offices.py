"""Offices: titles generated from kinds and states, who held one on a day, and the core's files of rows with sources."""

from __future__ import annotations

import datetime as dt
from importlib import resources
from pathlib import Path

import pytest

from mawqif.errors import LexiconError
from mawqif.lexicon import Holder, Office, load
from mawqif.lexicon.actors import core_states, person_by_id
from mawqif.lexicon.offices import core_file, offices_of
from mawqif.lexicon.posts import posts
from mawqif.lexicon.tenure import latest, on_day, stretch

with resources.as_file(resources.files("mawqif") / "demo" / "world") as _world:
    WORLD = load([Path(_world)])


@pytest.mark.parametrize(
    ("title", "kind", "state"),
    [
        ("وزير الدفاع التلماري", "defence-minister", "TLR"),
        ("وزيرة الدفاع التلمارية", "defence-minister", "TLR"),
        ("وزير دفاع تلمار", "defence-minister", "TLR"),
        ("وزير دفاع جمهورية تلمار", "defence-minister", "TLR"),
        ("وزير الخارجية والمغتربين الدرواني", "foreign-minister", "DRW"),
        ("رئيس الحكومة في دروان", "head-of-government", "DRW"),
        ("لرئيس دروان", "head-of-state", "DRW"),
        ("المندوب الهضريني الدائم لدى الأمم المتحدة", "un-representative", "HDR"),
        ("Talmar's Foreign Minister", "foreign-minister", "TLR"),
        ("Foreign Minister of Darwan", "foreign-minister", "DRW"),
        ("Secretary of State", "foreign-minister", "USA"),
        ("وزير الخزانة الأميركي", "finance-minister", "USA"),
        ("الرئيس الإيراني", "head-of-government", "IRN"),
        ("الأمين العام للأمم المتحدة", "un-secretary-general", "UN"),
        ("وزير الداخلية", "interior-minister", None),
    ],
)
def test_a_title_names_an_office_of_a_state(title: str, kind: str, state: str | None) -> None:
    (post,) = posts(title, WORLD)
    assert (post.kind, post.state, post.attached, post.former) == (kind, state, False, False)


@pytest.mark.parametrize(
    "title",
    [
        "الرئيس التنفيذي لمصانع تلمار",
        "رئيس الاتحاد التلماري للسباحة",
        "أمير منطقة الساحل",
        "المستشار",
        "نظيره الدرواني",
    ],
)
def test_another_title_with_the_same_head_names_none(title: str) -> None:
    assert posts(title, WORLD) == ()


def test_two_offices_of_one_person_share_their_state() -> None:
    found = posts("نائب رئيس الوزراء وزير الدفاع التلماري", WORLD)
    assert [(p.kind, p.state) for p in found] == [("deputy-head-of-government", "TLR"), ("defence-minister", "TLR")]


def test_an_assistant_and_a_former_holder_are_told_apart() -> None:
    assert posts("مساعد وزير الخارجية الدرواني", WORLD)[0].attached
    assert posts("سفير رئيس دروان", WORLD)[0].attached
    assert posts("وزير الخارجية الدرواني الأسبق", WORLD)[0].former


def _office(*holders: Holder, several: bool = False) -> Office:
    return Office("talmar-x", "TLR", (), holders, "x", None, several)


def _held(id: str, start: str | None, end: str | None = None, **more: str | bool | None) -> Holder:
    values = {"as_of": None, "next_start": None, "unverified": False, **more}
    return Holder(id, start, end, "source", id, (id,), "", **values)  # type: ignore[arg-type]


FIRST = _held("first", "2030-01-01", "2031-06-01")
SECOND = _held("second", "2031-06-01", as_of="2032-03-01")
REPLACED = _held("second", "2031-06-01", as_of="2032-03-01", next_start="2032-09-01")
YEARS = _held("years", "2028", "2029")
WEAK = _held("weak", "2033-01-01", unverified=True)
CABINET, NEXT_CABINET = _held("same", "2030-01-01", "2031-01-01"), _held("same", "2030-06-01", "2032-01-01")
SCHEDULED = _held("scheduled", "2030-01-01", "2036-01-01", as_of="2031-01-01")


@pytest.mark.parametrize(
    ("holders", "day", "sure", "maybe"),
    [
        ((FIRST, SECOND), "2030-05-05", "first", {"first"}),
        ((FIRST, SECOND), "2031-06-01", None, {"first", "second"}),
        ((FIRST, SECOND), "2031-12-31", "second", {"second"}),
        ((FIRST, SECOND), "2032-06-01", None, {"second"}),
        ((FIRST, REPLACED), "2032-06-01", None, {"second"}),
        ((FIRST, REPLACED), "2033-06-01", None, set()),
        ((FIRST,), "2031-07-01", None, set()),
        ((FIRST,), "2029-12-31", None, set()),
        ((YEARS,), "2028-06-01", None, {"years"}),
        ((WEAK,), "2033-05-01", None, {"weak"}),
        ((SCHEDULED,), "2030-06-01", "scheduled", {"scheduled"}),
        ((SCHEDULED,), "2034-06-01", None, {"scheduled"}),
        ((_held("open", "2030-01-01"),), "2040-01-01", "open", {"open"}),
        ((FIRST, _held("rival", "2030-03-01", "2031-01-01")), "2030-05-05", None, {"first", "rival"}),
        ((CABINET, NEXT_CABINET), "2030-09-01", "same", {"same"}),
    ],
)
def test_a_holder_is_sure_only_where_one_row_vouches_and_none_contradicts(
    holders: tuple[Holder, ...], day: str, sure: str | None, maybe: set[str]
) -> None:
    held = on_day(_office(*holders), dt.date.fromisoformat(day))
    assert (held.sure.id if held.sure else None) == sure
    assert {h.id for h in held.possible} == maybe


def test_an_office_of_several_has_no_sure_holder() -> None:
    held = on_day(_office(FIRST, several=True), dt.date(2030, 5, 5))
    assert held.sure is None
    assert held.possible == (FIRST,)


def test_the_latest_holders_come_first_and_once() -> None:
    assert [h.id for h in latest(_office(YEARS, SECOND, FIRST, SECOND), 2)] == ["second", "first"]


@pytest.mark.parametrize(
    ("date", "days"),
    [
        ("2030", ("2030-01-01", "2030-12-31")),
        ("2030-02", ("2030-02-01", "2030-02-28")),
        ("2030-12", ("2030-12-01", "2030-12-31")),
        ("2030-03-07", ("2030-03-07", "2030-03-07")),
    ],
)
def test_a_date_is_as_long_as_it_is_imprecise(date: str, days: tuple[str, str]) -> None:
    found = stretch(date)
    assert found
    assert tuple(d.isoformat() for d in found) == days


@pytest.mark.parametrize("date", [None, "", "spring", "2030-13"])
def test_no_date_is_no_stretch(date: str | None) -> None:
    assert stretch(date) is None


def test_a_users_office_has_the_kind_and_the_body_of_its_titles() -> None:
    office = next(o for o in offices_of("TLR", WORLD) if o.id == "talmar-foreign-minister")
    assert (office.state, office.kind, office.body) == ("TLR", "foreign-minister", "foreign-ministry")


def test_core_offices_are_read_only_when_a_state_is_asked_for() -> None:
    core_file.cache_clear()
    load()
    posts("وزير الخارجية الفرنسي", load())
    assert core_file.cache_info().misses == 0
    assert offices_of("FRA", load())
    assert core_file("nowhere") == {}


def test_every_row_of_the_core_has_a_source_a_name_and_days_that_can_be_read() -> None:
    rows = [h for s in core_states() for _, holders in core_file(s).values() for h in holders]
    assert len(rows) > 3000
    assert all(h.source and h.name and h.id for h in rows)
    assert all(stretch(d) for h in rows for d in (h.start, h.end, h.as_of, h.next_start) if d)
    assert all(h.unverified for h in rows if h.source and h.source.startswith("http"))


def test_british_rows_name_whom_their_licence_asks_to_name() -> None:
    folder = resources.files("mawqif") / "data" / "offices"
    assert "Institute for Government" in (folder / "GBR.yaml").read_text("utf-8")
    assert "Institute for Government" in (folder / "LICENCES.md").read_text("utf-8")


def test_a_person_is_found_by_id() -> None:
    person = person_by_id("هارون-البسطاوي", WORLD)
    assert person
    assert person.name == "هارون البسطاوي"
    assert person_by_id("nobody", WORLD) is None


def test_a_slip_in_a_holder_is_named(tmp_path: Path) -> None:
    (tmp_path / "offices.yaml").write_text("- {id: x, holders: [{name: فلان, begin: 2030}]}\n", "utf-8")
    with pytest.raises(LexiconError, match="begin"):
        load([tmp_path])


@pytest.mark.parametrize("title", ["الرئيس الدرواني", "للرئيس الدرواني", "President of Darwan", "president of Darwan"])
def test_a_title_opens_with_or_without_its_article_and_in_any_case(title: str) -> None:
    assert [p.kind for p in posts(title, WORLD)] == ["head-of-state"]
