"""What something cannot be without: «لا سلام إلا بوقف الحرب», «لن ينجح الحوار من دون هدنة», «لا عودة قبل الهدنة».

Who says so holds that it should be. The exception stands right before what is excepted, and what is denied before it;
without a preposition («لا حل إلا الهدنة») what is denied must be a way out.
"""

from __future__ import annotations

from typing import NamedTuple

from mawqif.arabic import fold
from mawqif.positions.stances.closed import THESE
from mawqif.positions.stances.governors import Governors, Read

_BUT = frozenset(("الا", "سوي"))
_WITHOUT = frozenset(("دون", "بدون", "بلا", "بغير"))
_BY = frozenset(("", "ب", "عبر", "خلال", "بعد", "علي", "في", "مع", "طريق", "عند"))
_NO = frozenset(p + w for p in ("", "و", "ف") for w in ("لا", "لن", "ليس", "ليست", "لسنا"))
_IF = frozenset(("اذا", "ما", "ان"))
_WAYS = frozenset(
    fold(w)
    for w in "حل حلول سبيل خيار بديل مخرج طريق مجال خلاص أمل وسيلة أمام لحل حلا خيارا سبيلا بديلا مخرجا طريقا "
    "أمامنا أمامه أمامها أمامهم يوجد توجد".split()
)
_DENIED = 16  # words between what is denied and its exception
_BEHIND = 12  # words behind «من دون …» up to what cannot be then
_ENDS = frozenset("؛.!؟?\n")


class Without(NamedTuple):
    """The sign of what cannot be done without, the first token that shows it, and by which rule."""

    sign: int
    first: int
    rule: str


class Only:
    """Reads exceptions in the words of one report."""

    def __init__(self, words: Governors) -> None:
        self._words = words
        self._forms = words.forms

    def read(self, at: Read, last: int, low: int, high: int) -> Without | None:
        """What is denied but for the node, or without it; `last` is the token with which the mention ends."""
        prep, j, value, _ = self._words.introduced(at, low)
        if prep in ("خلال", "طريق") and j >= low:
            j -= 1  # «من خلال», «عن طريق»
        if j >= low and self._forms[j] in _BUT and prep in _BY:
            denied = self._denied(j, low)
            if denied is None or (not prep and not _WAYS.intersection(self._forms[denied : denied + 4])):
                return None
            return Without(value, denied, "only by it")
        if at.verb and at.node - 1 > low and self._forms[at.node - 1] == "لم" and self._forms[at.node - 2] in _IF:
            denied = self._denied(at.node - 2, low)  # «لن يسود السلام ما لم نوقف …»
            return Without(at.value, denied, "not without it") if denied is not None else None
        at_node = at.node
        while at_node > low and self._forms[at_node - 1] in THESE:
            at_node -= 1
        lacks = at_node > low and self._forms[at_node - 1] in _WITHOUT
        if not lacks and not (at_node > low and self._forms[at_node - 1] == "قبل" and not at.verb):
            return None
        if (denied := self._denied(at_node - 1, low)) is not None:
            return Without(at.value, denied, "not without it")
        then = self._then(at_node - 1, last, low, high) if lacks else None
        return Without(at.value, at_node - 1, "not without it") if then else None

    def _denied(self, but: int, low: int) -> int | None:
        """The denial before an exception, in its clause."""
        for k in range(but - 1, max(low, but - _DENIED) - 1, -1):
            if self._forms[k] in _NO:
                return k
            if _ENDS.intersection(self._words.passage.gaps[k + 1]) or self._forms[k] in _BUT:
                return None
        return None

    def _then(self, without: int, last: int, low: int, high: int) -> bool:
        """Whether «من دون …» begins a clause that goes on with what cannot be then."""
        head = without - 1 if without > low and self._forms[without - 1] == "من" else without
        if any(not self._leads(i) for i in range(low, head)):
            return False
        for i in range(last + 1, min(high, last + 1 + _BEHIND)):
            if _ENDS.intersection(self._words.passage.gaps[i]):
                return False
            if self._forms[i].removeprefix("ف") in _NO:
                return True
        return False

    def _leads(self, i: int) -> bool:
        return self._forms[i] in ("ان", "انه", "بان", "بانه", "اننا") or self._words.gap(i + 1)
