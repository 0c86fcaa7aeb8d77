"""Every span is the text itself, right to the character, whatever stands in the text."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mawqif.arabic import plain
from mawqif.lexicon import load
from mawqif.model import Page, Reading, Span
from mawqif.pipeline import in_plain, read

LEXICON = load()
ARTICLE = (
    "الواحة، 5 أيار/مايو 2031 (الأفق) - قال وزير المياه التلماري نائل القرشمي أمس إن بلاده «لن تغلق السد» قبل الربيع، "
    "مشيرا إلى أن اللجنة ستجتمع غدا.\nوأضاف القرشمي في تصريح لـ«الأفق»: “نحن نطالب بجدول زمني واضح».\n"
    "ونقلت صحيفة المدى عن مصدر مطلع قوله إن المعبر سيفتح، بحسب ما ذكرت الوكالة.\n"
    "The dam stays closed.\n— Minister Nael Al-Qurashmi (@NQ) May 4, 2031\nوسوم: السد المعبر"
)
ODD = [
    "\u064b",
    "\u0651",
    "ـ",
    "\u200f",
    "\u200e",
    "\u2067",
    "\u2069",
    "\u200d",
    "\ufeff",
    "🙂",
    "👨‍👩‍👧",
    "\r\n",
    "\u00a0",
    "«",
    "»",
    '"',
]


def _read(text: str) -> Reading:
    return read(Page(text=text, location="page", date=dt.date(2031, 5, 5)), LEXICON)


def _spans(reading: Reading) -> list[Span]:
    facts = (reading.report.title, reading.report.outlet, reading.report.date)
    spans = [f.span for f in reading.report.furniture] + [f.span for f in facts if f and f.span]
    for s in reading.statements:
        spans += [x for x in (s.content, s.cue, s.speaker.mention, s.said_on, *s.via) if x]
    return spans


def _holds(text: str) -> Reading:
    reading = _read(text)
    for span in _spans(reading):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.text
    _leads_to_and_fro(reading)
    return reading


def _leads_to_and_fro(reading: Reading) -> None:
    """A kept statement led to the plain text and back is the same."""
    there = plain(reading.report.text)
    for statement in reading.statements:
        moved = in_plain(statement, there)
        assert moved.moved(lambda s: Span.of(there.source, *there.given(s.start, s.end))) == statement


def test_the_article_has_something_to_hold() -> None:
    assert len(_spans(_holds(ARTICLE))) > 15


@settings(deadline=None, max_examples=120)
@given(st.lists(st.tuples(st.integers(0, len(ARTICLE)), st.sampled_from(ODD)), min_size=1, max_size=25))
def test_odd_characters_anywhere_move_no_span(inserted: list[tuple[int, str]]) -> None:
    text = ARTICLE
    for at, odd in sorted(inserted, reverse=True):
        text = text[:at] + odd + text[at:]
    _holds(text)


@settings(deadline=None, max_examples=80)
@given(st.lists(st.sampled_from(ARTICLE.split(" ")), max_size=60).map(" ".join))
@example("قال إن")
@example("«»“”„")
@example("ـ")
@example("قال الوزير ـ قدم تقريرها إن السد مغلق.")
@example("قال رئيس المجلس ً سلم أوراقه إن السد مغلق.")
def test_words_in_any_order_are_read_without_failing(text: str) -> None:
    if text.strip():
        _holds(text)


@settings(deadline=None, max_examples=80)
@given(st.text(min_size=1, max_size=200).filter(lambda t: bool(t.strip()) and "<" not in t))
def test_any_text_is_read_without_failing(text: str) -> None:
    _holds(text)


SAME = {
    "tatweel": lambda t: t.replace("قال", "قــال").replace("المعبر", "المعبـــر"),
    "tashkeel": lambda t: t.replace("قال", "قَالَ").replace("وأضاف", "وَأَضَافَ"),
    "CRLF": lambda t: t.replace("\n", "\r\n"),
    "no-break spaces": lambda t: t.replace(" إن ", "\u00a0إن\u00a0"),
    "directional marks": lambda t: t.replace("القرشمي", "\u200fالقرشمي\u200f"),
    "hamza": lambda t: t.replace("أن ", "ان ").replace("إن ", "ان "),
}


@pytest.mark.parametrize("change", SAME)
def test_ways_of_writing_change_no_statement(change: str) -> None:
    plain, changed = _holds(ARTICLE).statements, _holds(SAME[change](ARTICLE)).statements
    assert len(changed) == len(plain)
    assert [s.act for s in changed] == [s.act for s in plain]
    assert [s.rule for s in changed] == [s.rule for s in plain]
