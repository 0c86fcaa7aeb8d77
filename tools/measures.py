"""What the measures over pairs share: the texts that they are drawn from, and the arithmetic of precision and recall.

A measure is a file of labelled pairs under annotations/: ids, places, strata and labels, no text. Precision and recall
are over pairs. In the mean weighted by stratum a pair counts as often as there were pairs of its stratum for each one
drawn (`weight`); pairs drawn at random are left out there, since each of them stands for more than all others together.
The interval is the middle 95% of figures when pairs are drawn again and again, with replacement, within each stratum.
Where no error was met it has no width: then the share of errors is below 3/n at that level of confidence.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib
import json
import lzma
import os
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeAlias

from mawqif.evaluate.bootstrap import TAIL, percentile
from mawqif.model import Page, Span

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("MAWQIF_SHARED", ROOT.parent / "shared"))
CORPUS = SHARED / "corpus" / "saudinewsnet.jsonl.xz"
FURTHER = ROOT / "annotations" / "saudi.jsonl"
SAMPLES = 2000

Json: TypeAlias = dict[str, Any]
Places: TypeAlias = list[tuple[Page, Span]]
Ids: TypeAlias = Callable[[Places], Sequence[str | None]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A labelled pair and what was made of it."""

    stratum: str
    same: bool
    linked: bool
    weight: float


def _page(doc: Json) -> Page:
    day = dt.date.fromisoformat(doc["date"][:10]) if doc.get("date") else None
    return Page(
        text=doc["text"],
        location=doc["id"],
        id=doc["id"],
        title=doc.get("title"),
        outlet=doc.get("outlet"),
        url=doc.get("url"),
        date=day,
    )


def corpus() -> dict[str, Page]:
    """The pages of the corpus by id."""
    with lzma.open(CORPUS, "rt", encoding="utf-8") as lines:
        return {d["id"]: _page(d) for d in map(json.loads, lines)}


def annotated() -> set[str]:
    """The reports that are annotated elsewhere; authors of rules have read them."""
    files = [FURTHER, *sorted((SHARED / "gold").glob("*_docs.jsonl"))]
    return {json.loads(line)["id"] for f in files for line in f.read_text(encoding="utf-8").splitlines()}


