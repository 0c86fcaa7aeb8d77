"""The predicates of `stances.yaml`: what a word of a text does to what it governs."""

from __future__ import annotations

import enum
import functools
from collections.abc import Iterator
from typing import NamedTuple

from mawqif.arabic import bare, fold
from mawqif.errors import LexiconError
from mawqif.lexicon import Lexicon
from mawqif.positions.stances.forms import AGENT, DEED, NOUN, PAST, VERBS, Form, Forms, Word, conjugated


class Does(enum.StrEnum):
    """What a predicate does with its object: attitudes, wishes, judgements, deeds; `THROUGH` nothing by itself."""

    SUPPORT = "support"
    OPPOSE = "oppose"
    WANT = "want"
    MUST = "must"
    WRONG = "wrong"
    FEAR = "fear"
    GAIN = "gain"
    HARM = "harm"
    KEEP = "keep"
    STOP = "stop"
    THROUGH = "through"


SAYS = "says"  # verbs of saying and belief
EFFECTS = ("benefit", "damage", "serve", "hinder", "goes_on", "ends", SAYS)  # verbs of which a mention is the subject


TURNS = frozenset((Does.OPPOSE, Does.FEAR, Does.HARM, Does.STOP, Does.WRONG))
SPEAKERS = frozenset((Does.MUST, Does.WRONG, Does.GAIN, Does.HARM))  # held by whoever says it
STANCES = SPEAKERS | {Does.SUPPORT, Does.OPPOSE, Does.WANT, Does.FEAR}
_NOUNS = (Does.GAIN, Does.HARM, Does.THROUGH)  # listed as nouns alone
PREPOSITIONS = frozenset(
    fold(w)
    for w in "إلى على من عن في مع ضد دون بدون حول بشأن تجاه إزاء حيال نحو باتجاه لصالح لأجل قبل بعد خلال منذ رغم عبر "
    "بسبب نتيجة عقب إثر ضمن بين عند لدى حسب وفق أثناء لأجل بفضل مقابل سوى عدا خارج تحت فوق وراء أمام كما".split()
)


_LOOKALIKES = frozenset(fold(w) for w in "أفضل وأفضل".split())  # «best», not «I prefer»


class Predicate(NamedTuple):
    """What it does, and the prepositions (folded, «» for none) by which it takes its object."""

    does: Does
    takes: frozenset[str]


class _Effect(NamedTuple):
    """The list of a verb of which a mention is the subject, and the prepositions that it needs."""

    name: str
    needs: frozenset[str]


class Reading(NamedTuple):
    """A word of a text as a predicate."""

    predicate: Predicate
    word: Word

    @property
    def nominal(self) -> bool:
        """Whether it is a verbal noun or a participle."""
        return self.word.sort in (DEED, AGENT)

    def governs(self, preposition: str) -> bool:
        """Whether its object may be introduced so; a noun whose verb takes an object takes it by «ل» too."""
        takes = self.predicate.takes
        return preposition in takes or (self.nominal and preposition == "ل" and "" in takes)


