"""Typed loader of what Mawqif knows of the world: the YAML files under `data/` and a user's own.

A folder of YAML files is a lexicon; later folders add to earlier ones and win where they name
the same thing. Files are told apart by name: cues, titles, outlets, states, offices, issues,
furniture, sources, scores ... Nothing here reads Arabic; the stages do.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from mawqif.arabic import fold
from mawqif.errors import LexiconError
from mawqif.model import Act
from mawqif.names.lists import Spelt, build
from mawqif.names.titles import Titles

_LISTS = ("titles", "names", "furniture", "sources", "acts", "occasions", "deeds", "vocabulary", "english")
FILES = ("cues", "outlets", "states", "offices", "issues", "scores", *_LISTS)


@dataclass(frozen=True, slots=True)
class CueForm:
    """One folded form of a cue, and what it says of its speaker (None: nothing)."""

    form: str
    feminine: bool | None = None
    plural: bool | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that attributes: its folded forms, the act it performs (None: the content decides), what it governs.

    `sort` is verb, participle, noun or adverbial; `governs` the frames in which it reports (see
    data/cues.yaml). `soft`: the act yields to what the content says. `weak`: common in other senses.
    """

    lemma: str
    sort: str
    act: Act | None
    governs: frozenset[str]
    forms: tuple[CueForm, ...]
    soft: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Outlet:
    """A news outlet or agency: its name, other spellings, and the hosts of its addresses."""

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    agency: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """A state or union: name, other names, capital, seats of government (bodies of their own), adjective stems."""

    name: str
    aliases: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Holder:
    """Who held an office, from when to when (ISO dates or None), and the source that says so."""

    name: str
    start: str | None
    end: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Office:
    """An office of a state or organisation with its titles in text and its holders."""

    id: str
    state: str | None
    titles: tuple[str, ...]
    holders: tuple[Holder, ...] = ()


