"""`mawqif instruments`: what the parties refer to, how often, by whom, for what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mawqif.cli import labels, options
from mawqif.cli.base import new_command, option
from mawqif.cli.output import print_rows
from mawqif.cli.referring import asked, short
from mawqif.cli.screen import complain, flat
from mawqif.cli.statements import ACT_HELP, print_statements
from mawqif.cli.tables import print_table
from mawqif.i18n import N_, _

if TYPE_CHECKING:
    from mawqif.lexicon import NamedInstrument
    from mawqif.store.instruments.counting import InstrumentRow

HELP = N_(
    """List what statements refer to: resolutions, agreements, laws, declarations, plans, procedures.

For each: how many statements refer to it, in how many reports and outlets, from when to when, for
what and by whom. With INSTRUMENT, an id or words of its name, list the statements that refer to
it, in whatever wording."""
)
COLUMNS = ("id", "name", "issuer", "statements", "reports", "outlets", "first", "last", "acts", "speakers", "wordings")
MOST = 3  # speakers and acts that a line names


@new_command(HELP, name="instruments")
@click.argument("instrument", required=False)
@option("--by", metavar="WORDS", help=N_("By whom: words of the name, the mention or the office."))
@option("--text", metavar="WORDS", help=N_("Words of what was said."))
@options.days
@option("--act", type=labels.to_act, metavar="ACT", help=ACT_HELP)
@options.outlet
@options.min_score
@options.limit
@options.lexicon
@options.formats
def command(instrument: str | None, folders: tuple[Path, ...], as_json: bool, as_csv: bool, **filters: Any) -> None:
    from mawqif.lexicon import load_instruments
    from mawqif.store import Record

    options.one_format(as_json, as_csv)
    known = load_instruments(options.lexicon_folders(folders))
    with Record(options.record_path(), readonly=True) as record:
        if instrument is not None:
            rows = record.statements(instrument=asked(instrument, known), **filters)
            value, cells = labels.statement_value, labels.statement_columns
            print_rows(rows, as_json, as_csv, value=value, columns=labels.COLUMNS, cells=cells, show=print_statements)
            return
        listed = _Listed(known)
        found = record.instruments.listed(**filters)
        print_rows(found, as_json, as_csv, value=listed.value, columns=COLUMNS, cells=listed.cells, show=listed.print)


class _Listed:
    """How rows are shown, given what is known of their instruments."""

    def __init__(self, known: Iterable[NamedInstrument]) -> None:
        self.known: Mapping[str, NamedInstrument] = {i.id: i for i in known}

    def name(self, row: InstrumentRow) -> str:
        """What to call it: its first name in the data, else the wording that is most frequent."""
        from mawqif.lexicon.instruments import label

        return label(self.known[row.id]) if row.id in self.known else flat(row.wordings[0][0])

    def value(self, row: InstrumentRow) -> dict[str, object]:
        """A row as plain values."""
        known = self.known.get(row.id)
        return {
            "id": row.id,
            "name": self.name(row),
            "issuer": known.issuer if known else None,
            "statements": row.statements,
            "reports": row.reports,
            "outlets": row.outlets,
            "first": row.first.isoformat() if row.first else None,
            "last": row.last.isoformat() if row.last else None,
            "acts": {act.value: n for act, n in row.acts},
            "speakers": [{"name": name, "statements": n} for name, n in row.speakers],
            "wordings": dict(row.wordings),
        }

    def cells(self, row: InstrumentRow) -> dict[str, object]:
        """A row as one line of CSV."""
        return {
            **self.value(row),
            "acts": " | ".join(f"{act.value}: {n}" for act, n in row.acts),
            "speakers": " | ".join(f"{name or '?'}: {n}" for name, n in row.speakers),
            "wordings": " | ".join(f"{flat(words)}: {n}" for words, n in row.wordings),
        }

    def print(self, rows: Iterable[InstrumentRow]) -> None:
        """A table of them."""
        lines = [self._line(row) for row in rows]
        if not lines:
            complain(_("No instrument was found."))
            return
        headings = (_("id"), _("name"), _("statements"), _("outlets"), _("days"), _("acts"), _("by whom"))
        print_table(headings, lines)

    def _line(self, row: InstrumentRow) -> tuple[str, ...]:
        days = " – ".join(dict.fromkeys(str(day) for day in (row.first, row.last) if day))
        acts = ", ".join(f"{labels.act_label(act)} {n}" for act, n in row.acts[:MOST])
        who = ", ".join(f"{name or _('unknown speaker')} {n}" for name, n in row.speakers[:MOST])
        shown = (short(row.id), self.name(row), str(row.statements), str(row.outlets))
        return (*shown, days or _("no date"), acts, who)
