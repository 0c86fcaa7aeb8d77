"""Judgements as rows of their table, and as the record gives them back."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import RowMapping

from mawqif.model import ActorAnchor, Anchor, Judgement, Ruling
from mawqif.store import codec

State = Literal["active", "undone", "orphaned"]


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """A judgement and where it stands now.

    Undone: an active judgement takes it back. Orphaned: it is about a statement, and none of those that the program
    finds now is that one. `statement` is the id of the one that it is attached to.
    """

    judgement: Judgement
    state: State
    statement: str | None


def values(j: Judgement) -> codec.Values:
    """The row of a judgement."""
    return {
        "id": j.id,
        "ruling": j.ruling.value,
        "payload": json.dumps(dict(j.payload), ensure_ascii=False, sort_keys=True),
        "report": j.anchor.report if j.anchor else None,
        **codec.span_values("content", j.anchor.content if j.anchor else None),
        **codec.span_values("cue", j.anchor.cue if j.anchor else None),
        "actors": json.dumps([[a.actor, list(a.names)] for a in j.actors], ensure_ascii=False),
        "undoes": j.undoes,
        "reader": j.by,
        "given": j.when.isoformat(timespec="microseconds"),
        "reason": j.reason,
    }


def judgement_of(row: RowMapping) -> Judgement:
    """The judgement in a row."""
    content = codec.span_of(row, "content")
    return Judgement(
        id=row["id"],
        ruling=Ruling(row["ruling"]),
        by=row["reader"],
        when=dt.datetime.fromisoformat(row["given"]),
        payload=json.loads(row["payload"]),
        anchor=Anchor(row["report"], content, codec.span_of(row, "cue")) if content else None,
        actors=tuple(ActorAnchor(actor, tuple(names)) for actor, names in json.loads(row["actors"])),
        reason=row["reason"],
    )
