"""Byte streams read with bounds: compressed ones, the head of one, lines that may be too long."""

from __future__ import annotations

import codecs
import gzip
import io
import lzma
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from mawqif.sources.decoding import wide_codec

COMPRESSED = frozenset({".gz", ".xz"})
# What a damaged or hostile compressed stream raises; OSError has gzip's own error.
DAMAGE = (OSError, EOFError, zlib.error, lzma.LZMAError)
_PIECE = 1 << 16
_HEAD = 1024


def opened(path: Path) -> BinaryIO:
    """The file's bytes, decompressed as they are read; raises OSError."""
    raw = open(path, "rb")  # noqa: SIM115 - the caller closes it
    return unpacked(raw, path.suffix.lower())


def unpacked(raw: BinaryIO, suffix: str) -> BinaryIO:
    """The stream as it reads without its compression; closing it closes `raw`."""
    if suffix == ".gz":
        return io.BufferedReader(_Unpacked(gzip.GzipFile(fileobj=raw), raw), _PIECE)
    if suffix == ".xz":
        return io.BufferedReader(_Unpacked(lzma.LZMAFile(raw), raw), _PIECE)
    return raw


class _Ahead(io.RawIOBase):
    """A stream over another, which it never closes: first what was read ahead, then the rest."""

    def __init__(self, inner: object, ahead: bytes = b"") -> None:
        self._inner = inner
        self._ahead = ahead

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer)).cast("B")
        data = self._ahead[: len(view)] or _some(self._inner, len(view))
        self._ahead = self._ahead[len(data) :]
        view[: len(data)] = data
        return len(data)


class _Unpacked(_Ahead):
    """A decompressed stream; closing it closes the compressed one."""

    def __init__(self, inner: gzip.GzipFile | lzma.LZMAFile, under: BinaryIO) -> None:
        super().__init__(inner)
        self._both = (inner, under)

    def close(self) -> None:
        if not self.closed:
            for stream in self._both:
                stream.close()
        super().close()


def _some(stream: object, size: int) -> bytes:
    """What the stream has now, without waiting for more where it can tell."""
    read = getattr(stream, "read1", None) or stream.read  # type: ignore[attr-defined]
    return cast(bytes, read(size))


def head(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The first bytes, enough to tell what the stream is, and a stream that still begins with them."""
    begun = b""
    while len(begun) < _HEAD and b"\n" not in begun.lstrip():
        piece = _some(stream, _HEAD)
        if not piece:
            break
        begun += piece
    return begun, io.BufferedReader(_Ahead(stream, begun), _PIECE)


class _AsUtf8(io.RawIOBase):
    """A UTF-16 stream as UTF-8 bytes, so that it can be cut at line feeds; raises UnicodeDecodeError."""

    def __init__(self, stream: BinaryIO, codec: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(codec)("strict")
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer)).cast("B")
        while not self._ready:
            piece = _some(self._stream, _PIECE)
            self._ready = self._decoder.decode(piece, final=not piece).encode("utf-8")
            if not piece:
                break
        data, self._ready = self._ready[: len(view)], self._ready[len(view) :]
        view[: len(data)] = data
        return len(data)


def as_utf8(stream: BinaryIO) -> tuple[BinaryIO, str | None]:
    """The stream ready for cutting into lines, and its encoding where that is UTF-16 (else None)."""
    begun, whole = head(stream)
    marked = begun.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    codec = "utf-16" if marked else wide_codec(begun)
    if codec is None:
        return whole, None
    return io.BufferedReader(_AsUtf8(whole, codec), _PIECE), codec


def lines(stream: BinaryIO, longest: int) -> Iterator[bytes | None]:
    """The lines without their ends; None for one longer than `longest` bytes, which is never held whole."""
    while line := stream.readline(longest + 2):
        content = line.removesuffix(b"\n").removesuffix(b"\r")
        if len(content) <= longest and (line.endswith(b"\n") or len(line) < longest + 2):
            yield content
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_PIECE)
        yield None
