"""From a bearer of one name to a bearer of another: a longer name, another script, an account, a family name.

Keys are what names are looked up by. A name `offers` keys under which others find it, and `asks` for those of names
that it may be a part of; a tie goes from the lesser known to the better known, so that it leads to an end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from mawqif.lexicon import Lexicon, titles
from mawqif.lexicon.actors import person_by_id
from mawqif.model import Bearer, Card, Known, Reason, Tie
from mawqif.names import Titles
from mawqif.resolve import latin
from mawqif.resolve.actors.bearers import not_arabic, personal
from mawqif.resolve.actors.titles import office_words, share_office
from mawqif.resolve.actors.words import Words, common, name_words, skeleton

_TWO = 2  # words that many names have in common
_SOUNDS = 4  # consonants that a name in Latin letters has at least


def offers(cards: Iterable[Card]) -> frozenset[str]:
    """The keys under which the bearers of a name are found."""
    return frozenset(key for card in cards for key in _offered(card))


def _offered(card: Card) -> Iterator[str]:
    words = card.words
    if len(words) < 2 or not card.group.startswith("person "):
        return
    yield _ends(words[0], words[-1])
    if sounds := _sounds(name_words_of(card)):
        yield f"sounds {sounds}"
    for state in card.states:
        yield f"family {skeleton(words[-1])} {state}"
        yield f"heard {latin.skeleton(words[-1])} {state}"
    if len(words) > 2 or card.actor:
        yield f"start {words[0]} {words[1]}"
    if card.office and len(words) > 2:
        for word in office_words(card.office):
            yield f"front {words[0]} {words[1]} {word}"


def name_words_of(card: Card) -> Words:
    """The words of a card's name as they are written."""
    return tuple(card.name.split())


def _ends(first: str, last: str) -> str:
    return f"ends {skeleton(first)} {skeleton(last)}"


def _sounds(written: Words) -> str:
    """The consonants of the first and the last word, whatever the script."""
    found = latin.skeletons(" ".join(written))
    key = f"{found[0]} {found[-1]}" if len(found) > 1 else ""
    return key if len(key) > _SOUNDS else ""


def asks(cards: Iterable[Card]) -> frozenset[str]:
    """The keys under which names are found that the bearers of a name may be a part or another spelling of."""
    return frozenset(key for card in cards for key in _asked(card))


def _asked(card: Card) -> Iterator[str]:
    sort, words = card.group.partition(" ")[0], card.words
    if sort == "person" and len(words) > 1:
        yield _ends(words[0], words[-1])
        yield f"start {words[0]} {words[1]}"
        if card.office:
            for word in office_words(card.office):
                yield f"front {words[0]} {words[1]} {word}"
    elif sort == "single":
        yield from (f"family {skeleton(words[0])} {state}" for state in card.states)
    elif sort in ("latin", "account"):
        if len(words) > 1 and (sounds := _sounds(words)):
            yield f"sounds {sounds}"
        if sort == "account":
            yield from (f"heard {latin.skeleton(words[-1])} {state}" for state in card.states)


def tie(bearer: Bearer, known: Known, lexicon: Lexicon) -> Tie | None:
    """The bearer of another name that this one is, or may be; None where none is in question."""
    keys = asks(bearer.cards)
    if bearer.open or not keys or not personal(bearer):
        return None
    others = {b.id: b for found in known.under(keys).values() for b in found if b.group != bearer.group and not b.open}
    fits, reason = _question(bearer, lexicon)
    candidates = [b for b in others.values() if _rank(b) > _rank(bearer) and _compatible(bearer, b) and fits(b)]
    if not candidates:
        return None
    best = max(candidates, key=_rank)
    if all(b is best or _part(b, best) for b in candidates):
        return Tie(best.id, reason)
    return Tie(candidates=tuple(sorted(b.id for b in candidates)))


