"""`mawqif statements`: who said what, by any of its sides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mawqif.cli import labels, options
from mawqif.cli.actors import gather
from mawqif.cli.base import new_command, option
from mawqif.cli.output import print_rows
from mawqif.cli.referring import asked
from mawqif.cli.rulings import told
from mawqif.cli.screen import complain, flat, isolated, say, strong
from mawqif.i18n import N_, _

if TYPE_CHECKING:
    from mawqif.store import Record, StatementRow

HELP = N_(
    """List statements of the record.

Words are found in all their spellings: with or without hamza forms, vowel signs, prefixes, and in
any script's digits; words in quotation marks must follow one another. The list is by date."""
)

ACT_HELP = N_("state, demand, reject, deny, condemn, warn, support or commit; or the Arabic word.")


@new_command(HELP, name="statements")
@option("--by", metavar="WORDS", help=N_("By whom: words of the name, the mention or the office."))
@option("--text", metavar="WORDS", help=N_("Words of what was said."))
@options.days
@option("--act", type=labels.to_act, metavar="ACT", help=ACT_HELP)
@options.outlet
@option("--instrument", metavar="ID", help=N_("Only those that refer to it: an id, or words of its name."))
@option("--actor", metavar="ACTOR", help=N_("Only what this actor said, under all its names: its id or a name."))
@option("--state", metavar="STATE", help=N_("Only what was said for this state, its bodies and officials included."))
@options.min_score
@options.limit
@options.lexicon
@option("--rejected", is_flag=True, help=N_("With those that a reader rejected."))
@options.formats
def command(
    instrument: str | None,
    actor: str | None,
    state: str | None,
    folders: tuple[Path, ...],
    as_json: bool,
    as_csv: bool,
    **filters: Any,
) -> None:
    from mawqif.lexicon import load_instruments

    options.one_format(as_json, as_csv)
    given = options.lexicon_folders(folders)
    if instrument is not None:
        filters["instrument"] = asked(instrument, load_instruments(given))
    with _opened(given, linked=(actor, state) != (None, None)) as record:
        filters |= _who(record, actor, state, given)
        rows = record.statements(**filters)
        value, cells = labels.statement_value, labels.statement_columns
        print_rows(rows, as_json, as_csv, value=value, columns=labels.COLUMNS, cells=cells, show=print_statements)


def _opened(folders: tuple[Path, ...], *, linked: bool) -> AbstractContextManager[Record]:
    """The record for reading, its speakers linked where that is needed."""
    from mawqif.store import Record

    return gather.opened(folders) if linked else Record(options.record_path(), readonly=True)


def _who(record: Record, actor: str | None, state: str | None, folders: tuple[Path, ...]) -> dict[str, Any]:
    """The filters that an actor and a state come to."""
    from mawqif.lexicon import load

    found: dict[str, Any] = {}
    if actor is not None:
        found["actors"] = gather.several(record, actor, load(folders))
    if state is not None:
        found["states"] = [gather.state(state, load(folders))]
    return found


def print_statements(rows: Iterable[StatementRow]) -> None:
    """Two lines each, and a blank one between them."""
    none = True
    for row in rows:
        if not none:
            say()
        none = False
        say(heading(row))
        say("  " + isolated(flat(row.statement.content.text)))
        for judgement in row.judgements:
            say("  " + told(judgement, row.found))
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