@dataclass(frozen=True, slots=True)
class Shares:
    """How often something was right where it was counted: (right, of) by what was known of it.

    What is known comes from the widest to the narrowest, as words of a key («that», «that verb»). `pull`: as
    many cases of a narrow key as weigh as much as all that the wider one says.
    """

    counts: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    pull: float = 1.0

    def of(self, known: Sequence[str]) -> float:
        """The share to expect: that of everything, drawn towards the share of each narrower key that was met."""
        share = 0.5
        for key in self.keys(known):
            right, of = self.counts.get(key, (0, 0))
            share = (right + self.pull * share) / (of + self.pull)
        return share

    @staticmethod
    def keys(known: Sequence[str]) -> list[str]:
        """The keys of what is known, from the widest (nothing) to the narrowest."""
        return [" ".join(known[:n]) for n in range(len(known) + 1)]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word lists, typed. `words` holds the plain lists by file and key (titles.honorifics ...)."""

    cues: tuple[Cue, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    states: tuple[State, ...] = ()
    offices: tuple[Office, ...] = ()
    issues: tuple[Mapping[str, Any], ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    scores: Mapping[str, Shares] = field(default_factory=dict)

    def list(self, key: str) -> tuple[str, ...]:
        """A plain word list such as `furniture.labels`; empty where no file has it."""
        return self.words.get(key, ())

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other


def _strings(value: object, where: str) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, str):
        return tuple(value.split("|")) if "|" in value else (value,)
    if isinstance(value, list) and all(isinstance(v, str) for v in value):
        return tuple(value)
    raise LexiconError("{where}: expected a list of words; quote them if they look like numbers", where=where)


def _entries(value: object, where: str) -> list[dict[str, Any]]:
    if value is None:
        return []
    if isinstance(value, list) and all(isinstance(v, dict) for v in value):
        return value
    raise LexiconError("{where}: expected a list of entries, each with its keys", where=where)


def _need(entry: Mapping[str, Any], key: str, where: str) -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not value:
        raise LexiconError("{where}: an entry has no '{key}'", where=where, key=key)
    return value


def _past(past: str) -> list[CueForm]:
    stem = past[:-1] if past[-1] in "اىي" else past
    feminine = stem if past[-1] != "ي" else past
    dual = past if past[-1] not in "اى" else stem + "ي"
    return [
        CueForm(past, False, None),
        CueForm(feminine + "ت", True, None),
        CueForm(dual + "ا", False, True),
        CueForm(feminine + "تا", True, True),
        CueForm(stem + "وا", False, True),
    ]


def _present(present: str) -> list[CueForm]:
    stem = present[1:]
    plural = stem[:-1] if stem[-1] in "ويى" else stem
    return [
        CueForm("ي" + stem, False, None),
        CueForm("ت" + stem, True, None),
        CueForm("ي" + plural + "ون", False, True),
        CueForm("ي" + stem + "ان", False, True),
        CueForm("ت" + stem + "ان", True, True),
    ]


def _with_pronoun(forms: tuple[CueForm, ...]) -> tuple[CueForm, ...]:
    """«اتهمه», «وصفتها»: the singular forms with the person as a pronoun."""
    one = [f for f in forms if not f.plural or f.form.endswith("ون")]
    return tuple(
        CueForm(f.form + pronoun, f.feminine, f.plural) for f in one for pronoun in ("ه", "ها", "هم", "نا", "ني")
    )


def _participle(stem: str) -> list[CueForm]:
    plural = stem[:-1] if stem[-1] == "ي" else stem
    return [
        CueForm(stem + "ا", False, False),
        CueForm(stem + "ة", True, None),
        CueForm(plural + "ين", False, True),
    ]


def _noun(noun: str) -> list[CueForm]:
    stem = noun[:-1] + "ت" if noun[-1] == "ة" else noun
    out = [CueForm(noun), CueForm(stem + "ه", False, False), CueForm(stem + "ها", True, None)]
    return [*out, CueForm(stem + "هم", False, True), CueForm("ال" + noun)]


_MAKERS = {"past": ("verb", _past), "present": ("verb", _present), "participle": ("participle", _participle)}


_KEYS = {
    "cues": frozenset("past present participle noun adverbial act governs soft weak source".split()),
    "outlets": frozenset("name aliases domains agency source".split()),
    "states": frozenset("name aliases metonyms seats adjectives source".split()),
}


def _known(entry: Mapping[str, Any], kind: str, where: str) -> Mapping[str, Any]:
    """The entry, unless a key of it means nothing: a slip of the pen must not be lost without a word."""
    unknown = sorted(str(k) for k in entry if k not in _KEYS[kind])
    if unknown:
        message = "{where}: '{key}' is no key of an entry; it takes {keys}"
        raise LexiconError(message, where=where, key=unknown[0], keys=", ".join(sorted(_KEYS[kind])))
    return entry


def _cue(e: Mapping[str, Any], where: str) -> list[Cue]:
    _known(e, "cues", where)
    act = e.get("act")
    if act is not None and act not in set(Act):
        raise LexiconError("{where}: '{act}' is no act; take one of {acts}", where=where, act=act, acts=", ".join(Act))
    governs = frozenset(_strings(e.get("governs"), where))
    kind = Act(act) if act else None
    out = []
    for key, (sort, make) in {**_MAKERS, "noun": ("noun", _noun)}.items():
        if key in e:
            forms = tuple(CueForm(fold(f.form), f.feminine, f.plural) for f in make(_need(e, key, where)))
            if governs & {"person", "told", "held"} and sort == "verb":
                forms += _with_pronoun(forms)
            soft, weak = bool(e.get("soft")), bool(e.get("weak"))
            out.append(Cue(_need(e, key, where), sort, kind, governs, forms, soft, weak))
    for phrase in _strings(e.get("adverbial"), where):
        out.append(Cue(phrase, "adverbial", None, frozenset(), (CueForm(fold(phrase)),)))
    if not out:
        raise LexiconError("{where}: a cue needs one of past, present, participle, noun, adverbial", where=where)
    return out


def _outlet(e: Mapping[str, Any], where: str) -> Outlet:
    _known(e, "outlets", where)
    return Outlet(
        _need(e, "name", where),
        _strings(e.get("aliases"), where),
        _strings(e.get("domains"), where),
        bool(e.get("agency")),
    )


def _state(e: Mapping[str, Any], where: str) -> State:
    _known(e, "states", where)
    return State(
        _need(e, "name", where),
        _strings(e.get("aliases"), where),
        _strings(e.get("metonyms"), where),
        _strings(e.get("seats"), where),
        _strings(e.get("adjectives"), where),
    )


def _day(value: object) -> str | None:
    return None if value is None else str(value)


def _office(e: Mapping[str, Any], where: str) -> Office:
    holders = tuple(
        Holder(_need(h, "name", where), _day(h.get("start")), _day(h.get("end")), h.get("source"))
        for h in _entries(e.get("holders"), where)
    )
    return Office(_need(e, "id", where), e.get("state"), _strings(e.get("titles"), where), holders)


def _issue(e: Mapping[str, Any], where: str) -> Mapping[str, Any]:
    _need(e, "id", where)
    if not _strings(e.get("about"), where):
        raise LexiconError("{where}: issue '{id}' says nothing under 'about'", where=where, id=e["id"])
    return e


def _read(path: Path) -> object:
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, UnicodeDecodeError) as e:
        raise LexiconError("{path}: cannot be read ({reason})", path=path, reason=e) from None
    except yaml.YAMLError as e:
        mark = getattr(e, "problem_mark", None)
        line = mark.line + 1 if mark else 0
        message = "{path}:{line}: is not valid YAML; check the indentation there"
        raise LexiconError(message, path=path, line=line) from None


def _word_lists(stem: str, content: object, where: str) -> dict[str, tuple[str, ...]]:
    if not isinstance(content, dict):
        raise LexiconError("{where}: expected keys with lists of words", where=where)
    return {f"{stem}.{key}": _strings(value, f"{where}: {key}") for key, value in content.items()}


def _shares(content: object, where: str) -> dict[str, Shares]:
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


def _merge(base: Lexicon, folder: Path) -> Lexicon:
    read: dict[str, Any] = {}
    words = dict(base.words)
    for path in sorted(folder.glob("*.yaml")):
        if path.stem not in FILES:
            raise LexiconError("{path}: unknown file; a lexicon has {names}", path=path, names=", ".join(FILES))
        content, where = _read(path), str(path)
        if path.stem in _LISTS:
            for key, value in _word_lists(path.stem, content, where).items():
                words[key] = (*words.get(key, ()), *value)
        elif path.stem == "cues":
            read["cues"] = tuple(c for e in _entries(content, where) for c in _cue(e, where))
        elif path.stem == "scores":
            read["scores"] = _shares(content, where)
        else:
            make = {"outlets": _outlet, "states": _state, "offices": _office, "issues": _issue}[path.stem]
            read[path.stem] = tuple(make(e, where) for e in _entries(content, where))
    return Lexicon(
        cues=(*base.cues, *read.get("cues", ())),
        outlets=(*read.get("outlets", ()), *base.outlets),
        states=(*read.get("states", ()), *base.states),
        offices=(*read.get("offices", ()), *base.offices),
        issues=(*base.issues, *read.get("issues", ())),
        words=words,
        scores=read.get("scores", base.scores),
    )


def load(folders: Iterable[Path] = ()) -> Lexicon:
    """The core lexicon with the user's folders added, in order. LexiconError names file and place."""
    return _load(tuple(str(f) for f in folders))


