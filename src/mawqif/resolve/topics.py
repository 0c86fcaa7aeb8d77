"""Of whom a sentence tells: the subject of the verb that leads it, whether it is a verb of saying or not.

«تلقى فلان الدعوة، وأكد أن …»; «زار فلان الميناء. وقال إن …»; «جاء ذلك على لسان فلان. وأضافت أن …».
"""

from __future__ import annotations

import bisect

from mawqif.arabic import bare, fold
from mawqif.model import Draft, Kind, Passage
from mawqif.names import Titles
from mawqif.resolve.cast import Cast, Source

_ARTICLES = ("ال", "وال", "لل", "ولل", "بال", "فال", "كال")
_LEAD = 3  # words of a clause before its subject: a particle, an auxiliary, the verb
_REACH = 160  # code points of a sentence within which its subject is looked for
_THAT_CAME = 12  # words from «جاء ذلك» to who said it
_KINDS = (Kind.PERSON, Kind.ORGANIZATION, Kind.UNNAMED)
_BEFORE_NOUNS = frozenset(
    fold(w)
    for w in (
        "في من إلى على عن مع بين لدى ضد حول بعد قبل خلال عبر أمام برفقة بحضور حسب بحسب وفق وفقا ل ب ك منذ حتى عند عقب "
        "إثر تجاه نحو دون سوى غير مثل رغم حضور رفقة برئاسة بقيادة باسم عهد ضمن وراء تحت فوق ومع وفي ومن وعن وعلى"
    ).split()
)
_VOICE = frozenset(fold(w) for w in "لسان لسانه".split())
_CAME = frozenset(fold(w) for w in "جاء جاءت وجاء وجاءت".split())
_THIS = frozenset(fold(w) for w in "ذلك هذا هذه".split())
_ABOUT = frozenset(fold(w) for w in "حول وحول عن وعن بشأن وبشأن بخصوص وبخصوص حيال وحيال إزاء وإزاء".split())
_RENEWED = frozenset(fold(w) for w in "جدد جددت كرر كررت أعاد أعادت".split())
_RECEIVED = frozenset(fold(w) for w in "تلقى تلقت تسلم تسلمت استلم استلمت وردت وصلت".split())
_IN_IT = frozenset(fold(w) for w in "فيه فيها خلاله خلالها عبره عبرها بموجبه".split())
_ALONG = frozenset(
    fold(w) for w in "لقاء لقائه كلمة كلمته تصريح تصريحات مؤتمر حديث حوار مقابلة بيان استقبال ترؤس ترأس".split()
)


