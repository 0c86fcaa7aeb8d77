"""Whether a statement says in other words what was pasted: as sayings are compared, or by what sentences mean."""

from __future__ import annotations

from mawqif.arabic import fold
from mawqif.lexicon import Lexicon
from mawqif.link.finding.senses import NO, Sides, negated
from mawqif.link.sayings import said
from mawqif.link.sayings.contrary import contrary
from mawqif.link.sayings.likeness import blocks, likeness, other_numbers
from mawqif.link.words import words
from mawqif.model import Act, Kind, Mode, Said, Span, Speaker, Statement

_HELD, _HELD_BY_ANYBODY = 0.62, 0.8  # of the weight of a paste: of who is asked for or named in it, of anybody
_OF_CONTENT, _COMMON = 0.4, 2.5  # of the weight of the content, and the weight of what both have
# the reasons for which sayings are contrary that name opposite sides, and of which one denies what the other does not
_POLES, _NEGATION = "opposites", "negation"
_EXCEPT = fold("إلا")
_CLOSE = 0.68  # cosine of two sentences that say the same; 0.04 is usual for others
_CLOSE_SPEAKER = 0.55  # where the speaker is the one that was asked for
_SHARED = 0.3  # what both must have of the lighter one's words, for sentences in one language that are near in meaning


def pasted(text: str, denied: bool, lexicon: Lexicon) -> Said:
    """A paste as sayings are compared; `denied`: it tells so of what it says."""
    nobody = Speaker(None, None, Kind.UNNAMED)
    bare = Statement("", Span.of(text, 0, len(text)), None, nobody, Mode.INDIRECT, Act.STATE, negated=denied)
    return said(bare, "", None, None, None, lexicon)


def found(statement: Statement, report: str, lexicon: Lexicon) -> Said:
    """A statement of a report as sayings are compared."""
    return said(statement, report, None, None, None, lexicon)


def shared(a: Said, b: Said, asked: bool) -> tuple[float, bool] | None:
    """The share of the weight of a paste that a statement has, and whether that is enough for one saying.

    Words of a paste that name the speaker are none of the saying, and count as if that one was asked for. None where
    the two only touch.
    """
    named = _names(a, b)
    left = sum(w for r, w in zip(a.roots, a.weights, strict=True) if r not in named)
    common = sum(w for r, w in dict(zip(a.roots, a.weights, strict=True)).items() if r in b.bag)
    if not left or other_numbers(a.numbers, b.numbers):
        return None
    if common < max(_COMMON, _HELD * left, _OF_CONTENT * sum(b.weights)):
        return None
    share = min(1.0, common / left)
    return share, asked or bool(named) or share >= _HELD_BY_ANYBODY


def _names(a: Said, b: Said) -> frozenset[str]:
    """The words of the speaker's name where a paste names that one: a person by the last word, others by all."""
    needed = b.speaker[-1:] if b.person else b.speaker
    return frozenset(b.speaker) if needed and set(needed) <= set(a.roots) else frozenset()


def near(a: Said, b: Said, cosine: float, asked: bool) -> bool:
    """Whether two sentences mean the same by their embeddings; with `asked` they are of the speaker asked for.

    In one language they must share some of their words, too.
    """
    if other_numbers(a.numbers, b.numbers) or cosine < (_CLOSE_SPEAKER if asked else _CLOSE):
        return False
    return a.latin != b.latin or likeness(a, b, blocks(a, b)).held >= _SHARED


def opposite(a: Said, b: Said, sides: Sides) -> bool:
    """Whether two sayings are of opposite sense; across languages by how often each says no, which is a hint alone."""
    if a.latin != b.latin:
        return noes(a, sides) % 2 != noes(b, sides) % 2
    reason = contrary(a, b, blocks(a, b))
    as_often = _negations(a) % 2 == _negations(b) % 2
    if (reason == _POLES and not as_often) or (reason == _NEGATION and as_often):
        return False  # «ترفض», «لن تقبل»; «لا يقل», «ألا يقل»
    return reason is not None


def unsaid(a: Said, b: Said, sides: Sides) -> bool:
    """Whether the cue of a statement says no to its content and the paste says no to nothing."""
    return b.side < 0 and a.latin == b.latin and noes(a, sides) == 0


def _negations(one: Said) -> int:
    """How many words negate; «إلا» behind another negation only makes an exception."""
    found = [w for w in words(one.text) if negated(w)]
    return sum(w.form != _EXCEPT or i == 0 for i, w in enumerate(found))


def noes(one: Said, sides: Sides) -> int:
    """How many words of a saying negate, or say no to what they govern; with the denial of its cue."""
    found = words(one.text)
    return sum(negated(w) or NO in sides(w.form) for w in found) + (one.turned != one.negated)
