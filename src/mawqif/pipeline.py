"""The whole flow of one report, over the stages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mawqif import dates
from mawqif.arabic import Plain, plain
from mawqif.clean import clean
from mawqif.extract import extract
from mawqif.lexicon import Lexicon, Shares
from mawqif.model import Date, Draft, Page, Reading, Report, Span, Speaker, Statement, statement_id
from mawqif.resolve import resolve
from mawqif.segment import passage

# Words of a content that make it short, middling, long.
_LENGTHS = ((4, "tiny"), (9, "short"), (31, "middling"))


def evidence(statement: Statement, goes_on: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the score of a statement rests on: what is known of its content, and of its speaker.

    Both from the widest to the narrowest: the frame, the sort of cue, the length; the rule that found
    the speaker, whether the speaker of the statement before `goes_on`, the words of the name, the kind.
    """
    sort, _, frame = statement.rule.partition(":")
    length = _step(len(statement.content.text.split()), _LENGTHS, "long")
    speaker = statement.speaker
    words = min(len((speaker.name or "").split()), 3)
    turn = "goes-on" if goes_on else "another"
    return (frame, sort, length), (speaker.rule, turn, str(words), speaker.kind.value)


def _step(n: int, steps: tuple[tuple[int, str], ...], last: str) -> str:
    return next((name for under, name in steps if n < under), last)


def turns(statements: Sequence[Statement]) -> Iterator[tuple[Statement, bool]]:
    """Each statement with whether its speaker goes on: the one of the statement before has the same name."""
    last: str | None = None
    for statement in statements:
        name = statement.speaker.name
        yield statement, name is not None and name == last
        last = name


def scored(statements: Sequence[Statement], lexicon: Lexicon) -> tuple[Statement, ...]:
    """The statements with the probability that content and speaker are both right; 0 where nobody is named."""
    contents, speakers = (lexicon.scores.get(name, Shares()) for name in ("content", "speaker"))
    unseen = lexicon.scores["unseen"].of(()) if "unseen" in lexicon.scores else 1.0
    out = []
    for statement, goes_on in turns(statements):
        content, speaker = evidence(statement, goes_on)
        share = contents.of(content) * speakers.of(speaker) * unseen if statement.speaker.name is not None else 0.0
        out.append(replace(statement, score=round(share, 2)))
    return tuple(out)


def _said(draft: Draft, report: Report) -> Date | None:
    """The day of a statement: what its own words of time come to, else the report's."""
    if draft.said_on is None:
        return report.day
    return dates.parse(draft.said_on.text, report.day)


def read(page: Page, lexicon: Lexicon) -> Reading:
    """Everything that is found in one page, from the page and the lexicon alone."""
    report = clean(page, lexicon)
    cut = passage(report)
    drafts = extract(cut, lexicon)
    given = plain(report.text)
    statements = [_statement(d, s, report, given) for d, s in resolve(cut, drafts, lexicon)]
    return Reading(report, scored(statements, lexicon))


def _statement(d: Draft, speaker: Speaker, report: Report, given: Plain) -> Statement:
    """The statement of a draft, its spans led back from the plain text to the text as given."""
    content, cue = _given(d.content, given), _given(d.cue, given) if d.cue else None
    return Statement(
        id=statement_id(report.id, cue, content),
        content=content,
        cue=cue,
        speaker=replace(speaker, mention=_given(speaker.mention, given)) if speaker.mention else speaker,
        mode=d.mode,
        act=d.act,
        via=tuple(_given(v, given) for v in d.via),
        negated=d.negated,
        said_on=_given(d.said_on, given) if d.said_on else None,
        date=_said(d, report),
        occasion=replace(d.occasion, span=_given(d.occasion.span, given)) if d.occasion else None,
        addressee=_given(d.addressee, given) if d.addressee else None,
        rule=d.rule,
    )


def _given(span: Span, given: Plain) -> Span:
    return Span.of(given.source, *given.given(span.start, span.end))
