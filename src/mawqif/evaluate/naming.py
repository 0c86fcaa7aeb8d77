"""When two names are one: compared by their words, as a reader would, not letter by letter."""

from __future__ import annotations

import functools
import re
import unicodedata

from mawqif.evaluate.shape import Told

# A body is known by any of its names; a person's other names are often only a part that others share.
KNOWN_BY_ALIAS = frozenset({"state", "organization", "media", "document"})
MOST_SHARED = 0.5

_ONE_LETTER = {"ٱ": "ا", "ى": "ي", "ة": "ه", "گ": "ك", "ـ": ""}
_ARTICLES = ("وال", "بال", "لل", "ال")
_LINEAGE = frozenset({"بن", "ابن", "بنت"})
_COMPOUND = re.compile(r"(?<=\bعبد|\bابو|\bابي|\bابا)\s+(?=\w)")
_WORD = re.compile(r"\w+")


class _Letters(dict[int, str]):
    """Each letter as the comparison sees it, learnt when it is first met."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFKD", chr(code))
        bare = (_ONE_LETTER.get(c, c) for c in parts if not unicodedata.combining(c))
        self[code] = "".join(bare).casefold()
        return self[code]


_LETTERS = _Letters()


@functools.lru_cache(maxsize=1 << 14)
def key_words(name: str) -> frozenset[str]:
    """The words that tell a name: no articles, no genealogy, compounds as one word, one spelling of America."""
    letters = _COMPOUND.sub("", name.translate(_LETTERS)).replace("اميرك", "امريك")
    found = {_bare(word) for word in _WORD.findall(letters)}
    return frozenset(found - _LINEAGE - {""})


def _bare(word: str) -> str:
    """The word without its article; three letters at least are left of it."""
    article = next((a for a in _ARTICLES if word.startswith(a) and len(word) >= len(a) + 3), "")
    return word.removeprefix(article)


def same_name(predicted: str, gold: str) -> bool:
    """Whether the predicted name stands for the annotated one.

    It may say more, within bounds; less, if two words are left; or share more than half of all words.
    """
    p, g = key_words(predicted), key_words(gold)
    if not p or not g:
        return False
    fuller = g < p and len(p) <= 2 * len(g) + 3
    shorter = p < g and len(p) >= 2
    return p == g or fuller or shorter or len(p & g) / len(p | g) > MOST_SHARED


def same_speaker(predicted: Told, gold: Told) -> bool:
    """Whether the predicted speaker is the annotated one, by name or, for a body, by another name of it."""
    if same_name(predicted.name, gold.name):
        return True
    if gold.kind not in KNOWN_BY_ALIAS:
        return False
    known = {key_words(alias) for alias in gold.aliases} - {frozenset()}
    return key_words(predicted.name) in known
