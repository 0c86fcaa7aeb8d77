"""What a newer reading of a report has that an older one did not, and the other way round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mawqif.model.overlap import pairs
from mawqif.model.reports import Fact, Report
from mawqif.model.shapes import span_json, statement_json
from mawqif.model.statements import Reading, Statement

# How a thing was found, not what it is: where nothing else differs, the statement is the same.
HOW = frozenset({"score", "rule", "speaker.rule", "speaker.link"})
_NAMES = frozenset({"id"})


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that differs, in the contract's shape."""

    field: str
    old: object
    new: object

    @property
    def matters(self) -> bool:
        """Whether more differs than how it was found."""
        return self.field not in HOW and _bare(self.old) != _bare(self.new)


@dataclass(frozen=True, slots=True)
class Changed:
    """A statement that both readings have, and what is different in it."""

    before: Statement
    after: Statement
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Differences:
    """Two readings of one report: statements that only the newer has, that only the older had, and that changed.

    `same` counts the statements of which at most `HOW` they were found differs; `facts` are those of the report that
    differ, its furniture among them.
    """

    added: tuple[Statement, ...] = ()
    lost: tuple[Statement, ...] = ()
    changed: tuple[Changed, ...] = ()
    same: int = 0
    facts: tuple[Difference, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.added or self.lost or self.changed or self.facts)


def differences(before: Reading, after: Reading) -> Differences:
    """What differs between two readings of one report."""
    paired = pairs(before.statements, after.statements)
    olds, news = {id(old) for old, _new in paired}, {id(new) for _old, new in paired}
    compared = [Changed(old, new, _differences(_flat(old), _flat(new))) for old, new in paired]
    changed = tuple(c for c in compared if any(d.matters for d in c.differences))
    return Differences(
        added=tuple(s for s in after.statements if id(s) not in news),
        lost=tuple(s for s in before.statements if id(s) not in olds),
        changed=changed,
        same=len(compared) - len(changed),
        facts=_differences(_facts(before.report), _facts(after.report)),
    )


def _bare(value: object) -> object:
    """A value in the contract's shape without the rules that found it."""
    if isinstance(value, dict):
        return {name: _bare(part) for name, part in value.items() if name != "rule"}
    return [_bare(part) for part in value] if isinstance(value, list) else value


def _flat(statement: Statement) -> Mapping[str, object]:
    """The fields of a statement, those of its speaker by names of their own."""
    value = statement_json(statement)
    speaker = value.pop("speaker")
    parts = {f"speaker.{name}": part for name, part in speaker.items()} if isinstance(speaker, dict) else {}
    return {**{name: part for name, part in value.items() if name not in _NAMES}, **parts}


def _facts(report: Report) -> Mapping[str, object]:
    named = {"title": report.title, "outlet": report.outlet, "date": report.date}
    furniture = [span_json(f.span) for f in report.furniture]
    return {**{name: _value(fact) for name, fact in named.items()}, "furniture": furniture}


def _value(fact: Fact | None) -> object:
    return fact.value if fact else None


def _differences(old: Mapping[str, object], new: Mapping[str, object]) -> tuple[Difference, ...]:
    """The fields that differ, in the order of the newer; a field that one of the two does not know is nothing there."""
    names = dict.fromkeys((*new, *old))
    return tuple(Difference(n, old.get(n), new.get(n)) for n in names if old.get(n) != new.get(n))
