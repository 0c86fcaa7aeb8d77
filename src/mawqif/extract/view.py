"""One report as the frames and mentions look at it: tokens, gaps, quotations, cues by position."""

from __future__ import annotations

import bisect
import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from mawqif.arabic import bare, fold
from mawqif.extract.signs import signs
from mawqif.extract.words import AFTER_PREPOSITION, AS_TOLD, NO_VERBS
from mawqif.lexicon import Cue, CueForm, Lexicon, titles
from mawqif.model import Passage, Quotation, Span
from mawqif.names import Titles

_CALLED = frozenset(("يدعي", "تدعي"))  # «يدعى فلان» gives a name, «يدعي أن» claims: the last letter tells
_COMPLEMENTISERS = frozenset(("ان", "انه", "انها", "انهم", "بان", "بانه", "بانها", "اننا", "انني"))
_SONS = frozenset(("بن", "ابن", "بنت", "ابو", "ابي", "ابا"))  # «بن طالب»: what follows is a name
_HEADS = ("roles", "honorifics", "organizations", "states", "unnamed", "media", "documents")

_BREAKS = frozenset("،,؛:")
_REMEMBERED = 1 << 17  # words; beyond that the memory starts anew


@dataclass(frozen=True)
class Index:
    """The lexicon as the scanner asks for it: folded forms and sets."""

    cues: dict[str, tuple[Cue, CueForm]]
    known: _Known
    openers: frozenset[str]  # where a cue or an adverbial attribution may begin
    objects: frozenset[str]
    deeds: frozenset[str]
    common: frozenset[str]
    unnamed: frozenset[str]
    heads: frozenset[str]
    roles: frozenset[str]
    media: frozenset[str]
    lookalikes: frozenset[str]
    sayings: frozenset[str]
    documents: frozenset[str]
    outlets: frozenset[str]
    states: frozenset[str]
    verbs: frozenset[str]
    given: frozenset[str]
    adverbs: frozenset[str]
    outlet_names: dict[str, tuple[tuple[str, ...], ...]]
    adverbials: dict[str, list[tuple[tuple[str, ...], Cue]]]
    titles: Titles


def _outlet_names(lexicon: Lexicon) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The outlets' spellings as folded words by their first word, without the article, the longest first."""
    names: dict[str, list[tuple[str, ...]]] = {}
    for outlet in lexicon.outlets:
        for name in (outlet.name, *outlet.aliases):
            words = tuple(fold(name).split())
            names.setdefault(bare(words[0]), []).append(words)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in names.items()}


@functools.lru_cache(maxsize=8)
def index(lexicon: Lexicon) -> Index:
    """The index of a lexicon, made once."""
    cues: dict[str, tuple[Cue, CueForm]] = {}
    adverbials: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for cue in lexicon.cues:
        if cue.sort == "adverbial":
            phrase = tuple(cue.forms[0].form.split())
            adverbials.setdefault(phrase[0], []).append((phrase, cue))
            adverbials[phrase[0]].sort(key=lambda a: -len(a[0]))
        for form in cue.forms:
            cues.setdefault(form.form, (cue, form))

    def words(*keys: str) -> frozenset[str]:
        return frozenset(fold(w) for key in keys for w in lexicon.list(f"titles.{key}"))

    states = {bare(fold(w.split()[0])) for s in lexicon.states for w in (s.name, *s.aliases, *s.metonyms, *s.seats)}
    return Index(
        cues=cues,
        known=_Known(cues),
        openers=frozenset(_openers(cues, adverbials)),
        objects=words("objects"),
        deeds=frozenset(fold(w) for w in lexicon.list("deeds.deeds"))
        | {w for w in words("objects") if len(w) > 2 and w not in ("ذلك", "هذا", "هذه", "تلك")},
        common=words("common", "places"),
        unnamed=words("unnamed"),
        heads=words(*_HEADS) | states,
        roles=words("roles", "honorifics"),
        media=words("media"),
        lookalikes=frozenset(" ".join(w.split()[:2]) for w in words("lookalikes")),
        sayings=words("sayings"),
        documents=words("documents"),
        states=frozenset(states),
        verbs=titles(lexicon).lists["verbs"],
        given=titles(lexicon).lists["sure"],
        adverbs=titles(lexicon).lists["adverbs"],
        adverbials=adverbials,
        outlet_names=_outlet_names(lexicon),
        outlets=frozenset(bare(fold(w)) for o in lexicon.outlets for w in (o.name, *o.aliases)),
        titles=titles(lexicon),
    )


class _Known(dict[tuple[str, str], tuple[Cue, CueForm] | None]):
    """The cue of a folded word and its last letter as it is written, remembered."""

    def __init__(self, cues: dict[str, tuple[Cue, CueForm]]) -> None:
        super().__init__()
        self.cues = cues

    def __missing__(self, key: tuple[str, str]) -> tuple[Cue, CueForm] | None:
        if len(self) > _REMEMBERED:
            self.clear()
        self[key] = found = self.cue(*key)
        return found

    def cue(self, form: str, last: str) -> tuple[Cue, CueForm] | None:
        """The cue of a folded word with this last letter as it is written."""
        if form in NO_VERBS or (last == "ى" and form.lstrip("وف") in _CALLED):
            return None
        if last == "ا" and form.lstrip("وف") == "هنا":
            return None  # «وهنا أكد»: the adverb, no congratulation
        found = self.cues.get(form)
        if found is None and form[:1] in "وفبل" and (len(form) > 3 or (form[0] == "و" and len(form) == 3)):
            found = self.cues.get(form[1:])
            if found and form[0] in "بل" and found[0].sort != "noun":
                return found if form[0] == "ل" and form[1] in "يت" and found[0].sort == "verb" else None
        # ه is a verb's pronoun, ة a participle's ending; folded they are one
        unlike = found and form[-1] == "ه" and (found[0].sort, last) in (("participle", "ه"), ("verb", "ة"))
        return None if unlike else found


