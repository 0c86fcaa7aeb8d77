"""Pairs of statements by how alike they look: what `tools/sayings.py draw` chooses from.

Everything here looks at the words of contents and of speakers' mentions alone, with indexes of words that are rare, and
at nothing that decides what was said once: the pairs are the measure of that decision.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import combinations

from mawqif.arabic import WORD, bare, fold
from mawqif.model import Act, Mode, Statement

# How many pairs are drawn of each stratum; a pair belongs to the first that fits, in the order of `_rules`.
QUOTAS = {
    "copy": 20,  # most of one report stands in the other in the same words
    "formula": 12,  # both congratulate, thank, condole or pray, and half of the words are shared
    "apart": 18,  # half of the words are shared, three days or more lie between
    "opposed": 16,  # half of the words are shared; a negation, or a verb of refusal or denial, is in one alone
    "other-speaker": 18,  # nearly the same words, the speakers' mentions have none in common
    "mode": 16,  # half of the words are shared; direct in one report, indirect in the other
    "exact": 14,  # the same words
    "nearly": 16,  # the same words but for a few
    "contained": 16,  # the shorter content is in the longer
    "run": 18,  # six words on end are shared, neither is in the other
    "half": 18,  # half of the words are shared, the speakers' mentions are alike, two days apart at most
    "third": 16,  # a third of them
    "speaker": 12,  # mentions alike, a day apart at most, two telling words are shared
    "rare": 8,  # four telling words are shared, the speakers' mentions are not alike
    "random": 6,
}

GRAM = 4  # words
NEVER = 40  # statements; a run of words in more of them pairs nothing
SELDOM = 25  # statements; a word in no more of them is rare
KNOWN = 150  # statements; a word of a mention in no more of them brings speakers together
USUAL = 0.01  # of all statements; a word in more of them says little
LEAST = 4  # words of a content, or shared words
FAR = 3  # days
NEAR = 2  # days

_NEGATIONS = frozenset({"لا", "لم", "لن", "ليس", "ليست", "غير", "عدم", "بدون"})
_REFUSING = frozenset("رفض يرفض رفضه رفضها نفي ينفي نافيا رافضا مستحيل يمنع منع ضد يعارض معارضه وقف الغاء".split())
_FORMULAS = frozenset(
    "تهنيه تهاني التهنيه التهاني تعازي التعازي عزاء العزاء مواساه شكر الشكر شكره شكري امتنان تقدير نسال اسال سايلا "
    "يتغمد يرحم يحفظ رحمه تعازيه تمنيات تمنياته برقيه".split()
)


@dataclass(frozen=True)
class Said:
    """A statement in its report: the place of its content, and its words folded; `speaker` without articles."""

    report: str
    start: int
    end: int
    words: tuple[str, ...]
    speaker: frozenset[str]
    mode: Mode
    act: Act
    day: dt.date | None

    @cached_property
    def bare(self) -> frozenset[str]:
        """Its words without articles."""
        return frozenset(map(bare, self.words))

    @property
    def place(self) -> tuple[str, int, int]:
        return self.report, self.start, self.end

    @cached_property
    def grams(self) -> frozenset[tuple[str, ...]]:
        """Its runs of a few words."""
        return frozenset(zip(*(self.words[i:] for i in range(GRAM)), strict=False))


Pair = tuple[Said, Said]
Copied = Callable[[str, str], bool]


def said(report: str, s: Statement, day: dt.date | None) -> Said:
    """A statement by its words, on a day."""
    told = f"{s.speaker.mention.text if s.speaker.mention else ''} {s.speaker.name or ''}"
    speaker = frozenset(bare(w) for w in WORD.findall(fold(told)))
    words = tuple(WORD.findall(fold(s.content.text)))
    return Said(report, s.content.start, s.content.end, words, speaker, s.mode, s.act, day)


class Usage:
    """Which words say little, because many statements have them."""

    def __init__(self, found: Sequence[Said]) -> None:
        self.contents = Counter(w for s in found for w in s.bare)
        self.speakers = Counter(w for s in found for w in s.speaker)
        self._most = max(2, USUAL * len(found))

    def telling(self, s: Said) -> frozenset[str]:
        """The words of a content that are not common."""
        return frozenset(w for w in s.bare if self.contents[w] <= self._most)

    def calling(self, s: Said) -> frozenset[str]:
        """The words of a speaker's mention and name that are not common."""
        return frozenset(w for w in s.speaker if self.speakers[w] <= self._most)


