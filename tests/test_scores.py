"""A score is the probability that content and speaker are right: counted on other articles, never sure of itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

import mawqif
from mawqif.evaluate import Line, paired
from mawqif.evaluate.calibration import Case, abroad, cases, crossed, score, shares, tables
from mawqif.evaluate.reliability import reliability
from mawqif.lexicon import Lexicon, Shares, load
from mawqif.model import Reading, reading_json
from mawqif.pipeline import evidence, scored, turns
from test_evaluate import DOCUMENT, GOLD, TEXT

THAT, QUOTE = ("that", "verb", "short"), ("quote", "verb", "short")
NAMED, PASSED_ON = ("mention", "another", "2", "person"), ("last-speaker", "goes-on", "2", "person")


@pytest.fixture(scope="module")
def reading() -> Reading:
    return mawqif.read(TEXT, lexicon=load())


def _cases(article: str, known: tuple[tuple[str, ...], tuple[str, ...]], right: int, of: int) -> list[Case]:
    return [Case(article, *known, True, n < right) for n in range(of)]


def test_a_score_is_the_product_of_both_shares(reading: Reading) -> None:
    lexicon = load()
    unseen = lexicon.scores["unseen"].of(()) if "unseen" in lexicon.scores else 1.0
    for statement, goes_on in turns(reading.statements):
        content, speaker = evidence(statement, goes_on)
        product = lexicon.scores["content"].of(content) * lexicon.scores["speaker"].of(speaker) * unseen
        assert statement.score == (round(product, 2) if statement.speaker.name else 0.0)


def test_nobody_named_is_score_0_and_a_lexicon_without_shares_is_even(reading: Reading) -> None:
    first = reading.statements[0]
    nameless = replace(first, speaker=replace(first.speaker, name=None))
    assert [s.score for s in scored([nameless, first], Lexicon())] == [0.0, 0.25]


def test_rules_that_nobody_counted_are_as_the_rest() -> None:
    table = load().scores["content"]
    new = table.of(("a frame of tomorrow", "verb", "short"))
    right, of = table.counts[""]
    assert new == pytest.approx(right / of, abs=0.01)


def test_no_score_is_certain() -> None:
    for table in load().scores.values():
        found = [table.of(key.split(" ") if key else ()) for key in table.counts]
        assert 0 < min(found) <= max(found) < 1


def test_a_speaker_goes_on_where_the_statement_before_has_the_same_name(reading: Reading) -> None:
    first = next(s for s in reading.statements if s.speaker.name)
    nameless = replace(first, speaker=replace(first.speaker, name=None))
    another = replace(first, speaker=replace(first.speaker, name="نوف الراسي"))
    found = [goes_on for _, goes_on in turns([first, first, another, nameless, nameless, first])]
    assert found == [False, True, False, False, False, False]
    assert evidence(first, True)[1][1] == "goes-on"


def test_cases_are_the_named_statements_with_what_became_of_them(reading: Reading) -> None:
    lines = {"a": Line("gold", GOLD)}, {"a": DOCUMENT}, {"a": Line("out", reading_json(reading))}
    (article,) = paired(*lines)
    found = list(cases(article, reading.statements))
    assert len(found) == sum(s.speaker.name is not None for s in reading.statements)
    assert {(c.found, c.right) for c in found} <= {(True, True), (True, False), (False, False)}
    assert any(c.right for c in found)


def test_shares_are_counted_from_the_widest_to_the_narrowest() -> None:
    counted = shares([*_cases("a", (THAT, NAMED), 8, 10), *_cases("b", (QUOTE, PASSED_ON), 1, 3)])
    assert counted["content"].counts[""] == (13, 13)
    assert counted["speaker"].counts["mention another"] == (8, 10)
    assert "last-speaker" not in counted["speaker"].counts  # too few to say anything of their own


def test_a_wrong_content_says_nothing_of_the_speaker() -> None:
    counted = shares([Case("a", THAT, NAMED, False, False)] * 5 + _cases("a", (THAT, NAMED), 5, 5))
    assert counted["content"].counts["that"] == (5, 10)
    assert counted["speaker"].counts["mention"] == (5, 5)


def _world(articles: int) -> list[Case]:
    """Articles in which who is named is right four times of five, and who is only inferred every other time."""
    out: list[Case] = []
    for n in range(articles):
        out += _cases(f"{n}", (THAT, NAMED), 4, 5) + _cases(f"{n}", (THAT, PASSED_ON), 2, 4)
    return out


def test_scores_of_unseen_articles_are_what_is_observed_in_them() -> None:
    table = reliability(crossed(_world(60)))
    assert table.count == 540
    assert table.ece < 0.02
    assert table.brier < table.base


def test_scores_are_drawn_down_to_what_came_out_in_articles_that_were_out_of_sight() -> None:
    seen = _world(40)
    strange = [replace(c, article=f"new {c.article}", right=c.right and n % 2 == 0) for n, c in enumerate(_world(40))]
    counted = tables([*seen, *strange], lambda article: article.startswith("new"))
    right, expected = counted["unseen"].counts[""]
    assert right == sum(c.right for c in strange)
    assert right < 0.8 * expected
    table = reliability(crossed([*seen, *strange], lambda article: article.startswith("new")))
    assert table.count == len(strange)
    assert table.ece < 0.05
    assert "unseen" not in tables(seen)


def test_every_article_is_scored_by_the_others_alone() -> None:
    lucky = _cases("lucky", (QUOTE, NAMED), 30, 30)
    unlucky = [replace(c, article="unlucky", right=False) for c in lucky]
    assert all(s > 0.5 for s, _ in abroad(lucky, unlucky))
    counted = shares(unlucky)
    assert all(score(counted, c) < 0.5 for c in lucky)


@pytest.mark.parametrize("table", ["content", "speaker"])
def test_the_shares_that_come_with_it_are_many_enough(table: str) -> None:
    found: Shares = load().scores[table]
    right, of = found.counts[""]
    assert of > 500
    assert 0.5 < right / of < 1
    counts: Any = found.counts.values()
    assert all(right <= of for right, of in counts)
