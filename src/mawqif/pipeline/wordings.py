"""Two wordings of one saying side by side, for whoever shows them (`link.differences`)."""

from mawqif.link.differences import differences

__all__ = ["differences"]
