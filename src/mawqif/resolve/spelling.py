"""One family name in two spellings: «الدليمي» and «الديلمي», «أوغلو» and «أغولو»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_SHORTEST = 5  # letters without the article; shorter names that differ by a letter are different names
_SERVANT = "عبدال"


def near(word: str) -> Iterator[str]:
    """The word and all that is left of it without one letter: two words that share one differ by a letter or a swap."""
    yield word
    for i in range(len(word)):
        yield word[:i] + word[i + 1 :]


def index(surnames: Iterable[tuple[str, int]]) -> dict[str, set[int]]:
    """What family names, each with the order of who bears it, are near to."""
    found: dict[str, set[int]] = {}
    for surname, order in surnames:
        if len(surname) >= _SHORTEST:
            for key in near(surname):
                found.setdefault(key, set()).add(order)
        if surname.startswith(_SERVANT):
            found.setdefault(surname.removeprefix(_SERVANT), set()).add(order)
    return found


def alike(word: str, found: dict[str, set[int]]) -> int | None:
    """The order of the only one whose family name is a letter or a swap from the word; None where there is no such."""
    if len(word) < _SHORTEST:
        return None
    orders = {order for key in near(word) for order in found.get(key, ())}
    return orders.pop() if len(orders) == 1 else None
