"""The language of messages: gettext catalogues under `locale/`, chosen by option or environment.

Messages are English in the code and looked up when they are shown, never when a module is
imported, so that one process can speak both languages. `N_` marks a message that is stored
first and shown later (help texts, the messages of exceptions).
"""

from __future__ import annotations

import contextlib
import gettext
import os
from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from pathlib import Path

from mawqif.errors import MawqifError

DOMAIN = "mawqif"
LANGUAGES = ("ar", "en")
FOLDER = Path(__file__).parent / "locale"

_catalogue: ContextVar[gettext.NullTranslations | None] = ContextVar("mawqif_catalogue", default=None)


def preferred(environ: Mapping[str, str] | None = None) -> str:
    """The language that the environment asks for, as GNU gettext reads it; English where it asks for neither."""
    env = os.environ if environ is None else environ
    locale = next((env[k] for k in ("LC_ALL", "LC_MESSAGES", "LANG") if env.get(k)), "")
    if _base(locale) in ("c", "posix"):
        return "en"
    asked = [*env.get("LANGUAGE", "").split(":"), locale]
    return next((_base(name) for name in asked if _base(name) in LANGUAGES), "en")


def _base(locale: str) -> str:
    return locale.replace("-", "_").partition(".")[0].partition("@")[0].partition("_")[0].lower()


def catalogue(lang: str) -> gettext.NullTranslations:
    """The messages in this language; English is the code itself."""
    return gettext.translation(DOMAIN, FOLDER, languages=[lang], fallback=True)


@contextlib.contextmanager
def speaking(lang: str) -> Iterator[None]:
    """Within this block messages are in `lang`, those of click too (which asks gettext's global domain)."""
    token = _catalogue.set(catalogue(lang))
    before, domain = os.environ.get("LANGUAGE"), gettext.textdomain()
    gettext.bindtextdomain(DOMAIN, FOLDER)
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = lang
    try:
        yield
    finally:
        _catalogue.reset(token)
        gettext.textdomain(domain)
        _restore("LANGUAGE", before)


def _restore(name: str, value: str | None) -> None:
    if value is None:
        os.environ.pop(name, None)
    else:
        os.environ[name] = value


def N_(msgid: str) -> str:  # noqa: N802 - gettext's own name, which extraction looks for
    """Marks a message that is shown later; returns it as it is."""
    return msgid


def NP_(context: str, msgid: str) -> str:  # noqa: N802 - as N_, for one word with several meanings
    """Marks a message that is shown later with `pgettext`; returns it as it is."""
    return msgid


def _(msgid: str) -> str:
    """The message in the language spoken now."""
    active = _catalogue.get()
    return active.gettext(msgid) if active and msgid else msgid


def pgettext(context: str, msgid: str) -> str:
    """The message in the language spoken now, where the word means this."""
    active = _catalogue.get()
    return active.pgettext(context, msgid) if active else msgid


def ngettext(one: str, many: str, n: int) -> str:
    """The message for `n` things: Arabic has six forms."""
    active = _catalogue.get()
    if active:
        return active.ngettext(one, many, n)
    return one if n == 1 else many


def sentence(error: MawqifError, shown: Callable[[object], object] = lambda value: value) -> str:
    """What the exception says, in the language spoken now; `shown` makes each field ready for the eye."""
    return fill(_(error.message), {k: shown(v) for k, v in error.fields.items()})


def fill(template: str, fields: Mapping[str, object]) -> str:
    """The template with its fields."""
    return template.format(**fields)
