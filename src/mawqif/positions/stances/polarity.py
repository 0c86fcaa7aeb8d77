"""What the words before a mention make of it: from what governs it to what governs that, as far as the clause goes.

Arabic puts what governs before what is governed, so a stance is read from the mention leftwards: each predicate must
take what it governs by the right preposition, with nothing but its subject between. A word that is not known to let a
stance through ends the reading without one.
"""

from __future__ import annotations

from dataclasses import replace

from mawqif.positions.stances.aboutness import Mention
from mawqif.positions.stances.closed import (
    ABOUT_IT,
    ASKING,
    CLAUSES,
    IF,
    INCLUDING,
    IS,
    LIGHT,
    LINKING,
    LINKS,
    MAYBE,
    NO_MORE,
    NO_OTHER,
    NONE,
    NOT,
    OWING,
    RELATIVES,
    STILL,
    THAT,
    THESE,
    WERE,
    WHICH,
    WITH,
)
from mawqif.positions.stances.forms import AGENT, DEED, PAST, PRESENT
from mawqif.positions.stances.governors import REACH, Found, Governors, Read
from mawqif.positions.stances.predicates import PREPOSITIONS, SPEAKERS, STANCES, TURNS, Does, Reading
from mawqif.positions.stances.subjects import STANDS

_CLAUSE = 25  # words of a clause to which another is added
_US = frozenset(("نحن", "انا", "نقف", "سنقف", "لست"))
_BE = frozenset(("يكن", "تكن", "يكون", "تكون"))
_STEPS = 8  # predicates upon predicates


