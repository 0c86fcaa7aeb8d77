"""`mawqif matrix`: actors by issues, each with its latest stance and how old that is."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from mawqif.cli import options
from mawqif.cli.base import new_command, option
from mawqif.cli.output import print_csv, print_json_list
from mawqif.cli.positions import gather, values, words
from mawqif.cli.screen import complain, filled, screen
from mawqif.cli.tables import print_table
from mawqif.i18n import N_, _
from mawqif.model import Timeline

HELP = N_(
    """Show actors by issues with the latest stance of each and its age.

The age is counted in days from when it was last said; of what was said after --today the day is
shown. Only what holders say themselves, and when, is in it."""
)


@new_command(HELP, name="matrix")
@option("--issue", "only", multiple=True, metavar="ID", help=N_("Only this issue; may be repeated."))
@option("--today", type=options.last_day, metavar="DATE", help=N_("The day to count from; else today."))
@options.outlet
@options.lexicon
@options.formats
def command(
    only: tuple[str, ...],
    today: dt.date | None,
    outlet: str | None,
    folders: tuple[Path, ...],
    as_json: bool,
    as_csv: bool,
) -> None:
    from mawqif.lexicon import load
    from mawqif.pipeline.positions import Asked, history

    options.one_format(as_json, as_csv)
    lexicon = load(options.lexicon_folders(folders))
    now = today or dt.date.today()
    with gather.opened(lexicon) as record:
        issues = tuple(map(record.positions.issue, only)) if only else record.positions.issues()
        found = gather.sayings(record)
    lines = [line for line in history(found, Asked(until=today, outlet=outlet), lexicon) if line.present]
    ids = [issue.id for issue in issues]
    rows = _by_holder([line for line in lines if line.issue in ids])
    if as_json:
        print_json_list(_value(row, now) for row in rows)
    elif as_csv:
        print_csv(("holder", *ids), (_cells(row, ids, now) for row in rows))
    elif rows:
        titles = [issue.title(screen().lang) for issue in issues]
        table = [(row[0].holder.name, *_cells(row, ids, now, shown=True).values()) for row in rows]
        print_table((_("Actor"), *titles), table)
    else:
        complain(_("No position was found."))


def _by_holder(lines: list[Timeline]) -> list[list[Timeline]]:
    """The timelines of each holder; who takes positions on most issues comes first."""
    groups: dict[str, list[Timeline]] = {}
    for line in lines:
        groups.setdefault(line.holder.key, []).append(line)
    return sorted(groups.values(), key=lambda row: (-len(row), row[0].holder.name))


def _cells(row: list[Timeline], ids: list[str], now: dt.date, *, shown: bool = False) -> dict[str, str]:
    by = {line.issue: line for line in row}
    cells = {id: _cell(by[id], now, shown) if id in by else "" for id in ids}
    return cells if shown else {"holder": row[0].holder.name, **cells}


def _cell(line: Timeline, now: dt.date, shown: bool) -> str:
    step = line.present
    assert step
    assert step.stand
    if not shown:
        return f"{step.stand.stance.value} {step.last}"
    mark = _("?") if line.contested else ""
    return f"{words.stand_label(step.stand)}{mark} ({age(step.last, now)})"


def age(last: dt.date, now: dt.date) -> str:
    """How many days ago that was; the day itself where it is still to come."""
    days = (now - last).days
    return filled(_("{n} d"), n=days) if days >= 0 else words.day_of(last)


def _value(row: list[Timeline], now: dt.date) -> dict[str, object]:
    def cell(line: Timeline) -> dict[str, object]:
        value = values.timeline_value(line)["present"]
        assert isinstance(value, dict)
        step = line.present
        assert step
        return {**value, "age": max((now - step.last).days, 0)}

    return {"holder": values.level_value(row[0].holder), "positions": {line.issue: cell(line) for line in row}}
