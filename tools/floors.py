"""The floors under the figures on the annotated articles: tests/floors.yaml, which only goes up.

    python tools/floors.py                          raise every floor that a figure has passed
    python tools/floors.py --check                  write nothing
    python tools/floors.py --lower dev/tight.f1     let this floor down to its figure (may be repeated)

A figure may lie under its floor by half a point at most: else this fails, and so does the test. The
articles are those of ../shared/gold (MAWQIF_SHARED names another place); positions are looked for on the issues that
annotations/issues describes.
"""

from __future__ import annotations

import argparse
import math
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from mawqif import sources
from mawqif.evaluate import Document, Line, evaluate, flat, lines, paired
from mawqif.evaluate.figures import CALLED_FURNITURE, Figures
from mawqif.lexicon import issues, load
from mawqif.model import Page, reading_json
from mawqif.pipeline import read

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("MAWQIF_SHARED", ROOT.parent / "shared"))
FLOORS = ROOT / "tests" / "floors.yaml"
ISSUES = ROOT / "annotations" / "issues"
SETS = ("seeds", "dev", "wide")
STANCES = "stance_macro_f1"
SLACK = 0.005
LEAST = 20  # annotated things under which a figure says little
LEAST_STATEMENTS = 100  # statements under which a share of them says little

HEAD = """\
# The figures reached on the annotated articles of ../shared/gold, written by tools/floors.py (`make floors`), which
# only raises them. A test refuses a figure that lies more than half a point under its floor.
"""

Floors = dict[str, dict[str, float]]


def figures(gold: Path, docs: Path) -> Figures:
    """All figures of the default pipeline on a set, positions on the issues of the set's name."""
    lexicon, annotated, asked = load(), lines(gold), issues.read(ISSUES / f"{gold.stem}.yaml")
    pages = {p.id: p for p in sources.documents(str(docs)) if isinstance(p, Page) and p.id is not None}
    texts = {key: Document(key, page.text, page.outlet) for key, page in pages.items()}
    found = {key: Line(str(docs), reading_json(read(page, lexicon, asked))) for key, page in pages.items()}
    return evaluate(paired(annotated, texts, found), by=(), samples=0).overall.figures


def held(found: Figures) -> dict[str, float]:
    """The figures that have a floor: F1 of all that there is enough of, the speaker's p and r, shares, means."""
    shares = flat(found)
    return {name: shares[name] for name in _held(found) if shares[name]}


def _held(found: Figures) -> Iterator[str]:
    statements = found["statements"]
    many = isinstance(statements, dict) and statements["n"] >= LEAST_STATEMENTS
    for name, value in found.items():
        if isinstance(value, dict) and "n" in value:
            parts = ("p", "r", "f1") if name == "speaker" else ("f1",)
            yield from (f"{name}.{part}" for part in parts if value["n"] >= LEAST)
        elif isinstance(value, dict):
            yield from (f"{name}.{part}" for part in value if many)
        elif isinstance(value, float) and (_positions(found) if name == STANCES else many):
            yield name


def _positions(found: Figures) -> bool:
    """Whether there are positions enough for a mean over stances."""
    positions = found.get("positions")
    return isinstance(positions, dict) and positions["n"] >= LEAST


def dropped(found: Figures, floors: Mapping[str, float]) -> list[str]:
    """What lies more than half a point under its floor, and reported words that became furniture."""
    shares = flat(found)
    low = [name for name, floor in floors.items() if shares.get(name, 0.0) < floor - SLACK]
    told = [f"{name}: {shares.get(name, 0.0):.4f} is under {floors[name]:.4f}" for name in low]
    furniture = found[CALLED_FURNITURE]
    return told + ([f"{CALLED_FURNITURE}: {furniture}"] if furniture else [])


def raised(found: Figures, floors: Mapping[str, float], lowered: frozenset[str] = frozenset()) -> dict[str, float]:
    """The floors, each at its figure where that is higher, or where it is to be let down."""
    kept = {name: floor for name, floor in floors.items() if name not in lowered}
    now = {name: math.floor(share * 10_000) / 10_000 for name, share in held(found).items()}
    names = sorted({*kept, *now})
    return {name: max(kept.get(name, 0.0), now.get(name, 0.0)) for name in names}


def read_floors() -> Floors:
    """The floors of every set."""
    found: Floors = yaml.safe_load(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    return found or {}


def written(floors: Floors) -> str:
    """The floors as YAML."""
    sets = (f"{name}:\n" + "".join(f"  {k}: {v:.4f}\n" for k, v in floors[name].items()) for name in floors)
    return HEAD + "".join(sets)


def options() -> argparse.Namespace:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--check", action="store_true", help="write nothing")
    ap.add_argument("--lower", action="append", default=[], metavar="SET/FIGURE", help="let this floor down")
    return ap.parse_args()


def main() -> int:
    o = options()
    if not (SHARED / "gold").is_dir():
        print(f"There are no annotated articles at {SHARED / 'gold'}; nothing was measured.")
        return 0
    before, after, failed = read_floors(), {}, 0
    for name in SETS:
        found = figures(SHARED / "gold" / f"{name}.jsonl", SHARED / "gold" / f"{name}_docs.jsonl")
        lowered = frozenset(given.partition("/")[2] for given in o.lower if given.partition("/")[0] == name)
        floors = before.get(name, {})
        after[name] = raised(found, floors, lowered)
        for figure, floor in after[name].items():
            if floor != floors.get(figure):
                print(f"{name}/{figure}: {floors.get(figure, 0.0):.4f} -> {floor:.4f}")
        for message in dropped(found, after[name]):
            print(f"floors: {name}/{message}", file=sys.stderr)
            failed += 1
    if not o.check:
        FLOORS.write_text(written(after), "utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
