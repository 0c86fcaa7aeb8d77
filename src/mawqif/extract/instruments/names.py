"""Names of instruments by their first word: found with one look-up a token, whatever many there are."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from mawqif.arabic import bare, fold
from mawqif.extract.instruments.heads import ABOUT, HEADS, NUMBERED, RESOLUTIONS
from mawqif.lexicon import Lexicon, NamedInstrument

SKIPPED = NUMBERED | ABOUT  # what may stand between the words of a name
_CLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك")
_ARTICLES = ("", "ال", "بال", "لل", "كال", "وال", "فال", "وبال", "ولل")
# an agreement may be called by either word, and several of them too
_OTHER_WORD = {
    fold(a): fold(b)
    for x, y in (("اتفاق", "اتفاقية"), ("اتفاقات", "اتفاقيات"), ("خريطة", "خارطة"))
    for a, b in ((x, y), (y, x))
}
_SECURITY_COUNCIL, _ASSEMBLY = fold("مجلس الأمن"), fold("الجمعية العامة")


Named = tuple[tuple[str, ...], tuple[NamedInstrument, ...]]


@dataclass
class Names:
    """The names of a lexicon by their first word in every form, then by their second one (empty: there is none).

    Each has the words that follow the first and what the name may mean, the longest first. `numbers` has those that a
    number names, by number; `joined` how many letters of a form are words before it. `openers`: a known name or any
    phrase of an instrument may begin with these.
    """

    rest: dict[str, dict[str, list[Named]]] = field(default_factory=dict)
    numbers: dict[int, tuple[NamedInstrument, ...]] = field(default_factory=dict)
    joined: dict[str, int] = field(default_factory=dict)
    openers: frozenset[str] = frozenset()

    def beginning(self, first: str, second: str) -> list[Named]:
        """The names of which these are the first words as they stand, and those of the first word alone."""
        by_second = self.rest[first]
        word = bare(second)
        found = (*by_second.get(word, ()), *(by_second.get(word[:-1], ()) if word[-1:] == "ا" else ()))
        return [*found, *by_second.get("", ())]

    def numbered(self, number: int, issuer: str | None) -> str | None:
        """The id of the one of that number: of this issuer (council, assembly), else of the only one that has it."""
        found = self.numbers.get(number, ())
        if issuer in ("council", "assembly"):
            wanted = _SECURITY_COUNCIL if issuer == "council" else _ASSEMBLY
            found = tuple(f for f in found if f.issuer and fold(f.issuer) == wanted)
        return found[0].id if len(found) == 1 else None


def meant(found: Iterable[NamedInstrument], year: int | None) -> str | None:
    """The id of the one that a name means in a report of that year (None: unknown); None where it may be several."""
    ids = {i.id for i in found if year is None or ((i.year or 0) <= year <= (i.until or year))}
    return ids.pop() if len(ids) == 1 else None


def words_of(name: str) -> tuple[str, ...]:
    """A name as it is compared: folded words without article, without what may stand between them."""
    return tuple(bare(w) for w in re.findall(r"\w+", fold(name)) if w not in SKIPPED)


@functools.lru_cache(maxsize=8)
def names(lexicon: Lexicon) -> Names:
    """The names of a lexicon, made once; of two entries with one id the user's counts."""
    out = Names()
    own: dict[str, NamedInstrument] = {}
    for instrument in lexicon.instruments:
        own.setdefault(instrument.id, instrument)
    listed: dict[tuple[str, ...], list[NamedInstrument]] = {}
    for instrument in own.values():
        for name in (*instrument.names, *instrument.english):
            listed.setdefault(words_of(name), []).append(instrument)
        if instrument.number is not None:
            out.numbers[instrument.number] = (*out.numbers.get(instrument.number, ()), instrument)
    for words in list(listed):
        other = (_OTHER_WORD.get(words[0], ""), *words[1:])
        if other[0]:
            listed.setdefault(other, listed[words])
    for words, found in listed.items():
        for form, joined in _first_forms(words[0]):
            by_second = out.rest.setdefault(form, {})
            by_second.setdefault(words[1] if len(words) > 1 else "", []).append((words[1:], tuple(found)))
            out.joined.setdefault(form, joined)
    for named in (n for by_second in out.rest.values() for n in by_second.values()):
        named.sort(key=lambda n: -len(n[0]))
    out.openers = frozenset(out.rest).union(HEADS, RESOLUTIONS)
    return out


def _first_forms(word: str) -> tuple[tuple[str, int], ...]:
    """A first word with what is written together with it, and how many letters those are without its article."""
    if word.isascii():
        return ((word, 0),)
    plain = tuple((c + word, len(c)) for c in _CLITICS)
    return (*plain, *((a + word, len(a) - 2) for a in _ARTICLES if a))
