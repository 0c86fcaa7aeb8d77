"""The words that show what a content does (data/acts.yaml), as acts.py asks for them."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from mawqif.arabic import fold
from mawqif.lexicon import Lexicon
from mawqif.model import Act

_VERBS = ("_verb", "_utter", "_deed", "_plot")
_STEMS = ("happens", "steadfast", "refusal", "threat", "duty", "lasting")
_ENDINGS = (
    *("", "ون", "وا", "ان", "ت", "تا", "ه", "ها", "هم", "نا", "هما", "كم", "ني"),
    *("ونه", "ونها", "ته", "تها", "تهم"),
)
_PREFIXES = ("", "و", "ف", "ال", "وال", "فال", "ب", "ل", "ك", "بال", "لل", "كال", "وب", "ول")
_NO_PREFIX = ("",)
_PREFIXES_OF = {c: tuple(p for p in _PREFIXES if p[:1] in ("", c)) for c in "وفالبك"}  # by the first letter
_SHORTEST = {"": 2, "و": 2, "ف": 2, "ك": 4}  # letters of a word behind a prefix: «كافة» is no «ك» with «آفة»
_CLITIC = re.compile(r"[وف]?(?:[بك]?ال|لل|[بلك])?")
_FUTURE = re.compile(r"س[ينتا]\w\w")
_NOT_FUTURE = re.compile(
    r"سنو(?:ات|ي\w*)|سن(?:ه|تين|جار|غافوره|دات?|يه|ين)|ست(?:ه|ين|ون|ار\w*)"
    r"|سي(?:ار\w*|اس\w*|اق\w*|اد\w*|اح\w*|طر\w*|نا\w*|ف|ول|نما\w*|ما|ر|ره|رته|رتها|رغي|ده|دات|دي|يء|يه|ات)|سا\w*"
)
_NOUNS = re.compile(
    r"(?:نظام|نحو|نفس|نتيج|نقط|نسب|نها|نهج|نائب|نايب|نزاع|نوع|نور|نشاط|نوو|نفط|نظير|ناتو|تنظيم|تقرير|تاريخ|توقيع|تعاون|تحالف"
    r"|تركيا|تل$|تلك|تم$|يوم|يد$|يعني)"
)
_MEMO = 1 << 15
_REMEMBERED = 1 << 16  # words; beyond that the memory starts anew

_ACTS = frozenset(Act)  # what a group's name may begin with: «own», «worth» and the like are none
_KEPT = frozenset(("مطالب", "حق", "مخاطر", "خطر", "دعم"))  # with «نا» what one has, not what one says

Phrase = tuple[str, tuple[str, ...]]  # the group, and the words after the first


class Signs:
    """Groups of words by word, by beginning and by stem of verb; what was looked up is remembered up to a limit."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words: dict[str, list[Phrase]] = {}
        self._begins: dict[str, list[Phrase]] = {}
        self._stems: dict[str, list[Phrase]] = {}
        self.titles = frozenset(fold(w) for k in ("roles", "honorifics") for w in lexicon.list(f"titles.{k}"))
        for key, entries in lexicon.words.items():
            if key.startswith("acts."):
                self._take(key[5:], entries)
        self._openings = frozenset(begin[:3] for begin in self._begins)
        bodies = [p + fold(w) for w in lexicon.list("acts.own_body") for p in ("", "و", "ف", "ل", "ب")]
        self._own_bodies = frozenset(
            b + ending for b in bodies if len(b) > 2 for ending in ("ها", "نا", "هم", "ه", "ي")
        )
        for cue in lexicon.cues:
            certain = cue.act and not (cue.weak or cue.soft or "wishes" in cue.governs)
            if certain and cue.lemma[0] == "ي" and cue.sort == "verb":
                self._stem(f"{cue.act}_utter", fold(cue.lemma)[1:], ())
            elif cue.act and cue.sort == "noun":
                for form in cue.forms:
                    self._words.setdefault(form.form, []).append((f"{cue.act}_noun", ()))
        self.found = functools.lru_cache(maxsize=_MEMO)(self._find)
        self.verb = functools.lru_cache(maxsize=_MEMO)(self._verb)

    def _take(self, group: str, entries: tuple[str, ...]) -> None:
        for entry in entries:
            first, *rest = (fold(w) for w in entry.split())
            if group.endswith(_VERBS) or group in _STEMS:
                self._stem(group, first, tuple(rest))
            elif first.endswith("*"):
                self._begins.setdefault(first[:-1], []).append((group, tuple(rest)))
            else:
                self._words.setdefault(first, []).append((group, tuple(rest)))

    def _stem(self, group: str, stem: str, rest: tuple[str, ...]) -> None:
        for ending in _ENDINGS:
            self._stems.setdefault(stem + ending, []).append((group, rest))
        if stem[-1:] in "يوا":
            for ending in ("ون", "وا"):
                self._stems.setdefault(stem[:-1] + ending, []).append((group, rest))

    def _find(self, form: str) -> tuple[Phrase, ...]:
        """What may begin at a folded word, with or without clitics before it."""
        out: dict[Phrase, None] = {}
        for prefix in _PREFIXES_OF.get(form[:1], _NO_PREFIX):
            if form.startswith(prefix) and len(form) - len(prefix) >= _SHORTEST.get(prefix, 3):
                word = form[len(prefix) :]
                hits = [*self._words.get(word, ())]
                if word[:3] in self._openings:
                    for k in range(3, len(word) + 1):
                        hits += self._begins.get(word[:k], ())
                if word.endswith("نا") and len(word) > 4:
                    hits += self._ours(word[:-2], hits)
                if not hits:
                    continue
                # what is said of a subject has no article: «غير مقبول», not «الحلول غير المقبولة»
                bound = prefix[-1:] == "ل" and prefix != "بال"
                out.update(dict.fromkeys(h for h in hits if not (bound and h[0].endswith("_said"))))
        return tuple(out)

    def _ours(self, stem: str, begun: list[Phrase]) -> list[Phrase]:
        """«رفضنا», «دعوتنا»: a verbal noun with the pronoun of who speaks."""
        if stem in _KEPT:
            return []
        closed = stem[:-1] + "ه" if stem.endswith("ت") else stem
        found = [*begun, *self._words.get(stem, ()), *self._words.get(closed, ())]
        return [(f"{g[:-5]}_ours", ()) for g, rest in found if g.endswith("_noun") and g[:-5] in _ACTS and not rest]

    def _verb(self, form: str) -> tuple[bool, str, str] | None:
        """Whether it is a future, the letter of its person («» for a past) and the stem; None where it is no verb."""
        for word in (form, form[1:]) if form[:1] in "وف" else (form,):
            if _FUTURE.match(word) and not _NOT_FUTURE.fullmatch(word):
                return True, word[1], word[2:]
            if len(word) > 2 and word[0] in "ينت" and not _NOUNS.match(word):
                return False, word[0], word[1:]
            known = self._stems.get(word[1:], ()) if len(word) > 3 and word[0] == "ا" else ()
            if any(g.endswith(("_verb", "_utter")) for g, _ in known):
                return False, "ن", word[1:]
            if word in self._stems:
                return False, "", word
        return None

    def dull(self, form: str) -> bool:
        """Whether a word shows nothing by itself: of no group, no known verb, no future, no body of one's own."""
        read = self._verb(form)  # a dull word is not asked for again
        return not ((read and (read[0] or read[2] in self._stems)) or self.own_body(form) or self._find(form))

    def groups(self, words: list[str], i: int) -> tuple[str, ...]:
        """The groups whose word or phrase stands at word i, without repetition."""
        return _standing(self.found(words[i]), words, i)

    def deeds(self, words: list[str], i: int) -> tuple[str, ...]:
        """The groups of the verb at word i."""
        read = self.verb(words[i])
        return _standing(self._stems.get(read[2], ()), words, i) if read else ()

    def own_body(self, word: str) -> bool:
        """«بلاده», «حكومتنا»: a body with the pronoun of who speaks for it."""
        return word in self._own_bodies


