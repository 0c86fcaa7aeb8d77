"""The words for what a record holds, and its rows as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

import click

from mawqif.arabic import fold
from mawqif.cli.screen import filled
from mawqif.i18n import N_, NP_, _, catalogue, pgettext
from mawqif.model import Act, Commitment, Kind, Mode, Provenance, Setting, Statement, judgement_json, statement_json

if TYPE_CHECKING:
    from mawqif.store import ReportRow, StatementRow

ACTS = {
    Act.STATE: NP_("act", "state"),
    Act.DEMAND: NP_("act", "demand"),
    Act.REJECT: NP_("act", "reject"),
    Act.DENY: NP_("act", "deny"),
    Act.CONDEMN: NP_("act", "condemn"),
    Act.WARN: NP_("act", "warn"),
    Act.SUPPORT: NP_("act", "support"),
    Act.COMMIT: NP_("act", "commit"),
}
KINDS = {
    Kind.PERSON: NP_("kind", "person"),
    Kind.ORGANIZATION: NP_("kind", "organization"),
    Kind.STATE: NP_("kind", "state"),
    Kind.UNNAMED: NP_("kind", "unnamed"),
    Kind.MEDIA: NP_("kind", "media"),
    Kind.DOCUMENT: NP_("kind", "document"),
}
MODES = {
    Mode.DIRECT: NP_("mode", "direct"),
    Mode.INDIRECT: NP_("mode", "indirect"),
    Mode.MIXED: NP_("mode", "mixed"),
}
SETTINGS = {
    Setting.CALL: NP_("occasion", "call"),
    Setting.MEETING: NP_("occasion", "meeting"),
    Setting.SESSION: NP_("occasion", "session"),
    Setting.PRESS: NP_("occasion", "press"),
    Setting.INTERVIEW: NP_("occasion", "interview"),
    Setting.POST: NP_("occasion", "post"),
    Setting.DOCUMENT: NP_("occasion", "document"),
}
PROVENANCES = {
    Provenance.GIVEN: NP_("provenance", "given"),
    Provenance.MARKUP: NP_("provenance", "markup"),
    Provenance.DATELINE: NP_("provenance", "dateline"),
    Provenance.TEXT: NP_("provenance", "text"),
}


def act_label(act: Act) -> str:
    """The act in the user's language."""
    return pgettext("act", ACTS[act])


def kind_label(kind: Kind) -> str:
    """The kind of speaker in the user's language."""
    return pgettext("kind", KINDS[kind])


def mode_label(mode: Mode) -> str:
    """The mode in the user's language."""
    return pgettext("mode", MODES[mode])


def setting_label(setting: Setting) -> str:
    """What an occasion is, in the user's language."""
    return pgettext("occasion", SETTINGS[setting])


def provenance_label(provenance: Provenance) -> str:
    """Where a fact was found, in the user's language."""
    return pgettext("provenance", PROVENANCES[provenance])


T = TypeVar("T", bound=str)


def chosen(value: str, context: str, labels: Mapping[T, str], wrong: str) -> T:
    """The member of this name, English or Arabic, however it is spelled.

    `labels` are the messages of the members in `context`; `wrong` is the message for a value that names none of
    them, with `{value}` and `{choices}`.
    """
    names = {fold(member): member for member in labels}
    names |= {fold(catalogue("ar").pgettext(context, msgid)): member for member, msgid in labels.items()}
    try:
        return names[fold(value.strip()).lower()]
    except KeyError:
        raise click.BadParameter(filled(_(wrong), value=value, choices=", ".join(labels))) from None


def to_act(value: str) -> Act:
    """The act of this name."""
    return chosen(value, "act", ACTS, N_("'{value}' is no act; take one of {choices}"))


def to_kind(value: str) -> str:
    """The kind of speaker of this name."""
    return chosen(value, "kind", KINDS, N_("'{value}' is no kind of speaker; take one of {choices}")).value


