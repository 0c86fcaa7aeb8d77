"""How linking grows: a record of up to a million statements, and what one more report costs at each size.

    python tools/million.py [--statements N] [--record FILE] [--articles N]

Each synthetic report is made of sentences of three articles of ../shared/corpus under a new address, outlet and date,
as many a day as the corpus has; as in the corpus, some are exact copies of one of the days before, and some near
copies (a sentence less, another headline). What was found in the sentences comes along with its places, so that
nothing has to be read again. At 1k, 10k, 31k reports and so on, and at the end, it prints the processor's time for
linking so far, what the last reports cost each, what adding and linking single reports takes, the size of the record
and the peak of memory; then the exponent with which the time grows with the number of reports.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import math
import os
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "tools"))

import bench  # noqa: E402

from mawqif import engine  # noqa: E402
from mawqif.arabic import plain  # noqa: E402
from mawqif.errors import MawqifError  # noqa: E402
from mawqif.lexicon import Lexicon, load  # noqa: E402
from mawqif.model import (  # noqa: E402
    Fact,
    Page,
    Program,
    Provenance,
    Reading,
    Report,
    Span,
    Statement,
    report_id,
    statement_id,
)
from mawqif.pipeline import in_plain  # noqa: E402
from mawqif.pipeline.links import Comparing, renew  # noqa: E402
from mawqif.segment import passage  # noqa: E402
from mawqif.store import Record  # noqa: E402

SIZES = (1_000, 3_000, 10_000, 31_000, 60_000, 120_000, 240_000, 400_000)
A_DAY = 500  # reports: the corpus has 30,676 in two months
EXACT, NEAR = 0.035, 0.08  # shares of copies in the corpus: the same body; most of the shingles in common
LATELY = 1500  # reports of which a copy may be one
SINGLE = 40  # reports that are added one by one at each size
PROGRAM = Program("synthetic", "synthetic")
FIRST = dt.date(2031, 1, 1)


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence with the statements that lie in it whole; their places are those within the sentence."""

    text: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """The pieces of an article, and its headline."""

    title: str
    pieces: tuple[Piece, ...]


def articles(wanted: int) -> Iterator[Article]:
    """Articles of the corpus, read and cut into sentences."""
    for _page, result in engine.run(bench.corpus(wanted), (), engine.cores()):
        if isinstance(result, MawqifError):
            continue
        found = tuple(_pieces(result))
        if found:
            yield Article(result.report.title.value if result.report.title else "", found)


def _pieces(reading: Reading) -> Iterator[Piece]:
    given = plain(reading.report.text)
    moved = [in_plain(s, given) for s in reading.statements]
    for sentence in passage(reading.report).sentences:
        inside = [s for s in moved if all(sentence.start <= x.start and x.end <= sentence.end for x in _spans(s))]
        text = given.text[sentence.start : sentence.end]
        yield Piece(text, tuple(s.moved(lambda span, at=sentence.start: _at(span, -at)) for s in inside))  # type: ignore[misc]


def _spans(s: Statement) -> Iterator[Span]:
    found: list[Span] = []
    s.moved(lambda span: (found.append(span), span)[1])
    return iter(found)


def _at(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by, span.text)


def synthetic(base: Sequence[Article], outlets: Sequence[str], seed: int = 31) -> Iterator[tuple[Page, Reading]]:
    """Reports without end, in the order of their days."""
    draw = random.Random(seed)
    lately: list[tuple[str, tuple[Piece, ...]]] = []
    for n in itertools.count():
        title, pieces = _one(base, lately, draw)
        lately.append((title, pieces))
        if len(lately) > LATELY:
            lately.pop(0)
        yield _made(n, title, pieces, draw.choice(outlets))


def _one(
    base: Sequence[Article], lately: Sequence[tuple[str, tuple[Piece, ...]]], draw: random.Random
) -> tuple[str, tuple[Piece, ...]]:
    share = draw.random()
    if lately and share < EXACT:
        return draw.choice(lately)
    if lately and share < EXACT + NEAR:
        _title, pieces = draw.choice(lately)
        if len(pieces) > 2:
            gone = draw.randrange(len(pieces))
            return draw.choice(base).title, pieces[:gone] + pieces[gone + 1 :]
    three = [draw.choice(base) for _ in range(3)]
    picked = [piece for a in three for piece in draw.sample(a.pieces, min(len(a.pieces), 4))]
    return three[0].title, tuple(picked)


