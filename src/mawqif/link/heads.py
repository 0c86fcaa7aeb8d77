"""Groups that are joined two by two: which group each has become a part of."""

from __future__ import annotations


def head(of: dict[str, str], one: str) -> str:
    """What stands for the group of one; of it `of` gives itself, of any other one that is nearer to it.

    The ways are made shorter as they are gone, so that asking costs little however long a group was joined.
    """
    while of[one] != one:
        of[one] = of[of[one]]
        one = of[one]
    return one
