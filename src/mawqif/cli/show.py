"""`mawqif show`: one statement or one report with the evidence."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mawqif.cli import labels, marks, options
from mawqif.cli.base import new_command, option
from mawqif.cli.known import known
from mawqif.cli.output import print_json
from mawqif.cli.referring import told as told_instruments
from mawqif.cli.rulings import STATES, row_value, told
from mawqif.cli.screen import filled, flat, isolated, quote, say, screen, strong
from mawqif.errors import NotInRecord
from mawqif.i18n import N_, _
from mawqif.model import Commitment, Fact, Occasion, Report, Span, span_json

if TYPE_CHECKING:
    from mawqif.store import JudgementRow, Record, Source, StatementRow

HELP = N_(
    """Show a statement or a report with its evidence.

ID is the id of either, or its first characters (four or more). A statement is shown in its
sentence, with its chain and where it came from; a report with its statements."""
)


@new_command(HELP, name="show")
@click.argument("id")
@option("--source", is_flag=True, help=N_("Write the page as it was retrieved, byte for byte."))
@options.lexicon
@options.json_output
def command(id: str, source: bool, folders: tuple[Path, ...], as_json: bool) -> None:
    from mawqif.store import Record

    if source and as_json:
        raise click.UsageError(_("--source and --json exclude each other"))
    with Record(options.record_path(), readonly=True) as record:
        row, report = _find(record, id)
        page = record.source(report.id)
        if source:
            sys.stdout.buffer.write(page.raw)
        elif as_json:
            print_json(_statement_value(record, row, report, page) if row else _report_value(record, report, page))
        elif row:
            print_statement(row, report, page, folders)
            _print_judgements(record.judgements.for_statement(row.statement.id), row)
        else:
            _print_report(record, report, page)


def _find(record: Record, id: str) -> tuple[StatementRow | None, Report]:
    """The statement of this id and its report; else no statement, and the report of this id."""
    try:
        row = record.statement(id)
    except NotInRecord:
        try:
            return None, record.report(id)
        except NotInRecord:
            raise NotInRecord(N_("The record holds no statement or report '{id}'"), id=id) from None
    return row, record.report(row.report_id)


def print_statement(row: StatementRow, report: Report, page: Source, folders: tuple[Path, ...] = ()) -> None:
    """The statement in its sentence, then one line for each thing that is known of it."""
    s = row.statement
    found = marks.marks(s)
    sentence = marks.sentence_around(report.text, found)
    if screen().styled:
        marks.print_styled(sentence, found)
    else:
        quote(marks.bracketed(sentence, found))
    say()
    act = labels.act_label(s.act) + (f" ({_('negated')})" if s.negated else "")
    how = filled(_("{score} (rule {rule})"), score=f"{s.score:.2f}", rule=s.rule)
    _line(_("Statement"), s.id)
    _line(_("Chain"), told_chain(row))
    _line(_("Speaker"), _speaker(row))
    for name, value in known(s.speaker, folders):
        _line(name, value)
    _line(_("Act"), f"{act}, {labels.mode_label(s.mode)}")
    if s.said_on or s.date:
        _line(_("Said on"), " ".join([str(s.date or ""), isolated(s.said_on.text) if s.said_on else ""]).strip())
    _line(_("Occasion"), _occasion(s.occasion))
    _line(_("Addressee"), isolated(flat(s.addressee.text)) if s.addressee else None)
    _line(_("Refers to"), isolated(refers) if (refers := told_instruments(s.instruments)) else None)
    _line(_("Commitment"), _commitment(s.commitment))
    for condition in s.conditions:
        _line(_("Condition"), isolated(flat(condition.text)))
    for exception in s.exceptions:
        _line(_("Exception"), isolated(flat(exception.text)))
    _line(_("Score"), how)
    _print_origin(report, page)


def _print_judgements(judgements: Sequence[JudgementRow], row: StatementRow) -> None:
    """What people said of it, also what was taken back."""
    if judgements:
        say()
    for judged in judgements:
        say("  ".join((judged.judgement.id[:8], _(STATES[judged.state]), told(judged.judgement, row.found))))


def _occasion(occasion: Occasion | None) -> str | None:
    if occasion is None:
        return None
    return f"{isolated(flat(occasion.span.text))} ({labels.setting_label(occasion.kind)})"


def _commitment(done: Commitment | None) -> str | None:
    """By when and to whom, as far as it is said."""
    if done is None:
        return None
    by = done.deadline
    days = " – ".join(str(day) for day in dict.fromkeys((by.begins, by.date)) if day) if by else ""
    parts = [_("undertaken")]
    if by:
        parts.append(filled(_("by when: {words}"), words=flat(by.span.text)) + (f" ({days})" if days else ""))
    if done.to:
        parts.append(filled(_("to whom: {words}"), words=flat(done.to.text)))
    return ", ".join(parts)


def told_chain(row: StatementRow) -> str:
    """Speaker, relays and outlet, with arrows in the direction of the messages."""
    arrow = " ← " if screen().rtl else " → "
    return arrow.join(isolated(flat(part)) for part in labels.chain(row))


def _speaker(row: StatementRow) -> str:
    speaker = row.statement.speaker
    about = ", ".join([labels.kind_label(speaker.kind), *([isolated(speaker.office)] if speaker.office else [])])
    return f"{strong(isolated(flat(labels.speaker_label(row.statement))))} ({about})"


def _print_origin(report: Report, page: Source) -> None:
    _line(_("Report"), f"{report.id}  {isolated(flat(report.title.value)) if report.title else ''}".rstrip())
    _line(_("Outlet"), _fact(report.outlet))
    _line(_("Published"), _fact(report.date))
    _line(_("Address"), report.url or page.url)
    _line(_("Source"), isolated(page.location))
    _line(_("Retrieved"), page.retrieved.isoformat(timespec="seconds") if page.retrieved else None)
    _line("SHA-256", page.sha256)


def _fact(fact: Fact | None) -> str:
    if fact is None:
        return _("unknown")
    return f"{isolated(flat(fact.value))} ({labels.provenance_label(fact.provenance)})"


def _line(name: str, value: str | None) -> None:
    """A name and its value; what there is not is left out."""
    if value:
        say(f"{name}{' ' * max(12 - len(name), 1)}{value}")


def _print_report(record: Record, report: Report, page: Source) -> None:
    from mawqif.cli.statements import print_statements

    _print_origin(report, page)
    say()
    print_statements(_rows(record, report))


def _rows(record: Record, report: Report) -> list[StatementRow]:
    return [record.statement(s.id) for s in record.reading(report.id).statements]


def _statement_value(record: Record, row: StatementRow, report: Report, page: Source) -> dict[str, object]:
    sentence: Span = marks.sentence_around(report.text, marks.marks(row.statement))
    return {
        **labels.statement_value(row),
        "chain": list(labels.chain(row)),
        "sentence": span_json(sentence),
        "judgements": [row_value(r) for r in record.judgements.for_statement(row.statement.id)],
        "source": _source_value(page),
    }


def _report_value(record: Record, report: Report, page: Source) -> dict[str, object]:
    return {
        "id": report.id,
        "given_id": report.given_id,
        "title": _fact_value(report.title),
        "outlet": _fact_value(report.outlet),
        "date": _fact_value(report.date),
        "url": report.url,
        "text": report.text,
        "extractor": report.extractor,
        "furniture": [span_json(f.span) for f in report.furniture],
        "statements": [labels.statement_value(row) for row in _rows(record, report)],
        "source": _source_value(page),
    }


def _fact_value(fact: Fact | None) -> dict[str, object] | None:
    if fact is None:
        return None
    return {"value": fact.value, "provenance": fact.provenance.value, "span": span_json(fact.span)}


def _source_value(page: Source) -> dict[str, object]:
    return {
        "location": page.location,
        "url": page.url,
        "sha256": page.sha256,
        "media_type": page.media_type,
        "encoding": page.encoding,
        "retrieved": page.retrieved.isoformat() if page.retrieved else None,
        "verbatim": page.verbatim,
    }
