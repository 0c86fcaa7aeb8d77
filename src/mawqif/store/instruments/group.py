"""`record.instruments`: what statements refer to."""

from __future__ import annotations

from mawqif.model import Act, Date
from mawqif.store import queries
from mawqif.store.door import Door
from mawqif.store.instruments.counting import InstrumentRow, counted
from mawqif.store.instruments.reading import that_invoke_any


class Instruments:
    """The instruments of the record."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def listed(
        self,
        *,
        by: str | None = None,
        text: str | None = None,
        since: Date | None = None,
        until: Date | None = None,
        act: Act | None = None,
        outlet: str | None = None,
        min_score: float | None = None,
        limit: int | None = None,
    ) -> list[InstrumentRow]:
        """What the statements that these filters leave (see `Record.statements`) refer to, the most invoked first."""
        query = queries.statement_list(
            by=by, text=text, since=since, until=until, act=act, outlet=outlet, min_score=min_score
        )
        return counted(self._door.stream(queries.statement_rows, query.where(that_invoke_any())))[:limit]
