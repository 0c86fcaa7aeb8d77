"""Mentions of sources taken apart: titles, office and name; own lists, since no library serves Arabic.

A name begins after its titles and ends before the first word that no name holds.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from mawqif.arabic import bare, fold
from mawqif.lexicon import Lexicon
from mawqif.model import Kind

_WORD = re.compile(r"[^\s،,؛:()«»“”\"'‹›\[\]–/—-]+|[،,()«»“”\"/]")
_LINKS = frozenset(
    fold(w)
    for w in ["باسم", "لشؤون", "لشئون", "عام", "لدى", "العام", "الأعلى", "الدائم", "الخاص", "الأول", "الثاني", "السابق", "الأسبق", "الحالي", "السابقة", "العامة", "الرسمي", "الرسمية", "المكلف", "والناطق", "سابقا"]
)


_PLACED = frozenset(("في", "لدي", "من", "عن", "الي", "على"))
# what describes an unnamed source further, beside what it is
_ASIDE = frozenset(("مطلع", "مطلعه", "مطلعين", "مطلعون", "طلب", "طلبت", "طلبوا", "فضل", "فضلت", "رفض", "رفضت"))
_PLAIN = frozenset(
    fold(w) for w in ["كبير", "كبيرة", "رفيع", "رفيعة", "بارز", "بارزة", "سابق", "سابقة", "مسؤول", "مسؤولة", "آخر", "أخرى", "حضر", "مطلع", "في"]
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
    lists["breaks"] = (lists["breaks"] - {"علي"}) | {"على"} | ((spoken | weak) - lists["given"]) | {"بالقول", "قائلا", "قوله", "بقوله"}
    lists["cues"] = frozenset(f.form for c in lexicon.cues for f in c.forms)
    lists["breaks"] -= lists["roles"] | lists["organizations"] | lists["unnamed"] | lists["honorifics"]
    lists["adjectives"] = frozenset(fold(a) + e for s in lexicon.states for a in s.adjectives for e in ("", "ه", "ين"))
    spelt = {
        fold(w): tuple(dict.fromkeys((s.name, *s.aliases))) for s in lexicon.states for w in (s.name, *s.aliases, *s.metonyms)
    }
    return Titles(lists, frozenset(names), spelt)


@dataclass(frozen=True, slots=True)
class Named:
    """What a mention says by itself: `words` of the personal name (empty for an office alone)."""

    name: str
    kind: Kind
    words: frozenset[str]
    all_words: frozenset[str]
    office: frozenset[str]
    office_text: str | None
    feminine: bool | None
    definite: bool


def _name_start(forms: list[str], t: Titles) -> int | None:
    """Where the personal name begins; None where the mention holds none."""
    i, seen = 0, False
    while i < len(forms):
        form = forms[i]
        if form in '،,/«»“”"':
            i += 1
        elif form in "()":
            return None
        elif (form in t.lists["particles"] and i + 1 < len(forms)) or (
            i
            and seen
            and form.startswith("ال")
            and t.has("honorifics", forms[i - 1])
            and (not t.title(form) or (i + 1 == len(forms) and t.has("adjectives", form)))
        ):
            return i
        elif form in _PLACED and seen and forms[i - 1] != "،" and forms[i + 1 : i + 2] not in (["ان"], ["انه"], ["انها"]):
            i += 2
        elif t.has("breaks", form) or t.has("objects", form):
            return None
        elif (
            t.title(form)
            or (seen and (t.has("common", form) or form.endswith("ات")))
            or form in t.states
            or (seen and form.startswith(("ال", "لل", "بال", "وال")))
        ):
            seen = seen or t.title(form)
            i += 1
        elif (
            i + 1 < len(forms)
            and forms[i + 1].startswith("ال")
            and seen
            and i
            and t.title(forms[i - 1])
            and not t.has("honorifics", forms[i - 1])
            and not forms[i - 1].startswith("ال")
            and not (i + 2 >= len(forms))
        ):
            i += 2
        elif (
            i
            and forms[i - 1] not in t.lists["particles"]
            and forms[i - 1].lstrip("ب") in t.lists["places"]
            and form not in t.lists["given"]
        ):
            i += 1
        elif form not in t.lists["given"] and (later := _given_later(forms, i, t)):
            return later
        else:
            return i
    return None


def _given_later(forms: list[str], first: int, t: Titles) -> int | None:
    """Where a usual given name begins within the next words, if a word before it cannot belong to a name."""
    for j in range(first + 1, min(first + 5, len(forms) - 1)):
        if forms[j] in "،,()" or t.has("breaks", forms[j]):
            return None
        if (
            forms[j] in t.lists["given"]
            and forms[j - 1] not in t.lists["particles"]
            and not t.has("honorifics", forms[first])
        ):
            return (
                j if t.title(forms[j - 1]) or forms[j - 1].startswith(("ال", "لل")) or forms[j - 1] in '»”"' else None
            )
    return None


def _name_end(forms: list[str], start: int, t: Titles) -> int:
    i = start
    while i < len(forms) and i - start < 7:
        form = forms[i]
        if form in '،,()«»“”"/' or t.has("breaks", form):
            break
        if i > start and (t.title(form) and form not in t.lists["particles"] and not form.startswith("ال")):
            break
        if i > start + 1 and bare(form) in t.lists["roles"] and forms[i - 1] not in t.lists["particles"]:
            break
        if i > start and (
            t.has("common", form) or form in t.lists["objects"] or (i > start + 1 and form.endswith("ه") and not form.startswith("ال"))
        ):
            break
        if i - start >= 4 and forms[i - 1] not in t.lists["particles"] and form not in t.lists["particles"]:
            break
        if i > start and (form[:2] in ("لل", "بح") or (form in ("ل", "لكنه", "لكن", "بن") and i + 1 == len(forms))):
            break
        if i > start and (form.startswith("لت") or (form.startswith("ال") and form.endswith("ات"))):
            break
        if i > start and form[0] == "ل" and t.title(form[1:]):
            break
        i += 1
    return i


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
        if end > 1 and (forms[end] in _ASIDE or _carries_pronoun(words[end])):
            break
        end += 1
    kept = [w for w in words[:end] if w not in '«»“”"']
    return " ".join(kept), frozenset(bare(fold(w)) for w in kept)


def _form(word: str) -> str:
    """The folded word; the preposition «على» is kept apart from the name «علي» that it folds to."""
    return "على" if word.endswith("ى") and fold(word) == "علي" else fold(word)


def _state(words: list[str], forms: list[str], t: Titles) -> Named | None:
    """A state, its capital or seat of government by name, with an adjective or a coordinate after it."""
    for n in (3, 2, 1):
        if " ".join(forms[:n]) in t.states:
            end = n
            while end < len(forms) and t.has("adjectives", forms[end]):
                end += 1
            all_words = frozenset(bare(f) for f in forms[:end])
            return Named(" ".join(words[:end]), Kind.STATE, frozenset(), all_words, frozenset(), None, True, False)
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


def _apposition(forms: list[str], end: int, t: Titles) -> list[str]:
    """The words of a title that follows a name after a comma."""
    if end + 1 >= len(forms) or forms[end] != "،" or not t.heads_person(forms[end + 1]):
        return []
    out = []
    for form in forms[end + 1 : end + 9]:
        if form in "،()" or t.has("breaks", form):
            break
        out.append(bare(form))
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


def _quoted_name(forms: list[str], t: Titles) -> int | None:
    """Where a name in marks begins after a title: «مدير المركز "فلان الفلاني"»."""
    for i, form in enumerate(forms[1:-2], 1):
        if form in '«“"' and t.heads_person(forms[0]):
            known = forms[i + 1] in t.lists["given"] or forms[i + 1] in t.lists["particles"]
            return i + 1 if known and any(f in '»”"' for f in forms[i + 3 : i + 6]) else None
    return None


def _carries_pronoun(word: str) -> bool:
    """Whether a word ends with a pronoun as it is written; ta marbuta folds to the same letter."""
    return len(word) > 3 and word.endswith(("ه", "ها", "هم")) and not word.endswith("الله")


def _pronominal(words: list[str]) -> bool:
    """Whether the second word carries a pronoun, as in «قدم تقريره»: then the first is a verb and no name begins here."""
    return len(words) > 1 and _carries_pronoun(words[1])


def _can_begin(form: str, t: Titles) -> bool:
    """Whether a word can begin a name: a usual given name, or no present verb by its first letter."""
    return form in t.lists["given"] or form in t.lists["particles"] or not form.startswith("ي")


def _office_alone(words: list[str], forms: list[str], feminine: bool, definite: bool) -> Named:
    office = frozenset(bare(f) for f in forms if f[0] not in '،,()«»“”"/')
    name = " ".join(w for w in words if w not in '،,()«»“”"/')
    return Named(name, Kind.PERSON, frozenset(), office, office, name, feminine, definite)


_COLLECTIVE = (
    (Kind.MEDIA, "media"),
    (Kind.DOCUMENT, "documents"),
    (Kind.ORGANIZATION, "organizations"),
    (Kind.STATE, "states"),
)


def named(mention: str, t: Titles, running: bool = False) -> Named | None:
    """Take a mention apart; `running`: it is a stretch of running text that begins with a title."""
    words = _WORD.findall(mention)
    forms = [_form(w) for w in words]
    while forms and (not forms[0] or forms[0] in '،,()«»“”"/'):
        forms, words = forms[1:], words[1:]
    if not forms:
        return None
    head = forms[0]
    feminine = head.endswith(("ه", "ات")) or bare(head) in ("مصادر",) or head in t.states
    forms, words = _unbracketed(forms, words) if not running and not t.has("media", head) else (forms, words)
    definite = head.startswith("ال") or (
        len(forms) > 1 and forms[1].startswith("ال") and head not in t.lists["adjectives"]
    )
    joined = " ".join(forms)
    if not running:
        issuer = _issuer(words, forms, t)
        if issuer:
            return issuer
        for kind, key in _COLLECTIVE:
            if t.has(key, head) and not t.has("roles", head):
                name, all_words = _whole(words, forms, t)
                return Named(name, kind, frozenset(), all_words, frozenset(), None, feminine, definite)
        state = _state(words, forms, t)
        if state:
            return state
    if (
        not definite
        and len(forms) > 1
        and t.has("roles", head)
        and all(f.endswith(("ي", "يه")) or f in _PLAIN for f in forms[1:4])
    ):
        name, all_words = _whole(words, forms, t)
        return Named(name, Kind.UNNAMED, frozenset(), all_words, all_words, name, feminine, False)
    quoted = _quoted_name(forms, t)
    start = quoted if quoted is not None else _name_start(forms, t)
    if start is None or (t.has("unnamed", head) and not t.has("roles", head)):
        name, all_words = _whole(words, forms, t)
        kind = Kind.UNNAMED if t.has("unnamed", head) and not (definite and t.has("roles", head)) else Kind.PERSON
        return Named(name, kind, frozenset(), all_words, all_words, name, feminine, definite)
    end = _name_end(forms, start, t)
    if end <= start:
        return None
    if start and (not _can_begin(forms[start], t) or _pronominal(words[start:end])):
        return _office_alone(words[:start], forms[:start], feminine, definite)
    name_words = [w for w in words[start:end]]
    office = [w for w in words[:start] if w not in "،,/"]
    folded = frozenset(bare(fold(w)) for w in name_words)
    return Named(
        " ".join(name_words),
        Kind.PERSON,
        folded,
        folded,
        frozenset([*(bare(fold(w)) for w in office), *_apposition(forms, end, t)]),
        " ".join(office) or None,
        feminine if office else None,
        definite,
    )
