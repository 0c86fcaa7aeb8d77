"""Bytes to text, changing nothing but the encoding: line ends, marks and controls stay; one BOM goes.

UTF-8 is tried first and strictly, since no other encoding passes for it by chance. Text that is
UTF-8 but for a few bytes is damaged, and is refused rather than read as something else.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from mawqif.errors import InputError
from mawqif.i18n import N_

EMPTY = N_("{location}: there is nothing in it; leave it out, or check how it was saved")
BINARY = N_("{location}: this is not text but binary data; give a .txt, .html or .jsonl file")
NO_LETTERS = N_("{location}: there is no letter in it; check that it is the text of a report")
DAMAGED = N_("{location}: byte {offset} is not valid {encoding}; save the file again as UTF-8")
UNKNOWN = N_("{location}: the encoding is not UTF-8, UTF-16 or Windows-1256; save it again as UTF-8")

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAMES = {"cp1256": "windows-1256", "cp1252": "windows-1252", "iso8859-6": "iso-8859-6"}
# What a page may declare and be believed where it decodes. Western sets decode any bytes, and are
# declared on Arabic pages by mistake: there the library has the last word.
_BELIEVED = frozenset({"cp1256", "iso8859-6", "mac-arabic", "cp720", "cp864"})
_WESTERN = frozenset({"cp1252", "iso8859-1", "iso8859-15", "ascii"})
_META = re.compile(rb"""<(?:meta\s[^>]*?charset\s*=\s*["']?|\?xml\s[^>]*?encoding\s*=\s*["'])\s*([\w:.-]+)""", re.I)
_META_WITHIN = 4096  # bytes
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x9f]")
_LETTER = re.compile(r"[^\W\d_]")
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_SAMPLE = 1 << 16  # bytes that the guess looks at


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding that it was in."""

    text: str
    encoding: str


def decode(data: bytes, location: str, *, html: bool = False, charset: str | None = None) -> Decoded:
    """The text of `data`; `charset` is what a server said, and in HTML a meta element is heard too.

    Raises InputError for what is empty, binary, damaged, without letters, or in no known encoding.
    """
    if not data.strip():
        raise InputError(EMPTY, location=location)
    decoded = _marked(data, location) or _wide(data, location) or _bytewise(data, location, html, charset)
    return _checked(decoded, location)


def _marked(data: bytes, location: str) -> Decoded | None:
    """The text after a byte order mark, which decides."""
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return _strictly(data, codec, location, len(bom))
    return None


def _strictly(data: bytes, codec: str, location: str, start: int = 0) -> Decoded:
    try:
        return Decoded(data[start:].decode(codec), codec)
    except UnicodeDecodeError as e:
        raise InputError(DAMAGED, location=location, offset=e.start + start, encoding=codec.upper()) from None


def wide_codec(data: bytes) -> str | None:
    """UTF-16 without a mark shows in every second byte: in Arabic and Latin text it is 6 or 0."""
    sample = data[:_SAMPLE]
    low, high = (sum(part.count(b) for b in b"\0\x06") / max(len(part), 1) for part in (sample[0::2], sample[1::2]))
    if len(sample) < 4 or max(low, high) < 0.6 or min(low, high) > 0.3:
        return None
    return "utf-16-le" if high > low else "utf-16-be"


def _wide(data: bytes, location: str) -> Decoded | None:
    codec = wide_codec(data)
    return _strictly(data, codec, location) if codec else None


def _bytewise(data: bytes, location: str, html: bool, charset: str | None) -> Decoded:
    if b"\0" in data:
        raise InputError(BINARY, location=location)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as e:
        if _mostly_utf8(data):
            raise InputError(DAMAGED, location=location, offset=e.start, encoding="UTF-8") from None
    return _legacy(data, location, _declared(data, html, charset))


def _mostly_utf8(data: bytes) -> bool:
    """Whether more characters than not, of those beyond ASCII, are whole: in a legacy encoding hardly any are."""
    text = data.decode("utf-8", "replace")
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    return beyond > 2 * text.count("\ufffd")


def _declared(data: bytes, html: bool, charset: str | None) -> str | None:
    """Python's name for the encoding that the server or the page states, if it states one that exists."""
    meta = _META.search(data, 0, _META_WITHIN) if html else None
    name = charset or (meta.group(1).decode("ascii", "replace") if meta else None)
    try:
        return codecs.lookup(name).name if name else None
    except (LookupError, ValueError):
        return None


def _legacy(data: bytes, location: str, declared: str | None) -> Decoded:
    if declared in _BELIEVED:
        try:
            return _named(data, declared)
        except UnicodeDecodeError:
            pass  # the declaration is wrong: guess
    codec = _guess(data, western=declared in _WESTERN)
    if codec is None:
        raise InputError(UNKNOWN, location=location)
    return _named(data, codec)


def _named(data: bytes, codec: str) -> Decoded:
    return Decoded(data.decode(codec), _NAMES.get(codec, codec))


def _guess(data: bytes, *, western: bool) -> str | None:
    """The likeliest of the few encodings in which Arabic pages come, as charset-normalizer sees it."""
    from charset_normalizer import from_bytes

    names = ["cp1256", "iso8859_6", *(["cp1252"] if western else [])]
    telling = _BEYOND_ASCII.search(data)
    start = telling.start() if telling else 0
    best = from_bytes(
        data[start : start + _SAMPLE], cp_isolation=names, preemptive_behaviour=False, enable_fallback=False
    ).best()
    if best is None:
        return None
    codec = codecs.lookup(best.encoding).name
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return "cp1256"  # every byte has a letter there
    return codec


def _checked(decoded: Decoded, location: str) -> Decoded:
    text = decoded.text
    if "\0" in text or len(_CONTROLS.findall(text)) * 20 > len(text):
        raise InputError(BINARY, location=location)
    if not text.strip():
        raise InputError(EMPTY, location=location)
    if not _LETTER.search(text):
        raise InputError(NO_LETTERS, location=location)
    return decoded
