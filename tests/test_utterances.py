"""Statements that carry one saying: each relation, each trap, and what must hold whatever the order."""

from __future__ import annotations

import datetime as dt
import itertools
import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mawqif.link.sayings import MOST, compare, keys, said, utterances
from mawqif.model import Act, Date, Echo, Heeded, Kind, Mode, Position, Said, Span, Speaker, Stance, Statement

DAY = dt.date(2031, 5, 12)
NOURI, BUSTAWI = "سالم النوري", "داود البستاوي"
QUOTE = (
    "لن تمر شاحنة واحدة من معبر الزهور قبل أن تسلم هضرين خرائط الألغام التي زرعتها في الوادي الغربي، "
    "وسنفتح السد بعد ذلك بأسبوع أمام المزارعين كافة"
)
PART = "لن تمر شاحنة واحدة من معبر الزهور قبل أن تسلم هضرين خرائط الألغام التي زرعتها في الوادي الغربي"


def one(
    content: str,
    speaker: str | None = NOURI,
    day: Date | None = DAY,
    report: str = "r1",
    cue: str = "قال",
    at: int = 10,
    **known: object,
) -> Said:
    """A statement of a report; `office`, `kind`, `mention`, `represents` are its speaker's, the rest its own."""
    of = {k: known.pop(k) for k in ("office", "kind", "represents") if k in known}
    mention = known.pop("mention", None)
    spoken = Span(5, 5 + len(str(mention)), str(mention)) if mention else None
    who = Speaker(spoken, speaker, **{"kind": Kind.PERSON, **of})  # type: ignore[arg-type]
    actor = known.pop("actor", None)
    name = f"{report}-{at}-{len(content)}"
    given: dict[str, object] = {"mode": Mode.INDIRECT, "act": Act.STATE, **known}
    statement = Statement(name, Span(at, at + len(content), content), Span(0, len(cue), cue), who, **given)  # type: ignore[arg-type]
    return said(statement, report, f"outlet {report}", day, actor if isinstance(actor, str) else None)


def other(content: str, speaker: str | None = NOURI, day: Date | None = DAY, **known: object) -> Said:
    """The same of another report."""
    return one(content, speaker, day, report="r2", **known)  # type: ignore[arg-type]


def echo(a: Said, b: Said, **how: object) -> tuple[Echo, bool] | None:
    """What two statements are to each other, and whether it is said again; the same either way."""
    found, back = compare(a, b, **how), compare(b, a, **how)  # type: ignore[arg-type]
    assert found == back
    return (found.echo, found.again) if found else None


def later(days: int) -> Date:
    return DAY + dt.timedelta(days)


