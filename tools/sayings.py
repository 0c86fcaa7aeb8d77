"""The measure of utterances: pairs of statements in different reports, and whether both carry one saying.

    python tools/sayings.py draw -o FILE                   draw pairs from ../shared/corpus, unlabelled
    python tools/sayings.py score [--ids MODULE:NAME]      precision and recall on annotations/utterances.jsonl
    python tools/sayings.py score --linked FILE.jsonl      the same, of links that were written to a file

annotations/utterances.jsonl holds ids, places, strata and relations, no text (annotations/README.md says how it was
made); the texts come from ../shared/corpus, which users of the project do not have (MAWQIF_SHARED names another place):
without it nothing is done and the exit status is 2. What the figures mean is told in tools/measures.py. Here a pair is
the same where its relation is same, overlap or paraphrase.

--ids names a function that takes a list of (Page, Span), the contents of all pairs, and returns as many ids of
utterances, None where a statement is in none. Two statements are linked where both have an id and the ids are equal.

--linked names a file of lines {"a": {"report", "start", "end"}, "b": {...}, "relation"}: two kept contents and what
links them. Those linked as same, overlap, copied, paraphrase or translation are one utterance, also over a third; other
relations are only counted. A kept content stands for a labelled place as mawqif.model.overlap tells it.

Without either, contents are linked that stand in the same folded words: what any linker has to beat. Below the figures
stand the relations as labelled beside those found, and how many places the program finds no statement for.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TypeAlias

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "tools"))

import alike  # noqa: E402
import measures  # noqa: E402
from alike import Pair, Said  # noqa: E402
from measures import Ids, Json, Places  # noqa: E402

from mawqif.arabic import WORD, fold  # noqa: E402
from mawqif.lexicon import load  # noqa: E402
from mawqif.model import Page, Span  # noqa: E402
from mawqif.model.overlap import likeness  # noqa: E402
from mawqif.pipeline import read  # noqa: E402

UTTERANCES = ROOT / "annotations" / "utterances.jsonl"
DENSE = tuple(dt.date(2015, 8, day) for day in range(1, 5))  # all reports of these days are read
OTHERS = 2500  # reports of other days
OFTEN = 2  # pairs that a report may be in
SHINGLE = 5  # words
COPIED = 0.8  # of the runs of words of the shorter report are in the longer
ONE = frozenset({"same", "overlap", "copied", "paraphrase", "translation"})  # relations that make one utterance
RELATIONS = ("same", "overlap", "paraphrase", "repetition", "different", "opposite")

Key: TypeAlias = tuple[str, int, int]  # a content: its report, start and end


# drawing


def chosen(pages: dict[str, Page], left_out: set[str], others: int, seed: int) -> dict[str, Page]:
    """All reports of a few days, so that outlets tell of the same sayings, and some of the other days, by id."""
    known = sorted(pages.keys() - left_out)
    rest = [i for i in known if pages[i].date not in DENSE]
    drawn = {i for i in known if pages[i].date in DENSE} | set(random.Random(seed).sample(rest, others))
    return {i: pages[i] for i in sorted(drawn)}


def statements(pages: Iterable[Page]) -> Iterator[Said]:
    """The statements that the program finds in pages."""
    lexicon = load(())
    for page in pages:
        yield from (alike.said(page.location, s, page.date) for s in read(page, lexicon).statements)


def copies(pages: dict[str, Page]) -> alike.Copied:
    """A function that tells whether most of the shorter of two reports stands in the other."""

    @cache
    def shingles(report: str) -> frozenset[tuple[str, ...]]:
        words = WORD.findall(fold(pages[report].text))
        return frozenset(zip(*(words[i:] for i in range(SHINGLE)), strict=False))

    def copied(a: str, b: str) -> bool:
        one, two = shingles(a), shingles(b)
        return len(one & two) >= COPIED * max(min(len(one), len(two)), 1)

    return copied


def draw(pages: dict[str, Page], seed: int) -> list[Json]:
    """Pairs by stratum, unlabelled, in the order of the reports' ids."""
    said = list(statements(pages.values()))
    chance, met = random.Random(seed), Counter[object]()
    rows: list[Json] = []
    for stratum, found in alike.groups(said, copies(pages)).items():
        drawn = list(_drawn(chance.sample(found, len(found)), alike.QUOTAS[stratum], met))
        rows += [measures.row(pair, stratum, len(found) / len(drawn), "relation") for pair in drawn]
    by_chance = ((a, b) for a, b in (chance.sample(said, 2) for _ in range(1000)) if a.report != b.report)
    number = alike.QUOTAS["random"]
    weight = len(said) ** 2 / 2 / number
    rows += [measures.row(pair, "random", weight, "relation") for pair in _drawn(by_chance, number, met)]
    return measures.ordered(rows)


