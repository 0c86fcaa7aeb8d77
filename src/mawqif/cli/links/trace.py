"""`mawqif trace`: from the speaker over the relays to the outlets, copies folded under their origin."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mawqif.cli import options
from mawqif.cli.base import new_command
from mawqif.cli.links import shown
from mawqif.cli.links.gather import opened
from mawqif.cli.output import print_json
from mawqif.cli.screen import filled, flat, isolated, say, strong
from mawqif.errors import NotInRecord
from mawqif.i18n import N_, _, ngettext, pgettext
from mawqif.model import Hearing, span_json

if TYPE_CHECKING:
    from mawqif.lexicon import Lexicon
    from mawqif.model import Hop, Trace
    from mawqif.store import Record
    from mawqif.store.links.rows import UtteranceRow

HELP = N_(
    """Trace a saying through all reports that carry it: speaker, relays, outlets.

ID is that of a statement, an utterance or a report; of a report each of its statements is traced.
Copies are folded under the report whose text they are. An outlet counts as independent only where
something shows that it heard the words itself; without evidence that is unknown. Outlets that name
each other as their source are told."""
)


@new_command(HELP, name="trace")
@click.argument("id")
@options.lexicon
@options.json_output
def command(id: str, folders: tuple[Path, ...], as_json: bool) -> None:
    from mawqif.lexicon import load

    found = options.lexicon_folders(folders)
    lexicon = load(found)
    with opened(found) as record:
        rows = [(row, traced(record, row, lexicon)) for row in _asked(record, id)]
        if as_json:
            print_json([value(row, trace) for row, trace in rows])
            return
        for n, (row, trace) in enumerate(rows):
            if n:
                say()
            print_trace(row, trace)


def _asked(record: Record, id: str) -> list[UtteranceRow]:
    """The utterance of that id, or all of the report of that id."""
    try:
        return [record.links.utterance(id)]
    except NotInRecord:
        statements = record.reading(id).statements
    found = {row.id: row for s in statements if (row := record.links.utterance(s.id))}
    if not found:
        raise NotInRecord(N_("The report '{id}' holds no statement that could be traced"), id=id)
    return list(found.values())


def traced(record: Record, row: UtteranceRow, lexicon: Lexicon) -> Trace:
    """The chain of an utterance."""
    from mawqif.pipeline.chains import trace

    return trace(record.links, row.members[0][0].statement.id, lexicon)


def value(row: UtteranceRow, trace: Trace) -> dict[str, object]:
    """A chain as plain values."""
    return {
        "utterance": row.id,
        "speaker": row.speaker,
        "words": row.words,
        "first": row.first.isoformat() if row.first else None,
        "independent": list(trace.independent),
        "copies": len(trace.of(Hearing.COPIED)),
        "relayed": len(trace.of(Hearing.RELAYED)),
        "unknown": len(trace.of(Hearing.UNKNOWN)),
        "circles": [list(ring) for ring in trace.circles],
        "reports": [_hop_value(hop) for hop in trace.hops],
    }


def _hop_value(hop: Hop) -> dict[str, object]:
    carry = hop.carry
    return {
        "report": carry.report,
        "statement": carry.statement.id,
        "outlet": carry.outlet,
        "date": carry.day.isoformat() if carry.day else None,
        "title": carry.title,
        "hearing": hop.hearing.value,
        "rule": hop.rule,
        "source": hop.source,
        "named": list(hop.named),
        "evidence": span_json(hop.evidence) if hop.evidence else None,
    }


def counted(trace: Trace) -> str:
    """How many heard it, how many copied it, of how many it is unknown, in one line."""
    n, copies = len(trace.independent), len(trace.of(Hearing.COPIED))
    relayed, unknown = len(trace.of(Hearing.RELAYED)), len(trace.of(Hearing.UNKNOWN))
    parts = [
        ngettext("heard by {n} independent outlet", "heard by {n} independent outlets", n).format(n=n),
        ngettext("{n} copy", "{n} copies", copies).format(n=copies),
        ngettext("{n} report that has it from others", "{n} reports that have it from others", relayed).format(
            n=relayed
        ),
        ngettext("{n} report of which it is unknown", "{n} reports of which it is unknown", unknown).format(n=unknown),
    ]
    return _("; ").join(parts)


def print_trace(row: UtteranceRow, trace: Trace) -> None:
    """The chain as a tree: the speaker, those who heard it, the relays with those who name them, the copies below."""
    say("  ".join((row.id[:8], strong(isolated(flat(row.speaker or _("unknown speaker")))))))
    say("  " + isolated(flat(row.words)))
    say("  " + counted(trace))
    for ring in trace.circles:
        say("  ! " + filled(_("These name each other as their source: {outlets}"), outlets=" ← ".join(ring)))
    for line in _tree(trace):
        say("  " + line)


def _tree(trace: Trace) -> Iterator[str]:
    heads: dict[tuple[str, ...], list[Hop]] = {}
    for hop in trace.hops:
        if hop.hearing is not Hearing.COPIED:
            heads.setdefault(hop.named, []).append(hop)
    for named, hops in sorted(heads.items(), key=lambda item: bool(item[0])):
        if named:
            yield "← " + " ← ".join(isolated(flat(name)) for name in named)
        for hop in hops:
            yield ("   " if named else "") + "• " + _line(hop)
            for copy in trace.hops:
                if copy.source == hop.carry.report:
                    yield ("   " if named else "") + "   = " + _line(copy)


def _line(hop: Hop) -> str:
    carry = hop.carry
    title = isolated(flat(carry.title or _("no headline")))
    outlet = strong(isolated(carry.outlet or _("unknown outlet")))
    why = f"({pgettext('hearing', shown.HEARINGS[hop.hearing])}: {shown.rule(hop.rule)})"
    return "  ".join((outlet, str(carry.day or _("no date")), carry.report[:8], title, why))
