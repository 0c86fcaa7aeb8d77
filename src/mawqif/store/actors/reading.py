"""Actors out of the record. Every function works inside the caller's transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, select

from mawqif.model import Date, Kind, Reason
from mawqif.store import codec
from mawqif.store.actors.filters import of_state
from mawqif.store.actors.tables import BEARERS, CARDS, LINKS, REPRESENTED
from mawqif.store.search import name_key
from mawqif.store.slices import sliced
from mawqif.store.tables import STATEMENTS

_MENTIONED = func.count(STATEMENTS.c.pk)
_REPORTS = func.count(STATEMENTS.c.report.distinct())


@dataclass(frozen=True, slots=True)
class Held:
    """A title with which an actor was named: the first and the last day of it (None: undated), and how often."""

    office: str
    first: Date | None
    last: Date | None
    statements: int


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor: its id, the name to show, its spellings and titles, the ids of its states, how much it said.

    `name` is what a reader called it, else the spelling that most reports have. `reasons` say why its names are one.
    """

    id: str
    name: str
    kind: Kind
    spellings: tuple[tuple[str, int], ...]
    offices: tuple[Held, ...]
    states: tuple[str, ...]
    statements: int
    reports: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class OpenRow:
    """A speaker that is linked to no actor: its name, in how many statements and reports, and whom it may be."""

    name: str
    kind: Kind
    statements: int
    reports: int
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """Who a statement's speaker is (None: open), why, and the ids of those for whom it speaks."""

    actor: str | None
    reason: Reason
    candidates: tuple[str, ...] = ()
    represents: tuple[str, ...] = ()


def actors(
    connection: Connection,
    *,
    words: str | None,
    kind: str | None,
    ids: Sequence[str] | None,
    state: str | None,
    limit: int | None,
) -> list[ActorRow]:
    """Actors, those with most statements first."""
    conditions: list[ColumnElement[bool]] = [CARDS.c.actor.is_not(None)]
    if words is not None:
        conditions.append(CARDS.c.actor.in_(named(connection, words)))
    if kind is not None:
        conditions.append(CARDS.c.kind == kind)
    if ids is not None:
        conditions.append(CARDS.c.actor.in_(ids))
    if state is not None:
        conditions.append(of_state(state))
    query = (
        select(CARDS.c.actor, _MENTIONED.label("said"), _REPORTS.label("reports"))
        .join(LINKS, LINKS.c.card == CARDS.c.pk)
        .join(STATEMENTS, STATEMENTS.c.pk == LINKS.c.statement)
        .where(*conditions)
        .group_by(CARDS.c.actor)
        .order_by(_MENTIONED.desc(), CARDS.c.actor)
        .limit(limit)
    )
    rows = connection.execute(query).all()
    known = _Details(connection, [row[0] for row in rows])
    return [known.row(id, said, reports) for id, said, reports in rows]


class _Details:
    """What is known of some actors."""

    def __init__(self, connection: Connection, ids: Sequence[str]) -> None:
        self.spellings: defaultdict[str, list[tuple[str, int, str]]] = defaultdict(list)
        self.offices: defaultdict[str, list[Held]] = defaultdict(list)
        self.states: defaultdict[str, set[str]] = defaultdict(set)
        self.called: dict[str, str] = {}
        self.reasons: defaultdict[str, set[Reason]] = defaultdict(set)
        for some in sliced(ids):
            self._take(connection, CARDS.c.actor.in_(some))

    def _take(self, connection: Connection, mine: ColumnElement[bool]) -> None:
        names = select(CARDS.c.actor, CARDS.c.shown, _REPORTS, func.min(CARDS.c.kind))
        for id, name, n, kind in connection.execute(_said(names, mine).group_by(CARDS.c.actor, CARDS.c.shown)):
            self.spellings[id].append((name, n, kind))
        days = (func.min(STATEMENTS.c.day), func.max(STATEMENTS.c.day), _MENTIONED)
        held = _said(select(CARDS.c.actor, CARDS.c.office, *days), mine & CARDS.c.office.is_not(None))
        for id, office, first, last, n in connection.execute(held.group_by(CARDS.c.actor, CARDS.c.office)):
            self.offices[id].append(Held(office, codec.date_of(first), codec.date_of(last), n))
        columns = [CARDS.c[c] for c in ("actor", "states", "called", "data", "reason")]
        columns += [BEARERS.c.reason, BEARERS.c.found]
        rest = select(*columns).join(BEARERS, BEARERS.c.pk == CARDS.c.bearer).where(mine).distinct()
        for id, states, called, data, own, tied, found in connection.execute(rest):
            self.states[id] |= set(states.split())
            self.reasons[id].add(_reason(id, found, data, tied, own))
            if called is not None:
                self.called[id] = called

    def row(self, id: str, statements: int, reports: int) -> ActorRow:
        spellings = sorted(self.spellings[id], key=lambda s: (-s[1], s[0]))
        offices = sorted(self.offices[id], key=lambda h: (str(h.first or "9"), str(h.last), h.office))
        return ActorRow(
            id=id,
            name=self.called.get(id) or spellings[0][0],
            kind=Kind(spellings[0][2]),
            spellings=tuple((name, n) for name, n, _kind in spellings),
            offices=tuple(offices),
            states=tuple(sorted(self.states[id])),
            statements=statements,
            reports=reports,
            reasons=tuple(sorted(self.reasons[id])),
        )


