"""The measure of copies between reports: pairs of reports, what one is to the other, and whether both tell one event.

    python tools/copies.py draw -o FILE                    draw pairs from ../shared/corpus, unlabelled (takes minutes)
    python tools/copies.py score --classes FILE.jsonl      precision and recall on annotations/copies.jsonl

annotations/copies.jsonl holds ids, strata and labels, no text (annotations/README.md says how it was made); the texts
come from ../shared/corpus, which users of the project do not have (MAWQIF_SHARED names another place): what needs them
does nothing without them, and the exit status is 2. What the figures mean is told in tools/measures.py. Here a pair is
the same where it is a copy: identical, syndicated or part-copied; pairs that cannot be told are not counted.

--classes names a file of lines {"a": ID, "b": ID, "class": CLASS}, with "story": true or false beside the class or in
a line of its own: what a linker makes of the pairs, either report first. A pair that the file does not name counts as
unrelated and as no one story, so that a linker may write all its links and nothing else.

Without --classes the pairs are told by plain counts of shared words, which any linker has to beat: the same words are
identical, half of the shorter one's runs of five words make it syndicated, 25 words in one piece part-copied, and a
copy is one story.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "tools"))

import likeness  # noqa: E402
import measures  # noqa: E402
from likeness import Key  # noqa: E402
from measures import Json, Outcome  # noqa: E402

from mawqif.model import Page  # noqa: E402

COPIES = ROOT / "annotations" / "copies.jsonl"
OFTEN = 2  # pairs that a report, or a cluster of reports, may be in
COPY = frozenset({"identical", "syndicated", "part-copied"})
CLASSES = ("identical", "syndicated", "part-copied", "independent", "template", "unrelated")
ASIDE = frozenset({"few", "random"})  # strata of which one pair would outweigh all others


@dataclass(frozen=True, slots=True)
class Told:
    """What is made of a pair of reports."""

    relation: str = "unrelated"
    story: bool = False


# drawing


def draw(pages: dict[str, Page], seed: int) -> list[Json]:
    """Pairs by stratum, unlabelled, in the order of the reports' ids."""
    corpus = likeness.Corpus(pages[i] for i in sorted(pages))
    found = corpus.pairs()
    head = corpus.clusters(key for keys in found.values() for key in keys)
    chance = random.Random(seed)
    met: Counter[str] = Counter()
    rows: list[Json] = []
    for stratum, keys in found.items():
        drawn = list(_drawn(keys, likeness.QUOTAS[stratum], head, met, chance))
        rows += [_row(key, stratum, len(keys) / len(drawn)) for key in drawn]
    rows += _random(sorted(corpus.reports), chance)
    return sorted(rows, key=lambda r: (r["a"], r["b"]))


def _drawn(
    keys: Sequence[Key], number: int, head: dict[str, str], met: Counter[str], chance: random.Random
) -> Iterator[Key]:
    """Up to `number` pairs; no report and no cluster is in more than two of those that `met` counts."""
    for key in chance.sample(keys, len(keys)):
        if not number:
            return
        ends = {*key, *(f"cluster of {head[i]}" for i in key)}
        if all(met[e] < OFTEN for e in ends):
            number -= 1
            met.update(ends)
            yield key


