"""Verbs behind their source: «وكانت الوزارة اعترضت على», «لكن الوزير دافع عن», «الشركة طلبت من …»."""

from __future__ import annotations

from mawqif.extract.view import View
from mawqif.extract.words import RELATIVES, THAT, is_in
from mawqif.model import Sentence

_INTRODUCING = frozenset("كان وكان كانت وكانت كانوا وكانوا لكن ولكن".split())
_HOWEVER = frozenset(("غير", "الا", "بيد"))  # «غير أن الوزير …»
_BEFORE = 8  # words that a subject before its verb may have
_ASKING = frozenset(("طلب", "طلبت", "طلبوا", "يطلب", "تطلب", "يطلبون"))
_OF = ("من", "منه", "منها", "منهم", "منا", "مني")
_SUBJECT = 5  # words from a verb of asking to whom it asks
_CLAUSES = THAT - {"ان", "بان", "وان", "فان", "لان"}
_MARKS = ' "«»“”'  # these may stand between a source and its verb


def asks(v: View, i: int) -> bool:
    """Whether the verb at token i asks something of somebody: «طلبت من الشركة تسليم الجسر»."""
    return v.forms[i].lstrip("وف") in _ASKING and asked(v, i) is not None


def asked(v: View, i: int) -> int | None:
    """The token of the preposition before whom the verb at token i asks: «طلب المدير من الشركة تسليم الجسر»."""
    near = range(i + 1, min(i + _SUBJECT, len(v.forms)))
    of = next((k for k in near if v.forms[k] in _OF), None)
    apart = of is not None and any(c in "،.:" for k in range(i + 1, of + 1) for c in v.gap(k))
    return None if apart else of


def follows(v: View, i: int, sentence: Sentence) -> bool:
    """Whether the past verb at token i has its source before it: «وكانت الوزارة اعترضت على», «لكن الوزير دافع عن»."""
    for k in range(i - 1, max(sentence.first, i - _BEFORE) - 1, -1):
        if v.gap(k + 1).strip(_MARKS) or v.forms[k] in RELATIVES or v.forms[k] in _CLAUSES:
            return False
        leads = v.forms[k] in _INTRODUCING or (v.forms[k] == "ان" and v.forms[k - 1] in _HOWEVER)
        if leads and k + 1 < i:
            return (k + 1 == i - 1 and v.forms[i - 1] == "قد") or is_in(v.forms[k + 1], v.index.heads)
    return False
