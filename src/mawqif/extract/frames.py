"""Frames: where a cue's content begins, and by which sign of the language."""

from __future__ import annotations

from collections.abc import Iterator

from mawqif.arabic import bare, fold
from mawqif.extract import bare as bare_words
from mawqif.extract import objects, phrases, sources_before, speech
from mawqif.extract.speech import LONE, Frame
from mawqif.extract.view import View
from mawqif.extract.words import (
    AFTER_PREPOSITION,
    ANONYMITY,
    ASIDES,
    BECAUSE,
    BEFORE_EVENTS,
    BLAME,
    CARRIERS,
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
    WISHES,
    WRITINGS,
    is_in,
    is_saying,
)
from mawqif.lexicon import Cue
from mawqif.model import Act, Quotation, Sentence

PROVIDING = ("نص", "ينص", "يقضي")  # what a text provides is its content in a relative clause, too
GOVERNED = ("to", "by", "object")  # rules of frames that a preposition or a noun phrase makes
_WITH_PRONOUN = {"على": ("عليها", "عليهم"), "عن": ("عما", "عمن")}
_OF_DEEDS = frozenset(("wishes", "saying", "blame"))  # verbs that report only with one of these
_SPEECH = frozenset({"that", "quote", "document"})
_REACH, _WEAK_REACH, _TITLED_REACH, _SAYING_REACH = 34, 20, 16, 12
_TITLE_REACH = 18  # tokens within which a title with a phrase of place is followed by the content
_GOVERN_NOUNS = frozenset(("على", "في", "عن", "الي", "بعد", "قبل", "خلال", "مع", "لدي", "بشان", "حول", "ضد"))
_BEFORE_NOUNS = frozenset(("ان", "بان", "وان", "فان", "لان"))
_HAPPENED = frozenset(("سبق", "يسبق", "وسبق", "حدث", "حصل", "لبث", "كاد", "ما"))
_BEFORE_VERBS = BEFORE_EVENTS | _HAPPENED
_NO_SAYING = ASIDES | HOMOGRAPHS
_PREPOSED = frozenset(PREPOSITIONS.values()).union(*_WITH_PRONOUN.values())
_PRONOUNS = ("ته", "مه", "فه", "عه", "به", "ها", "هم")
_TO_THEM = frozenset("منه منها منهم له لها لهم عليه عليها به بها فيه فيها عنه عنها".split())
_ASKED = frozenset(("سوال", "تساول", "استفسار", "اسيله", "اسءله", "حديث", "كلام"))
_AMOUNTS = frozenset(("يبلغ", "تبلغ"))
_MEASURED = frozenset(
    fold(w)
    for w in "عدد نسبة سعر قيمة طول عرض ارتفاع مساحة حجم متوسط معدل إجمالي مجموع عمر سن كلفة تكلفة ثمن وزن سرعة عمق "
    "نحو حوالي قرابة زهاء طاقة سعة رأسمال رأس أقصى أدنى أعلى تعداد درجة مستوى".split()
)
_WHO = frozenset(("وهو", "وهي", "وهما", "وهم"))  # «، وهو فقيه معروف،»
ADDRESSING = frozenset(("الي", "على"))
_ONLY_SAYINGS = frozenset(("saying",))
_REASONED = frozenset(("ذلك", "السبب", "الامر"))  # «مرجعا ذلك إلى نقص المال»
_APPOSED = 14  # words that tell who a subject is at most
_RELATIVE = 9  # words of a relative clause in which its verb may have a content of its own


def find(v: View, i: int, cue: Cue, sentence: Sentence) -> Frame | None:
    """The nearest frame after the cue at token i that the cue governs; looked for once."""
    if i not in v.frames:
        v.frames[i] = _find(v, i, cue, sentence)
    found: Frame | None = v.frames[i]
    return found


