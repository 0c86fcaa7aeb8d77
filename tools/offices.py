"""Who held which office when, from a table of rows with their sources to one file a state.

    python tools/offices.py [FOLDER]     rewrite src/mawqif/data/offices/*.yaml from FOLDER/holders.csv

FOLDER (../shared/offices, or in the folder that MAWQIF_SHARED names) has holders.csv and names_ar.csv; what the columns
mean, and what may be concluded from an open end, stands in docs/offices.md. Arabic names come from names_ar.csv, then
from tools/offices_names.yaml.
"""

from __future__ import annotations

import csv
import os
import sys
from collections.abc import Iterable
from pathlib import Path

import yaml

from mawqif.lexicon.slugs import slug

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("MAWQIF_SHARED", ROOT.parent / "shared"))
TARGET = ROOT / "src" / "mawqif" / "data" / "offices"
NAMES = ROOT / "tools" / "offices_names.yaml"
UK = "instituteforgov/"

Row = dict[str, str]

HEAD = """\
# Offices of {state} and who held them. Made by tools/offices.py; what the columns mean stands in docs/offices.md:
# start | end | vouched to | next holder's start | id | English name | Arabic names | source | note
"""
HEADS = """\
# Heads of states and of their governments since 2010, by whose names a government may be called (إدارة بايدن). Made by
# tools/offices.py from the rows of the files beside this one, which name the sources.
"""
HEAD_OFFICES = ("head-of-state", "head-of-government")
ATTRIBUTION = "# Contains data of the Institute for Government, IfG Ministers Database (CC BY 4.0).\n"


def arabic_names(folder: Path) -> dict[str, list[str]]:
    """Arabic names by Wikidata id or English name: of the press first, then those of the table."""
    found: dict[str, list[str]] = {str(k): list(v) for k, v in yaml.safe_load(NAMES.read_text("utf-8")).items()}
    with (folder / "names_ar.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            names = found.setdefault(row["person"], [])
            if row["person_ar"] not in names:
                names.append(row["person_ar"])
    return found


def names_of(row: Row, names: dict[str, list[str]]) -> list[str]:
    """The Arabic names of a row: its own, and those of its person."""
    known = [*names.get(row["person_qid"], []), *names.get(row["person_en"], [])]
    return list(dict.fromkeys([*known, *([row["person_ar"]] if row["person_ar"] else [])]))


def line(row: Row, names: dict[str, list[str]], sources: dict[str, str]) -> str:
    """One holder: nine columns."""
    english = row["person_en"] or row["person_ar"]
    key = sources.setdefault(row["source"], f"s{len(sources) + 1}")
    dates = (row["start"], row["end"], row["as_of"], row["next_start"])
    columns = (*dates, row["person_qid"] or slug(english), row["person_en"], " / ".join(names_of(row, names)), key)
    return " | ".join((*columns, row["note"].replace("|", "/"))).strip()


def content(state: str, rows: list[Row], names: dict[str, list[str]]) -> str:
    """The file of a state."""
    sources: dict[str, str] = {}
    offices: dict[str, list[str]] = {}
    labels: dict[str, str] = {}
    for row in sorted(rows, key=lambda r: (r["office"], r["start"], r["person_en"])):
        labels.setdefault(row["office"], row["office_label"])
        offices.setdefault(row["office"], []).append(line(row, names, sources))
    out = [HEAD.format(state=state), ATTRIBUTION if any(r["source"].startswith(UK) for r in rows) else ""]
    out += [f"state: {quoted(state)}\n", "sources:\n", *(f"  {k}: {quoted(s)}\n" for s, k in sources.items())]
    out.append("offices:\n")
    for office, lines in offices.items():
        out += [f"  {office}:\n", f"    label: {quoted(labels[office])}\n", "    holders: |\n"]
        out += [f"      {text}\n" for text in lines]
    return "".join(out)


def heads(states: dict[str, list[Row]], names: dict[str, list[str]]) -> str:
    """The file of those who headed a state or its government: after them a government is named."""
    out = [HEADS]
    for state, rows in states.items():
        persons = [n for r in rows if r["office"] in HEAD_OFFICES for n in (*names_of(r, names), r["person_en"]) if n]
        if persons:
            out.append(f"{state}: [{', '.join(quoted(n) for n in dict.fromkeys(persons))}]\n")
    return "".join(out)


def quoted(text: str) -> str:
    """A scalar that YAML reads as the text that it is."""
    return "'" + text.replace("'", "''") + "'"


def by_state(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Rows by their state or organisation."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["state"], []).append(row)
    return found


def main() -> None:
    """Rewrite the files."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED / "offices"
    with (folder / "holders.csv").open(encoding="utf-8", newline="") as file:
        states = by_state(csv.DictReader(file))
    names = arabic_names(folder)
    TARGET.mkdir(exist_ok=True)
    for state, rows in states.items():
        (TARGET / f"{state}.yaml").write_text(content(state, rows, names), "utf-8")
    (TARGET / "_heads.yaml").write_text(heads(states, names), "utf-8")
    print(f"{sum(map(len, states.values()))} rows of {len(states)} states and organisations in {TARGET}")


if __name__ == "__main__":
    main()
