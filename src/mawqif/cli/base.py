"""Commands and options whose help is looked up in the user's language when it is shown."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

import click

from mawqif.cli.screen import screen, shaped
from mawqif.i18n import LANGUAGES, N_, _

F = TypeVar("F", bound=Callable[..., Any])


class Option(click.Option):
    """An option whose help is a message."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        spoken = copy.copy(self)
        spoken.help = _(self.help or "")
        return super(Option, spoken).get_help_record(ctx)


class _Translated(click.Command):
    """A command whose help is a message: the words before the first full stop are its short help."""

    def get_help(self, ctx: click.Context) -> str:
        return shaped(super().get_help(ctx))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option `--help`, which click remembers, in the language of this call."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _("Show this message and exit.")
        return option

    def get_short_help_str(self, limit: int = 45) -> str:
        return _(self.help or "").partition("\n")[0].rstrip(".")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        spoken = copy.copy(self)
        spoken.help = _(self.help or "")
        super(_Translated, spoken).format_help_text(ctx, formatter)


class Command(_Translated):
    """A command of mawqif; the options of the program are understood after its name, too."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.extend(program_options(hidden=True))


class Group(_Translated, click.Group):
    """A group whose commands are imported when they are asked for.

    `lazy` has each one's module, whose `command` it is, or `module:name`. `top` is that of the program itself, which
    shows the options of the program in its help. `short` has what commands do in a few words, so that the help need
    not import them.
    """

    def __init__(
        self,
        *args: Any,
        lazy: Mapping[str, str],
        short: Mapping[str, str] | None = None,
        top: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.lazy = lazy
        self.short = short or {}
        self.params.extend(program_options(hidden=not top))

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.lazy:
            return None
        module, _colon, name = self.lazy[cmd_name].partition(":")
        found: click.Command = getattr(import_module(module), name or "command")
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, self._about(ctx, name)) for name in self.list_commands(ctx)])

    def _about(self, ctx: click.Context, name: str) -> str:
        if name in self.short:
            return _(self.short[name])
        found = self.get_command(ctx, name)
        return found.get_short_help_str() if found else ""


def option(*names: str, **settings: Any) -> Callable[[F], F]:
    """`click.option` whose help is a message."""
    return click.option(*names, cls=Option, **settings)


def new_command(help: str, **settings: Any) -> Callable[[Callable[..., Any]], Command]:
    """`click.command` whose help is a message; the function's name is the command's."""
    return click.command(cls=Command, help=help, **settings)


def new_group(help: str, *, name: str, lazy: Mapping[str, str]) -> Group:
    """A command with commands of its own (see `Group`); its help is a message."""
    return Group(name=name, help=help, lazy=lazy)


def program_options(*, hidden: bool) -> list[click.Parameter]:
    """The options of the program itself."""
    settings: dict[str, Any] = {"hidden": hidden, "expose_value": False}
    return [
        Option(
            ["--record"],
            type=click.Path(path_type=Path),
            callback=_keep("record"),
            help=N_("The record; else MAWQIF_RECORD, else mawqif.db in this folder."),
            **settings,
        ),
        Option(
            ["--lang"],
            type=click.Choice(LANGUAGES),
            help=N_("The language of messages; else that of the locale."),
            **settings,
        ),
        Option(
            ["--visual"],
            is_flag=True,
            help=N_("Put the letters in the order of the eye, for terminals without bidi."),
            **settings,
        ),
        Option(
            ["-q", "--quiet"],
            is_flag=True,
            callback=_keep("quiet"),
            help=N_("No progress and no summary; errors are still told."),
            **settings,
        ),
    ]


def _keep(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    """Before the command or after it: what was given last counts."""

    def callback(ctx: click.Context, parameter: click.Parameter, value: Any) -> None:
        if value:
            setattr(screen(), name, value)

    return callback
