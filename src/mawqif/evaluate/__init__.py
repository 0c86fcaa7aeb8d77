"""Figures against annotated articles: how much is found, how much of it is right, and what is wrong.

    articles = paired(lines(gold), documents, predictions)
    found = evaluate(articles)
    found.overall.figures["statements"]

A predicted statement is an annotated one where their contents share at least half of the words of
both. Everything else is counted on such pairs (docs/evaluation.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from mawqif.errors import InputError
from mawqif.evaluate.bootstrap import Interval, intervals, nested
from mawqif.evaluate.faults import Breakdown, Event, breakdown, events
from mawqif.evaluate.figures import LABELS_OF, MODES, Figures, figures, flat, mode_label, total
from mawqif.evaluate.matching import Matched, match
from mawqif.evaluate.reliability import Reliability, outcomes, reliability
from mawqif.evaluate.shape import NO_TEXT, NOTHING, Article, Document, Line, Side, lines, side
from mawqif.evaluate.tally import Counts, count

__all__ = [
    "LABELS_OF",
    "Article",
    "Document",
    "Evaluation",
    "Group",
    "Line",
    "evaluate",
    "flat",
    "lines",
    "mode_label",
    "paired",
    "value",
]

GROUPINGS = ("outlet", "mode")
SAMPLES = 1000
UNKNOWN = "-"


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of some articles, or of the statements of one mode, with their 95% intervals."""

    name: str
    articles: int
    figures: Figures
    intervals: Mapping[str, Interval]

    @property
    def annotated(self) -> int:
        """How many statements were annotated in it."""
        statements = self.figures["statements"]
        return int(statements["n"]) if isinstance(statements, dict) else 0


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything that is known of a run against annotated articles."""

    overall: Group
    groups: Mapping[str, tuple[Group, ...]]
    errors: tuple[Breakdown, ...]
    reliability: Reliability
    matched: tuple[Matched, ...]
    events: tuple[tuple[Event, ...], ...]
    samples: int
    seed: int


def paired(
    gold: Mapping[str, Line],
    documents: Mapping[str, Document],
    predicted: Mapping[str, Line],
    least: float | None = None,
) -> tuple[Article, ...]:
    """The annotated articles with their predictions, of which those with a score below `least` are left out.

    InputError where a text is missing or a span does not hold its text. An article without a
    prediction has an empty one.
    """
    return tuple(_article(line, documents, predicted, least) for line in gold.values())


def _article(
    line: Line, documents: Mapping[str, Document], predicted: Mapping[str, Line], least: float | None
) -> Article:
    key = line.row["id"]
    document = documents.get(key)
    if document is None:
        raise InputError(NO_TEXT, location=line.location, id=key)
    found = side(predicted[key], document) if key in predicted else NOTHING
    return Article(document, side(line, document), _above(found, least))


def _above(found: Side, least: float | None) -> Side:
    if least is None:
        return found
    kept = tuple(s for s in found.statements if s.score is None or s.score >= least)
    return replace(found, statements=kept)


def evaluate(
    articles: Iterable[Article], *, by: Sequence[str] = GROUPINGS, samples: int = SAMPLES, seed: int = 1
) -> Evaluation:
    """All figures of these articles, overall and by outlet and by mode."""
    matched = tuple(match(a) for a in articles)
    counts = [count(m) for m in matched]
    found = tuple(events(m) for m in matched)
    everything = [e for of_article in found for e in of_article]

    def group(name: str, rows: Sequence[Counts]) -> Group:
        return Group(name, len(rows), figures(total(rows)), intervals(rows, samples, seed))

    makers = {"outlet": lambda: _by_outlet(matched, counts, group), "mode": lambda: _by_mode(matched, group)}
    return Evaluation(
        overall=group("", counts),
        groups={name: makers[name]() for name in GROUPINGS if name in by},
        errors=breakdown(everything),
        reliability=reliability(outcomes(everything)),
        matched=matched,
        events=found,
        samples=samples,
        seed=seed,
    )


Grouper = Callable[[str, Sequence[Counts]], Group]


def _by_outlet(matched: Sequence[Matched], counts: Sequence[Counts], group: Grouper) -> tuple[Group, ...]:
    rows: dict[str, list[Counts]] = {}
    for m, of_article in zip(matched, counts, strict=True):
        rows.setdefault(m.article.document.outlet or UNKNOWN, []).append(of_article)
    return tuple(group(name, rows[name]) for name in sorted(rows, key=lambda n: (-len(rows[n]), n)))


def _by_mode(matched: Sequence[Matched], group: Grouper) -> tuple[Group, ...]:
    """Each mode over the articles that have statements of it, on either side."""
    counted = {mode: [count(m, mode) for m in matched] for mode in MODES}
    rows = {mode: [c for c in counts if any(c.values())] for mode, counts in counted.items()}
    return tuple(group(mode, rows[mode]) for mode in MODES if rows[mode])


def value(found: Evaluation) -> dict[str, object]:
    """The evaluation as plain values; `figures` alone has the names that scorers of this task use."""
    groups = {by: {g.name: _group_value(g) for g in of_kind} for by, of_kind in found.groups.items()}
    errors = {b.sort: {"count": b.count, **{k: dict(c.most_common()) for k, c in b.by.items()}} for b in found.errors}
    return {
        **_group_value(found.overall),
        "by": groups,
        "errors": errors,
        "reliability": asdict(found.reliability),
        "samples": found.samples,
        "seed": found.seed,
    }


def _group_value(group: Group) -> dict[str, object]:
    return {"articles": group.articles, "figures": group.figures, "intervals": nested(group.intervals)}
