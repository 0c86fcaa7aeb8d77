"""Time grows with the text, not with its square: hostile inputs take no longer than they are long."""

from __future__ import annotations

import time

import pytest

from mawqif.lexicon import load
from mawqif.model import Page
from mawqif.pipeline import read

LEXICON = load()
UNIT = 8_000  # code points of the smaller input


def _name(i: int) -> str:
    """A surname for each number."""
    return "".join("BDFGKLMNRST"[i // 11**k % 11] + "aeiou"[k % 5] for k in range(4)).title()


HOSTILE = {
    "a dash and spaces": lambda n: "—" + " " * n,
    "a blank line": lambda n: "ا\n" + " " * n + "\nب",
    "question marks": lambda n: "؟" * n + "ا",
    "cues without a full stop": lambda n: "وقال إن " * (n // 8),
    "weak cues without a full stop": lambda n: "ذكر أن " * (n // 7),
    "opening marks": lambda n: "«ا" * (n // 2),
    "turned marks": lambda n: "”ا " * (n // 3),
    "dates": lambda n: "1 2 3 مايو " * (n // 11),
    "one long word": lambda n: "ا" * n,
    "directional marks": lambda n: "ا" + "\u200f" * n + " ا",
    "one name again and again": lambda n: "الوزير سامر النوري " * (n // 19),
    "English statements": lambda n: "John Smith said that the dam is closed. " * (n // 40),
    "English names": lambda n: "".join(
        f"Jo{chr(97 + i % 26)} {_name(i)} said the dam is shut. " for i in range(n // 36)
    ),
    "capital letters": lambda n: "Smith said the dam is shut. " * 20 + "A" * n,
    "commas": lambda n: "ا، " * (n // 3),
}


def _seconds(text: str) -> float:
    """The best of three: other work on the machine only adds."""
    taken = []
    for _ in range(3):
        start = time.process_time()
        read(Page(text=text, location="page"), LEXICON)
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.mark.parametrize("kind", HOSTILE)
def test_four_times_the_text_takes_about_four_times_as_long(kind: str) -> None:
    make = HOSTILE[kind]
    small, large = _seconds(make(UNIT)), _seconds(make(4 * UNIT))
    assert large <= 8 * small + 0.02, f"{small:.3f} s, then {large:.3f} s"
