"""Issues: propositions that people take positions on, as a user describes them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Issue:
    """A proposition, in a user's words (CONTRACT: Issues).

    `about` are wordings of what the proposition would do, `with_` of what it is about (a text is on the issue where
    one of each is meant; without `with_`, one of `about`), `against` wordings that by themselves mean the opposite.
    `label` and `proposition` are pairs of language and words.
    """

    id: str
    about: tuple[str, ...]
    with_: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    label: tuple[tuple[str, str], ...] = ()
    proposition: tuple[tuple[str, str], ...] = ()

    def title(self, language: str) -> str:
        """The label in this language, else in any, else the id."""
        labels = dict(self.label)
        return labels.get(language) or next(iter(labels.values()), self.id)
