"""The whole flow of one report, over the stages. No other module imports them.

Up to the end every span lies in the report's plain text; only the statements that come out are led back to the text
as given. What a record needs later from a kept report goes the other way with `in_plain`.
"""

from __future__ import annotations

from dataclasses import replace

from mawqif import dates
from mawqif.arabic import Plain, plain
from mawqif.clean import clean
from mawqif.extract import extract
from mawqif.lexicon import Lexicon
from mawqif.model import Date, Draft, Page, Reading, Report, Span, Speaker, Statement, statement_id
from mawqif.pipeline.scoring import evidence, scored, turns
from mawqif.resolve import resolve
from mawqif.segment import passage

__all__ = ["evidence", "in_plain", "read", "scored", "turns"]


def read(page: Page, lexicon: Lexicon) -> Reading:
    """Everything that is found in one page, from the page and the lexicon alone."""
    report = clean(page, lexicon)
    cut = passage(report)
    drafts = extract(cut, lexicon)
    found = [_statement(d, s, report) for d, s in resolve(cut, drafts, lexicon)]
    given = plain(report.text)
    return Reading(report, scored([_led_back(s, report, given) for s in found], lexicon))


def in_plain(statement: Statement, given: Plain) -> Statement:
    """A kept statement with its spans in the plain text of its report: the way back of what `read` did."""

    def move(span: Span) -> Span:
        return Span.of(given.text, *given.plain(span.start, span.end))

    return statement.moved(move)


def _said(draft: Draft, report: Report) -> Date | None:
    """The day of a statement: what its own words of time come to, else the report's."""
    if draft.said_on is None:
        return report.day
    return dates.parse(draft.said_on.text, report.day)


def _statement(d: Draft, speaker: Speaker, report: Report) -> Statement:
    """The statement of a draft, in the plain text; its id comes with the spans in the text as given."""
    return Statement(
        id="",
        content=d.content,
        cue=d.cue,
        speaker=speaker,
        mode=d.mode,
        act=d.act,
        via=d.via,
        negated=d.negated,
        said_on=d.said_on,
        date=_said(d, report),
        occasion=d.occasion,
        addressee=d.addressee,
        instruments=d.instruments,
        rule=d.rule,
    )


def _led_back(statement: Statement, report: Report, given: Plain) -> Statement:
    """The statement with its spans in the text as given, and its id."""

    def move(span: Span) -> Span:
        return Span.of(given.source, *given.given(span.start, span.end))

    moved = statement.moved(move)
    return replace(moved, id=statement_id(report.id, moved.cue, moved.content))
