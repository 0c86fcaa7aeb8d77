"""Frames: where a cue's content begins, and by which sign of the language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mawqif.arabic import bare
from mawqif.extract import bare as bare_words
from mawqif.extract import objects
from mawqif.extract.view import View
from mawqif.extract.words import (
    AFTER_PREPOSITION,
    ANONYMITY,
    ASIDES,
    BECAUSE,
    BEFORE_EVENTS,
    BLAME,
    DERIVED,
    HOMOGRAPHS,
    ISSUED,
    LEADING,
    MASDAR,
    MOMENTS,
    NOT_BY,
    PLACES,
    PREPOSITIONS,
    RELATIVES,
    THAT,
    THEM,
    TITLED,
    WISHES,
    WRITINGS,
    is_in,
    is_saying,
)
from mawqif.lexicon import Cue
from mawqif.model import Act, Quotation, Sentence

PROVIDING = ("نص", "ينص", "يقضي")  # what a text provides is its content in a relative clause, too
GOVERNED = ("to", "by", "object")  # rules of frames that a preposition or a noun phrase makes
_SPEECH = frozenset({"that", "quote", "document"})
_REACH, _WEAK_REACH, _TITLED_REACH, _SAYING_REACH = 34, 20, 16, 12
_OPENING = ("«", "“", '"')
_TITLE_REACH = 18  # tokens within which a title with a phrase of place is followed by the content
_GOES_ON = re.compile(r"[،,]?\s*و[إأا]ن")
_GOVERN_NOUNS = frozenset(("على", "في", "عن", "الي", "بعد", "قبل", "خلال", "مع", "لدي", "بشان", "حول", "ضد"))
_BEFORE_NOUNS = frozenset(("ان", "بان", "وان", "فان", "لان"))
_HAPPENED = frozenset(("سبق", "يسبق", "وسبق", "حدث", "حصل", "لبث", "كاد", "ما"))
_NAME = 7  # words that a title or a name in marks has at most
_LATE = 9  # tokens of time and place that may stand between a colon and «إن»
_WHOLE = 4  # words that a quotation which is all that was said has at least
_COMMENT = ("وهو ", "وهي ", "في إشارة", "في خطوة", "بحسب", "وفق", "حسب")
_PRONOUNS = ("ته", "مه", "فه", "عه", "به", "ها", "هم")
_TO_THEM = frozenset("منه منها منهم له لها لهم عليه عليها به بها فيه فيها عنه عنها".split())
_ASKED = frozenset(("سوال", "تساول", "استفسار", "اسيله", "اسءله", "حديث", "كلام"))
_RELATIVE = 9  # words of a relative clause in which its verb may have a content of its own
_LONE = frozenset(PREPOSITIONS.values())


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a content begins and ends (code points; `end` None: not yet known) and what shows it.

    `subject_end` is the index of the token up to which the speaker may stand.
    """

    rule: str
    start: int
    end: int | None
    subject_end: int
    direct: bool = False


def find(v: View, i: int, cue: Cue, sentence: Sentence) -> Frame | None:
    """The nearest frame after the cue at token i that the cue governs."""
    if (v.forms[i] in HOMOGRAPHS or v.forms[i] == "وبين") and not _leads(v, i, sentence):
        return None
    if cue.sort == "verb" and cue.lemma[:1] != "ي" and _noun(v, i, sentence):
        return None
    if v.forms[i] == "عبر" and i > sentence.first and not _across(v, i, sentence):
        return None
    if v.forms[i] == "هنا" and v.text[v.tokens[i].end - 1] != "أ":
        return None
    if cue.lemma in PROVIDING and i + 1 < sentence.last and v.forms[i + 1] in _TO_THEM:
        return None  # «ما ينص عليه الاتفاق»
    titled, crossed = cue.sort == "verb" and _titled(v, i, sentence), False
    for j in range(i + 1, min(sentence.last, i + (_WEAK_REACH if cue.weak else _REACH))):
        form = v.forms[j]
        if cue.governs & _SPEECH and (spoken := _speech(v, i, j, sentence.end)):
            return spoken
        if form in BECAUSE:
            continue
        if bare_words.begins(v, i, j, cue):
            return Frame("bare", v.starts[j], None, j, True)
        if form in THAT and cue.weak and not cue.governs & _SPEECH:
            return None
        if form in THAT and ("saying" in cue.governs or _causal(v, j)):
            continue
        if form in THAT and j - 1 > i and v.forms[j - 1] in BEFORE_EVENTS:
            continue
        if form in THAT and not _governs_that(v, j, cue):
            continue
        if form in THAT and not _name_word(v, j) and not (form.startswith("و") and len(form) < 4):
            return _that(v, i, j, sentence.end)
        if "document" in cue.governs and not (
            j > i + 2 or form in ("في", "فيه", "فيها") or bare(form) in v.index.documents | WRITINGS
        ):
            return None
        if cue.weak and not (titled and j - i <= _TITLED_REACH):
            if j > i + 1 and _says(v, j):
                return None
            continue
        crossed = crossed or (j > i + 2 and "،" in v.gap(j) and form.startswith("و") and not is_in(form, v.index.heads))
        if crossed and _says(v, j):
            return None
        if crossed or _aside(v, i, j, sentence, _TITLE_REACH * (1 + ("person" in cue.governs))):
            continue
        found = _governed(v, _past_moments(v, i, j), j, cue, sentence.end)
        if found and not (anonymous(v, j) or anonymous(v, j - 1)):
            return found
        if j > i + 1 and _says(v, j):
            return None
    return None


