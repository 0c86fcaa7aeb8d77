"""Headline, outlet and date of a report, each with its provenance; unknown stays None."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urlsplit

from mawqif import dates
from mawqif.arabic import fold
from mawqif.clean.markup import Markup
from mawqif.lexicon import Lexicon
from mawqif.lexicon.outlets import outlet_names
from mawqif.model import Fact, Furniture, Page, Provenance, Report, Span

_HEAD = 400  # code points from the start in which a dateline may stand
_LONGEST_HEADLINE = 160
_TITLE_WITHIN = 6  # lines from the top in which a known headline is looked for
_TOP = 3000  # code points in which the headline may stand, a bar of other headlines before it included
_WORD = re.compile(r"\w+")
_DATELINE = re.compile(r"[^\n]{1,160}")


def _fact(value: str | None, provenance: Provenance) -> Fact | None:
    return Fact(value.strip(), provenance) if value and value.strip() else None


def given_title(page: Page, markup: Markup | None) -> Fact | None:
    """The headline as given, else as the markup states it."""
    return _fact(page.title, Provenance.GIVEN) or _fact(markup.title if markup else None, Provenance.MARKUP)


def placed_title(report: Report) -> Fact | None:
    """The headline that is known, with its span where it is a line of its own at the top of the text."""
    if report.title is None or report.title.span is not None:
        return report.title
    words = _words(report.title.value)
    lines = [m for m in re.finditer(r"[^\n]+", report.text[:_TOP]) if not m.group().isspace()]
    alike = (m for m in lines[:_TITLE_WITHIN] if _words(_first(m.group())) == words[:1])
    line = next((m for m in alike if _words(m.group()) == words), None)
    if line is None:
        return report.title
    return replace(report.title, span=_line_fact(report.text, line.start(), line.end()).span)


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _first(line: str) -> str:
    """The first word of a line; empty where it has none."""
    found = _WORD.search(line)
    return found.group() if found else ""


def title_in_text(report: Report) -> Fact | None:
    """The headline that stands twice, else a first line of its own that reads as one.

    Such a line is short, has no full stop, is no dateline and no outlet's name, and another line follows it.
    """
    twice = next((f.span for f in report.furniture if f.rule == "headline-twice"), None)
    if twice:
        start = twice.start + twice.text.rfind("\n") + 1
        return _line_fact(report.text, start, twice.end)
    found = (m for m in re.finditer(r"[^\n]+", report.text[:_TOP]) if not m.group().isspace())
    lines = [m for m in found if not _furnished(report, m)]
    for line in lines[:-1]:
        if _is_headline(line.group().strip(), report, line.start()):
            return _line_fact(report.text, line.start(), line.end())
        if len(line.group()) > _LONGEST_HEADLINE:
            break
    return None


def _furnished(report: Report, line: re.Match[str]) -> bool:
    return any(f.span.start < line.end() and f.span.end > line.start() for f in report.furniture)


def _is_headline(line: str, report: Report, start: int) -> bool:
    if not 8 <= len(line) <= _LONGEST_HEADLINE or line[-1] in ".،؛:" or len(line.split()) < 3:
        return False
    named = report.outlet and fold(report.outlet.value) in fold(line) and len(line) < len(report.outlet.value) + 24
    return not named and not any(dates.full(report.text, start, start + len(line)))


def _line_fact(text: str, start: int, end: int) -> Fact:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    span = Span.of(text, start, end)
    return Fact(span.text, Provenance.TEXT, span)


def outlet(page: Page, markup: Markup | None, text: str, lexicon: Lexicon) -> Fact | None:
    """The outlet as given, stated in the markup, known by its address, or named on the page's first lines."""
    if page.outlet:
        return _fact(page.outlet, Provenance.GIVEN)
    host = urlsplit(page.url).hostname if page.url else None
    known = _by_host(host, lexicon) if host else None
    stated = _fact(markup.site if markup else None, Provenance.MARKUP)
    if stated:
        return stated
    if known:
        return Fact(known, Provenance.MARKUP)
    return _named(text, lexicon)


def _by_host(host: str, lexicon: Lexicon) -> str | None:
    for o in lexicon.outlets:
        if any(host == d or host.endswith("." + d) for d in o.domains):
            return o.name
    return None


def _named(text: str, lexicon: Lexicon) -> Fact | None:
    """A known outlet's name on a line of its own, before a bar, or in a dateline's brackets at the top."""
    for line in re.finditer(r"[^\n]+", text[:_HEAD]):
        parts = [m for m in re.finditer(r"[^|()–—\-/]+", line.group()) if m.group().strip()]
        for part in parts:
            name = part.group().strip(" :ـ،.")
            known = outlet_names(lexicon).get(fold(name))
            if known and name:
                at = line.start() + part.start() + part.group().index(name)
                return Fact(known, Provenance.TEXT, Span.of(text, at, at + len(name)))
    return None


def date(page: Page, markup: Markup | None, report: Report) -> Fact | None:
    """The day as given, stated in the markup, or in a dateline; never from furniture."""
    if page.date:
        return Fact(page.date.isoformat(), Provenance.GIVEN)
    stated = dates.parse(markup.date) if markup and markup.date else None
    if stated:
        return Fact(stated.isoformat(), Provenance.MARKUP)
    return _dateline(report.text, report.furniture)


def _dateline(text: str, furniture: tuple[Furniture, ...]) -> Fact | None:
    """A full date on a short line of its own, or before the dash or bracket that opens the first sentence."""
    for line in _DATELINE.finditer(text, 0, _HEAD):
        if any(f.span.start < line.end() and f.span.end > line.start() for f in furniture):
            continue
        for found in dates.full(text, line.start(), line.end()):
            if found.date and _heads(text, line, found.span):
                return Fact(found.date.isoformat(), Provenance.DATELINE, found.span)
    return None


def _heads(text: str, line: re.Match[str], span: Span) -> bool:
    """Whether the line is little more than the date, or the date stands before the text's opening mark."""
    before, after = text[line.start() : span.start], text[span.end : line.end()]
    if len(line.group()) <= len(span.text) + 40 and not line.group().rstrip().endswith("."):
        return True
    return len(before.split()) <= 4 and bool(re.match(r"\s*(?:\(|[-–—ـ:])", after))