def _random(reports: Sequence[str], chance: random.Random) -> list[Json]:
    number = min(likeness.QUOTAS["random"], len(reports) // 2)
    some = chance.sample(reports, 2 * number)
    weight = len(reports) * (len(reports) - 1) / 2 / max(1, number)
    return [_row(key, "random", weight) for key in zip(some[::2], some[1::2], strict=True)]


def _row(key: Key, stratum: str, weight: float) -> Json:
    a, b = sorted(key)
    return {"a": a, "b": b, "stratum": stratum, "weight": round(weight, 1), "class": None, "story": None}


# scoring


def by_words(rows: Iterable[Json], pages: dict[str, Page]) -> dict[Key, Told]:
    """What plain counts of words make of the pairs."""
    rows = list(rows)
    corpus = likeness.Corpus(pages[i] for i in sorted({r[k] for r in rows for k in ("a", "b")}))
    return {(r["a"], r["b"]): _by_words(*(corpus.reports.get(r[k]) for k in ("a", "b"))) for r in rows}


def _by_words(a: likeness.Report | None, b: likeness.Report | None) -> Told:
    if not a or not b:
        return Told()
    if a.words == b.words:
        return Told("identical", True)
    if 2 * len(a.runs & b.runs) >= min(len(a.runs), len(b.runs)):
        return Told("syndicated", True)
    return Told("part-copied", True) if likeness.longest(a, b) >= likeness.PASSAGE else Told()


def read_classes(file: Path) -> dict[Key, Told]:
    """What a file of lines makes of pairs; the program ends with a sentence where a line is none."""
    relations: dict[Key, str] = {}
    stories: dict[Key, bool] = {}
    for n, text in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        try:
            line = json.loads(text)
            key = _key(line["a"], line["b"])
            if "class" in line:
                relations[key] = CLASSES[CLASSES.index(line["class"])]
            if "story" in line:
                stories[key] = bool(line["story"])
        except (ValueError, KeyError, TypeError) as e:
            known = ", ".join(CLASSES)
            sys.exit(f'{file}, line {n} is not {{"a": ID, "b": ID, "class": one of {known}, "story": true}}: {e!r}')
    return {k: Told(relations.get(k, "unrelated"), stories.get(k, False)) for k in relations.keys() | stories.keys()}


def _key(a: str, b: str) -> Key:
    return (a, b) if a <= b else (b, a)


def score(rows: Sequence[Json], told: dict[Key, Told]) -> Json:
    """Figures of copies and of stories by stratum, and the classes as labelled beside those told."""
    found = [(r, told.get(_key(r["a"], r["b"]), Told())) for r in rows]
    classed = [(r, t) for r, t in found if r["class"] is not None]
    copies = [Outcome(r["stratum"], r["class"] in COPY, t.relation in COPY, r["weight"]) for r, t in classed]
    stories = [Outcome(r["stratum"], r["story"], t.story, r["weight"]) for r, t in found if r["story"] is not None]
    crossed = Counter((r["class"], t.relation) for r, t in classed)
    return {
        "copies": measures.report(copies, likeness.QUOTAS, ASIDE),
        "stories": measures.report(stories, likeness.QUOTAS, ASIDE),
        "classes": {c: {d: crossed[c, d] for d in CLASSES} for c in CLASSES},
    }


def table(told: Json) -> Iterator[str]:
    """A score as lines of text."""
    yield "copies"
    yield from measures.table(told["copies"])
    yield ""
    yield "stories"
    yield from measures.table({name: told["stories"][name] for name in ("all", "weighted")})
    yield ""
    yield f"{'labelled, told:':16}" + "".join(f"{c:>13}" for c in CLASSES)
    for labelled, row in told["classes"].items():
        yield f"{labelled:16}" + "".join(f"{n:13}" for n in row.values())


# the command


def options() -> argparse.Namespace:
    ap, _drawing, scoring = measures.parsers(__doc__, COPIES)
    scoring.add_argument("--classes", type=Path, metavar="FILE", help="what a linker makes of the pairs, one a line")
    return ap.parse_args()


def _draw(o: argparse.Namespace) -> None:
    measures.fresh(o.out)
    pages, left_out = measures.corpus(), measures.annotated()
    measures.write(draw({i: p for i, p in pages.items() if i not in left_out}, o.seed), o.out)


def _score(o: argparse.Namespace) -> None:
    rows = measures.rows(o.pairs)
    told = score(rows, read_classes(o.classes) if o.classes else by_words(rows, measures.corpus()))
    print(json.dumps(told) if o.json else "\n".join(table(told)))


def main() -> int:
    asked = options()
    return measures.run(asked, _draw, _score, without_texts=asked.command == "score" and asked.classes is not None)


if __name__ == "__main__":
    sys.exit(main())
