"""`mawqif demo`: the main job on the reports that Mawqif brings with it."""

from __future__ import annotations

import shlex
from collections import Counter
from dataclasses import asdict
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from mawqif.arabic import search_key
from mawqif.cli import options
from mawqif.cli.add import Summary, add, told_summary
from mawqif.cli.base import new_command
from mawqif.cli.output import print_json
from mawqif.cli.positions import gather
from mawqif.cli.positions.told import print_timeline
from mawqif.cli.screen import filled, say, screen
from mawqif.i18n import N_, _

if TYPE_CHECKING:
    from mawqif.model import Timeline
    from mawqif.store import Record, StatementRow

HELP = N_(
    """Add the demonstration to the record and show what was found.

The demonstration is an invented dispute between invented states, as five invented outlets report
it. A second run adds nothing."""
)


@new_command(HELP, name="demo")
@options.workers
@options.json_output
def command(workers: int | None, as_json: bool) -> int:
    from mawqif import sources
    from mawqif.store import Record

    with resources.as_file(resources.files("mawqif") / "demo") as demo:
        summary = add((str(demo / "reports"),), sources.Given(), (demo / "world",), workers)
        _find_positions(demo / "world")
    with Record(options.record_path(), readonly=True) as record:
        best = _best(record)
        if as_json:
            chain = best.statement.id if best else None
            found = {**asdict(summary), "found": asdict(record.counts()), "chain": chain}
            print_json({"record": str(options.record_path()), **found})
        elif not screen().quiet:
            _print(record, summary, best)
    return 1 if summary.refused else 0


def _find_positions(world: Path) -> None:
    """Keep the issues of the dispute, and find the positions on them."""
    from mawqif.lexicon import load
    from mawqif.store import Record

    lexicon = load((world,))
    with Record(options.record_path(), create=False) as record:
        for issue in lexicon.issues:
            record.positions.keep(issue)
        gather.find(record, lexicon)


def _best(record: Record) -> StatementRow | None:
    """The statement that went through most hands before the outlet's own."""
    return max(record.statements(), key=lambda row: (len(_hands(row)), row.statement.score), default=None)


def _hands(row: StatementRow) -> list[str]:
    """The relays that are not the outlet itself by another spelling."""
    outlet = set(search_key(row.outlet or "").split())
    return [via.text for via in row.statement.via if not outlet & set(search_key(via.text).split())]


def _print(record: Record, summary: Summary, best: StatementRow | None) -> None:
    from mawqif.cli.show import print_statement

    say(told_summary(summary))
    if not summary.added and not summary.updated:
        say(_("Nothing was added: the record holds the demonstration already."))
    say(
        filled(
            _("{path} holds {reports} reports, {statements} statements, {speakers} speakers, {outlets} outlets."),
            path=options.record_path(),
            **asdict(record.counts()),
        )
    )
    if best:
        say()
        say(_("One chain, with its evidence:"))
        say()
        with resources.as_file(resources.files("mawqif") / "demo" / "world") as world:
            print_statement(best, record.report(best.report_id), record.source(best.report_id), (world,))
        line = _most_moved(record)
        if line:
            say()
            say(_("One position in the course of time:"))
            say()
            print_timeline(line)
        say()
        _print_commands(record, best, line)


def _most_moved(record: Record) -> Timeline | None:
    """The timeline with the most steps."""
    from mawqif.lexicon import load
    from mawqif.pipeline.positions import Asked, history

    lines = history(gather.sayings(record), Asked(), load(()))
    return max(lines, key=lambda line: (len(line.steps), len(line.sayings), line.issue), default=None)


def _print_commands(record: Record, best: StatementRow, line: Timeline | None) -> None:
    """Commands that work as they stand here."""
    names = Counter(row.statement.speaker.name for row in record.statements(min_score=0.01))
    (most, _count), *_rest = names.most_common(1)
    say(_("Try next:"))
    for words in (
        ["statements", "--by", most or best.statement.speaker.name or ""],
        ["show", best.statement.id[:8]],
        ["reports", "--outlet", best.outlet or ""],
        *([["positions", line.issue]] if line else []),
    ):
        say("  " + _typed(words))


def _typed(words: list[str]) -> str:
    """The command line, with the record where it is not the default."""
    where: Path | None = screen().record
    record = ["--record", str(where)] if where else []
    return " ".join(shlex.quote(word) for word in ["mawqif", *record, *words])
