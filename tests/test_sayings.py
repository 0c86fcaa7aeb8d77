"""The measure of utterances: what the labelled pairs hold, how they are drawn, and how links are read."""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "tools"))

import alike  # noqa: E402
import measures  # noqa: E402
import sayings  # noqa: E402

import measured  # noqa: E402
from mawqif.model import Act, Mode, Page, Span  # noqa: E402

ROWS = measures.rows(sayings.UTTERANCES)
DAY = dt.date(2031, 5, 2)

PLAN = "الخطة الجديدة لتوسيع الميناء الشرقي ستبدأ في مطلع الصيف المقبل"
TEXTS = {
    "r1": f"قال سامر الحلبي إن {PLAN}.",
    "r2": f"أكد الحلبي أن {PLAN} بإذن الله.",
    "r3": f"ذكر سامر الحلبي أن {PLAN} وتنتهي بعد عامين.",
    "r4": "قال ماجد الدوماني إن الجسر مغلق.",
}
PAGES = {r: Page(text=text, location=r, id=r, date=DAY) for r, text in TEXTS.items()}


def _place(report: str, words: str) -> dict[str, Any]:
    start = TEXTS[report].index(words)
    return {"report": report, "start": start, "end": start + len(words)}


def _row(a: dict[str, Any], b: dict[str, Any], relation: str | None) -> dict[str, Any]:
    return {"a": a, "b": b, "stratum": "half", "weight": 1.0, "relation": relation}


ONE, TWO, THREE = (_place(r, PLAN) for r in ("r1", "r2", "r3"))
BRIDGE = _place("r4", "الجسر مغلق")
LABELLED = [
    _row(ONE, TWO, "same"),
    _row(ONE, THREE, "overlap"),
    _row(TWO, BRIDGE, "different"),
    _row(THREE, BRIDGE, "repetition"),
    _row(ONE, BRIDGE, None),  # not counted
]


def _said(
    words: str,
    *,
    report: str = "r1",
    speaker: str = "سامر الحلبي",
    mode: str = "indirect",
    act: str = "state",
    day: int = 0,
) -> alike.Said:
    bare = frozenset(speaker.split())
    return alike.Said(
        report, 0, len(words), tuple(words.split()), bare, Mode(mode), Act(act), DAY + dt.timedelta(days=day)
    )


def test_the_pairs_hold_no_word_of_a_text() -> None:
    measured.places_and_labels_alone(ROWS, "relation")
    assert {row["relation"] for row in ROWS} <= {*sayings.RELATIONS, None}
    assert {row["stratum"] for row in ROWS} == set(alike.QUOTAS)


def test_the_table_of_strata_tells_what_is_there() -> None:
    text = (ROOT / "annotations" / "README.md").read_text("utf-8").partition("# Pairs of statements")[2]
    for stratum in alike.QUOTAS:
        labels = [row["relation"] for row in ROWS if row["stratum"] == stratum]
        counts = [len(labels), *map(labels.count, sayings.RELATIONS), labels.count(None)]
        line = next(line for line in text.splitlines() if line.startswith((f"| {stratum}:", f"| {stratum} |")))
        assert line.endswith("| " + " | ".join(map(str, counts)) + " |")


def test_overlaps_and_paraphrases_are_one_saying_and_repetitions_are_not() -> None:
    assert [row["same"] for row in sayings.judged(LABELLED)] == [True, True, False, False, None]


def _linked(*lines: tuple[dict[str, Any], dict[str, Any], str]) -> dict[str, Any]:
    links = sayings.Links({"a": a, "b": b, "relation": relation} for a, b, relation in lines)
    return sayings.score(LABELLED, PAGES, links.ids, links)


def test_what_is_linked_over_a_third_is_one_utterance() -> None:
    told = _linked((ONE, TWO, "paraphrase"), (TWO, THREE, "copied"))
    assert [told["figures"]["all"][k] for k in ("pairs", "same", "linked", "right")] == [4, 2, 2, 2]
    assert told["relations"] == {
        "same": {"paraphrase": 1},
        "overlap": {"over a third": 1},
        "different": {"-": 1},
        "repetition": {"-": 1},
    }


def test_a_repetition_is_told_and_links_nothing() -> None:
    told = _linked((THREE, BRIDGE, "repetition"))
    assert told["figures"]["all"]["linked"] == 0
    assert told["relations"]["repetition"] == {"repetition": 1}


