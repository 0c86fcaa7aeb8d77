"""Ways of writing change no statement: marks on letters, drawn-out letters, quotation marks, spaces, controls."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import metamorphic
from mawqif.arabic import fold, plain
from mawqif.lexicon import Lexicon, load
from mawqif.model import Page
from mawqif.pipeline import read

ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / "src" / "mawqif" / "demo"
DAY = dt.date(2031, 5, 5)


@functools.cache
def _texts() -> tuple[str, ...]:
    """The plain reports of the demonstration."""
    files = [p.read_text(encoding="utf-8") for p in sorted(DEMO.glob("reports/**/*.txt"))]
    rows = [line for p in sorted(DEMO.glob("reports/**/*.jsonl")) for line in p.read_text("utf-8").splitlines()]
    return (*files, *(json.loads(row)["text"] for row in rows))


@functools.cache
def _lexicon() -> Lexicon:
    return load((DEMO / "world",))


def _values(text: str, rewritten: metamorphic.Rewritten) -> metamorphic.Values:
    found = read(Page(text=rewritten.text, location="page", date=DAY), _lexicon()).statements
    return metamorphic.values(found, rewritten)


@functools.cache
def _before(text: str) -> metamorphic.Values:
    return _values(text, metamorphic.as_it_is(text))


def _difference(text: str, name: str, seed: int) -> list[str]:
    after = _values(text, metamorphic.REWRITES[name](text, random.Random(seed)))
    before = _before(text)
    return [metamorphic.shown(v, text) for v in (before - after) + (after - before)]


@pytest.mark.parametrize("name", metamorphic.REWRITES)
def test_no_way_of_writing_changes_a_statement_of_the_demonstration(name: str) -> None:
    assert sum(_before(text).total() for text in _texts()) > 120
    for n, text in enumerate(_texts()):
        assert _difference(text, name, n) == []


SPEAKERS = ["وزير المياه سامر النوري", "الوزيرة هالة مراد", "صحيفة الأفق", "المتحدث باسم المجلس", "مسؤول أميركي كبير"]
CLAUSES = ["إن السد سيبقى مغلقا", "أن الطريق إلى أمريكا طويل", "أن اللجنة ستجتمع في الواحة غدا", "إن لا حل قبل الربيع"]
WORDS = ["نحن لن نوقع قبل الربيع", "الحوار مستمر مع الأميركيين", "لا عودة إلى الوراء أيها الإخوة"]
SENTENCES = st.one_of(
    st.builds("قال {} {}.".format, st.sampled_from(SPEAKERS), st.sampled_from(CLAUSES)),
    st.builds("وأضاف {}: «{}».".format, st.sampled_from(SPEAKERS), st.sampled_from(WORDS)),
    st.builds('وأكد {} في تصريح لـ"الأفق" {}.'.format, st.sampled_from(SPEAKERS), st.sampled_from(CLAUSES)),
    st.builds("{}، بحسب {}.".format, st.sampled_from(CLAUSES), st.sampled_from(SPEAKERS)),
    st.builds("رفض {} فتح المعبر، مؤكدا {} “{}”.".format, *map(st.sampled_from, (SPEAKERS, CLAUSES, WORDS))),
)
TEXTS = st.lists(st.tuples(SENTENCES, st.sampled_from(" \n")).map("".join), min_size=1, max_size=6).map("".join)


@settings(deadline=None, max_examples=200)
@given(TEXTS, st.sampled_from(sorted(metamorphic.REWRITES)), st.integers(0, 1 << 16))
def test_no_way_of_writing_changes_a_statement_of_an_invented_text(text: str, name: str, seed: int) -> None:
    assert _difference(text, name, seed) == []


@settings(deadline=None, max_examples=200)
@given(TEXTS, st.sampled_from(sorted(metamorphic.REWRITES)), st.integers(0, 1 << 16))
def test_a_rewrite_changes_the_writing_alone_and_knows_where_it_came_from(text: str, name: str, seed: int) -> None:
    rewritten = metamorphic.REWRITES[name](text, random.Random(seed))
    assert len(rewritten.text) == len(rewritten.first) == len(rewritten.last)
    assert fold(plain(rewritten.text).text) == fold(plain(text).text)
    assert all(0 <= a < b <= len(text) for a, b in zip(rewritten.first, rewritten.last, strict=True))


def test_every_field_of_a_statement_is_compared() -> None:
    (text,) = [t for t in _texts() if _before(t)][:1]
    statement = read(Page(text=text, location="page", date=DAY), _lexicon()).statements[0]
    value = next(iter(_before(text)))
    assert [name for name, _ in value] == [f.name for f in dataclasses.fields(statement)]


@pytest.mark.shared
def test_the_corpus_is_read_the_same_in_every_writing(shared: Path) -> None:
    command = [sys.executable, str(ROOT / "tools" / "robustness.py"), "--reports", "60", "--seed", "7"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
