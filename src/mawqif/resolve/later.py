"""Who is named only after what was said: «أعلن مسؤول أن …», and in the next paragraph the same words by name."""

from __future__ import annotations

import re

from mawqif.arabic import bare, fold
from mawqif.model import Draft, Kind
from mawqif.resolve.source import Source

Told = tuple[Draft, Source | None, str]

_OFFICIALS = frozenset(
    fold(w)
    for w in "مسؤول مسؤولة مسئول مسئولة متحدث متحدثة ناطق ناطقة خبير خبيرة محلل محللة قيادي قيادية نائب نائبة دبلوماسي "
    "دبلوماسية وزير وزيرة ضابط باحث باحثة طبيب طبيبة سفير ناشط ناشطة برلماني محام محامية اقتصادي أكاديمي مدير عضو "
    "سياسي عسكري جنرال قائد سيناتور عالم مستشار".split()
)
_NEXT = 4  # sentences within which the name follows
_SHARED, _SHARE = 3, 0.3  # words and their share that the two have in common
_WORD = re.compile(r"[^\W\d_]{4,}")


def named_later(found: list[Told]) -> list[Told]:
    """The statements with those of an official who leads the report given to the person who then says the same."""
    known = [x for x in found if x[1] is not None]
    lead = next((s for d, s, _ in known if s is not None and d.sentence < _NEXT and _official(s)), None)
    if lead is None:
        return found
    first = [x for x in known if x[1] is lead]
    after = [x for x in known[known.index(first[-1]) + 1 :] if _named(x[1], first[0][0].content.start)]
    person = after[0][1] if after else None
    if after[:1] and (after[0][0].mention is None or after[0][0].sentence - first[-1][0].sentence > _NEXT):
        return found
    if person is None or not _same(first, [x for x in after if x[1] is person]):
        return found
    return [(d, person if s is lead else s, "named-later" if s is lead else rule) for d, s, rule in found]


def _named(source: Source | None, at: int) -> bool:
    """Whether a source is a person with a name, of whom nothing was told up to a code point."""
    if source is None or source.named.kind is not Kind.PERSON or not source.named.words:
        return False
    return source.before(at) < 0


def _official(source: Source) -> bool:
    """Whether a source is somebody in office who is not named: «مسؤول عراقي»."""
    n = source.named
    return n.kind is Kind.UNNAMED and not n.definite and bare(fold(n.name.split()[0])) in _OFFICIALS


def _same(first: list[Told], second: list[Told]) -> bool:
    """Whether the contents have enough words in common."""
    words, again = _words(first), _words(second)
    shared = len(words & again)
    return shared >= _SHARED and shared >= _SHARE * len(words)


def _words(told: list[Told]) -> frozenset[str]:
    return frozenset(bare(fold(w)) for d, _, _ in told for w in _WORD.findall(d.content.text))
