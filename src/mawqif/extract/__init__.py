"""Find cues with their contents in the sentences of a report.

A cue reports only in a frame: a complementiser, a quotation, a colon, the preposition or the noun
phrase that it governs. Every draft names the frame that made it in `rule`.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import replace

from mawqif.extract import drafts, english
from mawqif.extract.instruments import invoked
from mawqif.extract.interviews import answers
from mawqif.extract.occasions import placed
from mawqif.extract.posts import posts
from mawqif.extract.times import dated
from mawqif.extract.view import View
from mawqif.lexicon import Lexicon
from mawqif.model import Draft, Passage

__all__ = ["extract"]

_LATIN = re.compile(r"[A-Za-z]{2} [A-Za-z]{2}")  # two words; a page without them has no English sentence


def extract(passage: Passage, lexicon: Lexicon, year: int | None = None) -> tuple[Draft, ...]:
    """All drafts of a report in the order of the text; `host` and `sentence` index into the report.

    `year` is the report's (None: unknown); some names mean one thing before it and another after.
    """
    view = View(passage, lexicon)
    signed = deque(sorted((*posts(passage.text, lexicon), *answers(passage.text)), key=lambda p: p.start))
    latin = _LATIN.search(passage.text) is not None
    out: list[Draft] = []
    for n, sentence in enumerate(passage.sentences):
        while signed and signed[0].end <= sentence.start:
            out.append(replace(signed.popleft().draft, sentence=n))
        if signed and signed[0].start < sentence.end:
            continue
        base = len(out)
        if latin and english.is_english(passage.text, sentence.start, sentence.end):
            last = out[-1] if out else None
            here = english.sentence(passage.text, n, sentence.start, sentence.end, lexicon, last)
        else:
            here = drafts.sentence(view, n, sentence)
        for d in here:
            out.append(d if d.host is None else replace(d, host=d.host + base))
    out.extend(replace(p.draft, sentence=max(0, len(passage.sentences) - 1)) for p in signed)
    return tuple(invoked(view, lexicon, placed(view, lexicon, dated(passage, out)), year))
