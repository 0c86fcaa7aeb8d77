"""Find cues with their contents in the sentences of a report.

A cue reports only in a frame: a complementiser, a quotation, a colon, the preposition or the noun
phrase that it governs. Every draft names the frame that made it in `rule`.
"""

from __future__ import annotations

import bisect
import functools
import re
from dataclasses import dataclass

from mawqif.arabic import fold
from mawqif.lexicon import Cue, CueForm, Lexicon
from mawqif.model import Act, Draft, Mode, Passage, Sentence, Span

_SPEECH = frozenset({"that", "quote", "document"})
_THAT = frozenset(
    p + w
    for p in ("", "ب", "ف", "و", "ل")
    for w in ("ان", "انه", "انها", "انهم", "انهما", "انهن", "انا", "اننا", "اني", "انني", "انك", "انكم")
)
_LONE = {"إلى": "الي", "على": "على", "من": "من", "عن": "عن", "في": "في"}
_NOT_BY = frozenset("بن بنت بعد بين بعض باسم بلاده بلادها بدوره بدورها بل به بها بهم بيان بشان بحسب بسبب بل بحق برئاسه بحضور".split())
_NEGATORS = frozenset("لم لن لا ما ولم ولا ولن فلم".split())
_AUXILIARIES = frozenset("كان وكان كانت وكانت قد وقد كانوا وكانوا كما اذ حيث حين فيما بينما وفيما و".split())
_SUBJECT_LIMIT = 34
_TRAIL = " \t\r\n،,؛;:.-–—ـ…\u200f\u200e\u00a0"


@dataclass(frozen=True)
class _Index:
    """The lexicon as the scanner asks for it."""

    cues: dict[str, tuple[Cue, CueForm]]
    objects: frozenset[str]
    heads: frozenset[str]
    roles: frozenset[str]
    media: frozenset[str]
    lookalikes: frozenset[str]
    sayings: frozenset[str]
    documents: frozenset[str]
    outlets: frozenset[str]


@functools.lru_cache(maxsize=8)
def _index(lexicon: Lexicon) -> _Index:
    cues: dict[str, tuple[Cue, CueForm]] = {}
    for cue in lexicon.cues:
        for form in cue.forms:
            cues.setdefault(form.form, (cue, form))
    heads = {
        fold(w)
        for key in ("roles", "honorifics", "organizations", "states", "unnamed", "media", "documents")
        for w in lexicon.list(f"titles.{key}")
    }
    for state in lexicon.states:
        heads.update(bare(fold(w.split()[0])) for w in (state.name, *state.aliases, *state.metonyms))
    return _Index(cues, frozenset(fold(w) for w in lexicon.list("titles.objects")), frozenset(heads), frozenset(fold(w) for k in ("roles", "honorifics") for w in lexicon.list(f"titles.{k}")), frozenset(fold(w) for w in lexicon.list("titles.media")), frozenset(" ".join(fold(w).split()[:2]) for w in lexicon.list("titles.lookalikes")), frozenset(fold(w) for w in lexicon.list("titles.sayings")), frozenset(fold(w) for w in lexicon.list("titles.documents")), frozenset(bare(fold(w)) for o in lexicon.outlets for w in (o.name, *o.aliases)))


def bare(form: str) -> str:
    """A folded word without article."""
    for p in ("وال", "فال", "بال", "لل", "ال"):
        if form.startswith(p) and len(form) - len(p) >= 3:
            return form[len(p) :]
    return form


def _saying(form: str, sayings: frozenset[str]) -> bool:
    """Whether a word is one of the sayings, with or without article and pronoun."""
    word = bare(form)
    return any(word == s or (word[: len(s) - 1] == s[:-1] and word[len(s) - 1 :] in (s[-1], s[-1] + "ه", s[-1] + "ها", s[-1] + "هم", "ته", "تها", "تهم")) for s in sayings)


