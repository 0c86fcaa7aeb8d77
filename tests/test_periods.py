"""Stretches of days that lie ahead, seen from a report's date."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mawqif.dates import ahead

ANCHOR = dt.date(2031, 5, 14)  # a Wednesday

AHEAD = [
    # words, first day, last day
    ("خلال الشهر المقبل", "2031-06-01", "2031-06-30"),
    ("خلال الأسبوع المقبل", "2031-05-18", "2031-05-24"),
    ("هذا الأسبوع", "2031-05-11", "2031-05-17"),
    ("العام الجاري", "2031-01-01", "2031-12-31"),
    ("في غضون أسبوعين", "2031-05-14", "2031-05-28"),
    ("خلال ثلاثة أشهر", "2031-05-14", "2031-08-14"),
    ("خلال 48 ساعة", "2031-05-14", "2031-05-16"),
    ("خلال الأسابيع الثلاثة المقبلة", "2031-05-14", "2031-06-04"),
    ("في اليومين المقبلين", "2031-05-14", "2031-05-16"),
    ("خلال سنتين ونصف", "2031-05-14", "2033-11-12"),
    ("بعد ثلاثة أيام", "2031-05-17", "2031-05-17"),
    ("قبل نهاية العام", "2031-05-14", "2031-12-31"),
    ("بحلول نهاية العام", "2031-05-14", "2031-12-31"),
    ("بحلول 2035", "2031-05-14", "2035-01-01"),
    ("حتى 20 يونيو", "2031-05-14", "2031-06-20"),
    ("قبل 20 يونيو 2031", "2031-05-14", "2031-06-19"),
    ("مطلع الشهر المقبل", "2031-06-01", "2031-06-10"),
    ("منتصف يونيو", "2031-06-11", "2031-06-20"),
    ("في النصف الأول من العام المقبل", "2032-01-01", "2032-07-01"),
    ("نهاية 2032", "2032-09-01", "2032-12-31"),
    ("خلال عام 2032", "2032-01-01", "2032-12-31"),
    ("في سبتمبر المقبل", "2031-09-01", "2031-09-30"),
    ("في مارس", "2032-03-01", "2032-03-31"),  # the next one
    ("حتى نهاية العام 2037", "2031-05-14", "2037-12-31"),
    ("ابتداء من أول شباط (فبراير)", "2032-02-01", "2032-02-01"),
    ("في الأول من تموز (يوليو)", "2031-07-01", "2031-07-01"),
    ("غدا", "2031-05-15", "2031-05-15"),
    ("بعد غد", "2031-05-16", "2031-05-16"),
    ("يوم الجمعة", "2031-05-16", "2031-05-16"),
    ("اعتبارا من الأحد المقبل", "2031-05-18", "2031-05-18"),
    ("منتصف ليلة الإثنين", "2031-05-19", "2031-05-19"),
    # where nobody tells how long, the last day is unknown
    ("خلال أيام", "2031-05-14", None),
    ("خلال الأيام القليلة المقبلة", "2031-05-14", None),
    ("خلال شهر رمضان المقبل", None, None),
    ("في غضون شهر من رفع الحظر", None, None),
    ("قريبا", None, None),
    ("في أقرب وقت ممكن", None, None),
]


@pytest.mark.parametrize(("words", "first", "last"), AHEAD)
def test_what_lies_ahead(words: str, first: str | None, last: str | None) -> None:
    (found,) = ahead(words, ANCHOR)
    assert (found.begins and found.begins.isoformat(), found.date and found.date.isoformat()) == (first, last)
    assert found.span.text == words.removesuffix(" من رفع الحظر")


@pytest.mark.parametrize(
    "words",
    [
        "الجمعة الماضية",
        "العام الماضي",
        "منذ أسبوعين",
        "قبل أسبوعين",
        "أمس",
        "بعد يومين من التوقيع",
        "5 أيار 2029",
        "ثلاثة أشهر",
    ],
)
def test_what_is_over_or_has_no_place_lies_not_ahead(words: str) -> None:
    assert ahead(words, ANCHOR) == ()


@pytest.mark.parametrize("words", [words for words, *_ in AHEAD])
def test_without_an_anchor_only_what_names_its_year_is_known(words: str) -> None:
    (found,) = ahead(words, None)
    assert (found.date is None) == not_dated(words)


def not_dated(words: str) -> bool:
    return not any(year in words for year in ("2031", "2032", "2035", "2037"))


def test_the_week_and_the_month_turn_with_the_year() -> None:
    (week,) = ahead("الأسبوع المقبل", dt.date(2031, 12, 31))
    assert (week.begins, week.date) == (dt.date(2032, 1, 4), dt.date(2032, 1, 10))
    (month,) = ahead("خلال شهر", dt.date(2031, 12, 31))
    assert month.date == dt.date(2032, 1, 31)
    (month,) = ahead("خلال شهرين", dt.date(2031, 12, 31))
    assert month.date == dt.date(2032, 2, 29)


def test_spans_are_code_points_of_the_text_and_several_are_found() -> None:
    text = "يفتح الجسر خلال أسبوعين، والمعبر قبل نهاية العام."
    assert [p.span.text for p in ahead(text, ANCHOR)] == ["خلال أسبوعين", "قبل نهاية العام"]
    assert all(text[p.span.start : p.span.end] == p.span.text for p in ahead(text, ANCHOR))


PIECES = sorted(
    {word for words, *_ in AHEAD for word in words.split()} | {"،", "31", "9999", "12/2031", "من", "و", "(", ""}
)


@given(st.lists(st.sampled_from(PIECES), max_size=9), st.dates())
def test_any_row_of_words_is_read_within_its_bounds(words: list[str], day: dt.date) -> None:
    text = " ".join(words)
    end = 0
    for found in ahead(text, day):
        assert end <= found.span.start < found.span.end <= len(text)
        end = found.span.end
