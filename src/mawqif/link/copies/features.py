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
from mawqif.link.copies.alignment import Stretches
from mawqif.link.copies.joining import JOINING

Words = tuple[str, ...]

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
    headline: frozenset[str]
    again: frozenset[str]
    figures: frozenset[str]


@dataclass(frozen=True, slots=True)
class Differences:
    """How two reports with a common frame differ in what they are about.

    `own` is the lesser share, over the two, of what it is about and the other not, `own_words` the lesser number;
    `swaps` counts the places where what one is about stands for what the other is about, `swapped` is the lesser number
    of different words put in there, and `swap_share` the share of all places where words were changed. `figures` counts
    those with other figures, `same_figures` is the share of figures that both have. `headlines` is the lesser number of
    words in a headline of which the other report has nothing.
    """

    own: float
    own_words: int
    swaps: int
    swapped: int
    swap_share: float
    figures: int
    same_figures: float
    headlines: int


@dataclass(frozen=True, slots=True)
class Change:
    """What stands between two runs of a passage in either body, where neither has nothing there."""

    a: Words
    b: Words


def differences(a: Body, b: Body, stretches: Stretches) -> Differences:
    """What differs between two reports that share these passages."""
    of_a, of_b = _topic(a.forms, a.title), _topic(b.forms, b.title)
    own_a, own_b = of_a.again - of_b.words, of_b.again - of_a.words
    changed = list(_changes(stretches, a.forms, b.forms))
    swaps = [pair for c in changed if all(pair := (own_a & set(map(_key, c.a)), own_b & set(map(_key, c.b))))]
    figures = of_a.figures & of_b.figures
    return Differences(
        own=min(len(own_a) / max(1, len(of_a.again)), len(own_b) / max(1, len(of_b.again))),
        own_words=min(len(own_a), len(own_b)),
        swaps=len(swaps),
        swapped=min(len(set().union(*(pair[n] for pair in swaps))) for n in (0, 1)),
        swap_share=len(swaps) / max(1, len(changed)),
        figures=sum(map(_refigured, changed)),
        same_figures=len(figures) / max(1, min(len(of_a.figures), len(of_b.figures))),
        headlines=min(len(of_a.headline - of_b.words), len(of_b.headline - of_a.words)),
    )


@functools.lru_cache(maxsize=256)
def _topic(forms: Words, title: Words) -> Topic:
    counts = Counter(filter(None, map(_key, forms)))
    headline = frozenset(filter(None, map(_key, title)))
    again = {w for w, n in counts.items() if (n > 1 or w in headline) and not w.isdigit()}
    return Topic(frozenset(counts) | headline, headline, frozenset(again), frozenset(w for w in counts if w.isdigit()))


@functools.lru_cache(maxsize=1 << 16)
def _key(form: str) -> str:
    """A word as it is counted, empty for what is about nothing: no article, no و, and عبد with its name."""
    if form in JOINING or form in _TIME or form == "عبد":
        return ""
    if form.isdigit():
        return form
    word = bare(form.removeprefix("عبد") if form.startswith("عبدال") else form)
    if word.startswith("و") and len(word) > _SHORTEST + 1:
        word = word[1:]
    return word if len(word) >= _SHORTEST else ""


def _changes(stretches: Stretches, a: Words, b: Words) -> Iterator[Change]:
    """What was put in the place of something else within passages; other spellings are no change."""
    for stretch in stretches:
        for left, right in itertools.pairwise(stretch):
            of_a, of_b = a[left.a + left.n : right.a], b[left.b + left.n : right.b]
            if of_a and of_b and fuzz.ratio("".join(of_a), "".join(of_b)) < _RESPELLED:
                yield Change(of_a, of_b)


def _refigured(change: Change) -> bool:
    """Whether other figures stand in the place of figures."""
    of_a, of_b = ({w for w in words if w.isdigit()} for words in (change.a, change.b))
    return bool(of_a and of_b) and of_a.isdisjoint(of_b)


def prose(words: Words) -> bool:
    """Whether words make clauses; a name with its titles and offices has hardly a particle."""
    joining = sum(w in JOINING for w in words)
    return joining >= max(_LEAST_PROSE, _PROSE * len(words))
