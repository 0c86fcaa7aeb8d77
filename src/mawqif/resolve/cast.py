"""The sources that a report names, and the way from a mention to one of them."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterator
from dataclasses import replace

from mawqif.arabic import ARTICLES, bare, fold
from mawqif.model import Kind, Passage
from mawqif.names import Named, Titles, full_name
from mawqif.resolve.holders import Holders
from mawqif.resolve.offices import offices
from mawqif.resolve.source import Source
from mawqif.resolve.spelling import alike, index

__all__ = ["Cast", "Source"]

_NEAR = 200  # code points before «الأخير» in which the person stands
_SONS = frozenset(("بن", "ابن"))
_APART = frozenset(("ابو", "ابا", "ابي", "عبد", "بن", "ابن", "ال", "ام", "ولد"))
_SERVANT = 5  # letters above which a word that begins with «عبد» is two
_AGENCY, _AGENCIES = "وكاله", frozenset((Kind.MEDIA, Kind.ORGANIZATION))  # «الوكالة» may be either
_PLACES = 200  # in which a surname is looked up at most


def _core(words: frozenset[str]) -> frozenset[str]:
    """The words of a name without «بن» and «ابن», where that leaves any."""
    return words - _SONS or words


class Cast(Holders):
    """The sources that a report names, in the order of the text."""

    def __init__(self, passage: Passage, t: Titles, outlets: frozenset[str] = frozenset()) -> None:
        self.t = t
        self.outlets = outlets
        self.sources: list[Source] = []
        self.by_name: dict[tuple[Kind, frozenset[str], frozenset[str]], Source] = {}
        self.by_word: dict[str, list[Source]] = {}
        self.by_head: dict[str, list[Source]] = {}
        self.meetings: list[tuple[int, int]] = []  # code point and order of the source, sorted
        self.runs: dict[str, tuple[int, int] | None] = {}  # by surname, the tokens of the full name
        self.by_sound: dict[str, list[Source]] = {}
        self.heard = 0  # how many of the sources are in it
        self.spelt: dict[str, Named | None] = {}
        self.tokens = passage.tokens
        self.forms = list(passage.forms)
        self.gaps = passage.gaps
        self.text = passage.text
        self._meet_all(passage)
        self._by_surname()

    def _meet_all(self, passage: Passage) -> None:
        """Whoever is named anywhere is met."""
        heads, heading = self.t.heads, self.t.heading
        places = [i for i, form in enumerate(self.forms) if form in heading and heads[form]]
        for s in passage.sentences:
            free = s.first
            for i in places[bisect.bisect_left(places, s.first) : bisect.bisect_left(places, s.last)]:
                if i >= free:
                    free = self._met(heads[self.forms[i]], i, s.last)

    def family(self, word: str) -> bool:
        """Whether a person met so far has that family name."""
        same = (s.named for s in self.by_word.get(bare(word), ()) if s.named.kind is Kind.PERSON)
        return any(len(n.words) > 1 and fold(n.name.split()[-1]) == word for n in same)

    def _by_surname(self) -> None:
        """Where a family name stands that one person of the report has, that person is met."""
        named: dict[str, list[Source]] = {}
        for source in self.sources:
            if source.named.kind is Kind.PERSON and len(source.named.words) > 1:
                named.setdefault(bare(fold(source.named.name.split()[-1])), []).append(source)
        alone = {surname: sources[0] for surname, sources in named.items() if len(sources) == 1}
        spelt = (article + surname for surname in alone for article in ("", *ARTICLES))
        met = {form: alone[bare(form)] for form in spelt if bare(form) in alone}
        for i, form in enumerate(self.forms) if met else ():
            if form in met:
                self.note(met[form], self.tokens[i].start)

    def _form(self, i: int) -> str:
        """The folded token; «على» is kept apart from the name «علي»."""
        form = self.forms[i]
        return "على" if form == "علي" and self.text[self.tokens[i].end - 1] == "ى" else form

    def expand(self, n: Named) -> Named | None:
        """The full name behind a bare surname: the longest run of name words before it anywhere in the report."""
        (word,) = n.words
        if word not in self.runs:
            self.runs[word] = self._run(word)
        best = self.runs[word]
        if best is None:
            return None
        first, last = best
        words = frozenset(bare(x.form) for x in self.tokens[first : last + 1])
        form = self.tokens[first].form
        addressed = form[0] == "ل" and len(form) > 3 and form[1] not in "اويل" and form not in self.t.lists["given"]
        name = self.text[self.tokens[first].start + addressed : self.tokens[last].end]  # «لكورتن حلزوف»
        return replace(n, name=name, words=words, all_words=words)

    def _run(self, word: str) -> tuple[int, int] | None:
        """The first and last token of the longest name that ends with a word."""
        tokens, text = self.tokens, self.text
        best: tuple[int, int] | None = None
        for i in self.places.get(word, ())[:_PLACES]:
            first = i
            while first and i - first < 5 and text[tokens[first - 1].end : tokens[first].start].isspace():
                first -= 1
            forms = [self._form(j) for j in range(first, i + 1)]
            start = full_name(forms, self.t, self._bounded(first, i))
            if start is not None and (best is None or i - first - start > best[1] - best[0]):
                best = (first + start, i)
        return best

    def _bounded(self, first: int, last: int) -> bool:
        """Whether a comma stands before token `first`, and a mark after token `last`."""
        gap = self.text[self.tokens[first - 1].end : self.tokens[first].start] if first else ""
        after = self.text[self.tokens[last].end : self.tokens[last].end + 1]
        return any(c in "،," for c in gap) and not after.isspace() and not after.isalnum()

    def meet(self, n: Named, at: int) -> Source:
        """The source of that name, met at a code point; a new one where the report had none."""
        key = (n.kind, n.words, n.all_words)
        source = self.by_name.get(key)
        if source is None:
            source = self.by_name[key] = Source(n, len(self.sources), [])
            self.sources.append(source)
            self._index(source, n.words | n.all_words | n.office)
            self._held(source, n)
        else:
            self._hold(source, n)
        self.note(source, at)
        return source

    def note(self, source: Source, at: int) -> None:
        """The source is met at a code point too."""
        bisect.insort(source.seen, at)
        bisect.insort(self.meetings, (at, source.order))

    def met_between(self, start: int, end: int) -> Iterator[tuple[int, Source]]:
        """The sources that are met from a code point to another, and where."""
        i = bisect.bisect_left(self.meetings, (start, -1))
        while i < len(self.meetings) and self.meetings[i][0] < end:
            at, order = self.meetings[i]
            yield at, self.sources[order]
            i += 1

    def first_person(self, start: int, end: int, feminine: bool | None) -> Source | None:
        """The person of that gender who is met first from a code point to another."""
        for _, source in self.met_between(start, end):
            n = source.named
            if n.kind is Kind.PERSON and n.words and (feminine is None or n.feminine in (None, feminine)):
                return source
        return None

    def person_before(self, at: int, feminine: bool | None, honour: str | None = None) -> Source | None:
        """The person of that gender, or of that honour, who was met last before a code point.

        Without an honour not far from it.
        """
        i = bisect.bisect_left(self.meetings, (at, -1)) - 1
        while i >= 0 and (honour or at - self.meetings[i][0] < _NEAR):
            at_i, order = self.meetings[i]
            n = self.sources[order].named
            fits = feminine is None or n.feminine in (None, feminine)
            if n.kind is Kind.PERSON and n.words and fits and (honour is None or honour in n.office):
                return self.find(n, at_i) or self.sources[order]
            i -= 1
        return None

    def last_between(self, start: int, end: int) -> Source | None:
        """The last source that is met from a code point to another."""
        i = bisect.bisect_left(self.meetings, (end, -1)) - 1
        return self.sources[self.meetings[i][1]] if i >= 0 and self.meetings[i][0] >= start else None

    def _hold(self, source: Source, n: Named) -> None:
        """What a mention says of the office of its source is known from then on."""
        self._held(source, n)
        new = n.office - source.named.office
        if new:
            text = source.named.office_text or n.office_text
            source.named = replace(source.named, office=source.named.office | n.office, office_text=text)
            self._index(source, new - source.named.words - source.named.all_words)

    def _held(self, source: Source, n: Named) -> None:
        source.titles.update(dict.fromkeys(n.titles))
        for office in (o for title in n.titles for o in offices(title, self.t)):
            if office not in source.offices:
                source.offices.add(office)
                heads = self.by_head.setdefault(office.head, [])
                if source not in heads:
                    heads.append(source)

    def _index(self, source: Source, words: frozenset[str]) -> None:
        for word in words:
            self.by_word.setdefault(word, []).append(source)

    def _with(self, words: frozenset[str]) -> list[Source]:
        """The sources that one of the words, the rarest, belongs to, in their order: all that have every word."""
        rarest = min((self.by_word.get(w, []) for w in words), key=len, default=[])
        return sorted(rarest, key=lambda s: s.order)

    def find(self, n: Named, at: int) -> Source | None:
        """The source that a mention names again: the fullest name with it, else the holder of its office."""
        if n.kind is Kind.PERSON and (n.words or not n.office):
            bearer = self._bearer(n, at)
            if bearer or n.words:
                return bearer
        if n.kind is Kind.PERSON and " " not in n.name and (bearer := self._surnamed(n, at)):
            return bearer
        if n.kind is Kind.STATE and (found := self._state(n)):
            return self.meet(found, at)
        if n.kind in (Kind.PERSON, Kind.UNNAMED):
            return self._holder(n, at)
        head = bare(fold(n.name.split()[0]))
        fits = [
            s
            for s in self._with(n.all_words)
            if (s.named.kind is n.kind or (head == _AGENCY and {s.named.kind, n.kind} <= _AGENCIES))
            and n.all_words <= s.named.all_words
            and bare(fold(s.named.name.split()[0])) == head
        ]
        near = [s for s in fits if s.before(at) >= 0]
        if len(n.all_words) == 1 and near:
            return max(near, key=lambda s: s.before(at))
        return max(near or fits, key=lambda s: len(s.named.all_words), default=None)

    def _bearer(self, n: Named, at: int) -> Source | None:
        """Who bears a name that is part of a fuller one; of words that do not look like a name, only a known one."""
        words = _core(n.words or n.all_words)
        same = [s for s in self._with(words) if s.named.kind is Kind.PERSON]
        fits = [s for s in same if words < _core(s.named.words)]
        near = [s for s in fits if s.before(at) >= 0]
        if near or fits:
            best = max(near, key=lambda s: s.before(at)) if near else min(fits, key=lambda s: s.seen[0])
            self._hold(best, n)
            return best
        known = next((s for s in same if _core(s.named.words) == words), None)
        if known is None and (joined := self._joined(n)):
            return joined
        if known is None and len(words) == 1:
            if full := self.expand(replace(n, words=words)):
                return self.meet(full, at)
            order = alike(next(iter(words)), self._spellings)
            return None if order is None else self.sources[order]
        return known

    def _joined(self, n: Named) -> Source | None:
        """«أبو حلزان» for «أبوحلزان»: a family name whose first part is written apart."""
        first, _, rest = fold(n.name).partition(" ")
        same = self.by_word.get(first + rest, ()) if first in _APART and " " not in rest else ()
        if not rest and first.startswith("عبد") and len(first) > _SERVANT:  # «عبدالرحمن» for «… عبد الرحمن»
            same = [
                s for s in self.by_word.get(bare(first[3:]), ()) if fold(s.named.name).endswith(f" عبد {first[3:]}")
            ]
        return next((s for s in same if s.named.kind is Kind.PERSON and len(s.named.words) > 1), None)

    def has_family(self, word: str) -> bool:
        """Whether a person of the report has that family name: «الصباح», which is the morning too."""
        persons = (s.named for s in self.by_word.get(bare(fold(word)), ()) if s.named.kind is Kind.PERSON)
        return any(" " in n.name and fold(n.name.split()[-1]) == fold(word) for n in persons)

    def _surnamed(self, n: Named, at: int) -> Source | None:
        """«الخطيب»: a role that is the family name of somebody met before."""
        form = fold(n.name)
        same = [s for s in self._with(n.all_words) if s.before(at) >= 0 and s.named.kind is Kind.PERSON]
        return next((s for s in same if " " in s.named.name and fold(s.named.name.split()[-1]) == form), None)

    @functools.cached_property
    def _spellings(self) -> dict[str, set[int]]:
        """What the family names of the persons met in the text are near to."""
        persons = (s for s in self.sources if s.named.kind is Kind.PERSON and len(s.named.words) > 1)
        return index((bare(fold(s.named.name.split()[-1])), s.order) for s in persons)

    def _state(self, n: Named) -> Named | None:
        """The state behind its capital, another spelling or its government: the fullest name that the report has."""
        spelling = fold(n.name)
        if spelling not in self.spelt:
            names = sorted(self.t.state_names.get(spelling, ()), key=len, reverse=True)
            name = next((x for x in names if re.search(rf"(?<!\w){re.escape(x)}(?!\w)", self.text)), None)
            words = frozenset(bare(fold(w)) for w in name.split()) if name else frozenset()
            self.spelt[spelling] = replace(n, name=name, all_words=words) if name else None
        return self.spelt[spelling]
