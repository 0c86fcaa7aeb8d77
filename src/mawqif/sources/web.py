"""Addresses: one page or a stream of JSON Lines each, within bounds of size, time and redirects."""

from __future__ import annotations

import datetime as dt
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import httpx

from mawqif import __version__
from mawqif.errors import FetchError, InputError, ReportTooLarge
from mawqif.i18n import N_
from mawqif.sources import files, jsonl
from mawqif.sources.jsonl import Item

MAX_REDIRECTS = 10
_HEADERS = {
    "User-Agent": f"mawqif/{__version__}",
    "Accept": "text/html, application/xhtml+xml, text/plain, application/x-ndjson, application/json;q=0.9",
    "Accept-Language": "ar, en;q=0.5",
}
_TYPES = {
    "text/html": files.HTML,
    "application/xhtml+xml": files.HTML,
    "text/plain": None,  # a server calls many things so: the first bytes tell
    "": None,
    "application/json": files.JSONL,
    "application/jsonl": files.JSONL,
    "application/x-jsonlines": files.JSONL,
    "application/ndjson": files.JSONL,
    "application/x-ndjson": files.JSONL,
}

SCHEME = N_("{location}: only http and https addresses are fetched; save the page and give the file")
NOT_ADDRESS = N_("{location}: this is no valid address; check how it is written")
TIMEOUT = N_("{location}: the server did not send the page within {seconds} seconds; try again later")
REDIRECTS = N_(
    "{location}: the server redirects more than {count} times; open it in a browser and give its last address"
)
ELSEWHERE = N_("{location}: it redirects to something that is not http or https; save the page and give the file")
STATUS = N_("{location}: the server answered {status}; check the address, or try again later")
WRONG_TYPE = N_("{location}: the server sent {type}, which is no web page, text or JSON Lines; give another address")
TOO_LARGE = N_("{location}: the server sent more than {limit} bytes; allow more with --max-report if it is a report")
NO_NAME = N_("{location}: no server of this name was found; check the address and the connection")
CERTIFICATE = N_("{location}: the certificate of the server is not valid; save the page in a browser and give the file")
NO_CONNECTION = N_("{location}: no connection to the server ({reason}); check the address, or try again later")
FAILED = N_("{location}: fetching it failed ({reason}); try again later, or save the page and give the file")


def fetch(address: str, *, max_report: int, timeout: float) -> Iterator[Item]:
    """The pages at an address; `timeout` is in seconds, for the whole of it, redirects included."""
    location = _public(address)
    try:
        answer = _answer(address, location, max_report, timeout)
    except InputError as e:
        yield e
        return
    for item in _items(answer, location, max_report):
        yield _signed(item, answer)


def _public(address: str) -> str:
    """The address without a user's name and password, which belong in no message and no record."""
    printable = address.encode("utf-8", "backslashreplace").decode()
    try:
        parts = urlsplit(printable)
    except ValueError:
        return printable
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


@dataclass(frozen=True, slots=True)
class _Answer:
    body: bytes
    url: str
    media_type: str | None
    charset: str | None
    retrieved: dt.datetime


def _items(answer: _Answer, location: str, max_report: int) -> Iterator[Item]:
    media_type = answer.media_type or files.sniffed(answer.body)
    if media_type == files.JSONL:
        return jsonl.answered(answer.body, location, max_report=max_report)
    return iter([files.one(answer.body, location, media_type, max_report=max_report, charset=answer.charset)])


def _signed(item: Item, answer: _Answer) -> Item:
    """The page with where and when it was retrieved; a record within keeps the address that it gives itself."""
    if isinstance(item, InputError):
        return item
    return replace(item, url=item.url or answer.url, retrieved=answer.retrieved)


