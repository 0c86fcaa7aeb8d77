"""What is a statement, who said it: small invented texts."""

from __future__ import annotations

import datetime as dt

import pytest

from mawqif import lexicon
from mawqif.model import Page, Statement
from mawqif.pipeline import read

STATED = "إن السد سيبقى مغلقا"
CASES = [
    ("indirect after its subject", f"قال وزير المياه سامر النوري {STATED}.", "سامر النوري", STATED),
    ("direct after a colon", "وقالت المتحدثة هالة مراد: «لن نوقع قبل الربيع».", "هالة مراد", "لن نوقع قبل الربيع"),
    ("subject before its verb", f"وزير المياه سامر النوري أكد {STATED}.", "سامر النوري", STATED),
    ("a refusal without أن", "رفض الوزير سامر النوري فتح المعبر.", "سامر النوري", "فتح المعبر"),
    ("a participle's own subject is its verb's", f"{STATED}، بحسب الوزير سامر النوري.", "سامر النوري", STATED),
    ("an auxiliary before the verb", f"وكان الوزير سامر النوري قد أكد {STATED}.", "سامر النوري", STATED),
    ("the accused is no accuser", "واتهم الوزير سامر النوري الشركة بالتأخير.", "سامر النوري", "بالتأخير"),
    ("a source relayed", f"ذكرت صحيفة الأفق نقلا عن الوزير سامر النوري {STATED}.", "سامر النوري", STATED),
    ("a saying renewed", "وجدد الوزير سامر النوري دعوته إلى الحوار.", "سامر النوري", "دعوته إلى الحوار"),
    ("no statement: before what happened", "قال الوزير سامر النوري قبل أن يغادر: «انتهينا».", "سامر النوري", "انتهينا"),
]


def statements(text: str) -> tuple[Statement, ...]:
    return read(Page(text=text, location="test"), lexicon.load()).statements


@pytest.mark.parametrize(("text", "name", "content"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_content_and_speaker_of_one_cue(text: str, name: str, content: str) -> None:
    found = statements(text)
    assert [(s.speaker.name, s.content.text) for s in found] == [(name, content)]


def test_a_surname_finds_the_full_name() -> None:
    found = statements("قال الوزير سامر النوري إن السد مغلق.\nوأضاف النوري أن المعبر مفتوح.\nوأكد أن الحوار مستمر.")
    assert [s.speaker.name for s in found] == ["سامر النوري"] * 3


def test_a_counterpart_is_not_the_speaker_but_the_speaker_is_who_leads() -> None:
    text = "قال الوزير سامر النوري في اتصال مع نظيره نائل القرشمي إن السد مغلق."
    assert [s.speaker.name for s in statements(text)] == ["سامر النوري"]


def test_attribution_inside_attribution_is_the_inner_one_with_its_relay() -> None:
    (found,) = statements("وأوضح الوزير سامر النوري أن مجلس المياه دعا إلى جلسة عاجلة في الواحة.")
    assert (found.speaker.name, found.content.text) == ("مجلس المياه", "إلى جلسة عاجلة في الواحة")
    assert [v.text for v in found.via] == ["الوزير سامر النوري"]


@pytest.mark.parametrize("outlet", ["«الأفق»", "صحيفة الأفق", "قناة «الأفق»"])
def test_the_outlet_to_which_it_was_said_is_a_relay(outlet: str) -> None:
    (found,) = statements(f"قال الوزير سامر النوري ل{'ـ' if outlet[0] == '«' else ''}{outlet} إن السد مغلق.")
    assert [v.text for v in found.via] == [outlet]


def test_the_day_of_the_saying_stands_beside_its_cue() -> None:
    text = "قال الوزير سامر النوري أمس الأحد إن السد سيفتح يوم الخميس."
    (found,) = read(Page(text=text, location="test", date=dt.date(2031, 5, 5)), lexicon.load()).statements
    assert found.said_on
    assert (found.said_on.text, str(found.date)) == ("أمس الأحد", "2031-05-04")


def test_a_signed_post_is_a_statement_of_its_author_on_its_own_day() -> None:
    text = (
        "قال الوزير سامر النوري إن السد مغلق.\nThe dam stays closed until a treaty is signed.\n"
        "— Minister Samer Al-Nouri (@SNouri) May 4, 2031\nوأضاف النوري أن الحوار مستمر."
    )
    found = statements(text)[1]
    assert (found.speaker.name, str(found.date), found.rule) == ("سامر النوري", "2031-05-04", "post:signature")
    assert found.content.text == "The dam stays closed until a treaty is signed"


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("ولم يؤكد الوزير سامر النوري أن السد مغلق.", True),
        ("ما قال الوزير سامر النوري قط إن السد مغلق.", True),
        ("لا يعتقد الوزير سامر النوري أن السد مغلق.", True),
        ("ارتفع منسوب المياه، وهو ما قال الوزير سامر النوري إنه يهدد السد.", False),
        ("ارتفع منسوب المياه بسبب ما قالت الوزارة إنه عطل في السد.", False),
        ("كثيرا ما يقول الوزير سامر النوري إن السد مغلق.", False),
        ("هذا ما أكد الوزير سامر النوري أنه لن يتكرر.", False),
        ("متى ما رأت الوزارة أن السد مهدد أغلقته.", False),
    ],
)
def test_a_cue_that_is_negated_says_so_and_a_relative_negates_nothing(text: str, negated: bool) -> None:
    (found,) = statements(text)
    assert found.negated is negated


