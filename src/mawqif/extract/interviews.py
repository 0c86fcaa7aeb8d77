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
_ASKING = re.compile(r"[؟?]")
_QUESTION = 600  # code points that a question has at most
_LEAST = 2  # pairs of question and answer that make an interview
_WORD = re.compile(r"[^\W\d_]{2}")
_PLAIN = 4  # the same where questions have no mark
_ALTERNATE = 2.7  # paragraphs that a question and its answer have at most, where neither has a mark
_TRAIL = " \t.،؛:…\u00a0"


def answers(text: str) -> tuple[Post, ...]:
    """The answers of an interview, in order, each with its question."""
    if not _ASKING.search(text):
        return ()
    paragraphs = [(m.start(), m.end(), *_mark(text, m)) for m in _PARAGRAPH.finditer(text) if m.group().strip()]
    marks = _marks(text, paragraphs)
    found = _answers(text, paragraphs, *marks) if marks else _plain(text, paragraphs)
    return tuple(p for p in found if _WORD.search(p.draft.content.text))


def _mark(text: str, paragraph: re.Match[str]) -> tuple[str, int]:
    """The mark that leads a paragraph (empty: none), and where its words begin."""
    found = _MARK.match(text, paragraph.start(), paragraph.end())
    return (found[1][:2], found.end()) if found else ("", paragraph.start())


def _marks(text: str, paragraphs: list[tuple[int, int, str, int]]) -> tuple[str, str] | None:
    """The marks of questions and of answers, where paragraphs that ask are followed by ones that answer."""
    pairs: Counter[tuple[str, str]] = Counter()
    for (start, end, asks, _), (_, _, answers_, _) in itertools.pairwise(paragraphs):
        if answers_ and asks != answers_ and end - start <= _QUESTION and _ASKS.search(text, start, end):
            pairs[asks, answers_] += 1
    found = pairs.most_common(1)
    least = _LEAST if found and found[0][0][0] else _PLAIN
    return found[0][0] if found and found[0][1] >= least else None


def _plain(text: str, paragraphs: list[tuple[int, int, str, int]]) -> Iterator[Post]:
    """The answers where nothing but question marks tells who speaks: most paragraphs alternate."""
    asks = [n for n, (a, b, *_) in enumerate(paragraphs) if b - a <= _QUESTION and _ASKS.search(text, a, b)]
    pairs = [(n, m) for n, m in itertools.pairwise([*asks, len(paragraphs)]) if m > n + 1]
    if len(pairs) < _PLAIN or len(paragraphs) - asks[0] > _ALTERNATE * len(pairs):
        return
    for n, m in pairs:
        last = m - 1 if m < len(paragraphs) else n + 1  # what follows the last answer may be the outlet's
        yield Post(paragraphs[n][0], paragraphs[last][1], _draft(text, paragraphs[n + 1][3], paragraphs[last][1]))


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
    while begin < end - 1 and text[begin].isspace():
        begin += 1
    while end > begin + 1 and text[end - 1] in _TRAIL:
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
