"""`mawqif changes`: what is new of positions since a day, or since one looked last."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from mawqif.cli import options
from mawqif.cli.app import told
from mawqif.cli.base import new_command, option
from mawqif.cli.output import print_json
from mawqif.cli.positions import entries, gather, values
from mawqif.cli.screen import complain, filled, isolated, say, screen, strong
from mawqif.errors import RecordReadOnly
from mawqif.i18n import N_, _
from mawqif.model import News, Saying

if TYPE_CHECKING:
    from mawqif.model import Issue

HELP = N_(
    """Tell what is new of the positions in the record.

With --since, what was said since that day; else what the record came to know since the last look,
which then moves on. A look that asks for one issue or one actor, or with --peek, does not move."""
)


@new_command(HELP, name="changes")
@option("--since", type=options.first_day, metavar="DATE", help=N_("From this day, month or year."))
@option("--issue", metavar="ID", help=N_("On this issue only."))
@option("--actor", metavar="NAME", help=N_("Whose: a state, a body or a person, by any of its names."))
@option("--as", "reader", default="", metavar="NAME", help=N_("Whose look it is, where several people share a record."))
@option("--peek", is_flag=True, help=N_("Do not move the look."))
@options.lexicon
@options.json_output
def command(
    since: dt.date | None,
    issue: str | None,
    actor: str | None,
    reader: str,
    peek: bool,
    folders: tuple[Path, ...],
    as_json: bool,
) -> None:
    from mawqif.lexicon import load
    from mawqif.pipeline.positions import Asked, history, news

    lexicon = load(options.lexicon_folders(folders))
    with gather.opened(lexicon) as record:
        issues = (record.positions.issue(issue),) if issue else record.positions.issues()
        upto, latest = record.positions.look(reader), record.positions.latest()
        found = gather.sayings(record, issue)

    def fresh(saying: Saying) -> bool:
        if since is not None:
            return saying.day is not None and saying.day >= since
        return (saying.noticed or 0) > upto

    new = news(history(found, Asked(actor), lexicon), fresh)
    if as_json:
        print_json([values.news_value(item) for item in new])
    else:
        _print(new, issues)
    if since is None and not (peek or issue or actor) and latest > upto:
        _move(reader, latest)


def _move(reader: str, latest: int) -> None:
    from mawqif.store import Record

    try:
        with Record(options.record_path(), create=False) as record:
            record.positions.looked(reader, latest)
    except RecordReadOnly as e:
        complain("mawqif: " + told(e))


def _print(new: tuple[News, ...], issues: tuple[Issue, ...]) -> None:
    if not new:
        complain(_("Nothing is new."))
        return
    for issue in issues:
        mine = [n for n in new if n.issue == issue.id]
        if mine:
            say(strong(isolated(issue.title(screen().lang))))
            for item in entries.changes(mine):
                print_entry(entries.entry(item))
            for line in entries.restatements(mine, issues, screen().lang):
                say("  " + isolated(line))
            say()


def print_entry(e: entries.Entry) -> None:
    """A piece of news on a terminal."""
    say(filled("  {day}  {holder}  {head}", day=e.day, holder=e.holder, head=e.head))
    say(f"    {isolated(f'«{e.quotation}»')}")
    for template, found in ((_("condition: {words}"), e.conditions), (_("exception: {words}"), e.exceptions)):
        for words in found:
            say("    " + filled(template, words=f"«{words}»"))
    arrow = " ← " if screen().rtl else " → "
    say(f"    {arrow.join(isolated(part) for part in e.chain)}  [{e.ref[:8]}]")
    if e.carried:
        say("    " + isolated(e.carried))
