"""A sentence as the reader goes along it: words, quotations, verbs of saying, subjects, circumstances."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from mawqif.extract.english.words import (
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    MARKS,
    PREPOSITIONS,
    PRONOUNS,
    Verb,
    Word,
    words,
)
from mawqif.model import Span

_WIDE = 24  # words that are looked back for a subject
_LONG = 5  # words of a quotation in which no verb reports
_DO = frozenset("did does do didn't doesn't don't".split())
_PLURAL_PRONOUNS = frozenset("they we i you".split())
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_TIME = rf"(?:late |early |last )?(?:{_WEEKDAYS}|yesterday|today|tonight)(?:,? (?:morning|afternoon|evening|night))?"
_DATE = rf"(?:{_MONTHS}) \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} (?:{_MONTHS})(?:,? \d{{4}})?"
_WHERE = (
    "statements?|interview|conference|tweet|post|speech|letter|remarks|briefing|reporters|journalists|parliament|call"
    "|meeting|talks|summit|session|visit|council|assembly|congress|television|radio|platform|twitter|facebook"
)
# what may stand between a verb and what is said: «on Tuesday», «in a statement», «to reporters in Geneva»
_CIRCUMSTANCE = re.compile(
    rf"(?:on |in |, )?(?:{_TIME}|{_DATE})(?!\w)|(?:earlier|later|again|separately)(?! than)(?!\w)"
    rf"|(?:in|at|during|to|after|via|through|from|following|before|on|by) [^,:;«»\n]{{0,70}}?\b(?:{_WHERE})(?!\w)"
    r"|(?:in|from|at) (?-i:[A-Z])[\w-]{2,20}(?: (?-i:[A-Z])[\w-]{2,20})?(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks: the mention, or a pronoun's gender, or (`shared`) the subject of the verb before; where it begins."""

    mention: Span | None
    first: int
    feminine: bool | None = None
    shared: bool = False


