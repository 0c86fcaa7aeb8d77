"""Which reports carry whose text: kinds by tables of invented articles, and what holds of every pair."""

from __future__ import annotations

import datetime as dt
import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mawqif.arabic import fold
from mawqif.clean import clean
from mawqif.lexicon import load
from mawqif.link.body import Body, body
from mawqif.link.copies import compare, first, keys
from mawqif.link.copies.alignment import aligned
from mawqif.model import Kin, Kinship, Page
from mawqif.segment import passage

DAY = dt.date(2031, 5, 12)
LEXICON = load()

HEAD = "عقد مجلس وزراء جمهورية هضرين جلسته الأسبوعية في مدينة الواحة برئاسة رئيس الوزراء داود البستاوي."
POWER = (
    "وأقر المجلس خطة جديدة لتوزيع الكهرباء على المحافظات الشمالية تبدأ في مطلع الشهر القادم وتشمل بناء ثلاث محطات "
    "كبيرة على ضفاف النهر بكلفة تقارب أربعمئة مليون درهم."
)
TALKS = (
    "وبحث الوزراء في تقرير عن سير المحادثات مع دولة صفران حول تقاسم مياه النهر بعد أن توقفت قبل عامين بسبب خلاف على "
    "حصص المزارعين في السهل الغربي من البلاد."
)
SCHOOL = (
    "كما وافق على زيادة رواتب المعلمين في القرى البعيدة بنسبة عشرة في المئة على أن تصرف من الموازنة التي أقرها "
    "البرلمان في دورته الماضية من دون تأخير."
)
TAIL = "وكلف المجلس وزيرة المالية سلمى النوري بمتابعة تنفيذ القرارات وتقديم تقرير عنها خلال ثلاثة أشهر."
AGENCY = [HEAD, POWER, TALKS, SCHOOL, TAIL]

OWN = [
    "تجول مراسلنا أمس في أسواق الواحة القديمة حيث اشتكى الباعة من انقطاع التيار ساعات طويلة كل يوم.",
    "قال بائع أقمشة اسمه رشيد إن ثلاجات جيرانه تلفت مرتين هذا الصيف وإن أحدا لم يعوضهم عن خسائرهم حتى الآن.",
    "ويقول سكان حي الطواحين إنهم جمعوا المال لشراء مولد صغير يكفي بالكاد لإنارة السلالم والمصاعد في الليل.",
]
OTHER_WORDS = [
    "ناقشت حكومة هضرين أمس الأول ملفات الطاقة والمياه والتعليم في اجتماع دام أربع ساعات.",
    "فتقرر أن تقام في الشمال محطات توليد قرب النهر، كما رفعت أجور مدرسي الريف عشرا في المئة.",
    "أما الحوار مع الجارة صفران فلم يطرأ عليه جديد منذ أن جمد، وفق ما نقله مصدر حضر اللقاء.",
]
ENGLISH = [
    "The government of Hadrin said on Monday that talks with its neighbour Safran on the waters of the river would go "
    "on in the spring.",
    "Officials who took part in the meeting said that the farmers of the western plain had lost half of their harvest "
    "because the canals were closed in the summer of last year and nobody had told them when they would open.",
    "The prime minister is expected in the capital of Safran next week.",
]
SAYING = (
    "لن نقبل أن يدفع فلاحو السهل الغربي ثمن خلاف لم يصنعوه، وسنعود إلى الطاولة متى عاد جيراننا إليها، ومن يراهن على "
    "تعبنا فهو واهم لأن هذا الشعب صبر قرونا على النهر"
)


def made(text: str, id: str, outlet: str | None = None, day: dt.date | None = DAY, title: str = "") -> Body:
    """The body of an article, through the same stages as any report."""
    report = clean(Page(text, id, outlet=outlet, date=day), LEXICON)
    return body(passage(report), id, tuple(map(fold, title.split())), outlet, day, LEXICON)


def kin(a: str, b: str) -> Kin | None:
    """What two texts of two outlets are to each other."""
    return compare(made(a, "a", "الأولى"), made(b, "b", "الثانية"))


def text(*sentences: str) -> str:
    """Paragraphs of a report."""
    return "\n".join(sentences)


def notice(name: str, town: str, crime: str, day: str) -> str:
    """A notice of the ministry, with what differs from one to the other."""
    return (
        f"أصدرت وزارة العدل بيانا بشأن تنفيذ حكم السجن المؤبد في {name} من أهالي {town} فيما يلي نصه: أقدم {name} على "
        f"{crime} وبفضل من الله تمكنت سلطات الأمن في {town} من القبض عليه وأسفر التحقيق معه عن توجيه الاتهام إليه "
        f"وبإحالته إلى المحكمة العامة صدر بحقه حكم يقضي بثبوت ما نسب إليه وأيد الحكم من محكمة الاستئناف وقد نفذ الحكم "
        f"في {name} يوم {day} في سجن {town}. ووزارة العدل إذ تعلن ذلك لتؤكد للجميع حرص الحكومة على استتباب الأمن "
        f"وتحقيق العدل."
    )


