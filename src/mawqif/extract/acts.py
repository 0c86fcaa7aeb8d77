"""The act of a statement: by its cue, and where the cue is neutral by what the content does (data/acts.yaml)."""

from __future__ import annotations

import functools
import re

from mawqif.arabic import fold
from mawqif.lexicon import Cue, Lexicon
from mawqif.model import Act

_HEAD, _NEAR = 6, 16  # words of the content that are looked at
_ORDER = (Act.REJECT, Act.DENY, Act.CONDEMN, Act.WARN, Act.DEMAND, Act.COMMIT, Act.SUPPORT)
_WORD = re.compile(r"[^\W_]+")

Signs = tuple[tuple[Act, "re.Pattern[str] | None", "re.Pattern[str] | None"], ...]


@functools.lru_cache(maxsize=8)
def signs(lexicon: Lexicon) -> Signs:
    """For each act, in the order of reading, what shows it at the head of a content and near it."""
    return tuple(
        (act, _pattern(lexicon.list(f"acts.{act}_head")), _pattern(lexicon.list(f"acts.{act}_near"))) for act in _ORDER
    )


def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    """One expression over folded words separated by single spaces; it has no nested repetition."""
    if not phrases:
        return None
    words = "|".join(re.escape(fold(p)).replace(r"\ ", " ").replace(r"\*", r"\w*") for p in phrases)
    return re.compile(rf"(?:^| )(?:[وفبلك]|[وف]?[بل]?ال|و?لل)?(?:{words})(?= |$)")


def act_of(cue: Cue, content: str, signs: Signs) -> Act:
    """The act by the cue; where the cue is neutral or soft, by the words of the content."""
    if cue.act and not cue.soft:
        return cue.act
    words = [m.group() for _, m in zip(range(_NEAR), _WORD.finditer(fold(content[:300])), strict=False)]
    head, near = " ".join(words[:_HEAD]), " ".join(words)
    for act, at_head, anywhere in signs:
        if (at_head and at_head.search(head)) or (anywhere and anywhere.search(near)):
            return act
    return cue.act or Act.STATE
