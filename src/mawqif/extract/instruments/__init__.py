"""What a statement refers to: resolutions, agreements, treaties, laws, declarations, initiatives, plans, procedures.

One walk over the words of a report looks each up among the first words of the known names (`names`) and among the
head nouns (`heads`), whose phrases `phrases` reads. Every statement then gets what stands in its words. The id is that
of the data, else it comes from the folded words. What points back («الاتفاق») has the id of the only one of its kind
that the report has named before, and where there is no such one, an id of the report alone.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from mawqif.arabic import bare
from mawqif.extract.instruments.heads import DOING, HEADS, NUMBERED, RESOLUTIONS, SAME, VAGUE, WITH, Head
from mawqif.extract.instruments.names import SKIPPED, Names, meant, names
from mawqif.extract.instruments.phrases import Phrase, Reader
from mawqif.extract.view import View
from mawqif.extract.words import THAT
from mawqif.lexicon import Lexicon, titles
from mawqif.model import Draft, Instrument, Sentence, Span
from mawqif.model.identity import digest

_COUNCIL_NUMBERS = range(1, 4000)
_BACK = frozenset(("agreement", "initiative", "truce", "resolution", "plan", "law"))
_ALONE = frozenset(("اتفاق", "اتفاقيه", "معاهده"))  # these name a topic also where none was named before
_NO_TOPIC = frozenset(("على", "مع", "بين"))  # «الاتفاق على», the deed
_OF = frozenset(("حول", "بشان", "عن", "علي", "على", "بخصوص", "تجاه", "حيال"))
_OPEN = frozenset(("relative", "vague", "generic"))  # these words alone do not tell which one it is
_SURE = frozenset(("generic", "name", "number", "chain", "described", "complement", "quotation"))


@dataclass(frozen=True, slots=True)
class _Found:
    """An instrument in the report: tokens first to end, its id, its lemma, and how it was found.

    `joined`: letters before it that are other words; `deed`: a verbal noun stands before it («تنفيذ الاتفاق»).
    """

    first: int
    end: int
    id: str
    lemma: str
    sort: str
    joined: int = 0
    deed: bool = False


def invoked(v: View, lexicon: Lexicon, drafts: Sequence[Draft], year: int | None = None) -> list[Draft]:
    """The drafts with the instruments that their words refer to; `year` is the report's (None: unknown)."""
    if not drafts:
        return []
    found = _Finder(v, lexicon, year).all()
    if not found:
        return list(drafts)
    return [_with(v, drafts, n, found) for n in range(len(drafts))]