ONE: dict[str, tuple[Echo, Said, Said]] = {
    "the same words": (Echo.SAME, one(QUOTE), other(QUOTE)),
    "another spelling, a particle more": (
        Echo.SAME,
        one("ان المدرسه الكبيره في هضرين ستفتح للطالبات بعد ترميم القاعه"),
        other("بأنّ المدرسة الكبيرة في هضرين ستفتح للطالبات وذلك بعد ترميم القاعة"),
    ),
    "an ellipsis within": (Echo.SAME, one(QUOTE), other(QUOTE.replace("التي زرعتها في الوادي الغربي، ", "... "))),
    "a longer form of the name": (Echo.SAME, one(QUOTE), other(QUOTE, "سالم بن حسن النوري")),
    "the family name alone": (Echo.SAME, one(QUOTE), other(QUOTE, "النوري")),
    "one id under two names": (Echo.SAME, one(QUOTE, actor="P1"), other(QUOTE, "أبو حسن", actor="P1")),
    "nobody named on one side": (Echo.SAME, one(QUOTE), other(QUOTE, None)),
    "the spokesman and his body": (
        Echo.SAME,
        one(QUOTE, "وزارة الزراعة", kind=Kind.ORGANIZATION),
        other(QUOTE, NOURI, office="المتحدث باسم وزارة الزراعة"),
    ),
    "an office without a name": (
        Echo.SAME,
        one(QUOTE, office="وزير الزراعة"),
        other(QUOTE, "وزير الزراعة", office="وزير الزراعة"),
    ),
    "an excerpt": (Echo.OVERLAP, one(PART), other(QUOTE)),
    "excerpts that overlap": (
        Echo.OVERLAP,
        one("سنبني الجسر قريبا في القرية القديمة، " + PART),
        other(PART + "، وسنفتح السد بعدها بأسبوع أمام المزارعين كافة ونوزع البذور مجانا"),
    ),
    "in other words": (
        Echo.PARAPHRASE,
        one("إن هضرين ستعيد فتح معبر الزهور أمام الشاحنات بعد تسليم خرائط الألغام"),
        other("إن خرائط الألغام يجب تسليمها قبل أن يعاد فتح معبر الزهور أمام الشاحنات"),
    ),
    "a number in words": (
        Echo.SAME,
        one("أن السد سقى سبع قرى في الوادي الغربي من هضرين هذا الصيف"),
        other("أن السد سقى 7 قرى في الوادي الغربي من هضرين هذا الصيف"),
    ),
    "a foreign name in two spellings": (Echo.SAME, one(QUOTE, "يوهان فينغرمان"), other(QUOTE, "يوهان فينجرمان")),
    "two writings of one name": (Echo.SAME, one(QUOTE, "عبد الواحد النوري"), other(QUOTE, "عبدالواحد النوري")),
    "a denial with a preposition": (
        Echo.OVERLAP,
        one(
            "بضرورة الابتعاد عن مجرى السد وعدم عبور الوادي الغربي بشاحنات محملة بالخشب ليلا", cue="طالب", act=Act.DEMAND
        ),
        other("بعدم عبور الوادي الغربي بشاحنات محملة بالخشب ليلا", cue="طالب", act=Act.DEMAND),
    ),
    "a negation that says yes": (
        Echo.SAME,
        one("لا شك أن فتح معبر الزهور سيعيد الحياة إلى الوادي الغربي من هضرين"),
        other("بأن فتح معبر الزهور سيعيد الحياة إلى الوادي الغربي من هضرين"),
    ),
    "unnamed sources of one description": (
        Echo.SAME,
        one("أن الوضع مستقر في هضرين", "مصدر أمني", kind=Kind.UNNAMED),
        other("أن الوضع مستقر في هضرين", "مصدر أمني", kind=Kind.UNNAMED),
    ),
    "retold without a day of its own": (
        Echo.SAME,
        one(QUOTE, date=DAY, said_on=Span(0, 3, "أمس")),
        other(QUOTE, day=later(8)),
    ),
    "said before the report's day": (Echo.SAME, one(QUOTE), other(QUOTE, day=later(2))),
}


@pytest.mark.parametrize(("wanted", "a", "b"), ONE.values(), ids=ONE.keys())
def test_one_saying(wanted: Echo, a: Said, b: Said) -> None:
    assert echo(a, b) == (wanted, False)


