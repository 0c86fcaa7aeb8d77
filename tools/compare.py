"""Two evaluations side by side, as tables in Markdown: figures, and errors by class.

mawqif evaluate GOLD DOCS --predicted OLD.jsonl --json > before.json
mawqif evaluate GOLD DOCS --json > after.json
python tools/compare.py before.json after.json [--ways N]
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mawqif.evaluate import flat

Row = tuple[str, ...]


def figure_rows(before: dict[str, Any], after: dict[str, Any]) -> Iterator[Row]:
    """Every figure that one of them has, with the interval of the later one."""
    old, new, around = flat(before["figures"]), flat(after["figures"]), flat_intervals(after["intervals"])
    for name in new | old:
        if old.get(name) or new.get(name):
            was, now = old.get(name, 0.0), new.get(name, 0.0)
            low, high = around.get(name, (now, now))
            yield name, f"{was:.3f}", f"{now:.3f}", f"{100 * (now - was):+.1f}", f"{low:.3f} to {high:.3f}"


def flat_intervals(found: dict[str, Any]) -> dict[str, tuple[float, float]]:
    out: dict[str, tuple[float, float]] = {}
    for name, value in found.items():
        parts = value.items() if isinstance(value, dict) else [("", value)]
        out |= {f"{name}.{part}".rstrip("."): tuple(interval) for part, interval in parts}
    return out


def error_rows(before: dict[str, Any], after: dict[str, Any], ways: int) -> Iterator[Row]:
    """Every class, and under it the ways and rules that were most frequent in either."""
    for sort, new in after["errors"].items():
        old = before["errors"][sort]
        yield f"**{sort}**", "", f"{old['count']}", f"{new['count']}"
        for by in ("how", "rule", "speaker_rule", "cue"):
            counts = {key: (old[by].get(key, 0), new[by].get(key, 0)) for key in old[by] | new[by] if key != "-"}
            for key in sorted(counts, key=lambda k: (-max(counts[k]), k))[:ways]:
                yield "", f"{by.replace('_', ' ')}: {key}", *map(str, counts[key])


def table(head: Row, rows: Iterator[Row]) -> None:
    for row in (head, ("---",) * len(head), *rows):
        print("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |")


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("before", type=Path)
    ap.add_argument("after", type=Path)
    ap.add_argument("--ways", type=int, default=4, metavar="N", help="how many of a class are told (default 4)")
    o = ap.parse_args()
    before, after = (json.loads(path.read_text("utf-8")) for path in (o.before, o.after))
    table(("figure", "before", "after", "points", "95%"), figure_rows(before, after))
    print()
    table(("class", "way", "before", "after"), error_rows(before, after, o.ways))
    return 0


if __name__ == "__main__":
    sys.exit(main())
