"""Positions in the narrator's own voice, outside every statement: «بينما ترفضه الحكومة», «الاتفاق الذي تؤيده …»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mawqif.model import Stance, ToldPosition
from mawqif.positions.stances.aboutness import Mention, sentence_of
from mawqif.positions.stances.statements import Taker


def told(taker: Taker, mentions: Sequence[Mention]) -> tuple[ToldPosition, ...]:
    """What the narrator tells of third parties, each issue, holder and stance once."""
    found = {(p.issue, p.actor_name, p.stance): p for p in _all(taker, mentions)}
    return tuple(found.values())


def _all(taker: Taker, mentions: Sequence[Mention]) -> Iterator[ToldPosition]:
    for m in mentions:
        if any(s.low <= m.first < s.high for s in taker.stretches):
            continue
        sentence = taker.passage.sentences[sentence_of(taker.passage, m.first)]
        if not sentence.first <= m.first < sentence.last:
            continue
        stand = taker.stand(m, sentence.first, sentence.last, None)
        if stand is None or stand.holder_at < 0:
            continue
        who, name = taker.holders.subject(stand.holder_at, sentence.first, stand.last)
        if who == "other" and name:
            stance = Stance.SUPPORT if stand.sign > 0 else Stance.OPPOSE
            yield ToldPosition(
                taker.issues[m.issue].id, name, stance, taker.span(stand.first, stand.last), f"told {stand.rule}"
            )
