"""Positions in the narrator's own voice, outside every statement: «بينما ترفضه الحكومة», «الاتفاق الذي تؤيده …»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mawqif.model import Stance, ToldPosition
from mawqif.positions.stances.aboutness import Mention, sentence_of
from mawqif.positions.stances.statements import Taker
from mawqif.positions.stances.subjects import Who


def told(taker: Taker, mentions: Sequence[Mention]) -> tuple[ToldPosition, ...]:
    """What the narrator tells of third parties, each issue, holder and stance once."""
    found = {(p.issue, p.actor_name, p.stance): p for p in _all(taker, mentions)}
    return tuple(found.values())


def _all(taker: Taker, mentions: Sequence[Mention]) -> Iterator[ToldPosition]:
    inside = bytearray(len(taker.passage.tokens))
    for s in taker.stretches:
        inside[s.low : s.high] = b"\1" * (s.high - s.low)
    for m in mentions:
        if inside[m.first]:
            continue
        sentence = taker.passage.sentences[sentence_of(taker.passage, m.first)]
        if not sentence.first <= m.first < sentence.last:
            continue
        stand = taker.stands.stand(m, sentence.first, sentence.last, None)
        if stand is None or stand.deed or stand.whose is None:
            continue
        subject = taker.subject(stand, sentence.first)
        if subject.who is not Who.OTHER:
            continue
        stance = Stance.SUPPORT if stand.sign > 0 else Stance.OPPOSE
        evidence = taker.span(min(stand.first, subject.start), max(stand.last, subject.stop - 1))
        for name in taker.third(subject):
            yield ToldPosition(taker.issues[m.issue].id, name, stance, evidence, f"told {stand.rule}")
