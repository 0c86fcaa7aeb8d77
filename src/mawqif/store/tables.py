"""The tables as the present version of the program sees them.

They are made by `migrations`, never from here: a test holds that both agree. Every table has a
narrow integer key for joins; the content hashes are the identity that the outside sees.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Integer, LargeBinary, MetaData, Table, Text

METADATA = MetaData()


def span_columns(prefix: str) -> list[Column[object]]:
    """The three columns of a span: where it starts and ends, and its text."""
    return [
        Column(f"{prefix}_start", Integer),
        Column(f"{prefix}_end", Integer),
        Column(f"{prefix}_text", Text),
    ]


def _fact(name: str) -> list[Column[object]]:
    """The five columns of a fact about a report: value, provenance, span."""
    return [Column(name, Text), Column(f"{name}_provenance", Text), *span_columns(name)]


META = Table("meta", METADATA, Column("name", Text, primary_key=True), Column("value", Text))

REPORTS = Table(
    "reports",
    METADATA,
    Column("pk", Integer, primary_key=True),
    Column("id", Text),
    Column("given_id", Text),
    Column("text", Text),
    Column("url", Text),
    Column("extractor", Text),
    *_fact("title"),
    *_fact("outlet"),
    Column("outlet_key", Text),  # folded words of the outlet
    *_fact("date"),
    Column("day", Text),  # the date as YYYY-MM-DD
)

FURNITURE = Table(
    "furniture",
    METADATA,
    Column("report", ForeignKey("reports.pk"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    *span_columns("span"),
    Column("rule", Text),
)

STATEMENTS = Table(
    "statements",
    METADATA,
    Column("pk", Integer, primary_key=True),
    Column("id", Text),
    Column("report", ForeignKey("reports.pk")),
    Column("ordinal", Integer),
    *span_columns("content"),
    *span_columns("cue"),
    *span_columns("mention"),
    Column("name", Text),
    Column("name_key", Text),  # folded words of the name
    Column("kind", Text),
    Column("office", Text),
    Column("speaker_rule", Text),
    Column("mode", Text),
    Column("act", Text),
    Column("negated", Boolean),
    *span_columns("said_on"),
    Column("date", Text),
    Column("day", Text),  # the date, else the report's: what lists are ordered and filtered by
    Column("score", Float),
    Column("rule", Text),
    *span_columns("occasion"),
    Column("occasion_kind", Text),
    *span_columns("addressee"),
    Column("actor", Text),  # the id in the data files, and the reason for it
    Column("actor_link", Text),
    Column("candidates", Text),  # ids, separated by spaces
    Column("represents", Text),
    Column("commitment_rule", Text),  # empty where nothing is undertaken
    *span_columns("deadline"),
    Column("deadline_begins", Text),
    Column("deadline_date", Text),
    *span_columns("promised_to"),
)

RELAYS = Table(
    "relays",
    METADATA,
    Column("statement", ForeignKey("statements.pk"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    *span_columns("span"),
)

PAGES = Table(
    "pages",
    METADATA,
    Column("sha256", Text, primary_key=True),
    Column("compression", Text),
    Column("raw", LargeBinary),
)

RETRIEVALS = Table(
    "retrievals",
    METADATA,
    Column("pk", Integer, primary_key=True),
    Column("report", ForeignKey("reports.pk")),
    Column("page", ForeignKey("pages.sha256")),
    Column("verbatim", Boolean),
    Column("media_type", Text),
    Column("encoding", Text),
    Column("location", Text),
    Column("url", Text),
    Column("retrieved", Text),
)
