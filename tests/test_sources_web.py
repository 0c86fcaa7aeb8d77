"""Addresses give pages within bounds of time, size and redirects, or one sentence (a server of our own)."""

import datetime as dt
import gzip
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

import mawqif
from mawqif import sources
from mawqif.errors import FetchError, InputError, ReportTooLarge
from mawqif.model import Page

ARABIC = "قالت وزيرة خارجية نوراندا إن بلادها ترفض الاتفاق، وأضافت أن الموقف لم يتغير."
HTML = f"<html><head><meta charset=windows-1256></head><body><p>{ARABIC}</p></body></html>"
LINES = '{"text": "قال", "url": "https://news.example/1"}\n{bad\n{"text": "نعم"}\n'.encode()
FAST = 0.6  # seconds


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        try:
            ANSWERS[path](self)
        except OSError:
            self.close_connection = True  # the client has gone, as it should

    def log_message(self, *args: object) -> None:
        """Nothing."""

    def answer(self, body: bytes, content_type: str | None, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        if content_type is not None:
            self.send_header("Content-Type", content_type)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def move(self, to: str) -> None:
        self.answer(b"", "text/html", 302, Location=to)

    def endless(self, **headers: str) -> None:
        self.send_response(200)
        for name, value in {"Content-Type": "text/html", "Connection": "close", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        while True:
            self.wfile.write(b"a" * 65536)

    def cut(self, begun: bytes) -> None:
        self.wfile.write(begun)
        self.close_connection = True

    def drip(self, begun: bytes, piece: bytes) -> None:
        self.wfile.write(begun)
        self.close_connection = True
        until = time.monotonic() + 10
        while time.monotonic() < until:
            self.wfile.write(piece)
            time.sleep(0.05)


def moved_far(handler: Handler) -> None:
    left = int(handler.path.partition("?")[2])
    handler.move(f"/far?{left - 1}") if left else handler.move("/page#part")


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
ANSWERS: dict[str, Callable[[Handler], None]] = {
    "/page": lambda h: h.answer(HTML.encode("cp1256"), "text/html"),
    "/header": lambda h: h.answer(ARABIC.encode("cp1256"), "text/html; charset=windows-1256"),
    "/utf8": lambda h: h.answer(ARABIC.encode(), "text/plain; charset=utf-8"),
    "/xhtml": lambda h: h.answer(HTML.encode(), "application/xhtml+xml"),
    "/untyped": lambda h: h.answer(HTML.encode(), None),
    "/packed": lambda h: h.answer(gzip.compress(HTML.encode()), "text/html", Content_Encoding="gzip"),
    "/broken-pack": lambda h: h.answer(b"no gzip", "text/html", Content_Encoding="gzip"),
    "/bomb": lambda h: h.answer(gzip.compress(b"a" * 30_000_000), "text/html", Content_Encoding="gzip"),
    "/agent": lambda h: h.answer(h.headers["User-Agent"].encode(), "text/plain"),
    "/lines": lambda h: h.answer(LINES, "application/x-ndjson"),
    "/lines-as-text": lambda h: h.answer(LINES, "text/plain"),
    "/object": lambda h: h.answer('{\n "text":\n "قال"\n}\n'.encode(), "application/json"),
    "/empty": lambda h: h.answer(b"", "text/html"),
    "/image": lambda h: h.answer(b"\x89PNG", "image/png"),
    "/binary": lambda h: h.answer(b"\x89PNG\0\0", "text/html"),
    "/500": lambda h: h.answer(HTML.encode(), "text/html", 500),
    "/404": lambda h: h.answer(b"", None, 404),
    "/304": lambda h: h.answer(b"", "text/html", 304),
    "/loop": lambda h: h.move("/loop"),
    "/far": moved_far,
    "/to-file": lambda h: h.move("file:///etc/hostname"),
    "/endless": lambda h: h.endless(),
    "/silent": lambda h: time.sleep(2),
    "/drip-head": lambda h: h.drip(HEAD, b"X-More: 1\r\n"),
    "/drip-body": lambda h: h.drip(HEAD + b"Connection: close\r\n\r\n<p>", b"a"),
    "/drip-sized": lambda h: h.drip(HEAD + b"Content-Length: 900\r\n\r\n<p>", b"a"),
    "/cut": lambda h: h.cut(HEAD + b"Content-Length: 900\r\n\r\n<p>"),
    "/no-http": lambda h: h.drip(b"hello\r\n\r\n", b"hello\r\n"),
}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as httpd:
        httpd.daemon_threads = True
        httpd.block_on_close = False
        thread = threading.Thread(target=httpd.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{httpd.server_port}"
        httpd.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only this machine is spoken to, whatever the environment says of proxies."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def page(address: str) -> Page:
    (item,) = sources.pages([address])
    assert isinstance(item, Page), str(item)
    return item


def error(address: str, **options: float) -> InputError:
    (item,) = sources.pages([address], **options)  # type: ignore[arg-type]
    assert isinstance(item, InputError)
    assert str(item).startswith(address.encode("utf-8", "backslashreplace").decode() + ": ")
    assert "\n" not in str(item)
    return item


def test_a_page_is_kept_with_its_bytes_address_and_time(server: str) -> None:
    found = page(f"{server}/page")
    assert (found.text, found.encoding, found.raw) == (HTML, "windows-1256", HTML.encode("cp1256"))
    assert (found.media_type, found.location, found.url) == ("text/html", f"{server}/page", f"{server}/page")
    assert found.retrieved is not None
    assert abs(dt.datetime.now(dt.UTC) - found.retrieved) < dt.timedelta(minutes=1)


@pytest.mark.parametrize(
    ("path", "text", "media_type", "encoding"),
    [
        ("/header", ARABIC, "text/html", "windows-1256"),
        ("/utf8", ARABIC, "text/plain", "utf-8"),
        ("/xhtml", HTML, "text/html", "utf-8"),
        ("/untyped", HTML, "text/html", "utf-8"),
        ("/packed", HTML, "text/html", "utf-8"),
    ],
)
def test_types_and_encodings_of_servers_are_read(
    server: str, path: str, text: str, media_type: str, encoding: str
) -> None:
    found = page(server + path)
    assert (found.text, found.media_type, found.encoding) == (text, media_type, encoding)


def test_the_server_is_told_who_asks(server: str) -> None:
    assert page(f"{server}/agent").text == f"mawqif/{mawqif.__version__}"


@pytest.mark.parametrize("path", ["/lines", "/lines-as-text"])
def test_lines_are_read_from_an_address(server: str, path: str) -> None:
    first, bad, last = sources.pages([server + path])
    assert isinstance(first, Page)
    assert isinstance(last, Page)
    assert (first.url, last.url) == ("https://news.example/1", server + path)
    assert (first.location, last.location) == (f"{server}{path}:1", f"{server}{path}:3")
    assert "is not JSON" in str(bad)


def test_one_object_over_many_lines_is_one_report(server: str) -> None:
    assert page(f"{server}/object").text == "قال"


def test_ten_redirects_are_followed_to_the_last_address(server: str) -> None:
    assert page(f"{server}/far?9").url == f"{server}/page"
    assert "redirects more than 10 times" in str(error(f"{server}/far?10"))


def test_a_password_stays_out_of_messages_and_pages(server: str) -> None:
    found = page(server.replace("//", "//me:secret@") + "/page#part")
    assert (found.url, found.location) == (f"{server}/page", f"{server}/page#part")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/500", "the server answered 500"),
        ("/404", "the server answered 404"),
        ("/304", "the server answered 304"),
        ("/loop", "redirects more than 10 times"),
        ("/to-file", "not http or https"),
        ("/image", "sent image/png"),
        ("/broken-pack", "fetching it failed"),
        ("/no-http", "fetching it failed"),
        ("/cut", "fetching it failed"),
    ],
)
def test_what_a_server_does_wrong_is_one_sentence(server: str, path: str, words: str) -> None:
    found = error(server + path)
    assert isinstance(found, FetchError)
    assert words in str(found)


@pytest.mark.parametrize(("path", "words"), [("/empty", "nothing in it"), ("/binary", "binary data")])
def test_bodies_are_judged_as_files_are(server: str, path: str, words: str) -> None:
    assert words in str(error(server + path))


@pytest.mark.parametrize("path", ["/endless", "/bomb"])
def test_a_server_that_sends_without_end_is_cut_off(server: str, path: str) -> None:
    assert isinstance(error(server + path, max_report=100_000), ReportTooLarge)


@pytest.mark.parametrize("path", ["/silent", "/drip-head", "/drip-body", "/drip-sized"])
def test_no_server_takes_longer_than_its_time(server: str, path: str) -> None:
    begun = time.monotonic()
    found = error(server + path, timeout=FAST)
    assert str(found).endswith("did not send the page within 0.6 seconds; try again later")
    assert isinstance(found, FetchError)
    assert time.monotonic() - begun < 3 * FAST


def test_a_server_that_does_not_answer_the_call_is_left(server: str) -> None:
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)
        found = error(f"http://127.0.0.1:{deaf.getsockname()[1]}/", timeout=FAST)
    assert "within 0.6 seconds" in str(found)


