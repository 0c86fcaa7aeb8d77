"""Judgements in words, and as plain values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mawqif.cli import labels
from mawqif.cli.screen import filled, flat
from mawqif.i18n import N_, _
from mawqif.model import Act, Judgement, Ruling, Statement, judgement_json

if TYPE_CHECKING:
    from mawqif.store import JudgementRow

WORDS = {
    Ruling.ACCEPT: N_("accepted by {by}, {day}"),
    Ruling.REJECT: N_("rejected by {by}, {day}"),
    Ruling.NOTE: N_("note by {by}, {day}: {text}"),
    Ruling.SPEAKER: N_("speaker by {by}, {day}: {name}"),
    Ruling.ACT: N_("act by {by}, {day}: {act}"),
    Ruling.SPAN: N_("words by {by}, {day}: {text}"),
    Ruling.MERGE: N_("actors merged by {by}, {day}: {actors}"),
    Ruling.SPLIT: N_("actor split by {by}, {day}: {actors}, without {names}"),
    Ruling.RENAME: N_("actor renamed by {by}, {day}: {actors}, now {name}"),
    Ruling.UNDO: N_("{judgement} undone by {by}, {day}"),
}
STATES = {"active": N_("active"), "undone": N_("undone"), "orphaned": N_("orphaned")}


def told(j: Judgement, found: Statement | None = None) -> str:
    """A judgement in one line; with what the program found, where it corrects that."""
    payload = {name: flat(str(value)) for name, value in j.payload.items() if isinstance(value, str)}
    if j.ruling is Ruling.ACT:
        payload["act"] = labels.act_label(Act(payload["act"]))
    if j.ruling is Ruling.UNDO:
        payload["judgement"] = payload["judgement"][:8]
    if isinstance(names := j.payload.get("names"), list):
        offices = j.payload.get("offices")
        payload["names"] = ", ".join(map(str, [*names, *(offices if isinstance(offices, list) else ())]))
    actors = ", ".join(a.names[0] if a.names else a.actor for a in j.actors)
    line = filled(_(WORDS[j.ruling]), **{"by": j.by, "day": str(j.when.date()), "actors": actors, **payload})
    return line + "".join(_more(j, found))


def _more(j: Judgement, found: Statement | None) -> Iterator[str]:
    before = _found(j, found) if found else None
    if before is not None:
        yield filled(_(" (found: {value})"), value=before)
    if j.reason:
        yield filled(_("; because: {reason}"), reason=flat(j.reason))


def _found(j: Judgement, found: Statement) -> str | None:
    if j.ruling is Ruling.SPEAKER:
        return flat(labels.speaker_label(found))
    if j.ruling is Ruling.ACT:
        return labels.act_label(found.act)
    return flat(found.content.text) if j.ruling is Ruling.SPAN else None


def row_value(row: JudgementRow) -> dict[str, object]:
    """A judgement with where it stands."""
    return {**judgement_json(row.judgement), "state": row.state, "statement": row.statement}
