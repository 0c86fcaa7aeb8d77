"""The speakers of reports into cards and names. Every function works inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, bindparam, delete, exists, func, insert, select, update

from mawqif.model import Appearance, Card, Report, Statement
from mawqif.store import codec, queries
from mawqif.store.actors.tables import CARDS, LINKED, LINKS, NAME_KEYS, NAMES, REPRESENTED
from mawqif.store.slices import sliced
from mawqif.store.tables import REPORTS, STATEMENTS

_CARD = select(CARDS.c.pk).where(CARDS.c.id == bindparam("id"))
_NAME = select(NAMES.c.pk).where(NAMES.c.key == bindparam("key"))
_NOBODY = ""  # the stamp of links that are to be made again
_LINKED = select(LINKED.c.report).where(LINKED.c.report == bindparam("report"))
_STATEMENTS = select(STATEMENTS.c.id, STATEMENTS.c.pk).where(STATEMENTS.c.report == bindparam("report"))


def _unlinked(by: str | None) -> ColumnElement[bool]:
    """The condition on a report that its speakers are not linked, or not by this program."""
    right = LINKED.c.stamp != _NOBODY if by is None else LINKED.c.stamp == by
    return ~exists().where(LINKED.c.report == REPORTS.c.pk, right)


def unlinked(connection: Connection, by: str | None, limit: int) -> list[int]:
    """The keys of reports whose speakers are not linked, or, with `by`, not by this program."""
    return list(connection.scalars(select(REPORTS.c.pk).where(_unlinked(by)).order_by(REPORTS.c.pk).limit(limit)))


def pending(connection: Connection, by: str | None) -> int:
    """How many reports those are; names that are to be looked at again count as one."""
    reports = connection.scalar(select(func.count()).select_from(REPORTS).where(_unlinked(by))) or 0
    return reports or bool(stale(connection, 1) or untied(connection, 1))


def reset(connection: Connection) -> None:
    """Every report is to be linked again."""
    connection.execute(update(LINKED).values(stamp=_NOBODY))


def read(connection: Connection, report: int) -> tuple[Report, tuple[Statement, ...]]:
    """A report with its statements as people corrected them."""
    return queries.report(connection, report), queries.standing(connection, report)


def put(
    connection: Connection,
    report: int,
    stamp: str,
    found: Mapping[str, Appearance],
    said: Mapping[str, Sequence[str]],
) -> None:
    """Keep by what the speakers of a report are known, and for whom they speak, both by the statement's id."""
    if connection.scalar(_LINKED, {"report": report}) is not None:
        forget(connection, report)
    connection.execute(insert(LINKED), {"report": report, "stamp": stamp})
    keys = dict(connection.execute(_STATEMENTS, {"report": report}).all())
    known: dict[str, int] = {}
    links = []
    for id, seen in found.items():
        if seen.card is not None and seen.card.id not in known:
            known[seen.card.id] = _card(connection, seen.card)
        card = known[seen.card.id] if seen.card else None
        candidates = " ".join(seen.candidates) or None
        links.append({"statement": keys[id], "card": card, "own": seen.own, "candidates": candidates})
    if links:
        connection.execute(insert(LINKS), links)
    rows = [{"statement": keys[id], "actor": a} for id, actors in said.items() for a in dict.fromkeys(actors)]
    if rows:
        connection.execute(insert(REPRESENTED), rows)


def _card(connection: Connection, card: Card) -> int:
    """The key of a card; a new one makes its name stale."""
    pk = connection.scalar(_CARD, {"id": card.id})
    if pk is not None:
        return int(pk)
    name = connection.scalar(_NAME, {"key": card.group})
    if name is None:
        made = connection.execute(insert(NAMES), {"key": card.group, "stale": True, "untied": True})
        assert made.inserted_primary_key is not None
        name = made.inserted_primary_key[0]
    else:
        connection.execute(update(NAMES).where(NAMES.c.pk == name).values(stale=True))
    made = connection.execute(insert(CARDS), {"name": name, **_values(card)})
    assert made.inserted_primary_key is not None
    return int(made.inserted_primary_key[0])


def _values(card: Card) -> codec.Values:
    return {
        "id": card.id,
        "kind": card.kind.value,
        "shown": card.name,
        "words": " ".join(card.words),
        "states": " ".join(card.states),
        "field": card.field,
        "office": card.office,
        "decade": card.decade,
        "data": card.actor,
        "reason": card.reason.value,
    }


def forget(connection: Connection, report: int) -> None:
    """Let go of the statements of a report; cards of which no statement is left go, and their names are stale."""
    mine = select(STATEMENTS.c.pk).where(STATEMENTS.c.report == report)
    cards = connection.scalars(
        select(LINKS.c.card).where(LINKS.c.statement.in_(mine), LINKS.c.card.is_not(None)).distinct()
    ).all()
    connection.execute(delete(LINKS).where(LINKS.c.statement.in_(mine)))
    connection.execute(delete(REPRESENTED).where(REPRESENTED.c.statement.in_(mine)))
    connection.execute(delete(LINKED).where(LINKED.c.report == report))
    for some in sliced(cards):
        left = CARDS.c.pk.in_(some) & ~exists().where(LINKS.c.card == CARDS.c.pk)
        names = select(CARDS.c.name).where(left)
        connection.execute(update(NAMES).where(NAMES.c.pk.in_(names)).values(stale=True))
        connection.execute(delete(CARDS).where(left))


def stale(connection: Connection, limit: int) -> list[int]:
    """Names whose bearers are to be told apart again."""
    return list(connection.scalars(select(NAMES.c.pk).where(NAMES.c.stale).order_by(NAMES.c.pk).limit(limit)))


def untied(connection: Connection, limit: int) -> list[int]:
    """Names whose bearers are to be tied again."""
    return list(connection.scalars(select(NAMES.c.pk).where(NAMES.c.untied).order_by(NAMES.c.pk).limit(limit)))


def keep_keys(connection: Connection, name: int, offered: Iterable[str], asked: Iterable[str]) -> None:
    """What a name is found by and what it looks for; whoever asks for it, before or now, is to be tied again."""
    offered_by = select(NAME_KEYS.c.key).where(NAME_KEYS.c.name == name, NAME_KEYS.c.offered.is_(True))
    before = set(connection.scalars(offered_by))
    now = set(offered)
    connection.execute(delete(NAME_KEYS).where(NAME_KEYS.c.name == name))
    rows = [{"key": k, "offered": True, "name": name} for k in sorted(now)]
    rows += [{"key": k, "offered": False, "name": name} for k in sorted(set(asked))]
    if rows:
        connection.execute(insert(NAME_KEYS), rows)
    asking = select(NAME_KEYS.c.name).where(NAME_KEYS.c.key.in_(before | now), NAME_KEYS.c.offered.is_(False))
    connection.execute(update(NAMES).where(NAMES.c.pk.in_(asking) | (NAMES.c.pk == name)).values(untied=True))