class Reader(Governors):
    """Reads the words of one report leftwards from its mentions."""

    def rest(self, at: Read, low: int) -> Read | None:
        """The predicates further out, up to the end of the clause."""
        for _ in range(_STEPS):
            if at.final or at.at_start or at.subject:
                return at
            step = self._step(at, low)
            if step is None:
                return None
            at = step
        return None

    def read(self, m: Mention, low: int) -> Read | None:
        """What the words from token `low` on make of a mention; None where they take no stance that can be told."""
        at = Read(m.first, -1 if m.opposite else 1, m.preposition, verb=m.verb, own=m.own, future=m.future)
        if m.how == "object":  # «نرفضه»
            found = next(r for r in self.predicates.read(self.forms[m.first]) if r.word.pronoun and r.governs(""))
            read = self.applied(at, Found(m.first, found), low)
            return self.rest(read, low) if read else None
        if m.verb:
            at = replace(at, holder=m.first, holder_sort=PRESENT, holder_own=m.own, until=m.last)
            at = self._verbal(at, m.first, low, Does.KEEP, m.own, m.future, past=m.past)
        return self.rest(at, low)

    # -- one step to the left ------------------------------------------------------------------------------------

    def inner(self, m: Mention, low: int) -> Read:
        """A mention with the verbal nouns upon it, as far as they are known: «بوقف خرق الهدنة»."""
        at = Read(m.first, -1 if m.opposite else 1, m.preposition, verb=m.verb)
        for _ in range(_STEPS):
            step = self._step(at, low) if not m.verb else None
            if step is None or step.final or step.at_start or step.subject or step.stance:
                return at
            at = step
        return at

    def _step(self, at: Read, low: int) -> Read | None:
        """One predicate further out; None where nothing that is known governs the node."""
        prep, j, value, denied = self.introduced(at, low)
        at = replace(at, value=value, denied=denied)
        if prep == "ضد":
            against = replace(at, value=-at.value, stance=True, node=j + 1, done=(*at.done, "ضد"), final=True)
            return replace(against, holder=j + 1, holder_sort=PRESENT, until=j + 1)
        if prep == "لصالح":
            with_it = replace(at, stance=True, node=j + 1, done=(*at.done, "لصالح"), final=True)
            return replace(with_it, holder=j + 1, holder_sort=PRESENT, until=j + 1)
        if prep == "مع":
            near = j >= low and self.forms[j] in WITH
            denies = near and self.forms[j] in NOT
            value = -at.value if denies else at.value
            with_it = replace(at, value=value, stance=True, node=j, done=(*at.done, "مع"), final=True)
            own = near and (self.forms[j].lstrip("وف") in _US or self.forms[j].endswith("نا"))
            return replace(with_it, holder=j + 1, holder_sort=PRESENT, holder_own=own, until=j + 1) if near else None
        if j < low:
            return replace(at, at_start=True, preposition=prep)
        if not prep and (first := self._coordinate(at, j, low)) is not None:
            return replace(at, node=first[0], preposition=first[1])
        if self.gap(j + 1):
            return replace(at, subject=True) if not prep else None
        if not prep and not at.verb and self.forms[at.node].startswith("و") and not self._own_waw(at.node):
            if at.stance and at.holder == at.node and at.holder_pronoun:
                return replace(at, final=True)  # «أملنا ودعوتنا أن …»
            if not at.stance and self._coordinates(at.node, low):
                return replace(at, coordinate=True, at_start=True)
            return None  # a second object, of which it is not sure what governs it
        if not prep and self.forms[j] == "حال" and j > low and self.forms[j - 1] == "في":
            return replace(at, final=True, maybe=True, condition=True)
        if not prep and self.forms[j] in IS and j > low:
            return self._equated(at, j, low)
        if linked := self._linked(at, prep, j, low):
            return linked
        if found := self.governor(at, prep, j, low):
            return self.applied(at, found, low)
        if (linked := self._about(at, prep, j, low)) or (linked := self._thought(at, prep, j, low)):
            return linked
        opens = self.forms[j] in THAT or self.forms[j] in CLAUSES or self.forms[j] in ("اما", "واما", "لكن", "ولكن")
        if opens and not prep:
            return replace(at, subject=True)
        if not prep and self._worth(at, j, low):
            return replace(at, subject=True)
        if prep == "علي" and at.stance and at.holder == at.node and at.holder_sort == DEED:
            return replace(at, final=True)  # «تلمار على استعداد ل»
        agent = at.holder_sort == DEED and at.until - at.holder > 1 and not at.holder_pronoun
        if (
            agent
            and not self.forms[at.holder].removeprefix("و").startswith("ال")
            and at.done[-1].startswith(("support", "oppose", "want:جهود", "want:مساعي"))
        ):
            return replace(at, final=True)  # «… جهود الحكومة ل…»: what somebody is said to do anyway
        return None

    def _linked(self, at: Read, prep: str, j: int, low: int) -> Read | None:
        """The noun that a word ties to the node: «الجهود الرامية إلى …», «قرار يقضي ب…», «الخطة التي تنص على …»."""
        if self.forms[j] in LINKS and prep:
            return self._tied(at, j - 1, low)
        if self.forms[j] not in LINKING or self.gap(j):
            return None
        return self._tied(at, j - 2 if j > low and self.forms[j - 1] in WHICH else j - 1, low)

    def _about(self, at: Read, prep: str, j: int, low: int) -> Read | None:
        """The noun of what is about the node: «المقترح بشأن …»."""
        return self._tied(at, j, low) if prep in ABOUT_IT and not at.verb else None

    def _tied(self, at: Read, noun: int, low: int) -> Read | None:
        """A node that stands for its noun, a plan or an effort, with adjectives behind it passed."""
        for k in range(noun, max(low, noun - 3) - 1, -1):
            readings = self.predicates.read(self.forms[k])
            if found := next((r for r in readings if r.nominal and self._plans(r, k)), None):
                done = (*at.done, f"{Does.THROUGH}:{self.forms[k]}")
                return replace(at, node=k, preposition=found.word.preposition, verb=False, final=False, done=done)
            if self.gap(k) or not self.forms[k].startswith("ال"):
                return None
        return None

    def _plans(self, r: Reading, k: int) -> bool:
        efforts = r.predicate.does is Does.WANT and "جهود" in self.forms[k]
        return r.predicate.does is Does.THROUGH or efforts or "مساع" in self.forms[k]

    def _thought(self, at: Read, prep: str, j: int, low: int) -> Read | None:
        """A need behind a word that is not known, «… على أهمية …»: the speaker's, unless it is denied there."""
        if prep not in ("علي", "ب") or at.holder >= 0 or not at.done or not at.done[-1].startswith(Does.MUST):
            return None
        near = self.forms[max(low, j - 3) : j + 1]
        open_ = any(w in NOT or w in NONE or w in ASKING or w in MAYBE or w in RELATIVES for w in near)
        return None if open_ else replace(at, final=True)

    def _worth(self, at: Read, j: int, low: int) -> bool:
        """Whether the dangers or advantages of something are what a clause begins with: «من أهم مزايا …»."""
        if not at.done or not at.done[-1].startswith((Does.GAIN, Does.HARM)) or self.gap(j + 1):
            return False
        for k in range(j, max(low, j - 2) - 1, -1):
            if self.forms[k] in THAT or self.forms[k] in CLAUSES:
                return True
            if self.predicates.read(self.forms[k]) or self.forms[k] in NOT or self.forms[k] in NONE:
                return False
        return False

    def _coordinate(self, at: Read, j: int, low: int) -> tuple[int, str] | None:
        """The first of two verbal nouns that share an object, «بإعادة تأسيس أو ترقية …», and its preposition."""
        joined = self.forms[j] == "او" or self.forms[at.node].startswith("و")
        if not joined or at.verb:
            return None
        last = j - 1 if self.forms[j] == "او" else j
        for k in range(last, max(low, last - 3) - 1, -1):
            if self.gap(k + 1) and k < last:
                return None
            nouns = [r for r in self.predicates.read(self.forms[k]) if r.word.sort == DEED and not r.word.pronoun]
            led = k == low or self.forms[k - 1] in PREPOSITIONS or self.forms[k - 1] == "اجل"
            if nouns and (nouns[0].word.preposition or led):
                return k, nouns[0].word.preposition
        return None

    def _coordinates(self, node: int, low: int) -> bool:
        """Whether a node is one more of what is named from token `low` on, where nothing there turns or tells."""
        start = node
        while start > low:
            start -= 1
            word = self.forms[start]
            readings = self.predicates.read(word)
            if word in THAT or word in CLAUSES or word in RELATIVES or word in NONE or word in NOT or word in ASKING:
                return False
            if any(not r.nominal or r.predicate.does in TURNS for r in readings) or ":" in self.passage.gaps[start + 1]:
                return False
        return bool(self.predicates.read(self.forms[node])) or self.forms[node - 1] not in PREPOSITIONS

    def _own_waw(self, node: int) -> bool:
        """Whether a word begins with «و» by itself: «وقف»."""
        word = self.forms[node]
        if any(not r.word.joined for r in self.predicates.read(word)):
            return True
        return not word.startswith("وال") and bool(self.common[word]) and not self.common[word[1:]]

    def _equated(self, at: Read, j: int, low: int) -> Read | None:
        """What «هو» says that one's position or aim is: «موقف الحكومة هو ضرورة …», «الهدف هو إقامة …»."""
        for k in range(j - 1, max(low, j - REACH) - 1, -1):
            if self.gap(k + 1):
                break
            word = self.forms[k].removeprefix("و")
            if word in STANDS or self.predicates.has("aims", word):
                done = (*at.done, word)
                return replace(at, node=k, stance=True, holder=j, holder_sort=AGENT, final=True, done=done)
        return None

    # -- a predicate upon the node -------------------------------------------------------------------------------

    def applied(self, at: Read, found: Found, low: int) -> Read | None:
        """What a predicate makes of a node: the node that stands for both, with its value turned where it turns it."""
        k, r = found
        does = r.predicate.does
        harmed = bool(at.done) and at.done[-1].startswith("harm")  # who warns of its dangers is against it
        value = -at.value if does in TURNS and not (harmed and does in (Does.FEAR, Does.OPPOSE)) else at.value
        stance = at.stance or does in STANCES
        done = (*at.done, f"{does}:{self.forms[k]}")
        until = at.node - 1 if self.forms[at.node - 1] in PREPOSITIONS and at.node - 1 > k else at.node
        at = replace(at, node=k, value=value, stance=stance, done=done, preposition=r.word.preposition)
        own = at.holder_sort == DEED and at.until - at.holder < 2 and not r.nominal and does is Does.KEEP
        if does in STANCES or own or (not at.stance and does is not Does.THROUGH):  # «تقدم الحكومة الدعم ل…»
            sort, first, pronoun = r.word.sort, r.word.first, r.word.pronoun
            at = replace(at, holder=k, holder_sort=sort, holder_own=first, holder_pronoun=pronoun, until=until)
            if does in SPEAKERS:
                at = replace(at, holder=-1)
            if does is Does.MUST and self.forms[k] in NO_OTHER:
                known = k > low and self.forms[k - 1].lstrip("وف") in ("لا", "ما")
                return replace(at, final=True, verb=True, node=k - 1) if known else None
        if r.nominal:
            return self._negated_noun(at, k, low) if r.word.sort == AGENT else replace(at, verb=False)
        if self.forms[k] in INCLUDING and k > low and self.forms[k - 1].lstrip("وف") == "لن":
            at = replace(at, stance=True, holder=-1)  # «لن تشمل …», of what is planned
        return self._verbal(at, k, low, does, r.word.first, r.word.future, past=r.word.sort == PAST)

    def _negated_noun(self, at: Read, k: int, low: int) -> Read:
        """A participle is the predicate of a clause: «ليست مستعدة ل», «غير راض عن»."""
        i = k - 1
        if i > low and self.forms[i] == "من" and at.holder < 0:
            i -= 1 + (self.forms[i - 1] in _BE)  # «ليس من الضروري», «لم يكن من الحكمة»
        before = self.forms[i] if i >= low else ""
        if before in ("غير",) or before in NOT:
            at = replace(at, value=-at.value, negated=True)
        return self._embedded(replace(at, final=True, verb=True), k - 1, low)

    def _verbal(self, at: Read, k: int, low: int, does: Does, own: bool, future: bool, *, past: bool) -> Read:
        """A finite verb with its negation; what governs its clause by «أن» is a further step."""
        at = replace(at, node=k, verb=True, final=True, own=own, future=future, past=past)
        i = k - 1
        while i >= low and self.forms[i] in LIGHT:
            at = replace(at, maybe=at.maybe or (self.forms[i] in MAYBE and not past))
            i -= 1
        if i >= low and self.forms[i] in STILL:
            return replace(at, node=i - 1 if i > low and self.forms[i - 1] in NOT else i)
        if i >= low and self.forms[i] in NO_MORE:
            i -= 1
        if future and i >= low and self.forms[i] in WERE:
            return replace(at, maybe=True)  # «كنا سنؤيد»
        able = "مكن" in self.forms[k]  # «يمكن» alone leaves it open, «لا يمكن» does not
        which = i >= low and self.forms[i] == "ما" and not past  # «ما يمكن», «ما نريده»: no denial
        if able and (which or not (i >= low and self.forms[i] in NOT)):
            return replace(at, maybe=True)
        if i >= low and self.forms[i].lstrip("وف") == "اما":
            return replace(at, maybe=True)  # «إما نفعل وإما لا»
        if i >= low and self.forms[i] in NOT and not self.gap(i + 1) and not which:
            lame = does is Does.FEAR or (does is Does.WANT and self.forms[i].lstrip("وف") == "لم")
            at = replace(at, value=-at.value, node=i, negated=True, maybe=at.maybe or lame)
            i -= 1
        return self._embedded(at, i, low)

    def _embedded(self, at: Read, i: int, low: int) -> Read:
        """A clause that «أن» makes the object of a wish: «يجب أن», «طالب بأن», and whether it is only possible."""
        for k in range(i, max(low, i - REACH) - 1, -1):
            word = self.forms[k]
            if word in ASKING or (word in MAYBE and word not in LIGHT):
                return replace(at, maybe=True, condition=word.lstrip("وف") in IF)
            if word in RELATIVES:
                return at
            if word in ("وان", "والا") and k == i and (first := self._first_that(k, low)) is not None:
                inner = replace(at, node=first, preposition=THAT[self.forms[first]])
                inner = replace(inner, value=-at.value if word == "والا" else at.value)
                return self._wished(inner, at, low)
            if word in THAT and k < i:
                return at  # «أن بلاده ترفض»: with a subject between it tells, and asks for nothing
            if word in THAT:
                inner = replace(at, node=k, preposition=THAT[word] if THAT[word] in ("ب", "ل") else "")
                if word.endswith("الا"):
                    inner = replace(inner, value=-inner.value)
                return self._wished(inner, at, low)
            if self.gap(k):
                return at
        return at

    def _first_that(self, k: int, low: int) -> int | None:
        """The «أن» to which «وأن» adds a second clause."""
        for j in range(k - 1, max(low, k - _CLAUSE) - 1, -1):
            if self.forms[j] in THAT and not self.forms[j].startswith(("و", "ف")):
                return j if not self.forms[j].endswith("الا") else None
            if self.gap(j + 1) and self.passage.gaps[j + 1].strip() not in ("،", ","):
                return None
        return None

    def _wished(self, clause: Read, plain: Read, low: int) -> Read:
        prep, j, *_ = self.introduced(clause, low)
        for k in range(j, max(low, j - REACH) - 1, -1):
            if self.gap(k + 1) and k < j:
                return plain
            if self.forms[k] in OWING and (j - k < 4 or self.forms[k] != "علي"):  # «على الحكومة أن»
                done = (*clause.done, f"must:{self.forms[k]}")
                return replace(clause, node=k, stance=True, holder=-1, final=True, verb=True, done=done)
            named = k > low and (self.forms[k - 1] in CLAUSES or self.forms[k - 1] in IS or self.forms[k - 1] in THESE)
            for r in self.predicates.read(self.forms[k]) if not (named and self.forms[k] == "امر") else ():
                if r.predicate.does in STANCES and (r.governs(prep) or not prep):
                    return self.applied(replace(clause, verb=False, final=False), Found(k, r), low) or plain
            if self.forms[k] in MAYBE:
                return replace(plain, maybe=True)
            if self.forms[k] in THAT or self.forms[k] in CLAUSES:
                return plain
        return replace(clause, at_start=True) if j < low else plain
