"""From a page to a report: what is furniture, and how headline, outlet and date are known."""

from __future__ import annotations

import datetime as dt

import pytest

from mawqif.clean import clean
from mawqif.errors import InputError
from mawqif.lexicon import load
from mawqif.model import Page, Provenance, Report

LEXICON = load()
BODY = "قال وزير المياه التلماري نائل القرشمي إن بلاده ستعيد فتح المعبر قريبا.\nوأضاف أن اللجنة ستجتمع غدا."


def _clean(text: str, **given: object) -> Report:
    return clean(Page(text=text, location="page", **given), LEXICON)  # type: ignore[arg-type]


def _furniture(text: str) -> list[tuple[str, str]]:
    return [(f.rule, f.span.text) for f in _clean(text).furniture]


CASES = [
    ("label", "عاجل\n" + BODY, "عاجل"),
    ("label", BODY + "\nأخبار متعلقة", "أخبار متعلقة"),
    ("label", BODY + "\nزر الذهاب إلى الأعلى", "زر الذهاب إلى الأعلى"),
    (
        "share-line",
        BODY + "\nرابط الخبر بصحيفة الأفق: نائل يعيد فتح المعبر",
        "رابط الخبر بصحيفة الأفق: نائل يعيد فتح المعبر",
    ),
    ("tags", BODY + " وسوم المعبر المياه تلمار", "وسوم المعبر المياه تلمار"),
    (
        "headline-bar",
        "افتتاح معرض الكتاب في الساحةالمنتخب يفوز على ضيفهوفد تجاري يزور الميناءالعثور على سفينة غارقة\n\n" + BODY,
        "افتتاح معرض الكتاب في الساحةالمنتخب يفوز على ضيفهوفد تجاري يزور الميناءالعثور على سفينة غارقة",
    ),
]


@pytest.mark.parametrize(("rule", "text", "stretch"), CASES)
def test_furniture_is_seen_by_its_own_evidence(rule: str, text: str, stretch: str) -> None:
    assert (rule, stretch) in _furniture(text)


@pytest.mark.parametrize("text", [BODY, "وسوم القبائل القديمة موضوع كتاب جديد. " + BODY])
def test_what_is_doubtful_is_the_report(text: str) -> None:
    assert _furniture(text) == []


def test_the_headline_that_stands_twice_is_furniture_and_the_title() -> None:
    report = _clean("شبكة الأفق | المعبر يفتح أبوابه قريبا\nعاجل\nالمعبر يفتح أبوابه قريبا\n" + BODY)
    assert [f.rule for f in report.furniture] == ["headline-twice"]
    assert report.title
    assert (report.title.value, report.title.provenance) == ("المعبر يفتح أبوابه قريبا", Provenance.TEXT)


def test_what_is_given_wins_over_what_the_page_says() -> None:
    report = _clean("الواحة، 5 مايو 2031 (الأفق) - " + BODY, outlet="المدى", date=dt.date(2031, 6, 1), title="عنوان")
    facts = (report.outlet, report.date, report.title)
    assert [(f.value, f.provenance) for f in facts if f] == [
        ("المدى", Provenance.GIVEN),
        ("2031-06-01", Provenance.GIVEN),
        ("عنوان", Provenance.GIVEN),
    ]


def test_a_dateline_gives_the_day_with_its_place() -> None:
    report = _clean("الواحة، 5 مايو 2031 (الأفق) - " + BODY)
    assert report.date
    assert (report.date.value, report.date.provenance) == ("2031-05-05", Provenance.DATELINE)
    assert report.date.span
    assert report.date.span.text == "5 مايو 2031"


def test_what_nobody_says_stays_unknown() -> None:
    report = _clean(BODY)
    assert (report.outlet, report.date, report.url) == (None, None, None)


def test_a_date_in_the_running_text_is_not_the_reports() -> None:
    assert _clean(BODY + "\nوكان الاتفاق وقع في 5 مايو 2020 في الواحة.").date is None


PAGE = """<!doctype html><html lang="ar"><head><title>المعبر | الأفق</title>
<meta property="og:title" content="المعبر يفتح أبوابه"><meta property="og:site_name" content="الأفق">{date}</head>
<body><nav><a href="/">الرئيسية</a></nav><article><h1>المعبر يفتح أبوابه</h1><p>5 مايو 2020</p>
<p>قال وزير المياه التلماري نائل القرشمي إن بلاده ستعيد فتح المعبر قريبا بعد أن اجتمعت اللجنة المشتركة مرتين.</p>
<p>وأضاف أن اللجنة ستجتمع مرة أخرى في الأسبوع المقبل للنظر في ما بقي من مسائل المياه والحدود.</p></article>
</body></html>"""


def test_markup_gives_headline_outlet_and_stated_date() -> None:
    stated = '<meta property="article:published_time" content="2031-05-12T07:30:00+03:00">'
    report = _clean(PAGE.replace("{date}", stated), media_type="text/html")
    facts = (report.title, report.outlet, report.date)
    assert [(f.value, f.provenance) for f in facts if f] == [
        ("المعبر يفتح أبوابه", Provenance.MARKUP),
        ("الأفق", Provenance.MARKUP),
        ("2031-05-12", Provenance.MARKUP),
    ]
    assert report.extractor
    assert report.extractor.startswith("trafilatura ")


MENU = "<html><body><nav><a>الرئيسية</a> <a>سياسة</a> <a>اتصل بنا</a></nav></body></html>"


@pytest.mark.parametrize("text", ["", " \n\t ", "<html><body></body></html>", "<!doctype html><p></p>", MENU])
def test_a_page_without_text_is_one_clear_error(text: str) -> None:
    with pytest.raises(InputError, match="page: "):
        _clean(text)
