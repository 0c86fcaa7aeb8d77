"""No regular expression of the package can backtrack without bound: by its structure, and by the clock.

By structure: within an unbounded repeat there is no other repeat that can give back (unless it is possessive or
atomic), and no two unbounded repeats that share a character stand side by side. By the clock: each expression is run
over forty thousand characters made from its own repeats, on which a quadratic one would take seconds.
"""

from __future__ import annotations

import ast
import functools
import importlib
import inspect
import pkgutil
import re
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import mawqif

SOURCE = Path(mawqif.__file__).parent
ALPHABET = "ابتةىيءنوال قَّـ\n\t\u00a0\u200f09٣axZ_.،,؛:;!؟?…«»“”\"'‘’()[]{}<>-–—/|@#&%*+=~^$\\\0"
REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT)
ATTACK = 40_000  # characters
PATIENCE = 0.4  # seconds; a linear expression takes some milliseconds


@dataclass(frozen=True)
class Expression:
    """An expression of the package; `anchored`: it is only tried where it is told to, never searched for."""

    name: str
    pattern: re.Pattern[str]
    anchored: bool

    @property
    def tree(self) -> list[Node]:
        return list(parser.parse(self.pattern.pattern, self.pattern.flags))

    def run(self, text: str) -> None:
        """What the package does with it."""
        if self.anchored:
            self.pattern.match(text)
        else:
            deque(self.pattern.finditer(text), maxlen=0)


