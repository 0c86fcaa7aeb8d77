"""The table of instruments: a row for each that a statement refers to, with its id, and its words for search."""

from __future__ import annotations

from sqlalchemy import Column, Connection, ForeignKey, Integer, RowMapping, Table, Text

from mawqif.arabic import search_key
from mawqif.model import Instrument
from mawqif.store import codec, sqlite
from mawqif.store.tables import METADATA, span_columns

INSTRUMENTS = Table(
    "instruments",
    METADATA,
    Column("statement", ForeignKey("statements.pk"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    *span_columns("span"),
    Column("id", Text),
    Column("words", Text),  # folded stems between spaces
)

_TABLES = """
CREATE TABLE instruments (
    statement INTEGER NOT NULL REFERENCES statements (pk), ordinal INTEGER NOT NULL,
    span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, span_text TEXT NOT NULL,
    id TEXT NOT NULL, words TEXT NOT NULL,
    PRIMARY KEY (statement, ordinal));
CREATE INDEX instruments_id ON instruments (id);
"""


def create(connection: Connection) -> None:
    """A step of the migrations; the statements that are kept already refer to nothing until they are read again."""
    sqlite.run(connection, _TABLES)


def instrument_values(instrument: Instrument) -> codec.Values:
    """The row of an instrument, its place apart."""
    words = f" {search_key(instrument.span.text)} "
    return {**codec.span_values("span", instrument.span), "id": instrument.id, "words": words}


def instrument_of(row: RowMapping) -> Instrument:
    """The instrument in a row."""
    return Instrument(codec.needed_span(row, "span"), row["id"])
