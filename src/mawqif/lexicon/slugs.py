"""Ids made of names."""

from __future__ import annotations

import re
import unicodedata

from mawqif.arabic import fold


def slug(name: str) -> str:
    """A stable id of a person or thing that has none, from the name: Latin letters plain, Arabic ones folded."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^\w]+", "-", (plain if re.search("[A-Za-z]", plain) else fold(name)).lower()).strip("-")
