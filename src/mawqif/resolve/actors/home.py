"""The state of which a report tells throughout: whose body «وزارة الصحة» is there, as far as the report says it.

A report that names no state, or one alone, may still tell by its cities, or by the country of its daily, where it is:
`local` is that state. It says less: whose ministry it is, but not that two committees of one name are one.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlsplit

from mawqif.arabic import fold
from mawqif.lexicon import Lexicon
from mawqif.lexicon.states import NAME, Sighting, sightings
from mawqif.lexicon.usage import cities
from mawqif.lexicon.values import Outlet

_NATIONALITY = fold("الجنسية")
_OFTEN = 2  # how often it is named at least
_SHARE = 0.75  # of all that is said of states


def home(words: Sequence[str], lexicon: Lexicon) -> str | None:
    """The one state that a report's folded words name again and again; None where it is none or not clearly one."""
    seen = _told(words, lexicon)
    counts = Counter(s.state.id for s in seen if s.state)
    named = {s.state.id for s in seen if s.state and s.sort == NAME}
    (state, times), *_rest = counts.most_common(1) or [("", 0)]
    alone = times == counts.total() and times > _OFTEN  # «سعودي», «الرياض», and no other
    return state if (state in named or alone) and times >= _OFTEN and times >= _SHARE * counts.total() else None


def _told(words: Sequence[str], lexicon: Lexicon) -> list[Sighting]:
    """Where words name a state, but not somebody's nationality, «مصري الجنسية», which is not where it happens."""
    seen = sightings(list(words), lexicon)
    return [s for s in seen if s.state and not s.state.union and _NATIONALITY not in words[s.end : s.end + 1]]


def local(words: Sequence[str], paper: str | None, lexicon: Lexicon) -> str | None:
    """The one state whose cities a report's folded words name, where no other state has much of a part in it.

    `paper`: the state of which the report's outlet writes, which it is where the report names no other, nor its cities.
    """
    known = cities(lexicon)
    places = Counter(s for w in words if (s := known.get(w) or known.get(w[1:] if w[:1] in "بلو" else w)))
    seen = Counter(s.state.id for s in _told(words, lexicon) if s.state)
    if paper is not None and {*places, *seen} <= {paper}:
        return paper
    (state, times), *_rest = places.most_common(1) or [("", 0)]
    if times < _OFTEN or times < _SHARE * places.total():
        return None
    return state if seen[state] >= _SHARE * seen.total() else None


def paper(outlet: str | None, url: str | None, lexicon: Lexicon) -> str | None:
    """The state of which an outlet writes where it names none, by its name or the address of a report; else None."""
    host = urlsplit(url).hostname if url else None
    name = fold(outlet) if outlet else None
    for o in lexicon.outlets:
        known = host is not None and any(host == d or host.endswith("." + d) for d in o.domains)
        if known or (name is not None and name in _spellings(o)):
            return o.state
    return None


@functools.lru_cache(maxsize=1024)
def _spellings(outlet: Outlet) -> frozenset[str]:
    return frozenset(fold(name) for name in (outlet.name, *outlet.aliases))
