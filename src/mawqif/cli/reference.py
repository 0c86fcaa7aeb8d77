"""The command reference in Markdown, in English and Arabic, made from the commands themselves.

python -m mawqif.cli.reference > docs/commands.md
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator

import click

from mawqif.cli.app import app
from mawqif.i18n import _, speaking

TITLES = {"en": "# Commands", "ar": "# الأوامر"}
ENDINGS = {
    "en": "Exit codes: 0 everything was done, 1 inputs were refused, 2 the command or the lexicon is wrong, "
    "3 the record cannot be used, 4 what was asked is not so (`find`), 130 interrupted. The options of `mawqif` itself "
    "are understood after the command's name, too. Digits may be of any script.",
    "ar": "رموز الخروج: 0 تمّ كل شيء، 1 رُفضت مدخلات، 2 خطأ في الأمر أو في المعجم، 3 لا يمكن استعمال السجلّ، "
    "4 ليس الأمر كما سُئل عنه (`find`)، 130 قُطع العمل. "
    "خيارات `mawqif` نفسه تُفهم بعد اسم الأمر أيضًا. وتصح الأرقام بأي كتابة.",
}
NOTE = "<!-- Made by `python -m mawqif.cli.reference`; change the commands, not this file. -->"


def reference() -> str:
    """The whole page."""
    parts = [NOTE, *_language("en"), '<div dir="rtl">', *_language("ar"), "</div>"]
    return "\n\n".join(parts) + "\n"


def _language(lang: str) -> Iterator[str]:
    with speaking(lang):
        context = click.Context(app, info_name="mawqif", **app.context_settings)
        yield TITLES[lang]
        yield from _command(app, context)
        yield from _commands(app, context, "##")
        yield ENDINGS[lang]


def _commands(group: click.Group, context: click.Context, mark: str) -> Iterator[str]:
    """The commands of a group, each under a heading, and those of the groups among them one level deeper."""
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        if found is not None:
            inner = click.Context(found, info_name=name, parent=context)
            yield f"{mark} {inner.command_path}"
            yield from _command(found, inner)
            if isinstance(found, click.Group):
                yield from _commands(found, inner, mark + "#")


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    """What it does, how it is called, its options."""
    yield inspect.cleandoc(_(command.help or ""))
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    yield f"```\n{usage}\n```"
    records = [p.get_help_record(context) for p in command.get_params(context) if isinstance(p, click.Option)]
    rows = [f"| `{_cell(names)}` | {_cell(about)} |" for names, about in filter(None, records)]
    if rows:
        yield "\n".join(["| | |", "|---|---|", *rows])


def _cell(text: str) -> str:
    """Text that a table holds: a bar would end it."""
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write(reference())