def _said(query: Select[Any], condition: ColumnElement[bool]) -> Select[Any]:
    """A query over cards with the statements of which they are."""
    linked = query.join(LINKS, LINKS.c.card == CARDS.c.pk)
    return linked.join(STATEMENTS, STATEMENTS.c.pk == LINKS.c.statement).where(condition)


def named(connection: Connection, words: str) -> list[str]:
    """The actors of this id, unique prefix or name, else of those whose names hold all of these words."""
    exact = connection.scalars(select(CARDS.c.actor).where(CARDS.c.actor == words).limit(1)).all()
    if exact:
        return [str(exact[0])]
    wanted = name_key(words)
    begins = connection.scalars(select(CARDS.c.actor).where(_begins(words)).distinct().limit(2)).all()
    if len(begins) == 1 and len(words) >= 6:
        return [str(begins[0])]
    rows = connection.execute(
        select(CARDS.c.actor, CARDS.c.shown, CARDS.c.called).where(CARDS.c.actor.is_not(None)).distinct()
    ).all()
    keys = [(actor, name_key(shown), name_key(called or "")) for actor, shown, called in rows]
    equal = {actor for actor, shown, called in keys if wanted in (shown, called)}
    if equal or not wanted:
        return sorted(equal)
    parts = set(wanted.split())
    return sorted({a for a, shown, called in keys if parts <= set(shown.split()) or parts <= set(called.split())})


def _begins(words: str) -> ColumnElement[bool]:
    return and_(CARDS.c.actor >= words, CARDS.c.actor < words + "g")


def open_speakers(connection: Connection, *, words: str | None, kind: str | None, limit: int | None) -> list[OpenRow]:
    """Those who are linked to no actor, those with most statements first."""
    conditions: list[ColumnElement[bool]] = [CARDS.c.actor.is_(None), STATEMENTS.c.name.is_not(None)]
    if kind is not None:
        conditions.append(STATEMENTS.c.kind == kind)
    if words is not None:
        conditions += [STATEMENTS.c.name_key.contains(w, autoescape=True) for w in name_key(words).split()]
    told = func.coalesce(LINKS.c.candidates, BEARERS.c.candidates)
    query = (
        select(func.min(STATEMENTS.c.name), STATEMENTS.c.kind, _MENTIONED, _REPORTS, told)
        .join(LINKS, LINKS.c.statement == STATEMENTS.c.pk)
        .join(CARDS, CARDS.c.pk == LINKS.c.card, isouter=True)
        .join(BEARERS, BEARERS.c.pk == CARDS.c.bearer, isouter=True)
        .where(*conditions)
        .group_by(STATEMENTS.c.name_key, STATEMENTS.c.kind, told)
        .order_by(_MENTIONED.desc(), STATEMENTS.c.name_key, told)
        .limit(limit)
    )
    rows = connection.execute(query)
    return [OpenRow(name, Kind(k), said, n, codec.ids_of(c)) for name, k, said, n, c in rows]


def _reason(actor: str, found: str, data: str | None, tied: str | None, own: str) -> Reason:
    """Why a card is of its actor: a reader says so, the data, a tie of its name to another, or what makes cards one."""
    if actor != found:
        return Reason.JUDGED
    return Reason.DATA if data == actor and own == Reason.NAME else Reason(tied or own)


def spoken(connection: Connection, statements: Iterable[str]) -> dict[str, Spoken]:
    """By the statement's id, who said it."""
    out: dict[str, Spoken] = {}
    for some in sliced(sorted(set(statements))):
        represents: defaultdict[str, list[str]] = defaultdict(list)
        of = STATEMENTS.c.id.in_(some)
        pairs = select(STATEMENTS.c.id, REPRESENTED.c.actor).where(REPRESENTED.c.statement == STATEMENTS.c.pk, of)
        for id, actor in connection.execute(pairs.order_by(REPRESENTED.c.actor.desc())):
            represents[id].append(actor)
        query = (
            select(STATEMENTS.c.id, CARDS.c.actor, CARDS.c.reason, BEARERS.c.found, BEARERS.c.reason)
            .add_columns(BEARERS.c.candidates, LINKS.c.candidates, CARDS.c.data)
            .join(LINKS, LINKS.c.statement == STATEMENTS.c.pk)
            .join(CARDS, CARDS.c.pk == LINKS.c.card, isouter=True)
            .join(BEARERS, BEARERS.c.pk == CARDS.c.bearer, isouter=True)
        )
        for id, actor, own, found, tied, several, may, data in connection.execute(query.where(of)):
            reason = _reason(actor, found, data, tied, own) if actor else Reason.OPEN
            out[id] = Spoken(actor, reason, codec.ids_of(may or several), tuple(represents[id]))
    return out
