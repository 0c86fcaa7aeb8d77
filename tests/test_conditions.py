"""Conditions and exceptions: what limits what is held, where it ends, and the false friends of its markers."""

from __future__ import annotations

import pytest

from mawqif import lexicon
from mawqif.model import Page, Statement
from mawqif.pipeline import read

WHO = "الوزير سامر النوري"


def statements(text: str) -> tuple[Statement, ...]:
    return read(Page(text=text, location="test"), lexicon.load()).statements


def conditions(text: str) -> list[str]:
    return [c.text for s in statements(text) for c in s.conditions]


LIMITS = [
    # a refusal until, unless, except after, in the absence of something
    ("إن بلاده لن ترفع الحظر عن الجسر حتى يتم إصلاح السد", "حتى يتم إصلاح السد"),
    ("إن بلاده لن توقع على المعاهدة ما لم تلتزم تلمار بالاتفاق", "ما لم تلتزم تلمار بالاتفاق"),
    ("إن بلاده لن تشارك في الحوار إلا بعد انسحاب الحرس", "إلا بعد انسحاب الحرس"),
    ("إن بلاده لن تدعم المشروع في غياب ضمانات مكتوبة", "في غياب ضمانات مكتوبة"),
    ("إنه لا تفاوض مع الشركة قبل أن تعيد المياه", "قبل أن تعيد المياه"),
    ("إنه لا سلام في الوادي من دون عدالة", "من دون عدالة"),
    ("إنه لا يمكن فتح الجسر إلا إذا انسحب الحرس", "إلا إذا انسحب الحرس"),
    ("إن الحل في حوار من دون تدخل خارجي", "من دون تدخل خارجي"),
    ("إن العمليات ستستمر حتى استعادة الوادي", "حتى استعادة الوادي"),
    ("إنه لن يشارك قبل أن توافق تلمار على الخطة", "قبل أن توافق تلمار على الخطة"),
    # what is promised or agreed to
    ("إن بلاده ستفتح المعبر بشروط مشددة", "بشروط مشددة"),
    ("إن بلاده مستعدة لفتح المعبر بشرط عودة المراقبين", "بشرط عودة المراقبين"),
    ("إن بلاده مستعدة لفتح المعبر شريطة أن يعود المراقبون", "شريطة أن يعود المراقبون"),
    ("إن بلاده ستواصل الدوريات ما دامت تواجه تهديدا", "ما دامت تواجه تهديدا"),
    ("إن الحظر سيستمر إلى حين عودة المراقبين", "إلى حين عودة المراقبين"),
    ("إن بلاده ستفتح المعبر في حال عودة المراقبين", "في حال عودة المراقبين"),
    # what is demanded
    ("إنه يجب على تلمار فتح الجسر إذا أرادت حسن الجوار", "إذا أرادت حسن الجوار"),
    ("إن تلمار إذا أرادت حسن الجوار فعليها فتح الجسر", "إذا أرادت حسن الجوار"),
    # where it ends: at a turn, at what follows from it, at the mark that closes
    ("إن بلاده لن توقع ما لم يعد المراقبون، لكنها ترحب بالحوار", "ما لم يعد المراقبون"),
    ("إنه في حال عودة الحرس فسوف نغلق المعبر", "في حال عودة الحرس"),
    ("إنه لن يشارك ما لم تصدر ضمانات، بما فيها ضمانات الصيد، كما قال", "ما لم تصدر ضمانات، بما فيها ضمانات الصيد"),
]


@pytest.mark.parametrize(("content", "limit"), LIMITS)
def test_what_limits_what_is_held_is_a_condition(content: str, limit: str) -> None:
    assert limit in conditions(f"قال {WHO} {content}.")


