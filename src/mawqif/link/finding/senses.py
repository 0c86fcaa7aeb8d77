"""Whether the words of a report that were found mean what was pasted, and what beside them a reader must see."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from mawqif.arabic import fold
from mawqif.link.finding.places import Held
from mawqif.link.finding.stretches import Aligned
from mawqif.link.sayings.contrary import opposite_sides
from mawqif.link.words import Word, negates, words
from mawqif.model import Passage, Span, Statement
from mawqif.model.finding import Notice, Sign
from mawqif.model.wordings import Change, Comparison, Flag

YES, NO = 10_000, -10_000  # the sides of who says yes or no to something; those of the word lists are counted from 1
ON, OFF = 10_001, -10_001  # of who goes on with it or stops it
Sides = Callable[[str], frozenset[int]]  # the sides of opposites that a folded word names: n and -n are each other's

_ENGLISH = frozenset(
    "not no never cannot neither nor without won don doesn didn isn aren wasn weren wouldn couldn shouldn".split()
)
_WHAT = frozenset(map(fold, "ما وما فما مما بما كما".split()))
_WORD = 20  # code points before a cue in which the word before it stands
_VOID = frozenset(map(fold, "صحيحا صحيح صحيحة صحة واردا وارد ممكنا ممكن أساس true case".split()))  # «ليس صحيحا أن»
_LINKING = frozenset(map(fold, "أن إن بأن من لما أنه أنها that the".split()))
_SUPPOSING = frozenset(map(fold, "لو إذا ولو وإذا فإذا if whether unless هل".split()))
_TURNING = frozenset(map(fold, "لكن ولكن لكنه لكنها ولكنه ولكنها لكننا ولكننا لكني بيد however but".split()))
_LIMITING = {
    **{fold(w): Sign.EXCEPTION for w in ("إلا", "باستثناء", "عدا", "سوى", "except")},
    **{
        fold(w): Sign.CONDITION
        for w in ("ما لم", "إذا", "لو", "شريطة", "بشرط", "طالما", "ما دام", "unless", "if", "until")
    },
}
_CLAUSE = re.compile(r"[،,;؛.!؟?»](?!\s?(?:و|أو\s|or\s|and\s))\s")
_UNTIL = fold("حتى")
_COMMA = re.compile("[،,;؛»\n]")
_EXCEPT_THAT = [fold("إلا"), fold("أن")]
_BEFORE = 3  # words before a stretch that are looked at
_BEHIND = 3  # words behind it
_KEPT = 0.5  # of the words of a condition that a paste must have


def negated(word: Word) -> bool:
    """Whether a word negates, in Arabic or English."""
    return negates(word.form) or word.form in _ENGLISH


def denies(statement: Statement, denying: frozenset[str], text: str) -> bool:
    """Whether its cue, of those that deny or refuse (folded forms), or a negation of it says no to the content.

    `text` is the one in which its spans lie: «ما قاله» is no negation, whatever it was taken for.
    """
    cue = fold(statement.cue.text).split() if statement.cue else []
    told = any(w in denying or (w[:1] in "وف" and w[1:] in denying) for w in cue)
    before = text[max(0, statement.cue.start - _WORD) : statement.cue.start].split()[-1:] if statement.cue else []
    return told != (statement.negated and not any(fold(w) in _WHAT for w in before))


def reaches(statement: Statement, start: int, cut: Passage) -> bool:
    """Whether what a cue says of a content still holds at a code point: no clause of its own has begun before that.

    What goes on with «و» or «أو» goes on with it.
    """
    inside = cut.text[statement.content.start : max(start, statement.content.start)]
    return _CLAUSE.search(inside) is None


def opposed(compared: Comparison, sides: Sides) -> bool:
    """Whether the two wordings differ by a negation, or by a word and its opposite, but not by both."""
    flags = sum(f.flag in (Flag.NEGATION_LOST, Flag.NEGATION_ADDED) for f in compared.flags)
    flags += sum(_english(p.a) != _english(p.b) for p in compared.pieces if p.change is not Change.EQUAL)
    turned = any(_turned(p.a, p.b, sides) for p in compared.pieces if p.change is Change.CHANGED)
    return (flags + turned) % 2 == 1


def _english(span: Span | None) -> bool:
    return span is not None and not _ENGLISH.isdisjoint(fold(span.text).replace("'", " ").replace("’", " ").split())


def _turned(a: Span | None, b: Span | None, sides: Sides) -> bool:
    """Whether one names a side where the other names only the opposite one."""
    mine, theirs = ({s for w in words(x.text) for s in sides(w.form)} if x else set[int]() for x in (a, b))
    return opposite_sides(mine, theirs)


def before(found: Aligned, printed: Sequence[Word], cut: Passage) -> Iterator[Notice]:
    """A negation or an «if» that stands right before what was found, in its sentence."""
    first = found.first
    near = [w for w in printed[max(0, first - _BEFORE) : first] if _one_sentence(cut, w, printed[first])]
    if not near:
        return
    behind = [w for w in near if w.form not in _LINKING]
    if negated(near[-1]) or (len(behind) > 1 and behind[-1].form in _VOID and negated(behind[-2])):
        word = near[-1] if negated(near[-1]) else behind[-2]
        yield Notice(Sign.NEGATION, _span(cut, word, near[-1]))
    if any(w.form in _SUPPOSING for w in near[-2:]):
        yield Notice(Sign.SUPPOSED, _span(cut, near[-2:][0], near[-1]))


def behind(found: Aligned, printed: Sequence[Word], cut: Passage) -> Iterator[Notice]:
    """«But» right behind what was found, with its sentence as far as it goes."""
    last = found.last
    for j in range(last + 1, min(last + 1 + _BEHIND, len(printed))):
        if printed[j].form in _TURNING or [w.form for w in printed[j : j + 2]] == _EXCEPT_THAT:
            end = next((s.end for s in cut.sentences if s.start <= printed[j].start < s.end), printed[j].end)
            yield Notice(Sign.TURN, Span.of(cut.text, printed[j].start, end))
            return


def unread(found: Aligned, printed: Sequence[Word], cut: Passage) -> Iterator[Notice]:
    """A condition or an exception that begins right behind what was found, with its clause."""
    last = found.last
    sign = _limit([w.form for w in printed[last + 1 : last + 3]])
    if last + 1 >= len(printed) or not _one_sentence(cut, printed[last], printed[last + 1]):
        return
    if sign is None and printed[last + 1].form == _UNTIL and any(negated(printed[j]) for _i, j in found.pairs):
        sign = Sign.CONDITION
    if sign:
        yield Notice(sign, _clause(cut, printed[last + 1].start))


def _limit(following: Sequence[str]) -> Sign | None:
    """What the next two words open, if anything; «إلا أن» only goes on."""
    if list(following) == _EXCEPT_THAT or not following:
        return None
    return _LIMITING.get(following[0]) or _LIMITING.get(" ".join(following))


def _clause(cut: Passage, start: int) -> Span:
    """From there to the next comma, or to the end of the sentence."""
    end = next(s.end for s in cut.sentences if s.start <= start < s.end)
    comma = _COMMA.search(cut.text, start + 1, end)
    return Span.of(cut.text, start, comma.start() if comma else end)


def limits(found: Aligned, printed: Sequence[Word], held: Held, cut: Passage) -> Iterator[Notice]:
    """The conditions and exceptions of the statement that the paste lacks, in the sentences of what it has."""
    if held.statement is None:
        return
    have = {printed[j].start for _i, j in found.pairs}
    at = printed[found.first], printed[found.last]
    for sign, spans in ((Sign.CONDITION, held.statement.conditions), (Sign.EXCEPTION, held.statement.exceptions)):
        for span in spans:
            inside = [w for w in printed if span.start <= w.start < span.end]
            near = inside and any(_one_sentence(cut, inside[0], w) for w in at)
            if near and sum(w.start in have for w in inside) < _KEPT * len(inside):
                yield Notice(sign, span)


def _one_sentence(cut: Passage, a: Word, b: Word) -> bool:
    first, last = sorted((a.start, b.start))
    return any(s.start <= first and last < s.end for s in cut.sentences)


def _span(cut: Passage, first: Word, last: Word) -> Span:
    return Span.of(cut.text, first.start, last.end)
