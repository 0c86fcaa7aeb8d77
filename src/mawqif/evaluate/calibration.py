"""Shares for scores: how often contents and speakers were right on annotated articles, by what was known of them.

They are counted on articles and held against other articles: in ten parts, each scored with what
the other nine say. Rules fit the articles that their authors had in sight better than others: what
the rest comes short of the shares is a share of its own, and a factor of every score.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mawqif.evaluate.matching import match
from mawqif.evaluate.naming import same_speaker
from mawqif.evaluate.reliability import Outcome
from mawqif.evaluate.shape import Article
from mawqif.lexicon import Shares
from mawqif.model import Statement
from mawqif.pipeline import evidence, turns

PARTS = 10
PULL = 8.0
LEAST = 4  # cases under which a narrow key says nothing that the wider one does not

Known = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A statement that the program found and named a speaker for: what was known of it, and what became of it."""

    article: str
    content: Known
    speaker: Known
    found: bool
    right: bool


def cases(article: Article, statements: Sequence[Statement]) -> Iterator[Case]:
    """The cases of an article, whose predicted side was made from these statements."""
    matched = match(article)
    pairs = {p.predicted: p for p in matched.pairs}
    for n, (statement, goes_on) in enumerate(turns(statements)):
        if statement.speaker.name is not None:
            gold, predicted = matched.told(pairs[n]) if n in pairs else (None, None)
            right = gold is not None and predicted is not None and same_speaker(predicted, gold)
            yield Case(article.document.id, *evidence(statement, goes_on), n in pairs, right)


Unseen = Callable[[str], bool]  # of an article's id: whether the rules were written without it


def never(_article: str) -> bool:
    """No article is one that the rules' authors had not in sight; or nobody knows which."""
    return False


def tables(found: Sequence[Case], unseen: Unseen = never) -> dict[str, Shares]:
    """All that `data/scores.yaml` holds: shares of contents, of speakers, and of what is right where it was unseen."""
    beside = [(c, s) for c, (s, _right) in zip(_ordered(found), _raw(found), strict=True) if unseen(c.article)]
    right, expected = sum(c.right for c, _s in beside), round(sum(s for _c, s in beside))
    extra = {"unseen": Shares({"": (right, expected)}, PULL)} if 0 < right <= expected else {}
    return {**shares(found), **extra}


def shares(found: Iterable[Case], pull: float = PULL, least: int = LEAST) -> dict[str, Shares]:
    """The two tables: of contents, and of the speakers of right contents."""
    found = tuple(found)
    contents = _counted(((c.content, c.found) for c in found), least)
    speakers = _counted(((c.speaker, c.right) for c in found if c.found), least)
    return {"content": Shares(contents, pull), "speaker": Shares(speakers, pull)}


def _counted(known: Iterable[tuple[Known, bool]], least: int) -> dict[str, tuple[int, int]]:
    counts: dict[str, tuple[int, int]] = {}
    for words, right in known:
        for key in Shares.keys(words):
            hits, of = counts.get(key, (0, 0))
            counts[key] = hits + right, of + 1
    return {key: counts[key] for key in sorted(counts) if counts[key][1] >= least or not key}


def score(counted: Mapping[str, Shares], case: Case) -> float:
    """The share of cases like this one in which content and speaker were right."""
    return counted["content"].of(case.content) * counted["speaker"].of(case.speaker)


def crossed(found: Sequence[Case], unseen: Unseen = never) -> list[Outcome]:
    """Cases with the score that the other parts give them: all, or if any were unseen, those alone."""
    beside = list(zip(_ordered(found), _raw(found), strict=True))
    rest = [(c, score) for c, score in beside if unseen(c.article)]
    if not rest:
        return [outcome for _case, outcome in beside]
    out: list[Outcome] = []
    for part in range(PARTS):
        others = [outcome for c, outcome in rest if _part(c.article) != part]
        factor = min(1.0, sum(right for _s, right in others) / (sum(s for s, _r in others) or 1))
        out.extend((s * factor, right) for c, (s, right) in rest if _part(c.article) == part)
    return out


def _ordered(found: Sequence[Case]) -> list[Case]:
    return sorted(found, key=lambda c: _part(c.article))


def _raw(found: Sequence[Case]) -> list[Outcome]:
    """Every case with the score that the shares of the other parts give it, by part."""
    out: list[Outcome] = []
    for part in range(PARTS):
        others = shares(c for c in found if _part(c.article) != part)
        out.extend((score(others, c), c.right) for c in _ordered(found) if _part(c.article) == part)
    return out


def _part(article: str) -> int:
    """The part of an article: by its id, the same in every run."""
    return int(hashlib.sha256(article.encode("utf-8")).hexdigest(), 16) % PARTS


def abroad(here: Sequence[Case], there: Sequence[Case]) -> list[Outcome]:
    """The cases of other articles with the scores that these give them."""
    counted = shares(here)
    return [(score(counted, c), c.right) for c in there]
