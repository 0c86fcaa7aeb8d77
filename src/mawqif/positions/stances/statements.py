"""The positions of statements: what their words make of a mention, under which cue, of whom, on which condition."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mawqif.arabic import bare, fold
from mawqif.lexicon import Lexicon
from mawqif.model import Issue, Kind, Passage, Position, Span, Stance, Statement
from mawqif.positions.stances.aboutness import Mention, sentence_of
from mawqif.positions.stances.closed import IS
from mawqif.positions.stances.forms import AGENT, DEED
from mawqif.positions.stances.holders import Holders, Voice
from mawqif.positions.stances.predicates import predicates
from mawqif.positions.stances.stands import Stand, Stands
from mawqif.positions.stances.subjects import STANDS, Subject, Who


@dataclass(frozen=True, slots=True)
class Stretch:
    """The tokens of a statement's content."""

    low: int
    high: int  # exclusive


class Taker:
    """Takes positions in one report."""

    def __init__(
        self, passage: Passage, statements: Sequence[Statement], issues: Sequence[Issue], lexicon: Lexicon
    ) -> None:
        self.passage = passage
        self.statements = statements
        self.issues = issues
        self.predicates = predicates(lexicon)
        self.stands = Stands(passage, lexicon)
        self.forms = self.stands.reader.forms
        self.holders = Holders(passage, [s.speaker for s in statements], lexicon)
        self._starts = [t.start for t in passage.tokens]
        self._policies: dict[str, bool] = {}
        self.stretches = [self._stretch(s.content) for s in statements]

    def _stretch(self, span: Span) -> Stretch:
        return Stretch(bisect.bisect_left(self._starts, span.start), bisect.bisect_left(self._starts, span.end))

    def taken(self, mentions: Sequence[Mention]) -> tuple[Statement, ...]:
        """The statements with their positions, each issue, holder and stance once."""
        firsts = [m.first for m in mentions]
        out = []
        for statement, stretch in zip(self.statements, self.stretches, strict=True):
            inside = mentions[bisect.bisect_left(firsts, stretch.low) : bisect.bisect_left(firsts, stretch.high)]
            found = [p for m in inside for p in self._positions(statement, stretch, m)] if inside else []
            out.append(replace(statement, positions=tuple(found)))
        return _settled(out)

    def _positions(self, statement: Statement, stretch: Stretch, m: Mention) -> Iterator[Position]:
        stand = self.stands.stand(m, stretch.low, stretch.high, statement)
        if stand is None or self._asked(stand.last, stretch):
            return
        stance = Stance.SUPPORT if stand.sign > 0 else Stance.OPPOSE
        depends = any(self._limits(c, stand, m) for c in statement.conditions)
        restated = self._restated(statement, stretch, stand)
        evidence = self.span(stand.first, stand.last)
        kind, leaning = (Stance.CONDITIONAL, stance) if depends else (stance, None)
        for name in self._holder(stand, stretch, statement):
            yield Position(self.issues[m.issue].id, name, kind, leaning, stand.rule, evidence, restated)

    def span(self, first: int, last: int) -> Span:
        """The stretch from one token to another (inclusive)."""
        tokens = self.passage.tokens
        return Span.of(self.passage.text, tokens[first].start, tokens[last].end)

    # -- whose, and on which condition ---------------------------------------------------------------------------

    def _holder(self, stand: Stand, stretch: Stretch, statement: Statement) -> tuple[str, ...]:
        """The canonical names of whose the stance is; none where nobody can be told, or another's deed is reported."""
        voice = self.holders.voice(statement.speaker)
        if statement.speaker.kind is Kind.UNNAMED and voice and voice.body is None and " " not in voice.name:
            voice = None  # «الجانبان»
        subject = self.subject(stand, stretch.low)
        if subject.who is Who.SPEAKER and subject.stop and not self._agrees(subject.start, statement, voice):
            stately = voice is not None and voice.body is not None and self.forms[subject.start].endswith("ها")
            if not stately:
                return ()
            subject = Subject(Who.OWN)  # «أكد الوزير أنها»: his state
        if voice is None or subject.who in (Who.UNKNOWN, Who.NOBODY):
            return ()
        if subject.who not in (Who.OTHER, Who.OWN) and stand.rule.startswith("presupposed"):
            return ()
        if subject.who is not Who.OTHER:
            told_by = statement.speaker.kind
            if told_by is Kind.MEDIA or (told_by is Kind.DOCUMENT and not stand.rule.startswith("cue")):
                return ()  # an outlet reports; what it says is not its position
            return self.holders.each(self._own(subject, voice, stand, stretch, statement))
        names = self.third(subject)
        if voice.body and self.holders.governmental(subject.start, subject.stop):
            names = (voice.body,)  # «إدارة الرئيس», said by one of its own
        if not names and stand.whose is not None and stand.whose.believed:
            return self.holders.each(self._own(Subject(Who.SPEAKER), voice, stand, stretch, statement))
        own = voice.body in names or voice.name in names
        foretold = statement.speaker.kind is Kind.PERSON  # what somebody else expects of a state
        planned = stand.whose is not None and stand.whose.future and all(self.holders.is_state(n) for n in names)
        planned = planned and not foretold
        if stand.deed and not planned and not (own and stand.whose and not stand.whose.past):
            return ()
        if voice.body and voice.body in names:
            self.holders.spoke_for(statement.speaker, voice.body)
        return names

    def _agrees(self, at: int, statement: Statement, voice: Voice | None) -> bool:
        """Whether «أنه», «أنها» can be the speaker, by the gender of the cue; of a spokesman's body either."""
        person = statement.speaker.kind in (Kind.PERSON, Kind.UNNAMED)
        if statement.cue is None or (voice is not None and voice.always and person):
            return True
        cue = fold(statement.cue.text).split()[0]
        feminine = cue.endswith(("ه", "ت")) or cue.removeprefix("و").startswith("ت")
        masculine = not feminine and not cue.endswith("وا")
        pronoun = self.forms[at]
        return not (feminine and pronoun.endswith("نه")) and not (masculine and pronoun.endswith("نها"))

    def _own(self, subject: Subject, voice: Voice, stand: Stand, stretch: Stretch, statement: Statement) -> str:
        """The speaker's own: in the name of a body or of the speaker's state, or the speaker's alone."""
        if (
            subject.who is Who.OWN
            and subject.stop > subject.start
            and (body := self.holders.phrase(subject.start, subject.stop))
        ):
            self.holders.spoke_for(statement.speaker, body)
            return body
        if voice.body is None and (policy := self._stated(stretch)):
            return policy
        if voice.body is None or voice.always:
            return voice.body or voice.name
        forms = self.forms[stretch.low : stretch.high]
        we = stand.whose is not None and stand.whose.holder_own
        if voice.member:
            return voice.body if subject.who is Who.OWN or we else voice.name
        ours = (stand.deed and (stand.whose is None or we)) or (voice.minister and (we or stand.deed))
        if subject.who is Who.OWN or ours or self.holders.names(voice.body, forms) or self._policy(voice):
            self.holders.spoke_for(statement.speaker, voice.body)
            return voice.body
        return voice.name

    def _stated(self, stretch: Stretch) -> str | None:
        """The state whose position a content gives: «موقف المملكة», said by somebody of unknown office."""
        forms = self.forms[stretch.low : stretch.high]
        at = (i for i, form in enumerate(forms) if bare(form.removeprefix("و")) in STANDS)
        return next((s for i in at if (s := self.holders.state(forms[i + 1 : i + 2]))), None)

    def _policy(self, voice: Voice) -> bool:
        """Whether a minister gives in this report what he says as the position of his state: «موقف المملكة»."""
        if voice.body is None or not voice.minister:
            return False
        if voice.name not in self._policies:
            self._policies[voice.name] = any(self.holders.of_state(voice.body, near) for near in self._stands(voice))
        return self._policies[voice.name]

    def _stands(self, voice: Voice) -> Iterator[list[str]]:
        """The words behind «موقف» and the like in all that somebody says."""
        for statement, stretch in zip(self.statements, self.stretches, strict=True):
            if statement.speaker.name == voice.name:
                for i in range(stretch.low, stretch.high):
                    if bare(self.forms[i].removeprefix("و")) in STANDS:
                        yield self.forms[i + 1 : i + 3]

    def subject(self, stand: Stand, low: int) -> Subject:
        """Whose a stance is by its words."""
        read, subjects = stand.whose, self.holders.subjects
        low = max(low, read.low) if read else low
        if read is None or read.holder < 0:
            return Subject(Who.SPEAKER)
        if read.holder_own:
            return subjects.of_us(min(read.holder, read.node), low)
        if read.holder_sort == DEED and read.holder > low and self.forms[read.holder - 1] == "علي":
            return subjects.of_participle(read.holder - 1, low)  # «… على استعداد ل»
        if read.holder_sort == DEED:
            return subjects.of_noun(read.holder, read.until, read.holder_pronoun)
        if read.holder_sort == AGENT and self.forms[read.holder] in IS:
            return subjects.of_aim(read.node, read.holder)
        if read.holder_sort == AGENT:
            return subjects.of_participle(read.holder, low)
        return subjects.of_verb(min(read.holder, read.node), low, read.until)

    def third(self, subject: Subject) -> tuple[str, ...]:
        """The names of third parties; none where the noun phrase is no party."""
        start = self.holders.doer(subject.start, subject.stop)
        if not self.holders.is_party(start, subject.stop):
            return ()
        parts = self.holders.parts(start, subject.stop)
        return tuple(name for part in parts if (name := self.holders.phrase(*part)))

    def _limits(self, condition: Span, stand: Stand, m: Mention) -> bool:
        """Whether a condition belongs to the sentence of a stance, and is not what the stance is on."""
        token = bisect.bisect_left(self._starts, condition.start)
        if token <= m.first and self.passage.tokens[m.first].end <= condition.end:
            return False
        if stand.sign > 0 and condition.text.startswith("حتى"):
            return False  # what goes on until something is reached
        return sentence_of(self.passage, token) == sentence_of(self.passage, stand.first)

    def _asked(self, last: int, stretch: Stretch) -> bool:
        """Whether the sentence is a question."""
        tokens, text = self.passage.tokens, self.passage.text
        sentence = self.passage.sentences[sentence_of(self.passage, last)]
        return "؟" in text[tokens[last].end : max(sentence.end, tokens[last].end) + 2][:200]

    def _restated(self, statement: Statement, stretch: Stretch, stand: Stand) -> bool:
        said = [fold(w) for w in statement.cue.text.split()] if statement.cue else []
        near = [t.form for t in self.passage.tokens[max(0, stand.first - 4) : stand.last + 1]]
        listed = self.predicates.words("restated")
        return any(w in listed or w.lstrip("وف") in listed for w in (*said, *near))


