"""`mawqif positions`: who holds what on an issue, since when, who said so, on which conditions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mawqif.cli import options
from mawqif.cli.base import new_command, option
from mawqif.cli.output import print_csv, print_json_list
from mawqif.cli.positions import gather, told, values, words
from mawqif.cli.screen import complain, filled, isolated, say, screen, strong
from mawqif.i18n import N_, _
from mawqif.model import Stance, Timeline

if TYPE_CHECKING:
    from mawqif.model import Issue, Saying

HELP = N_(
    """Tell the positions on an issue in the course of time.

For each holder: what is held now, since when, who said so in which words, on which conditions, how
often it was said again; then what changed. What others say of a holder, what has no date, and
statements about having said it stand apart. ISSUE is one that the record keeps, or with --issues
one of that file."""
)


@new_command(HELP, name="positions")
@click.argument("issue", required=False)
@option("--issues", metavar="FILE.yaml", type=click.Path(path_type=Path), help=N_("Issues that need not be kept."))
@option("--actor", metavar="NAME", help=N_("Whose: a state, a body or a person, by any of its names."))
@options.days
@option("--stance", type=words.to_stance, metavar="STANCE", help=N_("Who now holds it: support, oppose, conditional."))
@options.outlet
@options.min_score
@options.lexicon
@options.formats
def command(
    issue: str | None,
    issues: Path | None,
    actor: str | None,
    since: dt.date | None,
    until: dt.date | None,
    stance: Stance | None,
    outlet: str | None,
    min_score: float | None,
    folders: tuple[Path, ...],
    as_json: bool,
    as_csv: bool,
) -> None:
    from mawqif.lexicon import load
    from mawqif.pipeline.positions import Asked, history

    options.one_format(as_json, as_csv)
    lexicon = load(options.lexicon_folders(folders))
    with gather.opened(lexicon) as record:
        if issues:
            asked_for = gather.issue_of(issues, issue)
            found = gather.sayings_at_once(record, lexicon, asked_for)
        else:
            asked_for = record.positions.issue(issue or _only(record.positions.issues()))
            found = gather.sayings(record, asked_for.id)
    lines = history(found, Asked(actor, since, until, stance, outlet, min_score), lexicon)
    if as_json:
        print_json_list(values.timeline_value(line, since) for line in lines)
    elif as_csv:
        print_csv(values.COLUMNS, (row for line in lines for row in values.rows(line, since)))
    else:
        _print(asked_for, lines, since, _nobodys(found))


def _only(issues: Iterable[Issue]) -> str:
    """The only issue of the record; where it is not the only one, it must be named."""
    ids = [issue.id for issue in issues]
    if len(ids) == 1:
        return ids[0]
    raise click.UsageError(filled(_("name the issue: {known}"), known=", ".join(ids) or "mawqif issue add FILE.yaml"))


def _nobodys(found: Iterable[Saying]) -> int:
    return sum(not s.levels for s in found)


def _print(issue: Issue, lines: tuple[Timeline, ...], since: dt.date | None, nobodys: int) -> None:
    if not lines:
        complain(_("No position was found."))
        return
    for text in _title(issue):
        say(text)
    say()
    if len(lines) > 1:
        told.print_overview(lines)
    for line in lines:
        say()
        told.print_timeline(line, since)
    if nobodys:
        say()
        say(filled(_("Left out: {n} positions whose holder cannot be told."), n=nobodys))


def _title(issue: Issue) -> Iterator[str]:
    lang = screen().lang
    yield strong(isolated(issue.title(lang)))
    proposition = dict(issue.proposition)
    if text := proposition.get(lang) or next(iter(proposition.values()), None):
        yield isolated(text)
