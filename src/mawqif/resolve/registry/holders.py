"""Persons by their offices: who holds the office that a title names, and whether a name and an office agree.

Wrong is worse than missed: a name alone links nobody, a family name only with its office on the day, and an office
alone only where its holder on the day is sure.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Mapping
from dataclasses import dataclass

from mawqif.arabic import bare, fold
from mawqif.lexicon import Holder, Lexicon, Office
from mawqif.lexicon.offices import offices_of
from mawqif.lexicon.persons import words
from mawqif.lexicon.posts import Post, is_former, posts
from mawqif.lexicon.states import states_in, words_of
from mawqif.lexicon.tenure import latest, on_day, possible, stretch
from mawqif.lexicon.usage import Account, account, secretaries
from mawqif.resolve.registry.context import Context
from mawqif.resolve.registry.envoys import AMBASSADOR, envoy
from mawqif.resolve.registry.people import Match, match
from mawqif.resolve.registry.voices import represented

_HONOURS = frozenset(
    fold(w)
    for w in "فخامة معالي سمو جلالة السيد السيدة الدكتور الشيخ صاحب السمو الجلالة الملك الملكي الحالي سعادة".split()
)
_MINISTER = fold("وزير")
_HEADS = frozenset(("head-of-state", "head-of-government"))  # whom news calls so of any state
_MOST = 8  # candidates
_BEFORE = dt.timedelta(days=31)  # in which an office is told of before it is taken over


@dataclass(frozen=True, slots=True)
class Found:
    """What the offices say of a person."""

    actor: str | None = None
    link: str | None = None
    candidates: tuple[str, ...] = ()
    represents: tuple[str, ...] = ()


def holder_of(name: str, titles: tuple[str, ...], personal: bool, context: Context) -> Found:
    """The holder of an office whom a name with titles, or an office alone, means."""
    named = [p for title in titles for p in _posts(title, context)]
    own = [p for p in named if not p.attached and p.state is not None]
    if (owner := account(name, context.lexicon)) and owner.office:
        return _by_handle(owner, context)
    if not personal:
        first = next((p for p in _posts(name, context) if p.state and not (p.former or p.attached)), None)
        return _office_alone(name, first, context) if first else Found()
    return (
        _by_office(name, own, context)
        or _by_state(name, titles, own, context)
        or _by_report(name, [p for p in named if not p.attached and p.state is None], context)
        or Found()
    )


def _posts(title: str, context: Context) -> tuple[Post, ...]:
    """The offices that a title names, that of an ambassador in a state too."""
    named, said = posts(title, context.lexicon), words_of(title)
    sent = envoy(said, context.lexicon) if not named or named[0].attached else None
    if sent is None or not (sent.embassy and sent.host):
        return named
    led = sent.first > 0 and said[sent.first - 1] not in _HONOURS
    return (Post(AMBASSADOR + sent.host, sent.sender, led, is_former(title), sent.first, sent.end),)


def contradicted(name: str, title: str, context: Context) -> bool:
    """Whether an office in a title was surely another's on the day: then the title is not that of the name."""
    for post in posts(title, context.lexicon):
        if context.day is None or post.state is None or post.attached or post.former:
            continue
        for office in _offices(post, context):
            sure = on_day(office, context.day).sure
            if sure and match(name, sure) is Match.NONE:
                return True
    return False


def _offices(post: Post, context: Context) -> tuple[Office, ...]:
    """The offices of a post; a president of whom the data knows in both offices is one."""
    assert post.state is not None
    return tuple(o for o in offices_of(post.state, context.lexicon) if o.kind == post.kind)


def _office_alone(name: str, post: Post, context: Context) -> Found:
    """Who holds an office on the day of the report; without a day, or where it is not sure, all who may be meant.

    A word beside the title may be a name after all, which then must be that of the holder.
    """
    said = words_of(name)
    beside = " ".join(w for w in (*said[: post.first], *said[post.end :]) if w not in _HONOURS)
    office = next(iter(_offices(post, context)), None)
    if office is None:
        return Found()
    if context.day is None:
        return Found(candidates=() if beside else tuple(h.id for h in latest(office, _MOST)))
    held = on_day(office, context.day)
    if held.sure and (not beside or match(beside, held.sure)):
        return Found(held.sure.id, "surname-and-office" if beside else "office-on-day")
    return Found(candidates=() if beside else tuple(h.id for h in held.possible[:_MOST]))


def holder_at_home(name: str, state: str, day: dt.date, lexicon: Lexicon) -> str | None:
    """Who surely held on a day the office that is all that a name says, where it is one of this state; else None."""
    said = words_of(name)
    post = next((p for p in posts(name, lexicon) if p.state is None and not (p.former or p.attached)), None)
    if post is None or post.kind in _HEADS or any(w not in _HONOURS for w in (*said[: post.first], *said[post.end :])):
        return None
    office = next((o for o in offices_of(state, lexicon) if o.kind == post.kind), None)
    sure = on_day(office, day).sure if office else None
    return sure.id if sure else None


