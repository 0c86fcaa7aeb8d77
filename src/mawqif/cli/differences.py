"""What differs between two readings of a report, in words and as plain values."""

from __future__ import annotations

from collections.abc import Callable

from mawqif.cli import labels
from mawqif.cli.screen import flat, isolated, say, screen, strong
from mawqif.i18n import N_, _
from mawqif.model import Act, Kind, Mode, Report, Statement, statement_json
from mawqif.model.differences import Changed, Difference, Differences

FIELDS = {
    "content": N_("content"),
    "cue": N_("cue"),
    "speaker.name": N_("speaker"),
    "speaker.mention": N_("mention"),
    "speaker.kind": N_("kind of speaker"),
    "speaker.office": N_("office"),
    "mode": N_("mode"),
    "act": N_("act"),
    "via": N_("relays"),
    "date": N_("date"),
    "said_on": N_("words of date"),
    "occasion": N_("occasion"),
    "addressee": N_("addressee"),
    "instruments": N_("instruments"),
    "conditions": N_("conditions"),
    "exceptions": N_("exceptions"),
    "commitment": N_("commitment"),
    "positions": N_("positions"),
    "negated": N_("negated"),
    "speaker.actor": N_("actor"),
    "speaker.candidates": N_("possible actors"),
    "speaker.represents": N_("speaks for"),
    "title": N_("headline"),
    "outlet": N_("outlet"),
    "furniture": N_("furniture"),
}

ENUMS: dict[str, Callable[[object], str]] = {
    "act": lambda value: labels.act_label(Act(str(value))),
    "mode": lambda value: labels.mode_label(Mode(str(value))),
    "speaker.kind": lambda value: labels.kind_label(Kind(str(value))),
}


def print_difference(report: Report, found: Differences) -> None:
    """The report, then a line for each statement that is new, lost or changed, and what is different in it."""
    title = report.title.value if report.title else report.given_id or _("no headline")
    signs = (("+", found.added), ("−", found.lost), ("~", found.changed))
    say("  ".join((report.id[:8], strong(isolated(flat(title))), *(f"{sign}{len(them)}" for sign, them in signs))))
    for fact in found.facts:
        say("    " + _told(fact))
    for sign, statements in (("+", found.added), ("−", found.lost)):
        for statement in statements:
            say(_line(sign, statement))
    for changed in found.changed:
        say(_line("~", changed.after))
        for difference in changed.differences:
            if difference.matters:
                say("      " + _told(difference))
    say()


def _line(sign: str, statement: Statement) -> str:
    who = strong(isolated(flat(labels.speaker_label(statement))))
    return "  ".join((f"  {sign} {statement.id[:8]}", who, isolated(flat(statement.content.text))))


def _told(difference: Difference) -> str:
    arrow = " ← " if screen().rtl else " → "
    name = _(FIELDS[difference.field]) if difference.field in FIELDS else isolated(difference.field)
    say_value = ENUMS.get(difference.field, _short)
    return f"{name}: {say_value(difference.old)}{arrow}{say_value(difference.new)}"


def _short(value: object) -> str:
    """A value in the contract's shape as a person reads it: the words of spans, parts of a list one by one."""
    if isinstance(value, dict):
        parts = [part for name, part in value.items() if part is not None and name != "rule"]
        return _short(value.get("text", parts))
    if isinstance(value, list):
        return " | ".join(map(_short, value)) or "–"
    if value is None or value == "":
        return "–"
    return isolated(flat(str(value)))


def difference_value(report: Report, found: Differences) -> dict[str, object]:
    """The differences in a report as JSON has them."""
    return {
        "id": report.id,
        "given_id": report.given_id,
        "title": report.title.value if report.title else None,
        "facts": _fields(found.facts),
        "added": [statement_json(s) for s in found.added],
        "lost": [statement_json(s) for s in found.lost],
        "changed": [_changed(c) for c in found.changed],
        "same": found.same,
    }


def _changed(changed: Changed) -> dict[str, object]:
    return {
        "old": changed.before.id,
        "new": changed.after.id,
        "content": changed.after.content.text,
        "fields": _fields(changed.differences),
    }


def _fields(differences: tuple[Difference, ...]) -> dict[str, object]:
    return {d.field: {"old": d.old, "new": d.new} for d in differences}
