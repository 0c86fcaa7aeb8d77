"""Where a content begins and ends, and its mode: small invented texts."""

from __future__ import annotations

import pytest

from mawqif import lexicon
from mawqif.model import Page, Statement
from mawqif.pipeline import read

STATED = "إن السد سيبقى مغلقا"


def statements(text: str) -> tuple[Statement, ...]:
    return read(Page(text=text, location="test"), lexicon.load()).statements


ENDS = [
    ("a participle without a comma", " مضيفا أن الجسر مفتوح"),
    ("what the source did not tell", "، دون أن يحدد موعدا"),
    ("what the source did not tell, in another wording", "، ولم يذكر عدد السفن"),
    ("a word on what was said", " وهي اتهامات تنفيها الواحة"),
    ("a step", " في خطوة وصفتها الصحف بالجريئة"),
    ("another source after a connecting phrase", "، من جهته أكد المدير نائل القرشمي أن الجسر مفتوح"),
    ("another saying after a turn", " لكنه أضاف أن الجسر مفتوح"),
    ("an attribution behind it", "، على حد قوله"),
    ("in a time when", "، في وقت تتواصل فيه الأمطار"),
]


@pytest.mark.parametrize("tail", [c[1] for c in ENDS], ids=[c[0] for c in ENDS])
def test_a_content_ends_before_the_words_of_the_narrator_or_of_another_saying(tail: str) -> None:
    found = statements(f"قال الوزير سامر النوري {STATED}{tail}.")
    assert found[0].content.text == STATED


@pytest.mark.parametrize(
    "rest", [" في وقت لاحق من العام", " في الشمال والجنوب على حد سواء", "، لكنها مسألة أيام", " دون أن يغرق الحقل"]
)
def test_a_content_goes_on_where_nothing_shows_the_narrator(rest: str) -> None:
    (found,) = statements(f"قال الوزير سامر النوري {STATED}{rest}.")
    assert found.content.text == STATED + rest


@pytest.mark.parametrize("before", ["إلى أن", "إلى", "على أن", "على"])
def test_a_whole_quotation_after_a_preposition_is_direct(before: str) -> None:
    words = "السد الكبير سيبقى مغلقا حتى الربيع"
    cue = "وأشار" if before.startswith("إلى") else "وشدد"
    (found,) = statements(f"{cue} الوزير سامر النوري {before} «{words}».")
    assert (found.content.text, found.mode) == (words, "direct")


@pytest.mark.parametrize(
    ("content", "mode"),
    [
        ("إن عملية «المطر الأزرق» انتهت في الواحة كلها قبل أيام", "indirect"),
        ("إن الباحثة في «مركز دراسات المياه العربية» زارت السد قبل أيام", "indirect"),
        ("إن السد «سيبقى مغلقا حتى الربيع المقبل» وإن الجسر مفتوح", "mixed"),
        ("إن القرار «غير مقبول»", "mixed"),
    ],
)
def test_a_name_or_term_in_marks_leaves_a_content_indirect(content: str, mode: str) -> None:
    (found,) = statements(f"قال الوزير سامر النوري {content}.")
    assert (found.content.text, found.mode) == (content, mode)


STARTS = [
    (
        "in a title with a place",
        "وصف الأمين العام بالجامعة نائل القرشمي القرار الأخير بالخطوة الجريئة.",
        "بالخطوة الجريئة",
    ),
    ("in brackets", "ورفضت هيئة المياه (الري) تأكيد الخبر.", "تأكيد الخبر"),
    ("an adverb of time", "ورفضت حينها تأكيد الخبر.", "تأكيد الخبر"),
    ("a rank", "وأدان الأمين العام نائل القرشمي بشدة قطع المياه عن الواحة.", "قطع المياه عن الواحة"),
    ("where an envoy is sent", "ودعا المبعوث إلى اليمن نائل القرشمي إلى وقف الحفر.", "إلى وقف الحفر"),
    ("a party blamed", "وانتقدت الهيئة الحكومة لعدم فتح الجسر.", "لعدم فتح الجسر"),
    ("a name behind its title", "وأكد أمين الواحة الدكتور أسامة القرشمي أن السد مغلق.", "أن السد مغلق"),
    ("an adjective that begins with ب", "وشكك معهد بحثي بارز في أرقام الهيئة.", "في أرقام الهيئة"),
]


@pytest.mark.parametrize(("text", "content"), [c[1:] for c in STARTS], ids=[c[0] for c in STARTS])
def test_a_content_does_not_begin_with_what_belongs_to_its_speaker_or_verb(text: str, content: str) -> None:
    assert [s.content.text for s in statements(text)] == [content]


TURNS = [
    ("the subject stands before its verb", " لكن وزير الري نائل القرشمي قال إن الجسر مفتوح"),
    ("the verb stands before its subject, with no comma", " قال وزير الري نائل القرشمي إن الجسر مفتوح"),
    ("a verb of several senses with its subject", "، وذكرت مصادر في هيئة المياه أن الجسر مفتوح"),
]


