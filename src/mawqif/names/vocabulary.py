"""Common words of the language: what a folded word is with its clitics, pronouns and plural endings taken off.

The word list gives lemmas; here stand the endings and the shapes of the participles. A word is looked up as it stands,
then without conjunction and preposition, then without its ending, and remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mawqif.arabic import fold

__all__ = ["Vocabulary", "Words", "vocabulary"]

_REMEMBERED = 200_000  # words; beyond that the memory starts anew
_SORTS = ("people", "deeds", "acts", "nouns", "adjectives", "small", "verbs")
_ARTICLES = ("وبال", "وكال", "ولل", "فلل", "وال", "فال", "بال", "كال", "لل", "ال")
_CLITICS = ("ول", "وب", "فل", "فب", "و", "ف", "ب", "ل")
# the endings of nouns, and what stands in the lemma in their place
_ENDINGS = (
    *(("تهما", "ه"), ("تها", "ه"), ("تهم", "ه"), ("تنا", "ه"), ("تكم", "ه"), ("تان", "ه"), ("تين", "ه"), ("ته", "ه")),
    *(("اتها", "ه"), ("اتهم", "ه"), ("اته", "ه"), ("اتنا", "ه"), ("اتها", ""), ("اتهم", ""), ("اته", ""), ("ات", "ه")),
    *(("هما", ""), ("ها", ""), ("هم", ""), ("هن", ""), ("كم", ""), ("نا", ""), ("ات", ""), ("ان", ""), ("ين", "")),
    *(("ون", ""), ("ه", ""), ("ا", ""), ("تا", "ه"), ("تي", "ه")),
)
_ENDINGS_IN = {e[-1]: tuple(x for x in _ENDINGS if x[0][-1] == e[-1]) for e, _ in _ENDINGS}  # by the last letter
_SHORTEST = 3  # letters of what is left without an ending
_NAMELIKE = frozenset(("ان", "ين", "ون", "ا", "تا", "تي"))  # names end so too: more must be left


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Folded lemmas by sort, and the words that are names before they are words."""

    words: dict[str, str]
    verbs: frozenset[str]
    names: frozenset[str]


def vocabulary(words: Callable[[str], tuple[str, ...]], names: Iterable[str]) -> Vocabulary:
    """The lists of `vocabulary.yaml` with the participles of their verbal nouns; `names`: what else is a name."""
    sorts: dict[str, str] = {}
    for sort in _SORTS[:-1]:
        for word in words(f"vocabulary.{sort}"):
            sorts.setdefault(fold(word), sort)
    for word in words("vocabulary.deeds"):
        for participle in _participles(fold(word)):
            sorts.setdefault(participle, "adjectives")
    verbs = frozenset(fold(v) for v in words("vocabulary.verbs"))
    return Vocabulary(sorts, verbs, frozenset(names))


def _participles(deed: str) -> tuple[str, ...]:
    """The participle of a folded verbal noun by its shape: «تدريب» مدرب, «مشاركه» مشارك, «اجتماع» مجتمع."""
    if len(deed) == 5 and deed[0] == "ت" and deed[3] == "ي":
        return ("م" + deed[1:3] + deed[4],)
    if deed[0] == "م" and deed[-1] == "ه" and len(deed) == 6 and deed[2] == "ا":
        return (deed[:-1],)
    if deed.startswith("است") and len(deed) == 7 and deed[5] == "ا":
        return ("م" + deed[1:5] + deed[6],)
    if len(deed) == 6 and deed[0] == "ا" and deed[4] == "ا" and deed[3] not in "يو" and deed[1] != "ح":
        return ("م" + deed[1:4] + deed[5],)
    if deed[0] == "ت" and len(deed) in (4, 5) and deed[-1] not in "يه":
        return ("م" + deed,)
    return ()


def _article(word: str) -> str:
    """The article of a word with what is written together with it; empty where too little is left."""
    return next((a for a in _ARTICLES if word.startswith(a) and len(word) - len(a) >= 2), "")


class Words(dict[str, str]):
    """A folded word to the list that its lemma is in (people, deeds, ..., verbs); empty where it is no common word."""

    def __init__(self, known: Vocabulary) -> None:
        super().__init__()
        self.known = known

    def __missing__(self, word: str) -> str:
        if len(self) > _REMEMBERED:
            self.clear()
        self[word] = sort = self._sort(word)
        return sort

    def _sort(self, word: str) -> str:
        if word in self.known.names or len(word) < 3:
            return ""
        if word.startswith(_ARTICLES) and (article := _article(word)):
            rest = word[len(article) :]
            named = rest in self.known.names or "ال" + rest in self.known.names
            return "" if named else self._noun(rest)
        if sort := self._plain(word):
            return sort
        for clitic in _CLITICS:
            rest = word[len(clitic) :]
            if not word.startswith(clitic) or len(rest) < (3 if clitic[-1] == "ل" else 4):
                continue
            if rest in self.known.names:
                return ""
            if sort := self._plain(rest) if clitic[-1] in "وف" else self._noun(rest):
                return sort
        return ""

    def _plain(self, word: str) -> str:
        return self.known.words.get(word) or self._verb(word) or self._ended(word)

    def _noun(self, word: str) -> str:
        return self.known.words.get(word) or self._ended(word)

    def _ended(self, word: str) -> str:
        for ending, instead in _ENDINGS_IN.get(word[-1:], ()):
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST + (ending in _NAMELIKE):
                stem = word[: -len(ending)] + instead
                # «عسكري» is a family name, «عسكرية» and «عسكريين» are not
                if stem in self.known.words and (stem not in self.known.names or stem[-1] == "ي"):
                    return self.known.words[stem]
        return ""

    def _verb(self, word: str) -> str:
        """A past verb of four letters or more in its persons, or a present one: shorter ones look like names."""
        verbs = self.known.verbs
        if word in verbs:
            return "verbs" if len(word) > 3 else ""
        if word[:1] in "يت" and len(word) > 3:
            rest = word[1:].removesuffix("ون")
            if rest in verbs or "ا" + rest in verbs:
                return "verbs"
        if word[:1] == "س" and word[1:2] in ("ي", "ت") and len(word) > 4:
            return self._verb(word[1:])
        stem = word.removesuffix("ت") if word.endswith("ت") else word.removesuffix("وا")
        return "verbs" if stem != word and len(stem) >= 3 and stem[-1] != "ي" and stem in verbs else ""
