"""`office_kinds.yaml`, `offices.yaml`, and the files of offices by state, which are read when a state is asked for."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import Any

from mawqif.errors import LexiconError
from mawqif.lexicon.entries import entries, known, need, read, strings
from mawqif.lexicon.posts import kind_of, state_id
from mawqif.lexicon.slugs import slug
from mawqif.lexicon.values import Holder, Lexicon, Office, OfficeKind

_OFFICE = frozenset("id state kind body titles several holders source".split())
_HOLDER = frozenset("id name names en start end source as_of next_start unverified note".split())
_KIND = frozenset("kind state ar en body several source".split())
_COLUMNS = 9


def office_kind(e: Mapping[str, Any], where: str) -> OfficeKind:
    """One entry of `office_kinds.yaml`."""
    known(e, _KIND, where)
    several = bool(e.get("several"))
    kind, body = need(e, "kind", where), e.get("body") or None
    return OfficeKind(kind, strings(e.get("ar"), where), strings(e.get("en"), where), body, several, e.get("state"))


def office(e: Mapping[str, Any], where: str) -> Office:
    """One entry of `offices.yaml` with its holders."""
    known(e, _OFFICE, where)
    holders = tuple(_holder(h, where) for h in entries(e.get("holders"), where))
    id, titles = need(e, "id", where), strings(e.get("titles"), where)
    return Office(id, e.get("state"), titles, holders, e.get("kind") or id, e.get("body"), bool(e.get("several")))


def _day(value: object) -> str | None:
    return None if value in (None, "") else str(value)


def _holder(e: Mapping[str, Any], where: str) -> Holder:
    known(e, _HOLDER, where)
    name, source, english = need(e, "name", where), e.get("source"), str(e.get("en") or "")
    return Holder(
        name,
        _day(e.get("start")),
        _day(e.get("end")),
        source,
        str(e.get("id") or slug(english or name)),
        (name, *strings(e.get("names"), where)),
        english,
        _day(e.get("as_of")),
        _day(e.get("next_start")),
        bool(e.get("unverified")) or not source,
    )


def offices_of(state: str, lexicon: Lexicon) -> tuple[Office, ...]:
    """The offices of a state or organisation that have holders: a user's, then the core's."""
    return _offices_of(state, lexicon)


@functools.lru_cache(maxsize=1024)
def _offices_of(state: str, lexicon: Lexicon) -> tuple[Office, ...]:
    own = tuple(_own(o, state, lexicon) for o in lexicon.offices if state_id(o, lexicon) == state)
    return (*own, *_core(state, lexicon))


def _own(office: Office, state: str, lexicon: Lexicon) -> Office:
    """A user's office with what is known of its kind."""
    kind = kind_of(office, lexicon)
    general = next((k for k in lexicon.office_kinds if k.kind == kind and k.state in (state, None)), None)
    if general is None:
        return replace(office, state=state, kind=kind)
    several = office.several or general.several
    return replace(office, state=state, kind=kind, body=office.body or general.body, several=several)


def _core(state: str, lexicon: Lexicon) -> tuple[Office, ...]:
    kinds = {k.kind: k for k in lexicon.office_kinds if k.state is None}
    kinds |= {k.kind: k for k in lexicon.office_kinds if k.state == state}
    out = []
    for slug_of_kind, (label, holders) in core_file(state).items():
        kind = kinds.get(slug_of_kind)
        body, several = (kind.body, kind.several) if kind else (None, not slug_of_kind.startswith("ambassador-to-"))
        out.append(Office(f"{state}.{slug_of_kind}", state, (label,), holders, slug_of_kind, body, several))
    return tuple(out)


@functools.lru_cache(maxsize=256)
def core_file(state: str) -> Mapping[str, tuple[str, tuple[Holder, ...]]]:
    """The core's offices of a state: to each kind its label and holders; empty where there is no file."""
    if not state.isalnum():
        return {}
    with resources.as_file(resources.files("mawqif") / "data" / "offices" / f"{state}.yaml") as path:
        return _read_core(path) if path.is_file() else {}


def _read_core(path: Path) -> dict[str, tuple[str, tuple[Holder, ...]]]:
    content: Any = read(path)
    sources = content["sources"]
    return {
        kind: (entry["label"], tuple(_row(row, sources, f"{path}: {kind}") for row in entry["holders"].splitlines()))
        for kind, entry in content["offices"].items()
    }


def _row(text: str, sources: Mapping[str, str], where: str) -> Holder:
    """A holder in nine columns (docs/offices.md)."""
    columns = [c.strip() for c in text.split("|")]
    if len(columns) != _COLUMNS:
        raise LexiconError("{where}: '{row}' does not have nine columns", where=where, row=text)
    start, end, as_of, next_start, id, english, arabic, key, note = columns
    names = tuple(filter(None, arabic.split(" / ")))
    source = sources[key]
    weak = source.startswith("http") or "web page" in note or not (end or as_of)
    dates = (start or None, end or None)
    return Holder(
        names[0] if names else english, *dates, source, id, names, english, as_of or None, next_start or None, weak
    )