@pytest.mark.parametrize("rest", [c[1] for c in TURNS], ids=[c[0] for c in TURNS])
def test_a_content_ends_where_another_source_turns_to_speak(rest: str) -> None:
    first, second = statements(f"قال الوزير سامر النوري {STATED}{rest}.")
    assert first.content.text == STATED
    assert second.content.text.endswith("الجسر مفتوح")


def test_what_is_told_inside_a_content_is_no_statement_beside_it() -> None:
    told = "إن الأزمة بدأت في العام الماضي بعدما رفضت الشركات عروضا كثيرة وصفتها بالضعيفة"
    assert [s.content.text for s in statements(f"قال الوزير سامر النوري {told}.")] == [told]


@pytest.mark.parametrize("within", ["عبر الهاتف", "عبر حسابه", "عبر صفحته الرسمية"])
def test_a_preposition_that_looks_like_a_verb_of_saying_is_no_other_saying(within: str) -> None:
    (found,) = statements(f"وأشار الوزير سامر النوري في حديث {within} إلى أن السد مغلق.")
    assert found.content.text == "إلى أن السد مغلق"


def test_who_is_called_by_a_name_claims_nothing() -> None:
    (found,) = statements("وقال محتج يدعى سامر النوري إن السد مغلق.")
    assert found.content.text == "إن السد مغلق"


MORE_ENDS = [
    ("where it was said", "حذر الوزير سامر النوري من إغلاق السد", "، وذلك في بيان نشر أمس."),
    ("the deed that follows", "أعلن الوزير سامر النوري إغلاق السد", "، وعادت الشاحنات إلى الواحة."),
    ("the order that follows", "أعلن الوزير سامر النوري إغلاق السد", " وأمرت الهيئة بوقف الحفر."),
    (
        "a relative clause that lets another one speak",
        "قال الوزير سامر النوري إن اللجنة زارت المدير",
        " الذي قال إن الجسر مفتوح.",
    ),
    ("against what is told", "نفى الوزير سامر النوري وجود خلاف", " بعكس ما تردد في الواحة."),
    ("a participle whose frame is not known", "قال الوزير سامر النوري إن السد مغلق", "، مطالبا الهيئة للتحرك."),
]


@pytest.mark.parametrize(("told", "rest"), [c[1:] for c in MORE_ENDS], ids=[c[0] for c in MORE_ENDS])
def test_a_content_does_not_run_into_the_story(told: str, rest: str) -> None:
    first = statements(told + rest)[0]
    assert told.endswith(first.content.text)


def test_a_noun_after_a_complementiser_is_no_verb_of_saying() -> None:
    told = "من أن رفض المجلس للاتفاق سيؤدي إلى أزمة"
    assert [s.content.text for s in statements(f"وحذر الوزير سامر النوري {told}.")] == [told]


def test_words_of_time_between_a_colon_and_its_complementiser_are_not_said() -> None:
    (found,) = statements("وقال الوزير سامر النوري: في ساعة مبكرة من صباح أمس إن السد مغلق.")
    assert (found.content.text, found.mode) == ("إن السد مغلق", "indirect")


@pytest.mark.parametrize(
    "text",
    [
        "ونشر الكاتب سامر النوري سيرة بعنوان «الواحة قصة أمل».",
        "وتحدث الكاتب سامر النوري في قناة «الأفق الجديد للأخبار».",
        "وحصلت المحررة على رفض لطيف من المدير.",
    ],
)
def test_a_title_a_name_and_a_noun_are_no_speech(text: str) -> None:
    assert not statements(text)


def test_a_content_ends_without_a_mark_that_it_did_not_open() -> None:
    (found,) = statements("وقال الوزير سامر النوري إن السد مغلق (")
    assert found.content.text == "إن السد مغلق"


def test_a_complementiser_alone_is_no_content() -> None:
    found = statements("وعبر الوزير سامر النوري عن أمله أن يفتح السد.")
    assert [s.content.text for s in found] == ["عن أمله أن يفتح السد"]


def test_words_in_the_speakers_own_voice_go_on_over_a_saying_without_a_comma() -> None:
    (found,) = statements("وقال سامر النوري: حاولنا كثيرا لكن المدير رفض وقال لي إن السد مغلق.")
    assert found.content.text == "حاولنا كثيرا لكن المدير رفض وقال لي إن السد مغلق"


@pytest.mark.parametrize(
    "text", ["وقال الوزير (سامر. ن) إن السد مغلق.", "قال الوزير إن السد مغلق .وبدأ الحفر في الواحة."]
)
def test_a_full_stop_ends_a_sentence_by_what_stands_around_it(text: str) -> None:
    (found,) = statements(text)
    assert found.content.text == "إن السد مغلق"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("قال الوزير سامر النوري: إن «", "»."),
        ("وأشار الوزير سامر النوري إلى «أن ", "»."),
        ("قال الوزير سامر النوري إن «", "» متابعا أن الجسر مفتوح."),
    ],
    ids=["behind a colon", "the complementiser inside the marks", "a participle follows"],
)
def test_a_whole_quotation_is_direct_wherever_its_complementiser_stands(before: str, after: str) -> None:
    words = "السد الكبير سيبقى مغلقا حتى الربيع"
    first = statements(before + words + after)[0]
    assert (first.content.text.removeprefix("أن "), first.mode) == (words, "direct")
