"""From a head noun to the shortest phrase that names an instrument, by the wordings that each family of heads takes."""

from __future__ import annotations

from dataclasses import dataclass

from mawqif.arabic import bare, fold
from mawqif.extract.instruments.heads import (
    ABOUT,
    APART,
    BETWEEN,
    CONCERNING,
    DOING,
    DRAFTED,
    HEADS,
    INTERNATIONAL,
    ISSUERS,
    NUMBERED,
    OF_YEAR,
    ON,
    OUTCOMES_OF,
    RELEVANT,
    ROADS,
    TELLING,
    THIS,
    UNDERSTANDINGS,
    VAGUE,
    WITH,
    Head,
)
from mawqif.extract.view import View
from mawqif.extract.words import DAYS, MONTHS, NO_NOUNS, RELATIVES, STOPS, THAT, TURNS, is_in
from mawqif.names.titles import Titles

_MOST_ADJECTIVES = 4
_MOST_CHAIN = 4  # words of an annexation up to the one that makes it definite
_MOST_QUOTED = 6
_MOST_RELATIVE = 9
_ENDS = STOPS | RELATIVES | THAT | TURNS | NO_NOUNS
_OF_PRONOUN = ("ه", "ها", "هم", "هما", "نا")
_YEARS = range(1900, 2100)
_UNQUOTED = frozenset(("declaration", "truce", "resolution"))
_LONG = frozenset(("agreement", "declaration"))  # «الميثاق العربي لحقوق الإنسان»
_PERSONS = frozenset(("هو", "هي", "هم"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens first to end (exclusive) that name an instrument.

    `sort` tells how: number, name, quotation, chain, described, complement, relative; vague, where it points back to
    one that was named; generic, where any report may have another one of these words. `number` and `issuer` are those
    of a resolution.
    """

    first: int
    end: int
    sort: str
    number: int | None = None
    issuer: str | None = None


class Reader:
    """Reads the phrase of a head noun in one report."""

    def __init__(self, v: View, titles: Titles) -> None:
        self.v = v
        self.titles = titles
        self.sorts = titles.words

    def phrase(self, i: int, head: Head, last: int) -> Phrase | None:
        """The phrase that the head noun at token i begins, before token `last`; None where it names nothing."""
        if head.family == "article":
            return None
        first = i
        if head.family == "draft":
            return self._drafted(i, head, last)
        if found := self._numbered(i, head, last):
            return found
        if end := self._quoted(i + 1, last):
            named = head.family not in _UNQUOTED and not head.definite  # «الاتفاق «حبر على ورق»», which says so of it
            return Phrase(first, end, "quotation") if named else None
        if head.family in ("resolution", "way"):
            return None
        if head.owned:
            return self._owned(i, head, last)
        return self._definite(i, head, last) if head.definite else self._annexed(i, head, last)

    # --- numbers and issuers

    def _numbered(self, i: int, head: Head, last: int) -> Phrase | None:
        """«القرار الأممي رقم 2216», «قرار مجلس الأمن», «القانون رقم 10 لسنة 2031»."""
        if head.family not in ("resolution", "law", "agreement") or head.owned:
            return None
        j, issuer = self._issuer(i + 1, last) if head.family == "resolution" else (i + 1, None)
        k, labelled = j, False
        if k < last and self.v.forms[k] in NUMBERED:
            k, labelled = k + 1, True
        elif issuer is None and (found := self._label(i + 1, last)):
            k, labelled = found, True
        if k < last and self._digits(k) and self._number_fits(k, head, labelled, issuer):
            number = int(self.v.forms[k])
            return Phrase(i, self._year(k + 1, last), "number", number, issuer or ("other" if k > j + 1 else None))
        if issuer is None and not (head.definite and head.plural and self._relevant(j, last)):
            return None
        if not head.definite and j == i + 2 and self.v.forms[i + 1] in INTERNATIONAL:
            return None  # «قرار دولي», any one
        end = j + 2 if self._relevant(j, last) else j
        return Phrase(i, end, "chain" if head.plural else "vague", issuer=issuer)  # one of many of that issuer

    def _relevant(self, j: int, last: int) -> bool:
        return j + 2 <= last and tuple(self.v.forms[j : j + 2]) == RELEVANT

    def _digits(self, k: int) -> bool:
        return self.v.forms[k].isdecimal() and not self.v.gap(k).strip(" «(:")

    def _number_fits(self, k: int, head: Head, labelled: bool, issuer: str | None) -> bool:
        digits = self.v.forms[k]
        if labelled or (issuer is not None and len(digits) > 1):
            return len(digits) <= 5
        return head.family == "resolution" and len(digits) in (3, 4) and not self._counts(k)

    def _counts(self, k: int) -> bool:
        """Whether a number stands before what it counts: «قرار 300 شركة»."""
        following = self.v.forms[k + 1] if k + 1 < len(self.v.forms) and self.v.gap(k + 1) == " " else ""
        return self.sorts[following] in ("nouns", "people") if following else False

    def _label(self, j: int, last: int) -> int | None:
        """The token behind «رقم» within the next words of the same phrase: «قرار وزير المالية رقم 12»."""
        for k in range(j, min(last, j + 6)):
            form = self.v.forms[k]
            if self.v.gap(k).strip(" «»()") or self.v.word(k) in _ENDS or form in HEADS or form.isdecimal():
                return None
            if form in NUMBERED:
                return k + 1 if k + 1 < last else None
        return None

    def _issuer(self, j: int, last: int) -> tuple[int, str | None]:
        """The token behind the issuer's words that begin at j, and who it is."""
        issuer = None
        while j < last and (not self.v.gap(j).strip(" «»") or issuer is None):
            if self.v.gap(j).strip(" «»"):
                break
            if bare(self.v.forms[j]) in INTERNATIONAL:
                issuer, j = issuer or "nations", j + 1
                continue
            for words, who in ISSUERS.items():
                if tuple(map(bare, self.v.forms[j : j + len(words)])) == words and j + len(words) <= last:
                    issuer, j = (who if issuer in (None, "nations") else issuer), j + len(words)
                    break
            else:
                break
        return j, issuer

    def _year(self, k: int, last: int) -> int:
        """Behind the year that goes on with a number: «رقم 10 لسنة 2031», «2216 (2015)»."""
        forms = self.v.forms
        if k + 1 < last and forms[k] in OF_YEAR and forms[k + 1].isdecimal() and int(forms[k + 1]) in _YEARS:
            return k + 2
        if k < last and self.v.gap(k).endswith("(") and forms[k].isdecimal() and int(forms[k]) in _YEARS:
            return k + 1
        return k

    # --- quotations, drafts, roads

    def _quoted(self, j: int, last: int) -> int | None:
        """The token behind a short name in marks that begins at j."""
        if j >= last or self.v.gap(j).strip() != "«":
            return None
        for k in range(j, min(last, j + _MOST_QUOTED)):
            end = self.v.tokens[k].end
            if self.v.text[end : end + 2].lstrip().startswith("»"):
                return None if self.v.cue(j) else k + 1
        return None

    def _drafted(self, i: int, head: Head, last: int) -> Phrase | None:
        """«مشروع قرار», «مسودة الاتفاق» with what goes on with them."""
        if head.definite or i + 1 >= last or self.v.gap(i + 1) != " " or self.v.forms[i + 1] not in DRAFTED:
            return None
        j = self._issuer(i + 2, last)[0]
        end = self._adjectives(j, last, feminine=None)
        return Phrase(i, end, "described" if end > i + 2 else "generic")

    def _compound(self, i: int, head: Head, last: int) -> int:
        """Behind «مذكرة تفاهم», «خارطة الطريق»: nouns that are one with their head."""
        if i + 1 < last and self.v.gap(i + 1) == " ":
            if head.lemma in ("مذكره", "وثيقه") and self.v.forms[i + 1] in UNDERSTANDINGS:
                return i + 2
            if head.lemma in ("خارطه", "خريطه") and self.v.forms[i + 1] in ROADS:
                return i + 2
        return i + 1

    # --- heads without an article

    def _annexed(self, i: int, head: Head, last: int) -> Phrase | None:
        """«اتفاق وقف إطلاق النار», «ميثاق الأمم المتحدة», «بيان جنيف»."""
        j = self._compound(i, head, last)
        if j > i + 1:
            definite = self.v.forms[i + 1].startswith("ال")
            if (definite or self.v.word(min(j, last - 1)) == BETWEEN) and (more := self._complement(j, last)):
                return Phrase(i, more, "complement")
            told = self._adjectives(j, last, feminine=None) if definite else j
            return Phrase(i, told, "described" if told > j else "generic")
        if head.lemma in ("خارطه", "خريطه", "مذكره") or j >= last:
            return None
        if head.family == "outcome":
            if self.v.forms[j] not in OUTCOMES_OF and not self.place(j):
                return None
        elif head.family in ("declaration", "truce") or head.lemma in ("مقترح", "تفاهم"):
            if not self.place(j) or self.v.gap(j) != " " or (head.lemma == "اعلان" and self._state(j)):
                return None  # «إعلان مصر», what it announced
            return Phrase(i, j + 1, "chain")
        if head.plural and head.family in ("plan", "law", "initiative", "paper"):
            return None
        if head.family in ("initiative", "plan") and self._doer(j):
            return None
        end = self._chain(j, last)
        return Phrase(i, end, "chain") if end else None

    def _doer(self, j: int) -> bool:
        """Whether a person or a body that is no state stands there: «مبادرة الشركة», what it did."""
        form = self.v.forms[j]
        return self.sorts[form] == "people" or is_in(form, self.v.index.roles) or self.titles.heads[form] != ""

    def place(self, j: int) -> bool:
        """Whether the name of a city or a state begins at token j."""
        form = self.v.forms[j]
        if form in self.titles.cities or (bare(form) in self.titles.nations and not self._nisba(j)):
            return True
        return form in self.titles.state_heads and " ".join(self.v.forms[j : j + 2]) in self.titles.states

    def _state(self, j: int) -> bool:
        """Whether a state stands there under its name, not its capital."""
        names = self.titles.state_names
        form = self.v.forms[j]
        return any(form == fold(name) for name in names.get(form, ()))

    def _nisba(self, j: int) -> bool:
        return bare(self.v.forms[j]) in self.titles.lists["adjectives"]

    def _chain(self, j: int, last: int) -> int | None:
        """Behind the annexation that begins at j and comes to a definite word or a place; None where it does not."""
        v = self.v
        for k in range(j, min(last, j + _MOST_CHAIN)):
            form = v.forms[k]
            if v.gap(k) != " " or v.word(k) in _ENDS or self._verbal(k):
                return None
            if self.place(k):
                k += not (form in self.titles.cities or bare(form) in self.titles.nations)
                return self._towards(self._adjectives(k + 1, last, feminine=None), last)
            if form.startswith("ال") and form not in APART:
                return self._towards(self._adjectives(self._joined(k + 1, last), last, feminine=None), last)
            if self.sorts[form] not in ("deeds", "acts", "nouns") or self._owned_form(k) or self._joined_form(k):
                return None
        return None

    def telling(self, k: int) -> bool:
        """Whether an adjective at token k tells which one it is."""
        return self._nisba(k) or self.v.forms[k] in TELLING

    def _verbal(self, k: int) -> bool:
        form = self.v.forms[k]
        cue = self.v.cue(k)
        return self.sorts[form] == "verbs" or bool(cue and cue[0].sort == "verb" and not cue[0].weak)

    def _joined_form(self, k: int) -> bool:
        """Whether a preposition is written together with the word: «قانون لمنع …», one that there may be."""
        form = self.v.forms[k]
        return form[0] in "لب" and form not in self.titles.known.words

    def _owned_form(self, k: int) -> bool:
        form = self.v.forms[k]
        return form.endswith(_OF_PRONOUN) and self.v.text[self.v.tokens[k].end - 1] != "ة"

    def _joined(self, k: int, last: int) -> int:
        """Behind a second noun: «اتفاق السلم والشراكة»."""
        if k < last and self.v.gap(k) == " " and self.v.forms[k].startswith("وال"):
            return k + 1
        return k

    def _towards(self, k: int, last: int, long: bool = False) -> int:
        """Behind «للسلام», which goes on with a name; `long`: behind «لحقوق الإنسان» too."""
        if k < last and self.v.gap(k) == " " and self.v.forms[k].startswith("لل") and self.v.forms[k] not in DAYS:
            return k + 1
        if long and k + 1 < last and self.v.gap(k) == " " == self.v.gap(k + 1) and self.v.forms[k].startswith("ل"):
            return k + 2 if self.v.forms[k + 1].startswith("ال") and self.v.forms[k + 1] not in APART else k
        return k

    def _adjectives(self, j: int, last: int, *, feminine: bool | None, telling: bool = False) -> int:
        """Behind the definite adjectives that begin at j; `feminine`: they agree with such a noun."""
        k = j
        while k < min(last, j + _MOST_ADJECTIVES) and self._goes_on(k) and self._adjective(k, feminine):
            if telling and not (self._nisba(k) or self.v.forms[k] in TELLING or self.v.forms[k] in VAGUE):
                break
            k += 1
        return k

    def _goes_on(self, k: int) -> bool:
        """Whether nothing stands between token k and the one before, or a dash between two peoples."""
        gap = self.v.gap(k)
        return gap == " " or (gap.strip() in ("-", "–", "ـ") and self._nisba(k) and self._nisba(k - 1))

    def _adjective(self, k: int, feminine: bool | None) -> bool:
        form = self.v.forms[k]
        if not form.startswith("ال") or len(form) < 5 or form in APART or form in DAYS or bare(form) in MONTHS:
            return False
        if feminine is None:  # behind an annexation: only what tells it from others
            joint = form.startswith("المشترك")
            return (
                self._nisba(k) or form in TELLING or joint or (self.sorts[form] == "adjectives" and form not in VAGUE)
            )
        ends = self.v.text[self.v.tokens[k].end - 1] in "ةى"
        known = form in TELLING or form in VAGUE
        return ends == feminine and (known or self.sorts[form] not in ("people", "deeds", "acts"))

    # --- heads with an article

    def _definite(self, i: int, head: Head, last: int) -> Phrase | None:
        """«الاتفاق النووي», «المبادرة الخليجية», «الاتفاق بين …»; what leaves open which one is vague."""
        v = self.v
        if head.family == "agreement" and i and v.forms[i - 1] in DOING:
            return None
        telling = head.family in ("plan", "law", "paper", "declaration", "outcome", "truce", "initiative")
        feminine = head.plural or v.text[v.tokens[i].end - 1] == "ة"
        end = self._adjectives(self._compound(i, head, last), last, feminine=feminine, telling=telling)
        named = any(v.forms[k] not in VAGUE for k in range(i + 1, end))
        if head.family == "law" and head.lemma != "دستور" and not head.plural and end == i + 2 and self._nisba(i + 1):
            return None  # «القانون المصري», all of it
        if head.lemma == "اعلان" and not any(v.forms[k] in TELLING for k in range(i + 1, end)):
            return None  # «الإعلان المصري», what was announced
        if named:
            return Phrase(i, self._towards(end, last, head.family in _LONG), "described")
        if head.family in ("plan", "law", "declaration", "outcome"):
            return None
        if more := self._complement(end, last):
            return Phrase(i, more, "complement")
        if head.plural:
            return Phrase(i, end, "vague") if end > i + 1 else None
        if end > i + 1:
            return Phrase(i, end, "vague") if not i or v.forms[i - 1] not in THIS else None
        relative = self._relative(end, last) if head.family == "agreement" else None
        return Phrase(i, relative, "relative") if relative else None

    def _owned(self, i: int, head: Head, last: int) -> Phrase | None:
        """«خطته لإنهاء الحرب», «اتفاقهم مع الواحة»."""
        if head.family not in ("agreement", "initiative", "plan", "paper") or head.plural or i + 1 >= last:
            return None
        v = self.v
        form = v.forms[i + 1]
        if v.gap(i + 1) == " " and form.startswith("ل") and self.sorts[form] in ("deeds", "acts") and len(form) > 4:
            return Phrase(i, self._chain(i + 2, last) or i + 2, "complement")
        more = self._complement(i + 1, last)
        return Phrase(i, more, "complement") if more else None

    def _complement(self, j: int, last: int) -> int | None:
        """Behind the parties or the subject matter: «بين الطرفين», «مع الواحة», «حول الملف النووي»."""
        v = self.v
        if j + 1 >= last or v.gap(j) != " ":
            return None
        word = v.word(j)
        if word == BETWEEN:
            return self._parties(j + 1, last)
        if word == WITH:
            return self._chain(j + 1, last) if self.place(j + 1) else None
        if word in ABOUT or (word in CONCERNING and v.forms[j + 1].startswith("ب")):
            return self._chain(j + 1, last)
        return None

    def _parties(self, j: int, last: int) -> int | None:
        """Behind two parties: «إيران والقوى الكبرى»; None where there is no second one."""
        joined = None
        for k in range(j, min(last, j + 9)):
            if self.v.gap(k).strip(" «»") or (k > j and self.v.word(k) in _ENDS) or self._verbal(k):
                break
            form = self.v.forms[k]
            if form.startswith("و") and (form[1:3] == "ال" or bare(form[1:]) in self.titles.nations):
                joined = k
            if joined is not None and k > joined and not self._adjective(k, None):
                return k
        return None if joined is None else min(joined + 1, last) if joined == k else k

    def _relative(self, j: int, last: int) -> int | None:
        """Behind a short relative clause: «الاتفاق الذي أبرم في الواحة»."""
        v = self.v
        if j + 2 >= last or v.gap(j) != " " or v.forms[j] not in RELATIVES or not v.forms[j].startswith("ال"):
            return None
        k = j + 1
        while k < min(last, j + _MOST_RELATIVE):
            form = v.word(k)
            if v.gap(k).strip(" «»") or form in THAT or form in RELATIVES or form in _PERSONS or form == ON:
                break
            if form.startswith(("سي", "ست")) and len(form) > 4:
                break  # the verb of the clause around it
            k += 1
        return k if k - j >= 3 else None
