"""«إدارة بايدن»، «حكومة نتنياهو»: a state by who governs it."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from mawqif.arabic import bare, fold
from mawqif.lexicon import Lexicon
from mawqif.lexicon.actors import core_states
from mawqif.lexicon.offices import offices_of
from mawqif.lexicon.states import words_of
from mawqif.resolve.registry.context import Context
from mawqif.resolve.registry.people import words

_GOVERNMENTS = frozenset(fold(w) for w in "إدارة حكومة نظام".split())
_ENGLISH = frozenset(("administration", "government", "regime"))
_HEADS = ("head-of-state", "head-of-government")
_TITLES = frozenset(fold(w) for w in "الرئيس رئيس الوزراء بشار".split())


def head_governed(name: str, context: Context) -> str | None:
    """The state of which a government is named after its head; None for another phrase, or a name of two."""
    found = words_of(name)
    if len(found) < 2:
        return None
    if bare(found[0]) in _GOVERNMENTS:
        rest = found[1:]
    elif found[-1].lower() in _ENGLISH:
        rest = [w for w in found[:-1] if w.lower() != "the"]
    else:
        return None
    rest = [w for w in rest if w not in _TITLES] or rest
    states = _heads(context.lexicon).get(words(" ".join(rest)), frozenset())
    return next(iter(states)) if len(states) == 1 else None


@functools.lru_cache(maxsize=4)
def _heads(lexicon: Lexicon) -> Mapping[tuple[str, ...], frozenset[str]]:
    """The full and family names of heads of state and government, and the states that they headed."""
    found: dict[tuple[str, ...], set[str]] = {}
    own = (s.id for o in lexicon.offices for s in lexicon.states if o.state in (s.id, s.name))
    for state in dict.fromkeys((*core_states(), *own)):
        for office in offices_of(state, lexicon):
            if office.kind in _HEADS or office.kind.endswith(("-president", "-prime-minister")):
                for name in (n for h in office.holders for n in (*h.names, h.en) if n):
                    full = words(name)
                    for key in {full, full[-1:]}:
                        found.setdefault(key, set()).add(state)
    return {key: frozenset(states) for key, states in found.items()}
