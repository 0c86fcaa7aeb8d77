"""Page -> Report: the text as given (from HTML: as extracted once), its furniture, headline, outlet and date.

Furniture is marked over the text, never cut out. What is not known stays None.
"""

from __future__ import annotations

from dataclasses import replace

from mawqif.arabic import Plain, plain
from mawqif.clean import facts, furniture
from mawqif.clean.markup import extract as from_markup
from mawqif.clean.markup import is_markup
from mawqif.errors import InputError
from mawqif.lexicon import Lexicon
from mawqif.model import Fact, Furniture, Page, Report, Span, report_id

__all__ = ["clean"]


def clean(page: Page, lexicon: Lexicon) -> Report:
    """The report in a page. InputError if there is no text, or no article in the markup."""
    markup = from_markup(page) if is_markup(page) else None
    text = markup.text if markup else page.text
    if not text.strip():
        raise InputError("{location}: there is no text in it", location=page.location)
    read = plain(text)
    outlet = facts.outlet(page, markup, read.text, lexicon)
    bare = Report(
        id=report_id(text, page.outlet, page.url),
        text=read.text,
        given_id=page.id,
        url=page.url,
        outlet=outlet,
        title=facts.given_title(page, markup),
        extractor=markup.extractor if markup else None,
    )
    marked = furniture.mark(read.text, bare.title.value if bare.title else None, lexicon)
    report = replace(bare, furniture=marked)
    title = facts.placed_title(report) or facts.title_in_text(report)
    return _as_given(replace(report, title=title, date=facts.date(page, markup, report)), read)


def _as_given(report: Report, read: Plain) -> Report:
    """The report with its text as given, and all that was found in its plain text led back there."""

    def span(found: Span) -> Span:
        return Span.of(read.source, *read.given(found.start, found.end))

    def fact(found: Fact | None) -> Fact | None:
        if found is None or found.span is None:
            return found
        stands = span(found.span)
        return Fact(stands.text if found.value == found.span.text else found.value, found.provenance, stands)

    return replace(
        report,
        text=read.source,
        title=fact(report.title),
        outlet=fact(report.outlet),
        date=fact(report.date),
        furniture=tuple(Furniture(span(f.span), f.rule) for f in report.furniture),
    )
