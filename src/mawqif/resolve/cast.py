"""The sources that a report names, and the way from a mention to one of them."""

from __future__ import annotations

import bisect
import functools
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from mawqif.arabic import bare, fold
from mawqif.model import Kind, Passage
from mawqif.names import Named, Titles, full_name, named
from mawqif.resolve.offices import COUNTERPARTS, Office, definite, fit, offices
from mawqif.resolve.running import Running
from mawqif.resolve.spelling import alike, index

_NEAR = 200  # code points before «الأخير» in which the person stands
_SOURCES = ("مصدر", "مصادر", "مصدران", "مصدرين")
_FAR = 800  # code points before «الضابط» in which «ضابط …» stands
_WORDS = 8  # of a source that is not named
_SONS = frozenset(("بن", "ابن"))
_APART = frozenset(("ابو", "ابا", "ابي", "عبد", "بن", "ابن", "ال", "ام", "ولد"))
_PLACES = 200  # in which a surname is looked up at most


@dataclass(slots=True)
class Source:
    """A source of this report: what is known of it so far, the how manieth it is, and where it was met."""

    named: Named
    order: int
    seen: list[int]
    offices: set[Office] = field(default_factory=set)
    titles: dict[str, None] = field(default_factory=dict)  # with which it was named, in their order

    def before(self, offset: int) -> int:
        """Where it was last met up to a code point; -1 if only after it."""
        i = bisect.bisect_right(self.seen, offset)
        return self.seen[i - 1] if i else -1


def _core(words: frozenset[str]) -> frozenset[str]:
    """The words of a name without «بن» and «ابن», where that leaves any."""
    return words - _SONS or words


