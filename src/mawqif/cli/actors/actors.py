"""`mawqif actors`: who spoke, across reports."""

from __future__ import annotations

from pathlib import Path

import click

from mawqif.cli import labels, options
from mawqif.cli.actors import gather
from mawqif.cli.actors.values import COLUMNS, OPEN_COLUMNS, Shown
from mawqif.cli.base import new_command, option
from mawqif.cli.output import print_rows
from mawqif.i18n import N_

HELP = N_(
    """List who spoke, across all reports: persons, bodies, states, outlets.

One line an actor, whatever its spellings: with the titles that it had, and how much it said. WORDS
are words of a name. Speakers are linked only for a named reason; who stays open, and whom it may
be, is listed with --open."""
)


@new_command(HELP, name="actors")
@click.argument("words", required=False)
@option("--kind", type=labels.to_kind, metavar="KIND", help=N_("person, organization, state, media ...; or in Arabic."))
@option("--state", metavar="STATE", help=N_("Only those of this state: a name in Arabic or English, or its id."))
@option("--open", "is_open", is_flag=True, help=N_("Who is linked to no actor, and whom it may be."))
@option("--rebuild", is_flag=True, help=N_("Link the speakers of all reports anew first."))
@options.limit
@options.lexicon
@options.formats
def command(
    words: str | None,
    kind: str | None,
    state: str | None,
    is_open: bool,
    rebuild: bool,
    limit: int | None,
    folders: tuple[Path, ...],
    as_json: bool,
    as_csv: bool,
) -> None:
    from mawqif.lexicon import load

    options.one_format(as_json, as_csv)
    if is_open and state is not None:
        raise click.UsageError(_only())
    given = options.lexicon_folders(folders)
    lexicon = load(given)
    shown = Shown(lexicon)
    with gather.opened(given, rebuild=rebuild) as record:
        if is_open:
            rows = record.actors.open(words=words, kind=kind, limit=limit)
            value, cells = shown.open_value, shown.open_cells
            print_rows(rows, as_json, as_csv, value=value, columns=OPEN_COLUMNS, cells=cells, show=shown.print_open)
            return
        of = gather.state(state, lexicon) if state is not None else None
        found = record.actors.all(words=words, kind=kind, state=of, limit=limit)
        value_of, cells_of = shown.value, shown.cells
        print_rows(found, as_json, as_csv, value=value_of, columns=COLUMNS, cells=cells_of, show=shown.print)


def _only() -> str:
    from mawqif.i18n import _

    return _("--open and --state exclude each other")
