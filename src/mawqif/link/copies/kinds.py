"""What two reports are to each other, by what of their texts is the same and by what is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mawqif.link.body import Body
from mawqif.link.copies.align import Run, Stretch, aligned
from mawqif.link.copies.features import changes, own, prose, refigured, swapped, topic
from mawqif.model import Kin, Kinship, Shared, Span

_EDGES = 0.03  # share of words that may stand in one of two identical bodies alone
_FEW_EDGES = 2  # words, where the share is less
_MOST = 0.6  # of the shorter report's words: from here on it is the other's text, cut or edited
_LIFTED, _LIFTED_SHORT = 20, 12  # words of the narrator that were taken over; in a brief, with a good part of it
_GOOD_PART = 0.4
_QUOTED = 10  # words of a quotation that both have
_ABOUT = 3  # words of what each is about, and the other not, that make them reports on different things
_OWN = 0.12  # share of what either is about, and the other not
_FRAME = 0.25  # of the shorter report's words: less is no formula
_SWAPS, _FIGURES = 2, 3


@dataclass(frozen=True, slots=True)
class Facts:
    """What is counted over two bodies: `share` of the shorter, `lifted` in words, `swaps` and `figures` in places."""

    share: float
    in_order: bool
    apart_a: int
    apart_b: int
    lifted: int
    quoted: int
    own: float
    own_words: int
    swaps: int
    figures: int
    same_figures: float


def compare(a: Body, b: Body) -> Kin | None:
    """What two reports are to each other, `a` before `b` by id; None: nothing."""
    if b.report < a.report:
        a, b = b, a
    stretches = aligned(a.forms, b.forms)
    if not stretches:
        return None
    facts = _facts(a, b, stretches)
    found = _kind(facts, a, b)
    return _kin(a, b, stretches, *found) if found else None


def _kind(f: Facts, a: Body, b: Body) -> tuple[Kinship, str] | None:
    """The kind and the rule, the surest first."""
    if f.in_order and _all_but(f.apart_a, a) and _all_but(f.apart_b, b):
        return Kinship.IDENTICAL, "same-words" if not (f.apart_a or f.apart_b) else "same-but-edges"
    if rule := _formula(f):
        return Kinship.TEMPLATE, rule
    if f.share >= _MOST:
        return Kinship.SYNDICATED, "credited-text" if _credit(a, b) else "one-within-other"
    if f.lifted >= _LIFTED or (f.lifted >= _LIFTED_SHORT and f.share >= _GOOD_PART):
        return Kinship.PART_COPIED, "lifted-sentences"
    if f.quoted >= _QUOTED:
        return Kinship.INDEPENDENT, "shared-quotation"
    return None


def _all_but(apart: int, body: Body) -> bool:
    return apart <= max(_FEW_EDGES, _EDGES * len(body.forms))


def _formula(f: Facts) -> str | None:
    if f.share < _FRAME:
        return None
    if f.own_words >= _ABOUT and f.own >= _OWN and f.swaps >= _SWAPS:
        return "other-names"
    if f.figures >= _FIGURES and f.same_figures < 0.3 and f.swaps + f.figures >= 4:
        return "other-figures"
    return None


def _facts(a: Body, b: Body, stretches: Sequence[Stretch]) -> Facts:
    words = sum(r.n for s in stretches for r in s)
    topic_a, topic_b = topic(a), topic(b)
    own_a, own_b = own(topic_a, topic_b), own(topic_b, topic_a)
    changed = list(changes(tuple(stretches), a.forms, b.forms))
    quoted = _quoted(a, b, stretches)
    figures = topic_a.figures & topic_b.figures
    return Facts(
        share=words / min(len(a.forms), len(b.forms)),
        in_order=len(stretches) == 1,
        apart_a=len(a.forms) - words,
        apart_b=len(b.forms) - words,
        lifted=sum(_told(a, b, s) for s in stretches if prose(_words(a, s))),
        quoted=quoted,
        own=min(len(own_a) / max(1, len(topic_a.again)), len(own_b) / max(1, len(topic_b.again))),
        own_words=min(len(own_a), len(own_b)),
        swaps=sum(swapped(c, own_a, own_b) for c in changed),
        figures=sum(map(refigured, changed)),
        same_figures=len(figures) / max(1, min(len(topic_a.figures), len(topic_b.figures))),
    )


def _words(body: Body, stretch: Stretch) -> tuple[str, ...]:
    return body.forms[stretch[0].a : stretch[-1].a + stretch[-1].n]


def _told(a: Body, b: Body, stretch: Stretch) -> int:
    """The words of a passage that the narrator says in both reports."""
    return sum(r.n - _overlap(r, a, b) for r in stretch)


def _quoted(a: Body, b: Body, stretches: Sequence[Stretch]) -> int:
    return sum(_overlap(r, a, b) for s in stretches for r in s)


def _overlap(run: Run, a: Body, b: Body) -> int:
    """The words of a run that are quoted in either report."""
    inside = bytearray(run.n)
    for body, start in ((a, run.a), (b, run.b)):
        for first, last in body.quoted:
            lo, hi = max(first - start, 0), min(last - start, run.n)
            if lo < hi:
                inside[lo:hi] = b"\1" * (hi - lo)
    return sum(inside)


def _credit(a: Body, b: Body) -> str | None:
    """The agency that both credit, or that one does; None where they credit different ones, or none."""
    common = [c for c in a.credits if c in b.credits]
    if common:
        return common[0]
    return None if a.credits and b.credits else a.credit or b.credit


def _kin(a: Body, b: Body, stretches: Sequence[Stretch], kinship: Kinship, rule: str) -> Kin:
    runs = sorted((r for s in stretches for r in s), key=lambda r: r.a)
    words = sum(r.n for r in runs)
    return Kin(
        a=a.report,
        b=b.report,
        kinship=kinship,
        rule=rule,
        share_a=words / len(a.forms),
        share_b=words / len(b.forms),
        shared=tuple(Shared(_span(a, r.a, r.n), _span(b, r.b, r.n), r.n) for r in runs),
        credit=_credit(a, b),
    )


def _span(body: Body, first: int, words: int) -> Span:
    return Span.of(body.text, body.starts[first], body.ends[first + words - 1])
