"""From a title to the offices that it names: «وزير الخارجية الأميركي» is the foreign minister of the United States.

A title is generated from the kind of office with the state's adjective («الأميركي»), name («وزير خارجية فرنسا») or both
sides of a preposition; articles, the feminine of the head and empty words («الرسمي») make no difference.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from mawqif.arabic import ARTICLES, bare, fold
from mawqif.lexicon.states import NAME, Sighting, sightings, unjoined, words_of
from mawqif.lexicon.values import Lexicon, Office

Words = tuple[str, ...]
_EMPTY = frozenset(fold(w) for w in "رسمي رسمية حالي حالية جديد جديدة مكلف مكلفة خاص خاصة".split()) | {
    "the",
    "of",
    "new",
}
_HEADS = {
    fold(f): fold(m)
    for m, f in (
        *(("وزير", "وزيرة"), ("رئيس", "رئيسة"), ("ناطق", "ناطقة"), ("ناطق", "متحدث"), ("ناطق", "متحدثة")),
        *(("مستشار", "مستشارة"), ("ممثل", "ممثلة"), ("مندوب", "مندوبة"), ("مبعوث", "مبعوثة"), ("مبعوث", "موفد")),
        *(("نائب", "نائبة"), ("سفير", "سفيرة"), ("مدير", "مديرة"), ("ملك", "ملكة"), ("امين", "أمينة")),
        *(
            ("محافظ", "حاكم"),
            ("مفوض", "مفوضة"),
            ("أول", "أولى"),
            ("أعلى", "عليا"),
            ("مسؤول", "مسؤولة"),
            ("مسؤول", "مسئول"),
        ),
    )
}
_FORMER = frozenset(fold(w) for w in "سابق سابقة أسبق سابقا راحل راحلة مخلوع مستقيل معزول".split()) | {
    *("former", "ex", "late", "then")
}
# what stands before an office and makes another one of it
_BEFORE = frozenset(
    fold(w)
    for w in (
        "نائب نائبة مساعد مساعدة وكيل وكيلة مستشار مستشارة مستشارو كبير مبعوث ممثل مندوب متحدث ناطق باسم مكتب مدير "
        "سكرتير شقيق شقيقة نجل زوجة زوج ابن ابنة عم والد خليفة سلف نظير نظيره نظيرها نظيرته معاون حرم قرينة خلف موفد "
        "مرشح مرشحة منافس موكب حراسة سيادة ولي سفير سفيرة قنصل"
    ).split()
) | {"deputy", "assistant", "vice", "adviser", "advisor", "spokesman", "spokeswoman", "spokesperson", "to", "for"}


@dataclass(frozen=True, slots=True)
class Post:
    """An office that a title names: its kind, its state or organisation (None: not said), and how it is named.

    `attached`: somebody of that office, and not its holder (an assistant, a spokesman). `former`: no longer. `first`
    and `end` are the words of the title that name it, its state with it.
    """

    kind: str
    state: str | None
    attached: bool = False
    former: bool = False
    first: int = 0
    end: int = 0


@functools.lru_cache(maxsize=1 << 13)
def posts(title: str, lexicon: Lexicon) -> tuple[Post, ...]:
    """The offices that a title names, in their order."""
    words = words_of(title)
    if words and not _opening(words[:1], lexicon):  # «لرئيس تركيا»
        words[0] = next((f for f in unjoined(words[0]) if _opening([f], lexicon)), words[0])
    former = is_former(title)
    seen = sightings(words, lexicon)
    found: list[Post] = []
    for post in reversed(tuple(_found(words, seen, former, lexicon))):
        shared = found[-1].state if found and post.state is None else post.state
        found.append(replace(post, state=shared))  # «نائب رئيس الوزراء وزير الدفاع القطري»: both are of that state
    return tuple(reversed(found))


def is_former(title: str) -> bool:
    """Whether a title says that it is held no longer."""
    return any(bare(w).lower() in _FORMER for w in words_of(title))


def posts_in(words: list[str], seen: tuple[Sighting, ...], lexicon: Lexicon) -> tuple[Post, ...]:
    """The offices that the folded words of a text name, in which these states are seen."""
    return tuple(_found(words, seen, False, lexicon))


def _found(words: list[str], seen: tuple[Sighting, ...], former: bool, lexicon: Lexicon) -> Iterator[Post]:
    index = _index(lexicon)
    after = 0
    for i in _opening(words, lexicon):
        if i >= after and (hit := _at(words, i, seen, index)):
            kind, state, after = hit
            before = words[i - 1] if i else ""
            yield Post(kind, state, bare(before).lower() in _BEFORE, former, i, after)


def _opening(words: list[str], lexicon: Lexicon) -> list[int]:
    """Which of the words may begin a title."""
    heads = _heads(lexicon)
    return [i for i, word in enumerate(words) if word in heads or (word < "ء" and word.lower() in heads)]


@functools.lru_cache(maxsize=8)
def _heads(lexicon: Lexicon) -> frozenset[str]:
    """The words that may begin a title, in lower case, with and without an article."""
    keys = {key for key, *_ in _index(lexicon).prefixes}
    words = keys.union(word for word, key in _HEADS.items() if key in keys)
    return frozenset(form for word in words for p in ("", *ARTICLES) if key_word(form := p + word) in keys)


def _at(words: list[str], i: int, seen: tuple[Sighting, ...], index: _Index) -> tuple[str, str | None, int] | None:
    """The kind, the state and the end of the office whose title begins with word i: the longest there is."""
    for n in range(_reach(words, i, seen, index), 0, -1):
        if whole := index.alone.get(_key(words[i : i + n])):
            if n > 1 or whole[1] is None:
                return (*whole, i + n) if whole[1] else _of_state(words, i, n, seen, index)
        elif found := _of_state(words, i, n, seen, index):
            return found
    return None


def _reach(words: list[str], i: int, seen: tuple[Sighting, ...], index: _Index) -> int:
    """How many words from word i on may be those of a title: as long as they go on as some title does."""
    prefix: Words = ()
    for j in range(i, len(words)):
        longer = (*prefix, key_word(words[j]))
        if longer in index.prefixes:
            prefix = longer
        elif longer[-1] not in _EMPTY and not any(s.first <= j < s.end for s in seen):
            return j - i
    return len(words) - i


def _of_state(
    words: list[str], i: int, n: int, seen: tuple[Sighting, ...], index: _Index
) -> tuple[str, str | None, int] | None:
    """The office of n words, the words of a state within them or right behind them not counted."""
    end = i + n
    within = [s for s in seen if i < s.first < end]
    if not within:
        key = _key(words[i:end])
        behind = _behind(words, end, seen) or next((s for s in seen if s.end == i and words[i].isascii()), None)
        if behind and behind.state and (kind := index.kind(key, behind.state.id)):
            return kind, behind.state.id, max(end, behind.end)
        stateless = index.general.get(key)
        return (stateless, None, end) if stateless and (n > 1 or len(words) == 1) else None
    state = within[0].state
    if len(within) > 1 or state is None or within[0].end > end:
        return None
    inside = within[0]
    kind = index.kind(_key(words[i : inside.first] + words[inside.end : end]), state.id)
    return (kind, state.id, end) if kind else None


def _behind(words: list[str], end: int, seen: tuple[Sighting, ...]) -> Sighting | None:
    """The state right behind a title, or behind one more word of it: «وزير الخارجية والمغتربين اللبناني»."""
    for s in seen:
        gap = words[end : s.first]
        if s.first >= end and (not gap or (len(gap) == 1 and (gap[0][0] == "و" or bare(gap[0]) in _EMPTY))):
            return s
        if s.first > end + 1:
            break
    return _led(words, end, seen)


def _led(words: list[str], end: int, seen: tuple[Sighting, ...]) -> Sighting | None:
    """The state by name behind a preposition: «رئيس الحكومة في تونس»."""
    led = words[end : end + 1] in (["في"], ["لدي"], ["of"], ["for"])
    return next((s for s in seen if led and s.first == end + 1 and s.sort == NAME), None)


@functools.lru_cache(maxsize=1 << 16)
def key_word(word: str) -> str:
    """A word of a title as titles are compared: without article, in the masculine, one word for the same head."""
    plain = bare(word).lower()
    return _HEADS.get(plain, plain)


def _key(words: list[str] | Words) -> Words:
    return tuple(k for k in map(key_word, words) if k not in _EMPTY)


@dataclass(frozen=True)
class _Index:
    """Titles by their words: `general` of every state, `own` of one, `alone` those that need no state beside them."""

    general: Mapping[Words, str]
    own: Mapping[tuple[str, Words], str]
    alone: Mapping[Words, tuple[str, str | None]]
    renamed: frozenset[tuple[str, str]]
    prefixes: frozenset[Words]  # all beginnings of the words of titles

    def kind(self, key: Words, state: str) -> str | None:
        """The kind of office of these words in a state."""
        own = self.own.get((state, key))
        general = self.general.get(key)
        return own or (general if general and (state, general) not in self.renamed else None)


@functools.lru_cache(maxsize=8)
def _index(lexicon: Lexicon) -> _Index:
    general: dict[Words, str] = {}
    own: dict[tuple[str, Words], str] = {}
    alone: dict[Words, set[tuple[str, str | None]]] = {}
    for k in reversed(lexicon.office_kinds):
        for title in (*k.ar, *k.en):
            words = words_of(title)
            if k.state is None:
                general[_key(words)] = k.kind
            else:
                own[k.state, _without(words, k.state, lexicon)] = k.kind
                alone.setdefault(_key(words), set()).add((k.kind, k.state))
    for office in lexicon.offices:
        if (state := state_id(office, lexicon)) is None:
            continue
        keys_of = [_without(words_of(title), state, lexicon) for title in office.titles]
        kind = next((general[k] for k in keys_of if k in general), office.kind)
        own |= {(state, key): kind for key in keys_of}
        for title in office.titles:
            alone.setdefault(_key(words_of(title)), set()).add((kind, state))
    single = {w: next(iter(s)) for w, s in alone.items() if len(s) == 1 and w not in general}
    renamed = frozenset((k.state, k.kind) for k in lexicon.office_kinds if k.state)
    keys = [*general, *(key for _, key in own), *single]
    return _Index(general, own, single, renamed, frozenset(key[:n] for key in keys for n in range(1, len(key) + 1)))


def state_id(office: Office, lexicon: Lexicon) -> str | None:
    """The id of the state of an office, which a user may give by its name."""
    return next((s.id for s in lexicon.states if office.state in (s.id, s.name)), office.state)


def kind_of(office: Office, lexicon: Lexicon) -> str:
    """The kind of a user's office: that of its titles in general, else its own."""
    state, index = state_id(office, lexicon), _index(lexicon)
    keys = (_without(words_of(title), state or "", lexicon) for title in office.titles)
    return next((index.general[k] for k in keys if k in index.general), office.kind)


def _without(words: list[str], state: str, lexicon: Lexicon) -> Words:
    """The key of a title without the words that mean its own state."""
    seen = [s for s in sightings(words, lexicon) if s.state and s.state.id == state and s.first]
    covered = {i for s in seen for i in range(s.first, s.end)}
    return _key([w for i, w in enumerate(words) if i not in covered])
