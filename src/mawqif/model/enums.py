"""What things are: the closed sets of values that the record knows."""

from __future__ import annotations

import enum


class Kind(enum.StrEnum):
    """What a speaker is (DESIGN: actor)."""

    PERSON = "person"
    ORGANIZATION = "organization"
    STATE = "state"
    UNNAMED = "unnamed"
    MEDIA = "media"
    DOCUMENT = "document"


class Mode(enum.StrEnum):
    """How the words are reported."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(enum.StrEnum):
    """What the speaker does in speaking."""

    STATE = "state"
    DEMAND = "demand"
    REJECT = "reject"
    DENY = "deny"
    CONDEMN = "condemn"
    WARN = "warn"
    SUPPORT = "support"
    COMMIT = "commit"


class Setting(enum.StrEnum):
    """What an occasion is: how the words came to be said."""

    CALL = "call"
    MEETING = "meeting"
    SESSION = "session"
    PRESS = "press"
    INTERVIEW = "interview"
    POST = "post"
    DOCUMENT = "document"


class Provenance(enum.StrEnum):
    """Where a fact about a report (its headline, outlet, date) was found."""

    GIVEN = "given"
    MARKUP = "markup"
    DATELINE = "dateline"
    TEXT = "text"


class Stance(enum.StrEnum):
    """Which way a position goes. Conditional: acceptance or refusal depends on something."""

    SUPPORT = "support"
    OPPOSE = "oppose"
    CONDITIONAL = "conditional"
