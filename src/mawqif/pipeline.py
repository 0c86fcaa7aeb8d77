"""The whole flow of one report, over the stages."""

from __future__ import annotations

from mawqif.extract import extract
from mawqif.lexicon import Lexicon
from mawqif.model import Fact, Page, Provenance, Reading, Report, Statement, report_id, statement_id
from mawqif.resolve import resolve
from mawqif.segment import passage


def _given(value: str | None) -> Fact | None:
    return Fact(value, Provenance.GIVEN) if value else None


def _report(page: Page) -> Report:
    return Report(
        id=report_id(page.text, page.outlet, page.url),
        text=page.text,
        given_id=page.id,
        title=_given(page.title),
        outlet=_given(page.outlet),
        url=page.url,
        date=_given(page.date.isoformat() if page.date else None),
    )


def read(page: Page, lexicon: Lexicon) -> Reading:
    """Everything that is found in one page, from the page and the lexicon alone."""
    report = _report(page)
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
            date=report.day,
            score=0.7 if speaker.name else 0.0,
            rule=d.rule,
        )
        for d, speaker in resolve(cut, drafts, lexicon)
    )
    return Reading(report, statements)
