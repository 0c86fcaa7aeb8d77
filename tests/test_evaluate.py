"""Figures against annotated articles, on an invented article whose figures can be counted by hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mawqif.errors import InputError
from mawqif.evaluate import Document, Evaluation, Line, evaluate, flat, lines, paired, value
from mawqif.evaluate.bootstrap import percentile
from mawqif.evaluate.matching import Ruler, agreeing
from mawqif.evaluate.naming import same_name
from mawqif.evaluate.reliability import reliability
from mawqif.model import Span

TEXT = (
    "قال وزير الري في سهلان كريم الواحي أمس إن السد سيفتح قبل نهاية الشهر. "
    "وأضاف الواحي: «لن نترك أحدا بلا ماء». "
    "ورحبت جمهورية نجدان بفتح السد. "
    "شارك الخبر"
)
DOCUMENT = Document("a", TEXT, "صوت سهلان", "فتح السد")


def span(words: str, **more: object) -> dict[str, object]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words, **more}


def said(content: str, name: str | None, **more: Any) -> dict[str, Any]:
    speaker = {"name": name, "kind": more.pop("kind", "person"), "mention": None, "aliases": more.pop("aliases", [])}
    return {"content": span(content), "cue": None, "speaker": speaker, "mode": "indirect", "act": "state", "via": [],
            "positions": [], **more}  # fmt: skip


PROMISE = said("إن السد سيفتح قبل نهاية الشهر", "كريم الواحي", cue=span("قال"), act="commit", said_on=span("أمس"),
               commitment={"deadline": span("نهاية الشهر"), "to": None})  # fmt: skip
VOW = said("لن نترك أحدا بلا ماء", "كريم الواحي", cue=span("وأضاف"), mode="direct")
WELCOME = said("بفتح السد", "جمهورية نجدان", kind="state", act="support", aliases=["نجدان"],
               positions=[{"issue": "dam", "actor_name": "نجدان", "stance": "support"}])  # fmt: skip
GOLD = {"id": "a", "extras": True, "furniture": [span("شارك الخبر")], "statements": [PROMISE, VOW, WELCOME]}


def compared(statements: list[dict[str, Any]], gold: dict[str, Any] = GOLD, **more: Any) -> Evaluation:
    predicted = {"id": "a", "statements": statements, **more}
    articles = paired({"a": Line("gold:1", gold)}, {"a": DOCUMENT}, {"a": Line("out:1", predicted)})
    return evaluate(articles, samples=0)


def test_what_is_annotated_is_right_in_every_figure() -> None:
    found = compared(GOLD["statements"], furniture=GOLD["furniture"])  # type: ignore[arg-type]
    empty = {"conditions", "exceptions", "instruments", "occasion", "addressee", "via"}
    assert {name: share for name, share in flat(found.overall.figures).items() if share != 1.0} == {
        f"{name}.{part}": 0.0 for name in empty for part in ("p", "r", "f1")
    }
    assert found.overall.figures["reported words called furniture"] == 0
    assert not any(e.faults for e in found.events[0])


def test_nothing_found_is_nothing_right_but_no_failure() -> None:
    found = compared([])
    assert found.overall.figures["statements"] == {"p": 0.0, "r": 0.0, "f1": 0.0, "n": 3}
    assert "speaker" not in found.overall.figures
    assert [b.count for b in found.errors] == [3, 0, 0, 0, 0, 0, 0]


SHORTER = said("إن السد سيفتح قبل", "كريم الواحي", act="commit")  # 4 of 6 words
SHORT = said("إن السد", "كريم الواحي")  # 2 of 6

CASES: list[tuple[str, list[dict[str, Any]], dict[str, float]]] = [
    ("half of the words are the same statement", [SHORTER], {"statements.r": 1 / 3, "tight.r": 0.0}),
    ("fewer than half are not", [SHORT], {"statements.p": 0.0, "end_to_end.p": 0.0}),
    ("the closest is paired, the other is false", [SHORTER, PROMISE], {"statements.p": 0.5, "tight.p": 0.5}),
    ("a wrong name counts against precision", [{**VOW, "speaker": {"name": "ليان"}}], {"speaker.p": 0, "speaker.r": 0}),
    ("no name counts against recall alone", [VOW, {**PROMISE, "speaker": {}}], {"speaker.p": 1.0, "speaker.r": 0.5}),
    ("a body is right by another name", [{**WELCOME, "speaker": {"name": "نجدان"}}], {"end_to_end.p": 1.0}),
    ("the mode of the annotation is counted", [VOW], {"recall_by_mode.direct": 1.0, "recall_by_mode.indirect": 0.0}),
    ("a label is told on the matched", [VOW, {**PROMISE, "act": "warn"}], {"on_matched.act": 0.5}),
    ("a field is told on the matched", [VOW], {"said_on.r": 0.0}),
    ("positions are told on the whole article", [WELCOME], {"positions.f1": 1.0, "stance_macro_f1": 1.0}),
]


@pytest.mark.parametrize(("statements", "wanted"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_a_figure_counted_by_hand(statements: list[dict[str, Any]], wanted: dict[str, float]) -> None:
    found = flat(compared(statements).overall.figures)
    assert {name: found[name] for name in wanted} == pytest.approx(wanted)


def test_reported_words_that_are_called_furniture_are_counted() -> None:
    found = compared([VOW], furniture=[span("بلا ماء"), span("شارك الخبر")]).overall.figures
    assert found["reported words called furniture"] == 2
    assert found["furniture"] == {"p": 0.5, "r": 1.0, "f1": pytest.approx(2 / 3), "n": 2}


NAMES = [
    ("كريم الواحي", "كريم الواحي", True),
    ("كريم بن سالم الواحي", "كريم الواحي", True),
    ("الواحي", "كريم الواحي", False),
    ("كريم سالم", "كريم سالم الواحي", True),
    ("عبد الرحمن الواحي", "عبدالرحمن الواحي", True),
    ("عبد الله", "عبد الرحمن", False),
    ("الخارجية الأميركية", "الخارجية الأمريكية", True),
    ("مُسؤول", "مسؤول", True),
    ("كريم", "سالم", False),
    ("", "كريم", False),
    ("اتحاد مزارعي السهل الغربي", "اتحاد مزارعي الغربي الكبير", True),
]


@pytest.mark.parametrize(("predicted", "gold", "same"), NAMES)
def test_one_name_for_another(predicted: str, gold: str, same: bool) -> None:
    assert same_name(predicted, gold) is same


def test_things_agree_one_to_one() -> None:
    assert agreeing("aab", "abc", lambda a, b: a == b) == 2


def test_spans_are_measured_in_the_words_that_they_touch() -> None:
    ruler = Ruler("واحد اثنان ثلاثة")
    assert ruler.words(Span.of("واحد اثنان ثلاثة", 2, 7)) == (0, 2)
    assert ruler.words(Span.of("واحد اثنان ثلاثة", 4, 5)) == (1, 1)


FAULTS = [
    (SHORTER, [("boundary", "ends early")]),
    (said("أمس إن السد سيفتح قبل نهاية الشهر", None, act="commit"),
     [("boundary", "starts early"), ("speaker", "no name")]),
    ({**VOW, "mode": "mixed", "act": "warn"}, [("mode", "direct > mixed"), ("act", "state > warn")]),
    ({**VOW, "speaker": {"name": "ليان", "kind": "media"}}, [("speaker", "other name"), ("kind", "person > media")]),
    (SHORT, [("missed", "indirect"), ("false", "indirect")]),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "faults"), FAULTS)
def test_what_is_wrong_is_told_by_class(statement: dict[str, Any], faults: list[tuple[str, str]]) -> None:
    wanted = PROMISE if statement["content"]["end"] <= VOW["content"]["start"] else VOW
    found = compared([statement], {**GOLD, "statements": [wanted]})
    assert [(f.sort, f.how) for e in found.events[0] for f in e.faults] == faults
    assert sum(b.count for b in found.errors) == len(faults)


def test_modes_add_up_to_the_whole() -> None:
    found = compared([VOW, SHORT, {**WELCOME, "mode": "mixed"}])
    assert [(g.name, g.annotated, flat(g.figures)["statements.p"]) for g in found.groups["mode"]] == [
        ("direct", 1, 1.0),
        ("indirect", 2, 0.5),
    ]


def test_outlets_are_told_apart() -> None:
    rows = {k: Line(k, {**GOLD, "id": k}) for k in "abc"}
    documents = {k: Document(k, TEXT, {"a": "صوت سهلان", "b": "صوت سهلان"}.get(k)) for k in "abc"}
    found = evaluate(paired(rows, documents, {}), samples=0)
    assert [(g.name, g.articles) for g in found.groups["outlet"]] == [("صوت سهلان", 2), ("-", 1)]


def _many() -> Evaluation:
    rows = {str(k): Line(str(k), {**GOLD, "id": str(k)}) for k in range(30)}
    documents = {k: Document(k, TEXT) for k in rows}
    predicted = {k: Line(k, {"id": k, "statements": [VOW, PROMISE][: int(k) % 3]}) for k in rows}
    return evaluate(paired(rows, documents, predicted), samples=200, seed=7)


def test_intervals_hold_the_figure_and_are_drawn_the_same_again() -> None:
    first, again = _many().overall, _many().overall
    assert first.intervals == again.intervals
    shares = flat(first.figures)
    assert set(shares) == set(first.intervals)
    assert all(low <= shares[name] <= high for name, (low, high) in first.intervals.items())
    low, high = first.intervals["statements.r"]
    assert low < high


@pytest.mark.parametrize(("share", "wanted"), [(0, 1.0), (0.5, 2.5), (1, 4.0), (0.25, 1.75)])
def test_a_percentile_lies_between_two_values_in_proportion(share: float, wanted: float) -> None:
    assert percentile([1.0, 2.0, 3.0, 4.0], share) == wanted


def test_scores_are_held_against_what_became_of_them() -> None:
    table = reliability([(0.9, True), (0.9, True), (0.9, False), (0.2, False), (1.0, True)])
    assert [(b.low, b.count) for b in table.bins] == [(0.2, 1), (0.9, 4)]
    assert table.bins[1].observed == 0.75
    assert [(b.kept, b.right_kept) for b in table.bins] == [(5, 0.6), (4, 0.75)]
    assert table.ece == pytest.approx((0.2 + 4 * (0.925 - 0.75)) / 5)
    assert table.brier == pytest.approx((0.01 + 0.01 + 0.81 + 0.04) / 5)


def test_statements_below_a_score_are_left_out() -> None:
    predicted = {
        "a": Line("out", {"id": "a", "statements": [{**VOW, "score": 0.5}, {**PROMISE, "score": 0.8}, WELCOME]})
    }
    (article,) = paired({"a": Line("gold", GOLD)}, {"a": DOCUMENT}, predicted, 0.8)
    assert [s.score for s in article.predicted.statements] == [0.8, None]


def test_everything_is_plain_values() -> None:
    told = json.loads(json.dumps(value(_many())))
    assert told["articles"] == 30
    assert set(told["by"]) == {"outlet", "mode"}
    assert set(told["intervals"]["statements"]) == {"p", "r", "f1"}
    assert told["errors"]["missed"]["count"] == 60


WRONG: list[tuple[str, Callable[[dict[str, Any]], object]]] = [
    ("other words", lambda row: row["statements"][0]["content"].update(text="كلام آخر")),
    ("behind the end", lambda row: row["statements"][0]["content"].update(start=0, end=10**6)),
    ("an empty span", lambda row: row["furniture"].append({"start": 3, "end": 3})),
    (
        "a span that no figure needs",
        lambda row: row["statements"][0].update(more=[{"start": 0, "end": 1, "text": "x"}]),
    ),
    ("no content", lambda row: row["statements"][0].pop("content")),
    ("no span where one is", lambda row: row["statements"][0].update(cue="قال")),
]


@pytest.mark.parametrize("change", [w[1] for w in WRONG], ids=[w[0] for w in WRONG])
def test_a_line_of_another_shape_is_refused_with_its_place(change: Callable[[dict[str, Any]], object]) -> None:
    row = json.loads(json.dumps({**GOLD, "statements": [VOW]}))
    change(row)
    with pytest.raises(InputError, match=r"out\.jsonl:4"):
        paired({"a": Line("gold.jsonl:1", GOLD)}, {"a": DOCUMENT}, {"a": Line("out.jsonl:4", row)})
    with pytest.raises(InputError, match=r"gold\.jsonl:1"):
        paired({"a": Line("gold.jsonl:1", row)}, {"a": DOCUMENT}, {})


def test_an_article_without_a_text_is_named() -> None:
    with pytest.raises(InputError, match="a is not among the documents"):
        paired({"a": Line("gold.jsonl:1", GOLD)}, {}, {})


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "no article"),
        ("{", "not a JSON object"),
        ('{"id": 3}', "with an id"),
        ('{"id": "a"}\n' * 2, ":2: .* second"),
    ],
)
def test_a_file_that_is_none_is_refused(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(content, "utf-8")
    with pytest.raises(InputError, match=message):
        lines(path)