def _find(v: View, i: int, cue: Cue, sentence: Sentence) -> Frame | None:
    if (v.forms[i] in HOMOGRAPHS or v.forms[i] == "وبين") and not (
        _leads(v, i, sentence) or sources_before.follows(v, i, sentence)
    ):
        return None
    if cue.sort == "verb" and cue.lemma[:1] != "ي" and _noun(v, i, sentence):
        return None
    if v.forms[i] == "ابرز" and v.word(i - 1) in ("من", "ومن", "احد") and i > sentence.first:
        return None  # «ومن أبرز المشاركين: …»
    if v.forms[i] == "عبر" and i > sentence.first and not _across(v, i, sentence):
        return None
    if v.forms[i] == "هنا" and v.text[v.tokens[i].end - 1] != "أ":
        return None
    if v.forms[i].endswith("اعتقد") and "أ" in v.text[v.starts[i] : v.starts[i] + 2]:
        return None  # «أعتقد», the first person
    if cue.lemma in PROVIDING and i + 1 < sentence.last and v.forms[i + 1] in _TO_THEM:
        return None  # «ما ينص عليه الاتفاق»
    if v.forms[i].lstrip("وف") in _AMOUNTS and i + 1 < sentence.last and _amount(v.forms[i + 1]):
        return None
    reason = cue.sort == "participle" and i + 1 < sentence.last and v.forms[i + 1] in _REASONED
    titled, crossed = reason or (cue.sort == "verb" and _titled(v, i, sentence)), False
    speaks = not cue.governs.isdisjoint(_SPEECH)
    documents, title_reach = "document" in cue.governs, _TITLE_REACH * (1 + ("person" in cue.governs))
    for j in _reached(v, i, cue, min(sentence.last, i + (_WEAK_REACH if cue.weak else _REACH))):
        form = v.forms[j]
        that = form in THAT
        if speaks and v.gaps[j] != " " and (said := speech.spoken(v, i, j, sentence.end)):
            return said
        if form in BECAUSE:
            continue
        if j - i <= bare_words.REACH and bare_words.begins(v, i, j, cue):
            return Frame("bare", v.starts[j], None, j, True)
        if that and cue.weak and not speaks:
            return speech.that(v, i, j, sentence.end) if _pointed(v, j, cue) else None
        if that and _apart(v, i, j, cue):
            continue
        if that and not _name_word(v, j) and not (form.startswith("و") and len(form) < 4):
            return speech.that(v, i, j, sentence.end)
        if (
            documents
            and not _answers(v, i)
            and not (j > i + 2 or form in ("في", "فيه", "فيها") or bare(form) in v.index.documents | WRITINGS)
            and not _carried(v, j)
        ):
            return None
        if cue.weak and not (titled and j - i <= _TITLED_REACH):
            if j > i + 1 and _says(v, j):
                return None
            continue
        crossed = crossed or (j > i + 2 and "،" in v.gaps[j] and _joins(v, j))
        if crossed and _says(v, j):
            return None
        if crossed or _aside(v, i, j, sentence, title_reach, cue):
            continue
        found = _governed(v, _past_moments(v, i, j), j, cue, sentence.end)
        if found and not (anonymous(v, j) or anonymous(v, j - 1)):
            return found
        if j > i + 1 and _says(v, j):
            return None
    return None


def _apart(v: View, i: int, j: int, cue: Cue) -> bool:
    """Whether the complementiser at token j belongs to a reason, an event or another word than the cue at token i."""
    if cue.governs == _ONLY_SAYINGS or _causal(v, j):
        return True
    return (j - 1 > i and v.forms[j - 1] in BEFORE_EVENTS) or not _governs_that(v, j, cue)


def _amount(form: str) -> bool:
    """Whether a word tells how much something comes to: «يبلغ عدد المستخدمين …»."""
    return form[0].isdigit() or form in _MEASURED or form.removesuffix("ها").removesuffix("ه") in _MEASURED


def _reached(v: View, i: int, cue: Cue, last: int) -> Iterator[int]:
    """The tokens behind the cue at token i, without «، وهو …،» and the party addressed in marks: «دعا "…" إلى»."""
    j = i + 1
    while j < last:
        quote = v.quote_at.get(j) if "person" in cue.governs and ":" not in v.gap(j) else None
        after = v.at(quote.inner_end) if quote else j
        if quote and after < last and v.word(after) in ADDRESSING and not any(c in ".:" for c in v.gap(after)):
            j = after
        elif v.forms[j] in _WHO and "،" in v.gap(j):
            j = next((k for k in range(j + 2, min(last, j + _APPOSED)) if "،" in v.gap(k)), j)
        yield j
        j += 1


