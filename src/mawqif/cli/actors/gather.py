"""From the record to its actors: what is not linked is linked first, with progress."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from mawqif.cli import options
from mawqif.cli.app import told
from mawqif.cli.progress import followed
from mawqif.cli.screen import complain
from mawqif.errors import NotInRecord, RecordReadOnly, UsageError
from mawqif.i18n import N_, _

if TYPE_CHECKING:
    from mawqif.lexicon import Lexicon
    from mawqif.store import Record

MOST = 8  # actors that a message names


def link(record: Record, folders: Sequence[Path], *, again: bool = False) -> int:
    """Link speakers that are not linked, or, with `again`, not by this program; returns in how many reports."""
    from mawqif.lexicon import load
    from mawqif.pipeline.actors import renew
    from mawqif.pipeline.program import program

    by = program(folders).fingerprint
    pending = record.actors.pending(by if again else None)
    if not pending:
        return 0
    shown = followed(renew(record.actors, load(folders), by, again=again), _("Linking speakers"), lambda: pending)
    with closing(shown):
        return sum(1 for _done in shown)


@contextmanager
def opened(folders: Sequence[Path], *, write: bool = False, rebuild: bool = False) -> Iterator[Record]:
    """The record, once the speakers of all its reports are linked; with `rebuild` all are linked anew.

    Where it cannot be written, what is missing is said, and what is there is shown.
    """
    from mawqif.store import Record

    path = options.record_path()
    with Record(path, readonly=True) as record:
        missing = rebuild or bool(record.actors.pending())
    if missing or write:
        try:
            with Record(path, create=False) as record:
                if rebuild:
                    record.actors.reset()
                link(record, folders)
                if write:
                    yield record
                    return
        except RecordReadOnly as e:
            if write or rebuild:
                raise
            complain("mawqif: " + told(e))
    with Record(path, readonly=True) as record:
        yield record


def one(record: Record, asked: str, lexicon: Lexicon) -> str:
    """The id of the one actor that is asked for by id, prefix of one or name; an error says which there are."""
    found = several(record, asked, lexicon)
    if len(found) > 1:
        rows = record.actors.all(ids=found, limit=MOST)
        which = ", ".join(f"{row.id[:8]} {row.name}" for row in rows)
        raise UsageError(N_("'{name}' is the name of several actors: {which}; give the id"), name=asked, which=which)
    return found[0]


def several(record: Record, asked: str, lexicon: Lexicon) -> list[str]:
    """The ids of the actors of this id or name, in the record or in the data; NotInRecord where there is none."""
    from mawqif.lexicon.bodies import body_of

    if found := record.actors.named(asked):
        return found
    if state := _state_id(asked, lexicon):
        return [state]
    if (body := body_of(asked, lexicon)) and body.id:
        return [body.id]
    raise NotInRecord(N_("The record knows no actor '{name}'"), name=asked)


def state(asked: str, lexicon: Lexicon) -> str:
    """The id of a state that is asked for by id or by any of its names, in Arabic or English."""
    found = _state_id(asked, lexicon)
    if found is None:
        raise UsageError(N_("'{name}' is no state that the word lists know; give its name or its id"), name=asked)
    return found


def _state_id(asked: str, lexicon: Lexicon) -> str | None:
    from mawqif.lexicon.states import state_by_id, state_of

    found = state_by_id(asked, lexicon) or state_by_id(asked.upper(), lexicon) or state_of(asked, lexicon)
    return found.id if found else None
