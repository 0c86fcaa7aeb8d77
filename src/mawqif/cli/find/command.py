"""`mawqif find`: a quotation in hand, and what the record holds of it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mawqif.cli import options
from mawqif.cli.actors import gather
from mawqif.cli.base import new_command, option
from mawqif.cli.output import print_json
from mawqif.cli.screen import complain, filled, standard_input
from mawqif.errors import InputError, NotInRecord
from mawqif.i18n import N_, _

if TYPE_CHECKING:
    import datetime as dt

    from mawqif.lexicon import Lexicon
    from mawqif.model.finding import Answer
    from mawqif.pipeline.finding import Asked
    from mawqif.store import Record

HELP = N_(
    """Look for a quotation: was it ever said, by whom, in these words?

TEXT is the quotation, the path of a file that holds it, or - for standard input; Arabic or English.
Spelling, vowel signs and marks may differ, parts may be left out with «...», and a «N. said:» before
it, a link or a handle behind it do no harm. The answer says whether the words stand in a report as
given (verbatim), altered (with the words that differ), in the opposite sense, or in other words; who
said them, where first, and what was left out around them. The exit code is 0 where the record has
it, 4 where it has not or, with --speaker, where that speaker did not say it."""
)
_PATH = re.compile(r"[^\s:]*/[^\s:]+|[^\s:/]+\.(?:txt|html?|md|jsonl?)")  # of a single file, no address
NO = 4  # exit code
FOUND_SHOWN = 5  # findings, where no --limit is given


@new_command(HELP, name="find")
@click.argument("text", nargs=-1, required=True)
@option("--speaker", metavar="NAME", help=N_("Did this speaker say it? A name, an office, or the id of an actor."))
@options.days
@options.outlet
@options.limit
@options.lexicon
@options.json_output
def command(
    text: tuple[str, ...],
    speaker: str | None,
    since: dt.date | None,
    until: dt.date | None,
    outlet: str | None,
    limit: int | None,
    folders: tuple[Path, ...],
    as_json: bool,
) -> int:
    from mawqif.cli.find.linked import linked
    from mawqif.cli.find.told import print_answer
    from mawqif.cli.find.values import answer_value
    from mawqif.lexicon import load
    from mawqif.model.finding import Within
    from mawqif.pipeline import meaning
    from mawqif.pipeline.finding import find

    given = options.lexicon_folders(folders)
    pasted, lexicon = _pasted(" ".join(text)), load(given)
    with _opened(given, linked=speaker is not None) as record:
        asked = _asked(record, speaker, lexicon) if speaker is not None else None
        within, likeness = Within(since, until, outlet), meaning.likeness if meaning.installed() else None
        answer = find(record.quotations, pasted, lexicon, asked=asked, within=within, meaning=likeness)
        links = linked(record, answer, lexicon, limit or FOUND_SHOWN)
        if as_json:
            print_json(answer_value(answer, links, limit))
        else:
            print_answer(answer, links, limit or FOUND_SHOWN)
    return 0 if held(answer) else NO


def held(answer: Answer) -> bool:
    """Whether the record has what was asked: the words or their sense, or, of a speaker, that it said so."""
    from mawqif.model.finding import Likeness, Said

    if answer.said is not None and not answer.claimed:
        return answer.said not in (Said.OPPOSITE, Said.QUOTED, Said.OTHER, Said.NO)
    return any(f.likeness is not Likeness.OPPOSITE for f in answer.findings[:1])


@contextmanager
def _opened(folders: tuple[Path, ...], *, linked: bool) -> Iterator[Record]:
    """The record for reading, its speakers linked where one is asked for."""
    from mawqif.store import Record

    with gather.opened(folders) if linked else Record(options.record_path(), readonly=True) as record:
        yield record


def _pasted(text: str) -> str:
    """The quotation: the words themselves, or what is in the file or on standard input."""
    from mawqif.sources.decoding import decode

    if text.strip() == "-":
        return decode(standard_input().read(), "-").text
    if _is_file(text):
        return decode(Path(text).read_bytes(), text).text
    if _PATH.fullmatch(text.strip()):
        raise InputError(N_("{path}: there is no such file"), path=text.strip())
    return text


def _is_file(text: str) -> bool:
    try:
        return os.path.isfile(text)
    except ValueError:  # a character that no path has
        return False


def _asked(record: Record, name: str, lexicon: Lexicon) -> Asked:
    """The speaker of this name; one that the record does not know is asked for by the words of the name alone."""
    from mawqif.pipeline.finding import Asked

    try:
        return Asked(name, frozenset(gather.several(record, name, lexicon)))
    except NotInRecord:
        complain(filled(_("The record knows no actor '{name}'; the words of the name are looked for"), name=name))
        return Asked(name)
