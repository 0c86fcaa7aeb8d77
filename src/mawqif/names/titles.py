"""The heads of mentions: which words are titles, bodies, states, documents, unnamed sources."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from mawqif.arabic import bare, fold
from mawqif.lexicon import Lexicon

_LINKS = frozenset(
    map(
        fold,
        "باسم لشؤون لشئون عام لدى العام الأعلى الدائم الخاص الأول الثاني السابق الأسبق الحالي السابقة العامة الرسمي "
        "الرسمية المكلف والناطق سابقا".split(),
    )
)


@dataclass(frozen=True)
class Titles:
    """The heads of mentions, folded, by list."""

    lists: Mapping[str, frozenset[str]]
    states: frozenset[str]
    state_names: Mapping[str, tuple[str, ...]]

    @functools.cached_property
    def heads(self) -> Mapping[str, str]:
        """What a folded word heads (person, organization, document, unnamed, or nothing), remembered by word."""
        return _Heads(self)

    @functools.cached_property
    def titling(self) -> Mapping[str, bool]:
        """Whether a folded word may stand in a title, remembered by word."""
        return _Titling(self)

    def has(self, key: str, word: str) -> bool:
        """Whether a folded word, with or without article, is in the list."""
        words = self.lists[key]
        return (
            word in words
            or bare(word) in words
            or (word[:1] in "وفلب" and (word[1:] in words or bare(word[1:]) in words))
        )

    def heads_person(self, word: str) -> bool:
        """Whether a folded word is a role or an honorific."""
        return self.heads[word] == "person"

    def title(self, word: str) -> bool:
        """Whether a folded word may stand in a title or an office."""
        return self.titling[word]


_REMEMBERED = 200_000  # words; beyond that the memory starts anew


class _Heads(dict[str, str]):
    def __init__(self, t: Titles) -> None:
        super().__init__()
        self.t = t

    def __missing__(self, word: str) -> str:
        if len(self) > _REMEMBERED:
            self.clear()
        lists = self.t.lists
        kind = ""
        if self.t.has("roles", word) or self.t.has("honorifics", word):
            kind = "person"
        elif self.t.has("organizations", word) and not word.startswith("ال"):
            kind = "organization"
        elif word in lists["documents"]:
            kind = "document"
        elif word in lists["unnamed"]:
            kind = "unnamed"
        self[word] = kind
        return kind


class _Titling(dict[str, bool]):
    def __init__(self, t: Titles) -> None:
        super().__init__()
        self.t = t

    def __missing__(self, word: str) -> bool:
        if len(self) > _REMEMBERED:
            self.clear()
        keys = ("roles", "honorifics", "organizations", "states", "adjectives", "media")
        found = word in _LINKS or any(self.t.has(k, word) for k in keys)
        self[word] = found
        return found


@functools.lru_cache(maxsize=8)
def titles(lexicon: Lexicon) -> Titles:
    """The lexicon's title lists, folded."""
    keys = (
        "honorifics",
        "roles",
        "organizations",
        "states",
        "unnamed",
        "media",
        "documents",
        "particles",
        "breaks",
        "common",
        "objects",
        "places",
        "given",
    )
    lists = {k: frozenset(fold(w) for w in lexicon.list(f"titles.{k}")) for k in keys}
    names = {fold(w) for s in lexicon.states for w in (s.name, *s.aliases, *s.metonyms, *s.seats)}
    spoken = {f.form for c in lexicon.cues if c.sort in ("verb", "participle") and not c.weak for f in c.forms}
    weak = {
        f.form for c in lexicon.cues if c.sort in ("verb", "participle") and c.weak for f in c.forms if len(f.form) > 4
    }
    lists["breaks"] = (
        (lists["breaks"] - {"علي"})
        | {"على"}
        | ((spoken | weak) - lists["given"])
        | {"بالقول", "قائلا", "قوله", "بقوله"}
    )
    lists["cues"] = frozenset(f.form for c in lexicon.cues for f in c.forms)
    lists["breaks"] -= lists["roles"] | lists["organizations"] | lists["unnamed"] | lists["honorifics"]
    lists["adjectives"] = frozenset(fold(a) + e for s in lexicon.states for a in s.adjectives for e in ("", "ه", "ين"))
    spelt = {
        fold(w): tuple(dict.fromkeys((s.name, *s.aliases)))
        for s in lexicon.states
        for w in (s.name, *s.aliases, *s.metonyms)
    }
    return Titles(lists, frozenset(names), spelt)
