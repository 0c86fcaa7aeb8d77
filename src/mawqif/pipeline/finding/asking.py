"""What is asked: the words of a paste without who it says said them, and whether a statement is the one's asked for."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mawqif.arabic import fold, stem
from mawqif.errors import InputError
from mawqif.i18n import N_
from mawqif.lexicon import Lexicon
from mawqif.lexicon.states import states_in
from mawqif.link.finding import paste
from mawqif.link.finding.paste import Pasted
from mawqif.link.finding.senses import denies
from mawqif.link.words import words
from mawqif.model import Kind, Page, Statement
from mawqif.model.finding import Hit
from mawqif.pipeline import read
from mawqif.resolve import latin

EMPTY = N_("There is no word in what was given; paste a quotation, or name a file that holds one")
SINGLE = N_("'{word}' is a single word and no quotation; give two words or more, or search with `mawqif statements`")

_NAMED = (Kind.PERSON, Kind.ORGANIZATION, Kind.STATE)
_LEAST = 2  # words
_OTHER = 3  # words beside cue and speaker that may stand before a content
_MOST_READ = 6000  # code points of a paste in which it is looked who says it
_ENGLISH = frozenset("said says say told tells added stated".split())
_SAYING = frozenset(("قال", "قالت", "يقول", "تقول", "وقال", "وقالت"))


@dataclass(frozen=True, slots=True)
class Asked:
    """A speaker that is asked for: the name as given, and the ids of the actors that it may be in the record."""

    name: str
    actors: frozenset[str] = frozenset()
    _words: frozenset[str] = field(default=frozenset(), init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_words", _name_words(self.name))

    def said(self, statement: Statement, known: Mapping[str, Sequence[str]]) -> bool:
        """Whether it is the speaker of a statement: by its actor (`known`, by statement), else by the name."""
        if not self.actors.isdisjoint(known.get(statement.id, ())):
            return True
        s = statement.speaker
        told = _name_words(" ".join(filter(None, (s.name, s.mention.text if s.mention else None, s.office))))
        if self._words and self._words <= told:
            return True
        return bool(s.name and self._in_other_script(s.name))

    def tells(self, hit: Hit, known: Mapping[str, Sequence[str]]) -> bool:
        """Whether it is somebody who says that the speaker of a hit said so."""
        relays = hit.statement.via if hit.statement else ()
        return any(self.said(s, known) for s in hit.within) or any(
            self._words and self._words <= _name_words(relay.text) for relay in relays
        )

    def _in_other_script(self, name: str) -> bool:
        """Whether a name is that of the speaker in the other one of two scripts."""
        if latin.is_latin(self.name) == latin.is_latin(name):
            return False
        one, two = (self.name, name) if latin.is_latin(self.name) else (name, self.name)
        return latin.same(latin.name(one), two)


def _name_words(name: str) -> frozenset[str]:
    return frozenset(stem(w.form) for w in words(name))


@dataclass(frozen=True, slots=True)
class Question:
    """The words to look for, as they were pasted; `core` are those without who said them, where the paste says that.

    `claimed` is who that is; `denies` says that the paste tells it as what was denied. `plain`: it says no more of it
    than that it was said, so that its words are in `core`.
    """

    pasted: Pasted
    core: Pasted | None = None
    claimed: str | None = None
    denies: bool = False
    plain: bool = True


def question(text: str, lexicon: Lexicon, denying: frozenset[str]) -> Question:
    """What is asked with a paste; InputError for one without words or of a single word."""
    kept, signed, whole = paste.cleaned(text)
    found = paste.pasted(kept, whole)
    if not found.words:
        raise InputError(EMPTY)
    if len(found.words) == 1:
        raise InputError(SINGLE, word=kept[found.words[0].start : found.words[0].end][:40])
    claim = _claim(kept, lexicon, denying)
    inner = paste.pasted(claim.core, whole) if claim else None
    if claim is None or inner is None or len(inner.words) < _LEAST:
        return Question(found, None, signed)
    return Question(found, inner, claim.name or signed, claim.denies, claim.plain)


@dataclass(frozen=True, slots=True)
class _Claim:
    """The words of a paste behind «N. said that», who N. is, and what the verb says of them."""

    core: str
    name: str | None
    denies: bool = False
    plain: bool = True


def _claim(text: str, lexicon: Lexicon, denying: frozenset[str]) -> _Claim | None:
    """Who says it, where a paste begins so."""
    said = read(Page(text[:_MOST_READ], location=""), lexicon).statements
    if said and _opens(said[0], text):
        s = said[0]
        name = s.speaker.name if s.speaker.kind in _NAMED and s.speaker.mention else None
        return _Claim(text[s.content.start :], name, denies(s, denying, text), _plain(s, lexicon))
    if found := paste.headed(text):
        who = " ".join(w for w in found[0].split() if fold(w) not in _SAYING)
        return _Claim(found[1], who or None)
    return None


def _plain(statement: Statement, lexicon: Lexicon) -> bool:
    """Whether a cue only says that something was said."""
    forms = [w.form for w in words(statement.cue.text)] if statement.cue else []
    return bool(not forms or not _telling(lexicon).isdisjoint((*forms, *(f.lstrip("وف") for f in forms))))


@functools.lru_cache(maxsize=8)
def _telling(lexicon: Lexicon) -> frozenset[str]:
    """The forms of cues without an act."""
    return frozenset(f.form for c in lexicon.cues if c.act is None for f in c.forms) | _ENGLISH


def _opens(statement: Statement, text: str) -> bool:
    """Whether a paste begins with the cue of a statement and its speaker, in either order, and not with other words."""
    if statement.cue is None:
        return False
    parts = (statement.cue, statement.speaker.mention, statement.said_on, statement.addressee, *statement.via)
    known = [s for s in (*parts, statement.occasion.span if statement.occasion else None) if s]
    head = words(text[: statement.content.start])
    other = [w for w in head if not any(s.start <= w.start < s.end for s in known)]
    return bool(head) and len(other) <= _OTHER and any(s.start <= head[0].start < s.end for s in known[:2])


def named_in(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The ids of states and of holders of offices that a text in Latin letters names, as the word lists have them."""
    if not latin.is_latin(text):
        return frozenset()
    states = {state.id for seen in states_in(text, lexicon) for state in seen.states}
    names, said = _holders(lexicon), {w.form for w in words(text) if text[w.start].isupper()}
    return frozenset(states | {id for form in said for id in names.get(form, ())})


@functools.lru_cache(maxsize=8)
def _holders(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    """The ids of holders of offices by the last word of their name in Latin letters."""
    found: dict[str, set[str]] = {}
    for office in lexicon.offices:
        for holder in office.holders:
            if last := words(holder.en)[-1:]:
                found.setdefault(last[0].form, set()).add(holder.id)
    return {form: frozenset(ids) for form, ids in found.items()}
