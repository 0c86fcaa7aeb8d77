"""`mawqif undo`: taking a judgement back."""

from __future__ import annotations

import click

from mawqif.cli import options
from mawqif.cli.base import new_command, option
from mawqif.cli.output import print_json
from mawqif.cli.rulings import told
from mawqif.cli.screen import say, screen
from mawqif.i18n import N_
from mawqif.model import judgement_json

HELP = N_(
    """Take back a judgement.

JUDGEMENT is its id, or the first characters of it (four or more), as `mawqif judgements` shows
them. Nothing is lost: that it was taken back is a judgement itself, and can be undone."""
)


@new_command(HELP, name="undo")
@click.argument("judgement")
@option("--reason", metavar="TEXT", help=N_("Why."))
@options.reader
@options.json_output
def command(judgement: str, reason: str | None, reader: str | None, as_json: bool) -> None:
    from mawqif.store import Record

    with Record(options.record_path(), create=False) as record:
        given = record.judgements.undo(judgement, by=options.reader_name(reader), reason=reason)
        if as_json:
            print_json(judgement_json(given))
        elif not screen().quiet:
            say(told(given))
