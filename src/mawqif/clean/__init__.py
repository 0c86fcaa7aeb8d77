"""Page -> Report: the text as given (from HTML: as extracted once), its furniture, headline, outlet and date.

Furniture is marked over the text, never cut out. What is not known stays None.
"""

from __future__ import annotations

from dataclasses import replace

from mawqif.arabic import Plain, plain
from mawqif.clean import facts, furniture
from mawqif.clean.markup import Markup, is_markup
from mawqif.clean.markup import extract as from_markup
from mawqif.errors import InputError
from mawqif.lexicon import Lexicon
from mawqif.model import Date, Fact, Furniture, Page, Provenance, Report, Span, report_id

__all__ = ["clean"]

_STATED = (Provenance.GIVEN, Provenance.MARKUP)


def clean(page: Page, lexicon: Lexicon) -> Report:
    """The report in a page. InputError if there is no text, or no article in the markup."""
    if page.kept is not None:
        return _again(page.kept, lexicon)
    markup = from_markup(page) if is_markup(page) else None
    text = markup.text if markup else page.text
    if not text.strip():
        raise InputError("{location}: there is no text in it", location=page.location)
    return _read(page, markup, text, report_id(text, page.outlet, page.url), lexicon)


def _again(kept: Report, lexicon: Lexicon) -> Report:
    """The same report with its furniture and its facts found anew; what it was given, or its markup stated, stays."""

    def fact(found: Fact | None, provenance: Provenance) -> str | None:
        return found.value if found and found.provenance is provenance else None

    given, stated = ([fact(f, p) for f in (kept.title, kept.outlet, kept.date)] for p in _STATED)
    day = Date.fromisoformat(given[2]) if given[2] else None
    page = Page(kept.text, kept.id, kept.given_id, title=given[0], outlet=given[1], url=kept.url, date=day)
    markup = Markup(kept.text, kept.extractor, *stated) if kept.extractor else None
    return _read(page, markup, kept.text, kept.id, lexicon)


def _read(page: Page, markup: Markup | None, text: str, id: str, lexicon: Lexicon) -> Report:
    """The report of this id over a text, with its furniture and facts."""
    read = plain(text)
    outlet = facts.outlet(page, markup, read.text, lexicon)
    bare = Report(
        id=id,
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
