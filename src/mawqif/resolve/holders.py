"""Mentions without a name: the holder of an office, and a source that is only described."""

from __future__ import annotations

import bisect
import functools
from abc import abstractmethod
from collections import defaultdict
from dataclasses import replace

from mawqif.arabic import bare, fold
from mawqif.model import Kind
from mawqif.names import Named, named
from mawqif.resolve.offices import COUNTERPARTS, definite, fit, offices
from mawqif.resolve.running import Running
from mawqif.resolve.source import Source

_SOURCES = ("مصدر", "مصادر", "مصدران", "مصدرين")
_FAR = 800  # code points before «الضابط» in which «ضابط …» stands
_WORDS = 8  # of a source that is not named


def _unjoined(words: frozenset[str]) -> frozenset[str]:
    """The words of a description without the conjunction before an adjective."""
    return frozenset(bare(w[1:]) if w[0] == "و" and w.endswith(("ي", "يه")) and len(w) > 4 else w for w in words)


class Holders(Running):
    """The sources of a report by what they are; which they are and how they are met is the heir's."""

    by_word: dict[str, list[Source]]
    by_head: dict[str, list[Source]]

    @functools.cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word stands, without its article."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for i, word in enumerate(map(bare, self.forms)):
            places[word].append(i)
        return places

    @abstractmethod
    def meet(self, n: Named, at: int) -> Source:
        """The source of that name, met at a code point."""

    @abstractmethod
    def expand(self, n: Named) -> Named | None:
        """The full name behind a bare surname."""

    @abstractmethod
    def _with(self, words: frozenset[str]) -> list[Source]:
        """The sources that one of the words, the rarest, belongs to, in their order."""

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
                    for w in (bare(h), bare(h) + "ا")  # «مصدرا» as an object
                    for s in self.by_word.get(w, ())
                    if s.before(at) >= 0
                    and s.named.kind is Kind.UNNAMED
                    and fold(s.named.name.split()[0]).removeprefix("ال") in (h, h + "ا")
                ]
                # «المصادر المحلية» after «مصادر محلية», «المصادر الأمنية والطبية» after «مصادر أمنية وطبية»
                fits = [s for s in same if _unjoined(heads) <= _unjoined(s.named.all_words)]
                if same := fits or [s for s in same if not self._elsewhere(n, s.named)]:
                    return max(same, key=lambda s: s.before(at))
        if n.kind is Kind.PERSON and (holder := self._in_office(n, at)):
            return holder
        if n.kind is Kind.PERSON and n.definite and len(heads) > 1 and (told := self._described(n, at)):
            return told
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

    def _elsewhere(self, n: Named, other: Named) -> bool:
        """«المصادر الروسية» after «مصدر سعودي»: whether two descriptions are of different nations."""
        nations = [{self.t.nations[w] for w in x.all_words if w in self.t.nations} for x in (n, other)]
        return bool(nations[0] and nations[1]) and nations[0].isdisjoint(nations[1])

    def _ending(self, n: Named) -> Source | None:
        """«الخبير في شؤون الماء حلزوف»: the person of the report whose family name an office ends with."""
        last = fold(n.name.split()[-1])
        if self.t.words[last] or self.t.title(last) or bare(last) in self.t.nations or last in self.t.cities:
            return None
        same = (s for s in self.by_word.get(bare(last), ()) if s.named.kind is Kind.PERSON and len(s.named.words) > 1)
        return next((s for s in same if fold(s.named.name.split()[-1]) == last), None)

    def _described(self, n: Named, at: int) -> Source | None:
        """«الدبلوماسي الدرواني» after «دبلوماسي درواني كبير»: the source without a name of which it says no more."""
        head = bare(fold(n.name.split()[0]))
        same = [s for s in self._with(n.all_words) if s.named.kind is Kind.UNNAMED and n.all_words <= s.named.all_words]
        met = [s for s in same if s.before(at) >= 0 and bare(fold(s.named.name.split()[0])) == head]
        return max(met, key=lambda s: s.before(at), default=None)

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
        forms = (bare(head), bare(head) + "ا")
        first = next((i for i in reversed(places[max(0, last - 3) : last + 1]) if tokens[i].form in forms), None)
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
