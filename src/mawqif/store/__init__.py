"""The record: tables, migrations, writing, reading, search. The only SQL in Mawqif.

Importing this package imports SQLAlchemy; whoever needs no record should not import it.
"""

from mawqif.store.judgements.rows import JudgementRow
from mawqif.store.record import Record
from mawqif.store.rows import Counts, Outcome, ReportRow, Source, StatementRow
from mawqif.store.sqlite import sqlite_version

__all__ = ["Counts", "JudgementRow", "Outcome", "Record", "ReportRow", "Source", "StatementRow", "sqlite_version"]
