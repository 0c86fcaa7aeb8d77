"""What is said about saying, on an issue, and whose it is; and what looks like it and is none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest

import mawqif
from mawqif.lexicon import Lexicon, load
from mawqif.model import Found, Issue, Position, Remark, Report, Statement
from mawqif.pipeline.positions import found_in

WORLD = Path(__file__).parent.parent / "src" / "mawqif" / "demo" / "world"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load([WORLD])


class One:
    """A record of one report."""

    def __init__(self, report: Report, statements: tuple[Statement, ...]) -> None:
        self.kept = report, statements

    def issues(self) -> tuple[Issue, ...]:
        return ()

    def proposed(self, issue: Issue, wordings: object, *, unlooked: bool = False) -> list[int]:
        return [1]

    def read(self, handle: int) -> tuple[Report, tuple[Statement, ...]]:
        return self.kept

    def across(self, found: Sequence[Found]) -> list[Found]:
        return list(found)

    def put(self, *_args: object) -> None:
        raise AssertionError("nothing is kept")


def found(text: str, lexicon: Lexicon) -> list[Found]:
    reading = mawqif.read(text, date=dt.date(2031, 2, 3), lexicon=lexicon)
    (issue,) = (i for i in lexicon.issues if i.id == "dam-filling")
    _total, reports = found_in(One(reading.report, reading.statements), issue, lexicon)
    return [f for some in reports if isinstance(some, list) for f in some]


ASIDES = [
    ("نفى وزير الري الدرواني أيهم الرزيني أن يكون قال إن بلاده ستقبل ملء سد الفيحان.", "denied", "جمهورية دروان"),
    ("نفت ليان المرداسي، وزيرة الخارجية الدروانية، ما نسب إليها من تأييد ملء سد الفيحان.", "denied", "جمهورية دروان"),
    ("ونفت المرداسي صحة التصريحات المنسوبة إليها بشأن ملء سد الفيحان.", "denied", "المرداسي"),
    ("امتنعت وزارة الخارجية التلمارية عن التعليق على ملء سد الفيحان.", "declined", "جمهورية تلمار"),
    ("ورفضت الحكومة الدروانية التعليق على أنباء عن ملء سد الفيحان.", "declined", "جمهورية دروان"),
    ("والتزمت نهران الصمت بشأن موعد ملء سد الفيحان.", "declined", "جمهورية تلمار"),
    ("وتراجع أيهم الرزيني عن تصريحاته المؤيدة لملء سد الفيحان.", "retracted", "جمهورية دروان"),
    ("وسحبت الحكومة الدروانية موقفها من ملء سد الفيحان.", "retracted", "جمهورية دروان"),
]


@pytest.mark.parametrize(("text", "aside", "holder"), ASIDES)
def test_asides_are_seen_with_their_holder_and_take_no_stance(
    text: str, aside: str, holder: str, lexicon: Lexicon
) -> None:
    (only,) = found(text, lexicon)
    assert isinstance(only.position, Remark)
    assert (only.position.aside, only.levels[-1].name) == (aside, holder)
    assert only.position.evidence.text in text


NONE = [
    "قال أيهم الرزيني إن بلاده ترفض ملء سد الفيحان.",
    "أكد أيهم الرزيني أن بلاده لن تتراجع عن موقفها الرافض ملء سد الفيحان.",
    "لم يتراجع أيهم الرزيني عن رفضه ملء سد الفيحان.",
    "تراجع منسوب المياه بعد ملء سد الفيحان.",
    "رفض أيهم الرزيني ملء سد الفيحان.",
    "نفت الحكومة الدروانية تأجيل ملء سد الفيحان.",
    "رفضت الحكومة الدروانية التعليق على مباراة المنتخب. وبدأ ملء سد الفيحان.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_aside(text: str, lexicon: Lexicon) -> None:
    assert [f for f in found(text, lexicon) if isinstance(f.position, Remark)] == []


def test_a_position_beside_an_aside_stays(lexicon: Lexicon) -> None:
    text = "قالت وزيرة الخارجية الدروانية ليان المرداسي إن بلادها ترفض ملء سد الفيحان.\n" + ASIDES[3][0]
    kinds = {type(f.position): f.levels[-1].name for f in found(text, lexicon)}
    assert kinds == {Position: "جمهورية دروان", Remark: "جمهورية تلمار"}