def _noun(v: View, i: int, sentence: Sentence) -> bool:
    """Whether a past verb's form right after a complementiser is a noun («أن رفض المجلس», but «بعد أن رفض»)."""
    if i <= sentence.first:
        return False
    if v.word(i - 1) in _GOVERN_NOUNS and not v.gap(i).strip():
        return True  # «على رفض …»
    if v.forms[i - 1] not in _BEFORE_NOUNS:
        return False
    return i - 2 < sentence.first or v.forms[i - 2].lstrip("وف") not in BEFORE_EVENTS | _HAPPENED


def _governs_that(v: View, j: int, cue: Cue) -> bool:
    """Whether the complementiser at token j can belong to the cue: by itself, or through its preposition."""
    return bool(cue.governs & {"that", "object", "quote", "document"}) or v.forms[j][0] == "ب" or v.word(j - 1) in _LONE


def _causal(v: View, j: int) -> bool:
    """«ذلك أن», which gives a reason, and not «قبل ذلك أن»."""
    return v.forms[j - 1] == "ذلك" and v.forms[j - 2] not in AFTER_PREPOSITION


def _across(v: View, i: int, sentence: Sentence) -> bool:
    """Whether «عبر» at token i is the verb: before «عن» or a definite or known subject, and not «عبر تنسيق …»."""
    following = v.forms[i + 1] if i + 1 < sentence.last else ""
    return (
        "عن" in v.forms[i + 1 : min(sentence.last, i + 8)] or following.startswith("ال") or following in v.index.heads
    )


def _titled(v: View, i: int, sentence: Sentence) -> bool:
    """Whether the verb at token i leads its clause and a source follows: then a verb of several senses speaks."""
    joined = v.forms[i].startswith("و") and v.forms[i] not in v.index.cues
    if i + 1 >= sentence.last or not (joined or _leads(v, i, sentence)):
        return False
    return (i == sentence.first and v.forms[i + 1] not in _TO_THEM) or is_in(v.forms[i + 1], v.index.heads)


def _says(v: View, j: int) -> bool:
    """Whether another verb or participle of saying stands at token j."""
    other = None if v.forms[j] in ASIDES | HOMOGRAPHS else v.cue(j)
    within = other is not None and v.forms[j - 1] in RELATIVES  # «الوزير الذي رحب بالوفد»
    if other and within and ("that" not in other[0].governs or THAT.isdisjoint(v.forms[j + 1 : j + _RELATIVE])):
        return False
    return bool(other and other[0].sort in ("verb", "participle") and not other[0].weak and not anonymous(v, j))


def anonymous(v: View, i: int) -> bool:
    """Whether the verb at token i is about not being named: «رفض الكشف عن هويته», «طلب عدم ذكر اسمه»."""
    words = v.forms[i + 1 : i + 6]
    unnamed = any(bare(w) in ANONYMITY or w == "عدم" for w in words[:2])
    return unnamed and any(w.startswith(("هوي", "اسم", "بهوي", "باسم")) for w in words[1:])


def _leads(v: View, i: int, sentence: Sentence) -> bool:
    """Whether the word at token i stands where a verb leads its clause."""
    return i == sentence.first or any(c in "،,؛:.-–" for c in v.gap(i)) or v.forms[i - 1] in LEADING


def _speech(v: View, i: int, j: int, sentence_end: int) -> Frame | None:
    """A quotation or a colon before token j."""
    gap = v.gap(j)
    quote = v.quote_at.get(j)
    if quote and ":" not in gap and v.length(quote.inner_start, quote.inner_end) <= _NAME and _names(v, j):
        return None
    if quote and (":" in gap or v.length(quote.inner_start, quote.inner_end) >= _quoted_words(v, i, j, quote)):
        return Frame("quote", quote.inner_start, quote.inner_end, j, True)
    if ":" in gap and not quote and not v.forms[j].startswith(("http", "www")):
        told = _late_that(v, j, sentence_end)
        whole = _that(v, i, told, sentence_end) if v.forms[told] in THAT else None
        return whole if whole and whole.direct else Frame("colon", v.starts[told], None, j, whole is None)
    return None


