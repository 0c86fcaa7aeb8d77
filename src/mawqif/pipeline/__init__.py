"""The whole flow of one report, over the stages. No other module imports them.

Up to the end every span lies in the report's plain text; only the statements that come out are led back to the text
as given. What a record needs later from a kept report goes the other way with `in_plain`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from mawqif import dates
from mawqif.arabic import Plain, plain
from mawqif.clean import clean
from mawqif.extract import extract
from mawqif.lexicon import Lexicon
from mawqif.model import (
    Date,
    Draft,
    Issue,
    Page,
    Passage,
    Reading,
    Report,
    Span,
    Speaker,
    Statement,
    ToldPosition,
    statement_id,
)
from mawqif.pipeline.scoring import evidence, scored, turns
from mawqif.positions.around import around
from mawqif.positions.stances import take
from mawqif.resolve import resolve
from mawqif.segment import passage

__all__ = ["evidence", "in_plain", "led_back", "positions_of", "read", "scored", "turns"]

Taken = tuple[tuple[Statement, ...], tuple[ToldPosition, ...]]


def read(page: Page, lexicon: Lexicon, issues: Sequence[Issue] = ()) -> Reading:
    """Everything that is found in one page, from the page, the lexicon and the issues alone."""
    report = clean(page, lexicon)
    cut = passage(report)
    drafts = extract(cut, lexicon, report.day.year if report.day else None)
    bare = [_statement(d, s, report) for d, s in resolve(cut, drafts, lexicon, report.day)]
    found, told = _taken(cut, around(cut, bare, lexicon, report.day), issues, lexicon)
    given = plain(report.text)
    back = _back(given)
    statements = scored([_led_back(s, report, None if given.text == given.source else back) for s in found], lexicon)
    return Reading(report, statements, _told_back(told, back), tuple(i.id for i in issues))


def positions_of(report: Report, statements: Sequence[Statement], issues: Sequence[Issue], lexicon: Lexicon) -> Taken:
    """The statements of a kept report with the positions that they take on these issues, and those that it tells.

    Spans lie in the text as given, in what comes and what goes; what the statements said of positions before is gone.
    """
    given = plain(report.text)
    bare = [replace(in_plain(s, given), positions=()) for s in statements]
    found, told = _taken(passage(report), bare, issues, lexicon)
    back = _back(given)
    taken = (replace(s, positions=f.moved(back).positions) for s, f in zip(statements, found, strict=True))
    return tuple(taken), _told_back(told, back)


def _taken(cut: Passage, found: Sequence[Statement], issues: Sequence[Issue], lexicon: Lexicon) -> Taken:
    return take(cut, found, issues, lexicon) if issues else (tuple(found), ())


def _back(given: Plain) -> Callable[[Span], Span]:
    """From the plain text to the text as given."""
    return lambda span: led_back(span, given)


def led_back(span: Span, given: Plain) -> Span:
    """A span of the plain text in the text as given."""
    return Span.of(given.source, *given.given(span.start, span.end))


def _told_back(told: Sequence[ToldPosition], back: Callable[[Span], Span]) -> tuple[ToldPosition, ...]:
    return tuple(replace(t, evidence=back(t.evidence)) for t in told)


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


def _led_back(statement: Statement, report: Report, back: Callable[[Span], Span] | None) -> Statement:
    """The statement with its spans in the text as given, and its id; no way back where the plain text is that text."""
    if back is None:
        return replace(statement, id=statement_id(report.id, statement.cue, statement.content))
    cue = back(statement.cue) if statement.cue else None
    return statement.moved(back, statement_id(report.id, cue, back(statement.content)))
