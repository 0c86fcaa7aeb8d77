"""Two statements beside each other: whether they carry one saying, how, and by which rule."""

from __future__ import annotations

from collections.abc import Callable

from mawqif.link.sayings.contrary import contrary
from mawqif.link.sayings.likeness import Likeness, blocks, likeness, other_numbers
from mawqif.link.sayings.speakers import Voice, one_office, voice
from mawqif.model import Act, Date, Echo, Heeded, Said

Near = Callable[[str, str], float]

_DAYS = 2  # between two reports of the same words
_DAYS_TOLD = 1  # between two reports in other words
_DAYS_RETOLD = 14  # within which a report retells what it gives no day for

_LEAST_COMMON = 2  # words without which nothing is compared
_FEW = 4  # words that are too few where they are less than the fourth part of the shorter content
_LEAST_WEIGHT = 2.0  # of what two contents share in the same words
_SAME, _SAME_BOTH = 0.8, 0.75  # shares of the lighter and the heavier content
_EQUAL, _EQUAL_OPEN, _EQUAL_KNOWN = 0.9, 3.5, 1.0  # the same words, of nobody who is named or of one speaker on one day
_COMMON_ACTS = (Act.CONDEMN, Act.SUPPORT)
_RUN, _RUN_LENGTH = 3.0, 4  # weight and words of a run that is a quotation of its own
_RUN_AMID = 5.5  # of a run among much that is otherwise
_RUN_COVER = 0.85  # of the lighter content, which is then an excerpt
_LONG_RUN, _LONG_LENGTH = 5.0, 6  # a run that tells the saying whoever speaks
_TOLD, _TOLD_WEIGHT = 0.62, 3.0  # share and weight of the words of a paraphrase
_TOLD_OTHERWISE = 0.7  # where one tells and the other asks
_TOLD_ALIGNED, _TOLD_LONGER = 0.5, 0.2  # of the lighter content in the same order, of the heavier
_TOLD_AGREEING, _TOLD_SIZE, _TOLD_CLOSE = 0.7, 2.0, 2.2  # of two short tellings that are much alike
_TOLD_HERE = 0.8  # within one report, in another order, or by who speaks for a body
_AGREEING, _AGREEING_ALONE = 0.6, 0.7  # of what is aligned, beside what clashes with it
_LONG_COMMON = 8.0  # where it is praise or blame
_COPIED = 0.5
_NEAR, _NEAR_WEIGHT, _NEAR_HELD = 0.7, 2.0, 0.45  # likeness of meaning, with fewer words in common
_NEAR_TRANSLATED = 0.5

_TELLERS = (Voice.SAME, Voice.OFFICE, Voice.BODY)
_LEXICAL = " (words alone)"


def compare(a: Said, b: Said, copied: bool = False, near: Near | None = None) -> Heeded | None:
    """What two statements are to each other as sayings, or None where they are none; symmetric.

    `copied`: both stand at the same place of a text that one report took from the other. `near`: the likeness of two
    texts by meaning, from -1 to 1, across languages.
    """
    if b.statement < a.statement:
        a, b = b, a
    if a.statement == b.statement:
        return None
    if a.latin != b.latin:
        return _translation(a, b, near)
    common, least = len(a.bag & b.bag), min(len(a.bag), len(b.bag))
    if common < min(_LEAST_COMMON, least) or (common < _FEW and common * _FEW < least):
        return None
    who = voice(a, b)
    if who is Voice.OTHER and not copied:
        return None
    shared = blocks(a, b)
    alike = likeness(a, b, shared)
    if who is not Voice.SAME and _nested(a, b):
        return None
    found = _echo(a, b, copied, who, alike, near)
    if found is None or contrary(a, b, shared):
        return None
    echo, rule = found
    days = 0 if echo is Echo.COPIED else apart(a, b)
    again = days > _DAYS
    if (again and who is not Voice.SAME) or (days and who is Voice.OPEN):
        return None
    return Heeded(a.statement, b.statement, echo, rule, again)


