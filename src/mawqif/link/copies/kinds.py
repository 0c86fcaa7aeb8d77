"""What two reports are to each other, by what of their texts is the same and by what is not."""

from __future__ import annotations

from collections.abc import Sequence

from mawqif.link.body import Body
from mawqif.link.copies.alignment import ALONE, Run, Stretch, Stretches, aligned
from mawqif.link.copies.features import Differences, differences, prose
from mawqif.link.formulas import DAYS, FIGURES, NAMES
from mawqif.model import Kin, Kinship, Shared, Span

_HEAD, _TAIL, _INNER = 6, 10, 0.03  # words before and behind, and share of words within, of one identical body alone
_WHOLE = 0.8  # of the shorter of two identical bodies is the same, at the least
_MOST = 0.6  # of the shorter report's words: from here on it is the other's text, cut or edited
_GOOD_PART, _THIRD, _LITTLE = 0.4, 0.3, 0.1
_CLAUSE, _SENTENCE = 12, 16  # words of the narrator in one passage
_LIFTED, _LIFTED_MORE, _LIFTED_LONG = 20, 30, 60  # in all; with less of the report; with little of it
_QUOTED = 10  # words of a quotation that both have
_OWN_WORDS = 8  # of the shorter report: it tells something beside the quotation
_FRAME = 0.2  # of the shorter report's words: less is no formula
_OWN, _OWN_MUCH = 0.12, 0.2  # share of what either is about, and the other not
_ABOUT = 2  # words of that kind
_SAME_ON = {0: 0.0, 1: _MOST}  # by days between them: from this share on a daily report is one and the same, carried on
_SWAPPED, _SWAP_SHARE = 3, 0.5  # different words put in, and how much of all that was changed they are
_FIGURES, _SAME_FIGURES, _FEW_SAME = 2, 0.5, 0.3  # places with other figures; share of figures that both have


def compare(a: Body, b: Body) -> Kin | None:
    """What two reports are to each other, `a` before `b` by id; None: nothing."""
    if b.report < a.report:
        a, b = b, a
    stretches = aligned(a.forms, b.forms)
    found = _kind(a, b, stretches) if stretches else None
    return _kin(a, b, stretches, *found) if found else None


def _kind(a: Body, b: Body, stretches: Stretches) -> tuple[Kinship, str] | None:
    """The kind and the rule, the surest first."""
    words = _count(stretches)
    share = words / min(len(a.forms), len(b.forms))
    if words < ALONE and a.title != b.title:
        return None
    if share == 1.0 and words == max(len(a.forms), len(b.forms)) and len(stretches) == 1:
        return Kinship.IDENTICAL, "same-words"
    if share >= _FRAME and (rule := _formula(a, b, share, differences(a, b, stretches))):
        return Kinship.TEMPLATE, rule
    if share >= _WHOLE and len(stretches) == 1 and _same_within(a, b, stretches[0]):
        return Kinship.IDENTICAL, "same-but-edges"
    if share >= _MOST and not _quotation_alone(a, b, stretches, words):
        return Kinship.SYNDICATED, "credited-text" if _credit(a, b) else "one-within-other"
    clauses = [s for s in stretches if prose(_words(a, s))]  # and not a name with its titles
    told = [_told(a, b, s) for s in clauses]
    if _lifts(told, share):
        return Kinship.PART_COPIED, "lifted-sentences"
    if _count(tuple(clauses)) - sum(told) >= _QUOTED and share >= _LITTLE:
        return Kinship.INDEPENDENT, "shared-quotation"
    return None


def _quotation_alone(a: Body, b: Body, stretches: Stretches, words: int) -> bool:
    """Whether what two briefs share is a quotation with its cue, beside words of each one's own."""
    told = sum(_told(a, b, s) for s in stretches)
    return told < min(_CLAUSE, words - told) and min(len(a.forms), len(b.forms)) - words >= _OWN_WORDS


def _lifts(told: Sequence[int], share: float) -> bool:
    """Whether so much of the narrator's words was taken over that it is no turn of phrase and no common source."""
    lifted, longest = sum(told), max(told, default=0)
    if share >= _GOOD_PART:
        return longest >= _CLAUSE
    if share >= _FRAME:
        return lifted >= (_LIFTED if longest >= _SENTENCE and share >= _THIRD else _LIFTED_MORE)
    return lifted >= _LIFTED_LONG and longest >= _SENTENCE


def _count(stretches: Stretches) -> int:
    return sum(r.n for s in stretches for r in s)


def _same_within(a: Body, b: Body, stretch: Stretch) -> bool:
    """Whether two bodies are the same but for a byline before, tags and credits behind, and a word here and there."""
    first, last = stretch[0], stretch[-1]
    heads = max(first.a, first.b)
    tails = max(len(a.forms) - last.a - last.n, len(b.forms) - last.b - last.n)
    within = max(last.a + last.n - first.a, last.b + last.n - first.b) - sum(r.n for r in stretch)
    return heads <= _HEAD and tails <= _TAIL and within <= max(1, _INNER * len(a.forms))


def _formula(a: Body, b: Body, share: float, d: Differences) -> str | None:
    """The rule by which two reports that share a frame are on different things."""
    common = a.formulas & b.formulas
    if d.own >= _OWN and d.own_words >= _ABOUT and (d.headlines or not (a.title and b.title)):
        if d.swaps > 1 and d.swapped >= _SWAPPED and d.swap_share >= _SWAP_SHARE:
            return "other-names"
        if NAMES in common and (d.swaps or d.own >= _OWN_MUCH):
            return "formula-other-names"
    if d.figures > _FIGURES and d.same_figures < _FEW_SAME:
        return "other-figures"
    if FIGURES in common and d.figures >= _FIGURES and d.same_figures < _SAME_FIGURES:
        return "formula-other-figures"
    if DAYS in common and a.day and b.day and share < _SAME_ON.get(abs((a.day - b.day).days), _WHOLE):
        return "formula-other-day"
    return None


def _words(body: Body, stretch: Stretch) -> tuple[str, ...]:
    return body.forms[stretch[0].a : stretch[-1].a + stretch[-1].n]


def _told(a: Body, b: Body, stretch: Stretch) -> int:
    """The words of a passage that the narrator says in both reports."""
    if not (a.quoted or b.quoted):
        return sum(r.n for r in stretch)
    return sum(r.n - _overlap(r, a, b) for r in stretch)


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


def _kin(a: Body, b: Body, stretches: Stretches, kinship: Kinship, rule: str) -> Kin:
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
