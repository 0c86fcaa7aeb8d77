"""The words of a personal name as its spellings have them in common, and how two spellings are told from two names.

A name is compared word by word: joined compounds (عبد الله), no article, no بن. In names that are no Arabic ones the
vowels and some consonants are the reader's choice (بلينكن، بلنكن; غوتيريش، جوتيريش): those are compared by what is
left. In Arabic names a vowel makes another name (سالم، سليم).
"""

from __future__ import annotations

import functools
import re

from mawqif.arabic import fold
from mawqif.names.titles import Titles

Words = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+")
_FATHERS = frozenset(("ابو", "ابا", "ابي", "بو"))
_JOINED = _FATHERS | {"عبد", "ام"} | frozenset("دي دو دا دل ديل دير فان فون لو لا ماك مك سان سانت".split())
_BEHIND = frozenset("الدين الله الاسلام الحق العابدين الزمان".split())  # «نصر الله», «سيف الدين»
_FATHER = re.compile("^اب[اي](?=ال)")  # «أباالخيل»
_LINKS = frozenset("بن ابن بنت ولد ال".split())
_SAME = {
    "اسحق": "اسحاق", "عبدالرحمان": "عبدالرحمن", "رحمان": "رحمن", "اسمعيل": "اسماعيل", "ابرهيم": "ابراهيم",
    "سليمن": "سليمان", "هرون": "هارون", "طاها": "طه", "عبدرب": "عبدربه", "عبدربو": "عبدربه",
}  # fmt: skip
_ARABIC = re.compile("[حعصضظ]")  # letters that other languages seldom need
_VOWELS = str.maketrans("", "", "اوي")
_ALIKE = str.maketrans("غطصشقظضذثح", "جتسسكزددته")
_DOUBLE = re.compile(r"(.)\1+")


@functools.lru_cache(maxsize=1 << 16)
def name_words(name: str) -> Words:
    """The words of a personal name in Arabic letters."""
    out: list[str] = []
    joined = ""
    for raw in _WORD.findall(name):
        form = fold(raw)
        if form in _BEHIND and out and not joined:
            out[-1] += form
        elif form in _JOINED:
            joined += "ابو" if form in _FATHERS else form
        elif form not in _LINKS or not (out or joined):
            out.append(_spelt(joined + (form if joined in ("عبد", "ام") else _without_article(raw, form))))
            joined = ""
    return (*out, joined) if joined else tuple(out)


def _without_article(raw: str, form: str) -> str:
    """«الجبير», and not «ألفريد»."""
    return form[2:] if raw.startswith("ال") and len(form) > 4 and form != "الله" else form


def _spelt(word: str) -> str:
    plain = _FATHER.sub("ابو", word).replace("ء", "").replace("وو", "و").replace("يي", "ي") or word
    return _SAME.get(plain, plain)


@functools.lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """What is left of a word where the reader chooses vowels and some consonants; the word itself where nothing is."""
    plain = _DOUBLE.sub(r"\1", word.replace("تش", "ش").translate(_ALIKE)).translate(_VOWELS)
    return plain[:-1] if len(plain) > 2 and plain[-1] == "ه" else plain or word


def compact(words: Words) -> str:
    """The consonants of a whole name, whatever is written apart: what all spellings of it have in common."""
    return "".join(map(skeleton, words))


def common(name: str, titles: Titles) -> bool:
    """Whether every word of a name is one that many people of the region bear."""
    forms = [fold(raw) for raw in _WORD.findall(name)]
    if not any(_ARABIC.search(f) or f.startswith("ال") for f in forms):
        return False
    return all(
        f in titles.lists["given"] or f in titles.lists["surnames"] or f in _LINKS | _JOINED | _BEHIND
        or f.startswith("ال") or (f[-1] == "ي" and bool(_ARABIC.search(f)))
        for f in forms
    )  # fmt: skip


def ending(name: str, titles: Titles) -> str | None:
    """What a name ends with: the father's name («سعد بن سالم», «سعد سالم») or the family's («سعد السالم»).

    None where it may be either: the article of a family name that is no first name («الشمري») is often left out.
    """
    raw = _WORD.findall(name)
    last = fold(raw[-1]) if len(raw) > 1 else ""
    known = titles.lists["given"]
    if last and raw[-1].startswith("ال") and last[2:] in known and last[-1] != "ي":
        return "family"
    return "father" if last in known and last[-1] != "ي" and fold(raw[-2]) not in _JOINED else None


def one_name(a: Words, b: Words, foreign: bool, titles: Titles) -> bool:
    """Whether two names that are left with the same consonants are one; `foreign`: of a state without Arabic names.

    Names of single words are one only where they are written alike.
    """
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return foreign and len(compact(a)) > 2 and compact(a) == compact(b)
    strange = foreign or not (_known(a, titles) or _known(b, titles))
    if not strange or len(compact(a)) < _FEW:
        return False
    if len(a) != len(b):
        return True
    pairs = zip(a, b, strict=True)
    return all(x == y or (skeleton(x) == skeleton(y) and (foreign or _strange(x, y, titles))) for x, y in pairs)


_FEW = 4  # consonants under which a name says too little


def _known(words: Words, titles: Titles) -> bool:
    return any(_ARABIC.search(w) for w in words) or all(w in titles.lists["given"] for w in words)


def _strange(x: str, y: str, titles: Titles) -> bool:
    """Whether two spellings are of a word that is no Arabic name."""
    if len(skeleton(x)) < 2 or x[-1] == "ي" or y[-1] == "ي":
        return False  # the vowel before the ending makes another family (السالمي، السلمي)
    return not (x in titles.lists["given"] and y in titles.lists["given"]) and len(x) > 3 and len(y) > 3