class _Finder:
    """The walk over one report."""

    def __init__(self, v: View, lexicon: Lexicon, year: int | None) -> None:
        self.v = v
        self.names: Names = names(lexicon)
        self.reader = Reader(v, titles(lexicon))
        self.year = year
        self.found: list[_Found] = []
        self.ids: dict[str, set[str]] = {}  # by lemma, those that were named so far

    def all(self) -> list[_Found]:
        """Everything that the sentences of the report name, in order."""
        first = self.names.openers
        openers = [i for i, form in enumerate(self.v.forms) if form in first]
        if not openers:
            return []
        sentences = iter(self.v.sentences)
        s = next(sentences, None)
        free = 0
        for i in openers:
            while s is not None and s.last <= i:
                s = next(sentences, None)
            if s is None:
                break
            if i >= max(free, s.first) and (one := self._at(i, s)):
                self.found.append(replace(one, joined=self._joined(i)))
                self._note(one)
                free = one.end
                if one.sort == "number" and self._plural(i):
                    self.found.extend(self._more(one, s.last))
        return self.found

    def _at(self, i: int, s: Sentence) -> _Found | None:
        form = self.v.forms[i]
        head = HEADS.get(form)
        if form in RESOLUTIONS:
            return self._english(i, s.last)
        named = self._named(i, s.last) if form in self.names.rest else None
        if head and head.family == "article":
            return named or self._article(i, s)
        if head is None:
            return named
        phrase = self.reader.phrase(i, head, s.last)
        if named and (phrase is None or not self._another(named, phrase)):
            return named
        if phrase is None:
            return self._bare(i, head)
        return self._of_phrase(phrase, head)

    def _note(self, one: _Found) -> None:
        if one.sort not in _OPEN:
            self.ids.setdefault(SAME.get(one.lemma, one.lemma), set()).add(one.id)

    def _more(self, one: _Found, last: int) -> Iterable[_Found]:
        """The further numbers of a list: «القرارات 242 و338 و425»."""
        v, k = self.v, one.end
        while k < last and not v.gap(k).strip(" ،,") and v.forms[k].removeprefix("و").isdecimal():
            number = int(v.forms[k].removeprefix("و"))
            known = self.names.numbered(number, None) or (f"unscr-{number}" if one.id.startswith("unscr-") else None)
            if known:
                yield _Found(k, k + 1, known, one.lemma, "number", joined=v.forms[k].startswith("و"))
            k += 1

    def _plural(self, i: int) -> bool:
        head = HEADS.get(self.v.forms[i])
        return head is not None and head.plural

    def _joined(self, i: int) -> int:
        """How many letters of token i are a conjunction or a preposition before its noun."""
        form = self.v.forms[i]
        return HEADS[form].joined if form in HEADS else self.names.joined.get(form, 0)

    def _named(self, i: int, last: int) -> _Found | None:
        """The longest known name that begins at token i."""
        v = self.v
        second = i + 1 + (i + 1 < last and v.forms[i + 1] in SKIPPED)
        for words, instruments in self.names.beginning(v.forms[i], v.forms[second] if second < last else ""):
            end = self._match(i + 1, last, words)
            if end is None:
                continue
            id = meant(instruments, self.year) if not self._with_another(i, end, last) else None
            lemma = HEADS[v.forms[i]].lemma if v.forms[i] in HEADS else ""
            if id is None:
                id = digest("instrument", " ".join((lemma or bare(v.forms[i]), *words)))
            return _Found(i, end, id, lemma, "name")
        return None

    def _with_another(self, i: int, end: int, last: int) -> bool:
        """Whether an indefinite one is made with a state that its name does not have: «اتفاق نووي مع كوريا»."""
        form = self.v.forms[i]
        definite = form not in HEADS or HEADS[form].definite or self.v.forms[end - 1].startswith("ال")
        return not definite and end + 1 < last and self.v.word(end) == WITH and self.reader.place(end + 1)

    def _another(self, named: _Found, phrase: Phrase) -> bool:
        """Whether a longer phrase tells another one than the name in it: «الاتفاق النووي الأردني»."""
        if phrase.sort in ("number", "complement") and phrase.end > named.end:
            return phrase.sort == "number"
        return any(self.reader.telling(k) for k in range(named.end, phrase.end))

    def _match(self, j: int, last: int, words: tuple[str, ...]) -> int | None:
        """The token behind these words where they begin at token j, over what may stand between them."""
        v = self.v
        for word in words:
            if j < last and bare(v.forms[j]) != word and v.forms[j] in SKIPPED:
                j += 1
            if j >= last or v.gap(j).strip(" «»()-‑–") or not _is(bare(v.forms[j]), word):
                return None
            j += 1
        return j

    def _of_phrase(self, p: Phrase, head: Head) -> _Found | None:
        if p.sort == "number":
            return _Found(p.first, p.end, self._number_id(p, head), head.lemma, "number")
        if p.sort in _OPEN:
            back = self._back(head) if p.sort != "generic" else None
            own = digest("instrument", self._normal(p, head), self.v.text)
            return _Found(p.first, p.end, back or own, head.lemma, p.sort)
        return _Found(p.first, p.end, digest("instrument", self._normal(p, head)), head.lemma, p.sort)

    def _number_id(self, p: Phrase, head: Head) -> str:
        number = p.number or 0
        if head.family == "resolution" and p.issuer != "other":
            if known := self.names.numbered(number, p.issuer):
                return known
            if p.issuer == "assembly":
                return f"unga-{number}"
            if p.issuer in ("council", "nations") and number in _COUNCIL_NUMBERS:
                return f"unscr-{number}"
        return digest("instrument", self._normal(p, head))

    def _normal(self, p: Phrase, head: Head) -> str:
        """The words of a phrase as they are compared: without articles, with one word for each sort of head."""
        rest = (bare(f) for f in self.v.forms[p.first + 1 : p.end] if f not in NUMBERED and f not in VAGUE)
        return " ".join((SAME.get(head.lemma, head.lemma), *rest))

    def _back(self, head: Head) -> str | None:
        """The only one of that lemma that was named before; None where there is none, or more than one."""
        before = self.ids.get(SAME.get(head.lemma, head.lemma), ())
        return next(iter(before)) if len(before) == 1 else None

    def _bare(self, i: int, head: Head) -> _Found | None:
        """«الاتفاق», which `_with` keeps where it is the topic."""
        if not head.definite or head.plural or head.owned or head.family not in _BACK:
            return None
        if i + 1 < len(self.v.forms) and self.v.word(i + 1) in _NO_TOPIC:
            return None
        if i and self.v.forms[i - 1] in DOING:
            return None  # «تم الاتفاق أخيرا على …»
        back = self._back(head)
        if back is None and head.lemma not in _ALONE:
            return None
        id = back or digest("instrument", head.lemma, self.v.text)
        deed = i > 0 and self.reader.sorts[self.v.forms[i - 1]] in ("deeds", "acts")
        return _Found(i, i + 1, id, head.lemma, "bare", deed=deed)

    def _english(self, i: int, last: int) -> _Found | None:
        """ "UNSCR 2254", "Security Council resolution 2254", "resolution 2254" where that is a known one."""
        v = self.v
        if not (i + 1 < last and v.forms[i + 1].isdecimal() and len(v.forms[i + 1]) < 5):
            return None
        number, of_council = int(v.forms[i + 1]), v.forms[i] != "resolution"
        first = i
        if v.forms[max(0, i - 2) : i] == ["security", "council"]:
            first, of_council = i - 2, True
        known = self.names.numbered(number, "council" if of_council else None)
        if known is None and not of_council:
            return None
        return _Found(first, i + 2, known or f"unscr-{number}", HEADS["قرار"].lemma, "number")

    def _article(self, i: int, s: Sentence) -> _Found | None:
        """«المادة 7 من ميثاق الواحة»: with the instrument of which it is an article."""
        v, j = self.v, i + 1
        if not (j + 2 < s.last and v.forms[j].isdecimal() and v.forms[j + 1] == "من"):
            return None
        head = HEADS.get(v.forms[j + 2])
        inner = self._at(j + 2, s) if head and head.family != "article" else None
        if inner:
            return replace(inner, first=i, sort="chain")
        if head and head.family == "law" and head.definite:
            return _Found(i, j + 3, self._back(head) or digest("instrument", head.lemma, v.text), head.lemma, "chain")
        return None


