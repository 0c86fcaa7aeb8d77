"""What words say when contents are compared: how rare they are, what they negate, number and are the opposite of."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from mawqif.arabic import fold, stem
from mawqif.lexicon import Lexicon
from mawqif.link.words import base, negates, root, value, words
from mawqif.model import Act

_SIDES = {
    **dict.fromkeys((Act.DENY, Act.REJECT, Act.CONDEMN, Act.WARN), -1),
    **dict.fromkeys((Act.SUPPORT, Act.COMMIT, Act.DEMAND), 1),
}
_BANDS = {"everywhere": 0.25, "frequent": 0.5, "usual": 0.75}
_RARE = 1.0  # the weight of a word of no list
_STATE, _NAME, _TITLE, _FORMULA = 0.5, 0.25, 0.15, 0.1  # the most that such words weigh
_SHORTEST = 2  # letters of a word that tells something
_REMEMBERED = 1 << 17  # words


class Weighed(NamedTuple):
    """A word: folded, with the key under which it is compared («»: it tells nothing) and its weight.

    `number` is the number that it is («»: none), `poles` the sides of opposites that it names.
    """

    form: str
    key: str
    weight: float
    negates: bool
    number: str
    poles: tuple[int, ...]


@dataclass(frozen=True)
class Weighing:
    """What a lexicon says of the words of contents and of cues."""

    empty: frozenset[str]
    common: Mapping[str, float]  # by key
    light: Mapping[str, float]  # by stem: what looks alike otherwise is another word
    poles: Mapping[str, tuple[int, ...]]
    cues: Mapping[str, Act]
    known: dict[str, Weighed] = field(default_factory=dict)  # words as written that were asked for

    def word(self, written: str) -> Weighed:
        """What a word as it is written says."""
        found = self.known.get(written)
        if found is None:
            if len(self.known) >= _REMEMBERED:
                self.known.clear()
            found = self.known[written] = self._weighed(fold(written))
        return found

    def _weighed(self, form: str) -> Weighed:
        if negates(form):
            return Weighed(form, "", 0.0, True, "", ())
        number = value(form)
        stemmed = stem(base(form))
        poles = self.poles.get(stemmed, ())
        if not number and (form in self.empty or len(form) < _SHORTEST):
            return Weighed(form, "", 0.0, False, number, poles)
        key = number or root(form)
        weight = min(self.common.get(key, _RARE), self.light.get(stemmed, _RARE))
        return Weighed(form, key, weight, False, number, poles)

    def side(self, cue: str) -> tuple[int, bool]:
        """Whether a cue says yes (1) or no (-1) to what it reports, or only reports it; and whether it denies it."""
        found = (self.cues.get(w.form) or self.cues.get(w.form[1:]) for w in words(cue))
        act = next((a for a in found if a), None)
        return _SIDES.get(act, 0) if act else 0, act is Act.DENY


@functools.lru_cache(maxsize=8)
def weighing(lexicon: Lexicon) -> Weighing:
    """What a lexicon says of words, made once."""
    empty = {fold(w) for key in ("vocabulary.small", "common.empty", "titles.particles") for w in lexicon.list(key)}
    return Weighing(
        empty=frozenset(empty | {"و" + w for w in empty}),
        common={root(fold(w)): weight for band, weight in _BANDS.items() for w in lexicon.list(f"common.{band}")},
        light=_light(lexicon),
        poles=_poles(lexicon),
        cues={f.form: c.act for c in lexicon.cues if c.act for f in c.forms},
    )


def _light(lexicon: Lexicon) -> dict[str, float]:
    """The weights of the stems of names, titles and formulas; of several the lightest counts."""
    found: dict[str, float] = {}
    for text, weight in _listed(lexicon):
        for w in words(text):
            key = stem(w.base)
            found[key] = min(weight, found.get(key, _RARE))
    return found


def _listed(lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    yield from ((w, _FORMULA) for w in lexicon.list("common.formulas"))
    yield from ((w, _TITLE) for key in ("honorifics", "roles") for w in lexicon.list(f"titles.{key}"))
    yield from ((w, _NAME) for w in lexicon.list("names.given"))
    for state in lexicon.states:
        yield from ((w, _STATE) for w in (state.name, *state.aliases, *state.adjectives))


def _poles(lexicon: Lexicon) -> dict[str, tuple[int, ...]]:
    """The sides of opposites that stems name: n and -n are each other's."""
    found: dict[str, tuple[int, ...]] = {}
    for n, pair in enumerate(lexicon.list("opposites.pairs"), 1):
        for sign, side in zip((1, -1), pair.split("|"), strict=True):
            for word in side.split():
                key = stem(base(fold(word)))
                found[key] = (*found.get(key, ()), sign * n)
    return found
