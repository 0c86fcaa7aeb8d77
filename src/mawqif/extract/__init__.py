"""Find cues with their contents in the sentences of a report.

A cue reports only in a frame: a complementiser, a quotation, a colon, the preposition or the noun
phrase that it governs. Every draft names the frame that made it in `rule`.
"""

from __future__ import annotations

from dataclasses import replace

from mawqif.extract import drafts
from mawqif.extract.view import View
from mawqif.lexicon import Lexicon
from mawqif.model import Draft, Passage

__all__ = ["extract"]


def extract(passage: Passage, lexicon: Lexicon) -> tuple[Draft, ...]:
    """All drafts of a report in the order of the text; `host` and `sentence` index into the report."""
    view = View(passage, lexicon)
    out: list[Draft] = []
    for n, sentence in enumerate(passage.sentences):
        base = len(out)
        for d in drafts.sentence(view, n, sentence):
            out.append(d if d.host is None else replace(d, host=d.host + base))
    return tuple(out)
