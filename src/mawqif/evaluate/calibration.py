"""Shares for scores: how often contents and speakers were right on annotated articles, by what was known of them.

They are counted on articles and held against other articles: in ten parts, each scored with what
the other nine say, so that the table tells what to expect of articles that nobody has seen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mawqif.evaluate.matching import match
from mawqif.evaluate.naming import same_speaker
from mawqif.evaluate.reliability import Outcome
from mawqif.evaluate.shape import Article
from mawqif.lexicon import Shares
from mawqif.model import Statement
from mawqif.pipeline import before, evidence

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
    for n, (statement, others) in enumerate(before(statements)):
        if statement.speaker.name is not None:
            gold, predicted = matched.told(pairs[n]) if n in pairs else (None, None)
            right = gold is not None and predicted is not None and same_speaker(predicted, gold)
            yield Case(article.document.id, *evidence(statement, others), n in pairs, right)


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


def score(tables: Mapping[str, Shares], case: Case) -> float:
    """The probability that content and speaker of a case are right."""
    return tables["content"].of(case.content) * tables["speaker"].of(case.speaker)


def crossed(found: Sequence[Case]) -> list[Outcome]:
    """Every case with the score that the other parts give it."""
    out: list[Outcome] = []
    for part in range(PARTS):
        tables = shares(c for c in found if _part(c.article) != part)
        out.extend((score(tables, c), c.right) for c in found if _part(c.article) == part)
    return out


def _part(article: str) -> int:
    """The part of an article: by its id, the same in every run."""
    return int(hashlib.sha256(article.encode("utf-8")).hexdigest(), 16) % PARTS


def abroad(here: Sequence[Case], there: Sequence[Case]) -> list[Outcome]:
    """The cases of other articles with the scores that these give them."""
    tables = shares(here)
    return [(score(tables, c), c.right) for c in there]
