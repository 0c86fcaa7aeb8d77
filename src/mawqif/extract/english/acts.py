"""What an English content does where its verb is neutral: the first phrase of the word lists in it."""

from __future__ import annotations

import functools
import re

from mawqif.lexicon import Lexicon
from mawqif.model import Act

_READ = 240  # code points of a content that are looked at


@functools.lru_cache(maxsize=8)
def _phrases(lexicon: Lexicon) -> tuple[tuple[Act, re.Pattern[str]], ...]:
    out = []
    for act in Act:
        found = lexicon.list(f"english.does_{act}")
        if found:
            out.append((act, re.compile(rf"\b(?:{'|'.join(map(re.escape, found))})\b", re.IGNORECASE)))
    return tuple(out)


def act_of(content: str, lexicon: Lexicon) -> Act:
    """The act that stands first in the content; the longer phrase where two begin together."""
    head = content[:_READ].replace("’", "'")
    found = [(m.start(), -m.end(), act) for act, p in _phrases(lexicon) if (m := p.search(head))]
    return min(found, key=lambda f: f[:2])[2] if found else Act.STATE
