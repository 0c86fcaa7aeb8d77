"""Pairs of mentions by how alike they look: what `tools/pairs.py draw` chooses from.

Everything here looks at the words of a mention alone, as `mawqif.names` takes them apart, and at nothing that
decides who is meant: the pairs are the measure of that decision.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

from mawqif.arabic import fold
from mawqif.model import Kind
from mawqif.names import named
from mawqif.names.titles import Titles

# How many pairs are drawn of each stratum; a pair belongs to the first that fits, in the order of `_rules`.
QUOTAS = {
    "equal-name": 40,  # the same personal name of two words or more
    "equal-one-name": 20,  # the same single name
    "spelling": 40,  # a letter, the article, a compound name or the transliteration differ
    "part": 35,  # all words of one name are in the other: the last name, or two names or more
    "part-office": 25,  # the same, with a word of their titles in common
    "resolved": 25,  # no word in common, but reports that give both the same name
    "surname": 30,  # the same last name, another first name
    "first-name": 12,  # the same first name, another last name
    "office": 40,  # the same office, at least one of them without a name
    "office-other": 20,  # two offices of one rank, at least one of them without a name
    "person-body": 12,  # an office, and a body or state that it names
    "state": 35,  # two wordings for states: names, capitals, governments, administrations
    "equal-body": 25,  # the same words for a body
    "body": 36,  # a body, and another body or a state, with words or the state in common
    "media": 24,  # outlets with words in common, or the same words
    "unnamed": 20,  # descriptions that are equal or nearly so
    "equal-other": 12,  # any other two mentions in the same words
    "random": 20,
}
_WORD = re.compile(r"\w+")
_COMPOUND = re.compile(r"\b(عبد|ابو|ابا|ابي) (?=\w)")
_LINKS = frozenset({"بن", "ابن", "ال", "بنت"})
_ALIKE = str.maketrans("غجقكتطسصزذظضحه", "ككككتتسسسددده" + "ه")
_VOWELS = str.maketrans("", "", "اويءه")
_LONGEST = {Kind.STATE: 4}  # words of a mention; longer ones mostly run on into what is no mention
_LONG = 9
_COMMON = 60  # forms of mentions: a word in more of them is no reason to look at a pair
_BODIES = frozenset({Kind.ORGANIZATION, Kind.STATE})


@dataclass(frozen=True, slots=True)
class Mention:
    """A speaker's mention: corpus id of its report, its place in the text, and what the reading took it for."""

    report: str
    start: int
    end: int
    text: str
    kind: Kind
    name: str | None


@dataclass(frozen=True, slots=True)
class Form:
    """One folded wording of mentions, taken apart: the personal name in order, as written and without spelling.

    `called` is the full name that the report gives the person, as far as it is found there.
    """

    text: str
    kind: Kind
    written: tuple[str, ...]
    name: tuple[str, ...]
    office: frozenset[str]
    words: frozenset[str]
    states: frozenset[str]
    called: tuple[str, ...] = ()

    @property
    def full(self) -> tuple[str, ...]:
        """The fullest name."""
        return self.called or self.name

    @property
    def key(self) -> str:
        """What is drawn once: a person's name, else the wording."""
        return " ".join(self.written) or self.text


Pair = tuple[Form, Form]


def form(mention: Mention, titles: Titles) -> Form:
    """The wording of a mention taken apart."""
    folded = " ".join(_WORD.findall(fold(mention.text)))
    found = named(mention.text, titles)
    person = found is not None and found.kind is Kind.PERSON
    written = tuple(_WORD.findall(fold(found.name))) if found and person and found.words else ()
    words = folded.split()
    return Form(
        folded,
        mention.kind,
        written,
        name_words(written),
        frozenset(words) - set(written) if person else frozenset(),
        frozenset(map(article_off, words)),
        frozenset(_states(words, titles)),
        _called(mention, titles),
    )


def _called(mention: Mention, titles: Titles) -> tuple[str, ...]:
    """The name of two words or more that the report gives a person."""
    found = named(mention.name, titles) if mention.name and mention.kind is Kind.PERSON else None
    words = name_words(_WORD.findall(fold(found.name))) if found and found.words else ()
    return words if len(words) > 1 else ()


def name_words(written: Iterable[str]) -> tuple[str, ...]:
    """The words of a name without what is spelt in several ways: compounds in one word, no article, no بن."""
    joined = _COMPOUND.sub(r"\1", " ".join(written))
    return tuple(article_off(w) for w in joined.split() if w not in _LINKS)


