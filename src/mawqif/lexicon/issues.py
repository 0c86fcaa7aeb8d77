"""Issues as users write them: a YAML list of entries, typed into `model.Issue`, mistakes named with their entry.

The same entries stand in a file of their own (`mawqif extract --issues`) and in a lexicon's `issues.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from mawqif.arabic import WORD
from mawqif.errors import LexiconError
from mawqif.lexicon import entries
from mawqif.model import Issue

__all__ = ["joined", "parsed", "read"]

_KEYS = ("id", "label", "proposition", "about", "with", "against", "source")
_LANGUAGES = ("ar", "en")

NO_LIST = "{where}: expected a list of issues, each beginning with «- id:»; see docs/issues.md"
NO_FIELDS = "{where}, entry {n}: expected the keys id and about; begin the entry with «- id:»"
NO_ID = "{where}, entry {n}: an issue needs an 'id', one word such as {example}"
TWICE = "{where}, entry {n}: another entry has the id '{id}' already; give each its own"
UNKNOWN = "{where}, issue '{id}': '{key}' is no key of an issue; it takes {keys}"
NOTHING = "{where}, issue '{id}': says nothing under 'about'; list there how texts word what it would do"
WORDS = "{where}, issue '{id}': '{key}' takes a list of wordings; write [one, another], quote what looks like a number"
LABELS = "{where}, issue '{id}': '{key}' takes texts by language; write {example}"


def read(path: Path) -> tuple[Issue, ...]:
    """The issues of a file, in its order. LexiconError names the file, the entry and what to do."""
    found = parsed(entries.read(path), str(path))
    if not found:
        raise LexiconError(NO_LIST, where=path)
    return found


def parsed(content: object, where: str) -> tuple[Issue, ...]:
    """The issues of what a YAML file held; `where` names it in a LexiconError."""
    if content is None:
        return ()
    if not isinstance(content, list):
        raise LexiconError(NO_LIST, where=where)
    out: dict[str, Issue] = {}
    for n, entry in enumerate(content, 1):
        issue = _issue(entry, n, where)
        if issue.id in out:
            raise LexiconError(TWICE, where=where, n=n, id=issue.id)
        out[issue.id] = issue
    return tuple(out.values())


def joined(*lists: Iterable[Issue]) -> tuple[Issue, ...]:
    """Several lists as one, each id once: a later list wins over an earlier one."""
    return tuple({issue.id: issue for issues in lists for issue in issues}.values())


def _issue(entry: object, n: int, where: str) -> Issue:
    if not isinstance(entry, dict):
        raise LexiconError(NO_FIELDS, where=where, n=n)
    id = entry.get("id")
    if not isinstance(id, str) or not id.strip():
        raise LexiconError(NO_ID, where=where, n=n, example="«dam-filling»")
    if unknown := sorted(str(key) for key in entry if key not in _KEYS):
        raise LexiconError(UNKNOWN, where=where, id=id, key=unknown[0], keys=", ".join(_KEYS))
    about, with_, against = (_wordings(entry, key, id, where) for key in ("about", "with", "against"))
    if not about:
        raise LexiconError(NOTHING, where=where, id=id)
    label, proposition = (_texts(entry, key, id, where) for key in ("label", "proposition"))
    return Issue(id.strip(), about, with_, against, label, proposition)


def _wordings(entry: Mapping[object, object], key: str, id: str, where: str) -> tuple[str, ...]:
    """A list of wordings with a word in each; one alone may stand without a list."""
    value = entry.get(key)
    given: Sequence[object] = [] if value is None else value if isinstance(value, list) else [value]
    words = tuple(w for w in given if isinstance(w, str) and WORD.search(w))
    if len(words) < len(given):
        raise LexiconError(WORDS, where=where, id=id, key=key)
    return words


def _texts(entry: Mapping[object, object], key: str, id: str, where: str) -> tuple[tuple[str, str], ...]:
    """Texts by language; a text alone is taken for Arabic."""
    value = entry.get(key)
    if value is None:
        return ()
    texts = {"ar": value} if isinstance(value, str) else value
    if not isinstance(texts, dict) or not all(k in _LANGUAGES and isinstance(v, str) for k, v in texts.items()):
        raise LexiconError(LABELS, where=where, id=id, key=key, example="{ar: ..., en: ...}")
    return tuple((str(k), str(v)) for k, v in texts.items())
