"""Options that several commands share, and the values that they take in any script's digits."""

from __future__ import annotations

import calendar
import contextlib
import datetime as dt
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mawqif.arabic import fold
from mawqif.cli.base import F, option
from mawqif.cli.screen import filled, screen
from mawqif.errors import UsageError
from mawqif.i18n import N_, _

if TYPE_CHECKING:
    from mawqif.model import Issue

_DAYS = {"today": 0, "yesterday": 1, fold("اليوم"): 0, fold("أمس"): 1}
UNITS = {"": 1, "k": 1024, "m": 1024**2, "g": 1024**3}


def size(value: str) -> int:
    """Bytes: 500k, 16M, 1.5 GB."""
    found = re.fullmatch(r"\s*+(\d++(?:\.\d++)?)\s*+([kmg]?)(?:i?b)?\s*+", value, re.IGNORECASE)
    given = int(float(found[1]) * UNITS[found[2].lower()]) if found else 0
    if given < 1:
        raise click.BadParameter(filled(_("'{value}' is no size; write it like 500k or 16M"), value=value))
    return given


def first_day(value: str) -> dt.date:
    """A day in ISO 8601, today or yesterday; a month or a year stands for its first."""
    return _day(value, last=False)


def last_day(value: str) -> dt.date:
    """A day in ISO 8601; a month or a year stands for its last."""
    return _day(value, last=True)


def _day(value: str, *, last: bool) -> dt.date:
    if (back := _DAYS.get(fold(value.strip()).lower())) is not None:
        return dt.date.today() - dt.timedelta(days=back)
    found = re.fullmatch(r"\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\s*", value)
    try:
        year, month, day = (int(part) if part else 0 for part in found.groups()) if found else (0, 0, 0)
        month = month or (12 if last else 1)
        return dt.date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))
    except ValueError:
        wrong = _("'{value}' is no date; write it like 2023-05-05")
        raise click.BadParameter(filled(wrong, value=value)) from None


def workers(function: F) -> F:
    """`--workers`."""
    about = N_("Processes that read; else one a core.")
    return option("--workers", type=click.IntRange(min=1), metavar="N", help=about)(function)


def max_report(function: F) -> F:
    """`--max-report`."""
    return option("--max-report", type=size, metavar="SIZE", help=N_("The longest report that is read; else 16M."))(
        function
    )


def lexicon(function: F) -> F:
    """`--lexicon`, any number of times."""
    return option(
        "--lexicon",
        "folders",
        multiple=True,
        type=click.Path(path_type=Path),
        help=N_("A folder of word lists of your own, after those in MAWQIF_LEXICON; may be repeated."),
    )(function)


def min_score(function: F) -> F:
    """`--min-score`."""
    about = N_("Only with this score or a better one.")
    return option("--min-score", type=click.FloatRange(0, 1), metavar="SCORE", help=about)(function)


def days(function: F) -> F:
    """`--since` and `--until`."""
    until = option("--until", type=last_day, metavar="DATE", help=N_("Up to this day, month or year."))
    since = option("--since", type=first_day, metavar="DATE", help=N_("From this day, month or year."))
    return since(until(function))


def outlet(function: F) -> F:
    """`--outlet` as a filter."""
    return option("--outlet", metavar="NAME", help=N_("Where it was published: a name or a part of one."))(function)


def limit(function: F) -> F:
    """`--limit`."""
    return option("--limit", type=click.IntRange(min=1), metavar="N", help=N_("Not more than these."))(function)


def reader(function: F) -> F:
    """`--as` (see `reader_name`)."""
    about = N_("Who you are; else MAWQIF_READER, else your name on this machine.")
    return option("--as", "reader", metavar="NAME", help=about)(function)


def reader_name(given: str | None) -> str:
    """The name of who reads: as given, else of the environment, else of the login."""
    import getpass

    name = " ".join((given or os.environ.get("MAWQIF_READER") or "").split())
    if not name:
        with contextlib.suppress(OSError, KeyError, ImportError):
            name = getpass.getuser()
    if not name:
        raise UsageError("It is not known who you are; say it with --as NAME or in MAWQIF_READER")
    return name


def formats(function: F) -> F:
    """`--json` and `--csv`, of which a list takes one at most (see `one_format`)."""
    return json_output(csv_output(function))


def json_output(function: F) -> F:
    """`--json`."""
    return option("--json", "as_json", is_flag=True, help=N_("Print JSON."))(function)


def csv_output(function: F) -> F:
    """`--csv`."""
    return option("--csv", "as_csv", is_flag=True, help=N_("Print CSV, with a line of column names."))(function)


def one_format(as_json: bool, as_csv: bool) -> None:
    """Refuse two formats at a time."""
    if as_json and as_csv:
        raise click.UsageError(_("--json and --csv exclude each other"))


def lexicon_folders(given: tuple[Path, ...]) -> tuple[Path, ...]:
    """The folders of the environment, then those that were given."""
    from mawqif.lexicon import default_folders

    return (*default_folders(), *given)


def asked(given: Path | None, folders: tuple[Path, ...]) -> tuple[Issue, ...]:
    """The issues of the lexicon's folders, then those of the file that was given."""
    from mawqif.lexicon import issues, load

    return issues.joined(load(lexicon_folders(folders)).issues, issues.read(given) if given else ())


def record_path() -> Path:
    """Where the record is: the option, else the environment, else this folder."""
    return screen().record or Path(os.environ.get("MAWQIF_RECORD") or "mawqif.db")