def to_setting(value: str) -> Setting:
    """The kind of occasion of this name."""
    return chosen(value, "occasion", SETTINGS, N_("'{value}' is no kind of occasion; take one of {choices}"))


def speaker_label(statement: Statement) -> str:
    """Who said it: the name, else the words at the cue, else that nobody is named."""
    speaker = statement.speaker
    if speaker.name:
        return speaker.name
    return speaker.mention.text if speaker.mention else _("unknown speaker")


def chain(row: StatementRow) -> tuple[str, ...]:
    """Speaker, relays from the speaker outwards, outlet."""
    relays = (via.text for via in row.statement.via)
    return (speaker_label(row.statement), *relays, row.outlet or _("unknown outlet"))


COLUMNS = (
    "id",
    "date",
    "speaker",
    "kind",
    "office",
    "mention",
    "act",
    "mode",
    "negated",
    "content",
    "cue",
    "via",
    "occasion",
    "occasion_kind",
    "addressee",
    "instruments",
    "conditions",
    "exceptions",
    "commitment",
    "deadline",
    "deadline_begins",
    "deadline_date",
    "promised_to",
    "outlet",
    "title",
    "report",
    "url",
    "score",
    "rule",
    "judgements",
)
REPORT_COLUMNS = ("id", "given_id", "date", "outlet", "title", "url", "statements")


def statement_columns(row: StatementRow) -> dict[str, object]:
    """A statement as one line of a table."""
    s = row.statement
    return {
        "id": s.id,
        "date": _iso(s.date or row.report_date),
        "speaker": s.speaker.name,
        "kind": s.speaker.kind.value,
        "office": s.speaker.office,
        "mention": s.speaker.mention.text if s.speaker.mention else None,
        "act": s.act.value,
        "mode": s.mode.value,
        "negated": s.negated,
        "content": s.content.text,
        "cue": s.cue.text if s.cue else None,
        "via": " | ".join(via.text for via in s.via),
        "occasion": s.occasion.span.text if s.occasion else None,
        "occasion_kind": s.occasion.kind.value if s.occasion else None,
        "addressee": s.addressee.text if s.addressee else None,
        "instruments": " | ".join(f"{i.span.text} ({i.id})" for i in s.instruments),
        "conditions": " | ".join(c.text for c in s.conditions),
        "exceptions": " | ".join(e.text for e in s.exceptions),
        **_commitment_columns(s.commitment),
        "outlet": row.outlet,
        "title": row.title,
        "report": row.report_id,
        "url": row.url,
        "score": s.score,
        "rule": s.rule,
        "judgements": " | ".join(f"{j.ruling.value}: {j.by}" for j in row.judgements),
    }


def _commitment_columns(done: Commitment | None) -> dict[str, object]:
    by = done.deadline if done else None
    return {
        "commitment": done is not None,
        "deadline": by.span.text if by else None,
        "deadline_begins": _iso(by.begins if by else None),
        "deadline_date": _iso(by.date if by else None),
        "promised_to": done.to.text if done and done.to else None,
    }


def statement_value(row: StatementRow) -> dict[str, object]:
    """A statement as `extract` prints it, with its report, what people said of it, and what was found before that."""
    now, before = statement_json(row.statement), statement_json(row.found)
    corrected = {name: value for name, value in before.items() if value != now[name]}
    judgements = [judgement_json(j) for j in row.judgements]
    report = {
        "id": row.report_id,
        "given_id": row.given_id,
        "title": row.title,
        "outlet": row.outlet,
        "url": row.url,
        "date": _iso(row.report_date),
    }
    return {**now, "report": report, "judgements": judgements, "found": corrected}


def report_value(row: ReportRow) -> dict[str, object]:
    """A report as one line of a table."""
    values = (row.id, row.given_id, _iso(row.date), row.outlet, row.title, row.url, row.statements)
    return dict(zip(REPORT_COLUMNS, values, strict=True))


def _iso(day: object) -> str | None:
    return str(day) if day else None
