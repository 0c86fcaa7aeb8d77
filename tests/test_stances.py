"""Stances on issues: what is on an issue, what the words make of it, whose that is; invented states and people."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from mawqif.lexicon import Lexicon, load
from mawqif.model import Issue, Page, Reading, Stance
from mawqif.pipeline import positions_of, read

DAM = Issue("dam", ("ملء", "تعبئة الخزان"), ("سد الفيحان", "السد"), ("إبقاء الخزان فارغا",))
TIES = Issue("ties", ("تطبيع", "إعادة العلاقات"), ("نظام الواحي",))
TRUCE = Issue("truce", ("هدنة", "وقف إطلاق النار"), ("وادي السيل",))
SPRINGS = Issue("springs", ("اتفاق الينابيع",), ("وادي السيل",))
ISSUES = (DAM, TIES, TRUCE, SPRINGS)


@pytest.fixture(scope="module")
def world(demo: Path) -> Lexicon:
    return load([demo / "world"])


def _read(text: str, world: Lexicon, *issues: Issue) -> Reading:
    return read(Page(text, "test"), world, issues or ISSUES)


def _taken(text: str, world: Lexicon) -> list[tuple[str | None, str]]:
    return [(p.actor_name, p.stance.value) for s in _read(text, world).statements for p in s.positions]


SPEAKER = "الكاتب سامر الحلبي"
NAME = "سامر الحلبي"

POLARITY = [
    # attitudes, and what is denied
    (f"قال {SPEAKER} إنه يؤيد ملء سد الفيحان.", "support"),
    (f"قال {SPEAKER} إنه يرفض ملء سد الفيحان.", "oppose"),
    (f"قال {SPEAKER} إنه لا يؤيد ملء سد الفيحان.", "oppose"),
    (f"قال {SPEAKER} إنه لا يعارض ملء سد الفيحان.", "support"),
    (f"رحب {SPEAKER} بملء سد الفيحان.", "support"),
    (f"أدان {SPEAKER} بدء ملء سد الفيحان.", "oppose"),
    # what is asked for, feared and called necessary
    (f"دعا {SPEAKER} إلى ملء سد الفيحان.", "support"),
    (f"دعا {SPEAKER} إلى وقف ملء سد الفيحان.", "oppose"),
    (f"دعا {SPEAKER} إلى عدم تأجيل ملء سد الفيحان.", "support"),
    (f"دعا {SPEAKER} إلى رفض ملء سد الفيحان.", "oppose"),
    (f"حذر {SPEAKER} من ملء سد الفيحان.", "oppose"),
    (f"حذر {SPEAKER} من عرقلة ملء سد الفيحان.", "support"),
    (f"حذر {SPEAKER} من مخاطر ملء سد الفيحان.", "oppose"),
    (f"أكد {SPEAKER} ضرورة ملء سد الفيحان.", "support"),
    (f"قال {SPEAKER} إنه يجب وقف ملء سد الفيحان.", "oppose"),
    (f"قال {SPEAKER} إنه يجب أن يستمر ملء سد الفيحان وأن تلتزم به تلمار.", None),
    # deeds of one's own, and of others
    ("وقال سامر الحلبي: «سنوقف ملء سد الفيحان».", "oppose"),
    (f"قال {SPEAKER} إن العمال أوقفوا ملء سد الفيحان.", None),
    # what is said of it as a subject
    (f"قال {SPEAKER} إن ملء سد الفيحان خطأ تاريخي.", "oppose"),
    (f"قال {SPEAKER} إن ملء سد الفيحان يخدم استقرار المنطقة.", "support"),
    (f"قال {SPEAKER} إن وقف ملء سد الفيحان كارثة.", "support"),
    (f"قال {SPEAKER} إن ملء سد الفيحان ليس خطأ.", "support"),
    # facts, questions, suppositions
    (f"قال {SPEAKER} إن ملء سد الفيحان بدأ أمس.", None),
    (f"قال {SPEAKER} إن المجلس بحث ملء سد الفيحان.", None),
    (f"قال {SPEAKER} إن لجنة قد تؤيد ملء سد الفيحان.", None),
    (f"تساءل {SPEAKER}: هل نؤيد ملء سد الفيحان؟", None),
    (f"قال {SPEAKER} إنه لا بد من ملء سد الفيحان.", "support"),
    (f"قال {SPEAKER} إنه لا يجوز ملء سد الفيحان.", "oppose"),
    (f"قال {SPEAKER} إن على الحكومة أن توقف ملء سد الفيحان.", "oppose"),
    (f"أعرب {SPEAKER} عن أمله في بدء ملء سد الفيحان.", "support"),
    (f"قال {SPEAKER} إن الوضع يتطلب ملء سد الفيحان.", "support"),
    (f"قال {SPEAKER}: «أملنا ودعوتنا للجميع أن يستكملوا ملء سد الفيحان».", "support"),
    (f"دعا {SPEAKER} إلى اغتنام موسم المطر لملء سد الفيحان.", "support"),
    (f"دعا {SPEAKER} إلى توحيد الجهود والإسراع في ملء سد الفيحان.", "support"),
    (f"دعا {SPEAKER} إلى حماية الحقول ووقف ملء سد الفيحان.", "oppose"),
    (f"دعا {SPEAKER} إلى عدم هدم القرى وملء سد الفيحان.", None),
    (f"قال {SPEAKER} إن مخاطر ملء سد الفيحان كبيرة.", "oppose"),
    (f"قال {SPEAKER} إن مخاطر ملء سد الفيحان ضئيلة.", None),
    (f"قال {SPEAKER} إن من أهم مزايا ملء سد الفيحان أنه يوفر الماء.", "support"),
    # nouns of feeling, and what ends by itself
    (f"أعرب {SPEAKER} عن سعادته بملء سد الفيحان.", "support"),
    (f"أعرب {SPEAKER} عن ثقته في نجاح ملء سد الفيحان.", "support"),
    (f"حذر {SPEAKER} من تعثر ملء سد الفيحان.", "support"),
    (f"طالب {SPEAKER} بالكف عن ملء سد الفيحان.", "oppose"),
    # what it brings about, is for, puts an end to, and what comes about by it
    (f"قال {SPEAKER} إن ملء سد الفيحان من شأنه أن يعزز الاستقرار.", "support"),
    (f"قال {SPEAKER} إن ملء سد الفيحان من شأنه أن يؤدي إلى الفوضى.", "oppose"),
    (f"قال {SPEAKER} إن ملء سد الفيحان يهدف إلى ضمان الاستقرار.", "support"),
    (f"قال {SPEAKER} إن ملء سد الفيحان وضع حدا للمعاناة.", "support"),
    (f"قال {SPEAKER} إن ملء سد الفيحان يمثل تطورا تاريخيا.", "support"),
    (f"قال {SPEAKER} إن ملء سد الفيحان يفتح الباب أمام الاستبداد.", "oppose"),
    (f"قال {SPEAKER} إنه بملء سد الفيحان تعود الحياة إلى الوادي.", "support"),
    (f"قال {SPEAKER} إنه عبر ملء سد الفيحان يمكننا الخروج من المحنة.", "support"),
    (f"قال {SPEAKER} إنه عبر ملء سد الفيحان وصلت القوارب.", None),
    (f"قال {SPEAKER} إن رفضه ملء سد الفيحان جاء بسبب الجفاف.", "oppose"),
    # what it is called, and what is said of it behind a relative clause or a comma
    (f"قال {SPEAKER} إن المجلس بحث ملء سد الفيحان الجائر.", "oppose"),
    (f"قال {SPEAKER} إن المجلس بحث ملء سد الفيحان غير القانوني.", "oppose"),
    (f"قال {SPEAKER} إن ملء سد الفيحان الذي بدأ أمس يعد خطأ.", "oppose"),
    (f"قال {SPEAKER} إن ملء سد الفيحان شأن داخلي، وهو أمر إيجابي.", "support"),
    (f"قال {SPEAKER} إن ملء سد الفيحان من القرارات الصائبة.", "support"),
    (f"قال {SPEAKER} إن ملء سد الفيحان كفيل بتصحيح الوضع.", "support"),
    (f"قال {SPEAKER} إن أي ملء لا ينتج عن حوار في سد الفيحان يضر بالوادي.", None),
    # verbs that are good or bad for whatever they govern, and what is expected of it
    (f"قال {SPEAKER} إن ملء سد الفيحان يضر بالصيادين.", "oppose"),
    (f"قال {SPEAKER} إن ملء سد الفيحان يخدم الفلاحين.", "support"),
    (f"قال {SPEAKER} إن ملء سد الفيحان لن يزيدنا إلا إصرارا.", "oppose"),
    (f"قال {SPEAKER} إن ملء سد الفيحان جاء بهدف تحصين الوادي وحماية الاستقرار.", "support"),
    (f"قال {SPEAKER} إن ملء سد الفيحان سيطرح إشكالات قانونية.", "oppose"),
    (f"حذر {SPEAKER} من أن يتسبب ملء سد الفيحان في خفض المياه.", "oppose"),
    # what something cannot be without
    (f"قال {SPEAKER} إنه لا سبيل إلى الرخاء إلا عبر ملء سد الفيحان.", "support"),
    (f"قال {SPEAKER} إنه لن يتحقق الرخاء من دون ملء سد الفيحان.", "support"),
    (f"قال {SPEAKER} إنه من دون ملء سد الفيحان لن يتحقق الرخاء.", "support"),
    (f"قال {SPEAKER} إنه لا رخاء إلا بوقف ملء سد الفيحان.", "oppose"),
    (f"قال {SPEAKER} إن المجلس لم يناقش إلا ملء سد الفيحان.", None),
    (f"قال {SPEAKER} إنه لا بديل عن ملء سد الفيحان.", "support"),
    (f"قال {SPEAKER} إن الحل الوحيد للوادي هو ملء سد الفيحان.", "support"),
    # nouns that are tied to what they are about
    (f"رحب {SPEAKER} بالجهود الرامية إلى ملء سد الفيحان.", "support"),
    (f"قال {SPEAKER} إنه يرفض قانونا يقضي بملء سد الفيحان.", "oppose"),
    (f"قال {SPEAKER} إنه يرفض المقترح بشأن ملء سد الفيحان.", "oppose"),
    (f"أشاد {SPEAKER} بقرار المجلس ملء سد الفيحان.", "support"),
    (f"قال {SPEAKER} إن الخطة لن تشمل ملء سد الفيحان.", "oppose"),
    (f"قال {SPEAKER}: «ونحن مع ملء سد الفيحان».", "support"),
    (f"قال {SPEAKER}: «لسنا مع ملء سد الفيحان».", "oppose"),
    (f"هدد {SPEAKER} بوقف ملء سد الفيحان.", "oppose"),
    (f"قال {SPEAKER}: «نحن ماضون في ملء سد الفيحان».", "support"),
    (f"قال {SPEAKER} إن الأسئلة تركزت على أهمية ملء سد الفيحان.", "support"),
    # words of the same letters
    (f"قال {SPEAKER} إن ملء سد الفيحان قضية أمن.", None),
    (f"قال {SPEAKER} إنه أمر غريب أن يملأ سد الفيحان.", None),
    (f"قال {SPEAKER} إن الأمور المهمة لملء سد الفيحان بحثت أمس.", None),
    (f"قال {SPEAKER} إن ملء سد الفيحان سيدفع المجلس إلى قرارات مهمة.", None),
    (f"قال {SPEAKER} إن لجنة ملء سد الفيحان تعمل بهدوء.", None),
    (f"قال {SPEAKER} إنه من غير المرجح أن تشارك تلمار في ملء سد الفيحان.", None),
    (f"دعا {SPEAKER} إلى التخلي عن ملء سد الفيحان.", "oppose"),
    # what is called impossible or needless, and a second clause under the same need
    (f"قال {SPEAKER} إن من المستحيل مواصلة ملء سد الفيحان.", "oppose"),
    (f"قال {SPEAKER} إنه ليس من الضروري ملء سد الفيحان.", "oppose"),
    (f"قال {SPEAKER} إنه لم يكن من الحكمة أن يتم ملء سد الفيحان.", "oppose"),
    (f"قال {SPEAKER} إنه كان من الأفضل أن تملأ الحكومة سد الفيحان.", "support"),
    (f"قال {SPEAKER} إن على الحكومة أن تسمع الناس وأن تعلن استئناف ملء سد الفيحان.", "support"),
    (f"قال {SPEAKER} إن على الحكومة أن تسمع الناس وألا تعلن استئناف ملء سد الفيحان.", "oppose"),
    (f"قال {SPEAKER} إن الهدف هو الحيلولة دون بدء ملء سد الفيحان.", "oppose"),
    (f"قال {SPEAKER} إنه ليس صحيحا أن لا ملء سيتم في سد الفيحان.", None),
    (f"قال {SPEAKER} إن أفضل ملء جرى في سد الفيحان.", None),
    (f"قال {SPEAKER} إنه لن يسود الرخاء ما لم نملأ سد الفيحان.", "support"),
    # what has come about by it
    (f"قال {SPEAKER} إن البلاد حققت انتصارا كبيرا من خلال ملء سد الفيحان.", "support"),
    (f"قال {SPEAKER} إن معاناة الصيادين بسبب ملء سد الفيحان مستمرة.", "oppose"),
    (f"قال {SPEAKER} إن القوارب غرقت خلال ملء سد الفيحان.", None),
    (f"قال {SPEAKER} إنه يؤيد إلغاءه بعد أن بدأ ملء سد الفيحان.", None),
    (f"قال {SPEAKER} إن المجلس ناقش كل ما يمكن ملء سد الفيحان به.", None),
    (f"قال {SPEAKER}: «إما نملأ سد الفيحان وإما نتركه».", None),
    (f"قال {SPEAKER} إن ملء سد الفيحان جرى أمس، إضافة إلى بناء الجسر.", None),
    # other wordings
    (f"قال {SPEAKER} إن الخزان يجب تعبئته قبل الصيف عند السد.", "support"),
    (f"قال {SPEAKER} إنه يؤيد إبقاء الخزان فارغا عند السد.", "oppose"),
    (f"رفض {SPEAKER} تطبيع العلاقات مع نظام الواحي.", "oppose"),
    (f"قال {SPEAKER} إنه يرفض التطبيع مع نظام الواحي.", "oppose"),
    (f"قال {SPEAKER} إنه يرفض التطبيع مع مصرف الساحل.", None),
]


@pytest.mark.parametrize(("text", "stance"), POLARITY)
def test_the_stance_is_composed_from_what_governs_what(text: str, stance: str | None, world: Lexicon) -> None:
    found = {s for _, s in _taken(text, world)}
    assert found == ({stance} if stance else set())


HOLDERS = [
    (f"قال {SPEAKER} إنه يؤيد ملء سد الفيحان.", [NAME]),
    ("قال المتحدث باسم الخارجية التلمارية كريم النوري إن ملء سد الفيحان خطأ.", ["جمهورية تلمار"]),
    ("رفضت وزارة الخارجية التلمارية بدء ملء سد الفيحان.", ["جمهورية تلمار"]),
    ("أكد وزير الري التلماري كريم النوري أن بلاده ترفض ملء سد الفيحان.", ["جمهورية تلمار"]),
    ("أكد وزير الري التلماري كريم النوري أن موقف تلمار هو ضرورة ملء سد الفيحان.", ["جمهورية تلمار"]),
    (f"قال {SPEAKER} إن تلمار ترفض ملء سد الفيحان.", ["جمهورية تلمار"]),
    (f"قال {SPEAKER}: «نحن في حزب السنابل نرحب بملء سد الفيحان».", ["حزب السنابل"]),
    ("قال مسؤول تلماري كبير إن ملء سد الفيحان خطأ.", ["جمهورية تلمار"]),
    ("قال الجانبان إنهما يرفضان ملء سد الفيحان.", []),
    (f"قال {SPEAKER} إن وزير الري حضر ملء سد الفيحان الذي ظلت تلمار ترفضه.", ["جمهورية تلمار"]),
    (f"قال {SPEAKER} إن تلمار على استعداد لملء سد الفيحان.", ["جمهورية تلمار"]),
    (f"قال {SPEAKER} إن الاتفاق على إقرار ملء سد الفيحان بحث أمس.", []),
    (f"قال {SPEAKER} إن جهودا تلمارية دروانية تدعم ملء سد الفيحان.", []),
    (f"قال {SPEAKER} إن وقوف تلمار ضد ملء سد الفيحان قديم.", ["جمهورية تلمار"]),
    (f"قال {SPEAKER} إن رفض تلمار ملء سد الفيحان زاد الخلاف.", ["جمهورية تلمار"]),
    (f"قال {SPEAKER} إن المخرج الوحيد للناس في الوادي هو ملء سد الفيحان.", [NAME]),
    (f"قال {SPEAKER} إن تلمار ستواجه مشكلة ملء سد الفيحان.", []),
    ("قال رئيس اتحاد الصيادين سالم الحلبي: «نرفض ملء سد الفيحان».", ["اتحاد الصيادين"]),
    ("قال رئيس اتحاد الصيادين سالم الحلبي إنه يرفض ملء سد الفيحان.", ["سالم الحلبي"]),
    ("قالت وزارة الري إن تلمار ستملأ سد الفيحان.", ["جمهورية تلمار"]),
    ("قال المحلل سالم الحلبي إن تلمار ستملأ سد الفيحان.", []),
    (
        f"قال {SPEAKER} إن تلمار تركت سياسة دامت عقودا من ترك الوادي على ما هو عليه عندما قررت ملء سد الفيحان.",
        ["جمهورية تلمار"],
    ),
    (f"قال {SPEAKER} إن من يعطل ملء سد الفيحان لا يريد السلام.", []),
]


@pytest.mark.parametrize(("text", "names"), HOLDERS)
def test_a_stance_is_whose_the_words_say_it_is(text: str, names: list[str], world: Lexicon) -> None:
    assert [name for name, _ in _taken(text, world)] == names


def test_a_pronoun_of_the_other_gender_is_not_the_speaker(world: Lexicon) -> None:
    assert _taken("قالت الكاتبة سلمى الحلبي إنه يؤيد ملء سد الفيحان.", world) == []


CONDITIONS = [
    (f"قال {SPEAKER} إنه لا يؤيد تطبيع العلاقات مع نظام الواحي حتى يتم إطلاق الأسرى.", Stance.OPPOSE),
    (f"قال {SPEAKER} إنه يؤيد تطبيع العلاقات مع نظام الواحي شريطة إطلاق الأسرى.", Stance.SUPPORT),
]


@pytest.mark.parametrize(("text", "leaning"), CONDITIONS)
def test_what_depends_on_a_condition_is_conditional_and_leans(text: str, leaning: Stance, world: Lexicon) -> None:
    (position,) = (p for s in _read(text, world).statements for p in s.positions)
    assert (position.stance, position.leaning) == (Stance.CONDITIONAL, leaning)


def test_what_is_said_again_is_marked(world: Lexicon) -> None:
    text = f"جدد {SPEAKER} رفضه ملء سد الفيحان. وقال الصياد سالم الحلبي إنه يرفض ملء سد الفيحان."
    assert [p.restated for s in _read(text, world).statements for p in s.positions] == [True, False]


ENGLISH = [
    ("We support the filling of the dam.", [Stance.SUPPORT]),
    ("We reaffirm our position against filling the dam.", [Stance.OPPOSE]),
    ("We do not support filling the dam.", [Stance.OPPOSE]),
    ("The filling of the dam began on Monday.", []),
]


@pytest.mark.parametrize(("said", "stances"), ENGLISH)
def test_english_words_take_stances_too(said: str, stances: list[Stance], world: Lexicon) -> None:
    issue = Issue("dam", ("filling",), ("dam",))
    reading = _read(f"Minister Adam Smith said: “{said}”", world, issue)
    assert [p.stance for s in reading.statements for p in s.positions] == stances


ANAPHORA = [
    "دعا {} إلى هدنة في وادي السيل. وأضاف أنه يرفض خرق هذه الهدنة.",
    "رحب {} بوقف إطلاق النار في وادي السيل. وطالب باحترام وقف إطلاق النار.",
    "رحب {} باتفاق الينابيع في وادي السيل. ودعا الجميع إلى توقيع الاتفاق.",
]


@pytest.mark.parametrize("text", ANAPHORA)
def test_a_definite_wording_points_back_to_the_whole(text: str, world: Lexicon) -> None:
    assert _taken(text.format(SPEAKER), world) == [(NAME, "support")] * 2


POINTED = [
    ("قال {} إنه يؤيد إلغاء ملء سد الفيحان. وأضاف: «ملء السد خطأ، ونطالب بإنهائه».", "oppose"),
    ("قال {} إنه يرفض تطبيع العلاقات مع نظام الواحي. وأضاف: «لن نقبل به».", "oppose"),
    ("قال {} إنه يرفض تطبيع العلاقات مع نظام الواحي. وأضاف: «نعارضه».", "oppose"),
    ("قال {} إنه يرفض تطبيع العلاقات مع نظام الواحي. وأضاف أنه لا يؤيد ذلك.", "oppose"),
    ("قال {} إنه يرفض تطبيع العلاقات مع نظام الواحي. وأضاف أنه لا يؤيد ذلك المصرف.", None),
    ("قال {} إنه يرفض تطبيع العلاقات مع نظام الواحي. وأضاف أن الصيادين يؤيدونه.", None),
    ("قال {} إنه يرفض وقف إطلاق النار في وادي السيل. ودعا إلى رفض هذا القرار.", "oppose"),
    ("قال {} إنه يؤيد إعادة العلاقات مع نظام الواحي. وأضاف أنه يرفض وقف الإعادة.", "support"),
    ("قال {} إنه يؤيد إعادة العلاقات مع نظام الواحي. وأضاف أنه يرفض وقف الإعادة في المصرف.", None),
]


@pytest.mark.parametrize(("text", "stance"), POINTED)
def test_what_stands_for_a_mention_takes_the_stance_that_is_sure(text: str, stance: str | None, world: Lexicon) -> None:
    second = _read(text.format(SPEAKER), world).statements[-1]
    assert [p.stance.value for p in second.positions] == ([stance] if stance else [])


def test_a_deed_goes_by_other_names(world: Lexicon) -> None:
    issue = Issue("bridge", ("إقامة جسر الضفتين",))
    reading = _read(f"قال {SPEAKER} إنه يرفض إنشاء جسر الضفتين.", world, issue)
    assert [p.stance for s in reading.statements for p in s.positions] == [Stance.OPPOSE]


def test_a_deed_is_pointed_back_to(world: Lexicon) -> None:
    text = f"قال {SPEAKER} إنه يرفض تطبيع العلاقات مع نظام الواحي، داعيا الجميع إلى الامتناع عن فعل ذلك."
    assert _taken(text, world) == [(NAME, "oppose")] * 2


TOLD = [
    ("تؤيد تلمار ملء سد الفيحان منذ سنوات، ويبلغ طوله ميلين.", [("جمهورية تلمار", "support")]),
    ("ويجري العمل على ملء سد الفيحان الذي ترفضه تلمار منذ سنوات.", [("جمهورية تلمار", "oppose")]),
    ("ويبلغ ارتفاع الماء عند ملء سد الفيحان ميلا.", []),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_the_narrator_tells_of_third_parties(text: str, expected: list[tuple[str, str]], world: Lexicon) -> None:
    reading = _read(text, world)
    assert reading.statements == ()
    assert [(t.actor_name, t.stance.value) for t in reading.told] == expected


def test_every_position_shows_its_words_and_names_its_rule(world: Lexicon) -> None:
    text = f"قَالَ {SPEAKER} إنّه لا يؤيــد «ملء» سد الفيحان."
    reading = _read(text, world)
    (position,) = reading.statements[0].positions
    assert position.evidence
    assert text[position.evidence.start : position.evidence.end] == position.evidence.text
    assert position.rule.startswith("clause < support")


def test_kept_statements_take_the_same_positions(world: Lexicon) -> None:
    text = f"قالَ {SPEAKER} إنه يرفض ملء سد الفيحان. وتؤيد تلمار ملء سد الفيحان."
    with_issues, bare = _read(text, world), read(Page(text, "test"), world)
    assert bare.asked == ()
    found, told = positions_of(bare.report, bare.statements, ISSUES, world)
    assert [s.positions for s in found] == [s.positions for s in with_issues.statements]
    assert told == with_issues.told


def test_an_issue_without_with_needs_one_wording(world: Lexicon) -> None:
    issue = Issue("toll", ("رسوم العبور",))
    reading = _read(f"قال {SPEAKER} إنه يرفض رسوم العبور.", world, issue)
    assert [p.issue for s in reading.statements for p in s.positions] == ["toll"]


def test_long_reports_take_time_in_proportion(world: Lexicon) -> None:
    text = f"قال {SPEAKER} إنه يرفض ملء سد الفيحان، ولن يقبل به. "

    def seconds(times: int) -> float:
        start = time.process_time()
        _read(text * times, world)
        return time.process_time() - start

    seconds(20)
    assert seconds(800) < 12 * max(seconds(100), 0.02)