FALSE_FRIENDS = [
    "إن السد لم يمتلئ حتى الآن",  # time
    "إن الأمطار هطلت حتى في الصيف",  # even
    "إن سكان الوادي خرجوا حتى يشاهدوا السد",  # what for
    "إنه لا يعرف ما إذا كان السد آمنا",  # a question
    "إن البلدة في حالة حرب منذ عام",  # a state
    "إنه إذا نزل المطر امتلأ السد",  # what is foreseen
    "إن الأسعار سترتفع في حال جف النهر",
    "إن الحرس دخلوا البلدة من دون مقاومة",  # manner
    "إن الحارس وصل قبل أيام من الفيضان",  # time
    "إن الخزان بيع مقابل ثلاثة ملايين دينار",  # a price
    "إن الفريق فاز بثلاثة أهداف مقابل هدف",
    "إن الأمر كان واضحا، وهو ما لم يتم التحقق منه",  # what has not
    "إن الحراس لم يعلموا بالفيضان إلا بعد انتهائه",  # what was
    "إن الفيضان ضرب البلدة، إلا أن السد صمد",  # but
    "إن بلاده لن تنتظر حتى تتعرض البلدة للقصف",  # what is not waited for
    "إن السد لطالما حمى البلدة",
    "إنه لا يعلم بعد إذا كان السد آمنا",
    "إن تلمار أخلت بشروط المعاهدة",  # the terms of something
    "إن الناس لا يعرفون الخطر إلا عند الفيضان",  # what is so
    "إن الجيران يعملون حتى يعلم الناس بالخطر",
    "إن الحراس شربوا قبل أن يعبروا الجسر",
    "إن أعماله لا تزال دون المستوى",
    "إنه يعمل على حل من دون تردد",
]


@pytest.mark.parametrize("content", FALSE_FRIENDS)
def test_time_manner_and_what_is_foreseen_are_no_conditions(content: str) -> None:
    assert conditions(f"قال {WHO} {content}.") == []


def test_a_threat_depends_on_what_it_names() -> None:
    assert conditions(f"هدد {WHO} بإغلاق المعبر في حال عودة الحرس.") == ["في حال عودة الحرس"]


def test_a_condition_stays_within_the_quotation_that_holds_it() -> None:
    found = conditions(f"قال {WHO}: «لن نوقع ما لم يعد المراقبون»، ثم غادر القاعة.")
    assert found == ["ما لم يعد المراقبون"]


def test_spans_hold_their_text_as_it_is_given() -> None:
    text = f"قال {WHO} إنّ بلاده لن توقّع ما لم يَعُد المراقبون إلى الوادي."
    (found,) = [c for s in statements(text) for c in s.conditions]
    assert text[found.start : found.end] == found.text == "ما لم يَعُد المراقبون إلى الوادي"


EXCEPTIONS = [
    ("إن بلاده لن ترفع الحظر باستثناء الغذاء والدواء", ["باستثناء الغذاء والدواء"]),
    ("إنه يجب إغلاق المعابر كلها ما عدا معبر الوادي", ["ما عدا معبر الوادي"]),
    ("إن الناس خرجوا جميعا باستثناء الحراس", []),  # of what is so, not of what is held
    ("إنه يجب إغلاق المعابر دون استثناء", []),
]


@pytest.mark.parametrize(("content", "left_out"), EXCEPTIONS)
def test_what_is_held_may_leave_something_out(content: str, left_out: list[str]) -> None:
    assert [e.text for s in statements(f"قال {WHO} {content}.") for e in s.exceptions] == left_out


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("The minister said his country will not reopen the bridge until the observers return.", "until the observers"),
        ("The minister said his country will not sign unless the guards leave the valley.", "unless the guards"),
        ("The minister said the bridge was closed until Friday.", None),
    ],
)
def test_english_conditions(text: str, limit: str | None) -> None:
    found = conditions(text)
    assert [f.startswith(limit or "-") for f in found] == ([True] if limit else [])


WAITS = [
    (f"أكد {WHO} رفض بلاده ملء السد قبل التوصل إلى اتفاق ملزم.", ["قبل التوصل إلى اتفاق ملزم"]),
    (f"طالب {WHO} بوقف الملء قبل التوصل إلى اتفاق ملزم.", ["قبل التوصل إلى اتفاق ملزم"]),
    (f"جدد {WHO} تمسكه بعدم العودة إلى المحادثات قبل رفع الحصار.", ["قبل رفع الحصار"]),
    (f"طالب {WHO} بوقف القصف قبل حلول الشتاء.", []),  # time
    (f"طالب {WHO} بإنهاء الأشغال قبل افتتاح الميناء.", []),
]


@pytest.mark.parametrize(("text", "found"), WAITS)
def test_what_is_withheld_waits_for_what_is_attained(text: str, found: list[str]) -> None:
    assert conditions(text) == found
