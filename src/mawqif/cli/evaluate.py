"""`mawqif evaluate`: how much is found of what people annotated, how much of it is right, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mawqif.cli import options
from mawqif.cli.app import told
from mawqif.cli.base import new_command, option
from mawqif.cli.output import print_json, writing
from mawqif.cli.progress import followed
from mawqif.cli.screen import complain, filled, standard_input
from mawqif.errors import MawqifError
from mawqif.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from mawqif.evaluate import Document, Evaluation, Line
    from mawqif.model import Page

HELP = N_(
    """Compare statements with those that people annotated.

GOLD.jsonl has annotated articles in the shape of extract's output, DOCS.jsonl their texts; - is
standard input. All figures are printed, overall, by outlet and by mode, with 95% intervals (articles
are drawn again and again), then the errors by class, and what the scores are worth. The exit code is
1 if a line cannot be read or a span does not hold its text."""
)
SAMPLES = 1000


@new_command(HELP, name="evaluate")
@click.argument("gold", metavar="GOLD.jsonl", type=click.Path(path_type=Path))
@click.argument("docs", metavar="DOCS.jsonl")
@option(
    "--predicted",
    metavar="OUT.jsonl",
    type=click.Path(path_type=Path),
    help=N_("What extract printed, or another program in its shape; else the documents are read now."),
)
@option(
    "--by",
    multiple=True,
    type=click.Choice(["outlet", "mode"]),
    default=("outlet", "mode"),
    help=N_("What to group by; else both. May be repeated."),
)
@option("--errors", type=click.IntRange(min=0), default=0, metavar="N", help=N_("Show this many errors."))
@option("--html", metavar="PAGE.html", help=N_("Write a page with both sides of every article, and the figures."))
@option(
    "--samples",
    type=click.IntRange(min=0),
    default=SAMPLES,
    metavar="N",
    help=N_("How often articles are drawn for the intervals; else 1000, 0 for none."),
)
@option("--seed", type=int, default=1, metavar="N", help=N_("Where the drawing of articles begins; else 1."))
@option("--issues", metavar="ISSUES.yaml", type=click.Path(path_type=Path), help=N_("Issues to find positions on."))
@options.min_score
@options.workers
@options.max_report
@options.lexicon
@options.json_output
def command(
    gold: Path,
    docs: str,
    predicted: Path | None,
    by: tuple[str, ...],
    errors: int,
    html: str | None,
    samples: int,
    seed: int,
    issues: Path | None,
    min_score: float | None,
    workers: int | None,
    max_report: int | None,
    folders: tuple[Path, ...],
    as_json: bool,
) -> int:
    from mawqif import evaluate as ev
    from mawqif.cli import evaluation

    annotated = ev.lines(gold)
    reader = _Reader(docs, max_report, folders, workers, issues)
    if predicted is None:
        documents, lines = reader.read(annotated)
    else:
        documents, lines = reader.documents(annotated), ev.lines(predicted)
    articles = ev.paired(annotated, documents, lines, min_score)
    _tell_missing(len(annotated.keys() - lines.keys()))
    found = ev.evaluate(articles, by=by, samples=samples, seed=seed)
    if html is not None:
        _write_page(found, html)
    if as_json:
        print_json(ev.value(found))
    else:
        evaluation.show(found, errors)
    return 1 if reader.refused else 0


def _write_page(found: Evaluation, path: str) -> None:
    from mawqif.evaluate.page import page

    with writing(path) as out:
        out.write(page(found).encode("utf-8", "replace"))


def _tell_missing(count: int) -> None:
    if count:
        many = ngettext(
            "{n} annotated article has no prediction; all of it counts as missed",
            "{n} annotated articles have no prediction; all of them count as missed",
            count,
        )
        complain("mawqif: " + filled(many, n=count))


@dataclass
class _Reader:
    """The documents, read alone or through the pipeline; what cannot be read is told and counted."""

    docs: str
    max_report: int | None
    folders: tuple[Path, ...]
    workers: int | None
    issues: Path | None
    refused: int = 0

    def documents(self, wanted: dict[str, Line]) -> dict[str, Document]:
        """The texts of the annotated articles."""
        return {p.id: _document(p) for p in self._pages(wanted) if p.id is not None}

    def read(self, wanted: dict[str, Line]) -> tuple[dict[str, Document], dict[str, Line]]:
        """The texts of the annotated articles, and what the pipeline finds in them."""
        from mawqif import engine, sources
        from mawqif.evaluate import Line
        from mawqif.model import Reading, reading_json

        documents, found = {}, {}
        folders = options.lexicon_folders(self.folders)
        asked = options.asked(self.issues, self.folders)
        results = engine.run(self._pages(wanted), folders, self.workers or engine.cores(), asked)
        with closing(followed(results, _("Reading"), lambda: sources.count([self.docs]))) as shown:
            for page, result in shown:
                if page is not None and page.id is not None:
                    documents[page.id] = _document(page)
                    if isinstance(result, Reading):
                        found[page.id] = Line(page.location, reading_json(result))
                if isinstance(result, MawqifError):
                    self._refuse(result)
        return documents, found

    def _pages(self, wanted: dict[str, Line]) -> Iterator[Page]:
        from mawqif import sources
        from mawqif.model import Page

        limit = self.max_report or sources.DEFAULT_MAX_REPORT
        for item in sources.documents(self.docs, max_report=limit, stdin=standard_input()):
            if not isinstance(item, Page):
                self._refuse(item)
            elif item.id in wanted:
                yield item

    def _refuse(self, error: MawqifError) -> None:
        self.refused += 1
        complain("mawqif: " + told(error))


def _document(page: Page) -> Document:
    from mawqif.evaluate import Document

    assert page.id is not None
    return Document(page.id, page.text, page.outlet, page.title, page.date.isoformat() if page.date else None)