def _in(form: str, words: frozenset[str]) -> bool:
    """Whether a folded word is in a list, as it stands or without article and conjunction."""
    return form in words or bare(form) in words or (form[:1] in "وف" and (form[1:] in words or bare(form[1:]) in words))


@dataclass(frozen=True)
class _Frame:
    """Where a content begins (token index or quotation) and how it is reported."""

    rule: str
    start: int
    end: int | None
    subject_end: int
    direct: bool = False


class _Scanner:
    """One pass over one report's sentences."""

    def __init__(self, passage: Passage, lexicon: Lexicon) -> None:
        self.p = passage
        self.index = _index(lexicon)
        self.starts = [t.start for t in passage.tokens]
        self.quote_at = {bisect.bisect_left(self.starts, q.inner_start): q for q in passage.quotations}

    def gap(self, i: int) -> str:
        """The characters between token i-1 and token i."""
        left = self.p.tokens[i - 1].end if i else 0
        return self.p.text[left : self.p.tokens[i].start]

    def word(self, i: int) -> str:
        """The folded token; «على» is kept apart from the name «علي»."""
        form = self.p.tokens[i].form
        return "على" if form == "علي" and self.p.text[self.p.tokens[i].end - 1] == "ى" else form

    def cue(self, i: int) -> tuple[Cue, CueForm] | None:
        form = self.p.tokens[i].form
        found = self.index.cues.get(form)
        if found is None and form[:1] in "وفبل" and len(form) > 3:
            found = self.index.cues.get(form[1:])
            if found and form[0] in "بل" and found[0].sort != "noun":
                return None
        return found

    def frame(self, i: int, cue: Cue, sentence: Sentence) -> _Frame | None:
        """The nearest frame after the cue at token i that the cue governs."""
        s_end = sentence.end
        limit = min(sentence.last, i + (20 if cue.weak else _SUBJECT_LIMIT))
        for j in range(i + 1, limit):
            form, gap = self.p.tokens[j].form, self.gap(j)
            quote = self.quote_at.get(j)
            if quote and (":" in gap or self._long(quote.inner_start, quote.inner_end, 3 if j == i + 1 else 5)):
                if cue.governs & _SPEECH:
                    return _Frame("quote", quote.inner_start, quote.inner_end, j, True)
            if ":" in gap and cue.governs & _SPEECH and not quote:
                return _Frame("colon", self.p.tokens[j].start, None, j, form not in _THAT)
            if form in _THAT and not self._name_word(j) and not (form.startswith("و") and len(form) < 4):
                before = self.word(j - 1)
                k = j - 1 if before in _LONE.values() and j - 1 > i else j
                told = self.quote_at.get(j + 1)
                if told and self._long(told.inner_start, told.inner_end) and self._closes(told.end, s_end):
                    return _Frame("that-quote", told.inner_start, told.inner_end, k, True)
                return _Frame("that", self.p.tokens[k].start, None, k)
            if "document" in cue.governs and not (j > i + 2 or form == "في" or bare(form) in self.index.documents):
                return None
            if cue.weak:
                continue
            found = self._governed(i, j, cue)
            if found:
                return found
            other = self.cue(j)
            if other and other[0].sort in ("verb", "participle") and j > i + 1 and not other[0].weak:
                return None
        return None

    def _name_word(self, j: int) -> bool:
        """Whether a word that looks like a particle belongs to a known name."""
        pair = f"{self.p.tokens[j].form} {self.p.tokens[j + 1].form}" if j + 1 < len(self.p.tokens) else ""
        return pair in self.index.lookalikes

    def _deed(self, i: int, j: int) -> bool:
        """Whether a verbal noun stands here after a definite subject: «أعلنت الوزارة إحباط …»."""
        form, before = self.p.tokens[j].form, self.p.tokens[j - 1].form
        if not _MASDAR.match(form) or _in(form, self.index.heads) or form.startswith(("و", "ل")):
            return False
        return before.startswith("ال") and not form.startswith("ال") and _in(self.p.tokens[i + 1].form, self.index.heads)

    def _closes(self, end: int, sentence_end: int) -> bool:
        """Whether nothing of the reported words goes on after a quotation that ends here."""
        rest = self.p.text[end:sentence_end].lstrip()
        return len(rest.split()) < 3 or rest[:1] in "،,؛.:"

    def _long(self, start: int, end: int, least: int = 5) -> bool:
        return bisect.bisect_left(self.starts, end) - bisect.bisect_left(self.starts, start) >= least

    def _governed(self, i: int, j: int, cue: Cue) -> _Frame | None:
        form = self.word(j)
        at = self.p.tokens[j].start
        for preposition in cue.governs & _LONE.keys():
            if form == _LONE[preposition] or (form[:-2] == "علي" and preposition == "على" and form[-2:] in ("ها", "هم")):
                return _Frame("to", at, None, j)
        if "person" in cue.governs and j == i + 1 and form[:3] != "بال" and form not in ("بان", "بانه", "بانها"):
            return None
        if "ب" in cue.governs and form.startswith("ب") and form not in _NOT_BY and len(form) > 3:
            return _Frame("by", at, None, j)
        if "saying" in cue.governs and j - i <= 12 and _saying(form, self.index.sayings):
            return _Frame("object", at, None, j)
        if "ل" in cue.governs and form.startswith("لل"):
            return _Frame("by", at, None, j)
        if "object" in cue.governs and cue.sort != "participle" and j > i + 1 and self._deed(i, j):
            return _Frame("object", at, None, j)
        if "object" in cue.governs and (bare(form) in self.index.objects or form in self.index.objects):
            return _Frame("object", at, None, j)
        if "object" in cue.governs and cue.act and j == i + 1 and not _in(form, self.index.heads) and form not in _LONE.values():
            return _Frame("object", at, None, j)
        return None

    def sentence(self, n: int, s: Sentence) -> list[Draft]:
        out: list[Draft] = []
        i = s.first
        while i < s.last:
            found = self.cue(i)
            if found is None or self._quoted(i):
                i += 1
                continue
            draft = self._draft(n, s, i, *found, out)
            if draft:
                out.append(draft)
                i = max(i + 1, bisect.bisect_left(self.starts, draft.content.start))
            else:
                i += 1
        return out

    def _quoted(self, i: int) -> bool:
        at = self.p.tokens[i].start
        return any(q.inner_start <= at < q.inner_end and self._long(q.inner_start, q.inner_end) for q in self.p.quotations)

    def _draft(self, n: int, s: Sentence, i: int, cue: Cue, form: CueForm, done: list[Draft]) -> Draft | None:
        tokens, text = self.p.tokens, self.p.text
        if cue.sort == "adverbial":
            return self._adverbial(n, s, i, cue, done)
        before = tokens[i - 1].form if i > s.first else ""
        if tokens[i].form in _IMPERSONAL and not form.plural and i - s.first < 2:
            return None
        frame = self.frame(i, cue, s)
        if done and cue.sort == "noun" and tokens[i].start - done[-1].content.start <= 8 and done[-1].content.end > tokens[i].start:
            return None
        nested = bool(done) and done[-1].content.start < tokens[i].start < done[-1].content.end
        if frame and nested and cue.sort == "verb" and tokens[i].form[0] in "يت" and frame.rule in ("to", "by", "object"):
            return None
        if frame and before in _RELATIVES and frame.rule in ("to", "by", "object"):
            return None
        if frame and cue.sort == "participle" and cue.weak and frame.subject_end - i > 2:
            return None
        if frame is None or (cue.sort == "noun" and (frame.rule in ("by", "object") or frame.subject_end - i > 8 or not (cue.act or form.form != fold(cue.lemma)))):
            return None
        if cue.sort == "participle" and done and frame.subject_end - i > 6:
            return None
        end = frame.end if frame.end is not None else self._end(i, frame, s)
        start = frame.start
        while end > start and text[end - 1] in _TRAIL:
            end -= 1
        if end <= start:
            return None
        content = Span.of(text, start, end)
        mode = Mode.DIRECT if frame.direct else self._mode(content)
        if mode is Mode.MIXED and frame.rule == "that" and self._wholly_quoted(content):
            mode = Mode.DIRECT
        mention = self._mention(i, frame, s, cue, done)
        via: tuple[Span, ...] = ()
        if cue.sort == "verb":
            mention, via = self._quoting(i, frame, mention)
        if cue.sort == "noun" and form.form != fold(cue.lemma):
            mention, via = self._relayed(i, s)
        negated = i > s.first and tokens[i - 1].form in _NEGATORS
        host = len(done) - 1 if cue.sort == "participle" and done else None
        cue_span = Span.of(text, tokens[i].start, tokens[i].end)
        return Draft(cue_span, content, mention, mode, act_of(cue, content), n, cue.sort, form.feminine, form.plural, host, via, negated, f"{cue.sort}:{frame.rule}")

    def _quoting(self, i: int, frame: _Frame, mention: Span | None) -> tuple[Span | None, tuple[Span, ...]]:
        """«ذكرت صحيفة … نقلا عن مسؤولين أن»: the source after عن speaks, the subject of the verb relays."""
        tokens = self.p.tokens
        for j in range(i + 1, frame.subject_end - 2):
            if tokens[j].form == "نقلا" and tokens[j + 1].form == "عن":
                source = self._after_plain(j + 2, frame.subject_end)
                if source:
                    return source, (mention,) if mention and mention.end <= tokens[j].start else ()
        return mention, ()

    def _relayed(self, i: int, s: Sentence) -> tuple[Span | None, tuple[Span, ...]]:
        """«نقلت وكالة … عن فلان قوله»: the source between عن and the cue, the relay before it."""
        tokens = self.p.tokens
        at = next((j for j in range(i - 1, max(s.first, i - 16) - 1, -1) if tokens[j].form == "عن"), None)
        if at is None:
            return None, ()
        verb = next((j for j in range(at - 1, max(s.first, at - 14) - 1, -1) if tokens[j].form.lstrip("و")[:3] == "نقل"), None)
        relay = self._after_plain(verb + 1, at) if verb is not None else None
        return self._after_plain(at + 1, i), (relay,) if relay else ()

    def _after_plain(self, first: int, last: int) -> Span | None:
        end = first
        while end < last and not (self.word(end) in _STOPS and not self._in_place(first, end, last)):
            end += 1
        return self._span(first, end)

    def _wholly_quoted(self, content: Span) -> bool:
        return any(q.start - content.start <= 8 and content.end - q.end <= 2 and q.end > content.start and self._long(q.inner_start, q.inner_end) for q in self.p.quotations if content.start <= q.start < content.end)

    def _mode(self, content: Span) -> Mode:
        for q in self.p.quotations:
            if q.start >= content.start - 2 and q.end <= content.end + 2:
                a, b = (bisect.bisect_left(self.starts, x) for x in (q.inner_start, q.inner_end))
                if b - a >= 2:
                    return Mode.MIXED
        return Mode.INDIRECT

    def _end(self, i: int, frame: _Frame, s: Sentence) -> int:
        """Where an indirect content stops: before the next cue that begins a statement, else with the sentence."""
        tokens = self.p.tokens
        begin = bisect.bisect_left(self.starts, frame.start)
        for j in range(begin + 1, s.last):
            if j + 1 < s.last and (tokens[j].form, tokens[j + 1].form) in _TAILS and not self._quoted(j):
                return tokens[j].start
            found = self.cue(j)
            if not found or self._quoted(j):
                continue
            cue, _ = found
            gap = self.gap(j)
            stops = cue.sort == "participle" and ("،" in gap or "," in gap or tokens[j].form.startswith("و"))
            joined = (tokens[j].form.startswith("و") and tokens[j].form not in self.index.cues) or "،" in gap or tokens[j - 1].form in _TURNS
            stops = stops or (cue.sort == "verb" and joined and not cue.weak and j > begin + 1)
            stops = stops or cue.sort == "adverbial" and ("،" in gap or "," in gap)
            if stops and (cue.sort == "adverbial" or self.frame(j, cue, s)):
                return tokens[j - 1].start if tokens[j - 1].form in _TURNS else tokens[j].start
        return s.end

    def _mention(self, i: int, frame: _Frame, s: Sentence, cue: Cue, done: list[Draft]) -> Span | None:
        if cue.sort == "participle":
            return None
        if cue.sort == "noun":
            verb = i > s.first and self.p.tokens[i - 1].form.lstrip("وف") in _RENEWERS
            span = None if verb else self._after(i + 1, frame.subject_end, cue)
            return span if span and _in(fold(span.text.split()[0]), self.index.heads) else None
        before = self._before(i, s)
        last = i - 1
        while last > s.first and self.p.tokens[last].form in (_NEGATORS | _AUXILIARIES):
            last -= 1
        if before and before.end == self.p.tokens[last].end and _in(fold(before.text.split()[0]), self.index.heads):
            return before
        span = self._after(i + 1, frame.subject_end, cue)
        if span or (done and self.p.tokens[i].form.startswith("و")):
            return span
        return before

    def _after(self, first: int, last: int, cue: Cue) -> Span | None:
        """The noun phrase between cue and frame, up to a comma, a preposition of circumstance or a verb."""
        tokens = self.p.tokens
        first = self._skip(first, last)
        if first >= last or tokens[first].form[0].isdigit() or "person" in cue.governs and not _in(tokens[first].form, self.index.heads):
            return None
        end = first
        for j in range(first, last):
            form = self.word(j)
            if j > first and any(c in self.gap(j) for c in "،,؛:-–") and not _in(form, self.index.heads):
                break
            if form == "ل" or (form[0] == "ل" and (bare(form[1:]) in self.index.media or bare(form) in self.index.outlets or form[1:] in self.index.outlets)):
                break
            if (form in _STOPS and not self._in_place(first, j, last)) or (self.cue(j) and j > first and form.startswith("و")):
                break
            end = j + 1
        if not _in(tokens[first].form, self.index.heads):
            end = min(end, first + 5)
        return self._span(first, end)

    def _skip(self, first: int, last: int) -> int:
        """Past what may stand between a cue and its subject: «في هذا الصدد»، «لصحيفة …»، «قائلا», pronouns."""
        tokens = self.p.tokens
        while first < last:
            form = tokens[first].form
            cue = self.index.cues.get(form)
            if form in _ASIDES or (cue and cue[0].sort in ("participle", "noun") and form not in self.index.heads):
                first += 1
            elif form in ("في", "خلال", "لدي", "عبر", "امس", "اليوم", "مساء", "صباح", "يوم", "عقب", "بعد", "حول", "عن", "ل") or (
                form[0] == "ل" and bare(form[1:]) in self.index.heads and len(form) > 3
            ):
                j = first + 1
                while j < last and not any(c in self.gap(j) for c in "،,؛") and not _in(tokens[j].form, self.index.roles):
                    j += 1
                if j < last or form in ("في", "ل", "خلال", "عن", "حول", "بعد", "عقب") or form[0] == "ل":
                    first = j
                else:
                    first += 1
            else:
                return first
        return first

    def _before(self, i: int, s: Sentence) -> Span | None:
        """The noun phrase that leads the clause up to the cue, where the cue stands after its subject."""
        tokens = self.p.tokens
        last = i
        while last > s.first and tokens[last - 1].form in (_NEGATORS | _AUXILIARIES):
            last -= 1
        opens = [s.first, *(j for j in range(s.first + 1, last) if any(c in self.gap(j) for c in "،,؛:"))]
        opens += [j + 1 for j in range(max(s.first, last - 12), last - 1) if tokens[j].form in _THAT]
        for first in opens[:3] + opens[-5:]:
            while first < last and tokens[first].form in (_AUXILIARIES | _LEADS):
                first += 1
            named = first == s.first and self._apposed(first, last)
            if first < last and (_in(tokens[first].form, self.index.heads) or named or (last - first <= 3 and (first == s.first or tokens[first - 1].form in _THAT))):
                return self._subject(first, last)
        return None

    def _apposed(self, first: int, last: int) -> bool:
        """Whether up to four words stand before a comma and a title: «فلان الفلاني، الوزير السابق»."""
        for j in range(first + 1, min(first + 5, last)):
            if any(c in self.gap(j) for c in "،,"):
                return _in(self.p.tokens[j].form, self.index.roles)
        return False

    def _subject(self, first: int, last: int) -> Span | None:
        tokens = self.p.tokens
        end = first
        for j in range(first, last):
            form = self.word(j)
            if (form in _STOPS and not self._in_place(first, j, last)) or form in _NEGATORS:
                break
            cue = self.cue(j)
            if cue and cue[0].sort == "verb" and (j == first or not cue[0].weak) and not _in(form, self.index.heads):
                return None
            end = j + 1
        if end == first or tokens[first].form in _ASIDES:
            return None
        if end < last and tokens[end].form not in _RELATIVES and not any(c in self.gap(end) for c in "،,-–("):
            return None
        return self._span(first, end)

    def _in_place(self, first: int, j: int, last: int) -> bool:
        """Whether the preposition at j goes on with the mention: «المتحدث باسم المجلس في المدينة فلان»."""
        tokens = self.p.tokens
        return (
            self.word(j) in ("في", "من", "عن", "لدي", "الي", "على")
            and j + 1 < last
            and _in(tokens[first].form, self.index.heads)
            and bare(tokens[j + 1].form) not in _OCCASIONS
            and not tokens[j + 1].form.isdigit()
        )

    def _span(self, first: int, end: int) -> Span | None:
        if end <= first:
            return None
        tokens = self.p.tokens
        return Span.of(self.p.text, tokens[first].start, tokens[end - 1].end)

    def _adverbial(self, n: int, s: Sentence, i: int, cue: Cue, done: list[Draft]) -> Draft | None:
        """«بحسب فلان»: the clause before it, or after it where it leads the sentence."""
        tokens, text = self.p.tokens, self.p.text
        end = i + 1
        while end < s.last and not any(c in self.gap(end) for c in "،,؛:") and end - i < 16 and not tokens[end].form.startswith(("فان", "فقد")):
            end += 1
        first = i + 1
        while first < end and tokens[first].form in ("ل", "لما", "ما", "الي", "عن"):
            first += 1
        mention = self._span(first, end)
        if mention is None:
            return None
        if i - s.first <= 1:
            if end >= s.last:
                return None
            a, b = tokens[end].start, s.end
        elif done:
            return None
        else:
            a, b = tokens[s.first].start, tokens[i - 1].end
        content = Span.of(text, a, b)
        return Draft(Span.of(text, tokens[i].start, tokens[i].end), content, mention, self._mode(content), act_of(cue, content), n, "adverbial", None, None, None, (), False, "adverbial")


