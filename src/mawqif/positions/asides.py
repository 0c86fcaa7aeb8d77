"""What is said about saying, on an issue: that it was never said, that nothing will be said, that it is taken back.

Such words take no stance. What they tell of is no position either: «نفى أن يكون قال إن …» is none of the one who
denies it, though the words would be one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from mawqif.arabic import bare, fold
from mawqif.lexicon import Lexicon
from mawqif.model import Aside, Issue, Passage, Sentence, Span, Statement
from mawqif.positions.stances import mentions
from mawqif.positions.stances.aboutness import sentence_of


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(w) for w in text.split())


# Closed: who says nothing, and what it is that he does not do.
_REFUSES = _words("رفض رفضت رفضوا يرفض ترفض يرفضون رافضا رافضة رافضين")
_ABSTAINS = _words("امتنع امتنعت امتنعوا يمتنع تمتنع ممتنعا ممتنعة اعتذر اعتذرت يعتذر تعتذر أحجم أحجمت يحجم تحجم")
_SILENT = _words("التزم التزمت التزموا يلتزم تلتزم")
_COMMENTS = _words("تعليق تعقيب إجابة إدلاء تصريح خوض")
_COMMENTED = _words("يعلق تعلق يعلقوا علق علقت يعقب تعقب يعقبوا عقب يجب تجب يدل تدل")
_SILENCE = frozenset(("صمت",))
# Who takes back, and what can be taken back.
_RETURNS = _words("تراجع تراجعت تراجعوا يتراجع تتراجع متراجعا متراجعة عدل عدلت")
_WITHDRAWS = _words("سحب سحبت يسحب تسحب")
_SAID = ("تصريح", "قول", "اقوال", "كلام", "موقف", "مواقف", "تاييد", "رفض", "معارض", "وعد", "وعود", "تعهد", "تهديد")
_UNMOVED = _words("لم لن لا ما دون عدم بلا")
# Who denies, and that it is his own words.
_DENIES = _words("نفى نفت نفوا ينفي تنفي نافيا نافية أنكر أنكرت ينكر تنكر كذب كذبت")
_BEING = _words("يكون تكون يكونوا")
_SPEAKS = _words(
    "قال قالت قالوا صرح صرحت أعلن أعلنت ذكر ذكرت أدلى أدلت تحدث تحدثت طلب طلبت دعا دعت وافق وافقت أيد أيدت أبدى أبدت "
    "تعهد تعهدت وعد وعدت أكد أكدت أبلغ أبلغت"
)
_ATTRIBUTED = _words("نسب نسبت منسوب منسوبة نقل نقلت منقول")
_OWN = ("ادلاء", "قوله", "قولها")
_REACH = 8  # words between a verb and what it takes
_STOPS = frozenset("،,.؛;:!؟?\n")
_COMMAS = frozenset("،,")


@dataclass(frozen=True, slots=True)
class Hit:
    """An aside on an issue: its words, whose it is, and which statements are no positions because of it.

    `statement` is the index of the statement that it is (None: the narrator's), `void` those of the statements whose
    positions on the issue it takes away.
    """

    issue: str
    aside: Aside
    evidence: Span
    actor_name: str | None
    statement: int | None
    void: tuple[int, ...]


def asides(
    passage: Passage, statements: Sequence[Statement], issues: Sequence[Issue], lexicon: Lexicon
) -> tuple[Hit, ...]:
    """The asides on these issues; the statements and what comes lie in the plain text of the passage."""
    by_sentence: dict[int, dict[int, tuple[int, int]]] = {}
    for m in mentions(passage, issues, lexicon):
        at = sentence_of(passage, m.first)
        by_sentence.setdefault(at, {}).setdefault(m.issue, (m.first, m.last))
    reader = _Reader(passage, statements)
    return tuple(
        hit for at, on in sorted(by_sentence.items()) for hit in reader.hits(passage.sentences[at], on, issues)
    )


class _Reader:
    """Reads the sentences of one report."""

    def __init__(self, passage: Passage, statements: Sequence[Statement]) -> None:
        self.passage = passage
        self.statements = statements
        self.forms = [t.form for t in passage.tokens]

    def hits(self, s: Sentence, on: dict[int, tuple[int, int]], issues: Sequence[Issue]) -> Iterator[Hit]:
        """The asides of a sentence that speaks of these issues (by index: the tokens of the mention)."""
        for i in range(s.first, s.last):
            found = self._aside(i, s)
            if found is None:
                continue
            aside, taken = found
            for n, (first, last) in on.items():
                if first > i:  # what is spoken of comes behind the verb
                    yield self._hit(issues[n].id, aside, i, taken, last)

    def _aside(self, i: int, s: Sentence) -> tuple[Aside, int] | None:
        """What begins at this token, and the token of what it takes."""
        form = self.forms[i]
        verb = form[1:] if form[0] in "وف" and form not in _ALL else form
        if verb not in _ALL:
            return None
        negated = i > s.first and self.forms[i - 1].lstrip("وف") in _UNMOVED
        if verb in _COMMENTED:
            return (Aside.DECLINED, i) if negated else None
        for verbs, aside, wanted in (
            (_REFUSES | _ABSTAINS, Aside.DECLINED, self._comment),
            (_SILENT, Aside.DECLINED, self._silence),
            (_RETURNS, Aside.RETRACTED, self._from_words),
            (_WITHDRAWS, Aside.RETRACTED, self._words),
            (_DENIES, Aside.DENIED, self._own_words),
        ):
            if verb in verbs:
                at = None if negated else self._ahead(i, s, wanted)
                return (aside, at) if at else None
        return None

    def _comment(self, j: int) -> bool:
        return bare(self.forms[j]) in _COMMENTS

    def _silence(self, j: int) -> bool:
        return bare(self.forms[j]) in _SILENCE

    def _words(self, j: int) -> bool:
        """What one said or held: «تصريحاته», «الموقف»."""
        return self.forms[j].removeprefix("ال").startswith(_SAID)

    def _from_words(self, j: int) -> bool:
        return self.forms[j - 1] == "عن" and self._words(j)

    def _own_words(self, j: int) -> bool:
        form = self.forms[j]
        if form in _BEING:
            after = self.forms[j + 1 : j + 4]
            return any(w in _SPEAKS for w in after)
        return bare(form) in _ATTRIBUTED or form.startswith(_OWN)

    def _ahead(self, i: int, s: Sentence, wanted: Callable[[int], bool]) -> int | None:
        """The first token within reach that is wanted, before a stop."""
        for j in range(i + 1, min(s.last, i + 1 + _REACH)):
            stops = _STOPS - _COMMAS if wanted == self._own_words else _STOPS  # «…، وزيرة …، ما نسب إليها»
            if stops.intersection(self.passage.gaps[j]):
                return None
            if wanted(j):
                return j
        return None

    def _hit(self, issue: str, aside: Aside, verb: int, taken: int, last: int) -> Hit:
        tokens = self.passage.tokens
        span = Span.of(self.passage.text, tokens[verb].start, tokens[max(last, taken)].end)
        mine = [n for n, s in enumerate(self.statements) if s.cue and span.start <= s.cue.start < span.end]
        statement = next((n for n in mine if self._begins(n) <= tokens[verb].end), None)
        actor = self.statements[statement].speaker.name if statement is not None else self._subject(verb, taken)
        void = tuple(mine) if aside is not Aside.RETRACTED else ()
        return Hit(issue, aside, span, actor, statement, void)

    def _begins(self, n: int) -> int:
        """Where the cue of a statement begins."""
        cue = self.statements[n].cue
        return cue.start if cue else len(self.passage.text)

    def _subject(self, verb: int, taken: int) -> str | None:
        """Who stands between the verb and what it takes: a speaker of the report by name, else the words."""
        end = taken - 1 if taken - 1 > verb and self.forms[taken - 1] == "عن" else taken
        if end <= verb + 1:
            return None
        tokens = self.passage.tokens
        words = set(self.forms[verb + 1 : end])
        for s in self.statements:
            name = s.speaker.name
            if name and (set(fold(name).split()) <= words or fold(name).split()[-1] == self.forms[end - 1]):
                return name
        return self.passage.text[tokens[verb + 1].start : tokens[end - 1].end]


_ALL = _REFUSES | _ABSTAINS | _SILENT | _COMMENTED | _RETURNS | _WITHDRAWS | _DENIES
