"""From the record to its links: what was not compared is compared first, with progress."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, closing
from pathlib import Path
from typing import TYPE_CHECKING

from mawqif.cli.actors import gather as speakers
from mawqif.cli.progress import followed
from mawqif.cli.renewed import renewed
from mawqif.cli.screen import complain
from mawqif.i18n import _

if TYPE_CHECKING:
    from mawqif.pipeline.links import Near
    from mawqif.store import Record


def link(record: Record, folders: Sequence[Path], *, again: bool = False) -> int:
    """Compare reports that were not compared, or, with `again`, not by this program; returns how many."""
    from mawqif.lexicon import load
    from mawqif.pipeline.links import renew
    from mawqif.pipeline.program import program

    speakers.link(record, folders)
    by = program(folders).fingerprint
    pending = record.links.pending(by if again else None)
    if not pending:
        return 0
    done = renew(record.links, load(folders), by, again=again, near=_near(record))
    shown = followed(done, _("Linking reports"), lambda: pending)
    with closing(shown):
        return sum(1 for _done in shown)


def _near(record: Record) -> Near | None:
    """How near two contents are in meaning, where the record is linked with it; without the extra words decide."""
    if not record.links.meaning:
        return None
    from mawqif.pipeline.meaning import installed, load_meaning

    if not installed():
        complain("mawqif: " + _("The extra meaning is not installed; reports are compared by their words alone."))
        return None
    return load_meaning().near


def opened(folders: Sequence[Path]) -> AbstractContextManager[Record]:
    """The record for reading, once its reports are linked."""
    return renewed(
        lambda record: record.links.pending() or record.actors.pending(), lambda record: link(record, folders)
    )
