"""`mawqif doctor`: what is installed, what the word lists hold, and whether the record is sound."""

from __future__ import annotations

import locale
import os
import platform
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

from mawqif import __version__
from mawqif.cli import options
from mawqif.cli.base import new_command
from mawqif.cli.output import print_json
from mawqif.cli.screen import has_bidi, is_terminal, isolated, say, screen
from mawqif.errors import MawqifError, RecordError
from mawqif.i18n import N_, _, sentence

HELP = N_(
    """Check the installation and the record.

Every span of the record is compared with its text and every page with its SHA-256, which takes a
while for a large record. The exit code is 3 if the record is damaged."""
)
LIBRARIES = (
    "charset-normalizer",
    "click",
    "hijridate",
    "httpx",
    "icalendar",
    "orjson",
    "PyYAML",
    "rich",
    "SQLAlchemy",
    "trafilatura",
    "python-bidi",
)
SHOWN = 20  # problems


@new_command(HELP, name="doctor")
@options.lexicon
@options.json_output
def command(folders: tuple[Path, ...], as_json: bool) -> int:
    found = {
        "mawqif": __version__,
        "python": platform.python_version(),
        "platform": platform.platform(),
        "sqlite": _sqlite(),
        "libraries": {name: _version(name) for name in LIBRARIES},
        "lexicon": _lexicon(options.lexicon_folders(folders)),
        "record": _record(options.record_path()),
        "locale": _locale(),
        "terminal": _terminal(),
    }
    if as_json:
        print_json(found)
    else:
        _print(found)
    return _exit_code(found)


def _sqlite() -> str:
    from mawqif.store import sqlite_version

    return sqlite_version()


def _exit_code(found: dict[str, Any]) -> int:
    if found["record"].get("problems"):
        return RecordError.exit_code
    return 2 if "error" in found["lexicon"] else 0


def _version(library: str) -> str | None:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return None


def _lexicon(folders: tuple[Path, ...]) -> dict[str, Any]:
    from mawqif.lexicon import load

    named = {"folders": [str(f) for f in folders]}
    try:
        lexicon = load(folders)
    except MawqifError as e:
        return {**named, "error": sentence(e)}
    parts = ("cues", "outlets", "states", "offices", "issues")
    return {**named, **{part: len(getattr(lexicon, part)) for part in parts}}


def _record(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = {"path": str(path), "exists": path.exists()}
    if not found["exists"]:
        return found
    from mawqif.store import Record

    try:
        with Record(path, readonly=True) as record:
            counts = record.counts()
            held = {"reports": counts.reports, "statements": counts.statements, "speakers": counts.speakers}
            about = {"made_by": record.version, "schema": record.schema_version, "bytes": path.stat().st_size}
            return {**found, **about, **held, "problems": record.check()}
    except MawqifError as e:
        return {**found, "problems": [sentence(e)]}


def _locale() -> dict[str, Any]:
    names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    asked = {name: os.environ[name] for name in names if name in os.environ and name != "LANGUAGE"}
    return {"messages": screen().lang, "encoding": locale.getpreferredencoding(False), **asked}


def _terminal() -> dict[str, Any]:
    return {
        "stdout": is_terminal(sys.stdout),
        "stderr": is_terminal(sys.stderr),
        "width": screen().width,
        "TERM": os.environ.get("TERM"),
        "visual": screen().visual,
        "python-bidi": has_bidi(),
    }


def _print(found: dict[str, Any]) -> None:
    """A line for each part; the keys are those of --json."""
    for name, value in found.items():
        if not isinstance(value, dict):
            say(f"{name}: {value}")
            continue
        problems = value.pop("problems", None)
        inside = ", ".join(f"{k} {isolated(_word(v))}" for k, v in value.items())
        say(f"{name}: {inside}")
        if problems is not None:
            _print_problems(problems)
            value["problems"] = problems


def _word(value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return " ".join(value) or "-"
    return "-" if value is None else str(value)


def _print_problems(problems: list[str]) -> None:
    if not problems:
        say("  " + _("the record is sound"))
    for problem in problems[:SHOWN]:
        say("  " + isolated(problem))
    if len(problems) > SHOWN:
        say("  " + _("and {count} more; --json lists them all").format(count=len(problems) - SHOWN))
