"""From words to bodies: «وزارة الخارجية الأميركية», "the State Department", «مجلس الأمن», «حزب الله».

A body of a state has the id of the state and its kind (`USA.foreign-ministry`); an organisation has an id of its own.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mawqif.arabic import bare
from mawqif.lexicon.states import ADJECTIVE, NAME, sightings, state_by_id, unjoined, words_of
from mawqif.lexicon.values import Body, Lexicon

_LONGEST = 9  # words of the name of a kind
_WITHIN = frozenset(("في", "لدي", "of", "in", "the", "to"))
ABROAD = frozenset(("embassy", "consulate"))

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A body that words mean. `id` is None where they name a kind of body and no state; `host`: where it is."""

    id: str | None
    kind: str | None
    state: str | None


def body_of(text: str, lexicon: Lexicon) -> Seen | None:
    """The body that a text as a whole means; None where it means something else, or where two may be meant."""
    words = [w for w in words_of(text) if w not in ("the", "The")]
    if not words:
        return None
    return _named(words, lexicon) or _kind_of_state(words, lexicon)


def body_at(words: list[str], lexicon: Lexicon) -> tuple[Seen, int] | None:
    """The body that folded words begin with, as long as they go on meaning one, and how many words that is."""
    for n in range(min(len(words), _LONGEST + 4), 0, -1):
        if words[n - 1] not in _WITHIN and (seen := _named(words[:n], lexicon) or _kind_of_state(words[:n], lexicon)):
            return seen, n
    return None


def body_by_handle(handle: str, lexicon: Lexicon) -> Seen | None:
    """The body that posts under this name."""
    body = _tables(lexicon).handles.get(handle.lstrip("@").lower())
    return _seen(body) if body else None


def body_kind(kind: str, lexicon: Lexicon) -> Body | None:
    """A kind of body that every state has."""
    return _tables(lexicon).kinds.get(kind)


def body_by_id(id: str, lexicon: Lexicon) -> Body | None:
    """An organisation, or a body of a state that has a name of its own."""
    return _tables(lexicon).by_id.get(id)


def body_name(id: str, lexicon: Lexicon, language: str = "ar") -> str | None:
    """The name of a body, in Arabic or English: its own, else that of its kind with the state's."""
    tables = _tables(lexicon)
    if body := tables.by_id.get(id):
        return body.name if language == "ar" or not body.en else body.en[0]
    state_id, kind_id, *_host_of_embassy = (*id.split("."), "")
    kind, state = tables.kinds.get(kind_id), state_by_id(state_id, lexicon)
    if kind is None or state is None:
        return None
    if language != "ar" and state.en_adjectives:
        return f"{state.en_adjectives[0]} {kind.en[0]}"
    return f"{kind.name} {_adjective(kind, state.adjectives)}" if state.adjectives else f"{kind.name} {state.name}"


def _adjective(kind: Body, adjectives: Words) -> str:
    """The adjective of a state in the gender of the body."""
    feminine = kind.name.split()[0].endswith(("ة", "ات"))
    return " ".join("ال" + word + ("ة" if feminine else "") for word in adjectives[0].split())


@dataclass(frozen=True, slots=True)
class _Tables:
    """What bodies are found by: names without articles, kinds by their names, ids, handles."""

    named: Mapping[Words, tuple[tuple[Body, Words], ...]]
    kind_names: Mapping[Words, tuple[tuple[str, Words], ...]]
    short: frozenset[Words]
    kinds: Mapping[str, Body]
    by_id: Mapping[str, Body]
    handles: Mapping[str, Body]


@functools.lru_cache(maxsize=8)
def _tables(lexicon: Lexicon) -> _Tables:
    named: dict[Words, list[tuple[Body, Words]]] = {}
    kind_names: dict[Words, list[tuple[str, Words]]] = {}
    short, kinds, by_id, handles = set[Words](), dict[str, Body](), dict[str, Body](), dict[str, Body]()
    for body in reversed(lexicon.bodies):
        names = [tuple(words_of(name)) for name in (body.name, *body.aliases, *body.en)]
        if body.id is None:
            assert body.kind is not None
            kinds[body.kind] = body
            short |= {tuple(words_of(name)) for name in body.short}
            for words in names:
                kind_names.setdefault(_key(words), []).append((body.kind, words))
        else:
            by_id[body.id] = body
            handles |= {handle.lower(): body for handle in body.handles}
            for words in names:
                named.setdefault(_key(words), []).append((body, words))
    return _Tables(
        {k: tuple(v) for k, v in named.items()},
        {k: tuple(v) for k, v in kind_names.items()},
        frozenset(short),
        kinds,
        by_id,
        handles,
    )


