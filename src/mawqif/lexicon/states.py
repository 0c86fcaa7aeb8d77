"""From words to states: a name, a capital, a seat of government, an adjective, a people, in Arabic or English.

What may mean two states (عمان) means neither: `states_in` then gives both, and `state_of` none.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mawqif.arabic import bare, fold
from mawqif.lexicon.values import Lexicon, State

NAME, CAPITAL, SEAT, ADJECTIVE, PEOPLE = "name", "capital", "seat", "adjective", "people"

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_](?:[^\W_]|['’\-](?=[^\W_])|[\u064b-\u0652])*+")
_JOINED = "وفبلك"  # letters that are written together with the word behind them
_LONGEST = 5  # words of a state's name
_REMEMBERED = 1 << 17  # words; beyond that the memory starts anew
_ENDINGS = ("", "ه", "ين", "ون", "ات", "ان", "تان", "تين")
# what governs a state, with its name or adjective: they are the state
_GOVERNING = frozenset(
    fold(w) for w in "حكومة إدارة نظام سلطات سلطة دولة مملكة جمهورية سلطنة إمارة قيادة جانب طرف سيادة".split()
)
_GOVERNS = frozenset(("government", "administration", "regime", "authorities", "state", "leadership", "side"))
_WITHIN = frozenset(("the", "of", "for"))
_STANDS = frozenset(  # what such a government may be called further
    fold(w) for w in "الاتحادية الفيدرالية الفدرالية الشرعية الانتقالية المؤقتة المركزية الرسمية الحاكم الوطنية".split()
)


@dataclass(frozen=True, slots=True)
class Sighting:
    """Words that mean a state: which ones it may be, in which sense, and the words of the text from where to where."""

    states: tuple[State, ...]
    sort: str
    first: int
    end: int

    @property
    def state(self) -> State | None:
        """The state that is meant; None where it may be several."""
        return self.states[0] if len(self.states) == 1 else None


Index = Mapping[tuple[str, ...], tuple[tuple[State, ...], str]]


def words_of(text: str) -> list[str]:
    """The words of a mention as they are matched: Arabic folded, English as written."""
    return list(_words(text))


@functools.lru_cache(maxsize=1 << 13)
def _words(text: str) -> tuple[str, ...]:
    """The same, remembered: each rule asks for the words of the title that it reads."""
    return tuple(form for word in _WORD.findall(text) if (form := _form(word)))


def _form(word: str) -> str:
    if "a" <= word[0].lower() <= "z":
        return word.replace("’", "'").removesuffix("'s")
    return fold(word)


def states_in(text: str, lexicon: Lexicon) -> tuple[Sighting, ...]:
    """The states that the words of a text mean, in their order."""
    return sightings(words_of(text), lexicon)


def sightings(words: list[str], lexicon: Lexicon) -> tuple[Sighting, ...]:
    """The states that folded words mean, in their order; the longest words that mean one are taken."""
    index, first_words = _index(lexicon)
    begins = _begins(lexicon)
    found: list[Sighting] = []
    end = 0
    for i in [i for i, word in enumerate(words) if begins[word]]:
        if i >= end and (seen := _at(words, i, index, first_words)):
            found.append(seen)
            end = seen.end
    return tuple(found)


class _Begins(dict[str, bool]):
    """Whether a folded word may begin the words for a state, remembered by word."""

    def __init__(self, first_words: frozenset[str]) -> None:
        super().__init__()
        self.first_words = first_words

    def __missing__(self, word: str) -> bool:
        if len(self) > _REMEMBERED:
            self.clear()
        self[word] = found = word in self.first_words or (
            word[:1] in _JOINED and any(form in self.first_words for form in unjoined(word))
        )
        return found


@functools.lru_cache(maxsize=8)
def _begins(lexicon: Lexicon) -> _Begins:
    return _Begins(_index(lexicon)[1])


def _at(words: list[str], i: int, index: Index, first_words: frozenset[str]) -> Sighting | None:
    for form in unjoined(words[i]):
        if form in first_words:
            for n in range(min(_LONGEST, len(words) - i), 0, -1):
                if hit := index.get((form, *words[i + 1 : i + n])):
                    return Sighting(*hit, i, i + n)
    return None


def unjoined(form: str) -> Iterator[str]:
    """A folded word as it stands, then without what is written together with it: «وللولايات», «بمصر», «للبنان»."""
    yield form
    if len(form) > 3 and form[0] in _JOINED:
        yield from _behind(form)
        rest = form[1:]
        if form[0] in "وف" and len(rest) > 3 and rest[0] in "بلك":
            yield from _behind(rest)


def _behind(form: str) -> Iterator[str]:
    """What may stand behind the letter that a word begins with: behind «لل» the article, or a word's own lam."""
    if form.startswith("لل"):
        yield from ("ا" + form, "ال" + form[2:])
    yield form[1:]


