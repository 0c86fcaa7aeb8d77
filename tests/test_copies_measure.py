"""The measure of copies between reports: what the labelled pairs hold, how they are drawn, and the arithmetic."""

from __future__ import annotations

import datetime as dt
import json
import random
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "tools"))

import copies  # noqa: E402
import likeness  # noqa: E402
import measures  # noqa: E402
from copies import Told  # noqa: E402

import measured  # noqa: E402
from mawqif.model import Page  # noqa: E402

ROWS = measures.rows(copies.COPIES)
DAY = dt.date(2031, 5, 2)


def _row(a: str, b: str, relation: str | None, story: bool | None, weight: float = 1.0) -> dict[str, Any]:
    return {"a": a, "b": b, "stratum": "own", "weight": weight, "class": relation, "story": story}


LABELLED = [
    _row("r1", "r2", "identical", True),  # missed: not named
    _row("r1", "r3", "syndicated", True, weight=3.0),  # linked, by another kind of copy
    _row("r2", "r4", "independent", True),  # left apart, one story
    _row("r3", "r4", "template", False),  # linked, wrong
    _row("r2", "r3", None, None),  # not counted
]
TOLD = {
    ("r1", "r3"): Told("part-copied", True),
    ("r2", "r4"): Told("independent", True),
    ("r3", "r4"): Told("syndicated", True),
}


def test_the_pairs_hold_no_word_of_a_text() -> None:
    for row in ROWS:
        assert set(row) == {"a", "b", "stratum", "weight", "class", "story"}
        assert row["a"] < row["b"]
        assert all(len(row[k]) == 10 and row[k].isascii() for k in "ab")
        assert row["class"] in {*copies.CLASSES, None}
        assert row["story"] in {True, False, None}
    assert {row["stratum"] for row in ROWS} == set(likeness.QUOTAS)
    assert len(ROWS) == sum(likeness.QUOTAS.values()) == 200


def test_no_report_is_in_many_pairs() -> None:
    reports = [row[k] for row in ROWS if row["stratum"] != "random" for k in "ab"]
    assert max(map(reports.count, reports)) <= copies.OFTEN


def test_the_table_of_strata_tells_what_is_there() -> None:
    text = (ROOT / "annotations" / "README.md").read_text("utf-8")
    section = text[text.index("# Pairs of reports") :]
    for stratum in likeness.QUOTAS:
        labels = [row["class"] for row in ROWS if row["stratum"] == stratum]
        counts = [len(labels), *(labels.count(c) for c in (*copies.CLASSES, None))]
        line = next(line for line in section.splitlines() if line.startswith((f"| {stratum}:", f"| {stratum} |")))
        assert line.endswith("| " + " | ".join(map(str, counts)) + " |")


def test_precision_and_recall_are_over_copies_of_any_kind() -> None:
    told = copies.score(LABELLED, TOLD)
    assert [told["copies"]["all"][k] for k in ("pairs", "same", "linked", "right")] == [4, 2, 2, 1]
    assert told["copies"]["all"]["precision"][0] == told["copies"]["own"]["recall"][0] == 0.5
    assert told["copies"]["weighted"]["precision"][0] == told["copies"]["weighted"]["recall"][0] == 0.75


def test_stories_have_figures_of_their_own() -> None:
    told = copies.score(LABELLED, TOLD)["stories"]["all"]
    assert [told[k] for k in ("pairs", "same", "linked", "right")] == [4, 3, 3, 2]


def test_classes_are_crossed() -> None:
    crossed = copies.score(LABELLED, TOLD)["classes"]
    assert crossed["identical"]["unrelated"] == crossed["syndicated"]["part-copied"] == 1
    assert sum(n for row in crossed.values() for n in row.values()) == 4


@pytest.mark.parametrize("stratum", sorted(copies.ASIDE))
def test_a_stratum_that_would_outweigh_all_has_no_weight(stratum: str) -> None:
    more = [*LABELLED, {**_row("r5", "r6", "unrelated", False, 1e6), "stratum": stratum}]
    told = copies.score(more, {**TOLD, ("r5", "r6"): Told("identical", True)})["copies"]
    assert told["weighted"]["precision"][0] == 0.75
    assert told["all"]["precision"][0] == pytest.approx(1 / 3)


def test_a_linker_writes_classes_and_stories_in_any_order(tmp_path: Path) -> None:
    lines: list[dict[str, Any]] = [
        {"a": "r3", "b": "r1", "class": "part-copied"},
        {"a": "r1", "b": "r3", "story": True},
        {"a": "r2", "b": "r4", "story": True, "class": "independent"},
        {"a": "r2", "b": "r1", "story": False},
    ]
    (tmp_path / "told.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    assert copies.read_classes(tmp_path / "told.jsonl") == {
        ("r1", "r3"): Told("part-copied", True),
        ("r2", "r4"): Told("independent", True),
        ("r1", "r2"): Told("unrelated", False),
    }


