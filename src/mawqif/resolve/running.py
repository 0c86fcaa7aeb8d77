"""Sources met in running text: a title and its name, a full name, a body, a document, an unnamed source."""

from __future__ import annotations

from dataclasses import replace

from mawqif.arabic import bare, fold
from mawqif.model import Kind, Token
from mawqif.names import CALLED, Named, Titles, named, names_institution

_ARTICLES = ("ال", "وال", "لل")
_PLACED = frozenset(("في", "من", "لدي", "ب", "بـ"))
_PARTICLES = frozenset(("علي", "لا", "لم"))  # common words that fold to a name or look like a title
_LONGEST = 16  # tokens of a title with its name
_UNDER = frozenset(map(fold, "بقيادة برئاسة بزعامة برفقة بمعية بمشاركة بإشراف بتوجيه بأمر نيابة".split()))
_GENERAL = ("العامه", "المشتركه", "الموحده", "العليا", "المستقله", "الدائمه", "المتحده", "الخاصه", "المختصه")
_WITHIN = frozenset(["", "،", "/", "-", '"', "«", "»", "“", "”", '"،', "»،", "”،", "#", "، #"])


class Running:
    """The tokens of a report from which sources are met; what meeting one comes to is its heir's."""

    t: Titles
    text: str
    tokens: tuple[Token, ...]
    forms: list[str]  # of the tokens
    gaps: tuple[str, ...]
    outlets: frozenset[str]

    def meet(self, n: Named, at: int) -> object:
        """A source is met at a code point."""
        raise NotImplementedError

    def _met(self, head: str, i: int, last: int) -> int:
        """Meet the source that the head at token i begins, if any; the index of the next token to look at."""
        if head == "name":
            return self._named(i, last)
        if head == "person":
            if i + 1 < last and self.t.heads_person(self.forms[i + 1]) and self.t.has("cues", self.forms[i]):
                return i + 1  # «طالب الوزير»: a verb before a title
            return self._person(i, last)
        _MEET[head](self, i, last)
        return i + 1

    def _named(self, i: int, last: int) -> int:
        """A full name without a title before it, with what stands behind it: «سامر النوري وزير الري»."""
        before = self.tokens[i - 1].form if i else ""
        if before in self.t.lists["particles"] or names_institution(before, self.t):
            return i + 1
        return self._person(i, last)

    def _person(self, i: int, last: int) -> int:
        if self._nobody(i):
            return i + 1
        end = i + 1
        while end < last and end - i < _LONGEST and self._goes_on(end):
            end += 1
        met = self.text[self.tokens[i].start : self.tokens[end - 1].end]
        found = named(met, self.t, running=True) if end > i + 1 else None  # one word is no full name
        outlet = found is not None and bare(fold(found.name)) in self.outlets
        if found and not outlet and found.kind is Kind.PERSON and len(found.words) >= 2 and self._sure(found):
            found = self._apart(_of_whom(found, self.t))
            self.meet(found, self.tokens[i].start)
            return i + len((found.office_text or "").split()) + len(found.name.split())
        if i + 1 < last and bare(self.tokens[i + 1].form) in self.t.nations and self.gaps[i + 1] == " ":
            described = named(self.text[self.tokens[i].start : self.tokens[i + 1].end], self.t)
            sort = bare(self.tokens[i].form) in self.t.lists["unnamed"]
            if sort and described and described.kind is Kind.UNNAMED:  # «ضابط كيني»
                self.meet(described, self.tokens[i].start)
        return i + 1

    def _nobody(self, i: int) -> bool:
        """«على», «لا», «لم»: whether a particle stands at token i that only looks like the head of a mention."""
        token = self.tokens[i]
        if token.form not in _PARTICLES:
            return False
        form = self.t.forms[self.text[token.start : token.end]]
        stopped = form in self.t.lists["stops"] and form not in self.t.lists["given"]
        return stopped and CALLED.isdisjoint(self.forms[i : i + _LONGEST])

    def _goes_on(self, i: int) -> bool:
        """Whether token i may belong to the person of whom the token before it tells."""
        gap, form, before = self.gaps[i], self.forms[i], self.forms[i - 1]
        if form in _UNDER or not (gap == " " or gap.strip() in _WITHIN):
            return False
        if form[0] == "ل" and addressed(before, form, self.t):
            return False
        return not (before.startswith("ال") and another(before, form, self.t))

    def _body(self, i: int, last: int) -> None:
        t, end = self.t, i + 1
        head = self.tokens[i].form
        definite, feminine = head.startswith("ال"), head.endswith(("ه", "ات"))
        while end < last and end - i < 7 and self.gaps[end] == " ":
            form = self.tokens[end].form
            if not (form.startswith(("ال", "وال", "لل")) or t.has("adjectives", form)):
                break
            after = self.tokens[end - 1].form
            if definite and not _describes(form, feminine):
                break
            if bare(after) in t.nations and after.startswith("ال") and not form.endswith(("ي", "يه")):
                break
            end += 1
        met = _alone(self.text[self.tokens[i].start : self.tokens[end - 1].end], head, t)
        found = named(met, t) if end > i + 1 else None
        if found and found.kind is Kind.ORGANIZATION:
            self.meet(found, self.tokens[i].start)

    def _document(self, i: int, last: int) -> None:
        """«بيان ختامي», «تقرير أممي»: an indefinite document with what describes it."""
        end = i + 1
        while (
            end < last
            and end - i < 4
            and self.gaps[end] == " "
            and self.tokens[end].form.endswith(("ي", "يه", "مشترك"))
        ):
            end += 1
        found = named(self.text[self.tokens[i].start : self.tokens[end - 1].end], self.t) if end > i + 1 else None
        if found and found.kind is Kind.DOCUMENT:
            self.meet(found, self.tokens[i].start)

    def _unnamed(self, i: int, last: int) -> None:
        t, end = self.t, i + 1
        at = self.tokens[i].start + (self.tokens[i].form not in t.lists["unnamed"])  # «ومصادر …»
        while end < last and end - i < 8 and self.gaps[end] == " ":
            form = self.tokens[end].form
            before = self.tokens[end - 1].form
            if t.has("cues", form) or form in ("ان", "بان") or form in t.lists["objects"]:
                break
            if before.startswith("ال") and not form.startswith(("ال", "لل", "بال", "وال")) and form not in _PLACED:
                break
            end += 1
        found = named(self.text[at : self.tokens[end - 1].end], t) if end > i + 1 else None
        if found and found.kind is Kind.UNNAMED and len(found.all_words) > 1:
            self.meet(found, self.tokens[i].start)

    def _apart(self, n: Named) -> Named:
        """«أوباما هيلاري كلينتون»: the second of two persons, where the first word is a family name met before."""
        words = n.name.split()
        if len(words) < 3 or fold(words[1]) not in self.t.lists["sure"] or not self.family(fold(words[0])):
            return n
        kept = frozenset(bare(fold(w)) for w in words[1:])
        return replace(n, name=" ".join(words[1:]), words=kept, all_words=kept, office=frozenset(), titles=())

    def family(self, word: str) -> bool:
        """Whether a person met so far has that family name."""
        raise NotImplementedError

    def _sure(self, n: Named) -> bool:
        """Whether a name met in running text begins with a usual given name, or with no letter of a verb."""
        forms = [fold(w) for w in n.name.split()]
        if forms[0] in self.t.lists["given"] or forms[0] in self.t.lists["particles"]:
            return True
        if n.definite and len(forms) == 2 and forms[1].startswith("ال"):  # «الوزيرة ليان المرداسي»
            return not forms[0].startswith(("ي", "ت", "لل", "بال")) and not forms[0].endswith(("ت", "وا"))
        return not forms[0].startswith(("ي", "ت", "ن", "و", "ب", "ل"))


