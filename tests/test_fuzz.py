"""A short seeded run of tools/fuzz.py on the demonstration: nothing raises, spans hold, time grows with the text."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "tools"))

import bench  # noqa: E402
import fuzz  # noqa: E402

from mawqif.lexicon import load  # noqa: E402

SLOW = 3 * fuzz.LIMIT  # the limit is held where nothing else runs; beside other tests all takes longer
LEXICON = load((bench.DEMO / "world",))
TEXTS = [p.text for p in bench.demonstration(28)]


@pytest.mark.parametrize("first", range(0, 200, 20))
def test_twenty_hostile_texts(first: int) -> None:
    for n in range(first, first + 20):
        text, done = fuzz.case(TEXTS, 11, n)
        assert fuzz.tried(text, LEXICON, SLOW) >= 0, f"case {n}: {done}"


def test_a_case_can_be_made_again() -> None:
    assert fuzz.case(TEXTS, 3, 5) == fuzz.case(TEXTS, 3, 5)
    assert len({fuzz.case(TEXTS, 3, n)[0] for n in range(20)}) == 20


@pytest.mark.parametrize("mutation", fuzz.MUTATIONS, ids=lambda m: m.__name__)
def test_a_mutation_changes_the_text_more_often_than_not(mutation: fuzz.Mutation) -> None:
    changed = [mutation(TEXTS[0], fuzz.random.Random(n), TEXTS) != TEXTS[0] for n in range(20)]
    assert sum(changed) > 10