def _key(words: Words | list[str]) -> Words:
    return tuple(bare(w).lower() for w in words)


def _seen(body: Body) -> Seen:
    return Seen(body.id, body.kind, body.state)


def _named(words: list[str], lexicon: Lexicon) -> Seen | None:
    """A body by a name of its own, with or without the adjective of its state behind it («حزب الله اللبناني»)."""
    tables = _tables(lexicon)
    for first in unjoined(words[0]):
        given = [first, *words[1:]]
        if found := _own(given, tables):
            return _seen(found) if len({b.id for b in _all_of(given, tables)}) == 1 else None
        if len(given) > 1 and (found := _own(given[:-1], tables)) and found.state:
            after = sightings(given[-1:], lexicon)
            if after and after[0].state and after[0].state.id == found.state and after[0].sort == ADJECTIVE:
                return _seen(found)
    return None


def _all_of(words: list[str], tables: _Tables) -> Iterator[Body]:
    """The bodies of this name. One word must agree in its article too: «حماس» is a movement, «الحماس» zeal."""
    for body, spelt in tables.named.get(_key(words), ()):
        if len(words) > 1 or spelt[0].lower() == words[0].lower():
            yield body


def _own(words: list[str], tables: _Tables) -> Body | None:
    return next(_all_of(words, tables), None)


def _kind_of_state(words: list[str], lexicon: Lexicon) -> Seen | None:
    """A body by its kind and state: «وزارة خارجية مصر», «الداخلية العراقية», "the Russian Foreign Ministry"."""
    tables = _tables(lexicon)
    if "a" <= words[0][0].lower() <= "z":
        return _english(words, tables, lexicon)
    for first in unjoined(words[0]):
        given = [first, *words[1:]]
        for n in range(min(_LONGEST, len(given)), 0, -1):
            for kind, spelt in tables.kind_names.get(_key(given[:n]), ()):
                if n == 1 and spelt[0] != first and spelt[0] != bare(first):
                    continue
                if n == len(given):
                    return Seen(None, kind, None) if tuple(given) in tables.short else None
                if seen := _of_state(kind, given[:n], given[n:], lexicon):
                    return seen
    return None


def _of_state(kind: str, name: list[str], rest: list[str], lexicon: Lexicon) -> Seen | None:
    """The body of the state that the words behind its name mean."""
    led = rest[0] in _WITHIN
    found = sightings(rest[led:], lexicon)
    if not found or found[0].first or not (state := found[0].state) or (led and found[0].sort != NAME):
        return None
    ellipsis = len(name) == 1 and name[0].startswith("ال") and kind.endswith("-ministry")
    if ellipsis and not (found[0].sort == ADJECTIVE and rest[0].endswith("ه")):
        return None  # «الدفاع السوري» is no ministry
    id = f"{state.id}.{kind}"
    end = found[0].end + led
    if kind in ABROAD and end < len(rest):
        host = _host(rest[end:], lexicon)
        return Seen(f"{id}.{host}", kind, state.id) if host else None
    if {s.state for s in found} != {state} or found[-1].end + led != len(rest):
        return None
    own = next((b.id for b in lexicon.bodies if b.state == state.id and b.kind == kind and b.id), None)
    return Seen(own or id, kind, state.id)


def _host(words: list[str], lexicon: Lexicon) -> str | None:
    """The state in which an embassy is: «في بيروت», «لدى لبنان», «بالقاهرة»."""
    led = words[0] in _WITHIN
    found = sightings(words[led:], lexicon)
    whole = len(found) == 1 and found[0].first == 0 and found[0].end == len(words) - led
    return found[0].state.id if whole and found[0].state else None


def _english(words: list[str], tables: _Tables, lexicon: Lexicon) -> Seen | None:
    found = sightings(words, lexicon)
    if not found:
        kind = next((k for k, _ in tables.kind_names.get(_key(words), ())), None)
        return Seen(None, kind, None) if kind and tables.kinds[kind].short else None
    state = found[0].state
    if state is None or len(found) > 1:
        return None
    covered = range(found[0].first, found[0].end)
    rest = [w for i, w in enumerate(words) if i not in covered]
    while rest and rest[-1] in _WITHIN:
        rest.pop()
    kind = next((k for k, _ in tables.kind_names.get(_key(rest), ())), None)
    if kind is None or (0 not in covered and covered.stop != len(words)):
        return None
    return Seen(f"{state.id}.{kind}", kind, state.id)
