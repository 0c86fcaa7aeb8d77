"""`mawqif judgements`: what people said of what the program found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from mawqif.cli import options
from mawqif.cli.base import new_command, option
from mawqif.cli.output import print_rows
from mawqif.cli.rulings import STATES, row_value, told
from mawqif.cli.screen import complain, flat, isolated, say
from mawqif.i18n import N_, _

if TYPE_CHECKING:
    from mawqif.store import JudgementRow

HELP = N_(
    """List the judgements of the record, in the order in which they were given.

Undone is what a later judgement took back; orphaned is what is about a statement that the program
does not find any more in its report."""
)
COLUMNS = ("id", "state", "ruling", "by", "when", "reason", "said", "statement", "report", "content")


@new_command(HELP, name="judgements")
@option("--state", type=click.Choice(list(STATES)), help=N_("Only those that stand so."))
@option("--by", metavar="NAME", help=N_("Only those of this reader."))
@option("--statement", metavar="ID", help=N_("Only those of this statement."))
@options.formats
def command(state: str | None, by: str | None, statement: str | None, as_json: bool, as_csv: bool) -> None:
    from mawqif.store import Record

    options.one_format(as_json, as_csv)
    with Record(options.record_path(), readonly=True) as record:
        found = record.judgements.for_statement(statement) if statement else record.judgements.history()
        rows = [r for r in found if state in (None, r.state) and by in (None, r.judgement.by)]
        print_rows(rows, as_json, as_csv, value=row_value, columns=COLUMNS, cells=_cells, show=print_judgements)


def print_judgements(rows: Iterable[JudgementRow]) -> None:
    """A line each, and under it the words that it is about."""
    none = True
    for row in rows:
        none = False
        j = row.judgement
        where = [row.statement[:8]] if row.statement else []
        say("  ".join((j.id[:8], _(STATES[row.state]), told(j), *where)))
        if j.anchor:
            say("  " + isolated(flat(j.anchor.content.text)))
    if none:
        complain(_("No judgement was found."))


def _cells(row: JudgementRow) -> dict[str, object]:
    j = row.judgement
    return {
        "id": j.id,
        "state": row.state,
        "ruling": j.ruling.value,
        "by": j.by,
        "when": j.when.isoformat(),
        "reason": j.reason,
        "said": told(j),
        "statement": row.statement,
        "report": j.anchor.report if j.anchor else None,
        "content": j.anchor.content.text if j.anchor else None,
    }
