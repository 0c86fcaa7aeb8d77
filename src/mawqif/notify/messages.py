"""Messages to an address of apprise: mail, chat, webhooks (json://host/path)."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from mawqif.errors import NotifyError, UsageError
from mawqif.i18n import N_

NO_LIBRARY = N_("messages need the library apprise; install mawqif with its extra notify: pip install 'mawqif[notify]'")
NO_ADDRESS = N_("'{url}' is no address for messages; write it as apprise has it, like json://host/path")
NOT_TAKEN = N_("{url}: the message was not taken ({reason})")


def checked(url: str) -> str:
    """The address, if messages can be sent to one like it. UsageError if not, NotifyError without the library."""
    with _library() as library:
        service = library.Apprise.instantiate(url)
    if service is None:
        raise UsageError(NO_ADDRESS, url=masked(url))
    return url


def send(url: str, title: str, body: str) -> None:
    """Send one message of plain text; NotifyError in one sentence where it was not taken."""
    with _library() as library:
        services = library.Apprise()
        if not services.add(url):
            raise NotifyError(NO_ADDRESS, url=masked(url))
        with library.LogCapture(level=30, fmt="%(message)s") as log:  # warnings and errors
            taken = services.notify(body=body, title=title, body_format=library.NotifyFormat.TEXT)
            said = log.getvalue().strip().splitlines()
    if not taken:
        raise NotifyError(NOT_TAKEN, url=masked(url), reason=said[-1].rstrip(".") if said else "-")


def masked(url: str) -> str:
    """The address without its secrets, which may stand in any part of it: its kind, and what apprise shows of it."""
    try:
        with _library() as library:
            service = library.Apprise.instantiate(url)
            shown = str(service.url(privacy=True)).partition("?")[0] if service is not None else None
    except NotifyError:
        shown = None
    return shown or f"{url.partition(':')[0]}://…"


@contextmanager
def _library() -> Iterator[Any]:
    """The library, whose warnings about itself are nothing that a user can mend."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            library = import_module("apprise")
        except ImportError:
            raise NotifyError(NO_LIBRARY) from None
        yield library
