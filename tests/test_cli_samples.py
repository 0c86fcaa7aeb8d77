"""What the tests of the command line share: two ways to run it, and invented reports."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner, Result

import mawqif
from mawqif.cli import app

DEMO = Path(mawqif.__file__).parent / "demo"
ENV = {"LANG": "C.UTF-8", "LC_ALL": None, "LC_MESSAGES": None, "LANGUAGE": None, "NO_COLOR": None}
OURS = {"MAWQIF_RECORD": None, "MAWQIF_LEXICON": None, "MAWQIF_DEBUG": None}

SAID = "قال وزير الزراعة في سهلان كريم الواحي إن الموسم {n} كان أفضل من سابقه."


def call(*args: object, stdin: str | bytes = b"", env: Mapping[str, str | None] | None = None) -> Result:
    """Run in this process; exceptions that are nobody's sentence come out."""
    given = {**ENV, **OURS, **(env or {})}
    return CliRunner().invoke(app, [str(a) for a in args], input=stdin, env=given)


def command(*args: object) -> list[str]:
    """The command line of a process."""
    return [sys.executable, "-m", "mawqif", *map(str, args)]


def environment(**more: str) -> dict[str, str]:
    """A process's environment with nothing of ours in it."""
    dropped = ("LC_", "LANG", "MAWQIF_", "NO_COLOR", "PYTHONIOENCODING", "PYTHONUTF8", "PYTHONUNBUFFERED")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(dropped)}
    return {**kept, "LANG": "C.UTF-8", **more}


def process(*args: object, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    """Run as a process of its own, as a user does."""
    return subprocess.run(command(*args), input=stdin, env=environment(**env), capture_output=True, timeout=120)


def lines(count: int, text: str = SAID) -> bytes:
    """So many reports as JSON Lines."""
    docs = ({"id": f"d{n}", "text": text.format(n=n), "date": "2031-05-05"} for n in range(count))
    return b"".join(json.dumps(doc, ensure_ascii=False).encode() + b"\n" for doc in docs)
