"""The program: its commands, its options, and how every failure ends in one sentence and an exit code.

0 everything was done, 1 inputs were refused, 2 the command or the lexicon is wrong, 3 the record
cannot be used, 4 what was asked is not so (`find`), 130 interrupted.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NoReturn

import click

from mawqif import __version__
from mawqif.cli import screen as at
from mawqif.cli.base import Group, Option
from mawqif.cli.short import SHORT
from mawqif.errors import MawqifError, UsageError
from mawqif.i18n import LANGUAGES, N_, _, preferred, sentence, speaking

COMMANDS = {
    "add": "mawqif.cli.add",
    "extract": "mawqif.cli.extract",
    "statements": "mawqif.cli.statements",
    "show": "mawqif.cli.show",
    "find": "mawqif.cli.find.command",
    "reports": "mawqif.cli.reports",
    "instruments": "mawqif.cli.instruments",
    "commitments": "mawqif.cli.commitments",
    "occasions": "mawqif.cli.occasions",
    "utterances": "mawqif.cli.links.utterances",
    "trace": "mawqif.cli.links.trace",
    "copies": "mawqif.cli.links.copies",
    "stories": "mawqif.cli.links.stories",
    "actors": "mawqif.cli.actors.actors",
    "actor": "mawqif.cli.actors.actor",
    "judge": "mawqif.cli.judge",
    "judgements": "mawqif.cli.judgements",
    "undo": "mawqif.cli.undo",
    "issue": "mawqif.cli.positions.issue",
    "positions": "mawqif.cli.positions.positions",
    "link": "mawqif.cli.links.link",
    "reextract": "mawqif.cli.reextract",
    "changes": "mawqif.cli.positions.changes",
    "matrix": "mawqif.cli.positions.matrix",
    "brief": "mawqif.cli.positions.brief",
    "watch": "mawqif.cli.positions.watch",
    "demo": "mawqif.cli.demo",
    "evaluate": "mawqif.cli.evaluate",
    "doctor": "mawqif.cli.doctor",
}
INTERRUPTED = 130


class App(Group):
    """The group, with the whole life of a run around it."""

    def main(self, args: Sequence[str] | None = None, *_more: Any, **extra: Any) -> NoReturn:
        """Run and leave with the exit code; the streams are UTF-8 and the language is set meanwhile."""
        if "_MAWQIF_COMPLETE" in os.environ:
            super().main(prog_name="mawqif")
        given = list(sys.argv[1:] if args is None else args)
        lang = _asked(given) or preferred()
        with speaking(lang):
            at.start(lang, "--visual" in given)
            code = _guarded(lambda: self._run(given, extra))
        sys.exit(code)

    def _run(self, args: list[str], extra: dict[str, Any]) -> int:
        if at.screen().visual and not at.has_bidi():
            at.screen().visual = False
            raise UsageError(N_("--visual needs the library python-bidi; install it beside mawqif with pip"))
        settings = {k: v for k, v in extra.items() if k not in ("prog_name", "standalone_mode")}
        with self.make_context("mawqif", args, **settings) as ctx:
            result = self.invoke(ctx)
        sys.stdout.flush()
        return result if isinstance(result, int) else 0


def _asked(args: Sequence[str]) -> str | None:
    """The language that the arguments ask for, known before they are parsed: their errors are told in it."""
    for i, arg in enumerate(args):
        name, _equals, value = arg.partition("=")
        value = value or "".join(args[i + 1 : i + 2])
        if name == "--lang" and value in LANGUAGES:
            return value
    return None


def _guarded(run: Callable[[], int]) -> int:
    """The exit code of a run; whatever goes wrong is told in one sentence."""
    try:
        return run()
    except BrokenPipeError:
        _let_go()
        return 0
    except click.exceptions.Exit as e:
        return e.exit_code
    except click.ClickException as e:
        at.complain(f"mawqif: {at.isolated(e.format_message())}")
        _point_to_help(e)
        return e.exit_code
    except (KeyboardInterrupt, click.Abort):
        at.complain("mawqif: " + _("interrupted"))
        return INTERRUPTED
    except MawqifError as e:
        at.complain("mawqif: " + told(e))
        return e.exit_code
    except OSError as e:
        at.complain("mawqif: " + _os_error(e))
        _let_go()
        return 1
    except Exception as e:
        if os.environ.get("MAWQIF_DEBUG"):
            raise
        what = _("this is a mistake in mawqif ({reason}); MAWQIF_DEBUG=1 shows where it happened")
        at.complain("mawqif: " + at.filled(what, reason=f"{type(e).__name__}: {e}"))
        return 1


def told(error: MawqifError) -> str:
    """The sentence of an exception in the user's language, its fields isolated."""
    return sentence(error, at.isolated)


def _os_error(error: OSError) -> str:
    reason = error.strerror or str(error)
    if error.filename is None:
        return at.filled(_("the output cannot be written ({reason})"), reason=reason)
    return at.filled(_("{path}: {reason}"), path=os.fsdecode(error.filename), reason=reason)


def _point_to_help(error: click.ClickException) -> None:
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    if ctx is not None:
        at.complain(at.filled(_("Help: {command}"), command=f"{ctx.command_path} --help"))


def _let_go() -> None:
    """Standard output takes nothing any more: what is left in its buffer goes nowhere, without a word."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextlib.contextmanager
def _ended_in_order() -> Iterator[None]:
    """A request to end unwinds the program, so that temporary files go and the record is closed."""

    def end(number: int, _frame: object) -> NoReturn:
        sys.exit(128 + number)

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name) and signal.getsignal(getattr(signal, name)) is signal.SIG_DFL:
            signal.signal(getattr(signal, name), end)
    yield


def main() -> NoReturn:
    """The command `mawqif`."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the caller
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
    with _ended_in_order():
        app.main()


@click.group(
    cls=App,
    lazy=COMMANDS,
    short=SHORT,
    top=True,
    help=N_("Mawqif reads Arabic news and keeps the record of who said what."),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="mawqif %(version)s", cls=Option, help=N_("Show the version and exit."))
def app() -> None:
    pass