def article_off(word: str) -> str:
    """A folded word without the article."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def skeleton(words: Iterable[str]) -> str:
    """The consonants of a name, those that transliterations exchange made one."""
    return " ".join(w.translate(_ALIKE).translate(_VOWELS) or w for w in words)


def _states(words: list[str], titles: Titles) -> Iterator[str]:
    """The states that words name by a name, a capital, a seat or an adjective."""
    for n in (1, 2, 3):
        for i in range(len(words) - n + 1):
            run = " ".join(words[i : i + n])
            if run in titles.state_names:
                yield titles.state_names[run][0]
            elif n == 1 and (nation := _nation(run, titles)):
                yield nation


def _nation(word: str, titles: Titles) -> str | None:
    bare = article_off(word)
    return next((titles.nations[w] for w in (word, bare, bare.removesuffix("ه")) if w in titles.nations), None)


def near(word: str) -> Iterator[str]:
    """The word and all that is left of it without one letter."""
    yield word
    yield from (word[:i] + word[i + 1 :] for i in range(len(word)))


def _spelt_otherwise(a: Form, b: Form) -> bool:
    """Whether two names that are written in different ways may be one name; of single names only with a like title."""
    if len(a.name) != len(b.name) or (len(a.name) == 1 and not a.office & b.office):
        return False
    if a.name == b.name or skeleton(a.name) == skeleton(b.name):
        return len(skeleton(a.name)) > 2
    return all(x == y or _one_letter(x, y) for x, y in zip(a.name, b.name, strict=True))


def _one_letter(x: str, y: str) -> bool:
    return min(len(x), len(y)) > 3 and bool(set(near(x)) & set(near(y)))


def _alike(a: Form, b: Form) -> bool:
    """Whether at least two words in five are in both."""
    return 5 * len(a.words & b.words) >= 2 * len(a.words | b.words)


def _by_name(a: Form, b: Form) -> str | None:
    """The stratum of two mentions that both hold a personal name."""
    if a.written == b.written:
        return "equal-name" if len(a.written) > 1 else "equal-one-name"
    if _spelt_otherwise(a, b):
        return "spelling"
    short, long = sorted((a.name, b.name), key=len)
    if set(short) < set(long) and (len(short) > 1 or short[-1] == long[-1]):
        return "part-office" if a.office & b.office else "part"
    if len(short) < 2:
        return None
    return "surname" if a.name[-1] == b.name[-1] else "first-name" if a.name[0] == b.name[0] else None


def _by_office(a: Form, b: Form) -> str | None:
    """The stratum of two persons of whom one at least is known by office alone."""
    if not a.office or not b.office:
        return None
    same, either = len(a.office & b.office), len(a.office | b.office)
    if 3 * same >= 2 * either and same > 1:
        return "office"
    return "office-other" if 3 * same >= either and not (a.name or b.name) else None


def _by_body(a: Form, b: Form) -> str | None:
    """The stratum of two bodies, or of a body and a state."""
    if a.text == b.text:
        return "equal-body"
    head = a.text.split()[0] == b.text.split()[0] or Kind.STATE in {a.kind, b.kind}
    return "body" if _alike(a, b) or (head and a.states & b.states and len(a.words | b.words) < 6) else None


def _rules(a: Form, b: Form) -> str | None:
    """The stratum of a pair of wordings; None where nothing is alike."""
    kinds = {a.kind, b.kind}
    if kinds == {Kind.PERSON}:
        if a.full == b.full and len(a.full) > 1 and not a.words & b.words:
            return "resolved"
        found = _by_name(a, b) if a.name and b.name else _by_office(a, b)
        return found or ("equal-other" if a.text == b.text else None)
    if kinds == {Kind.UNNAMED}:
        return "unnamed" if a.text == b.text or _alike(a, b) else None
    if kinds == {Kind.MEDIA}:
        return "media" if a.text == b.text or 3 * len(a.words & b.words) > len(a.words | b.words) else None
    if kinds == {Kind.STATE}:
        return "state" if a.text == b.text or a.states & b.states or _alike(a, b) else None
    if kinds <= _BODIES:
        return _by_body(a, b)
    if Kind.PERSON in kinds and kinds & _BODIES and not (a.name or b.name):
        return "person-body" if _alike(a, b) else None
    return "equal-other" if a.text == b.text else None


def _blocks(f: Form) -> Iterator[tuple[str, object]]:
    """Under what a wording is looked up: pairs that share none of it are not looked at."""
    yield "text", f.text
    yield from (("word", w) for w in f.words)
    yield from (("state", s) for s in f.states if f.kind in _BODIES)
    yield from (("name", w) for w in f.name)
    if f.name:
        yield "skeleton", skeleton(f.name)
        yield from (("near", w) for w in near(f.name[-1]) if len(w) > 2)
    if len(f.full) > 1:
        yield "full", f.full
    if f.name:
        return
    if f.kind is Kind.PERSON and f.words:
        yield "office", f.text.split()[0]


def groups(forms: Iterable[Form], occurring: Callable[[Form], bool]) -> dict[str, dict[tuple[str, str], list[Pair]]]:
    """By stratum, the pairs of wordings, those of one pair of names together; `occurring` tells forms met twice."""
    blocks: dict[tuple[str, object], list[Form]] = defaultdict(list)
    known = sorted((f for f in forms if 0 < len(f.text.split()) <= _LONGEST.get(f.kind, _LONG)), key=_order)
    for f in known:
        for block in _blocks(f):
            blocks[block].append(f)
    pairs = {(f, f) for f in known if occurring(f)}
    for (sort, _), inside in blocks.items():
        if sort != "word" or len(inside) <= _COMMON:
            pairs.update(combinations(inside, 2))
    found: dict[str, dict[tuple[str, str], list[Pair]]] = {name: {} for name in QUOTAS}
    for a, b in sorted(pairs, key=lambda p: (_order(p[0]), _order(p[1]))):
        if stratum := _rules(a, b):
            first, second = sorted((a.key, b.key))
            found[stratum].setdefault((first, second), []).append((a, b))
    return found


def _order(f: Form) -> tuple[str, str, tuple[str, ...]]:
    return f.text, f.kind, f.called


def places(pairs: Iterable[Pair], mentions: dict[Form, list[Mention]]) -> list[tuple[Mention, Mention]]:
    """The pairs of mentions in different reports that pairs of wordings stand for, each once, by report."""
    found = {
        (min(x, y, key=_place), max(x, y, key=_place))
        for a, b in pairs
        for x, y in product(mentions[a], mentions[b])
        if x.report != y.report
    }
    return sorted(found, key=lambda p: (_place(p[0]), _place(p[1])))


def _place(m: Mention) -> tuple[str, int, int]:
    return m.report, m.start, m.end
