"""The catalogues of messages, made from the code.

    python tools/messages.py            rewrite mawqif.pot, mawqif.po and mawqif.mo; say what is untranslated
    python tools/messages.py --check    change nothing; exit 1 if one of them is not as the code would have it

A message is the text in `_`, `N_`, `ngettext`, `NP_`, `pgettext`, and the first argument of every
exception of `mawqif.errors`, directly or through a constant. Click's own messages that a user of
mawqif can meet are listed here, since another version of click words some of them differently.
"""

from __future__ import annotations

import ast
import datetime as dt
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

from mawqif import errors

Message: TypeAlias = tuple[str | None, str | tuple[str, str]]  # context, and the singular with its plural
Names: TypeAlias = dict[str, list[str]]

SOURCE = Path(errors.__file__).parent
LOCALE = SOURCE / "locale"
POT = LOCALE / "mawqif.pot"
PO = LOCALE / "ar" / "LC_MESSAGES" / "mawqif.po"
MO = PO.with_suffix(".mo")
EPOCH = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)  # dates in the headers would only make noise

ERRORS = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, Exception)}
CLICK: tuple[str | tuple[str, str], ...] = (
    "Usage:",
    "Options",
    "Commands",
    "Positional arguments",
    "Show the version and exit.",
    "Show this message and exit.",
    "Missing command.",
    "Missing argument",
    "Missing option",
    "Missing parameter",
    "Invalid value: {message}",
    "Invalid value for {param_hint}: {message}",
    "No such option {name!r}.",
    "No such option: {name}",
    "No such command {name!r}.",
    "Option {name!r} does not take a value.",
    "Choose from:\n\t{choices}",
    "{value!r} is not a valid {number_type}.",
    "{value} is not in the range {range}.",
    "required",
    "default: {default}",
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    ("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)


def messages() -> Iterator[Message]:
    """Every message, in the order of the files; the same one may come twice."""
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = _constants(tree) | _imported(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield from _of_call(node, names)
    yield from ((None, message) for message in CLICK)


def _of_call(call: ast.Call, names: Names) -> Iterator[Message]:
    function = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    given = [_strings(argument, names) for argument in call.args]
    if function in ("_", "N_") or function in ERRORS:
        yield from ((None, text) for text in (given[0] if given else []))
    elif function == "ngettext" and given[0] and given[1]:
        yield None, (given[0][0], given[1][0])
    elif function in ("NP_", "pgettext") and given[0] and given[1]:
        yield given[0][0], given[1][0]


def _strings(node: ast.expr, names: Names) -> list[str]:
    """The texts that this expression may be, where that can be read off."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.Name(id=name):
            return names.get(name, [])
        case ast.IfExp(body=one, orelse=other):
            return _strings(one, names) + _strings(other, names)
        case ast.Call(func=ast.Name(id="N_"), args=[argument]):
            return _strings(argument, names)
    return []


def _constants(tree: ast.Module) -> Names:
    found: Names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                if isinstance(target, ast.Name):
                    found.setdefault(target.id, []).extend(_strings(node.value, {}))
    return found


def _imported(tree: ast.Module) -> Names:
    found: Names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("mawqif."):
            path = SOURCE.joinpath(*(node.module or "").split(".")[1:]).with_suffix(".py")
            if path.is_file():
                there = _constants(ast.parse(path.read_text(encoding="utf-8")))
                found |= {a.asname or a.name: there[a.name] for a in node.names if a.name in there}
    return found


def _empty(locale: str | None = None) -> Catalog:
    return Catalog(
        locale=locale,
        header_comment="# Messages of Mawqif; see tools/messages.py.",
        project="mawqif",
        version="1",
        charset="utf-8",
        creation_date=EPOCH,
        revision_date=EPOCH,
        msgid_bugs_address="",
        last_translator="",
        language_team="",
        fuzzy=False,
    )


def template() -> Catalog:
    """The messages of the code, untranslated."""
    catalog = _empty()
    for context, message in messages():
        if message:
            text = message if isinstance(message, str) else message[0]
            flags = ["python-brace-format"] if "{" in text else []
            catalog.add(message, context=context, flags=flags)
    return catalog


def translated(code: Catalog) -> Catalog:
    """The Arabic catalogue with the messages of the code; translations of others are dropped."""
    before = read_po(io.BytesIO(PO.read_bytes())) if PO.exists() else Catalog()
    catalog = _empty("ar")
    for message in code:
        if message.id:
            old = before.get(message.id, message.context)
            catalog.add(message.id, old.string if old else None, context=message.context, flags=message.flags)
    return catalog


def missing(catalog: Catalog) -> list[str]:
    """The messages that have no translation, or not in every plural form."""
    return [str(m.id) for m in catalog if m.id and not all(m.string if isinstance(m.string, tuple) else [m.string])]


def rendered() -> dict[Path, bytes]:
    """What the three files should hold."""
    code = template()
    arabic = translated(code)
    compiled = io.BytesIO()
    write_mo(compiled, arabic)
    return {POT: _po(code), PO: _po(arabic), MO: compiled.getvalue()}


def _po(catalog: Catalog) -> bytes:
    """The catalogue as text, without the line that names the version of the tool."""
    out = io.BytesIO()
    write_po(out, catalog, width=110, no_location=True)
    return b"".join(line for line in out.getvalue().splitlines(True) if not line.startswith(b'"Generated-By'))


def _is_stale(path: Path, content: bytes) -> bool:
    if not path.exists():
        return True
    if path == MO:  # its header names the version of the tool
        return _compiled(path.read_bytes()) != _compiled(content)
    return path.read_bytes() != content


def _compiled(content: bytes) -> dict[object, object]:
    return {(m.context, str(m.id)): m.string for m in read_mo(io.BytesIO(content)) if m.id}


def main() -> int:
    """See the top of the file."""
    untranslated = missing(translated(template()))
    for message in untranslated:
        print("untranslated:", message)
    stale = [path for path, content in rendered().items() if _is_stale(path, content)]
    if "--check" in sys.argv:
        for path in stale:
            print("stale:", path.relative_to(SOURCE))
        return 1 if stale or untranslated else 0
    for path, content in rendered().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return 0


if __name__ == "__main__":
    sys.exit(main())
