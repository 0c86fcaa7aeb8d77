"""Bodies and outlets that the data does not know, by their full names.

A name of common words («الهيئة العليا») says nothing without its state; one that holds a place, a person or a coined
word does. What is only a kind of body («الوزارة») stays with its report.
"""

from __future__ import annotations

import functools
import re

from mawqif.arabic import bare, fold
from mawqif.lexicon import Lexicon, titles
from mawqif.lexicon.bodies import body_of
from mawqif.lexicon.states import states_in
from mawqif.model import Card, Kind, Reason
from mawqif.resolve import latin
from mawqif.resolve.actors.titles import distinct

_WORD = re.compile(r"[^\W_]+")
_LONG = 3  # words of an outlet's name that no two have
_OUTLETS = frozenset(fold(w) for w in "صحيفة جريدة قناة وكالة موقع مجلة إذاعة تلفزيون شبكة محطة فضائية".split())
_NEWS = frozenset(
    fold(w) for w in "أنباء أخبار صحافة رسمية وطنية مركزية إعلام تلفزيون رسمي".split()
)  # whose, a state says
_FEW = 2  # «الاتحاد السعودي»: of what, nobody knows
_OF_WHAT = frozenset(
    fold(w)
    for w in (
        "لجنة شركة اتحاد هيئة مجلس جمعية مؤسسة محكمة إدارة مركز معهد وزارة وكالة مكتب لجان رابطة مجموعة منظمة نادي "
        "فريق حزب حركة تيار كتلة وفد بعثة جهاز مصلحة نقابة صندوق بنك جامعة جبهة قيادة دائرة سلطة"
    ).split()
)
_SEVERAL = frozenset(
    fold(w)
    for w in (
        "صحف وسائل مواقع قنوات وكالات صحافة إعلام بعض تقارير منظمات جهات شركات جمعيات مؤسسات هيئات أجهزة فرق أحزاب "
        "دول فصائل كتائب مصادر دوائر وزارات جامعات بنوك مصارف"
    ).split()
)
_REPEATED = frozenset(fold(w) for w in "المذكورة المذكور ذاتها ذاته نفسها نفسه هذه هذا تلك المعنية المختصة".split())


def body(name: str, home: str | None, local: str | None, lexicon: Lexicon) -> Card | None:
    """The card of a body by its name."""
    if latin.is_latin(name):
        words = [w.lower() for w in _WORD.findall(name)]
        proper = len(words) > 1
    else:
        words = [bare(w) for w in _WORD.findall(fold(name))]
        proper = len(words) > 1 and distinct(words[1:], lexicon)
    if not words or _REPEATED & set(words) or words[0] in _SEVERAL:
        return None
    said = {s.id for seen in states_in(name, lexicon) for s in seen.states}
    if proper or (said and (len(words) > _FEW or (len(words) == _FEW and words[0] not in _OF_WHAT))):
        states = tuple(sorted(said)) if len(said) == 1 else ()
        return Card(Kind.ORGANIZATION, f"body {' '.join(words)}", name, states=states)
    if known := _in_data(name, home or local, lexicon):
        return known
    if home is None or len(words) < 2:
        return None
    group = f"body {' '.join(words)} of {home}"
    return Card(Kind.ORGANIZATION, group, name, states=(home,), reason=Reason.NAME_STATE)


def by_mention(mention: str, name: str, home: str | None, lexicon: Lexicon) -> Card | None:
    """The card of a body that the words at the cue name, where its name in the report runs on."""
    return _in_data(mention, home, lexicon) if fold(mention) != fold(name) else None


def _in_data(name: str, home: str | None, lexicon: Lexicon) -> Card | None:
    """The body of the data that words mean, of the report's own state where they name a kind alone."""
    seen = body_of(name, lexicon)
    if seen and seen.id:
        return Card(Kind.ORGANIZATION, f"data {seen.id}", name, actor=seen.id, reason=Reason.DATA)
    if seen is None or seen.kind is None or home is None:
        return None
    id = f"{home}.{seen.kind}"
    return Card(Kind.ORGANIZATION, f"data {id}", name, states=(home,), actor=id, reason=Reason.NAME_STATE)


def outlet(name: str, lexicon: Lexicon) -> Card | None:
    """The card of an outlet: the one of the data under all its names, else that of this name."""
    words = [bare(w) for w in _WORD.findall(fold(name))]
    if not words or words[0] in _SEVERAL:
        return None
    known = _outlets(lexicon)
    if hit := known.get(" ".join(words)):
        return Card(Kind.MEDIA, f"outlet {hit}", name, reason=Reason.OUTLET)
    t = titles(lexicon)
    own = words[1:] if words[0] in _OUTLETS else words
    while len(own) > 1 and t.has("adjectives", own[-1]) and not _NEWS.issuperset(own[:-1]):
        own = own[:-1]  # «… البريطانية»
    if hit := known.get(" ".join(own)):
        return Card(Kind.MEDIA, f"outlet {hit}", name, reason=Reason.OUTLET)
    if not own or (len(own) < _LONG and not distinct(own, lexicon)):
        return None
    return Card(Kind.MEDIA, f"outlet {' '.join(own)}", name, reason=Reason.OUTLET)


@functools.lru_cache(maxsize=8)
def _outlets(lexicon: Lexicon) -> dict[str, str]:
    """The names of outlets, without articles and with and without what they are, to the one that is theirs."""
    out: dict[str, str] = {}
    for o in reversed(lexicon.outlets):
        for name in (o.name, *o.aliases):
            words = [bare(w) for w in _WORD.findall(fold(name))]
            out[" ".join(words)] = o.name
            if words[0] in _OUTLETS and len(words) > 1:
                out.setdefault(" ".join(words[1:]), o.name)
    return out
