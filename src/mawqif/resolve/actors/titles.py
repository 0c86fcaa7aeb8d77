"""What the titles of a person tell apart: offices that are one, walks of life."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

from mawqif.arabic import bare, fold
from mawqif.lexicon import Lexicon, titles

# who is addressed so says nothing of an office; closed
_EMPTY = frozenset(
    fold(w)
    for w in (
        "في من إلى لدى عن على باسم و شؤون شئون سمو صاحب ملكي معالي سعادة فضيلة سماحة فخامة جلالة السيد سيد سيدة دكتور "
        "دكتورة د م أ مهندس مهندسة أستاذ أستاذة شيخ شيخة حاج أخ أمير أميرة نفسه ذاته حالي حالية سابق سابقة أسبق جديد "
        "رسمي رسمية عام عامة خاص خاصة لواء عميد عقيد مقدم رائد نقيب ملازم فريق أول ركن طيار مساعد بروفيسور كابتن مدعو "
        "خادم حرمين شريفين مكلف مكلفة منطقة محافظة مدينة متحدث ناطق متحدثة ناطقة إعلامي صحفي صحافي"
    ).split()
)
_VOICE = fold("ناطق")
_WORD = re.compile(r"[^\W_]+")
_SHARED = 2  # words that two titles must have in common at least
_ONLY = frozenset(fold(w) for w in "ملك عاهل سلطان بابا".split())  # there is one of them in a state
_ATTACHED = frozenset(fold(w) for w in "ناطق نائب وكيل مستشار مندوب مبعوث سكرتير".split())
_VOICES = frozenset(fold(w) for w in "متحدث ناطق متحدثة ناطقة".split())


@functools.lru_cache(maxsize=1 << 14)
def office_words(office: str) -> frozenset[str]:
    """The words of a title that tell of an office, as it is written in several ways."""
    words = [bare(w) for w in _WORD.findall(fold(office))]
    told = {_VOICE} if _VOICES & set(words) else set()
    return frozenset(told | {_plain(w) for w in words if w not in _EMPTY} - _EMPTY)


def _plain(word: str) -> str:
    """«بتبوك», «لشرطة»: without the preposition."""
    return bare(word[1:]) if word[0] in "بل" and len(word) > 4 else word


def one_office(a: str, b: str) -> bool:
    """Whether two titles are of one office: the words of the shorter one are in the other, two at least."""
    x, y = office_words(a), office_words(b)
    short = min(x, y, key=len)
    if x & _ATTACHED != y & _ATTACHED:
        return False  # the spokesman of a minister, and the minister
    return (len(short) >= _SHARED or bool(short & _ONLY)) and (x <= y or y <= x)


def share_office(a: Iterable[str], b: Iterable[str]) -> bool:
    """Whether any title of one is of the same office as any of the other."""
    others = tuple(b)
    return any(one_office(x, y) for x in a for y in others)


@functools.lru_cache(maxsize=1 << 14)
def field_of(office: str, lexicon: Lexicon) -> str | None:
    """The walk of life of which a title tells, by its head before all; None where it tells of none or of several."""
    words = [w for w in map(bare, _WORD.findall(fold(office))) if w not in _EMPTY]
    known = _fields(lexicon)
    if words and words[0] in known:
        return known[words[0]]
    runs = (*words, *(f"{x} {y}" for x, y in pairwise(words)))
    found = {known[run] for run in runs if run in known}
    return found.pop() if len(found) == 1 else None


@functools.lru_cache(maxsize=8)
def _fields(lexicon: Lexicon) -> Mapping[str, str]:
    out: dict[str, str] = {}
    for key, words in lexicon.words.items():
        kind, _, field = key.partition(".")
        if kind == "fields":
            out |= {" ".join(bare(w) for w in fold(word).split()): field for word in words}
    return out


def distinct(name_words: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether a body's name holds a word that is no common one of the language: a place, a person, a coined name."""
    t = titles(lexicon)
    return any(not (t.words[w] or t.title(w) or t.has("common", w) or w in t.lists["stops"]) for w in name_words)