@pytest.mark.parametrize("line", ["{}", "[1]", "x", '{"a": "r1", "b": "r2", "class": "copy"}', '{"a": 1, "b": "r"}'])
def test_a_line_that_is_none_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "told.jsonl"
    file.write_text('{"a": "r1", "b": "r2", "story": true}\n' + line + "\n", "utf-8")
    with pytest.raises(SystemExit, match=r"line 2 is not .*identical, syndicated"):
        copies.read_classes(file)


# the strata, on reports of invented words


def _words(number: int, seed: str) -> list[str]:
    """Words that no other report has."""
    return [f"{seed}{''.join(chr(0x641 + int(d)) for d in str(i))}" for i in range(number)]


COMMON = _words(60, "كل")  # words that most reports have


def _page(name: str, words: list[str], *, outlet: str = "", day: int = 0) -> Page:
    return Page(text=" ".join(words), location=name, id=name, outlet=outlet or name, date=DAY + dt.timedelta(days=day))


def _others() -> list[Page]:
    """Reports that share the common words in orders of their own."""
    chance = random.Random(1)
    return [
        _page(
            f"x{i:03}", chance.sample(COMMON, len(COMMON)) + _words(20, f"غ{chr(0x641 + i % 10)}{chr(0x641 + i // 10)}")
        )
        for i in range(60)
    ]


BODY = _words(100, "ا")
FORMULA = [*COMMON[:20], "§", *COMMON[20:40], "§", *COMMON[40:], "§"]
QUOTED = ["«" + _words(20, "ق")[0], *_words(20, "ق")[1:-1], _words(20, "ق")[-1] + "»"]


def _filled(seed: str) -> list[str]:
    """The formula with names of its own in its gaps."""
    names = iter(_words(7, seed))
    return [next(names) if w == "§" else w for w in FORMULA] + [next(names) for _ in range(4)]


@pytest.mark.parametrize(
    ("a", "b", "stratum"),
    [
        (_page("a", BODY), _page("b", [*BODY[:50], "،", *BODY[50:]]), "equal"),
        (_page("a", BODY, outlet="o"), _page("b", BODY, outlet="o"), "equal-own"),
        (_page("a", _filled("س")), _page("b", _filled("ش"), outlet="a"), "formula"),
        (_page("a", BODY), _page("b", [*_words(4, "ر"), *BODY, *_words(5, "ز")]), "frame"),
        (_page("a", BODY), _page("b", BODY[:60] + _words(20, "ب"), day=5), "later"),
        (_page("a", BODY, outlet="o"), _page("b", BODY[:60] + _words(20, "ب"), outlet="o"), "own"),
        (_page("a", QUOTED + _words(150, "ب")), _page("b", _words(160, "ت") + QUOTED), "quotation"),
        (_page("a", BODY + _words(200, "ب")), _page("b", BODY[:60] + _words(20, "ت")), "part"),
        (_page("a", BODY), _page("b", [*BODY[:50], "جديد", *BODY[50:]]), "from-0.9"),
        (_page("a", BODY), _page("b", BODY[:45] + _words(6, "ب") + BODY[51:]), "from-0.7"),
        (_page("a", BODY), _page("b", BODY[:70] + _words(20, "ب")), "from-0.5"),
        (_page("a", BODY), _page("b", BODY[:60] + _words(40, "ب")), "from-0.3"),
        (_page("a", BODY), _page("b", BODY[:40] + _words(60, "ب")), "from-0.15"),
        (_page("a", BODY), _page("b", BODY[:30] + _words(270, "ب")), "passage"),
        (_page("a", BODY), _page("b", BODY[:16] + _words(80, "ب")), "from-0.05"),
        (_page("a", BODY), _page("b", BODY[:8] + _words(150, "ب")), "few"),
        (_page("a", BODY), _page("b", BODY[:60:2] + _words(20, "ب"), day=1), "topic"),
        (_page("a", BODY), _page("b", BODY[:60:2] + _words(20, "ب"), day=2), None),
        (_page("a", BODY), _page("b", _words(100, "ب")), None),
    ],
)
def test_a_pair_of_reports_belongs_to_one_stratum(a: Page, b: Page, stratum: str | None) -> None:
    corpus = likeness.Corpus([a, b, *_others()])
    found = {name: keys for name, keys in corpus.pairs().items() if ("a", "b") in keys}
    assert list(found) == ([stratum] if stratum else [])


