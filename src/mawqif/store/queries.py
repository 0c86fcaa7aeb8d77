"""Reading the record: lists with their filters, and single reports, statements and pages."""

from __future__ import annotations

import datetime as dt
import re
import zlib
from collections.abc import Iterator, Sequence

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    Table,
    and_,
    bindparam,
    distinct,
    false,
    func,
    or_,
    select,
)

from mawqif.arabic import fold
from mawqif.errors import NotInRecord, UsageError
from mawqif.model import Act, Date, Furniture, Reading, Report, Ruling, Statement
from mawqif.model.judgements import corrected
from mawqif.store import codec, limits, parts, sqlite
from mawqif.store.actors.filters import said_by
from mawqif.store.instruments.reading import that_invoke
from mawqif.store.judgements.reading import active_of
from mawqif.store.judgements.tables import JUDGED, JUDGEMENTS
from mawqif.store.occasions.tables import OCCASIONS
from mawqif.store.rows import Counts, ReportRow, Source, StatementRow
from mawqif.store.search import name_key, terms
from mawqif.store.tables import FURNITURE, META, PAGES, REPORTS, RETRIEVALS, STATEMENTS

BATCH = 256  # rows that a list holds in memory at a time
SHORTEST_PREFIX = 4

# Made once: building a statement costs more than SQLite needs to run it.
_REPORT = select(REPORTS).where(REPORTS.c.pk == bindparam("report"))
_FURNITURE_OF = select(FURNITURE).where(FURNITURE.c.report == bindparam("report")).order_by(FURNITURE.c.ordinal)
_STATEMENTS_OF = select(STATEMENTS).where(STATEMENTS.c.report == bindparam("report")).order_by(STATEMENTS.c.ordinal)
_OF_REPORT = [REPORTS.c[c].label(f"report_{c}") for c in ("id", "given_id", "outlet", "day", "title", "url")]


def report_list(
    *,
    text: str | None = None,
    outlet: str | None = None,
    since: Date | None = None,
    until: Date | None = None,
    limit: int | None = None,
) -> Select[tuple[object, ...]]:
    """The query behind a list of reports, in the order of their dates, undated ones last."""
    count = select(func.count()).where(STATEMENTS.c.report == REPORTS.c.pk).scalar_subquery()
    shown = [REPORTS.c[c] for c in ("id", "given_id", "title", "outlet", "day", "url")]
    conditions = [*within(REPORTS.c.day, since, until), *of_outlet(outlet)]
    if text is not None:
        found = terms(text)
        conditions.append(sqlite.reports_with(REPORTS.c.pk, found) if found else false())
    order = (REPORTS.c.day.is_(None), REPORTS.c.day, REPORTS.c.id)
    return select(*shown, count.label("statements")).where(*conditions).order_by(*order).limit(limit)


def statement_list(
    *,
    by: str | None = None,
    text: str | None = None,
    since: Date | None = None,
    until: Date | None = None,
    act: Act | None = None,
    outlet: str | None = None,
    min_score: float | None = None,
    rejected: bool = False,
    instrument: str | None = None,
    actors: Sequence[str] | None = None,
    states: Sequence[str] = (),
    limit: int | None = None,
) -> Select[tuple[object, ...]]:
    """The query behind a list of statements: by date (undated ones last), report, place in the text."""
    conditions = [*within(STATEMENTS.c.day, since, until), *of_outlet(outlet)]
    if by is not None:
        found = terms(by)
        conditions.append(sqlite.statements_with(STATEMENTS.c.pk, "speaker", found) if found else false())
    if text is not None:
        found = terms(text)
        conditions.append(sqlite.statements_with(STATEMENTS.c.pk, "content", found) if found else false())
    if act is not None:
        conditions.append(_of_act(act))
    if min_score is not None:
        conditions.append(STATEMENTS.c.score >= min_score)
    if instrument is not None:
        conditions.append(that_invoke(instrument))
    if actors is not None or states:
        conditions.append(said_by(actors, states))
    if not rejected:
        conditions.append(STATEMENTS.c.pk.not_in(select(JUDGED.c.statement).where(JUDGED.c.verdict == Ruling.REJECT)))
    order = (STATEMENTS.c.day.is_(None), STATEMENTS.c.day, REPORTS.c.id, STATEMENTS.c.content_start)
    return _statements().where(*conditions).order_by(*order, STATEMENTS.c.ordinal).limit(limit)


