"""For whom a saying counts: the speaker, the body and the state for which that one speaks.

The only place that decides which names are one holder.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from mawqif.arabic import bare, fold
from mawqif.lexicon import Lexicon, State, titles
from mawqif.lexicon.actors import actor_name
from mawqif.lexicon.bodies import body_of
from mawqif.lexicon.governments import head_governed
from mawqif.lexicon.states import state_of
from mawqif.model import Date, Kind, Level, Speaker

# Who speaks for a state where its adjective stands beside: bodies, offices, and who speaks in their name. Closed.
_OFFICIAL = frozenset(
    fold(w)
    for w in (
        "رئيس رئيسة رئاسة ملك ملكة أمير أميرة سلطان عاهل ولي وزير وزيرة وزارة وزراء خارجية حكومة متحدث متحدثة ناطق "
        "ناطقة سفير سفيرة سفارة مندوب مندوبة بعثة مبعوث مبعوثة موفد موفدة إدارة"
    ).split()
)
# What takes that back: the head of a party, a company, a house of parliament; who was a minister once.
_PRIVATE = frozenset(
    fold(w)
    for w in (
        "حزب تيار حركة جماعة ائتلاف معارض معارضة معارضين شركة مجموعة نادي اتحاد جمعية نقابة مركز معهد جامعة كلية صحيفة "
        "قناة مجلة وكالة شبكة بنك مصرف منظمة سابق سابقة أسبق سابقا برلمان نواب شيوخ شورى"
    ).split()
)
# Behind these stands where an envoy works, not for whom.
_AT = frozenset(fold(w) for w in "لدى في إلى لشؤون لشئون".split())
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Holders:
    """The levels of names and of speakers, as a lexicon knows states, bodies and the holders of offices."""

    lexicon: Lexicon

    def __hash__(self) -> int:
        return hash(self.lexicon)

    @functools.cached_property
    def _states(self) -> dict[str, State]:
        """Each state by its id, its names, its capital and usual metonyms, in Arabic and English."""
        return {
            fold(n).lower(): s
            for s in reversed(self.lexicon.states)
            for n in (s.id, s.name, *s.aliases, *s.metonyms, *s.en, *s.en_metonyms)
            if n
        }

    @functools.cached_property
    def _seats(self) -> dict[str, State]:
        return {fold(n): s for s in reversed(self.lexicon.states) for n in s.seats}

    @functools.cached_property
    def _officials(self) -> dict[str, list[tuple[str, str, str]]]:
        """Who holds or held an office of a state: first day, last day, the state's id or name."""
        out: dict[str, list[tuple[str, str, str]]] = {}
        for office in self.lexicon.offices:
            for h in office.holders if office.state else ():
                out.setdefault(fold(h.name), []).append((h.start or "", h.end or "9", office.state or ""))
        return out

    def of_name(self, name: str, kind: Kind | None = None, day: Date | None = None) -> tuple[Level, ...]:
        """The levels of one who is known by name alone, the nearest first."""
        folded = fold(" ".join(name.split())).lower()
        if whole := self._states.get(folded) or state_of(name, self.lexicon):
            return (_state(whole),)
        if (body := body_of(name, self.lexicon)) and body.id:
            return self._known((body.id, body.state))
        own = Level(folded, name, kind)
        state = self._seats.get(folded) or self._state_of(folded, day) or self._by_words(folded)
        return (own, _state(state)) if state else (own,)

    def of_speaker(self, speaker: Speaker, day: Date | None) -> tuple[Level, ...]:
        """The levels of the source of a statement; a source whose name is unknown has only those it speaks for."""
        if speaker.actor or speaker.represents:
            above = self._known(speaker.represents)
            one = Level(speaker.actor or fold(speaker.name or "").lower(), speaker.name or "", speaker.kind)
            return (one, *above) if speaker.name and one.key not in {level.key for level in above} else above
        named = self.of_name(speaker.name, speaker.kind, day) if speaker.name else ()
        if len(named) > 1 or (named and named[0].kind is Kind.STATE):
            return named
        mention = speaker.mention.text if speaker.mention else ""
        state = self._by_words(fold(f"{speaker.office or ''} {mention}"))
        return (*named, _state(state)) if state else named

    def of_position(self, holder: str | None, speaker: Speaker, day: Date | None) -> tuple[tuple[Level, ...], bool]:
        """The levels for which a position of `holder` counts, and whether the speaker speaks for the holder.

        Where the holder cannot be told there are none.
        """
        if holder is None:
            return (), False
        held, spoken = self.of_name(holder, day=day), self.of_speaker(speaker, day)
        if speaker.name and fold(holder) == fold(speaker.name):
            return spoken, True
        if held[0].key not in {level.key for level in spoken}:
            return held, False
        return (*spoken, *(() if spoken[-1].key != held[0].key else held[1:])), True

    def _known(self, ids: Iterable[str | None]) -> tuple[Level, ...]:
        """The levels of ids of the data files, each once."""
        return tuple(self._level(id) for id in dict.fromkeys(ids) if id)

    def _level(self, id: str) -> Level:
        state = self._states.get(fold(id).lower())
        return _state(state) if state else Level(id, actor_name(id, self.lexicon) or id, Kind.ORGANIZATION)

    def _state_of(self, name: str, day: Date | None) -> State | None:
        """The state of which one holds an office on this day; on an unknown day, of which one ever held one."""
        at = day.isoformat() if day else None
        for start, end, state in self._officials.get(name, ()):
            if at is None or start <= at <= end:
                return self._states.get(fold(state).lower())
        return None

    def _by_words(self, text: str) -> State | None:
        """The state whose body or office these folded words name: an official word, and the state or its adjective."""
        words = [bare(w) for w in takewhile(lambda w: w not in _AT, _WORD.findall(text))]
        if not any(w in _OFFICIAL for w in words) or any(w in _PRIVATE for w in words):
            return None
        nations = titles(self.lexicon).nations
        names = {nations[w] for w in words if w in nations} or {head_governed(text, self.lexicon) or ""}
        return self._states.get(fold(names.pop()).lower()) if len(names) == 1 else None


def _state(state: State) -> Level:
    return Level(state.id or fold(state.name), state.name, Kind.STATE)
