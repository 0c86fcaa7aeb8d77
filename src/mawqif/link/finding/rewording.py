"""Whether a statement says in other words what was pasted: as sayings are compared, or by what sentences mean."""

from __future__ import annotations

from mawqif.lexicon import Lexicon
from mawqif.link.finding.senses import NO, Sides, negated
from mawqif.link.sayings import said
from mawqif.link.sayings.contrary import contrary
from mawqif.link.sayings.likeness import blocks, likeness
from mawqif.link.words import words
from mawqif.model import Act, Kind, Mode, Said, Span, Speaker, Statement

_HELD, _COMMON = 0.62, 2.5  # of the lighter of the two, and the weight of what both have
_CLOSE = 0.68  # cosine of two sentences that say the same; 0.04 is usual for others
_CLOSE_SPEAKER = 0.55  # where the speaker is the one that was asked for
_SHARED = 0.3  # what both must have of the lighter one's words, for sentences in one language that are near in meaning


def pasted(text: str, denied: bool) -> Said:
    """A paste as sayings are compared; `denied`: it tells so of what it says."""
    nobody = Speaker(None, None, Kind.UNNAMED)
    bare = Statement("", Span.of(text, 0, len(text)), None, nobody, Mode.INDIRECT, Act.STATE, negated=denied)
    return said(bare, "", None, None, None)


def found(statement: Statement, report: str, lexicon: Lexicon) -> Said:
    """A statement of a report as sayings are compared."""
    return said(statement, report, None, None, None, lexicon)


def shared(a: Said, b: Said) -> float | None:
    """The share of the lighter one's words that both have, if that is enough for one saying."""
    alike = likeness(a, b, blocks(a, b))
    same = alike.held >= _HELD and alike.common >= _COMMON and not _other_numbers(a, b)
    return alike.held if same else None


def near(a: Said, b: Said, cosine: float, asked: bool) -> bool:
    """Whether two sentences mean the same by their embeddings; with `asked` they are of the speaker asked for.

    In one language they must share some of their words, too.
    """
    if _other_numbers(a, b) or cosine < (_CLOSE_SPEAKER if asked else _CLOSE):
        return False
    return a.latin != b.latin or likeness(a, b, blocks(a, b)).held >= _SHARED


def opposite(a: Said, b: Said, sides: Sides) -> bool:
    """Whether two sayings are of opposite sense; across languages by how often each says no, which is a hint alone."""
    if a.latin != b.latin:
        return noes(a, sides) % 2 != noes(b, sides) % 2
    return contrary(a, b, blocks(a, b)) is not None


def noes(one: Said, sides: Sides) -> int:
    """How many words of a saying negate, or say no to what they govern; with the denial of its cue."""
    found = words(one.text)
    return sum(negated(w) or NO in sides(w.form) for w in found) + (one.turned != one.negated)


def _other_numbers(a: Said, b: Said) -> bool:
    """Whether each has a number that the other has not."""
    return bool(a.numbers - b.numbers) and bool(b.numbers - a.numbers)