def _of_act(act: Act) -> ColumnElement[bool]:
    """The condition that a statement has this act, as it is corrected where it is."""
    other = select(JUDGED.c.statement).where(JUDGED.c.act != act.value)
    same = select(JUDGED.c.statement).where(JUDGED.c.act == act.value)
    return or_(and_(STATEMENTS.c.act == act.value, STATEMENTS.c.pk.not_in(other)), STATEMENTS.c.pk.in_(same))


def _statements() -> Select[tuple[object, ...]]:
    return select(STATEMENTS, *_OF_REPORT).join(REPORTS, REPORTS.c.pk == STATEMENTS.c.report)


def statements_of_keys(keys: Sequence[int]) -> Select[tuple[object, ...]]:
    """The query behind the statements of these primary keys."""
    return _statements().where(STATEMENTS.c.pk.in_(keys))


def within(day: ColumnElement[str], since: Date | None, until: Date | None) -> list[ColumnElement[bool]]:
    """The condition on a day; a comparison with an unknown day is never true."""
    conditions = []
    if since is not None:
        conditions.append(day >= since.isoformat())
    if until is not None:
        conditions.append(day <= until.isoformat())
    return conditions


def of_outlet(outlet: str | None) -> list[ColumnElement[bool]]:
    """The condition on a report that its outlet has this name, or a name with this part."""
    if outlet is None:
        return []
    key = name_key(outlet)
    return [REPORTS.c.outlet_key.contains(key, autoescape=True) if key else false()]


def report_rows(connection: Connection, query: Select[tuple[object, ...]]) -> Iterator[ReportRow]:
    """The reports of a list, as they are asked for."""
    for batch in _batches(connection, query):
        for r in batch:
            day = codec.date_of(r["day"])
            yield ReportRow(r["id"], r["given_id"], r["title"], r["outlet"], day, r["url"], r["statements"])


def statement_rows(connection: Connection, query: Select[tuple[object, ...]]) -> Iterator[StatementRow]:
    """The statements of a list, as they are asked for."""
    for batch in _batches(connection, query):
        whole, judgements = _whole(connection, batch), active_of(connection, [r["pk"] for r in batch])
        for r in batch:
            found, judged = whole[r["pk"]], judgements[r["pk"]]
            yield StatementRow(
                statement=corrected(found, judged),
                report_id=r["report_id"],
                given_id=r["report_given_id"],
                outlet=r["report_outlet"],
                report_date=codec.date_of(r["report_day"]),
                title=r["report_title"],
                url=r["report_url"],
                found=found,
                judgements=judged,
            )


def _batches(connection: Connection, query: Select[tuple[object, ...]]) -> Iterator[Sequence[RowMapping]]:
    with connection.execute(query, execution_options={"stream_results": True, "max_row_buffer": BATCH}) as result:
        yield from result.mappings().partitions(BATCH)


def _whole(connection: Connection, rows: Sequence[RowMapping]) -> dict[int, Statement]:
    """The statements in these rows with what other tables hold of them, by their primary keys."""
    kept = parts.of(connection, [r["pk"] for r in rows])
    return limits.limited(connection, {r["pk"]: codec.statement_of(r, kept[r["pk"]]) for r in rows})


def report_key(connection: Connection, id_or_prefix: str) -> int:
    """The primary key of the report of that id, or of the only one whose id begins so."""
    return _key(connection, REPORTS, id_or_prefix)


def statement_key(connection: Connection, id_or_prefix: str) -> int:
    """The primary key of the statement of that id, or of the only one whose id begins so."""
    return _key(connection, STATEMENTS, id_or_prefix)


def judgement_key(connection: Connection, id_or_prefix: str) -> int:
    """The primary key of the judgement of that id, or of the only one whose id begins so."""
    return _key(connection, JUDGEMENTS, id_or_prefix)


def occasion_key(connection: Connection, id_or_prefix: str) -> int:
    """The primary key of the occasion of that id, or of the only one whose id begins so."""
    return _key(connection, OCCASIONS, id_or_prefix)


def statement_row(connection: Connection, id_or_prefix: str) -> StatementRow:
    """The statement of that id, or the only one whose id begins so."""
    pk = statement_key(connection, id_or_prefix)
    return next(statement_rows(connection, _statements().where(STATEMENTS.c.pk == pk)))


