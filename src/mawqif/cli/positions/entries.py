"""News of positions as entries in the user's language, for a terminal, a brief, a feed or a message."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mawqif.cli import labels
from mawqif.cli.positions import words
from mawqif.cli.screen import flat
from mawqif.i18n import _, ngettext
from mawqif.model import Issue, News, Stand, Turn, Voice

if TYPE_CHECKING:
    from mawqif.store import StatementRow


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of news in plain words; nothing in it is made ready for any eye yet.

    `head` says what happened, `key` is its identity, `ref` what `mawqif show` takes.
    """

    key: str
    issue: str
    holder: str
    head: str
    day: str
    quotation: str
    conditions: tuple[str, ...]
    exceptions: tuple[str, ...]
    chain: tuple[str, ...]
    carried: str
    title: str | None
    url: str | None
    ref: str


def entry(item: News) -> Entry:
    """The entry of a piece of news."""
    saying = item.saying
    return Entry(
        key=saying.id,
        issue=item.issue,
        holder=item.holder.name,
        head=_head(item),
        day=str(saying.day) if saying.day else _("no date"),
        quotation=words.excerpt(saying),
        conditions=tuple(flat(c.text) for c in saying.conditions),
        exceptions=tuple(flat(e.text) for e in saying.exceptions),
        chain=tuple(flat(part) for part in words.chain_parts(saying)),
        carried=_carried(item),
        title=saying.title,
        url=saying.url,
        ref=saying.statement or saying.report,
    )


def undertaking(row: StatementRow) -> Entry:
    """The entry of a commitment: its deadline, and to whom it was made."""
    s, done = row.statement, row.statement.commitment
    by = done.deadline if done else None
    day = by.date.isoformat() if by and by.date else _("no date")
    head = _("by {day} ({words})").format(day=day, words=flat(by.span.text)) if by else day
    said = s.date or row.report_date
    return Entry(
        key=s.id,
        issue="",
        holder=labels.speaker_label(s),
        head=head,
        day=str(said) if said else _("no date"),
        quotation=flat(s.content.text).strip(words.MARKS),
        conditions=tuple(flat(c.text) for c in s.conditions),
        exceptions=tuple(flat(e.text) for e in s.exceptions),
        chain=tuple(map(flat, labels.chain(row))),
        carried="",
        title=row.title,
        url=row.url,
        ref=s.id,
    )


def _head(item: News) -> str:
    """What it is, and which stand it makes of which: «reversed: oppose → support»."""
    label, saying = words.news_label(item), item.saying
    if item.turn in (None, Turn.CONFLICTING):
        return label if saying.aside else f"{label}: {words.stance_label(saying.stance, saying.leaning)}"
    held = words.stand_label(item.stand)
    if item.before and not _same(item.before, item.stand):
        return _("{label}: {before}, now {held}").format(label=label, before=words.stand_label(item.before), held=held)
    return f"{label}: {held}"


def _same(before: Stand, now: Stand | None) -> bool:
    return words.stand_label(before) == words.stand_label(now)


def _carried(item: News) -> str:
    """In how many reports it stands, where in more than one."""
    reports = len({s.report for s in item.sayings})
    if reports < 2:
        return ""
    many = ngettext("{n} report", "{n} reports", reports).format(n=reports)
    return f"{many}: {words.listed(s.outlet for s in item.sayings)}"


def changes(news: Iterable[News]) -> list[News]:
    """What is more than a restatement."""
    return [n for n in news if n.turn is not Turn.RESTATED]


def restatements(news: Iterable[News], issues: Iterable[Issue], lang: str) -> list[str]:
    """A line for each holder and what it said again: how often, by whom."""
    labels = {issue.id: issue.title(lang) for issue in issues}
    groups: dict[tuple[str, str, str], list[News]] = {}
    for n in news:
        if n.turn is Turn.RESTATED:
            groups.setdefault((n.issue, n.holder.key, words.stand_label(n.stand)), []).append(n)
    return [_again(found, labels.get(id, id)) for (id, _key, _held), found in groups.items()]


def _again(found: Sequence[News], label: str) -> str:
    times = ngettext("restated {n} time", "restated {n} times", len(found)).format(n=len(found))
    who = words.listed(s.speaker for n in found for s in n.sayings if s.voice is Voice.OWN)
    first = found[0]
    line = _("{issue}, {holder}: {held} {times}, by {who}")
    held = words.stand_label(first.stand)
    return line.format(issue=label, holder=first.holder.name, held=held, times=times, who=who)


def label_of(issues: Iterable[Issue], id: str, lang: str) -> str:
    """The label of the issue of this id."""
    return next((issue.title(lang) for issue in issues if issue.id == id), id)
