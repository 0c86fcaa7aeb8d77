"""Resolve the speakers of a report: a mention to the fullest name that the report gives.

Titles are taken off, a surname finds its full name, an office its holder, and a cue with no
subject the last speaker that agrees with it in gender and number.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from mawqif.arabic import bare, fold
from mawqif.lexicon import Lexicon
from mawqif.model import Draft, Kind, Passage, Speaker
from mawqif.names import Named, Titles, named, titles

_WITHIN = frozenset(["", "،", "/", "-", '"', "«", "»", "“", "”", '"،', "»،", "”،"])


@dataclass(slots=True)
class _Source:
    """A source of this report: what is known of it so far, and where it was last met."""

    named: Named
    at: int


class _Cast:
    """The sources that a report names, in the order of the text."""

    def __init__(self, passage: Passage, t: Titles) -> None:
        self.t = t
        self.sources: list[_Source] = []
        self.tokens = tokens = passage.tokens
        self.text = passage.text
        self.places: dict[str, list[int]] = {}
        for i, token in enumerate(tokens):
            self.places.setdefault(bare(token.form), []).append(i)
        for s in passage.sentences:
            i = s.first
            while i < s.last:
                if t.heads_person(tokens[i].form):
                    end = i + 1
                    while (
                        end < s.last
                        and end - i < 16
                        and passage.text[tokens[end - 1].end : tokens[end].start].strip() in _WITHIN
                    ):
                        end += 1
                    found = named(passage.text[tokens[i].start : tokens[end - 1].end], t, running=True)
                    if found and found.kind is Kind.PERSON and len(found.words) >= 2 and self._sure(found):
                        self.meet(found, tokens[i].start)
                        i = i + len(found.office) + 1 if found.office else i + 1
                        continue
                elif t.has("organizations", tokens[i].form) and not tokens[i].form.startswith("ال"):
                    end = i + 1
                    while (
                        end < s.last
                        and end - i < 7
                        and passage.text[tokens[end - 1].end : tokens[end].start] == " "
                        and (tokens[end].form.startswith(("ال", "وال", "لل")) or t.has("adjectives", tokens[end].form))
                    ):
                        end += 1
                    found = named(passage.text[tokens[i].start : tokens[end - 1].end], t) if end > i + 1 else None
                    if found and found.kind is Kind.ORGANIZATION:
                        self.meet(found, tokens[i].start)
                elif tokens[i].form in t.lists["unnamed"] and tokens[i].form not in t.lists["roles"]:
                    end = i + 1
                    while (
                        end < s.last
                        and end - i < 8
                        and passage.text[tokens[end - 1].end : tokens[end].start] == " "
                        and not t.has("cues", tokens[end].form)
                        and tokens[end].form not in ("ان", "بان")
                    ):
                        end += 1
                    found = named(passage.text[tokens[i].start : tokens[end - 1].end], t) if end > i + 1 else None
                    if found and found.kind is Kind.UNNAMED and len(found.all_words) > 1:
                        self.meet(found, tokens[i].start)
                i += 1

    def _sure(self, n: Named) -> bool:
        """Whether a name met in running text begins with a usual given name, or at least with no verb's or preposition's letter."""
        forms = [fold(w) for w in n.name.split()]
        if forms[0] in self.t.lists["given"] or forms[0] in self.t.lists["particles"]:
            return True
        return not forms[0].startswith(("ي", "ت", "ن", "و", "ب", "ل"))

    def expand(self, n: Named) -> Named | None:
        """The full name behind a bare surname: the longest run of name words before it anywhere in the report."""
        tokens, text, t = self.tokens, self.text, self.t
        best: tuple[int, int] | None = None
        (word,) = n.words
        for i in self.places.get(word, ()):
            first = i
            while first and i - first < 4 and text[tokens[first - 1].end : tokens[first].start].isspace():
                form = tokens[first - 1].form
                if (
                    t.has("breaks", form)
                    or t.has("cues", form)
                    or t.has("documents", form)
                    or t.title(form)
                    or form in t.states
                    or form.startswith(("ال", "وال", "لل", "بال"))
                    or len(form) < 2
                ):
                    break
                first -= 1
            if first < i and (best is None or i - first > best[1] - best[0]):
                best = (first, i)
        if best is None:
            return None
        first, last = best
        words = frozenset(bare(x.form) for x in tokens[first : last + 1])
        name = text[tokens[first].start : tokens[last].end]
        return replace(n, name=name, words=words, all_words=words)

    def meet(self, n: Named, at: int) -> _Source:
        for s in self.sources:
            if s.named.kind is n.kind and s.named.words == n.words and s.named.all_words == n.all_words:
                if n.office and not (n.office <= s.named.office):
                    s.named = replace(
                        s.named, office=s.named.office | n.office, office_text=s.named.office_text or n.office_text
                    )
                return s
        source = _Source(n, at)
        self.sources.append(source)
        return source

    def find(self, n: Named, at: int) -> _Source | None:
        """The source that a mention names again: the fullest name with it, else the holder of its office."""
        if n.kind is Kind.PERSON and n.words:
            fits = [
                s
                for s in self.sources
                if s.named.kind is Kind.PERSON and len(s.named.words) > len(n.words) and n.words <= s.named.words
            ]
            near = [s for s in fits if s.at <= at]
            if near or fits:
                best = max(near or fits, key=lambda s: s.at if near else -s.at)
                if n.office:
                    best.named = replace(
                        best.named,
                        office=best.named.office | n.office,
                        office_text=best.named.office_text or n.office_text,
                    )
                return best
            known = next((s for s in self.sources if s.named.words == n.words), None)
            if known is None and len(n.words) == 1 and (full := self.expand(n)):
                return self.meet(full, at)
            return known
        if n.kind in (Kind.PERSON, Kind.UNNAMED):
            return self._holder(n, at)
        head = bare(fold(n.name.split()[0]))
        fits = [
            s
            for s in self.sources
            if s.named.kind is n.kind
            and n.all_words <= s.named.all_words
            and bare(fold(s.named.name.split()[0])) == head
        ]
        near = [s for s in fits if s.at <= at]
        if len(n.all_words) == 1 and near:
            return max(near, key=lambda s: s.at)
        return max(near or fits, key=lambda s: len(s.named.all_words), default=None)

    def _holds(self, heads: frozenset[str], n: Named, s: _Source) -> bool:
        """Whether a role with a nationality («السفير الأميركي») is the role that a source was given without it."""
        plain = heads - self.t.lists["adjectives"]
        if plain == heads or not plain or not plain <= s.named.office or s.named.kind is not Kind.PERSON:
            return False
        told = s.named.office & self.t.lists["adjectives"]
        return not told and any(
            w.startswith("ال") and bare(fold(w)) in plain for w in (s.named.office_text or "").split()
        )

    def _holder(self, n: Named, at: int) -> _Source | None:
        heads = n.all_words
        if n.kind is Kind.UNNAMED and not n.definite:
            return next((s for s in self.sources if s.named.all_words == heads), None)
        before = [s for s in self.sources if s.at <= at]
        if n.kind is Kind.UNNAMED:
            head = fold(n.name.split()[0]).removeprefix("ال")
            same = [
                s
                for s in before
                if s.named.kind is Kind.UNNAMED and fold(s.named.name.split()[0]).removeprefix("ال") == head
            ]
            if same:
                return max(same, key=lambda s: s.at)
        for s in reversed(sorted(before, key=lambda s: s.at)):
            if self._holds(heads, n, s) or heads <= (
                s.named.office | s.named.all_words if s.named.kind is Kind.UNNAMED else s.named.office
            ):
                return s
        if n.kind is Kind.PERSON and len(n.name.split()) == 2 and self.t.heads_person(fold(n.name.split()[0])):
            surname = n.name.split()[1]
            full = self.expand(replace(n, name=surname, words=frozenset([bare(fold(surname))])))
            if full and len(full.words) > 1 and not self.t.has("adjectives", fold(surname)):
                return self.meet(full, at)
        if n.definite and len(heads) == 1:
            head = next(iter(heads))
            for s in reversed(sorted(before, key=lambda s: s.at)):
                if any(
                    w == head
                    for w in s.named.office | (s.named.all_words if s.named.kind is Kind.UNNAMED else frozenset())
                ):
                    return s
        return None


def resolve(passage: Passage, drafts: tuple[Draft, ...], lexicon: Lexicon) -> tuple[tuple[Draft, Speaker], ...]:
    """Each draft with its speaker; a name is None where nobody can be told."""
    t = titles(lexicon)
    cast = _Cast(passage, t)
    spoke: list[_Source | None] = []
    found: list[tuple[Draft, _Source | None, str]] = []
    for draft in drafts:
        source, rule = _who(draft, t, cast, spoke)
        spoke.append(source)
        if source is not None:
            source.at = draft.content.start
        found.append((draft, source, rule))
    return tuple((d, _speaker(d, s, rule)) for d, s, rule in found)


def _speaker(draft: Draft, source: _Source | None, rule: str) -> Speaker:
    if source is None:
        return Speaker(draft.mention, None, Kind.UNNAMED, None, rule)
    n = source.named
    return Speaker(draft.mention, n.name, n.kind, n.office_text, rule)


def _follows(draft: Draft) -> bool:
    """Whether the mention stands right after its verb."""
    return bool(draft.sort == "verb" and draft.cue and draft.mention and 0 < draft.mention.start - draft.cue.end <= 2)


_AGAIN = frozenset(fold(w) for w in ["ذاته", "ذاتها", "نفسه", "نفسها", "عينه", "المذكور", "الأخير", "الأخيرة"])


def _same_again(n: Named, t: Titles, spoke: list[_Source | None]) -> _Source | None:
    """«المسؤول ذاته»، «القيادي السياسي»: a definite role that no source holds by name is who spoke last."""
    forms = [fold(w) for w in (n.office_text or n.name).split()] + [fold(n.name)]
    again = any(f in _AGAIN for f in forms)
    lone = (
        len(n.words) == 1
        and n.name.startswith("ال")
        and bool(n.office)
        and all(t.has("honorifics", f) for f in forms[:-1])
    )
    if n.kind is not Kind.PERSON or not n.definite or (not lone and n.office_text not in (None, n.name) and not again):
        return None
    generic = bare(forms[0]) in ("مسوول", "مسءول", "مسيول", "متحدث", "متحدثه", "قيادي")
    if not again and (
        any((t.has("adjectives", f) and not generic) or f[:2] == "لل" for f in forms)
        or "باسم" in forms
        or not t.heads_person(forms[0])
    ):
        return None
    return next((s for s in reversed(spoke) if s and s.named.kind in (Kind.PERSON, Kind.UNNAMED)), None)


def plausible(n: Named, t: Titles) -> bool:
    """Whether a mention with no title, met for the first time, can be a name at all."""
    if n.kind is not Kind.PERSON or (n.office and n.office_text != n.name):
        return True
    if n.office:
        return t.heads_person(fold(n.name.split()[0]))
    forms = [fold(w) for w in n.name.split()]
    if len(forms) < 2 or n.name.split()[0].endswith(("ً", "اً")):
        return False
    if forms[0].startswith("ال") and (forms[1].startswith("ال") or t.has("adjectives", forms[1])):
        return False
    if any(t.has("adjectives", f) for f in forms[1:]):
        return False
    return not forms[0].startswith(("لل", "بال", "و")) and not any(f.endswith(("هم", "وا")) for f in forms[:1])


def _who(draft: Draft, t: Titles, cast: _Cast, spoke: list[_Source | None]) -> tuple[_Source | None, str]:
    if draft.mention is not None:
        n = named(draft.mention.text, t)
        if n is not None:
            known = cast.find(n, draft.content.end) or _same_again(n, t, spoke)
            if known is None and plausible(n, t):
                known, rule = cast.meet(n, draft.mention.start), "mention"
            elif known is None and n.definite and n.kind is Kind.PERSON and not n.office and _follows(draft):
                body = replace(n, kind=Kind.ORGANIZATION, words=frozenset(), feminine=draft.feminine)
                known, rule = cast.meet(body, draft.mention.start), "subject-of-the-cue"
            else:
                rule = "named-again"
            if known is not None:
                if draft.feminine is not None and not draft.plural:
                    known.named = replace(known.named, feminine=draft.feminine)
                return known, rule
    if draft.host is not None and spoke[draft.host] is not None:
        return spoke[draft.host], "same-subject"
    for source in reversed(spoke[-4:]):
        if source is not None and (
            draft.feminine is None or source.named.feminine in (None, draft.feminine) or draft.plural
        ):
            return source, "last-speaker"
    return None, "nobody-agrees"
