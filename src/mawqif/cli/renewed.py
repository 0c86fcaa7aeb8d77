"""The record for reading, once what is derived from its reports is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from mawqif.cli import options
from mawqif.cli.app import told
from mawqif.cli.screen import complain
from mawqif.errors import RecordReadOnly

if TYPE_CHECKING:
    from mawqif.store import Record


@contextmanager
def renewed(missing: Callable[[Record], object], renew: Callable[[Record], object]) -> Iterator[Record]:
    """The record for reading; where `missing` says so, `renew` is done first.

    Where the record cannot be written, that is said, and what is there is shown.
    """
    from mawqif.store import Record

    path = options.record_path()
    with Record(path, readonly=True) as record:
        needed = bool(missing(record))
    if needed:
        try:
            with Record(path, create=False) as record:
                renew(record)
        except RecordReadOnly as e:
            complain("mawqif: " + told(e))
    with Record(path, readonly=True) as record:
        yield record
