"""English words, and the verbs that attribute (data/english.yaml), as the reader of sentences asks for them."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from mawqif.lexicon import Lexicon
from mawqif.model import Act

WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]++(?:['’\-.][^\W_]++)*+|[«»,;:—–()]")
MARKS = frozenset("«»,;:—–()")
PRONOUNS = {"he": False, "she": True, "it": None, "they": None, "we": None, "i": None, "who": None, "which": None}
BE = frozenset("is are was were be been being 's isn't wasn't aren't weren't".split())
DETERMINERS = frozenset("the a an his her its their our my your this that these those no any some each every".split())
NOT = frozenset("not never didn't doesn't don't hasn't haven't hadn't won't n't".split())
AUXILIARIES = NOT | frozenset(
    "has have had also then later again earlier will would did does do further once previously just even still only "
    "immediately repeatedly reportedly strongly".split()
)
CONJUNCTIONS = frozenset("and but while whereas as when after before because although though yet or".split())
PREPOSITIONS = frozenset(
    "in on at during after before to from with for by of about over under against amid following speaking addressing "
    "despite since until through via within as".split()
)
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight morning evening afternoon night "
    "late early last".split()
)
THAT = "that"


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark of a sentence: code points, and its form in small letters."""

    start: int
    end: int
    form: str
    capital: bool


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a verb that attributes: its act (None: the content decides), what it governs, which form it is."""

    act: Act | None
    governs: frozenset[str]
    form: str  # base, third, past, ing


@functools.lru_cache(maxsize=8)
def verbs(lexicon: Lexicon) -> dict[str, Verb]:
    """The verbs by their forms."""
    out: dict[str, Verb] = {}
    for act in Act:
        for entry in lexicon.list(f"english.{act}"):
            forms, _, governs = entry.partition("=")
            kind = None if act is Act.STATE else act
            for name, form in zip(("base", "third", "past", "ing"), forms.split(), strict=True):
                out[form] = Verb(kind, frozenset(governs.split()), name)
    return out


def words(text: str, start: int, end: int) -> list[Word]:
    """The words and marks of a stretch."""
    found = WORD.finditer(text, start, end)
    return [Word(m.start(), m.end(), m.group().lower().replace("’", "'"), m.group()[0].isupper()) for m in found]
