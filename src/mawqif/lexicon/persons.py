"""Names of persons as words that can be compared: folded, without articles, «عبد الله» as one."""

from __future__ import annotations

import functools
import re

from mawqif.arabic import fold

_ARTICLE = re.compile(r"^ال(?=\w{2})")
_SERVANT = re.compile(r"^abd[aeou]l?(?=\w{2})")  # Abdel-, Abdul-
_SON = ("بن", "ابن", "bin")
_LINKS = frozenset(("بن", "ابن", "ال", "bin", "al", "el", "de", "von", "der"))


@functools.lru_cache(maxsize=1 << 14)
def words(name: str) -> tuple[str, ...]:
    """The folded words of a name, without articles and links, «عبد الله» as one."""
    return tuple(w for w in _joined(name) if w not in _LINKS)


def father(name: str) -> str | None:
    """Whose son somebody is by the name: what follows «بن» right behind the first name."""
    found = _joined(name)
    return found[2] if len(found) > 2 and found[1] in _SON else None


@functools.lru_cache(maxsize=1 << 14)
def _joined(name: str) -> tuple[str, ...]:
    out: list[str] = []
    for form in filter(None, (_form(w) for w in name.replace("-", " ").replace("‑", " ").split())):
        if out and out[-1] in ("عبد", "ابو", "بو", "ولد"):
            out[-1] += form
        else:
            out.append(form)
    return tuple(w.replace("ال", "", 1) if w.startswith(("عبدال", "ابوال")) else w for w in out)


def _form(word: str) -> str:
    form = fold(word).strip("'.,\"’")
    return _SERVANT.sub("abd", form) if form.isascii() else _ARTICLE.sub("", form)
