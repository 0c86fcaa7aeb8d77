"""What a report says elsewhere that an open mention needs: its states, the ministries that it names in full."""

from __future__ import annotations

import functools

from mawqif.arabic import bare, fold
from mawqif.lexicon import Lexicon, Office
from mawqif.lexicon.bodies import body_kind
from mawqif.lexicon.posts import Post, posts_in
from mawqif.lexicon.states import NAME, Sighting, sightings
from mawqif.lexicon.usage import kingdoms
from mawqif.model import Date, Passage

_COUNTERPART = fold("نظير")
_BEHIND = 5  # words behind the name of a kind of body, or a counterpart, in which its state stands


class Context:
    """One report as the registry looks at it; everything is found when it is first asked for."""

    def __init__(self, passage: Passage, day: Date | None, lexicon: Lexicon) -> None:
        self.passage = passage
        self.day = day
        self.lexicon = lexicon

    @functools.cached_property
    def forms(self) -> list[str]:
        """The folded words of the report."""
        return list(self.passage.forms)

    @functools.cached_property
    def seen(self) -> tuple[Sighting, ...]:
        """Where the report names states."""
        return sightings(self.forms, self.lexicon)

    @functools.cached_property
    def named_states(self) -> frozenset[str]:
        """The states that the report names or of whose people or bodies it tells."""
        return frozenset(s.id for seen in self.seen for s in seen.states)

    @functools.cached_property
    def surely_named(self) -> frozenset[str]:
        """The states that the report names by words that mean no other."""
        return frozenset(s.state.id for s in self.seen if s.state)

    def names_office(self, office: Office) -> bool:
        """Whether the report names an office with its state anywhere."""
        return any(p.kind == office.kind and p.state == office.state for p in self._posts)

    @functools.cached_property
    def states_of_offices(self) -> frozenset[str]:
        """The states and organisations of which the report names an office."""
        return frozenset(p.state for p in self._posts if p.state)

    @functools.cached_property
    def _posts(self) -> tuple[Post, ...]:
        return posts_in(self.forms, self.seen, self.lexicon)

    def state_of_kind(self, kind: str) -> str | None:
        """The one state of whose body of this kind, or of whose minister for it, the report tells; else None.

        «الخارجية» is that of the one state whose foreign ministry or foreign minister is named with the state.
        """
        body = body_kind(kind, self.lexicon)
        word = bare(fold(body.name.split()[-1])) if body else ""
        found: set[str] = set()
        for i, form in enumerate(self.forms):
            if bare(form) == word or form.startswith(_COUNTERPART):
                found |= self._behind(i + 1)
        return next(iter(found)) if len(found) == 1 else None

    def _behind(self, i: int) -> set[str]:
        """The states that the words right behind a word mean, another word that belongs to it between."""
        window = self.forms[i : i + _BEHIND]
        first = next((s for s in sightings(window, self.lexicon)), None)
        near = first is not None and (first.first == 0 or (first.first == 1 and window[0][0] in "وفل"))
        return {s.id for s in first.states} if first and near else set()

    def kingdoms(self) -> frozenset[str]:
        """The states called «المملكة» that the report names by another word too."""
        return frozenset(
            s.id
            for seen in self.seen
            for s in seen.states
            if s.id in kingdoms(self.lexicon) and (seen.sort != NAME or self.forms[seen.first] != fold("المملكة"))
        )
