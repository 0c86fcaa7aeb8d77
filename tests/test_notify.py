"""Feeds as other programs read them, and addresses whose secrets stay hidden."""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET

import pytest

from mawqif.errors import NotifyError, UsageError
from mawqif.notify import Item, checked, feed, masked, send

ATOM = {"a": "http://www.w3.org/2005/Atom"}
AT = dt.datetime(2031, 3, 5, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=3)))


def item(n: int, **fields: object) -> Item:
    return Item(f"p{n}", f"دروان: عنوان {n}", AT + dt.timedelta(days=n), "<p>نص</p>", "ليان المرداسي", **fields)  # type: ignore[arg-type]


def test_a_feed_has_what_a_reader_needs() -> None:
    made = feed(
        "issue:dam", "ملء السد", "ar", [item(1, published=dt.date(2031, 3, 4), url="https://a.example/?x=1&y=2")]
    )
    root = ET.fromstring(made)
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "ar"
    assert [root.findtext(f"a:{name}", "", ATOM) for name in ("id", "title", "updated")] == [
        "urn:mawqif:issue:dam",
        "ملء السد",
        "2031-03-06T06:30:00Z",
    ]
    (entry,) = root.findall("a:entry", ATOM)
    texts = {name: entry.findtext(f"a:{name}", "", ATOM) for name in ("id", "title", "published", "content")}
    assert texts == {
        "id": "urn:mawqif:p1",
        "title": "دروان: عنوان 1",
        "published": "2031-03-04T00:00:00Z",
        "content": "<p>نص</p>",
    }
    assert entry.findtext("a:author/a:name", "", ATOM) == "ليان المرداسي"
    link = entry.find("a:link", ATOM)
    assert link is not None
    assert link.get("href") == "https://a.example/?x=1&y=2"


def test_a_feed_of_nothing_is_a_feed_and_the_same_gives_the_same_bytes() -> None:
    assert ET.fromstring(feed("x", "y", "en", [])).findall("a:entry", ATOM) == []
    assert feed("x", "y", "en", [item(1), item(2)]) == feed("x", "y", "en", [item(1), item(2)])


@pytest.mark.parametrize("odd", ["\x00", "\x0b", "\ufffe", "\ud800", "<&>\"'"])
def test_no_character_of_a_report_breaks_a_feed(odd: str) -> None:
    root = ET.fromstring(feed("x", f"a{odd}b", "ar", [item(1, url=f"https://a.example/{odd}")]))
    assert root.findtext("a:title", "", ATOM).startswith("a")


def test_what_is_no_address_is_said_without_its_secrets() -> None:
    pytest.importorskip("apprise")
    with pytest.raises(UsageError, match="no address for messages"):
        checked("nothing://secret")
    assert "secret" not in masked("json://user:secret@localhost/path?token=secret")
    assert "secret" not in masked("nothing://secret")


def test_a_message_that_nobody_takes_is_an_error_in_one_sentence() -> None:
    pytest.importorskip("apprise")
    with pytest.raises(NotifyError, match="not taken"):
        send("json://127.0.0.1:9/x?cto=1&rto=1", "عنوان", "نص")


def test_without_the_library_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr("mawqif.notify.messages.import_module", missing)
    with pytest.raises(NotifyError, match=r"mawqif\[notify\]"):
        send("json://localhost", "x", "y")
    assert masked("json://user:secret@localhost") == "json://…"
