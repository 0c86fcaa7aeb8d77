"""`mawqif add`: pages of any kind into the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from mawqif.cli import options
from mawqif.cli.app import told
from mawqif.cli.base import new_command, option
from mawqif.cli.links import gather as links
from mawqif.cli.output import print_json
from mawqif.cli.positions import gather
from mawqif.cli.positions.deliver import deliver
from mawqif.cli.progress import followed
from mawqif.cli.screen import complain, filled, say, screen, standard_input
from mawqif.errors import InputError, MawqifError
from mawqif.i18n import N_, _

if TYPE_CHECKING:
    from mawqif.model import Page, Program, Reading
    from mawqif.sources import Given
    from mawqif.store import Record

HELP = N_(
    """Add pages to the record.

PATH is a file (text, HTML, JSON Lines), a folder, an address, or - for standard input. What the
record holds already is left as it is, so a second run adds nothing. An input that cannot be read
is named on standard error, the others are added, and the exit code is 1."""
)


@dataclass(slots=True)
class Summary:
    """What came of the inputs; `statements` are those of the reports that were added or updated."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: int = 0
    statements: int = 0

    def take(self, outcome: str, statements: int) -> None:
        """Count one report."""
        setattr(self, outcome, getattr(self, outcome) + 1)
        if outcome in ("added", "updated"):
            self.statements += statements


@new_command(HELP, name="add")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@option("--outlet", metavar="NAME", help=N_("The outlet of all these pages, whatever they say themselves."))
@option("--date", type=options.first_day, metavar="DATE", help=N_("The date of all these pages."))
@option("--timeout", type=click.FloatRange(min=0.1), metavar="SECONDS", help=N_("How long an address may take."))
@options.workers
@options.max_report
@options.lexicon
@options.json_output
def command(
    paths: tuple[str, ...],
    outlet: str | None,
    date: dt.date | None,
    timeout: float | None,
    workers: int | None,
    max_report: int | None,
    folders: tuple[Path, ...],
    as_json: bool,
) -> int:
    from mawqif import sources

    given: dict[str, Any] = {"max_report": max_report, "timeout": timeout}
    limits = {name: value for name, value in given.items() if value is not None}
    summary = add(paths, sources.Given(outlet=outlet, date=date), options.lexicon_folders(folders), workers, **limits)
    if as_json:
        print_json({"record": str(options.record_path()), **asdict(summary)})
    elif not screen().quiet:
        say(told_summary(summary))
    return 1 if summary.refused else 0


def add(paths: tuple[str, ...], given: Given, folders: tuple[Path, ...], workers: int | None, **limits: Any) -> Summary:
    """Read the pages of these places and add them to the record; refusals are told as they come."""
    from mawqif import engine, sources
    from mawqif.lexicon import load
    from mawqif.pipeline.program import program
    from mawqif.store import Record

    lexicon = load(folders)  # a wrong lexicon is told before a record is made
    reader = program(folders)
    with Record(options.record_path()) as record:
        pages = sources.pages(paths, given=given, stdin=standard_input(), **limits)
        results = engine.run(pages, folders, workers or engine.cores())
        shown = followed(results, _("Adding"), lambda: sources.count(paths))
        try:
            summary = _kept(record, shown, reader)
        finally:
            shown.close()
        links.link(record, folders)
        if record.positions.issues():
            gather.find(record, lexicon)
            deliver(record, lexicon)
        return summary


def _kept(record: Record, results: Iterable[tuple[Page | None, Reading | MawqifError]], reader: Program) -> Summary:
    summary = Summary()
    for page, result in results:
        try:
            if isinstance(result, MawqifError):
                raise result
            summary.take(record.add(cast("Page", page), result, reader), len(result.statements))
        except InputError as e:
            summary.take("refused", 0)
            complain("mawqif: " + told(e))
    return summary


def told_summary(summary: Summary) -> str:
    """The summary in one line."""
    line = _(
        "Added {added}, updated {updated}, unchanged {unchanged}, refused {refused}; statements added {statements}."
    )
    return filled(line, **asdict(summary))
