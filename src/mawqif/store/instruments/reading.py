"""Which statements refer to an instrument, by its id or by words of its wordings."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, or_, select

from mawqif.arabic import fold
from mawqif.store.instruments.tables import INSTRUMENTS
from mawqif.store.search import terms
from mawqif.store.tables import STATEMENTS

_OF = INSTRUMENTS.c.id


def that_invoke(given: str) -> ColumnElement[bool]:
    """The condition that a statement refers to the instrument of this id, or to one of which a wording has these words.

    Whoever refers to such an instrument in other words is found too.
    """
    meant: list[ColumnElement[bool]] = [_OF.in_([fold(given).strip()])]
    words = terms(given)
    if words:
        meant.append(and_(*(INSTRUMENTS.c.words.contains(f" {' '.join(t)} ", autoescape=True) for t in words)))
    return STATEMENTS.c.pk.in_(select(INSTRUMENTS.c.statement).where(_OF.in_(select(_OF).where(or_(*meant)))))


def that_invoke_any() -> ColumnElement[bool]:
    """The condition that a statement refers to any instrument."""
    return STATEMENTS.c.pk.in_(select(INSTRUMENTS.c.statement))
