"""Statements that carry one saying: candidates by keys, pairs by comparing, utterances by putting pairs together.

Pure functions over plain values. What is one has a named reason (`Echo` and the rule); what is said in the opposite
sense is never one, nor are sayings of two speakers who are named. The words decide; the likeness of two sentences as a
language model has it may be given, and then speaks for paraphrases and translations only.
"""

from __future__ import annotations

from mawqif.link.sayings.comparing import compare
from mawqif.link.sayings.grouping import utterances
from mawqif.link.sayings.keys import MOST, keys
from mawqif.link.sayings.telling import said

__all__ = ["MOST", "compare", "keys", "said", "utterances"]
