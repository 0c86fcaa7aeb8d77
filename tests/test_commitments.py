"""Commitments: what a speaker undertakes, by when and to whom, and what only looks like it."""

from __future__ import annotations

import datetime as dt

import pytest

from mawqif import lexicon
from mawqif.model import Commitment, Page, statement_json
from mawqif.pipeline import read

WHO = "الوزير سامر النوري"
DAY = dt.date(2031, 5, 14)


def commitment(text: str, day: dt.date | None = DAY) -> Commitment | None:
    (statement,) = read(Page(text=text, location="test", date=day), lexicon.load()).statements
    return statement.commitment


UNDERTAKEN = [
    f"تعهد {WHO} بفتح الجسر.",
    "وافقت تلمار على فتح الجسر.",
    f"قال {WHO} إن بلاده ستفتح الجسر.",
    f"قال {WHO}: «سنرسل الخبراء إلى السد».",
    f"قال {WHO}: «الوضع صعب، لكننا سنتخذ الإجراءات اللازمة لحماية السد».",
    f"قال {WHO} إن الوزارة ستصدر بيانا عن السد.",
    f"قال {WHO}: «نحن ملتزمون بالعمل مع المراقبين».",
    f"قال {WHO} إنه يعتزم زيارة الوادي.",
    f"قال {WHO} إن الحكومة تعمل على إصلاح السد.",
    f"قال {WHO} إن الجانبين اتفقا على تعزيز التعاون.",
    f"قال {WHO} إنه تم الاتفاق على إصلاح السد.",
    f"أعلن {WHO} تشكيل لجنة لإصلاح السد.",
    f"أكد {WHO} استعداد بلاده للحوار.",
    f"قال {WHO} إن تلمار ليس لديها مانع من الحوار.",
    f"قال {WHO} إنه سيتم افتتاح الجسر في الربيع.",
    f"قال {WHO}: «سأجري محادثات مع المراقبين».",
    f"قال {WHO}: «لن نكف عن دعم أهل الوادي».",
    f"قال {WHO} إن العمليات لن تتوقف.",
    "قالت شركة السدود إنها ستحقق في الحادث.",
    f"أكد {WHO} استمرار بلاده في دعم المراقبين.",
    "أعلنت الشركة عن افتتاح معرض في الوادي.",
    f"قال {WHO}: «اتفقنا أن تبدأ المشاورات».",
    f"رفض {WHO} المشروع، وقال: «سنقدم مشروعا آخر».",
]


@pytest.mark.parametrize("text", UNDERTAKEN)
def test_what_is_promised_agreed_to_or_announced_is_a_commitment(text: str) -> None:
    found = [s.commitment for s in read(Page(text=text, location="test", date=DAY), lexicon.load()).statements]
    assert any(found)


NOTHING_UNDERTAKEN = [
    f"قال {WHO} إن الأمطار ستصل إلى الوادي غدا.",
    f"قال {WHO}: «سنرى نتائج ذلك في الربيع».",
    f"قال {WHO}: «كيف سنعبر النهر؟».",
    f"قال {WHO}: «لو عاد المراقبون لكنا سنفتح الجسر».",
    f"قال {WHO} إنه كان ينوي السفر إلى الوادي.",
    f"قال {WHO} إنه لم يقرر بعد كيف سيصوت على المشروع.",
    f"قال {WHO} إن الأطراف غير مستعدة للحوار.",
    f"أوضح {WHO} أن استعدادات المهرجان كثيرة.",
    f"دعا {WHO} إلى فتح الجسر.",
    f"أكد {WHO} أن النهر سيبقى مرتفعا.",
    f"قال {WHO} إن الماء لن يكفي البلدة.",
    f"أكد {WHO} استمرار الفيضان.",
    f"أكد {WHO} أن المشروع سيعزز التعاون بين المدينتين.",
    f"أعلن {WHO} أن الاجتماع سينعقد في الوادي.",
    "قالت مصادر إن سكان الوادي سيعبرون الجسر.",
    f"لم يتعهد {WHO} بفتح الجسر.",
]


@pytest.mark.parametrize("text", NOTHING_UNDERTAKEN)
def test_what_happens_is_asked_or_told_of_others_is_no_commitment(text: str) -> None:
    assert [s.commitment for s in read(Page(text=text, location="test"), lexicon.load()).statements] == [None]


@pytest.mark.parametrize(
    ("text", "words", "begins", "last"),
    [
        (f"تعهد {WHO} بفتح الجسر خلال الشهر المقبل.", "خلال الشهر المقبل", "2031-06-01", "2031-06-30"),
        (f"تعهد {WHO} بفتح الجسر قبل نهاية العام.", "قبل نهاية العام", "2031-05-14", "2031-12-31"),
        (f"قال {WHO} إنه سيزور الوادي غدا.", "غدا", "2031-05-15", "2031-05-15"),
        (f"تعهد {WHO} بفتح الجسر قريبا.", "قريبا", None, None),
    ],
)
def test_a_deadline_is_seen_from_the_report(text: str, words: str, begins: str | None, last: str | None) -> None:
    found = commitment(text)
    assert found is not None
    assert found.deadline is not None
    assert found.deadline.span.text == words
    days = [d and d.isoformat() for d in (found.deadline.begins, found.deadline.date)]
    assert days == [begins, last]


def test_in_a_report_without_a_date_the_days_stay_unknown() -> None:
    found = commitment(f"تعهد {WHO} بفتح الجسر خلال الشهر المقبل.", None)
    assert found is not None
    assert found.deadline is not None
    assert (found.deadline.span.text, found.deadline.begins, found.deadline.date) == ("خلال الشهر المقبل", None, None)


@pytest.mark.parametrize("more", ["الذي انهار الأسبوع الماضي", "وأنه يتوقع أمطارا غزيرة خلال أسبوعين"])
def test_what_was_and_what_is_foreseen_are_no_deadlines(more: str) -> None:
    found = commitment(f"تعهد {WHO} بإصلاح السد {more}.")
    assert found is not None
    assert found.deadline is None


def test_the_shape_has_the_deadline_with_its_first_and_last_day() -> None:
    text = f"تعهد {WHO} بفتح الجسر خلال الشهر المقبل."
    (statement,) = read(Page(text=text, location="test", date=DAY), lexicon.load()).statements
    value = statement_json(statement)["commitment"]
    assert isinstance(value, dict)
    assert value["deadline"] == {
        "start": text.index("خلال"),
        "end": len(text) - 1,
        "text": "خلال الشهر المقبل",
        "begins": "2031-06-01",
        "date": "2031-06-30",
    }
    assert value["to"] is None