class Topics:
    """The sentences of a report by whom they tell of."""

    def __init__(self, passage: Passage, cast: Cast, t: Titles) -> None:
        self.tokens = passage.tokens
        self.starts = passage.starts
        self.sentences = passage.sentences
        self.text = passage.text
        self.cast = cast
        self.t = t

    def of(self, n: int, end: int, draft: Draft) -> Source | None:
        """The subject that leads sentence n before a code point, where a cue's gender agrees with it."""
        s = self.sentences[n]
        if s.last > s.first and self.tokens[s.first].form in _ABOUT:
            return None
        for at, source in self.cast.met_between(s.start, min(end, s.start + _REACH)):
            i = bisect.bisect_left(self.starts, at)
            if source.named.kind in _KINDS and self._leads(i, s.first) and self._agrees(i, s.first, source, draft):
                return self.cast.find(source.named, at) or source
        return None

    def voice(self, n: int) -> Source | None:
        """«جاء ذلك على لسان فلان»، «جاء ذلك خلال لقاء فلان»: in whose words that came."""
        s = self.sentences[n]
        if s.last - s.first < 4 or self.tokens[s.first].form not in _CAME or self.tokens[s.first + 1].form not in _THIS:
            return None
        told = [x.form for x in self.tokens[s.first + 2 : s.first + _THAT_CAME]]
        if not any(w in _VOICE or w in _ALONG for w in told):
            return None
        end = self.tokens[min(s.last, s.first + _THAT_CAME) - 1].end
        met = (x for _, x in self.cast.met_between(s.start, end) if x.named.kind is Kind.PERSON)
        return next(met, None)

    def within(self, draft: Draft) -> Source | None:
        """«كلمة للوزير فلان قال فيها إن …»: the person named last before a cue that stands in what is his."""
        if draft.cue is None or not self.in_it(draft):
            return None
        received = self.received(draft)
        if not received and (subject := self.of(draft.sentence, draft.cue.start, draft)):
            return subject
        person = self.cast.person_before(draft.cue.start, draft.feminine)
        return person if person and not (draft.feminine and person.named.feminine is None) else None

    def received(self, draft: Draft) -> bool:
        """«تلقى فلان خطابا من … أشاد فيه»: whether a cue stands in what was sent to the subject: the sender speaks."""
        s = self.sentences[draft.sentence]
        if not self.in_it(draft):
            return False
        return any(x.form.lstrip("وف") in _RECEIVED for x in self.tokens[s.first : min(s.last, s.first + _LEAD)])

    def nearest(self, draft: Draft) -> Source | None:
        """«أقنع فلان بسحب تأييده»: whose a verbal noun with a pronoun is: the last one of that gender before it."""
        i = bisect.bisect_left(self.starts, draft.cue.start) if draft.cue else 0
        first = self.tokens[self.sentences[draft.sentence].first].form
        own = first.lstrip("وف") in _RENEWED or (i and self.tokens[i - 1].form in self.t.lists["cues"])
        if draft.cue is None or own:
            return None  # «جدد تأكيده»: the subject's own
        met = list(self.cast.met_between(self.sentences[draft.sentence].start, draft.cue.start))
        for at, source in reversed(met):
            n = source.named
            if n.kind in _KINDS and n.feminine in (None, draft.feminine) and not self._led(fold(n.name.split()[0])):
                return self.cast.find(source.named, at) or source
        return None

    def in_it(self, draft: Draft) -> bool:
        """«قال فيها»: whether a cue stands in what is somebody's."""
        return self.after(draft) in _IN_IT

    def after(self, draft: Draft) -> str:
        """The folded word behind the cue."""
        i = bisect.bisect_left(self.starts, draft.cue.end) if draft.cue else len(self.tokens)
        return self.tokens[i].form if i < len(self.tokens) else ""

    def _leads(self, i: int, first: int) -> bool:
        """Whether the source at token i is the subject of a clause that a comma or the sentence begins."""
        if i == first:
            return not self._governed(i, first)
        before = self.tokens[i - 1].form
        if self._governed(i, first) or before.startswith(_ARTICLES) or self._in_name(before):
            return False
        if before in self.t.lists["cues"]:
            return True
        begin = i
        while begin > first and i - begin <= _LEAD and not self._opens(begin):
            begin -= 1
        if i - begin > _LEAD or self.tokens[begin].form in _BEFORE_NOUNS:
            return False
        return begin == first or begin < i

    def _in_name(self, form: str) -> bool:
        """Whether a word goes on with what follows as one name or one title."""
        return form in self.t.lists["given"] or form in self.t.lists["particles"] or self.t.heads_person(form)

    def _opens(self, i: int) -> bool:
        gap = self.text[self.tokens[i - 1].end : self.tokens[i].start]
        return any(c in "،,؛:.-–\n" for c in gap)

    def _led(self, form: str) -> bool:
        """Whether a preposition is written together with the head of a body: «للمركز», met as it stands."""
        return form[0] in "لب" and not self.t.lists["organizations"].isdisjoint((form[1:], bare(form)))

    def _governed(self, i: int, first: int) -> bool:
        """Whether a preposition stands before token i, or is written together with it."""
        form = self.tokens[i].form
        form = form[1:] if form.startswith(("ول", "وب", "فل", "فب")) and len(form) > 4 else form
        joined = form[0] in "لب" and form not in self.t.lists["given"] and bool(self.t.heads[form[1:]])
        if joined or form.startswith("لل"):
            return True
        return i > first and self.tokens[i - 1].form in _BEFORE_NOUNS

    def _agrees(self, i: int, first: int, source: Source, draft: Draft) -> bool:
        """Whether the gender of a cue is the source's; if that is unknown, that of the verb before it."""
        feminine = source.named.feminine
        if feminine is None and i > first:
            feminine = self.tokens[i - 1].form.endswith("ت")
        return draft.feminine is None or feminine in (None, draft.feminine)
