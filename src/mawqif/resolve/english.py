"""Mentions in Latin letters: titles off, office and body told apart, a surname to the full name of the report."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from mawqif.arabic import fold
from mawqif.lexicon import Lexicon
from mawqif.model import Kind
from mawqif.names import Named
from mawqif.resolve import latin
from mawqif.resolve.cast import Cast, Source

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]++(?:['’\-.][^\W_]++)*+|[,()]")
_CAPITALS = re.compile(r"(?<![\w’'-])[A-Z][\w’'-]{1,30}+(?: [A-Z][\w’'-]{1,30}+)++")
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "its", "their", "our", "some", "several", "many", "one", "two"))
_LINKS = frozenset(("of", "for", "to", "in", "at", "from", "with", "on", "by"))
_PARTICLES = frozenset("al el bin ibn abu van von de der den da di la le ben".split())


@dataclass(frozen=True)
class Heads:
    """What an English word heads, by list."""

    roles: frozenset[str]
    bodies: frozenset[str]
    states: frozenset[str]
    media: frozenset[str]
    documents: frozenset[str]
    unnamed: frozenset[str]


@functools.lru_cache(maxsize=8)
def heads(lexicon: Lexicon) -> Heads:
    """The lists of a lexicon, made once."""
    keys = ("roles", "bodies", "states", "media", "documents", "unnamed")
    return Heads(*(frozenset(w.lower() for w in lexicon.list(f"english.{k}")) for k in keys))


def who(mention: str, cast: Cast, at: int, h: Heads) -> tuple[Source, str]:
    """The source of a mention: the person of that name in the report's other script, the fullest name, or a new one."""
    n = named(mention, h, cast.text)
    if n.kind is Kind.PERSON and n.words:
        sound = latin.skeletons(n.name)
        for source in _sounding(cast, sound[-1]) if sound else ():
            if _same(n, source.named):
                return source, "same-consonants"
    elif n.kind is Kind.PERSON and n.definite:
        spoke = [s for s in cast.sources if s.named.kind is Kind.PERSON and n.office and n.office <= s.named.office]
        near = [s for s in spoke if 0 <= s.before(at) < at and latin.is_latin(s.named.name)]
        if near:
            return max(near, key=lambda s: s.before(at)), "named-again"
    known = len(cast.sources)
    source = cast.meet(n, at)
    return source, "named-again" if source.order < known else "mention"


def _sounding(cast: Cast, skeleton: str) -> list[Source]:
    """The persons with a name in a word of these consonants, in their order."""
    for source in cast.sources[cast.heard :]:
        if source.named.kind is Kind.PERSON and source.named.words:
            for word in set(latin.skeletons(source.named.name)):
                cast.by_sound.setdefault(word, []).append(source)
    cast.heard = len(cast.sources)
    return cast.by_sound.get(skeleton, [])


def _same(n: Named, other: Named) -> bool:
    if latin.is_latin(other.name):
        return n.words <= other.words
    return latin.same(n.name, other.name)


def named(mention: str, h: Heads, text: str = "") -> Named:
    """A mention taken apart."""
    parts = [p for p in (_read(part, h) for part in mention.split(",")) if p is not None]
    best = next((p for p in parts if p.kind is Kind.PERSON and p.words), parts[0] if parts else None)
    if best is None:
        words = frozenset(fold(w) for w in mention.split())
        return Named(mention, Kind.UNNAMED, frozenset(), words, frozenset(), None, None, False)
    office = next((p.office for p in parts if p.office), best.office)
    office_text = next((p.office_text for p in parts if p.office_text), None)
    if best.kind is Kind.PERSON and best.words:
        name = fullest(best.name, text)
        words = frozenset(fold(w) for w in name.split())
        return Named(name, Kind.PERSON, words, words, office, office_text, None, True)
    return best


