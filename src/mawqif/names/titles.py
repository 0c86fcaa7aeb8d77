"""The heads of mentions: which words are titles, bodies, states, documents, unnamed sources."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mawqif.arabic import ARTICLES, bare, fold
from mawqif.names.vocabulary import Vocabulary, Words

_JOINED = "وفلب"  # letters that are written together with the word behind them
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
    nations: Mapping[str, str]
    cities: frozenset[str]
    known: Vocabulary

    @functools.cached_property
    def heads(self) -> Mapping[str, str]:
        """What a folded word heads (person, name, organization, document, unnamed, or nothing), remembered by word."""
        return _Heads(self)

    @functools.cached_property
    def heading(self) -> frozenset[str]:
        """The folded words that head anything, and few more: a quick look, since most words of a text head nothing."""
        lists = self.lists
        titles = lists["roles"] | lists["honorifics"] | lists["organizations"]
        definite = [article + word for word in titles for article in ("", *ARTICLES)]
        joined = (letter + word for word in definite for letter in _JOINED)
        unnamed = ("و" + word for word in lists["unnamed"])
        alone = (lists["sure"], lists["documents"], lists["unnamed"], ["عبد"])
        return frozenset(itertools.chain(*alone, unnamed, definite, joined))

    @functools.cached_property
    def words(self) -> Mapping[str, str]:
        """Of what sort a folded word is that is common in the language, remembered by word; empty for others."""
        return Words(self.known)

    @functools.cached_property
    def forms(self) -> Mapping[str, str]:
        """A word as it stands to its form among the words of a mention, remembered by word."""
        return _Forms(self)

    @functools.cached_property
    def listed(self) -> Mapping[str, frozenset[str]]:
        """The lists that have a folded word, with or without article and conjunction, remembered by word."""
        return _Listed(self.lists)

    @functools.cached_property
    def apart(self) -> dict[tuple[str, bool], Any]:
        """Mentions that were taken apart, remembered: the same are met in every report of a story."""
        return {}

    @functools.cached_property
    def plain(self) -> dict[str, bool]:
        """Whether a word that is no usual first name can belong to a name, remembered by word."""
        return {}

    @functools.cached_property
    def state_heads(self) -> frozenset[str]:
        """The first words of the states' names."""
        return frozenset(name.split()[0] for name in self.states if name)

    @functools.cached_property
    def titling(self) -> Mapping[str, bool]:
        """Whether a folded word may stand in a title, remembered by word."""
        return _Titling(self)

    def has(self, key: str, word: str) -> bool:
        """Whether a folded word, with or without article, is in the list."""
        return key in self.listed[word]

    def heads_person(self, word: str) -> bool:
        """Whether a folded word is a role or an honorific."""
        return self.heads[word] == "person"

    def title(self, word: str) -> bool:
        """Whether a folded word may stand in a title or an office."""
        return self.titling[word]


PRONOUN = "'"  # ends the form of a word that carries a pronoun, or ends as adverbs do
AS = "فان" + PRONOUN  # the form of «فإن», which is no «فان» of a Dutch name
REMEMBERED = 200_000  # words; beyond that the memory starts anew


class _Forms(dict[str, str]):
    def __init__(self, t: Titles) -> None:
        super().__init__()
        self.t = t

    def __missing__(self, word: str) -> str:
        """The folded word; «على» is kept apart from the name «علي», a pronoun or an adverb's ending marked."""
        if len(self) > REMEMBERED:
            self.clear()
        form = fold(word)
        adverbial = len(word) > 4 and word.endswith(("ً", "اً")) and not form.endswith("ه")
        if word == "آن":
            form = word  # a first name that folds to a complementiser
        elif form == "امام" and not word.startswith("إ"):
            form += PRONOUN  # the preposition, no imam
        elif word == "بلسان":
            form = "باسم"  # «الناطق بلسان الوزارة»
        elif word == "فإن":
            form = AS
        elif form == "علي" and word.endswith("ى"):
            form = "على"
        elif (adverbial or carries_pronoun(word)) and not self._known(form):
            form += PRONOUN
        elif word[:2] in ("إل", "أل") and len(word) > 3 and not known_name(form, self.t):
            form = word[0] + form[1:]  # «إليهو»: no article
        elif 1 < len(form) <= 4:
            form = form.rstrip(".")
        self[word] = form
        return form

    def _known(self, form: str) -> bool:
        """Whether a folded word is definite, a first name or of a title: then its end is no pronoun."""
        return form.startswith("ال") or form in self.t.lists["given"] or self.t.title(form)


def known_name(form: str, t: Titles) -> bool:
    """Whether a folded word that begins like an article is a usual first name, a place, a title or an adverb."""
    if any(form in known for known in (t.lists["given"], t.cities, t.states, t.lists["stops"], t.lists["unnamed"])):
        return True
    return t.title(form) or any(form in t.lists[k] for k in ("common", "objects", "documents"))


def carries_pronoun(word: str) -> bool:
    """Whether a word ends with a pronoun as it is written; ta marbuta folds to the same letter."""
    return len(word) > 3 and word.endswith(("ه", "ها", "هم", "هما", "هن")) and not word.endswith(("الله", "ييه"))


_NOWHERE: frozenset[str] = frozenset()  # most words are in no list


class _Listed(dict[str, frozenset[str]]):
    def __init__(self, lists: Mapping[str, frozenset[str]]) -> None:
        super().__init__()
        keys: dict[str, set[str]] = {}
        for key, words in lists.items():
            for word in words:
                keys.setdefault(word, set()).add(key)
        shared: dict[frozenset[str], frozenset[str]] = {}  # words of the same lists share what is told of them
        self.keys_of = {word: shared.setdefault(found := frozenset(of), found) for word, of in keys.items()}

    def __missing__(self, word: str) -> frozenset[str]:
        """The lists of a word as it stands, without its article, and both without a letter before it."""
        if len(self) > REMEMBERED:
            self.clear()
        found, rest = _NOWHERE, word[1:]
        for form in (word, bare(word), rest, bare(rest)) if word[:1] in _JOINED else (word, bare(word)):
            if form in self.keys_of:
                found = found | self.keys_of[form]
        self[word] = found
        return found


class _Heads(dict[str, str]):
    def __init__(self, t: Titles) -> None:
        super().__init__()
        self.t = t

    def __missing__(self, word: str) -> str:
        if len(self) > REMEMBERED:
            self.clear()
        kind = self._kind(word) if word == "عبد" or self.t.listed[word] else ""
        self[word] = kind
        return kind

    def _kind(self, word: str) -> str:
        lists, listed = self.t.lists, self.t.listed[word]
        titled = any(w in lists[k] for w in (word, bare(word)) for k in ("roles", "honorifics"))
        if word == "عبد" or (word in lists["sure"] and not titled):
            return "name"
        if "roles" in listed or "honorifics" in listed:
            return "person"
        if "organizations" in listed:
            return "organization"
        if word in lists["documents"]:
            return "document"
        unnamed = word in lists["unnamed"] or (word[:1] == "و" and word[1:] in lists["unnamed"])
        return "unnamed" if unnamed else ""


_TITLING = frozenset(("roles", "honorifics", "organizations", "states", "adjectives", "media"))


class _Titling(dict[str, bool]):
    def __init__(self, t: Titles) -> None:
        super().__init__()
        self.listed = t.listed

    def __missing__(self, word: str) -> bool:
        if len(self) > REMEMBERED:
            self.clear()
        found = word in _LINKS or not _TITLING.isdisjoint(self.listed[word])
        self[word] = found
        return found
