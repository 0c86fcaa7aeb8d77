"""Actors across reports: which speakers are one, which are two, and which nobody can tell."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pytest

from mawqif.arabic import fold
from mawqif.lexicon import Lexicon, load
from mawqif.model import Bearer, Card, Kind, Reason, Span, Speaker, Tie
from mawqif.resolve import actors

DAY = dt.date(2031, 3, 4)


@pytest.fixture(scope="module")
def lexicon(demo: Path) -> Lexicon:
    return load((demo / "world",))


def speaker(
    name: str,
    office: str | None = None,
    *,
    kind: Kind = Kind.PERSON,
    of: Sequence[str] = (),
    actor: str | None = None,
    mention: str | None = None,
) -> Speaker:
    words = mention or name
    return Speaker(Span(0, len(words), words), name, kind, office, "test", actor, None, (), tuple(of))


def card(lexicon: Lexicon, who: Speaker, day: dt.date | None = DAY, home: str | None = None) -> Card | None:
    return actors.appearance(who, "r", day, home, lexicon).card


class Names:
    """The names of a few cards, as a record would hold them."""

    def __init__(self, cards: Iterable[Card], lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        groups: dict[str, list[Card]] = {}
        for c in cards:
            groups.setdefault(c.group, []).append(c)
        self.borne = {g: actors.bearers(cs, lexicon) for g, cs in groups.items()}
        self.offered = {g: actors.offers(cs) for g, cs in groups.items()}
        self.bearers = {b.id: b for found in self.borne.values() for b in found}

    def under(self, keys: Iterable[str]) -> Mapping[str, Sequence[Bearer]]:
        return {k: [b for g, offered in self.offered.items() if k in offered for b in self.borne[g]] for k in keys}

    def tie(self, bearer: Bearer) -> Tie | None:
        return actors.tie(bearer, self, self.lexicon)

    def end(self, one: Card) -> str | None:
        """The actor of a card; None where it is open."""
        bearer = next(b for b in self.borne[one.group] if one in b.cards)
        while not bearer.actor and (tie := self.tie(bearer)) and tie.to:
            bearer = self.bearers[tie.to]
        return None if bearer.open else bearer.actor or bearer.id


def ends(lexicon: Lexicon, *who: Speaker, days: Sequence[dt.date | None] = ()) -> list[str | None]:
    """The actor of each of these speakers, each of another report."""
    cards = [card(lexicon, s, day) for s, day in itertools.zip_longest(who, days or [DAY] * len(who))]
    names = Names([c for c in cards if c], lexicon)
    return [names.end(c) if c else None for c in cards]


ONE_NAME = [
    ("with and without hamza", "أنور إدلبي", "انور ادلبي"),
    ("عبد apart", "عبد الله القرشمي", "عبدالله القرشمي"),
    ("أبو apart", "حازم أبو نعمة", "حازم ابونعمه"),
    ("الله apart", "نصر الله البسطاوي", "نصرالله البسطاوي"),
    ("with and without the article", "نائل القرشمي", "نائل قرشمي"),
    ("with and without بن", "نائل بن سعد القرشمي", "نائل سعد القرشمي"),
    ("ta marbuta and alef maqsura", "حمزة الموسى", "حمزه الموسي"),
    ("a doubled waw", "داوود البسطاوي", "داود البسطاوي"),
    ("a final hamza", "زكريا الكهفي", "زكرياء الكهفي"),
    ("vowels of a strange name", "كلدمان بروسكوف", "كيلدمان بروسكف"),
    ("a particle apart", "ستيفان دي موريلتا", "ستيفان ديموريلتا"),
]


@pytest.mark.parametrize(("one", "other"), [n[1:] for n in ONE_NAME], ids=[n[0] for n in ONE_NAME])
def test_spellings_of_one_name_meet(lexicon: Lexicon, one: str, other: str) -> None:
    first, second = ends(lexicon, speaker(one), speaker(other))
    assert first is not None
    assert first == second


TWO_NAMES = [
    ("a vowel of an Arabic name", "سالم القرشمي", "سليم القرشمي"),
    ("another first name", "نائل القرشمي", "رباب القرشمي"),
    ("another family name", "نائل القرشمي", "نائل الكهفي"),
    ("a letter", "نائل الشمري", "نائل الشهري"),
    ("a longer family name", "نائل الشمري", "نائل الشمراني"),
    ("a name within the other", "نائل القرشمي", "نائل سعد القرشمي"),
    ("the father's name alone", "نائل سعد", "نائل سعد القرشمي"),
    ("the father's and the family's name", "نائل بن سالم", "نائل السالم"),
    ("the same without بن", "نائل سالم", "نائل السالم"),
    ("a name that begins like an article", "ألفريد بليتكوف", "فريد بليتكوف"),
]


@pytest.mark.parametrize(("one", "other"), [n[1:] for n in TWO_NAMES], ids=[n[0] for n in TWO_NAMES])
def test_two_names_stay_two(lexicon: Lexicon, one: str, other: str) -> None:
    first, second = ends(lexicon, speaker(one), speaker(other))
    assert first != second


FOREIGN = speaker("فرانسوا بيليتكوف", "وزير المالية", of=["FRA"])


def test_a_state_without_arabic_names_lets_known_names_vary(lexicon: Lexicon) -> None:
    other = speaker("فرنسوا بيلتكوف", "وزير المالية", of=["FRA"])
    assert len({*ends(lexicon, FOREIGN, other)}) == 1


NAMESAKES = [
    ("of two states", speaker("نائل القرشمي", of=["TLR"]), speaker("نائل القرشمي", of=["DRW"])),
    ("two walks of life", speaker("محمد الشمري", "مدرب نادي الواحة"), speaker("محمد الشمري", "وزير المياه")),
    ("two persons of the data", speaker("نائل القرشمي", actor="Q1"), speaker("نائل القرشمي", actor="Q2")),
]


@pytest.mark.parametrize(("one", "other"), [n[1:] for n in NAMESAKES], ids=[n[0] for n in NAMESAKES])
def test_namesakes_stay_apart_and_whoever_may_be_both_is_open(lexicon: Lexicon, one: Speaker, other: Speaker) -> None:
    bare = speaker(one.name or "")
    first, second, third = ends(lexicon, one, other, bare)
    assert first != second
    assert third is None


def test_decades_without_a_word_make_two(lexicon: Lexicon) -> None:
    who = speaker("نائل القرشمي")
    early, late = ends(lexicon, who, who, days=[dt.date(1981, 1, 1), dt.date(2031, 1, 1)])
    assert early != late
    chain = [dt.date(y, 1, 1) for y in (1981, 1999, 2015, 2031)]
    assert len({*ends(lexicon, who, who, who, who, days=chain)}) == 1


LONGER = [
    ("in one office", "أمين بلدية سهلان", "أمين بلدية سهلان", True),
    ("an office told shorter", "أمين البلدية", "أمين بلدية سهلان", True),
    ("in other places", "مدير تعليم سهلان", "مدير تعليم نهران", False),
    ("no office", None, "أمين بلدية سهلان", False),
]


@pytest.mark.parametrize(("short", "long", "same"), [n[1:] for n in LONGER], ids=[n[0] for n in LONGER])
def test_a_longer_name_needs_the_office(lexicon: Lexicon, short: str | None, long: str, same: bool) -> None:
    first, second = ends(lexicon, speaker("نائل القرشمي", short), speaker("نائل سعد القرشمي", long))
    assert (first == second) is same


def test_a_longer_name_of_two_persons_is_open_to_both(lexicon: Lexicon) -> None:
    office = "أمين بلدية سهلان"
    longer = [speaker("نائل سعد القرشمي", office), speaker("نائل فهد القرشمي", office)]
    cards = [c for c in (card(lexicon, s) for s in [speaker("نائل القرشمي", office), *longer]) if c]
    names = Names(cards, lexicon)
    tie = names.tie(names.borne[cards[0].group][0])
    assert tie is not None
    assert (tie.to, len(tie.candidates)) == (None, 2)


MINISTER = speaker("نائل القرشمي", "وزير المياه التلماري", of=["TLR.water", "TLR"])


@pytest.mark.parametrize(
    ("who", "same"),
    [
        (speaker("القرشمي", "وزير المياه التلماري", of=["TLR.water", "TLR"]), True),
        (speaker("القرشمي", "وزير المياه الدرواني", of=["DRW"]), False),
        (speaker("القرشمي", "مدير المياه التلماري", of=["TLR"]), False),
        (speaker("القرشمي"), False),
        (speaker("القرشمي", "وزير المياه"), False),
    ],
)
def test_a_family_name_needs_office_and_state(lexicon: Lexicon, who: Speaker, same: bool) -> None:
    first, second = ends(lexicon, MINISTER, who)
    assert (first == second) is same


def test_a_family_name_of_two_is_nobodys(lexicon: Lexicon) -> None:
    other = speaker("رباب القرشمي", "وزير المياه التلماري", of=["TLR"])
    alone = speaker("القرشمي", "وزير المياه التلماري", of=["TLR"])
    first, second, third = ends(lexicon, MINISTER, other, alone)
    assert third not in (first, second)


SCRIPTS = [
    ("Latin letters", "Felkan Blitkov", "فيلكان بليتكوف", True),
    ("another one", "Felkan Bardov", "فيلكان بليتكوف", False),
    ("an account of an office", "@SecBlitkov", "فيلكان بليتكوف", True),
    ("an account of somebody else", "@SecBardov", "فيلكان بليتكوف", False),
    ("an account with both names", "@FelkanBlitkov", "فيلكان بليتكوف", True),
]


@pytest.mark.parametrize(("latin", "arabic", "same"), [n[1:] for n in SCRIPTS], ids=[n[0] for n in SCRIPTS])
def test_english_names_meet_the_arabic_ones(lexicon: Lexicon, latin: str, arabic: str, same: bool) -> None:
    first, second = ends(lexicon, speaker(latin), speaker(arabic, "وزير الخارجية", of=["USA"]))
    assert (first == second) is same


OPEN = [
    ("an unnamed source", speaker("مصدر مطلع", kind=Kind.UNNAMED)),
    ("an office without a sure holder", speaker("وزير المياه التلماري", "وزير المياه التلماري")),
    ("a body by what it is", speaker("اللجنة", kind=Kind.ORGANIZATION)),
    ("a ministry of no state", speaker("وزارة المياه", kind=Kind.ORGANIZATION)),
    ("a union of nobody knows what", speaker("الاتحاد التلماري", kind=Kind.ORGANIZATION)),
    ("a document", speaker("تقرير البلدية", kind=Kind.DOCUMENT)),
    ("the newspaper", speaker("الصحيفة", kind=Kind.MEDIA)),
    ("newspapers", speaker("صحف محلية", kind=Kind.MEDIA)),
]


@pytest.mark.parametrize("who", [o[1] for o in OPEN], ids=[o[0] for o in OPEN])
def test_what_only_its_report_can_tell_stays_open(lexicon: Lexicon, who: Speaker) -> None:
    seen = [actors.appearance(who, report, DAY, None, lexicon) for report in ("a", "b")]
    assert [s.card for s in seen] == [None, None]
    assert seen[0].own != seen[1].own


BODIES = [
    ("a body with a place", "بلدية نهران", "بلديه نهران", True),
    ("an article", "نادي واحات الكندروس", "نادي الواحات الكندروس", True),
    ("another place", "بلدية نهران", "بلدية سهلان", False),
    ("a body of a state", "الجمارك التلمارية", "جمارك تلمارية", True),
]


@pytest.mark.parametrize(("one", "other", "same"), [n[1:] for n in BODIES], ids=[n[0] for n in BODIES])
def test_bodies_by_their_full_names(lexicon: Lexicon, one: str, other: str, same: bool) -> None:
    first, second = ends(lexicon, *(speaker(n, kind=Kind.ORGANIZATION) for n in (one, other)))
    assert first is not None
    assert (first == second) is same


def test_a_body_of_common_words_needs_its_state(lexicon: Lexicon) -> None:
    who = speaker("الهيئة العليا للمياه", kind=Kind.ORGANIZATION)
    here, there, again = (card(lexicon, who, home=state) for state in ("TLR", "DRW", "TLR"))
    assert here == again != there
    assert here is not None
    assert here.reason is Reason.NAME_STATE


def test_a_ministry_is_that_of_the_state_of_which_the_report_tells(lexicon: Lexicon) -> None:
    made = card(lexicon, speaker("وزارة الصحة", kind=Kind.ORGANIZATION), home="SAU")
    assert made is not None
    assert made.actor == "SAU.health-ministry"


def test_the_state_of_its_cities_tells_whose_a_ministry_is_and_nothing_else(lexicon: Lexicon) -> None:
    def of(name: str) -> Card | None:
        return actors.appearance(speaker(name, kind=Kind.ORGANIZATION), "r", DAY, None, lexicon, "SAU").card

    ministry = of("وزارة الصحة")
    assert ministry is not None
    assert ministry.actor == "SAU.health-ministry"
    assert of("اللجنة المحلية") is None


PLACES = [
    ("افتتح المجلس في تبوك ثم في نجران معرضا", None, "SAU"),
    ("افتتح المجلس في تبوك ثم في طنجة معرضا", None, None),
    ("افتتح المجلس معرضا", "TLR", "TLR"),
    ("افتتح المجلس في دروان معرضا", "TLR", None),
    ("افتتح المجلس في تبوك معرضا", "TLR", None),
    ("افتتح المجلس معرضا", None, None),
]


@pytest.mark.parametrize(("text", "paper", "state"), PLACES)
def test_cities_and_the_country_of_a_daily_tell_where_a_report_is(
    text: str, paper: str | None, state: str | None, lexicon: Lexicon
) -> None:
    assert actors.local([fold(w) for w in text.split()], paper, lexicon) == state


def test_a_daily_writes_of_its_own_country_and_a_paper_of_many_of_none(lexicon: Lexicon) -> None:
    assert actors.paper("صحيفة الرياض", None, lexicon) == "SAU"
    assert actors.paper(None, "http://www.alriyadh.com/1", lexicon) == "SAU"
    assert actors.paper("صحيفة مرايا الوادي", None, lexicon) is None
    assert actors.paper(None, None, lexicon) is None


def test_a_minister_without_a_state_is_the_sure_holder_at_home(lexicon: Lexicon) -> None:
    def of(name: str, day: dt.date | None) -> Card | None:
        return actors.appearance(speaker(name), "r", day, "SAU", lexicon).card

    known = of("وزير الخارجية", dt.date(2015, 8, 1))
    assert known is not None
    assert (known.actor, known.reason) == ("Q623802", Reason.NAME_STATE)
    assert of("وزير الخارجية", None) is None
    assert of("رئيس الوزراء", dt.date(2015, 8, 1)) is None


OUTLETS = [("صحيفة آفاق نهران", "آفاق نهران"), ("صحيفة «آفاق نهران» التلمارية", "صحيفة آفاق نهران")]


@pytest.mark.parametrize(("one", "other"), OUTLETS)
def test_outlets_by_their_names(lexicon: Lexicon, one: str, other: str) -> None:
    first, second = ends(lexicon, *(speaker(n, kind=Kind.MEDIA) for n in (one, other)))
    assert first is not None
    assert first == second


HOMES = [
    ("تلمار تلمار تلمار", "TLR"),
    ("تلمار", None),
    ("تلمار دروان تلمار دروان", None),
    ("التلمارية التلمارية", None),
    ("نص بلا دولة", None),
]


@pytest.mark.parametrize(("text", "state"), HOMES)
def test_the_state_of_a_report(lexicon: Lexicon, text: str, state: str | None) -> None:
    assert actors.home(text.split(), lexicon) == state


def test_the_title_that_tells_most_is_taken_from_all_mentions(lexicon: Lexicon) -> None:
    told = [
        speaker("نائل القرشمي", "الوزير"),
        speaker("نائل القرشمي", mention="نائل القرشمي، وزير المياه التلماري"),
    ]
    assert actors.titled(told, lexicon) == {"نائل القرشمي": "وزير المياه التلماري"}


def test_the_order_of_cards_makes_no_difference(lexicon: Lexicon) -> None:
    who = [
        speaker("محمد الشمري", office, of=of)
        for office in (None, "وزير المياه", "مدرب نادي الواحة", "المدير")
        for of in ((), ("TLR",), ("DRW",))
    ]
    cards = [c for c in (card(lexicon, s, day) for s in who for day in (DAY, None, dt.date(1990, 1, 1))) if c]
    expected = {(b.id, frozenset(b.cards), b.open) for b in actors.bearers(cards, lexicon)}
    chance = random.Random(1)
    for _ in range(20):
        shuffled = chance.sample(cards, len(cards))
        assert {(b.id, frozenset(b.cards), b.open) for b in actors.bearers(shuffled, lexicon)} == expected
