"""One report as the frames look at it: where a cue may begin is asked of a set, which misses none."""

from __future__ import annotations

from mawqif.extract.view import index
from mawqif.extract.words import AS_TOLD
from mawqif.lexicon import load


def test_every_cue_and_adverbial_passes_the_quick_look() -> None:
    known = index(load())
    joined = {letter + form for form in known.cues for letter in ("", "و", "ف", "ب", "ل", "ك", "س", "ال")}
    assert {form for form in joined if len(form) > 1 and known.known.cue(form, "")} <= known.openers
    assert AS_TOLD.union(known.adverbials) <= known.openers
    assert "الجسر" not in known.openers
