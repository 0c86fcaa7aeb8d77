"""An Atom feed (RFC 4287) as the bytes of a file."""

from __future__ import annotations

import datetime as dt
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

ATOM = "http://www.w3.org/2005/Atom"
_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a feed: `id` names it for ever, `updated` is when it became known, `content` is HTML."""

    id: str
    title: str
    updated: dt.datetime
    content: str
    author: str
    published: dt.date | None = None
    url: str | None = None


def feed(id: str, title: str, lang: str, items: Sequence[Item]) -> bytes:
    """The feed: the same items give the same bytes."""
    ET.register_namespace("", ATOM)
    root = ET.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": lang})
    newest = max((item.updated for item in items), default=EPOCH)
    _texts(root, (("id", f"urn:mawqif:{id}"), ("title", title), ("updated", _time(newest))))
    for item in items:
        _entry(root, item)
    made: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return made


def _entry(root: ET.Element, item: Item) -> None:
    entry = ET.SubElement(root, f"{{{ATOM}}}entry")
    texts = [("id", f"urn:mawqif:{item.id}"), ("title", item.title), ("updated", _time(item.updated))]
    if item.published:
        texts.append(("published", f"{item.published.isoformat()}T00:00:00Z"))
    _texts(entry, texts)
    _texts(ET.SubElement(entry, f"{{{ATOM}}}author"), (("name", item.author),))
    if item.url:
        ET.SubElement(entry, f"{{{ATOM}}}link", {"href": _clean(item.url)})
    content = ET.SubElement(entry, f"{{{ATOM}}}content", {"type": "html"})
    content.text = _clean(item.content)


def _texts(parent: ET.Element, texts: Iterable[tuple[str, str]]) -> None:
    for name, text in texts:
        ET.SubElement(parent, f"{{{ATOM}}}{name}").text = _clean(text)


def _time(at: dt.datetime) -> str:
    return at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _clean(text: str) -> str:
    """Without what no XML can hold."""
    return _NO_XML.sub("", text)
