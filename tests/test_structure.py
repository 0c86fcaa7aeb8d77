"""The shape of the code: who may import whom, and how long things may be."""

from __future__ import annotations

import ast
import statistics
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "mawqif"

# From the bottom up. Of the foundations each imports only those before it in the list.
FOUNDATIONS = ("model", "errors", "i18n", "arabic", "dates", "names", "lexicon")
STAGES = ("clean", "segment", "extract", "resolve", "positions", "link")
MIDDLE = ("pipeline", "sources", "store", "export", "notify", "engine", "evaluate")
FACES = ("cli", "api", "web", "__init__", "__main__")

# Beside the foundations, what each of the middle layer may import.
MAY_IMPORT = {
    "pipeline": {*STAGES},
    "sources": set(),
    "store": set(),
    "export": {"store"},
    "notify": {"store"},
    "engine": {"pipeline"},
    "evaluate": {"pipeline", "engine"},
}
OUTSIDE_WORLD = {
    "httpx": {"sources"},
    "urllib.request": {"sources"},
    "sqlite3": {"store"},
    "sqlalchemy": {"store"},
    "apprise": {"notify"},
}
LONGEST_FUNCTION = 60
LONGEST_MODULE = 400
MEDIAN_FUNCTION = 10

Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def place(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def layer(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    """Full names of what a module imports, wherever in it: the module, and what is taken from it."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{place(path)}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def layers_imported(path: Path) -> set[str]:
    """The layers that a module imports, its own left out."""
    known = {*FOUNDATIONS, *STAGES, *MIDDLE, *FACES}
    parts = [name.split(".") for name in imported(path) if name.startswith("mawqif.")]
    return {p[1] for p in parts if p[1] in known} - {layer(path)}


def allowed(name: str) -> set[str]:
    if name in FOUNDATIONS:
        return set(FOUNDATIONS[: FOUNDATIONS.index(name)])
    if name in STAGES:
        return set(FOUNDATIONS)
    if name in MIDDLE:
        return {*FOUNDATIONS, *MAY_IMPORT[name]}
    return {*FOUNDATIONS, *MIDDLE} | ({"cli"} if name == "__main__" else set())


def functions(path: Path) -> Iterator[Function]:
    yield from (n for n in ast.walk(tree(path)) if isinstance(n, Function))


def length(f: Function) -> int:
    """Lines of a function, its docstring and decorators left out."""
    first = f.body[1] if ast.get_docstring(f) and len(f.body) > 1 else f.body[0]
    return (f.end_lineno or 0) - first.lineno + 2


def public(body: list[ast.stmt]) -> Iterator[Function | ast.ClassDef]:
    """Public functions and classes of a module, and public methods of its public classes."""
    for node in body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from (n for n in public(node.body) if not _inherited(node, n))


def _inherited(cls: ast.ClassDef, node: Function | ast.ClassDef) -> bool:
    """Methods of a class with a base may be that base's, which says what they mean."""
    return bool(cls.bases) and isinstance(node, Function)


@pytest.mark.parametrize("path", modules(), ids=place)
def test_every_module_belongs_to_a_layer_and_imports_point_down(path: Path) -> None:
    assert layer(path) in {*FOUNDATIONS, *STAGES, *MIDDLE, *FACES}, "name its layer in DESIGN and here"
    assert layers_imported(path) <= allowed(layer(path))


@pytest.mark.parametrize("path", modules(), ids=place)
def test_only_sources_fetches_and_only_store_has_sql(path: Path) -> None:
    for name in imported(path):
        for library, owners in OUTSIDE_WORLD.items():
            if name == library or name.startswith(library + "."):
                assert layer(path) in owners, f"{name} belongs to {', '.join(owners)}"


def test_the_model_needs_the_standard_library_only() -> None:
    names = {n.split(".")[0] for path in (SOURCE / "model").glob("*.py") for n in imported(path)}
    assert names <= {*sys.stdlib_module_names, "mawqif"}


@pytest.mark.parametrize("path", modules(), ids=place)
def test_modules_and_functions_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE
    assert {f.name: length(f) for f in functions(path) if length(f) > LONGEST_FUNCTION} == {}


def test_half_of_all_functions_are_under_ten_lines() -> None:
    assert statistics.median(length(f) for p in modules() for f in functions(p)) < MEDIAN_FUNCTION


@pytest.mark.parametrize("path", modules(), ids=place)
def test_every_module_and_all_that_is_public_in_it_says_what_it_means(path: Path) -> None:
    assert ast.get_docstring(tree(path)), "a module begins with what it is"
    silent = [n.name for n in public(tree(path).body) if not ast.get_docstring(n)]
    assert [n for n in silent if n not in UNDER_A_TABLE.get(place(path), ())] == []


# The exceptions of errors.py are explained in the tree that its docstring draws; what a library asks
# of a face by name (a click command, an app) prints its meaning as help.
UNDER_A_TABLE = {
    "errors.py": [n.name for n in public(tree(SOURCE / "errors.py").body)],
    **{place(p): ("command", "app") for p in modules() if layer(p) == "cli"},
}