def _apart(a: Said, b: Said) -> int:
    return abs((a.day - b.day).days) if a.day and b.day else 0


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the smaller set that is in the other."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _opposed(a: Said, b: Said) -> bool:
    """Whether a word of negation or refusal is in one alone, or one alone rejects or denies."""
    no = {Act.REJECT, Act.DENY}
    turning = _NEGATIONS | _REFUSING
    return bool(turning & set(a.words)) != bool(turning & set(b.words)) or (a.act in no) != (b.act in no)


class Rules:
    """The stratum of a pair of statements in different reports."""

    def __init__(self, found: Sequence[Said], copied: Copied) -> None:
        usage = Usage(found)
        self._telling = {s.place: usage.telling(s) for s in found}
        self._calling = {s.place: usage.calling(s) for s in found}
        self._copied = copied

    def stratum(self, a: Said, b: Said) -> str | None:
        """The stratum; None where nothing is alike."""
        one, two = self._telling[a.place], self._telling[b.place]
        common, half = len(a.bare & b.bare), _shared(a.bare, b.bare)
        if half >= 0.5 and common >= LEAST and _shared(one, two) >= 0.5:
            return self._alike(a, b)
        return self._unlike(a, b, half, len(one & two))

    def _speakers(self, a: Said, b: Said) -> float:
        return _shared(self._calling[a.place], self._calling[b.place])

    def _alike(self, a: Said, b: Said) -> str | None:
        """The stratum of statements that share half of their words."""
        if self._copied(a.report, b.report):
            return "copy"
        if all(_FORMULAS & set(s.words) for s in (a, b)):
            return "formula"
        if _apart(a, b) >= FAR:
            return "apart"
        if _opposed(a, b):
            return "opposed"
        return self._by_order(a, b)

    def _by_order(self, a: Said, b: Said) -> str | None:
        """The stratum by what is shared in the same order."""
        match = SequenceMatcher(None, a.words, b.words, autojunk=False)
        blocks = [m.size for m in match.get_matching_blocks()]
        nearly, inside = match.ratio() >= 0.85, sum(blocks) >= 0.9 * min(len(a.words), len(b.words))
        if nearly and not a.speaker & b.speaker:
            return "other-speaker"
        if {a.mode, b.mode} == {Mode.DIRECT, Mode.INDIRECT}:
            return "mode"
        if a.words == b.words:
            return "exact"
        if nearly:
            return "nearly"
        if inside:
            return "contained"
        if max(blocks) >= 6:
            return "run"
        return "half" if self._speakers(a, b) >= 0.5 and _apart(a, b) <= NEAR else None

    def _unlike(self, a: Said, b: Said, half: float, telling: int) -> str | None:
        """The stratum of statements that share less."""
        if self._speakers(a, b) < 0.5:
            return "rare" if telling >= 4 else None
        if _apart(a, b) > NEAR:
            return None
        if half >= 1 / 3 and telling >= 2:
            return "third"
        return "speaker" if _apart(a, b) < NEAR and telling > 1 else None


def _blocks(found: Sequence[Said]) -> Iterator[Sequence[Said]]:
    """Statements with something in common that few have."""
    usage = Usage(found)
    by: dict[Hashable, list[Said]] = defaultdict(list)
    for s in found:
        for gram in s.grams:
            by[gram].append(s)
        for w in s.bare:
            if usage.contents[w] <= SELDOM:
                by["content", w].append(s)
        for w in s.speaker:
            if usage.speakers[w] <= KNOWN:
                by["speaker", w].append(s)
    for key, inside in by.items():
        if len(inside) > 1 and (len(inside) <= NEVER or (isinstance(key, tuple) and key[0] == "speaker")):
            yield inside


def candidates(found: Iterable[Said]) -> Iterator[Pair]:
    """Pairs of statements in different reports that share something that few have, each once, in order."""
    known = sorted((s for s in found if len(s.words) >= LEAST), key=lambda s: s.place)
    pairs: set[tuple[int, int]] = set()
    at = {s.place: i for i, s in enumerate(known)}
    for inside in _blocks(known):
        pairs.update(combinations(sorted({at[s.place] for s in inside}), 2))
    for i, j in sorted(pairs):
        if known[i].report != known[j].report:
            yield known[i], known[j]


def groups(found: Sequence[Said], copied: Copied) -> dict[str, list[Pair]]:
    """The pairs of statements by stratum; `copied` tells whether two reports are one text for the most part."""
    rules = Rules(found, copied)
    out: dict[str, list[Pair]] = {name: [] for name in QUOTAS}
    for a, b in candidates(found):
        if stratum := rules.stratum(a, b):
            out[stratum].append((a, b))
    return out
