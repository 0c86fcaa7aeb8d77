"""A report cut into words and sentences, and statements before their speakers are known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from mawqif.model.enums import Act, Mode
from mawqif.model.spans import Span
from mawqif.model.statements import Instrument, Occasion


class Token(NamedTuple):
    """A word of a report: code points `start` to `end`, and its folded form."""

    start: int
    end: int
    form: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch: `start` to `end` with its marks, `inner_start` to `inner_end` without them."""

    start: int
    end: int
    inner_start: int
    inner_end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: code points, and the half-open range of its tokens."""

    start: int
    end: int
    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A report cut into words, sentences and quotations; furniture is left out of the sentences.

    `forms` and `starts` say again of all tokens what each says of itself; `gaps` what stands between each and the one
    before.
    """

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    gaps: tuple[str, ...]
    forms: tuple[str, ...]
    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement before its speaker is resolved.

    `sort` is the cue's (verb, participle, noun, adverbial), or "post"; `feminine` and `plural` what the
    cue's form says of the speaker (None: nothing). `sentence` is an index into the passage's sentences,
    `host` that of the draft whose speaker is this one's by grammar (a participle's).
    """

    cue: Span | None
    content: Span
    mention: Span | None
    mode: Mode
    act: Act
    sentence: int
    sort: str
    feminine: bool | None
    plural: bool | None
    host: int | None
    via: tuple[Span, ...]
    negated: bool
    rule: str
    said_on: Span | None = None
    occasion: Occasion | None = None
    addressee: Span | None = None
    instruments: tuple[Instrument, ...] = ()
