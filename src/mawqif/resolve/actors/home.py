"""The state of which a report tells throughout: whose body «وزارة الصحة» is there, as far as the report says it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from mawqif.lexicon import Lexicon
from mawqif.lexicon.states import NAME, sightings

_OFTEN = 2  # how often it is named at least
_SHARE = 0.75  # of all that is said of states


def home(words: Sequence[str], lexicon: Lexicon) -> str | None:
    """The one state that a report's folded words name again and again; None where it is none or not clearly one."""
    seen = [s for s in sightings(list(words), lexicon) if s.state and not s.state.union]
    counts = Counter(s.state.id for s in seen if s.state)
    named = {s.state.id for s in seen if s.state and s.sort == NAME}
    (state, times), *_rest = counts.most_common(1) or [("", 0)]
    return state if state in named and times >= _OFTEN and times >= _SHARE * counts.total() else None
