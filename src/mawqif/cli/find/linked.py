"""What the links of a record say of a statement that was found: who heard it, and in which other languages it stands.

They are looked up where the record is linked already; `mawqif trace` and `mawqif utterances` link it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mawqif.errors import NotInRecord
from mawqif.model import Echo

if TYPE_CHECKING:
    from mawqif.lexicon import Lexicon
    from mawqif.model.chains import Trace
    from mawqif.model.finding import Answer
    from mawqif.store import Record, StatementRow


@dataclass(frozen=True, slots=True)
class Linked:
    """The chain of the saying of a statement, and the statements that have it in another language."""

    trace: Trace
    translations: tuple[StatementRow, ...]


def linked(record: Record, answer: Answer, lexicon: Lexicon, limit: int | None) -> dict[str, Linked]:
    """By the id of the best statement of a finding, what its links say; empty where the record is not linked."""
    if record.links.pending():
        return {}
    best = (f.best.statement for f in answer.findings[:limit])
    found = ((s.id, _of(record, s.id, lexicon)) for s in best if s)
    return {id: links for id, links in found if links}


def _of(record: Record, statement: str, lexicon: Lexicon) -> Linked | None:
    from mawqif.pipeline.chains import trace

    try:
        row = record.links.utterance(statement)
    except NotInRecord:
        return None
    other = tuple(r for r, member in row.members if member.echo is Echo.TRANSLATION and r.statement.id != statement)
    return Linked(trace(record.links, statement, lexicon), other)
