"""Which statement each judgement stands to: derived, and made anew for a report whenever one of the two changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, RowMapping, bindparam, delete, insert, select

from mawqif.model import Judgement, Ruling, Statement
from mawqif.model.judgements import active, attached, corrected, corrections, verdict
from mawqif.model.overlap import Places
from mawqif.store import codec, queries, sqlite
from mawqif.store.judgements.reading import active_of
from mawqif.store.judgements.rows import judgement_of
from mawqif.store.judgements.tables import ATTACHMENTS, JUDGED, JUDGEMENTS
from mawqif.store.tables import REPORTS, STATEMENTS

_OF_REPORT = select(JUDGEMENTS).where(JUDGEMENTS.c.report == bindparam("report")).order_by(JUDGEMENTS.c.pk)
_KEYS = select(STATEMENTS.c.pk).where(STATEMENTS.c.report == bindparam("of")).order_by(STATEMENTS.c.ordinal)


def forget(connection: Connection, report: int) -> None:
    """Let go of the statements of a report, which are about to be replaced."""
    mine = select(STATEMENTS.c.pk).where(STATEMENTS.c.report == report)
    for table in (ATTACHMENTS, JUDGED):
        connection.execute(delete(table).where(table.c.statement.in_(mine)))


def renew(connection: Connection, report: int) -> None:
    """Attach the judgements of a report to its statements as they are now, and make the corrections searchable."""
    id = connection.scalar(select(REPORTS.c.id).where(REPORTS.c.pk == report))
    given = connection.execute(_OF_REPORT, {"report": id}).mappings().all()
    if not given:
        return
    before = set(connection.scalars(select(JUDGED.c.statement).join(STATEMENTS).where(STATEMENTS.c.report == report)))
    forget(connection, report)
    statements = _statements(connection, report)
    found = _attachments(given, statements)
    if found:
        connection.execute(insert(ATTACHMENTS), found)
    judged = active_of(connection, {f["statement"] for f in found})
    if judged:
        connection.execute(insert(JUDGED), [_judged(pk, mine) for pk, mine in judged.items()])
    _index(connection, {pk: corrected(statements[pk], judged[pk]) for pk in sorted(before | set(judged))})


def _statements(connection: Connection, report: int) -> dict[int, Statement]:
    """The statements of a report as the program found them, by their primary keys."""
    keys = connection.scalars(_KEYS, {"of": report}).all()
    return dict(zip(keys, queries.statements_of(connection, report), strict=True))


def _attachments(given: Sequence[RowMapping], statements: Mapping[int, Statement]) -> list[codec.Values]:
    """The rows of the judgements that find their statement."""
    standing = active(map(judgement_of, given))
    places = Places(list(statements.values()))
    keys = {id(statement): pk for pk, statement in statements.items()}
    found = [(row, attached(judgement_of(row), places)) for row in given]
    return [
        {"judgement": row["pk"], "statement": keys[id(statement)], "active": row["id"] in standing}
        for row, statement in found
        if statement is not None
    ]


def _judged(pk: int, judgements: Sequence[Judgement]) -> codec.Values:
    last = verdict(judgements)
    act = next((j.payload["act"] for j in corrections(judgements) if j.ruling is Ruling.ACT), None)
    return {"statement": pk, "verdict": last.ruling.value if last else None, "act": act}


def _index(connection: Connection, statements: Mapping[int, Statement]) -> None:
    """A statement is found by what it is corrected to, and no longer by what was wrong."""
    sqlite.forget_statements(connection, list(statements))
    sqlite.index_statements(connection, ((pk, *codec.statement_keys(s)) for pk, s in statements.items()))


def orphaned_by(connection: Connection, report: str, statements: Sequence[Statement]) -> tuple[Judgement, ...]:
    """The active judgements of the report of this id that stand to one of its statements, and to none of these."""
    given = connection.execute(_OF_REPORT, {"report": report}).mappings().all()
    if not given:
        return ()
    mine = select(ATTACHMENTS.c.judgement).where(ATTACHMENTS.c.judgement.in_([r["pk"] for r in given]))
    standing = set(connection.scalars(mine.where(ATTACHMENTS.c.active)))
    places = Places(statements)
    judged = [judgement_of(r) for r in given if r["pk"] in standing and r["undoes"] is None]
    return tuple(j for j in judged if attached(j, places) is None)


def problems(connection: Connection) -> Iterator[str]:
    """One sentence for each judgement whose words are not those of its report, or that stands where it should not."""
    for id in connection.scalars(select(JUDGEMENTS.c.report).distinct().where(JUDGEMENTS.c.report.is_not(None))).all():
        row = connection.execute(select(REPORTS.c.pk, REPORTS.c.text).where(REPORTS.c.id == id)).one_or_none()
        if row is None:
            continue
        given = connection.execute(_OF_REPORT, {"report": id}).mappings().all()
        for r in given:
            if row.text[r["content_start"] : r["content_end"]] != r["content_text"]:
                yield f"judgement {r['id']}: its words do not stand in report {id}"
        right = {(f["judgement"], f["statement"]) for f in _attachments(given, _statements(connection, row.pk))}
        mine = ATTACHMENTS.c.judgement.in_([r["pk"] for r in given])
        kept = connection.execute(select(ATTACHMENTS.c.judgement, ATTACHMENTS.c.statement).where(mine)).all()
        if {(j, s) for j, s in kept} != right:
            yield f"report {id}: judgements do not stand to the statements that they are about"