def _drawn(found: Iterable[Pair], number: int, met: Counter[object]) -> Iterator[Pair]:
    """Up to `number` pairs; no wording is in two of all that are drawn, and no report in many."""
    for pair in found:
        if not number:
            return
        if all(not met[s.words] and met[s.report] < OFTEN for s in pair):
            number -= 1
            met.update({s.words for s in pair} | {s.report for s in pair})
            yield pair


# scoring


def same_words(found: Places) -> list[str | None]:
    """An id for each content that is its folded words alone."""
    return [" ".join(WORD.findall(fold(span.text))) for _, span in found]


def judged(rows: Iterable[Json]) -> list[Json]:
    """The pairs with what `measures` counts: whether both carry one saying, None where that cannot be told."""
    return [{**r, "same": None if r["relation"] is None else r["relation"] in ONE} for r in rows]


class Links:
    """Links that were written to a file: which kept contents carry one saying, and what links each pair of them."""

    def __init__(self, lines: Iterable[Json]) -> None:
        self._above: dict[Key, Key] = {}
        self._told: dict[frozenset[Key], str] = {}
        self._kept: dict[str, set[Key]] = defaultdict(set)
        for line in lines:
            self._take(_key(line["a"]), _key(line["b"]), line["relation"])

    def _take(self, a: Key, b: Key, relation: str) -> None:
        for key in (a, b):
            self._kept[key[0]].add(key)
        self._told[frozenset((a, b))] = relation
        if relation in ONE:
            self._above[self._head(a)] = self._head(b)

    def _head(self, key: Key) -> Key:
        while (above := self._above.get(key, key)) != key:
            self._above[key] = self._above.get(above, above)
            key = above
        return key

    def _stands(self, page: Page, span: Span) -> Key | None:
        """The kept content that stands for a place."""
        contents = (Span.of(page.text, start, end) for _, start, end in sorted(self._kept.get(page.location, ())))
        alike = ((likeness(span, None, content, None), content) for content in contents)
        found = [(told.rank, content.start, content.end) for told, content in alike if told.enough]
        return (page.location, *max(found)[1:]) if found else None

    def ids(self, found: Places) -> list[str | None]:
        """An id for each place, the same for those of one utterance; None where no kept content stands for it."""
        keys = [self._stands(page, span) for page, span in found]
        return [":".join(map(str, self._head(k))) if k else None for k in keys]

    def relation(self, a: tuple[Page, Span], b: tuple[Page, Span]) -> str:
        """What links two places: a relation of the file, else "over a third" or "-"."""
        one, two = self._stands(*a), self._stands(*b)
        if not one or not two:
            return "-"
        told = self._told.get(frozenset((one, two)))
        return told or ("over a third" if self._head(one) == self._head(two) else "-")


def _key(end: Json) -> Key:
    return end["report"], end["start"], end["end"]


