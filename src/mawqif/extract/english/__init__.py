"""English reported speech in the sentences of an Arabic page that are mainly in Latin letters.

The same shape as for Arabic: a cue reports in a frame (that, a quotation, a colon, the preposition or the noun phrase
that it governs), with its subject before it, or after it behind a quotation. Only such sentences are looked at.
"""

from mawqif.extract.english.acts import act_of
from mawqif.extract.english.sentences import is_english, sentence

__all__ = ["act_of", "is_english", "sentence"]