def test_a_closed_port_is_named() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "no connection to the server" in str(error(f"http://127.0.0.1:{port}/"))


def test_an_unknown_name_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*args: object, **options: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert "no server of this name" in str(error("http://news.example/"))


def test_an_invalid_certificate_is_named(monkeypatch: pytest.MonkeyPatch, server: str) -> None:
    def refuse(*args: object, **options: object) -> None:
        raise ssl.SSLCertVerificationError(1, "[SSL: CERTIFICATE_VERIFY_FAILED] self-signed certificate")

    monkeypatch.setattr(ssl.SSLContext, "wrap_socket", refuse)
    assert "certificate of the server is not valid" in str(error(server.replace("http", "https") + "/page"))


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("file:///etc/hostname", "only http and https"),
        ("ftp://news.example/a", "only http and https"),
        ("http://", "no valid address"),
        ("http://:80/", "no valid address"),
        ("http://[::1", "no valid address"),
        ("http://news.example:99999/", "no valid address"),
        ("http://" + "a" * 300 + ".example/", "no valid address"),
        ("http://\ud800.example/", "no valid address"),
        ("http://news.example/\x01", "no valid address"),
    ],
)
def test_what_is_no_address_is_named(address: str, words: str) -> None:
    assert words in str(error(address))


def test_one_bad_address_never_stops_the_rest(server: str) -> None:
    items = list(sources.pages([f"{server}/500", f"{server}/utf8", "ftp://x", f"{server}/page"]))
    assert [isinstance(i, Page) for i in items] == [False, True, False, True]


def test_the_client_is_not_loaded_for_files() -> None:
    code = "import sys, mawqif.sources; sys.exit('httpx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
