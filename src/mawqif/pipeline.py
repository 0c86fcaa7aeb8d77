"""The whole flow of one report, over the stages."""

from __future__ import annotations

from mawqif import dates
from mawqif.clean import clean
from mawqif.extract import extract
from mawqif.lexicon import Lexicon
from mawqif.model import Date, Draft, Page, Reading, Report, Speaker, Statement, statement_id
from mawqif.resolve import resolve
from mawqif.segment import passage

# Share of right contents by frame and of right speakers by rule, counted on annotated articles;
# their product is the score (docs/quality.md says on which).
_CONTENT = {
    "that": 0.90, "to": 0.89, "quote": 0.93, "colon": 0.91, "that-quote": 0.97, "by": 0.79, "object": 0.79,
    "clause": 0.70, "signature": 0.95,
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
    statements = tuple(
        Statement(
            id=statement_id(report.id, d.cue, d.content),
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
            score=score(d.rule, speaker),
            rule=d.rule,
        )
        for d, speaker in resolve(cut, drafts, lexicon)
    )
    return Reading(report, statements)