_STOPS = frozenset(
    fold(w)
    for w in "في خلال أمس اليوم أن إن أنه أنها قد كان كانت لم لن حول بعد قبل عند حيث منذ حتى مساء صباح عقب إثر بشأن الذي التي الذين الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت يوم إلى على عن من ردا تعليقا لدى عبر ضمن"
    .split()
) - {"علي"} | {"على"}

_ASIDES = frozenset(fold(w) for w in "كل قائلا قائلة قائلين بالقول بقوله له لها لهم فيه فيها عليه عليها عليهم به بها بهم معاليه سموه سعادته فضيلته ايضا أيضا كذلك لنا لي أنذاك آنذاك غير جدا رسميا بعدها قبلها مجددا".split())

_TAILS = frozenset([("جاء", "ذلك"), ("وجاء", "ذلك"), ("في", "اشاره"), ("وذلك", "خلال"), ("وذلك", "عقب"), ("وذلك", "بعد"), ("وذلك", "ردا"), ("على", "خلفيه"), ("ياتي", "ذلك"), ("وياتي", "ذلك")])
_RENEWERS = frozenset("جدد جددت كرر كررت وجه وجهت اعاد اعادت واصل واصلت تجديد".split())
_TURNS = frozenset(fold(w) for w in "بينما فيما حين كما وقد إذ حيث وكان وكانت".split())
_RELATIVES = frozenset(fold(w) for w in "التي الذي الذين اللذين اللتين والتي والذي ما مما".split())
_IMPERSONAL = frozenset(fold(w) for w in "يذكر ويذكر يشار ويشار يعتقد يقال".split())
_MASDAR = re.compile(r"(?:ال)?(?:ا..ا.|ت..ي.|ا.ت.ا.|است..ا.|ان..ا.|ت.ا..|ت....?)(?:ه|ها|هم|هما)?$")

