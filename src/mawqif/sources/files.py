"""Files, folders and standard input: what is in them by their names, or by how they begin."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from mawqif.errors import InputError, ReportTooLarge
from mawqif.i18n import N_
from mawqif.model import Page
from mawqif.sources import jsonl, streams
from mawqif.sources.decoding import decode
from mawqif.sources.jsonl import Item

TEXT, HTML, JSONL = "text/plain", "text/html", "application/x-ndjson"
SUFFIXES = {".txt": TEXT, ".html": HTML, ".htm": HTML, ".xhtml": HTML, ".jsonl": JSONL, ".ndjson": JSONL}
STDIN = "stdin"

MISSING = N_("{location}: there is no such file or folder; check the path")
FORBIDDEN = N_("{location}: you may not read it; ask its owner, or change its permissions")
LOOP = N_("{location}: the link leads round in a circle; remove the link")
UNREADABLE = N_("{location}: it cannot be read ({reason})")
NO_REPORTS = N_("{location}: the folder has no report in it; reports are .txt, .html and .jsonl files")
TOO_LARGE = N_("{location}: it is longer than {limit} bytes; split it, or allow more with --max-report")
NOT_A_FILE = N_("{location}: it is neither a file nor a folder; give one of these")

_JSON_START = re.compile(rb'\s*\{\s*["}]')
_HTML_START = re.compile(rb"\s*<(?:!doctype\b|!--|\?xml\b|[a-z][a-z0-9]*[\s>/])", re.I)
_MARKS = re.compile(rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)|\0")


def shown(path: str | Path) -> str:
    """The path for messages and for the record: bytes that are no text in it are written out."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def kind(path: Path) -> str | None:
    """The media type that the name promises (under .gz and .xz, the name within); None: it tells nothing."""
    inner = path.with_suffix("") if path.suffix.lower() in streams.COMPRESSED else path
    return SUFFIXES.get(inner.suffix.lower())


def sniffed(begun: bytes) -> str:
    """The media type by the first bytes: a JSON object, else a tag, else text."""
    begun = _MARKS.sub(b"", begun)
    if _JSON_START.match(begun):
        return JSONL
    return HTML if _HTML_START.match(begun) else TEXT


def trouble(error: OSError | ValueError, location: str) -> InputError:
    """The error in a sentence."""
    number = error.errno if isinstance(error, OSError) else errno.ENOENT
    if number in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG):
        return InputError(MISSING, location=location)
    if number in (errno.EACCES, errno.EPERM):
        return InputError(FORBIDDEN, location=location)
    if number == errno.ELOOP:
        return InputError(LOOP, location=location)
    return InputError(UNREADABLE, location=location, reason=getattr(error, "strerror", None) or str(error))


def of_path(place: str, *, max_report: int, otherwise: str | None = None) -> Iterator[Item]:
    """The pages of a file, or of the files of a folder and of the folders in it, in the order of their names.

    `otherwise` is the media type of a file whose name tells none; without it the first bytes tell.
    """
    path = Path(place)
    try:
        mode = os.stat(place).st_mode  # not the path's: of an empty name that makes this folder
    except (OSError, ValueError) as e:
        yield trouble(e, _safe(place))
        return
    if stat.S_ISDIR(mode):
        yield from _of_folder(path, max_report)
    elif stat.S_ISSOCK(mode) or stat.S_ISBLK(mode):
        yield InputError(NOT_A_FILE, location=shown(path))
    else:
        yield from of_file(path, kind(path) or otherwise, max_report=max_report)


def _safe(place: str) -> str:
    """As `shown`, for what may be no path at all."""
    try:
        return shown(place)
    except ValueError:
        return place.encode("utf-8", "backslashreplace").decode()


def of_file(path: Path, media_type: str | None, *, max_report: int) -> Iterator[Item]:
    """The pages of one file; without a media type its first bytes tell."""
    location = shown(path)
    try:
        size = path.stat().st_size
        if media_type in (TEXT, HTML) and size > max_report:
            yield ReportTooLarge(TOO_LARGE, location=location, limit=max_report)
            return
        with streams.opened(path) as stream:
            yield from of_stream(stream, location, media_type, max_report=max_report)
    except streams.DAMAGE as e:
        yield trouble(e, location) if isinstance(e, OSError) and e.errno else _broken(e, location)


def _broken(error: Exception, location: str) -> InputError:
    return InputError(UNREADABLE, location=location, reason=str(error) or type(error).__name__)


def of_stream(stream: BinaryIO, location: str, media_type: str | None, *, max_report: int) -> Iterator[Item]:
    """The pages of an open stream, which the caller closes; raises what reading it raises, but for JSON Lines."""
    if media_type is None:
        begun, stream = streams.head(stream)
        media_type = sniffed(begun)
    if media_type == JSONL:
        yield from jsonl.records(stream, location, max_report=max_report)
        return
    data = stream.read(max_report + 1)
    yield one(data, location, media_type, max_report=max_report)


def one(data: bytes, location: str, media_type: str, *, max_report: int, charset: str | None = None) -> Item:
    """The page that these bytes are."""
    if len(data) > max_report:
        return ReportTooLarge(TOO_LARGE, location=location, limit=max_report)
    try:
        decoded = decode(data, location, html=media_type == HTML, charset=charset)
    except InputError as e:
        return e
    return Page(text=decoded.text, location=location, media_type=media_type, raw=data, encoding=decoded.encoding)


def of_stdin(stream: BinaryIO, media_type: str | None, *, max_report: int) -> Iterator[Item]:
    """The pages of standard input, which stays open."""
    try:
        yield from of_stream(stream, STDIN, media_type, max_report=max_report)
    except OSError as e:
        yield trouble(e, STDIN)
    except ValueError as e:
        yield _broken(e, STDIN)


def _of_folder(folder: Path, max_report: int) -> Iterator[Item]:
    empty = True
    for found in walk(folder):
        empty = False
        if isinstance(found, InputError):
            yield found
        else:
            yield from of_file(found, kind(found), max_report=max_report)
    if empty:
        yield InputError(NO_REPORTS, location=shown(folder))


def walk(folder: Path) -> Iterator[Path | InputError]:
    """The files of known suffix under a folder, each folder's in the order of names; hidden ones are left out.

    Links are followed; a link to a folder above itself is an error, a folder met before is left out.
    """
    waiting: list[tuple[Path, frozenset[tuple[int, int]]]] = [(folder, frozenset())]
    met: set[tuple[int, int]] = set()
    while waiting:
        path, above = waiting.pop()
        try:
            status = path.stat()
            if not stat.S_ISDIR(status.st_mode):
                if stat.S_ISREG(status.st_mode) and kind(path):
                    yield path
                continue
            here = (status.st_dev, status.st_ino)
            if here in above:
                yield InputError(LOOP, location=shown(path))
            if here in met:
                continue
            met.add(here)
            inside = sorted((p for p in path.iterdir() if not p.name.startswith(".")), reverse=True)
            below = above | {here}
            waiting.extend((p, below) for p in inside)
        except OSError as e:
            yield trouble(e, shown(path))
