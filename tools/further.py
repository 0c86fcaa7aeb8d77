"""Further annotated articles of ../shared/corpus, from offsets alone: GOLD and DOCS for `mawqif evaluate`.

    python tools/further.py FOLDER [--unread]     write further.jsonl and further_docs.jsonl there
    mawqif evaluate FOLDER/further.jsonl FOLDER/further_docs.jsonl
    python tools/further.py FOLDER --positions control     write control.jsonl and control_docs.jsonl, or open
    mawqif evaluate FOLDER/control.jsonl FOLDER/control_docs.jsonl --issues annotations/issues/control.yaml

annotations/saudi.jsonl holds ids, offsets and labels, no text (annotations/README.md); the texts come from
../shared/corpus, which users of the project do not have (MAWQIF_SHARED names another place). With --unread only the
articles of which no author of a rule has read an error.
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("MAWQIF_SHARED", ROOT.parent / "shared"))
CORPUS = SHARED / "corpus" / "saudinewsnet.jsonl.xz"
ANNOTATIONS = ROOT / "annotations" / "saudi.jsonl"
POSITIONS = ROOT / "annotations" / "positions"

Json = dict[str, Any]


def span(text: str, place: list[int] | None) -> Json | None:
    """The span at a place, with its text."""
    return {"start": place[0], "end": place[1], "text": text[place[0] : place[1]]} if place else None


def words(text: str, places: list[list[int]]) -> str:
    """The words at several places, joined."""
    return " ".join(text[a:b] for a, b in places)


def statement(text: str, s: Json) -> Json:
    """An annotated statement in the shape that `mawqif extract` prints."""
    speaker = {
        "mention": span(text, s["mention"]),
        "name": words(text, s["name"]),
        "kind": s["kind"],
        "aliases": [words(text, [a]) for a in s["aliases"]],
    }
    given = {"content": span(text, s["content"]), "cue": span(text, s["cue"]), "speaker": speaker}
    return {**given, "mode": s["mode"], "act": s["act"], "via": [span(text, v) for v in s["via"]]}


def built(texts: dict[str, Json], unread: bool) -> Iterator[tuple[Json, Json]]:
    """Gold and document of each annotated article."""
    for line in ANNOTATIONS.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        if article["unread"] or not unread:
            doc = texts[article["id"]]
            yield {"id": doc["id"], "statements": [statement(doc["text"], s) for s in article["statements"]]}, doc


def position(text: str, s: Json) -> Json:
    """A statement of which only the positions were annotated."""
    speaker = {"mention": None, "name": s["positions"][0]["actor_name"], "kind": "person", "aliases": []}
    given = {"content": span(text, s["content"]), "cue": None, "speaker": speaker}
    return {**given, "mode": "indirect", "act": "state", "via": [], "positions": s["positions"]}


def positions(texts: dict[str, Json], name: str) -> Iterator[tuple[Json, Json]]:
    """Gold and document of each article of a set whose positions were annotated."""
    for line in (POSITIONS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        doc = texts[article["id"]]
        yield {"id": doc["id"], "statements": [position(doc["text"], s) for s in article["statements"]]}, doc


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folder", type=Path)
    ap.add_argument("--unread", action="store_true", help="only articles of which no error was read")
    ap.add_argument("--positions", choices=("open", "control"), help="articles whose positions were annotated")
    o = ap.parse_args()
    if not CORPUS.is_file():
        sys.exit(f"further: the texts are in {CORPUS}, which is not there; MAWQIF_SHARED names another folder")
    o.folder.mkdir(parents=True, exist_ok=True)
    with lzma.open(CORPUS, "rt", encoding="utf-8") as lines:
        texts = {d["id"]: d for d in map(json.loads, lines)}
    pairs = list(positions(texts, o.positions) if o.positions else built(texts, o.unread))
    stem = o.positions or "further"
    for name, items in ((stem, [g for g, _ in pairs]), (f"{stem}_docs", [d for _, d in pairs])):
        told = "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items)
        (o.folder / f"{name}.jsonl").write_text(told, encoding="utf-8")
    print(f"{len(pairs)} articles, {sum(len(g['statements']) for g, _ in pairs)} statements")
    return 0


if __name__ == "__main__":
    sys.exit(main())