def _of_whom(n: Named, t: Titles) -> Named:
    """«سكرتير الوزير» is one, «السكرتير الخاص للوزير سامر النوري» tells of two: the name is the minister's."""
    words = (n.office_text or "").split()
    for i in range(len(words) - 1, 0, -1):
        form = fold(words[i])
        if form.startswith("لل") and t.heads_person("ال" + form[2:]):
            text = " ".join(["ال" + words[i][2:], *words[i + 1 :]])
            office = frozenset(bare(fold(w)) for w in text.split())
            return replace(n, office=office, office_text=text, titles=(text, *n.titles[1:]))
    return n


def _alone(met: str, form: str, t: Titles) -> str:
    """The words of a body without what is written together with the first: «للهيئة العامة», «ووزارة الري».

    A lone «ل» or «ب» stays: who is only given something is not met as a body that «الوزارة» may mean later.
    """
    for article in ("ولل", "وبال", "لل", "بال", "وال", "فال"):
        if form.startswith(article) and t.has("organizations", form[len(article) :]):
            return "ال" + met[len(article) :]
    organizations = t.lists["organizations"]
    joined = form[0] == "و" and form not in organizations and form[1:] in organizations
    return met[1:] if joined else met


def another(before: str, form: str, t: Titles) -> bool:
    """«وزير الري الدرواني دول الجوار»: whether a body begins behind an office that its nationality closes."""
    if form.startswith("ال") or not before.startswith("ال"):
        return False
    return (t.heads[form] == "organization" or form in t.lists["states"]) and t.has("adjectives", before)


def addressed(before: str, form: str, t: Titles) -> bool:
    """«الوزير للرئيس»: whether a title is of whom something is done for, and no part of what stands before."""
    if form[0] != "ل":
        return False
    if form[1:] in t.lists["media"] or (form.startswith("لل") and bare(form) in t.lists["media"]):
        return True  # «المسؤول لوكالة الأفق»
    closed = before.startswith(_ARTICLES) or bare(before) in t.nations
    if form.startswith("لل"):
        return closed and t.heads_person("ال" + form[2:])
    described = t.heads_person(before) or t.has("adjectives", before) or t.words[before] == "adjectives"
    return closed and not described and form not in t.lists["given"] and t.heads_person(form[1:])


def _describes(form: str, feminine: bool) -> bool:
    """Whether a definite word goes with a definite body as its adjective: of its gender, formed as adjectives are."""
    return form.endswith(("يه", *_GENERAL)) if feminine else form.endswith(("ي", "العام", "المشترك", "الموحد"))


_MEET = {"organization": Running._body, "document": Running._document, "unnamed": Running._unnamed}
