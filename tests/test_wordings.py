"""One saying in two wordings: what was cut, added and changed, word by word, and what of it is flagged."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mawqif.lexicon import load
from mawqif.link.differences import differences, tone
from mawqif.model import Act, Kind, Mode, Span, Speaker, Statement
from mawqif.model.wordings import Change, Comparison, Flag, Piece, Wording

LEXICON = load()
AT = 7  # where the contents begin in their texts


def wording(text: str, **known: object) -> Wording:
    return Wording(Span(AT, AT + len(text), text), **known)  # type: ignore[arg-type]


def between(a: str, b: str) -> Comparison:
    return differences(wording(a), wording(b), LEXICON)


def drawn(found: Comparison) -> str:
    """The pieces in one line: [-cut-], {+added+}; changed is both."""

    def one(p: Piece) -> str:
        if p.change is Change.EQUAL:
            assert p.a
            return p.a.text
        return (f"[-{p.a.text}-]" if p.a else "") + (f"{{+{p.b.text}+}}" if p.b else "")

    return " ".join(map(one, found.pieces))


SIDE_BY_SIDE = {
    "the same up to spelling": ("إنّ الحكومةَ ستبني المدرسه", "ان الحكومة ستبني المدرسة", "إنّ الحكومةَ ستبني المدرسه"),
    "a word is cut": ("سنبني مدرسة كبيرة هنا", "سنبني مدرسة هنا", "سنبني مدرسة [-كبيرة-] هنا"),
    "a word is added": ("سنبني مدرسة هنا", "سنبني مدرسة واسعة هنا", "سنبني مدرسة {+واسعة+} هنا"),
    "a word is another": ("سنبني مدرسة هنا", "سنبني جسرا هنا", "سنبني [-مدرسة-]{+جسرا+} هنا"),
    "a conjunction is gone": ("والجسر مفتوح", "الجسر مفتوح", "[-و-] الجسر مفتوح"),
    "another preposition": ("الحق للشعب وحده", "الحق بالشعب وحده", "الحق [-لل-]{+بال+} شعب وحده"),
    "an article more": ("مشروع قانون جديد", "مشروع القانون جديد", "مشروع {+ال+} قانون جديد"),
    "a clitic with its mark": ("وَجسر جديد", "جسر جديد", "[-وَ-] جسر جديد"),
    "no article in what begins like one": ("الذي بنى", "ذي بنى", "[-الذي-]{+ذي+} بنى"),
    "nothing in common": ("جسر جديد", "مدرسة قديمة", "[-جسر جديد-]{+مدرسة قديمة+}"),
}


@pytest.mark.parametrize(("a", "b", "wanted"), SIDE_BY_SIDE.values(), ids=SIDE_BY_SIDE.keys())
def test_side_by_side(a: str, b: str, wanted: str) -> None:
    assert drawn(between(a, b)) == wanted


FLAGS = {
    "a negation is lost": ("لا نقبل بهذا الحل", "نقبل بهذا الحل", [(Flag.NEGATION_LOST, "لا نقبل", "نقبل")]),
    "a negation comes in": ("ستبنى السدود", "ولن تبنى السدود", [(Flag.NEGATION_ADDED, "ستبنى", "ولن تبنى")]),
    "a negation by another word": ("لم تبن السدود", "لن تبن السدود", []),
    "a negation cut with all that it negates": ("نبني الجسر ولا نهدم الدار", "نبني الجسر", []),
    "a number is another": ("قتل 20 جنديا", "قتل 30 جنديا", [(Flag.NUMBER_CHANGED, "20", "30")]),
    "a number in words is another": ("بعد ثلاثة أيام", "بعد خمسة أيام", [(Flag.NUMBER_CHANGED, "ثلاثة", "خمسة")]),
    "a number in words and in digits": ("بعد ثلاثة أيام", "بعد 3 أيام", []),
    "a number that may be a part of one": ("بعد عشرة أيام", "بعد 10 أيام", []),
    "a plural of millions": ("أربعة مليون طن", "4 ملايين طن", []),
    "a small word that both have": ("بدعوة وليس في بيت", "بدعوة كريمة في دار", []),
    "digits of another script": ("قتل ٢٠ جنديا", "قتل 20 جنديا", []),
    "a word in the place of another": ("بعد أيام قليلة", "بعد أيام كثيرة", []),
}


@pytest.mark.parametrize(("a", "b", "wanted"), FLAGS.values(), ids=FLAGS.keys())
def test_flags_of_words(a: str, b: str, wanted: list[tuple[Flag, str, str]]) -> None:
    assert [(f.flag, f.a and f.a.text, f.b and f.b.text) for f in between(a, b).flags] == wanted


def conditional(text: str, part: str, field: str = "conditions") -> Wording:
    at = AT + text.index(part)
    return wording(text, **{field: (Span(at, at + len(part), part),)})


def test_a_dropped_condition_is_flagged_and_a_kept_one_is_not() -> None:
    full = conditional("سنوقع الاتفاق إذا انسحبت القوات", "إذا انسحبت القوات")
    cut, kept = wording("سنوقع الاتفاق"), wording("سنوقع الاتفاق اذا انسحبت قوات هضرين")
    assert [(f.flag, f.a and f.a.text) for f in differences(full, cut, LEXICON).flags] == [
        (Flag.CONDITION_DROPPED, "إذا انسحبت القوات")
    ]
    assert [f.flag for f in differences(cut, full, LEXICON).flags] == [Flag.CONDITION_ADDED]
    assert differences(full, kept, LEXICON).flags == ()
    assert differences(full, wording("كلام آخر تماما"), LEXICON).flags == ()


def test_a_dropped_exception_is_flagged() -> None:
    full = conditional("نرفع العقوبات باستثناء السلاح الثقيل", "باستثناء السلاح الثقيل", "exceptions")
    assert [f.flag for f in differences(full, wording("نرفع العقوبات"), LEXICON).flags] == [Flag.EXCEPTION_DROPPED]
    assert [f.flag for f in differences(wording("نرفع العقوبات"), full, LEXICON).flags] == [Flag.EXCEPTION_ADDED]


CUES = {
    "a doubting cue": ("قال", "زعم", [Flag.LOADED]),
    "doubt with a conjunction": ("وقال", "وزعم", [Flag.LOADED]),
    "an admission, as a participle": ("موضحا", "معترفا", [Flag.LOADED]),
    "a neutral cue for a doubting one": ("ادعى", "ذكر", [Flag.NEUTRALISED]),
    "one neutral cue for another": ("قال", "أوضح", []),
    "a firmer one": ("قال", "شدد على", [Flag.SHARPENED]),
    "a threat": ("أكد", "هدد", [Flag.SHARPENED]),
    "a guess": ("أكد", "رجح", [Flag.SOFTENED]),
}


@pytest.mark.parametrize(("a", "b", "wanted"), CUES.values(), ids=CUES.keys())
def test_flags_of_cues(a: str, b: str, wanted: list[Flag]) -> None:
    x, y = (wording("الجسر مفتوح", cue=Span(0, len(cue), cue)) for cue in (a, b))
    assert [f.flag for f in differences(x, y, LEXICON).flags] == wanted


def test_a_cue_of_no_list_is_plain() -> None:
    assert tone("قال", LEXICON) == (False, 1)
    assert tone("بحسب", LEXICON) == (False, 1)


def test_flags_of_speaker_mode_and_negated_cue() -> None:
    def flags(**other: object) -> list[Flag]:
        mine = wording("الجسر مفتوح", speaker="سالم النوري", mode="direct")
        theirs = wording("الجسر مفتوح", **{"speaker": "النوري", "mode": "direct", **other})
        return [f.flag for f in differences(mine, theirs, LEXICON).flags]

    assert flags() == []
    assert flags(speaker="داود البستاوي") == [Flag.SPEAKER]
    assert flags(speaker=None) == []
    assert flags(mode="indirect") == [Flag.UNQUOTED]
    assert flags(mode="mixed") == []
    assert flags(negated=True) == [Flag.NEGATION_ADDED]


def test_actors_decide_before_names() -> None:
    one = wording("كلام", speaker="ملك وئام", actor="P1")
    assert differences(one, wording("كلام", speaker="صاحب العرش", actor="P1"), LEXICON).flags == ()
    assert [f.flag for f in differences(one, wording("كلام", speaker="ملك وئام", actor="P2"), LEXICON).flags] == [
        Flag.SPEAKER
    ]


def test_verbatim_and_excerpt() -> None:
    full = "لن تدخل شاحنة واحدة بعد اليوم"
    assert between(full, full).verbatim
    assert between(full, "تدخل شاحنة واحدة").excerpt
    assert not between(full, "تدخل شاحنة بعد اليوم").excerpt
    assert not between(full, "تدخل شاحنة واحدة هنا").excerpt
    found = between(full, "تدخل شاحنة هنا")
    assert (found.kept, found.taken) == (pytest.approx(2 / 6), pytest.approx(2 / 3))


def test_the_wording_of_a_statement_is_what_was_found() -> None:
    content, cue = Span(4, 14, "جسر مفتوح."), Span(0, 3, "قال")
    statement = Statement("s", content, cue, Speaker(None, "سالم", Kind.PERSON), Mode.DIRECT, Act.STATE)
    assert Wording.of(statement) == Wording(content, cue, "سالم", None, "direct")


WORDS = st.lists(st.sampled_from("و لا قال وقال الجسر جسر للجسر سيفتح يفتح 20 ٢٠ مَدرسة ، « … fine".split()), max_size=9)


@given(WORDS, WORDS)
def test_pieces_cover_every_word_once_and_spans_are_valid(a: list[str], b: list[str]) -> None:
    first, second = " ".join(a) or "-", " ".join(b) or "-"
    found = between(first, second)
    for text, spans in ((first, [p.a for p in found.pieces]), (second, [p.b for p in found.pieces])):
        known = [s for s in spans if s]
        assert all(text[s.start - AT : s.end - AT] == s.text for s in known)
        assert all(x.end <= y.start for x, y in itertools.pairwise(known))
        letters = sum(c.isalnum() for c in text)
        assert sum(c.isalnum() for s in known for c in s.text) == letters
    assert 0 <= found.kept <= 1
    assert found.verbatim == all(p.change is Change.EQUAL for p in found.pieces)


@given(WORDS)
def test_nothing_differs_from_itself(a: list[str]) -> None:
    text = " ".join(a) or "-"
    assert between(text, text).verbatim
    assert between(text, text).flags == ()
