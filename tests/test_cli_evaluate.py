"""`mawqif evaluate` as a user meets it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from test_cli_samples import call, lines
from test_evaluate import GOLD, PROMISE, TEXT, VOW, span

DOC = {"id": "a", "text": TEXT, "outlet": "صوت سهلان", "title": "فتح السد <قريبا> & غدا", "date": "2031-05-05"}
VOID = {"meta", "br"}


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    def write(name: str, *rows: object) -> Path:
        path = tmp_path / name
        path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), "utf-8")
        return path

    return write


@pytest.fixture
def files(write: Callable[..., Path]) -> list[Path]:
    return [write("gold.jsonl", GOLD), write("docs.jsonl", DOC)]


def out(*statements: dict[str, Any]) -> dict[str, Any]:
    return {"id": "a", "statements": list(statements)}


def test_the_pipeline_reads_what_was_annotated(files: list[Path]) -> None:
    result = call("evaluate", *files, "--json")
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert found["figures"]["statements"]["n"] == 3
    assert found["figures"]["statements"]["r"] > 0.5
    assert found["reliability"]["count"] > 0
    assert set(found["by"]["outlet"]) == {"صوت سهلان"}


def test_what_was_predicted_is_compared_as_it_is(files: list[Path], write: Callable[..., Path]) -> None:
    predicted = write("out.jsonl", out(VOW, PROMISE))
    result = call("evaluate", *files, "--predicted", predicted, "--json", "--by", "mode", "--samples", 0)
    found = json.loads(result.stdout)
    assert found["figures"]["statements"] == {"p": 1.0, "r": pytest.approx(2 / 3), "f1": pytest.approx(0.8), "n": 3}
    assert set(found["by"]) == {"mode"}
    assert found["intervals"] == {}


def test_extract_and_evaluate_agree(files: list[Path], tmp_path: Path) -> None:
    call("extract", files[1], "-o", tmp_path / "out.jsonl")
    told = call("evaluate", *files, "--predicted", tmp_path / "out.jsonl", "--json")
    assert told.stdout == call("evaluate", *files, "--json").stdout


@pytest.mark.parametrize(("lang", "words"), [("en", "Errors by class"), ("ar", "الأخطاء بأصنافها")])
def test_it_speaks_both_languages(files: list[Path], lang: str, words: str) -> None:
    result = call("--lang", lang, "evaluate", *files, "--errors", 5)
    assert result.exit_code == 0
    assert words in result.stdout
    assert "0." in result.stdout


def test_errors_are_shown_up_to_the_number_asked_for(files: list[Path], write: Callable[..., Path]) -> None:
    predicted = write("out.jsonl", out({**VOW, "act": "warn"}))
    shown = [call("evaluate", *files, "--predicted", predicted, "--errors", n).stdout for n in (0, 1, 9)]
    assert [len(re.findall(r"^a  ", text, re.M)) for text in shown] == [0, 1, 3]


def test_an_article_without_a_prediction_is_told(files: list[Path], write: Callable[..., Path]) -> None:
    result = call("evaluate", *files, "--predicted", write("out.jsonl", {"id": "other"}))
    assert result.exit_code == 0
    assert "1 annotated article has no prediction" in result.stderr


def test_a_span_that_does_not_hold_its_text_is_refused(files: list[Path], write: Callable[..., Path]) -> None:
    wrong = {**VOW, "content": {**span("لن نترك"), "text": "لن نقبل"}}
    result = call("evaluate", *files, "--predicted", write("out.jsonl", out(wrong)))
    assert result.exit_code == 1
    assert "out.jsonl:1: the span" in result.stderr
    assert not result.stdout


def test_a_document_that_is_none_is_named_and_the_rest_is_counted(files: list[Path]) -> None:
    files[1].write_text("{\n" + files[1].read_text("utf-8"), "utf-8")
    result = call("evaluate", *files)
    assert result.exit_code == 1
    assert "docs.jsonl:1" in result.stderr
    assert "1 article" in result.stdout


@pytest.mark.parametrize("missing", [0, 1])
def test_a_file_that_is_not_there_is_a_sentence(files: list[Path], missing: int) -> None:
    files[missing].unlink()
    result = call("evaluate", *files)
    assert result.exit_code == 1
    assert files[missing].name in result.stderr


def test_statements_below_a_score_are_left_out_wherever_they_are_listed(files: list[Path]) -> None:
    everything = json.loads(call("extract", "-", stdin=lines(1)).stdout)["statements"]
    assert everything
    assert json.loads(call("extract", "-", "--min-score", "1", stdin=lines(1)).stdout)["statements"] == []
    least = str(everything[0]["score"])
    assert json.loads(call("extract", "-", "--min-score", least, stdin=lines(1)).stdout)["statements"] == everything
    assert json.loads(call("evaluate", *files, "--min-score", "1", "--json").stdout)["figures"]["statements"]["r"] == 0


class _Page(HTMLParser):
    """What a browser would make of a page: whether all that opens closes, its text, names and links."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.texts: dict[str, str] = {"": ""}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [(given.get("href") or "")] if tag == "a" and "href" in given else []
        assert not {"src", "onclick"} & set(given)
        assert tag not in ("link", "img", "iframe")
        if tag not in VOID:
            self.open.append("text" if given.get("class") == "text" else tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() in (tag, "text"), tag

    def handle_data(self, data: str) -> None:
        if "text" in self.open and self.open[-1] != "a":
            self.texts[str(self.open.count("article"))] = self.texts.get(str(self.open.count("article")), "") + data


def test_the_page_holds_both_sides_and_nothing_from_elsewhere(files: list[Path], tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    assert call("evaluate", *files, "--html", path).exit_code == 0
    text = path.read_text("utf-8")
    page = _Page()
    page.feed(text)
    assert page.open == []
    assert page.texts["1"] == TEXT * 2
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert 'dir="rtl"' in text
    assert "http" not in re.sub(r'http-equiv="[^"]*"', "", text)
    assert "&lt;قريبا&gt; &amp; غدا" in text