def _answer(address: str, location: str, max_report: int, timeout: float) -> _Answer:
    """What the server sent; raises FetchError or ReportTooLarge."""
    _check(address, location)
    limits = httpx.Timeout(timeout)
    watch = _Watch()
    try:
        with (
            httpx.Client(
                headers=_HEADERS, timeout=limits, follow_redirects=True, max_redirects=MAX_REDIRECTS
            ) as client,
            watch.bounded(timeout),
            client.stream("GET", address, extensions={"trace": watch.trace}) as response,
        ):
            answer = _received(response, location, max_report)
    except InputError:
        raise
    # The client lets errors of other libraries through: bad escapes, bad proxies, bad names.
    except Exception as e:
        raise _told(e, location, timeout, late=watch.late) from e
    if watch.late:  # a body that ends with its connection looks whole when that was cut
        raise FetchError(TIMEOUT, location=location, seconds=f"{timeout:g}")
    return answer


def _check(address: str, location: str) -> None:
    if address.partition(":")[0].lower() not in ("http", "https"):
        raise FetchError(SCHEME, location=location)
    try:
        parts = urlsplit(address)
        sound = parts.hostname and parts.port != 0  # a port out of range raises
    except ValueError:
        sound = False
    if not sound:
        raise FetchError(NOT_ADDRESS, location=location)


@dataclass(slots=True)
class _Watch:
    """Ends connections when the time is up: the client's own limits begin anew with every byte."""

    late: bool = False
    _sockets: list[socket.socket] = field(default_factory=list)

    def trace(self, _event: str, info: Mapping[str, Any]) -> None:
        """Called by the client at each step: keeps the sockets that it opens."""
        stream = info.get("return_value")
        if stream is not None and hasattr(stream, "get_extra_info"):
            self._sockets.append(stream.get_extra_info("socket"))
            if self.late:
                self._end()

    @contextmanager
    def bounded(self, seconds: float) -> Iterator[None]:
        timer = threading.Timer(seconds, self._end)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _end(self) -> None:
        self.late = True
        for open_ in self._sockets:
            with suppress(OSError, ValueError):
                # Not the method of a TLS socket, which another thread must not call.
                socket.socket.shutdown(open_, socket.SHUT_RDWR)


def _received(response: httpx.Response, location: str, max_report: int) -> _Answer:
    if not response.is_success:
        raise FetchError(STATUS, location=location, status=response.status_code)
    named = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if named not in _TYPES:
        raise FetchError(WRONG_TYPE, location=location, type=named)
    body = _body(response, location, max_report)
    url = str(response.url.copy_with(userinfo=b"", fragment=None))
    return _Answer(body, url, _TYPES[named], response.charset_encoding, dt.datetime.now(dt.UTC))


def _body(response: httpx.Response, location: str, max_report: int) -> bytes:
    """The body, unless it says or turns out that it is too long: then no more of it is read."""
    body = bytearray()
    for piece in response.iter_bytes():
        body += piece
        if len(body) > max_report:
            raise ReportTooLarge(TOO_LARGE, location=location, limit=max_report)
    return bytes(body)


def _told(error: Exception, location: str, timeout: float, *, late: bool) -> FetchError:
    """The error in a sentence."""
    cause = " ".join(str(error).split()) or type(error).__name__
    if late or isinstance(error, httpx.TimeoutException):
        return FetchError(TIMEOUT, location=location, seconds=f"{timeout:g}")
    if isinstance(error, httpx.TooManyRedirects):
        return FetchError(REDIRECTS, location=location, count=MAX_REDIRECTS)
    if isinstance(error, httpx.UnsupportedProtocol):
        return FetchError(ELSEWHERE, location=location)
    if isinstance(error, httpx.InvalidURL | UnicodeError):
        return FetchError(NOT_ADDRESS, location=location)
    if isinstance(error, httpx.ConnectError):
        return _unconnected(error, location, cause)
    return FetchError(FAILED, location=location, reason=cause)


def _unconnected(error: httpx.ConnectError, location: str, reason: str) -> FetchError:
    causes = list(_causes(error))
    if any(isinstance(c, socket.gaierror) for c in causes):
        return FetchError(NO_NAME, location=location)
    if "CERTIFICATE_VERIFY_FAILED" in reason:
        return FetchError(CERTIFICATE, location=location)
    return FetchError(NO_CONNECTION, location=location, reason=reason)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
