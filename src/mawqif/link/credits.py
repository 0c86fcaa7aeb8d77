"""Whose text a report says that it carries: the agency in its dateline, or in brackets and last lines behind it."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence

from mawqif.arabic import fold
from mawqif.lexicon import Lexicon
from mawqif.model import Passage, Token

UNNAMED = "وكالات"  # some agencies that are not named
_FILE, _KEY = "agencies.", "unnamed"
_HEAD = 10  # words before the report's own at most: «صحيفة كذا - فلان الفلاني - وكالات: »
_LEAD = 8  # words of a first sentence in which a dateline that was not cut off ends
_TAIL = 8  # words of a line at the end
_PUNCTUATION = frozenset("():-–—/|[]«»ـ،,.*\n")  # a credit stands between these, the edges and other credits


def credits(cut: Passage, lexicon: Lexicon) -> tuple[str, ...]:
    """The agencies that a report credits, by their names in the lexicon, in the order of the text.

    `UNNAMED` alone where it credits agencies without a name. A name in the running text is an attribution, not a
    credit, and does not count.
    """
    known = _forms(lexicon)
    found = dict.fromkeys(name for stretch in _places(cut) for name in _named(cut, stretch, known))
    named = tuple(name for name in found if name != UNNAMED)
    return named or tuple(found)


@functools.lru_cache(maxsize=8)
def _forms(lexicon: Lexicon) -> Mapping[tuple[str, ...], str]:
    """The agency of each form of a credit, word by word."""
    forms: dict[tuple[str, ...], str] = {}
    for key, spelled in lexicon.words.items():
        if key.startswith(_FILE):
            name = key.removeprefix(_FILE)
            for form in spelled:
                forms[_words(form)] = UNNAMED if name == _KEY else name
    for outlet in lexicon.outlets:
        if outlet.agency:
            for form in (outlet.name, *outlet.aliases):
                forms[_words(form)] = outlet.name
    return forms


def _words(form: str) -> tuple[str, ...]:
    return tuple(fold(form).replace(".", " ").split())


def _places(cut: Passage) -> Iterator[tuple[int, int]]:
    """The half-open ranges of words in which a credit may stand."""
    if not cut.sentences:
        return
    first, last = cut.sentences[0], cut.sentences[-1]
    yield max(0, first.first - _HEAD), first.first
    yield first.first, _lead(cut, first.first, min(first.last, first.first + _LEAD))
    yield last.last, min(len(cut.tokens), last.last + _TAIL)
    yield _last_line(cut, last.first, last.last), last.last


def _lead(cut: Passage, first: int, last: int) -> int:
    """The end of a dateline at the head of a sentence: before its last colon or dash, the colon first."""
    for marks in (":", "-–—"):
        for i in range(last - 1, first, -1):
            if any(mark in cut.gaps[i] for mark in marks):
                return i
    return first


def _last_line(cut: Passage, first: int, last: int) -> int:
    """Where the short last line, or what stands in brackets at the end, begins."""
    for i in range(last - 1, max(first, last - _TAIL) - 1, -1):
        if "(" in cut.gaps[i] or "\n" in cut.gaps[i]:
            return i
    return first if last - first <= _TAIL else last


def _named(cut: Passage, stretch: tuple[int, int], known: Mapping[tuple[str, ...], str]) -> Iterator[str]:
    """The credits in a stretch: each stands apart from what is no credit, or at the end («الموافق … واس»)."""
    first, last = stretch
    i = first
    while i < last:
        end = next((j for j in range(min(last, i + 6), i, -1) if _credit(cut.tokens, i, j, known)), None)
        if end is None or not (end == last or (_apart(cut, end) and (i == first or _apart(cut, i)))):
            i += 1
            continue
        yield known[_spelled(cut.tokens, i, end)]
        i = end


def _spelled(tokens: Sequence[Token], first: int, last: int) -> tuple[str, ...]:
    return tuple(t.form for t in tokens[first:last])


def _credit(tokens: Sequence[Token], first: int, last: int, known: Mapping[tuple[str, ...], str]) -> bool:
    return _spelled(tokens, first, last) in known


def _apart(cut: Passage, i: int) -> bool:
    """Whether something other than a space stands before a word."""
    return i >= len(cut.gaps) or not _PUNCTUATION.isdisjoint(cut.gaps[i])