ONE = notice("مراد بن حازم الصافي", "الطواحين", "سرقة متجر للذهب", "الاثنين")
ANOTHER = notice("غسان بن بدر الكيلاني", "عين السدر", "إحراق مزرعة جاره", "الأربعاء")

KINDS: dict[str, tuple[str, str, Kinship | None]] = {
    "the same up to spacing, marks and hamza": (
        text(*AGENCY),
        text(*AGENCY).replace(" ", "  ").replace("أقر", "اقر").replace("،", ""),
        Kinship.IDENTICAL,
    ),
    "an agency text that was cut": (text(*AGENCY), text(HEAD, POWER, TAIL), Kinship.SYNDICATED),
    "an agency text in another order, lightly edited": (
        text(*AGENCY),
        text(HEAD.replace("عقد", "التأم"), SCHOOL, TALKS.replace("سير", "مسار"), POWER),
        Kinship.SYNDICATED,
    ),
    "paragraphs lifted into an own text": (
        text(*AGENCY),
        text(*OWN[:2], POWER, TALKS, OWN[2] * 2),
        Kinship.PART_COPIED,
    ),
    "the same event in own words": (text(*AGENCY), text(*OTHER_WORDS), None),
    "a shared quotation alone": (
        text(HEAD, f"وقال البستاوي للصحفيين: «{SAYING}».", *OWN),
        text(f"«{SAYING}»، هكذا رد رئيس الحكومة على سؤال عن المحادثات.", *OTHER_WORDS),
        Kinship.INDEPENDENT,
    ),
    "one formula for two people": (ONE, ANOTHER, Kinship.TEMPLATE),
    "a notice in two papers": (ONE, "الواحة - وكالات: " + ONE, Kinship.IDENTICAL),
    "English paragraphs lifted into an own text": (
        text(*ENGLISH),
        text(ENGLISH[1], *OWN[:2]),
        Kinship.PART_COPIED,
    ),
    "nothing in common": (text(*OWN), text(*OTHER_WORDS), None),
}


@pytest.mark.parametrize(("a", "b", "expected"), KINDS.values(), ids=KINDS)
def test_what_two_reports_are_to_each_other(a: str, b: str, expected: Kinship | None) -> None:
    found = kin(a, b)
    assert (found.kinship if found else None) == expected, found


@pytest.mark.parametrize(("a", "b", "expected"), KINDS.values(), ids=KINDS)
def test_shared_passages_are_the_same_folded_words_and_the_order_of_reports_does_not_matter(
    a: str, b: str, expected: Kinship | None
) -> None:
    x, y = made(a, "a"), made(b, "b")
    found = compare(x, y)
    assert compare(y, x) == found
    for shared in found.shared if found else ():
        words = [
            [f for f, start in zip(side.forms, side.starts, strict=True) if span.start <= start < span.end]
            for side, span in ((x, shared.a), (y, shared.b))
        ]
        assert words[0] == words[1]
        assert len(words[0]) == shared.words
        assert x.text[shared.a.start : shared.a.end] == shared.a.text
        assert y.text[shared.b.start : shared.b.end] == shared.b.text


@pytest.mark.parametrize("sort", ["an agency text that was cut", "paragraphs lifted into an own text"])
def test_reports_that_share_text_are_candidates(sort: str) -> None:
    a, b, _kinship = KINDS[sort]
    assert set(keys(made(a, "a"))) & set(keys(made(b, "b")))


def test_whatever_24_words_in_a_row_two_reports_share_they_are_candidates() -> None:
    rng = random.Random(5)
    for _ in range(40):
        a, b = ([f"كلمة{rng.randrange(9000)}" for _ in range(rng.randrange(24, 400))] for _ in range(2))
        at, to = rng.randrange(len(a) - 23), rng.randrange(len(b) + 1)
        b[to:to] = a[at : at + 24]
        assert set(keys(made(" ".join(a), "a"))) & set(keys(made(" ".join(b), "b")))


def test_the_earlier_one_is_told_by_days_or_by_the_outlet_that_the_other_credits() -> None:
    early, late = made(ONE, "x", "الأولى", DAY), made(ONE, "a", "الثانية", DAY + dt.timedelta(1))
    found = compare(early, late)
    assert found
    assert first(found, late, early) == ("x", "earlier-day")
    for name in ("وكالة رويترز", "رويترز"):
        agency = made(ONE, "x", name, DAY + dt.timedelta(1))
        taker = made("الواحة - رويترز: " + ONE, "a", "الثانية", DAY)
        found = compare(agency, taker)
        assert found
        assert first(found, agency, taker) == ("x", "credited-outlet")
        assert found.credit == "وكالة رويترز"
    undated = made(ONE, "u", day=None)
    found = compare(undated, early)
    assert found
    assert first(found, undated, early) is None


def test_an_outlet_to_which_somebody_speaks_had_the_text_first() -> None:
    told = text(HEAD, "وقال البستاوي لصحيفة الحياة إن الخطة جاهزة وإن المال موجود.", POWER, TALKS)
    own, taken = made(told, "x", "صحيفة الحياة", DAY + dt.timedelta(1)), made(told, "a", "صحيفة القبس", DAY)
    found = compare(own, taken)
    assert found
    assert first(found, own, taken) == ("x", "named-outlet")


