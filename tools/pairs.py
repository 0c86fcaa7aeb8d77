"""The measure of actors across reports: pairs of speakers' mentions in different reports, and whether they are one.

    python tools/pairs.py draw -o FILE                 draw pairs from ../shared/corpus, unlabelled
    python tools/pairs.py score [--ids MODULE:NAME]    precision and recall on annotations/pairs.jsonl

annotations/pairs.jsonl holds ids, places, strata and labels, no text (annotations/README.md says how it was made); the
texts come from ../shared/corpus, which users of the project do not have (MAWQIF_SHARED names another place): without
it nothing is done and the exit status is 2.

--ids names a function that takes a list of (Page, Span), the mentions of all pairs, and returns as many actor ids, None
where an actor stays open. Two mentions are linked where both have an id and the ids are equal. Without --ids, mentions
are linked that stand in the same folded words: what any registry has to beat.

What the figures mean is told in tools/measures.py.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "tools"))

import measures  # noqa: E402
import strata  # noqa: E402
from measures import Json, Places  # noqa: E402

from mawqif.arabic import fold  # noqa: E402
from mawqif.lexicon import load, titles  # noqa: E402
from mawqif.model import Page  # noqa: E402
from mawqif.pipeline import read  # noqa: E402

PAIRS = ROOT / "annotations" / "pairs.jsonl"
OFTEN = 2  # pairs of a stratum that a name, or a wording without one, may be in
AROUND = 40  # code points behind a mention; where they are the same, one report is a copy of the other


# drawing


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
        rows += [measures.row(pair, stratum, len(found) / len(drawn), "same") for pair in drawn]
    everything = [m for ms in forms.values() for m in ms]
    apart = [p for p in (chance.sample(everything, 2) for _ in range(1000)) if p[0].report != p[1].report]
    number = strata.QUOTAS["random"]
    rows += [measures.row((a, b), "random", len(everything) ** 2 / 2 / number, "same") for a, b in apart[:number]]
    return measures.ordered(rows)


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


# scoring


def same_words(found: Places) -> list[str | None]:
    """An id for each mention that is its folded words alone."""
    return [fold(span.text) for _, span in found]


# the command


def options() -> argparse.Namespace:
    ap, drawing, scoring = measures.parsers(__doc__, PAIRS, "the reports and the pairs")
    drawing.add_argument("--reports", type=int, default=8000, metavar="N", help="read so many reports (default 8000)")
    scoring.add_argument("--ids", metavar="MODULE:NAME", help="who gives the actors' ids (default: equal words)")
    return ap.parse_args()


def _draw(o: argparse.Namespace) -> None:
    measures.fresh(o.out)
    pages, left_out = measures.corpus(), measures.annotated()
    chosen = random.Random(o.seed).sample(sorted(pages.keys() - left_out), o.reports)
    measures.write(draw({i: pages[i] for i in sorted(chosen)}, o.seed), o.out)


def _score(o: argparse.Namespace) -> None:
    rows, ids = measures.rows(o.pairs), measures.function(o.ids) if o.ids else same_words
    told = measures.report(measures.outcomes(rows, measures.pages_of(rows, o.pairs), ids), strata.QUOTAS)
    print(json.dumps(told) if o.json else "\n".join(measures.table(told)))


def main() -> int:
    return measures.run(options(), _draw, _score)


if __name__ == "__main__":
    sys.exit(main())