def _settled(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Each holder by one name in the report, and each issue and holder once in a statement.

    Where a statement was read both ways for one holder, it takes no position.
    """
    full = _fullest({p.actor_name for s in statements for p in s.positions if p.actor_name})
    out = []
    for s in statements:
        named = (replace(p, actor_name=full.get(p.actor_name or "", p.actor_name)) for p in s.positions)
        out.append(replace(s, positions=_once(tuple(named))) if s.positions else s)
    return tuple(out)


def _fullest(names: set[str]) -> dict[str, str]:
    """Names to the fullest one that has their words, two at least: «الجامعة العربية», «جامعة الدول العربية»."""
    words = {name: frozenset(bare(fold(w)) for w in name.split()) for name in names}
    out = {}
    for name, own in words.items():
        fuller = [n for n, w in words.items() if len(own) > 1 and own < w and len(w) <= len(own) + 2]
        out[name] = max(fuller, key=len, default=name)
    return out


def _once(positions: Sequence[Position]) -> tuple[Position, ...]:
    by: dict[tuple[str, str | None], list[Position]] = {}
    for p in positions:
        by.setdefault((p.issue, p.actor_name), []).append(p)
    return tuple(ps[0] for ps in by.values() if len({p.leaning or p.stance for p in ps}) == 1)
