"""From the record to timelines: what is missing is found first, with progress."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, closing
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from mawqif.cli.app import told
from mawqif.cli.progress import followed
from mawqif.cli.renewed import renewed
from mawqif.cli.screen import complain
from mawqif.errors import MawqifError, UsageError
from mawqif.i18n import N_, _

if TYPE_CHECKING:
    from mawqif.lexicon import Lexicon
    from mawqif.model import Issue, Saying
    from mawqif.store import Record

T = TypeVar("T")


def opened(lexicon: Lexicon) -> AbstractContextManager[Record]:
    """The record for reading, once positions on its issues are found in all its reports."""
    from mawqif.pipeline.positions import pending

    return renewed(lambda record: pending(record.positions, lexicon), lambda record: find(record, lexicon))


def find(record: Record, lexicon: Lexicon) -> int:
    """Find positions wherever the record was not searched for an issue yet; returns how many reports were."""
    from mawqif.pipeline.positions import pending, refresh

    work = pending(record.positions, lexicon)
    shown = followed(refresh(record.positions, lexicon, work), _("Finding positions"), lambda: len(work))
    with closing(shown):
        return sum(isinstance(done, str) for done in map(_heard, shown))


def sayings(record: Record, issue: str | None = None) -> list[Saying]:
    """What was found on an issue of the record, or on all of them."""
    from mawqif.pipeline import positions

    return list(positions.sayings(record.positions.found(issue)))


def sayings_at_once(record: Record, lexicon: Lexicon, issue: Issue) -> list[Saying]:
    """What is found on an issue that the record does not keep, in the reports that the index proposes."""
    from mawqif.pipeline import positions

    total, found = positions.found_in(record.positions, issue, lexicon)
    shown = followed(found, _("Finding positions"), lambda: total)
    with closing(shown):
        return list(positions.sayings(f for some in map(_heard, shown) if isinstance(some, list) for f in some))


def _heard(result: T) -> T:
    """What comes of a report; an error is told."""
    if isinstance(result, MawqifError):
        complain("mawqif: " + told(result))
    return result


def issue_of(given: Path, id: str | None) -> Issue:
    """The issue of this id in a file, or the only one in it."""
    issues = issues_in(given)
    if id is None and len(issues) == 1:
        return issues[0]
    found = [issue for issue in issues if issue.id == id]
    if not found:
        known = ", ".join(issue.id for issue in issues)
        raise UsageError(N_("{path} has no issue '{id}'; it has {known}"), path=given, id=id or "", known=known)
    return found[0]


def issues_in(path: Path) -> Sequence[Issue]:
    """The issues of a file."""
    from mawqif.lexicon.issues import read

    return read(path)
