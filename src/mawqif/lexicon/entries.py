"""What the readers of all kinds of files share: YAML from a path, lists of words, entries with keys."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from mawqif.errors import LexiconError


def read(path: Path) -> object:
    """The content of a YAML file; LexiconError names the file and the line where it is none."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, UnicodeDecodeError) as e:
        raise LexiconError("{path}: cannot be read ({reason})", path=path, reason=e) from None
    except yaml.YAMLError as e:
        mark = getattr(e, "problem_mark", None)
        line = mark.line + 1 if mark else 0
        message = "{path}:{line}: is not valid YAML; check the indentation there"
        raise LexiconError(message, path=path, line=line) from None


def strings(value: object, where: str) -> tuple[str, ...]:
    """A list of words: one word, words between bars, or a list; empty where nothing is given."""
    if value is None:
        return ()
    if isinstance(value, str):
        return tuple(value.split("|")) if "|" in value else (value,)
    if isinstance(value, list) and all(isinstance(v, str) for v in value):
        return tuple(value)
    raise LexiconError("{where}: expected a list of words; quote them if they look like numbers", where=where)


def entries(value: object, where: str) -> list[dict[str, Any]]:
    """A list of entries with keys; empty where nothing is given."""
    if value is None:
        return []
    if isinstance(value, list) and all(isinstance(v, dict) for v in value):
        return value
    raise LexiconError("{where}: expected a list of entries, each with its keys", where=where)


def need(entry: Mapping[str, Any], key: str, where: str) -> str:
    """The word under a key that an entry cannot do without."""
    value = entry.get(key)
    if not isinstance(value, str) or not value:
        raise LexiconError("{where}: an entry has no '{key}'", where=where, key=key)
    return value


def known(entry: Mapping[str, Any], keys: frozenset[str], where: str) -> Mapping[str, Any]:
    """The entry, unless a key of it means nothing: a slip of the pen must not be lost without a word."""
    unknown = sorted(str(k) for k in entry if k not in keys)
    if unknown:
        message = "{where}: '{key}' is no key of an entry; it takes {keys}"
        raise LexiconError(message, where=where, key=unknown[0], keys=", ".join(sorted(keys)))
    return entry
