"""The demonstration as a reader sees it: what is found in its reports beside what stands in them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mawqif import sources
from mawqif.arabic import fold
from mawqif.lexicon import Lexicon, load
from mawqif.model import Page, Reading, Statement
from mawqif.pipeline import read

FOLDER = Path(__file__).parent.parent / "src" / "mawqif" / "demo"
FLOORS = {"statements": 0.88, "speakers": 0.74, "mode": 0.94, "act": 0.65}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load([FOLDER / "world"])


@pytest.fixture(scope="module")
def readings(lexicon: Lexicon) -> dict[str, Reading]:
    out = {}
    for page in sources.pages([str(FOLDER / "reports")]):
        assert isinstance(page, Page), page
        out[_key(page)] = read(page, lexicon)
    return out


def _key(page: Page) -> str:
    return page.id or Path(page.location).name


def _expected() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for line in (FOLDER / "expected.jsonl").read_text("utf-8").splitlines():
        entry = json.loads(line)
        yield entry.get("id") or Path(entry["file"]).name, entry["statements"]


def _share(found: str, told: str) -> float:
    """The overlap of two contents in words (Dice), both from the same report."""
    a, b = fold(found).split(), fold(told).split()
    common = len(set(a) & set(b))
    return 2 * common / (len(set(a)) + len(set(b)))


def _pairs(found: tuple[Statement, ...], told: list[dict[str, Any]]) -> list[tuple[Statement, dict[str, Any]]]:
    rest = list(found)
    out = []
    for t in told:
        best = max(rest, key=lambda s: _share(s.content.text, t["content"]), default=None)
        if best is not None and _share(best.content.text, t["content"]) >= 0.5:
            rest.remove(best)
            out.append((best, t))
    return out


def test_every_report_has_outlet_date_and_headline(readings: dict[str, Reading]) -> None:
    assert len(readings) == 28
    for key, reading in readings.items():
        assert reading.report.outlet, key
        assert reading.report.date, key
        assert reading.report.title, key


def test_all_spans_are_the_text_itself(readings: dict[str, Reading]) -> None:
    for reading in readings.values():
        text = reading.report.text
        spans = [f.span for f in reading.report.furniture]
        for s in reading.statements:
            spans += [x for x in (s.content, s.cue, s.speaker.mention, s.said_on, *s.via) if x]
        for span in spans:
            assert text[span.start : span.end] == span.text


def test_what_is_found_is_what_a_reader_finds(readings: dict[str, Reading]) -> None:
    told = found = 0
    right = dict.fromkeys(FLOORS, 0)
    for key, statements in _expected():
        pairs = _pairs(readings[key].statements, statements)
        told += len(statements)
        found += len(readings[key].statements)
        right["statements"] += len(pairs)
        right["speakers"] += sum(s.speaker.name == t["speaker_name"] for s, t in pairs)
        right["mode"] += sum(s.mode == t["mode"] for s, t in pairs)
        right["act"] += sum(s.act == t["act"] for s, t in pairs)
    matched = right["statements"]
    figures = {"statements": 2 * matched / (told + found)} | {
        k: right[k] / matched for k in FLOORS if k != "statements"
    }
    assert all(figures[k] >= floor for k, floor in FLOORS.items()), figures


def test_one_agency_report_is_found_alike_in_all_its_copies(readings: dict[str, Reading]) -> None:
    copies = [k for k in readings if "agency-copy" in k]
    original = {s.content.text for s in readings["difaf-2031-03-05"].statements}
    assert len(copies) == 3
    for key in copies:
        carried = {c for c in original if c in readings[key].report.text}  # a copy may leave a paragraph out
        assert len(carried) >= 4
        assert len(carried & {s.content.text for s in readings[key].statements}) >= 0.9 * len(carried)


def test_the_english_post_belongs_to_its_arabic_author(readings: dict[str, Reading]) -> None:
    (post,) = [s for s in readings["2031-05-12-mirdasi-post.html"].statements if s.rule.startswith("post")]
    assert post.speaker.name == "ليان المرداسي"
    assert post.date is not None
    assert post.date.isoformat() == "2031-05-11"