def _is(form: str, word: str) -> bool:
    """Whether a word is the one of a name, as it stands or in the accusative."""
    return form == word or form == word + "ا"


def _with(v: View, drafts: Sequence[Draft], n: int, found: Sequence[_Found]) -> Draft:
    """The draft with what its content and the words of its own clause refer to, each once."""
    d = drafts[n]
    begin, end = v.at(d.content.start), v.at(d.content.end)
    out: dict[str, Instrument] = {}
    for f in _within(found, begin, end):
        if f.sort != "bare" or _topic(v, f, begin):
            out.setdefault(f.id, Instrument(_span(v, f), f.id))
    for a, b in _around(v, drafts, n, begin, end):
        for f in _within(found, a, b):
            if f.sort in _SURE and _told_of(v, f, d):
                out.setdefault(f.id, Instrument(_span(v, f), f.id))
    return replace(d, instruments=tuple(sorted(out.values(), key=lambda i: i.span))) if out else d


def _around(v: View, drafts: Sequence[Draft], n: int, begin: int, end: int) -> tuple[tuple[int, int], ...]:
    """The words of the sentence before and behind a content that belong to no other statement."""
    d = drafts[n]
    if d.cue is None:
        return ()
    s = v.sentences[d.sentence]
    before = drafts[n - 1] if n and drafts[n - 1].sentence == d.sentence else None
    after = drafts[n + 1] if n + 1 < len(drafts) and drafts[n + 1].sentence == d.sentence else None
    first = max(s.first, v.at(before.content.end)) if before else s.first
    last = min(s.last, v.at((after.cue or after.content).start)) if after else s.last
    return (first, begin), (end, last)


def _told_of(v: View, f: _Found, d: Draft) -> bool:
    """Whether an instrument outside the content is what is spoken of, not who speaks or a part of a title."""
    start, end = v.starts[f.first], v.tokens[f.end - 1].end
    if any(m is not None and start < m.end and m.start < end for m in (d.mention, *d.via)):
        return False  # «ينص الاتفاق النووي على أن …»
    if d.cue is not None and d.cue.start < start < d.content.start:
        return v.word(f.first - 1) in _OF  # not «قال فلان رئيس لجنة اتفاق الواحة إن …»
    return True


def _within(found: Sequence[_Found], first: int, last: int) -> Iterator[_Found]:
    """The instruments that stand from token first to last (exclusive)."""
    for k in range(bisect.bisect_left(found, first, key=lambda f: f.first), len(found)):
        if found[k].first >= last:
            return
        if found[k].end <= last:
            yield found[k]


def _topic(v: View, f: _Found, begin: int) -> bool:
    """Whether a bare noun is what the content is about: it begins it, or the clause of it."""
    if f.first > begin and v.forms[f.first - 1] in THAT:
        return True
    if f.first - begin >= 2 and v.forms[f.first - 2] in THAT and f.deed:
        return True  # «أن تنفيذ الاتفاق …»
    return f.first - begin <= 2 and all(v.forms[k] in THAT or len(v.forms[k]) < 3 for k in range(begin, f.first))


def _span(v: View, f: _Found) -> Span:
    """The words of an instrument, with the mark or bracket that closes what was opened within them."""
    a, b = v.starts[f.first] + f.joined, v.tokens[f.end - 1].end
    for opening, closing in ("«»", "()"):
        if v.text.count(opening, a, b) > v.text.count(closing, a, b) and v.text[b : b + 1] == closing:
            b += 1
    return Span.of(v.text, a, b)
