"""Where a content ends: before the next saying, before the narrator's own words, else with its sentence."""

from __future__ import annotations

from mawqif.extract import frames
from mawqif.extract.frames import GOVERNED, Frame
from mawqif.extract.view import View
from mawqif.extract.words import NARRATION, TAILS, THAT, TURNS
from mawqif.lexicon import Cue
from mawqif.model import Sentence, Span

_TRAIL = " \t\r\n،,؛;:.-–—ـ…\u200f\u200e\u00a0"
_NEAR = 4  # tokens within which a verb of several senses must show its frame


def content(v: View, frame: Frame, s: Sentence) -> Span | None:
    """The content that a frame begins, without the marks that trail it."""
    end = frame.end if frame.end is not None else _end(v, frame, s)
    while end > frame.start and v.text[end - 1] in _TRAIL:
        end -= 1
    return Span.of(v.text, frame.start, end) if end > frame.start else None


def _end(v: View, frame: Frame, s: Sentence) -> int:
    """Where an indirect content stops: before the next saying or a narrator's tail, else with the sentence."""
    begin = v.at(frame.start)
    deed = frame.rule in GOVERNED and THAT.isdisjoint(v.forms[begin : begin + 2])
    for j in range(begin + 1, s.last):
        if j in v.quoted:
            continue
        if j + 1 < s.last and (v.word(j), v.forms[j + 1]) in TAILS:
            return v.starts[j]
        if deed and v.forms[j] in NARRATION and "،" in v.gap(j):
            return v.starts[j]
        found = v.cue(j)
        if found and _ends(v, begin, j, found[0], s):
            return v.starts[j - 1] if v.forms[j - 1] in TURNS else v.starts[j]
    return s.end


def _ends(v: View, begin: int, j: int, cue: Cue, s: Sentence) -> bool:
    """Whether the cue at token j reports in a frame of its own, so that the content before it is over."""
    if cue.weak and cue.sort == "verb" and v.forms[j].startswith("و") and "،" in v.gap(j):
        near = frames.find(v, j, cue, s)
        return near is not None and near.subject_end - j <= _NEAR
    return _stops(v, begin, j, cue) and (cue.sort == "adverbial" or frames.find(v, j, cue, s) is not None)


def _stops(v: View, begin: int, j: int, cue: Cue) -> bool:
    """Whether the cue at token j may begin a statement of its own after the content that begins at token begin."""
    comma = any(c in "،," for c in v.gap(j))
    if cue.sort == "participle":
        return comma or v.forms[j].startswith("و")
    if cue.sort == "adverbial":
        return comma
    if cue.sort != "verb" or cue.weak or j <= begin + 1:
        return False
    joined = v.forms[j].startswith("و") and v.forms[j] not in v.index.cues
    return joined or "،" in v.gap(j) or v.forms[j - 1] in TURNS
