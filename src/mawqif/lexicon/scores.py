"""`scores.yaml`: how often something was right, by what was known of it."""

from __future__ import annotations

from mawqif.errors import LexiconError
from mawqif.lexicon.values import Shares


def shares(content: object, where: str) -> dict[str, Shares]:
    """`scores.yaml`: pull, then for each thing that may be right the counts by what was known of it."""
    pull = content.get("pull") if isinstance(content, dict) else None
    if not isinstance(content, dict) or not isinstance(pull, int | float) or pull <= 0:
        raise LexiconError("{where}: expected pull, a number over 0, and tables of counts", where=where)
    tables = {str(name): table for name, table in content.items() if name != "pull"}
    return {name: Shares(_counts(table, f"{where}: {name}"), float(pull)) for name, table in tables.items()}


def _counts(table: object, where: str) -> dict[str, tuple[int, int]]:
    found = {}
    for key, value in table.items() if isinstance(table, dict) else ():
        right, _, of = str(value).partition("/")
        if not (right.isdecimal() and of.isdecimal() and int(right) <= int(of) and int(of)):
            raise LexiconError("{where}: '{value}' is no share; write it like 41/50", where=where, value=value)
        found["" if key == "all" else str(key)] = int(right), int(of)
    return found
