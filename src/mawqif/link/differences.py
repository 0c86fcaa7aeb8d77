"""One saying in two wordings: a diff by words that knows clitics, and flags for what changes the sense.

Words are aligned without what is written together with them (و ف ب ل ك ال, the «س» of the future), so that «وقال»
beside «قال» is one word with a changed clitic. The first wording is the one that is kept to, the second what was made
of it.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz.distance import LCSseq

from mawqif.arabic import fold
from mawqif.lexicon import Lexicon
from mawqif.link.words import Word, negates, numeral, value, words
from mawqif.model import Span
from mawqif.model.wordings import Change, Comparison, Flag, Flagged, Piece, Wording

_RANKS = {"soft": 0, "firm": 2, "harsh": 3}  # a cue of none of these lists is at 1
_PLAIN = 1
_MOST_KEPT = 0.5  # share of a condition's words that the other wording has, below which it was dropped
_TELLING = 2  # letters: shorter words say nothing about whether a condition was kept
_MIXED = "mixed"

Run = tuple[Change, int, int, int, int]  # words `a1:a2` of the first, `b1:b2` of the second


def differences(a: Wording, b: Wording, lexicon: Lexicon) -> Comparison:
    """What the second wording made of the first."""
    first, second = words(a.content.text, a.content.start), words(b.content.text, b.content.start)
    runs = list(_runs(first, second))
    same = sum(run[2] - run[1] for run in runs if run[0] is Change.EQUAL)
    return Comparison(
        pieces=tuple(_pieces(a.content, b.content, first, second, runs)),
        flags=(
            *_negations(a, b, first, second, runs),
            *_limits(a, b, first, second, runs),
            *_numbers(a, b, first, second, runs),
            *_about(a, b, lexicon),
        ),
        kept=same / max(len(first), 1),
        taken=same / max(len(second), 1),
    )


# --- the words side by side


def _runs(first: Sequence[Word], second: Sequence[Word]) -> Iterator[Run]:
    """Runs of words that are the same but for clitics, and what stands between them."""
    i = j = 0
    ops = LCSseq.opcodes([w.base for w in first], [w.base for w in second])
    for op in ops:
        if op.tag != "equal":
            continue
        if (i, j) != (op.src_start, op.dest_start):
            yield _between(i, op.src_start, j, op.dest_start)
        yield Change.EQUAL, op.src_start, op.src_end, op.dest_start, op.dest_end
        i, j = op.src_end, op.dest_end
    if (i, j) != (len(first), len(second)):
        yield _between(i, len(first), j, len(second))


def _between(a1: int, a2: int, b1: int, b2: int) -> Run:
    kind = Change.ADDED if a1 == a2 else Change.CUT if b1 == b2 else Change.CHANGED
    return kind, a1, a2, b1, b2


def _pieces(a: Span, b: Span, first: Sequence[Word], second: Sequence[Word], runs: Sequence[Run]) -> Iterator[Piece]:
    for change, a1, a2, b1, b2 in runs:
        if change is Change.EQUAL:
            yield from _equal(a, b, first[a1:a2], second[b1:b2])
        else:
            yield Piece(change, _stretch(a, first[a1:a2]), _stretch(b, second[b1:b2]))


def _equal(a: Span, b: Span, first: Sequence[Word], second: Sequence[Word]) -> Iterator[Piece]:
    """Words that are the same, cut where a clitic differs: the clitics, then the words from behind them on."""
    start_a, start_b = first[0].start, second[0].start
    end_a, end_b = start_a, start_b
    for x, y in zip(first, second, strict=True):
        if x.form != y.form:
            if end_a > start_a:
                yield Piece(Change.EQUAL, _part(a, start_a, end_a), _part(b, start_b, end_b))
            start_a, start_b = _clitics(a, b, x, y)
            cut, added = _part(a, x.start, start_a), _part(b, y.start, start_b)
            yield Piece(_kind(cut, added), cut, added, clitic=True)
        end_a, end_b = x.end, y.end
    yield Piece(Change.EQUAL, _part(a, start_a, end_a), _part(b, start_b, end_b))


def _kind(cut: Span | None, added: Span | None) -> Change:
    return Change.CHANGED if cut and added else Change.CUT if cut else Change.ADDED


def _clitics(a: Span, b: Span, x: Word, y: Word) -> tuple[int, int]:
    """Where the clitics that differ end: of «والجسر» beside «الجسر» it is the conjunction alone."""
    mine, theirs = x.form.removesuffix(x.base), y.form.removesuffix(y.base)
    if mine.endswith(theirs):
        mine, theirs = mine.removesuffix(theirs), ""
    elif theirs.endswith(mine):
        mine, theirs = "", theirs.removesuffix(mine)
    return _behind(a, x, len(mine)), _behind(b, y, len(theirs))


def _behind(content: Span, word: Word, left: int) -> int:
    """Where the first letters of a folded word end in its text."""
    at = word.start
    while left:
        left -= len(fold(content.text[at - content.start]))
        at += 1
    while at > word.start and at < word.end and not fold(content.text[at - content.start]):
        at += 1  # marks of the last of those letters
    return at


def _part(content: Span, start: int, end: int) -> Span | None:
    if start >= end:
        return None
    return Span(start, end, content.text[start - content.start : end - content.start])


def _stretch(content: Span, run: Sequence[Word]) -> Span | None:
    return _part(content, run[0].start, run[-1].end) if run else None


# --- flags


def _negations(
    a: Wording, b: Wording, first: Sequence[Word], second: Sequence[Word], runs: Sequence[Run]
) -> Iterator[Flagged]:
    """Negations of which one wording has none: that of the cue, and one before a word that both have."""
    if a.negated != b.negated:
        yield Flagged(Flag.NEGATION_LOST if a.negated else Flag.NEGATION_ADDED, a.cue, b.cue)
    for (change, a1, a2, b1, b2), (then, *_) in itertools.pairwise(runs):
        if change is Change.EQUAL or then is not Change.EQUAL or len(first[a2].base) <= _TELLING:
            continue
        mine, theirs = _last_negation(first[a1:a2]), _last_negation(second[b1:b2])
        if mine and not theirs and not any(negates(w.form) for w in second[b1:b2]):
            yield Flagged(Flag.NEGATION_LOST, _stretch(a.content, [mine, first[a2]]), _stretch(b.content, [second[b2]]))
        if theirs and not mine and not any(negates(w.form) for w in first[a1:a2]):
            yield Flagged(
                Flag.NEGATION_ADDED, _stretch(a.content, [first[a2]]), _stretch(b.content, [theirs, second[b2]])
            )


def _last_negation(run: Sequence[Word]) -> Word | None:
    """The negation that ends a run of words, and so negates what comes."""
    return run[-1] if run and negates(run[-1].form) else None


def _limits(
    a: Wording, b: Wording, first: Sequence[Word], second: Sequence[Word], runs: Sequence[Run]
) -> Iterator[Flagged]:
    """Conditions and exceptions of one wording of which the other has less than half the words."""
    kept_a = {i for change, a1, a2, *_ in runs if change is Change.EQUAL for i in range(a1, a2)}
    kept_b = {j for change, _a1, _a2, b1, b2 in runs if change is Change.EQUAL for j in range(b1, b2)}
    if not kept_a:
        return
    for dropped, added, mine, theirs in (
        (Flag.CONDITION_DROPPED, Flag.CONDITION_ADDED, a.conditions, b.conditions),
        (Flag.EXCEPTION_DROPPED, Flag.EXCEPTION_ADDED, a.exceptions, b.exceptions),
    ):
        yield from (Flagged(dropped, span, None) for span in mine if _missing(span, first, kept_a))
        yield from (Flagged(added, None, span) for span in theirs if _missing(span, second, kept_b))


def _missing(span: Span, found: Sequence[Word], kept: set[int]) -> bool:
    telling = [i for i, w in enumerate(found) if span.start <= w.start and w.end <= span.end and len(w.base) > _TELLING]
    return bool(telling) and sum(i in kept for i in telling) < _MOST_KEPT * len(telling)


def _numbers(
    a: Wording, b: Wording, first: Sequence[Word], second: Sequence[Word], runs: Sequence[Run]
) -> Iterator[Flagged]:
    """Numbers that stand in each other's place."""
    for change, a1, a2, b1, b2 in runs:
        if change is Change.CHANGED:
            mine, theirs = _numerals(first[a1:a2]), _numerals(second[b1:b2])
            before, after = ({value(w.form) for w in x} for x in (mine, theirs))
            if before - after and after - before and "" not in before | after:
                yield Flagged(Flag.NUMBER_CHANGED, _stretch(a.content, mine), _stretch(b.content, theirs))