@pytest.mark.parametrize(
    ("cut", "stands"),
    [
        (slice(0, None), True),
        (slice(6, None), True),  # most of the words are left
        (slice(0, 20), False),
    ],
)
def test_a_kept_content_stands_for_a_place_where_they_share_half(cut: slice, stands: bool) -> None:
    links = sayings.Links([{"a": _place("r1", PLAN[cut]), "b": TWO, "relation": "same"}])
    page, span = measures.place(ONE, PAGES)
    assert (links.ids([(page, span)]) != [None]) is stands


def test_of_several_kept_contents_the_most_alike_stands() -> None:
    part = _place("r1", PLAN[6:])
    links = sayings.Links([{"a": part, "b": BRIDGE, "relation": "same"}, {"a": ONE, "b": TWO, "relation": "same"}])
    one, two, bridge = links.ids([measures.place(p, PAGES) for p in (ONE, TWO, BRIDGE)])
    assert one == two != bridge


def test_equal_words_alone_are_what_a_linker_has_to_beat() -> None:
    told = sayings.score(LABELLED, PAGES, sayings.same_words)
    assert [told["figures"]["all"][k] for k in ("linked", "right")] == [2, 2]
    assert told["relations"]["same"] == {"linked": 1}
    assert "labelled" in "\n".join(sayings.table(told))


def test_places_without_a_statement_are_counted() -> None:
    told = sayings.score(LABELLED, PAGES, sayings.same_words)
    assert (told["missed"], told["places"]) == (0, 4)
    silent = {**PAGES, "r4": Page(text="." * len(TEXTS["r4"]), location="r4", id="r4")}
    assert sayings.missed(LABELLED, silent) == (1, 4)


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"a": {}}', json.dumps({"a": ONE, "b": {"report": "r2"}, "relation": "same"})]
)
def test_a_line_that_is_no_link_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "links.jsonl"
    file.write_text(json.dumps({"a": ONE, "b": TWO, "relation": "same"}) + "\n" + line + "\n", "utf-8")
    with pytest.raises(SystemExit, match=r"links\.jsonl, line 2 is no link"):
        sayings.read_links(file)


WORDS = "الميناء الشرقي الجديد سيفتح ابوابه امام السفن الكبيره مطلع الشهر"
HALF = "السفن الكبيره ستنتظر حتي ينتهي العمل ثم الميناء الشرقي الجديد سيفتح ابوابه"


@pytest.mark.parametrize(
    ("a", "b", "stratum"),
    [
        (_said(WORDS), _said(WORDS), "exact"),
        (_said(WORDS), _said(WORDS.replace("مطلع", "بدايه")), "nearly"),
        (_said(WORDS), _said(WORDS, speaker="ماجد الدوماني"), "other-speaker"),
        (_said(WORDS), _said(f"{WORDS} وستنقل اليه جميع المكاتب القديمه من وسط المدينه"), "contained"),
        (_said(f"لم يكن سهلا لكن {WORDS}"), _said(f"{WORDS} وستنقل اليه المكاتب"), "opposed"),
        (_said(f"هكذا كان الامر {WORDS}"), _said(f"{WORDS} وستنقل اليه المكاتب"), "run"),
        (_said(WORDS), _said(WORDS, act="deny"), "opposed"),
        (_said(WORDS), _said(WORDS, mode="direct"), "mode"),
        (_said(WORDS), _said(WORDS, day=5), "apart"),
        (_said(f"نسال الله {WORDS}"), _said(f"نسال الله {WORDS}"), "formula"),
        (_said(WORDS), _said(HALF), "half"),
        (_said(WORDS), _said("الميناء الشرقي الجديد يضم سبع بوابات وعشرين رافعه حديثه", day=1), "third"),
        (_said(WORDS), _said("الميناء الشرقي يضم سبع بوابات وعشرين رافعه حديثه وفندقا", day=1), "speaker"),
        (_said(WORDS), _said("الميناء الشرقي يضم سبع بوابات وعشرين رافعه حديثه وفندقا", day=3), None),
        (_said(WORDS), _said("رفع العلم فوق المدرسه القديمه صباح اليوم", speaker="ماجد الدوماني"), None),
    ],
)
def test_a_pair_of_statements_belongs_to_one_stratum(a: alike.Said, b: alike.Said, stratum: str | None) -> None:
    assert alike.Rules([a, _moved(b)], lambda *_: False).stratum(a, _moved(b)) == stratum