class Cast(Running):
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
        self.tokens = tokens = passage.tokens
        self.gaps = passage.gaps
        self.text = passage.text
        heads = [t.heads[token.form] for token in tokens]
        for s in passage.sentences:
            i = s.first
            while i < s.last:
                i = self._met(heads[i], i, s.last) if heads[i] else i + 1
        self._by_surname()

    @functools.cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word stands, without its article."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for i, token in enumerate(self.tokens):
            places[bare(token.form)].append(i)
        return places

    def _by_surname(self) -> None:
        """Where a family name stands that one person of the report has, that person is met."""
        named: dict[str, list[Source]] = {}
        for source in self.sources:
            if source.named.kind is Kind.PERSON and len(source.named.words) > 1:
                named.setdefault(bare(fold(source.named.name.split()[-1])), []).append(source)
        alone = {surname: sources[0] for surname, sources in named.items() if len(sources) == 1}
        for token in self.tokens if alone else ():
            if one := alone.get(bare(token.form)):
                self.note(one, token.start)

    def _form(self, i: int) -> str:
        """The folded token; «على» is kept apart from the name «علي»."""
        form = self.tokens[i].form
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
            if s.named.kind is n.kind
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

    def _in_office(self, n: Named, at: int) -> Source | None:
        """The holder of the office that a mention names: of those whom it fits best the last one met before it."""
        mentioned = next(iter(offices(n.office_text or n.name, self.t)), None)
        if not definite(n.office_text or n.name, self.t):
            return None
        if mentioned is None or mentioned.head in ("مراسل", "مراسله", "صحفي", "صحافي"):
            return None
        best: tuple[int, int] | None = None
        holder = None
        for head in (mentioned.head, *COUNTERPARTS):
            for s in self.by_head.get(head, ()):
                weight = max((w for o in s.offices if (w := fit(mentioned, o)) is not None), default=None)
                if weight is None or (s.before(at) < 0 and weight < 2):
                    continue
                if None not in (n.feminine, s.named.feminine) and n.feminine is not s.named.feminine:
                    continue
                if best is None or (weight, s.before(at)) > best:
                    best, holder = (weight, s.before(at)), s
        return holder

    def _holder(self, n: Named, at: int) -> Source | None:
        heads = n.all_words
        if n.kind is Kind.UNNAMED and not n.definite:
            return next((s for s in self._with(heads) if s.named.all_words == heads), None)
        if n.kind is Kind.UNNAMED:
            head = fold(n.name.split()[0]).removeprefix("ال")
            cases = (
                (head, head[:-2] + ("ين" if head.endswith("ون") else "ون")) if head[-2:] in ("ون", "ين") else (head,)
            )
            for heads_alike in (cases, _SOURCES if head in _SOURCES else ()):
                same = [
                    s
                    for h in heads_alike
                    for s in self.by_word.get(bare(h), ())
                    if s.before(at) >= 0
                    and s.named.kind is Kind.UNNAMED
                    and fold(s.named.name.split()[0]).removeprefix("ال") == h
                ]
                fits = [s for s in same if heads <= s.named.all_words]  # «المصادر المحلية» after «مصادر محلية»
                if same := fits or same:
                    return max(same, key=lambda s: s.before(at))
        if n.kind is Kind.PERSON and (holder := self._in_office(n, at)):
            return holder
        if n.kind is Kind.UNNAMED:
            fits = [s for s in self._with(heads) if s.before(at) >= 0 and heads <= self._offices(s)]
            if fits:
                return max(fits, key=lambda s: s.before(at))
        if n.kind is Kind.PERSON and n.office and len(heads) > 2 and (bearer := self._ending(n)):
            return bearer
        if n.kind is Kind.PERSON and n.office and len(heads) > 1 and (alone := self._same_office(n, at)):
            return alone
        if n.kind is Kind.PERSON and len(n.name.split()) == 2 and self.t.heads_person(fold(n.name.split()[0])):
            surname = n.name.split()[1]
            full = self.expand(replace(n, name=surname, words=frozenset([bare(fold(surname))])))
            if full and len(full.words) > 1 and not self.t.has("adjectives", fold(surname)):
                return self.meet(full, at)
        return None

    def _ending(self, n: Named) -> Source | None:
        """«الخبير في شؤون الماء حلزوف»: the person of the report whose family name an office ends with."""
        last = fold(n.name.split()[-1])
        if self.t.words[last] or self.t.title(last) or bare(last) in self.t.nations or last in self.t.cities:
            return None
        same = (s for s in self.by_word.get(bare(last), ()) if s.named.kind is Kind.PERSON and len(s.named.words) > 1)
        return next((s for s in same if fold(s.named.name.split()[-1]) == last), None)

    def _same_office(self, n: Named, at: int) -> Source | None:
        """«مدير شرطة الواحة» after «مدير شرطة الواحة الشمالية»: the office without a name of which it is a part."""
        head = fold(n.name.split()[0])
        same = [
            s
            for s in self._with(n.all_words)
            if s.named.kind is Kind.PERSON and not s.named.words and n.all_words <= s.named.all_words
        ]
        met = [s for s in same if s.before(at) >= 0 and fold(s.named.name.split()[0]) == head]
        return max(met, key=lambda s: s.before(at), default=None)

    def indefinite(self, n: Named, at: int) -> Source | None:
        """«الضابط» after «ضابط في الجيش»: the role without its article, where it stands last before a code point."""
        head = fold(n.name.split()[0])
        places, tokens = self.places.get(bare(head), []), self.tokens
        last = bisect.bisect_left(places, at, key=lambda i: tokens[i].start) - 1
        if not head.startswith("ال") or last < 0:
            return None
        first = next((i for i in reversed(places[max(0, last - 3) : last + 1]) if tokens[i].form == bare(head)), None)
        if first is None or at - tokens[first].start > _FAR:
            return None
        end = first + 1
        while end < len(tokens) and end - first < _WORDS and self.text[tokens[end - 1].end : tokens[end].start] == " ":
            if self.t.has("cues", tokens[end].form) or tokens[end].form in ("ان", "بان"):
                break
            end += 1
        found = named(self.text[tokens[first].start : tokens[end - 1].end], self.t)
        return self.meet(found, tokens[first].start) if found and found.kind is Kind.UNNAMED else None

    def _offices(self, s: Source) -> frozenset[str]:
        """The words that tell a source without its name; of an unnamed one, its description."""
        return s.named.office | s.named.all_words if s.named.kind is Kind.UNNAMED else s.named.office
