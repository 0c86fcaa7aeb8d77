"""Furniture of plain text, each rule by its own evidence; what is doubtful is the report.

A rule is a function from the text to spans with the rule's name; touching spans of one kind are one stretch.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from mawqif.arabic import fold
from mawqif.lexicon import Lexicon
from mawqif.model import Furniture, Span

_WORD = re.compile(r"\w+")
_SITE = re.compile(r"\s*+([^|]{3,40})\|\s*+(.+)")  # «صحيفة الأفق | …»
_LINE = re.compile(r"[^\n]+")
# two words glued into one: a letter that ends words inside one, a mark without a space, an article inside a long one
_JOINS = (
    re.compile(r"[ةى«»](?:(?<=[ةى])(?=[ء-ي])|(?<=[ء-ي]{2}«)|(?<=»)(?=[ء-ي]{2}))"),
    re.compile(r"ال(?<=[ء-ي]{3}[اهنرء]ال)(?=[ء-ي]{4})"),
)
_STOP = re.compile(r"[.؟!](?<!\.[.؟!])(?=\s|$)")
_LONG_BAR, _BAR_JOINS, _WORDS_A_JOIN = 200, 4, 25
# at the very top two joins are enough, and a word too long for one with no usual affix counts as one
_TOP_BAR, _TOP_JOINS, _WORDS_A_TOP_JOIN = 60, 2, 12
_OVERLONG = re.compile(
    r"(?<![\w])(?![وفبلك]?ال|[وفبل]*است|مت|وم|لل|وت)[ء-ي]{10,}(?<!ية)(?<!ات)(?<!ين)(?<!ها)(?<!هم)(?!\w)|(?<!\w)ال[ء-ي]{8,}(?<!ية)(?<!ات)(?<!ين)(?<!ون)(?<!ة)(?!\w)"
)
_TAIL = 400


@dataclass(frozen=True)
class _Words:
    labels: frozenset[str]
    openers: tuple[str, ...]
    tags: tuple[str, ...]
    sites: tuple[str, ...]


@functools.lru_cache(maxsize=8)
def _words(lexicon: Lexicon) -> _Words:
    return _Words(
        frozenset(_plain(w) for w in lexicon.list("furniture.labels")),
        lexicon.list("furniture.openers"),
        lexicon.list("furniture.tags"),
        lexicon.list("furniture.sites"),
    )


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))


def mark(text: str, title: str | None, lexicon: Lexicon) -> tuple[Furniture, ...]:
    """The furniture of a text, in order and without overlaps."""
    words = _words(lexicon)
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text) if not m.group().isspace()]
    found = [
        *_labels(text, lines, words),
        *_openers(text, words),
        *_tags(text, words),
        *_bars(text, lines),
        *_repeated_headline(text, lines, title, words),
    ]
    return tuple(_merged(text, sorted(found)))


_Found = tuple[int, int, str]


def _labels(text: str, lines: list[tuple[int, int]], words: _Words) -> Iterator[_Found]:
    """A short line that is nothing but a label."""
    for a, b in lines:
        if b - a <= 60 and _plain(text[a:b]) in words.labels:
            yield a, b, "label"


def _openers(text: str, words: _Words) -> Iterator[_Found]:
    """A share or link line, from its opening words to the end of the line."""
    for opener in words.openers:
        at = text.find(opener)
        while at >= 0:
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            if end - at <= _TAIL:
                yield at, end, "share-line"
            at = text.find(opener, end)


def _tags(text: str, words: _Words) -> Iterator[_Found]:
    """A trailing list of tags: its heading after a full stop or line, no full stop in it, to the end of the text."""
    for tag in words.tags:
        at = text.rfind(tag + " ", max(0, len(text) - _TAIL))
        if at <= 0 or text[at - 1].isalnum():
            continue
        before, rest = text[max(0, at - 80) : at].rstrip(), text[at:].rstrip()
        if (before[-1:] in '.!؟?”»"/)' or text[at - 1] == "\n" or len(rest.split()) <= 12) and not re.search(
            r"[.؟!]", rest
        ):
            yield at, at + len(rest), "tags"


def _bars(text: str, lines: list[tuple[int, int]]) -> Iterator[_Found]:
    """A long line of many headlines glued together without separators."""
    if lines and _top_bar(text[slice(*lines[0])]):
        yield *lines[0], "headline-bar"
    for a, b in lines:
        if b - a < _LONG_BAR:
            continue
        line = text[a:b]
        joins = _joins(line)
        if joins >= _BAR_JOINS and len(_STOP.findall(line)) <= joins // 4 and joins * _WORDS_A_JOIN >= line.count(" "):
            yield a, b, "headline-bar"


def _top_bar(line: str) -> bool:
    """Whether the page's first line is a few headlines glued together."""
    if len(line) < _TOP_BAR or _STOP.search(line) or ":" in line:
        return False
    joins = _joins(line) + len(_OVERLONG.findall(line))
    return joins >= _TOP_JOINS and joins * _WORDS_A_TOP_JOIN >= line.count(" ")


def _joins(line: str) -> int:
    """How many pairs of words of a line are glued together."""
    return sum(len(pattern.findall(line)) for pattern in _JOINS)


def _repeated_headline(text: str, lines: list[tuple[int, int]], title: str | None, words: _Words) -> Iterator[_Found]:
    """The headline that stands twice at the top, with the site's name and labels about it: one stretch."""
    top = lines[:6]
    firsts = [_first(text, a, b) for a, b in top]
    for i, (a, b) in enumerate(top):
        site = _SITE.match(text, a, b)
        if not site and firsts[i] not in firsts[i + 1 :]:
            continue
        named = bool(site) and site is not None and site[1].split()[0] in words.sites
        core = _plain(site[2] if site else text[a:b])
        if len(core.split()) < 3:
            continue
        for j in range(i + 1, len(top)):
            again = firsts[j] == core.split()[0] and _plain(text[slice(*top[j])]) == core
            if again and all(_plain(text[slice(*line)]) in words.labels for line in top[i + 1 : j]):
                yield top[0][0] if i == 0 else top[i][0], top[j][1], "headline-twice"
                return
        if named and (not title or _plain(title) == core):
            yield top[i][0], top[i][1], "site-line"
            return


def _first(text: str, start: int, end: int) -> str:
    """The first folded word of a line; empty where it has none."""
    found = _WORD.search(text, start, end)
    return _plain(found.group()).partition(" ")[0] if found else ""


def _merged(text: str, found: list[_Found]) -> Iterator[Furniture]:
    """Overlapping stretches as one, trimmed of blanks."""
    current: list[_Found] = []
    for a, b, rule in found:
        if current and a < current[-1][1]:
            x, y, first = current[-1]
            current[-1] = (x, max(y, b), first)
        else:
            current.append((a, b, rule))
    for a, b, rule in current:
        while b > a and text[b - 1].isspace():
            b -= 1
        while a < b and text[a].isspace():
            a += 1
        if a < b:
            yield Furniture(Span.of(text, a, b), rule)
