"""The figures are those of the scorer that comes with the annotated articles, to the digit, and quick to have."""

from __future__ import annotations

import copy
import json
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from mawqif.evaluate import Document, evaluate, lines, paired
from mawqif.lexicon import load
from mawqif.model import Page, reading_json
from mawqif.pipeline import read

pytestmark = pytest.mark.shared

SETS = ("seeds", "dev", "wide")
MOST_SECONDS = 12.0  # of the processor, for all figures and intervals of the largest set
Rows = list[dict[str, Any]]


@pytest.fixture(scope="module", params=SETS)
def name(request: pytest.FixtureRequest) -> str:
    given: str = request.param
    return given


@pytest.fixture(scope="module")
def documents(name: str, shared: Path) -> dict[str, Document]:
    rows = map(json.loads, (shared / "gold" / f"{name}_docs.jsonl").read_text("utf-8").splitlines())
    return {r["id"]: Document(r["id"], r["text"], r.get("outlet")) for r in rows}


@pytest.fixture(scope="module")
def predicted(documents: dict[str, Document]) -> Rows:
    lexicon = load()
    return [reading_json(read(Page(d.text, d.id, id=d.id), lexicon)) for d in documents.values()]


def _disturbed(rows: Rows, documents: dict[str, Document], seed: int) -> Rows:
    """The same with statements dropped, moved, renamed and relabelled."""
    draw = random.Random(seed)
    rows = copy.deepcopy(rows)
    names = [s["speaker"]["name"] for r in rows for s in r["statements"]] + [None, "", "ابن"]
    for row in rows:
        row["statements"] = [s for s in row["statements"] if draw.random() > 0.1]
        for s in row["statements"]:
            _disturb(s, documents[row["id"]].text, names, draw)
        if draw.random() < 0.2 and row["statements"]:
            row["furniture"] = [row["statements"][0]["content"]]
    return [row for row in rows if draw.random() > 0.05]


def _disturb(s: dict[str, Any], text: str, names: list[str | None], draw: random.Random) -> None:
    if draw.random() < 0.4:
        s["content"] = _span(text, draw, s["content"]["start"] + draw.randint(-40, 40), s["content"]["end"])
    if draw.random() < 0.3:
        s["speaker"]["name"] = draw.choice(names)
    if draw.random() < 0.1:
        s["speaker"] = None
    if draw.random() < 0.3:
        s["act"] = draw.choice(["state", "demand", "warn", "commit", None, "sing"])
    if draw.random() < 0.3:
        s["via"] = [_span(text, draw, draw.randrange(len(text)), 0) for _ in range(draw.randint(0, 2))]
    if draw.random() < 0.3:
        s["occasion"] = {**_span(text, draw, draw.randrange(len(text)), 0), "kind": "press"}
        s["conditions"] = [s["content"]]
        s["commitment"] = {"deadline": s["said_on"], "to": None}
    if draw.random() < 0.2:
        stance = draw.choice(["support", "oppose", "conditional"])
        issue, actor = draw.choice(["iran-deal", "yemen-truce"]), draw.choice(names)
        s["positions"] = [{"issue": issue, "actor_name": actor, "stance": stance}]


def _span(text: str, draw: random.Random, start: int, end: int) -> dict[str, Any]:
    start = max(0, min(start, len(text) - 2))
    end = min(len(text), max(start + 1, end + draw.randint(-40, 40)))
    return {"start": start, "end": end, "text": text[start:end]}


def _scorer(shared: Path, name: str, out: Path) -> dict[str, Any]:
    gold, docs = (shared / "gold" / f"{name}{part}.jsonl" for part in ("", "_docs"))
    command = [sys.executable, str(shared / "gold" / "score.py"), str(gold), str(docs), str(out), "--json"]
    found: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return found


@pytest.mark.parametrize("seed", range(4))
def test_all_figures_are_the_scorers(
    name: str, seed: int, shared: Path, documents: dict[str, Document], predicted: Rows, tmp_path: Path
) -> None:
    rows = _disturbed(predicted, documents, seed) if seed else predicted
    out = tmp_path / "out.jsonl"
    out.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    articles = paired(lines(shared / "gold" / f"{name}.jsonl"), documents, lines(out))
    assert evaluate(articles, samples=0).overall.figures == _scorer(shared, name, out)


def test_the_scorers_figures_for_the_annotation_itself(name: str, shared: Path, documents: dict[str, Document]) -> None:
    path = shared / "gold" / f"{name}.jsonl"
    gold = lines(path)
    assert evaluate(paired(gold, documents, gold), samples=0).overall.figures == _scorer(shared, name, path)


def test_an_evaluation_takes_seconds(shared: Path) -> None:
    from mawqif.evaluate.page import page

    rows = map(json.loads, (shared / "gold" / "dev_docs.jsonl").read_text("utf-8").splitlines())
    documents = {r["id"]: Document(r["id"], r["text"], r.get("outlet")) for r in rows}
    gold = lines(shared / "gold" / "dev.jsonl")
    begun = time.process_time()
    page(evaluate(paired(gold, documents, gold)))
    assert time.process_time() - begun < MOST_SECONDS
