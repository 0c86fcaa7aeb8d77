"""How fast Mawqif reads, beside a bare tokenisation of the same text in the same run.

Reports and bytes a second on one core, without starting up; the peak of this process's memory; and the ratio of
this speed to that of `re.findall(r"\\w+", text)`, which depends little on the machine. Seconds are of the
processor's time, so that other work on the machine does not count.
Without ../shared/corpus, or with --demo, the demonstration is read again and again.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import json
import lzma
import os
import re
import resource
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mawqif.engine import lasting
from mawqif.errors import MawqifError
from mawqif.lexicon import Lexicon
from mawqif.model import Page
from mawqif.pipeline import read

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("MAWQIF_SHARED", ROOT.parent / "shared"))
CORPUS = SHARED / "corpus" / "saudinewsnet.jsonl.xz"
CORPUS_REPORTS = 30_676
DEMO = ROOT / "src" / "mawqif" / "demo"
WORD = re.compile(r"\w+")
WARM_UP = 20


@dataclass
class Tally:
    """What a run counted; times in seconds of the processor."""

    reports: int = 0
    size: int = 0
    statements: int = 0
    failed: int = 0
    reading: float = 0.0
    splitting: float = 0.0
    slowest: float = 0.0
    slowest_at: str = ""

    @property
    def ratio(self) -> float:
        """Speed as a share of a bare tokenisation's (1: as fast)."""
        return self.splitting / self.reading

    @property
    def rate(self) -> float:
        """Reports a second."""
        return self.reports / self.reading


def page(row: dict[str, str]) -> Page:
    day = row.get("date")
    return Page(
        text=row["text"],
        location=row["id"],
        id=row["id"],
        title=row.get("title"),
        outlet=row.get("outlet"),
        url=row.get("url"),
        date=dt.date.fromisoformat(day[:10]) if day else None,
    )


def corpus(wanted: int, first: int = 0) -> Iterator[Page]:
    """Articles spread evenly over the corpus from the given one on, read as they are asked for."""
    step = max(1, CORPUS_REPORTS // wanted)
    with lzma.open(CORPUS, "rt", encoding="utf-8") as lines:
        for line in itertools.islice(lines, first % step, None, step):
            yield page(json.loads(line))


def demonstration(wanted: int) -> Iterator[Page]:
    """The demonstration's plain reports, over and over, each time as another text."""
    rows = list(_demo_rows())
    for i, row in enumerate(itertools.islice(itertools.cycle(rows), wanted)):
        yield page({**row, "id": f"{row['id']}#{i}", "text": f"{row['text']}\n\n{i}"})


def _demo_rows() -> Iterator[dict[str, str]]:
    for path in sorted(DEMO.glob("reports/**/*.txt")):
        yield {"id": path.stem, "text": path.read_text(encoding="utf-8")}
    for path in sorted(DEMO.glob("reports/**/*.jsonl")):
        for n, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            row = json.loads(line)
            yield {"id": f"{path.parent.name}-{n}", "text": row["text"]}


def measure(pages: Iterable[Page], folders: tuple[Path, ...]) -> Tally:
    """Read every page in this process, and split its text into words beside it."""
    lexicon = lasting(folders)
    pages = iter(pages)
    for warm in itertools.islice(pages, WARM_UP):
        one(warm, lexicon, Tally())
    tally = Tally()
    for p in pages:
        one(p, lexicon, tally)
        if tally.reports % 5000 == 0:
            print(f"  {tally.reports} ...", file=sys.stderr, flush=True)
    return tally


def one(p: Page, lexicon: Lexicon, tally: Tally) -> None:
    start = time.process_time()
    WORD.findall(p.text)
    split = time.process_time()
    try:
        tally.statements += len(read(p, lexicon).statements)
    except MawqifError as e:
        tally.failed += 1
        print(f"  {e}", file=sys.stderr)
    took = time.process_time() - split
    tally.reports += 1
    tally.size += len(p.text.encode())
    tally.splitting += split - start
    tally.reading += took
    if took > tally.slowest:
        tally.slowest, tally.slowest_at = took, p.location


def peak_mb() -> float:
    """The most memory that this process has held, in MB (ru_maxrss: KiB on Linux, bytes on macOS)."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1e6 if sys.platform == "darwin" else most * 1024 / 1e6


def show(tally: Tally, what: str) -> None:
    lines = {
        "text": what,
        "reports": f"{tally.reports}  ({tally.failed} refused)",
        "statements": f"{tally.statements}",
        "reports/s": f"{tally.rate:.0f}  on one core",
        "MB/s": f"{tally.size / 1e6 / tally.reading:.2f}",
        "peak memory": f"{peak_mb():.0f} MB",
        "slowest": f"{tally.slowest * 1000:.0f} ms  ({tally.slowest_at})",
        "ratio": f"{tally.ratio:.4f}  of a bare tokenisation's speed (1/{1 / tally.ratio:.0f})",
    }
    for name, value in lines.items():
        print(f"{name:<12} {value}")


def options() -> argparse.Namespace:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--reports", type=int, default=2000, metavar="N", help="how many (default 2000)")
    ap.add_argument("--all", action="store_true", help="every article of the corpus")
    ap.add_argument("--demo", action="store_true", help="the demonstration, even where the corpus is at hand")
    ap.add_argument("--need-corpus", action="store_true", help="do nothing where the corpus is not at hand")
    ap.add_argument("--floor", type=float, metavar="RATIO", help="exit 1 if the ratio is under this")
    ap.add_argument("--least-rate", type=float, metavar="N", help="exit 1 if fewer reports a second are read")
    ap.add_argument("--most-memory", type=float, metavar="MB", help="exit 1 if more memory was held")
    return ap.parse_args()


def broken(tally: Tally, o: argparse.Namespace) -> list[str]:
    """The limits asked for that the run did not keep."""
    checks = [
        (o.floor is not None and tally.ratio < o.floor, f"the ratio {tally.ratio:.4f} is under {o.floor}"),
        (o.least_rate is not None and tally.rate < o.least_rate, f"{tally.rate:.0f} reports/s, under {o.least_rate}"),
        (o.most_memory is not None and peak_mb() > o.most_memory, f"{peak_mb():.0f} MB are over {o.most_memory}"),
    ]
    return [message for failed, message in checks if failed]


def main() -> int:
    o = options()
    real = CORPUS.is_file() and not o.demo
    if o.need_corpus and not real:
        print(f"There is no corpus at {CORPUS}; nothing was read.")
        return 0
    wanted = CORPUS_REPORTS if o.all and real else o.reports
    pages = corpus(wanted) if real else demonstration(wanted)
    what = f"{CORPUS.name}, 1 in {max(1, CORPUS_REPORTS // wanted)}" if real else "the demonstration, repeated"
    tally = measure(pages, () if real else (DEMO / "world",))
    show(tally, what)
    messages = broken(tally, o)
    for message in messages:
        print(f"bench: {message}", file=sys.stderr)
    return 1 if messages else 0


if __name__ == "__main__":
    sys.exit(main())
