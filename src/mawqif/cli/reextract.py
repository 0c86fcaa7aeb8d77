"""`mawqif reextract`: the present program over the reports of the record."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from mawqif.cli import options
from mawqif.cli.actors import gather as linking
from mawqif.cli.app import told as told_error
from mawqif.cli.base import new_command, option
from mawqif.cli.differences import difference_value, print_difference
from mawqif.cli.output import print_json_object
from mawqif.cli.positions import gather
from mawqif.cli.progress import followed
from mawqif.cli.rulings import told
from mawqif.cli.screen import complain, filled, flat, isolated, say, screen
from mawqif.errors import MawqifError
from mawqif.i18n import N_, _
from mawqif.model import Judgement, Program, Reading, judgement_json
from mawqif.model.differences import Differences, differences

if TYPE_CHECKING:
    from mawqif.store import Record

HELP = N_(
    """Read the reports of the record again with this program.

The text of a report never changes; what was found in it is replaced. Statements that are new, lost
or changed are listed. Judgements follow to the statement that is now in their place; those without
one are listed at the end. Reports that this program read already, with the same word lists, are
left as they are. Each report is done or not done at all: after an interruption a second run goes
on. Give the word lists of your own that the reports were read with (--lexicon)."""
)


@dataclass(slots=True)
class Counts:
    """What came of the reports that were read again."""

    reports: int = 0
    different: int = 0
    skipped: int = 0
    refused: int = 0
    added: int = 0
    lost: int = 0
    changed: int = 0
    same: int = 0
    orphans: list[Judgement] = field(default_factory=list)

    def take(self, found: Differences, orphans: Sequence[Judgement]) -> None:
        """Count one report."""
        self.reports += 1
        self.different += bool(found)
        self.added += len(found.added)
        self.lost += len(found.lost)
        self.changed += len(found.changed)
        self.same += found.same
        self.orphans.extend(orphans)

    def value(self) -> dict[str, int]:
        """The numbers."""
        names = ("reports", "different", "skipped", "refused", "added", "lost", "changed", "same")
        return {name: getattr(self, name) for name in names} | {"orphans": len(self.orphans)}


@new_command(HELP, name="reextract")
@option("--dry-run", is_flag=True, help=N_("Only list what would change."))
@option("--report", "only", multiple=True, metavar="ID", help=N_("Only this report; may be repeated."))
@option("--all", "everything", is_flag=True, help=N_("Also what this program read already."))
@options.workers
@options.lexicon
@options.json_output
def command(
    dry_run: bool,
    only: tuple[str, ...],
    everything: bool,
    workers: int | None,
    folders: tuple[Path, ...],
    as_json: bool,
) -> int:
    from mawqif.lexicon import load
    from mawqif.pipeline.program import program
    from mawqif.store import Record

    given = options.lexicon_folders(folders)
    reader, counts = program(given), Counts()
    with Record(options.record_path(), readonly=dry_run, create=False) as record:
        ids = _chosen(record, only, None if everything else reader, counts)
        found = _read(record, ids, given, workers, None if dry_run else reader, counts)
        if as_json:
            _print_json(found, counts, reader, dry_run)
        else:
            _print(found, counts, dry_run)
        if not dry_run:
            linking.link(record, given, again=not only)
        if not dry_run and record.positions.issues():
            gather.find(record, load(given))
    return 1 if counts.refused else 0


def _chosen(record: Record, only: tuple[str, ...], reader: Program | None, counts: Counts) -> Sequence[str]:
    """The ids of the reports to read."""
    there = record.readings.reports()
    asked = dict.fromkeys(record.report(id).id for id in only) if only else dict.fromkeys(there)
    unread = set(record.readings.reports(unread_by=reader))
    chosen = [id for id in asked if id in unread]
    counts.skipped = len(asked) - len(chosen)
    return chosen


Found = tuple[Reading, Differences]


def _read(
    record: Record,
    ids: Sequence[str],
    folders: tuple[Path, ...],
    workers: int | None,
    reader: Program | None,
    counts: Counts,
) -> Generator[Found, None, None]:
    """Read the reports again and keep what is found, if there is a reader to keep it for; gives what differs."""
    from mawqif import engine

    pages = (record.readings.page(id) for id in ids)
    results = followed(engine.run(pages, folders, workers or engine.cores()), _("Reading again"), lambda: len(ids))
    with closing(results):
        for _page, result in results:
            if isinstance(result, MawqifError):
                counts.refused += 1
                complain("mawqif: " + told_error(result))
                continue
            found = differences(record.reading(result.report.id), result)
            orphans = record.judgements.orphaned_by(result.report.id, result.statements)
            if reader is not None:
                record.readings.replace(result, reader)
            counts.take(found, orphans)
            if found:
                yield result, found


def _print(found: Iterable[Found], counts: Counts, dry_run: bool) -> None:
    if screen().terminal:
        found = list(found)  # the bar has the screen until it is done
    for reading, differs in found:
        if not screen().quiet:
            print_difference(reading.report, differs)
    if screen().quiet:
        return
    if counts.orphans:
        say(_("Judgements that stand to no statement any more:"))
        for j in counts.orphans:
            say("  ".join((j.id[:8], told(j))))
            if j.anchor:
                say("  " + isolated(flat(j.anchor.content.text)))
        say()
    say(_summary(counts, dry_run))


def _summary(counts: Counts, dry_run: bool) -> str:
    line = _(
        "Read {reports} reports again, of which {different} differ; left {skipped}, refused {refused}; "
        "statements added {added}, lost {lost}, changed {changed}, same {same}; judgements orphaned {orphans}."
    )
    told_line = filled(line, **counts.value())
    return told_line + " " + _("Nothing was kept: this was a dry run.") if dry_run else told_line


def _print_json(found: Iterable[Found], counts: Counts, reader: Program, dry_run: bool) -> None:
    def parts() -> Iterator[tuple[str, object]]:
        yield "dry_run", dry_run
        yield "program", {"version": reader.version, "fingerprint": reader.fingerprint}
        yield "reports", (difference_value(reading.report, differs) for reading, differs in found)
        yield "orphans", [judgement_json(j) for j in counts.orphans]
        yield "counts", counts.value()

    print_json_object(parts())
