"""What one article adds to the figures: whole numbers, so that articles can be summed in any order and drawn again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from mawqif.evaluate.matching import TIGHT, Matched, Pair, agreeing
from mawqif.evaluate.naming import key_words, same_name, same_speaker
from mawqif.evaluate.shape import AROUND, Told

Key: TypeAlias = tuple[str, str]  # what is counted; right, found (by the program) or gold
Counts: TypeAlias = dict[Key, int]

STANCES = ("support", "oppose", "conditional")
LABELS = ("kind", "mode", "act")


class Tally:
    """Counts under way."""

    def __init__(self) -> None:
        self.counts: Counts = {}

    def add(self, what: str, right: int, found: int, gold: int) -> None:
        """One more comparison: how many were right of those found and of those annotated."""
        for side, n in (("right", right), ("found", found), ("gold", gold)):
            self.one(what, side, n)

    def one(self, what: str, side: str, n: int = 1) -> None:
        """`n` more of one thing; a thing that was looked for and not met counts as 0."""
        self.counts[what, side] = self.counts.get((what, side), 0) + n


def count(matched: Matched, mode: str | None = None) -> Counts:
    """The counts of an article; with `mode`, of its statements of this mode alone.

    A pair is of the annotated mode, a false statement of its own: so the modes add up to the whole.
    """
    tally = Tally()
    article = matched.article
    for what in ("statements", "tight", "end_to_end"):
        tally.add(what, 0, 0, 0)
    for pair in matched.pairs:
        if mode in (None, matched.told(pair)[0].mode):
            _pair(tally, matched, pair)
    for i in matched.missed:
        if mode in (None, article.gold.statements[i].mode):
            _unpaired(tally, 0, 1, article.gold.statements[i].mode)
    for j in matched.false:
        if mode in (None, article.predicted.statements[j].mode):
            _unpaired(tally, 1, 0, None)
    if mode is None:
        _whole(tally, matched)
    return tally.counts


def _unpaired(tally: Tally, found: int, gold: int, mode: str | None) -> None:
    for what in ("statements", "tight", "end_to_end"):
        tally.add(what, 0, found, gold)
    if mode:
        tally.add(f"recall {mode}", 0, 0, 1)


def _pair(tally: Tally, matched: Matched, pair: Pair) -> None:
    gold, predicted = matched.told(pair)
    right = same_speaker(predicted, gold)
    tally.add("statements", 1, 1, 1)
    tally.add("tight", pair.overlap >= TIGHT, 1, 1)
    tally.add("end_to_end", right, 1, 1)
    tally.add("speaker", right, bool(predicted.name), 1)
    tally.add(f"recall {gold.mode}", 1, 1, 1)
    relays = agreeing(gold.via, predicted.via, lambda g, p: same_name(g, p))
    tally.add("via", relays, len(predicted.via), len(gold.via))
    tally.one("matched", "all")
    for label in LABELS:
        tally.one("matched", label, getattr(gold, label) == getattr(predicted, label))
    tally.one(f"act {gold.act}", "gold")
    tally.one(f"act {predicted.act}", "found")
    tally.one(f"act {gold.act}", "right", gold.act == predicted.act)
    if matched.article.gold.extras:
        _around(tally, matched, gold, predicted)


def _around(tally: Tally, matched: Matched, gold: Told, predicted: Told) -> None:
    """The fields around a statement."""
    for name in AROUND:
        a, b = gold.around[name], predicted.around[name]
        tally.add(name, len(matched.ruler.pairs(a, b)), len(b), len(a))
    tally.add("commitment", gold.commits and predicted.commits, predicted.commits, gold.commits)


def _whole(tally: Tally, matched: Matched) -> None:
    """What belongs to the article and to no statement of it: furniture and positions."""
    gold, predicted, ruler = matched.article.gold, matched.article.predicted, matched.ruler
    _positions(tally, gold.statements, predicted.statements)
    if gold.extras:
        marked, called = ruler.covered(gold.furniture), ruler.covered(predicted.furniture)
        tally.add("furniture", len(marked & called), len(called), len(marked))
        reported = ruler.covered(s.content for s in gold.statements)
        tally.one("reported", "called furniture", len(reported & called))


def _positions(tally: Tally, gold: Iterable[Told], predicted: Iterable[Told]) -> None:
    held, told = _held(gold), _held(predicted)
    for stance in STANCES:
        a, b = [p for p in held if p[2] == stance], [p for p in told if p[2] == stance]
        right = agreeing(a, b, lambda g, p: g[0] == p[0] and same_name(p[1], g[1]))
        tally.add("positions", right, len(b), len(a))
        tally.add(f"stance {stance}", right, len(b), len(a))


def _held(statements: Iterable[Told]) -> list[tuple[str, str, str]]:
    """Each issue, actor and stance of an article once; the last spelling of the actor stands for all."""
    found: dict[tuple[str, frozenset[str], str], str] = {}
    for issue, actor, stance in (q for s in statements for q in s.positions):
        if words := key_words(actor):
            found[issue, words, stance] = actor
    return [(issue, actor, stance) for (issue, _words, stance), actor in found.items()]
