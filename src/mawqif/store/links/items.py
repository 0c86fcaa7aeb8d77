"""What is found by numbers that like things share. Every function works inside the caller's transaction."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, bindparam, delete, select

from mawqif.model import Area, Date
from mawqif.store import sqlite
from mawqif.store.links.tables import LINK_ITEMS, LINK_KEYS
from mawqif.store.slices import sliced

UNKNOWN = 0  # the number of the day of what is undated

_DROP = delete(LINK_KEYS).where(
    LINK_KEYS.c.area == bindparam("of_area"),
    LINK_KEYS.c.key == bindparam("of_key"),
    LINK_KEYS.c.day == bindparam("of_day"),
    LINK_KEYS.c.item == bindparam("of_item"),
)


def number(day: Date | None) -> int:
    """A day as it stands in the index."""
    return day.toordinal() if day else UNKNOWN


def put(connection: Connection, area: Area, items: Iterable[tuple[int, Date | None, Sequence[int]]]) -> None:
    """Make items findable: handle, day, and the numbers under which they are found."""
    rows, keys = [], []
    for item, day, numbers in items:
        distinct, at = sorted(set(numbers)), number(day)
        rows.append((int(area), item, at, array("q", distinct).tobytes()))
        keys += [(int(area), key, at, item) for key in distinct]
    sqlite.insert_many(connection, LINK_ITEMS, rows)
    sqlite.insert_many(connection, LINK_KEYS, sorted(keys))


def near(
    connection: Connection, area: Area, keys: Iterable[int], day: Date | None, most: int, within: int | None
) -> list[tuple[int, int]]:
    """The items that are found under these numbers, as (number, item), of each number those nearest in time.

    At most `most` items on either side of the day are looked at, with `within` only so many days away.
    """
    return sqlite.nearest(connection, area, sorted(set(keys)), number(day), most, within)


def keys_of(connection: Connection, area: Area, items: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """The numbers under which items are found."""
    found: dict[int, tuple[int, ...]] = {}
    for some in sliced(items):
        query = select(LINK_ITEMS.c.item, LINK_ITEMS.c["keys"]).where(
            LINK_ITEMS.c.area == area, LINK_ITEMS.c.item.in_(some)
        )
        for item, packed in connection.execute(query):
            found[item] = _unpacked(packed)
    return found


def drop(connection: Connection, area: Area, items: Sequence[int]) -> None:
    """Items are no longer found."""
    for some in sliced(items):
        mine = LINK_ITEMS.c.area == area, LINK_ITEMS.c.item.in_(some)
        query = select(LINK_ITEMS.c.item, LINK_ITEMS.c.day, LINK_ITEMS.c["keys"]).where(*mine)
        rows = [
            {"of_area": area, "of_key": key, "of_day": day, "of_item": item}
            for item, day, packed in connection.execute(query)
            for key in _unpacked(packed)
        ]
        if rows:
            connection.execute(_DROP, rows)
        connection.execute(delete(LINK_ITEMS).where(*mine))


def _unpacked(packed: bytes) -> tuple[int, ...]:
    numbers = array("q")
    numbers.frombytes(packed)
    return tuple(numbers)
