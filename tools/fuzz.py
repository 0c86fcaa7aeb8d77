"""Articles cut, shuffled, repeated, joined and strewn with odd characters: read without failing, and fast enough.

Every case is made from a seed and its number, so that it can be made again (--case). It must not raise (but for the
errors that say there is no text in it), every span must be the text itself, and it may not take longer than --limit
milliseconds per kilobyte of UTF-8; texts under a kilobyte count as one. Exits 1 at the first case that fails.
Without ../shared/corpus, the demonstration is read.
"""

from __future__ import annotations

import argparse
import dataclasses
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path += [str(ROOT / "tests"), str(ROOT / "tools")]

import bench  # noqa: E402

import metamorphic  # noqa: E402
from mawqif import dates  # noqa: E402
from mawqif.errors import InputError  # noqa: E402
from mawqif.lexicon import Lexicon, load  # noqa: E402
from mawqif.model import Page, Reading, Span  # noqa: E402
from mawqif.pipeline import read  # noqa: E402

LIMIT = 10.0  # milliseconds per kilobyte
LONGEST = 60_000  # code points of a case
ODD = [
    *"«»“”„\"'‘’()[]{}<>&،؛:؟!.…-–—/|@#*_ـ0٣\0\t\r\n\u00a0\u200b\u200d\u200e\u200f\u2028\u202b\u2067\ufeff\ufffd🙂",
    "\u064b", "\u0651", "\u0670", "\u0300", "ﷲ", "ﻻ", "ى", "ة", "ء", "\r\n", "\n\n", "''", "<p>", "</div>", "<!--",
    "<html><body>", "&nbsp;", "https://example.org/ا", "@handle", "— Name (@handle) May 5, 2031", " (وكالات) - ",
    " قال ", " إن ", " أن ", "«", "»", "وأضاف", " بحسب ", " لـ", " بن ", " الوزير ", " 5 مايو 2031 ", " أمس ", "، ",
]  # fmt: skip
Mutation = Callable[[str, random.Random, Sequence[str]], str]


def cut(text: str, chance: random.Random, others: Sequence[str]) -> str:
    """A stretch of it, or all but a stretch."""
    a, b = sorted(chance.choices(range(len(text) + 1), k=2))
    return text[a:b] if chance.random() < 0.5 else text[:a] + text[b:]


def shuffle(text: str, chance: random.Random, others: Sequence[str]) -> str:
    """Its words, sentences, lines or characters in another order, all of them or a stretch."""
    apart = chance.choice((" ", ".", "\n", "،", ""))
    parts = text.split(apart) if apart else list(text)
    a, b = sorted(chance.choices(range(len(parts) + 1), k=2))
    parts[a:b] = chance.sample(parts[a:b], b - a)
    return apart.join(parts)


def repeat(text: str, chance: random.Random, others: Sequence[str]) -> str:
    """A stretch of it, or an odd character, again and again."""
    a = chance.randrange(len(text) + 1)
    b = min(len(text), a + chance.choice((1, 2, 5, 10, 50, 200, 1000)))
    what = text[a:b] if chance.random() < 0.7 else chance.choice(ODD)
    return text[:b] + what * chance.choice((2, 5, 50, 500, 5000)) + text[b:]


def insert(text: str, chance: random.Random, others: Sequence[str]) -> str:
    """Odd characters here and there, few or many."""
    odd = chance.choices(ODD, k=chance.choice((1, 3, len(ODD))))
    rate = chance.choice((0.002, 0.02, 0.2))
    return "".join(c + chance.choice(odd) if chance.random() < rate else c for c in text)


def delete(text: str, chance: random.Random, others: Sequence[str]) -> str:
    """Without one character wherever it stands: spaces, full stops, line ends, closing marks, letters."""
    return text.replace(chance.choice((" ", ".", "\n", "،", "»", '"', "ا", "ن")), "")


def join(text: str, chance: random.Random, others: Sequence[str]) -> str:
    """Another article before it, after it or within it."""
    other, at = chance.choice(others), chance.choice((0, len(text), chance.randrange(len(text) + 1)))
    return text[:at] + other + text[at:]


def rewrite(text: str, chance: random.Random, others: Sequence[str]) -> str:
    """Another way of writing (tests/metamorphic.py)."""
    return chance.choice(list(metamorphic.REWRITES.values()))(text, chance).text


