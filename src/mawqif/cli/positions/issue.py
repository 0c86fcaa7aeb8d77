"""`mawqif issue`: the propositions on which a record keeps positions."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from mawqif.cli import options
from mawqif.cli.base import new_command, new_group
from mawqif.cli.output import print_json, print_json_list
from mawqif.cli.positions import gather
from mawqif.cli.screen import complain, filled, isolated, say, screen
from mawqif.cli.tables import print_table
from mawqif.i18n import N_, _
from mawqif.model import Issue

_HERE = "mawqif.cli.positions.issue"

command = new_group(
    N_(
        """Keep issues in the record, so that positions on them are found in every report.

An issue is a proposition that people take positions on, described in a few lines of YAML."""
    ),
    name="issue",
    lazy={"add": f"{_HERE}:_add", "list": f"{_HERE}:_list", "show": f"{_HERE}:_show", "remove": f"{_HERE}:_remove"},
)


@new_command(
    N_(
        """Keep the issues of a file and find the positions on them.

An issue whose words changed replaces the one of its id, and its positions are found anew."""
    ),
    name="add",
)
@click.argument("file", metavar="FILE.yaml", type=click.Path(path_type=Path))
@options.lexicon
@options.json_output
def _add(file: Path, folders: tuple[Path, ...], as_json: bool) -> None:
    from mawqif.lexicon import load
    from mawqif.store import Record

    issues, lexicon = gather.issues_in(file), load(options.lexicon_folders(folders))
    with Record(options.record_path()) as record:
        outcomes = Counter(record.positions.keep(issue) for issue in issues)
        gather.find(record, lexicon)
        counts = record.positions.counts()
    rows = [(issue, *counts[issue.id]) for issue in issues]
    if as_json:
        print_json([_value(*row) for row in rows])
    elif not screen().quiet:
        words = _("Added {added}, updated {updated}, unchanged {unchanged}.")
        say(filled(words, added=outcomes["added"], updated=outcomes["updated"], unchanged=outcomes["unchanged"]))
        _print(rows)


@new_command(N_("List the issues of the record, with what was found on each."), name="list")
@options.json_output
def _list(as_json: bool) -> None:
    from mawqif.store import Record

    with Record(options.record_path(), readonly=True) as record:
        counts = record.positions.counts()
        rows = [(issue, *counts[issue.id]) for issue in record.positions.issues()]
    if as_json:
        print_json_list(_value(*row) for row in rows)
    elif rows:
        _print(rows)
    else:
        complain(_("The record holds no issue yet; add some with `mawqif issue add FILE.yaml`"))


@new_command(N_("Show an issue as it was described."), name="show")
@click.argument("id")
@options.json_output
def _show(id: str, as_json: bool) -> None:
    from mawqif.store import Record

    with Record(options.record_path(), readonly=True) as record:
        issue = record.positions.issue(id)
        counts = record.positions.counts()[id]
    if as_json:
        print_json(_value(issue, *counts))
        return
    say(f"{isolated(issue.id)}  {isolated(issue.title(screen().lang))}")
    for name, words in (
        (_("Proposition"), [text for _lang, text in issue.proposition]),
        (_("About"), issue.about),
        (_("With"), issue.with_),
        (_("Against"), issue.against),
    ):
        if words:
            say(f"{name}  {isolated(_(', ').join(words))}")
    say(filled(_("{positions} positions in {reports} reports"), positions=counts[0], reports=counts[1]))


@new_command(N_("Remove an issue with what was found on it and the watches on it."), name="remove")
@click.argument("id")
def _remove(id: str) -> None:
    from mawqif.store import Record

    with Record(options.record_path(), create=False) as record:
        record.positions.drop(id)
    if not screen().quiet:
        say(filled(_("Removed {id}."), id=id))


def _print(rows: list[tuple[Issue, int, int]]) -> None:
    columns = (_("Issue"), _("Label"), _("Positions"), _("Reports"))
    lang = screen().lang
    print_table(columns, [(i.id, i.title(lang), str(positions), str(reports)) for i, positions, reports in rows])


def _value(issue: Issue, positions: int, reports: int) -> dict[str, object]:
    """The issue in the shape of the file, with what was found."""
    return {
        "id": issue.id,
        "label": dict(issue.label),
        "proposition": dict(issue.proposition),
        "about": list(issue.about),
        "with": list(issue.with_),
        "against": list(issue.against),
        "positions": positions,
        "reports": reports,
    }
