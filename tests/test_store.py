"""The record: what goes in comes out again, and is found by what one would ask for."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mawqif import __version__
from mawqif.errors import InputError, MawqifError, NotInRecord, UsageError
from mawqif.model import Act, Instrument, Page, Reading, Statement
from mawqif.store import Counts, Record
from mawqif.store.migrations import current
from test_store_samples import bare, bridges, crossing, earlier, everything, numbered, reading, said


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record(tmp_path / "سجل أول.db") as made:
        yield made


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with Record(tmp_path_factory.mktemp("record") / "mawqif.db") as made:
        for page, found in everything():
            made.add(page, found)
        yield made


def contents(record: Record, **filters: object) -> list[str]:
    return [row.statement.content.text for row in record.statements(**filters)]  # type: ignore[arg-type]


DAM = "إن السدّ رقم ٢٢٥٤ سيبقى مغلقًا 🌊"
TALKS = "إلى الحوار بين الطرفين"
SIGN = "لن نوقّع على اتفاق الجسرين قبل الربيع"
RUMOUR = "الأنباء عن الحوار"
BACKING = "بلاده تؤيّد مبادرة الجسرين"


@pytest.mark.parametrize("sample", everything(), ids=["crossing", "bridges", "earlier", "bare"])
def test_a_reading_comes_back_equal(record: Record, sample: tuple[Page, Reading]) -> None:
    page, found = sample
    assert record.add(page, found) == "added"
    assert record.reading(found.report.id) == found
    assert record.report(found.report.id) == found.report
    assert record.check() == []


def test_adding_again_changes_nothing(record: Record) -> None:
    for page, found in everything():
        record.add(page, found)
    before = (list(record.statements()), list(record.reports()), record.counts())
    assert [record.add(*sample) for sample in everything()] == ["unchanged"] * 4
    assert (list(record.statements()), list(record.reports()), record.counts()) == before


def known(s: Statement) -> Statement:
    speaker = replace(s.speaker, actor="P1", link="holder", candidates=("P1", "P2"), represents=("XWD.ministry", "XWD"))
    return replace(s, speaker=speaker)


CHANGES = {
    "title": lambda r: replace(r, report=replace(r.report, title=None)),
    "date": lambda r: replace(r, report=crossing(date="2031-03-09")[1].report),
    "furniture": lambda r: replace(r, report=replace(r.report, furniture=())),
    "a score": lambda r: replace(r, statements=(replace(r.statements[0], score=0.1), r.statements[1])),
    "a relay": lambda r: replace(r, statements=(replace(r.statements[0], via=()), r.statements[1])),
    "an actor": lambda r: replace(r, statements=(known(r.statements[0]), r.statements[1])),
    "an instrument": lambda r: replace(
        r,
        statements=(
            replace(r.statements[0], instruments=(Instrument(r.statements[0].content, "dam"),)),
            r.statements[1],
        ),
    ),
    "fewer statements": lambda r: replace(r, statements=r.statements[1:]),
    "other order": lambda r: replace(r, statements=r.statements[::-1]),
    "none": lambda r: replace(r, statements=()),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_another_reading_of_a_report_replaces_the_kept_one(record: Record, change: object) -> None:
    page, found = crossing()
    record.add(page, found)
    newer = change(found)  # type: ignore[operator]
    source = record.source(found.report.id)
    assert record.add(page, newer) == "updated"
    assert record.reading(found.report.id) == newer
    assert record.source(found.report.id) == source
    assert len(contents(record, text="السد")) == sum("السدّ" in s.content.text for s in newer.statements)
    assert record.check() == []


def test_a_report_keeps_the_name_that_it_was_first_given(record: Record) -> None:
    page, found = bridges()
    record.add(page, found)
    renamed = replace(found, report=replace(found.report, given_id="other"))
    assert record.add(page, renamed) == "unchanged"
    assert record.report(found.report.id).given_id == "doc-7"


def test_two_texts_never_share_an_id(record: Record) -> None:
    page, found = bare()
    record.add(page, found)
    with pytest.raises(ValueError, match="two texts"):
        record.add(page, replace(found, report=replace(found.report, text="x")))
    assert record.reading(found.report.id) == found


def test_the_page_is_kept_as_retrieved(record: Record) -> None:
    page, found = bridges()
    record.add(page, found)
    source = record.source(found.report.id[:8])
    assert (source.raw, source.sha256) == (page.raw, hashlib.sha256(page.raw or b"").hexdigest())
    assert (source.url, source.retrieved, source.location) == (page.url, page.retrieved, page.location)
    assert (source.media_type, source.encoding, source.verbatim) == ("text/plain", "utf-16", True)


def test_a_page_without_bytes_keeps_its_text(record: Record) -> None:
    page, found = bare()
    record.add(replace(page, raw=None), found)
    source = record.source(found.report.id)
    assert (source.raw.decode(source.encoding or ""), source.verbatim) == (page.text, False)


def test_the_first_retrieval_of_a_report_stays_its_source(record: Record) -> None:
    page, found = bare()
    record.add(page, found)
    first = record.source(found.report.id)
    assert record.add(replace(page, location="elsewhere", raw=b"later"), found) == "unchanged"
    assert record.source(found.report.id) == first


@pytest.mark.parametrize("text", ["a\x00b قال", "قال\r\n\u202b\u200f 👩‍👩‍👧 é", "\ufeffقال", "قـــال\u0651"])
def test_any_character_is_kept(record: Record, text: str) -> None:
    page, found = reading(text, said(text, text[1:], cue=None))
    record.add(page, found)
    assert record.reading(found.report.id) == found
    assert record.check() == []


def test_half_a_character_is_refused_and_nothing_is_kept(record: Record) -> None:
    page, found = bare()
    text = found.report.text + "\ud800"
    with pytest.raises(InputError, match="half a character"):
        record.add(replace(page, text=text), replace(found, report=replace(found.report, text=text)))
    assert record.counts() == Counts(0, 0, 0, 0)


SEARCHES = [
    ("a word", "الحوار", [TALKS, RUMOUR]),
    ("without its article", "حوار", [TALKS, RUMOUR]),
    ("with و and its article", "والحوار", [TALKS, RUMOUR]),
    ("without tashkeel", "السد", [DAM]),
    ("with other tashkeel", "السَّدُّ", [DAM]),
    ("with tatweel", "السـد", [DAM]),
    ("without hamza", "الانباء", [RUMOUR]),
    ("Arabic-Indic digits", "٢٢٥٤", [DAM]),
    ("ASCII digits", "2254", [DAM]),
    ("Persian digits", "۲۲۵۴", [DAM]),
    ("all words must occur", "اتفاق الجسرين", [SIGN]),
    ("in any order", "الجسرين اتفاق", [SIGN]),
    ("a phrase", '"مبادرة الجسرين"', [BACKING]),
    ("a phrase in guillemets", "«اتفاق الجسرين»", [SIGN]),
    ("a phrase out of order", '"الجسرين مبادرة"', []),
    ("an unclosed mark is no mark", '"الجسرين مبادرة', [BACKING]),
    ("syntax characters only separate", "NEAR(السد) AND* -content:^", []),
    ("marks beside a word", "(السد)*", [DAM]),
    ("no word at all", "!؟", []),
    ("an empty query", "", []),
]


@pytest.mark.parametrize(("query", "expected"), [s[1:] for s in SEARCHES], ids=[s[0] for s in SEARCHES])
def test_search_in_the_content(filled: Record, query: str, expected: list[str]) -> None:
    assert sorted(contents(filled, text=query)) == sorted(expected)


SPEAKERS = [
    ("the surname", "النوري", [DAM]),
    ("with hamza", "احسان النوري", [DAM]),
    ("the office in the mention, with its marks", "وزير المياه الاول", [DAM]),
    ("words of name and office", "النوري المياه", [DAM]),
    ("a role", "المسؤول", [TALKS]),
    ("no phrase runs from name into mention", '"النوري وزير"', []),
    ("another", "مراد", [SIGN, RUMOUR]),
    ("a word of the content is no speaker", "الحوار", []),
]


@pytest.mark.parametrize(("query", "expected"), [s[1:] for s in SPEAKERS], ids=[s[0] for s in SPEAKERS])
def test_search_by_speaker(filled: Record, query: str, expected: list[str]) -> None:
    assert sorted(contents(filled, by=query)) == sorted(expected)


FILTERS: list[tuple[str, dict[str, object], list[str]]] = [
    ("everything by date, undated last", {}, [BACKING, DAM, TALKS, SIGN, RUMOUR]),
    ("since the statement's own date", {"since": dt.date(2031, 3, 4)}, [DAM, TALKS]),
    ("since the report's date", {"since": dt.date(2031, 3, 5)}, [TALKS]),
    ("until", {"until": dt.date(2030, 12, 31)}, [BACKING]),
    ("between", {"since": dt.date(2030, 1, 1), "until": dt.date(2031, 3, 4)}, [BACKING, DAM]),
    ("act", {"act": Act.DENY}, [RUMOUR]),
    ("outlet without its marks", {"outlet": "صحيفة الافق"}, [DAM, TALKS]),
    ("a part of the outlet's name", {"outlet": "الأفق"}, [BACKING, DAM, TALKS]),
    ("wildcards in the outlet mean nothing", {"outlet": "%"}, []),
    ("score", {"min_score": 0.8}, [DAM]),
    ("limit", {"limit": 2}, [BACKING, DAM]),
    ("an instrument by its id", {"instrument": "bridges-initiative"}, [BACKING]),
    ("an instrument in all its wordings, by words of one", {"instrument": "اتفاقُ الجسرَين"}, [BACKING, SIGN]),
    ("no instrument", {"instrument": "%"}, []),
    ("several", {"by": "مراد", "text": "الحوار", "act": Act.DENY}, [RUMOUR]),
]


@pytest.mark.parametrize(("filters", "expected"), [f[1:] for f in FILTERS], ids=[f[0] for f in FILTERS])
def test_filters(filled: Record, filters: dict[str, object], expected: list[str]) -> None:
    assert contents(filled, **filters) == expected


def test_instruments_are_counted_by_who_invokes_them(filled: Record) -> None:
    both, one = filled.instruments.listed()
    assert (both.id, both.statements, both.reports, both.outlets) == ("two-bridges", 2, 2, 2)
    assert (both.first, both.last) == (dt.date(2030, 12, 31), dt.date(2030, 12, 31)), "one of them is undated"
    assert dict(both.wordings) == {"اتفاق الجسرين": 1, "الجسرين": 1}
    assert dict(both.acts) == {Act.STATE: 1, Act.SUPPORT: 1}
    assert dict(both.speakers) == {"هالة مراد": 1, "داود البستاوي": 1}
    assert (one.id, one.statements) == ("bridges-initiative", 1)


def test_lists_of_instruments_have_the_filters_of_statements(filled: Record) -> None:
    assert [(r.id, r.statements) for r in filled.instruments.listed(act=Act.STATE)] == [("two-bridges", 1)]
    assert [r.id for r in filled.instruments.listed(limit=1)] == ["two-bridges"]
    assert filled.instruments.listed(outlet="لا أحد") == []
    rows = filled.statements(instrument="two-bridges", by="مراد")
    assert [row.statement.content.text for row in rows] == [SIGN]


def test_a_row_says_where_the_statement_stands(filled: Record) -> None:
    page, found = bridges()
    row = filled.statement(found.statements[0].id)
    assert row.statement == found.statements[0]
    assert (row.report_id, row.given_id, row.url) == (found.report.id, "doc-7", page.url)
    assert (row.outlet, row.report_date, row.title) == ("يوميات الساحل", None, None)


REPORTS: list[tuple[str, dict[str, object], list[tuple[Page, Reading]]]] = [
    ("by date, undated last", {"until": dt.date(2040, 1, 1)}, [earlier(), crossing()]),
    ("outlet", {"outlet": "الساحل"}, [bridges()]),
    ("since", {"since": dt.date(2031, 1, 1)}, [crossing()]),
    ("words outside any statement", {"text": "صفحة تصريح"}, [bare()]),
    ("the headline", {"text": "«معبر الوادي»"}, [crossing()]),
    ("no word", {"text": "..."}, []),
    ("limit", {"limit": 1}, [earlier()]),
]


@pytest.mark.parametrize(("filters", "expected"), [r[1:] for r in REPORTS], ids=[r[0] for r in REPORTS])
def test_lists_of_reports(filled: Record, filters: dict[str, object], expected: list[tuple[Page, Reading]]) -> None:
    rows = [(r.id, r.statements) for r in filled.reports(**filters)]  # type: ignore[arg-type]
    assert rows == [(found.report.id, len(found.statements)) for _, found in expected]


def test_a_report_is_found_by_a_given_headline(record: Record) -> None:
    page, found = reading("نص.", title="عنوان لا يرد في النص")
    record.add(page, found)
    assert [r.title for r in record.reports(text="العنوان")] == ["عنوان لا يرد في النص"]


def test_counts(filled: Record) -> None:
    assert filled.counts() == Counts(reports=4, statements=5, speakers=3, outlets=3)


def test_versions(filled: Record) -> None:
    assert (filled.version, filled.schema_version) == (__version__, current())


def test_a_prefix_is_enough_where_it_is_unique(filled: Record) -> None:
    wanted = crossing()[1].statements[0]
    assert filled.statement(wanted.id[:4]).statement == wanted
    assert filled.statement(f" {wanted.id.upper()} ").statement == wanted


@pytest.mark.parametrize("id", ["0000000000000000000f", "zzzz", "%%%%", "", "قال", "\ud800"])
def test_what_is_not_kept_is_said_so(filled: Record, id: str) -> None:
    for look in (filled.statement, filled.report, filled.reading, filled.source):
        with pytest.raises(NotInRecord):
            look(id)


def test_a_prefix_that_says_too_little(record: Record) -> None:
    base = reading("نص.")[1].report
    for end in "ab":
        record.add(Page(text="نص.", location=end), Reading(replace(base, id=f"12345{end}"), ()))
    assert record.report("12345a").id == "12345a"
    for prefix in ("12345", "123"):
        with pytest.raises(UsageError):
            record.report(prefix)


def test_a_long_list_is_streamed_while_reports_are_added(record: Record) -> None:
    for i in range(600):
        record.add(*numbered(i))
    rows = record.statements()
    next(rows)
    record.add(*crossing())
    assert 1 + sum(1 for _ in rows) == 600
    assert sum(1 for _ in record.statements()) == 602


def test_a_list_may_be_left_half_read(record: Record) -> None:
    for i in range(3):
        record.add(*numbered(i))
    rows = record.statements()
    next(rows)
    record.close()
    del rows


@settings(max_examples=300, deadline=None)
@given(query=st.text() | st.text(alphabet='"«»“”()*^:-+{}ANDORNEART_ سدّ٢', max_size=40))
def test_no_query_is_an_error(filled: Record, query: str) -> None:
    list(filled.statements(text=query, by=query, outlet=query))
    list(filled.statements(text=query))
    list(filled.reports(text=query))


@settings(max_examples=100, deadline=None)
@given(id=st.text())
def test_no_id_is_an_error_of_the_program(filled: Record, id: str) -> None:
    with pytest.raises(MawqifError):
        filled.statement(id)


@pytest.mark.parametrize("query", ["سد " * 5000, '"' + "سد " * 5000 + '"', " ".join(map(str, range(5000)))])
def test_a_long_query_is_no_error(filled: Record, query: str) -> None:
    assert len(contents(filled, text=query)) <= 5