_LEADS = frozenset(fold(w) for w in "لكن ولكن أما وأما غير أن إن بل هذا وإن فإن إلا ومن من جانبه جانبها جهته جهتها ناحيته بدوره وبدوره بدورها جانبهم وقد".split())

_OCCASIONS = frozenset(fold(w) for w in "مؤتمر تصريح تصريحات بيان حديث حديثه حديثها كلمة كلمته مقابلة لقاء اتصال تغريدة هذا هذه وقت ختام رد رده جلسة اجتماع برنامج حوار خطاب خطابه رسالة مداخلة سياق إطار شأن حسابه تويتر مقال جانب نهاية بداية جهة ذلك أن ما نفس ذات اعقاب يوليو اغسطس كل اليوم امس الوقت ايضا جانبه جهته خلال تقرير صفحته معرض سؤال لقائه مقر حال افتتاح تعليق تعليقه بيانه بيانها موقعه".split())

_CONTENT_ACTS: tuple[tuple[Act, frozenset[str]], ...] = (
    (Act.REJECT, frozenset(fold(w) for w in "ترفض يرفض نرفض رفض رفضها رفضه لن لا_نقبل".split())),
    (Act.DEMAND, frozenset(fold(w) for w in "ضرورة يجب ينبغي يتعين لابد وجوب بضرورة وجوب نطالب ندعو".split())),
    (Act.COMMIT, frozenset(fold(w) for w in "سنواصل سنعمل سنقوم سنرسل سنقدم ستواصل استعداد استعداده استعدادها نتعهد سنستمر".split())),
    (Act.CONDEMN, frozenset(fold(w) for w in "تدين ندين يدين تستنكر نستنكر".split())),
    (Act.SUPPORT, frozenset(fold(w) for w in "تدعم ندعم يدعم دعم دعمه دعمها نرحب ترحب يؤيد تؤيد".split())),
)


def act_of(cue: Cue, content: Span) -> Act:
    """The act by the cue; where the cue is neutral, by the first words of the content."""
    if cue.act and not cue.soft:
        return cue.act
    head = [w for w in fold(content.text).split()[:6]]
    for act, words in _CONTENT_ACTS:
        if any(w in words for w in head):
            return act
    return cue.act or Act.STATE


def extract(passage: Passage, lexicon: Lexicon) -> tuple[Draft, ...]:
    """All drafts of a report in the order of the text; `host` and `sentence` index into the report."""
    scanner = _Scanner(passage, lexicon)
    out: list[Draft] = []
    for n, sentence in enumerate(passage.sentences):
        base = len(out)
        for d in scanner.sentence(n, sentence):
            host = None if d.host is None else d.host + base
            out.append(Draft(d.cue, d.content, d.mention, d.mode, d.act, d.sentence, d.sort, d.feminine, d.plural, host, d.via, d.negated, d.rule))
    return tuple(out)
