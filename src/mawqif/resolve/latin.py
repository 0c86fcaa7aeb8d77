"""Names in Latin letters and the Arabic names that they stand for, compared by their consonants.

Vowels are written differently in every paper and mostly not at all in Arabic; consonants survive.
Letters that one language tells apart and the other writes alike share a class.
"""

from __future__ import annotations

import functools
import re

from mawqif.arabic import fold

_TITLES = re.compile(
    r"\b(?:secretary|of|state|president|prime|foreign|minister|ambassador|dr|mr|mrs|ms|sir|senator|rep|amb"
    r"|general|gen|col|spokes(?:man|woman|person)|special|envoy|hon|sheikh|king|prince|princess|h\.?e)\b\.?",
    re.IGNORECASE,
)
_PAIRS = (("kh", "k"), ("sh", "s"), ("ch", "s"), ("th", "t"), ("ph", "f"), ("gh", "g"), ("dh", "d"), ("ck", "k"))
_LATIN = {
    **dict.fromkeys("bp", "b"),
    **dict.fromkeys("sz", "s"),
    **dict.fromkeys("fv", "f"),
    **dict.fromkeys("kqcx", "k"),
}
_LATIN |= {**dict.fromkeys("gj", "g"), "t": "t", "d": "d", "r": "r", "l": "l", "m": "m", "n": "n"}
_ARABIC = {
    **dict.fromkeys("بپ", "b"),
    **dict.fromkeys("سشصزظ", "s"),
    **dict.fromkeys("فڤ", "f"),
    **dict.fromkeys("كقخ", "k"),
}
_ARABIC |= {**dict.fromkeys("جغ", "g"), **dict.fromkeys("تطث", "t"), **dict.fromkeys("دضذ", "d")}
_ARABIC |= {"ر": "r", "ل": "l", "م": "m", "ن": "n"}


def is_latin(text: str) -> bool:
    """Whether a mention is written in Latin letters."""
    return bool(re.match(r"\W*[A-Za-z]", text))


def name(mention: str) -> str:
    """The name in a mention, without English titles; the mention itself where nothing else is left."""
    return " ".join(_TITLES.sub(" ", mention).split()) or mention.strip()


def skeleton(word: str) -> str:
    """The consonant classes of one word in either script, doubled ones once."""
    word = fold(word)
    if is_latin(word):
        word = re.sub(r"^al[- ]?(?=\w{3})", "", word)
        for pair, letter in _PAIRS:
            word = word.replace(pair, letter)
        letters = [_LATIN.get(c, "") for c in word]
    else:
        word = re.sub(r"^ال(?=\w{3})", "", word)
        letters = [_ARABIC.get(c, "") for c in word]
    return re.sub(r"(.)\1+", r"\1", "".join(letters))


@functools.lru_cache(maxsize=1 << 14)
def skeletons(text: str) -> tuple[str, ...]:
    """The skeletons of the words of a name that have two consonants or more."""
    found = (skeleton(w) for w in re.findall(r"[^\s\-‑]+", re.sub(r"\b[Aa]l-", "", text)))
    return tuple(s for s in found if len(s) >= 2)


def same(latin_name: str, arabic_name: str) -> bool:
    """Whether two names in the two scripts are one: the last Latin word, and no word of the shorter missing."""
    a, b = skeletons(latin_name), skeletons(arabic_name)
    if not a or not b or a[-1] not in b:
        return False
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    return set(short) <= set(long) and (len(short) > 1 or len(short[0]) >= 3)
