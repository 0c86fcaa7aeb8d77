"""The query behind the list of what was undertaken."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select

from mawqif.store import queries
from mawqif.store.tables import REPORTS, STATEMENTS


def commitment_list(**filters: Any) -> Select[tuple[object, ...]]:
    """The statements that undertake something, by the last day of their deadline (unknown ones last), then by date.

    The filters are those of `queries.statement_list`.
    """
    by, said = STATEMENTS.c.deadline_date, STATEMENTS.c.day
    order = (by.is_(None), by, said.is_(None), said, REPORTS.c.id, STATEMENTS.c.ordinal)
    undertaken = queries.statement_list(**filters).where(STATEMENTS.c.commitment_rule.is_not(None))
    return undertaken.order_by(None).order_by(*order)
