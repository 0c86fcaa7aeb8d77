"""Offices: whether a role that a mention names is one that a source was given by name.

An office is its head («وزير»), the states that it is of, and its other words. A mention is less exact than the
title with the name: «الوزير الأمريكي» for the one who was introduced as «وزير الخارجية الأمريكي».
"""

from __future__ import annotations

from dataclasses import dataclass

from mawqif.arabic import bare, fold
from mawqif.names import Titles

# the same under other words
_SAME = {
    fold(word): fold(other)
    for other, words in {
        "متحدث": "ناطق", "مبعوث": "موفد", "حكومة": "وزراء", "كونغرس": "كونجرس", "ملك": "عاهل", "رئيس": "زعيم",
        "خليج": "خليجية خليجي", "عربية": "عرب عربي", "مدير": "مديرا",
    }.items()
    for word in words.split()
}  # fmt: skip
# words that tell nothing of an office
_EMPTY = frozenset(
    fold(w)
    for w in (
        "في من إلى لدى عن على باسم شؤون شئون مجلس دولة جمهورية مملكة خاص دولي أممي رسمي حالي سابق أسبق جديد مكلف ذاته "
        "نفسه عينه متحدة دائم كبير بلاد أول المذكور معالي سمو السيد دكتور و ملكي صاحب فخامة مهندس أستاذ شيخ "
        "شريفين شريف"
    ).split()
)
# «وكيل المحافظ» is «وكيل المحافظة»
_PLACES = {fold(k): fold(v) for k, v in (("محافظ", "محافظة"), ("وزير", "وزارة"), ("أمير", "إمارة"), ("عميد", "عمادة"))}
COUNTERPARTS = tuple(sorted(("نظير", "نظيره", "نظيرته", "نظيرها", "نظيرتها", "نظيرهم")))
_HEAD = fold("رئيس")
_ENVOY, _SENDERS = "مبعوث", frozenset(("امم",))  # «المبعوث الأممي» is that of the United Nations
_MET = frozenset(fold(w) for w in "رئيس وزير ملك أمير مستشار مبعوث ولي سلطان".split())  # whose counterparts are told of
_HEADS_OF_STATE = frozenset(("جمهوريه", "دوله", "بلاد", "ولايات", "متحده"))


@dataclass(frozen=True, slots=True)
class Office:
    """One office of a title, folded: its head, its states, what else it says, whether it stands in construct."""

    head: str
    nations: frozenset[str]
    rest: frozenset[str]


def offices(title: str, t: Titles) -> tuple[Office, ...]:
    """The offices that a title names, in their order."""
    out: list[Office] = []
    parts: list[list[str]] = []
    before = ""
    for word in title.split():
        form = fold(word)
        plain = form[1:] if form.startswith("و") and bare(form[1:]) in t.lists["roles"] else form
        if bare(plain) in t.lists["roles"] and _opens(plain, form, before, t):
            parts.append([plain])
        elif parts:
            parts[-1].append(form)
        before = form
    for part in parts:
        nations, rest = _told(part[1:], t)
        head = _same(_masculine(bare(part[0]), t))
        out.append(Office(head, nations, rest - _SENDERS if head == _ENVOY else rest))
    return tuple(out)


def _opens(plain: str, form: str, before: str, t: Titles) -> bool:
    """Whether a role begins an office here, and is no part of another («نائب رئيس»، «مساعد وزير»)."""
    if not before or plain != form or before in t.lists["honorifics"] or bare(before) in t.lists["honorifics"]:
        return True
    closed = before.startswith(("ال", "لل", "بال")) or bare(before) in t.nations or before in t.cities
    return closed and not plain.startswith("ال")


def _masculine(head: str, t: Titles) -> str:
    """A head without the ending of the feminine, where that leaves a role: a woman in office is its holder too."""
    return head[:-1] if head.endswith("ه") and head[:-1] in t.lists["roles"] else head


def _same(word: str) -> str:
    return _SAME.get(word, word)


def _told(words: list[str], t: Titles) -> tuple[frozenset[str], frozenset[str]]:
    nations: set[str] = set()
    rest: set[str] = set()
    for form in words:
        word = bare(form)
        if word not in t.nations and form[0] in "بلو" and bare(form[1:]) in t.nations:
            word = bare(form[1:])
        elif form[0] in "بل" and form[1:] in t.lists["organizations"]:
            word = form[1:]
        if word in t.nations:
            nations.add(t.nations[word])
        elif word not in _EMPTY:
            rest.add(_PLACES.get(word) or _same(word))
    return frozenset(nations), frozenset(rest)


def fit(mentioned: Office, held: Office) -> int | None:
    """How well a mentioned office fits a held one; None where it does not."""
    counterpart = held.head in COUNTERPARTS and mentioned.head in _MET
    if mentioned.head != held.head and not counterpart:
        return None
    if mentioned.nations and held.nations and not mentioned.nations & held.nations:
        return None
    if mentioned.nations and not held.nations and (held.rest or counterpart):
        return None
    told = frozenset() if counterpart else mentioned.rest - held.rest
    if told:
        return None
    if mentioned.head == _HEAD and mentioned.nations and not mentioned.rest and held.rest - _HEADS_OF_STATE:
        return None
    alike = mentioned.nations == held.nations and (mentioned.rest or not held.rest - _HEADS_OF_STATE)
    exact = alike or (mentioned.nations and mentioned.nations <= held.nations)
    return 2 * len(mentioned.nations & held.nations) + len(mentioned.rest & held.rest) + bool(exact)


def definite(title: str, t: Titles) -> bool:
    """Whether a title means somebody certain: «وزير الخارجية»، and not «مهندس في الموقع»."""
    for i, word in enumerate(title.split()):
        form = fold(word)
        if form in ("في", "من", "لدي", "عن", "على", "الي"):
            return False
        known = bare(form) in t.nations or form in t.cities
        if known or form.startswith(("ال", "لل", "بال")) or form[-2:] in ("ها", "هم"):
            return True
        if i == 1 and not t.words[form] and not t.title(form) and not form.endswith(("ي", "يه", "ا")):
            return True  # «مؤسس فيسبوك», «مدرب ليفربول»: the name of a body
    return False
