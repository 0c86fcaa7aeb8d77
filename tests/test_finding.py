"""A quotation looked for in a record of invented reports: what is found, in which sense, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mawqif.errors import InputError
from mawqif.lexicon import load
from mawqif.link.finding import paste
from mawqif.model import Date, Page
from mawqif.model.finding import Answer, Likeness, Place, Said, Sign, Within
from mawqif.pipeline import read
from mawqif.pipeline.finding import Asked, find
from mawqif.store import Record

REPORTS = (
    (
        "الواحة",
        "2031-05-05",
        "وزير الزراعة يفتتح الموسم",
        "قال وزير الزراعة في سهلان كريم الواحي إن بلاده لن ترفع سعر القمح هذا العام إلا بموافقة المزارعين.\n"
        "وأضاف الواحي: «سنشتري المحصول كله من الفلاحين الصغار قبل نهاية الصيف».\n"
        "وشهد الحفل عرضا لآلات الحصاد القديمة في ساحة البلدة العتيقة.\n"
        "ونفى الوزير أن تكون الحكومة قد باعت صوامع الميناء لشركة أجنبية.",
    ),
    (
        "الساحل",
        "2031-05-06",
        "سهلان تشتري المحصول",
        "أعلن وزير الزراعة كريم الواحي أمس أن بلاده لن ترفع سعر القمح هذا العام، مشيرا إلى خطة ثلاثية.\n"
        "وقال الواحي في مؤتمر صحفي: «سنشتري المحصول كله من الفلاحين الصغار قبل نهاية الصيف».\n"
        "وقالت رئيسة نقابة المطاحن هند الرملي إن النقابة تؤيد شراء المحصول كله من دون وسطاء.\n"
        "وأكدت الرملي: «لو كان المستودع الجديد جاهزا لخزنا فيه ستين ألف طن من الحنطة».",
    ),
    (
        "المرفأ",
        "2031-05-09",
        None,
        "قال المتحدث باسم المعارضة جابر السروي إن الوزير الواحي قال لنواب اللجنة: «لا مال عندنا لشراء المحصول».\n"
        "وقالت هند الرملي: «لا نخاف المنافسة، لكننا نخاف الاحتكار».\n"
        "The spokesman said: “We will not sell the old silos of the harbour to anybody.”",
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    lexicon = load()
    with Record(tmp_path_factory.mktemp("find") / "record.db") as kept:
        for outlet, day, title, text in REPORTS:
            page = Page(text, outlet, outlet=outlet, date=Date.fromisoformat(day), title=title)
            kept.add(page, read(page, lexicon))
        yield kept


def found(record: Record, text: str, speaker: str | None = None, within: Within | None = None) -> Answer:
    asked = Asked(speaker) if speaker else None
    return find(record.quotations, text, load(), asked=asked, within=within or Within())


VERBATIM = [
    "سنشتري المحصول كله من الفلاحين الصغار قبل نهاية الصيف",
    "«سنشتري المحصول كله من الفلاحين الصغار»",
    '"سنشتري المَحصُولَ كلَّه من الفلاحين الصغار"',
    "سنشترى المحصول كله من الفلاحين الصغار",  # another ya
    "سنشتري المحصول كله ... قبل نهاية الصيف",
    "سنشتري المحصول كله من الفلاحين الصغار… الصيف.",
    "قال كريم الواحي: سنشتري المحصول كله من الفلاحين الصغار",
    "كريم الواحي: «سنشتري المحصول كله من الفلاحين الصغار»",
    "سنشتري المحصول كله من الفلاحين الصغار https://example.org/a?b=c @sahlan #قمح",
    "سنشتري المحصوول كله من الفلاحين الصغار",  # a slip
    "سنشتري المحصول كله من الفلاحينالصغار",  # a space is missing
    "RT @sahlan: سنشتري المحصول كله من الفلاحين الصغار",
    "سنشتري المحصول كله من الفلاحين الصغار — كريم الواحي (@wahi) 5 مايو 2031",
]


@pytest.mark.parametrize("text", VERBATIM)
def test_the_same_words_however_they_are_pasted(record: Record, text: str) -> None:
    answer = found(record, text)
    (finding,) = answer.findings
    assert (answer.likeness, finding.best.share) == (Likeness.VERBATIM, 1.0)
    assert finding.best.statement is not None
    assert finding.best.statement.speaker.name == "كريم الواحي"
    assert (len(finding.hits), finding.outlets) == (2, ("الساحل", "الواحة"))
    assert finding.first.report.day == Date(2031, 5, 5)


OTHERWISE = [
    ("سنشتري المحصول كله من التجار الصغار قبل نهاية الصيف", Likeness.ALTERED),
    ("سنشتري المحصول كله قبل نهاية الصيف", Likeness.ALTERED),  # a cut without a mark
    ("لن نشتري المحصول كله من الفلاحين الصغار قبل نهاية الصيف", Likeness.OPPOSITE),
    ("بلاده سترفع سعر القمح هذا العام", Likeness.OPPOSITE),
    ("ترفع سعر القمح هذا العام", Likeness.OPPOSITE),  # the negation stands right before
    ("الحكومة قد باعت صوامع الميناء لشركة أجنبية", Likeness.OPPOSITE),  # he denied it
    ("النقابة ترفض شراء المحصول كله من دون وسطاء", Likeness.OPPOSITE),
    ("We will sell the old silos of the harbour", Likeness.OPPOSITE),
    ("We will not sell the new silos of the harbour", Likeness.ALTERED),
    ("We will not sell the old silos of the harbor", Likeness.VERBATIM),
    ("نفى الوزير أن تكون الحكومة قد باعت صوامع الميناء", Likeness.VERBATIM),  # the denial was pasted, too
    ("لن نبني مطارا جديدا في الجزيرة الشمالية", None),
    ("بلاده ترفض زيادة أسعار الحنطة", None),
    ("The moon is made of cheese", None),
]


@pytest.mark.parametrize(("text", "likeness"), OTHERWISE)
def test_altered_opposite_and_missing(record: Record, text: str, likeness: Likeness | None) -> None:
    answer = found(record, text)
    assert answer.likeness == likeness


def test_words_in_common_are_no_saying(record: Record) -> None:
    """The subject is the same, nobody said that of it; what is nearest is shown apart."""
    answer = found(record, "سعر القمح هذا العام أفضل بكثير مما كان")
    assert (answer.likeness, answer.findings) == (None, ())
    assert {f.likeness for f in answer.nearest} <= {Likeness.SIMILAR}
    assert found(record, "المحصول الصغير في الصيف", "كريم الواحي").said is Said.NO


REWORDED = [
    ("الواحي: الدولة ستشتري محصول الفلاحين الصغار كله قبل أن ينتهي الصيف", Likeness.REWORDED),
    ("الواحي يعلن أن سعر القمح لن ترفعه بلاده هذا العام", Likeness.REWORDED),
]


@pytest.mark.parametrize(("text", "likeness"), REWORDED)
def test_the_same_saying_in_other_words(record: Record, text: str, likeness: Likeness) -> None:
    answer = found(record, text)
    assert answer.likeness is likeness
    assert answer.findings[0].best.statement is not None
    assert answer.findings[0].best.statement.speaker.name == "كريم الواحي"


NOTICED = [
    ("بلاده لن ترفع سعر القمح هذا العام", Sign.EXCEPTION, "إلا بموافقة المزارعين"),
    ("المستودع الجديد جاهزا", Sign.SUPPOSED, None),
    ("لا نخاف المنافسة", Sign.TURN, "لكننا نخاف الاحتكار"),
    ("الحكومة قد باعت صوامع الميناء", Sign.DENIED, "نفى"),
    ("سنشتري المحصول كله قبل نهاية الصيف", Sign.CUT, None),
    ("لا مال عندنا لشراء المحصول", Sign.NESTED, "السروي"),
    ("قبل نهاية الصيف ... سنشتري المحصول كله", Sign.ORDER, None),
    (
        "لن ترفع سعر القمح هذا العام. سنشتري المحصول كله من الفلاحين الصغار. "
        "الحكومة قد باعت صوامع الميناء لشركة أجنبية",
        Sign.LEAP,
        "وأضاف الواحي",
    ),
]


@pytest.mark.parametrize(("text", "sign", "words"), NOTICED)
def test_what_was_torn_out_of_its_context_shows_as_such(
    record: Record, text: str, sign: Sign, words: str | None
) -> None:
    answer = found(record, text)
    notices = [n for f in answer.findings for h in f.hits for n in h.notices if n.sign is sign]
    assert notices, [n for f in answer.findings for h in f.hits for n in h.notices]
    assert words is None or any(n.words and words in n.words.text for n in notices)


def test_nothing_is_noticed_where_nothing_was_left_out(record: Record) -> None:
    answer = found(record, "بلاده لن ترفع سعر القمح هذا العام إلا بموافقة المزارعين", within=Within(outlet="الواحة"))
    assert [n.sign for n in answer.findings[0].best.notices] == []


SAID = [
    ("سنشتري المحصول كله من الفلاحين الصغار", "كريم الواحي", Said.YES),
    ("سنشتري المحصول كله من الفلاحين الصغار", "وزير الزراعة", Said.YES),
    ("سنشتري المحصول كله من الفلاحين الصغار", "Karim Alwahi", Said.YES),
    ("سنشتري المحصول كله من التجار الصغار قبل نهاية الصيف", "الواحي", Said.ALTERED),
    ("سنشتري المحصول كله من الفلاحين الصغار", "هند الرملي", Said.OTHER),
    ("لا مال عندنا لشراء المحصول", "الواحي", Said.YES),
    ("لا مال عندنا لشراء المحصول", "جابر السروي", Said.QUOTED),
    ("سترفع سعر القمح هذا العام", "كريم الواحي", Said.OPPOSITE),
    ("الحكومة قد باعت صوامع الميناء لشركة أجنبية", "كريم الواحي", Said.OPPOSITE),
    ("لن نبني مطارا جديدا في الجزيرة الشمالية", "كريم الواحي", Said.NO),
    ("شهد الحفل عرضا لآلات الحصاد القديمة", "كريم الواحي", Said.NO),
]


@pytest.mark.parametrize(("text", "speaker", "said"), SAID)
def test_did_that_speaker_say_it(record: Record, text: str, speaker: str, said: Said) -> None:
    answer = found(record, text, speaker)
    assert (answer.said, answer.claimed) == (said, False)


def test_said_with_an_exception_that_was_left_out(record: Record) -> None:
    """One outlet has the exception, the other one has it not: whoever asks at the first is told."""
    text = "بلاده لن ترفع سعر القمح هذا العام"
    assert found(record, text, "الواحي", Within(outlet="الواحة")).said is Said.LIMITED
    assert found(record, text, "الواحي", Within(outlet="الساحل")).said is Said.YES


def test_the_speaker_that_the_paste_names_is_checked(record: Record) -> None:
    answer = found(record, "قالت هند الرملي: سنشتري المحصول كله من الفلاحين الصغار")
    assert (answer.speaker, answer.claimed, answer.said) == ("هند الرملي", True, Said.OTHER)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("وشهد الحفل عرضا لآلات الحصاد القديمة في ساحة البلدة", Place.NARRATOR),
        ("وزير الزراعة يفتتح الموسم", None),
    ],
)
def test_words_that_are_nobodys(record: Record, text: str, place: Place | None) -> None:
    answer = found(record, text)
    assert [f.best.place for f in answer.findings] == ([place] if place else [])
    assert all(f.best.statement is None for f in answer.findings)


def test_the_sentences_around(record: Record) -> None:
    best = found(record, "سنشتري المحصول كله", within=Within(outlet="الواحة")).findings[0].best
    assert best.before is not None
    assert best.before.text.endswith("بموافقة المزارعين")
    assert best.sentence is not None
    assert best.sentence.text.startswith("وأضاف الواحي")
    assert best.after is not None
    assert best.after.text.startswith("وشهد الحفل")
    for span in (best.before, best.sentence, best.after, best.span):
        assert best.report.text[span.start : span.end] == span.text


@pytest.mark.parametrize("text", ["", " \n ", "...", "«»", "\u200f\u200e", "https://example.org"])
def test_nothing_to_look_for(record: Record, text: str) -> None:
    with pytest.raises(InputError, match="no word"):
        found(record, text)


def test_a_single_word_is_no_quotation(record: Record) -> None:
    with pytest.raises(InputError, match="single word"):
        found(record, "المحصول")


@pytest.mark.parametrize(
    "text",
    ["من في على إلى", "في " * 5000, "\x00\x01 \x1b[31m أ ب", "'\" OR 1=1 -- *", "كلمة أخرى، " * 9000],
)
def test_hostile_pastes_find_nothing_and_end(record: Record, text: str) -> None:
    answer = found(record, text)
    assert all(f.likeness is not Likeness.VERBATIM for f in answer.findings)


def test_a_long_paste_is_cut_and_says_so(record: Record) -> None:
    answer = found(record, "سنشتري المحصول كله من الفلاحين الصغار. " * 400)
    assert not answer.whole


# --- the paste alone


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("واحد اثنان ثلاثة ... أربعة خمسة ستة", [(0, 3), (3, 6)]),
        ("واحد اثنان ثلاثة… أربعة", [(0, 4)]),
        ("واحد اثنان ثلاثة. أربعة خمسة ستة", [(0, 3), (3, 6)]),
        ("بلغ 8.6 في المئة من الناتج", [(0, 7)]),
    ],
)
def test_parts_of_a_paste(text: str, parts: list[tuple[int, int]]) -> None:
    assert list(paste.pasted(text).parts) == parts


def test_filters_and_the_order_of_arrival(record: Record, tmp_path: Path) -> None:
    text = "سنشتري المحصول كله من الفلاحين الصغار"
    assert found(record, text, within=Within(since=Date(2031, 5, 6))).findings[0].outlets == ("الساحل",)
    assert found(record, text, within=Within(until=Date(2031, 5, 5))).findings[0].outlets == ("الواحة",)
    assert found(record, text, within=Within(until=Date(2031, 5, 4))).findings == ()
    with Record(tmp_path / "other.db") as other:
        for outlet, day, title, words in reversed(REPORTS):
            page = Page(words, outlet, outlet=outlet, date=Date.fromisoformat(day), title=title)
            other.add(page, read(page, load()))
        assert found(other, text) == found(record, text)