STAND = Position("dam", NOURI, Stance.SUPPORT, None, "rule")
TWO: dict[str, tuple[Said, Said]] = {
    "another speaker who is named": (one(QUOTE), other(QUOTE, BUSTAWI)),
    "a son and his father": (one(QUOTE, "سالم بن حسن النوري"), other(QUOTE, "حسن النوري")),
    "two brothers": (one(QUOTE, "سالم بن حسن النوري"), other(QUOTE, "سالم بن ناصر النوري")),
    "a negation less": (one(QUOTE), other(QUOTE.replace("لن تمر", "ستمر"))),
    "a cue that denies": (one(QUOTE, cue="أكد"), other(QUOTE, cue="نفى", act=Act.DENY)),
    "a cue that rejects what the other asks for": (
        one("بتسليم خرائط الألغام المزروعة في الوادي الغربي", cue="طالب", act=Act.DEMAND),
        other("تسليم خرائط الألغام المزروعة في الوادي الغربي", cue="رفض", act=Act.REJECT),
    ),
    "a negated cue": (one(QUOTE, cue="أكد"), other(QUOTE, cue="يؤكد", negated=True)),
    "opposite verbs": (
        one("أن هضرين تقبل خرائط الألغام الجديدة وخطة معبر الزهور كلها"),
        other("أن هضرين ترفض خرائط الألغام الجديدة وخطة معبر الزهور كلها"),
    ),
    "opposite stances": (
        one(QUOTE, positions=(STAND,)),
        other(QUOTE, positions=(Position("dam", NOURI, Stance.OPPOSE, None, "rule"),)),
    ),
    "other numbers": (
        one("أن السد سقى 40 قرية في الوادي الغربي من هضرين هذا الصيف"),
        other("أن السد سقى 70 قرية في الوادي الغربي من هضرين هذا الصيف"),
    ),
    "good wishes to another one": (
        one("عن أصدق التهاني وأطيب التمنيات بموفور السعادة لملك وئام ولشعب وئام الشقيق اطراد التقدم"),
        other("عن أصدق التهاني وأطيب التمنيات بموفور السعادة لرئيس هضرين ولشعب هضرين الشقيق اطراد التقدم"),
    ),
    "a name with its titles in common": (
        one("أن زيارة الأمير سالم بن حسن ولي العهد نائب رئيس مجلس الوزراء وزير الدفاع كشفت عن متانة العلاقة"),
        other("بأن تمويل الجسر الجديد جاء من الأمير سالم بن حسن ولي العهد نائب رئيس مجلس الوزراء وزير الدفاع"),
    ),
    "the same theme": (
        one("أن معبر الزهور في هضرين يحتاج إلى طريق جديد يخدم المزارعين"),
        other("أن إنشاء مستشفى قرب معبر الزهور سيبدأ في الربيع بتمويل من وئام"),
    ),
    "blame in many mouths": (
        one("عن استنكاره للاعتداء الآثم الذي وقع في سوق هضرين القديم", None, act=Act.CONDEMN, cue="أعرب"),
        other("عن استنكاره للاعتداء الآثم الذي وقع في سوق هضرين القديم", act=Act.CONDEMN, cue="أعرب"),
    ),
    "dated to two days": (
        one("إن الجسر سيفتح أمام المزارعين", date=DAY, said_on=Span(0, 3, "أمس")),
        other("إن معبر الزهور مغلق الآن", date=later(1), said_on=Span(0, 3, "أمس")),
    ),
    "a body and another one": (
        one(QUOTE, "وزارة الزراعة", kind=Kind.ORGANIZATION),
        other(QUOTE, "وزارة المياه", kind=Kind.ORGANIZATION),
    ),
    "an unnamed source that said little": (one("أن الوضع مستقر"), other("أن الوضع مستقر", "مصدر", kind=Kind.UNNAMED)),
    "in other words, on another day": (
        one("إن هضرين ستعيد فتح معبر الزهور أمام الشاحنات بعد تسليم خرائط الألغام"),
        other("إن خرائط الألغام يجب تسليمها قبل أن يعاد فتح معبر الزهور أمام الشاحنات", day=later(6)),
    ),
}


@pytest.mark.parametrize(("a", "b"), TWO.values(), ids=TWO.keys())
def test_two_sayings(a: Said, b: Said) -> None:
    assert echo(a, b) is None


def test_the_same_saying_on_another_day_is_said_again() -> None:
    assert echo(one(QUOTE), other(QUOTE, day=later(9))) == (Echo.SAME, True)
    assert echo(one(QUOTE), other(QUOTE, None, later(9))) is None  # nobody says that it is the same speaker


def test_what_was_denied_and_that_it_is_not_so_are_one() -> None:
    a = one("وجود ألغام جديدة في وادي هضرين الغربي", cue="نفى", act=Act.DENY)
    assert echo(a, other("عدم وجود ألغام جديدة في وادي هضرين الغربي", cue="أكد")) == (Echo.SAME, False)


