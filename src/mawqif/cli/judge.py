"""`mawqif judge`: what a reader says of a statement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from mawqif.cli import labels, options
from mawqif.cli.base import new_command, option
from mawqif.cli.output import print_json
from mawqif.cli.screen import screen
from mawqif.errors import UsageError
from mawqif.i18n import N_, _
from mawqif.model import Act, Ruling, Span, judgement_json

if TYPE_CHECKING:
    from mawqif.store import Record, StatementRow

Rulings = Iterator[tuple[Ruling, Mapping[str, object]]]

HELP = N_(
    """Accept, reject, correct or annotate a statement.

STATEMENT is its id, or the first characters of it (four or more). What the program found is kept
beside the judgement. A judgement is about the words in the report: it follows when a newer program
reads the report again. `mawqif undo` takes it back."""
)


@new_command(HELP, name="judge")
@click.argument("statement")
@option("--accept", is_flag=True, help=N_("The statement is right."))
@option("--reject", is_flag=True, help=N_("It is no statement, or a wrong one; lists leave it out."))
@option("--note", metavar="TEXT", help=N_("Anything that is to be known of it."))
@option("--speaker", metavar="NAME", help=N_("Who said it."))
@option("--kind", type=labels.to_kind, metavar="KIND", help=N_("With --speaker: what that speaker is."))
@option("--act", type=labels.to_act, metavar="ACT", help=N_("What was done in saying it."))
@option("--content", metavar="WORDS", help=N_("What was said: words of the report, copied from it."))
@option("--reason", metavar="TEXT", help=N_("Why."))
@options.reader
@options.json_output
def command(statement: str, reason: str | None, reader: str | None, as_json: bool, **said: Any) -> None:
    from mawqif.cli.statements import print_statements
    from mawqif.store import Record

    _check(said)
    with Record(options.record_path(), create=False) as record:
        row = record.statement(statement)
        rulings = list(_rulings(record, row, **said))
        given = record.judgements.add(row.statement.id, *rulings, by=options.reader_name(reader), reason=reason)
        if as_json:
            print_json([judgement_json(j) for j in given])
        elif not screen().quiet:
            print_statements([record.statement(row.statement.id)])


def _check(said: Mapping[str, Any]) -> None:
    if not any(value for value in said.values()):
        options_of_it = "--accept, --reject, --note, --speaker, --act, --content"
        raise click.UsageError(_("say what you judge with one of {options}").format(options=options_of_it))
    if said["accept"] and said["reject"]:
        raise click.UsageError(_("--accept and --reject exclude each other"))
    if said["kind"] and not said["speaker"]:
        raise click.UsageError(_("--kind goes with --speaker"))
    if any(value is not None and not value.strip() for value in (said["note"], said["speaker"], said["content"])):
        raise click.UsageError(_("a judgement needs words"))


def _rulings(
    record: Record,
    row: StatementRow,
    *,
    accept: bool,
    reject: bool,
    note: str | None,
    speaker: str | None,
    kind: str | None,
    act: Act | None,
    content: str | None,
) -> Rulings:
    if speaker:
        yield Ruling.SPEAKER, {"name": " ".join(speaker.split()), **({"kind": kind} if kind else {})}
    if act:
        yield Ruling.ACT, {"act": act.value}
    if content:
        span = _words(record.report(row.report_id).text, content, row.found.content.start)
        yield Ruling.SPAN, {"field": "content", "start": span.start, "end": span.end, "text": span.text}
    if note:
        yield Ruling.NOTE, {"text": note.strip()}
    if accept or reject:
        yield (Ruling.ACCEPT if accept else Ruling.REJECT), {}


def _words(text: str, given: str, near: int) -> Span:
    """These words in the text, however they are spaced; of several places the nearest."""
    found = re.finditer(r"\s+".join(map(re.escape, given.split())), text)
    places = [(abs(m.start() - near), m.start(), m.end()) for m in found]
    if not places:
        raise UsageError("The report does not hold the words '{words}'; copy them from `mawqif show`", words=given)
    _far, start, end = min(places)
    return Span.of(text, start, end)