MUTATIONS: tuple[Mutation, ...] = (cut, shuffle, repeat, insert, delete, join, rewrite)


def case(texts: Sequence[str], seed: int, n: int) -> tuple[str, str]:
    """The text of a case, and the names of what was done to it."""
    chance = random.Random(f"{seed} {n}")
    text, done = chance.choice(texts), []
    for mutation in chance.choices(MUTATIONS, k=chance.randint(1, 4)):
        text = mutation(text, chance, texts)[:LONGEST]
        done.append(mutation.__name__)
    return text, " ".join(done)


def spans(reading: Reading) -> Iterator[Span]:
    """Every span of a reading, wherever in it."""
    parts: list[object] = [reading]
    while parts:
        part = parts.pop()
        if isinstance(part, Span):
            yield part
        elif isinstance(part, tuple):
            parts += part
        elif dataclasses.is_dataclass(part):
            parts += [getattr(part, f.name) for f in dataclasses.fields(part)]


def seconds(text: str, lexicon: Lexicon) -> tuple[float, Reading | None]:
    """How long a text took in the processor's time, and what was found; None where there is no text in it."""
    start = time.process_time()
    try:
        reading = read(Page(text=text, location="case"), lexicon)
    except InputError:
        reading = None
    return time.process_time() - start, reading


def tried(text: str, lexicon: Lexicon, limit: float = LIMIT) -> float:
    """Milliseconds per kilobyte of a case; AssertionError where a span is wrong or it takes too long."""
    took, reading = seconds(text, lexicon)
    for span in spans(reading) if reading else ():
        assert text[span.start : span.end] == span.text, f"a span of other words: {span}"
    kilobytes = max(1.0, len(text.encode("utf-8", "surrogatepass")) / 1000)
    for _ in range(4):  # other work on the machine only adds
        if took * 1000 / kilobytes <= limit:
            break
        took = min(took, seconds(text, lexicon)[0])
    pace = took * 1000 / kilobytes
    assert pace <= limit, f"{pace:.1f} ms per kilobyte"
    return pace


def options() -> argparse.Namespace:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--seconds", type=float, default=60, help="how long (default 60)")
    ap.add_argument("--seed", type=int, default=1, help="of all cases (default 1)")
    ap.add_argument("--case", type=int, metavar="N", help="this case alone; its text is printed")
    ap.add_argument("--limit", type=float, default=LIMIT, metavar="MS", help="milliseconds per kilobyte (default 10)")
    ap.add_argument("--reports", type=int, default=400, metavar="N", help="articles that cases are made from")
    ap.add_argument("--demo", action="store_true", help="the demonstration, even where the corpus is at hand")
    ap.add_argument("--need-corpus", action="store_true", help="do nothing where the corpus is not at hand")
    return ap.parse_args()


def run(texts: Sequence[str], lexicon: Lexicon, o: argparse.Namespace) -> int:
    until, n, slowest = time.monotonic() + o.seconds, 0, (0.0, 0)
    while time.monotonic() < until:
        text, done = case(texts, o.seed, n)
        try:
            slowest = max(slowest, (tried(text, lexicon, o.limit), n))
        except Exception as e:
            print(f"fuzz: --seed {o.seed} --case {n} ({done}): {type(e).__name__}: {e}", file=sys.stderr)
            return 1
        n += 1
    print(f"{n} cases of seed {o.seed}; the slowest took {slowest[0]:.1f} ms per kilobyte (case {slowest[1]})")
    return 0


def main() -> int:
    o = options()
    real = bench.CORPUS.is_file() and not o.demo
    if o.need_corpus and not real:
        print(f"There is no corpus at {bench.CORPUS}; nothing was read.")
        return 0
    texts = [p.text for p in (bench.corpus(o.reports) if real else bench.demonstration(28)) if p.text.strip()]
    lexicon = load(() if real else (bench.DEMO / "world",))
    read(Page(text=texts[0], location="warm"), lexicon)
    dates.parse("5 رمضان 1445")  # the table of Hijri days is read when it is first needed, and counts for no case
    if o.case is None:
        return run(texts, lexicon, o)
    text, done = case(texts, o.seed, o.case)
    print(text)
    print(f"{done}: {len(text.encode('utf-8', 'surrogatepass'))} bytes", file=sys.stderr)
    print(f"{tried(text, lexicon, o.limit):.1f} ms per kilobyte", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
