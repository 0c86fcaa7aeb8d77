"""Where in a report the words of a paste stand in their order, and what is not the same there.

Each part of a paste is looked for behind the part before it. Words are compared without their clitics; a word that no
report has is taken for a slip of the pen where the report has nearly the same one in its place.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import OSA, LCSseq

from mawqif.link.finding.paste import Pasted
from mawqif.link.words import Word

Pair = tuple[int, int]  # a word of the paste and one of the report

ENOUGH = 0.6  # of the weight of a paste that a report must have
_ALL_OF_FEW, _FEW, _MANY = 0.75, 8, 16  # of so few words; with so many, `ENOUGH` is
_ALL, _SENTENCE = 0.85, 5  # of the weight of a part of so many words, with which that part alone is worth telling
_CLOSE = 0.8  # of the words from the first to the last that are of the paste
_LEAST = 0.5  # of a part's weight that a stretch must have before the whole report is searched for it
_WIDER = 0.35  # of a part's words that a stretch may have more
_SLACK = 5  # words
_SKIPPED, _MOST_SKIPPED = 0.12, 1.5  # what a word of the report costs that is passed over, and the most for a gap
_SLIPS = ((4, 1), (8, 2))  # letters of a word from which on so many of them may be wrong


@dataclass(frozen=True, slots=True)
class Aligned:
    """The words of a paste beside those of a report.

    `pairs` are words that both have, ascending in the paste; `spelt` are those of the paste that are the same but
    for spelling or a slip. `added` are words of the paste that the report does not have there; `cut` words of the
    report between them that were left out without a mark, `omitted` those of them for which the paste has no other.
    `clitics` counts words that only differ in what is written together with them, the first one's conjunction
    aside. `share` is the weight of what was found in that of the paste, `shares` that of each part. `leaps` are
    words of the report between two sentences of the paste.
    """

    pairs: tuple[Pair, ...]
    spelt: frozenset[int]
    added: tuple[int, ...]
    cut: tuple[int, ...]
    omitted: tuple[int, ...]
    clitics: int
    share: float
    shares: tuple[float, ...]
    ordered: bool
    leaps: tuple[int, ...] = ()

    @property
    def first(self) -> int:
        """The first word of the report that was found."""
        return min(j for _i, j in self.pairs)

    @property
    def last(self) -> int:
        """The last one."""
        return max(j for _i, j in self.pairs)

    def whole(self, parts: Sequence[tuple[int, int]]) -> Iterator[bool]:
        """By part, whether it is a sentence that is there nearly whole."""
        return _whole(self.shares, parts)

    @property
    def but_one(self) -> bool:
        """Whether all words of the paste but one are there, and several of them, without much between."""
        return len(self.added) <= 1 and len(self.pairs) >= _SENTENCE and self.density >= _CLOSE

    @property
    def density(self) -> float:
        """The share of what was found in the report's words from the first to the last, ellipses aside."""
        return len(self.pairs) / (len(self.pairs) + len(self.cut))


def align(pasted: Pasted, weights: Sequence[float], unknown: frozenset[int], printed: Sequence[Word]) -> Aligned | None:
    """The best stretch of the report for each part of the paste; None where no word is found.

    `weights` say how much each word tells, `unknown` which words no report has.
    """
    bases = [w.base for w in printed]
    found: list[list[Pair]] = []
    at, ordered = 0, True
    for first, last in pasted.parts:
        part, told = [w.base for w in pasted.words[first:last]], weights[first:last]
        best = _stretch(part, told, bases, at)
        if at and sum(told[i] for i, _j in best) < _LEAST * sum(told):
            anywhere = _stretch(part, told, bases, 0)
            if sum(told[i] for i, _j in anywhere) > sum(told[i] for i, _j in best):
                best, ordered = anywhere, False
        if best:
            found.append([(i + first, j) for i, j in best])
            at = best[-1][1] + 1
    return _told(pasted, weights, unknown, printed, found, ordered) if found else None


def near(
    part: Sequence[str], parts: Sequence[tuple[int, int]], weights: Sequence[float], printed: Sequence[str]
) -> list[float]:
    """By part of a paste, the share of its weight that a report has close together, in whatever order.

    It costs little and is never less than what `align` finds; words are compared as they come, stems among them.
    """
    return [_weighed(part[a:b], weights[a:b], printed, 0)[2] / sum(weights[a:b]) for a, b in parts]


