"""A report as it is compared with others: the folded words of its sentences, in order, with their places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from mawqif.lexicon import Lexicon
from mawqif.link.credits import credits
from mawqif.link.formulas import formulas
from mawqif.model import Date, Passage


@dataclass(frozen=True, slots=True)
class Body:
    """The words of a report's sentences: furniture, headline and datelines are none of them.

    `forms[i]` is the folded word at code points `starts[i]` to `ends[i]` of the plain text `text`. `sentences` are
    half-open ranges of words, as are `quoted`, what stands in quotation marks or was found to be somebody's words.
    `credits` are the agencies whose text the report says that it carries, `formulas` the kinds of formula of which it
    may be one (`mawqif.link.formulas`).
    """

    report: str
    text: str
    forms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]
    quoted: tuple[tuple[int, int], ...]
    title: tuple[str, ...] = ()  # folded words of the headline
    outlet: str | None = None
    day: Date | None = None
    credits: tuple[str, ...] = ()
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
    """The words of a report that was cut into sentences; credits and formulas, where a lexicon is given."""
    picked = [i for s in cut.sentences for i in range(s.first, s.last)]
    tokens = [cut.tokens[i] for i in picked]
    sentences, n = [], 0
    for s in cut.sentences:
        sentences.append((n, n + s.last - s.first))
        n += s.last - s.first
    quoted = _ranges([t.start for t in tokens], [(q.inner_start, q.inner_end) for q in cut.quotations])
    forms = tuple(t.form for t in tokens)
    return Body(
        report,
        cut.text,
        forms,
        tuple(t.start for t in tokens),
        tuple(t.end for t in tokens),
        tuple(sentences),
        quoted,
        tuple(title),
        outlet,
        day,
        credits(cut, lexicon) if lexicon else (),
        formulas(title, forms, lexicon) if lexicon else frozenset(),
    )


def _ranges(starts: Sequence[int], stretches: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The ranges of words that begin within stretches of text."""
    found = ((bisect_left(starts, a), bisect_left(starts, b)) for a, b in stretches)
    return tuple((first, last) for first, last in found if first < last)
