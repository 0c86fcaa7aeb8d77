"""A quotation looked for in a record: candidates from its index, alignment, and what each speaker said of it.

Nothing here keeps anything: `Kept` is what a record offers (`store.Record.quotations`). The work is bounded: so many
words of the paste are looked up, so many reports of each, and so many of those are aligned and read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mawqif.lexicon import Lexicon
from mawqif.link.finding import candidates, gathering
from mawqif.link.finding.paste import Pasted
from mawqif.model import Date
from mawqif.model.finding import ANYWHERE, Answer, Hit, Likeness, Within
from mawqif.pipeline.finding.asking import Asked, Question, question
from mawqif.pipeline.finding.hits import Sought, denying, hit
from mawqif.pipeline.finding.kept import Kept
from mawqif.pipeline.finding.others import Meaning, reworded

__all__ = ["Asked", "Kept", "Meaning", "find"]

_BATCH = 40  # reports that are screened before it is seen whether more are worth it
_MOST_SCREENED = 400
_MOST_READ = 40
_WORDS = 5  # that must be found where a paste tells more of them than that they were said


def find(
    kept: Kept,
    text: str,
    lexicon: Lexicon,
    *,
    asked: Asked | None = None,
    within: Within = ANYWHERE,
    meaning: Meaning | None = None,
) -> Answer:
    """What a record holds of a quotation; `asked` is a speaker that may have said it, `meaning` compares sentences.

    Raises InputError for a text without words or of a single one.
    """
    put = question(text, lexicon, denying(lexicon))
    sought, hits, more = _looked(kept, put, lexicon, within)
    similar, hits = _parted(hits)
    about = asked or (Asked(put.claimed) if put.claimed else None)
    speakers = _speakers(kept, hits)
    if not any(_theirs(h, asked, speakers) for h in hits):
        have = {h.report.id for h in hits}
        others = reworded(kept, sought, lexicon, within, asked, about, meaning)
        hits += [h for h in others if h.report.id not in have and h.likeness is not Likeness.SIMILAR]
        similar += [h for h in others if h.likeness is Likeness.SIMILAR]
        speakers = _speakers(kept, hits)
    found = gathering.findings(
        hits,
        lambda h: _actor(h, speakers),
        (lambda h: _theirs(h, about, speakers)) if about else None,
        (lambda h: about.tells(h, speakers)) if about else None,
    )
    return Answer(
        pasted=sought.pasted.text,
        findings=found,
        nearest=() if found else gathering.findings(similar, lambda h: None),
        speaker=about.name if about else None,
        claimed=asked is None and about is not None,
        said=gathering.answered(found) if about else None,
        more=more if found else 0,
        meaning=meaning is not None,
        whole=put.pasted.whole,
    )


def _parted(hits: Sequence[Hit]) -> tuple[list[Hit], list[Hit]]:
    """The hits that only have words in common with what was pasted, and the others."""
    similar = [h for h in hits if h.likeness is Likeness.SIMILAR]
    return similar, [h for h in hits if h.likeness is not Likeness.SIMILAR]


def _looked(kept: Kept, put: Question, lexicon: Lexicon, within: Within) -> tuple[Sought, list[Hit], int]:
    """What is sought and found: all that was pasted where a report has it, else without who is said to have said it."""
    sought, keys = _candidates(kept, put.pasted, False, within)
    hits, more = _aligned(kept, sought, keys, lexicon)
    best = [h for h in hits if h.likeness is not Likeness.SIMILAR]
    if put.core and not any(not put.plain or h.likeness is Likeness.VERBATIM for h in best):
        inner, keys = _candidates(kept, put.core, put.denies, within)
        found, others = _aligned(kept, inner, keys, lexicon)
        if any(_answers(h, put) for h in found) or (put.plain and not best):
            return inner, found, others
    return sought, hits, more


def _answers(hit: Hit, put: Question) -> bool:
    """Whether what a paste says that somebody said is found in a hit: where it tells more than that, word for word."""
    if put.plain:
        return hit.likeness is not Likeness.SIMILAR
    turned = hit.likeness in (Likeness.VERBATIM, Likeness.OPPOSITE) and not (hit.words and not hit.words.verbatim)
    return turned and put.core is not None and len(put.core.words) >= _WORDS and hit.statement is not None


def _candidates(kept: Kept, pasted: Pasted, denies: bool, within: Within) -> tuple[Sought, list[int]]:
    """What is sought, weighed by how rare its words are, and the reports that share most of it, the best first."""
    found, reports = pasted.words, kept.size()
    terms = candidates.stems(found)
    keys = kept.places(terms, candidates.MOST, within)
    by = {term: len(of) for term, of in zip(terms, keys, strict=True)}
    told = list(zip(terms, keys, strict=True))
    if sum(0 < n < candidates.MOST for n in by.values()) < candidates.FEW:
        runs = candidates.runs(found)
        told += zip(runs, kept.places(runs, candidates.MOST, within), strict=True)
    unknown = frozenset(i for i, w in enumerate(found) if candidates.seen(w, by) == 0)
    sought = Sought(pasted, tuple(candidates.weights(found, by, reports)), unknown, denies)
    return sought, candidates.ranked(told, reports)


def _aligned(kept: Kept, sought: Sought, keys: Sequence[int], lexicon: Lexicon) -> tuple[list[Hit], int]:
    """The hits in the best reports, and how many more seem to have the words but were not read."""
    found: list[tuple[float, Date, int]] = []
    for start in range(0, min(len(keys), _MOST_SCREENED), _BATCH):
        before = len(found)
        for key, (body, day) in kept.bodies(keys[start : start + _BATCH]).items():
            share = sought.near(body)
            if share is not None:
                found.append((-round(share, 1), day or Date.max, key))
        if len(found) == before:
            break
    found.sort()
    read = kept.held([key for _share, _day, key in found[:_MOST_READ]])
    hits = (hit(sought, report, statements, lexicon) for _key, report, statements in read)
    return gathering.near([h for h in hits if h]), max(0, len(found) - _MOST_READ)


def _speakers(kept: Kept, hits: Sequence[Hit]) -> Mapping[str, tuple[str, ...]]:
    return kept.speakers([s.id for h in hits for s in (*((h.statement,) if h.statement else ()), *h.within)])


def _actor(hit: Hit, speakers: Mapping[str, tuple[str, ...]]) -> str | None:
    return next(iter(speakers.get(hit.statement.id, ())), None) if hit.statement else None


def _theirs(hit: Hit, asked: Asked | None, speakers: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a hit is what was asked for: with a speaker, that one's."""
    return asked is None or (hit.statement is not None and asked.said(hit.statement, speakers))
