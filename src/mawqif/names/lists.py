"""From the plain word lists of a lexicon to the folded sets that mentions are taken apart by."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mawqif.arabic import bare, fold
from mawqif.names.titles import Titles
from mawqif.names.vocabulary import vocabulary

_KEYS = (
    *("honorifics", "roles", "organizations", "states", "unnamed", "media", "documents"),
    *("particles", "breaks", "common", "objects", "places", "sayings"),
)
_NAMES = ("given", "doubtful", "surnames", "adverbs")


@dataclass(frozen=True, slots=True)
class Spelt:
    """A state by its words: name, other names, capital, seats of government, adjective stems."""

    name: str
    aliases: tuple[str, ...]
    metonyms: tuple[str, ...]
    seats: tuple[str, ...]
    adjectives: tuple[str, ...]


def build(
    words: Callable[[str], tuple[str, ...]], cues: tuple[tuple[bool, str, bool], ...], states: tuple[Spelt, ...]
) -> Titles:
    """The lists by key; `cues`: whether a form is weak, the form, whether it is a verb or participle."""
    lists = {k: _folded(words(f"titles.{k}")) for k in _KEYS} | {k: _folded(words(f"names.{k}")) for k in _NAMES}
    lists["given"] |= lists["doubtful"] | {"آن"}
    for key in ("organizations", "media"):  # «حركتا …»: two of them
        lists[key] |= {w[:-1] + e for w in lists[key] if w.endswith("ه") for e in ("تا", "تي")}
    told = {form for weak, form, finite in cues if finite and (not weak or len(form) > 4)}
    lists["breaks"] = (lists["breaks"] - {"علي"}) | {"على", *_SAYING} | (told - (lists["given"] - lists["doubtful"]))
    lists["cues"] = frozenset(form for _, form, _ in cues)
    heads = lists["roles"] | lists["organizations"] | lists["unnamed"] | lists["honorifics"]
    lists["breaks"] -= heads
    verbs = frozenset(form for v in words("names.verbs") for form in _finite(v))
    sure = lists["given"] - lists["doubtful"]
    lists["sure"] = sure
    lists["verbs"] = verbs - heads - sure
    lists["stops"] = (lists["breaks"] | verbs | lists["adverbs"]) - heads - sure
    lists["adjectives"] = frozenset(fold(a) + e for s in states for a in s.adjectives for e in ("", "ه", "ين"))
    cities = _folded(words("names.cities"))
    named = (*lists["given"], *lists["surnames"], *lists["particles"], *cities, *_nations(states))
    known = vocabulary(words, named)
    return Titles(lists, _names(states), _spellings(states), _nations(states), _within(cities), known)


_SAYING = ("بالقول", "قائلا", "قوله", "بقوله")


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(w) for w in words)


def _finite(past: str) -> tuple[str, ...]:
    """A past verb, its feminine and its plural."""
    stem = past[:-1] if past[-1] in "اىي" else past
    return fold(past), fold(stem) + "ت", fold(stem) + "وا"


def _within(cities: frozenset[str]) -> frozenset[str]:
    """The cities, and what a preposition or conjunction written together with them makes of them."""
    joined = {p + c for c in cities for p in ("ب", "ل", "و")}
    return cities | joined | {"لل" + c[2:] for c in cities if c.startswith("ال")}


def _names(states: tuple[Spelt, ...]) -> frozenset[str]:
    return frozenset(fold(w) for s in states for w in (s.name, *s.aliases, *s.metonyms, *s.seats))


def _spellings(states: tuple[Spelt, ...]) -> dict[str, tuple[str, ...]]:
    """A name of a state or of its capital to all names of the state."""
    return {
        fold(w): tuple(dict.fromkeys((s.name, *s.aliases))) for s in states for w in (s.name, *s.aliases, *s.metonyms)
    }


def _nations(states: tuple[Spelt, ...]) -> dict[str, str]:
    """A word that names a state, its capital or its people to the state's name."""
    out: dict[str, str] = {}
    for s in states:
        words = [bare(fold(w)) for w in (s.name, *s.aliases, *s.metonyms) if " " not in w]
        for w in (*words, *(fold(a) + e for a in s.adjectives for e in ("", "ه", "ين"))):
            out.setdefault(w, s.name)
    return out