def _answers(v: View, i: int) -> bool:
    """Whether «ورد» is «رد» behind «و»: «ورد المتحدث … أن»; a person is no document."""
    return v.forms[i] == "ورد" and i + 1 < len(v.forms) and is_in(v.forms[i + 1], v.index.roles)


def _carried(v: View, j: int) -> bool:
    """Whether token j is of «على لسان …» or «على حساب …», which carried the words."""
    return CARRIERS.intersection(v.forms[j : j + 2]) != set() and v.word(j - (v.forms[j] in CARRIERS)) == "على"


def _joins(v: View, j: int) -> bool:
    """Whether token j begins with «و» a new clause, and is no verbal noun («…، وقوف …») and no other source."""
    form = v.forms[j]
    return form.startswith("و") and not is_in(form, v.index.heads) and form not in v.index.deeds


def spoken(v: View, i: int, cue: Cue, sentence: Sentence) -> Frame | None:
    """The speaker's own words behind a comma, where the cue at token i has no other frame."""
    j = bare_words.behind_comma(v, i, cue, sentence)
    return Frame("bare", v.starts[j], None, j, True) if j is not None else None


def _noun(v: View, i: int, sentence: Sentence) -> bool:
    """Whether a past verb's form right after a complementiser is a noun («أن رفض المجلس», but «بعد أن رفض»)."""
    if i <= sentence.first:
        return False
    if v.word(i - 1) in _GOVERN_NOUNS and not v.gap(i).strip():
        return True  # «على رفض …»
    if v.forms[i - 1] not in _BEFORE_NOUNS:
        return False
    return i - 2 < sentence.first or v.forms[i - 2].lstrip("وف") not in _BEFORE_VERBS


def _governs_that(v: View, j: int, cue: Cue) -> bool:
    """Whether the complementiser at token j can belong to the cue: by itself, or through its preposition."""
    if "clause" in cue.governs:
        return v.word(j - 1) == "الي"
    return bool(cue.governs & {"that", "object", "quote", "document"}) or v.forms[j][0] == "ب" or v.word(j - 1) in LONE


def _causal(v: View, j: int) -> bool:
    """«ذلك أن», which gives a reason, and not «قبل ذلك أن» or «معللا ذلك بأن»."""
    return v.forms[j][0] != "ب" and v.forms[j - 1] == "ذلك" and v.forms[j - 2] not in AFTER_PREPOSITION


def _pointed(v: View, j: int, cue: Cue) -> bool:
    """Whether the preposition of the cue stands right before the complementiser at token j: «ذهب الباحث إلى أن …»."""
    return any(v.word(j - 1) == PREPOSITIONS[p] for p in cue.governs & PREPOSITIONS.keys())


def _across(v: View, i: int, sentence: Sentence) -> bool:
    """Whether «عبر» at token i is the verb: before «عن» or a definite or known subject, and not «عبر تنسيق …»."""
    following = v.forms[i + 1] if i + 1 < sentence.last else ""
    return (
        "عن" in v.forms[i + 1 : min(sentence.last, i + 8)] or following.startswith("ال") or following in v.index.heads
    )


def _titled(v: View, i: int, sentence: Sentence) -> bool:
    """Whether the verb at token i leads its clause and a source follows: then a verb of several senses speaks."""
    joined = v.forms[i].startswith("و") and v.forms[i] not in v.index.cues
    if i + 1 < sentence.last and (sources_before.asks(v, i) or sources_before.follows(v, i, sentence)):
        return True
    feminine = v.forms[i].endswith("ت") and not v.forms[i].endswith("ات")  # no noun looks so
    if i + 1 >= sentence.last or not (joined or feminine or _leads(v, i, sentence)):
        return False
    if (i == sentence.first and v.forms[i + 1] not in _TO_THEM) or is_in(v.forms[i + 1], v.index.heads):
        return True
    apart = feminine or "،" in v.gap(i)
    return joined and apart and v.forms[i + 1] in v.index.deeds  # «… وطلبت وقف البيع», «…، وطلب وقف البيع»


