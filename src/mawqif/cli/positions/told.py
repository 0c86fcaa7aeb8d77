"""A timeline as a reader reads it: what is held now and why we say so, then how it came about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mawqif.cli.positions import words
from mawqif.cli.screen import filled, isolated, say, strong
from mawqif.cli.tables import print_table
from mawqif.i18n import _
from mawqif.model import Date, News, Saying, Step, Timeline, Turn


def print_overview(lines: Sequence[Timeline]) -> None:
    """A line for each holder: what it holds, since when, how often it said so, when last."""
    columns = (_("Holder"), _("Position"), _("Since"), _("Last said"), _("Times"), _("Changes"))
    print_table(columns, [_overview(line) for line in lines])


def _overview(line: Timeline) -> tuple[str, ...]:
    step = line.present
    changes = sum(s.turn not in (Turn.FIRST, Turn.RESTATED) for s in line.steps)
    times = sum(len(s.utterances) for s in line.steps)
    held = words.stand_label(step.stand) if step else _without(line)
    if line.contested:
        held = filled(_("{held} (contested)"), held=held)
    since, last = (words.day_of(line.since), words.day_of(line.steps[-1].last)) if step else ("-", "-")
    return line.holder.name, held, since, last, str(times), str(changes)


def _without(line: Timeline) -> str:
    """What stands in place of a position where the holder's dated own voice gives none."""
    if line.steps:
        return words.turn_label(Turn.CONFLICTING)
    for found, said in ((line.undated, _("undated only")), (line.asides, _("asides only"))):
        if found:
            return said
    return _("as others say only")


def print_timeline(line: Timeline, since: Date | None = None) -> None:
    """The block of one holder."""
    from mawqif.pipeline.positions import quoted

    step = line.present
    say(f"{strong(isolated(line.holder.name))}: {_headline(line)}")
    if step:
        _say_saying(quoted(step), "  ")
        for text in (words.restated(step), _old(step)):
            if text:
                say("  " + text)
    shown = [s for s in line.steps if (since is None or s.last >= since) and not (s is step and len(line.steps) == 1)]
    for title, lines in (
        (_("Course:"), [t for s in shown for t in _step(s)]),
        (_("About having said it:"), _apart(line.asides, since)),
        (_("As others say:"), _apart(line.ascribed, since)),
        (_("As outlets tell:"), _apart(line.told, since)),
        (_("Without a date:"), _apart(line.undated, None)),
    ):
        if lines:
            say("  " + title)
            for text in lines:
                say("    " + text)


def _headline(line: Timeline) -> str:
    step = line.present
    if step is None:
        return _without(line)
    held = words.stand_label(step.stand)
    if line.direction_since != line.since:
        text = _("{held} since {since}; that way since {first}")
        told = filled(text, held=held, since=words.day_of(line.since), first=words.day_of(line.direction_since))
    else:
        told = filled(_("{held} since {since}"), held=held, since=words.day_of(line.since))
    return filled(_("{held} (contested)"), held=told) if line.contested else told


def _old(step: Step) -> str | None:
    """Where the words themselves give the position as an old one, it is older than its first report."""
    if any(s.restated for s in step.sayings):
        return _("given as an old position: it may be older than the record")
    return None


def _say_saying(saying: Saying, indent: str) -> None:
    for text in _saying(saying):
        say(indent + text)


def _saying(s: Saying) -> Iterator[str]:
    """The words, their conditions, the chain with the day and an id to look it up by."""
    yield words.quoted(words.excerpt(s))
    yield from words.conditions(s.conditions)
    yield from words.exceptions(s.exceptions)
    yield f"{words.day_of(s.day)}  {words.chain(s)}  [{(s.statement or s.report)[:8]}]"


def _step(step: Step) -> Iterator[str]:
    from mawqif.pipeline.positions import quoted

    held = words.stand_label(step.stand)
    until = f" – {words.day_of(step.last)}" if step.last != step.first else ""
    turn = words.turn_label(step.turn)
    yield f"{words.day_of(step.first)}{until}  {turn}" + (f": {held}" if step.stand else "")
    said = step.sayings if step.turn is Turn.CONFLICTING else (quoted(step),)
    for saying in said:
        if step.turn is Turn.CONFLICTING:
            yield "  " + words.stance_label(saying.stance, saying.leaning)
        yield from ("  " + text for text in _saying(saying))
    if (again := words.restated(step)) and step.stand:
        yield "  " + again
    if step.stand and (old := _old(step)):
        yield "  " + old


def _apart(found: Sequence[Saying], since: Date | None) -> list[str]:
    """What stands apart, each utterance once."""
    from mawqif.pipeline.positions import once

    out: list[str] = []
    for s, *_more in once(found):
        if since is None or s.day is None or s.day >= since:
            what = (
                words.news_label(News(s.issue, s.levels[0], (s,)))
                if s.aside
                else words.stance_label(s.stance, s.leaning)
            )
            out += [what, *("  " + text for text in _saying(s))]
    return out
