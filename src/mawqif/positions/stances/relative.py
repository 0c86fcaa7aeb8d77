"""What relative clauses behind a mention say of it by a pronoun: «الاتفاق الذي ترفضه …», «التي دعت إليها …»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mawqif.positions.stances.aboutness import Mention
from mawqif.positions.stances.closed import IS, STEMS, STOPS, WHICH
from mawqif.positions.stances.forms import DEED, VERBS
from mawqif.positions.stances.governors import Found, Read
from mawqif.positions.stances.polarity import Reader
from mawqif.positions.stances.predicates import Does


class Resumed:
    """Reads relative clauses with the reader of their report."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._passage = reader.passage
        self._forms = reader.forms

    def read(self, m: Mention, high: int) -> Read | None:
        """What a relative clause says of a mention by a pronoun: «الاتفاق الذي ترفضه …», «التي دعت إليها …»."""
        value = -1 if m.opposite else 1
        for rel in self._relatives(m, high):
            if (found := self._resumed_at(m, rel, value, high)) is not None:
                return found
        return None

    def _relatives(self, m: Mention, high: int) -> Iterator[int]:
        """The relative pronouns that go back to a mention: near behind it, or one after another, «الذي …، والذي …»."""
        reach = m.last + 8
        for rel in range(m.last + 1, min(high, m.last + 30)):
            marked = bool(STOPS.intersection(self._passage.gaps[rel]))
            again = reach < 0 and (marked or self._forms[rel].startswith("و")) and self._forms[rel] in WHICH
            if again or (0 <= rel <= reach and self._forms[rel] in WHICH):
                reach = -1
                yield rel
            elif reach >= 0 and (rel > reach or (marked and not self._named_again(rel))):
                return

    def _named_again(self, i: int) -> bool:
        """Whether a clause names what was spoken of once more, «وهي الفكرة التي …»."""
        return self._forms[i] in IS

    def _resumed_at(self, m: Mention, rel: int, value: int, high: int) -> Read | None:
        stop = next((i for i in range(rel + 2, min(high, rel + 10)) if self._reader.gap(i)), min(high, rel + 10))
        pronouns = ("ها", "هم") if m.feminine else ("ه", "هم")
        for t in range(rel + 1, stop):
            for at, found in self._resuming(t, value, pronouns):
                read = self._reader.applied(at, found, rel + 1) if found else self._reader.rest(at, rel + 1)
                if read is not None and read.final and (read.stance or read.own):
                    return replace(read, low=rel + 1, until=stop if read.holder + 2 >= t else read.until)
        return None

    def _resuming(self, t: int, value: int, pronouns: tuple[str, ...]) -> Iterator[tuple[Read, Found | None]]:
        """A word with a pronoun that points back: the node to go on from, or the verb of which it is the object."""
        word = self._forms[t]
        for stem in STEMS:
            if any(word == stem + p for p in pronouns):
                yield Read(t, value, stem), None
        for r in self._reader.predicates.read(word):
            if r.word.pronoun in pronouns and r.governs(""):
                if r.word.sort in VERBS:
                    yield Read(t, value, ""), Found(t, r)
                elif r.word.sort == DEED and r.predicate.does in (Does.KEEP, Does.STOP):
                    way = -value if r.predicate.does is Does.STOP else value
                    yield Read(t, way, r.word.preposition, done=(f"{r.predicate.does}:{word}",)), None