def _key(connection: Connection, where: Table, given: str) -> int:
    """The primary key for an id or a prefix of one; ids are hexadecimal digits, in any script's digits."""
    wanted = fold(given).strip()
    if not re.fullmatch("[0-9a-f]+", wanted):
        raise _missing(where, given)
    exact = connection.scalar(select(where.c.pk).where(where.c.id == wanted).limit(1))
    if exact is not None:
        return int(exact)
    if len(wanted) < SHORTEST_PREFIX:
        raise UsageError(
            "'{id}' is too short; give at least {count} characters of the id", id=given, count=SHORTEST_PREFIX
        )
    begins = (where.c.id > wanted, where.c.id < wanted + "g")  # "g" comes after every hexadecimal digit
    found = connection.execute(
        select(where.c.id, func.min(where.c.pk)).where(*begins).group_by(where.c.id).limit(2)
    ).all()
    if not found:
        raise _missing(where, given)
    if len(found) > 1:
        raise UsageError("More than one id begins with '{id}'; give more of its characters", id=given)
    return int(found[0][1])


def _missing(where: Table, given: str) -> NotInRecord:
    if where is STATEMENTS:
        return NotInRecord("The record holds no statement '{id}'", id=given)
    if where is JUDGEMENTS:
        return NotInRecord("The record holds no judgement '{id}'", id=given)
    if where is OCCASIONS:
        return NotInRecord("The record holds no occasion '{id}'", id=given)
    return NotInRecord("The record holds no report '{id}'", id=given)


def report(connection: Connection, pk: int) -> Report:
    """The report of that primary key, as it was added."""
    row = connection.execute(_REPORT, {"report": pk}).mappings().one()
    rows = connection.execute(_FURNITURE_OF, {"report": pk}).mappings()
    furniture = tuple(Furniture(codec.needed_span(f, "span"), f["rule"]) for f in rows)
    return codec.report_of(row, furniture)


def reading(connection: Connection, pk: int) -> Reading:
    """The reading of the report of that primary key, as it was added."""
    return Reading(report(connection, pk), statements_of(connection, pk))


def statements_of(connection: Connection, pk: int) -> tuple[Statement, ...]:
    """The statements of the report of that primary key as the program found them, in the order of the text."""
    rows = connection.execute(_STATEMENTS_OF, {"report": pk}).mappings().all()
    return tuple(_whole(connection, rows).values()) if rows else ()


def standing(connection: Connection, pk: int) -> tuple[Statement, ...]:
    """The statements of the report of that primary key as people corrected them, without those that they rejected."""
    query = _statements().where(STATEMENTS.c.report == pk).order_by(STATEMENTS.c.ordinal)
    return tuple(row.statement for row in statement_rows(connection, query) if not row.rejected)


def source(connection: Connection, pk: int) -> Source:
    """The page behind a report, as it was first retrieved."""
    query = (
        select(RETRIEVALS, PAGES.c.raw, PAGES.c.compression, REPORTS.c.id)
        .join(PAGES, PAGES.c.sha256 == RETRIEVALS.c.page)
        .join(REPORTS, REPORTS.c.pk == RETRIEVALS.c.report)
        .where(RETRIEVALS.c.report == pk)
        .order_by(RETRIEVALS.c.pk)
        .limit(1)
    )
    r = connection.execute(query).mappings().one()
    return Source(
        report_id=r["id"],
        raw=zlib.decompress(r["raw"]),
        sha256=r["page"],
        media_type=r["media_type"],
        encoding=r["encoding"],
        url=r["url"],
        retrieved=dt.datetime.fromisoformat(r["retrieved"]) if r["retrieved"] else None,
        location=r["location"],
        verbatim=r["verbatim"],
    )


def counts(connection: Connection) -> Counts:
    """How much the record holds."""

    def count(what: ColumnElement[object]) -> int:
        return connection.scalar(select(func.count(what))) or 0

    return Counts(
        reports=count(REPORTS.c.pk),
        statements=count(STATEMENTS.c.pk),
        speakers=count(distinct(STATEMENTS.c.name_key)),
        outlets=count(distinct(REPORTS.c.outlet_key)),
    )


def made_by(connection: Connection) -> str:
    """The version of Mawqif that made the record."""
    return str(connection.scalar(select(META.c.value).where(META.c.name == "made_by")))
