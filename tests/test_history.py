"""Positions in time: what becomes of sayings that are dated, undated, contrary, conditional, copied."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from mawqif.lexicon import load
from mawqif.model import Aside, Kind, Level, Saying, Span, Speaker, Stance, Step, Timeline, Turn, Voice
from mawqif.positions.history import timeline, timelines
from mawqif.positions.history.holders import Holders

DARWAN = Level("darwan", "دروان", Kind.STATE)
DEMO = Path(__file__).parent.parent / "src" / "mawqif" / "demo" / "world"


def spans(*texts: str) -> tuple[Span, ...]:
    return tuple(Span(0, len(t), t) for t in texts)


def saying(
    day: str | None,
    stance: str | None,
    *conditions: str,
    who: str = "ليان المرداسي",
    leaning: str | None = None,
    words: str | None = None,
    report: str | None = None,
    outlet: str = "سيلاق",
    voice: Voice = Voice.OWN,
    aside: Aside | None = None,
) -> Saying:
    text = words or f"{who} {day} {stance} {report}"
    quotation = Span(0, len(text), text)
    return Saying(
        id=f"{day} {who} {text} {outlet}",
        issue="dam",
        levels=(Level(who, who, Kind.PERSON), DARWAN),
        voice=voice,
        stance=Stance(stance) if stance else None,
        leaning=Stance(leaning) if leaning else None,
        quotation=quotation,
        evidence=quotation,
        report=report or f"{outlet} {day}",
        day=dt.date.fromisoformat(day) if day else None,
        speaker=who,
        outlet=outlet,
        conditions=spans(*conditions),
        aside=aside,
    )


def line(*sayings: Saying) -> Timeline:
    return timeline(DARWAN, sayings)


def told(step: Step) -> tuple[str, str, str]:
    return step.turn.value, step.first.isoformat(), step.last.isoformat()


NO, YES, IF = "oppose", "support", "conditional"
CASES: dict[str, tuple[list[tuple[object, ...]], list[str]]] = {
    "one": ([("2031-01-10", NO)], ["first"]),
    "restated": ([("2031-01-10", NO), ("2031-02-10", NO), ("2031-03-10", NO)], ["first"]),
    "reversed": ([("2031-01-10", NO), ("2032-02-10", YES)], ["first", "reversed"]),
    "there and back": (
        [("2031-01-10", NO), ("2032-02-10", YES), ("2032-05-10", NO)],
        ["first", "reversed", "reversed"],
    ),
}


@pytest.mark.parametrize(("given", "turns"), CASES.values(), ids=CASES.keys())
def test_what_a_stand_is_beside_the_one_before(given: list[tuple[str, str]], turns: list[str]) -> None:
    assert [s.turn.value for s in line(*(saying(d, s) for d, s in given)).steps] == turns


TREATY, OBSERVERS = "ما لم يوقع اتفاق ملزم", "شريطة حضور مراقبين محايدين"
CONDITIONS = [
    ((NO,), (IF, TREATY), Turn.CONDITION_ADDED),
    ((IF, TREATY), (NO,), Turn.CONDITION_DROPPED),
    ((IF, TREATY), (IF, "قبل توقيع الاتفاق الملزم"), None),
    ((IF, TREATY), (IF, OBSERVERS), Turn.CONDITION_ALTERED),
    ((IF, TREATY), (IF, TREATY, OBSERVERS), Turn.CONDITION_ADDED),
    ((IF, TREATY, OBSERVERS), (IF, TREATY), Turn.CONDITION_DROPPED),
    ((IF,), (IF, TREATY), None),
]


@pytest.mark.parametrize(("before", "after", "turn"), CONDITIONS)
def test_conditions_come_go_and_change(before: tuple[str, ...], after: tuple[str, ...], turn: Turn | None) -> None:
    steps = line(saying("2031-01-10", *before, leaning=NO), saying("2031-02-10", *after, leaning=NO)).steps
    assert [s.turn for s in steps[1:]] == ([turn] if turn else [])
    assert steps[-1].before == (steps[0].stand if turn else None)


def test_a_conditional_yes_after_a_no_is_a_reversal_with_its_condition() -> None:
    now = line(saying("2031-01-10", NO), saying("2032-02-24", IF, OBSERVERS, leaning=YES)).present
    assert now
    assert now.stand
    assert (now.turn, now.stand.stance) == (Turn.REVERSED, Stance.CONDITIONAL)
    assert [c.text for c in now.stand.conditions] == [OBSERVERS]


def test_a_reversal_is_seen_behind_a_condition_that_points_nowhere() -> None:
    steps = line(saying("2031-01-10", NO), saying("2031-05-10", IF, TREATY), saying("2032-02-24", YES)).steps
    assert [s.turn.value for s in steps] == ["first", "condition-added", "reversed"]


def test_one_day_is_one_stand_with_all_its_conditions() -> None:
    (step,) = line(saying("2031-01-10", NO), saying("2031-01-10", IF, TREATY, leaning=NO, who="غسان التلاوي")).steps
    assert step.stand
    assert (step.stand.direction, step.stand.conditional) == (Stance.OPPOSE, True)


def test_since_when_and_since_when_whatever_the_conditions() -> None:
    it = line(
        saying("2031-01-10", YES),
        saying("2031-03-10", NO),
        saying("2031-05-10", IF, TREATY, leaning=NO),
        saying("2031-06-10", IF, TREATY, leaning=NO),
    )
    assert (it.since, it.direction_since) == (dt.date(2031, 5, 10), dt.date(2031, 3, 10))
    assert told(it.steps[-1]) == ("condition-added", "2031-05-10", "2031-06-10")


def test_voices_of_one_state_that_contradict_on_a_day_are_a_conflict() -> None:
    it = line(
        saying("2031-01-10", NO),
        saying("2031-03-10", NO),
        saying("2031-03-10", YES, who="أيهم الرزيني"),
    )
    assert [s.turn.value for s in it.steps] == ["first", "conflicting"]
    assert it.contested
    assert it.present is it.steps[0]


@pytest.mark.parametrize(("then", "last"), [(NO, "restated"), (YES, "reversed")])
def test_a_later_day_decides_a_conflict(then: str, last: str) -> None:
    it = line(
        saying("2031-01-10", NO),
        saying("2031-01-11", YES, who="أيهم الرزيني"),
        saying("2031-02-10", then),
    )
    assert [s.turn.value for s in it.steps] == ["first", "conflicting", last]
    assert not it.contested
    assert it.since == dt.date(2031, 1 if then == NO else 2, 10)


def test_who_contradicts_himself_the_day_after_has_changed() -> None:
    it = line(saying("2031-01-10", NO), saying("2031-01-11", YES))
    assert [s.turn.value for s in it.steps] == ["first", "reversed"]


def test_one_contrary_word_that_is_contradicted_within_a_week_reverses_nothing() -> None:
    it = line(
        saying("2031-01-10", NO),
        saying("2031-02-10", YES),
        saying("2031-02-12", NO),
        saying("2031-02-20", IF, TREATY, leaning=NO),
    )
    assert [s.turn.value for s in it.steps] == ["first", "conflicting", "restated", "condition-added"]
    assert it.direction_since == dt.date(2031, 1, 10)


def test_copies_are_one_utterance_and_words_of_their_own_another() -> None:
    words = "لن نقبل ملء السد ما لم يوقع اتفاق ملزم يحدد حصة كل طرف"
    it = line(
        saying("2031-01-10", NO, words=words),
        saying("2031-01-10", NO, words=words, outlet="الضفاف"),
        saying("2031-01-12", NO, words=words + " اليوم", outlet="مرايا"),
        saying("2031-01-20", NO, words="نحن ضد ملء الخزان كما قلنا مرارا", outlet="مرايا"),
    )
    assert [len(u.sayings) for u in it.steps[0].utterances] == [3, 1]
    assert told(it.steps[0]) == ("first", "2031-01-10", "2031-01-20")


def test_undated_ascribed_told_and_asides_move_nothing() -> None:
    it = line(
        saying("2031-01-10", NO),
        saying(None, YES),
        saying("2031-02-10", YES, voice=Voice.ASCRIBED),
        saying("2031-02-11", YES, voice=Voice.TOLD),
        saying("2031-02-12", None, aside=Aside.DENIED),
    )
    assert [s.turn.value for s in it.steps] == ["first"]
    assert [len(part) for part in (it.undated, it.ascribed, it.told, it.asides)] == [1, 1, 1, 1]


def test_what_the_program_comes_to_does_not_depend_on_the_order_of_reports() -> None:
    given = [saying("2031-01-10", NO), saying("2031-02-10", YES), saying(None, NO), saying("2031-02-10", NO, who="ب")]
    assert line(*given) == line(*reversed(given))


def test_holders_heard_last_come_first() -> None:
    other = Level("talmar", "تلمار", Kind.STATE)
    late = saying("2032-01-10", YES)
    lines = timelines([saying("2031-01-10", NO), late], lambda s: other if s is late else DARWAN)
    assert [t.holder.name for t in lines] == ["تلمار", "دروان"]


NAMES = [
    ("نهران", ["جمهورية تلمار"]),
    ("دروان", ["جمهورية دروان"]),
    ("ليان المرداسي", ["ليان المرداسي", "جمهورية دروان"]),
    ("وزارة الخارجية التلمارية", ["وزارة الخارجية التلمارية", "جمهورية تلمار"]),
    ("حكومة دروان", ["جمهورية دروان"]),
    ("رئيس حزب الأرض الدرواني", ["رئيس حزب الأرض الدرواني"]),
    ("وزير المياه التلماري السابق", ["وزير المياه التلماري السابق"]),
    ("حزب الأرض", ["حزب الأرض"]),
    ("حكومة الرئيس هارون البسطاوي", ["حكومة الرئيس هارون البسطاوي", "جمهورية تلمار"]),
]


@pytest.mark.parametrize(("name", "levels"), NAMES)
def test_for_whom_a_name_counts(name: str, levels: list[str]) -> None:
    assert [level.name for level in Holders(load([DEMO])).of_name(name)] == levels


def speaker(mention: str, name: str | None, kind: Kind = Kind.PERSON) -> Speaker:
    return Speaker(Span(0, len(mention), mention), name, kind)


SPEAKERS = [
    ("دروان", speaker("ليان المرداسي", "ليان المرداسي"), ["ليان المرداسي", "جمهورية دروان"], True),
    ("تلمار", speaker("ليان المرداسي", "ليان المرداسي"), ["جمهورية تلمار"], False),
    ("دروان", speaker("متحدث باسم الخارجية الدروانية", None, Kind.UNNAMED), ["جمهورية دروان"], True),
    ("هالة الصفي", speaker("الكاتبة هالة الصفي", "هالة الصفي"), ["هالة الصفي"], True),
    ("دروان", speaker("سفير تلمار لدى دروان", "سامي الداري"), ["جمهورية دروان"], False),
]


@pytest.mark.parametrize(("holder", "by", "levels", "own"), SPEAKERS)
def test_for_whom_a_position_counts(holder: str, by: Speaker, levels: list[str], own: bool) -> None:
    found, speaks = Holders(load([DEMO])).of_position(holder, by, dt.date(2031, 1, 1))
    assert ([level.name for level in found], speaks) == (levels, own)
    assert Holders(load([DEMO])).of_position(None, by, None) == ((), False)