def _says(v: View, j: int) -> bool:
    """Whether another verb or participle of saying stands at token j."""
    other = v.cues[j]
    if other is None or v.forms[j] in _NO_SAYING or "(" in v.gaps[j]:  # «قال سامر (طالب، 20 سنة): …»
        return False
    if other[0].sort == "participle" and v.leads_on(j):
        return False  # «قال حلزوف محذرا: …»
    within = other is not None and v.forms[j - 1] in RELATIVES  # «الوزير الذي رحب بالوفد»
    if other and within and ("that" not in other[0].governs or THAT.isdisjoint(v.forms[j + 1 : j + _RELATIVE])):
        return False
    if other is None or other[0].sort not in ("verb", "participle") or other[0].weak:
        return False
    return not (other[0].governs <= _OF_DEEDS or anonymous(v, j))


def anonymous(v: View, i: int) -> bool:
    """Whether the verb at token i is about not being named: «رفض الكشف عن هويته», «طلب عدم ذكر اسمه»."""
    words = v.forms[i + 1 : i + 6]
    unnamed = any(bare(w) in ANONYMITY or w == "عدم" for w in words[:2])
    return unnamed and any(w.startswith(("هوي", "اسم", "بهوي", "باسم")) for w in words[1:])


def _leads(v: View, i: int, sentence: Sentence) -> bool:
    """Whether the word at token i stands where a verb leads its clause."""
    return i == sentence.first or any(c in "،,؛:.-–" for c in v.gap(i)) or v.forms[i - 1] in LEADING


def _name_word(v: View, j: int) -> bool:
    """Whether a word that looks like a particle belongs to a known name."""
    return j + 1 < len(v.forms) and f"{v.forms[j]} {v.forms[j + 1]}" in v.index.lookalikes


def _governed(v: View, i: int, j: int, cue: Cue, sentence_end: int) -> Frame | None:
    """A preposition or noun phrase at token j that the cue governs."""
    form, at = v.word(j), v.starts[j]
    if v.forms[j - 1] in ISSUED and j > i + 1:
        return None
    for preposition in cue.governs & PREPOSITIONS.keys() if form in _PREPOSED else ():
        if form == "عن" and v.forms[j - 1] in _ASKED:
            continue  # «في معرض سؤال عن …»
        if phrases.of_the_source(v, j, len(v.forms)):
            continue
        if preposition == "عن" and "deed" in cue.governs and not _done(v, j + 1):
            continue  # «أوضح المتحدث عن المجلس أن …»
        if form == PREPOSITIONS[preposition] or form in _WITH_PRONOUN.get(preposition, ()):
            return speech.told(v, j, sentence_end) or Frame("to", at, None, j)
    if "person" in cue.governs and j == i + 1 and _names_party(v, i, form):
        return None
    if "next" in cue.governs and j > i + 1:
        return None
    if "wishes" in cue.governs and _wish(form):
        return Frame("object", at, None, j)
    if ("ب" in cue.governs or ("person" in cue.governs and v.forms[j - 1] in THEM)) and _with(v, form):
        lone = form in THAT or len(form) == 1  # «ببناء «سد كبير»» is more than what is in marks
        return (speech.told(v, j, sentence_end) if lone else None) or Frame("by", at, None, j)
    if "ل" in cue.governs and _purpose(v, j) and "الي" not in v.forms[j + 1 : j + 6]:
        return Frame("by", at, None, j)
    if cue.act is Act.CONDEMN and j > i + 1 and _blamed_for(form) and is_in(v.forms[i + 1], v.index.heads):
        return Frame("by", at, None, j)
    if "saying" in cue.governs and j - i <= _SAYING_REACH and is_saying(form, v.index.sayings):
        return Frame("object", at, None, j)
    if "blame" in cue.governs and v.forms[j] in BLAME:
        return Frame("by", at, None, j)
    if "wished" in cue.governs and cue.sort == "participle" and j == i + 1:
        return Frame("object", at, None, j)
    if "held" in cue.governs and objects.has_pronoun(v, i) and (told := v.quote_at.get(j)) and _long(v, told):
        return Frame("quote", told.inner_start, told.inner_end, j, True)
    if "held" in cue.governs and objects.held(v, i, j):
        return Frame("object", at, objects.held_end(v, j, sentence_end), j)
    if "object" in cue.governs and sources_before.asks(v, i) and j <= (sources_before.asked(v, i) or j - 1):
        return None  # «طلبت المدينة من …»
    if "object" in cue.governs and objects.begins(v, i, j, cue):
        later = objects.soon_that(v, j) if j == i + 1 else objects.later_that(v, j)
        return (
            Frame("that", v.starts[later], None, later if j == i + 1 else j) if later else Frame("object", at, None, j)
        )
    return None


