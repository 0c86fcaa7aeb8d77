"""Dates in text: every form that newspapers use, the traps beside them, and the spans."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mawqif.dates import find, parse

ANCHOR = dt.date(2023, 5, 10)  # a Wednesday

FORMS = [
    ("5 مايو 2023", "2023-05-05"),
    ("٥ أيار ٢٠٢٣", "2023-05-05"),
    ("5 أيار/مايو 2023", "2023-05-05"),
    ("5 مارس (آذار) 2031", "2031-03-05"),
    ("16 كانون الثاني 2031", "2031-01-16"),
    ("3 تشرين الأول (أكتوبر) 2031", "2031-10-03"),
    ("12 غشت 2022", "2022-08-12"),
    ("7 جويلية 2021", "2021-07-07"),
    ("الخامس والعشرين من مايو", "2023-05-25"),
    ("الأول من كانون الثاني 2024", "2024-01-01"),
    ("5 مايو الجاري", "2023-05-05"),
    ("20 أبريل الماضي", "2023-04-20"),
    ("2 حزيران المقبل", "2023-06-02"),
    ("2023-05-05", "2023-05-05"),
    ("5/6/2023", "2023-06-05"),
    ("2023/6/5", "2023-06-05"),
    ("25 شوال 1444", "2023-05-15"),
    ("25 شوال 1444هـ", "2023-05-15"),
    ("25 شوال 1444 الموافق 15 مايو 2023", "2023-05-15"),
    ("الجمعة 5 مايو", "2023-05-05"),
    ("الاثنين الماضي", "2023-05-08"),
    ("يوم الخميس المقبل", "2023-05-11"),
    ("مساء السبت", "2023-05-06"),
    ("أمس", "2023-05-09"),
    ("أمس الثلاثاء", "2023-05-09"),
    ("أول من أمس", "2023-05-08"),
    ("اليوم الأربعاء", "2023-05-10"),
    ("May 5, 2023", "2023-05-05"),
    ("5 May 2023", "2023-05-05"),
    ("yesterday", "2023-05-09"),
]

NO_DAY = ["الشهر المقبل", "الأسبوع الماضي", "العام 2021", "مايو 2023", "شهر رمضان المقبل"]
NO_DATE = ["صحيفة اليوم", "عبد الأحد", "مارس ضغوطا", "اليوم العالمي للمياه", "حتى اليوم", "32 مايو"]


@pytest.mark.parametrize(("form", "day"), FORMS)
def test_a_form_is_read_to_its_day(form: str, day: str) -> None:
    text = f"وصل الوفد {form} إلى المدينة"
    (mention,) = find(text, ANCHOR)
    assert (mention.span.text, str(mention.date)) == (form, day)


@pytest.mark.parametrize("form", NO_DAY)
def test_a_stretch_of_days_is_found_but_is_no_day(form: str) -> None:
    (mention,) = find(f"سيجري ذلك خلال {form} كما قيل", ANCHOR)
    assert mention.span.text == form
    assert mention.date is None


@pytest.mark.parametrize("words", NO_DATE)
def test_what_only_looks_like_a_date_is_none(words: str) -> None:
    assert [m for m in find(f"قرأ {words} ومضى", ANCHOR) if m.date] == []


def test_without_an_anchor_only_full_dates_have_a_day() -> None:
    found = find("أمس وفي 5 مايو وفي 6 مايو 2023")
    assert [m.date for m in found] == [None, None, dt.date(2023, 5, 6)]


@pytest.mark.parametrize("clitic", ["و", "ب", "ل"])
def test_the_letter_before_a_date_is_not_in_its_span(clitic: str) -> None:
    (mention,) = find(f"تحدد {clitic}5 مايو 2023 موعدا", ANCHOR)
    assert mention.span.text == "5 مايو 2023"


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("2031-05-12T07:30:00+03:00", "2031-05-12"),
        ("2031-05-12", "2031-05-12"),
        ("Mon, 05 May 2031 10:00:00 GMT", "2031-05-05"),
        ("May 5, 2031", "2031-05-05"),
        ("5 أيار 2031", "2031-05-05"),
        ("2031-13-45", None),
        ("soon", None),
        ("", None),
    ],
)
def test_metadata_states_a_day_or_none(stated: str, day: str | None) -> None:
    found = parse(stated)
    assert (found.isoformat() if found else None) == day


PIECES = [form for form, _ in FORMS] + NO_DAY + NO_DATE + ["\n", "،", "\u064b", "ـ", "\u200f", "🙂", "1444", "31", "من"]


@settings(deadline=None, max_examples=200)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=12).map(" ".join))
def test_any_text_gives_ordered_spans_that_are_its_own_words(text: str) -> None:
    end = 0
    for mention in find(text, ANCHOR):
        assert text[mention.span.start : mention.span.end] == mention.span.text
        assert mention.span.start >= end
        end = mention.span.end


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=40))
def test_parsing_never_raises(text: str) -> None:
    assert parse(text) is None or isinstance(parse(text), dt.date)
