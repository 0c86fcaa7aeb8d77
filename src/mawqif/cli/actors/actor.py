"""`mawqif actor`: one actor shown, and what readers make of actors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mawqif.cli import options
from mawqif.cli.actors import gather
from mawqif.cli.actors.values import Shown
from mawqif.cli.base import new_command, new_group, option
from mawqif.cli.output import print_json
from mawqif.cli.rulings import told
from mawqif.cli.screen import say, screen
from mawqif.errors import UsageError
from mawqif.i18n import N_
from mawqif.model import ActorAnchor, Ruling, judgement_json

if TYPE_CHECKING:
    from mawqif.lexicon import Lexicon
    from mawqif.store import Record

command = new_group(
    N_("""Show, merge, split and rename actors.

ACTOR is an id, the first characters of one, or a name that only one actor has. What is said here
is kept as a judgement: it holds whatever the program finds, and can be undone with `mawqif undo`."""),
    name="actor",
    lazy={
        "show": "mawqif.cli.actors.actor:show",
        "merge": "mawqif.cli.actors.actor:merge",
        "split": "mawqif.cli.actors.actor:split",
        "rename": "mawqif.cli.actors.actor:rename",
    },
)

REASON = N_("Why.")


def _lexicon(folders: Sequence[Path]) -> Lexicon:
    from mawqif.lexicon import load

    return load(folders)


@new_command(N_("""Show an actor: its titles over time, its spellings, why they are one."""), name="show")
@click.argument("actor")
@options.lexicon
@options.json_output
def show(actor: str, folders: tuple[Path, ...], as_json: bool) -> None:
    """`mawqif actor show`."""
    given = options.lexicon_folders(folders)
    lexicon = _lexicon(given)
    shown = Shown(lexicon)
    with gather.opened(given) as record:
        rows = record.actors.all(ids=[gather.one(record, actor, lexicon)])
        if not rows:
            raise UsageError(N_("'{name}' said nothing in this record"), name=actor)
        if as_json:
            print_json(shown.value(rows[0]))
        else:
            shown.print_one(rows[0])


@new_command(N_("""Merge actors: the OTHERS are ACTOR."""), name="merge")
@click.argument("actor")
@click.argument("others", nargs=-1, required=True)
@option("--reason", metavar="TEXT", help=REASON)
@options.reader
@options.lexicon
@options.json_output
def merge(
    actor: str,
    others: tuple[str, ...],
    reason: str | None,
    reader: str | None,
    folders: tuple[Path, ...],
    as_json: bool,
) -> None:
    """`mawqif actor merge`."""
    _judge((actor, *others), Ruling.MERGE, {}, reason, reader, folders, as_json)


@new_command(
    N_(
        """Split an actor: the speakers with these names or titles are another one.

Names are written as the record has them; a title matches where its words stand in the speaker's."""
    ),
    name="split",
)
@click.argument("actor")
@option("--name", "names", multiple=True, metavar="NAME", help=N_("A name of the other actor; may be repeated."))
@option("--office", "offices", multiple=True, metavar="WORDS", help=N_("A title of the other actor; may be repeated."))
@option("--reason", metavar="TEXT", help=REASON)
@options.reader
@options.lexicon
@options.json_output
def split(
    actor: str,
    names: tuple[str, ...],
    offices: tuple[str, ...],
    reason: str | None,
    reader: str | None,
    folders: tuple[Path, ...],
    as_json: bool,
) -> None:
    """`mawqif actor split`."""
    if not (names or offices):
        raise UsageError(N_("Say who the other one is, with --name or --office"))
    payload = {"names": list(names), "offices": list(offices)}
    _judge((actor,), Ruling.SPLIT, payload, reason, reader, folders, as_json)


@new_command(N_("""Give an actor the NAME under which it is shown."""), name="rename")
@click.argument("actor")
@click.argument("name")
@option("--reason", metavar="TEXT", help=REASON)
@options.reader
@options.lexicon
@options.json_output
def rename(
    actor: str, name: str, reason: str | None, reader: str | None, folders: tuple[Path, ...], as_json: bool
) -> None:
    """`mawqif actor rename`."""
    if not name.strip():
        raise UsageError(N_("A name is not empty"))
    _judge((actor,), Ruling.RENAME, {"name": " ".join(name.split())}, reason, reader, folders, as_json)


def _judge(
    asked: Sequence[str],
    ruling: Ruling,
    payload: Mapping[str, object],
    reason: str | None,
    reader: str | None,
    folders: tuple[Path, ...],
    as_json: bool,
) -> None:
    """Keep what is said of these actors, and tell it."""
    given = options.lexicon_folders(folders)
    lexicon = _lexicon(given)
    with gather.opened(given, write=True) as record:
        ids = list(dict.fromkeys(gather.one(record, name, lexicon) for name in asked))
        if len(ids) < len(asked):
            raise UsageError(N_("'{name}' and another one are one actor already"), name=asked[-1])
        anchors = [_anchor(record, id) for id in ids]
        by = options.reader_name(reader)
        judged = record.judgements.add_of_actors(anchors, ruling, payload, by=by, reason=reason)
        if as_json:
            print_json(judgement_json(judged))
        elif not screen().quiet:
            say(told(judged))


def _anchor(record: Record, id: str) -> ActorAnchor:
    """The actor with its names, so that it is found again when its id is another one."""
    rows = record.actors.all(ids=[id])
    return ActorAnchor(id, tuple(name for name, _n in rows[0].spellings) if rows else ())
