"""What is derived from the statements of a report: let go of before they are replaced, and made anew after.

An area of the record whose tables point at statements has its two functions here. Both get the connection of the
transaction and the report's key.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from mawqif.store.positions import writing as positions

Step = Callable[[Connection, int], None]

FORGET: tuple[Step, ...] = (positions.forget,)


def forget(connection: Connection, report: int) -> None:
    """Remove what points at the statements of a report."""
    for step in FORGET:
        step(connection, report)
