"""`mawqif stories`: reports on the same event, so that a reader sees it once."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mawqif.cli import options
from mawqif.cli.base import new_command, option
from mawqif.cli.links import shown
from mawqif.cli.links.gather import opened
from mawqif.cli.output import print_json, print_rows
from mawqif.cli.screen import complain, flat, isolated, say, strong
from mawqif.cli.tables import print_table
from mawqif.i18n import N_, _

if TYPE_CHECKING:
    from mawqif.store.links.rows import StoryRow

HELP = N_(
    """List stories: reports on the same event within days, each story once.

With ID (of a story or of a report) its reports, each with the rule that put it there. A report of
which no other tells the event is in no list. Undated reports stand alone."""
)
COLUMNS = ("id", "first", "last", "title", "reports", "outlets", "ids")


@new_command(HELP, name="stories")
@click.argument("id", required=False)
@option("--text", metavar="WORDS", help=N_("Words of the headline or the text."))
@options.days
@options.outlet
@option("--reports", type=click.IntRange(min=2), default=2, metavar="N", help=N_("Told in so many reports or more."))
@options.limit
@options.lexicon
@options.formats
def command(id: str | None, folders: tuple[Path, ...], as_json: bool, as_csv: bool, **filters: Any) -> None:
    options.one_format(as_json, as_csv)
    with opened(options.lexicon_folders(folders)) as record:
        if id is None:
            rows = record.links.stories(**filters)
            print_rows(rows, as_json, as_csv, value=value, columns=COLUMNS, cells=cells, show=print_stories)
            return
        row = record.links.story(id)
        if as_json:
            print_json(value(row))
        else:
            print_rows([row], False, as_csv, value=value, columns=COLUMNS, cells=cells, show=_print_one)


def value(row: StoryRow) -> dict[str, object]:
    """A story as plain values."""
    return {
        "id": row.id,
        "title": row.title,
        "outlets": list(row.outlets),
        "reports": [{**shown.facts_value(r), "rule": rule} for r, rule in row.reports],
    }


def cells(row: StoryRow) -> dict[str, object]:
    """A story as one line of CSV."""
    first, last = _days(row)
    return {
        "id": row.id,
        "first": first,
        "last": last,
        "title": flat(row.title or ""),
        "reports": len(row.reports),
        "outlets": " | ".join(row.outlets),
        "ids": " ".join(r.id for r, _rule in row.reports),
    }


def _days(row: StoryRow) -> tuple[str, str]:
    days = sorted(r.date.isoformat() for r, _rule in row.reports if r.date) or [""]
    return days[0], days[-1]


def print_stories(rows: Iterable[StoryRow]) -> None:
    """A table of them."""
    lines = [
        (row.id[:8], " – ".join(dict.fromkeys(_days(row))), flat(row.title or _("no headline")),
         str(len(row.reports)), ", ".join(row.outlets))
        for row in rows
    ]  # fmt: skip
    if not lines:
        complain(_("No story was found."))
        return
    print_table((_("id"), _("days"), _("headline"), _("reports"), _("outlets")), lines)


def _print_one(rows: Iterable[StoryRow]) -> None:
    for row in rows:
        say(f"{row.id}  {strong(isolated(flat(row.title or _('no headline'))))}")
        for report, rule in row.reports:
            say(f"  {shown.report_line(report)}  ({shown.rule(rule)})")
