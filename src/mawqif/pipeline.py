"""The whole flow of one report, over the stages."""

from __future__ import annotations

from dataclasses import replace

from mawqif import dates
from mawqif.arabic import Plain, plain
from mawqif.clean import clean
from mawqif.extract import extract
from mawqif.lexicon import Lexicon
from mawqif.model import Date, Draft, Page, Reading, Report, Span, Speaker, Statement, statement_id
from mawqif.resolve import resolve
from mawqif.segment import passage

# Share of right contents by frame and of right speakers by rule, counted on annotated articles;
# their product is the score (docs/quality.md says on which).
_CONTENT = {
    "that": 0.90, "to": 0.89, "quote": 0.93, "colon": 0.91, "that-quote": 0.97, "by": 0.79, "object": 0.79,
    "clause": 0.70, "signature": 0.95, "interview": 0.95,
}  # fmt: skip
_NOUN = 0.69  # a noun as cue, whatever its frame
_SPEAKER = {
    "named-again": 0.91, "same-subject": 0.85, "last-speaker": 0.74, "mention": 0.70, "subject-of-the-cue": 0.50,
    "same-consonants": 0.90, "sentence-subject": 0.80, "signature": 0.85,
}  # fmt: skip


def score(rule: str, speaker: Speaker) -> float:
    """The probability that content and speaker are both right; 0 where nobody is named."""
    if speaker.name is None:
        return 0.0
    sort, _, frame = rule.partition(":")
    content = _NOUN if sort == "noun" else _CONTENT.get(frame, 0.6)
    return round(content * _SPEAKER.get(speaker.rule, 0.5), 2)


def _said(draft: Draft, report: Report) -> Date | None:
    """The day of a statement: what its own words of time come to, else the report's."""
    if draft.said_on is None:
        return report.day
    return dates.parse(draft.said_on.text, report.day)


def read(page: Page, lexicon: Lexicon) -> Reading:
    """Everything that is found in one page, from the page and the lexicon alone."""
    report = clean(page, lexicon)
    cut = passage(report)
    drafts = extract(cut, lexicon)
    given = plain(report.text)
    return Reading(report, tuple(_statement(d, s, report, given) for d, s in resolve(cut, drafts, lexicon)))


def _statement(d: Draft, speaker: Speaker, report: Report, given: Plain) -> Statement:
    """The statement of a draft, its spans led back from the plain text to the text as given."""
    content, cue = _given(d.content, given), _given(d.cue, given) if d.cue else None
    return Statement(
        id=statement_id(report.id, cue, content),
        content=content,
        cue=cue,
        speaker=replace(speaker, mention=_given(speaker.mention, given)) if speaker.mention else speaker,
        mode=d.mode,
        act=d.act,
        via=tuple(_given(v, given) for v in d.via),
        negated=d.negated,
        said_on=_given(d.said_on, given) if d.said_on else None,
        date=_said(d, report),
        occasion=replace(d.occasion, span=_given(d.occasion.span, given)) if d.occasion else None,
        addressee=_given(d.addressee, given) if d.addressee else None,
        score=score(d.rule, speaker),
        rule=d.rule,
    )


def _given(span: Span, given: Plain) -> Span:
    return Span.of(given.source, *given.given(span.start, span.end))
