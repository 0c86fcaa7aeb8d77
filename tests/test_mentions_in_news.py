"""Whose words they are where outlets, times, places and objects stand around the source: invented sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from mawqif import lexicon
from mawqif.model import Kind, Page, Statement
from mawqif.pipeline import read

WORLD = Path(__file__).parent.parent / "src" / "mawqif" / "demo" / "world"  # invented states and outlets
SAID = "أن السد سيبقى مغلقا"


def statements(text: str) -> tuple[Statement, ...]:
    return read(Page(text=text, location="test"), lexicon.load([WORLD])).statements


def names(text: str) -> list[str | None]:
    return [s.speaker.name for s in statements(text)]


SOURCES = [
    ("people behind an outlet in marks", f"أكد لـ«المنارة» أطباء العيون {SAID}.", "أطباء العيون"),
    ("sources behind an outlet in brackets", f"أكدت لـ(المنارة) مصادر {SAID}.", "مصادر"),
    ("a name behind an outlet in marks", f"وقال لصحيفة «المنارة» لاحم المرداسي {SAID}.", "لاحم المرداسي"),
    ("an adjective of the outlet", f"وقال لصحيفة «المنارة» المحلية مصدر مطلع {SAID}.", "مصدر مطلع"),
    ("behind an agency", "وعاد العمال إلى السد، كما أعلن للوكالة المتحدث باسم الري سامر النوري.", "سامر النوري"),
    ("an outlet by its name in marks", f"علمت «عين المنارة» {SAID}.", "عين المنارة"),
    ("a title of the faith", f"وقال المرجع الديني سامر النوري {SAID}.", "سامر النوري"),
    ("a subject of two names before its office", f"لكن سامر حلزان وزير الري قال {SAID}.", "سامر حلزان"),
    ("how many bodies, with one of them", f"غير أن عدة منظمات بينها هيئة الري أكدت {SAID}.", "منظمات"),
    ("a stretch of time", f"وقالت الشركة العام الماضي {SAID}.", "الشركة"),
    ("a week behind a body", f"وأعلن بنك الواحة الأسبوع الماضي {SAID}.", "بنك الواحة"),
    ("a body behind the day", f"أكدت مساء الأربعاء سفارة دروان لدى الواحة {SAID}.", "سفارة دروان"),
    ("who supervises something", f"أكد المشرف العام على كرة القدم سامر النوري {SAID}.", "سامر النوري"),
    ("several of some people", "اشتكى عدد من المواطنين من الازدحام.", "عدد من المواطنين"),
    ("in his meeting", f"وأكد وزير التعليم في اجتماعه بمديري المدارس {SAID}.", "وزير التعليم"),
    ("in this regard", f"وزار نائل النوري السد.\nولفت النوري بهذا الصدد إلى {SAID}.", "نائل النوري"),
    ("an object without an article", "واتهم المرداسي كتلا نيابية بعرقلة القانون.", "المرداسي"),
    ("all of a party", "وحذر المتحدث الرسمي للهيئة جميع السكان من السيول.", "المتحدث الرسمي للهيئة"),
    ("in the face of something", f"وأمام هذه الأزمة فإن هيئة الري تؤكد {SAID}.", "هيئة الري"),
    ("an object behind a body of definite words", f"وعرض التلفزيون الرسمي لقطات للسد وذكر {SAID}.", "التلفزيون الرسمي"),
    ("a place closes a body", "استنكر حلف قبائل نهران واقعة مقتل أحد السكان.", "حلف قبائل نهران"),
    ("who is called so", f"وقال مهندس في محطة الري يدعى نائل حلزوف {SAID}.", "نائل حلزوف"),
    ("a bridge named after a king", f"وقال مدير جسر الملك فهد {SAID}.", "مدير جسر الملك فهد"),
    ("a nationality before a name", f"أكد البرتغالي جوميز مدرب الفريق {SAID}.", "جوميز"),
    ("a nationality behind an office", f"أكد مدرب الفريق البرتغالي جوميز {SAID}.", "جوميز"),
    ("what somebody is, with the name", f"وقال الزائر سامر النوري {SAID}.", "سامر النوري"),
    ("a trade that no list has", f"وأوضح الخطاط سامر النوري {SAID}.", "سامر النوري"),
    ("a movement before its spokesman", f"أعلن المتحدث باسم طالبان عطية الله حلزوف {SAID}.", "عطية الله حلزوف"),
    ("an outlet whose name begins like a negation", f"وكشفت صحيفة «لا ناسيا» {SAID}.", "صحيفة لا ناسيا"),
    ("more than so many", f"وأعلن أكثر من مائة مهندس {SAID}.", "أكثر من مائة مهندس"),
    ("powers of a side", f"وأعلنت قوى المعارضة الدروانية {SAID}.", "قوى المعارضة الدروانية"),
    ("where it is, before the name", f"وأكد الأمين العام للجنة السياحية بكورتان سعد المرداسي {SAID}.", "سعد المرداسي"),
]


@pytest.mark.parametrize(("about", "text", "name"), SOURCES, ids=[s[0] for s in SOURCES])
def test_the_source_is_told_from_what_stands_around_it(about: str, text: str, name: str) -> None:
    assert names(text)[-1] == name


def test_how_it_was_said_is_no_saying_of_its_own() -> None:
    [statement] = statements("وقال أبو سامر محذرا: «لا تذهبوا إلى السد ولا تقتربوا منه».")
    assert (statement.speaker.name, statement.cue and statement.cue.text) == ("أبو سامر", "وقال")


def test_drawing_attention_names_nobody() -> None:
    assert names(f"قال الوزير سامر النوري {SAID}.\nولفت الانتباه إلى أن الجسر مفتوح.") == ["سامر النوري"] * 2


def test_a_cause_is_no_subject() -> None:
    told = f"قال الوزير سامر النوري {SAID}.\nوأرجع السبب في نقص الماء إلى الجفاف."
    assert names(told) == ["سامر النوري"] * 2


def test_a_verb_goes_on_in_the_gender_of_the_subject_before_it() -> None:
    text = f"أصدرت وزارة الري بيانا.\nوتابع البيان {SAID}.\nوأضاف أن الجسر مفتوح."
    assert len(set(names(text))) == 1


LEAD = "أعلن مسؤول درواني أن السد الجديد سيروي ألف مزرعة صغيرة في الوادي.\n"


def test_an_official_who_leads_the_report_is_who_then_says_the_same_by_name() -> None:
    same = "وقال مدير الري سامر النوري إن السد الجديد سيروي ألف مزرعة صغيرة في الربيع."
    other = "وقال مدير الري سامر النوري إن الجسر مفتوح أمام الشاحنات."
    assert names(LEAD + same) == ["سامر النوري"] * 2
    assert names(LEAD + other) == ["مسؤول درواني", "سامر النوري"]


KINDS = [
    (f"أعلنت وكالة الفضاء الدروانية {SAID}.", Kind.ORGANIZATION),
    (f"أعلنت الوكالة الدولية للطاقة {SAID}.", Kind.ORGANIZATION),
    (f"أعلنت وكالة الأنباء الدروانية {SAID}.", Kind.MEDIA),
    (f"أعلنت مدينة الملك فهد الطبية {SAID}.", Kind.ORGANIZATION),
    (f"أعلنت كورتوس {SAID}.", Kind.ORGANIZATION),
    (f"وقالت المعارضة المسلحة {SAID}.", Kind.ORGANIZATION),
    (f"وقالت المعارضة سلمى المرداسي {SAID}.", Kind.PERSON),
    (f"وأكدت القوى السياسية {SAID}.", Kind.ORGANIZATION),
    (f"وأكدت القوى الكبرى {SAID}.", Kind.STATE),
    (f"وقالت قيادات حزبية {SAID}.", Kind.UNNAMED),
    (f"وقال بيان للجالية الدروانية في الواحة {SAID}.", Kind.ORGANIZATION),
    (f"وقالت كورتوس (67 عاما) {SAID}.", Kind.PERSON),
    (f"وقال المرداسي {SAID}.", Kind.PERSON),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_the_kind_of_a_source_is_told_by_its_words(text: str, kind: Kind) -> None:
    assert statements(text)[0].speaker.kind is kind


TOLD = f"قال الوزير سامر النوري {SAID}.\n"
WHOSE = [
    ("about somebody", f"{TOLD}وحول إصابة المهاجم نايف المرداسي قال: نايف سيكون جاهزا غدا.", "سامر النوري"),
    ("the sender of a letter", "تلقى الفنان سامر النوري خطابا من نائل القرشمي، أشاد فيه بالمعرض.", "نائل القرشمي"),
    ("with these words", "قاطعه الوزير سامر النوري بقوله: «نحن نعاني من نقص الماء في بلادنا».", "سامر النوري"),
    ("a pronoun at a verbal noun", f"{TOLD}ووصل المدير نائل القرشمي بعد تهديده بإغلاق السد.", "نائل القرشمي"),
    ("what is renewed", "زار نائل القرشمي السد.\nوجدد الوزير سامر النوري تأكيده أن السد مغلق.", "سامر النوري"),
    ("behind «كان», by nationality", "وكان الحكم الإنجليزي هاورد حلزوف أعلن اعتزاله.", "هاورد حلزوف"),
    ("several who are none of the list's", f"وانسحب الجيش، لكن منتقدين يقولون {SAID.replace('أن', 'إن')}.", "منتقدين"),
    ("by the initials of his first name", f"قال كيه. حلزوف وزير الري {SAID}.", "كيه. حلزوف"),
    ("a name behind a ministry", f"وأوضح المتحدث الرسمي لوزارة العمل تيسير المرداسي {SAID}.", "تيسير المرداسي"),
    ("within what another told", "قال سامر النوري إن المجلس رحب بالوفد الذي زار السد، وطلب نقل تحياته.", "المجلس"),
]


@pytest.mark.parametrize(("about", "text", "name"), WHOSE, ids=[s[0] for s in WHOSE])
def test_whose_a_saying_without_a_subject_is(about: str, text: str, name: str) -> None:
    assert names(text)[-1] == name


NOBODY = [
    "ونفذ الجيش حملة بعد قيام مسلحين يعتقد أنهم من الحركة بعبور النهر.",
    "ومن أبرز المشاركين من الواحة: الكاتب والشاعر نائل القرشمي.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_what_is_supposed_of_somebody_or_only_outstanding_is_no_saying(text: str) -> None:
    assert statements(text) == ()


CONTENTS = [
    ("one word before the next saying", "ورحب النوري بالاتفاق وأكد أنه خطوة كبيرة.", ["بالاتفاق", "أنه خطوة كبيرة"]),
    ("a judgement behind one word", "وأشاد النوري بالاتفاق ووصفه بأنه نصر كبير.", ["بالاتفاق", "بأنه نصر كبير"]),
    ("what is asked of a party", "وطلب النوري من الشركة اتخاذ ما يلزم.", ["اتخاذ ما يلزم"]),
    ("what is asked of them", "وطلب النوري منهم ملء الاستمارة.", ["ملء الاستمارة"]),
    ("asked behind a comma", "ورحب المجلس بوفد الواحة، وطلب نقل تحياته.", ["بوفد الواحة", "نقل تحياته"]),
    ("a future behind an outlet", "ووفقا لصحيفة «المنارة» المحلية سيكون الدعم كبيرا.", ["سيكون الدعم كبيرا"]),
    (
        "an attribution between subject and verb",
        "وأضاف النوري أن زوجته، بحسب التقارير الطبية، تحتاج إلى علاج.",
        ["أن زوجته، بحسب التقارير الطبية، تحتاج إلى علاج"],
    ),
    (
        "an attribution behind a whole clause",
        "وأضاف النوري أن السد مغلق، بحسب التقارير، مشيرا إلى نقص الماء.",
        ["أن السد مغلق", "إلى نقص الماء"],
    ),
    (
        "a verb that confirms, of a subject that is no speaker",
        "وأضاف النوري أن لقاءه بالوزير، والوفد الذي معه، أكد عمق الصداقة.",
        ["أن لقاءه بالوزير، والوفد الذي معه، أكد عمق الصداقة"],
    ),
    ("a deed partly in marks", "اتهم النوري الشركة ببناء «أسوار عالية كثيرة» هنا.", ["ببناء «أسوار عالية كثيرة» هنا"]),
    ("initials in a content", "وقال النوري إن الكاتب إي.إل. حلزوف غادر.", ["إن الكاتب إي.إل. حلزوف غادر"]),
    ("what the visitor did next", "ورحب الوزير بعودة الوفد، واستمع إلى شرح عن السد.", ["بعودة الوفد"]),
    ("a noun with its source and content", "وجاء ذلك بعد مطالب المرداسي بدفع المال.", ["بدفع المال"]),
]


@pytest.mark.parametrize(("about", "text", "contents"), CONTENTS, ids=[s[0] for s in CONTENTS])
def test_a_content_ends_where_the_next_thing_begins(about: str, text: str, contents: list[str]) -> None:
    assert [s.content.text for s in statements(text)] == contents
