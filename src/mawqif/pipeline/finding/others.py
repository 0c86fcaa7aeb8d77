"""The same saying in other words: statements that share what tells in a paste, or mean the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from mawqif.arabic import plain, search_key
from mawqif.lexicon import Lexicon
from mawqif.link.finding import candidates, rewording, senses
from mawqif.link.finding.senses import Sides
from mawqif.link.words import words
from mawqif.model import Date, Report, Said, Statement
from mawqif.model.finding import Hit, Likeness, Notice, Place, Sign, Within
from mawqif.pipeline import in_plain, led_back
from mawqif.pipeline.finding.asking import Asked, named_in
from mawqif.pipeline.finding.hits import Sought, around, denying, sides_of
from mawqif.pipeline.finding.kept import Kept
from mawqif.segment import passage

Meaning = Callable[[Sequence[str]], Sequence[float]]  # how near texts are to the first of them in meaning, up to 1

MOST = 60  # statements whose words are compared
MOST_MEANT = 120  # whose meaning is
MOST_SHOWN = 5
_OPPOSED = 0.8  # share from which other words are called the opposite: with less, they are about something else
_KEPT = 0.5  # of the words of a condition that a paste must have


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A statement that may say it, in its report."""

    report: Report
    own: Statement
    said: Said


def reworded(
    kept: Kept,
    sought: Sought,
    lexicon: Lexicon,
    within: Within,
    asked: Asked | None,
    claimed: Asked | None,
    meaning: Meaning | None,
) -> list[Hit]:
    """Statements that say in other words, or in the opposite sense, what was pasted; the nearest first.

    Of who is asked for, or of whom the paste claims it, less need be shared.
    """
    terms = candidates.stems(sought.pasted.words)
    by = search_key(asked.name).split() if asked and not asked.actors else []
    keys = candidates.ranked(zip(terms, kept.said(terms, by, candidates.MOST, within), strict=True), kept.size())[:MOST]
    if meaning:
        keys = list(dict.fromkeys([*keys, *_spoken(kept, sought, lexicon, within, asked, by)]))[:MOST_MEANT]
    pasted = rewording.pasted(sought.pasted.text, sought.denies, lexicon)
    read = _read(kept, keys, lexicon)
    near = _near(pasted, read, _theirs(kept, read, asked or claimed), meaning)
    return [_hit(sought, one, pasted, lexicon) for one in near[:MOST_SHOWN]]


def _spoken(
    kept: Kept, sought: Sought, lexicon: Lexicon, within: Within, asked: Asked | None, by: Sequence[str]
) -> list[int]:
    """What the speaker that is asked for said lately, else those whom a paste in English names."""
    if by:
        return kept.said([()], by, MOST_MEANT, within)[0]
    actors = asked.actors if asked else named_in(sought.pasted.text, lexicon)
    return kept.spoken(sorted(actors), MOST_MEANT, within) if actors else []


def _read(kept: Kept, keys: Sequence[int], lexicon: Lexicon) -> list[_Candidate]:
    """The statements of these keys in their reports."""
    wanted = kept.contents(keys)
    ids = {id for _report, id, _text in wanted.values()}
    reports = kept.held(list(dict.fromkeys(report for report, _id, _text in wanted.values())))
    return [
        _Candidate(report, s, rewording.found(s, report.id, lexicon))
        for _key, report, statements in reports
        for s in statements
        if s.id in ids
    ]


def _theirs(kept: Kept, read: Sequence[_Candidate], about: Asked | None) -> frozenset[str]:
    """The ids of the statements of a speaker."""
    if about is None:
        return frozenset()
    known = kept.speakers([one.own.id for one in read])
    return frozenset(one.own.id for one in read if about.said(one.own, known))


@dataclass(frozen=True, slots=True)
class _Near:
    """A statement that is near a paste: how near, and whether that is enough for one saying."""

    enough: bool
    share: float
    candidate: _Candidate


def _near(pasted: Said, read: Sequence[_Candidate], theirs: frozenset[str], meaning: Meaning | None) -> list[_Near]:
    """Those that say it, by how much they share or how near they are in meaning, the nearest first."""
    cosines = meaning([pasted.text, *(one.said.text for one in read)]) if meaning and read else [0.0] * len(read)
    found = []
    for one, cosine in zip(read, cosines, strict=True):
        asked = one.own.id in theirs
        shared = rewording.shared(pasted, one.said, asked)
        if not (shared and shared[1]) and rewording.near(pasted, one.said, cosine, asked):
            shared = cosine, True
        if shared:
            found.append(_Near(shared[1], shared[0], one))
    return sorted(
        found,
        key=lambda n: (not n.enough, -n.share, n.candidate.report.day or Date.max, n.candidate.own.id),
    )


def _hit(sought: Sought, near: _Near, pasted: Said, lexicon: Lexicon) -> Hit:
    one, own = near.candidate, near.candidate.own
    given, cut = plain(one.report.text), passage(one.report)
    mine = in_plain(own, given).content
    before, sentence, after = around(cut, mine.start, mine.end)
    return Hit(
        report=one.report,
        span=own.content,
        likeness=_likeness(near, pasted, sides_of(lexicon)),
        share=round(near.share, 3),
        place=Place.STATEMENT,
        rule="find.reworded",
        statement=own,
        notices=tuple(_notices(sought, near, pasted, lexicon)),
        before=led_back(before, given) if before else None,
        sentence=led_back(sentence, given) if sentence else None,
        after=led_back(after, given) if after else None,
    )


def _likeness(near: _Near, pasted: Said, sides: Sides) -> Likeness:
    """What a statement in other words is: with little in common, what looks opposite is about something else."""
    said = near.candidate.said
    if not near.enough or rewording.unsaid(pasted, said, sides):
        return Likeness.SIMILAR
    if rewording.opposite(pasted, said, sides):
        return Likeness.OPPOSITE if near.share >= _OPPOSED else Likeness.SIMILAR
    return Likeness.REWORDED


def _notices(sought: Sought, near: _Near, pasted: Said, lexicon: Lexicon) -> Iterator[Notice]:
    one, own = near.candidate, near.candidate.own
    if senses.denies(own, denying(lexicon), one.report.text) != sought.denies:
        yield Notice(Sign.AFFIRMED if sought.denies else Sign.DENIED, own.cue)
    if pasted.latin != one.said.latin:
        yield Notice(Sign.UNCHECKED)
    yield from _limits(sought, own)


def _limits(sought: Sought, own: Statement) -> Iterator[Notice]:
    """The conditions and exceptions of a statement of which the paste has few words."""
    have = set(sought.keys)
    for sign, spans in ((Sign.CONDITION, own.conditions), (Sign.EXCEPTION, own.exceptions)):
        for span in spans:
            found = [candidates.key(w.form) for w in words(plain(span.text).text)]
            if sum(k in have for k in found) < _KEPT * len(found):
                yield Notice(sign, span)
