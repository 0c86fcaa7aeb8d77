"""`record.instruments`: what statements refer to."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from mawqif.model import Act, Date
from mawqif.store import queries
from mawqif.store.door import Door
from mawqif.store.instruments.counting import InstrumentRow, counted
from mawqif.store.instruments.reading import that_invoke, that_invoke_any
from mawqif.store.rows import StatementRow


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

    def invoking(
        self,
        given: str,
        ids: Collection[str] = (),
        *,
        by: str | None = None,
        text: str | None = None,
        since: Date | None = None,
        until: Date | None = None,
        act: Act | None = None,
        outlet: str | None = None,
        min_score: float | None = None,
        limit: int | None = None,
    ) -> Iterator[StatementRow]:
        """The statements that refer to the instrument of this id, or to one of which a wording has these words.

        `ids` are further ids that are meant; the filters are those of `Record.statements`.
        """
        query = queries.statement_list(
            by=by, text=text, since=since, until=until, act=act, outlet=outlet, min_score=min_score, limit=limit
        )
        return self._door.stream(queries.statement_rows, query.where(that_invoke(given, ids)))
