"""Which stretches of a report are on an issue: its wordings together, or what points back to them.

One of `about` is on the issue where one of `with` stands in its clause or is what it points back to; a definite one
(«الاتفاق», «هذه الهدنة») also where the report has spoken of the whole before. A wording with another object of its
own («التطبيع مع …» somebody else) is on another issue.
"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from mawqif.arabic import bare, fold
from mawqif.model import Issue, Passage
from mawqif.positions.stances.predicates import PREPOSITIONS
from mawqif.positions.stances.wordings import ABOUT, AGAINST, WITH, Hit, Wordings

_NEAR = 10  # words between a wording and what it is about, in one clause
_BACK = 2  # sentences back to which a pronoun points
_NEXT = 2  # sentences back to which the first word of a wording alone points
_RECENT = 5  # sentences back to which a definite wording points
_LEADING = ("ال", "بال", "لل")
_ARTICLES = ("ال", "بال", "وال", "لل", "فال", "كال")
THIS = frozenset(p + w for p in ("", "ب", "ل", "و", "ف") for w in ("هذا", "هذه", "ذلك", "تلك", "هذين", "هاتين"))
_WITH_THEM = frozenset(fold(w) for w in "معه معها معهم بينهم بينهما له لها لهم به بها فيه فيها".split())
_OBJECTS = frozenset(("مع", "بين"))
_PLACED = frozenset(("في", "مع", "بين", "الي", "ضد", "علي"))
_DENIALS = frozenset(("لا", "الا", "ليس", "لن"))


class Mention(NamedTuple):
    """A stretch on an issue: its tokens (inclusive), whether it means the opposite, how it was found.

    `preposition` is written together with its first word. `feminine`: as its head is, to which pronouns point back.
    """

    issue: int
    first: int
    last: int
    opposite: bool
    how: str
    preposition: str
    feminine: bool
    verb: bool = False
    own: bool = False  # a verb of the first person
    future: bool = False
    past: bool = False
    denies: bool = False  # the wording itself begins with «لا», and stands for a whole clause


@dataclass
class _Report:
    """The wordings of one issue in one report."""

    about: list[Hit] = field(default_factory=list)
    with_: list[Hit] = field(default_factory=list)
    against: list[Hit] = field(default_factory=list)


class Aboutness:
    """Finds what is on some issues, report by report."""

    def __init__(self, issues: Sequence[Issue], wordings: Wordings) -> None:
        self._issues = issues
        self._wordings = wordings
        self._strange = [wordings.strange(issue) for issue in issues]

    def mentions(self, passage: Passage) -> list[Mention]:
        """Everything on one of the issues, in the order of the text."""
        if not passage.sentences:  # nothing but furniture
            return []
        by: dict[int, _Report] = {}
        for hit in self._wordings.hits(passage):
            report = by.setdefault(hit.issue, _Report())
            {ABOUT: report.about, WITH: report.with_, AGAINST: report.against}[hit.kind].append(hit)
        out = [m for n, r in by.items() if r.about or r.against for m in self._on(n, r, passage)]
        return sorted(out, key=lambda m: (m.first, m.issue))

    def _on(self, n: int, found: _Report, passage: Passage) -> Iterator[Mention]:
        needs = bool(self._issues[n].with_)
        starts = [w.first for w in found.with_]
        taken = [(h.first, h.last) for h in found.against]
        hits = [(h, True) for h in found.against]
        hits += [(h, False) for h in _longest(found.about) if not any(a <= h.first <= b for a, b in taken)]
        known = -99
        heads: dict[int, int] = {}
        for hit, opposite in sorted(hits, key=lambda h: h[0].first):
            lately = sentence_of(passage, hit.first) - known <= _RECENT
            how = _how(hit, found.with_, starts, lately, passage, self._strange[n]) if needs or hit.bare else "wording"
            if hit.bare:  # «هذا الاتفاق», where the whole wording came before
                seen = heads.get(hit.word.key, -99)
                since = sentence_of(passage, hit.first) - seen
                how = (
                    "head" if since <= (_NEXT if hit.loose else _RECENT) or (how == "clause" and not hit.loose) else ""
                )
            elif how:
                for key in self._wordings.keys(passage, hit):
                    heads[key] = sentence_of(passage, hit.first)
            if how:
                known = sentence_of(passage, hit.first)
                yield _mention(hit, found.with_ if how == "clause" else [], opposite, how, passage)


def _mention(hit: Hit, around: list[Hit], opposite: bool, how: str, passage: Passage) -> Mention:
    last = hit.last
    k = bisect.bisect_left(around, hit.first, key=lambda w: w.first)
    for w in itertools.islice(around, k, None):  # «تطبيع العلاقات مع النظام»: what it is about belongs to it
        if w.first > last + 4:
            break
        if hit.last < w.last and _one_phrase(passage, last + 1, w.first):
            last = max(last, w.last)
    word = hit.word
    feminine = passage.tokens[hit.first].form.endswith(("ه", "ات", "اء"))
    verb = word.sort in ("past", "present")
    tense = (word.first, word.future, word.sort == "past")
    denies = passage.tokens[hit.first].form in _DENIALS
    return Mention(hit.issue, hit.first, last, opposite, how, word.preposition, feminine, verb, *tense, denies)


def _one_phrase(passage: Passage, start: int, end: int) -> bool:
    """Whether nothing stands between that may begin a clause: prepositions, definite words and demonstratives alone."""
    forms = (t.form for t in passage.tokens[start:end])
    return all(f in PREPOSITIONS or f in THIS or f.startswith(_LEADING) for f in forms)


def _longest(hits: list[Hit]) -> list[Hit]:
    """Without those that stand inside another."""
    out: list[Hit] = []
    for hit in hits:
        if out and hit.first <= out[-1].last:
            if out[-1].bare and not hit.bare and hit.first == out[-1].first:
                out[-1] = hit
            continue
        out.append(hit)
    return out


def sentence_of(passage: Passage, token: int) -> int:
    """The sentence in which a token stands, or the one before it."""
    return max(0, bisect.bisect_right(passage.sentences, token, key=lambda s: s.first) - 1)


def _how(hit: Hit, around: list[Hit], starts: list[int], known: bool, passage: Passage, strange: frozenset[str]) -> str:
    """How a wording is on its issue: in its clause, by a pronoun, as the topic; empty where it is not."""
    at = sentence_of(passage, hit.first)
    sentence = passage.sentences[at]
    k = bisect.bisect_left(starts, hit.first - _NEAR)
    stop = bisect.bisect_right(starts, hit.last + _NEAR)
    near = [w for w in around[k:stop] if sentence.first <= w.first < sentence.last]
    near = [w for w in near if not _parted(hit, w, passage)]
    foreign = _other_object(hit, near, passage, sentence.last, strange)
    if near and not foreign:
        return "clause"
    if foreign:
        return ""
    back = passage.sentences[max(0, at - _BACK)].first
    lately = bisect.bisect_left(starts, back) < bisect.bisect_left(starts, hit.first)
    if lately and (hit.word.pronoun or _with_them(passage, hit.last, sentence.last)):
        return "pronoun"
    if hit.last > hit.first and starts:
        return "topic"  # a wording of several words, in a report that has named what it is about
    return "topic" if ((known or lately) and _definite(hit, passage)) or (known and lately) else ""


def _parted(hit: Hit, w: Hit, passage: Passage) -> bool:
    """Whether a mark or a relative clause stands between a wording and what would be its object behind it."""
    between = range(hit.last + 1, w.first + 1)
    return any(set(passage.gaps[j]) & set("،؛:") for j in between)


def _with_them(passage: Passage, last: int, end: int) -> bool:
    return any(t.form in _WITH_THEM for t in passage.tokens[last + 1 : min(end, last + 4)])


def _other_object(hit: Hit, near: list[Hit], passage: Passage, end: int, strange: frozenset[str]) -> bool:
    """Whether it has another object: «مع» or «بين» somebody whom the issue is not about, another state's adjective."""
    for j in range(hit.last + 1, min(end, hit.last + 4)):
        if any(w.first == j for w in near):
            return False
        if hit.first == hit.last and bare(passage.tokens[j].form) in strange:
            return True
        if passage.tokens[j].form in _OBJECTS:
            return not any(j < w.first <= j + 6 for w in near)
        if set(passage.gaps[j]) & set("،.؛:"):
            return False
    return False


def _definite(hit: Hit, passage: Passage) -> bool:
    if hit.word.article or hit.word.pronoun:
        return True
    if hit.first and passage.tokens[hit.first - 1].form in THIS:
        return True
    after = passage.tokens[hit.first + 1 : hit.last + 2]
    return any(t.form.startswith(_ARTICLES) for t in after)