def _made(n: int, title: str, pieces: Sequence[Piece], outlet: str) -> tuple[Page, Reading]:
    day = FIRST + dt.timedelta(n // A_DAY)
    url = f"https://news.invalid/{n}"
    starts = list(itertools.accumulate((len(p.text) + 1 for p in pieces), initial=0))
    text = "\n".join(p.text for p in pieces)
    id = report_id(text, outlet, url)
    given = Provenance.GIVEN
    report = Report(
        id,
        text,
        str(n),
        Fact(title, given) if title else None,
        Fact(outlet, given),
        url,
        Fact(day.isoformat(), given),
    )
    statements = [_moved(s, at, id, day) for p, at in zip(pieces, starts, strict=False) for s in p.statements]
    page = Page(text, url, str(n), title=title or None, outlet=outlet, url=url, date=day)
    return page, Reading(report, tuple(statements))


def _moved(s: Statement, at: int, report: str, day: dt.date) -> Statement:
    moved = s.moved(lambda span: _at(span, at))
    return replace(moved, id=statement_id(report, moved.cue, moved.content), date=day)


def link(record: Record, lexicon: Lexicon, comparing: Comparing) -> float:
    """Link what is not linked; the processor's seconds that it took."""
    start = time.process_time()
    for _done in renew(record.links, lexicon, PROGRAM.fingerprint, comparing=comparing):
        pass
    return time.process_time() - start


def single(
    record: Record, lexicon: Lexicon, comparing: Comparing, reports: Iterable[tuple[Page, Reading]]
) -> list[float]:
    """Add and link reports one by one; the milliseconds of each."""
    took = []
    for page, reading in reports:
        start = time.process_time()
        record.add(page, reading, PROGRAM)
        link(record, lexicon, comparing)
        took.append(1000 * (time.process_time() - start))
    return sorted(took)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=1_000_000, help="how many to stop at")
    parser.add_argument("--articles", type=int, default=bench.CORPUS_REPORTS, help="of the corpus, to make reports of")
    parser.add_argument("--record", type=Path, help="keep the record here")
    asked = parser.parse_args()
    if not bench.CORPUS.is_file():
        print(f"no articles at {bench.CORPUS}: they do not come with the project (MAWQIF_SHARED names them)")
        return 2
    lexicon = load()
    with tempfile.TemporaryDirectory() as folder, Record(asked.record or Path(folder) / "million.db") as record:
        grow(record, lexicon, list(articles(asked.articles)), asked.statements)
    return 0


def grow(record: Record, lexicon: Lexicon, base: Sequence[Article], statements: int) -> None:
    """Fill the record up to so many statements, and print what linking costs at each size."""
    print(f"{len(base):,} articles, {sum(len(a.pieces) for a in base):,} sentences to make reports of", flush=True)
    print("reports  statements  linking s  ms each  one by one ms (median, 95%)  record MB  memory MB", flush=True)
    made = synthetic(base, [f"outlet {n}" for n in range(14)])
    reports = kept = 0
    spent, points, comparing = 0.0, [], Comparing(lexicon)
    for size in SIZES:
        before = reports
        for page, reading in itertools.islice(made, size - SINGLE - reports):
            record.add(page, reading, PROGRAM)
            reports, kept = reports + 1, kept + len(reading.statements)
            if kept >= statements:
                break
        spent += (took := link(record, lexicon, comparing))
        each = 1000 * took / max(reports - before, 1)
        more = list(itertools.islice(made, SINGLE))
        alone = single(record, lexicon, comparing, more)
        reports, kept = reports + len(more), kept + sum(len(reading.statements) for _page, reading in more)
        points.append((reports, spent))
        print(_line(record, reports, kept, spent, each, alone), flush=True)
        if kept >= statements:
            break
    if len(points) > 1:
        print(f"growth exponent {slope(points):.2f} (1: each report costs the same at any size)")


def _line(record: Record, reports: int, kept: int, spent: float, each: float, alone: Sequence[float]) -> str:
    size = os.path.getsize(record.path) / 1e6
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    middle, high = statistics.median(alone), alone[int(0.95 * len(alone))]
    return (
        f"{reports:7,}  {kept:10,}  {spent:9.1f}  {each:7.2f}  {middle:10.1f} {high:10.1f}  {size:15.0f}  {memory:9.0f}"
    )


def slope(points: Sequence[tuple[int, float]]) -> float:
    """The exponent of the power law through (reports, seconds), by least squares over the logarithms."""
    logs = [(math.log(n), math.log(seconds)) for n, seconds in points]
    x, y = (statistics.fmean(values) for values in zip(*logs, strict=True))
    return sum((a - x) * (b - y) for a, b in logs) / sum((a - x) ** 2 for a, _b in logs)


if __name__ == "__main__":
    sys.exit(main())
