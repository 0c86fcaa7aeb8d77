"""Where a text has the wordings of issues: inflected, with clitics, as a verb, with words between."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mawqif.arabic import bare, fold
from mawqif.lexicon import Lexicon, State
from mawqif.model import Issue, Passage, Token
from mawqif.positions.stances.derive import lemma
from mawqif.positions.stances.forms import NOUN, VERBS, Form, Forms, Word, conjugated, noun

ABOUT, WITH, AGAINST = "about", "with", "against"
_GAP = 3  # words that may stand between two of a wording
_POINTED = 40  # words back to which a pronoun in place of the second word points
_THIS = frozenset(("هذا", "هذه", "ذلك", "تلك", "هذين", "هاتين"))
_AGREED = frozenset(
    fold(w)
    for w in "اتفاق اتفاقية معاهدة صفقة هدنة مصالحة مبادرة خطة قرار قانون مشروع ترشح ترشيح انسحاب تدخل ضربات "
    "غارات هجوم هجمات عقوبات حصار استفتاء".split()
)
_CLAUSES = frozenset(  # what begins another clause between the words of a wording
    fold(w)
    for w in "كان كانت يكون تكون سيكون ستكون ليس ليست الذي التي الذين لا لم لن إن أن أنه أنها قد سوف حيث لكن".split()
)
_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(fold(w) for w in "مع على إلى في من عن ب ل و أو بين ضد the of to a an in with and for on".split())
_STOPS = frozenset('،,.؛;:!؟?\n«»"()')


class Hit(NamedTuple):
    """A wording in a text: of which issue and list, the tokens that it spans, and its first word as it stands."""

    issue: int
    kind: str
    first: int
    last: int  # inclusive
    word: Word
    bare: bool = False  # only the first word of a wording of several, behind «هذا»


@dataclass(frozen=True, slots=True)
class _Wording:
    issue: int
    kind: str
    keys: tuple[int, ...]
    definite: bool = False  # «الاتفاق» is a thing; only what has no article is a deed that a verb may say


class Wordings:
    """The wordings of some issues, to be looked for in reports."""

    def __init__(self, issues: Sequence[Issue], lexicon: Lexicon) -> None:
        self._keys: dict[str, int] = {}
        self._heads: dict[int, list[_Wording]] = {}
        states = self._states = _States(lexicon.states)
        for n, issue in enumerate(issues):
            for kind, texts in ((ABOUT, issue.about), (WITH, issue.with_), (AGAINST, issue.against)):
                for text in dict.fromkeys(states.also(texts) if kind == WITH else texts):
                    self._add(n, kind, text)
        self._forms = Forms(self._made())

    def _add(self, issue: int, kind: str, text: str) -> None:
        words = [bare(w) if len(w) > 4 else w for w in _WORD.findall(fold(text))]
        keys = tuple(self._keys.setdefault(w, len(self._keys)) for w in words if w not in _SMALL) or tuple(
            self._keys.setdefault(w, len(self._keys)) for w in words
        )
        self._heads.setdefault(keys[0], []).append(_Wording(issue, kind, keys, text.startswith("ال")))

    def _made(self) -> Iterator[tuple[str, Form]]:
        acts = {w.keys[0] for ws in self._heads.values() for w in ws if w.kind != WITH and not w.definite}
        for text, key in self._keys.items():
            yield from ((form, Form(key, NOUN)) for form in noun(text))
            if key in acts:
                made = conjugated(key, lemma(text))
                yield from ((form, f) for form, f in made if f.sort in VERBS and len(form) > 3)

    def keys(self, passage: Passage, hit: Hit) -> set[int]:
        """The lemmas of all words of a wording in a text."""
        return {w.key for t in passage.tokens[hit.first : hit.last + 1] for w in self._forms.words(t.form)}

    def strange(self, issue: Issue) -> frozenset[str]:
        """Names and adjectives of the states that an issue is not about; none for one that is about no state."""
        return self._states.others((*issue.about, *issue.with_))

    def hits(self, passage: Passage) -> list[Hit]:
        """All wordings in a report in the order of their first words; of those that begin at a word the longest."""
        out: list[Hit] = []
        read = self._forms.words
        for i, token in enumerate(passage.tokens):
            if words := read(token.form):
                out.extend(self._at(passage, i, words))
        return out

    def _at(self, passage: Passage, i: int, words: Iterable[Word]) -> Iterator[Hit]:
        best: dict[tuple[int, str], Hit] = {}
        for word in words:
            for wording in self._heads.get(word.key, ()):
                last = self._end(passage, i, wording.keys)
                at = wording.issue, wording.kind
                if last is not None and (at not in best or best[at].bare or best[at].last < last):
                    best[at] = Hit(*at, i, last, word)
                elif last is None and at not in best and wording.kind == ABOUT and self._pointed(passage, i, word):
                    best[at] = Hit(*at, i, i, word, bare=True)
        return iter(best.values())

    @staticmethod
    def _pointed(passage: Passage, i: int, word: Word) -> bool:
        """Whether the first word of a wording stands alone: behind a demonstrative, or an agreement, «الاتفاق»."""
        if not word.article or word.sort != NOUN:
            return False
        if i > 0 and passage.tokens[i - 1].form.lstrip("بلوف") in _THIS:
            return True
        if bare(passage.tokens[i].form.removeprefix("و")) not in _AGREED:
            return False
        ends = i + 1 == len(passage.tokens) or bool(_STOPS.intersection(passage.gaps[i + 1]))
        return ends or not passage.tokens[i + 1].form.startswith("ال")  # «الاتفاق التجاري» is another

    def _end(self, passage: Passage, i: int, keys: tuple[int, ...]) -> int | None:
        """The token with which a wording ends that begins at a token; None where its words do not follow."""
        at = i
        heads = [w for w in self._forms.words(passage.tokens[i].form) if w.key == keys[0]] if len(keys) == 2 else []
        if heads and all(w.pronoun and w.sort == NOUN for w in heads):
            back = range(max(0, i - _POINTED), i)  # «مشاركتها», where the one who takes part was named shortly before
            if any(w.key == keys[1] for j in back for w in self._forms.words(passage.tokens[j].form)):
                return i
        for key in keys[1:]:
            for j in range(at + 1, min(at + 2 + _GAP, len(passage.tokens))):
                if _STOPS.intersection(passage.gaps[j]) or passage.tokens[j].form in _CLAUSES:
                    return None
                if any(w.key == key for w in self._forms.words(passage.tokens[j].form)):
                    at = j
                    break
            else:
                return None
        return at


class _States:
    """The other names of states that a list of wordings names: «إيران» also طهران and الإيراني."""

    def __init__(self, states: Sequence[State]) -> None:
        self._by: dict[str, State] = {}
        for state in states:
            for name in (state.name, *state.aliases, *state.metonyms):
                self._by.setdefault(fold(name), state)
        self._words: dict[str, State] = {}
        for state in states:
            forms = [a + e for a in state.adjectives for e in ("", "ة", "ين", "ون")]
            for word in (state.name, *state.aliases, *state.metonyms, *forms):
                if " " not in word:
                    self._words.setdefault(bare(fold(word)), state)

    def others(self, texts: Iterable[str]) -> frozenset[str]:
        """One-word names, capitals and adjectives of all states but those that the wordings name."""
        words = {bare(w) for text in texts for w in fold(text).split()}
        own = {id(s) for name, s in self._words.items() if name in words}
        return frozenset(name for name, s in self._words.items() if id(s) not in own) if own else frozenset()

    def also(self, texts: Iterable[str]) -> Iterator[str]:
        for text in texts:
            yield text
            if state := self._by.get(fold(text)):
                yield from (state.name, *state.aliases, *state.metonyms, *state.adjectives)


def inside(token: Token, start: int, end: int) -> bool:
    """Whether a token stands in a stretch of code points."""
    return start <= token.start and token.end <= end
