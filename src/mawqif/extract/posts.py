"""Embedded posts: «— Name (@handle) May 5, 2031» signs the lines above it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mawqif.extract import english
from mawqif.extract.acts import act_in
from mawqif.extract.signs import signs
from mawqif.lexicon import Lexicon
from mawqif.model import Draft, Mode, Span

_SIGNED = re.compile(
    r"(?:[—–-]{1,2}|&mdash;)\s{0,3}(?P<name>[^\s()@—][^\n()@—]{0,58}[^\s()@—])\s{0,3}"
    r"\((?P<handle>@\w{1,30})\)\s{0,3}(?P<date>[^\n]{6,30}?\d{4})?(?=\s|$)"
)
_LATIN = re.compile(r"[A-Za-z]")
_ARABIC = re.compile(r"[ء-ي]")


@dataclass(frozen=True, slots=True)
class Post:
    """A post in the text: code points from its first word to the end of its signature, and its draft."""

    start: int
    end: int
    draft: Draft


def posts(text: str, lexicon: Lexicon) -> tuple[Post, ...]:
    """The signed posts of a text, in order."""
    out: list[Post] = []
    for m in _SIGNED.finditer(text) if "(@" in text else ():
        begin, end = _body(text, m.start(), out[-1].end if out else 0)
        if end > begin:
            out.append(Post(begin, m.end(), _draft(text, begin, end, m, lexicon)))
    return tuple(out)


def _body(text: str, signature: int, floor: int) -> tuple[int, int]:
    """The lines above the signature (or the words before it on its line) that are the post."""
    end = signature
    while end > floor and (text[end - 1].isspace() or text[end - 1] in '."“”«»'):
        end -= 1
    begin = max(floor, text.rfind("\n", floor, end) + 1)
    latin = _is_latin(text[begin:end])
    while latin and begin > floor:
        above = max(floor, text.rfind("\n", floor, begin - 1) + 1)
        line = text[above : begin - 1]
        if line.strip() and not _is_latin(line):
            break
        begin = above
    while begin < end and (text[begin].isspace() or text[begin] in '"“”«»'):
        begin += 1
    return begin, end


def _is_latin(line: str) -> bool:
    return len(_LATIN.findall(line)) > len(_ARABIC.findall(line))


def _draft(text: str, begin: int, end: int, m: re.Match[str], lexicon: Lexicon) -> Draft:
    content = Span.of(text, begin, end)
    act = english.act_of(content.text, lexicon) if _is_latin(content.text) else act_in(content.text, signs(lexicon))
    return Draft(
        cue=None,
        content=content,
        mention=Span.of(text, m.start("name"), m.end("name")),
        mode=Mode.DIRECT,
        act=act,
        sentence=0,
        sort="post",
        feminine=None,
        plural=None,
        host=None,
        via=(),
        negated=False,
        rule="post:signature",
        said_on=Span.of(text, m.start("date"), m.end("date")) if m["date"] else None,
    )
