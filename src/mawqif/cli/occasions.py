"""`mawqif occasions`: calls, meetings, sessions and the like, one however many reports tell of it."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mawqif.cli import labels, options
from mawqif.cli.base import new_command, option
from mawqif.cli.output import print_csv, print_json, print_rows
from mawqif.cli.renewed import renewed
from mawqif.cli.screen import complain, filled, flat, isolated, say, strong
from mawqif.cli.statements import heading
from mawqif.cli.tables import print_table
from mawqif.i18n import N_, NP_, _, pgettext
from mawqif.model import Bond

if TYPE_CHECKING:
    from mawqif.store import Record, StatementRow
    from mawqif.store.occasions.rows import OccasionRow

HELP = N_(
    """List the occasions on which statements were made, each once however many reports tell of it.

For each: between which days it was, what it is, who spoke, to whom, in how many reports. With ID,
list the statements that were made on it, with what they have in common. Occasions are one only for
a reason: both parties of a call, speaker and other party, the name of a session, the same words of
the same speaker. Those of undated reports stay apart."""
)
COLUMNS = (
    "id", "kind", "first", "last", "place", "words", "speakers", "addressees", "reports", "outlets", "statements",
)  # fmt: skip
MOST = 3  # speakers that a line names

BONDS = {
    Bond.ALONE: NP_("bond", "first told here"),
    Bond.SAME_MENTION: NP_("bond", "the same mention"),
    Bond.POINTS_BACK: NP_("bond", "points back"),
    Bond.GOES_ON: NP_("bond", "the same speaker goes on"),
    Bond.BOTH_PARTIES: NP_("bond", "both parties"),
    Bond.SPEAKER_PARTY: NP_("bond", "the same speaker and other party"),
    Bond.NAMED: NP_("bond", "the same name"),
    Bond.SPEAKER_NAMED: NP_("bond", "the same speaker and name"),
    Bond.SAME_SAYING: NP_("bond", "the same speaker says the same"),
}


@new_command(HELP, name="occasions")
@click.argument("id", required=False)
@option("--by", metavar="WORDS", help=N_("Who spoke: words of the name, the mention or the office."))
@option("--to", metavar="WORDS", help=N_("To whom: words of the addressee."))
@option("--kind", type=labels.to_setting, metavar="KIND", help=N_("call, meeting, session, press ...; or Arabic."))
@options.days
@options.outlet
@option("--reports", type=click.IntRange(min=1), default=1, metavar="N", help=N_("Told in so many reports or more."))
@options.limit
@options.lexicon
@options.formats
def command(id: str | None, folders: tuple[Path, ...], as_json: bool, as_csv: bool, **filters: Any) -> None:
    options.one_format(as_json, as_csv)
    with opened(options.lexicon_folders(folders)) as record:
        if id is not None:
            _print_one(record.occasions.one(id), as_json, as_csv)
            return
        rows = record.occasions.listed(**filters)
        print_rows(rows, as_json, as_csv, value=value, columns=COLUMNS, cells=cells, show=print_occasions)


def opened(folders: tuple[Path, ...]) -> AbstractContextManager[Record]:
    """The record for reading, once its occasions are linked."""
    from mawqif.lexicon import load
    from mawqif.pipeline.occasions import STAMP, link

    return renewed(
        lambda record: record.occasions.linked_by != STAMP, lambda record: link(record.occasions, load(folders))
    )


def value(row: OccasionRow) -> dict[str, object]:
    """An occasion as plain values."""
    return {
        "id": row.id,
        "kind": row.kind.value,
        "first": row.first.isoformat() if row.first else None,
        "last": row.last.isoformat() if row.last else None,
        "place": row.place,
        "words": row.words,
        "speakers": [{"name": name, "statements": n} for name, n in row.speakers],
        "addressees": list(row.addressees),
        "reports": row.reports,
        "outlets": list(row.outlets),
        "statements": len(row.members),
    }


def cells(row: OccasionRow) -> dict[str, object]:
    """An occasion as one line of CSV."""
    return {
        **value(row),
        "words": flat(row.words),
        "speakers": " | ".join(f"{name or '?'}: {n}" for name, n in row.speakers),
        "addressees": " | ".join(map(flat, row.addressees)),
        "outlets": " | ".join(row.outlets),
    }


def print_occasions(rows: Iterable[OccasionRow]) -> None:
    """A table of them."""
    lines = [_line(row) for row in rows]
    if not lines:
        complain(_("No occasion was found."))
        return
    headings = (_("id"), _("days"), _("what"), _("by whom"), _("to whom"), _("reports"), _("statements"))
    print_table(headings, lines)


def _line(row: OccasionRow) -> tuple[str, ...]:
    who = ", ".join(name or _("unknown speaker") for name, _n in row.speakers[:MOST])
    to = flat(row.addressees[0]) if row.addressees else ""
    return (row.id[:8], days(row), _what(row), who, to, str(row.reports), str(len(row.members)))


def days(row: OccasionRow) -> str:
    """The days between which it was, as one or two."""
    shown = dict.fromkeys(str(day) for day in (row.first, row.last) if day)
    return " – ".join(shown) or _("no date")


def _what(row: OccasionRow) -> str:
    return f"{labels.setting_label(row.kind)}: {flat(row.words)}"


def _print_one(row: OccasionRow, as_json: bool, as_csv: bool) -> None:
    if as_json:
        statements = [{**labels.statement_value(s), "bond": bond.value} for s, bond in row.members]
        print_json({**value(row), "statements": statements})
    elif as_csv:
        columns = (*labels.COLUMNS, "bond")
        print_csv(columns, ({**labels.statement_columns(s), "bond": bond.value} for s, bond in row.members))
    else:
        _print_members(row)


def _print_members(row: OccasionRow) -> None:
    """What it is, and its statements, each with why it belongs."""
    where = filled(_("in {place}"), place=row.place) if row.place else ""
    say("  ".join(filter(None, (row.id, days(row), strong(isolated(_what(row))), where))))
    for statement, bond in row.members:
        say()
        _print_member(statement, bond)


def _print_member(row: StatementRow, bond: Bond) -> None:
    say(f"{heading(row)}  ({pgettext('bond', BONDS[bond])})")
    say("  " + isolated(flat(row.statement.content.text)))