def _by_office(name: str, own: list[Post], context: Context) -> Found | None:
    """Name and office agree: all of the name, or the family name of one who holds the office on the day."""
    for post in own:
        for office in _offices(post, context):
            matches = [(match(name, h), h) for h in office.holders]
            full = [h for m, h in matches if m >= Match.SOUND and _began(h, context.day)]
            if full and len({h.id for h in full}) == 1:
                return Found(full[0].id, "name-and-office")
            if one := _surname([h for m, h in matches if m == Match.SURNAME], post, context.day):
                return Found(one.id, "surname-and-office")
            if found := {h.id: h for m, h in matches if m}:
                return Found(candidates=tuple(found)[:_MOST])
    return None


def _surname(holders: list[Holder], post: Post, day: dt.date | None) -> Holder | None:
    """The one holder of that family name, who may be in office on the day."""
    if len({h.id for h in holders}) != 1 or post.former or day is None:
        return None
    return next((h for h in holders if possible(h, day)), None)


def _began(holder: Holder, day: dt.date | None) -> bool:
    """Whether a holder was in office by a day, or was about to be."""
    start = stretch(holder.start)
    return day is None or start is None or day >= start[0] - _BEFORE


def _by_handle(owner: Account, context: Context) -> Found:
    """«@SecHalzov»: the one in office on the day, of the state that calls its officials so, who bears the name."""
    if owner.state is None:
        return Found()
    name = " ".join(owner.name)
    rows = [
        (office, holder)
        for office in offices_of(owner.state, context.lexicon)
        for holder in office.holders
        if context.day and match(name, holder) and on_day(office, context.day).sure is holder
    ]
    if len({h.id for _, h in rows}) != 1:
        return Found()
    return Found(rows[0][1].id, "handle-in-office", represents=_speaks_for(rows, context))


def _by_state(name: str, titles: tuple[str, ...], own: list[Post], context: Context) -> Found | None:
    """A full name, as it is written, of one who held an office of the state that the titles name, and of no other."""
    states = {id for title in titles for id in _states_of(title, context.lexicon)}
    if any("Secretary" in title.split() for title in titles):
        states |= secretaries(context.lexicon)
    rows = _named_so(name, states, context)
    if len({h.id for _, h in rows}) != 1:
        return None
    voices = () if own else _speaks_for(rows, context)
    minister = any(_MINISTER in map(bare, words_of(title)) for title in titles)  # of something that is not known
    return Found(rows[0][1].id, "name-and-state", represents=voices[-1:] if minister else voices)


@functools.lru_cache(maxsize=1 << 13)
def _states_of(title: str, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(s.id for seen in states_in(title, lexicon) for s in seen.states)


def _by_report(name: str, stateless: list[Post], context: Context) -> Found | None:
    """A full name of one who held an office that the report names elsewhere, or that the title names with no state."""
    if len(words(name)) < 2:
        return None
    kinds = {p.kind for p in stateless}
    rows = _named_so(name, context.named_states if kinds else context.states_of_offices, context)
    told = [(o, h) for o, h in rows if o.kind in kinds or (not kinds and context.names_office(o))]
    if len({h.id for _, h in told}) != 1 or len({h.id for _, h in rows}) != 1:
        return None
    return Found(told[0][1].id, "name-and-office-in-report", represents=_speaks_for(told, context))


def _speaks_for(rows: list[tuple[Office, Holder]], context: Context) -> tuple[str, ...]:
    """For whom a person speaks whose rows vouch for offices on the day: of several, what they have in common."""
    offices = [o for o, h in rows if context.day and on_day(o, context.day).sure is h]
    voices = [represented(Post(o.kind, o.state), context.lexicon) for o in offices]
    return tuple(v for v in voices[0] if all(v in other for other in voices)) if voices else ()


def _named_so(name: str, states: frozenset[str] | set[str], context: Context) -> list[tuple[Office, Holder]]:
    """The offices of these states with a holder of exactly this full name, who held them by the day of the report."""
    first = next(iter(words(name)), "")
    return [
        (office, holder)
        for state in sorted(states)
        for office, holder in _by_first_name(state, context.lexicon).get(first, ())
        if match(name, holder) is Match.FULL and _began(holder, context.day)
    ]


@functools.lru_cache(maxsize=1024)
def _by_first_name(state: str, lexicon: Lexicon) -> Mapping[str, list[tuple[Office, Holder]]]:
    """The holders of a state's offices by the first words of their names."""
    found: dict[str, list[tuple[Office, Holder]]] = {}
    for office in offices_of(state, lexicon):
        for holder in office.holders:
            for first in {words(n)[0] for n in (*holder.names, holder.en) if words(n)}:
                found.setdefault(first, []).append((office, holder))
    return found
