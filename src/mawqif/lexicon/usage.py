"""`usage.yaml`: what officials and states are called beside their names."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from mawqif.arabic import fold
from mawqif.lexicon.values import Lexicon

_HANDLE = re.compile(r"@?[A-Za-z0-9_]++")
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


@dataclass(frozen=True, slots=True)
class Account:
    """The name of an account taken apart.

    `office` is what stands before the name, folded («sec», empty for none), `state` the id of the state whose officials
    are called so (None: many, or no office), `name` the words of the name as they are written.
    """

    office: str
    state: str | None
    name: tuple[str, ...]


def account(handle: str, lexicon: Lexicon) -> Account | None:
    """«@SecHalzov» as office, state and name; None for what has no two parts."""
    if not _HANDLE.fullmatch(handle):
        return None
    first, *rest = _PART.findall(handle)
    if not rest:
        return None
    titles = _with_ids("accounts", lexicon)
    office = fold(first)
    if office not in titles:
        return Account("", None, (first, *rest))
    return Account(office, titles[office], tuple(rest))


def sender_called(adjective: str, lexicon: Lexicon) -> str | None:
    """The organisation whose envoys are known by this folded adjective («أممي»), or None."""
    return _with_ids("senders", lexicon).get(adjective)


def secretaries(lexicon: Lexicon) -> frozenset[str]:
    """The states whose ministers are called Secretary."""
    return _ids("secretaries", lexicon)


def kingdoms(lexicon: Lexicon) -> frozenset[str]:
    """The states that their own papers call «المملكة»."""
    return _ids("kingdoms", lexicon)


def cities(lexicon: Lexicon) -> Mapping[str, str | None]:
    """Folded names of cities and regions of one word, each with its state."""
    return _with_ids("cities", lexicon)


@functools.lru_cache(maxsize=32)
def _ids(key: str, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.list(f"usage.{key}"))


@functools.lru_cache(maxsize=32)
def _with_ids(key: str, lexicon: Lexicon) -> Mapping[str, str | None]:
    """Folded words, each with the id behind it, if any."""
    parts = (entry.split() for entry in lexicon.list(f"usage.{key}"))
    return {fold(word): (ids[0] if ids else None) for word, *ids in parts}