def _echo(a: Said, b: Said, copied: bool, who: Voice, alike: Likeness, near: Near | None) -> tuple[Echo, str] | None:
    if copied and alike.cover >= _COPIED and (who is not Voice.OTHER or _same_mention(a, b)):
        return Echo.COPIED, "same-place"
    if who is Voice.OTHER or (alike.renumbered and not (a.numbers & b.numbers and alike.both >= _SAME)):
        return None
    known = who is not Voice.OPEN
    long = alike.run >= _long_run(a) and alike.length >= _LONG_LENGTH
    weighs = alike.aligned >= _LEAST_WEIGHT
    equal = alike.both >= _EQUAL and alike.aligned >= _least_equal(a, b, known)
    if equal or ((known or long) and weighs and alike.cover >= _SAME and alike.both >= _SAME_BOTH):
        return Echo.SAME, f"same-words-{who.value}"
    least = _RUN if alike.agreeing >= _AGREEING_ALONE else _RUN_AMID
    run = alike.run >= least and alike.length >= _RUN_LENGTH and alike.agreeing >= _AGREEING
    if known and (run or (weighs and alike.cover >= _RUN_COVER)):
        return Echo.OVERLAP, f"common-run-{who.value}"
    if long and alike.agreeing >= _AGREEING_ALONE:
        return Echo.OVERLAP, "long-run"
    return _paraphrase(a, b, who, alike, near)


def _least_equal(a: Said, b: Said, known: bool) -> float:
    """What the same words must weigh. Praise, blame and good wishes are the same in many mouths."""
    if known:
        return _LEAST_WEIGHT if apart(a, b) else _EQUAL_KNOWN
    return _long_run(a) if a.act in _COMMON_ACTS else _EQUAL_OPEN


def _long_run(a: Said) -> float:
    """What a run must weigh that tells the saying whoever speaks."""
    return _LONG_COMMON if a.act in _COMMON_ACTS else _LONG_RUN


def _paraphrase(a: Said, b: Said, who: Voice, alike: Likeness, near: Near | None) -> tuple[Echo, str] | None:
    vague = who is Voice.OFFICE and not one_office(a, b)
    if vague or who not in _TELLERS or apart(a, b, retold=False) > _DAYS_TOLD or other_numbers(a.numbers, b.numbers):
        return None
    least = _TOLD if a.act == b.act else _TOLD_OTHERWISE
    if a.report == b.report or who is Voice.BODY:
        least = _TOLD_HERE
    if alike.held >= least and _enough(alike):
        return Echo.PARAPHRASE, "common-words" if near else "common-words" + _LEXICAL
    likely = alike.common >= _NEAR_WEIGHT and alike.held >= _NEAR_HELD and alike.agreeing >= _AGREEING
    if near and likely and near(a.text, b.text) >= _NEAR:
        return Echo.PARAPHRASE, "near-meaning"
    return None


def _enough(alike: Likeness) -> bool:
    """Whether the words that two tellings share weigh enough: the fewer, the more of both they must be."""
    if alike.held < _TOLD_HERE and alike.aligned < _TOLD_ALIGNED * alike.shorter:
        return False
    close = alike.agreeing >= _TOLD_AGREEING and alike.longer <= _TOLD_SIZE * alike.shorter
    return alike.common >= (_TOLD_CLOSE if close else max(_TOLD_WEIGHT, _TOLD_LONGER * alike.longer))


def _translation(a: Said, b: Said, near: Near | None) -> Heeded | None:
    if near is None or voice(a, b) is not Voice.SAME or apart(a, b, retold=False) > _DAYS_TOLD or contrary(a, b):
        return None
    if other_numbers(a.numbers, b.numbers) or near(a.text, b.text) < _NEAR_TRANSLATED:
        return None
    return Heeded(a.statement, b.statement, Echo.TRANSLATION, "near-meaning")


def apart(a: Said, b: Said, retold: bool = True) -> int:
    """Days between the times at which both may have been said; none where a time is unknown.

    `retold`: a report that gives no day may retell what another one dates to some days before, so that no days lie
    between; in other words that is another saying.
    """
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return 0
    days = max(0, (a.first - b.last).days, (b.first - a.last).days)
    dated = [s.first == s.last for s in sorted((a, b), key=lambda s: (s.last or Date.max, s.statement))]
    return 0 if retold and dated == [True, False] and days <= _DAYS_RETOLD else days


def _same_mention(a: Said, b: Said) -> bool:
    """Whether the speaker is written alike at the cue, or not at all."""
    return a.mention == b.mention


def _nested(a: Said, b: Said) -> bool:
    """Whether one stands within the other, in one report: who tells that somebody said it says another thing."""
    return a.report == b.report and a.at < b.at + len(b.text) and b.at < a.at + len(a.text)
