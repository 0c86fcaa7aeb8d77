"""Whether ways of writing change what Mawqif finds: every rewrite of tests/metamorphic.py over a sample of the corpus.

For each rewrite: the share of statements that stay the same, in every field and to the character, of all that are
found before or after it. Exits 1 where one is under the limit. Without ../shared/corpus, the demonstration is read.
"""

from __future__ import annotations

import argparse
import dataclasses
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path += [str(ROOT / "tests"), str(ROOT / "tools")]

import bench  # noqa: E402

import metamorphic  # noqa: E402
from mawqif.lexicon import Lexicon, load  # noqa: E402
from mawqif.model import Page  # noqa: E402
from mawqif.pipeline import read  # noqa: E402


@dataclasses.dataclass
class Share:
    """Statements that a rewrite left as they were, of those found before or after it; reports that it changed."""

    same: int = 0
    all: int = 0
    rewritten: int = 0
    changed: list[str] = dataclasses.field(default_factory=list)

    @property
    def value(self) -> float:
        return self.same / self.all if self.all else 1.0


def compare(pages: Iterator[Page], lexicon: Lexicon, names: list[str], seed: int, show: int) -> dict[str, Share]:
    """The share of each rewrite; up to `show` differences of each are printed."""
    shares = {name: Share() for name in names}
    for page in pages:
        if not page.text.strip():
            continue
        plain = metamorphic.values(read(page, lexicon).statements, metamorphic.as_it_is(page.text))
        for name, share in shares.items():
            chance = random.Random(f"{seed} {name} {page.location}")
            rewritten = metamorphic.REWRITES[name](page.text, chance)
            found = read(dataclasses.replace(page, text=rewritten.text), lexicon).statements
            after = metamorphic.values(found, rewritten)
            same, union = metamorphic.shared(plain, after)
            share.same, share.all = share.same + same, share.all + union
            share.rewritten += rewritten.text != page.text
            if same < union:
                share.changed.append(page.location)
                if len(share.changed) <= show:
                    difference(name, page, plain, after)
    return shares


def difference(name: str, page: Page, before: metamorphic.Values, after: metamorphic.Values) -> None:
    print(f"-- {name}: {page.location}")
    for sign, lost in (("-", before - after), ("+", after - before)):
        for value in lost:
            print(f"   {sign} {metamorphic.shown(value, page.text)}")


def options() -> argparse.Namespace:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--reports", type=int, default=300, metavar="N", help="how many (default 300)")
    ap.add_argument("--seed", type=int, default=1, metavar="N", help="of the rewrites and of the sample (default 1)")
    ap.add_argument("--least", type=float, default=0.985, metavar="SHARE", help="exit 1 under this (default 0.985)")
    ap.add_argument("--only", action="append", choices=list(metamorphic.REWRITES), help="this rewrite; may be repeated")
    ap.add_argument("--show", type=int, default=0, metavar="N", help="print so many differing reports of each rewrite")
    ap.add_argument("--demo", action="store_true", help="the demonstration, even where the corpus is at hand")
    ap.add_argument("--need-corpus", action="store_true", help="do nothing where the corpus is not at hand")
    return ap.parse_args()


def main() -> int:
    o = options()
    real = bench.CORPUS.is_file() and not o.demo
    if o.need_corpus and not real:
        print(f"There is no corpus at {bench.CORPUS}; nothing was read.")
        return 0
    start = time.process_time()
    pages = bench.corpus(o.reports, o.seed) if real else bench.demonstration(min(o.reports, 28))
    lexicon = load(() if real else (bench.DEMO / "world",))
    shares = compare(pages, lexicon, o.only or list(metamorphic.REWRITES), o.seed, o.show)
    print(f"{'share':>7} {'statements':>10} {'changed':>8} {'reports':>8}  rewrite")
    for name, s in shares.items():
        print(f"{s.value:7.4f} {s.all:10} {s.all - s.same:8} {s.rewritten:8}  {name}")
    low = {name: s.value for name, s in shares.items() if s.value < o.least}
    for name, value in low.items():
        print(f"robustness: {name}: {value:.4f} is under {o.least}", file=sys.stderr)
    print(f"{time.process_time() - start:.0f} s", file=sys.stderr)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
