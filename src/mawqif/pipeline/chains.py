"""The chain of an utterance over a record: what a record keeps of it, led to `link.chains`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from mawqif.lexicon import Lexicon
from mawqif.link import chains
from mawqif.model import Carry, Kin, Trace


class Kept(Protocol):
    """A record as far as its chains are concerned (`store.Record.links`)."""

    def carries(self, utterance: str) -> list[Carry]:
        """The reports that carry the utterance of that id, or of the statement of that id."""

    def kin(self, reports: Iterable[str]) -> Sequence[Kin]:
        """The pairs of reports of these ids whose texts have to do with each other, spans in the texts as given."""


def trace(kept: Kept, id: str, lexicon: Lexicon) -> Trace:
    """Who heard an utterance, who has it from whom, and whose text is a copy."""
    carries = kept.carries(id)
    return chains.trace(carries, kept.kin({c.report for c in carries}), lexicon)