def _moved(said: alike.Said) -> alike.Said:
    return alike.Said("r2", said.start, said.end, said.words, said.speaker, said.mode, said.act, said.day)


def test_statements_of_two_copies_are_a_stratum_of_their_own() -> None:
    a, b = _said(WORDS), _moved(_said(WORDS))
    assert alike.Rules([a, b], lambda *_: True).stratum(a, b) == "copy"


def test_pairs_are_of_different_reports_and_each_comes_once() -> None:
    found = [
        _said(WORDS),
        _moved(_said(WORDS)),
        _moved(_said("رفع العلم فوق المدرسه القديمه", speaker="ماجد الدوماني")),
    ]
    again = alike.Said("r1", 500, 600, found[0].words, frozenset(), Mode.INDIRECT, Act.STATE, DAY)
    pairs = list(alike.candidates([*found, again]))
    assert len(pairs) == 2
    assert all(a.report != b.report for a, b in pairs)


@pytest.mark.parametrize(
    ("tail", "copied"), [("", True), (" وهذا خبر اخر له كلام طويل غير ذلك كله", True), (None, False)]
)
def test_a_report_within_another_is_a_copy(tail: str | None, copied: bool) -> None:
    text = "وصل الوفد صباح اليوم الى العاصمة واجتمع مع رئيس البلدية قبل ان يغادر مساء الى الميناء الشرقي"
    other = "افتتح المعرض السنوي للكتاب في قاعة المدينة بحضور عدد من الكتاب والناشرين" if tail is None else text + tail
    pages = {r: Page(text=t, location=r, id=r) for r, t in (("r1", text), ("r2", other))}
    assert sayings.copies(pages)("r1", "r2") is copied


def _invented() -> dict[str, Page]:
    """Reports in which several outlets tell of a few sayings."""
    things = ["الميناء الشرقي", "الجسر الحجري", "المتحف الوطني", "الملعب البلدي"]
    frames = ["قال سامر الحلبي إن {}.", "أكد الحلبي أن {}.", "قال الوزير سامر الحلبي: «{}»."]
    says = [f"{thing} سيفتح أبوابه أمام كل زواره في مطلع الشهر المقبل بعد ترميم طويل" for thing in things]
    texts = [f.format(s) + f" والخبر رقم {i} كتبه مراسل {f[:4]}" for i, s in enumerate(says) for f in frames]
    return {f"r{i:02}": Page(text=t, location=f"r{i:02}", id=f"r{i:02}", date=DAY) for i, t in enumerate(texts)}


def test_a_draw_is_the_same_twice_and_no_wording_comes_twice() -> None:
    pages = _invented()
    rows = sayings.draw(pages, 3)
    assert rows == sayings.draw(pages, 3)
    assert rows == sorted(rows, key=lambda r: (r["a"]["report"], r["a"]["start"]))
    assert rows
    words = []
    for row in rows:
        assert row["a"]["report"] < row["b"]["report"]
        assert row["relation"] is None
        words += list({Span.of(pages[row[k]["report"]].text, row[k]["start"], row[k]["end"]).text for k in "ab"})
    assert len(words) == len(set(words))


def test_all_reports_of_the_dense_days_are_read_and_none_that_is_left_out() -> None:
    days = [sayings.DENSE[0]] * 3 + [dt.date(2015, 7, 21)] * 5
    pages = {f"r{i}": Page(text="", location=f"r{i}", id=f"r{i}", date=day) for i, day in enumerate(days)}
    found = sayings.chosen(pages, {"r1"}, 2, 1)
    assert {"r0", "r2"} < set(found)
    assert len(found) == 4
    assert "r1" not in found


@measured.without_texts
def test_without_the_texts_one_sentence_says_so(tmp_path: Path, command: list[str]) -> None:
    measured.one_sentence_says_that_the_texts_are_missing("sayings.py", tmp_path, command)


@pytest.mark.shared
def test_every_place_lies_in_its_report(shared: Path) -> None:
    measured.places_lie_in_their_reports(ROWS, shared)
