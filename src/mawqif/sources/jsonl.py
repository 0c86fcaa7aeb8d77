"""JSON Lines: one report a line, in the keys of Mawqif, Media Cloud or NGEC; one bad line costs itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import BinaryIO, TypeAlias

import orjson

from mawqif import dates
from mawqif.errors import InputError, ReportTooLarge
from mawqif.i18n import N_
from mawqif.model import Date, Page
from mawqif.sources import streams
from mawqif.sources.decoding import EMPTY, decode

Item: TypeAlias = Page | InputError
Record: TypeAlias = Mapping[str, object]

TEXT_KEYS = ("text", "event_text")
DATE_KEYS = ("date", "publish_date", "pub_date")
OUTLET_KEYS = ("outlet", "media_name", "publisher")

NOT_JSON = N_("{location}: this line is not JSON ({reason}); write one object a line")
NOT_OBJECT = N_("{location}: this line is not a JSON object; write one object a line")
NO_TEXT = N_("{location}: the report has no text; give it under the key text")
BAD_TEXT = N_("{location}: the text is not a string; give the report's plain text under the key text")
BAD_ID = N_("{location}: the id is neither text nor a whole number; write it as text")
SURROGATE = N_("{location}: a string holds half a character (a lone surrogate); correct its \\u escape")
TOO_LONG = N_("{location}: the line is longer than {limit} bytes; split it, or allow more with --max-report")
NO_REPORT = N_("{location}: there is no report in it; give one JSON object a line")
BROKEN = N_("{location}: reading stopped here ({reason}); what comes after it was not read")

_ISO = re.compile(r"\s*(\d{4}-\d\d-\d\d)(?!\d)")
_EXACT = 2**53  # from here on a float does not tell whole numbers apart


def answered(body: bytes, location: str, *, max_report: int) -> Iterator[Item]:
    """The reports of a body that is JSON: one object over many lines, or JSON Lines."""
    try:
        orjson.loads(body)
    except orjson.JSONDecodeError:
        return records(BytesIO(body), location, max_report=max_report)
    return iter([record(body, location)])


def records(stream: BinaryIO, location: str, *, max_report: int) -> Iterator[Item]:
    """The reports of a stream of JSON Lines, in order; memory stays under a few times `max_report` bytes."""
    number = seen = 0
    try:
        stream, encoding = streams.as_utf8(stream)
        for number, line in enumerate(streams.lines(stream, max_report), 1):
            place = f"{location}:{number}"
            if line is None:
                yield ReportTooLarge(TOO_LONG, location=place, limit=max_report)
            elif line := (line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line):
                if line.isspace():
                    continue
                yield record(line, place, encoding)
            else:
                continue
            seen += 1
    except (UnicodeDecodeError, *streams.DAMAGE) as e:
        yield InputError(BROKEN, location=f"{location}:{number + 1}", reason=_short(e))
    else:
        if not seen:
            yield InputError(NO_REPORT if number else EMPTY, location=location)


def record(line: bytes, location: str, encoding: str | None = None) -> Item:
    """The report in one line, or what is wrong with it."""
    try:
        found, used = _parsed(line, location)
        return _page(found, line, location, encoding or used)
    except InputError as e:
        return e


def _parsed(line: bytes, location: str) -> tuple[object, str]:
    """What the JSON says, and the encoding that it was in."""
    try:
        return orjson.loads(line), "utf-8"
    except orjson.JSONDecodeError as e:
        reason = _not_json(e, location)
    if _is_utf8(line):
        raise reason
    decoded = decode(line, location)
    try:
        return orjson.loads(decoded.text), decoded.encoding
    except orjson.JSONDecodeError as e:
        raise _not_json(e, location) from None


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _not_json(error: Exception, location: str) -> InputError:
    if "surrogate" in str(error):
        return InputError(SURROGATE, location=location)
    return InputError(NOT_JSON, location=location, reason=_short(error))


def _short(error: Exception) -> str:
    """The first words of a library's error, on one line."""
    return " ".join(str(error).split())[:120] or type(error).__name__


def _page(found: object, line: bytes, location: str, encoding: str) -> Page:
    if not isinstance(found, dict):
        raise InputError(NOT_OBJECT, location=location)
    return Page(
        text=_text(found, location),
        location=location,
        id=_id(found.get("id"), location),
        title=_string(found, ("title",)),
        outlet=_string(found, OUTLET_KEYS),
        url=_string(found, ("url",)),
        date=day(_string(found, DATE_KEYS)),
        raw=line,
        encoding=encoding,
    )


def _text(found: Record, location: str) -> str:
    text = next((found[k] for k in TEXT_KEYS if found.get(k) not in (None, "")), None)
    if text is None or (isinstance(text, str) and not text.strip()):
        raise InputError(NO_TEXT, location=location)
    if not isinstance(text, str):
        raise InputError(BAD_TEXT, location=location)
    return text


def _id(value: object, location: str) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if type(value) is int or (isinstance(value, float) and abs(value) < _EXACT):
        return str(value)
    raise InputError(BAD_ID, location=location)


def _string(found: Record, keys: tuple[str, ...]) -> str | None:
    """The first of these keys that has a string with something in it."""
    values = (found.get(k) for k in keys)
    return next((v for v in values if isinstance(v, str) and v.strip()), None)


def day(value: str | None) -> Date | None:
    """The day that a record states: ISO 8601, else as `mawqif.dates` reads it; None where nobody can tell."""
    if value is None:
        return None
    iso = _ISO.match(value)
    try:
        return Date.fromisoformat(iso.group(1)) if iso else dates.parse(value)
    except (ValueError, OverflowError):
        return None
