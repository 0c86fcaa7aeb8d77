"""Stances without their holders: what a clause, its cue or a judgement makes of a mention, and by which rule."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from mawqif.arabic import fold
from mawqif.lexicon import Lexicon, titles
from mawqif.model import Act, Passage, Statement
from mawqif.positions.stances import english
from mawqif.positions.stances.aboutness import Mention, sentence_of
from mawqif.positions.stances.after import After, Judged
from mawqif.positions.stances.closed import ASKING, CLAUSES, NOT, THAT, THESE
from mawqif.positions.stances.forms import DEED, PRESENT, Word
from mawqif.positions.stances.governors import Read
from mawqif.positions.stances.only import Only
from mawqif.positions.stances.outcomes import outcome
from mawqif.positions.stances.polarity import Reader
from mawqif.positions.stances.predicates import PREPOSITIONS, STANCES, TURNS, Does, predicates
from mawqif.positions.stances.relative import Resumed

# acts that further what is named in their content, where the cue by itself says nothing: «أعلن ترشحه»
_FURTHERING = frozenset((Act.SUPPORT, Act.DEMAND, Act.COMMIT))


_TELLING = frozenset(p + w for p in ("", "ب", "ل", "و", "ف") for w in ("ان", "انه", "انها", "انهم", "اننا"))


_BY = frozenset(fold(w) for w in "ب عبر خلال بواسطة بفضل".split())
_CAME = frozenset(fold(w) for w in "كان كانت جاء جاءت يأتي تأتي أتى أتت نابع نابعة".split())
_REASONS = frozenset(
    fold(w) for w in "بسبب نتيجة استجابة انطلاقا حرصا استشعارا من لحماية لحقن لوقف لإنقاذ لأن تلبية بهدف بغية".split()
)


class Stand(NamedTuple):
    """A stance before its holder is named: its sign, what read it, and the tokens of its evidence (inclusive).

    `whose` is where the reading says whose it is; None where it is the speaker's by the cue or a judgement.
    """

    sign: int
    first: int
    last: int
    rule: str
    whose: Read | None = None
    deed: bool = False


class Stands:
    """Reads the stances of one report, mention by mention."""

    def __init__(self, passage: Passage, lexicon: Lexicon) -> None:
        self.passage = passage
        self.predicates = predicates(lexicon)
        self.reader = Reader(passage, self.predicates, titles(lexicon).words)
        self.resumed = Resumed(self.reader)
        self.only = Only(self.reader)
        self.after = After(passage, self.predicates)

    def stand(self, m: Mention, low: int, high: int, statement: Statement | None) -> Stand | None:
        """What is made of a mention within tokens `low` to `high`; without a statement, in the narrator's voice."""
        if english.is_english(self.reader.forms[m.first]):
            said = english.said(self.passage, self.predicates, m.first, low)
            return Stand(said.sign, said.first, m.last, "english") if said else None
        if stand := self._read(m, low, high, statement):
            return stand
        sentence = self.passage.sentences[sentence_of(self.passage, m.first)]
        read = self.resumed.read(m, min(high, sentence.last))
        if read is None or read.maybe:
            return self._abused(m, min(high, sentence.last), statement) if read is None else None
        last = max(read.node, read.holder)
        return Stand(read.value, m.first, last, _rule("resumed", read), read, deed=not read.stance)

    def _abused(self, m: Mention, high: int, statement: Statement | None) -> Stand | None:
        """What an epithet of a mention says where nothing else takes a stance: «هذا الاتفاق المشؤوم»."""
        found = self.after.epithet(m.last, high, feminine=m.feminine) if statement is not None and not m.verb else None
        if found is None:
            return None
        return Stand(-found.sign if m.opposite else found.sign, m.first, found.at, "epithet")

    def _read(self, m: Mention, low: int, high: int, statement: Statement | None) -> Stand | None:
        clause = max(low, self.passage.sentences[sentence_of(self.passage, m.first)].first)
        read = self.reader.read(m, clause)
        if (read is None or (read.at_start and not read.done)) and (means := self._means(m, clause, high)):
            return means
        if read is None or not read.stance:
            only = self.only.read(self.reader.inner(m, clause), m.last, clause, high)
            if only:
                return Stand(only.sign, only.first, m.last, only.rule, self._believer(m.first, low))
        if read is None and (come := outcome(self.reader, self.reader.inner(m, clause), clause)):
            return Stand(come[0], come[1], m.last, "by it", self._believer(m.first, low))
        if read is None:
            return self._caused(m, clause, high, statement)
        if read.maybe:
            return self._warned(read, m, statement)
        if read.at_start and clause > low:
            read = replace(read, at_start=False, subject=True)
        nominal = read.at_start and statement is not None and not read.final and read.node - 2 <= low
        if read.coordinate:
            nominal = statement is not None and statement.act is Act.DEMAND and self._led_in(statement, low)
        if nominal and statement and self._told_as_clause(statement, low):
            nominal, read = False, replace(read, at_start=False, subject=not read.denied)
            if read.denied:  # «لا تطبيع …»
                return Stand(read.value, read.node, m.last, _rule("says so", read))
        if nominal and statement and (governed := self._by_cue(read, m, statement)):
            return governed
        if read.verb and read.at_start and statement is not None:
            return self._wished(read, m, statement)
        if read.subject or (read.at_start and not read.final):
            return self._judged(read, m, low, high)
        return self._clause(read, m, low)

    def _told_as_clause(self, statement: Statement, low: int) -> bool:
        """Whether «أن» or a colon stands between the cue and its content, which it then only tells."""
        if statement.cue is None:
            return True
        before = self.passage.text[statement.cue.end : statement.content.start]
        words = [t.form for t in self.passage.tokens[low : low + 1]] + [fold(w) for w in before.split()]
        return ":" in before or any(w.strip('«"') in _TELLING for w in words)

    def _led_in(self, statement: Statement, low: int) -> bool:
        """Whether a content begins with the preposition by which its cue governs it."""
        first = self.reader.forms[low]
        verbal = any(r.word.sort == DEED and r.word.preposition for r in self.predicates.read(first))
        return first in PREPOSITIONS or verbal

    def _by_cue(self, read: Read, m: Mention, statement: Statement) -> Stand | None:
        """A content without a clause: the cue governs it."""
        if statement.negated or statement.cue is None:
            return None
        rule = _rule(f"cue:{statement.act}", read)
        sign = self._cue_sign(statement, read)
        if sign is None and (read.stance or read.denied):
            return Stand(read.value, read.node, m.last, rule, read)
        if sign is None and statement.act in _FURTHERING:
            sign = 1
        if sign == -1 and read.done and read.done[-1].startswith("harm"):
            sign = 1  # who warns of its dangers is against it
        return None if sign is None else Stand(read.value * sign, read.node, m.last, rule)

    def _cue_sign(self, statement: Statement, read: Read) -> int | None:
        """What the cue does by itself to what it governs; None for one that only says, or governs it otherwise.

        «أعلنت هدنة» carries out what it names; «أعلن خرق الهدنة» does not.
        """
        words = [fold(w) for w in statement.cue.text.split()] if statement.cue else []
        readings = [r for w in words for r in self.predicates.read(w) if r.governs(read.preposition)]
        does = {r.predicate.does for r in readings}
        if found := next((d for d in does if d in STANCES), None):
            return -1 if found in TURNS else 1
        plain = not read.stance and all(d.startswith(("keep", "through")) for d in read.done)
        return 1 if Does.KEEP in does and plain else None

    def _warned(self, read: Read, m: Mention, statement: Statement | None) -> Stand | None:
        """What a warning puts behind «إذا» is what it warns of: «حذر من أنه … إذا أعاق المجلس الاتفاق»."""
        if statement is None or statement.act is not Act.WARN or not read.condition:
            return None
        return Stand(-read.value, read.node, m.last, _rule("warned of", read))

    def _feared(self, m: Mention, low: int, statement: Statement | None) -> Judged | None:
        """What a warning says that something may bring about, whatever it is: «يخشى أن يتسبب المشروع في …»."""
        i = m.first - 1
        while i > low and self.reader.forms[i] in THESE:
            i -= 1
        if statement is None or statement.act is not Act.WARN or i < low:
            return None
        effect = self.predicates.effect(self.reader.forms[i])
        led = i - 1 <= low or self.reader.forms[i - 1] in THAT
        return Judged(-1, i) if effect and effect[0] == "serve" and led else None

    def _caused(self, m: Mention, low: int, high: int, statement: Statement | None) -> Stand | None:
        """A verb before a mention that is its subject: «سيؤدي الاتفاق إلى الاستقرار»."""
        value = -1 if m.opposite else 1
        found = self.after.before(m.first, m.last, low, high) or self._feared(m, low, statement)
        if found is None:
            return None
        first, last = min(m.first - 1, found.at), max(m.last, found.at)
        rule = "goes on" if found.deed else "judged"
        return Stand(found.sign * value, first, last, rule, self._believer(m.first, low), deed=found.deed)

    def _means(self, m: Mention, low: int, high: int) -> Stand | None:
        """What something good comes about by, at the head of its clause: «بالهدنة تعود الحياة», «عبر … يمكننا»."""
        forms, i = self.reader.forms, m.first - 1
        while i > low and forms[i] in THESE:
            i -= 1
        led = m.preposition == "ب" or (i >= low and forms[i] in _BY and (forms[i] != "خلال" or forms[i - 1] == "من"))
        head = i if m.preposition == "ب" else i - 1 - (i >= low and forms[i] == "خلال")
        if not led or any(f not in THAT and f not in CLAUSES for f in forms[low : head + 1]):
            return None
        found = self.after.brought_by(m.last, high)
        if found is None:
            return None
        sign = -found.sign if m.opposite else found.sign
        return Stand(sign, m.first, max(m.last, found.at), "by it", self._believer(m.first, low))

    def _wished(self, read: Read, m: Mention, statement: Statement) -> Stand | None:
        """«طالب بأن …»: a clause that the cue asks for."""
        if statement.act is Act.DEMAND and not statement.negated:
            return Stand(read.value, read.node, m.last, _rule("cue:demand", read))
        return None

    def _explained(self, read: Read, m: Mention) -> Stand | None:
        """An attitude or a worth that is a subject: «الدعوة للهدنة جاءت بسبب …», «مخاطر الهدنة كبيرة»."""
        forms = self.reader.forms
        if read.stance and read.done[-1].startswith((Does.GAIN, Does.HARM)):  # «مخاطر … كبيرة»
            behind = forms[m.last + 1 : m.last + 5]
            sure = not any(w in NOT or w in ASKING or self.predicates.has("slight", w) for w in behind)
            return Stand(read.value, read.node, m.last, _rule("judged", read)) if sure else None
        if read.done and read.done[-1].startswith((Does.SUPPORT, Does.OPPOSE)) and self._factive(read):
            return Stand(read.value, read.node, m.last, _rule("presupposed", read), read)
        if not read.stance or read.holder_sort != DEED or read.holder < 0:
            return None
        near = range(m.last + 1, min(len(forms) - 1, m.last + 4))
        if any(forms[i] in _CAME and forms[i + 1] in _REASONS for i in near):
            return Stand(read.value, read.node, m.last, _rule("accounted for", read), read)
        return None

    def _factive(self, read: Read) -> bool:
        """Whether a noun of attitude names whose it is: «رفض تلمار … زاد الخلاف»."""
        word = self.reader.forms[read.holder]
        named = read.until - read.holder > 1 and not read.holder_pronoun
        return read.holder >= 0 and read.holder_sort == DEED and named and not word.startswith(("ال", "وال"))

    def _judged(self, read: Read, m: Mention, low: int, high: int) -> Stand | None:
        if (explained := self._explained(read, m)) or (read.done and read.done[-1].startswith((Does.GAIN, Does.HARM))):
            return explained
        if m.denies:  # «لا مكان ل…» says the whole of it
            return Stand(read.value, m.first, m.last, "says so", self._believer(read.node, low))
        if m.first and self.reader.forms[m.first - 1] in ("اي", "ايه"):
            return None  # «أي حل لا ...» supposes
        if m.how == "pointing" or (found := self.after.judged(m.last, high)) is None:
            return None
        if found.deed and read.denied:
            return None  # «أن لا حل سيتم …»
        rule = _rule("goes on" if found.deed else "judged", read)
        whose = self._believer(read.node, low)
        return Stand(found.sign * read.value, read.node, found.at, rule, whose, deed=found.deed)

    def _believer(self, at: int, low: int) -> Read | None:
        """The verb of belief behind which a judgement stands within a content: «يعتبر الوزير أن …»; None for none."""
        forms = self.reader.forms
        that = next((k for k in range(at - 1, max(low, at - 8), -1) if forms[k] in ("ان", "بان", "انه", "انها")), None)
        for k in range(that - 1, max(low, that - 6) - 1, -1) if that is not None else ():
            says = self.predicates.says(forms[k]) or self._hopes(forms[k])
            if says:
                return Read(
                    k, 1, "", holder=k, holder_sort=PRESENT, holder_own=says.first, until=that or k, believed=True
                )
        return None

    def _hopes(self, form: str) -> Word | None:
        """A verb of hope: «تتطلع دول الوادي بأن يؤدي …»."""
        readings = self.predicates.read(form)
        if any(r.nominal for r in readings):
            return None  # «أمله» is a noun
        return next(
            (r.word for r in readings if r.predicate.does is Does.WANT and not (r.nominal or r.word.first)), None
        )

    def _clause(self, read: Read, m: Mention, low: int) -> Stand | None:
        """A finite verb: an attitude is its subject's, a deed counts where it is one's own (see `_holder`)."""
        if read.stance:
            whose = (self._believer(read.node, low) or read) if read.holder < 0 else read
            return Stand(read.value, read.node, m.last, _rule("clause", read), whose)
        joined = self.reader.forms[read.node].startswith("و") and not read.future and not read.negated
        if read.holder < 0 or (read.past and read.negated) or (joined and not read.past):
            return None
        return Stand(read.value, read.node, m.last, _rule("deed", read), read, deed=True)


def _rule(kind: str, read: Read) -> str:
    """The rule of a position: how the stance was read, and the predicates that it went through."""
    return " < ".join((kind, *reversed(read.done)))
