"""`mawqif watch`: who is told of what is new on an issue."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mawqif.cli import options
from mawqif.cli.base import new_command, new_group, option
from mawqif.cli.output import print_json, print_json_list
from mawqif.cli.screen import complain, filled, say, screen
from mawqif.cli.tables import print_table
from mawqif.errors import UsageError
from mawqif.i18n import N_, _

if TYPE_CHECKING:
    from mawqif.store.positions.following import Watch

_HERE = "mawqif.cli.positions.watch"

command = new_group(
    N_(
        """Be told of what is new on an issue after each `mawqif add`.

News go out as messages to an address, or as an Atom file that feed readers take. What could not be
sent is sent after the next add; nothing that was taken is sent again."""
    ),
    name="watch",
    lazy={"add": f"{_HERE}:_add", "list": f"{_HERE}:_list", "remove": f"{_HERE}:_remove"},
)


@new_command(
    N_(
        """Watch an issue from now on.

URL is an address as apprise has it: json://host/path, mailto://user:password@host, and many more
(it comes with the extra notify)."""
    ),
    name="add",
)
@click.argument("issue")
@option("--notify", "url", metavar="URL", help=N_("Where a message goes."))
@option("--atom", metavar="FILE", type=click.Path(path_type=Path), help=N_("The Atom file to keep up to date."))
@options.json_output
def _add(issue: str, url: str | None, atom: Path | None, as_json: bool) -> None:
    from mawqif import notify
    from mawqif.store import Record

    if url is None and atom is None:
        raise UsageError(N_("say where news go: --notify URL, --atom FILE, or both"))
    if atom is not None and (atom.is_dir() or not atom.absolute().parent.is_dir()):
        raise UsageError(N_("{path}: no file can be written there"), path=atom)
    address = notify.checked(url) if url else None
    with Record(options.record_path(), create=False) as record:
        watch = record.positions.watch(issue, url=address, atom=str(atom.absolute()) if atom else None)
    if as_json:
        print_json(_value(watch))
    elif not screen().quiet:
        say(filled(_("Watch {id} on {issue} begins."), id=watch.id, issue=watch.issue))


@new_command(N_("List the watches; secrets in addresses are not shown."), name="list")
@options.json_output
def _list(as_json: bool) -> None:
    from mawqif.store import Record

    with Record(options.record_path(), readonly=True) as record:
        watches = record.positions.watches()
    if as_json:
        print_json_list(map(_value, watches))
    elif watches:
        columns = ("", _("Issue"), _("Messages"), _("Feed"))
        rows = [_value(watch) for watch in watches]
        print_table(columns, [[str(row[k] or "") for k in ("id", "issue", "notify", "atom")] for row in rows])
    else:
        complain(_("The record holds no watch."))


@new_command(N_("Remove a watch by its number."), name="remove")
@click.argument("id", type=int)
def _remove(id: int) -> None:
    from mawqif.store import Record

    with Record(options.record_path(), create=False) as record:
        record.positions.unwatch(id)
    if not screen().quiet:
        say(filled(_("Removed {id}."), id=id))


def _value(watch: Watch) -> dict[str, object]:
    from mawqif import notify

    url = notify.masked(watch.url) if watch.url else None
    return {"id": watch.id, "issue": watch.issue, "notify": url, "atom": watch.atom}
