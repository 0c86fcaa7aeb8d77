"""`mawqif utterances`: what was said once, however many reports carry it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mawqif.cli import labels, options
from mawqif.cli.base import new_command, option
from mawqif.cli.links import shown
from mawqif.cli.links.gather import opened
from mawqif.cli.output import print_csv, print_json, print_rows
from mawqif.cli.screen import complain, filled, flat, isolated, say, shortened, strong
from mawqif.cli.statements import heading
from mawqif.cli.tables import print_table
from mawqif.cli.wordings import marked
from mawqif.i18n import N_, _, pgettext

if TYPE_CHECKING:
    from mawqif.lexicon import Lexicon
    from mawqif.model import Member
    from mawqif.model.wordings import Comparison
    from mawqif.store import StatementRow
    from mawqif.store.links.rows import UtteranceRow

HELP = N_(
    """List utterances: what was said once, with the reports that carry it.

With ID (of an utterance or of a statement) the wordings side by side: what each outlet cut, added
or changed beside the first known one, with a flag where a condition or a negation was dropped. The
same saying on another day is a repetition: it is linked to the one before it."""
)
WORDS = 120  # code points of a saying in the list
COLUMNS = ("id", "first", "speaker", "words", "reports", "outlets", "repeats")


@new_command(HELP, name="utterances")
@click.argument("id", required=False)
@option("--by", metavar="WORDS", help=N_("Who spoke: words of the name, the mention or the office."))
@option("--text", metavar="WORDS", help=N_("Words of the content."))
@options.days
@options.outlet
@option("--reports", type=click.IntRange(min=1), default=2, metavar="N", help=N_("Carried by so many reports or more."))
@options.limit
@options.lexicon
@options.formats
def command(id: str | None, folders: tuple[Path, ...], as_json: bool, as_csv: bool, **filters: Any) -> None:
    options.one_format(as_json, as_csv)
    found = options.lexicon_folders(folders)
    with opened(found) as record:
        if id is None:
            rows = record.links.utterances(**filters)
            print_rows(rows, as_json, as_csv, value=value, columns=COLUMNS, cells=cells, show=print_utterances)
            return
        from mawqif.lexicon import load

        _print_one(record.links.utterance(id), load(found), as_json, as_csv)


def value(row: UtteranceRow) -> dict[str, object]:
    """An utterance as plain values."""
    return {
        "id": row.id,
        "first": row.first.isoformat() if row.first else None,
        "speaker": row.speaker,
        "words": row.words,
        "reports": row.reports,
        "outlets": list(row.outlets),
        "repeats": row.repeats,
        "repeated": list(row.repeated),
        "statements": [
            {**labels.statement_value(s), "echo": m.echo.value, "beside": m.beside, "echo_rule": m.rule}
            for s, m in row.members
        ],
    }


def cells(row: UtteranceRow) -> dict[str, object]:
    """An utterance as one line of CSV."""
    return {
        "id": row.id,
        "first": row.first.isoformat() if row.first else None,
        "speaker": row.speaker,
        "words": flat(row.words),
        "reports": row.reports,
        "outlets": " | ".join(row.outlets),
        "repeats": row.repeats,
    }


def print_utterances(rows: Iterable[UtteranceRow]) -> None:
    """A table of them."""
    lines = [
        (row.id[:8], str(row.first or _("no date")), row.speaker or _("unknown speaker"), shortened(row.words, WORDS),
         str(row.reports), str(len(row.outlets)))
        for row in rows
    ]  # fmt: skip
    if not lines:
        complain(_("No utterance was found."))
        return
    print_table((_("id"), _("date"), _("speaker"), _("words"), _("reports"), _("outlets")), lines)


def compared(row: UtteranceRow, lexicon: Lexicon) -> list[Comparison | None]:
    """Each wording beside the first one; None for the first."""
    from mawqif.model.wordings import Wording
    from mawqif.pipeline.wordings import differences

    first = Wording.of(row.members[0][0].statement)
    return [None, *(differences(first, Wording.of(s.statement), lexicon) for s, _m in row.members[1:])]


def _print_one(row: UtteranceRow, lexicon: Lexicon, as_json: bool, as_csv: bool) -> None:
    beside = compared(row, lexicon)
    if as_json:
        told = value(row)
        statements = told["statements"]
        assert isinstance(statements, list)
        for statement, found in zip(statements, beside, strict=True):
            statement["differences"] = shown.comparison_value(found) if found else None
        print_json(told)
    elif as_csv:
        columns = (*labels.COLUMNS, "echo", "echo_rule", "flags")
        print_csv(columns, (_line(s, m, c) for (s, m), c in zip(row.members, beside, strict=True)))
    else:
        _print_wordings(row, beside)


def _line(row: StatementRow, member: Member, found: Comparison | None) -> dict[str, object]:
    flags = " ".join(f.flag.value.replace(" ", "-") for f in found.flags) if found else ""
    return {**labels.statement_columns(row), "echo": member.echo.value, "echo_rule": member.rule, "flags": flags}


def _print_wordings(row: UtteranceRow, beside: list[Comparison | None]) -> None:
    who = strong(isolated(flat(row.speaker or _("unknown speaker"))))
    say("  ".join((row.id, str(row.first or _("no date")), who)))
    if row.repeats:
        say(filled(_("The same saying stands in the record before: {id}"), id=row.repeats[:8]))
    for id in row.repeated:
        say(filled(_("Said again: {id}"), id=id[:8]))
    for (statement, member), found in zip(row.members, beside, strict=True):
        say()
        say(f"{heading(statement)}  ({pgettext('echo', shown.ECHOES[member.echo])})")
        words = marked(found.pieces) if found else flat(statement.statement.content.text)
        say("  " + isolated(words))
        for flag in found.flags if found else ():
            say("  ! " + pgettext("flag", shown.FLAGS[flag.flag]))
