"""Whether a statement says in other words what was pasted: by the words that tell, whatever their order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mawqif.arabic import stem
from mawqif.link.words import Word

_LEAST_SHARED = 3  # stems that tell
_TELLING = 0.45  # weight from which a word tells
_OF_PASTE, _OF_CONTENT = 0.55, 0.4  # shares of the weights of both
_CLOSE = 0.72  # cosine of two sentences that say the same; 0.04 is usual for others
_CLOSE_SPEAKER = 0.6  # where the speaker is the one that was asked for


@dataclass(frozen=True, slots=True)
class Overlap:
    """What a paste and a content share: of the weight of each, and how many telling stems."""

    of_paste: float
    of_content: float
    telling: int

    @property
    def same(self) -> bool:
        """Whether that is enough to be one saying."""
        return self.telling >= _LEAST_SHARED and self.of_paste >= _OF_PASTE and self.of_content >= _OF_CONTENT


def overlap(pasted: Mapping[str, float], content: Sequence[Word], others: float) -> Overlap:
    """What a content shares with a paste, given by stem and weight; a stem of the content alone weighs `others`."""
    mine = {stem(w.form) for w in content}
    shared = [pasted[s] for s in mine if s in pasted]
    rest = sum(others for s in mine if s not in pasted and len(s) > 2)
    both = sum(shared)
    return Overlap(
        both / (sum(pasted.values()) or 1.0), both / ((both + rest) or 1.0), sum(w >= _TELLING for w in shared)
    )


def close(cosine: float, asked: bool) -> bool:
    """Whether two sentences mean the same by their embeddings; with `asked` they are of the speaker asked for."""
    return cosine >= (_CLOSE_SPEAKER if asked else _CLOSE)
