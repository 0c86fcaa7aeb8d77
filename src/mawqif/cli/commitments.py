"""`mawqif commitments`: who undertook what, to whom, by when, on which condition."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from mawqif.cli import labels, options
from mawqif.cli.base import new_command, option
from mawqif.cli.output import print_rows, writing
from mawqif.cli.screen import complain, flat, isolated, say, strong
from mawqif.cli.tables import print_table
from mawqif.i18n import N_, NP_, _, ngettext, pgettext
from mawqif.model import Due, due

if TYPE_CHECKING:
    from mawqif.store import StatementRow

HELP = N_(
    """List what was undertaken, by its deadline.

A commitment is past after its last day. It is due in the week up to its last day, and from the first
day of a stretch that began after it was said («the coming month»); before that it is open. Whether it
was kept is not told. What has no deadline, or one whose last day is unknown, stands apart, undated.
Words are found as `statements` finds them; --since and --until are about when it was said."""
)
UNDATED = "undated"
STATUSES: dict[str, str] = {
    Due.OPEN: NP_("status", "open"),
    Due.DUE: NP_("status", "due"),
    Due.PAST: NP_("status", "past"),
    UNDATED: NP_("status", "undated"),
}
COLUMNS = (
    "id",
    "status",
    "deadline_begins",
    "deadline_date",
    "deadline",
    "speaker",
    "office",
    "promised_to",
    "content",
    "conditions",
    "exceptions",
    "date",
    "outlet",
    "title",
    "report",
    "url",
    "score",
)


def to_status(value: str) -> str:
    """The status of this name, English or Arabic."""
    return labels.chosen(value, "status", STATUSES, N_("'{value}' is no status; take one of {choices}"))


@new_command(HELP, name="commitments")
@option("--by", metavar="WORDS", help=N_("By whom: words of the name, the mention or the office."))
@option("--text", metavar="WORDS", help=N_("Words of what was said."))
@options.days
@options.outlet
@option("--status", type=to_status, metavar="STATUS", help=N_("open, due, past or undated; or the Arabic word."))
@option("--today", type=options.first_day, metavar="DATE", help=N_("The day on which they stand so; else today."))
@options.min_score
@options.limit
@option("--ics", metavar="FILE", help=N_("Write those with a last day to an iCalendar file; - is standard output."))
@options.formats
def command(
    status: str | None,
    today: dt.date | None,
    limit: int | None,
    ics: str | None,
    as_json: bool,
    as_csv: bool,
    **filters: Any,
) -> None:
    from mawqif.store import Record

    options.one_format(as_json, as_csv)
    if ics and (as_json or as_csv):
        raise click.UsageError(_("--ics and another format exclude each other"))
    day = today or dt.date.today()
    with Record(options.record_path(), readonly=True) as record:
        found = (row for row in record.commitments(**filters) if status in (None, status_of(row, day)))
        rows = islice(found, limit)
        if ics:
            _write_calendar(rows, ics)
            return

        def value(row: StatementRow) -> object:
            return {**labels.statement_value(row), "status": status_of(row, day)}

        def cells(row: StatementRow) -> dict[str, object]:
            values = {**labels.statement_columns(row), "status": status_of(row, day)}
            return {name: values[name] for name in COLUMNS}

        def show(rows: Iterable[StatementRow]) -> None:
            _print(rows, day)

        print_rows(rows, as_json, as_csv, value=value, columns=COLUMNS, cells=cells, show=show)


def status_of(row: StatementRow, today: dt.date) -> str:
    """Where a commitment stands on a day: open, due, past, or undated."""
    done = row.statement.commitment
    found = due(done, row.statement.date or row.report_date, today) if done else None
    return str(found) if found else UNDATED


def _write_calendar(rows: Iterable[StatementRow], path: str) -> None:
    from mawqif.export.calendar import calendar

    kept = list(rows)
    with writing(path) as out:
        out.write(calendar(kept, labels.chain))
    undated = sum(status_of(row, dt.date.min) == UNDATED for row in kept)
    if undated:
        told = ngettext(
            "{n} commitment has no last day and is left out",
            "{n} commitments have no last day and are left out",
            undated,
        )
        complain(told.format(n=undated))


def _print(rows: Iterable[StatementRow], today: dt.date) -> None:
    """Those with a last day in the order of it, then the others."""
    dated: list[StatementRow] = []
    undated: list[StatementRow] = []
    for row in rows:
        (undated if status_of(row, today) == UNDATED else dated).append(row)
    if not dated and not undated:
        complain(_("No commitment was found."))
    if dated:
        _table(_("Status"), [_cells(row, _label(row, today)) for row in dated])
    if undated:
        if dated:
            say()
        say(strong(_("Without a known last day")))
        _table(_("Said"), [_cells(row, _said(row)) for row in undated])


def _table(first: str, rows: Sequence[Sequence[str]]) -> None:
    """A table without the columns that no row fills."""
    names = (first, _("By when"), _("Who"), _("What"), _("To whom"), _("Condition"), _("Outlet"), _("Statement"))
    filled_in = [i for i in range(len(names)) if any(row[i] for row in rows)]
    print_table([names[i] for i in filled_in], ([row[i] for i in filled_in] for row in rows))


def _label(row: StatementRow, today: dt.date) -> str:
    return pgettext("status", STATUSES[status_of(row, today)])


def _said(row: StatementRow) -> str:
    return str(row.statement.date or row.report_date or _("no date"))


def _cells(row: StatementRow, first: str) -> tuple[str, ...]:
    s = row.statement
    done = s.commitment
    return (
        first,
        " ".join(_when(row)),
        flat(labels.speaker_label(s)),
        flat(s.content.text),
        flat(done.to.text) if done and done.to else "",
        "؛ ".join(flat(c.text) for c in s.conditions),
        row.outlet or _("unknown outlet"),
        s.id[:8],
    )


def _when(row: StatementRow) -> Iterator[str]:
    """The days of a deadline, and its words."""
    by = row.statement.commitment.deadline if row.statement.commitment else None
    if by is None:
        return
    if by.begins and by.begins != by.date:
        yield f"{by.begins} –"
    if by.date:
        yield str(by.date)
    yield isolated(flat(by.span.text))