class Silent(dict[str, bool]):
    """Whether a folded word shows nothing of an act by itself, remembered; those in `read` are never silent."""

    def __init__(self, signs: Signs, read: frozenset[str]) -> None:
        super().__init__()
        self.signs = signs
        self.read = read

    def __missing__(self, word: str) -> bool:
        if len(self) > _REMEMBERED:
            self.clear()
        self[word] = found = word not in self.read and word[1:] not in self.read and self.signs.dull(word)
        return found


def _standing(phrases: Sequence[Phrase], words: list[str], i: int) -> tuple[str, ...]:
    """The groups of the phrases that stand from word i on, without repetition."""
    if not phrases:
        return ()
    if len(phrases) == 1 and not phrases[0][1]:
        return (phrases[0][0],)
    second = words[i + 1] if i + 1 < len(words) else ""
    either = second, _plain(second)
    found = (
        g for g, rest in phrases if not rest or ((rest[0] in either or rest[0][-1] == "*") and _follows(words, i, rest))
    )
    return tuple(dict.fromkeys(found))


def _follows(words: list[str], i: int, rest: tuple[str, ...]) -> bool:
    if i + len(rest) >= len(words):
        return not rest
    for want in rest:
        i += 1
        word = words[i]
        if word != want and not (word.startswith(want[:-1]) if want[-1] == "*" else _plain(word) == want):
            return False
    return True


@functools.lru_cache(maxsize=_MEMO)
def _plain(word: str) -> str:
    """A word without conjunction, preposition and article."""
    return _CLITIC.sub("", word, count=1)


@functools.lru_cache(maxsize=8)
def signs(lexicon: Lexicon) -> Signs:
    """The signs of a lexicon, made once."""
    return Signs(lexicon)
