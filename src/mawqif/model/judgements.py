"""What people say of what the program found: judgements, beside the findings and never in their place."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from mawqif.model.enums import Act, Kind
from mawqif.model.identity import digest
from mawqif.model.overlap import Places
from mawqif.model.spans import Span
from mawqif.model.statements import Statement


class Ruling(enum.StrEnum):
    """What a judgement does, and the keys of its payload.

    Of a statement: `accept` and `reject` (no keys), `note` (`text`), `correct-speaker` (`name`; `kind` where that is
    corrected too), `correct-act` (`act`), `correct-span` (`field`, which is `content`, with `start`, `end` and `text`
    of the right words in the report). Of actors: `actor-merge` (the first actor of the judgement is what the others
    become), `actor-split` (`names`: those that are not the first actor), `actor-rename` (`name`); their payloads may
    hold more. Of a judgement: `undo` (`judgement`, the id of the one that it takes back).
    """

    ACCEPT = "accept"
    REJECT = "reject"
    NOTE = "note"
    SPEAKER = "correct-speaker"
    ACT = "correct-act"
    SPAN = "correct-span"
    MERGE = "actor-merge"
    SPLIT = "actor-split"
    RENAME = "actor-rename"
    UNDO = "undo"


OF_STATEMENTS = (Ruling.ACCEPT, Ruling.REJECT, Ruling.NOTE, Ruling.SPEAKER, Ruling.ACT, Ruling.SPAN)
OF_ACTORS = (Ruling.MERGE, Ruling.SPLIT, Ruling.RENAME)
_VERDICTS = (Ruling.ACCEPT, Ruling.REJECT)
_KEYS: Mapping[Ruling, tuple[str, ...]] = {
    Ruling.NOTE: ("text",),
    Ruling.SPEAKER: ("name",),
    Ruling.ACT: ("act",),
    Ruling.SPAN: ("field", "start", "end", "text"),
    Ruling.SPLIT: ("names",),
    Ruling.RENAME: ("name",),
    Ruling.UNDO: ("judgement",),
}


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a judgement of a statement is about: the report's id, the quoted words and the cue, wherever they stand."""

    report: str
    content: Span
    cue: Span | None


@dataclass(frozen=True, slots=True)
class ActorAnchor:
    """What a judgement of an actor is about: its id when it was judged, and the names that it had."""

    actor: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """One thing that one reader said at one time (UTC) of a statement, of actors, or of an earlier judgement.

    The payload is what JSON can hold; its keys are those that `Ruling` names. `undo` has the anchors of what it undoes.
    """

    id: str
    ruling: Ruling
    by: str
    when: dt.datetime
    payload: Mapping[str, object] = field(default_factory=dict)
    anchor: Anchor | None = None
    actors: tuple[ActorAnchor, ...] = ()
    reason: str | None = None

    @property
    def undoes(self) -> str | None:
        """The id of the judgement that this one takes back."""
        return str(self.payload["judgement"]) if self.ruling is Ruling.UNDO else None


def judgement(
    ruling: Ruling,
    payload: Mapping[str, object],
    *,
    by: str,
    when: dt.datetime,
    anchor: Anchor | None = None,
    actors: Sequence[ActorAnchor] = (),
    reason: str | None = None,
) -> Judgement:
    """A judgement with its id. ValueError if a key is missing from the payload, or if it is about nothing."""
    missing = [key for key in _KEYS.get(ruling, ()) if key not in payload]
    if missing or not (anchor or actors):
        raise ValueError(f"a judgement '{ruling}' lacks {', '.join(missing) or 'what it is about'}")
    about = f"{anchor.report}:{anchor.content.start}:{anchor.content.end}" if anchor else "-"
    said = repr(sorted(payload.items()))
    id = digest("judgement", ruling, about, *(a.actor for a in actors), said, by, when.isoformat())
    return Judgement(id, ruling, by, when, dict(payload), anchor, tuple(actors), reason)


def active(judgements: Iterable[Judgement]) -> frozenset[str]:
    """The ids of those that no active later one undoes; they come in the order in which they were given."""
    undone: set[str] = set()
    standing: set[str] = set()
    for j in reversed(list(judgements)):
        if j.id in undone:
            continue
        standing.add(j.id)
        if j.undoes is not None:
            undone.add(j.undoes)
    return frozenset(standing)


def attached(j: Judgement, places: Places) -> Statement | None:
    """The statement, among those of its report, that a judgement is about; None: it is an orphan."""
    return places.best(j.anchor.content, j.anchor.cue) if j.anchor else None


def verdict(judgements: Iterable[Judgement]) -> Judgement | None:
    """The last of these that accepts or rejects."""
    return next((j for j in reversed(list(judgements)) if j.ruling in _VERDICTS), None)


def corrections(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The last correction of each thing."""
    last = {j.ruling: j for j in judgements if j.ruling in (Ruling.SPEAKER, Ruling.ACT, Ruling.SPAN)}
    return tuple(last.values())


def corrected(statement: Statement, judgements: Iterable[Judgement]) -> Statement:
    """The statement as these judgements, in the order in which they were given, would have it."""
    for j in corrections(judgements):
        if j.ruling is Ruling.ACT:
            statement = replace(statement, act=Act(str(j.payload["act"])))
        elif j.ruling is Ruling.SPAN:
            start, end = (int(str(j.payload[key])) for key in ("start", "end"))
            statement = replace(statement, content=Span(start, end, str(j.payload["text"])))
        else:
            statement = _named(statement, j.payload)
    return statement


def _named(statement: Statement, payload: Mapping[str, object]) -> Statement:
    """The statement with another speaker: what the program knew of the wrong one does not hold of this one."""
    kind = Kind(str(payload["kind"])) if payload.get("kind") else statement.speaker.kind
    name = str(payload["name"])
    speaker = replace(statement.speaker, name=name, kind=kind, office=None, rule="judgement", actor=None)
    return replace(statement, speaker=replace(speaker, link=None, candidates=(), represents=()))
