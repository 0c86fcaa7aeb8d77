"""Where machine-readable results go: whole or not at all."""

from __future__ import annotations

import csv
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeVar

from mawqif.errors import UsageError
from mawqif.i18n import N_

Row = TypeVar("Row")


def json_bytes(value: object) -> bytes:
    """One line of JSON in UTF-8; half characters, which UTF-8 cannot hold, are escaped."""
    import orjson

    try:
        return orjson.dumps(value)
    except orjson.JSONEncodeError:
        return json.dumps(value).encode("ascii")


@contextmanager
def writing(path: str | None) -> Iterator[BinaryIO]:
    """Standard output, or a file that takes its name only when it is complete."""
    if path in (None, "-"):
        yield sys.stdout.buffer
        return
    target = Path(os.path.realpath(path or ""))
    if target.is_dir() or not target.parent.is_dir():
        raise UsageError(N_("{path}: no file can be written there"), path=path)
    if target.exists() and not target.is_file():  # a pipe or a device
        with target.open("wb") as out:
            yield out
        return
    with _beside(target) as out:
        yield out


@contextmanager
def _beside(target: Path) -> Iterator[BinaryIO]:
    """A file beside the target, which it replaces at the end, or which is gone after any failure."""
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as out:
            yield out
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def print_json(value: object) -> None:
    """One value as indented JSON on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def print_json_list(values: Iterable[object]) -> None:
    """A JSON array on standard output, one element a line, as they come."""
    sys.stdout.write("[")
    for i, value in enumerate(values):
        sys.stdout.write((",\n" if i else "\n") + json.dumps(value, ensure_ascii=False))
    sys.stdout.write("\n]\n")


def print_json_object(parts: Iterable[tuple[str, object]]) -> None:
    """A JSON object on standard output, its keys as they come; an iterator is a list, printed as it comes, too."""
    for i, (name, value) in enumerate(parts):
        sys.stdout.write((",\n" if i else "{\n") + json.dumps(name) + ": ")
        if isinstance(value, Iterator):
            print_json_list(value)
        else:
            sys.stdout.write(json.dumps(value, ensure_ascii=False))
    sys.stdout.write("\n}\n")


def print_rows(
    rows: Iterable[Row],
    as_json: bool,
    as_csv: bool,
    *,
    value: Callable[[Row], object],
    columns: tuple[str, ...],
    cells: Callable[[Row], Mapping[str, object]],
    show: Callable[[Iterable[Row]], None],
) -> None:
    """A list in the format that was asked for: JSON, CSV, or as `show` shows it to a reader."""
    if as_json:
        print_json_list(map(value, rows))
    elif as_csv:
        print_csv(columns, map(cells, rows))
    else:
        show(rows)


def print_csv(columns: tuple[str, ...], rows: Iterable[Mapping[str, object]]) -> None:
    """CSV on standard output, with a line of column names."""
    writer = csv.DictWriter(sys.stdout, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
