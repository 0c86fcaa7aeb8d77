"""What readers make of actors: judgements that merge, split and rename them, laid over what the program found.

They are applied in the order in which they were given, each to what those before it left. A judgement is about the
actor of the id that it was given for; where no such actor is found any more, it is about the one that bears its names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from mawqif.model.identity import digest
from mawqif.model.judgements import ActorAnchor, Judgement, Ruling

Fold = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a record knows of actors: whether one of this id was found, which ones bear names, how names are folded."""

    exists: Callable[[str], bool]
    borne: Callable[[Sequence[str]], Sequence[str]]
    fold: Fold


@dataclass(frozen=True, slots=True)
class _Act:
    """A judgement with the ids that it is about now, the first of them apart."""

    ruling: Ruling
    first: str
    others: frozenset[str]
    judgement: Judgement


class Verdicts:
    """Active judgements of actors, in the order in which they were given."""

    def __init__(self, judgements: Iterable[Judgement], ledger: Ledger) -> None:
        self._fold = ledger.fold
        self._acts: list[_Act] = []
        made: set[str] = set()
        for j in judgements:
            ids = [_present(anchor, ledger, made) for anchor in j.actors]
            if ids and ids[0] is not None:
                others = frozenset(i for i in ids[1:] if i is not None)
                self._acts.append(_Act(j.ruling, ids[0], others, j))
            if j.ruling is Ruling.SPLIT:
                made.add(parted(j))

    def of(self, found: str, name: str, office: str | None) -> tuple[str, str | None]:
        """The actor of a speaker of this name and office, and what a reader called it; `found` by the program."""
        actor = found
        for act in self._acts:
            if act.ruling is Ruling.MERGE and actor in act.others:
                actor = act.first
            elif act.ruling is Ruling.SPLIT and actor == act.first and self._apart(act.judgement, name, office):
                actor = parted(act.judgement)
        names = [a.judgement.payload["name"] for a in self._acts if a.ruling is Ruling.RENAME and a.first == actor]
        return actor, str(names[-1]) if names else None

    def touched(self) -> frozenset[str]:
        """The ids of all actors that a judgement is about or makes."""
        made = {parted(a.judgement) for a in self._acts if a.ruling is Ruling.SPLIT}
        return frozenset(made.union(*({a.first, *a.others} for a in self._acts)))

    def _apart(self, j: Judgement, name: str, office: str | None) -> bool:
        """Whether a speaker of this name and office is one of those that a judgement sets apart."""
        names, offices = (self._folded(j.payload.get(key)) for key in ("names", "offices"))
        if not (names or offices):
            return False
        title = self._fold(office or "")
        return (not names or self._fold(name) in names) and (not offices or any(o in title for o in offices))

    def _folded(self, values: object) -> frozenset[str]:
        return frozenset(self._fold(str(v)) for v in values) if isinstance(values, list | tuple) else frozenset()


def parted(j: Judgement) -> str:
    """The id of the actor that a judgement makes of those that it sets apart."""
    return digest("actor", "parted", j.id)


def _present(anchor: ActorAnchor, ledger: Ledger, made: set[str]) -> str | None:
    if anchor.actor in made or ledger.exists(anchor.actor):
        return anchor.actor
    bearing = set(ledger.borne(anchor.names)) if anchor.names else set()
    return bearing.pop() if len(bearing) == 1 else None