def read_links(file: Path) -> Links:
    """The links of a file; the program ends with a sentence where a line is none."""
    lines: list[Json] = []
    for n, text in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        try:
            line = json.loads(text)
            lines.append({"a": line["a"], "b": line["b"], "relation": line["relation"]})
            _key(line["a"]), _key(line["b"])
        except (ValueError, KeyError, TypeError) as e:
            sys.exit(f'{file}, line {n} is no link ({e!r}): {{"a": {{"report", "start", "end"}}, "b", "relation"}} is')
    return Links(lines)


def missed(rows: Iterable[Json], pages: dict[str, Page]) -> tuple[int, int]:
    """How many of the labelled places hold no statement that the program finds, and how many there are."""
    lexicon, places = load(()), {_key(r[k]) for r in rows for k in ("a", "b")}
    by_report: dict[str, list[Span]] = defaultdict(list)
    for report, start, end in places:
        by_report[report].append(Span.of(pages[report].text, start, end))
    lost = 0
    for report, spans in by_report.items():
        found = [s.content for s in read(pages[report], lexicon).statements]
        lost += sum(not any(likeness(span, None, f, None).enough for f in found) for span in spans)
    return lost, len(places)


def crossed(rows: Iterable[Json], found: Iterable[str]) -> dict[str, Counter[str]]:
    """By relation as labelled, how often each found one was met."""
    out: dict[str, Counter[str]] = {}
    for row, told in zip(rows, found, strict=True):
        out.setdefault(row["relation"], Counter())[told] += 1
    return {r: out[r] for r in RELATIONS if r in out}


def table(told: Json) -> Iterator[str]:
    """All of a score as lines of text."""
    yield from measures.table(told["figures"])
    yield ""
    found = sorted({name for row in told["relations"].values() for name in row})
    yield f"{'labelled':16}" + "".join(f"{name:>14}" for name in found)
    for relation, row in told["relations"].items():
        yield f"{relation:16}" + "".join(f"{row.get(name, 0):14}" for name in found)
    yield ""
    yield f"{told['missed']} of {told['places']} places hold no statement that the program finds today"


# the command


def options() -> argparse.Namespace:
    ap, drawing, scoring = measures.parsers(__doc__, UTTERANCES, "the reports and the pairs")
    drawing.add_argument("--others", type=int, default=OTHERS, metavar="N", help="reports of other days (default 2500)")
    who = scoring.add_mutually_exclusive_group()
    who.add_argument("--ids", metavar="MODULE:NAME", help="who gives the utterances' ids (default: equal words)")
    who.add_argument("--linked", type=Path, metavar="FILE", help="links between kept contents, one a line")
    return ap.parse_args()


def _draw(o: argparse.Namespace) -> None:
    measures.fresh(o.out)
    measures.write(draw(chosen(measures.corpus(), measures.annotated(), o.others, o.seed), o.seed), o.out)


def score(rows: Sequence[Json], pages: dict[str, Page], ids: Ids, links: Links | None = None) -> Json:
    """Figures, relations beside those found, and places that the program does not find."""
    told = [r for r in judged(rows) if r["same"] is not None]
    found = measures.outcomes(told, pages, ids)
    if links:
        relations = [links.relation(*(measures.place(r[k], pages) for k in ("a", "b"))) for r in told]
    else:
        relations = ["linked" if o.linked else "-" for o in found]
    lost, places = missed(told, pages)
    figures = measures.report(found, alike.QUOTAS)
    return {"figures": figures, "relations": crossed(told, relations), "missed": lost, "places": places}


def _score(o: argparse.Namespace) -> None:
    rows, links = measures.rows(o.pairs), read_links(o.linked) if o.linked else None
    ids = links.ids if links else measures.function(o.ids) if o.ids else same_words
    told = score(rows, measures.pages_of(rows, o.pairs), ids, links)
    print(json.dumps(told) if o.json else "\n".join(table(told)))


def main() -> int:
    return measures.run(options(), _draw, _score)


if __name__ == "__main__":
    sys.exit(main())
