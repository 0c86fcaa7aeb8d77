"""Count the shares behind scores on annotated articles, and say what scores are worth.

    python tools/calibrate.py                               count, print the tables, write data/scores.yaml
    python tools/calibrate.py --unseen GOLD.jsonl DOCS.jsonl  the same with more articles that no rule was written on
    python tools/calibrate.py GOLD DOCS [GOLD DOCS ...]       count these articles instead
    python tools/calibrate.py --check ...                     write nothing

Without files: the sets of ../shared/gold (MAWQIF_SHARED names another place), of which a third (ids whose
SHA-1 is divisible by three) was kept out of sight while rules were written. The tables are of
cross-validation by article: every article is scored with what the others say. Rules do better on what
their authors saw, so that scores are drawn down to what came out on the rest.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from mawqif import sources
from mawqif.evaluate import Article, Document, Line, lines, paired
from mawqif.evaluate.calibration import Case, Unseen, abroad, cases, crossed, tables
from mawqif.evaluate.reliability import Outcome, Reliability, reliability
from mawqif.lexicon import Lexicon, Shares, load
from mawqif.model import Page, Reading, reading_json
from mawqif.pipeline import read

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("MAWQIF_SHARED", ROOT.parent / "shared"))
SETS = ("seeds", "dev", "wide")
TARGET = ROOT / "src" / "mawqif" / "data" / "scores.yaml"

HEAD = """\
# How often what was found was right, by what was known of it: {statements} statements with a named speaker in
# {articles} annotated articles, counted by tools/calibrate.py, which writes this file anew. Shares, not weights:
# "41/50" says that 41 of 50 were right.
# content: the frame that found it, the sort of its cue, its length; right where it shares half of its words with an
#   annotated one.
# speaker, where the content is right: the rule that found the speaker, whether the speaker of the statement before
#   goes on, the words of the name (3: or more), the kind.
# unseen: what was right in articles that were out of sight while the rules were written, of what these shares foretold.
# The score is the product of all. A narrow key is drawn towards the next wider one, whose share weighs as much as
# `pull` cases; a key that stands nowhere is as the next wider one.
pull: {pull:g}
"""


def documents(path: str) -> Iterator[Page]:
    for item in sources.documents(path):
        if not isinstance(item, Page):
            sys.exit(f"calibrate: {item}")
        yield item


def compared(gold: Path, docs: Path, lexicon: Lexicon) -> Iterator[tuple[Article, Reading]]:
    """The annotated articles, each with its reading."""
    annotated = lines(gold)
    pages = {p.id: p for p in documents(str(docs)) if p.id in annotated}
    readings = {key: read(page, lexicon) for key, page in pages.items()}
    texts = {key: Document(key, page.text, page.outlet) for key, page in pages.items()}
    found = {key: Line(str(docs), reading_json(reading)) for key, reading in readings.items()}
    for article in paired(annotated, texts, found):
        yield article, readings[article.document.id]


def all_cases(gold: Path, docs: Path, lexicon: Lexicon) -> list[Case]:
    return [c for article, reading in compared(gold, docs, lexicon) for c in cases(article, reading.statements)]


def show(title: str, found: Sequence[Outcome]) -> None:
    table: Reliability = reliability(found)
    worth = f"ECE {table.ece:.3f}, Brier {table.brier:.3f} (one score for all: {table.base:.3f})"
    print(f"\n{title}: {table.count} statements, {worth}")
    print("| score | statements | predicted | observed |\n|---|---|---|---|")
    for b in table.bins:
        print(f"| {b.low:.1f} | {b.count} | {b.predicted:.2f} | {b.observed:.2f} |")


def held_out(article: str) -> bool:
    """Whether an article of ../shared was kept out of sight."""
    return int(hashlib.sha1(article.encode("utf-8")).hexdigest(), 16) % 3 == 0


def written(counted: dict[str, Shares], found: Sequence[Case]) -> str:
    """The tables as YAML."""
    head = HEAD.format(statements=len(found), articles=len({c.article for c in found}), pull=counted["content"].pull)
    return head + "".join(_table(name, table) for name, table in counted.items())


def _table(name: str, table: Shares) -> str:
    rows = (f"  {key or 'all'}: {right}/{of}\n" for key, (right, of) in table.counts.items())
    return f"{name}:\n{''.join(rows)}"


def options() -> argparse.Namespace:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("files", nargs="*", type=Path, metavar="GOLD DOCS", help="pairs of files")
    about = "articles that no rule was written on (may be repeated)"
    ap.add_argument("--unseen", nargs=2, type=Path, action="append", default=[], metavar=("GOLD", "DOCS"), help=about)
    ap.add_argument("--check", action="store_true", help="write nothing")
    o = ap.parse_args()
    if len(o.files) % 2:
        ap.error("the files come in pairs: annotated articles, then their texts")
    return o


def main() -> int:
    o = options()
    given = list(zip(o.files[::2], o.files[1::2], strict=True))
    ours = [(SHARED / "gold" / f"{s}.jsonl", SHARED / "gold" / f"{s}_docs.jsonl") for s in SETS]
    pairs = given or [pair for pair in ours if pair[0].is_file()]
    if not pairs:
        print(f"There are no annotated articles at {SHARED / 'gold'}; nothing was counted.")
        return 0
    lexicon = load()
    by_set = {gold.stem: all_cases(gold, docs, lexicon) for gold, docs in pairs}
    fresh = {gold.stem: all_cases(gold, docs, lexicon) for gold, docs in o.unseen}
    out_of_sight = {c.article for found in fresh.values() for c in found}
    out_of_sight |= set() if given else {c.article for found in by_set.values() for c in found if held_out(c.article)}
    report(by_set | fresh, out_of_sight.__contains__)
    if not o.check:
        everything = [c for found in (by_set | fresh).values() for c in found]
        TARGET.write_text(written(tables(everything, out_of_sight.__contains__), everything), "utf-8")
        print(f"\n{TARGET.relative_to(ROOT)} is written; `make test` says whether all is well.")
    return 0


def report(by_set: dict[str, list[Case]], unseen: Unseen) -> None:
    """The tables: each set with what the others say, all cross-validated, and what was out of sight."""
    everything = [c for found in by_set.values() for c in found]
    for name, found in by_set.items():
        others = [c for other, theirs in by_set.items() if other != name for c in theirs]
        if others:
            show(f"{name}, by the shares of the other sets", abroad(others, found))
    show("all, cross-validated by article", crossed(everything))
    if any(unseen(c.article) for c in everything):
        show("out of sight, cross-validated by article, drawn down", crossed(everything, unseen))


if __name__ == "__main__":
    sys.exit(main())
