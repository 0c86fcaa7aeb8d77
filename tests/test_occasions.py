"""One occasion in several reports is one, for a named reason; what may be another one stays apart."""

from __future__ import annotations

import datetime as dt
import itertools
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mawqif import sources
from mawqif.lexicon import Lexicon, load
from mawqif.link.occasions import occasions
from mawqif.model import Bond, Heard, Page, Setting, Setup
from mawqif.pipeline import read
from mawqif.pipeline.occasions import STAMP, heard, link
from mawqif.store import Record

DEMO = Path(__file__).parent.parent / "src" / "mawqif" / "demo"
DAY = dt.date(2031, 5, 12)
NOURI, BUSTAWI = frozenset(("سالم", "نور")), frozenset(("داود", "بستاو"))
PARTY = frozenset(("نظير", "هضرين", *BUSTAWI))
SAID = frozenset(f"كلمة{n}" for n in range(8))


def one(report: str, kind: Setting = Setting.CALL, **known: object) -> Heard:
    """A statement of a report with its day, its speaker, and what else is known."""
    given: dict[str, object] = {"at": 0, "first": DAY, "last": DAY, "speaker": NOURI, **known}
    return Heard(statement=f"{report}-{given['at']}", report=report, kind=kind, **given)  # type: ignore[arg-type]


def bonds(*told: Heard) -> list[Bond] | None:
    """The bonds of those that joined, where all are one occasion; None where they are not."""
    found = occasions(told)
    return [bond for _id, bond in found[0].statements if bond is not Bond.ALONE] if len(found) == 1 else None


CALL, MEETING, SESSION, PRESS, POST = Setting.CALL, Setting.MEETING, Setting.SESSION, Setting.PRESS, Setting.POST
SUMMIT = frozenset(("مجلس", "وزراء"))

ONE = {
    "both ends of a call": (
        Bond.BOTH_PARTIES,
        one("a", party=PARTY, party_name=BUSTAWI),
        one("b", speaker=BUSTAWI, party=frozenset(("وزير", *NOURI)), party_name=NOURI),
    ),
    "speaker and other party": (
        Bond.SPEAKER_PARTY,
        one("a", party=PARTY, party_name=PARTY),
        one("b", party=frozenset(("نظير", "هضرين")), party_name=frozenset(("هضرين",))),
    ),
    "a party by two words of a name under another title": (
        Bond.SPEAKER_PARTY,
        one("a", MEETING, party=frozenset(("وزير", *BUSTAWI)), party_name=BUSTAWI),
        one("b", MEETING, party=PARTY, party_name=PARTY),
    ),
    "a session of its name, whoever speaks": (
        Bond.NAMED,
        one("a", SESSION, naming=SUMMIT, unique=True),
        one("b", SESSION, naming=SUMMIT, unique=True, speaker=BUSTAWI),
    ),
    "speaker and naming words": (
        Bond.SPEAKER_NAMED,
        one("a", SESSION, naming=SUMMIT),
        one("b", SESSION, naming=SUMMIT | {"قصر"}),
    ),
    "the same saying": (Bond.SAME_SAYING, one("a", PRESS, said=SAID), one("b", PRESS, said=SAID | {"أخرى"})),
    "a longer form of the speaker's name": (
        Bond.SAME_SAYING,
        one("a", PRESS, said=SAID),
        one("b", PRESS, said=SAID, speaker=NOURI | {"حسن"}),
    ),
    "the same speaker by id, under two names": (
        Bond.SAME_SAYING,
        one("a", PRESS, said=SAID, actor="P1"),
        one("b", PRESS, said=SAID, actor="P1", speaker=frozenset(("ابو", "نور"))),
    ),
    "the day before, where only the reports have days": (
        Bond.SAME_SAYING,
        one("a", PRESS, said=SAID, first=DAY - dt.timedelta(1)),
        one("b", PRESS, said=SAID, last=DAY + dt.timedelta(1)),
    ),
}


@pytest.mark.parametrize(("bond", "x", "y"), ONE.values(), ids=ONE.keys())
def test_one_occasion_for_a_named_reason(bond: Bond, x: Heard, y: Heard) -> None:
    assert bonds(x, y) == bonds(y, x) == [bond]


