"""The vocabulary of Mawqif as plain frozen values: standard library only.

Every offset is a Unicode code point into the text of one report exactly as given; every
span is half-open. A span carries its own text, so that evidence can be read and checked
without the report at hand.
"""

from __future__ import annotations

import datetime as dt
import enum
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

Date = dt.date


class Kind(enum.StrEnum):
    """What a speaker is (DESIGN: actor)."""

    PERSON = "person"
    ORGANIZATION = "organization"
    STATE = "state"
    UNNAMED = "unnamed"
    MEDIA = "media"
    DOCUMENT = "document"


class Mode(enum.StrEnum):
    """How the words are reported."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(enum.StrEnum):
    """What the speaker does in speaking."""

    STATE = "state"
    DEMAND = "demand"
    REJECT = "reject"
    DENY = "deny"
    CONDEMN = "condemn"
    WARN = "warn"
    SUPPORT = "support"
    COMMIT = "commit"


class Setting(enum.StrEnum):
    """What an occasion is: how the words came to be said."""

    CALL = "call"
    MEETING = "meeting"
    SESSION = "session"
    PRESS = "press"
    INTERVIEW = "interview"
    POST = "post"
    DOCUMENT = "document"


class Provenance(enum.StrEnum):
    """Where a fact about a report (its headline, outlet, date) was found."""

    GIVEN = "given"
    MARKUP = "markup"
    DATELINE = "dateline"
    TEXT = "text"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a report: code points `start` (inclusive) to `end` (exclusive), and its text."""

    start: int
    end: int
    text: str

    @staticmethod
    def of(text: str, start: int, end: int) -> Span:
        """The span of `text` from `start` to `end`; ValueError if it is empty or outside."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"span {start}:{end} outside a text of {len(text)} code points")
        return Span(start, end, text[start:end])


@dataclass(frozen=True, slots=True)
class Page:
    """One page as a source gave it, decoded but not yet cleaned.

    `text` is the decoded body (markup included when `media_type` is text/html). `raw` are the
    bytes as retrieved (None where the page came inside a larger file such as JSONL, whose
    record is then `raw`). `title`, `outlet`, `date` are what the source or the user gave;
    None is unknown. `location` names where it came from (path, path:line, or address) in messages.
    """

    text: str
    location: str
    id: str | None = None
    media_type: str = "text/plain"
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    date: Date | None = None
    raw: bytes | None = None
    encoding: str | None = None
    retrieved: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact about a report with its provenance, and its span where it stands in the text."""

    value: str
    provenance: Provenance
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of the page's text that is not the report, and the rule that saw it."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Report:
    """One page as an outlet published it. `text` is byte-stable for ever; furniture is marked, not cut.

    `id` is the content hash (`report_id`); `given_id` is what the input called it, if anything.
    `date.value` is ISO 8601. `extractor` names how the text was made from markup (None: as given).
    """

    id: str
    text: str
    given_id: str | None = None
    title: Fact | None = None
    outlet: Fact | None = None
    url: str | None = None
    date: Fact | None = None
    furniture: tuple[Furniture, ...] = ()
    extractor: str | None = None

    @property
    def day(self) -> Date | None:
        """The report's date, or None where it is unknown."""
        return Date.fromisoformat(self.date.value) if self.date else None


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or time expression in a text: its span, the day if it resolves, and the rule that read it."""

    span: Span
    date: Date | None
    rule: str


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where it was said: the shortest words that name it, and what it is."""

    span: Span
    kind: Setting


@dataclass(frozen=True, slots=True)
class Speaker:
    """The source of a statement: its mention at the cue and what it resolves to in the report."""

    mention: Span | None
    name: str | None
    kind: Kind
    office: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One cue with its content, attributed to a speaker, in one report.

    `score` is the probability that content and speaker are both right; `rule` names what found it.
    """

    id: str
    content: Span
    cue: Span | None
    speaker: Speaker
    mode: Mode
    act: Act
    via: tuple[Span, ...] = ()
    negated: bool = False
    said_on: Span | None = None
    date: Date | None = None
    occasion: Occasion | None = None
    addressee: Span | None = None
    score: float = 0.0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the pipeline found in one report."""

    report: Report
    statements: tuple[Statement, ...]

    def above(self, score: float | None) -> Reading:
        """The reading without the statements whose score is below this one; None leaves it as it is."""
        if score is None:
            return self
        return replace(self, statements=tuple(s for s in self.statements if s.score >= score))


def digest(*fields: str) -> str:
    """Twenty hex digits that name these fields for ever (SHA-256, fields joined by U+001F)."""
    joined = "\x1f".join(fields).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:20]


def report_id(text: str, outlet: str | None, url: str | None) -> str:
    """The identity of a report: the same text from another outlet or address is another report."""
    return digest("report", outlet or "", url or "", text)


def statement_id(report: str, cue: Span | None, content: Span) -> str:
    """The identity of a statement: its report, its cue and its content; never scores or rules."""
    at = f"{cue.start}:{cue.end}" if cue else "-"
    return digest("statement", report, at, f"{content.start}:{content.end}")


def span_json(span: Span | None) -> dict[str, object] | None:
    """The span in the contract's shape."""
    return None if span is None else {"start": span.start, "end": span.end, "text": span.text}


def occasion_json(occasion: Occasion | None) -> dict[str, object] | None:
    """The span of an occasion with its kind, in the contract's shape."""
    if occasion is None:
        return None
    span = occasion.span
    return {"start": span.start, "end": span.end, "text": span.text, "kind": occasion.kind.value}


def statement_json(s: Statement) -> dict[str, object]:
    """The statement in the contract's shape; keys that are not built yet are absent."""
    return {
        "id": s.id,
        "content": span_json(s.content),
        "cue": span_json(s.cue),
        "speaker": {
            "mention": span_json(s.speaker.mention),
            "name": s.speaker.name,
            "kind": s.speaker.kind.value,
            "office": s.speaker.office,
            "rule": s.speaker.rule,
        },
        "mode": s.mode.value,
        "act": s.act.value,
        "via": [span_json(v) for v in s.via],
        "negated": s.negated,
        "said_on": span_json(s.said_on),
        "date": s.date.isoformat() if s.date else None,
        "occasion": occasion_json(s.occasion),
        "addressee": span_json(s.addressee),
        "score": s.score,
        "rule": s.rule,
    }


def reading_json(reading: Reading) -> dict[str, object]:
    """One line of `extract`: the report's id as given (else its content hash), furniture, statements."""
    report = reading.report
    return {
        "id": report.given_id if report.given_id is not None else report.id,
        "furniture": [span_json(f.span) for f in report.furniture],
        "statements": statements_json(reading.statements),
    }


def statements_json(statements: Sequence[Statement]) -> list[dict[str, object]]:
    """Statements in the contract's shape, in the order of the text."""
    return [statement_json(s) for s in statements]


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
    """A report cut into words, sentences and quotations; furniture is left out of the sentences."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    gaps: tuple[str, ...]  # before each token, what stands between it and the one before


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