def _openers(cues: Iterable[str], adverbials: Iterable[str]) -> Iterator[str]:
    """The words that can be a cue, or the first word of an adverbial attribution, with what may be joined to them."""
    for form in cues:
        yield from (form, *(letter + form for letter in "وفبل"))
    for form in AS_TOLD.union(adverbials):
        yield from (form, "و" + form, "ف" + form)


class View:
    """A passage with what is asked of it often, computed once."""

    def __init__(self, passage: Passage, lexicon: Lexicon) -> None:
        self.text = passage.text
        self.tokens = passage.tokens
        self.sentences = passage.sentences
        self.quotations = passage.quotations
        self.index = index(lexicon)
        self.signs = signs(lexicon)
        self.gaps = passage.gaps
        self.forms = list(passage.forms)
        self.starts = passage.starts
        self.words = self._words() if "علي" in self.forms else self.forms
        openers = self.index.openers  # `opening`: where a cue or an adverbial may begin
        self.opening = [i for i, form in enumerate(self.forms) if form in openers]
        self.cues: list[tuple[Cue, CueForm] | None] = [None] * len(self.forms)
        for i in self.opening:
            self.cues[i] = self._cue(i)
        # what each content looks for up to the end of its sentence, by token
        self.turns: dict[int, int] = {}
        self.tails: dict[int, bool] = {}
        self.frames: dict[int, Any] = {}  # by token of a cue, its frame if it has one
        self.quote_at: dict[int, Quotation] = {}
        self.quote_to: dict[int, Quotation] = {}  # by the token behind it
        self.quoted: set[int] = set()
        for q in passage.quotations:
            first, last = self.at(q.inner_start), self.at(q.inner_end)
            self.quote_at[first] = self.quote_to[last] = q
            if last - first >= 5:
                self.quoted.update(range(first, last))

    def at(self, offset: int) -> int:
        """The index of the first token that begins at or after a code point."""
        return bisect.bisect_left(self.starts, offset)

    def gap(self, i: int) -> str:
        """The characters between token i-1 and token i."""
        return self.gaps[i]

    @functools.cached_property
    def _breaks(self) -> list[int]:
        return [i for i, gap in enumerate(self.gaps) if gap != " " and not _BREAKS.isdisjoint(gap)]

    def breaks(self, first: int, last: int) -> list[int]:
        """The tokens from first to last (exclusive) that a comma, a semicolon or a colon stands before."""
        return self._breaks[bisect.bisect_left(self._breaks, first) : bisect.bisect_left(self._breaks, last)]

    def word(self, i: int) -> str:
        """The folded token; «على» is kept apart from the name «علي»."""
        return self.words[i]

    def _words(self) -> list[str]:
        text = self.text
        return [
            "على" if form == "علي" and text[token.end - 1] == "ى" else form
            for form, token in zip(self.forms, self.tokens, strict=True)
        ]

    def cue(self, i: int) -> tuple[Cue, CueForm] | None:
        """The cue at token i, with or without a clitic before it."""
        return self.cues[i]

    def _cue(self, i: int) -> tuple[Cue, CueForm] | None:
        found = self.index.known[self.forms[i], self.text[self.tokens[i].end - 1]]
        if found and self.forms[i][0] == "ل" and found[0].sort == "verb" and found[1].form != self.forms[i]:
            return found if self._leads_to_speech(i) else None
        if found and i and (self.forms[i - 1] in _SONS or (found[0].sort == "participle" and self._written(i))):
            return None
        return found

    def _leads_to_speech(self, i: int) -> bool:
        """Whether speech follows at once: «…، ليؤكد أن السد مغلق», «ليقول لها: …»."""
        near = self.forms[i + 1 : i + 3]
        return not _COMPLEMENTISERS.isdisjoint(near) or any(":" in gap for gap in self.gaps[i + 1 : i + 3])

    def _written(self, i: int) -> bool:
        """Whether a feminine participle at token i is a document after its preposition: «في مذكرة …»."""
        return self.forms[i] in self.index.documents and self.word(i - 1) in AFTER_PREPOSITION

    def leads_on(self, j: int) -> bool:
        """Whether speech begins right behind the participle at token j, which tells how it was said: «محذرا: …»."""
        if j + 1 >= len(self.gaps) or self.gaps[j] != " " or self.forms[j][-1] not in "اه":
            return False
        return ":" in self.gaps[j + 1] or j + 1 in self.quote_at

    def length(self, start: int, end: int) -> int:
        """How many tokens begin between two code points."""
        return self.at(end) - self.at(start)

    def span(self, first: int, end: int) -> Span | None:
        """The span of tokens first to end (exclusive), or None where there are none."""
        if end <= first:
            return None
        return Span.of(self.text, self.tokens[first].start, self.tokens[end - 1].end)
