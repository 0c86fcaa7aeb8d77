"""What a query asks for, and the keys that it is compared with: the same on every database."""

from __future__ import annotations

import re

from mawqif.arabic import QUOTE_MARKS, fold, search_key

# Terms that must all occur; a term of several stems must occur as they stand, one after the other.
Terms = tuple[tuple[str, ...], ...]

_GAP = " _ "  # between fields that share a key, so that no phrase runs from one into the next


def terms(query: str) -> Terms:
    """The terms of a query: single words, and what stands between quotation marks of any kind.

    A mark that is never closed is no mark. Whatever else is no letter or digit only separates words.
    """
    parts = re.split("[" + "".join(map(re.escape, sorted(QUOTE_MARKS))) + "]", query)
    found: dict[tuple[str, ...], None] = {}
    for i, part in enumerate(parts):
        words = [w for w in search_key(part).split() if w.strip("_")]
        quoted = i % 2 == 1 and i < len(parts) - 1
        for term in [tuple(words)] if quoted else [(w,) for w in words]:
            if term:
                found[term] = None
    return tuple(found)


def joined_key(*fields: str | None) -> str:
    """One search key for several fields."""
    return _GAP.join(search_key(f) for f in fields if f)


def name_key(name: str) -> str:
    """The folded words of a name, unstemmed: two spellings of one name are equal, two names are not."""
    return " ".join(re.findall(r"\w+", fold(name)))