ACTS = [
    ("قال الوزير سامر النوري إن بلاده ترفض الشروط.", "reject"),
    ("أكد الوزير سامر النوري ضرورة العودة إلى الحوار.", "demand"),
    ("قال الوزير سامر النوري: «سنواصل العمل في السد».", "commit"),
    ("أعرب الوزير سامر النوري عن شكره للمجلس.", "support"),
    ("أعرب الوزير سامر النوري عن قلقه من الملء.", "warn"),
    ("أدان الوزير سامر النوري إغلاق المعبر.", "condemn"),
    ("نفى الوزير سامر النوري إغلاق المعبر.", "deny"),
    ("قال الوزير سامر النوري إن اللجنة اجتمعت مرتين.", "state"),
]


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_the_act_is_the_cues_or_the_contents(text: str, act: str) -> None:
    assert [s.act.value for s in statements(text)] == [act]


OCCASIONS = [
    ("قال الوزير سامر النوري خلال مؤتمر صحفي مشترك في الواحة إن السد مغلق.", "مؤتمر صحفي مشترك", "press", None),
    ("وأكدت الوزيرة في بيان لها أن السد مغلق.", "بيان", "document", None),
    ("وأكد بيان صادر عن المجلس أن السد مغلق.", "بيان صادر عن المجلس", "document", None),
    ("وقال في اتصال هاتفي بنظيره الدرواني إن السد مغلق.", "اتصال هاتفي بنظيره الدرواني", "call", "نظيره الدرواني"),
    ("وقالت المرداسي على صفحتها في تويتر إن السد مغلق.", "صفحتها في تويتر", "post", None),
    ("قال النوري أمام مجلس النواب إن السد مغلق.", "أمام مجلس النواب", "session", "مجلس النواب"),
    ("قال النوري في تصريح لصحيفة الأفق إن السد مغلق.", "تصريح لصحيفة الأفق", "press", None),
    ("قال النوري إن السد مغلق. جاء ذلك خلال جلسة مغلقة للبرلمان.", "جلسة مغلقة للبرلمان", "session", None),
    ("قال النوري، خلال لقائه وفد تلمار، إن السد مغلق.", "لقائه وفد تلمار", "meeting", "وفد تلمار"),
]


@pytest.mark.parametrize(("text", "words", "kind", "addressee"), OCCASIONS)
def test_where_and_to_whom_it_was_said(text: str, words: str, kind: str, addressee: str | None) -> None:
    found = statements(text)[0]
    assert found.occasion
    assert (found.occasion.span.text, found.occasion.kind.value) == (words, kind)
    assert (found.addressee.text if found.addressee else None) == addressee


def test_the_party_of_a_demand_is_its_addressee() -> None:
    (found,) = statements("طالبت الوزيرة ليان المرداسي، الأحد، مجلس الحوض بفتح السد.")
    assert found.addressee
    assert found.addressee.text == "مجلس الحوض"


def test_a_statement_without_an_occasion_names_none() -> None:
    (found,) = statements("قال الوزير سامر النوري إن الاجتماع في القصر انتهى.")
    assert found.occasion is None


RELAYS = [
    "وقال النوري لبي بي سي إن السد مغلق.",
    "وقال النوري في كلمة بثتها قناة الأفق إن السد مغلق.",
    "وقال النوري لصحيفة الأفق إن السد مغلق.",
]


@pytest.mark.parametrize("text", RELAYS)
def test_the_outlet_that_carried_it_relays_all_that_its_speaker_goes_on_to_say(text: str) -> None:
    first, second, third = statements(text + " وأضاف أن الحوار مستمر. وقال مصدر في المجلس إن الملء بدأ.")
    assert len(first.via) == 1
    assert second.via == first.via
    assert third.via == ()


def test_an_own_page_is_no_relay() -> None:
    (found,) = statements("وقال النوري على موقع تويتر إن السد مغلق.")
    assert found.via == ()


def test_a_deed_of_ones_own_with_a_pronoun_is_read() -> None:
    assert [s.act.value for s in statements("قال الوزير سامر النوري إن إطلاقنا المشروع جاء بعد عام.")] == ["state"]


def test_a_headline_in_the_text_makes_no_statement_whether_it_is_given_or_not() -> None:
    text = "النوري يؤكد أن السد مغلق\nقال الوزير سامر النوري إن السد مغلق حتى الصيف.\nوأضاف أن الحوار مستمر."
    given = read(Page(text=text, location="x", title="النوري يؤكد أن السد مغلق"), lexicon.load())
    for reading in (given, read(Page(text=text, location="x"), lexicon.load())):
        assert reading.report.title
        assert reading.report.title.span
        assert [s.content.text for s in reading.statements] == ["إن السد مغلق حتى الصيف", "أن الحوار مستمر"]


@pytest.mark.parametrize("letter", "سلبفوأ")
def test_a_lone_letter_is_read_like_any_word(letter: str) -> None:
    (found,) = read(Page(text=f"قال الوزير {letter} إن السد مغلق.", location="test"), lexicon.load()).statements
    assert found.content.text == "إن السد مغلق"


def test_two_letters_after_a_first_name_are_read_like_any_word() -> None:
    (found,) = read(Page(text="قال الوزير بدر با إن السد مغلق.", location="test"), lexicon.load()).statements
    assert found.content.text == "إن السد مغلق"
