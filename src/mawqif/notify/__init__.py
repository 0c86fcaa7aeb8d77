"""What is new goes out: messages through apprise, and Atom feeds as files. Nothing here fetches, and nothing is kept.

`apprise` comes with the extra `notify`; feeds need nothing.
"""

from __future__ import annotations

from mawqif.notify.atom import Item, feed
from mawqif.notify.messages import checked, masked, send

__all__ = ["Item", "checked", "feed", "masked", "send"]
