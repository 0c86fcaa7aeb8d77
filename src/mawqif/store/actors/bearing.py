"""Names to bearers, bearers to actors. Every function works inside the caller's transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, RowMapping, bindparam, delete, insert, select, update

from mawqif.model import Bearer, Card, Kind, Reason, Tie
from mawqif.model.verdicts import Verdicts
from mawqif.store.actors.tables import BEARERS, CARDS, NAME_KEYS, NAMES
from mawqif.store.slices import sliced

_CARDS = select(CARDS).where(CARDS.c.name == bindparam("name"))
_BEARERS = select(BEARERS.c.id, BEARERS.c.pk).where(BEARERS.c.name == bindparam("name"))


def card_of(row: RowMapping, group: str) -> Card:
    """The card in a row."""
    return Card(
        kind=Kind(row["kind"]),
        group=group,
        name=row["shown"],
        words=tuple(row["words"].split()),
        states=tuple(row["states"].split()),
        field=row["field"],
        office=row["office"],
        decade=row["decade"],
        actor=row["data"],
        reason=Reason(row["reason"]),
    )


def cards(connection: Connection, name: int) -> tuple[Card, ...]:
    """The cards of a name."""
    group = connection.scalar(select(NAMES.c.key).where(NAMES.c.pk == name))
    return tuple(card_of(row, str(group)) for row in connection.execute(_CARDS, {"name": name}).mappings())


def keep(connection: Connection, name: int, found: Sequence[Bearer]) -> None:
    """Keep who bears a name, in place of who was kept before; a name that nobody bears goes."""
    before = dict(connection.execute(_BEARERS, {"name": name}).all())
    gone = [pk for id, pk in before.items() if id not in {b.id for b in found}]
    connection.execute(update(CARDS).where(CARDS.c.name == name).values(bearer=None))
    connection.execute(delete(BEARERS).where(BEARERS.c.pk.in_(gone)))
    for bearer in found:
        values = {"kind": bearer.kind.value, "shown": bearer.name, "data": bearer.actor, "open": bearer.open}
        if bearer.id in before:
            pk = before[bearer.id]
            connection.execute(update(BEARERS).where(BEARERS.c.pk == pk).values(values))
        else:
            made = connection.execute(insert(BEARERS), {"id": bearer.id, "name": name, **values})
            assert made.inserted_primary_key is not None
            pk = made.inserted_primary_key[0]
        for some in sliced([c.id for c in bearer.cards]):
            connection.execute(update(CARDS).where(CARDS.c.id.in_(some)).values(bearer=pk))
    connection.execute(update(NAMES).where(NAMES.c.pk == name).values(stale=False))


def drop(connection: Connection, name: int) -> None:
    """Remove a name of which no card is left."""
    for table in (NAME_KEYS, BEARERS, CARDS):
        connection.execute(delete(table).where(table.c.name == name))
    connection.execute(delete(NAMES).where(NAMES.c.pk == name))


def bearers(connection: Connection, names: Iterable[int]) -> dict[int, list[Bearer]]:
    """By name, those who bear it, with their cards."""
    found: defaultdict[int, list[Bearer]] = defaultdict(list)
    for some in sliced(sorted(names)):
        held: defaultdict[int, list[Card]] = defaultdict(list)
        query = select(CARDS, NAMES.c.key.label("group_key")).join(NAMES).where(CARDS.c.name.in_(some))
        for row in connection.execute(query.order_by(CARDS.c.id)).mappings():
            if row["bearer"] is not None:
                held[row["bearer"]].append(card_of(row, row["group_key"]))
        rows = select(BEARERS).where(BEARERS.c.name.in_(some)).order_by(BEARERS.c.id)
        for row in connection.execute(rows).mappings():
            if mine := held.get(row["pk"]):
                found[row["name"]].append(Bearer(row["id"], mine[0].group, tuple(mine), row["open"]))
    return found


def under(connection: Connection, keys: Iterable[str]) -> Mapping[str, Sequence[Bearer]]:
    """By key, the bearers whose name is found under it."""
    query = select(NAME_KEYS.c.key, NAME_KEYS.c.name).where(NAME_KEYS.c.offered.is_(True))
    rows = [row for some in sliced(sorted(keys)) for row in connection.execute(query.where(NAME_KEYS.c.key.in_(some)))]
    known = bearers(connection, {name for _key, name in rows})
    found: defaultdict[str, list[Bearer]] = defaultdict(list)
    for key, name in rows:
        found[key] += known.get(name, [])
    return found


def keep_ties(connection: Connection, name: int, ties: Mapping[str, Tie | None]) -> None:
    """Keep what the bearers of a name are beside those of other names."""
    for id, tie in ties.items():
        values = {
            "parent": tie.to if tie else None,
            "reason": tie.reason.value if tie and tie.to else None,
            "candidates": " ".join(tie.candidates) or None if tie else None,
        }
        connection.execute(update(BEARERS).where(BEARERS.c.id == id).values(values))
    connection.execute(update(NAMES).where(NAMES.c.pk == name).values(untied=False))


@dataclass(frozen=True, slots=True)
class _Node:
    """A bearer as far as its end is concerned."""

    pk: int
    id: str
    data: str | None
    open: bool
    parent: str | None


_NODE = select(*(BEARERS.c[c] for c in ("pk", "id", "data", "open", "parent")))


def settle(connection: Connection, names: Sequence[int], verdicts: Verdicts) -> None:
    """The actors of the bearers of these names, and of all that are tied to them."""
    below = _below(connection, names)
    known = below | _above(connection, below)
    found = [{"bearer": node.pk, "end": _end(node, known)} for node in below.values()]
    if found:
        connection.execute(_FOUND, found)
    for some in sliced([node.pk for node in below.values()]):
        judge(connection, CARDS.c.bearer.in_(some), verdicts)


_FOUND = update(BEARERS).where(BEARERS.c.pk == bindparam("bearer")).values(found=bindparam("end"))
_JUDGED = update(CARDS).where(CARDS.c.pk == bindparam("card")).values(actor=bindparam("now"), called=bindparam("as"))


def judge(connection: Connection, which: ColumnElement[bool], verdicts: Verdicts) -> None:
    """The actors of cards, as readers would have them."""
    columns = (CARDS.c.pk, CARDS.c.shown, CARDS.c.office, CARDS.c.actor, CARDS.c.called, BEARERS.c.found)
    query = select(*columns).join(BEARERS, BEARERS.c.pk == CARDS.c.bearer).where(which)
    changed = []
    for pk, shown, office, actor, called, found in connection.execute(query):
        now, name = verdicts.of(found, shown, office) if found else (None, None)
        if (now, name) != (actor, called):
            changed.append({"card": pk, "now": now, "as": name})
    if changed:
        connection.execute(_JUDGED, changed)


def _nodes(connection: Connection, column: Column[Any], values: Iterable[Any]) -> dict[str, _Node]:
    rows = (row for some in sliced(sorted(values)) for row in connection.execute(_NODE.where(column.in_(some))))
    return {node.id: node for node in (_Node(*row) for row in rows)}


def _below(connection: Connection, names: Sequence[int]) -> dict[str, _Node]:
    """The bearers of these names and all that are tied to them."""
    new = found = _nodes(connection, BEARERS.c.name, names)
    while new:
        tied = _nodes(connection, BEARERS.c.parent, new)
        new = {id: node for id, node in tied.items() if id not in found}
        found = found | new
    return found


def _above(connection: Connection, below: Mapping[str, _Node]) -> dict[str, _Node]:
    """Those to which these bearers are tied, up to the end."""
    found: dict[str, _Node] = {}
    wanted = {node.parent for node in below.values() if node.parent} - set(below)
    while wanted:
        new = _nodes(connection, BEARERS.c.id, wanted)
        found |= new
        wanted = {node.parent for node in new.values() if node.parent} - set(found) - set(below)
    return found


def _end(node: _Node, known: Mapping[str, _Node]) -> str | None:
    """The actor that a bearer comes to: the nearest of whom the data knows, else the last; none for an open one."""
    met = {node.id}
    while not node.data and node.parent and node.parent in known and node.parent not in met:
        node = known[node.parent]
        met.add(node.id)
    return None if node.open else node.data or node.id
