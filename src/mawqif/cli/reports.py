"""`mawqif reports`: what the record was made from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from mawqif.cli import labels, options
from mawqif.cli.base import new_command, option
from mawqif.cli.output import print_csv, print_json_list
from mawqif.cli.screen import complain, flat, isolated, say, strong
from mawqif.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from mawqif.store import ReportRow

HELP = N_(
    """List the reports of the record.

The list is by date, with the number of statements in each report. Words are found in all their
spellings, in the headline and in the whole text."""
)


@new_command(HELP, name="reports")
@option("--text", metavar="WORDS", help=N_("Words of the headline or the text."))
@option("--since", type=options.first_day, metavar="DATE", help=N_("From this day, month or year."))
@option("--until", type=options.last_day, metavar="DATE", help=N_("Up to this day, month or year."))
@option("--outlet", metavar="NAME", help=N_("Where it was published: a name or a part of one."))
@option("--limit", type=click.IntRange(min=1), metavar="N", help=N_("Not more than these."))
@options.json_output
@options.csv_output
def command(as_json: bool, as_csv: bool, **filters: Any) -> None:
    from mawqif.store import Record

    options.one_format(as_json, as_csv)
    with Record(options.record_path(), readonly=True) as record:
        rows = record.reports(**filters)
        if as_json:
            print_json_list(map(labels.report_value, rows))
        elif as_csv:
            print_csv(labels.REPORT_COLUMNS, map(labels.report_value, rows))
        else:
            print_reports(rows)


def print_reports(rows: Iterable[ReportRow]) -> None:
    """A line each."""
    none = True
    for row in rows:
        none = False
        say(report_line(row))
    if none:
        complain(_("No report was found."))


def report_line(row: ReportRow) -> str:
    """The report's id, day, outlet, headline and number of statements in one line."""
    many = ngettext("{n} statement", "{n} statements", row.statements).format(n=row.statements)
    title = strong(isolated(flat(row.title or row.given_id or _("no headline"))))
    outlet = isolated(row.outlet or _("unknown outlet"))
    return "  ".join((row.id[:8], str(row.date or _("no date")), outlet, title, many))
