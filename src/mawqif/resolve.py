"""Resolve the speakers of a report: a mention to the fullest name that the report gives.

Titles are taken off, a surname finds its full name, an office its holder, and a cue with no
subject the last speaker that agrees with it in gender and number.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, replace

from mawqif.arabic import fold
from mawqif.lexicon import Lexicon
from mawqif.model import Draft, Kind, Span, Speaker

_WORD = re.compile(r"[^\s،,؛:()«»“”\"'‹›\[\]–—-]+")


@dataclass(frozen=True)
class _Titles:
    """The heads of mentions, folded."""

    lists: dict[str, frozenset[str]]
    states: frozenset[str]

    def has(self, key: str, word: str) -> bool:
        return _bare(word) in self.lists[key] or word in self.lists[key]


def _bare(form: str) -> str:
    for p in ("وال", "فال", "بال", "لل", "ال"):
        if form.startswith(p) and len(form) - len(p) >= 3:
            return form[len(p) :]
    return form


@functools.lru_cache(maxsize=8)
def _titles(lexicon: Lexicon) -> _Titles:
    keys = ("honorifics", "roles", "organizations", "states", "unnamed", "media", "documents", "particles", "breaks")
    lists = {k: frozenset(fold(w) for w in lexicon.list(f"titles.{k}")) for k in keys}
    names = {fold(w) for s in lexicon.states for w in (s.name, *s.aliases, *s.metonyms)}
    lists["adjectives"] = frozenset(fold(a) + e for s in lexicon.states for a in s.adjectives for e in ("", "ه"))
    return _Titles(lists, frozenset(names))


@dataclass(frozen=True)
class _Entity:
    """A source as the report has shown it so far."""

    name: str
    kind: Kind
    words: frozenset[str]
    office: frozenset[str]
    office_text: str | None
    feminine: bool


def _name_start(words: list[tuple[str, str]], titles: _Titles) -> int | None:
    """Where the personal name begins after its titles; None where there is no name."""
    i, seen = 0, False
    while i < len(words):
        form = words[i][0]
        known = any(titles.has(k, form) for k in ("roles", "honorifics", "organizations", "states", "adjectives"))
        if titles.has("breaks", form):
            if form in ("من", "في", "لدي") or not seen:
                i += 2
                continue
            return None
        if known or (form.startswith(("ال", "لل", "بال")) and i < len(words) - 1 and seen) or form in titles.states or form in ("باسم", "لشؤون", "عام", "العام"):
            seen = seen or known
            i += 1
            continue
        return i if not (form.startswith("ال") and seen and i == len(words) - 1) else None
    return None


def _entity(mention: str, titles: _Titles) -> _Entity | None:
    """What a mention says by itself."""
    words = [(fold(m.group()), m.group()) for m in _WORD.finditer(mention)]
    words = [w for w in words if w[0]]
    if not words:
        return None
    head = words[0][0]
    head = head[1:] if head[0] == "و" and (titles.has("roles", head[1:]) or head[1:] in titles.states) else head
    feminine = head.endswith("ه") or head.endswith("ات") or head in titles.states
    whole = " ".join(w[1] for w in words)
    folded = frozenset(_bare(w[0]) for w in words)
    joined = " ".join(w[0] for w in words)
    for key, kind in (("media", Kind.MEDIA), ("documents", Kind.DOCUMENT), ("organizations", Kind.ORGANIZATION), ("states", Kind.STATE)):
        if titles.has(key, head):
            return _Entity(whole, kind, folded, frozenset(), None, feminine)
    if joined in titles.states:
        return _Entity(whole, Kind.STATE, folded, frozenset(), None, feminine)
    start = _name_start(words, titles)
    if titles.has("unnamed", head) and (start is None or not head.startswith("ال")) and start is None:
        return _Entity(whole, Kind.UNNAMED, folded, folded, None, feminine)
    if titles.has("unnamed", head) and start is not None and not titles.has("roles", head):
        return _Entity(whole, Kind.UNNAMED, folded, folded, None, feminine)
    if start is None:
        return _Entity(whole, Kind.PERSON, folded, folded, whole, feminine)
    name = " ".join(w[1] for w in words[start:])
    office = " ".join(w[1] for w in words[:start]) or None
    return _Entity(name, Kind.PERSON, frozenset(_bare(w[0]) for w in words[start:]), frozenset(_bare(w[0]) for w in words[:start]), office, feminine)


def _known(entity: _Entity, met: list[_Entity]) -> _Entity | None:
    """The source already met that this mention names again."""
    for other in reversed(met):
        if entity.office_text == entity.name and entity.kind is Kind.PERSON:
            if other.office and entity.office <= other.office:
                return other
        elif entity.words <= other.words and (entity.kind is other.kind or len(entity.words) == 1):
            return other
    return None


def _agrees(draft: Draft, entity: _Entity) -> bool:
    if draft.feminine is None:
        return True
    return draft.feminine == entity.feminine or (entity.kind in (Kind.UNNAMED,) and bool(draft.plural))


def resolve(drafts: tuple[Draft, ...], lexicon: Lexicon) -> tuple[tuple[Draft, Speaker], ...]:
    """Each draft with its speaker; a name is None where nobody can be told."""
    titles = _titles(lexicon)
    met: list[_Entity] = []
    spoke: list[_Entity | None] = []
    out: list[tuple[Draft, Speaker]] = []
    for draft in drafts:
        entity, rule = _who(draft, titles, met, spoke)
        spoke.append(entity)
        if entity is None:
            out.append((draft, Speaker(draft.mention, None, Kind.UNNAMED, None, rule)))
            continue
        out.append((draft, Speaker(draft.mention, entity.name, entity.kind, entity.office_text, rule)))
    return tuple(out)


def _who(draft: Draft, titles: _Titles, met: list[_Entity], spoke: list[_Entity | None]) -> tuple[_Entity | None, str]:
    if draft.mention is not None:
        entity = _entity(draft.mention.text, titles)
        if entity is not None:
            known = _known(entity, met)
            if known is None:
                met.append(entity)
                return entity, "mention"
            if len(entity.words) > len(known.words) and entity.kind is Kind.PERSON and entity.office_text != entity.name:
                known = replace(entity, office=known.office | entity.office)
            met.append(known)
            return known, "named-again"
    if draft.host is not None and spoke[draft.host] is not None:
        return spoke[draft.host], "same-subject"
    for entity in reversed([e for e in spoke if e]):
        if _agrees(draft, entity):
            return entity, "last-speaker"
    return (next((e for e in reversed(spoke) if e), None)), "last-speaker-any"


def span_key(span: Span | None) -> tuple[int, int]:
    """A sort key for spans that may be missing."""
    return (span.start, span.end) if span else (0, 0)