@functools.lru_cache(maxsize=512)
def fullest(name: str, text: str) -> str:
    """The longest name in the text that ends with this one: a surname finds its given names."""
    if " " in name or not text:
        return name
    cleaned = [latin.name(f) for f in _names(text).get(name, ())]
    whole = [c for c in cleaned if c.endswith(name) and 2 <= len(c.split()) <= 4]
    return max(whole, key=len, default=name)


@functools.lru_cache(maxsize=2)
def _names(text: str) -> Mapping[str, list[str]]:
    """By each word of a text that capital words stand before, those words with it."""
    out: dict[str, list[str]] = {}
    for run in _CAPITALS.finditer(text):
        words = [w.removesuffix("'s").removesuffix("’s") for w in run.group().split(" ")]
        for i in range(1, len(words)):
            out.setdefault(words[i], []).append(" ".join(words[max(0, i - 3) : i + 1]))
    return out


def _read(part: str, h: Heads) -> Named | None:
    """One phrase of a mention: a person after titles, an office, a body, or an unnamed source."""
    tokens = [m.group() for m in _WORD.finditer(part) if m.group() not in "()"]
    low = [t.lower().removesuffix("'s").removesuffix("’s") for t in tokens]
    article = low[0] if low and low[0] in _ARTICLES else ""
    if article:
        tokens, low = tokens[1:], low[1:]
    if not tokens:
        return None
    name = _name(tokens, low, h)
    if name:
        office = tokens[: len(tokens) - len(name)]
        return _named(" ".join(name), Kind.PERSON, name, [w.lower() for w in office], " ".join(office) or None, True)
    end = next((i for i, w in enumerate(low) if w in _LINKS and i), len(low))
    head = low[end - 1]
    kind = _kind(head, low, tokens, h, article)
    text = " ".join(tokens)
    if kind is Kind.PERSON:
        return _named(text, Kind.PERSON, [], [w for w in low if w not in _LINKS], text, article != "a")
    return _named(text, kind, [], [], None, article == "the")


def _named(
    name: str, kind: Kind, words: list[str], office: list[str], office_text: str | None, definite: bool
) -> Named:
    everything = frozenset(fold(w) for w in name.split())
    folded = frozenset(fold(w) for w in words)
    return Named(name, kind, folded, everything, frozenset(office), office_text, None, definite)


def _name(tokens: list[str], low: list[str], h: Heads) -> list[str]:
    """The personal name at the end of a phrase: capital words of no list, after a role or alone."""
    k = len(tokens)
    while k > 0 and (tokens[k - 1][0].isupper() or low[k - 1] in _PARTICLES) and not _common(low[k - 1], h):
        k -= 1
    name = tokens[k:]
    while name and name[0].lower() in _PARTICLES and not name[0][0].isupper() and k == 0:
        name = name[1:]
    titled = k > 0 and low[k - 1] in h.roles
    if not name or (k > 0 and not titled) or (k == 0 and len(name) == 1 and low[0] in h.media):
        return []
    return name


def _common(word: str, h: Heads) -> bool:
    return any(word in group for group in (h.roles, h.bodies, h.states, h.media, h.documents, h.unnamed))


def _kind(head: str, low: list[str], tokens: list[str], h: Heads, article: str) -> Kind:
    """The kind of a phrase without a personal name, by its head."""
    single = head.removesuffix("s")
    if head in h.unnamed and (article != "the" or head.endswith("s")) and head not in ("us",):
        return Kind.UNNAMED
    if any(w in h.media for w in low) and head not in h.documents:
        return Kind.MEDIA
    if head in h.bodies:
        return Kind.ORGANIZATION
    if head in h.states or low[-1] in h.states:
        return Kind.STATE
    if head in h.documents:
        return Kind.DOCUMENT
    if head in h.roles:
        return Kind.UNNAMED if article in ("a", "an", "one") else Kind.PERSON
    if single in h.roles or single in h.unnamed:
        return Kind.UNNAMED
    return Kind.ORGANIZATION if tokens[0][0].isupper() else Kind.UNNAMED
