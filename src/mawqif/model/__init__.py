"""The vocabulary of Mawqif as plain frozen values: standard library only.

Every offset is a Unicode code point into the text of one report exactly as given; every
span is half-open. A span carries its own text, so that evidence can be read and checked
without the report at hand.
"""

from __future__ import annotations

from mawqif.model.actors import Appearance, Bearer, Card, Known, Reason, Tie
from mawqif.model.due import SOON, Due, due
from mawqif.model.enums import Act, Kind, Mode, Provenance, Setting, Stance
from mawqif.model.history import (
    Aside,
    Found,
    Level,
    News,
    Once,
    Remark,
    Saying,
    Stand,
    Step,
    Timeline,
    Turn,
    Voice,
    position_id,
)
from mawqif.model.identity import digest, report_id, statement_id
from mawqif.model.issues import Issue
from mawqif.model.judgements import OF_ACTORS, OF_STATEMENTS, ActorAnchor, Anchor, Judgement, Ruling
from mawqif.model.links import Echo, Heeded, Kin, Kinship, Member, Said, Shared, Story, Utterance
from mawqif.model.occasions import Bond, Happened, Heard, Setup
from mawqif.model.passages import Draft, Passage, Quotation, Sentence, Token
from mawqif.model.reports import Fact, Furniture, Page, Program, Report
from mawqif.model.shapes import (
    commitment_json,
    judgement_json,
    occasion_json,
    position_json,
    reading_json,
    span_json,
    statement_json,
    statements_json,
    told_json,
)
from mawqif.model.spans import Date, Span
from mawqif.model.statements import (
    Commitment,
    DateMention,
    Deadline,
    Instrument,
    Occasion,
    Position,
    Reading,
    Speaker,
    Statement,
    ToldPosition,
)

__all__ = [
    "OF_ACTORS",
    "OF_STATEMENTS",
    "SOON",
    "Act",
    "ActorAnchor",
    "Anchor",
    "Appearance",
    "Aside",
    "Bearer",
    "Bond",
    "Card",
    "Commitment",
    "Date",
    "DateMention",
    "Deadline",
    "Draft",
    "Due",
    "Echo",
    "Fact",
    "Found",
    "Furniture",
    "Happened",
    "Heard",
    "Heeded",
    "Instrument",
    "Issue",
    "Judgement",
    "Kin",
    "Kind",
    "Kinship",
    "Known",
    "Level",
    "Member",
    "Mode",
    "News",
    "Occasion",
    "Once",
    "Page",
    "Passage",
    "Position",
    "Program",
    "Provenance",
    "Quotation",
    "Reading",
    "Reason",
    "Remark",
    "Report",
    "Ruling",
    "Said",
    "Saying",
    "Sentence",
    "Setting",
    "Setup",
    "Shared",
    "Span",
    "Speaker",
    "Stance",
    "Stand",
    "Statement",
    "Step",
    "Story",
    "Tie",
    "Timeline",
    "Token",
    "ToldPosition",
    "Turn",
    "Utterance",
    "Voice",
    "commitment_json",
    "digest",
    "due",
    "judgement_json",
    "occasion_json",
    "position_id",
    "position_json",
    "reading_json",
    "report_id",
    "span_json",
    "statement_id",
    "statement_json",
    "statements_json",
    "told_json",
]
