"""Actors across reports: from the speakers of all reports of a record to those who spoke.

`appearance` makes a card of a speaker; `bearers` tells apart those who bear one name; `tie` leads from one name to
another of the same actor. Each depends on what a record holds and not on the order in which it came. A wrong link is
worse than a missed one: what nothing decides stays open, with candidates.
"""

from __future__ import annotations

from mawqif.resolve.actors.bearers import bearers
from mawqif.resolve.actors.cards import appearance, titled
from mawqif.resolve.actors.home import home, local, paper
from mawqif.resolve.actors.ties import asks, offers, tie

__all__ = ["appearance", "asks", "bearers", "home", "local", "offers", "paper", "tie", "titled"]
