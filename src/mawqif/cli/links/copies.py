"""`mawqif copies`: texts that stand in several reports."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mawqif.cli import options
from mawqif.cli.base import new_command, option
from mawqif.cli.links import shown
from mawqif.cli.links.gather import opened
from mawqif.cli.output import print_csv, print_json, print_rows
from mawqif.cli.screen import complain, filled, flat, isolated, say, shortened
from mawqif.i18n import N_, _, ngettext, pgettext

if TYPE_CHECKING:
    from mawqif.store.links.rows import FamilyRow, KinRow

HELP = N_(
    """List texts that stand in several reports, or, with REPORT, what other reports have of its text.

Without REPORT: groups of reports that are copies of each other, whole, edited or in part. With
REPORT (an id or the beginning of one): each report whose text has to do with it, of which kind,
by which rule, how much of each is shared and which passages. Reports of one formula on different
events, and reports on one event in words of their own, are told apart from copies."""
)
COLUMNS = ("reports", "outlets", "first", "last", "title", "ids")
PASSAGE = 160  # code points of a passage that are shown
PAIR_COLUMNS = (
    "report",
    "date",
    "outlet",
    "title",
    "class",
    "rule",
    "share",
    "share_other",
    "credit",
    "first",
    "passages",
)


@new_command(HELP, name="copies")
@click.argument("report", required=False)
@option("--text", metavar="WORDS", help=N_("Words of the headline or the text."))
@options.days
@options.outlet
@option("--outlets", type=click.IntRange(min=1), default=1, metavar="N", help=N_("In so many outlets or more."))
@options.limit
@options.lexicon
@options.formats
def command(report: str | None, folders: tuple[Path, ...], as_json: bool, as_csv: bool, **filters: Any) -> None:
    options.one_format(as_json, as_csv)
    with opened(options.lexicon_folders(folders)) as record:
        if report is not None:
            mine = record.report(report).id
            _print_kin(mine, record.links.copies_of(mine), as_json, as_csv)
            return
        rows = record.links.families(**filters)
        print_rows(rows, as_json, as_csv, value=value, columns=COLUMNS, cells=cells, show=print_families)


def value(row: FamilyRow) -> dict[str, object]:
    """A group of copies as plain values."""
    return {
        "reports": [shown.facts_value(r) for r in row.reports],
        "outlets": list(row.outlets),
        "pairs": [shown.kin_value(pair) for pair in row.pairs],
    }


def cells(row: FamilyRow) -> dict[str, object]:
    """A group of copies as one line of CSV."""
    days = sorted(r.date.isoformat() for r in row.reports if r.date)
    return {
        "reports": len(row.reports),
        "outlets": " | ".join(row.outlets),
        "first": days[0] if days else None,
        "last": days[-1] if days else None,
        "title": flat(row.reports[0].title or ""),
        "ids": " ".join(r.id for r in row.reports),
    }


def print_families(rows: Iterable[FamilyRow]) -> None:
    """Each group: how many, then its reports."""
    none = True
    for row in rows:
        if not none:
            say()
        none = False
        many = ngettext("{n} report", "{n} reports", len(row.reports)).format(n=len(row.reports))
        outlets = ngettext("{n} outlet", "{n} outlets", len(row.outlets)).format(n=len(row.outlets))
        say(f"{many}, {outlets}")
        for report in row.reports:
            say("  " + shown.report_line(report))
    if none:
        complain(_("No copies were found."))


def _print_kin(report: str, rows: list[KinRow], as_json: bool, as_csv: bool) -> None:
    if as_json:
        print_json([shown.kin_value(row) for row in rows])
    elif as_csv:
        print_csv(PAIR_COLUMNS, (_pair_cells(report, row) for row in rows))
    elif not rows:
        complain(_("No other report of the record has to do with this text."))
    else:
        for row in rows:
            _print_pair(report, row)


def _pair_cells(report: str, row: KinRow) -> dict[str, object]:
    other, kin = row.other(report), row.kin
    mine, theirs = (kin.share_a, kin.share_b) if row.a.id == report else (kin.share_b, kin.share_a)
    return {
        "report": other.id,
        "date": other.date.isoformat() if other.date else None,
        "outlet": other.outlet,
        "title": flat(other.title or ""),
        "class": kin.kinship.value,
        "rule": kin.rule,
        "share": round(mine, 3),
        "share_other": round(theirs, 3),
        "credit": kin.credit,
        "first": kin.first,
        "passages": len(kin.shared),
    }


def _print_pair(report: str, row: KinRow) -> None:
    told = _pair_cells(report, row)
    say(shown.report_line(row.other(report)))
    kind = pgettext("kinship", shown.KINSHIPS[row.kin.kinship])
    line = _("{kind} ({rule}); shared: {mine}% of this one, {theirs}% of that one, in {n} passages")
    percent = {"mine": round(100 * float(str(told["share"]))), "theirs": round(100 * float(str(told["share_other"])))}
    say("  " + filled(line, kind=kind, rule=row.kin.rule, n=len(row.kin.shared), **percent))
    say("  " + _first(report, row))
    if row.kin.credit:
        say("  " + filled(_("both name {credit}"), credit=row.kin.credit))
    for shared in row.kin.shared[:3]:
        span = shared.a if row.a.id == report else shared.b
        say("    " + isolated(shortened(span.text, PASSAGE)))


def _first(report: str, row: KinRow) -> str:
    if row.kin.first is None:
        return _("which was first is unknown")
    return _("this one was first") if row.kin.first == report else _("that one was first")
