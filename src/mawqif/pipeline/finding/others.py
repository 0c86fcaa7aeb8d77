"""The same saying in other words: statements that share what tells in a paste, or mean the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from mawqif.arabic import plain, search_key, stem
from mawqif.lexicon import Lexicon
from mawqif.link.finding import candidates, rewording, senses
from mawqif.link.words import words
from mawqif.model import Report, Statement
from mawqif.model.finding import Hit, Likeness, Notice, Place, Sign, Within
from mawqif.pipeline import in_plain, led_back
from mawqif.pipeline.finding.asking import Asked
from mawqif.pipeline.finding.hits import Sought, around, denying, turn_of
from mawqif.pipeline.finding.kept import Kept
from mawqif.segment import passage

Meaning = Callable[[Sequence[str]], Sequence[float]]  # how near texts are to the first of them in meaning, from 0 to 1

MOST = 80  # statements whose words are compared
MOST_MEANT = 250  # whose meaning is
MOST_SHOWN = 5
_KEPT = 0.5  # of the words of a condition that a paste must have
_OTHERS = 0.5  # what a word of a content weighs that the paste does not have

Near = tuple[float, int, str]  # how near, the report's key, the statement's id


def reworded(
    kept: Kept, sought: Sought, lexicon: Lexicon, within: Within, asked: Asked | None, meaning: Meaning | None
) -> list[Hit]:
    """Statements that say in other words, or in the opposite sense, what was pasted; the nearest first."""
    reports = kept.size()
    terms = candidates.stems(sought.pasted.words)
    by = search_key(asked.name).split() if asked and not asked.actors else []
    found = kept.said(terms, by, candidates.MOST, within)
    keys = candidates.ranked(zip(terms, found, strict=True), reports)[:MOST]
    near = _lexical(kept, sought, keys)
    if meaning:
        spoken = kept.said([()], by, MOST_MEANT, within)[0] if by else []
        near += _meant(kept, sought, list(dict.fromkeys([*keys, *spoken]))[:MOST_MEANT], meaning, asked is not None)
    best: dict[str, Near] = {}
    for one in sorted(near, reverse=True):
        best.setdefault(one[2], one)
    return _hits(kept, sought, list(best.values())[:MOST_SHOWN], lexicon)


def _lexical(kept: Kept, sought: Sought, keys: Sequence[int]) -> list[Near]:
    pasted = {stem(w.form): weight for w, weight in zip(sought.pasted.words, sought.weights, strict=True)}
    near = []
    for report, id, text in kept.contents(keys).values():
        shared = rewording.overlap(pasted, words(plain(text).text), _OTHERS)
        if shared.same:
            near.append((shared.of_paste, report, id))
    return near


def _meant(kept: Kept, sought: Sought, keys: Sequence[int], meaning: Meaning, asked: bool) -> list[Near]:
    contents = list(kept.contents(keys).values())
    if not contents:
        return []
    cosines = meaning([sought.pasted.text, *(text for _report, _id, text in contents)])
    told = zip(cosines, contents, strict=True)
    return [(cosine, report, id) for cosine, (report, id, _text) in told if rewording.close(cosine, asked)]


def _hits(kept: Kept, sought: Sought, near: Sequence[Near], lexicon: Lexicon) -> list[Hit]:
    reports = {key: (report, said) for key, report, said in kept.held(list({key for _share, key, _id in near}))}
    out = []
    for share, key, id in near:
        report, said = reports[key]
        own = next((s for s in said if s.id == id), None)
        if own:
            out.append(_hit(sought, share, report, own, said, lexicon))
    return out


def _hit(
    sought: Sought, share: float, report: Report, own: Statement, said: Sequence[Statement], lexicon: Lexicon
) -> Hit:
    given, cut, turn = plain(report.text), passage(report), turn_of(lexicon)
    mine = in_plain(own, given).content
    denied = senses.denies(own, denying(lexicon)) != sought.denies
    leans = senses.weight(words(mine.text), turn) * (-1 if denied else 1)
    opposite = leans != senses.weight(sought.pasted.words, turn)
    notices = (Notice(Sign.DENIED, own.cue),) if denied else ()
    before, sentence, after = around(cut, mine.start, mine.end)
    return Hit(
        report=report,
        span=own.content,
        likeness=Likeness.OPPOSITE if opposite else Likeness.REWORDED,
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
