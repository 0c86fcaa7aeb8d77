"""The commands on what links reports, over the demonstration: an agency's text in three other outlets."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from test_cli_samples import call

AGENCY = "وكالة أنباء الضفاف"
DEMO = Path(__file__).parent.parent / "src" / "mawqif" / "demo"
COPIES = {"شبكة سيلاق الإخبارية", "صحيفة مرايا الوادي", "قناة أفق نهران"}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("links") / "record.db"
    assert call("-q", "--record", where, "demo").exit_code == 0
    return where


def found(record: Path, *args: object) -> Any:
    result = call("--record", record, *args, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def lines(record: Path, *args: object) -> list[dict[str, str]]:
    result = call("--record", record, *args, "--csv")
    assert result.exit_code == 0, result.stderr
    return list(csv.DictReader(io.StringIO(result.stdout)))


def shown(record: Path, *args: object, lang: str = "en") -> str:
    result = call("--record", record, "--lang", lang, *args)
    assert result.exit_code == 0, result.stderr
    text: str = result.stdout
    return text


def test_an_agency_text_is_one_family_with_its_passages(record: Path) -> None:
    (family,) = found(record, "copies")
    assert set(family["outlets"]) == {AGENCY, *COPIES}
    for pair in family["pairs"]:
        for shared in pair["shared"]:
            for side in ("a", "b"):
                report = found(record, "show", pair[side]["report"])
                span = shared[side]
                assert report["text"][span["start"] : span["end"]] == span["text"]


def test_copies_of_one_report_with_kind_rule_and_who_was_first(record: Path) -> None:
    (family,) = found(record, "copies")
    agency = next(r["report"] for r in family["reports"] if r["outlet"] == AGENCY)
    rows = found(record, "copies", agency[:8])
    assert {side["outlet"] for row in rows for side in (row["a"], row["b"])} == {AGENCY, *COPIES}
    assert {(row["class"], row["first"], row["first_rule"]) for row in rows} == {
        ("syndicated", agency, "credited-outlet")
    }
    text = shown(record, "copies", agency[:8])
    assert text.count("this one was first") == 3
    assert {row["first"] for row in lines(record, "copies", agency[:8])} == {agency}


def test_a_report_that_nobody_copied(record: Path) -> None:
    alone = next(r for r in found(record, "reports") if r["outlet"] not in {AGENCY, *COPIES})
    result = call("--record", record, "--lang", "en", "copies", alone["id"])
    assert (result.exit_code, result.stdout) == (0, "")
    assert "No other report" in result.stderr


def test_one_saying_in_four_outlets_is_traced_to_the_one_that_heard_it(record: Path) -> None:
    saying = next(u for u in found(record, "utterances") if u["reports"] == 4 and u["speaker"] == "عدنان الصفراوي")
    (trace,) = found(record, "trace", saying["id"])
    assert trace["independent"] == [AGENCY]
    assert (trace["copies"], trace["relayed"], trace["unknown"], trace["circles"]) == (3, 0, 0, [])
    (origin,) = [r for r in trace["reports"] if r["hearing"] == "heard"]
    assert {r["source"] for r in trace["reports"] if r["hearing"] == "copied"} == {origin["report"]}
    assert {r["outlet"] for r in trace["reports"] if r["hearing"] == "copied"} == COPIES
    text = shown(record, "trace", saying["id"][:8])
    assert "heard by 1 independent outlet; 3 copies" in text
    assert text.count("   = ") == 3


def test_a_trace_of_a_report_has_each_of_its_statements(record: Path) -> None:
    (family,) = found(record, "copies")
    report = family["reports"][0]["report"]
    traces = found(record, "trace", report)
    assert len(traces) > 2
    assert all(report in {r["report"] for r in trace["reports"]} for trace in traces)
    of_statement = found(record, "trace", traces[0]["reports"][0]["statement"])
    assert of_statement == traces[:1]


def test_wordings_stand_side_by_side_with_what_each_made_of_the_first(record: Path) -> None:
    several = [u for u in found(record, "utterances") if len({s["content"]["text"] for s in u["statements"]}) > 1]
    told = found(record, "utterances", several[0]["id"])
    first, *others = told["statements"]
    assert (first["echo"], first["differences"]) == ("alone", None)
    for statement in others:
        for piece in statement["differences"]["pieces"]:
            for side, content in (("a", first["content"]), ("b", statement["content"])):
                if piece[side]:
                    at = piece[side]["start"] - content["start"]
                    assert content["text"][at : at + len(piece[side]["text"])] == piece[side]["text"]
    assert [row["echo"] for row in lines(record, "utterances", several[0]["id"])] == [
        s["echo"] for s in told["statements"]
    ]


def test_a_statement_that_nothing_else_carries_is_an_utterance_of_its_own(record: Path) -> None:
    shared = {s["id"] for u in found(record, "utterances", "--reports", 1) for s in u["statements"]}
    alone = next(s for s in found(record, "statements") if s["id"] not in shared)
    told = found(record, "utterances", alone["id"])
    assert [s["id"] for s in told["statements"]] == [alone["id"]]


def test_one_event_in_four_outlets_is_a_story(record: Path) -> None:
    (story,) = found(record, "stories")
    assert set(story["outlets"]) == {AGENCY, *COPIES}
    assert found(record, "stories", story["reports"][0]["report"])["id"] == story["id"]
    assert story["id"] in shown(record, "stories", story["id"])


@pytest.mark.parametrize("what", ["utterances", "copies", "stories"])
def test_lists_in_all_formats_and_filters(record: Path, what: str) -> None:
    rows = found(record, what)
    assert len(lines(record, what)) == len(rows) > 0
    assert found(record, what, "--limit", 1) == rows[:1]
    assert found(record, what, "--since", "2099") == []
    assert found(record, what, "--outlet", AGENCY) == [r for r in rows if AGENCY in r["outlets"]]
    for lang in ("en", "ar"):
        assert AGENCY.split()[-1] in shown(record, what, lang=lang) or what == "utterances"
    assert call("--record", record, what, "--json", "--csv").exit_code == 2


@pytest.mark.parametrize("what", ["trace", "utterances", "copies", "stories"])
def test_an_id_that_there_is_not_is_told(record: Path, what: str) -> None:
    result = call("--record", record, what, "abcdef01")
    assert result.exit_code == 1
    assert "abcdef01" in result.stderr


def test_linking_again_finds_the_same(record: Path) -> None:
    before = found(record, "utterances", "--reports", 1), found(record, "copies"), found(record, "stories")
    told = found(record, "link", "--rebuild", "--lexicon", DEMO / "world")
    assert told["compared"] == len(found(record, "reports"))
    assert (told["copies"], told["stories"]) == (len(before[1][0]["pairs"]), len(before[2]))
    assert (found(record, "utterances", "--reports", 1), found(record, "copies"), found(record, "stories")) == before
    assert found(record, "link", "--lexicon", DEMO / "world")["compared"] == 0
