"""One occasion told by several statements and reports is one.

First the statements of each report are put together, then the occasions of reports. What is merged shares a kind and
a day and has a reason of its own (`Bond`); what disagrees on the party or the place is never merged, whatever else
speaks for it, and undated reports stay apart. Weak evidence, such as the same speaker before the press on one day,
merges nothing.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from mawqif.link.heads import head
from mawqif.model import Bond, Date, Happened, Heard, Setting
from mawqif.model.identity import digest

_TALKS = (Setting.CALL, Setting.MEETING)  # these have two parties
_SINGLE = (Setting.POST, Setting.DOCUMENT)  # of these one speaker has many in one report
_ALIKE, _LEAST_ALIKE = 0.6, 6  # share and number of the words that make two contents the same saying
_LEAST_NAMED = 2  # words of a name that stands for an occasion whoever speaks
_MOST_WORDS = 8  # words of a name that are looked at
_ACROSS = (Bond.BOTH_PARTIES, Bond.SPEAKER_PARTY, Bond.NAMED, Bond.SPEAKER_NAMED, Bond.SAME_SAYING)


@dataclass(frozen=True, slots=True)
class _Group:
    """Statements of one occasion, as far as is known: the days that all of them allow, why each belongs."""

    members: tuple[tuple[Heard, Bond], ...]
    first: Date | None
    last: Date | None

    @property
    def heard(self) -> tuple[Heard, ...]:
        """The members without their bonds."""
        return tuple(h for h, _bond in self.members)

    @property
    def key(self) -> str:
        """The id of the statement that stands for the group."""
        return min(h.statement for h in self.heard)


def occasions(heard: Iterable[Heard]) -> list[Happened]:
    """The occasions on which statements were made; the order of the statements does not matter."""
    by_report: defaultdict[str, list[Heard]] = defaultdict(list)
    for one in heard:
        by_report[one.report].append(one)
    groups = [g for report in sorted(by_report) for g in _of_report(by_report[report])]
    return sorted(map(_happened, _merged(groups)), key=lambda h: h.id)


# --- within one report


def _of_report(heard: Sequence[Heard]) -> list[_Group]:
    """The occasions of one report, in the order of its text."""
    groups: list[_Group] = []
    for one in sorted(heard, key=lambda h: (h.at, h.statement)):
        place = next(((k, bond) for k in reversed(range(len(groups))) if (bond := _goes_with(one, groups[k]))), None)
        if place is None:
            groups.append(_Group(((one, Bond.ALONE),), one.first, one.last))
        else:
            groups[place[0]] = _joined(groups[place[0]], _Group(((one, place[1]),), one.first, one.last), place[1])
    return groups


def _goes_with(one: Heard, group: _Group) -> Bond | None:
    """Why a statement belongs to an occasion that its report told before."""
    members = group.heard
    if one.kind != members[0].kind:
        return None
    if any(one.at == other.at for other in members):
        return Bond.SAME_MENTION
    if not _days(one, group) or any(_at_odds(one, other) for other in members):
        return None
    if one.definite:
        return Bond.POINTS_BACK
    if any(_mirrored(one, other) for other in members):
        return Bond.BOTH_PARTIES
    if any(one.naming and one.naming == other.naming for other in members):
        return Bond.NAMED
    if one.kind not in _SINGLE and any(_same_speaker(one, other) for other in members):
        return Bond.GOES_ON
    return None


# --- across reports


def _merged(groups: Sequence[_Group]) -> list[_Group]:
    """The groups with those that are one joined, the surest pairs first."""
    of: dict[str, _Group] = {g.key: g for g in groups}
    now = {key: key for key in of}  # the group that each has become a part of

    for _rank, a, b, bond in sorted(set(_pairs(groups))):
        x, y = sorted((head(now, a), head(now, b)))
        if x != y and _agree(of[x], of[y]):
            of[x] = _joined(of[x], of.pop(y), bond)
            now[y] = x
    return list(of.values())


def _pairs(groups: Sequence[_Group]) -> Iterator[tuple[int, str, str, Bond]]:
    """The pairs of groups of different reports that something speaks for, with the rank of the reason."""
    blocks: defaultdict[tuple[object, ...], list[_Group]] = defaultdict(list)
    for group in groups:
        for block in _blocks(group):
            blocks[block].append(group)
    for together in blocks.values():
        for a, b in itertools.combinations(together, 2):
            if bond := _bond(a, b):
                yield _ACROSS.index(bond), min(a.key, b.key), max(a.key, b.key), bond


def _blocks(group: _Group) -> set[tuple[object, ...]]:
    """Where else it may have been told: kind and day, with a speaker or a party, or with the naming words."""
    if group.first is None or group.last is None:
        return set()
    days = [group.first + dt.timedelta(n) for n in range((group.last - group.first).days + 1)]
    keys: set[object] = set()
    for h in group.heard:
        keys |= _name_keys(h.speaker) | ({h.actor} if h.actor else set()) | ({h.naming} if h.unique else set())
        if h.kind in _TALKS:
            keys |= _name_keys(h.party_name) | {(word,) for word in h.party_name}
    return {(group.heard[0].kind, day, key) for day in days for key in keys}


def _name_keys(name: frozenset[str]) -> set[object]:
    """What two forms of one name have in common: two words, or the only one. A first name alone is too common."""
    return set(itertools.combinations(sorted(name)[:_MOST_WORDS], 2)) if len(name) > 1 else {(word,) for word in name}


def _bond(a: _Group, b: _Group) -> Bond | None:
    """The surest reason why two occasions of different reports are one."""
    if {h.report for h in a.heard} & {h.report for h in b.heard}:
        return None
    found = [bond for x in a.heard for y in b.heard if (bond := _alike(x, y))]
    return min(found, key=_ACROSS.index, default=None)


def _alike(x: Heard, y: Heard) -> Bond | None:
    if x.kind in _TALKS and _mirrored(x, y):
        return Bond.BOTH_PARTIES
    if x.unique and y.unique and x.naming == y.naming and len(x.naming) >= _LEAST_NAMED and _exact(x) and _exact(y):
        return Bond.NAMED
    if not _same_speaker(x, y):
        return None
    if _same_party(x, y):
        return Bond.SPEAKER_PARTY
    if x.naming and y.naming and (x.naming <= y.naming or y.naming <= x.naming):
        return Bond.SPEAKER_NAMED
    return Bond.SAME_SAYING if _same_saying(x, y) else None


def _agree(a: _Group, b: _Group) -> bool:
    """Whether two groups can be one: days in common, and nothing at odds."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return False
    common = max(a.first, b.first) <= min(a.last, b.last)
    return common and not any(_at_odds(x, y) for x in a.heard for y in b.heard)