def test_at_the_same_place_of_a_copied_text_the_speaker_may_be_unknown_or_resolved_otherwise() -> None:
    short = "أن الوضع في الوادي مستقر"
    assert echo(one(short), other(short, None)) is None
    assert echo(one(short), other(short, None), copied=True) == (Echo.COPIED, False)
    a, b = one(QUOTE, mention="الوزير"), other(QUOTE, BUSTAWI, mention="الوزير")
    assert echo(a, b, copied=True) == (Echo.COPIED, False)
    assert echo(one(QUOTE, mention=NOURI), other(QUOTE, BUSTAWI, mention=BUSTAWI), copied=True) is None
    assert echo(one(QUOTE), other(QUOTE.replace("لن تمر", "ستمر")), copied=True) is None


def test_who_tells_that_somebody_said_it_says_another_thing() -> None:
    outer = one("إن شهودا رأوا شاحنات هضرين المحترقة على طريق معبر الزهور القديم ليلا", None, at=10)
    inner = one("شهودا رأوا شاحنات هضرين المحترقة على طريق معبر الزهور القديم ليلا", None, at=13)
    assert echo(outer, inner) is None


ENGLISH = "No truck will pass the Zuhur crossing before the maps of the mines are handed over"


def test_a_translation_needs_a_likeness_of_meaning() -> None:
    a, b = one(PART, actor="P1"), other(ENGLISH, "Salem Nouri", actor="P1")
    assert b.latin
    assert echo(a, b) is None
    assert echo(a, b, near=lambda _a, _b: 0.9) == (Echo.TRANSLATION, False)
    assert echo(a, b, near=lambda _a, _b: 0.2) is None
    assert echo(a, other(ENGLISH, "Salem Nouri", day=later(8), actor="P1"), near=lambda _a, _b: 0.9) is None


def test_a_likeness_of_meaning_helps_where_few_words_are_the_same_and_never_against_the_sense() -> None:
    a = one("إن على هضرين أن تسلم خرائط الألغام قبل كل شيء")
    b = other("نريد أولا خرائط الألغام المدفونة في هضرين، ثم نتحدث")
    assert echo(a, b) is None
    assert echo(a, b, near=lambda _a, _b: 0.9) == (Echo.PARAPHRASE, False)
    refused = other("لن تسلم هضرين خرائط الألغام")
    assert echo(a, refused, near=lambda _a, _b: 0.99) is None


def test_rules_say_when_words_alone_decided() -> None:
    _wanted, a, b = ONE["in other words"]
    alone, with_meaning = compare(a, b), compare(a, b, near=lambda _a, _b: 0.9)
    assert alone
    assert with_meaning
    assert "words alone" in alone.rule
    assert "words alone" not in with_meaning.rule


@pytest.mark.parametrize(("wanted", "a", "b"), ONE.values(), ids=ONE.keys())
def test_what_is_one_saying_shares_a_key(wanted: Echo, a: Said, b: Said) -> None:
    assert set(keys(a)) & set(keys(b)), wanted


def test_keys_are_few_and_signed_and_the_same_in_every_run() -> None:
    long = one(" ".join(f"كلمة{n} جديدة{n}" for n in range(200)))
    assert 1 <= len(keys(long)) <= 14
    assert all(-(2**62) <= k < 2**62 for k in keys(long))
    assert len(set(keys(long))) == len(keys(long))
    assert keys(one("شاحنات هضرين محترقة", None, None)) == (-3041982862953194773,)
    assert MOST > 0


def test_nothing_in_common_shares_no_key_but_that_of_a_speaker() -> None:
    assert not set(keys(one(QUOTE))) & set(keys(other("أن الطقس معتدل في المدن الساحلية غدا", BUSTAWI)))


# --- put together


def pairs(*given: Said) -> list[Heeded]:
    return [h for a, b in itertools.combinations(given, 2) if (h := compare(a, b))]


def test_an_utterance_says_how_each_carries_it_and_beside_which() -> None:
    a, b, c = one(QUOTE), other(QUOTE, day=later(1)), one(PART, day=later(1), report="r3")
    (found,) = utterances([c, b, a], pairs(a, b, c))
    assert [(m.statement, m.echo, m.beside) for m in found.members] == [
        (a.statement, Echo.ALONE, None),
        (b.statement, Echo.SAME, a.statement),
        (c.statement, Echo.OVERLAP, a.statement),
    ]


