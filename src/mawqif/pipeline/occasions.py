"""Occasions over a record: what its statements tell of them as words that can be compared, and what they come to.

Nothing here keeps anything by itself: `Kept` is what a record offers (`store.Record.occasions`).
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from mawqif import __version__
from mawqif.arabic import bare, fold, search_key
from mawqif.lexicon import Lexicon, titles
from mawqif.link.occasions import occasions
from mawqif.model import Happened, Heard, Kind, Setting, Setup
from mawqif.names.titles import Titles

STAMP = f"{__version__}/1"  # of the program and these rules: what another one linked is linked anew

Stems = frozenset[str]

_NAMED = (Kind.PERSON, Kind.ORGANIZATION, Kind.STATE)
_OFFICES = ("roles", "honorifics", "organizations", "states", "unnamed", "media")
_WITHIN = re.compile(r"[\s،»\"”)]{1,4}(?:في|ب)\s?(?:مدينة |العاصمة )?(\w+)(?: (\w+))?")
_SHORTEST = 3  # letters of a word of a content that is compared


class Kept(Protocol):
    """What a record offers to whoever links occasions."""

    def told(self) -> Iterator[Setup]:
        """The statements that tell where they were made."""

    def put(self, found: Iterable[Happened], stamp: str) -> None:
        """Keep these occasions in the place of what was kept before."""


def link(kept: Kept, lexicon: Lexicon) -> int:
    """Link the occasions of a record anew and keep them; says how many there are."""
    found = occasions(heard(kept.told(), lexicon))
    kept.put(found, STAMP)
    return len(found)


def heard(told: Iterable[Setup], lexicon: Lexicon) -> list[Heard]:
    """What statements tell of their occasions, as it can be compared; those without an occasion tell nothing."""
    words = _words(lexicon)
    return [words.heard(setup) for setup in told if setup.statement.occasion]


@dataclass(frozen=True)
class _Words:
    """The words of a lexicon by which occasions are told apart, as stems."""

    passing: Stems
    offices: Stems
    media: Stems
    unique: tuple[Stems, ...]
    titles: Titles
    capitals: frozenset[str]

    def heard(self, setup: Setup) -> Heard:
        s = setup.statement
        assert s.occasion is not None
        stems = search_key(s.occasion.span.text).split()
        party = _stems(s.addressee.text) - self.passing if s.addressee else frozenset()
        speaker = _stems(s.speaker.name) if s.speaker.name and s.speaker.kind in _NAMED else frozenset()
        naming = self.naming(s.occasion.kind, frozenset(stems), party, speaker)
        exact = s.said_on is not None and s.date is not None
        day = s.date or setup.day
        return Heard(
            statement=s.id,
            report=setup.report,
            kind=s.occasion.kind,
            at=s.occasion.span.start,
            first=day if exact or day is None else day - dt.timedelta(1),
            last=day,
            speaker=speaker,
            actor=s.speaker.actor,
            party=party,
            party_name=party - self.offices,
            naming=naming,
            unique=any(name <= naming for name in self.unique),
            said=frozenset(w for w in search_key(s.content.text).split() if len(w) >= _SHORTEST),
            place=self.place(setup.after),
            definite=not naming and not party and s.occasion.span.text.startswith("ال"),
        )

    def naming(self, kind: Setting, stems: Stems, party: Stems, speaker: Stems) -> Stems:
        """What tells an occasion from others of its kind.

        Of statements and remarks one speaker gives many in a day: neither the outlet nor the speaker's own body
        («تصريح لوكالة …», «بيان الوزارة») tells one from another.
        """
        found = stems - self.passing - party
        many = kind in (Setting.PRESS, Setting.DOCUMENT)
        if many and (not self.media.isdisjoint(stems) or found - speaker <= self.offices):
            return frozenset()
        return found

    def place(self, after: str) -> str | None:
        """The town behind the words of an occasion: «… في جنيف»."""
        found = _WITHIN.match(after)
        if found is None:
            return None
        one, two = fold(found[1]), fold(f"{found[1]} {found[2] or ''}").strip()
        for name in (two, one):
            if name in self.titles.cities or name in self.capitals:
                return bare(name)
        return None


@functools.lru_cache(maxsize=8)
def _words(lexicon: Lexicon) -> _Words:
    nouns = [w for setting in Setting for w in lexicon.list(f"occasions.{setting}")]
    passing = _all_stems(
        [*nouns, *map(_owned, nouns), *lexicon.list("occasions.described"), *lexicon.list("occasions.passing")]
    )
    return _Words(
        passing=passing,
        offices=_all_stems([w for key in _OFFICES for w in lexicon.list(f"titles.{key}")]) | passing,
        media=_all_stems(lexicon.list("titles.media")),
        unique=tuple(_stems(name) - passing for name in lexicon.list("occasions.unique")),
        titles=titles(lexicon),
        capitals=frozenset(fold(w) for state in lexicon.states for w in state.metonyms),
    )


def _owned(noun: str) -> str:
    """A noun before a pronoun, with which «كلمته», «لقائه» begin."""
    stem = noun[:-1] + "ت" if noun.endswith("ة") else noun.removesuffix("ء") + "ئ" if noun.endswith("اء") else noun
    return " ".join(stem + pronoun for pronoun in ("ه", "ها", "هم", "هما"))


def _stems(text: str) -> Stems:
    return frozenset(search_key(text).split())


def _all_stems(words: Sequence[str]) -> Stems:
    return frozenset(stem for word in words for form in (word, "ال" + word) for stem in _stems(form))
