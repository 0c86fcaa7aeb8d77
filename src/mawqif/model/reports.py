"""Pages as they come, and the reports that they become."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from mawqif.model.enums import Provenance
from mawqif.model.spans import Date, Span


@dataclass(frozen=True, slots=True)
class Page:
    """One page as a source gave it, decoded but not yet cleaned.

    `text` is the decoded body (markup included when `media_type` is text/html). `raw` are the
    bytes as retrieved (None where the page came inside a larger file such as JSONL, whose
    record is then `raw`). `title`, `outlet`, `date` are what the source or the user gave;
    None is unknown. `location` names where it came from (path, path:line, or address) in messages.
    `kept` is the report that this page became before, where that is read again: its id and text stay,
    and so do the facts that were given or stated in markup.
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
    kept: Report | None = None


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
class Program:
    """What read a report: the version of Mawqif, and a hash of its code and of the word lists that it used."""

    version: str
    fingerprint: str


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