class Predicates:
    """All predicates by form, and the plain lists of words, folded."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._all: list[Predicate] = []
        self._forms = Forms(self._made(lexicon))
        self._memo: dict[str, tuple[Reading, ...]] = {}
        self._verbs: list[_Effect] = []
        self._effects = Forms(self._said(lexicon))
        self._things = Forms(self._worth(lexicon))
        self._lists = {k[8:]: frozenset(map(fold, v)) for k, v in lexicon.words.items() if k.startswith("stances.")}

    def _made(self, lexicon: Lexicon) -> Iterator[tuple[str, Form]]:
        for does in _NOUNS:
            for noun in lexicon.list(f"stances.{does}"):
                self._all.append(Predicate(does, frozenset(("",))))
                yield from conjugated(len(self._all) - 1, ("", "", fold(noun), ""))
        for does in Does:
            if does in _NOUNS:
                continue
            for entry in lexicon.list(f"stances.{does}"):
                lemma, takes = _entry(entry)
                self._all.append(Predicate(does, takes))
                yield from conjugated(len(self._all) - 1, lemma)

    def _said(self, lexicon: Lexicon) -> Iterator[tuple[str, Form]]:
        for name in EFFECTS:
            for entry in lexicon.list(f"stances.{name}"):
                lemma, takes = _entry(entry)
                self._verbs.append(_Effect(name, frozenset() if "" in takes else takes))
                yield from conjugated(len(self._verbs) - 1, lemma)

    @staticmethod
    def _worth(lexicon: Lexicon) -> Iterator[tuple[str, Form]]:
        for key, name in ((1, "good_things"), (-1, "bad_things")):
            for thing in lexicon.list(f"stances.{name}"):
                yield from ((form, Form(key, NOUN)) for form in (fold(thing), fold(thing) + "ا"))

    def thing(self, form: str) -> int:
        """Whether a word names something good (1) or bad (-1), with article, clitics or a pronoun; 0 for others."""
        return next((w.key for w in self._things.words(form)), 0)

    def effect(self, form: str) -> tuple[str, Word] | None:
        """What a verb says that its subject does («serve», «hinder», ...); None for another word."""
        for word in self._effects.words(form) if form not in PREPOSITIONS else ():
            name = self._verbs[word.key].name
            mine = word.first  # «أمس» is a day; what is said of something is said in the third person
            if word.sort in VERBS and name != SAYS and not mine and not self._noun(form, word):
                return name, word
        return None

    def needs(self, verb: Word) -> frozenset[str]:
        """The prepositions of which one must follow a verb that `effect` gave; none where its object needs none."""
        return self._verbs[verb.key].needs

    def _noun(self, form: str, word: Word) -> bool:
        """Whether a past verb with «ه» is rather a noun of the same letters: «قضية» and «قضاه»."""
        if word.sort != PAST or word.pronoun != "ه":
            return False
        return any(r.nominal and not r.word.pronoun for r in self.read(form))

    def says(self, form: str) -> Word | None:
        """A verb of saying or belief, or None."""
        return next((w for w in self._effects.words(form) if w.sort in VERBS and self._verbs[w.key].name == SAYS), None)

    def read(self, form: str) -> tuple[Reading, ...]:
        """What a folded word may do; empty for one that is no predicate."""
        found = self._memo.get(form)
        if found is None:
            words = () if form in PREPOSITIONS else self._forms.words(form)
            words = () if form in _LOOKALIKES else words
            sure = (w for w in words if w.preposition != "ك")  # «كاملة» is not «كأمله»
            found = self._memo[form] = tuple(Reading(self._all[w.key], w) for w in sure)
        return found

    def has(self, name: str, form: str) -> bool:
        """Whether a plain list has a folded word, with or without article and clitics."""
        listed = self._lists.get(name, frozenset())
        plain = form.removeprefix("ال")  # «الحل»: `bare` leaves short words as they are
        return (
            form in listed or plain in listed or bare(form) in listed or (form[:1] in "وف" and bare(form[1:]) in listed)
        )

    def words(self, name: str) -> frozenset[str]:
        """A plain list, folded."""
        return self._lists.get(name, frozenset())


def _entry(entry: str) -> tuple[tuple[str, str, str, str], frozenset[str]]:
    head, _, takes = entry.partition("|")
    words = ["" if w == "." else fold(w) for w in head.split()]
    if len(words) != 4 or not takes.strip():
        message = "stances.yaml: '{entry}' needs past, present, verbal noun, participle | prepositions"
        raise LexiconError(message, entry=entry)
    return (words[0], words[1], words[2], words[3]), frozenset("" if p == "0" else fold(p) for p in takes.split())


@functools.lru_cache(maxsize=8)
def predicates(lexicon: Lexicon) -> Predicates:
    """The lexicon's predicates, made once."""
    return Predicates(lexicon)