TWO = {
    "the same speaker before the press on one day": (one("a", PRESS), one("b", PRESS)),
    "another kind": (one("a", PRESS, said=SAID), one("b", MEETING, said=SAID)),
    "another day": (
        one("a", PRESS, said=SAID),
        one("b", PRESS, said=SAID, first=DAY + dt.timedelta(1), last=DAY + dt.timedelta(1)),
    ),
    "one undated": (one("a", PRESS, said=SAID), one("b", PRESS, said=SAID, first=None, last=None)),
    "both undated": (
        one("a", PRESS, said=SAID, first=None, last=None),
        one("b", PRESS, said=SAID, first=None, last=None),
    ),
    "another party": (
        one("a", said=SAID, party=PARTY, party_name=PARTY),
        one("b", said=SAID, party=frozenset(("رئيس", "هضرين")), party_name=frozenset(("هضرين",))),
    ),
    "another place": (
        one("a", MEETING, naming=SUMMIT, place="جنيف"),
        one("b", MEETING, naming=SUMMIT, place="فيينا"),
    ),
    "another speaker": (one("a", PRESS, said=SAID), one("b", PRESS, said=SAID, speaker=BUSTAWI)),
    "another speaker of the family": (
        one("a", PRESS, said=SAID),
        one("b", PRESS, said=SAID, speaker=frozenset(("نور",))),
    ),
    "another id under one name": (
        one("a", PRESS, said=SAID, actor="P1"),
        one("b", PRESS, said=SAID, actor="P2"),
    ),
    "nobody named": (
        one("a", PRESS, said=SAID, speaker=frozenset()),
        one("b", PRESS, said=SAID, speaker=frozenset()),
    ),
    "bodies that many states have, by different speakers": (
        one("a", SESSION, naming=SUMMIT),
        one("b", SESSION, naming=SUMMIT, speaker=BUSTAWI),
    ),
    "few words in common": (
        one("a", PRESS, said=frozenset(sorted(SAID)[:5])),
        one("b", PRESS, said=frozenset(sorted(SAID)[:5])),
    ),
}


@pytest.mark.parametrize(("x", "y"), TWO.values(), ids=TWO.keys())
def test_two_occasions_where_the_evidence_is_weak(x: Heard, y: Heard) -> None:
    assert bonds(x, y) is None
    assert bonds(y, x) is None


WITHIN = {
    "points back": (Bond.POINTS_BACK, one("a", at=1), one("a", at=9, definite=True, speaker=BUSTAWI)),
    "goes on": (Bond.GOES_ON, one("a", PRESS, at=1), one("a", PRESS, at=9)),
    "one mention for two statements": (
        Bond.SAME_MENTION,
        one("a", POST, at=1),
        replace(one("a", POST, at=1), statement="z"),
    ),
    "one name": (
        Bond.NAMED,
        one("a", SESSION, at=1, naming=SUMMIT),
        one("a", SESSION, at=9, naming=SUMMIT, speaker=BUSTAWI),
    ),
}


@pytest.mark.parametrize(("bond", "x", "y"), WITHIN.values(), ids=WITHIN.keys())
def test_within_a_report(bond: Bond, x: Heard, y: Heard) -> None:
    assert bonds(x, y) == bonds(y, x) == [bond]


APART = {
    "two posts": (one("a", POST, at=1), one("a", POST, at=9)),
    "two calls": (
        one("a", at=1, party=PARTY, party_name=BUSTAWI),
        one("a", at=9, party=frozenset(("هالة", "مراد")), party_name=frozenset(("هالة", "مراد"))),
    ),
    "two days": (
        one("a", PRESS, at=1),
        one("a", PRESS, at=9, first=DAY - dt.timedelta(7), last=DAY - dt.timedelta(7)),
    ),
}


@pytest.mark.parametrize(("x", "y"), APART.values(), ids=APART.keys())
def test_within_a_report_two_stay_two(x: Heard, y: Heard) -> None:
    assert bonds(x, y) is None


def test_the_days_of_an_occasion_are_those_that_all_allow() -> None:
    """Two that each go with a third one, but not with each other, are not made one by it."""
    before = one("a", PRESS, said=SAID, first=DAY - dt.timedelta(1), last=DAY - dt.timedelta(1))
    between = one("b", PRESS, said=SAID, first=DAY - dt.timedelta(1))
    after = one("c", PRESS, said=SAID)
    found = occasions([before, between, after])
    assert sorted(len(o.statements) for o in found) == [1, 2]


def test_many_speakers_who_share_a_first_name_take_no_longer_than_others() -> None:
    def seconds(shared: str) -> float:
        names = [frozenset((shared or f"أول{n}", f"ثان{n}", f"ثالث{n}")) for n in range(1500)]
        told = [one(f"{n}", PRESS, speaker=name, said=SAID) for n, name in enumerate(names)]
        begun = time.process_time()
        assert len(occasions(told)) == len(told)
        return time.process_time() - begun

    assert seconds("محمد") < 3 * min(seconds("") for _n in range(3)) + 0.1


def test_the_order_does_not_matter() -> None:
    told = [h for _bond, *pair in ONE.values() for h in pair]
    told = [replace(h, statement=f"{n}", report=f"{h.report}{n % 5}", at=n) for n, h in enumerate(told)]
    expected = occasions(told)
    for order in itertools.islice(itertools.permutations(told), 0, 5000, 500):
        assert occasions(order) == expected


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load([DEMO / "world"])


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    return [page for page in sources.pages([str(DEMO / "reports")]) if isinstance(page, Page)]


