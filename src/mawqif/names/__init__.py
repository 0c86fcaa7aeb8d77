"""Mentions of sources taken apart: titles, office and name; own lists, since no library serves Arabic."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mawqif.arabic import bare, fold
from mawqif.model import Kind
from mawqif.names.bounds import PRONOUN, find, full_name
from mawqif.names.titles import Titles

__all__ = ["Named", "Titles", "full_name", "named"]

_WORD = re.compile(r"[^\s،,؛:()«»“”\"'‹›\[\]–/—-]+|[،,()«»“”\"/]")


# what describes an unnamed source further, beside what it is
_ASIDE = frozenset(("مطلع", "مطلعه", "مطلعين", "مطلعون", "طلب", "طلبت", "طلبوا", "فضل", "فضلت", "رفض", "رفضت"))


_PLAIN = frozenset(map(fold, "كبير كبيرة رفيع رفيعة بارز بارزة سابق سابقة مسؤول مسؤولة آخر أخرى حضر مطلع في".split()))


@dataclass(frozen=True, slots=True)
class Named:
    """What a mention says by itself: `words` of the personal name (empty for an office alone).

    `titles`: the titles before and after the name as they stand.
    """

    name: str
    kind: Kind
    words: frozenset[str]
    all_words: frozenset[str]
    office: frozenset[str]
    office_text: str | None
    feminine: bool | None
    definite: bool
    titles: tuple[str, ...] = ()


def _whole(words: list[str], forms: list[str], t: Titles) -> tuple[str, frozenset[str]]:
    """An organisation's or unnamed source's mention up to its first break."""
    end = 1
    stops = ("في", "من", "عن", "بين") if forms[0].startswith("ال") else ()
    while end < len(forms) and end < 9 and forms[end] not in stops:
        if forms[end] in "،,()/" or (t.has("breaks", forms[end]) and forms[end] not in ("في", "من", "بين", "عن")):
            break
        if (
            forms[end] == "ل"
            or (forms[end][0] == "ل" and t.has("media", forms[end][1:]))
            or forms[end].startswith("لوكال")
        ):
            break
        if end > 1 and forms[end - 1].startswith("ال") and _past(forms[end]) and not t.has("media", forms[0]):
            break
        if forms[end].endswith("وا") and forms[end].startswith("و"):
            break
        if end > 1 and (forms[end] in _ASIDE or _carries_pronoun(words[end])):
            break
        if end > 1 and (
            (forms[end] in t.lists["verbs"] and not t.has("media", forms[0]))
            or (t.has("adjectives", forms[end - 1]) and forms[end] in t.states)
        ):
            break
        end += 1
    kept = [w for w in words[:end] if w not in '«»“”"']
    return " ".join(kept), frozenset(bare(fold(w)) for w in kept)


def _form(word: str, t: Titles) -> str:
    """The folded word; the preposition «على» is kept apart from the name «علي» that it folds to."""
    form = fold(word)
    if word.endswith("ى") and form == "علي":
        return "على"
    adverbial = len(word) > 4 and word.endswith(("ً", "ًا", "اً")) and not form.endswith("ه")
    if (
        (_carries_pronoun(word) or adverbial)
        and not form.startswith("ال")
        and form not in t.lists["given"]
        and not t.title(form)
    ):
        return form + PRONOUN
    return form.rstrip(".") if len(form) <= 4 and not form.startswith(".") else form


def _state(words: list[str], forms: list[str], t: Titles) -> Named | None:
    """A state, its capital or seat of government by name, with an adjective or a coordinate after it."""
    for n in (3, 2, 1):
        if " ".join(forms[:n]) in t.states:
            end = n
            while end < len(forms) and t.has("adjectives", forms[end]):
                end += 1
            all_words = frozenset(bare(f) for f in forms[:end])
            kind = Kind.STATE if " ".join(forms[:n]) in t.state_names else Kind.ORGANIZATION
            return Named(" ".join(words[:end]), kind, frozenset(), all_words, frozenset(), None, True, False)
    return None


def _unbracketed(forms: list[str], words: list[str]) -> tuple[list[str], list[str]]:
    """Without what stands in brackets: «وزارة الدفاع (البنتاغون) فلان»."""
    kept, depth = [], 0
    for i, form in enumerate(forms):
        depth += form == "("
        if not depth:
            kept.append(i)
        depth -= form == ")" and depth > 0
    return ([forms[i] for i in kept], [words[i] for i in kept]) if kept else (forms, words)


def _apposition(words: list[str], forms: list[str], end: int, t: Titles) -> list[str]:
    """The words of a title that follows a name, with or without a comma."""
    first = end + 1 if forms[end : end + 1] == ["،"] else end
    if first >= len(forms) or not t.heads_person(forms[first]):
        return []
    out = []
    for word, form in zip(words[first : first + 10], forms[first : first + 10], strict=True):
        if form in "،()" or (form in t.lists["stops"] and form not in ("في", "من", "لدي", "الي", "على")):
            break
        out.append(word)
    return out


def _issuer(words: list[str], forms: list[str], t: Titles) -> Named | None:
    """The body that issued a document: «بيان صادر عن المجلس»، «بيان للوزارة»."""
    if bare(forms[0]) not in t.lists["documents"] or len(forms) < 2:
        return None
    rest = 1
    while rest < len(forms) and bare(forms[rest]) in ("صادر", "صادره", "عن", "من", "ختامي", "مشترك", "رسمي"):
        rest += 1
    if rest >= len(forms):
        return None
    word = words[rest]
    if forms[rest].startswith("لل"):
        words = [*words[:rest], "ال" + word[2:], *words[rest + 1 :]]
    found = named(" ".join(words[rest:]), t)
    return found if found and found.kind in (Kind.ORGANIZATION, Kind.STATE) else None


def _past(form: str) -> bool:
    """Whether a word after a definite noun looks like a verb of that noun: «الهيئة الموحدة تسلمت»."""
    return form.endswith("ت") and not form.startswith("ال") and not form.endswith("ات")


def _described(forms: list[str]) -> bool:
    """Whether an indefinite role is followed by adjectives alone, up to a preposition: «مسؤول كبير في …»."""
    for i, form in enumerate(forms[1:4], 1):
        if form in ("في", "من", "ب", "عن") and i > 1:
            return True
        if not (form.endswith(("ي", "يه")) or form in _PLAIN):
            return False
    return True


def _carries_pronoun(word: str) -> bool:
    """Whether a word ends with a pronoun as it is written; ta marbuta folds to the same letter."""
    return len(word) > 3 and word.endswith(("ه", "ها", "هم")) and not word.endswith("الله")


def _office_alone(words: list[str], forms: list[str], feminine: bool, definite: bool) -> Named:
    office = frozenset(bare(f) for f in forms if f[0] not in '،,()«»“”"/')
    name = " ".join(w for w in words if w not in '،,()«»“”"/')
    return Named(name, Kind.PERSON, frozenset(), office, office, name, feminine, definite)


# «معارضون», «المتظاهرون», «لبنانيون»: several people without a name; «ميلتون» is none of them
_PLURAL = re.compile(r"(?:ال)?م[^اوي][ء-ي]{2,}ون$|(?:ال)?[ء-ي]{3,}يون$")
_COLLECTIVE = (
    (Kind.MEDIA, "media"),
    (Kind.DOCUMENT, "documents"),
    (Kind.ORGANIZATION, "organizations"),
    (Kind.STATE, "states"),
)


# relatives and people by age or trade, who are unnamed where no name is given
_ANYBODY = frozenset(
    map(
        fold,
        "والد والدة شقيق شقيقة زوج زوجة ابن ابنة نجل عم جد أب أخ أخت أرملة خال جار صديق فتاة شاب شابة رجل امرأة سيدة "
        "طفل طفلة مواطن مواطنة شاهد سائق راكب مريض عامل ضحية ناج أسير متهم شرطي جندي ضابط موظف حارس".split(),
    )
)
_OWN_VOICE = frozenset(("مراسل", "مراسله", "موفد", "موفده"))  # of an outlet: its reporter is the outlet


def _read(mention: str, t: Titles, running: bool) -> tuple[list[str], list[str]]:
    """The words of a mention and their forms, without marks before them and what stands in brackets."""
    words = [w for w in _WORD.findall(mention) if fold(w)]  # a lone tatweel is no word
    forms = [_form(w, t) for w in words]
    while forms and (not forms[0] or forms[0] in '،,()«»“”"/'):
        forms, words = forms[1:], words[1:]
    kept = [i for i, f in enumerate(forms) if f]
    forms, words = [forms[i] for i in kept], [words[i] for i in kept]
    if forms and not running and not t.has("media", forms[0]):
        forms, words = _unbracketed(forms, words)
    return forms, words


def _collective(words: list[str], forms: list[str], t: Titles, feminine: bool, definite: bool) -> Named | None:
    """A body, an outlet, a document or a state by what heads the mention."""
    issuer = _issuer(words, forms, t)
    if issuer:
        return issuer
    for kind, key in _COLLECTIVE:
        if t.has(key, forms[0]) and not t.has("roles", forms[0]):
            name, all_words = _whole(words, forms, t)
            return Named(name, kind, frozenset(), all_words, frozenset(), None, feminine, definite)
    return _state(words, forms, t)


def _unnamed(words: list[str], forms: list[str], t: Titles, feminine: bool | None, definite: bool) -> Named:
    name, all_words = _whole(words, forms, t)
    return Named(name, Kind.UNNAMED, frozenset(), all_words, all_words, name, feminine, definite)


def _nameless(words: list[str], forms: list[str], t: Titles, feminine: bool, definite: bool) -> Named:
    """A mention without a name: a person known by office, or a source that is not named."""
    head = bare(forms[0])
    if head in _OWN_VOICE and len(forms) > 1:
        name, all_words = _whole(words, forms, t)
        return Named(name, Kind.MEDIA, frozenset(), all_words, frozenset(), None, feminine, definite)
    if not t.heads_person(forms[0]) and not t.has("unnamed", forms[0]):
        name, all_words = _whole(words, forms, t)
        return Named(name, Kind.PERSON, frozenset(), all_words, frozenset(), None, feminine, definite)
    anybody = head in _ANYBODY or (t.has("unnamed", forms[0]) and not (definite and t.has("roles", forms[0])))
    kind = Kind.UNNAMED if anybody else Kind.PERSON
    name, all_words = _whole(words, forms, t)
    return Named(name, kind, frozenset(), all_words, all_words, name, feminine, definite)


def named(mention: str, t: Titles, running: bool = False) -> Named | None:
    """Take a mention apart; `running`: it is a stretch of running text that begins with a title."""
    forms, words = _read(mention, t, running)
    if not forms:
        return None
    head = forms[0]
    feminine = head.endswith(("ه", "ات")) or bare(head) in ("مصادر",) or head in t.states
    definite = head.startswith("ال") or (
        len(forms) > 1 and forms[1].startswith("ال") and head not in t.lists["adjectives"]
    )
    if not running and (body := _collective(words, forms, t, feminine, definite)):
        return body
    role = t.has("roles", head) and head not in t.lists["particles"]
    if not definite and len(forms) > 1 and role and _described(forms):
        return _unnamed(words, forms, t, feminine, False)
    if _PLURAL.match(head):
        return _unnamed(words, forms, t, False, definite)
    found = None if t.has("unnamed", head) and not t.has("roles", head) else find(forms, t, running)
    if found is None:
        return _nameless(words, forms, t, feminine, definite)
    start, end = found
    name_words = words[start:end]
    office = [w for w in words[:start] if w not in '،,/«»“”"']
    folded = frozenset(bare(fold(w)) for w in name_words)
    after = _apposition(words, forms, end, t)
    return Named(
        " ".join(name_words),
        Kind.PERSON,
        folded,
        folded,
        frozenset(bare(fold(w)) for w in (*office, *after)),
        " ".join(office) or None,
        feminine if office else None,
        definite,
        tuple(" ".join(x) for x in (office, after) if x),
    )