# --- one statement beside another


def _exact(one: Heard) -> bool:
    return one.first is not None and one.first == one.last


def _days(one: Heard, group: _Group) -> bool:
    if one.first is None or one.last is None or group.first is None or group.last is None:
        return one.first is None and group.first is None
    return max(one.first, group.first) <= min(one.last, group.last)


def _same_speaker(x: Heard, y: Heard) -> bool:
    """Whether both are of one named speaker: the same id, or one name, or a longer form of a name of two words."""
    if x.actor and y.actor:
        return x.actor == y.actor
    a, b = x.speaker, y.speaker
    return bool(a and b) and (a == b or (min(len(a), len(b)) > 1 and (a <= b or b <= a)))


def _same_party(x: Heard, y: Heard) -> bool:
    """Whether both name the same other party: the words of one are among those of the other, or two of a name are."""
    if not (x.party_name and y.party_name):
        return False
    return x.party <= y.party or y.party <= x.party or len(x.party_name & y.party_name) > 1


def _mirrored(x: Heard, y: Heard) -> bool:
    """Whether each is the other's party: one tells of a call what the other tells from the other end."""
    return bool(x.speaker and y.speaker) and x.speaker <= y.party and y.speaker <= x.party


def _same_saying(x: Heard, y: Heard) -> bool:
    common = len(x.said & y.said)
    return common >= _LEAST_ALIKE and common >= _ALIKE * min(len(x.said), len(y.said))


def _at_odds(x: Heard, y: Heard) -> bool:
    """Whether they cannot be one: two places, two other parties of one speaker."""
    if x.place and y.place and x.place != y.place:
        return True
    if x.party_name and y.party_name and _same_speaker(x, y):
        return not _same_party(x, y)
    return False


# --- groups


def _joined(a: _Group, b: _Group, bond: Bond) -> _Group:
    """One group of two; those who join do so for this reason."""
    first = max((d for d in (a.first, b.first) if d), default=None)
    last = min((d for d in (a.last, b.last) if d), default=None)
    joining = tuple((h, bond if why is Bond.ALONE else why) for h, why in b.members)
    return replace(a, members=(*a.members, *joining), first=first, last=last)


def _happened(group: _Group) -> Happened:
    members = sorted(group.members, key=lambda m: m[0].statement)
    places = {h.place for h in group.heard if h.place}
    return Happened(
        id=digest("occasion", group.key),
        kind=group.heard[0].kind,
        first=group.first,
        last=group.last,
        place=places.pop() if len(places) == 1 else None,
        statements=tuple((h.statement, bond) for h, bond in members),
    )
