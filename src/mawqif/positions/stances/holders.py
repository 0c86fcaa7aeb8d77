"""Whose a position is: the speaker's, that of the body or state for which the speaker speaks, or a third party's.

A spokesman's words are his body's, a ministry's its state's; whoever else speaks holds what is said unless it is given
as the policy of a state or body of one's own («بلادنا», «نحن في الجامعة», the speaker's state by name).
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

from mawqif.arabic import bare, fold
from mawqif.lexicon import Lexicon, State, titles
from mawqif.model import Kind, Passage, Speaker
from mawqif.names import named
from mawqif.positions.stances.predicates import Predicates, predicates

_WE = frozenset(fold(w) for w in "نحن إننا أننا بأننا لأننا وإننا وأننا إنا أنا إني إنني أنني فنحن ونحن لأنني".split())
_SELF = frozenset(p + fold(w) for p in ("", "ب", "و", "ف") for w in "أنه أنها أنهم أنهما إنه إنها إنهم".split())
_THAT = frozenset(p + w for p in ("", "ب", "و", "ف", "ل") for w in ("ان",))
_SKIPPED = frozenset(
    fold(w)
    for w in "قد لقد لا لن لم ليس ليست كان كانت سوف ما زال زالت تزال يزال أيضا هي هو هذا هذه غير وقد فإن إلى بينما "
    "لكن".split()
)
_CLOSED = frozenset(
    fold(w) for w in "في من عن إلى على مع خلال حول بعد قبل عبر لدى أمام ضد منذ حيث أمس اليوم بشأن بأن أن إن".split()
)
_MOST = 7  # words of a subject


class _Places:
    """States by their names, capitals and adjectives."""

    def __init__(self, states: Iterable[State]) -> None:
        self.names: dict[str, str] = {}
        self.adjectives: dict[str, str] = {}
        self.seats: dict[str, str] = {}
        for s in states:
            for name in (s.name, *s.aliases, *s.metonyms):
                self.names.setdefault(bare(fold(name)), s.name)
            for seat in s.seats:
                self.seats.setdefault(bare(fold(seat)), seat)
            for adjective in s.adjectives:
                for ending in ("", "ه", "ين", "ون", "ا"):
                    self.adjectives.setdefault(fold(adjective) + ending, s.name)


@functools.lru_cache(maxsize=8)
def _places(lexicon: Lexicon) -> _Places:
    return _Places(lexicon.states)


class Holders:
    """Names of holders in one report."""

    def __init__(self, passage: Passage, speakers: Sequence[Speaker], lexicon: Lexicon) -> None:
        self.passage = passage
        self.lexicon = lexicon
        self._lists: Predicates = predicates(lexicon)
        self._places = _places(lexicon)
        self._people = {s.name for s in speakers if s.name and s.kind == Kind.PERSON}

    def of_speaker(self, speaker: Speaker) -> tuple[str | None, bool]:
        """Whose position a speaker's words are, and whether it is another's than the speaker's own."""
        if speaker.name is None:
            return None, False
        described = " ".join(filter(None, (speaker.mention.text if speaker.mention else "", speaker.office or "")))
        words = [w.strip('،,.:"«»()') for w in described.split()]
        if speaker.kind in (Kind.PERSON, Kind.UNNAMED):
            if speaker.kind == Kind.UNNAMED:
                words += speaker.name.split()
            forms = [fold(w) for w in words]
            k = next((i for i, f in enumerate(forms) if self._lists.has("spokesmen", f)), None)
            if k is None:
                return speaker.name, False
            body = self._body(words[k + 1 :])
            return (body, True) if body else (speaker.name, False)
        return self.canonical(speaker.name), False

    def _body(self, words: list[str]) -> str | None:
        """For whom a spokesman speaks: the words behind «باسم», «لدى», the state of an adjective."""
        forms = [fold(w) for w in words]
        return self.state(forms) or self._organization(words, forms)

    def _organization(self, words: list[str], forms: list[str]) -> str | None:
        start = next((i for i, f in enumerate(forms) if f in ("باسم", "لسان")), None)
        if start is None or start + 1 >= len(words):
            return None
        found = named(" ".join(words[start + 1 : start + 1 + _MOST]), titles(self.lexicon))
        return found.name if found and found.kind in (Kind.ORGANIZATION, Kind.STATE) else None

    def state(self, forms: Sequence[str]) -> str | None:
        """The state that a phrase is, or whose own body it is: «واشنطن», «الحكومة التركية», «وزارة خارجية …»."""
        for n in (3, 2, 1):
            for i in range(len(forms) - n + 1):
                text = " ".join(forms[i : i + n])
                if seat := self._places.seats.get(bare(text)):
                    return seat
        bodies = any(self._lists.has("governments", f) for f in forms)
        for n in (3, 2, 1):
            for i in range(len(forms) - n + 1):
                if name := self._places.names.get(bare(" ".join(forms[i : i + n]).removeprefix("ل"))):
                    return name
        if bodies or len(forms) == 1:
            for f in forms:
                if name := self._places.adjectives.get(bare(f)):
                    return name
        return None

    def canonical(self, name: str) -> str:
        """A body's name, or its state where it is a state's own body or the state itself."""
        forms = [fold(w) for w in name.split()]
        head = forms[0] if forms else ""
        own = self._lists.has("governments", head) or len(forms) <= 2 or bare(head) in ("مكتب", "متحدث")
        return (self.state(forms) if own else None) or name

    def subject(self, verb: int, low: int, object_at: int) -> tuple[str, str]:
        """Who does what the verb at a token says: ("speaker" | "own" | "other" | "", name)."""
        before = self._before(verb, low)
        if before[0]:
            return before
        return self._behind(verb, object_at)

    def _before(self, verb: int, low: int) -> tuple[str, str]:
        """The subject between «أن» and the verb; a pronoun of it is the speaker."""
        forms = [t.form for t in self.passage.tokens]
        for k in range(verb, max(low, verb - _MOST - 3) - 1, -1):
            word = forms[k]
            if word in _WE:
                return "speaker", self._we(k, verb)
            if word in _SELF:
                return "speaker", ""
            if word in _THAT or k == low or set(self.passage.gaps[k]) & set("،.؛:\n"):
                start = k + 1 if word in _THAT else k
                return self._named(start, verb)
        return "", ""

    def _we(self, k: int, verb: int) -> str:
        """«نحن في الجامعة العربية»: the body in whose name it is said."""
        words = [t.form for t in self.passage.tokens[k + 1 : verb]]
        if len(words) > 1 and words[0] == "في":
            return self._text(k + 2, verb)
        return ""

    def _behind(self, verb: int, object_at: int) -> tuple[str, str]:
        return self._named(verb + 1, object_at)

    def _named(self, start: int, end: int) -> tuple[str, str]:
        tokens = self.passage.tokens
        while start < end and tokens[start].form in _SKIPPED:
            start += 1
        stop = start
        while stop < min(end, start + _MOST) and tokens[stop].form not in _CLOSED | _SKIPPED:
            if stop > start and set(self.passage.gaps[stop]) & set("،.؛:\n"):
                break
            stop += 1
        if stop <= start:
            return "", ""
        forms = [t.form for t in tokens[start:stop]]
        if any(self._lists.has("own", f) for f in forms):
            return "own", ""
        return "other", self.name(start, stop)

    def name(self, start: int, stop: int) -> str:
        """The canonical name of a noun phrase: a state, else the name without titles, in full where it has spoken."""
        forms = [t.form for t in self.passage.tokens[start:stop]]
        if state := self.state(forms):
            return state
        text = self._text(start, stop)
        found = named(text, titles(self.lexicon))
        name = found.name if found else text
        return next((p for p in sorted(self._people) if name in p), name)

    def _text(self, start: int, stop: int) -> str:
        return self.passage.text[self.passage.tokens[start].start : self.passage.tokens[stop - 1].end]