class Place(Protocol):
    """Words of a report: what one end of a pair is."""

    @property
    def report(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def row(pair: tuple[Place, Place], stratum: str, weight: float, label: str) -> Json:
    """A pair as it is drawn: its ends in the order of the reports, without its `label`."""
    ends = [
        {"report": p.report, "start": p.start, "end": p.end} for p in sorted(pair, key=lambda p: (p.report, p.start))
    ]
    return {"a": ends[0], "b": ends[1], "stratum": stratum, "weight": round(weight, 1), label: None}


def ordered(drawn: Iterable[Json]) -> list[Json]:
    """Pairs in the order of the reports' ids and of the places in them."""
    return sorted(drawn, key=lambda r: (r["a"]["report"], r["a"]["start"], r["b"]["report"], r["b"]["start"]))


def outcomes(labelled: Sequence[Json], pages: dict[str, Page], ids: Ids) -> list[Outcome]:
    """What `ids` makes of the pairs whose label is known; ValueError where it answers for another number."""
    known = [r for r in labelled if r["same"] is not None]
    asked = [place(r[k], pages) for r in known for k in ("a", "b")]
    told = ids(asked)
    if len(told) != len(asked):
        raise ValueError(f"{len(asked)} places were asked for, {len(told)} ids came back")
    pairs = zip(told[::2], told[1::2], strict=True)
    return [
        Outcome(r["stratum"], r["same"], a is not None and a == b, r["weight"])
        for r, (a, b) in zip(known, pairs, strict=True)
    ]


def place(end: Json, pages: dict[str, Page]) -> tuple[Page, Span]:
    """The page and the words of one end of a pair."""
    page = pages[end["report"]]
    return page, Span.of(page.text, end["start"], end["end"])


def share(of: Iterable[Outcome], among: Callable[[Outcome], bool], weighted: bool = False) -> float | None:
    """The share of pairs that are both the same and linked among those given; None where there are none."""
    right = whole = 0.0
    for o in of:
        if among(o):
            n = o.weight if weighted else 1
            whole += n
            right += n * (o.same and o.linked)
    return right / whole if whole else None


def _linked(o: Outcome) -> bool:
    return o.linked


def _same(o: Outcome) -> bool:
    return o.same


Figure: TypeAlias = tuple[float, float, float] | None  # the value, and from where to where it may lie


def figures(found: Sequence[Outcome], seed: int = 1, weighted: bool = False) -> dict[str, Figure]:
    """Precision and recall with intervals; None where they cannot be told."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for o in found:
        groups[o.stratum].append(o)
    chance = random.Random(seed)
    again = [[o for g in groups.values() for o in chance.choices(g, k=len(g))] for _ in range(SAMPLES)]
    out: dict[str, Figure] = {}
    for name, among in (("precision", _linked), ("recall", _same)):
        value = share(found, among, weighted)
        values = sorted(v for v in (share(one, among, weighted) for one in again) if v is not None)
        out[name] = None if value is None else (value, percentile(values, TAIL), percentile(values, 1 - TAIL))
    return out


def report(
    found: Sequence[Outcome], names: Iterable[str], aside: Container[str] = frozenset({"random"})
) -> dict[str, Json]:
    """All figures by name: of all pairs, weighted, and of each of these strata, with the numbers they rest on.

    The weighted figures leave the pairs of the strata `aside` out.
    """
    by_stratum = {s: [o for o in found if o.stratum == s] for s in names}
    parts = {"all": found, **{s: part for s, part in by_stratum.items() if part}}
    out = {name: {**_numbers(part), **figures(part)} for name, part in parts.items()}
    drawn = [o for o in found if o.stratum not in aside]
    out["weighted"] = {**_numbers(drawn), **figures(drawn, weighted=True)}
    return out


def _numbers(found: Sequence[Outcome]) -> Json:
    return {
        "pairs": len(found),
        "same": sum(o.same for o in found),
        "linked": sum(o.linked for o in found),
        "right": sum(o.same and o.linked for o in found),
    }


def _told(figure: Figure) -> str:
    return "-" if figure is None else f"{figure[0]:.3f} [{figure[1]:.3f}, {figure[2]:.3f}]"


def table(told: dict[str, Json]) -> Iterator[str]:
    """The figures as lines of text."""
    yield f"{'':16}{'pairs':>6}{'same':>6}{'linked':>8}{'right':>7}  {'precision':24}{'recall'}"
    for name, row in told.items():
        counts = f"{row['pairs']:6}{row['same']:6}{row['linked']:8}{row['right']:7}"
        yield f"{name:16}{counts}  {_told(row['precision']):24}{_told(row['recall'])}"


def function(name: str) -> Callable[..., Any]:
    """The function that MODULE:NAME stands for; the program ends with a sentence where there is none."""
    module, _, inside = name.partition(":")
    try:
        found: Callable[..., Any] = getattr(importlib.import_module(module), inside)
    except (ImportError, AttributeError, ValueError) as e:
        sys.exit(f"{name} cannot be had ({e}); give MODULE:NAME of a function, its folder in PYTHONPATH")
    return found


def rows(labelled: Path) -> list[Json]:
    """The labelled pairs of a file."""
    return [json.loads(line) for line in labelled.read_text(encoding="utf-8").splitlines()]


def fresh(out: Path) -> None:
    """End the program with a sentence where a file is there already: it may hold labels."""
    if out.exists():
        sys.exit(f"{out} is there already, and may hold labels; name another file")


def write(drawn: Sequence[Json], out: Path) -> None:
    """Write pairs, one a line."""
    out.write_text("".join(json.dumps(r) + "\n" for r in drawn), encoding="utf-8")
    print(f"{len(drawn)} pairs")


def there() -> bool:
    """Whether the texts are there; says on standard error where they are looked for."""
    if not CORPUS.is_file():
        print(f"the texts are in {CORPUS}, which is not there; MAWQIF_SHARED names another", file=sys.stderr)
    return CORPUS.is_file()


def pages_of(labelled: Sequence[Json], source: Path) -> dict[str, Page]:
    """The pages of the corpus; the program ends with a sentence where a pair is of a report that is not among them."""
    pages = corpus()
    if strangers := sorted({r[k]["report"] for r in labelled for k in ("a", "b")} - pages.keys()):
        sys.exit(f"{source} names {strangers[0]}, which is not in {CORPUS}: it is of another corpus")
    return pages


Parser: TypeAlias = argparse.ArgumentParser


def parsers(doc: str | None, labelled: Path, of: str = "the pairs") -> tuple[Parser, Parser, Parser]:
    """The parser of a measure and those of its commands draw and score, with the options that all measures have.

    `doc` says what the measure is, `labelled` where its pairs are, `of` what the seed of a draw decides.
    """
    ap = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = ap.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("draw", help="draw pairs, unlabelled")
    drawing.add_argument("-o", "--out", type=Path, required=True, metavar="FILE", help="a file that is not there yet")
    drawing.add_argument("--seed", type=int, default=1, metavar="N", help=f"of {of} (default 1)")
    scoring = commands.add_parser("score", help="figures on the labelled pairs")
    scoring.add_argument("--pairs", type=Path, default=labelled, metavar="FILE", help="labelled pairs")
    scoring.add_argument("--json", action="store_true", help="as JSON")
    return ap, drawing, scoring


Command: TypeAlias = Callable[[argparse.Namespace], None]


def run(asked: argparse.Namespace, draw: Command, score: Command, without_texts: bool = False) -> int:
    """Do what was asked; 2 where the texts are not there, unless it can be done `without_texts`."""
    if not (without_texts or there()):
        return 2
    (draw if asked.command == "draw" else score)(asked)
    return 0
