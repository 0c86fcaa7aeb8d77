"""How a commitment stands to a day: never whether it was kept, which no calendar tells."""

from __future__ import annotations

import datetime as dt
import enum

from mawqif.model.spans import Date
from mawqif.model.statements import Commitment

SOON = dt.timedelta(days=7)


class Due(enum.StrEnum):
    """Where a commitment stands on a day."""

    OPEN = "open"
    DUE = "due"
    PAST = "past"


def due(commitment: Commitment, said: Date | None, today: Date) -> Due | None:
    """Where a commitment that was made on the day `said` stands today; None where its last day is unknown.

    It is past after its last day. It is due in the week up to its last day, and from the first day of a stretch that
    began after it was said («the coming month»); «within two weeks» runs from the saying and says nothing by beginning.
    """
    by = commitment.deadline
    if by is None or by.date is None:
        return None
    if today > by.date:
        return Due.PAST
    begun = by.begins is not None and said is not None and said < by.begins <= today
    return Due.DUE if begun or by.date - today <= SOON else Due.OPEN