def test_few_rare_words_in_common_and_few_runs_are_titles() -> None:
    a, b = (_page(n, COMMON[:30] + _words(90, seed)) for n, seed in (("a", "س"), ("b", "ش")))
    assert ("a", "b") in likeness.Corpus([a, b, *_others()]).pairs()["titles"]


def test_short_reports_are_left_out() -> None:
    assert not likeness.Corpus([_page("a", BODY[:19]), _page("b", BODY[:19])]).reports


def test_a_cluster_holds_what_shares_half() -> None:
    pages = [_page("a", BODY), _page("b", BODY[:80]), _page("c", BODY[60:] + _words(5, "ب")), _page("d", BODY[95:] * 6)]
    corpus = likeness.Corpus(pages)
    head = corpus.clusters([("a", "b"), ("a", "c"), ("a", "d")])
    assert [head[i] for i in "abcd"] == ["a", "a", "a", "d"]


def _drawable() -> dict[str, Page]:
    """Eight reports with a copy of the same words, and eight with one that is cut."""
    pages = {}
    for i in range(8):
        body, other = (_words(80, f"{letter}{chr(0x641 + i)}") for letter in "ات")
        texts = {"a": body, "b": body, "c": other, "d": other[:60] + _words(20, f"ب{chr(0x641 + i)}")}
        pages.update({f"{i}{k}": _page(f"{i}{k}", words) for k, words in texts.items()})
    return pages


def test_a_draw_is_the_same_twice_and_in_order() -> None:
    pages = _drawable()
    rows = copies.draw(pages, 3)
    assert rows == copies.draw(dict(reversed(pages.items())), 3) == sorted(rows, key=lambda r: (r["a"], r["b"]))
    assert {"equal", "from-0.5", "random"} == {row["stratum"] for row in rows}
    for row in rows:
        assert row["a"] < row["b"]
        assert row["class"] is row["story"] is None
    assert [row["stratum"] for row in rows].count("equal") == 8


def test_a_cluster_is_in_few_pairs() -> None:
    pages = {f"r{i}": _page(f"r{i}", BODY) for i in range(9)}
    rows = [row for row in copies.draw(pages, 3) if row["stratum"] == "equal"]
    assert len(rows) == copies.OFTEN
    assert rows[0]["weight"] == 9 * 8 / 2 / copies.OFTEN


def test_the_weight_is_how_many_pairs_stand_behind_one() -> None:
    weights = {row["stratum"]: row["weight"] for row in copies.draw(_drawable(), 3)}
    assert weights["equal"] == 1.0
    assert weights["random"] == round(32 * 31 / 2 / 6, 1)


def test_plain_counts_of_words_tell_copies() -> None:
    pages = {
        p.location: p
        for p in (
            _page("a", BODY),
            _page("b", BODY),
            _page("c", BODY[:60] + _words(40, "ب")),
            _page("d", BODY[:26] + _words(80, "ت")),
            _page("e", BODY[:24] + _words(80, "ث")),
            _page("f", BODY[:5]),
        )
    }
    told = copies.by_words([_row("a", i, None, None) for i in "bcdef"], pages)
    assert [told["a", i].relation for i in "bcdef"] == [
        "identical", "syndicated", "part-copied", "unrelated", "unrelated",
    ]  # fmt: skip
    assert [told["a", i].story for i in "bcdef"] == [True, True, True, False, False]


@measured.without_texts
def test_without_the_texts_one_sentence_says_so(tmp_path: Path, command: list[str]) -> None:
    measured.one_sentence_says_that_the_texts_are_missing("copies.py", tmp_path, command)


def test_classes_are_scored_without_the_texts(tmp_path: Path) -> None:
    lines = [{"a": r["a"], "b": r["b"], "class": r["class"], "story": r["story"]} for r in ROWS if r["class"]]
    (tmp_path / "told.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    run = measured.run("copies.py", tmp_path, "score", "--classes", "told.jsonl", "--json")
    assert (run.returncode, run.stderr) == (0, "")
    told = json.loads(run.stdout)["copies"]["all"]
    assert told["precision"] == told["recall"] == [1.0, 1.0, 1.0]
    shown = measured.run("copies.py", tmp_path, "score", "--classes", "told.jsonl").stdout
    assert [word for word in ("copies", "stories", "labelled, told:", "from-0.15") if word not in shown] == []


@pytest.mark.shared
def test_every_report_is_in_the_corpus(shared: Path) -> None:
    if not (shared / "corpus").is_dir():
        pytest.skip("no corpus")
    pages, elsewhere = measures.corpus(), measures.annotated()
    assert all(row[k] in pages and row[k] not in elsewhere for row in ROWS for k in "ab")
