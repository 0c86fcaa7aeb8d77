"""What statements refer to: found in every wording, the same under one id, and what only looks like it left alone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from mawqif.errors import LexiconError
from mawqif.lexicon import Lexicon, load
from mawqif.model import Page, Statement
from mawqif.pipeline import read

INVENTED = """
- {id: two-bridges, ar: [اتفاق الجسرين, تفاهم الجسرين], en: [Two Bridges Agreement], year: 2030, source: invented}
- {id: bay-charter, ar: [ميثاق الخليج الأزرق], year: 2020, source: invented}
- {id: wells-old, ar: [إعلان الآبار], year: 2010, until: 2020, source: invented}
- {id: wells-new, ar: [إعلان الآبار], year: 2021, source: invented}
- {id: palms-a, ar: [وثيقة النخيل], year: 2010, source: invented}
- {id: palms-b, ar: [وثيقة النخيل], year: 2015, source: invented}
"""


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    folder = tmp_path_factory.mktemp("world")
    (folder / "instruments.yaml").write_text(INVENTED, "utf-8")
    return load([folder])


def statements(text: str, lexicon: Lexicon, year: int | None = 2031) -> tuple[Statement, ...]:
    day = dt.date(year, 5, 1) if year else None
    return read(Page(text=text, location="test", date=day), lexicon).statements


def invoked(text: str, lexicon: Lexicon, year: int | None = 2031) -> list[tuple[str, str]]:
    return [(i.span.text, i.id) for s in statements(text, lexicon, year) for i in s.instruments]


WORDINGS = {
    "unscr-2254": [
        "القرار 2254",
        "القرار الأممي 2254",
        "القرار الأممي رقم ٢٢٥٤",
        "قرار مجلس الأمن رقم 2254",
        "قرار مجلس الأمن الدولي ٢٢٥٤",
        "قرار مجلس الأمن 2254 (2015)",
        "القرار الدولي «2254»",
        "قرار الأمم المتحدة رقم (2254)",
    ],
    "unscr-2779": ["القرار الأممي 2779", "قرار مجلس الأمن الدولي رقم 2779"],  # in no list
    "unga-194": ["القرار 194", "قرار الجمعية العامة رقم 194", "القرار الدولي 194"],
    "caesar-act": ["قانون قيصر"],
    "step-for-step": ["منهجية «خطوة بخطوة»", "مبدأ خطوة بخطوة"],
    "jcpoa": ["الاتفاق النووي", "الاتفاق النووي الإيراني", "اتفاق إيران النووي", "الاتفاق النووي المبرم"],
    "un-charter": ["ميثاق الأمم المتحدة", "المادة 51 من ميثاق الأمم المتحدة"],
    "juba-agreement": ["اتفاقية جوبا للسلام", "اتفاق جوبا للسلام"],
    "two-bridges": ["اتفاق الجسرين", "اتفاقية الجسرين", "تفاهم الجسرين"],
    "bay-charter": ["ميثاق الخليج الأزرق"],
}


@pytest.mark.parametrize(("id", "wording"), [(id, w) for id, all in WORDINGS.items() for w in all])
def test_an_instrument_has_one_id_in_all_wordings(id: str, wording: str, lexicon: Lexicon) -> None:
    for text in (f"أكد سالم النوري أن {wording} هو الأساس.", f"دعا سالم النوري إلى تنفيذ {wording} كاملا."):
        assert [found for _words, found in invoked(text, lexicon)] == [id]


def test_english_wordings_have_the_same_id(lexicon: Lexicon) -> None:
    text = "Sara Noor said that UNSCR 2254 and the Caesar Act matter. She said that the Two Bridges Agreement is dead."
    assert [id for _words, id in invoked(text, lexicon)] == ["unscr-2254", "caesar-act", "two-bridges"]


SPANS = [
    ("بمعاهدة السدود الكبرى", "معاهدة السدود الكبرى"),
    ("لاتفاق وقف إطلاق النار", "اتفاق وقف إطلاق النار"),
    ("بالمبادرة المصرية", "المبادرة المصرية"),
    ("وخارطة الطريق", "خارطة الطريق"),
    ("بقانون مكافحة الفساد", "قانون مكافحة الفساد"),
    ("بالقانون رقم 10 لسنة 2028", "القانون رقم 10 لسنة 2028"),
    ("بقرار وزير المالية رقم 12", "قرار وزير المالية رقم 12"),
    ("بمبادرة «بحر واحد»", "مبادرة «بحر واحد»"),
    ("بالاتفاق الأمريكي - التركي", "الاتفاق الأمريكي - التركي"),
    ("بالقرارات الدولية ذات الصلة", "القرارات الدولية ذات الصلة"),
    ("بمشروع القرار", "مشروع القرار"),
    ("بمذكرة التفاهم بين إيران وتركيا", "مذكرة التفاهم بين إيران وتركيا"),
    ("باتفاق السلم والشراكة الوطنية", "اتفاق السلم والشراكة الوطنية"),
    ("بالاتفاق الذي أبرم في جنيف", "الاتفاق الذي أبرم في جنيف"),
    ("ببروتوكول القوة المشتركة", "بروتوكول القوة المشتركة"),
    ("بالميثاق العربي لحقوق الإنسان", "الميثاق العربي لحقوق الإنسان"),
]


@pytest.mark.parametrize(("written", "span"), SPANS)
def test_the_shortest_phrase_that_names_it(written: str, span: str, lexicon: Lexicon) -> None:
    assert [words for words, _id in invoked(f"أكد سالم النوري أنه متمسك {written}.", lexicon)] == [span]


NONE = [
    "أنه تم الاتفاق على موعد جديد",
    "أنه تم الاتفاق أخيرا على موعد جديد",
    "أن أي اتفاق سياسي بعيد",
    "أن قرار انسحابها نهائي",
    "أن قرار 300 شركة كان صائبا",
    "أن النظام خارج عن القانون",
    "أن القانون المصري يمنع ذلك",
    "أن مبادرة الشركة كريمة",
    "أنه لا يعلم بقانون لمنع الصيد",
    "أنه وضع خطة عسكرية لذلك",
    "أن إعلان النتائج تأخر",
    "أنه يرحب بهذه الهدنة الإنسانية",
    "أن المبادرات الكريمة كثيرة",
    "أن هذا الاتفاق الجديد سيئ",
    "أن الإعلان المصري مفاجئ",
    "أن إعلان مصر مفاجئ",
]


@pytest.mark.parametrize("content", NONE)
def test_what_names_none_is_left_alone(content: str, lexicon: Lexicon) -> None:
    assert invoked(f"أكد سالم النوري {content}.", lexicon) == []


def test_several_numbers_of_one_noun(lexicon: Lexicon) -> None:
    text = "قال سالم النوري إن القرارات 242 و338 و1515 ملزمة."
    assert invoked(text, lexicon) == [("القرارات 242", "unscr-242"), ("338", "unscr-338"), ("1515", "unscr-1515")]


def test_another_state_makes_another_agreement(lexicon: Lexicon) -> None:
    ids = {
        id for _w, id in invoked("قال سالم النوري إن الاتفاق النووي الأردني مهم واتفاقا نوويا مع تركيا بعيد.", lexicon)
    }
    assert "jcpoa" not in ids


def test_what_is_in_no_list_has_the_id_of_its_words(lexicon: Lexicon) -> None:
    (one,) = {id for _w, id in invoked("أكد سالم النوري أن معاهدة السدود الكبرى باقية.", lexicon)}
    (same,) = {id for _w, id in invoked("حذر داود البستاوي من معاهدة السدود الكبرى.", lexicon)}
    (other,) = {id for _w, id in invoked("حذر داود البستاوي من معاهدة الأنهار الكبرى.", lexicon)}
    assert one == same != other


def test_what_points_back_is_the_only_one_named_before(lexicon: Lexicon) -> None:
    text = "وقع الطرفان اتفاق الجسرين. وأكد سالم النوري أن الاتفاق باق، ورحب داود البستاوي بالاتفاق."
    assert invoked(text, lexicon) == [("الاتفاق", "two-bridges"), ("الاتفاق", "two-bridges")]


def test_what_points_back_to_one_of_two_is_neither(lexicon: Lexicon) -> None:
    text = "وقع الطرفان اتفاق الجسرين واتفاق وقف إطلاق النار. وأكد سالم النوري أن الاتفاق باق."
    ((words, id),) = invoked(text, lexicon)
    assert words == "الاتفاق"
    assert id != "two-bridges"
    elsewhere = invoked("أكد داود البستاوي أن الاتفاق باق.", lexicon)
    assert [i for _w, i in elsewhere] != [id], "in another report it is another one"


@pytest.mark.parametrize("words", ["مشروع القرار", "خارطة الطريق", "مذكرة التفاهم", "قرار مجلس الأمن", "القرار الدولي"])
def test_words_that_any_report_may_use_have_an_id_of_the_report_alone(words: str, lexicon: Lexicon) -> None:
    here = invoked(f"أكد سالم النوري أن {words} مهم. ورحب داود البستاوي بـ{words}.", lexicon)
    there = invoked(f"أكد سالم النوري أن {words} سيئ.", lexicon)
    assert len({id for _w, id in here}) == 1
    assert {id for _w, id in here}.isdisjoint(id for _w, id in there)


def test_a_resolution_without_its_number_is_the_one_that_was_named(lexicon: Lexicon) -> None:
    text = "أكد سالم النوري أن القرار 2216 ملزم. ودعا داود البستاوي إلى تنفيذ القرار الأممي."
    assert [id for _w, id in invoked(text, lexicon)] == ["unscr-2216", "unscr-2216"]


def test_it_is_no_topic_in_passing(lexicon: Lexicon) -> None:
    assert invoked("وقع الطرفان اتفاق الجسرين. وأكد سالم النوري أن الوفد غادر قبل عرقلة الاتفاق.", lexicon) == []


@pytest.mark.parametrize(("year", "id"), [(2015, "wells-old"), (2025, "wells-new")])
def test_a_name_means_what_it_meant_in_the_year_of_the_report(year: int, id: str, lexicon: Lexicon) -> None:
    assert [i for _w, i in invoked("أكد سالم النوري أن إعلان الآبار ملزم.", lexicon, year)] == [id]


@pytest.mark.parametrize("year", [None, 2020])
def test_a_name_that_may_mean_two_means_neither(year: int | None, lexicon: Lexicon) -> None:
    ((_words, id),) = invoked("أكد سالم النوري أن وثيقة النخيل ملزمة.", lexicon, year)
    assert id not in ("palms-a", "palms-b")


def test_what_is_said_of_it_before_the_cue_counts(lexicon: Lexicon) -> None:
    text = "وحول اتفاق الجسرين قال سالم النوري إن بلاده لن تعود إلى الوراء."
    assert [id for _w, id in invoked(text, lexicon)] == ["two-bridges"]


def test_what_belongs_to_the_title_of_the_speaker_does_not(lexicon: Lexicon) -> None:
    text = "قال سالم النوري رئيس لجنة اتفاق الجسرين إن الطريق مفتوح."
    assert invoked(text, lexicon) == []


def test_spans_are_those_of_the_text_as_given(lexicon: Lexicon) -> None:
    text = "أكـّد سالم النوري أنّ “اتّفــاق الجسرين” باقٍ."
    ((words, id),) = invoked(text, lexicon)
    assert (words, id) == ("اتّفــاق الجسرين", "two-bridges")


WRONG = [
    ("- {ar: [ميثاق السد]}", "no 'id'"),
    ("- {id: dam}", "needs names under 'ar' or 'en', or a number and its issuer"),
    ("- {id: dam, number: 12}", "needs names"),
    ("- {id: dam, ar: [ميثاق السد], year: soon}", "'year' of 'dam' is no whole number"),
    ("- {id: dam, ar: [ميثاق السد], made: 2012}", "'made' is no key"),
]


@pytest.mark.parametrize(("content", "message"), WRONG)
def test_a_mistake_in_the_file_is_named(content: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "instruments.yaml").write_text(content, "utf-8")
    with pytest.raises(LexiconError, match=message) as e:
        load([tmp_path])
    assert "instruments.yaml" in str(e.value)


def test_a_users_entry_wins_over_the_one_of_the_same_id(tmp_path: Path) -> None:
    (tmp_path / "instruments.yaml").write_text("- {id: caesar-act, ar: [قانون القيصرية]}", "utf-8")
    mine = load([tmp_path])
    text = "قال سالم النوري إن {} ظالم."
    assert [id for _w, id in invoked(text.format("قانون القيصرية"), mine)] == ["caesar-act"]
    assert "caesar-act" not in [id for _w, id in invoked(text.format("قانون قيصر"), mine)]


def test_every_instrument_of_the_core_has_a_source_and_an_id_of_its_own() -> None:
    known = load().instruments
    assert len({i.id for i in known}) == len(known) > 250
    assert [i.id for i in known if not i.source] == []


def test_every_name_of_the_core_is_found_under_its_id() -> None:
    core = load()
    missed = []
    for instrument in core.instruments:
        year = max(instrument.year or 0, min(2031, instrument.until or 2031))
        for name in instrument.names:
            ids = [id for _w, id in invoked(f"أكد سالم النوري أن {name} أساس الحل.", core, year)]
            if ids != [instrument.id]:
                missed.append((name, ids))
    assert [m for m in missed if m[0] not in AMBIGUOUS] == []


AMBIGUOUS = ("اتفاق الدوحة", "إعلان جدة")  # of two agreements, both old enough


def test_what_is_said_of_it_in_marks_is_no_name(lexicon: Lexicon) -> None:
    assert [w for w, _id in invoked("أكد سالم النوري أن الاتفاق «حبر على ورق».", lexicon)] == ["الاتفاق"]
