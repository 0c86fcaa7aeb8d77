"""Whose a position is: the speaker's, that of the body or state for which the speaker speaks, or a third party's.

A spokesman's words are his body's, a ministry's its state's. Whoever else speaks holds what is said, unless it is given
as the policy of a state or body of one's own: «بلاده», «نحن في الهيئة», the speaker's state by name.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from mawqif.arabic import bare, fold
from mawqif.lexicon import Lexicon, State, titles
from mawqif.model import Kind, Passage, Speaker
from mawqif.names import named
from mawqif.positions.stances.forms import DEED
from mawqif.positions.stances.predicates import PREPOSITIONS, Does, Predicates, predicates
from mawqif.positions.stances.subjects import STANDS, Subjects

_AS = frozenset(("باسم", "بلسان"))
_SOME = frozenset(fold(w) for w in "بعض كل جميع كافة سائر مختلف أي".split())
_MOST = 7  # words of a body's name
_MARKS = '،,.:;؛"«»()[]'


class _Places:
    """States by their names, capitals, seats and adjectives."""

    def __init__(self, states: Sequence[State]) -> None:
        self.names: dict[str, str] = {}
        self.adjectives: dict[str, str] = {}
        self.seats: dict[str, str] = {}
        self.ids = {s.id: s.name for s in states}
        for s in states:
            for name in (s.name, *s.aliases, *s.metonyms):
                self.names.setdefault(bare(fold(name)), s.name)
            for seat in s.seats:
                self.seats.setdefault(bare(fold(seat)), seat)
            for word in (*s.adjectives, *s.people):
                for ending in ("", "ه", "ين", "ون", "ا"):
                    self.adjectives.setdefault(bare(fold(word)) + ending, s.name)


@functools.lru_cache(maxsize=8)
def _places(lexicon: Lexicon) -> _Places:
    return _Places(lexicon.states)


@dataclass(frozen=True, slots=True)
class Voice:
    """In whose name somebody speaks: `name` of the speaker, `body` the state or body, `always` for a spokesman."""

    name: str
    body: str | None
    always: bool
    minister: bool = False
    member: bool = False  # of a body, for which «we» speaks


class Holders:
    """Names of holders in one report."""

    def __init__(self, passage: Passage, speakers: Sequence[Speaker], lexicon: Lexicon) -> None:
        self.passage = passage
        self.lexicon = lexicon
        self.subjects = Subjects(passage, predicates(lexicon), self._heads_party)
        self._lists: Predicates = predicates(lexicon)
        self._places = _places(lexicon)
        self._states = frozenset(self._places.names.values())
        self._voices: dict[str, Voice] = {}
        for speaker in speakers:
            if speaker.name:
                self._learn(speaker.name, self._voice(speaker.name, speaker))
        for voice in [v for v in self._voices.values() if v.body is None]:
            self._learn(voice.name, self._titled(voice))

    def _titled(self, voice: Voice) -> Voice:
        """A person with the state of an office that stands before the name anywhere in the report."""
        last, forms = bare(fold(voice.name.split()[-1])), [t.form for t in self.passage.tokens]
        for i, form in enumerate(forms):
            if bare(form) != last:
                continue
            before = forms[max(0, i - 7) : i]
            for k in range(len(before) - 1, -1, -1):
                if self._lists.has("ministers", before[k]) or self._lists.has("spokesmen", before[k]):
                    found = next((s for f in before[k:] if (s := self._places.adjectives.get(bare(f)))), None)
                    spokesman = self._lists.has("spokesmen", before[k])
                    if found:
                        return Voice(voice.name, found, spokesman, not spokesman)
        return voice

    def _learn(self, name: str, voice: Voice) -> None:
        known = self._voices.get(name)
        if known is None or (voice.body and (voice.always or not known.body)):
            self._voices[name] = voice

    def voice(self, speaker: Speaker) -> Voice | None:
        """In whose name a speaker speaks, from all that the report says of him; None where nobody is named."""
        return self._voices.get(speaker.name) if speaker.name else None

    def spoke_for(self, speaker: Speaker, body: str) -> None:
        """From here on a speaker who has spoken in the name of a body speaks for it."""
        if speaker.name:
            self._voices[speaker.name] = Voice(speaker.name, body, True)

    def _voice(self, name: str, speaker: Speaker) -> Voice:
        if speaker.kind not in (Kind.PERSON, Kind.UNNAMED):
            return Voice(name, self.canonical(name), True)
        described = " ".join(
            filter(None, (speaker.mention.text if speaker.mention else "", speaker.office or "", name))
        )
        words = [w.strip(_MARKS) for w in described.split()]
        forms = [fold(w) for w in words]
        spokesman = any(self._lists.has("spokesmen", f) for f in forms)
        body = self._issuing(words, forms) or self._office_state(forms) or self._represented(speaker)
        minister = any(self._lists.has("ministers", f) for f in forms)
        if body is None and (party := self._party(words, forms, name)):
            return Voice(name, party, False, member=True)
        official = spokesman or (speaker.kind is Kind.UNNAMED and minister and body in self._states)
        return Voice(name, body, official and body is not None, minister)

    def _party(self, words: list[str], forms: list[str], name: str) -> str | None:
        """The body, no state's own, of which somebody is the head or a member: «رئيس اتحاد …», «عضو المجلس …»."""
        heads, own = titles(self.lexicon).heads, {bare(fold(w)) for w in name.split()}
        start = next((i for i, f in enumerate(forms) if self._lists.has("members", f)), None)
        for i in range(start + 1, len(forms)) if start is not None else ():
            plain = forms[i][2:] if forms[i].startswith("لل") else forms[i]
            if heads[plain] == "organization" or heads[bare(plain)] == "organization":
                rest = itertools.takewhile(lambda w: bare(fold(w)) not in own, words[i + 1 : i + _MOST])
                text = " ".join([f"ال{words[i][2:]}" if plain != forms[i] else words[i], *rest])
                found = named(text, titles(self.lexicon))
                known = found and found.kind is Kind.ORGANIZATION and " " in found.name
                return self.canonical(found.name) if found and known else None
        return None

    def _represented(self, speaker: Speaker) -> str | None:
        """The state for which the data files say that a speaker speaks."""
        return next((n for id in speaker.represents if (n := self._places.ids.get(id))), None)

    def _office_state(self, forms: Sequence[str]) -> str | None:
        """The state of an office: by an adjective anywhere in it, by its name, but no place of residence."""
        heads = titles(self.lexicon).heads
        for i, f in enumerate(forms):
            name = self._places.adjectives.get(bare(f))
            of = forms[i - 1] if i else ""
            other = heads[of] == "organization" or heads[bare(of)] == "organization" or self._lists.has("movements", of)
            if name and (not other or self._lists.has("governments", of)):
                return name
        return self.state([f for f in forms if not self._places.adjectives.get(bare(f))])

    def _issuing(self, words: list[str], forms: list[str]) -> str | None:
        """Behind «باسم» the body in whose name it is said: its state where it is a state's own."""
        start = next((i + 1 for i, f in enumerate(forms) if f in _AS), None)
        if start is None or start >= len(words):
            return None
        if seat := self._places.seats.get(bare(" ".join(forms[start : start + 2]))):
            return seat
        found = named(" ".join(words[start : start + _MOST]), titles(self.lexicon))
        return self.canonical(found.name) if found and found.kind in (Kind.ORGANIZATION, Kind.STATE) else None

    def state(self, forms: Sequence[str]) -> str | None:
        """The state that a phrase names, or whose own body it is: «واشنطن», «الحكومة …», «وزارة خارجية …»."""
        texts = [" ".join(forms[i : i + n]) for n in (3, 2, 1) for i in range(len(forms) - n + 1)]
        for text in texts:
            if seat := self._places.seats.get(bare(text)):
                return seat
        for text in texts:
            if name := self._places.names.get(bare(text)) or self._places.names.get(text.removeprefix("ل")):
                return name
        if len(forms) == 1 or any(self._lists.has("governments", f) for f in forms):
            for f in forms:
                if name := self._places.adjectives.get(bare(f)):
                    return name
        return None

    def canonical(self, name: str) -> str:
        """A body's name, or its state where it is the state itself or a body of its government."""
        forms = [fold(w.strip(_MARKS)) for w in name.split()]
        if not forms:
            return name
        own = self._lists.has("governments", forms[0]) or any(self._lists.has("ministries", f) for f in forms)
        whole = bare(" ".join(forms))
        direct = self._places.names.get(whole) or self._places.seats.get(whole)
        alone = self._places.adjectives.get(bare(forms[0])) if len(forms) == 1 else None
        return direct or alone or (self.state(forms) if own else None) or name

    def is_state(self, name: str) -> bool:
        """Whether a canonical name is a state's."""
        return name in self._states

    def names(self, body: str, forms: Sequence[str]) -> bool:
        """Whether words name a state or body."""
        wanted = [bare(fold(w)) for w in body.split()]
        n = len(wanted)
        plain = [bare(f) for f in forms]
        return any(
            self._places.names.get(f) == body and not self._describes(forms, i) for i, f in enumerate(plain)
        ) or any(plain[i : i + n] == wanted for i in range(len(plain) - n + 1))

    def _describes(self, forms: Sequence[str], i: int) -> bool:
        """Whether a state's name is the adjective of the same letters behind a noun: «المرأة السعودية»."""
        before = forms[i - 1] if i else ""
        described = before.startswith(("ال", "لل", "بال", "وال")) and bare(before) not in self._places.adjectives
        return described and bare(forms[i]) in self._places.adjectives

    def of_state(self, body: str, forms: Sequence[str]) -> bool:
        """Whether words name a state or its people by an adjective, or are «بلاده»."""
        own = any(self._lists.has("own", f) or self._places.adjectives.get(bare(f)) == body for f in forms)
        return own or self.names(body, forms)

    def phrase(self, start: int, stop: int) -> str | None:
        """The canonical name of a noun phrase, in full where the report has it; None where it is no name or party."""
        tokens = self.passage.tokens[start:stop]
        if not tokens or (len(tokens) > 1 and all(t.form in self._places.adjectives for t in tokens)):
            return None  # «جهود تلمارية دروانية» are of two states
        text = self.passage.text[tokens[0].start : tokens[-1].end]
        forms = [t.form for t in tokens]
        if bare(forms[0].removeprefix("و")) in STANDS and (state := self._office_state(forms[1:])):
            return state
        found = named(text, titles(self.lexicon))
        if found is None or not found.name:
            return None
        name = self.canonical(found.name[1:] if start > 0 and self._joined(start) else found.name)
        if name in self._states:
            return name
        full = (v.name for v in self._voices.values() if _within(name, v.name))
        return next(full, None) or self._in_full(name) or name

    def _in_full(self, name: str) -> str | None:
        """A family name with the first name that stands before it anywhere in the report."""
        form = fold(name)
        if " " in form:
            return None
        return self._full.get(form)

    @functools.cached_property
    def _full(self) -> dict[str, str]:
        """Words that stand behind a first name, each with the first of those names."""
        given, out = titles(self.lexicon).lists["given"], dict[str, str]()
        for before, token in itertools.pairwise(self.passage.tokens):
            if before.form in given and before.form not in PREPOSITIONS:  # «على» is no «علي»
                out.setdefault(token.form, self.passage.text[before.start : token.end])
        return out

    @functools.cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(t.form for t in self.passage.tokens)

    def parts(self, start: int, stop: int) -> list[tuple[int, int]]:
        """Several parties in one phrase, each with its tokens: «واشنطن وأنقرة»."""
        cuts = [start]
        for i in range(start + 1, stop):
            form = self.passage.tokens[i].form
            if form.startswith("و") and (self._heads_party(form[1:]) or self._known(form[1:])):
                cuts.append(i)
        return list(itertools.pairwise([*cuts, stop]))

    def each(self, name: str) -> tuple[str, ...]:
        """Several parties in one name, each by its own: «الحركة وحزب العمل»."""
        first, found, rest = name.partition(" و")
        if not found or not rest or not self._heads_party(fold(rest.split()[0])):
            return (name,)
        return self.canonical(first), self.canonical(rest)

    def _joined(self, start: int) -> bool:
        """Whether a conjunction is written together with a phrase's first word: «وأنقرة»."""
        form = self.passage.tokens[start].form
        return form.startswith("و") and (self._heads_party(form[1:]) or self._known(form[1:]))

    def _known(self, form: str) -> bool:
        """Whether a word stands by itself elsewhere in the report, and is no common one: a name, most likely."""
        common = titles(self.lexicon).words[form]
        return len(form) > 3 and not common and form in self._words

    def _heads_party(self, form: str) -> bool:
        """Whether a word begins the name of a state or a body."""
        heads = titles(self.lexicon).heads
        return len(form) > 2 and (bare(form) in self._places.names or heads[form] == "organization")

    def governmental(self, start: int, stop: int) -> bool:
        """Whether a phrase is a government without the name of its state: «إدارة الرئيس فلان», «الحكومة»."""
        forms = [t.form for t in self.passage.tokens[start:stop]]
        return bool(forms) and self._lists.has("ministries", forms[0]) and self.state(forms) is None

    def doer(self, start: int, stop: int) -> int:
        """Where who does a deed begins, in the phrase that names the deed: «وقوف تلمار مع»."""
        form = self.passage.tokens[start].form
        head = self._lists.read(form) if stop - start > 1 and not form.startswith("ال") else ()
        deeds = head and all(r.word.sort == DEED and r.predicate.does is Does.KEEP for r in head)
        return start + 1 if deeds and self.is_party(start + 1, stop) else start

    def _plan(self, head: str, only: Does | None = None) -> bool:
        """Whether a word names a plan or a deed, which holds nothing itself: «مشروع», «اتفاق», «جهود»."""
        readings = [r for r in self._lists.read(head) if r.nominal and only in (None, r.predicate.does)]
        return bool(readings) and not self._lists.has("governments", head)

    def is_party(self, start: int, stop: int) -> bool:
        """Whether a noun phrase can hold a position: people and bodies, no common noun of another sort."""
        forms = [t.form for t in self.passage.tokens[start:stop]]
        t, head = titles(self.lexicon), forms[0]
        if head not in _SOME and self._plan(head.removeprefix("و"), Does.THROUGH):
            return False
        if len(forms) == 1 and head in ("عدد", "بعض", "كثير"):
            return False
        if bare(head.removeprefix("و")) in STANDS and self._office_state(forms[1:]):
            return True
        if self._places.names.get(bare(head)) or (self.state(forms) and not self._plan(head)):
            return True
        if t.heads[head] or t.heads[bare(head)] or t.words[head] == "people" or head in t.lists["given"]:
            return True
        if any(head == fold(w) for v in self._voices.values() for w in v.name.split()):
            return True
        plural = head.endswith(("ون", "ين")) and len(head) > 5
        return head.startswith("ال") and t.words[head] == "" and (plural or self._in_full(head) is not None)


def _within(short: str, full: str) -> bool:
    """Whether a name is a part of another: its last name, or its words with some more."""
    a, b = [bare(fold(w)) for w in short.split()], [bare(fold(w)) for w in full.split()]
    return short != full and len(a) < len(b) <= len(a) + 4 and set(a) <= set(b)