@functools.lru_cache(maxsize=8)
def _load(folders: tuple[str, ...]) -> Lexicon:
    with resources.as_file(resources.files("mawqif") / "data") as core:
        lexicon = _merge(Lexicon(), core)
    for name in folders:
        if not Path(name).is_dir():
            raise LexiconError("{path}: is not a folder of YAML files", path=name)
        lexicon = _merge(lexicon, Path(name))
    return lexicon


def default_folders() -> tuple[Path, ...]:
    """The folders named by MAWQIF_LEXICON (separated as in PATH), if any."""
    value = os.environ.get("MAWQIF_LEXICON", "")
    return tuple(Path(p) for p in value.split(os.pathsep) if p)


def folded_set(words: Iterable[str]) -> frozenset[str]:
    """Words as the stages match them."""
    return frozenset(fold(w) for w in words)


@functools.lru_cache(maxsize=8)
def titles(lexicon: Lexicon) -> Titles:
    """The lexicon's title lists, names and states as mentions are taken apart by them."""
    spoken = ((c.weak, f.form, c.sort in ("verb", "participle")) for c in lexicon.cues for f in c.forms)
    states = (Spelt(s.name, s.aliases, s.metonyms, s.seats, s.adjectives) for s in lexicon.states)
    return build(lexicon.list, tuple(spoken), tuple(states))
