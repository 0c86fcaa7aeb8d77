"""`mawqif reports`: what the record was made from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from mawqif.cli import labels, options
from mawqif.cli.base import new_command, option
from mawqif.cli.output import print_rows
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
@options.days
@options.outlet
@options.limit
@options.formats
def command(as_json: bool, as_csv: bool, **filters: Any) -> None:
    from mawqif.store import Record

    options.one_format(as_json, as_csv)
    with Record(options.record_path(), readonly=True) as record:
        rows = record.reports(**filters)
        value, columns = labels.report_value, labels.REPORT_COLUMNS
        print_rows(rows, as_json, as_csv, value=value, columns=columns, cells=value, show=print_reports)


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
