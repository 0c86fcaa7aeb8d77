"""The positions of statements: what their words make of a mention, under which cue, of whom, on which condition."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from mawqif.arabic import fold
from mawqif.lexicon import Lexicon
from mawqif.model import Act, Issue, Passage, Position, Span, Stance, Statement
from mawqif.positions.stances.aboutness import Mention, sentence_of
from mawqif.positions.stances.after import After
from mawqif.positions.stances.holders import Holders
from mawqif.positions.stances.polarity import Read, Reader
from mawqif.positions.stances.predicates import predicates

_SIGNS = {Act.SUPPORT: 1, Act.DEMAND: 1, Act.COMMIT: 1, Act.REJECT: -1, Act.CONDEMN: -1, Act.WARN: -1}
_INDICATIVE = frozenset(fold(w) for w in ("إن", "إنه", "إنها", "إننا"))


class Stand(NamedTuple):
    """A stance before its holder is named: its sign, the token of its predicate, where its evidence begins."""

    sign: int
    holder_at: int  # -1: the speaker
    first: int
    last: int
    rule: str


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
        self.reader = Reader(passage, self.predicates)
        self.after = After(passage, self.predicates)
        self.holders = Holders(passage, [s.speaker for s in statements], lexicon)
        self._starts = [t.start for t in passage.tokens]
        self.stretches = [self._stretch(s.content) for s in statements]
        self._bodies: dict[str, str] = {}  # for whom a person has spoken in this report

    def _stretch(self, span: Span) -> Stretch:
        return Stretch(bisect.bisect_left(self._starts, span.start), bisect.bisect_left(self._starts, span.end))

    def taken(self, mentions: Sequence[Mention]) -> tuple[Statement, ...]:
        """The statements with their positions, each issue, holder and stance once."""
        firsts = [m.first for m in mentions]
        out = []
        for statement, stretch in zip(self.statements, self.stretches, strict=True):
            inside = mentions[bisect.bisect_left(firsts, stretch.low) : bisect.bisect_left(firsts, stretch.high)]
            found = [p for m in inside for p in self._positions(statement, stretch, m)] if inside else []
            out.append(replace(statement, positions=_once(found)) if found else statement)
        return tuple(out)

    def _positions(self, statement: Statement, stretch: Stretch, m: Mention) -> Iterator[Position]:
        stand = self.stand(m, stretch.low, stretch.high, statement)
        if stand is None or self._asked(stand.last, stretch):
            return
        name = self._holder(stand, stretch, statement)
        if name is None:
            return
        stance = Stance.SUPPORT if stand.sign > 0 else Stance.OPPOSE
        depends = any(self._limits(c, stand) for c in statement.conditions)
        restated = self._restated(statement, stretch, stand)
        yield Position(
            self.issues[m.issue].id,
            name,
            Stance.CONDITIONAL if depends else stance,
            stance if depends else None,
            stand.rule,
            self.span(stand.first, stand.last),
            restated,
        )

    def span(self, first: int, last: int) -> Span:
        """The stretch from one token to another (inclusive)."""
        tokens = self.passage.tokens
        return Span.of(self.passage.text, tokens[first].start, tokens[last].end)

    # -- the stance ----------------------------------------------------------------------------------------------

    def stand(self, m: Mention, low: int, high: int, statement: Statement | None) -> Stand | None:
        """What is made of a mention within tokens `low` to `high`; without a statement, in the narrator's voice."""
        clause = max(low, self.passage.sentences[sentence_of(self.passage, m.first)].first)
        read = self.reader.read(m, clause)
        if read is None or read.maybe:
            return None
        if read.at_start and clause > low:
            read = replace(read, at_start=False, subject=True)
        nominal = read.at_start and statement is not None and not read.verb and read.node - 2 <= low
        if nominal and statement and (governed := self._by_cue(read, m, statement)):
            return governed
        if read.verb and read.at_start and statement is not None:
            return self._wished(read, m, statement)
        if read.subject or (read.at_start and not read.verb):
            return self._judged(read, m, high)
        return self._clause(read, m, statement)

    def _by_cue(self, read: Read, m: Mention, statement: Statement) -> Stand | None:
        """A content without a clause: the cue governs it."""
        if statement.negated or statement.cue is None:
            return None
        sign = _SIGNS.get(statement.act)
        rule = f"cue:{statement.act}"
        if sign is None or (read.stance and statement.act in (Act.COMMIT,)):
            return Stand(read.value, -1, read.node, m.last, _rule(rule, read)) if read.stance else None
        if read.stance and statement.act is Act.REJECT and not self._refuses(statement):
            return Stand(read.value, -1, read.node, m.last, _rule(rule, read))
        return Stand(read.value * sign, -1, read.node, m.last, _rule(rule, read))

    def _refuses(self, statement: Statement) -> bool:
        """Whether the cue by itself rejects, and the act was not taken from the content."""
        assert statement.cue
        words = [fold(w) for w in statement.cue.text.split()]
        return any(r.predicate.does == "oppose" for w in words for r in self.predicates.read(w))

    def _wished(self, read: Read, m: Mention, statement: Statement) -> Stand | None:
        """«طالب بأن …»: a clause that the cue asks for."""
        if statement.act is Act.DEMAND and not statement.negated:
            return Stand(read.value, -1, read.node, m.last, _rule("cue:demand", read))
        return None

    def _judged(self, read: Read, m: Mention, high: int) -> Stand | None:
        if (found := self.after.judged(m.last, high)) is None:
            return None
        return Stand(found.sign * read.value, -1, read.node, found.at, _rule("judged", read))

    def _clause(self, read: Read, m: Mention, statement: Statement | None) -> Stand | None:
        """A finite verb: an attitude is its subject's, a deed counts where it is one's own."""
        if read.stance:
            return Stand(read.value, read.holder, read.node, m.last, _rule("clause", read))
        if read.own and not read.past:
            return Stand(read.value, -1, read.node, m.last, _rule("own deed", read))
        return None

    # -- whose, and on which condition ---------------------------------------------------------------------------

    def _holder(self, stand: Stand, stretch: Stretch, statement: Statement) -> str | None:
        name, _ = self.holders.of_speaker(statement.speaker)
        if name is None:
            return None
        who, other = ("speaker", "")
        if stand.holder_at >= 0:
            who, other = self.holders.subject(stand.holder_at, stretch.low, stand.last)
        if who == "other" and other:
            return other
        return name

    def _limits(self, condition: Span, stand: Stand) -> bool:
        """Whether a condition belongs to the sentence of a stance."""
        token = bisect.bisect_left(self._starts, condition.start)
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


def _rule(kind: str, read: Read) -> str:
    """The rule of a position: how the stance was read, and the predicates that it went through."""
    return " < ".join((kind, *reversed(read.done)))


def _once(positions: Sequence[Position]) -> tuple[Position, ...]:
    """Each issue and holder once with each stance; where both ways were read, none."""
    by: dict[tuple[str, str | None], list[Position]] = {}
    for p in positions:
        by.setdefault((p.issue, p.actor_name), []).append(p)
    return tuple(ps[0] for ps in by.values() if len({_way(p) for p in ps}) == 1)


def _way(p: Position) -> Stance:
    return p.leaning or p.stance
