"""From speakers to the actors of the data files: linked for a named reason, open with candidates, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from mawqif.clean import clean
from mawqif.lexicon import Holder, load
from mawqif.model import Date, Kind, Page, Speaker
from mawqif.pipeline import read
from mawqif.resolve.registry import Context, Told, registered
from mawqif.resolve.registry.people import Match, match
from mawqif.resolve.registry.voices import spokesman_for
from mawqif.segment import passage

WORLD = Path(__file__).parent.parent / "src" / "mawqif" / "demo" / "world"
SAID = "إن السد سيبقى مغلقا"
KINGS = "وعاد ملك الأردن إلى عمان، وغادر الوفد المغربي الرباط.\n"
OFFICES = """\
- id: talmar-defence-minister
  state: TLR
  titles: [وزير الدفاع التلماري]
  holders:
    - {name: نائل السامري, start: 2030-01-01, end: 2031-01-01, source: test, en: Nael Al-Samri}
    - {name: سامر الوردفي, start: 2031-01-01, as_of: 2031-12-31, source: test}
    - {name: تامر الكهفي, start: 2033-01-01}
- id: talmar-interior-minister
  state: TLR
  titles: [وزير الداخلية التلماري]
  holders: [{name: كورتن حلزوف, en: Korten Halzov, start: 2029-01-01, source: test}]
- id: talmar-ambassador-in-hadrin
  kind: ambassador-to-HDR
  state: TLR
  titles: [سفير تلمار لدى هضرين]
  holders: [{name: سالم الخولاني, start: 2029-01-01, source: test}]
- id: hadrin-old-minister
  state: HDR
  titles: [وزير الري الهضريني]
  holders: [{name: محمود عمرو, en: Mohamed Amr, start: 2028-01-01, source: test}]
