"""Judgements in the record: kept for ever, following what is read again, never in place of what was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from mawqif.errors import NotInRecord, RecordReadOnly, UsageError
from mawqif.model import Act, ActorAnchor, Page, Reading, Ruling, Statement
from mawqif.model.judgements import active, attached, corrected
from mawqif.model.overlap import Places
from mawqif.store import Record
from test_store_samples import BRIDGES, CROSSING, bridges, crossing, everything, reading, said

ACCEPT, REJECT = (Ruling.ACCEPT, {}), (Ruling.REJECT, {})
DENY = (Ruling.ACT, {"act": "deny"})
HALA = (Ruling.SPEAKER, {"name": "هالة مراد", "kind": "person"})


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record(tmp_path / "record.db") as made:
        for page, found in everything():
            made.add(page, found)
        yield made
        assert made.check() == []


@pytest.fixture
def dam() -> Statement:
    """The first statement of a report that the record holds."""
    return crossing()[1].statements[0]


def again(found: tuple[Page, Reading], *statements: Statement) -> tuple[Page, Reading]:
    """The same report with other statements, as a newer program may find them."""
    page, old = found
    return page, Reading(old.report, statements)


def names(record: Record, **filters: object) -> list[str | None]:
    return [row.statement.speaker.name for row in record.statements(**filters)]  # type: ignore[arg-type]


def test_a_judgement_is_kept_with_who_and_when_and_where(record: Record, dam: Statement) -> None:
    (given,) = record.judgements.add(dam.id[:8], DENY, by="سلمى", reason="نفى ذلك")
    (row,) = record.judgements.for_statement(dam.id)
    assert (row.judgement, row.state, row.statement) == (given, "active", dam.id)
    assert given.anchor is not None
    assert (given.anchor.content, given.anchor.cue, given.by, given.reason) == (dam.content, dam.cue, "سلمى", "نفى ذلك")
    assert given.when.tzinfo is not None


def test_corrected_values_are_shown_and_the_found_ones_stay(record: Record, dam: Statement) -> None:
    record.judgements.add(dam.id, DENY, HALA, by="سلمى")
    row = record.statement(dam.id)
    assert row.found == dam
    assert (row.statement.act, row.statement.speaker.name) == (Act.DENY, "هالة مراد")
    assert record.reading(row.report_id) == crossing()[1]


def test_a_statement_is_found_by_what_it_is_corrected_to(record: Record, dam: Statement) -> None:
    before = list(record.statements(by="هالة"))
    record.judgements.add(dam.id, DENY, HALA, by="سلمى")
    assert len(list(record.statements(by="هالة"))) == len(before) + 1
    assert dam.id in [row.statement.id for row in record.statements(act=Act.DENY)]
    assert dam.id not in [row.statement.id for row in record.statements(act=Act.STATE)]
    for row in record.judgements.for_statement(dam.id):
        record.judgements.undo(row.judgement.id, by="سلمى")
    assert list(record.statements(by="هالة")) == before
    assert dam.id in [row.statement.id for row in record.statements(act=Act.STATE)]
    assert record.statement(dam.id).judgements == ()


def test_rejected_statements_are_left_out_unless_asked_for(record: Record, dam: Statement) -> None:
    (no,) = record.judgements.add(dam.id, REJECT, by="سلمى")
    assert "إحسان النوري" not in names(record)
    (row,) = [row for row in record.statements(rejected=True) if row.rejected]
    assert row.statement == dam
    record.judgements.add(dam.id, ACCEPT, by="عمر")
    assert "إحسان النوري" in names(record)
    record.judgements.undo(no.id, by="سلمى")
    assert not record.statement(dam.id).rejected


def test_content_is_corrected_to_words_of_the_report_only(record: Record, dam: Statement) -> None:
    start = CROSSING.index("السدّ")
    right = {"field": "content", "start": start, "end": start + 13, "text": CROSSING[start : start + 13]}
    record.judgements.add(dam.id, (Ruling.SPAN, right), by="سلمى")
    assert record.statement(dam.id).statement.content.text == CROSSING[start : start + 13]
    with pytest.raises(ValueError, match="does not hold"):
        record.judgements.add(dam.id, (Ruling.SPAN, {**right, "text": "كلام آخر"}), by="سلمى")


def test_all_rulings_or_none(record: Record, dam: Statement) -> None:
    with pytest.raises(ValueError, match="lacks"):
        record.judgements.add(dam.id, ACCEPT, (Ruling.NOTE, {}), by="سلمى")
    assert record.judgements.history() == []


def test_undo_is_a_judgement_that_can_be_undone(record: Record, dam: Statement) -> None:
    (given,) = record.judgements.add(dam.id, REJECT, by="سلمى")
    back = record.judgements.undo(given.id[:6], by="عمر", reason="بل هو تصريح")
    states = {r.judgement.id: r.state for r in record.judgements.history()}
    assert states == {given.id: "undone", back.id: "active"}
    with pytest.raises(UsageError, match="undone already"):
        record.judgements.undo(given.id, by="عمر")
    record.judgements.undo(back.id, by="سلمى")
    assert record.statement(dam.id).rejected
    with pytest.raises(NotInRecord, match="no judgement"):
        record.judgements.undo("ffff", by="عمر")


def test_a_judgement_follows_a_statement_whose_bounds_changed(record: Record, dam: Statement) -> None:
    record.judgements.add(dam.id, HALA, by="سلمى")
    longer = said(CROSSING, "إن السدّ رقم ٢٢٥٤ سيبقى مغلقًا 🌊 حتى إشعار آخر", name="إحسان النوري")
    longer = replace(longer, id="0123456789abcdef0123")
    assert record.add(*again(crossing(), longer)) == "updated"
    row = record.statement(longer.id)
    assert (row.found, row.statement.speaker.name) == (longer, "هالة مراد")
    assert record.judgements.orphans() == []


def test_a_judgement_without_its_statement_is_an_orphan_until_it_comes_back(record: Record, dam: Statement) -> None:
    (given,) = record.judgements.add(dam.id, REJECT, by="سلمى")
    record.add(*again(crossing(), crossing()[1].statements[1]))
    assert record.judgements.orphans() == [given]
    assert [r.state for r in record.judgements.history()] == ["orphaned"]
    back = record.judgements.undo(given.id, by="سلمى")
    assert record.judgements.orphans() == []
    record.judgements.undo(back.id, by="سلمى")
    record.add(*crossing())
    assert record.judgements.orphans() == []
    assert record.statement(dam.id).rejected


def test_the_same_words_in_another_report_are_not_judged(record: Record) -> None:
    statement = said(BRIDGES, "لن نوقّع على اتفاق الجسرين قبل الربيع", cue="قالت", name="هالة مراد")
    record.add(*reading(BRIDGES, statement, outlet="صحيفة أخرى"))
    record.judgements.add(bridges()[1].statements[0].id, REJECT, by="سلمى")
    left = [row.outlet for row in record.statements(text="نوقع")]
    assert left == ["صحيفة أخرى"]


def test_judgements_of_actors_are_about_ids_and_names(record: Record) -> None:
    actors = (ActorAnchor("a-1", ("سامر",)), ActorAnchor("a-2", ("سامر النوري", "النوري")))
    given = record.judgements.add_of_actors(actors, Ruling.MERGE, by="سلمى")
    assert record.judgements.active(Ruling.MERGE, Ruling.SPLIT) == [given]
    assert record.judgements.active(Ruling.REJECT) == []
    assert record.judgements.active(Ruling.MERGE)[0].actors == actors
    record.judgements.undo(given.id, by="سلمى")
    assert record.judgements.active(Ruling.MERGE) == []


def test_judgements_are_never_changed_or_removed(record: Record, dam: Statement) -> None:
    record.judgements.add(dam.id, ACCEPT, by="سلمى")
    for command in ("UPDATE judgements SET reader = 'x'", "DELETE FROM judgements"):
        with pytest.raises(IntegrityError, match="never changed"), record._door.writing() as c:
            c.exec_driver_sql(command)
    assert [r.judgement.by for r in record.judgements.history()] == ["سلمى"]


def test_the_order_is_that_of_giving_whatever_the_clock_says(record: Record, dam: Statement) -> None:
    for _ in range(20):
        record.judgements.add(dam.id, ACCEPT, REJECT, by="سلمى")
    times = [r.judgement.when for r in record.judgements.history()]
    assert times == sorted(set(times))
    assert len(times) == 40
    assert record.statement(dam.id).rejected


def test_a_readonly_record_takes_no_judgement(record: Record, dam: Statement) -> None:
    with Record(record.path, readonly=True) as other, pytest.raises(RecordReadOnly):
        other.judgements.add(dam.id, ACCEPT, by="سلمى")


DAMAGE = [
    ("UPDATE judgements SET content_start = 0", "words do not stand"),
    ("DELETE FROM attachments", "do not stand to the statements"),
]


@pytest.mark.parametrize(("damage", "words"), DAMAGE)
def test_the_check_finds_judgements_out_of_place(tmp_path: Path, dam: Statement, damage: str, words: str) -> None:
    with Record(tmp_path / "damaged.db") as record:
        record.add(*crossing())
        record.judgements.add(dam.id, ACCEPT, by="سلمى")
        assert record.check() == []
        with record._door.writing() as c:
            c.exec_driver_sql("DROP TRIGGER judgements_no_update")
            c.exec_driver_sql(damage)
        assert any(words in problem for problem in record.check())


DAM, TALKS = crossing()[1].statements
LONGER = replace(
    said(CROSSING, "إن السدّ رقم ٢٢٥٤ سيبقى مغلقًا 🌊 حتى إشعار آخر", name="سامر"), id="0123456789abcdef0123"
)
READINGS = ([], [DAM], [TALKS], [DAM, TALKS], [LONGER, TALKS])
STEPS = st.lists(
    st.tuples(st.just("read"), st.integers(0, len(READINGS) - 1))
    | st.tuples(st.sampled_from(["accept", "reject", "act", "speaker"]), st.integers(0, 1))
    | st.tuples(st.just("undo"), st.integers(0, 10)),
    max_size=12,
)
RULINGS = {"accept": ACCEPT, "reject": REJECT, "act": DENY, "speaker": HALA}


@settings(max_examples=25, deadline=None)
@given(STEPS)
def test_whatever_is_read_judged_and_undone_every_judgement_stands_where_it_should(
    steps: list[tuple[str, int]],
) -> None:
    with TemporaryDirectory() as folder, Record(Path(folder) / "record.db") as record:
        page, found = crossing()
        record.add(page, found)
        there: Sequence[Statement] = found.statements
        for what, n in steps:
            made = record.judgements.history()
            if what == "read":
                there = READINGS[n]
                record.add(page, Reading(found.report, tuple(there)))
            elif what == "undo" and made and made[n % len(made)].state != "undone":
                record.judgements.undo(made[n % len(made)].judgement.id, by="عمر")
            elif what in RULINGS and there:
                record.judgements.add(there[n % len(there)].id, RULINGS[what], by="سلمى")
        _agrees(record, there)


def _agrees(record: Record, there: Sequence[Statement]) -> None:
    """The record says what the pure functions say of the same judgements and statements."""
    assert record.check() == []
    rows = record.judgements.history()
    standing = active(row.judgement for row in rows)
    for row in rows:
        mine = attached(row.judgement, Places(there))
        assert row.statement == (mine.id if mine else None)
        assert (row.state == "undone") == (row.judgement.id not in standing)
        orphan = mine is None and row.judgement.ruling is not Ruling.UNDO and row.judgement.id in standing
        assert (row.state == "orphaned") == orphan
    for s in there:
        said_of_it = [
            row.judgement
            for row in rows
            if row.statement == s.id and row.state == "active" and row.judgement.ruling is not Ruling.UNDO
        ]
        shown = record.statement(s.id)
        assert (shown.found, shown.statement, list(shown.judgements)) == (s, corrected(s, said_of_it), said_of_it)
        lists = [row.statement.id for row in record.statements(act=shown.statement.act)]
        assert (s.id in lists) == (not shown.rejected)
        if shown.statement.speaker.name:
            found = [row.statement.id for row in record.statements(by=shown.statement.speaker.name, rejected=True)]
            assert s.id in found
