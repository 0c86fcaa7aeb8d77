"""What the program's own links make of the pairs that people labelled.

    python tools/sayings.py score --ids links:utterances     utterances, on annotations/utterances.jsonl
    python tools/links.py classes -o FILE                     a class for each pair of annotations/copies.jsonl, and
    python tools/copies.py score --classes FILE               what they are worth

The reports of the pairs are put into a record of their own and linked as in any record; nothing else is known.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
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


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["classes"])
    parser.add_argument("-o", dest="to", type=Path, required=True, help="where to write")
    parser.add_argument("--pairs", type=Path, default=COPIES)
    asked = parser.parse_args()
    rows = [json.loads(line) for line in asked.pairs.read_text("utf-8").splitlines()]
    pages = measures.corpus()
    lines = (json.dumps(row, ensure_ascii=False) for row in classes(rows, pages))
    asked.to.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