def _found(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    """The compiled expressions in a value, in the collections it holds too."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict) and depth < 4:
        for part in value.values():
            yield from _found(part, depth + 1)
    elif isinstance(value, tuple | list | frozenset | set) and depth < 4:
        for part in value:
            yield from _found(part, depth + 1)


@functools.cache
def _source(module: str) -> str:
    """The source of a module; of all of the package for an empty name."""
    if not module:
        return "\n".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    return inspect.getsource(importlib.import_module(module))


def _anchored(name: str, module: str) -> bool:
    """Whether an expression of that name is used for nothing but `match` and `fullmatch`."""
    source = _source(module if name.startswith("_") else "")
    uses = re.findall(rf"\b{name}\b(?!\s*(?::|=[^=]))(\.(?:full)?match\b)?", source)
    return bool(uses) and all(uses)


def _written(path: Path) -> Iterator[tuple[re.Pattern[str], bool]]:
    """The expressions that stand as plain strings in calls of `re`, where they are used, and whether anchored."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        called = node.func if isinstance(node, ast.Call) else None
        if not isinstance(called, ast.Attribute) or not isinstance(called.value, ast.Name) or called.value.id != "re":
            continue
        first = node.args[0] if isinstance(node, ast.Call) and node.args else None
        if (
            called.attr not in ("escape", "compile")
            and isinstance(first, ast.Constant)
            and isinstance(first.value, str)
        ):
            yield re.compile(first.value), called.attr in ("match", "fullmatch")


def _all() -> Iterator[tuple[str, re.Pattern[str], bool]]:
    for info in pkgutil.walk_packages([str(SOURCE)], "mawqif."):
        if info.name != "mawqif.__main__":
            for name, value in vars(importlib.import_module(info.name)).items():
                anchored = isinstance(value, re.Pattern) and _anchored(name, info.name)
                yield from ((info.name, p, anchored) for p in _found(value))
    for path in sorted(SOURCE.rglob("*.py")):
        module = ".".join(("mawqif", *path.relative_to(SOURCE).with_suffix("").parts))
        yield from ((module, p, anchored) for p, anchored in _written(path))


@functools.cache
def expressions() -> dict[str, Expression]:
    """Every expression of the package, by the first module that has it and its beginning."""
    seen: set[tuple[str, int, bool]] = set()
    named: dict[str, Expression] = {}
    for module, pattern, anchored in _all():
        key = (pattern.pattern, pattern.flags, anchored)
        if isinstance(pattern.pattern, str) and key not in seen:
            seen.add(key)
            name = f"{module.removeprefix('mawqif.')} {len(named)} {pattern.pattern[:30]!r}"
            named[name] = Expression(name, pattern, anchored)
    return named


Node = tuple[Any, Any]


def parts(node: Node) -> list[list[Node]]:
    """The sequences within a node; those of lookarounds as well."""
    kind, arguments = node
    if kind in (*REPEATS, op.POSSESSIVE_REPEAT):
        return [list(arguments[2])]
    if kind is op.SUBPATTERN:
        return [list(arguments[3])]
    if kind is op.BRANCH:
        return [list(branch) for branch in arguments[1]]
    if kind in (op.ASSERT, op.ASSERT_NOT):
        return [list(arguments[1])]
    if kind is op.ATOMIC_GROUP:
        return [list(arguments)]
    if kind is op.GROUPREF_EXISTS:
        return [list(branch) for branch in arguments[1:] if branch]
    return []


def unbounded(node: Node) -> bool:
    return node[0] in REPEATS and node[1][1] is op.MAXREPEAT


def gives_back(nodes: list[Node]) -> bool:
    """Whether something in a sequence can match in more than one length."""
    for node in nodes:
        if node[0] in (op.ATOMIC_GROUP, op.POSSESSIVE_REPEAT, op.ASSERT, op.ASSERT_NOT):
            continue
        if node[0] in REPEATS and node[1][0] != node[1][1]:
            return True
        if any(gives_back(part) for part in parts(node)):
            return True
    return False


def compiled(nodes: list[Node], flags: int) -> re.Pattern[str]:
    sub = parser.SubPattern(parser.State())
    sub.data, sub.state.flags = nodes, flags
    pattern: re.Pattern[str] = compiler.compile(sub, flags)
    return pattern


def beginnings(nodes: list[Node], flags: int) -> set[str]:
    """The characters of the alphabet that a sequence can begin with."""
    for node in nodes:
        if node[0] in (op.ASSERT, op.ASSERT_NOT, op.AT):
            continue
        if node[0] in (*REPEATS, op.POSSESSIVE_REPEAT):
            own = beginnings(list(node[1][2]), flags)
            return own if node[1][0] else own | beginnings(nodes[nodes.index(node) + 1 :], flags)
        if node[0] in (op.SUBPATTERN, op.BRANCH, op.ATOMIC_GROUP):
            return set().union(*(beginnings(part, flags) for part in parts(node)))
        if node[0] in (op.GROUPREF, op.GROUPREF_EXISTS):
            return set(ALPHABET)
        one = compiled([node], flags)
        return {c for c in ALPHABET if one.fullmatch(c)}
    return set()


def flat(nodes: list[Node]) -> list[Node]:
    """A sequence with its groups opened, for what stands side by side."""
    out: list[Node] = []
    for node in nodes:
        out += flat(list(node[1][3])) if node[0] is op.SUBPATTERN else [node]
    return out


def faults(nodes: list[Node], flags: int) -> Iterator[str]:
    """What in a sequence can backtrack without bound."""
    row = flat(nodes)
    for i, node in enumerate(row):
        for part in parts(node):
            yield from faults(part, flags)
        if not unbounded(node):
            continue
        body = list(node[1][2])
        if gives_back(body):
            yield "a repeat that can give back within an unbounded one"
        own = beginnings(body, flags)
        for following in row[i + 1 :]:
            if following[0] in (op.AT, op.ASSERT, op.ASSERT_NOT):
                continue
            optional = following[0] in (*REPEATS, op.POSSESSIVE_REPEAT) and following[1][0] == 0
            if unbounded(following) and own & beginnings([following], flags):
                yield f"two unbounded repeats of {sorted(own & beginnings([following], flags))[:3]} side by side"
            if not optional:
                break


def sample(nodes: list[Node], flags: int) -> str:
    """A short text that the characters of a sequence allow (lookarounds are not asked)."""
    out = []
    for kind, arguments in nodes:
        if kind in (*REPEATS, op.POSSESSIVE_REPEAT):
            out.append(sample(list(arguments[2]), flags) * max(1, min(arguments[0], 3)))
        elif kind in (op.SUBPATTERN, op.BRANCH, op.ATOMIC_GROUP):
            out.append(sample(parts((kind, arguments))[0], flags))
        elif kind not in (op.ASSERT, op.ASSERT_NOT, op.AT, op.GROUPREF, op.GROUPREF_EXISTS):
            one = compiled([(kind, arguments)], flags)
            out.append(next((c for c in ALPHABET if one.fullmatch(c)), chr(arguments) if kind is op.LITERAL else "ا"))
    return "".join(out)


def attacks(nodes: list[Node], flags: int, before: str = "") -> Iterator[str]:
    """Texts made of what an expression repeats: again and again, from its beginning on, and broken off."""
    for i, node in enumerate(nodes):
        lead = before + sample(nodes[:i], flags)
        if node[0] in (*REPEATS, op.POSSESSIVE_REPEAT) and node[1][1] > 8:
            for characters in (*sorted(beginnings(list(node[1][2]), flags))[:2], sample(list(node[1][2]), flags)):
                if characters:
                    yield lead + characters * (ATTACK // len(characters)) + "\0"
                    yield (lead + characters * 50) * (ATTACK // (len(lead) + 50 * len(characters))) + "\0"
        for part in parts(node):
            yield from attacks(part, flags, lead)


@pytest.mark.parametrize("name", expressions())
def test_no_expression_can_backtrack_without_bound(name: str) -> None:
    expression = expressions()[name]
    assert list(faults(expression.tree, expression.pattern.flags)) == []


@pytest.mark.parametrize("name", expressions())
def test_no_expression_is_slow_on_what_it_repeats(name: str) -> None:
    expression = expressions()[name]
    for attack in dict.fromkeys(attacks(expression.tree, expression.pattern.flags)):
        start = time.process_time()
        expression.run(attack)
        took = time.process_time() - start
        assert took < PATIENCE, f"{took:.2f} s for {attack[:20]!r} …"


def test_the_expressions_are_found() -> None:
    found = expressions().values()
    assert len(found) > 60
    assert 10 < sum(e.anchored for e in found) < len(found) - 20


BAD = [r"(a+)+b", r"(?:a|b+)*c", r"\s*\s+x", r"\w+\d*\w+", r"(?:\w+ )+x", r"\s*(\s+)x"]
GOOD = [r"a+b", r"(?:[^a]\.)*x", r"(?:\w++ )+x", r"\s*x\s*", r"\w+ \w+", r"(?>a+)+b", r"\s{0,9}\s+x"]


@pytest.mark.parametrize("expression", BAD)
def test_what_can_backtrack_is_seen(expression: str) -> None:
    assert list(faults(Expression("", re.compile(expression), False).tree, 0))


@pytest.mark.parametrize("expression", GOOD)
def test_what_cannot_is_let_through(expression: str) -> None:
    assert not list(faults(Expression("", re.compile(expression), False).tree, 0))
