"""`mawqif extract`: statements of many reports as JSON Lines, without a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

import click

from mawqif.cli import options
from mawqif.cli.app import told
from mawqif.cli.base import new_command, option
from mawqif.cli.output import json_bytes, writing
from mawqif.cli.progress import followed
from mawqif.cli.screen import complain, standard_input
from mawqif.errors import MawqifError
from mawqif.i18n import N_, _

HELP = N_(
    """Print the statements of reports as JSON Lines.

DOCS.jsonl has one report a line: id, text, and if known title, outlet, url, date; - is standard
input. A line that is no report is named on standard error, the others are read, and the exit code
is 1. Nothing is kept."""
)


@new_command(HELP, name="extract")
@click.argument("docs", metavar="DOCS.jsonl")
@option("-o", "--output", metavar="OUT.jsonl", help=N_("The file to write; else standard output."))
@option("--issues", metavar="ISSUES.yaml", type=click.Path(path_type=Path), help=N_("Issues to find positions on."))
@options.min_score
@options.workers
@options.max_report
@options.lexicon
def command(
    docs: str,
    output: str | None,
    issues: Path | None,
    min_score: float | None,
    workers: int | None,
    max_report: int | None,
    folders: tuple[Path, ...],
) -> int:
    from mawqif import engine, sources

    pages = sources.documents(docs, max_report=max_report or sources.DEFAULT_MAX_REPORT, stdin=standard_input())
    asked = options.asked(issues, folders)
    results = engine.run(pages, options.lexicon_folders(folders), workers or engine.cores(), asked)
    shown = followed(results, _("Reading"), lambda: sources.count([docs]))
    with closing(shown), writing(output) as out:
        return 1 if sum(_written(shown, out, min_score)) else 0


def _written(results: Iterable[tuple[object, object]], out: BinaryIO, least: float | None) -> Iterator[bool]:
    """Write every reading; True for each input that was refused."""
    from mawqif.model import Reading, reading_json

    for _page, result in results:
        if isinstance(result, Reading):
            out.write(json_bytes(reading_json(result.above(least))) + b"\n")
        elif isinstance(result, MawqifError):
            complain("mawqif: " + told(result))
        yield isinstance(result, MawqifError)