def needed(words: int) -> float:
    """The share of a paste of so many words that a report must have for both to be one saying.

    Of a few words a part is soon found anywhere; of many, not.
    """
    long = min(1.0, max(0.0, (words - _FEW) / (_MANY - _FEW)))
    return _ALL_OF_FEW - long * (_ALL_OF_FEW - ENOUGH)


def enough(shares: Sequence[float], parts: Sequence[tuple[int, int]], weights: Sequence[float]) -> bool:
    """Whether enough of a paste is there: most of all of it, or nearly all of one sentence or part."""
    total = sum(share * sum(weights[a:b]) for share, (a, b) in zip(shares, parts, strict=True))
    return any(_whole(shares, parts)) or total >= ENOUGH * sum(weights)


def _whole(shares: Sequence[float], parts: Sequence[tuple[int, int]]) -> Iterator[bool]:
    return (share >= _ALL and b - a >= _SENTENCE for share, (a, b) in zip(shares, parts, strict=True))


def _stretch(part: Sequence[str], weights: Sequence[float], bases: Sequence[str], at: int) -> list[Pair]:
    """Words of a part beside those of the best stretch from word `at` on."""
    first, last, _weight = _weighed(part, weights, bases, at)
    if first >= last:
        return []
    reach = len(part) // 2 + _SLACK
    first, last = max(at, first - reach), last + reach
    matched: list[Pair] = []
    for op in LCSseq.opcodes(part, bases[first:last]):
        if op.tag == "equal":
            matched += zip(
                range(op.src_start, op.src_end), range(op.dest_start + first, op.dest_end + first), strict=True
            )
    return _dense(_drawn(matched, bases), weights)


def _drawn(matched: Sequence[Pair], bases: Sequence[str]) -> list[Pair]:
    """The same words where they stand nearest to those behind them, run by run."""
    done: list[Pair] = []
    for run in reversed(_runs(matched)):
        if done:
            run = _nearest(run, bases, done[0][1])
        done = [*run, *done]
    return done


def _runs(matched: Sequence[Pair]) -> list[list[Pair]]:
    """Words that follow one another at once in both."""
    runs: list[list[Pair]] = []
    for i, j in matched:
        if runs and runs[-1][-1] == (i - 1, j - 1):
            runs[-1].append((i, j))
        else:
            runs.append([(i, j)])
    return runs


def _nearest(run: list[Pair], bases: Sequence[str], end: int) -> list[Pair]:
    """A run where its words stand last before a word of the report."""
    first, told = run[0][1], [bases[j] for _i, j in run]
    for start in range(end - len(run), first, -1):
        if bases[start] == told[0] and list(bases[start : start + len(run)]) == told:
            return [(i, start + k) for k, (i, _j) in enumerate(run)]
    return run


def _weighed(part: Sequence[str], weights: Sequence[float], bases: Sequence[str], at: int) -> tuple[int, int, float]:
    """The words, no more than a part and some, among which those of the part weigh most, and how much."""
    worth: dict[str, float] = {}
    for base, weight in zip(part, weights, strict=True):
        worth[base] = max(weight, worth.get(base, 0.0))
    most = Counter(part)
    width = int(len(part) * (1 + _WIDER)) + _SLACK
    inside: Counter[str] = Counter()
    queue: deque[int] = deque()
    weight = best = 0.0
    found = (0, 0)
    for j in range(at, len(bases)):
        base = bases[j]
        if base not in most:
            continue
        queue.append(j)
        inside[base] += 1
        weight += worth[base] if inside[base] <= most[base] else 0.0
        while j - queue[0] >= width:
            gone = bases[queue.popleft()]
            weight -= worth[gone] if inside[gone] <= most[gone] else 0.0
            inside[gone] -= 1
        if weight > best + 1e-9:
            best, found = weight, (queue[0], j + 1)
    return *found, best


def _dense(matched: Sequence[Pair], weights: Sequence[float]) -> list[Pair]:
    """The run of matched words that is worth most once every word passed over has its price."""
    best, start, score, begun = 0.0, 0, 0.0, 0
    end = 0
    for k, (i, j) in enumerate(matched):
        if k:
            skipped = j - matched[k - 1][1] - 1
            score -= min(_SKIPPED * skipped, _MOST_SKIPPED)
        if score <= 0:
            score, begun = 0.0, k
        score += weights[i]
        if score > best:
            best, start, end = score, begun, k + 1
    return list(matched[start:end])


