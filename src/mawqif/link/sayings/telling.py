"""A statement as words that can be compared: what tells something, how much, on which side, and who says it."""

from __future__ import annotations

import datetime as dt
import functools
import re

from mawqif.arabic import WORD
from mawqif.lexicon import Lexicon, load
from mawqif.link.sayings.weighing import Weighed, weighing
from mawqif.link.words import AFFIRMED, words
from mawqif.model import Date, Kind, Said, Speaker, Statement

_BEHIND = 3  # words between a negation and what it negates
_NO_NAME = frozenset("بن ابن بنت ال ابو ام الشيخ الدكتور".split())
_SERVANT = "عبد"
_NAMELESS = (Kind.UNNAMED, Kind.DOCUMENT)
_LATIN_LETTERS = re.compile("[A-Za-z]")


def said(
    statement: Statement,
    report: str,
    outlet: str | None,
    day: Date | None,
    actor: str | None,
    lexicon: Lexicon | None = None,
) -> Said:
    """A statement of a report as it is compared; `actor` is the speaker's id across reports, `lexicon` the core's.

    The statement's spans may lie in the text as given or in the plain text: only its words are looked at.
    """
    weigh, speaker = weighing(lexicon or load()), statement.speaker
    content = statement.content.text
    read = [w for w in map(weigh.word, WORD.findall(content)) if w.form]
    telling = [w for w in read if w.key]
    roots = tuple(w.key for w in telling)
    named, office = _names(speaker)
    first, last = _days(statement, day)
    side, turned = weigh.side(statement.cue.text) if statement.cue else (0, False)
    return Said(
        statement=statement.id,
        report=report,
        at=statement.content.start,
        roots=roots,
        weights=tuple(w.weight for w in telling),
        bag=frozenset(roots),
        denied=_denied(read),
        numbers=frozenset(w.number for w in read if w.number),
        poles=frozenset(pole for w in read for pole in w.poles),
        speaker=named,
        person=speaker.kind is Kind.PERSON,
        office=office,
        mention=frozenset(_keys(speaker.mention.text)) if speaker.mention else frozenset(),
        voices=frozenset(speaker.represents),
        actor=actor,
        outlet=outlet,
        first=first,
        last=last,
        act=statement.act,
        side=side,
        turned=turned,
        negated=statement.negated,
        stances=frozenset((p.issue, p.stance) for p in statement.positions),
        latin=_latin(content),
        text=content,
    )


def _denied(read: list[Weighed]) -> frozenset[int]:
    """Which of the words that tell something stand behind a negation, with little between."""
    found, behind, n = [], 0, 0
    for w in read:
        if w.negates:
            behind = _BEHIND
            continue
        if w.form in AFFIRMED:
            behind = 0
        if w.key and behind > 0:
            found.append(n)
        behind = 0 if w.key else behind - 1
        n += bool(w.key)
    return frozenset(found)


def _names(speaker: Speaker) -> tuple[tuple[str, ...], frozenset[str]]:
    """The words of a speaker's name, and those of the office or of what an unnamed one or a document is called."""
    office = frozenset(_keys(speaker.office)) if speaker.office else frozenset()
    if not speaker.name:
        return (), office
    name = _keys(speaker.name)
    by_office = speaker.kind is Kind.PERSON and speaker.name == speaker.office
    return ((), frozenset(name)) if by_office or speaker.kind in _NAMELESS else (name, office)


@functools.lru_cache(maxsize=1 << 14)
def _keys(text: str) -> tuple[str, ...]:
    """The folded words of a name without clitics; «عبد» is one word with what follows."""
    found: list[str] = []
    servant = False
    for w in words(text):
        if w.form == _SERVANT:
            servant = True
        elif w.form not in _NO_NAME:
            found.append(_SERVANT + w.form if servant else w.base)
            servant = False
    return tuple(found)


def _days(statement: Statement, day: Date | None) -> tuple[Date | None, Date | None]:
    """The days between which it was said: its own, else that of its report or the one before."""
    if statement.said_on and statement.date:
        return statement.date, statement.date
    known = statement.date or day
    return (known - dt.timedelta(1), known) if known else (None, None)


def _latin(text: str) -> bool:
    """Whether most letters are Latin."""
    found = len(_LATIN_LETTERS.findall(text)) if _LATIN_LETTERS.search(text) else 0
    return bool(found) and found * 2 > sum(c.isalpha() for c in text)
