"""Who in the data files a speaker is, may be, and speaks for, as `show` tells it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mawqif.cli import options
from mawqif.cli.screen import isolated, screen
from mawqif.i18n import _
from mawqif.model import Speaker


def known(speaker: Speaker, folders: tuple[Path, ...]) -> Iterator[tuple[str, str]]:
    """A label and its value for each thing that the registry says of a speaker."""
    ids = (speaker.actor, *speaker.represents, *speaker.candidates)
    names = _names(tuple(id for id in ids if id), folders)
    if speaker.actor:
        yield _("Actor"), f"{names[speaker.actor]}, {speaker.link}"
    if speaker.represents:
        yield _("Speaks for"), "; ".join(names[id] for id in speaker.represents)
    if speaker.candidates:
        yield _("May be"), "; ".join(names[id] for id in speaker.candidates)


def _names(ids: tuple[str, ...], folders: tuple[Path, ...]) -> dict[str, str]:
    """Each id behind the actor's name; alone where no data file has a name for it."""
    if not ids:
        return {}
    from mawqif.lexicon import load
    from mawqif.lexicon.actors import actor_name

    lexicon = load(options.lexicon_folders(folders))
    language = "ar" if screen().rtl else "en"
    named = {id: actor_name(id, lexicon, language) for id in ids}
    return {id: f"{isolated(name)} ({id})" if name else id for id, name in named.items()}
