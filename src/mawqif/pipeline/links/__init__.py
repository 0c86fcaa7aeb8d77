"""Links over a record: each report is compared with those that are like it, and what hangs together is told anew.

What comes of it depends on the reports of a record and not on the order in which they came. A report that is added
costs as much as there is like it. Nothing here keeps anything by itself: `Kept` is what a record offers
(`store.Record.links`).
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol, TypeVar

from mawqif.lexicon import Lexicon
from mawqif.link import sayings, stories
from mawqif.model import Alike, Area, Carrier, Date, Heeded, Kin, Quoted, Story, Utterance
from mawqif.pipeline.links.comparing import Comparing, Near

__all__ = ["Comparing", "Kept", "Near", "Work", "renew"]

REPORTS = 50  # in one transaction
GROUPS = 1000

T = TypeVar("T")


class Work(Protocol):
    """One transaction of linking (`store.links.group.Work`, where each method is described)."""

    def unlinked(self, by: str | None, limit: int) -> list[int]: ...
    def forget(self, handle: int) -> None: ...
    def read(self, handles: Sequence[int]) -> list[Carrier]: ...
    def quoted(self, handles: Sequence[int]) -> list[Quoted]: ...
    def near(
        self, area: Area, keys: Iterable[int], day: Date | None, most: int, within: int | None = None
    ) -> list[tuple[int, int]]: ...
    def keys_of(self, area: Area, handles: Sequence[int]) -> Mapping[int, tuple[int, ...]]: ...
    def put(self, area: Area, found: Sequence[tuple[int, Date | None, Sequence[int]]]) -> None: ...
    def put_kin(self, found: Sequence[tuple[int, int, Kin]]) -> None: ...
    def put_heeded(self, found: Sequence[tuple[int, int, Heeded]]) -> None: ...
    def put_alike(self, found: Sequence[tuple[int, int, float, str]]) -> None: ...
    def compared(self, reports: Sequence[tuple[int, str | None]], stamp: str) -> None: ...
    def unsettled(self, area: Area, limit: int) -> list[int]: ...
    def sayings_with(self, handles: Sequence[int]) -> tuple[Sequence[int], list[tuple[int, int, Heeded]]]: ...
    def reports_with(
        self, handles: Sequence[int], days: int
    ) -> tuple[Mapping[int, tuple[str, Date | None]], list[tuple[int, int, Alike]]]: ...
    def settle_utterances(self, handles: Sequence[int], found: Sequence[Utterance]) -> None: ...
    def settle_stories(self, handles: Sequence[int], found: Sequence[Story]) -> None: ...


class Kept(Protocol):
    """A record as far as its links are concerned."""

    def work(self) -> AbstractContextManager[Work]:
        """A transaction."""


def renew(
    kept: Kept,
    lexicon: Lexicon,
    by: str,
    *,
    again: bool = False,
    near: Near | None = None,
    comparing: Comparing | None = None,
) -> Generator[int, None, None]:
    """Compare what was not compared; `by` is the id of this program, and `again` compares what another one compared.

    `near` is how near two contents are in meaning (0 to 1), where there is a model for it. Gives a number for each
    report that is done. Whoever links often gives `comparing`, which remembers what it read lately.
    """
    comparing = comparing or Comparing(lexicon, near)
    while True:
        with kept.work() as work:
            handles = work.unlinked(by if again else None, REPORTS)
            for handle in handles if again else ():
                work.forget(handle)
            comparing.take(work, handles, by)
        if not handles:
            break
        yield from range(len(handles))
    while _utterances(kept, comparing):
        pass
    while _stories(kept):
        pass


def _utterances(kept: Kept, comparing: Comparing) -> bool:
    with kept.work() as work:
        waiting = work.unsettled(Area.SAYINGS, GROUPS)
        handles, pairs = work.sayings_with(waiting)
        said = comparing.said(work, handles)
        found = []
        for members, theirs in parts(handles, pairs):
            found += sayings.utterances([said[h] for h in members if h in said], theirs)
        work.settle_utterances(handles, found)
        return bool(waiting)


def _stories(kept: Kept) -> bool:
    """Tell the stories of some reports anew, and those of the days around them, which may take from them or give.

    An event may hang together with others of all days before and behind it; what is that far away plays no part.
    """
    with kept.work() as work:
        waiting = work.unsettled(Area.STORIES, GROUPS)
        reports, pairs = work.reports_with(waiting, 2 * stories.SPAN)
        known = sorted(day for h in waiting if h in reports and (day := reports[h][1]))
        ids = {id: h for h, (id, _day) in reports.items()}
        inner = {h for h, (_id, day) in reports.items() if day and _around(day, known)} | set(waiting)
        found: list[Story] = []
        for members, theirs in parts(sorted(reports), pairs):
            told = stories.stories([reports[h] for h in members], theirs)
            found += (one for one in told if not inner.isdisjoint(ids[id] for id, _rule in one.reports))
        settled = inner | {ids[id] for one in found for id, _rule in one.reports}
        work.settle_stories(sorted(settled), found)
        return bool(waiting)


def _around(day: Date, days: Sequence[Date]) -> bool:
    """Whether a day is as near to the days of some reports as a story is long."""
    return (days[0] - day).days <= stories.SPAN and (day - days[-1]).days <= stories.SPAN


def parts(handles: Iterable[int], pairs: Sequence[tuple[int, int, T]]) -> list[tuple[list[int], list[T]]]:
    """The connected parts of a graph: the handles of each, and the pairs among them."""
    root = {h: h for h in handles}

    def head(h: int) -> int:
        while root[h] != h:
            root[h] = root[root[h]]
            h = root[h]
        return h

    for a, b, _pair in pairs:
        x, y = sorted((head(a), head(b)))
        root[y] = x
    found: dict[int, tuple[list[int], list[T]]] = {}
    for h in root:
        found.setdefault(head(h), ([], []))[0].append(h)
    for a, _b, pair in pairs:
        found[head(a)][1].append(pair)
    return list(found.values())
