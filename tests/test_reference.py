"""The command reference is made from the commands, and is as they are."""

from __future__ import annotations

from pathlib import Path

from mawqif.cli.app import app
from mawqif.cli.reference import reference

PAGE = Path(__file__).parent.parent / "docs" / "commands.md"


def test_the_page_is_what_the_commands_say() -> None:
    assert PAGE.read_text("utf-8") == reference(), "run python -m mawqif.cli.reference > docs/commands.md"


def test_every_command_is_on_the_page_in_both_languages() -> None:
    page = PAGE.read_text("utf-8")
    for name in app.commands if hasattr(app, "commands") else ():
        assert page.count(f"mawqif {name}") >= 2, name
