"""Links over a record: each report is compared with those that are like it, and what hangs together is told anew.

What comes of it depends on the reports of a record and not on the order in which they came. A report that is added
costs as much as there is like it. Nothing here keeps anything by itself: `Kept` is what a record offers
(`store.Record.links`).
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from mawqif.lexicon import Lexicon
from mawqif.link import sayings, stories
from mawqif.model import Alike, Area, Carrier, Date, Heeded, Kin, Quoted, Story, Utterance
from mawqif.pipeline.links.comparing import Comparing, Near

__all__ = ["Kept", "Near", "Work", "renew"]

REPORTS = 50  # in one transaction
GROUPS = 400


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
    def compared(self, handle: int, stamp: str, credit: str | None) -> None: ...
    def unsettled(self, area: Area, limit: int) -> list[int]: ...
    def sayings_with(self, handle: int) -> tuple[list[int], list[Heeded]]: ...
    def reports_with(self, handle: int) -> tuple[Mapping[int, tuple[str, Date | None]], list[Alike]]: ...
    def settle_utterances(self, handles: Sequence[int], found: Sequence[Utterance]) -> None: ...
    def settle_stories(self, handles: Sequence[int], found: Sequence[Story]) -> None: ...


class Kept(Protocol):
    """A record as far as its links are concerned."""

    def work(self) -> AbstractContextManager[Work]:
        """A transaction."""


def renew(
    kept: Kept, lexicon: Lexicon, by: str, *, again: bool = False, near: Near | None = None
) -> Generator[int, None, None]:
    """Compare what was not compared; `by` is the id of this program, and `again` compares what another one compared.

    `near` is how near two contents are in meaning (0 to 1), where there is a model for it. Gives a number for each
    report that is done.
    """
    comparing = Comparing(lexicon, near)
    while True:
        with kept.work() as work:
            handles = work.unlinked(by if again else None, REPORTS)
            for handle in handles if again else ():
                work.forget(handle)
            comparing.take(work, handles, by)
        if not handles:
            break
        yield from range(len(handles))
    while _utterances(kept, comparing) or _stories(kept, comparing):
        pass


def _utterances(kept: Kept, comparing: Comparing) -> bool:
    with kept.work() as work:
        waiting = work.unsettled(Area.SAYINGS, GROUPS)
        done: set[int] = set()
        for handle in waiting:
            if handle not in done:
                handles, pairs = work.sayings_with(handle)
                said = comparing.said(work, handles)
                work.settle_utterances(handles, sayings.utterances([said[h] for h in handles if h in said], pairs))
                done.update(handles)
        return bool(waiting)


def _stories(kept: Kept, comparing: Comparing) -> bool:
    with kept.work() as work:
        waiting = work.unsettled(Area.STORIES, GROUPS)
        done: set[int] = set()
        for handle in waiting:
            if handle not in done:
                reports, pairs = work.reports_with(handle)
                work.settle_stories(sorted(reports), stories.stories(list(reports.values()), pairs))
                done.update(reports)
        return bool(waiting)