def state_of(text: str, lexicon: Lexicon) -> State | None:
    """The state or union that a text as a whole means: by name, capital, adjective, or by who governs it.

    «واشنطن», «الأميركية», «الإدارة الأميركية», «حكومة الولايات المتحدة», "the U.S. government"; None where it means
    something else (an office, a ministry), or where several states may be meant.
    """
    words = [w for w in words_of(text) if w.lower() not in _WITHIN]
    found = sightings(words, lexicon)
    states = {s.states for s in found}
    if len(states) != 1 or any(s.sort == SEAT for s in found):
        return None
    covered = {i for s in found for i in range(s.first, s.end)}
    rest = [w for i, w in enumerate(words) if i not in covered]
    if rest and not _governs(rest, 0 in covered):
        return None
    return found[0].state


def _governs(rest: list[str], state_first: bool) -> bool:
    """Whether what stands beside a state is a word for its government."""
    if rest[-1] in _GOVERNS:
        return len(rest) == 1
    head = next((f for f in unjoined(rest[0]) if bare(f) in _GOVERNING), None)
    return head is not None and not state_first and all(w in _STANDS for w in rest[1:])


def state_by_id(id: str, lexicon: Lexicon) -> State | None:
    """The state of this id."""
    return _by_id(lexicon).get(id)


@functools.lru_cache(maxsize=8)
def _by_id(lexicon: Lexicon) -> Mapping[str, State]:
    return {s.id: s for s in reversed(lexicon.states)}


@functools.lru_cache(maxsize=8)
def _index(lexicon: Lexicon) -> tuple[Index, frozenset[str]]:
    """All words for states, and the first one of each. A name that a user gives wins over the core's."""
    found: dict[tuple[str, ...], list[tuple[State, str]]] = {}
    for state in lexicon.states:
        for words, sort in _spelt(state):
            senses = found.setdefault(words, [])
            if all(state is not s for s, _ in senses):
                senses.append((state, sort))
    index = {words: (tuple(s for s, _ in senses), senses[0][1]) for words, senses in found.items()}
    return index, frozenset(words[0] for words in index)


def _spelt(state: State) -> Iterator[tuple[tuple[str, ...], str]]:
    """All ways to write a state, as folded words."""
    for sort, group in (
        (NAME, (state.name, *state.aliases, *state.en)),
        (CAPITAL, (*state.metonyms, *state.en_metonyms)),
        (SEAT, state.seats),
        (NAME, state.shared),
    ):
        yield from ((tuple(words_of(name)), sort) for name in group)
    for adjective in state.en_adjectives:
        yield tuple(words_of(adjective)), ADJECTIVE
    for adjective in state.adjectives:
        stems = words_of(adjective)
        for end in _ENDINGS:
            inflected = [stem + end for stem in stems]
            yield tuple(inflected), ADJECTIVE
            yield tuple("ال" + word for word in inflected), ADJECTIVE
            yield ("ال" + stems[0], *inflected[1:]), ADJECTIVE  # «الجنوب أفريقي»
    for people in state.people:
        yield from (((fold(people),), PEOPLE), (("ال" + fold(people),), PEOPLE))
