"""Actors as plain values, as lines of CSV, and as readers see them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from mawqif.cli import labels
from mawqif.cli.screen import complain, flat, isolated, say, strong
from mawqif.cli.tables import print_table
from mawqif.i18n import NP_, _, pgettext
from mawqif.model import Reason

if TYPE_CHECKING:
    from mawqif.lexicon import Lexicon
    from mawqif.store.actors.reading import ActorRow, Held, OpenRow

COLUMNS = ("id", "name", "kind", "states", "offices", "spellings", "statements", "reports", "reasons")
OPEN_COLUMNS = ("name", "kind", "statements", "reports", "candidates")
MOST = 2  # offices and spellings that a line of a table names
SHORT = 8

REASONS = {
    Reason.DATA: NP_("reason", "in the word lists"),
    Reason.NAME: NP_("reason", "the same name"),
    Reason.NAME_STATE: NP_("reason", "the same name and state"),
    Reason.OUTLET: NP_("reason", "the same outlet"),
    Reason.LONGER: NP_("reason", "a longer name"),
    Reason.SURNAME: NP_("reason", "family name, office and state"),
    Reason.SCRIPT: NP_("reason", "the name in other letters"),
    Reason.HANDLE: NP_("reason", "the name of the account"),
    Reason.JUDGED: NP_("reason", "a judgement"),
    Reason.OPEN: NP_("reason", "open"),
}


def reason_label(reason: Reason) -> str:
    """Why a speaker is taken for an actor, in the user's language."""
    return pgettext("reason", REASONS[reason])


class Shown:
    """How actors are shown, given the names that the word lists have for their ids."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def known(self, id: str) -> str:
        """An id with the name that the word lists have for it."""
        from mawqif.lexicon.actors import actor_name

        name = actor_name(id, self.lexicon)
        return f"{name} ({short(id)})" if name else short(id)

    def value(self, row: ActorRow) -> dict[str, object]:
        """An actor as plain values."""
        return {
            "id": row.id,
            "name": row.name,
            "kind": row.kind.value,
            "states": list(row.states),
            "offices": [_held_value(held) for held in row.offices],
            "spellings": [{"name": name, "reports": n} for name, n in row.spellings],
            "statements": row.statements,
            "reports": row.reports,
            "reasons": [reason.value for reason in row.reasons],
        }

    def cells(self, row: ActorRow) -> dict[str, object]:
        """An actor as one line of CSV."""
        return {
            **self.value(row),
            "states": " ".join(row.states),
            "offices": " | ".join(f"{flat(h.office)} ({days(h)})" for h in row.offices),
            "spellings": " | ".join(f"{flat(name)}: {n}" for name, n in row.spellings),
            "reasons": " ".join(row.reasons),
        }

    def print(self, rows: Iterable[ActorRow]) -> None:
        """A table of actors."""
        lines = [self._line(row) for row in rows]
        if not lines:
            complain(_("No actor was found."))
            return
        headings = (_("id"), _("name"), _("kind"), _("offices"), _("spellings"), _("statements"), _("reports"))
        print_table(headings, lines)

    def _line(self, row: ActorRow) -> tuple[str, ...]:
        offices = "; ".join(flat(held.office) for held in row.offices[:MOST])
        spellings = "; ".join(flat(name) for name, _n in row.spellings[1 : MOST + 1])
        kind = labels.kind_label(row.kind)
        return (short(row.id), flat(row.name), kind, offices, spellings, str(row.statements), str(row.reports))

    def print_one(self, row: ActorRow) -> None:
        """All that is known of one actor."""
        say(f"{row.id}  {strong(isolated(flat(row.name)))}  {labels.kind_label(row.kind)}")
        said = _("statements: {statements}, reports: {reports}")
        say("  " + said.format(statements=row.statements, reports=row.reports))
        for state in row.states:
            say(f"  {_('state')}: {isolated(self.known(state))}")
        for held in row.offices:
            say(f"  {_('office')}: {isolated(flat(held.office))} ({days(held)})")
        for name, n in row.spellings:
            say(f"  {_('spelling')}: {isolated(flat(name))} {n}")
        say(f"  {_('linked by')}: " + ", ".join(map(reason_label, row.reasons)))

    def open_value(self, row: OpenRow) -> dict[str, object]:
        """An open speaker as plain values."""
        return {
            "name": row.name,
            "kind": row.kind.value,
            "statements": row.statements,
            "reports": row.reports,
            "candidates": list(row.candidates),
        }

    def open_cells(self, row: OpenRow) -> dict[str, object]:
        """An open speaker as one line of CSV."""
        return {**self.open_value(row), "candidates": " ".join(row.candidates)}

    def print_open(self, rows: Iterable[OpenRow]) -> None:
        """A table of open speakers."""
        lines = [
            (
                flat(row.name),
                labels.kind_label(row.kind),
                str(row.statements),
                str(row.reports),
                "; ".join(map(self.known, row.candidates)),
            )
            for row in rows
        ]
        if not lines:
            complain(_("No speaker is open."))
            return
        print_table((_("name"), _("kind"), _("statements"), _("reports"), _("may be")), lines)


def short(id: str) -> str:
    """An id as a table has it: the first characters of one of the record, and one of the data whole."""
    return id[:SHORT] if len(id) > SHORT * 2 and "." not in id else id


def days(held: Held) -> str:
    """The days of an office."""
    return " – ".join(dict.fromkeys(str(day) for day in (held.first, held.last) if day)) or _("no date")


def _held_value(held: Held) -> dict[str, object]:
    return {
        "office": held.office,
        "first": held.first.isoformat() if held.first else None,
        "last": held.last.isoformat() if held.last else None,
        "statements": held.statements,
    }