def test_a_statement_with_nothing_beside_it_is_an_utterance_of_its_own() -> None:
    (found,) = utterances([one(QUOTE)], [])
    assert [(m.echo, m.beside) for m in found.members] == [(Echo.ALONE, None)]


def test_the_same_on_other_days_is_an_utterance_of_each_day() -> None:
    told = [one(QUOTE, day=later(9 * n), report=f"r{n}") for n in range(3)]
    found = pairs(*told)
    assert len(found) == 3
    assert {tuple(m.statement for m in u.members) for u in utterances(told, found)} == {(s.statement,) for s in told}


def test_opposites_are_never_one_through_a_third() -> None:
    yes = one("أن هضرين تقبل خطة معبر الزهور كلها، وأن خرائط الألغام في الوادي الغربي جاهزة للتسليم اليوم")
    no = other("أن هضرين ترفض خطة معبر الزهور كلها، وأن خرائط الألغام في الوادي الغربي جاهزة للتسليم اليوم")
    third = one("أن خرائط الألغام في الوادي الغربي جاهزة للتسليم اليوم", report="r3")
    found = pairs(yes, no, third)
    assert len(found) == 2
    groups = [{m.statement for m in u.members} for u in utterances([yes, no, third], found)]
    assert len(groups) == 2
    assert not any({yes.statement, no.statement} <= g for g in groups)


def test_two_named_speakers_are_never_one_through_a_third() -> None:
    a, b, nobody = one(QUOTE), other(QUOTE, BUSTAWI), one(QUOTE, None, report="r3")
    found = pairs(a, b, nobody)
    assert len(found) == 2
    assert len(utterances([a, b, nobody], found)) == 2


def test_two_sentences_of_one_speech_are_not_one_because_somebody_quotes_both() -> None:
    dam = "أن سد هضرين الجديد سيسقي أربعين قرية في الوادي الغربي قبل حلول الصيف"
    mines = "وأن خرائط الألغام المزروعة قرب معبر الزهور ستسلم للمراقبين غدا"
    both, first, second = one(f"{dam}، {mines}"), other(dam), one(mines, report="r3")
    found = pairs(both, first, second)
    assert len(found) == 2
    groups = [{m.statement for m in u.members} for u in utterances([both, first, second], found)]
    assert not any({first.statement, second.statement} <= g for g in groups)


CAST = [
    one(text, speaker, later(day), report=f"r{n}", at=10 * n)
    for n, (text, speaker, day) in enumerate(
        itertools.product(
            (QUOTE, PART, PART.replace("لن تمر", "ستمر"), "أن السد جاهز للري"), (NOURI, None, BUSTAWI), (0, 1, 7)
        )
    )
]


@settings(deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_does_not_matter(rng: random.Random) -> None:
    found = pairs(*CAST)
    wanted = utterances(CAST, found)
    told, shuffled = list(CAST), list(found)
    rng.shuffle(told)
    rng.shuffle(shuffled)
    assert utterances(told, shuffled) == wanted
    assert sorted(m.statement for u in wanted for m in u.members) == sorted(s.statement for s in CAST)


WORDS = [*re.findall(r"\w+", QUOTE), "لا", "نفى", "20", "truck"]


@given(
    st.lists(st.sampled_from(WORDS), max_size=30),
    st.lists(st.sampled_from(WORDS), max_size=30),
    st.sampled_from((NOURI, None, BUSTAWI)),
    st.integers(0, 8),
)
def test_comparing_is_symmetric_and_what_is_found_shares_words(
    a: list[str], b: list[str], who: str | None, n: int
) -> None:
    x, y = one(" ".join(a) or "-"), other(" ".join(b) or "-", who, later(n))
    found = echo(x, y)
    assert found is None or x.bag & y.bag
    assert echo(x, x) is None
