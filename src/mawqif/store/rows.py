"""What the record gives back: plain frozen values around those of `model`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from mawqif.model import Date, Judgement, Ruling, Statement
from mawqif.model.judgements import verdict

Outcome = Literal["added", "updated", "unchanged"]


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report in a list: its facts and how many statements it holds, without its text."""

    id: str
    given_id: str | None
    title: str | None
    outlet: str | None
    date: Date | None
    url: str | None
    statements: int


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement in a list, with what one needs to know of its report.

    `statement` is as people corrected it, `found` as the program found it (the same where nobody corrected it);
    `judgements` are the active ones that stand to it, in the order in which they were given.
    """

    statement: Statement
    report_id: str
    given_id: str | None
    outlet: str | None
    report_date: Date | None
    title: str | None
    url: str | None
    found: Statement
    judgements: tuple[Judgement, ...] = ()

    @property
    def rejected(self) -> bool:
        """Whether the last verdict on it is that it is no statement."""
        last = verdict(self.judgements)
        return last is not None and last.ruling is Ruling.REJECT


@dataclass(frozen=True, slots=True)
class Source:
    """The page behind a report as it was first retrieved.

    `verbatim` is False where the input gave no bytes: `raw` is then the page's text in UTF-8.
    `url` is the final address; `retrieved` is None where the input did not come from the network.
    """

    report_id: str
    raw: bytes
    sha256: str
    media_type: str
    encoding: str | None
    url: str | None
    retrieved: dt.datetime | None
    location: str
    verbatim: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the record holds; speakers and outlets are counted by their folded names."""

    reports: int
    statements: int
    speakers: int
    outlets: int