@pytest.fixture
def record(tmp_path: Path, pages: list[Page], lexicon: Lexicon) -> Iterator[Record]:
    with Record(tmp_path / "record.db") as made:
        for page in pages:
            made.add(page, read(page, lexicon))
        yield made


def setups(text: str, lexicon: Lexicon, day: dt.date | None = DAY) -> list[Setup]:
    reading = read(Page(text=text, location="test", date=day), lexicon)
    return [
        Setup(s, reading.report.id, reading.report.day, text[s.occasion.span.end : s.occasion.span.end + 60])
        for s in reading.statements
        if s.occasion
    ]


CALLS = (
    "قال وزير الخارجية سالم النوري في اتصال هاتفي مع نظيره الهضريني داود البستاوي إن السد مغلق.",
    "أكد داود البستاوي وزير الخارجية الهضريني خلال اتصال هاتفي مع نظيره سالم النوري أن المعبر مفتوح.",
)


def test_two_outlets_tell_of_one_call_from_its_two_ends(lexicon: Lexicon) -> None:
    told = [setup for text in CALLS for setup in setups(text, lexicon)]
    (call,) = occasions(heard(told, lexicon))
    assert (call.kind, len(call.statements)) == (Setting.CALL, 2)
    assert Bond.BOTH_PARTIES in [bond for _id, bond in call.statements]


def test_undated_reports_of_one_call_stay_apart(lexicon: Lexicon) -> None:
    told = [setup for text in CALLS for setup in setups(text, lexicon, day=None)]
    assert len(occasions(heard(told, lexicon))) == 2


@pytest.mark.parametrize(
    ("where", "place"),
    [("في جنيف", "جنيف"), ("في العاصمة باريس", "باريس"), ("في القاعة", None), ("حول جنيف", None)],
)
def test_the_place_behind_an_occasion(where: str, place: str | None, lexicon: Lexicon) -> None:
    text = f"قال وزير الخارجية سالم النوري خلال مؤتمر صحفي {where} إن السد مغلق."
    (told,) = heard(setups(text, lexicon), lexicon)
    assert told.place == place


def test_one_gives_many_statements_to_one_outlet(lexicon: Lexicon) -> None:
    text = "قال وزير المياه سالم النوري في تصريح لصحيفة الأفق إن السد مغلق."
    (told,) = heard(setups(text, lexicon), lexicon)
    assert told.naming == frozenset()


def test_a_session_that_three_outlets_report_is_one(record: Record, lexicon: Lexicon) -> None:
    link(record.occasions, lexicon)
    (session,) = (o for o in record.occasions.listed(reports=3) if o.kind is Setting.SESSION)
    assert session.reports == len(session.outlets) == 3
    assert [name for name, _n in session.speakers] == ["عدنان الصفراوي"]
    assert (session.first, session.last) == (dt.date(2031, 3, 5), dt.date(2031, 3, 5))
    assert record.occasions.one(session.id[:8]) == session


def test_every_statement_with_an_occasion_is_on_one(record: Record, lexicon: Lexicon) -> None:
    link(record.occasions, lexicon)
    told = sorted(setup.statement.id for setup in record.occasions.told())
    listed = sorted(row.statement.id for o in record.occasions.listed() for row, _bond in o.members)
    assert listed == told != []


def test_filters_of_occasions(record: Record, lexicon: Lexicon) -> None:
    link(record.occasions, lexicon)
    every = record.occasions.listed()
    calls = record.occasions.listed(kind=Setting.CALL)
    assert [o for o in every if o.kind is Setting.CALL] == calls != []
    assert all(o.members for o in record.occasions.listed(to="الغندوري"))
    assert {o.id for o in record.occasions.listed(to="الغندوري")} <= {o.id for o in calls}
    assert record.occasions.listed(to="لا أحد") == []
    assert record.occasions.listed(limit=2) == every[:2]
    assert record.occasions.listed(since=dt.date(2099, 1, 1)) == []


def test_what_is_added_makes_the_links_stale_and_linking_anew_changes_nothing(
    record: Record, lexicon: Lexicon, pages: list[Page]
) -> None:
    assert record.occasions.linked_by is None
    link(record.occasions, lexicon)
    assert record.occasions.linked_by == STAMP
    before = record.occasions.listed()
    assert record.add(pages[0], read(pages[0], lexicon)) == "unchanged"
    assert record.occasions.linked_by == STAMP
    page = Page(text=CALLS[0], location="new", date=DAY)
    record.add(page, read(page, lexicon))
    assert record.occasions.linked_by is None
    link(record.occasions, lexicon)
    assert len(record.occasions.listed()) == len(before) + 1
    link(record.occasions, lexicon)
    assert [o for o in record.occasions.listed() if o in before] == before
