"""The same saying in other words: statements that share what tells in a paste, or mean the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from mawqif.arabic import plain, search_key
from mawqif.lexicon import Lexicon
from mawqif.link.finding import candidates, rewording, senses
from mawqif.link.words import words
from mawqif.model import Report, Said, Statement
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
    kept: Kept, sought: Sought, lexicon: Lexicon, within: Within, asked: Asked | None, meaning: Meaning | None
) -> list[Hit]:
    """Statements that say in other words, or in the opposite sense, what was pasted; the nearest first."""
    terms = candidates.stems(sought.pasted.words)
    by = search_key(asked.name).split() if asked and not asked.actors else []
    keys = candidates.ranked(zip(terms, kept.said(terms, by, candidates.MOST, within), strict=True), kept.size())[:MOST]
    if meaning:
        keys = list(dict.fromkeys([*keys, *_spoken(kept, sought, lexicon, within, asked, by)]))[:MOST_MEANT]
    pasted = rewording.pasted(sought.pasted.text, sought.denies)
    near = _near(pasted, _read(kept, keys, lexicon), asked is not None, meaning)
    hits = (_hit(sought, share, one, pasted, lexicon) for share, one in near[:MOST_SHOWN])
    return [h for h in hits if h.likeness is Likeness.REWORDED or h.share >= _OPPOSED]


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


def _near(
    pasted: Said, read: Sequence[_Candidate], asked: bool, meaning: Meaning | None
) -> list[tuple[float, _Candidate]]:
    """Those that say it, by how much they share or how near they are in meaning, the nearest first."""
    cosines = meaning([pasted.text, *(one.said.text for one in read)]) if meaning and read else [0.0] * len(read)
    found = []
    for one, cosine in zip(read, cosines, strict=True):
        share = rewording.shared(pasted, one.said)
        if share is None and rewording.near(pasted, one.said, cosine, asked):
            share = cosine
        if share is not None:
            found.append((share, one))
    return sorted(found, key=lambda f: (-f[0], f[1].report.day is None, f[1].report.day, f[1].own.id))


def _hit(sought: Sought, share: float, one: _Candidate, pasted: Said, lexicon: Lexicon) -> Hit:
    given, cut, own = plain(one.report.text), passage(one.report), one.own
    mine = in_plain(own, given).content
    denied = senses.denies(own, denying(lexicon), one.report.text) != sought.denies
    before, sentence, after = around(cut, mine.start, mine.end)
    notices = [Notice(Sign.DENIED, own.cue)] if denied else []
    if pasted.latin != one.said.latin:
        notices.append(Notice(Sign.UNCHECKED))
    return Hit(
        report=one.report,
        span=own.content,
        likeness=Likeness.OPPOSITE if rewording.opposite(pasted, one.said, sides_of(lexicon)) else Likeness.REWORDED,
        share=round(share, 3),
        place=Place.STATEMENT,
        rule="find.reworded",
        statement=own,
        notices=(*notices, *_limits(sought, own)),
        before=led_back(before, given) if before else None,
        sentence=led_back(sentence, given) if sentence else None,
        after=led_back(after, given) if after else None,
    )


def _limits(sought: Sought, own: Statement) -> Iterator[Notice]:
    """The conditions and exceptions of a statement of which the paste has few words."""
    have = set(sought.keys)
    for sign, spans in ((Sign.CONDITION, own.conditions), (Sign.EXCEPTION, own.exceptions)):
        for span in spans:
            found = [candidates.key(w.form) for w in words(plain(span.text).text)]
            if sum(k in have for k in found) < _KEPT * len(found):
                yield Notice(sign, span)
