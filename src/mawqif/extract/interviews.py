"""Printed interviews: questions behind one mark, answers behind another («• …؟» «•• …»).

An answer has neither a cue nor quotation marks, but its place says that the words are the interviewee's. It runs
over paragraphs up to the next question; the questions are the outlet's, and no statement.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator

from mawqif.extract.posts import Post
from mawqif.model import Act, Draft, Mode, Span

_PARAGRAPH = re.compile(r"[^\n]+")
_MARK = re.compile(r"\s{0,8}([•●▪■○*=>+«–—ـ-]{1,4}|[سج]\d{0,2}(?=\s?[:/ـ-]))[\s:/ـ-]{1,4}")
_ASKS = re.compile(r"[؟?][\s!.»\"]{0,4}$")
_QUESTION = 600  # code points that a question has at most
_LEAST = 2  # pairs of question and answer that make an interview
_TRAIL = " \t.،؛:…\u00a0"


def answers(text: str) -> tuple[Post, ...]:
    """The answers of an interview, in order, each with its question."""
    paragraphs = [(m.start(), m.end(), *_mark(text, m)) for m in _PARAGRAPH.finditer(text) if m.group().strip()]
    marks = _marks(text, paragraphs)
    return tuple(_answers(text, paragraphs, *marks)) if marks else ()


def _mark(text: str, paragraph: re.Match[str]) -> tuple[str, int]:
    """The mark that leads a paragraph (empty: none), and where its words begin."""
    found = _MARK.match(text, paragraph.start(), paragraph.end())
    return (found[1][:2], found.end()) if found else ("", paragraph.start())


def _marks(text: str, paragraphs: list[tuple[int, int, str, int]]) -> tuple[str, str] | None:
    """The marks of questions and of answers, where paragraphs that ask are followed by ones that answer."""
    pairs: Counter[tuple[str, str]] = Counter()
    for (start, end, asks, _), (_, _, answers_, _) in itertools.pairwise(paragraphs):
        if asks and answers_ and asks != answers_ and end - start <= _QUESTION and _ASKS.search(text, start, end):
            pairs[asks, answers_] += 1
    found = pairs.most_common(1)
    return found[0][0] if found and found[0][1] >= _LEAST else None


def _answers(text: str, paragraphs: list[tuple[int, int, str, int]], asks: str, tells: str) -> Iterator[Post]:
    question: int | None = None
    begin = end = 0
    for start, stop, mark, words in [*paragraphs, (len(text), len(text), asks, 0)]:
        if mark == asks:
            if question is not None and end > begin:
                yield Post(question, end, _draft(text, begin, end))
            question, begin, end = start, 0, 0
        elif mark == tells and question is not None and not begin:
            begin, end = words, stop
        elif begin and start < len(text):
            end = stop


def _draft(text: str, begin: int, end: int) -> Draft:
    while end > begin and text[end - 1] in _TRAIL:
        end -= 1
    return Draft(
        cue=None,
        content=Span.of(text, begin, end),
        mention=None,
        mode=Mode.DIRECT,
        act=Act.STATE,
        sentence=0,
        sort="answer",
        feminine=None,
        plural=None,
        host=None,
        via=(),
        negated=False,
        rule="answer:interview",
    )
