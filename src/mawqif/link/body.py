"""A report as it is compared with others: the folded words of its sentences, in order, with their places."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mawqif.lexicon import Lexicon
from mawqif.link.credits import credits
from mawqif.link.formulas import formulas
from mawqif.link.outlets import house, named
from mawqif.model import Date, Passage


@dataclass(frozen=True, slots=True)
class Body:
    """The words of a report's sentences: furniture, headline and datelines are none of them.

    `forms[i]` is the folded word at code points `starts[i]` to `ends[i]` of the plain text `text`. `sentences` are
    half-open ranges of words, as are `quoted`, what stands in quotation marks or was found to be somebody's words.
    `house` is the outlet by its name in the lexicon, `credits` are the agencies whose text the report says that it
    carries, `named` the outlets that it names, `formulas` the kinds of formula of which it may be one (see the modules
    of these names).
    """

    report: str
    text: str
    forms: tuple[str, ...]
    starts: Sequence[int]
    ends: Sequence[int]
    sentences: tuple[tuple[int, int], ...]
    quoted: tuple[tuple[int, int], ...]
    title: tuple[str, ...] = ()  # folded words of the headline
    outlet: str | None = None
    day: Date | None = None
    house: str | None = None
    credits: tuple[str, ...] = ()
    named: frozenset[str] = frozenset()
    formulas: frozenset[str] = frozenset()

    @property
    def credit(self) -> str | None:
        """The agency that it credits first."""
        return self.credits[0] if self.credits else None


def body(
    cut: Passage,
    report: str,
    title: Sequence[str] = (),
    outlet: str | None = None,
    day: Date | None = None,
    lexicon: Lexicon | None = None,
) -> Body:
    """The words of a report that was cut into sentences, and what the lexicon, if given, says of it."""
    picked = [i for s in cut.sentences for i in range(s.first, s.last)]
    tokens = [cut.tokens[i] for i in picked]
    sentences, n = [], 0
    for s in cut.sentences:
        sentences.append((n, n + s.last - s.first))
        n += s.last - s.first
    quoted = _ranges([t.start for t in tokens], [(q.inner_start, q.inner_end) for q in cut.quotations])
    forms = tuple(t.form for t in tokens)
    # many bodies are held at once: the places of 300 words take 2 KB in an array, 20 KB in a tuple
    bare = Body(
        report=report,
        text=cut.text,
        forms=forms,
        starts=array("I", [t.start for t in tokens]),
        ends=array("I", [t.end for t in tokens]),
        sentences=tuple(sentences),
        quoted=quoted,
        title=tuple(title),
        outlet=outlet,
        day=day,
        house=outlet,
    )
    return bare if lexicon is None else _known(bare, cut, lexicon)


def _known(bare: Body, cut: Passage, lexicon: Lexicon) -> Body:
    """The body with what the lexicon says of it."""
    return replace(
        bare,
        house=house(bare.outlet, lexicon),
        credits=credits(cut, lexicon),
        named=named(cut, lexicon),
        formulas=formulas(bare.title, bare.forms, lexicon),
    )


def _ranges(starts: Sequence[int], stretches: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The ranges of words that begin within stretches of text."""
    found = ((bisect_left(starts, a), bisect_left(starts, b)) for a, b in stretches)
    return tuple((first, last) for first, last in found if first < last)
