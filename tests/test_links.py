"""Links over a record: copies, utterances and stories, whatever the order in which reports come and go."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from collections.abc import Iterable
from pathlib import Path

import pytest

from mawqif.lexicon import load
from mawqif.model import Hearing, Kinship, Page
from mawqif.pipeline import read
from mawqif.pipeline.chains import trace
from mawqif.pipeline.links import parts, renew
from mawqif.store import Record

LEXICON = load()
DAY = dt.date(2031, 5, 12)

HEAD = (
    "أعلنت وزارة النقل في جمهورية نهران انهيار جسر الزاهر فوق نهر السلسال صباح الاثنين، "
    "وأصيب سبعة عمال من شركة نورماك للمقاولات نقلوا إلى مستشفى دلفار."
)
SAYING = "وقال وزير النقل سالم النوري إن «الجسر سيبقى مغلقا أمام الشاحنات حتى تنتهي لجنة التحقيق من فحص أعمدته»."
MORE = "وأضاف النوري أن الوزارة ستعوض أصحاب القوارب عن خسائرهم في موسم التين."
TAIL = (
    "ويربط الجسر بلدة قورماز بميناء دلفار، وبني قبل أربعين عاما، "
    "ويعبره كل يوم نحو ثلاثة آلاف مركبة محملة بالفاكهة والأسماك."
)
OWN = "انهار جسر الزاهر فوق السلسال فجر الاثنين على عمال شركة نورماك، ونقل سبعة منهم إلى مستشفى دلفار في حالة مستقرة."
FAIR = "افتتحت بلدة شعلان مهرجان العسل السنوي بمشاركة ثلاثين نحالا من القرى المجاورة، ويستمر المهرجان أسبوعا كاملا."

REPORTS = {
    "first": ("ضفاف", 0, "انهيار جسر الزاهر فوق السلسال", f"{HEAD}\n{SAYING}\n{MORE}\n{TAIL}"),
    "whole": ("سلاق", 1, "سبعة مصابين في جسر الزاهر", f"{HEAD}\n{SAYING}\n{MORE}\n{TAIL}"),
    "cut": ("مرايا", 1, "الزاهر مغلق أمام الشاحنات", f"{HEAD}\n{SAYING}"),
    "own": ("أفق", 0, "سبعة عمال تحت جسر الزاهر", f"{OWN}\n{SAYING}"),
    "fair": ("ضفاف", 0, "مهرجان العسل في شعلان", FAIR),
    "again": ("أفق", 40, "النوري والشاحنات", f"بحث مجلس نهران أمس موازنة الطرق في جلسة طويلة.\n{SAYING}"),
}


def page(name: str) -> Page:
    outlet, days, title, text = REPORTS[name]
    return Page(text, name, name, title=title, outlet=outlet, date=DAY + dt.timedelta(days))


@pytest.fixture
def record(tmp_path: Path) -> Iterable[Record]:
    with Record(tmp_path / "r.db") as record:
        yield record


def add(record: Record, names: Iterable[str], *, one_by_one: bool = False) -> None:
    for name in names:
        found = page(name)
        record.add(found, read(found, LEXICON))
        if one_by_one:
            link(record)
    link(record)


def link(record: Record, by: str = "program", *, again: bool = False) -> int:
    return sum(1 for _done in renew(record.links, LEXICON, by, again=again))


def copied(record: Record) -> set[frozenset[str | None]]:
    return {frozenset(r.given_id for r in family.reports) for family in record.links.families()}


def told(record: Record) -> set[frozenset[str | None]]:
    return {frozenset(r.given_id for r, _rule in story.reports) for story in record.links.stories()}


def said(record: Record) -> set[frozenset[str | None]]:
    return {frozenset(row.given_id for row, _m in u.members) for u in record.links.utterances()}


def everything(record: Record) -> tuple[object, ...]:
    """All links, with their ids, classes and reasons."""
    utterances = record.links.utterances(reports=1)
    return (
        sorted((u.id, u.repeats, tuple(sorted(m.statement for _row, m in u.members))) for u in utterances),
        sorted((s.id, tuple(sorted(r.id for r, _rule in s.reports))) for s in record.links.stories()),
        sorted((p.kin.a, p.kin.b, p.kin.kinship) for f in record.links.families() for p in f.pairs),
    )


def test_a_text_in_several_reports_is_a_family_of_copies(record: Record) -> None:
    add(record, REPORTS)
    assert copied(record) == {frozenset(("first", "whole", "cut"))}
    (family,) = record.links.families()
    kinds = {frozenset((p.a.given_id, p.b.given_id)): p.kin.kinship for p in family.pairs}
    assert kinds[frozenset(("first", "whole"))] is Kinship.IDENTICAL
    assert kinds[frozenset(("first", "cut"))] is Kinship.SYNDICATED


def test_shared_passages_lie_in_both_texts_as_given(record: Record) -> None:
    add(record, REPORTS)
    for family in record.links.families():
        for pair in family.pairs:
            texts = record.report(pair.a.id).text, record.report(pair.b.id).text
            assert pair.kin.shared
            for shared in pair.kin.shared:
                for text, span in zip(texts, (shared.a, shared.b), strict=True):
                    assert text[span.start : span.end] == span.text


def test_one_saying_in_four_reports_is_one_utterance_and_forty_days_later_a_repetition(record: Record) -> None:
    add(record, REPORTS)
    (row,) = [u for u in record.links.utterances() if u.reports == 4]
    assert {s.given_id for s, _member in row.members} == {"first", "whole", "cut", "own"}
    (later,) = row.repeated
    again = record.links.utterance(later)
    assert again.repeats == row.id
    assert [s.given_id for s, _member in again.members] == ["again"]


def test_reports_of_one_event_are_a_story(record: Record) -> None:
    add(record, REPORTS)
    assert told(record) == {frozenset(("first", "whole", "cut", "own"))}


def test_a_trace_folds_copies_and_claims_no_independence_without_evidence(record: Record) -> None:
    add(record, REPORTS)
    (row,) = [u for u in record.links.utterances() if u.reports == 4]
    found = trace(record.links, row.id, LEXICON)
    names = {record.report(hop.carry.report).given_id: hop for hop in found.hops}
    assert {name for name, hop in names.items() if hop.hearing is Hearing.COPIED} == {"whole", "cut"}
    assert {record.report(names[name].source or "").given_id for name in ("whole", "cut")} == {"first"}
    assert found.independent == ()
    assert names["own"].hearing is Hearing.UNKNOWN


@pytest.mark.parametrize("one_by_one", [False, True])
def test_the_order_in_which_reports_come_does_not_matter(tmp_path: Path, one_by_one: bool) -> None:
    draw, found = random.Random(5), []
    for n in range(6):
        names = list(REPORTS)
        draw.shuffle(names)
        with Record(tmp_path / f"{n}.db") as record:
            add(record, names, one_by_one=one_by_one)
            found.append(everything(record))
    assert all(one == found[0] for one in found)


def test_linking_again_changes_nothing(record: Record) -> None:
    add(record, REPORTS)
    before = everything(record)
    assert link(record) == 0
    assert link(record, "newer", again=True) == len(REPORTS)
    assert everything(record) == before
    record.links.reset()
    assert record.links.counts() == {"copies": 0, "utterances": 0, "stories": 0}
    assert link(record) == len(REPORTS)
    assert everything(record) == before


def test_a_report_that_changes_leaves_its_groups(record: Record, tmp_path: Path) -> None:
    add(record, REPORTS)
    changed = page("own")
    reading = read(changed, LEXICON)
    kept = [s for s in reading.statements if "الشاحنات" not in s.content.text]
    record.add(changed, type(reading)(reading.report, tuple(kept)))
    assert record.links.pending() > 0
    link(record)
    assert max(u.reports for u in record.links.utterances()) == 3
    assert record.check() == []


def test_what_is_pending_is_counted_and_a_record_without_links_is_empty(record: Record) -> None:
    assert record.links.pending() == 0
    found = page("first")
    record.add(found, read(found, LEXICON))
    assert record.links.pending() == 1
    assert record.links.counts() == {"copies": 0, "utterances": 0, "stories": 0}


PAIRS = [(1, 2, "a"), (2, 3, "b"), (5, 6, "c")]


def test_what_hangs_together_is_one_part() -> None:
    for order in itertools.permutations(PAIRS):
        found = sorted((members, sorted(pairs)) for members, pairs in parts(range(1, 8), order))
        assert found == [([1, 2, 3], ["a", "b"]), ([4], []), ([5, 6], ["c"]), ([7], [])]
