"""Page -> Report: the text as given (from HTML: as extracted once), its furniture, headline, outlet and date.

Furniture is marked over the text, never cut out. What is not known stays None.
"""

from __future__ import annotations

from dataclasses import replace

from mawqif.clean import facts, furniture
from mawqif.clean.markup import extract as from_markup
from mawqif.clean.markup import is_markup
from mawqif.errors import InputError
from mawqif.lexicon import Lexicon
from mawqif.model import Page, Report, report_id

__all__ = ["clean"]


def clean(page: Page, lexicon: Lexicon) -> Report:
    """The report in a page. InputError if there is no text, or no article in the markup."""
    markup = from_markup(page) if is_markup(page) else None
    text = markup.text if markup else page.text
    if not text.strip():
        raise InputError("{location}: there is no text in it", location=page.location)
    outlet = facts.outlet(page, markup, text, lexicon)
    bare = Report(
        id=report_id(text, page.outlet, page.url),
        text=text,
        given_id=page.id,
        url=page.url,
        outlet=outlet,
        title=facts.given_title(page, markup),
        extractor=markup.extractor if markup else None,
    )
    marked = furniture.mark(text, bare.title.value if bare.title else None, lexicon)
    report = replace(bare, furniture=marked)
    title = report.title or facts.title_in_text(report)
    return replace(report, title=title, date=facts.date(page, markup, report))
