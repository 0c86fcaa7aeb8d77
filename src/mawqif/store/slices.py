"""Keys in as many as go into one question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")
_MOST = 500


def sliced(keys: Sequence[T]) -> Iterable[Sequence[T]]:
    """Keys in as many as go into one question."""
    return (keys[i : i + _MOST] for i in range(0, len(keys), _MOST))
