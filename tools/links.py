"""What the program's own links make of the pairs that people labelled.

    python tools/sayings.py score --ids links:utterances     utterances, on annotations/utterances.jsonl
    python tools/links.py classes -o FILE                     a class for each pair of annotations/copies.jsonl, and
    python tools/copies.py score --classes FILE               what they are worth

    python tools/links.py shuffled [--reports N]              how far stories depend on the order of arrival

The reports of the pairs are put into a record of their own and linked as in any record; nothing else is known.
`shuffled` adds reports of the densest day of ../shared/corpus one by one in a random order, linking after each,
and compares the stories with those of the same reports linked at once in the order of their days: B-cubed precision
and recall over reports (Bagga and Baldwin 1998), and their harmonic mean.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "tools"))

import measures  # noqa: E402

from mawqif.lexicon import Lexicon, load  # noqa: E402
from mawqif.model import Page, Span, Statement  # noqa: E402
from mawqif.model.overlap import Places  # noqa: E402
from mawqif.pipeline import actors, read  # noqa: E402
from mawqif.pipeline.links import renew  # noqa: E402
from mawqif.store import Record  # noqa: E402

COPIES = ROOT / "annotations" / "copies.jsonl"


@contextmanager
def linked(pages: Iterable[Page]) -> Iterator[tuple[Record, dict[str, tuple[Statement, ...]]]]:
    """A record of these pages, linked, and by the page's place its statements."""
    lexicon = load(())
    with tempfile.TemporaryDirectory() as folder, Record(Path(folder) / "pairs.db") as record:
        found = {page.location: _added(record, page, lexicon) for page in pages}
        for _done in actors.renew(record.actors, lexicon, by="pairs"):
            pass
        for _done in renew(record.links, lexicon, by="pairs"):
            pass
        yield record, found


def _added(record: Record, page: Page, lexicon: Lexicon) -> tuple[Statement, ...]:
    reading = read(page, lexicon)
    record.add(page, reading)
    return reading.statements


def utterances(contents: Sequence[tuple[Page, Span]]) -> list[str | None]:
    """The utterance of each content, from a record of all their pages; None where the program found no statement."""
    pages = {page.location: page for page, _span in contents}
    with linked(pages.values()) as (record, found):
        places = {place: Places(statements) for place, statements in found.items()}
        said = [places[page.location].best(span, None) for page, span in contents]
        return [record.links.utterance(s.id).id if s else None for s in said]


def classes(rows: Sequence[dict[str, Any]], pages: dict[str, Page]) -> Iterator[dict[str, Any]]:
    """For each pair of reports its class (none where they are unrelated), and whether both tell of one event."""
    wanted = {row[side] for row in rows for side in ("a", "b")}
    with linked(pages[id] for id in sorted(wanted)) as (record, _found):
        ids = {row.given_id: row.id for row in record.reports()}
        kin = {frozenset((pair.a.id, pair.b.id)): pair.kin for pair in record.links.among(ids.values())}
        story = {report.id: one.id for one in record.links.stories() for report, _rule in one.reports}
        for row in rows:
            a, b = ids[row["a"]], ids[row["b"]]
            pair = kin.get(frozenset((a, b)))
            told = a in story and story[a] == story.get(b)
            yield {
                "a": row["a"],
                "b": row["b"],
                "class": pair.kinship.value if pair else "unrelated",
                "rule": pair.rule if pair else None,
                "story": told,
            }


def grouped(pages: Sequence[Page], order: Sequence[int], one_by_one: bool) -> dict[str, str]:
    """By report the story that it is of, where the pages come in this order; a report alone is a story of its own."""
    lexicon = load(())
    with tempfile.TemporaryDirectory() as folder, Record(Path(folder) / "order.db") as record:
        for n in order:
            _added(record, pages[n], lexicon)
            if one_by_one:
                _link(record, lexicon)
        _link(record, lexicon)
        of = {report.id: report.id for report in record.reports()}
        return of | {report.id: one.id for one in record.links.stories() for report, _rule in one.reports}


def _link(record: Record, lexicon: Lexicon) -> None:
    for _done in renew(record.links, lexicon, by="order"):
        pass


def b_cubed(found: dict[str, str], wanted: dict[str, str]) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean of groups beside others, over what is grouped."""
    mine, theirs = _members(found), _members(wanted)
    shares = [
        (len(common := mine[found[x]] & theirs[wanted[x]]) / len(mine[found[x]]), len(common) / len(theirs[wanted[x]]))
        for x in wanted
    ]
    precision, recall = (sum(values) / len(shares) for values in zip(*shares, strict=True))
    return precision, recall, 2 * precision * recall / (precision + recall)


def _members(of: dict[str, str]) -> dict[str, set[str]]:
    groups: dict[str, set[str]] = {}
    for member, group in of.items():
        groups.setdefault(group, set()).add(member)
    return groups


def shuffled(reports: int, seed: int) -> int:
    """Print how far stories depend on the order of arrival."""
    dated = [page for page in measures.corpus().values() if page.date]
    dense, _number = Counter(page.date for page in dated).most_common(1)[0]
    pages = [page for page in dated if page.date == dense]
    draw = random.Random(seed)
    pages = draw.sample(pages, min(reports, len(pages)))
    order = draw.sample(range(len(pages)), len(pages))
    at_once = grouped(pages, sorted(range(len(pages)), key=lambda n: str(pages[n].date)), one_by_one=False)
    singly = grouped(pages, order, one_by_one=True)
    groups, others = _members(at_once), _members(singly)
    together = {x for x in at_once if len(groups[at_once[x]]) > 1 or len(others[singly[x]]) > 1}
    print(f"{len(pages):,} reports of {dense} in {len(groups):,} stories; B-cubed precision, recall, F")
    for name, some in (("all reports", at_once.keys()), ("those that are not alone", together)):
        told = b_cubed({x: singly[x] for x in some}, {x: at_once[x] for x in some})
        print(f"{name:26}{len(some):6,}  " + "  ".join(f"{value:.3f}" for value in told))
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["classes", "shuffled"])
    parser.add_argument("-o", dest="to", type=Path, help="where to write the classes")
    parser.add_argument("--pairs", type=Path, default=COPIES)
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    if not measures.there():
        return 2
    if asked.what == "shuffled":
        return shuffled(asked.reports, asked.seed)
    if asked.to is None:
        parser.error("classes needs -o FILE")
    rows, pages = measures.rows(asked.pairs), measures.corpus()
    asked.to.parent.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(row, ensure_ascii=False) for row in classes(rows, pages))
    asked.to.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