def _names(v: View, j: int) -> bool:
    """Whether the quotation at token j is a title or a name: «مقال بعنوان "…"», «لشبكة "…"», «شركة "…"»."""
    before = v.forms[j - 1]
    kind = before[1:] if before[:1] in "لبو" and len(before) > 4 else before
    return before in TITLED or kind in v.index.media or (_body(v, kind) and kind not in v.index.states)


def _body(v: View, word: str) -> bool:
    """Whether a word heads the name of a body: no office, no document, nobody unnamed."""
    index = v.index
    return word in index.heads and not (word in index.roles or word in index.unnamed or word in index.documents)


def _late_that(v: View, j: int, sentence_end: int) -> int:
    """Token j, or the «إن» that follows words of time between the colon and it: «قال: في ساعة مبكرة إن …»."""
    if v.word(j) not in AFTER_PREPOSITION:
        return j
    for k in range(j + 1, min(j + _LATE, len(v.forms))):
        if v.starts[k] >= sentence_end or v.gap(k).strip():
            return j
        if v.forms[k] in THAT and v.text[v.starts[k]] == "إ":
            return k
    return j


def _quoted_words(v: View, i: int, j: int, quote: Quotation) -> int:
    """How long a quotation must be to be what is said: right after the cue or where it ends the clause, shorter."""
    after = v.at(quote.inner_end)
    if after < len(v.forms) and ":" in v.gap(after):
        return 6  # «قال "فلان الفلاني": ...», a name in marks
    if j == i + 1:
        return 7 if after < len(v.forms) and v.forms[after] in THAT else 3  # «قالت "الأفق" إن», a name
    if after < len(v.forms) and v.forms[after] in THAT and ":" not in v.gap(j):
        return 99  # «في بيان «تسلمت الأفق نسخة منه» أن»
    ends = after >= len(v.forms) or any(c in ".،\n" for c in v.gap(after))
    return 3 if ends and (after >= len(v.forms) or v.forms[after] not in THAT) else 5


def _that(v: View, i: int, j: int, sentence_end: int) -> Frame:
    """A complementiser at token j, with the preposition before it; a whole quotation after it is direct."""
    k = j - 1 if v.word(j - 1) in _LONE and j - 1 > i else j
    told = v.quote_at.get(j + 1)
    least = _WHOLE if v.forms[j].endswith("ان") else _WHOLE + 1  # with a pronoun it is a word of the reporter's
    if told and v.length(told.inner_start, told.inner_end) >= least and _closes(v, told, sentence_end):
        return Frame("that-quote", told.inner_start, told.inner_end, k, True)
    if not told and j + 1 < len(v.forms) and v.starts[j + 1] < sentence_end and _opened(v, j + 1):
        return Frame("that-quote", v.starts[j + 1], None, k, True)
    return Frame("that", v.starts[k], None, k)


def _opened(v: View, j: int) -> bool:
    """Whether a quotation opens before token j that nothing closes."""
    gap = v.gap(j)
    return gap[-1:] in _OPENING and gap[:1].isspace()


def _told(v: View, j: int, sentence_end: int) -> Frame | None:
    """A quotation that is the whole of what the preposition at token j governs: «إلى أن "…"»، «على "…"»."""
    k = j + 1 if j + 1 < len(v.forms) and v.forms[j + 1] in THAT and j + 1 not in v.quote_at else j
    told = v.quote_at.get(k + 1)
    if told and v.length(told.inner_start, told.inner_end) >= _WHOLE and _closes(v, told, sentence_end):
        return Frame("that-quote", told.inner_start, told.inner_end, j, True)
    return None


def _closes(v: View, quote: Quotation, sentence_end: int) -> bool:
    """Whether nothing of the reported words goes on after a quotation."""
    rest = v.text[quote.end : min(sentence_end, quote.end + 120)].lstrip()
    if _GOES_ON.match(rest):
        return False
    if rest[:1] in "،,؛.:" or rest.startswith(_COMMENT):
        return True
    following = v.at(quote.end)
    other = v.cue(following) if following < len(v.forms) else None
    if other and other[0].sort == "participle" and v.forms[following].endswith("ا"):
        return True  # «"…" متابعا أن»
    words = rest.split(None, 3)
    return len(words) < 3 and not (words and v.word(v.at(quote.end)) in AFTER_PREPOSITION)


def _name_word(v: View, j: int) -> bool:
    """Whether a word that looks like a particle belongs to a known name."""
    return j + 1 < len(v.forms) and f"{v.forms[j]} {v.forms[j + 1]}" in v.index.lookalikes


