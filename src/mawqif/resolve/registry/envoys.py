"""«السفير الأميركي في دمشق»، «مبعوث الأمم المتحدة إلى دروان»: who sent somebody, and where to."""

from __future__ import annotations

from dataclasses import dataclass

from mawqif.arabic import bare, fold
from mawqif.lexicon import Lexicon
from mawqif.lexicon.bodies import body_at
from mawqif.lexicon.posts import posts
from mawqif.lexicon.states import sightings
from mawqif.lexicon.usage import sender_called

AMBASSADOR = "ambassador-to-"  # how the kinds of the offices of ambassadors begin; the host's id follows
_ENVOYS = frozenset(fold(w) for w in "سفير سفيرة قنصل مبعوث مبعوثة موفد مندوب مندوبة".split()) | {"ambassador"}
_AMBASSADORS = frozenset((fold("سفير"), fold("سفيرة"), "ambassador"))


@dataclass(frozen=True, slots=True)
class Envoy:
    """Who sent an envoy, to which state (None: not said), and whether as an ambassador."""

    sender: str
    host: str | None
    embassy: bool
    first: int  # the words of the title that say so
    end: int


def envoy(words: list[str], lexicon: Lexicon) -> Envoy | None:
    """The envoy that the words of a title name; None where they name none, or an office that has a name of its own."""
    i = next((i for i, w in enumerate(words) if bare(w).lower() in _ENVOYS), None)
    own = posts(" ".join(words[i:]), lexicon) if i is not None else ()
    if i is None or (own and not own[0].attached):
        return None
    seen = sightings(words, lexicon)
    own_state = next((s for s in seen if s.first == i + 1 or (s.end == i and words[i].isascii())), None)
    sender = own_state.state.id if own_state and own_state.state else _sender(words[i + 1 :], lexicon)
    if sender is None:
        return None
    host = next((s for s in seen if s.first > i + 1 and s.state and s.state.id != sender), None)
    ends = [i + 1, *(s.end for s in (own_state, host) if s)]
    first = min(i, own_state.first) if own_state else i
    return Envoy(sender, host.state.id if host and host.state else None, _ambassador(words[i]), first, max(ends))


def _ambassador(word: str) -> bool:
    return bare(word).lower() in _AMBASSADORS


def _sender(words: list[str], lexicon: Lexicon) -> str | None:
    """Who sent an envoy, where that is no state by name: «الأممي»، «الاتحاد الأفريقي»، «خادم الحرمين الشريفين»."""
    if words and (organisation := sender_called(bare(words[0]), lexicon)):
        return organisation
    if at := body_at(words, lexicon):
        return at[0].id
    own = posts(" ".join(words), lexicon)
    return own[0].state if own and not own[0].former else None