def _done(v: View, j: int) -> bool:
    """Whether token j is a verbal noun: «أفادت مصادر عن سقوط …»."""
    if j >= len(v.forms) or is_in(v.forms[j], v.index.heads):
        return False
    return objects.deed(v, j) or v.forms[j] in v.index.objects or DERIVED.match(v.forms[j]) is not None


def _long(v: View, quote: Quotation) -> bool:
    """Whether a quotation is more than a word or two that are marked."""
    return v.length(quote.inner_start, quote.inner_end) > 2


def _past_moments(v: View, i: int, j: int) -> int:
    """The last token between the cue at i and token j that belongs to the verb: «رفضت وقتها»."""
    while i + 1 < j and v.forms[i + 1] in MOMENTS:
        i += 1
    return i


def _told_soon(v: View, j: int, sentence: Sentence) -> bool:
    """Whether a complementiser without «ب» stands within three words of the same phrase behind token j."""
    last = min(sentence.last, j + 4)
    that = next((k for k in range(j + 1, last) if v.forms[k] in THAT), last)
    if that == last or v.forms[that][0] in "بو" or v.forms[j] in THAT or v.forms[j][1:] in v.index.deeds:
        return False
    return not any(v.gap(k).strip() for k in range(j + 1, that + 1))


def _aside(v: View, i: int, j: int, sentence: Sentence, reach: int, cue: Cue) -> bool:
    """Whether token j is beside the clause: in brackets, an adverb of time, or a phrase of place in a title.

    «رفضت الوزارة (المياه) تأكيد …»، «وصف الأمين بالجامعة سامر النوري القرار بالجريء»، «دعا المبعوث إلى الواحة إلى».
    """
    if v.forms[j] in MOMENTS or ("(" in v.gaps[j] and j + 1 < sentence.last and ")" in v.gaps[j + 1]):
        return True
    if j == i + 1:
        return False
    form = v.forms[j]
    if form != "الي" and form[:1] != "ب":
        return False
    later = v.forms[j + 1 : min(sentence.last, j + reach)]
    if form == "الي":
        return bool(later) and bare(later[0]) in v.index.states and "الي" in later[1:]
    if "that" in cue.governs and _told_soon(v, j, sentence):
        return True  # «أفاد المتحدث بالهيئة بالواحة أن …»
    if form in THAT or not (bare(form[1:]) in PLACES or speech.body(v, bare(form[1:]))):
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
    near = v.cue(j - 1) is not None and len(form) > 4 and not is_in(form[1:], v.index.heads)  # «داعيا لتجنب …»
    return form.startswith("لل") or form[1:] in v.index.deeds or bool(near or DERIVED.match(form[1:]))


def _names_party(v: View, i: int, form: str) -> bool:
    """Whether the word after the cue at token i is the party addressed: no pronoun on the cue, no preposition here."""
    return v.forms[i][-2:] not in _PRONOUNS and form in NOT_BY


def _blamed_for(form: str) -> bool:
    """Whether a word gives what a party is blamed for: «انتقدت الهيئة الحكومة لعدم …», «لتأخيرها»."""
    return form.startswith("ل") and (form == "لعدم" or (len(form) > 5 and MASDAR.match(form[1:]) is not None))