def _governed(v: View, i: int, j: int, cue: Cue, sentence_end: int) -> Frame | None:
    """A preposition or noun phrase at token j that the cue governs."""
    form, at = v.word(j), v.starts[j]
    if v.forms[j - 1] in ISSUED and j > i + 1:
        return None
    for preposition in cue.governs & PREPOSITIONS.keys():
        if form == "عن" and v.forms[j - 1] in _ASKED:
            continue  # «في معرض سؤال عن …»
        if form == PREPOSITIONS[preposition] or (preposition == "على" and form in ("عليها", "عليهم")):
            return _told(v, j, sentence_end) or Frame("to", at, None, j)
    if "person" in cue.governs and j == i + 1 and _names_party(v, i, form):
        return None
    if "next" in cue.governs and j > i + 1:
        return None
    if "wishes" in cue.governs and _wish(form):
        return Frame("object", at, None, j)
    if ("ب" in cue.governs or ("person" in cue.governs and v.forms[j - 1] in THEM)) and _with(v, form):
        return _told(v, j, sentence_end) or Frame("by", at, None, j)
    if "ل" in cue.governs and _purpose(v, j) and "الي" not in v.forms[j + 1 : j + 6]:
        return Frame("by", at, None, j)
    if cue.act is Act.CONDEMN and j > i + 1 and _blamed_for(form) and is_in(v.forms[i + 1], v.index.heads):
        return Frame("by", at, None, j)
    if "saying" in cue.governs and j - i <= _SAYING_REACH and is_saying(form, v.index.sayings):
        return Frame("object", at, None, j)
    if "blame" in cue.governs and v.forms[j] in BLAME:
        return Frame("by", at, None, j)
    if "object" in cue.governs and objects.begins(v, i, j, cue):
        later = objects.soon_that(v, j) if j == i + 1 else objects.later_that(v, j)
        return Frame("that", v.starts[later], None, j) if later else Frame("object", at, None, j)
    return None


def _past_moments(v: View, i: int, j: int) -> int:
    """The last token between the cue at i and token j that belongs to the verb: «رفضت وقتها»."""
    while i + 1 < j and v.forms[i + 1] in MOMENTS:
        i += 1
    return i


def _aside(v: View, i: int, j: int, sentence: Sentence, reach: int) -> bool:
    """Whether token j is beside the clause: in brackets, an adverb of time, or a phrase of place in a title.

    «رفضت الوزارة (المياه) تأكيد …»، «وصف الأمين بالجامعة سامر النوري القرار بالجريء»، «دعا المبعوث إلى الواحة إلى».
    """
    if v.forms[j] in MOMENTS or ("(" in v.gap(j) and j + 1 < sentence.last and ")" in v.gap(j + 1)):
        return True
    if j == i + 1:
        return False
    form, later = v.forms[j], v.forms[j + 1 : min(sentence.last, j + reach)]
    if form == "الي":
        return bool(later) and bare(later[0]) in v.index.states and "الي" in later[1:]
    if form[:1] != "ب" or form in THAT or not (bare(form[1:]) in PLACES or _body(v, bare(form[1:]))):
        return False
    return any(w[:1] == "ب" and w not in NOT_BY and len(w) != 2 and bare(w[1:]) not in v.index.heads for w in later)


def _wish(form: str) -> bool:
    """Whether thanks, congratulations or condolences begin with this word: «رفع التعازي»، «تقدم بالشكر»."""
    word = bare(form.removeprefix("ب"))
    return word in WISHES or any(word.removesuffix(p) in WISHES for p in ("ه", "ها", "هم"))


def _with(v: View, form: str) -> bool:
    """Whether «ب» stands here before a content, and is no letter of the word."""
    return (
        form.startswith("ب")
        and form not in NOT_BY
        and (len(form) > 3 or form in ("ب", "بما", "بمن") or form[1:] in v.index.deeds)
        and form not in v.index.states
    )


def _purpose(v: View, j: int) -> bool:
    """Whether «ل» with a verbal noun stands here: «دعا الأطراف لوقف …», «دعت المواطنين للمشاركة …»."""
    form = v.forms[j]
    if not form.startswith("ل") or len(form) < 4 or form in THAT:
        return False
    return form.startswith("لل") or form[1:] in v.index.deeds or bool(DERIVED.match(form[1:]))


def _names_party(v: View, i: int, form: str) -> bool:
    """Whether the word after the cue at token i is the party addressed: no pronoun on the cue, no preposition here."""
    return v.forms[i][-2:] not in _PRONOUNS and form in NOT_BY


def _blamed_for(form: str) -> bool:
    """Whether a word gives what a party is blamed for: «انتقدت الهيئة الحكومة لعدم …», «لتأخيرها»."""
    return form.startswith("ل") and (form == "لعدم" or (len(form) > 5 and MASDAR.match(form[1:]) is not None))
