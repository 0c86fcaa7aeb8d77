"""`mawqif statements`: who said what, by any of its sides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from mawqif.cli import labels, options
from mawqif.cli.base import new_command, option
from mawqif.cli.output import print_csv, print_json_list
from mawqif.cli.screen import complain, flat, isolated, say, strong
from mawqif.i18n import N_, _

if TYPE_CHECKING:
    from mawqif.store import StatementRow

HELP = N_(
    """List statements of the record.

Words are found in all their spellings: with or without hamza forms, vowel signs, prefixes, and in
any script's digits; words in quotation marks must follow one another. The list is by date."""
)

ACT_HELP = N_("state, demand, reject, deny, condemn, warn, support or commit; or the Arabic word.")


@new_command(HELP, name="statements")
@option("--by", metavar="WORDS", help=N_("By whom: words of the name, the mention or the office."))
@option("--text", metavar="WORDS", help=N_("Words of what was said."))
@option("--since", type=options.first_day, metavar="DATE", help=N_("From this day, month or year."))
@option("--until", type=options.last_day, metavar="DATE", help=N_("Up to this day, month or year."))
@option("--act", type=labels.to_act, metavar="ACT", help=ACT_HELP)
@option("--outlet", metavar="NAME", help=N_("Where it was published: a name or a part of one."))
@option("--min-score", type=click.FloatRange(0, 1), metavar="SCORE", help=N_("Only with this score or a better one."))
@option("--limit", type=click.IntRange(min=1), metavar="N", help=N_("Not more than these."))
@options.json_output
@options.csv_output
def command(as_json: bool, as_csv: bool, **filters: Any) -> None:
    from mawqif.store import Record

    options.one_format(as_json, as_csv)
    with Record(options.record_path(), readonly=True) as record:
        rows = record.statements(**filters)
        if as_json:
            print_json_list(map(labels.statement_value, rows))
        elif as_csv:
            print_csv(labels.COLUMNS, map(labels.statement_columns, rows))
        else:
            print_statements(rows)


def print_statements(rows: Iterable[StatementRow]) -> None:
    """Two lines each, and a blank one between them."""
    none = True
    for row in rows:
        if not none:
            say()
        none = False
        say(heading(row))
        say("  " + isolated(flat(row.statement.content.text)))
    if none:
        complain(_("No statement was found."))


def heading(row: StatementRow) -> str:
    """The statement's id, day, speaker, act and outlet in one line."""
    s = row.statement
    act = labels.act_label(s.act) + (f" ({_('negated')})" if s.negated else "")
    day: dt.date | None = s.date or row.report_date
    who = strong(isolated(flat(labels.speaker_label(s))))
    parts = (s.id[:8], str(day or _("no date")), who, act, isolated(row.outlet or _("unknown outlet")))
    return "  ".join(parts)