@dataclass(slots=True)
class Line:
    """The words of one sentence with its quotations; word indices everywhere."""

    text: str
    start: int
    end: int
    verbs: dict[str, Verb]
    words: list[Word] = field(init=False)
    close: dict[int, int] = field(init=False)  # opening mark -> closing mark
    inside: dict[int, int] = field(init=False)  # word in a quotation -> its opening mark
    roles: dict[int, str | None] = field(default_factory=dict)  # what was asked for already

    def __post_init__(self) -> None:
        self.words = words(self.text, self.start, self.end)
        self.close, self.inside = {}, {}
        opened = None
        for i, word in enumerate(self.words):
            if word.form == "«":
                opened = i
            elif word.form == "»" and opened is not None:
                self.close[opened] = i
                self.inside.update(dict.fromkeys(range(opened + 1, i), opened))
                opened = None

    def form(self, i: int) -> str:
        """The word at i in small letters; empty outside the sentence."""
        return self.words[i].form if 0 <= i < len(self.words) else ""

    def capital(self, i: int) -> bool:
        """Whether the word at i begins with a capital letter."""
        return 0 <= i < len(self.words) and self.words[i].capital

    def quoted(self, i: int) -> bool:
        """Whether the word stands in a quotation of a clause's length."""
        opened = self.inside.get(i)
        return opened is not None and self.close[opened] - opened > _LONG

    def span(self, first: int, last: int) -> Span:
        """The span of words first to last, inclusive."""
        return Span.of(self.text, self.words[first].start, self.words[last].end)

    def role(self, i: int) -> str | None:
        """Whether a verb of saying stands at i as "verb" or "participle"."""
        if i not in self.roles:
            self.roles[i] = self._role(i)
        return self.roles[i]

    def _role(self, i: int) -> str | None:
        verb = self.verbs.get(self.form(i))
        if verb is None or self.quoted(i):
            return None
        before = self.form(i - 1)
        if verb.form == "ing":
            if before in BE or (before in AUXILIARIES and self.form(i - 2) in BE):
                return "verb"
            return "participle" if before == "," or (before == "and" and i > 1) else None
        if before in BE or before in DETERMINERS or before in PREPOSITIONS:
            return None
        if verb.form == "base":
            return "verb" if self._takes_base(i) else None
        return None if verb.form == "past" and self._reduced(i) else "verb"

    def _reduced(self, i: int) -> bool:
        """«said in a statement posted on»: a past participle behind the verb of its clause."""
        k = i - 1
        while k >= max(0, i - _WIDE) and self.form(k) not in MARKS | CONJUNCTIONS | {"that"}:
            other = self.verbs.get(self.form(k))
            if other and other.form in ("past", "third") and self.form(k - 1) not in DETERMINERS | PREPOSITIONS | BE:
                return True
            k -= 1
        return False

    def _takes_base(self, i: int) -> bool:
        """«did not say», «officials say», «they warn»."""
        k = i - 1
        while self.form(k) in AUXILIARIES and self.form(k) not in _DO:
            k -= 1
        before = self.form(k)
        plural = before.endswith("s") and not before.endswith(("ss", "'s", "us"))
        return before in _DO or before in _PLURAL_PRONOUNS or (plural and before not in self.verbs)

    def negated(self, i: int) -> bool:
        """«did not say», «has never confirmed»."""
        return any(self.form(k) in ("not", "never") or self.form(k).endswith("n't") for k in range(max(0, i - 3), i))

    def after_circumstances(self, i: int) -> int:
        """The first word at or after i that is no circumstance of the saying."""
        for _ in range(5):
            if i >= len(self.words):
                break
            found = _CIRCUMSTANCE.match(self.text, self.words[i].start, self.end)
            if not found:
                break
            while i < len(self.words) and self.words[i].start < found.end():
                i += 1
        return i

    def before(self, i: int) -> Subject | None:
        """The subject before the verb at i."""
        k = i - 1
        while k >= 0 and self._aside(k):
            k -= 1
        if k < 0 or self.form(k) in ("»", ";", ":", "("):
            return None
        if self.form(k) in CONJUNCTIONS:
            return Subject(None, k, shared=True)
        if self.form(k) in (",", "—", ")"):
            return self._apposed(k)
        return self._phrase(self._left(k), k)

    def _aside(self, k: int) -> bool:
        form = self.form(k)
        day = form in DAYS and self.form(k - 1) in ("on", *DAYS)
        return (
            form in AUXILIARIES or form in BE or day or (form == "on" and self.form(k + 1) in DAYS) or self._adverb(k)
        )

    def _adverb(self, k: int) -> bool:
        return self.form(k).endswith("ly") and not self.words[k].capital

    def _left(self, k: int) -> int:
        """The first word of the noun phrase that ends at k."""
        for _ in range(min(k, _WIDE)):
            before = self.form(k - 1)
            if before in MARKS or before == "that":
                break
            if before in CONJUNCTIONS and not (before == "and" and self._pair(k)):
                break
            k -= 1
        return k

    def _pair(self, k: int) -> bool:
        """«Nouri and Marad said»: two names, not two clauses."""
        return k >= 2 and self.words[k].capital and self.words[k - 2].capital and self.form(k) not in PRONOUNS

    def _apposed(self, k: int) -> Subject | None:
        """«Samer Al-Nouri, the minister, said»: the phrase before the two commas, with what stands between them."""
        opening = "(" if self.form(k) == ")" else self.form(k)
        p = k - 1
        while p >= max(0, k - _WIDE) and self.form(p) != opening:
            p -= 1
        if p <= 0 or self.form(p) != opening:
            return None
        first = self._left(p - 1)
        inner = self.form(p + 1)
        whole = inner not in ("who", "which", "whose", "speaking") and inner not in PREPOSITIONS and opening == ","
        return self._phrase(first, k - 1 if whole else p - 1)

    def _phrase(self, first: int, last: int) -> Subject | None:
        """The subject of words first to last, without a circumstance that leads it."""
        while first < last and (self.form(first) in CONJUNCTIONS or self.form(first) in ("however", "meanwhile")):
            first += 1
        begin = self.after_circumstances(first)
        if begin > first and begin <= last:
            first = begin
        if self.form(first) in PREPOSITIONS or first > last:
            return None
        if self.form(last) in PRONOUNS and (last == first or self.form(first) in PRONOUNS):
            shared = self.form(last) in ("who", "which")
            return None if shared else Subject(None, first, PRONOUNS[self.form(last)])
        return Subject(self.span(first, last), first)

    def behind(self, i: int) -> tuple[Subject, int] | None:
        """The subject after the verb at i («said Samer Al-Nouri on Monday») and the word after it."""
        k = i + 1
        if k >= len(self.words) or self.form(k) in MARKS:
            return None
        last = k
        while last + 1 < min(len(self.words), i + _WIDE) and self._continues(last + 1):
            last += 1
        if self.form(last + 1) == "," and self.form(last + 2) in DETERMINERS:  # «said Nouri, the minister»
            apposed = last + 2
            while apposed + 1 < len(self.words) and self._continues(apposed + 1):
                apposed += 1
            last = apposed
        subject = self._phrase(k, last)
        return (subject, last + 1) if subject else None

    def _continues(self, k: int) -> bool:
        """Whether the noun phrase goes on with the word at k."""
        form = self.form(k)
        if form in MARKS or form in DAYS or form in self.verbs or form in ("who", "which", "that"):
            return False
        if form == "and":
            return self._pair(k + 1) if k + 1 < len(self.words) else False
        return form not in CONJUNCTIONS and (form not in PREPOSITIONS or form in ("of", "for"))
