"""The measure of actors across reports: what the labelled pairs hold, how they are drawn, and the arithmetic."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "tools"))

import measures  # noqa: E402
import pairs  # noqa: E402
import strata  # noqa: E402

import measured  # noqa: E402
from mawqif.lexicon import load, titles  # noqa: E402
from mawqif.model import Kind, Page, Span  # noqa: E402

ROWS = measures.rows(pairs.PAIRS)
TITLES = titles(load((ROOT / "src" / "mawqif" / "demo" / "world",)))


def _mention(text: str, kind: str, name: str | None = None, report: str = "r1") -> strata.Mention:
    return strata.Mention(report, 0, len(text), text, Kind(kind), name)


def _row(a: str, b: str, same: bool | None, stratum: str = "body", weight: float = 1.0) -> dict[str, Any]:
    ends = [{"report": r, "start": 0, "end": len(TEXTS[r])} for r in (a, b)]
    return {"a": ends[0], "b": ends[1], "stratum": stratum, "weight": weight, "same": same}


TEXTS = {"r1": "حكومة تلمار", "r2": "تلمار", "r3": "حكومة تلمار", "r4": "دروان"}
PAGES = {r: Page(text=text, location=r, id=r) for r, text in TEXTS.items()}
LABELLED = [
    _row("r1", "r2", True),  # missed
    _row("r1", "r3", True, weight=3.0),  # linked, right
    _row("r2", "r4", False),  # left apart, right
    _row("r3", "r4", False, "state"),  # linked, wrong
    _row("r2", "r3", None),  # not counted
]
IDS = {"r1": "Q1", "r2": None, "r3": "Q1", "r4": "Q1"}


def _ids(found: measures.Places) -> list[str | None]:
    return [IDS[page.location] for page, _ in found]


def test_the_pairs_hold_no_word_of_a_text() -> None:
    measured.places_and_labels_alone(ROWS, "same")
    assert {row["stratum"] for row in ROWS} == set(strata.QUOTAS)


def test_the_table_of_strata_tells_what_is_there() -> None:
    text = (ROOT / "annotations" / "README.md").read_text("utf-8")
    for stratum in strata.QUOTAS:
        labels = [row["same"] for row in ROWS if row["stratum"] == stratum]
        counts = [len(labels), labels.count(True), labels.count(False), labels.count(None)]
        line = next(line for line in text.splitlines() if line.startswith((f"| {stratum}:", f"| {stratum} |")))
        assert line.endswith("| " + " | ".join(map(str, counts)) + " |")


def test_precision_and_recall_are_over_pairs() -> None:
    told = measures.report(measures.outcomes(LABELLED, PAGES, _ids), strata.QUOTAS)
    assert [told["all"][k] for k in ("pairs", "same", "linked", "right")] == [4, 2, 2, 1]
    assert told["all"]["precision"][0] == told["all"]["recall"][0] == 0.5
    assert told["body"]["precision"][0] == 1.0
    assert told["state"]["precision"][0] == 0.0
    assert told["state"]["recall"] is None
    assert told["weighted"]["precision"][0] == told["weighted"]["recall"][0] == 0.75


def test_an_interval_holds_its_value_and_narrows_with_more_pairs() -> None:
    found = measures.outcomes(LABELLED, PAGES, _ids)
    few, many = (measures.figures(found * n)["recall"] for n in (4, 40))
    assert few is not None
    assert many is not None
    assert few[1] < many[1] < 0.5 < many[2] < few[2]
    assert measures.figures(found) == measures.figures(found)


def test_an_open_actor_is_linked_to_nothing() -> None:
    found = measures.outcomes(LABELLED, PAGES, lambda asked: [None] * len(asked))
    assert not any(o.linked for o in found)
    assert measures.figures(found)["precision"] is None


def test_the_words_alone_link_equal_words() -> None:
    found = measures.outcomes(LABELLED, PAGES, pairs.same_words)
    assert [o.linked for o in found] == [False, True, False, False]


def test_an_answer_for_another_number_of_mentions_is_refused() -> None:
    with pytest.raises(ValueError, match="8 places were asked for, 1 ids came back"):
        measures.outcomes(LABELLED, PAGES, lambda asked: ["Q1"])


@pytest.mark.parametrize(
    ("a", "b", "kind", "stratum"),
    [
        ("الوزير سامر الحلبي", "سامر الحلبي", "person", "equal-name"),
        ("سامر عبد الله الحلبي", "سامر عبدالله الحلبي", "person", "spelling"),
        ("غريغور لانسدورف", "جريجور لانسدورف", "person", "spelling"),
        ("سامر الحلبي", "الحلبي", "person", "part"),
        ("الدكتور سامر الحلبي", "الدكتور الحلبي", "person", "part-office"),
        ("سامر الحلبي", "ماجد الحلبي", "person", "surname"),
        ("سامر الحلبي", "سامر الدوماني", "person", "first-name"),
        ("وزير الخارجية الدرواني", "وزير الخارجية الدرواني", "person", "office"),
        ("وزير الخارجية الدرواني", "وزير الخارجية الدرواني سامر الحلبي", "person", "office"),
        ("وزير الصحة الدرواني", "وزير الصحة التلماري", "person", "office-other"),
        ("رئيس بلدية دروان", "رئيس اتحاد دروان", "person", "office-other"),
        ("نهران", "الحكومة التلمارية", "state", "state"),
        ("وزارة الصحة التلمارية", "وزارة الصحة الدروانية", "organization", "body"),
        ("وزارة الصحة", "وزارة الصحة", "organization", "equal-body"),
        ("صحيفة الأفق", "صحيفة «الأفق» الدروانية", "media", "media"),
        ("مصدر أمني", "مصدر أمني", "unnamed", "unnamed"),
        ("التقرير", "التقرير", "document", "equal-other"),
        ("وزارة الصحة", "اتحاد الطائرة", "organization", None),
    ],
)
def test_a_pair_of_wordings_belongs_to_one_stratum(a: str, b: str, kind: str, stratum: str | None) -> None:
    forms = {strata.form(_mention(text, kind), TITLES) for text in (a, b)}
    found = strata.groups(forms, lambda f: len(forms) == 1)
    assert [name for name, group in found.items() if group] == ([stratum] if stratum else [])


def test_persons_whom_their_reports_call_alike_are_a_stratum() -> None:
    a = strata.form(_mention("وزير الصحة", "person", "سامر الحلبي"), TITLES)
    b = strata.form(_mention("الحلبي", "person", "سامر الحلبي"), TITLES)
    assert [name for name, group in strata.groups([a, b], lambda f: False).items() if group] == ["resolved"]


def _invented() -> dict[str, Page]:
    """Reports in which a few sources speak again and again."""
    sources = ["وزير الصحة الدرواني سامر الحلبي", "سامر الحلبي", "وزارة الصحة الدروانية", "وزير الصحة الدرواني"]
    ends = ["الخطة نجحت", "المستشفى الجديد سيفتح قريبا", "العدد زاد", "اللقاح متوفر"]
    texts = [f"قال {s} إن {e} في المنطقة رقم {i}." for i, e in enumerate(ends) for s in sources]
    return {f"r{i:02}": Page(text=t, location=f"r{i:02}", id=f"r{i:02}") for i, t in enumerate(texts)}


def test_a_draw_is_the_same_twice_and_pairs_different_reports() -> None:
    pages = _invented()
    rows = pairs.draw(pages, 3)
    assert rows == pairs.draw(pages, 3) == sorted(rows, key=lambda r: (r["a"]["report"], r["a"]["start"]))
    assert {"equal-name", "equal-body", "office"} <= {row["stratum"] for row in rows}
    for row in rows:
        assert row["a"]["report"] < row["b"]["report"]
        assert row["same"] is None
        for k in "ab":
            assert Span.of(pages[row[k]["report"]].text, row[k]["start"], row[k]["end"]).text


def test_a_copy_is_no_second_report() -> None:
    text = "قالت وزارة الصحة الدروانية إن الخطة نجحت في كل مناطق البلاد هذا العام وفق ما خطط لها."
    pages = {r: Page(text=text, location=r, id=r) for r in ("r1", "r2")}
    assert [row["stratum"] for row in pairs.draw(pages, 1) if row["stratum"] != "random"] == []


@measured.without_texts
def test_without_the_texts_one_sentence_says_so(tmp_path: Path, command: list[str]) -> None:
    measured.one_sentence_says_that_the_texts_are_missing("pairs.py", tmp_path, command)


@pytest.mark.shared
def test_every_place_lies_in_its_report(shared: Path) -> None:
    measured.places_lie_in_their_reports(ROWS, shared)