def _numerals(run: Sequence[Word]) -> list[Word]:
    return [w for w in run if numeral(w.form)]


def _about(a: Wording, b: Wording, lexicon: Lexicon) -> Iterator[Flagged]:
    """What is different in who speaks, by which cue, and in whose words."""
    if _other_speaker(a, b):
        yield Flagged(Flag.SPEAKER, None, None)
    if a.mode and b.mode and a.mode != b.mode and _MIXED not in (a.mode, b.mode):
        yield Flagged(Flag.UNQUOTED if a.mode == "direct" else Flag.QUOTED, a.content, b.content)
    if a.cue and b.cue:
        (slant_a, rank_a), (slant_b, rank_b) = tone(a.cue.text, lexicon), tone(b.cue.text, lexicon)
        if slant_a != slant_b:
            yield Flagged(Flag.LOADED if slant_b else Flag.NEUTRALISED, a.cue, b.cue)
        elif rank_a != rank_b:
            yield Flagged(Flag.SHARPENED if rank_b > rank_a else Flag.SOFTENED, a.cue, b.cue)


def _other_speaker(a: Wording, b: Wording) -> bool:
    """Whether both name a speaker, and no word of one name is in the other."""
    if a.actor and b.actor:
        return a.actor != b.actor
    mine, theirs = ({w.base for w in words(x.speaker or "")} for x in (a, b))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def tone(cue: str, lexicon: Lexicon) -> tuple[bool, int]:
    """Whether the words of a cue judge what they report, and how strongly they say it (1: plainly)."""
    tones = _tones(lexicon)
    found = [t for w in words(cue) for form in (w.form, w.form[1:]) if (t := tones.get(form))]
    return any(judging for judging, _ in found), max((rank for _, rank in found), default=_PLAIN)


@functools.lru_cache(maxsize=8)
def _tones(lexicon: Lexicon) -> Mapping[str, tuple[bool, int]]:
    """The forms of the cues that sound otherwise than a plain one."""
    of = {fold(lemma): (False, rank) for name, rank in _RANKS.items() for lemma in lexicon.list(f"tones.{name}")}
    of |= {fold(lemma): (True, _PLAIN) for lemma in lexicon.list("tones.judging")}
    return {f.form: of[fold(c.lemma)] for c in lexicon.cues if fold(c.lemma) in of for f in c.forms}
