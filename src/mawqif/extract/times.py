"""When it was said: the date that stands with a statement's cue, outside the words that are reported."""

from __future__ import annotations

from dataclasses import replace

from mawqif import dates
from mawqif.model import DateMention, Draft, Passage, Sentence, Span

_DAYS = frozenset(
    (
        "yesterday",
        "before-yesterday",
        "today",
        "weekday",
        "day-month",
        "day-month-year",
        "numeric",
        "two-calendars",
        "hijri",
    )
)
_BACK = 4  # words before a date that it may depend on
_REACH = 140  # code points between a cue and its date


def dated(passage: Passage, found: list[Draft]) -> list[Draft]:
    """The drafts of a report with `said_on` where their sentence gives the day of the saying."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in found:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    asking: dict[int, list[int]] = {}
    for d in found:
        if d.cue is not None and _asks(d) and d.sentence < len(passage.sentences):
            asking.setdefault(d.sentence, []).append(d.cue.start)
    mentions = {n: _days(passage, passage.sentences[n], cues) for n, cues in asking.items()}
    return [_dated(d, mentions.get(d.sentence, ()), by_sentence[d.sentence]) for d in found]


def _asks(draft: Draft) -> bool:
    """Whether a day beside the cue would be the day of the saying."""
    return draft.cue is not None and not draft.said_on and draft.sort not in ("participle", "noun")


def _days(passage: Passage, sentence: Sentence, cues: list[int]) -> tuple[DateMention, ...]:
    """The days in a sentence with cues at these code points; none where no date can begin near any of them."""
    tokens = passage.tokens
    heads = [sentence.first + i for i in dates.beginnings(passage.forms[sentence.first : sentence.last])]
    if not any(tokens[i].start - _REACH <= at < tokens[i].end + _REACH for i in heads for at in cues):
        return ()
    near = slice(max(sentence.first, heads[0] - _BACK), sentence.last)
    ends = tuple(token.end for token in tokens[near])
    words = dates.Words(passage.text, passage.starts[near], ends, passage.forms[near])
    return tuple(m for m in dates.among(words) if m.rule in _DAYS)


def _dated(draft: Draft, mentions: tuple[DateMention, ...], beside: list[Draft]) -> Draft:
    """The nearest day to the cue that no content of the sentence holds, before the content or right after it."""
    if draft.cue is None or not _asks(draft) or not mentions:
        return draft
    free = [m for m in mentions if not any(_holds(d.content, m.span) for d in beside)]
    near = [m for m in free if abs(m.span.start - draft.cue.start) <= _REACH and _own(draft, m.span, beside)]
    if not near:
        return draft
    best = min(near, key=lambda m: abs(m.span.start - draft.cue.end))  # type: ignore[union-attr]
    return replace(draft, said_on=best.span)


def _holds(content: Span, span: Span) -> bool:
    return content.start <= span.start < content.end


def _own(draft: Draft, span: Span, beside: list[Draft]) -> bool:
    """Whether no other cue stands between this one and the date."""
    a, b = sorted((draft.cue.start if draft.cue else 0, span.start))
    return not any(d is not draft and d.cue and a < d.cue.start < b for d in beside)
