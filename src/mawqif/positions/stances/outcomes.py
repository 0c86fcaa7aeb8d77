"""What has come about by something, said before it: «معاناة الناس بسبب الحصار», «تحقق الأمن بفضل الهدنة».

What is bad comes by what one is against; what is good, where it was brought about, by what one is for.
"""

from __future__ import annotations

from mawqif.arabic import fold
from mawqif.positions.stances.closed import NONE, NOT
from mawqif.positions.stances.governors import Governors, Read
from mawqif.positions.stances.predicates import Does

_BECAUSE = frozenset(fold(w) for w in "بسبب نتيجة جراء بفعل".split())
_THANKS = frozenset(("بفضل",))
_BY = frozenset(("خلال", "عبر", "طريق"))
_BACK = 8  # words before the cause in which its effect stands
_NEAR = 4  # words between an effect and the verb that brings it about
_ENDS = frozenset("،؛.!؟?\n")


def outcome(words: Governors, at: Read, low: int) -> tuple[int, int] | None:
    """The sign of what has come about by the node, with the first token that shows it."""
    prep, j, value, _ = words.introduced(at, low)
    if not prep and j >= low and words.forms[j] in (_BECAUSE | _THANKS):
        prep, j = words.forms[j], j - 1  # «جراء» is no preposition
    if prep in _THANKS:
        return value, j + 1
    if prep in ("خلال", "طريق"):
        if j < low or words.forms[j] not in ("من", "عن"):
            return None  # «خلال» alone is a time
        j -= 1
    if prep not in _BECAUSE and prep not in _BY:
        return None
    found = _effect(words, j, low, good=prep in _BY)
    return (found[0] * value, found[1]) if found else None


def _effect(words: Governors, last: int, low: int, *, good: bool) -> tuple[int, int] | None:
    """The nearest good or bad thing before a cause: 1 where it is good, brought about or ended, -1 where it is bad."""
    for i in range(last, max(low, last - _BACK) - 1, -1):
        if _ENDS.intersection(words.passage.gaps[i + 1]):
            return None
        sign = words.predicates.thing(words.forms[i])
        if not sign:
            continue
        before = range(max(low, i - _NEAR), i)
        does = {r.predicate.does for k in before for r in words.predicates.read(words.forms[k])}
        if any(words.forms[k] in NOT or words.forms[k] in NONE for k in before):
            return None
        if Does.STOP in does:
            return (-sign, i) if good == (sign < 0) else None
        if good:
            return (1, i) if sign > 0 and Does.KEEP in does else None
        return (-1, i) if sign < 0 else None
    return None
