"""What is found under numbers for a whole batch of reports at once: in the record, and among the batch itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from mawqif.model import Area, Date

if TYPE_CHECKING:
    from mawqif.pipeline.links import Work

Items = Iterable[tuple[int, Date | None, Sequence[int]]]  # handle, day, numbers
Near = Callable[[Date | None, Date | None], bool]


class Found:
    """The items of one area that share a number with one of a batch; those of the batch are put in as they come."""

    def __init__(self, work: Work, area: Area, asking: Items, most: int, within: int | None = None) -> None:
        self._work, self._area, self._within = work, area, within
        by_day: defaultdict[Date | None, set[int]] = defaultdict(set)
        for _handle, day, numbers in asking:
            by_day[day].update(numbers)
        self._known = {day: _under(work.near(area, sorted(keys), day, most, within)) for day, keys in by_day.items()}
        self._fresh: defaultdict[int, list[tuple[Date | None, int]]] = defaultdict(list)
        self._new: list[tuple[int, Date | None, Sequence[int]]] = []

    def under(self, day: Date | None, numbers: Iterable[int]) -> list[tuple[int, int]]:
        """The items under these numbers, as (number, item)."""
        known = self._known.get(day, {})
        found = [(number, item) for number in numbers for item in known.get(number, ())]
        for number in numbers:
            found += ((number, item) for other, item in self._fresh.get(number, ()) if self._near(day, other))
        return found

    def often(self, day: Date | None, numbers: Iterable[int]) -> Iterator[int]:
        """The items of the record that share two of these numbers or more."""
        known = self._known.get(day, {})
        shared = Counter(item for number in numbers for item in known.get(number, ()))
        return (item for item, n in shared.items() if n > 1)

    def add(self, handle: int, day: Date | None, numbers: Sequence[int]) -> None:
        """One of the batch can be found from now on."""
        for number in set(numbers):
            self._fresh[number].append((day, handle))
        self._new.append((handle, day, numbers))

    def keep(self) -> None:
        """Put those of the batch into the record."""
        self._work.put(self._area, self._new)

    def _near(self, a: Date | None, b: Date | None) -> bool:
        if self._within is None:
            return True
        return a is not None and b is not None and abs((a - b).days) <= self._within


def _under(found: Iterable[tuple[int, int]]) -> Mapping[int, list[int]]:
    under: defaultdict[int, list[int]] = defaultdict(list)
    for number, item in found:
        under[number].append(item)
    return under
