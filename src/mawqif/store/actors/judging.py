"""Judgements of actors laid over what was found. Every function works inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from mawqif.model import OF_ACTORS
from mawqif.model.verdicts import Ledger, Verdicts
from mawqif.store.actors import bearing
from mawqif.store.actors.tables import BEARERS, CARDS
from mawqif.store.judgements import reading
from mawqif.store.judgements.rows import JudgementRow
from mawqif.store.search import name_key


def verdicts(connection: Connection) -> Verdicts:
    """What readers say of actors now."""
    return Verdicts((row.judgement for row in _given(connection) if row.state == "active"), _ledger(connection))


def _given(connection: Connection) -> list[JudgementRow]:
    return [row for row in reading.history(connection) if row.judgement.ruling in OF_ACTORS]


def _ledger(connection: Connection) -> Ledger:
    def exists(id: str) -> bool:
        return connection.scalar(select(BEARERS.c.pk).where(BEARERS.c.found == id).limit(1)) is not None

    def borne(names: Sequence[str]) -> Sequence[str]:
        query = select(BEARERS.c.found).join(CARDS, CARDS.c.bearer == BEARERS.c.pk)
        return [i for i in connection.scalars(query.where(CARDS.c.shown.in_(names)).distinct()) if i]

    return Ledger(exists, borne, name_key)


def renew(connection: Connection) -> None:
    """The actors that any judgement was ever about, as readers would have them now."""
    every = [row.judgement for row in _given(connection)]
    past = Verdicts(every, _ledger(connection)).touched()
    mine = select(BEARERS.c.pk).where(BEARERS.c.found.in_(past))
    bearing.judge(connection, CARDS.c.bearer.in_(mine) | CARDS.c.actor.in_(past), verdicts(connection))
