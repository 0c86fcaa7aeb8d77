"""The measure of actors across reports: pairs of speakers' mentions in different reports, and whether they are one.

    python tools/pairs.py draw -o FILE                 draw pairs from ../shared/corpus, unlabelled
    python tools/pairs.py score [--ids MODULE:NAME]    precision and recall on annotations/pairs.jsonl

annotations/pairs.jsonl holds ids, places, strata and labels, no text (annotations/README.md says how it was made); the
texts come from ../shared/corpus, which users of the project do not have (MAWQIF_SHARED names another place): without
it nothing is done and the exit status is 2.

--ids names a function that takes a list of (Page, Span), the mentions of all pairs, and returns as many actor ids, None
where an actor stays open. Two mentions are linked where both have an id and the ids are equal. Without --ids, mentions
are linked that stand in the same folded words: what any registry has to beat.

Precision and recall are over pairs. In the mean weighted by stratum a pair counts as often as there were pairs of
wordings of its stratum for each one drawn (`weight`); pairs drawn at random are left out there, since each of them
stands for more than all others together. The interval is the middle 95% of figures when pairs are drawn again and
again, with replacement, within each stratum. Where no error was met it has no width: then the share of errors is
below 3/n at that level of confidence.
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
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "tools"))

import strata  # noqa: E402

from mawqif.arabic import fold  # noqa: E402
from mawqif.evaluate.bootstrap import TAIL, percentile  # noqa: E402
from mawqif.lexicon import load, titles  # noqa: E402
from mawqif.model import Page, Span  # noqa: E402
from mawqif.pipeline import read  # noqa: E402

SHARED = Path(os.environ.get("MAWQIF_SHARED", ROOT.parent / "shared"))
CORPUS = SHARED / "corpus" / "saudinewsnet.jsonl.xz"
PAIRS = ROOT / "annotations" / "pairs.jsonl"
FURTHER = ROOT / "annotations" / "saudi.jsonl"
OFTEN = 2  # pairs of a stratum that a name, or a wording without one, may be in
AROUND = 40  # code points behind a mention; where they are the same, one report is a copy of the other
SAMPLES = 2000

Json: TypeAlias = dict[str, Any]
Mentions: TypeAlias = list[tuple[Page, Span]]
Ids: TypeAlias = Callable[[Mentions], Sequence[str | None]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A labelled pair and what was made of it."""

    stratum: str
    same: bool
    linked: bool
    weight: float


# drawing


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


def mentions(pages: Iterable[Page]) -> Iterator[strata.Mention]:
    """The speakers' mentions of pages, each wording once a page."""
    lexicon = load(())
    for page in pages:
        met: set[str] = set()
        for s in read(page, lexicon).statements:
            m = s.speaker.mention
            if m and fold(m.text) not in met:
                met.add(fold(m.text))
                yield strata.Mention(page.location, m.start, m.end, m.text, s.speaker.kind, s.speaker.name)


def _copied(pair: tuple[strata.Mention, strata.Mention], pages: dict[str, Page]) -> bool:
    a, b = (fold(pages[m.report].text[m.end : m.end + AROUND]) for m in pair)
    return a == b


def draw(pages: dict[str, Page], seed: int) -> list[Json]:
    """Pairs by stratum, unlabelled, in the order of the reports' ids."""
    forms: dict[strata.Form, list[strata.Mention]] = defaultdict(list)
    known = titles(load(()))
    for m in mentions(pages.values()):
        forms[strata.form(m, known)].append(m)
    chance = random.Random(seed)
    rows: list[Json] = []
    for stratum, found in strata.groups(forms, lambda f: len(forms[f]) > 1).items():
        drawn = list(_drawn(found, strata.QUOTAS[stratum], forms, pages, chance))
        rows += [_row(pair, stratum, len(found) / len(drawn)) for pair in drawn]
    everything = [m for ms in forms.values() for m in ms]
    apart = [p for p in (chance.sample(everything, 2) for _ in range(1000)) if p[0].report != p[1].report]
    number = strata.QUOTAS["random"]
    rows += [_row((a, b), "random", len(everything) ** 2 / 2 / number) for a, b in apart[:number]]
    return sorted(rows, key=lambda r: (r["a"]["report"], r["a"]["start"], r["b"]["report"], r["b"]["start"]))


def _drawn(
    found: dict[tuple[str, str], list[strata.Pair]],
    number: int,
    forms: dict[strata.Form, list[strata.Mention]],
    pages: dict[str, Page],
    chance: random.Random,
) -> Iterator[tuple[strata.Mention, strata.Mention]]:
    """Up to `number` pairs of mentions, each of another pair of names; none of a report and its copy."""
    met: Counter[str] = Counter()
    for names in chance.sample(list(found), len(found)):
        if not number:
            return
        pairs = [] if any(met[n] >= OFTEN for n in names) else strata.places(found[names], forms)
        if apart := [p for p in pairs if not _copied(p, pages)]:
            number -= 1
            met.update(set(names))
            yield chance.choice(apart)


