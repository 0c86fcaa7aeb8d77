"""`mawqif watch`: what is new reaches a real receiver once, and never at the cost of an add."""

from __future__ import annotations

import json
import threading
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from mawqif import Record
from test_cli_changes import MINISTER
from test_cli_positions import ENV, record  # noqa: F401 - a fixture
from test_cli_samples import call

ATOM = {"a": "http://www.w3.org/2005/Atom"}


class Receiver:
    """An HTTP server on this machine that keeps what is posted to it; `status` is what it answers."""

    def __init__(self) -> None:
        self.posted: list[dict[str, Any]] = []
        self.status = 200
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                if outer.status == 200:
                    outer.posted.append(json.loads(body))
                self.send_response(outer.status)
                self.end_headers()

            def log_message(self, *_args: object) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"json://127.0.0.1:{self.server.server_address[1]}/news"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    pytest.importorskip("apprise")
    made = Receiver()
    yield made
    made.close()


@pytest.fixture
def own(record: Path, tmp_path: Path) -> Path:  # noqa: F811
    where = tmp_path / "record.db"
    where.write_bytes(record.read_bytes())
    return where


def add(where: Path, tmp_path: Path, verb: str, date: str) -> Result:
    page = tmp_path / f"{date}.txt"
    page.write_text(MINISTER.format(verb), "utf-8")
    result = call("--record", where, "add", page, "--date", date, env=ENV)
    assert result.exit_code == 0
    return result


def watch(where: Path, *args: object) -> dict[str, Any]:
    result = call("--record", where, "watch", "add", "dam-filling", *args, "--json", env=ENV)
    assert result.exit_code == 0, result.stderr
    made: dict[str, Any] = json.loads(result.stdout)
    return made


def test_news_reach_the_address_once(own: Path, tmp_path: Path, receiver: Receiver) -> None:
    watch(own, "--notify", receiver.url)
    assert receiver.posted == []
    add(own, tmp_path, "ترفض", "2033-01-05")
    (message,) = receiver.posted
    assert "Filling the Fayhan dam" in message["title"]
    for words in ("2033-01-05", "جمهورية دروان", "reversed", "ترفض ملء سد الفيحان", "ليان المرداسي → "):
        assert words in message["message"]
    assert "2031-01-16" not in message["message"]
    add(own, tmp_path, "ترفض", "2033-01-05")
    assert len(receiver.posted) == 1


def test_a_receiver_that_is_down_costs_nothing_and_gets_it_later(own: Path, tmp_path: Path, receiver: Receiver) -> None:
    watch(own, "--notify", receiver.url)
    receiver.status = 500
    result = add(own, tmp_path, "ترفض", "2033-01-05")
    assert "Added 1" in result.stdout
    assert "watch 1" in result.stderr
    assert "tried again" in result.stderr
    assert result.stderr.count("\n") == 1
    receiver.status = 200
    add(own, tmp_path, "تؤيد", "2033-02-05")
    (message,) = receiver.posted
    assert "2033-01-05" in message["message"]
    assert "2033-02-05" in message["message"]


def test_an_end_between_sending_and_marking_loses_nothing(
    own: Path, tmp_path: Path, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch(own, "--notify", receiver.url)
    with monkeypatch.context() as m:
        m.setattr("mawqif.store.positions.following.sent", lambda *_: 1 / 0)
        page = tmp_path / "x.txt"
        page.write_text(MINISTER.format("ترفض"), "utf-8")
        call("--record", own, "add", page, "--date", "2033-01-05", env=ENV)
    assert len(receiver.posted) == 1
    add(own, tmp_path, "ترفض", "2033-01-05")
    assert len(receiver.posted) == 2
    assert receiver.posted[0]["message"] == receiver.posted[1]["message"]
    add(own, tmp_path, "ترفض", "2033-01-05")
    assert len(receiver.posted) == 2


def entries(path: Path) -> list[ET.Element]:
    return ET.fromstring(path.read_bytes()).findall("a:entry", ATOM)


def test_a_feed_is_kept_up_to_date_with_ids_that_stay(own: Path, tmp_path: Path) -> None:
    path = tmp_path / "خلاصة.xml"
    watch(own, "--atom", path)
    add(own, tmp_path, "ترفض", "2033-01-05")
    first = entries(path)
    assert "reversed" in first[0].findtext("a:title", "", ATOM)
    assert "ترفض ملء سد الفيحان" in first[0].findtext("a:content", "", ATOM)
    before = path.read_bytes()
    add(own, tmp_path, "ترفض", "2033-01-05")
    assert path.read_bytes() == before
    add(own, tmp_path, "تؤيد", "2033-02-05")
    ids = [e.findtext("a:id", "", ATOM) for e in entries(path)]
    assert len(set(ids)) == len(ids)
    assert set(ids) > {e.findtext("a:id", "", ATOM) for e in first}


def test_a_feed_that_cannot_be_written_costs_nothing(own: Path, tmp_path: Path) -> None:
    folder = tmp_path / "feeds"
    folder.mkdir()
    watch(own, "--atom", folder / "dam.xml")
    folder.rmdir()
    result = add(own, tmp_path, "ترفض", "2033-01-05")
    assert "watch 1" in result.stderr
    folder.mkdir()
    add(own, tmp_path, "ترفض", "2033-01-05")
    assert entries(folder / "dam.xml")


def test_watches_are_listed_without_secrets_and_removed(own: Path, tmp_path: Path) -> None:
    pytest.importorskip("apprise")
    made = watch(own, "--notify", "json://user:geheim@127.0.0.1/x", "--atom", tmp_path / "a.xml")
    listed = call("--record", own, "watch", "list", "--json").stdout
    assert json.loads(listed) == [made]
    assert "geheim" not in listed + call("--record", own, "watch", "list").stdout
    with Record(own, readonly=True) as r:
        assert r.positions.watches()[0].url == "json://user:geheim@127.0.0.1/x"
    assert call("--record", own, "watch", "remove", made["id"]).exit_code == 0
    assert json.loads(call("--record", own, "watch", "list", "--json").stdout) == []
    assert call("--record", own, "watch", "remove", made["id"]).exit_code == 1


WRONG = [
    (["dam-filling"], "say where news go"),
    (["dam-filling", "--notify", "nothing://x"], "no address for messages"),
    (["dam-filling", "--atom", "no/such/folder/a.xml"], "no file can be written there"),
    (["no-such-issue", "--atom", "a.xml"], "no issue 'no-such-issue'"),
]


@pytest.mark.parametrize(("args", "said"), WRONG)
def test_what_cannot_be_watched_is_said_at_once(own: Path, args: list[str], said: str) -> None:
    pytest.importorskip("apprise")
    result = call("--record", own, "watch", "add", *args, env=ENV)
    assert result.exit_code in (1, 2)
    assert said in result.stderr