def _told(
    paste: Pasted,
    weights: Sequence[float],
    unknown: frozenset[int],
    printed: Sequence[Word],
    found: Sequence[Sequence[Pair]],
    ordered: bool,
) -> Aligned:
    """What is the same and what is not, once the stretches are known."""
    pasted = paste.words
    pairs = [pair for part in found for pair in part]
    spelt, cut, omitted = set[int](), list[int](), list[int]()
    for part in found:
        for (i, j), (i2, j2) in pairwise(part):
            mine, theirs = range(i + 1, i2), range(j + 1, j2)
            same = _same(pasted, printed, mine, theirs, unknown)
            spelt.update(mine if same else ())
            kept = same or not paste.marked.isdisjoint(range(i + 1, i2 + 1))
            cut += () if kept else theirs
            omitted += () if kept or mine else theirs
        spelt.update(_edges(pasted, printed, part, unknown))
    have = {i for i, _j in pairs} | spelt
    led = pairs[1:] if _joined(pasted[pairs[0][0]], printed[pairs[0][1]]) else pairs
    return Aligned(
        tuple(pairs),
        frozenset(spelt),
        tuple(i for i in range(len(pasted)) if i not in have),
        tuple(cut),
        tuple(omitted),
        sum(pasted[i].form != printed[j].form for i, j in led),
        sum(weights[i] for i in have) / sum(weights),
        tuple(sum(weights[i] for i in range(a, b) if i in have) / sum(weights[a:b]) for a, b in paste.parts),
        ordered,
        tuple(_leaps(paste, found)) if ordered else (),
    )


def _leaps(paste: Pasted, found: Sequence[Sequence[Pair]]) -> Iterator[int]:
    """The words of the report between parts that no ellipsis keeps apart."""
    for before, after in pairwise(found):
        start = max(a for a, _b in paste.parts if a <= after[0][0])
        if start not in paste.marked:
            yield from range(before[-1][1] + 1, after[0][1])


def _edges(pasted: Sequence[Word], printed: Sequence[Word], part: Sequence[Pair], unknown: frozenset[int]) -> set[int]:
    """Words of the paste right before and behind what was found that are slips of those of the report there."""
    found = set(_run_together(pasted, printed, part[0], -1)) | set(_run_together(pasted, printed, part[-1], 1))
    for (i, j), step in ((part[0], -1), (part[-1], 1)):
        while 0 <= i + step < len(pasted) and 0 <= j + step < len(printed):
            i, j = i + step, j + step
            if i not in unknown or not _slip(pasted[i].form, printed[j].form):
                break
            found.add(i)
    return found


def _run_together(pasted: Sequence[Word], printed: Sequence[Word], at: Pair, step: int) -> Sequence[int]:
    """A word or two at an edge of what was found that are those of the report there, with a space more or less."""
    for mine, theirs in ((1, 2), (2, 1), (1, 3), (3, 1)):
        one, two = _beside(pasted, at[0], step, mine), _beside(printed, at[1], step, theirs)
        if len(one) == mine and len(two) == theirs and _letters(one) == _letters(two):
            return range(at[0] + 1, at[0] + 1 + mine) if step > 0 else range(at[0] - mine, at[0])
    return ()


def _letters(words: Sequence[Word]) -> str:
    return "".join(w.form for w in words)


def _beside(words: Sequence[Word], at: int, step: int, count: int) -> Sequence[Word]:
    """So many words behind a word, or before it."""
    return words[at + 1 : at + 1 + count] if step > 0 else words[max(0, at - count) : at]


def _joined(a: Word, b: Word) -> bool:
    """Whether two words differ at most in a conjunction before them."""
    return a.form.lstrip("وف") == b.form.lstrip("وف")


def _same(pasted: Sequence[Word], printed: Sequence[Word], mine: range, theirs: range, unknown: frozenset[int]) -> bool:
    """Whether words are the same but for spaces or slips."""
    if not mine or not theirs:
        return False
    if _letters([pasted[i] for i in mine]) == _letters([printed[j] for j in theirs]):
        return True
    if len(mine) != len(theirs):
        return False
    return all(i in unknown and _slip(pasted[i].form, printed[j].form) for i, j in zip(mine, theirs, strict=True))


def _slip(a: str, b: str) -> bool:
    """Whether one word is the other with a letter or two wrong, or two that changed places."""
    most = max((n for least, n in _SLIPS if min(len(a), len(b)) >= least), default=0)
    return most > 0 and OSA.distance(a, b, score_cutoff=most) <= most