def _question(bearer: Bearer, lexicon: Lexicon) -> tuple[Callable[[Bearer], bool], Reason]:
    """What a bearer of another name must have for it, and the reason that it then is."""
    sort, t = bearer.group.partition(" ")[0], titles(lexicon)
    if sort == "person":
        return (lambda b: _longer(bearer, b, t) or _in_data(bearer, b, lexicon)), Reason.LONGER
    if sort == "single":
        return (lambda b: _family(bearer, b)), Reason.SURNAME
    if sort == "account":
        return (lambda b: _account(bearer, b)), Reason.HANDLE
    return (lambda b: _other_script(bearer, b, t)), Reason.SCRIPT


def _rank(bearer: Bearer) -> tuple[bool, bool, bool, int, str, str]:
    """Who is better known: by the data, in Arabic letters, by a longer name."""
    sort = bearer.group.partition(" ")[0]
    return bearer.actor is not None, sort == "person", sort == "latin", len(bearer.words), bearer.group, bearer.id


def _compatible(a: Bearer, b: Bearer) -> bool:
    """Whether nothing speaks against two being one."""
    if a.actor and b.actor and a.actor != b.actor:
        return False
    if a.states and b.states and a.states.isdisjoint(b.states):
        return False
    return not (a.decades and b.decades) or min(abs(x - y) for x in a.decades for y in b.decades) <= 1


def _within(short: Words, long: Words) -> bool:
    """Whether all words of a name are in another in the same order, from its first word on."""
    rest = iter(long)
    return short[:1] == long[:1] and all(w in rest for w in short)


def _part(a: Bearer, b: Bearer) -> bool:
    """Whether two names are one with and without some words."""
    if not _compatible(a, b) or not (personal(a) and personal(b)):
        return False
    short, long = sorted((a.words, b.words), key=len)
    return _within(short, long)


def _longer(a: Bearer, b: Bearer, t: Titles) -> bool:
    """«عادل الجبير» and «عادل بن أحمد الجبير» in one office; of a strange name the state is enough."""
    if len(a.words) == len(b.words) or not _part(a, b):
        return False
    if share_office(a.offices, b.offices):
        return True
    if common(a.name, t):
        return False
    if b.words[: len(a.words)] == a.words and all(t.words[w] for w in b.words[len(a.words) :]):
        return True  # a name with a common word run into it
    ends = a.words[-1] == b.words[-1]
    return ends and bool(a.states & b.states) and not_arabic(a.states | b.states)


def _in_data(a: Bearer, b: Bearer, lexicon: Lexicon) -> bool:
    """Whether a name of three words or more is one that the data has for the other: «محمد بن سلمان بن عبد العزيز»."""
    holder = person_by_id(b.actor, lexicon) if b.actor and len(a.words) > _TWO else None
    names = [name_words(name) for name in holder.names] if holder else []
    return any(len(n) > _TWO and (_within(a.words, n) or _within(n, a.words)) for n in names)


def _family(a: Bearer, b: Bearer) -> bool:
    """A family name with the state and the office of one who bears it."""
    last = b.words[-1]
    alike = last == a.words[0] or (not_arabic(a.states) and skeleton(last) == skeleton(a.words[0]))
    return alike and len(b.words) > 1 and bool(a.states & b.states) and share_office(a.offices, b.offices)


def _other_script(a: Bearer, b: Bearer, t: Titles) -> bool:
    """A name in Latin letters and an Arabic one with the same consonants; a common one with its state alone."""
    if not latin.same(a.name, b.name):
        return False
    return bool(a.states & b.states) or not common(b.name, t) or len(b.words) > 2


def _account(a: Bearer, b: Bearer) -> bool:
    """An account named after an office and a family name, and the only one of that state who bears it."""
    if len(a.words) > 1:
        return latin.same(" ".join(a.words), b.name)
    heard = latin.skeleton(a.words[0])
    return bool(a.states & b.states) and heard == latin.skeleton(b.words[-1]) and bool(b.offices)
