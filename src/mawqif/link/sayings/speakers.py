"""Whether two statements are of one speaker, as far as names, offices and ids tell."""

from __future__ import annotations

import enum

from rapidfuzz.distance import Indel

from mawqif.model import Said

_LEAST_OFFICE = 2  # words of an office that tell who is meant
_LEAST_LETTERS = 3  # of a family name that stands alone
_ALIKE = 0.7  # of two spellings of a word


class Voice(enum.Enum):
    """What two speakers are to each other."""

    SAME = "same"
    SPELT = "spelt"  # one name in two spellings
    OFFICE = "office"  # one named, or both, by an office that the other holds
    BODY = "body"  # one speaks for the other
    OPEN = "open"  # nobody is named on one side
    OTHER = "other"


def voice(a: Said, b: Said) -> Voice:
    """What the speaker of one statement is to that of another; symmetric."""
    if a.actor and b.actor and a.actor == b.actor:
        return Voice.SAME
    if a.speaker and b.speaker and _one_name(a, b):
        return Voice.SAME
    if _one_body(a, b):
        return Voice.BODY
    if a.speaker and b.speaker:
        if a.person and b.person and _spelt(a.speaker, b.speaker):
            return Voice.SPELT
        return Voice.OTHER if a.person == b.person or not _close(a, b) else Voice.OPEN
    if one_office(a, b) or (a.office and a.office == b.office and not (a.speaker or b.speaker)):
        return Voice.OFFICE
    return Voice.OPEN


def one_office(a: Said, b: Said) -> bool:
    """Whether the office of one, in words enough to tell who is meant, is that of the other."""
    return len(a.office & b.office) >= _LEAST_OFFICE and (a.office <= b.office or b.office <= a.office)


def _one_name(a: Said, b: Said) -> bool:
    """One name, or a shorter form of it: of a person with the same first name, or the family name alone."""
    short, long = sorted((a.speaker, b.speaker), key=len)
    if short == long:
        return True
    if not (a.person or b.person):
        return set(short) <= set(long)
    if len(short) == 1:
        return short[0] == long[-1] and len(short[0]) >= _LEAST_LETTERS
    return short[0] == long[0] and _in_order(short, long)


def _spelt(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names may be spellings of one: word by word they are alike."""
    return len(a) == len(b) and all(
        x == y or Indel.normalized_similarity(x, y) >= _ALIKE for x, y in zip(a, b, strict=True)
    )


def _in_order(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)


def _one_body(a: Said, b: Said) -> bool:
    """Whether one speaks for the other, by ids or by the name of a body in an office."""
    if (a.actor and a.actor in b.voices) or (b.actor and b.actor in a.voices):
        return True
    return _body_of(a, b) or _body_of(b, a)


def _body_of(body: Said, other: Said) -> bool:
    return bool(body.speaker) and not body.person and set(body.speaker) <= (other.office | other.mention)


def _close(a: Said, b: Said) -> bool:
    """Whether a person and a body may be one voice: they are named by a common word, or speak for one state."""
    return (
        bool(a.voices & b.voices)
        or bool((a.office | a.mention) & set(b.speaker))
        or bool((b.office | b.mention) & set(a.speaker))
    )
