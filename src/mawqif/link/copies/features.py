"""What tells a copy from a formula: the words by which a report is about something, and those that were put in."""

from __future__ import annotations

import functools
import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from mawqif.arabic import bare, fold
from mawqif.link.body import Body
from mawqif.link.copies.align import Stretch

Words = tuple[str, ...]

# closed classes: what stands in any sentence and is about nothing
_JOINING = frozenset(
    map(
        fold,
        "في من على إلى عن أن إن التي الذي الذين اللذين اللتين ما لا لم لن قد كان كانت هذا هذه ذلك تلك بين مع "
        "بعد قبل خلال حيث كما وقد أو ثم لكن حتى عند هو هي هم أنه أنها إنه إنها بأن بأنه بأنها منذ كل غير وهو "
        "وهي فيها فيه منها منه عليه عليها به بها له لها لدى ضد نحو أي إذا عندما وفي ومن وعلى وإن وأن وكان "
        "وكانت إذ ولا وما ولم إليه إليها عنه عنها والتي والذي مما ممن فيما بينما لأن كي سوف يكون تكون وذلك "
        "كذلك أيضا بعض دون حول عبر ضمن أمام".split(),
    )
)
# days and dayparts: an evening paper writes «اليوم» where the morning's has «أمس»
_TIME = frozenset(
    map(
        fold,
        "اليوم أمس غدا الأمس يوم صباح مساء ظهر فجر ليل الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت "
        "الماضي المقبل القادم الجاري الحالي".split(),
    )
)
_SHORTEST = 3  # letters of a word that is about something
_RESPELLED = 66  # likeness, of 100, of two ways of writing one name
_PROSE, _LEAST_PROSE = 0.06, 2  # share and number of joining words in what is no string of titles and names


@dataclass(frozen=True, slots=True)
class Topic:
    """The words of a report, headline included, and those that come again in it: whom and what it is about."""

    words: frozenset[str]
    again: frozenset[str]
    figures: frozenset[str]


@dataclass(frozen=True, slots=True)
class Change:
    """What stands between two runs of a passage in either body, where neither has nothing there."""

    a: Words
    b: Words


def topic(body: Body) -> Topic:
    """What a report is about, by its words alone."""
    return _topic(body.forms, body.title)


@functools.lru_cache(maxsize=256)
def _topic(forms: Words, title: Words) -> Topic:
    counts = Counter(filter(None, map(_key, forms)))
    headline = set(filter(None, map(_key, title)))
    again = {w for w, n in counts.items() if (n > 1 or w in headline) and not w.isdigit()}
    return Topic(frozenset(counts) | headline, frozenset(again), frozenset(w for w in counts if w.isdigit()))


@functools.lru_cache(maxsize=1 << 16)
def _key(form: str) -> str:
    """A word as it is counted, empty for what is about nothing: no article, no و, and عبد with its name."""
    if form in _JOINING or form in _TIME or form == "عبد":
        return ""
    if form.isdigit():
        return form
    word = bare(form.removeprefix("عبد") if form.startswith("عبدال") else form)
    if word.startswith("و") and len(word) > _SHORTEST + 1:
        word = word[1:]
    return word if len(word) >= _SHORTEST else ""


def own(a: Topic, b: Topic) -> frozenset[str]:
    """What one report is about and the other has no word of."""
    return a.again - b.words


def changes(stretches: tuple[Stretch, ...], a: Words, b: Words) -> Iterator[Change]:
    """What was put in the place of something else within passages; other spellings are no change."""
    for stretch in stretches:
        for left, right in itertools.pairwise(stretch):
            of_a, of_b = a[left.a + left.n : right.a], b[left.b + left.n : right.b]
            if of_a and of_b and fuzz.ratio("".join(of_a), "".join(of_b)) < _RESPELLED:
                yield Change(of_a, of_b)


def swapped(change: Change, own_a: frozenset[str], own_b: frozenset[str]) -> bool:
    """Whether what one report is about stands where the other has what it is about."""
    return any(_key(w) in own_a for w in change.a) and any(_key(w) in own_b for w in change.b)


def refigured(change: Change) -> bool:
    """Whether other figures stand in the place of figures."""
    of_a, of_b = ({w for w in words if w.isdigit()} for words in (change.a, change.b))
    return bool(of_a and of_b) and of_a.isdisjoint(of_b)


def prose(words: Words) -> bool:
    """Whether words make clauses; a name with its titles and offices has hardly a particle."""
    joining = sum(w in _JOINING for w in words)
    return joining >= max(_LEAST_PROSE, _PROSE * len(words))