def _row(pair: tuple[strata.Mention, strata.Mention], stratum: str, weight: float) -> Json:
    a, b = sorted(pair, key=lambda m: (m.report, m.start))
    ends = {k: {"report": m.report, "start": m.start, "end": m.end} for k, m in (("a", a), ("b", b))}
    return {**ends, "stratum": stratum, "weight": round(weight, 1), "same": None}


# scoring


def same_words(found: Mentions) -> list[str | None]:
    """An id for each mention that is its folded words alone."""
    return [fold(span.text) for _, span in found]


def outcomes(rows: Sequence[Json], pages: dict[str, Page], ids: Ids) -> list[Outcome]:
    """What `ids` makes of the pairs whose label is known; ValueError where it answers for another number."""
    known = [r for r in rows if r["same"] is not None]
    asked = [_mention(r[k], pages) for r in known for k in ("a", "b")]
    told = ids(asked)
    if len(told) != len(asked):
        raise ValueError(f"{len(asked)} mentions were asked for, {len(told)} ids came back")
    pairs = zip(told[::2], told[1::2], strict=True)
    return [
        Outcome(r["stratum"], r["same"], a is not None and a == b, r["weight"])
        for r, (a, b) in zip(known, pairs, strict=True)
    ]


def _mention(place: Json, pages: dict[str, Page]) -> tuple[Page, Span]:
    page = pages[place["report"]]
    return page, Span.of(page.text, place["start"], place["end"])


def share(of: Iterable[Outcome], among: Callable[[Outcome], bool], weighted: bool = False) -> float | None:
    """The share of pairs that are both the same and linked among those given; None where there are none."""
    right = whole = 0.0
    for o in of:
        if among(o):
            n = o.weight if weighted else 1
            whole += n
            right += n * (o.same and o.linked)
    return right / whole if whole else None


def linked(o: Outcome) -> bool:
    return o.linked


def same(o: Outcome) -> bool:
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
    for name, among in (("precision", linked), ("recall", same)):
        value = share(found, among, weighted)
        values = sorted(v for v in (share(one, among, weighted) for one in again) if v is not None)
        out[name] = None if value is None else (value, percentile(values, TAIL), percentile(values, 1 - TAIL))
    return out


def report(found: Sequence[Outcome]) -> dict[str, Json]:
    """All figures by name: of all pairs, weighted, and of each stratum, with the numbers they rest on."""
    by_stratum = {s: [o for o in found if o.stratum == s] for s in strata.QUOTAS}
    parts = {"all": found, **{s: part for s, part in by_stratum.items() if part}}
    out = {name: {**_numbers(part), **figures(part)} for name, part in parts.items()}
    drawn = [o for o in found if o.stratum != "random"]
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


def function(name: str) -> Ids:
    """The function that MODULE:NAME stands for."""
    module, _, inside = name.partition(":")
    try:
        found: Ids = getattr(importlib.import_module(module), inside)
    except (ImportError, AttributeError, ValueError) as e:
        sys.exit(f"pairs: --ids {name} cannot be had ({e}); give MODULE:NAME of a function, its folder in PYTHONPATH")
    return found


# the command


def options() -> argparse.Namespace:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = ap.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("draw", help="draw pairs, unlabelled")
    drawing.add_argument("-o", "--out", type=Path, required=True, metavar="FILE", help="a file that is not there yet")
    drawing.add_argument("--seed", type=int, default=1, metavar="N", help="of the reports and the pairs (default 1)")
    drawing.add_argument("--reports", type=int, default=8000, metavar="N", help="read so many reports (default 8000)")
    scoring = commands.add_parser("score", help="figures on the labelled pairs")
    scoring.add_argument("--ids", metavar="MODULE:NAME", help="who gives the actors' ids (default: equal words)")
    scoring.add_argument("--pairs", type=Path, default=PAIRS, metavar="FILE", help="labelled pairs")
    scoring.add_argument("--json", action="store_true", help="as JSON")
    return ap.parse_args()


def _draw(o: argparse.Namespace) -> None:
    if o.out.exists():
        sys.exit(f"pairs: {o.out} is there already, and may hold labels; name another file")
    pages, left_out = corpus(), annotated()
    chosen = random.Random(o.seed).sample(sorted(pages.keys() - left_out), o.reports)
    rows = draw({i: pages[i] for i in sorted(chosen)}, o.seed)
    o.out.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    print(f"{len(rows)} pairs")


def _score(o: argparse.Namespace) -> None:
    rows = [json.loads(line) for line in o.pairs.read_text(encoding="utf-8").splitlines()]
    ids, pages = function(o.ids) if o.ids else same_words, corpus()
    if strangers := sorted({r[k]["report"] for r in rows for k in ("a", "b")} - pages.keys()):
        sys.exit(f"pairs: {o.pairs} names {strangers[0]}, which is not in {CORPUS}: it is of another corpus")
    told = report(outcomes(rows, pages, ids))
    print(json.dumps(told) if o.json else "\n".join(table(told)))


def main() -> int:
    o = options()
    if not CORPUS.is_file():
        print(f"pairs: the texts are in {CORPUS}, which is not there; MAWQIF_SHARED names another", file=sys.stderr)
        return 2
    (_draw if o.command == "draw" else _score)(o)
    return 0


if __name__ == "__main__":
    sys.exit(main())
