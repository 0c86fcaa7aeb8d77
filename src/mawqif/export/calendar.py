"""Commitments as an iCalendar: one event of a whole day for the last day of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from icalendar import Calendar, Event

from mawqif.i18n import _, fill
from mawqif.model import Deadline
from mawqif.store import StatementRow

Chain = Callable[[StatementRow], Sequence[str]]

_SUMMARY = 90  # code points of the words in an event's title


def calendar(rows: Iterable[StatementRow], chain: Chain) -> bytes:
    """The dated ones among these commitments, in iCalendar's form; `chain` names speaker, relays and outlet of one.

    An event's UID is made of the statement's id, so that a calendar that takes the file again changes its events and
    adds none twice.
    """
    out = Calendar()
    out.add("prodid", "-//Mawqif//Commitments//EN")
    out.add("version", "2.0")
    for row in rows:
        done = row.statement.commitment
        if done and done.deadline and done.deadline.date:
            out.add_component(_event(row, done.deadline, done.deadline.date, chain(row)))
    return bytes(out.to_ical())


def _event(row: StatementRow, deadline: Deadline, last: dt.date, chain: Sequence[str]) -> Event:
    words = " ".join(row.statement.content.text.split())
    event = Event()
    event.add("uid", f"{row.statement.id}@mawqif")
    event.add("dtstamp", dt.datetime.combine(row.report_date or last, dt.time(), dt.UTC))
    event.add("dtstart", last)
    event.add("dtend", last + dt.timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", f"{chain[0]}: {_cut(words)}")
    event.add("description", "\n".join(_description(row, deadline, words, chain)))
    if row.url:
        event.add("url", row.url)
    return event


def _cut(words: str) -> str:
    return words if len(words) <= _SUMMARY else words[:_SUMMARY].rsplit(" ", 1)[0] + " …"


def _description(row: StatementRow, deadline: Deadline, words: str, chain: Sequence[str]) -> Iterable[str]:
    s = row.statement
    yield f"«{words}»"
    yield " ← ".join(chain)
    days = str(deadline.date) if deadline.begins in (None, deadline.date) else f"{deadline.begins} – {deadline.date}"
    yield fill(_("By when: {words} ({days})"), {"words": deadline.span.text, "days": days})
    if s.commitment and s.commitment.to:
        yield fill(_("To whom: {words}"), {"words": s.commitment.to.text})
    for condition in s.conditions:
        yield fill(_("Condition: {words}"), {"words": " ".join(condition.text.split())})
    yield fill(_("Statement {id}"), {"id": s.id})
    if row.url:
        yield row.url
