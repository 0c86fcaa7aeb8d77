"""Actors in the record: the same whatever came first, as readers would have them, found by actor and by state."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from mawqif.lexicon import Lexicon, load
from mawqif.model import ActorAnchor, Kind, Page, Reading, Reason, Ruling
from mawqif.pipeline.actors import renew
from mawqif.store import Record
from mawqif.store.actors.reading import ActorRow
from test_store_samples import reading, said

Sample = tuple[Page, Reading]


@pytest.fixture(scope="module")
def lexicon(demo: Path) -> Lexicon:
    return load((demo / "world",))


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record(tmp_path / "record.db") as made:
        yield made


def report(
    number: int,
    *names: str,
    office: str | None = None,
    kind: Kind = Kind.PERSON,
    of: Sequence[str] = (),
    actor: str | None = None,
) -> Sample:
    """A report in which each of these names says something."""
    words = [f"قال {name} إن السد رقم {number} مغلق." for name in names]
    text = " ".join(words)
    statements = [said(text, w, mention=n, name=n, office=office) for w, n in zip(words, names, strict=True)]
    page, found = reading(text, *statements, date="2031-03-04", outlet=f"صحيفة {number}")
    changed = [
        replace(s, speaker=replace(s.speaker, kind=kind, represents=tuple(of), actor=actor)) for s in found.statements
    ]
    return page, Reading(found.report, tuple(changed))


def link(record: Record, lexicon: Lexicon) -> int:
    return sum(1 for _ in renew(record.actors, lexicon, "test"))


def filled(record: Record, lexicon: Lexicon, *samples: Sample) -> None:
    for sample in samples:
        record.add(*sample)
    link(record, lexicon)


def partition(record: Record) -> dict[str, tuple[frozenset[str], int]]:
    return {r.id: (frozenset(n for n, _ in r.spellings), r.statements) for r in record.actors.all()}


def actor(record: Record, name: str) -> ActorRow:
    (row,) = record.actors.all(words=name)
    return row


MINISTER = {"office": "وزير المياه التلماري", "of": ("TLR.water-ministry", "TLR")}
WORLD = [
    report(1, "نائل القرشمي", "رباب السلموني"),
    report(2, "نائل قرشمي", office="وزير المياه التلماري", of=("TLR.water-ministry", "TLR")),
    report(3, "نائل سعد القرشمي", office="وزير المياه التلماري", of=("TLR.water-ministry", "TLR")),
    report(4, "القرشمي", office="وزير المياه التلماري", of=("TLR.water-ministry", "TLR")),
    report(5, "رباب السلموني", office="وزيرة الخارجية", of=("TLR.foreign-ministry", "TLR"), actor="Q9"),
    report(6, "رباب السلموني", office="مدربة نادي الواحة", of=("DRW",)),
    report(7, "رباب السلموني"),
    report(8, "عبد الله البسطاوي"),
    report(9, "عبدالله البسطاوي", office="أمين البلدية"),
    report(10, "بلدية نهران", kind=Kind.ORGANIZATION),
    report(11, "تلمار", kind=Kind.STATE, actor="TLR", of=("TLR",)),
    report(12, "مصدر مطلع", kind=Kind.UNNAMED),
]


def test_the_order_of_arrival_makes_no_difference(tmp_path: Path, lexicon: Lexicon) -> None:
    with Record(tmp_path / "whole.db") as whole:
        filled(whole, lexicon, *WORLD)
        expected = partition(whole)
    assert len(expected) == 6
    chance = random.Random(3)
    for n in range(6):
        with Record(tmp_path / f"{n}.db") as record:
            for sample in chance.sample(WORLD, len(WORLD)):
                record.add(*sample)
                if chance.random() < 0.6:
                    link(record, lexicon)
            link(record, lexicon)
            assert partition(record) == expected


def test_what_goes_again_leaves_nothing_behind(record: Record, lexicon: Lexicon) -> None:
    page, found = report(13, "سلوان السلموني", "نائل القرشمي", office="مدرب نادي الواحة", of=("DRW",))
    filled(record, lexicon, *WORLD)
    before = partition(record)
    filled(record, lexicon, (page, found))
    assert partition(record) != before
    filled(record, lexicon, (page, Reading(found.report, ())))
    assert partition(record) == before


def test_linking_again_adds_nothing(record: Record, lexicon: Lexicon) -> None:
    filled(record, lexicon, *WORLD)
    before = partition(record)
    assert (record.actors.pending(), link(record, lexicon)) == (0, 0)
    record.actors.reset()
    assert record.actors.pending() == len(WORLD)
    assert link(record, lexicon) == len(WORLD)
    assert partition(record) == before


def test_spellings_and_longer_names_are_one_for_a_reason(record: Record, lexicon: Lexicon) -> None:
    filled(record, lexicon, *WORLD[:4])
    row = actor(record, "نائل سعد القرشمي")
    assert {n for n, _ in row.spellings} == {"نائل القرشمي", "نائل قرشمي", "نائل سعد القرشمي", "القرشمي"}
    assert set(row.reasons) == {Reason.NAME, Reason.LONGER, Reason.SURNAME}
    assert (row.states, row.statements, row.reports) == (("TLR",), 4, 4)
    assert [h.office for h in row.offices] == ["وزير المياه التلماري"]


def test_who_may_be_two_is_open_with_both_as_candidates(record: Record, lexicon: Lexicon) -> None:
    filled(record, lexicon, *WORLD)
    open_names = {row.name for row in record.actors.open()}
    assert open_names == {"رباب السلموني", "مصدر مطلع"}


FILTERS: list[tuple[str, dict[str, Sequence[str]], int]] = [
    ("what the state and its ministers said", {"states": ["TLR"]}, 5),
    ("what was said for a ministry", {"actors": ["TLR.water-ministry"]}, 3),
    ("the state alone", {"actors": ["TLR"]}, 5),
    ("another state", {"states": ["DRW"]}, 1),
    ("no such actor", {"actors": []}, 0),
]


@pytest.mark.parametrize(("filters", "number"), [f[1:] for f in FILTERS], ids=[f[0] for f in FILTERS])
def test_statements_of_actors_and_states(
    record: Record, lexicon: Lexicon, filters: dict[str, Sequence[str]], number: int
) -> None:
    filled(record, lexicon, *WORLD)
    assert len(list(record.statements(**filters))) == number  # type: ignore[arg-type]


def test_statements_of_an_actor_under_all_its_names(record: Record, lexicon: Lexicon) -> None:
    filled(record, lexicon, *WORLD)
    ids = record.actors.named("نائل القرشمي")
    found = {row.statement.speaker.name for row in record.statements(actors=ids)}
    assert found == {"نائل القرشمي", "نائل قرشمي", "نائل سعد القرشمي", "القرشمي"}


NAMES = [
    ("in another spelling", "نائل القرشمى"),
    ("some words of it", "سعد نائل"),
    ("the beginning of its id", ""),
]


@pytest.mark.parametrize("asked", [n[1] for n in NAMES], ids=[n[0] for n in NAMES])
def test_an_actor_is_found_by_name_and_id(record: Record, lexicon: Lexicon, asked: str) -> None:
    filled(record, lexicon, *WORLD[:4])
    row = actor(record, "نائل سعد القرشمي")
    assert record.actors.named(asked or row.id[:8]) == [row.id]


def anchor(row: ActorRow) -> ActorAnchor:
    return ActorAnchor(row.id, tuple(n for n, _ in row.spellings))


Give = Callable[[Record], str]


def merge(record: Record) -> str:
    rows = [anchor(actor(record, n)) for n in ("عبدالله البسطاوي", "نائل سعد القرشمي")]
    return record.judgements.add_of_actors(rows, Ruling.MERGE, by="هدى").id


def split(record: Record) -> str:
    row = anchor(actor(record, "نائل سعد القرشمي"))
    return record.judgements.add_of_actors([row], Ruling.SPLIT, {"names": ["نائل قرشمي"]}, by="هدى").id


def split_office(record: Record) -> str:
    row = anchor(actor(record, "عبدالله البسطاوي"))
    payload = {"names": [], "offices": ["أمين البلدية"]}
    return record.judgements.add_of_actors([row], Ruling.SPLIT, payload, by="هدى").id


def rename(record: Record) -> str:
    row = anchor(actor(record, "نائل سعد القرشمي"))
    return record.judgements.add_of_actors([row], Ruling.RENAME, {"name": "الوزير نائل"}, by="هدى").id


JUDGEMENTS: list[tuple[Give, int, str]] = [
    (merge, 5, "البسطاوي"),
    (split, 7, "نائل قرشمي"),
    (split_office, 7, "البسطاوي"),
    (rename, 6, "الوزير نائل"),
]


@pytest.mark.parametrize(("give", "number", "name"), JUDGEMENTS, ids=["merge", "split", "by office", "rename"])
def test_a_judgement_of_actors_holds_and_can_be_undone(
    record: Record, lexicon: Lexicon, give: Give, number: int, name: str
) -> None:
    filled(record, lexicon, *WORLD)
    before = partition(record)
    given = give(record)
    judged = partition(record)
    assert len(judged) == number
    assert record.actors.all(words=name)
    record.actors.reset()
    link(record, lexicon)  # found anew, as after another program
    assert partition(record) == judged
    record.judgements.undo(given, by="هدى")
    assert partition(record) == before
    undoing = record.judgements.history()[-1].judgement.id
    record.judgements.undo(undoing, by="هدى")
    assert partition(record) == judged


def test_a_judgement_follows_an_actor_whose_id_is_another_one(record: Record, lexicon: Lexicon) -> None:
    filled(record, lexicon, *WORLD)
    rename(record)
    named = report(14, "نائل سعد القرشمي", actor="Q7", office="وزير المياه التلماري", of=("TLR",))
    filled(record, lexicon, named)
    (row,) = record.actors.all(words="الوزير نائل")
    assert (row.id, row.name) == ("Q7", "الوزير نائل")


def test_who_spoke_and_why(record: Record, lexicon: Lexicon) -> None:
    filled(record, lexicon, *WORLD)
    by_number = {s.id: n for n, (_page, found) in enumerate(WORLD, 1) for s in found.statements}
    reasons = {by_number[id]: s.reason for id, s in record.actors.spoken(by_number).items()}
    assert (reasons[2], reasons[3], reasons[4]) == (Reason.LONGER, Reason.NAME, Reason.SURNAME)
    assert (reasons[5], reasons[7], reasons[12]) == (Reason.DATA, Reason.OPEN, Reason.OPEN)
    merge(record)
    judged = record.actors.spoken([WORLD[2][1].statements[0].id])
    assert [s.reason for s in judged.values()] == [Reason.JUDGED]


def test_a_corrected_speaker_is_linked_as_corrected(record: Record, lexicon: Lexicon) -> None:
    filled(record, lexicon, *WORLD)
    statement = WORLD[11][1].statements[0]
    record.judgements.add(statement.id, (Ruling.SPEAKER, {"name": "عبد الله البسطاوي", "kind": "person"}), by="هدى")
    assert record.actors.pending() == 1
    link(record, lexicon)
    assert actor(record, "البسطاوي").reports == 3
