"""`mawqif brief`: the day's brief of positions, as text, Markdown or a page."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from mawqif.cli import options
from mawqif.cli.base import new_command, option
from mawqif.cli.commitments import status_of
from mawqif.cli.output import writing
from mawqif.cli.positions import gather, pages
from mawqif.cli.positions.entries import Entry, changes, entry, label_of, restatements, undertaking
from mawqif.cli.positions.pages import Brief, Section
from mawqif.cli.screen import screen, shaped
from mawqif.i18n import N_, _
from mawqif.model import Due, Issue, News, Saying, Turn

HELP = N_(
    """Write a brief: new positions, changes, what was said about having said it, commitments due.

Each with its quotation and its chain. Without --since it is about yesterday and today. Commitments are
due as `commitments` has it, on --until or else today; with --issue, those of statements on it."""
)
FORMATS = {"text": pages.text, "markdown": pages.markdown, "html": pages.html}


@new_command(HELP, name="brief")
@option("--since", type=options.first_day, metavar="DATE", help=N_("From this day on: a date, yesterday, today."))
@option("--until", type=options.last_day, metavar="DATE", help=N_("Up to this day, month or year."))
@option("--issue", metavar="ID", help=N_("On this issue only."))
@option("--format", "shape", type=click.Choice(tuple(FORMATS)), default="text", help=N_("How it is written."))
@option("-o", "--output", metavar="FILE", help=N_("The file to write; else standard output."))
@options.lexicon
def command(
    since: dt.date | None,
    until: dt.date | None,
    issue: str | None,
    shape: str,
    output: str | None,
    folders: tuple[Path, ...],
) -> None:
    from mawqif.lexicon import load
    from mawqif.pipeline.positions import Asked, history, news

    begins = since or dt.date.today() - dt.timedelta(days=1)
    lexicon = load(options.lexicon_folders(folders))
    with gather.opened(lexicon) as record:
        issues = (record.positions.issue(issue),) if issue else record.positions.issues()
        found = gather.sayings(record, issue)
        due = [row for row in record.commitments() if status_of(row, until or dt.date.today()) == Due.DUE]

    def fresh(saying: Saying) -> bool:
        return saying.day is not None and saying.day >= begins

    new = news(history(found, Asked(until=until), lexicon), fresh)
    if issue:
        on_it = {s.statement for s in found}
        due = [row for row in due if row.statement.id in on_it]
    undertaken = (
        [Section(_("Commitments due"), tuple((_("commitment"), undertaking(row)) for row in due))] if due else []
    )
    brief = Brief(_title(begins, until), (*_sections(new, issues), *undertaken))
    written = FORMATS[shape](brief)
    with writing(output) as out:
        out.write((shaped(written) if shape == "text" and output in (None, "-") else written).encode("utf-8"))


def _title(since: dt.date, until: dt.date | None) -> str:
    if until:
        return _("Positions from {since} to {until}").format(since=since, until=until)
    return _("Positions since {since}").format(since=since)


def _sections(new: tuple[News, ...], issues: tuple[Issue, ...]) -> list[Section]:
    """What changed, what is new, what is said about having said it, what others say, what was said again."""
    moved = [n for n in changes(new) if n.turn not in (None, Turn.FIRST)]
    parts = (
        (_("Changes"), moved),
        (_("New positions"), [n for n in new if n.turn is Turn.FIRST]),
        (_("About having said it"), [n for n in new if n.turn is None and n.saying.aside]),
        (_("As others say"), [n for n in new if n.turn is None and not n.saying.aside]),
    )
    made = [Section(title, tuple(_labelled(n, issues) for n in found)) for title, found in parts if found]
    again = tuple(restatements(new, issues, screen().lang))
    return [*made, *([Section(_("Said again"), (), again)] if again else [])]


def _labelled(item: News, issues: tuple[Issue, ...]) -> tuple[str, Entry]:
    return label_of(issues, item.issue, screen().lang), entry(item)