"""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own")
    (folder / "offices.yaml").write_text(OFFICES, "utf-8")
    return folder


def speaker(text: str, own: Path, day: str | None = "2030-05-05") -> Speaker:
    """The speaker of the last statement of a text."""
    page = Page(text=text, location="test", date=Date.fromisoformat(day) if day else None)
    return read(page, load([WORLD, own])).statements[-1].speaker


LINKED = [
    ("a state", f"قالت تلمار {SAID}.", "TLR", "state-by-name"),
    ("a capital", f"قالت نهران {SAID}.", "TLR", "state-by-name"),
    ("a government", f"قالت الحكومة الدروانية {SAID}.", "DRW", "state-by-name"),
    (
        "a city of two states, one named",
        f"غادر الوفد الليبي القاعة.\nوقالت طرابلس {SAID}.",
        "LBY",
        "state-named-in-report",
    ),
    ("a ministry", f"قالت وزارة الخارجية التلمارية {SAID}.", "TLR.foreign-ministry", "body-by-name"),
    ("its short name", f"قالت الخارجية التلمارية {SAID}.", "TLR.foreign-ministry", "body-by-name"),
    (
        "the only one of its kind",
        f"غادر وزير الخارجية التلماري الواحة.\nوقالت الخارجية {SAID}.",
        "TLR.foreign-ministry",
        "only-body-of-its-kind",
    ),
    ("an organisation", f"قال مجلس الأمن الدولي {SAID}.", "UN.security-council", "body-by-name"),
    ("the head of a government", f"قالت إدارة البسطاوي {SAID}.", "TLR", "government-by-its-head"),
    ("an office on a day", f"قال وزير الدفاع التلماري {SAID}.", "نائل-السامري", "office-on-day"),
    ("name and office", f"قال وزير الدفاع التلماري نائل السامري {SAID}.", "نائل-السامري", "name-and-office"),
    ("a name behind", f"قال سامر الوردفي وزير الدفاع التلماري {SAID}.", None, None),
    ("a family name in office", f"قال وزير الداخلية التلماري حلزوف {SAID}.", "korten-halzov", "surname-and-office"),
    ("an ambassador", f"قال السفير التلماري في بيرسان سالم الخولاني {SAID}.", "سالم-الخولاني", "name-and-office"),
    ("an embassy", f"قالت السفارة التلمارية في بيرسان {SAID}.", "TLR.embassy.HDR", "body-by-name"),
    (
        "an office that is named elsewhere",
        f"غاب وزير الدفاع التلماري عن الجلسة.\nوقال الوزير نائل السامري {SAID}.",
        "نائل-السامري",
        "name-and-office-in-report",
    ),
]


@pytest.mark.parametrize(("text", "actor", "link"), [case[1:] for case in LINKED], ids=[case[0] for case in LINKED])
def test_a_speaker_is_linked_for_a_named_reason(text: str, actor: str | None, link: str | None, own: Path) -> None:
    found = speaker(text, own)
    slug = {"نائل-السامري": "nael-al-samri"}
    assert (found.actor, found.link) == (slug.get(actor or "", actor), link)


OPEN = [
    ("a ministry of nobody knows whom", f"قالت الخارجية {SAID}."),
    ("two ministries", f"التقى وزير الخارجية التلماري نظيره الدرواني.\nوقالت الخارجية {SAID}."),
    ("one of several kingdoms", KINGS + f"وقالت المملكة {SAID}."),
    ("a city of two states", f"قالت طرابلس {SAID}."),
    ("a city of two states, both named", f"غادر الوفدان الليبي واللبناني القاعة.\nوقالت طرابلس {SAID}."),
    ("a name alone", f"قال نائل السامري {SAID}."),
    ("a family name alone", f"قال السامري {SAID}."),
    ("another name in the office", f"قال وزير الدفاع التلماري رامي الصقيلي {SAID}."),
    ("the same name in another office", f"قال لاعب المنتخب الهضريني نائل السامري {SAID}."),
    ("who was in office once", f"قال وزير الدفاع التلماري السابق {SAID}."),
    ("an assistant", f"قال مساعد وزير الدفاع التلماري {SAID}."),
    ("another name with the same consonants", f"قال وزير الري الهضريني أحمد ماهر {SAID}."),
    ("a paper named after a capital", f"وكانت «الرياض» قالت {SAID}."),
    ("the office of whom an envoy is sent", f"وقال خادم الحرمين الشريفين لدى الأردن {SAID}."),
    ("another family name beside an office", f"قال وزير الداخلية التلماري كلينتون {SAID}."),
    ("a people", f"قال التلماريون {SAID}."),
]


@pytest.mark.parametrize("text", [case[1] for case in OPEN], ids=[case[0] for case in OPEN])
def test_what_may_be_another_stays_open(text: str, own: Path) -> None:
    found = speaker(text, own)
    assert found.actor is None
    assert found.link is None


@pytest.mark.parametrize(
    ("day", "actor", "candidates"),
    [
        ("2030-05-05", "nael-al-samri", set()),
        ("2031-01-01", None, {"nael-al-samri", "سامر-الوردفي"}),
        ("2031-06-01", "سامر-الوردفي", set()),
        ("2032-06-01", None, {"سامر-الوردفي"}),
        ("2033-06-01", None, {"سامر-الوردفي", "تامر-الكهفي"}),
        ("2029-06-01", None, set()),
        (None, None, {"nael-al-samri", "سامر-الوردفي", "تامر-الكهفي"}),
    ],
)
def test_an_office_is_its_holder_on_the_day_of_the_report(
    day: str | None, actor: str | None, candidates: set[str], own: Path
) -> None:
    found = speaker(f"قال وزير الدفاع التلماري {SAID}.", own, day)
    assert found.actor == actor
    assert set(found.candidates) == candidates
    assert found.represents == ("TLR.defence-ministry", "TLR")
    assert found.name == "وزير الدفاع التلماري"


@pytest.mark.parametrize(
    ("mention", "represents"),
    [
        ("المتحدث باسم وزارة الخارجية التلمارية نائل الورد", ("TLR.foreign-ministry", "TLR")),
        ("متحدث باسم الخارجية الدروانية", ("DRW.foreign-ministry", "DRW")),
        ("الناطق باسم الحكومة الدروانية سامر الورد", ("DRW",)),
        ("المتحدث باسم حركة حماس سامر الورد", ("hamas",)),
        ("سفير تلمار لدى دروان سامر الورد", ("TLR.embassy.DRW", "TLR")),
        ("السفير الدرواني في بيرسان سامر الورد", ("DRW.embassy.HDR", "DRW")),
        ("مبعوث الأمم المتحدة إلى دروان سامر الورد", ("UN",)),
        ("نائب وزير الخارجية التلماري سامر الورد", ("TLR.foreign-ministry", "TLR")),
        ("مدير عام منظمة الصحة العالمية سامر الورد", ("WHO", "UN")),
        ("وزير الخارجية التلماري الأسبق سامر الورد", ()),
        ("مسؤول في وزارة الخارجية التلمارية", ()),
        ("مستشار الرئيس التلماري سامر الورد", ()),
        ("شقيق الرئيس التلماري سامر الورد", ()),
        ("الخبير التلماري سامر الورد", ()),
    ],
)
def test_who_speaks_for_a_body_represents_it_and_its_state(
    mention: str, represents: tuple[str, ...], own: Path
) -> None:
    assert speaker(f"قال {mention} {SAID}.", own).represents == represents


def test_a_title_that_was_surely_anothers_says_nothing_of_a_name(own: Path) -> None:
    assert speaker(f"قال وزير الدفاع التلماري رامي الصقيلي {SAID}.", own).represents == ()


def test_an_english_mention_meets_the_same_actor(own: Path) -> None:
    found = speaker('Talmar\'s Interior Minister Korten Halzov said: "The dam will stay closed for a long time."', own)
    assert (found.actor, found.link) == ("korten-halzov", "name-and-office")


@pytest.mark.parametrize(
    ("name", "names", "english", "fits"),
    [
        ("نائل السامري", ["نائل بن رامي السامري"], "", Match.FULL),
        ("نائل بن رامي السامري", ["نائل السامري"], "", Match.FULL),
        ("عبدالله السامري", ["عبد الله السامري"], "", Match.FULL),
        ("نائل بن رامي", ["نائل بن رامي السامري"], "", Match.FULL),
        ("نائل بن رامي الكهفي", ["نائل بن رامي", "نائل بن رامي السامري"], "", Match.NONE),
        ("نائل بن تامر بن رامي", ["نائل بن رامي"], "", Match.NONE),
        ("السامري", ["نائل السامري"], "", Match.SURNAME),
        ("نائل", ["نائل السامري"], "", Match.NONE),
        ("رامي السامري", ["نائل السامري"], "", Match.NONE),
        ("بطرس كالندر", [], "Boutros Kalander", Match.SOUND),
        ("أحمد ماهر", [], "Mohamed Amr", Match.NONE),
        ("عبد الرحمن الكهفي", [], "Abdelrahman al-Kahfi", Match.SOUND),
        ("Boutros Kalander", [], "Boutros P. Kalander", Match.FULL),
        ("Kalander", [], "Boutros Kalander", Match.SURNAME),
    ],
)
def test_names_fit_by_all_their_words_or_their_consonants(
    name: str, names: list[str], english: str, fits: Match
) -> None:
    holder = Holder(name, None, None, "test", "x", tuple(names), english)
    assert match(name, holder) is fits


@pytest.mark.parametrize("description", ["", "،", "خلال", "«", "متحدث باسم"])
def test_a_description_of_nothing_speaks_for_nobody(description: str, own: Path) -> None:
    context = Context(passage(clean(Page(text="نص", location="test"), load())), None, load())
    assert spokesman_for(description, context) == ()


@pytest.mark.parametrize("name", ["ـ", "نائل ـ السامري", '"', "ـ ـ", "بن", "-", "'", "ال", "عبد"])
def test_a_name_of_marks_fits_nobody_and_breaks_nothing(name: str, own: Path) -> None:
    holder = Holder("كورتن حلزوف", None, None, "test", "x", ("كورتن حلزوف", "ـ", '"'), "Korten Halzov")
    assert match(name, holder) is Match.NONE
    context = Context(passage(clean(Page(text=f"قال {name} ـ", location="test"), load())), None, load())
    told = Told((name, f"وزير {name} الخارجية ـ", f"السفير {name} في"), True)
    for kind in Kind:
        assert registered(Speaker(None, name, kind), told, context).actor is None
