"""The values of a lexicon: what one file or another says of the world, typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mawqif.model import Act, Issue


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
    """A news outlet or agency: its name, other spellings, the hosts of its addresses.

    `state` is the id of the one of which it writes where it names none; None for one that writes for many.
    """

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    agency: bool = False
    state: str | None = None


@dataclass(frozen=True, slots=True)
class State:
    """A state or union: name, other names, capital, seats of government (bodies of their own), adjective stems.

    `id` is its ISO 3166 alpha-3 code, of a union its usual short name, of a user's without one its name. `people` are
    plurals of its people that no rule makes, `shared` names that it shares with another state; the fields in `en`
    say the same in English.
    """

    name: str
    aliases: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    id: str = ""
    people: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    en_adjectives: tuple[str, ...] = ()
    en_metonyms: tuple[str, ...] = ()
    union: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """A body that speaks: its id (None: a kind of body that every state has), names, state, and kind.

    `part` is the organisation of which it is an organ, `short` the names of a kind without a state, `handles` those
    under which it posts.
    """

    name: str
    id: str | None = None
    kind: str | None = None
    state: str | None = None
    part: str | None = None
    aliases: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Holder:
    """Who held an office, from when to when (dates as precise as the source: YYYY, YYYY-MM or YYYY-MM-DD).

    `id` is the person's: of Wikidata, else made of the name. An `end` of None means open: as far as `as_of`, the day
    to which the source vouches (None: without limit), and at most to `next_start`, when the next holder began. A row
    without a source is `unverified`, and so is one whose source says little; it only proposes.
    """

    name: str
    start: str | None
    end: str | None
    source: str | None
    id: str = ""
    names: tuple[str, ...] = ()
    en: str = ""
    as_of: str | None = None
    next_start: str | None = None
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """An office of a state or organisation with its titles in text and its holders.

    `state` is an id; `kind` what it is in every state (foreign-minister), `body` the kind of body for which its
    holder speaks, `several` whether more than one person holds it at a time.
    """

    id: str
    state: str | None
    titles: tuple[str, ...]
    holders: tuple[Holder, ...] = ()
    kind: str = ""
    body: str | None = None
    several: bool = False


@dataclass(frozen=True, slots=True)
class OfficeKind:
    """What the holder of an office is called, in general (`state` None) or in one state."""

    kind: str
    ar: tuple[str, ...]
    en: tuple[str, ...]
    body: str | None = None
    several: bool = False
    state: str | None = None


@dataclass(frozen=True, slots=True)
class NamedInstrument:
    """A resolution, agreement, law, plan or procedure with its names, or the number that its issuer gave it.

    A report of a year before `year` or after `until` does not mean it by its name alone (None: no limit).
    """

    id: str
    names: tuple[str, ...] = ()
    english: tuple[str, ...] = ()
    issuer: str | None = None
    number: int | None = None
    year: int | None = None
    until: int | None = None
    source: str | None = None


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


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All word lists, typed. `words` holds the plain lists by file and key (titles.honorifics ...).

    A lexicon equals itself alone, so that what is made from it can be remembered by it.
    """

    cues: tuple[Cue, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    states: tuple[State, ...] = ()
    bodies: tuple[Body, ...] = ()
    office_kinds: tuple[OfficeKind, ...] = ()
    offices: tuple[Office, ...] = ()
    issues: tuple[Issue, ...] = ()
    instruments: tuple[NamedInstrument, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    scores: Mapping[str, Shares] = field(default_factory=dict)

    def list(self, key: str) -> tuple[str, ...]:
        """A plain word list such as `furniture.labels`; empty where no file has it."""
        return self.words.get(key, ())