CREDITED: dict[str, tuple[str, tuple[str, ...]]] = {
    "in a dateline": ("الواحة - أ ف ب: " + HEAD, ("وكالة الصحافة الفرنسية",)),
    "with dots": ("الواحة (أ.ف.ب) - " + HEAD, ("وكالة الصحافة الفرنسية",)),
    "in Latin letters": ("الواحة - Reuters: " + HEAD, ("وكالة رويترز",)),
    "two of them": ("الواحة - رويترز، د ب أ: " + HEAD, ("وكالة رويترز", "وكالة الأنباء الألمانية")),
    "without a name": ("صحيفة الضفة - وكالات: " + HEAD, ("وكالات",)),
    "a name rather than none": ("الضفة - وكالات، رويترز: " + HEAD, ("وكالة رويترز",)),
    "behind the text": (text(HEAD, POWER) + " (رويترز)", ("وكالة رويترز",)),
    "on a last line": (text(HEAD, POWER, "وكالة الأناضول"), ("وكالة الأناضول",)),
    "in the running text": (text(HEAD, "ونقلت وكالة رويترز عن شهود أن النهر فاض."), ()),
    "nowhere": (text(HEAD, POWER), ()),
}


@pytest.mark.parametrize(("written", "expected"), CREDITED.values(), ids=CREDITED)
def test_credits_stand_in_datelines_and_behind_the_text(written: str, expected: tuple[str, ...]) -> None:
    assert made(written, "a").credits == expected


FURNITURE = ("أخبار متعلقة", "زر الذهاب إلى الأعلى", "تابعونا على تويتر وفيسبوك", "اقرأ أيضا: البستاوي في المستشفى")


@pytest.mark.parametrize("line", FURNITURE)
@pytest.mark.parametrize("sort", KINDS)
def test_furniture_changes_nothing(sort: str, line: str) -> None:
    a, b, _kinship = KINDS[sort]
    bare, dressed = kin(a, b), compare(made(a, "a", "الأولى"), made(f"{b}\n{line}", "b", "الثانية"))
    assert (bare and (bare.kinship, bare.share_a)) == (dressed and (dressed.kinship, dressed.share_a))


@pytest.mark.parametrize("body_text", [text(*AGENCY), text(*OWN), ONE, text(*OTHER_WORDS)])
def test_a_text_is_identical_with_itself(body_text: str) -> None:
    found = kin(body_text, body_text)
    assert found
    assert (found.kinship, found.rule, found.share_a, found.share_b) == (Kinship.IDENTICAL, "same-words", 1.0, 1.0)


def test_what_was_moved_is_found_where_it_went() -> None:
    for seed in range(10):
        moved = random.Random(seed).sample(AGENCY, len(AGENCY))
        found = kin(text(*AGENCY), text(*moved))
        assert found
        assert found.share_a == found.share_b == 1.0


WORDS = st.lists(st.sampled_from([f"كلمة{n}" for n in range(12)]), max_size=120)


@settings(max_examples=150, deadline=None)
@given(WORDS, WORDS)
def test_passages_are_the_same_words_and_no_word_is_in_two(a: list[str], b: list[str]) -> None:
    """A small vocabulary repeats itself: runs overlap and cross."""
    x, y = tuple(a), tuple(b)
    runs = [run for stretch in aligned(x, y) for run in stretch]
    for run in runs:
        assert x[run.a : run.a + run.n] == y[run.b : run.b + run.n]
    for side in ("a", "b"):
        taken = [k for run in runs for k in range(getattr(run, side), getattr(run, side) + run.n)]
        assert len(taken) == len(set(taken))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(AGENCY + OWN + OTHER_WORDS), max_size=8), st.lists(st.sampled_from(AGENCY + OWN)))
def test_the_order_of_two_reports_never_matters(a: list[str], b: list[str]) -> None:
    x, y = made(text(HEAD, *a), "a"), made(text(TAIL, *b), "b")
    assert compare(x, y) == compare(y, x)


def test_a_long_text_that_repeats_itself_is_compared_in_bounded_time() -> None:
    a, b = ("كلمة أخرى " * 20_000).split(), ("كلمة أخرى ثالثة " * 20_000).split()
    began = time.perf_counter()
    aligned(tuple(a), tuple(b))
    aligned(tuple(a), tuple(a[:-1]))
    assert time.perf_counter() - began < 10


def test_a_user_adds_agencies_and_formulas(tmp_path: Path) -> None:
    (tmp_path / "agencies.yaml").write_text("وكالة هضرين للأنباء: [هنا, HNA]\n", encoding="utf-8")
    (tmp_path / "formulas.yaml").write_text("names: [سند ملكية]\n", encoding="utf-8")
    lexicon = load([tmp_path])
    cut = passage(clean(Page("الواحة - هنا: صدر سند ملكية جديد لأهالي القرية اليوم.", "a"), lexicon))
    found = body(cut, "a", lexicon=lexicon)
    assert found.credit == "وكالة هضرين للأنباء"
    assert found.formulas == {"names"}
