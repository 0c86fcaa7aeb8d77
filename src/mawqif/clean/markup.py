"""HTML to text by trafilatura, and the facts that a page states in its own markup.

Dates come from meta elements and JSON-LD alone: guesses from visible text are often wrong in Arabic.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from mawqif.errors import InputError
from mawqif.model import Page

_TITLES = ("og:title", "twitter:title", "dc.title")
_SITES = ("og:site_name", "application-name", "dc.publisher")
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "pubdate",
    "publishdate",
    "parsely-pub-date",
    "sailthru.date",
)
_FEWEST_WORDS = 8  # where a page has no article, its menu comes out instead
_ARTICLES = ("NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "WebPage")
_TAG = re.compile(r"\s*(?:\ufeff)?<(?:!doctype|html|head|body|article|div|\?xml|!--|p\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Markup:
    """What the markup gave: text, and facts as the page states them (None: not stated)."""

    text: str
    extractor: str
    title: str | None
    site: str | None
    date: str | None


def is_markup(page: Page) -> bool:
    """Whether the page is HTML, by its media type or by its first tag."""
    return "html" in page.media_type or bool(_TAG.match(page.text, 0, 2000))


def extract(page: Page) -> Markup:
    """The article's text and stated facts. InputError if no article text is found."""
    import trafilatura

    tree = _tree(page.text)
    if tree is not None:
        # the facts first: trafilatura takes the tree apart
        stated, linked, heading = dict(_stated(tree)), dict(_linked(tree)), _heading(tree)
        text = trafilatura.extract(tree, include_comments=False, include_tables=True)
        if text and len(text.split()) >= _FEWEST_WORDS:
            return Markup(
                text=text,
                extractor=f"trafilatura {trafilatura.__version__}",
                title=_first(stated, _TITLES) or linked.get("title") or heading,
                site=_first(stated, _SITES) or linked.get("site"),
                date=_first(stated, _DATES) or linked.get("date"),
            )
    raise InputError(
        "{location}: no article text was found in the page; give the article as plain text instead",
        location=page.location,
    )


def _tree(text: str) -> Any:
    """The parsed page; None where there is nothing to parse."""
    from lxml import etree, html

    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _first(stated: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((stated[n] for n in names if stated.get(n)), None)


def _stated(tree: Any) -> Iterator[tuple[str, str]]:
    """Name and content of the meta elements, the last first so that the first wins in a dict."""
    for meta in reversed(list(tree.iter("meta"))):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if name and meta.get("content"):
            yield name.lower(), meta.get("content").strip()


def _linked(tree: Any) -> Iterator[tuple[str, str]]:
    """Headline, publisher and date of the first article in the page's JSON-LD."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "")
        except ValueError:
            continue
        for node in _nodes(data):
            kind = node.get("@type")
            if not any(k in _ARTICLES for k in (kind if isinstance(kind, list) else [kind])):
                continue
            publisher = node.get("publisher")
            found = {
                "title": node.get("headline"),
                "date": node.get("datePublished"),
                "site": publisher.get("name") if isinstance(publisher, dict) else publisher,
            }
            yield from ((k, v) for k, v in found.items() if isinstance(v, str) and v)
            if found["date"]:
                return


def _nodes(data: object) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        yield data
        yield from _nodes(data.get("@graph"))
    elif isinstance(data, list):
        for item in data:
            yield from _nodes(item)


def _heading(tree: Any) -> str | None:
    heading = tree.find(".//h1")
    text = " ".join(heading.text_content().split()) if heading is not None else ""
    return text or None
