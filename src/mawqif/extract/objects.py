"""Contents that are noun phrases: «أعلن الجيش سقوط …», «رفضت اللجنة العرض», «أكدا دعمهما لـ…».

The content begins with the noun that names what is announced, confirmed, refused or denied; before it stands the
subject, whose own nouns must not be taken for it.
"""

from __future__ import annotations

import re

from mawqif.arabic import bare, fold
from mawqif.extract import parties, sources_before
from mawqif.extract.view import View
from mawqif.extract.words import (
    ADJECTIVES,
    AFTER_PREPOSITION,
    COMPOUND,
    DAYS,
    HONOURS,
    LIKE_DEEDS,
    MANNER,
    MASDAR,
    MONTHS,
    NO_NOUNS,
    OCCASIONS,
    PERSONAL,
    RANKS,
    RELATIVES,
    STOPS,
    STRESS,
    STRICT,
    THAT,
    is_in,
)
from mawqif.lexicon import Cue

_CLOSING = ("»", "”", '"', "،", ")")
_SAME = frozenset(("نفسه", "نفسها", "نفسهم", "ذاته", "ذاتها", "ذاتهم", "عينه", "عينها", "جميعها", "جميعهم"))
_HELD = 20  # words that a judgement has at most before its end is looked for no more
_CLAUSES = frozenset(("حتي", "وهو", "وهي", "حيث", "لكن", "ولكن", "فيما", "بينما", "كما"))
_PLURAL = re.compile(r"و?ال\w{3,9}(?:ين|ون|ات)")
_BESIDE = frozenset(map(fold, "فوق تحت أمام خلف بين سوى نحو".split()))
_THESE = frozenset(("هذا", "هذه", "ذلك", "تلك"))
_NAMING = frozenset(("عبد", "ابو", "بن", "ابن", "ال"))
_SUBJECT = 9  # words that a subject may have
_PREFIXED = ("ال", "ب", "ك", "ف")
_TIMES = frozenset(("العام", "الاسبوع", "الشهر", "اليوم", "الصباح", "المساء", "السنه", "الليله", "المره", "الايام"))
_QUANTIFIED = frozenset(("اي", "كل", "بعض", "عده", "كافه", "جميع", "ايه", "غير"))
_PREPOSED = ("ل", "ب", "ك")


def _marked_name(v: View, j: int) -> bool:
    """Whether a word or two in marks at token j, which «أن» or a colon follows, are a name: «نفى "المرداسي" أن»."""
    quote = v.quote_at.get(j)
    if quote is None or ":" in v.gap(j) or v.length(quote.inner_start, quote.inner_end) > 2:
        return False
    after = v.at(quote.inner_end)
    return after < len(v.forms) and (v.forms[after] in THAT or ":" in v.gap(after))


def begins(v: View, i: int, j: int, cue: Cue) -> bool:
    """Whether the content of the cue at token i begins with the noun at token j."""
    form = v.word(j)
    if _completes(v, i, j):
        return False
    if sources_before.asks(v, i) and not form.startswith("ال") and _asked_for(v, i, j):
        return form not in THAT
    if _of_source(v, i, j):
        return False
    if form in v.index.objects or bare(form) in v.index.objects:
        return _listed(v, i, j, cue)
    return _noun(v, i, j, cue)


def _completes(v: View, i: int, j: int) -> bool:
    """Whether token j completes the word before it, or is the first name of a full one."""
    if j + 1 < len(v.forms) and v.forms[j + 1] == "الله" and v.word(j) in COMPOUND:
        return True  # «نائب الرئيس فتح الله النوري»
    before = v.word(j - 1)
    return j > i + 1 and (before in AFTER_PREPOSITION or before in RELATIVES or _full_name(v, j))


def _asked_for(v: View, i: int, j: int) -> bool:
    """Whether what is asked for begins at token j: «طلب النوري من الشركة اتخاذ …», «طلب منها اتخاذ …»."""
    of = sources_before.asked(v, i) or j
    return (j > of + 1 and _closed(v, j - 1) and _done(v, j)) or (j == of + 1 and v.forms[of] != "من")


def _of_source(v: View, i: int, j: int) -> bool:
    """Whether token j belongs to who speaks: to a title, a name, a body."""
    form, following = v.word(j), v.forms[j + 1] if j + 1 < len(v.forms) else ""
    if form == "كل" and following == "من":
        return True
    if j > i + 1:
        return _headed(v, i, j) or _name(v, j)
    if parties.before_title(v, j, len(v.forms)) or _marked_name(v, j):
        return True
    # «انتقد الدرواني سامر النوري الاتفاق»
    return form.startswith("ال") and following in v.index.given and bare(form) in v.index.titles.nations


def _listed(v: View, i: int, j: int, cue: Cue) -> bool:
    """Whether a word of the list of objects at token j is one here, and no time and nobody's."""
    form, before = v.word(j), v.word(j - 1)
    if form == "ذلك" and not cue.act and "judged" not in cue.governs:
        return False  # «أوضح ذلك مدير السد»
    if j > i + 2 and form in _THESE and not _closed(v, j - 1):
        return False  # «في ميزانيات تلك الدول»
    timed = form.startswith("هذ") and j + 1 < len(v.forms) and v.forms[j + 1] in _TIMES
    return not timed and (j == i + 1 or before not in _QUANTIFIED)


def _noun(v: View, i: int, j: int, cue: Cue) -> bool:
    """Whether the noun at token j is what is said, refused or confirmed, by its shape and by what stands before it."""
    form, before = v.word(j), v.word(j - 1)
    if cue.act and j > i + 2 and before in DAYS and form not in DAYS and is_in(v.forms[i + 1], v.index.heads):
        return form not in NO_NOUNS and form[:1].isalpha() and not is_in(form, v.index.heads)
    if cue.act and j > i + 1 and before in STRESS and not {form} & (STOPS | STRESS | NO_NOUNS):
        return True
    if j == i + 1 and not form.startswith("ال") and STRICT.match(form) and not is_in(form, v.index.heads):
        return True
    if j == i + 1 and form in v.index.heads:
        return False
    if deed(v, j) and (j == i + 1 or not _construct(v, i, j)) and _reach(v, i, j, cue):
        return True
    if (
        cue.sort != "participle"
        and j > i + 1
        and (
            _shaped(v, i, j)
            or (cue.act and _phrase(v, i, j))
            or ((cue.act or "judged" in cue.governs) and _second_noun(v, i, j))
        )
    ):
        return True
    if (form.endswith("ون") and form.startswith("ال")) or (j == i + 1 and form in v.index.given):
        return False  # a nominative or a first name, the subject
    if cue.sort == "verb" and j == i + 1 and v.forms[i].endswith(("ون", "وا")):
        noun = bool(cue.act) or (MASDAR.match(form) is not None and not form.startswith("ال"))
        return noun and form not in NO_NOUNS and form not in THAT  # a plural verb has its subject before it
    if cue.sort == "participle" and j == i + 1 and _judged_or_built(v, j, cue):
        return True
    if cue.act and cue.sort == "verb" and j > i + 2 and _PLURAL.fullmatch(v.forms[j - 1]) and _built(v, j):
        return True  # «استنكر عدد من السكان والسائقين حادثة الجسر»
    if not cue.act or j != i + 1 or is_in(form, v.index.heads) or form in NO_NOUNS or before in THAT:
        return False
    return cue.sort == "participle" or not _follows(v, i, j)


def _full_name(v: View, j: int) -> bool:
    """«المتحدث باسم الوزارة تيسير المرداسي»: whether a first name that is a deed too has a family name behind it."""
    if v.forms[j] not in v.index.titles.lists["given"] or j + 1 >= len(v.forms) or v.gap(j + 1) != " ":
        return False
    following = v.forms[j + 1]
    return following in v.index.given or (following.startswith("ال") and not v.index.titles.words[following])


def _done(v: View, j: int) -> bool:
    """Whether the word at token j is what is done, by the lists or the vocabulary."""
    return deed(v, j) or v.index.titles.words[v.forms[j]] in ("deeds", "acts")


def _judged_or_built(v: View, j: int, cue: Cue) -> bool:
    """Whether what a participle holds or confirms begins at token j: «معتبرا الفقر سببا», «مؤكدا قوة الأواصر»."""
    form = v.word(j)
    if form in THAT | NO_NOUNS | STOPS | RELATIVES or v.gap(j).strip():
        return False
    if "judged" in cue.governs:
        return not form.startswith(("ل", "ب", "في")) or form.startswith("با")
    return v.forms[j - 1].endswith(("ا", "ين")) and _built(v, j)


def _built(v: View, j: int) -> bool:
    """Whether an indefinite noun with a definite one behind it stands at token j, and heads no source."""
    form = v.word(j)
    if form in THAT | NO_NOUNS | STOPS | RELATIVES | AFTER_PREPOSITION or v.gap(j).strip() or j + 1 >= len(v.forms):
        return False
    if form.startswith(("ال", "لل")) or form[0] in "بلكوف" or is_in(form, v.index.heads) or form in _BESIDE:
        return False
    return v.forms[j + 1].startswith("ال") and not v.gap(j + 1).strip() and form not in v.index.given


def _closed(v: View, j: int) -> bool:
    """Whether token j may be the last of a noun phrase that nothing completes: definite, a name, a plural."""
    form = v.forms[j]
    named = form in v.index.given or bare(form) in v.index.states or v.forms[j - 1] in v.index.given
    return named or form.startswith("ال") or form.endswith(("ون", "ي", "يه")) or form in DAYS | MANNER


def _name(v: View, j: int) -> bool:
    """Whether token j is the name behind a title: «أمين المدينة الدكتور أسامة …»."""
    before, form = v.forms[j - 1], v.forms[j]
    if not before.startswith("ال") or form.startswith("ال") or v.gap(j).strip() or not is_in(before, v.index.roles):
        return False
    if before in PERSONAL:
        return True
    return form not in v.index.objects and not deed(v, j) and not MASDAR.match(form)


def _reach(v: View, i: int, j: int, cue: Cue) -> bool:
    """A participle has its object next to it, or behind where it was said: «مؤكدا في بيان وصول …»."""
    return cue.sort != "participle" or j == i + 1 or (v.forms[i + 1] in AFTER_PREPOSITION and j - i < _SUBJECT)


def _headed(v: View, i: int, j: int) -> bool:
    """Whether token j completes an indefinite head before it: «منظمة الصحة …», «وزير الدفاع …»."""
    before = v.forms[j - 1]
    if before[0] == "ل" and before not in v.index.heads and before[1:] in v.index.heads:
        before = before[1:]  # «المتحدث الرسمي لوزارة الدفاع …»
    if before.startswith("ال") or before not in v.index.heads or bare(before) in v.index.states:
        return False
    if before.endswith("ون") or any(c in "،)»" for c in v.gap(j)):
        return False  # «خبراء سياسيون …»، «في تغريدة على "رفيف"، …»
    if before in OCCASIONS and v.forms[j - 2] in AFTER_PREPOSITION:
        return False
    return not (j == i + 2 and before in v.index.unnamed and v.forms[j][:1] != "م")


def _follows(v: View, i: int, j: int) -> bool:
    """Whether a verbal noun follows in the clause, so that the noun at token j was its subject."""
    for k in range(j + 1, min(j + _SUBJECT, len(v.forms))):
        if any(c in "،,؛:." for c in v.gap(k)) or v.forms[k] in THAT:
            return is_in(v.forms[k], v.index.roles)  # a title in apposition
        listed = v.forms[k] in v.index.objects or deed(v, k)
        if listed and not v.forms[k].startswith("ال") and v.word(k - 1) not in AFTER_PREPOSITION:
            return not (deed(v, j) or MASDAR.match(v.forms[j]) or _construct(v, i, k))
    return False


def deed(v: View, j: int) -> bool:
    """Whether token j is a verbal noun of the list, with a pronoun, as an accusative or alone."""
    form = v.forms[j]
    if form in v.index.deeds:
        return True
    if form.endswith("ا") and form[:-1] in v.index.deeds:
        return not form.startswith("ال")
    for pronoun in ("هما", "ها", "هم", "ه"):
        if form.endswith(pronoun) and len(form) > len(pronoun) + 2:
            stem = form.removesuffix(pronoun)
            if v.forms[j + 1 : j + 2] == ["الله"]:
                return False  # «حفظه الله», a blessing
            return _owned(v, j, pronoun) and (stem in v.index.deeds or stem[:-1] + "ه" in v.index.deeds)
    return False


def _owned(v: View, j: int, pronoun: str) -> bool:
    """Whether a word ends with the pronoun as it is written; ta marbuta folds to the same letter."""
    return v.text.endswith(pronoun, v.starts[j], v.tokens[j].end)


def _construct(v: View, i: int, j: int) -> bool:
    """Whether token j completes an indefinite noun before it: «وزارة إعادة …», «في ختام زيارة …», «لبحث زيادة …»."""
    before, gap = v.forms[j - 1], v.gap(j)
    if any(c in '،,-–()»”"' for c in gap) or before.startswith("ال") or before in DAYS | MANNER or _dated(before):
        return False
    if before.endswith("ون"):
        return False
    if before[:1] in _PREPOSED and len(before) > 3 and (before[1:] in v.index.deeds or MASDAR.match(before[1:])):
        return True
    if before in v.index.unnamed and j == i + 2:
        return False
    if before in OCCASIONS and v.forms[j - 2] in AFTER_PREPOSITION:
        return False  # «في بيان سقوط …»
    shaped = MASDAR.match(before) is not None and before not in LIKE_DEEDS
    if before.endswith("يه") and v.forms[j - 2] in v.index.heads:
        return False  # «صحف محلية زيارة …», an adjective
    if before in v.index.heads or before in v.index.common or before in v.index.deeds or shaped:
        return bare(before) not in v.index.states
    return v.forms[j - 2] in AFTER_PREPOSITION and j - 2 > i


def _dated(form: str) -> bool:
    """Whether a word is a number or a month: «في بيان السبت 25 تموز قصف …»."""
    return form.isdigit() or form in MONTHS


def _shaped(v: View, i: int, j: int) -> bool:
    """Whether a verbal noun by its shape stands here after a definite subject: «أعلنت الوزارة إحباط …»."""
    form, gap = v.forms[j], v.gap(j)
    if is_in(form, v.index.heads) or form.startswith(("و", "ل")) or _dated(form) or form in v.index.given:
        return False
    apart = any(c in "،-–" for c in gap) or v.forms[j - 1] in MANNER or gap[:1] in _CLOSING or _dated(v.forms[j - 1])
    pronoun = v.text.endswith(("ه", "ها", "هم", "هما"), v.starts[j], v.tokens[j].end)
    own = len(form) > 4 and pronoun and not form.startswith(_PREFIXED) and form not in _SAME
    own = own and not form.endswith("الله") and THAT.isdisjoint(v.forms[j + 1 : j + _SUBJECT])
    if not (MASDAR.match(form) or own) or (form.startswith("ال") and not apart):
        return False
    first, before = v.forms[i + 1], v.forms[j - 1]
    titled = is_in(first, v.index.heads) or (own and first.startswith("ال")) or first in HONOURS
    titled = titled or (j == i + 2 and first.startswith("ال"))  # «وأكد النوري توفر …»
    if own and MASDAR.match(form) and _person(v, i, j):
        return True
    unnamed = first in v.index.unnamed and j > i + 2 and before.endswith(("ي", "يه"))  # «مسؤول تركي إغلاق …»
    closed = before.startswith("ال") or before.endswith("ون") or unnamed or bare(before) in v.index.states
    return titled and (apart or closed)


def _phrase(v: View, i: int, j: int) -> bool:
    """Whether an indefinite noun with its complement follows a definite body: «ثمنت الجمعية جهود السلطات»."""
    first, form = v.forms[i + 1], v.word(j)
    if j != i + 2 or v.gap(j).strip() or j + 1 >= len(v.forms) or v.gap(j + 1) != " ":
        return False
    several = first.endswith("ون") and first.startswith("ال")
    body = first.startswith("ال") and bare(first) in v.index.heads and not is_in(first, v.index.roles)
    plain = form not in NO_NOUNS | STOPS | AFTER_PREPOSITION | THAT | MANNER and form[0] not in "ولبفك"
    complement = v.forms[j + 1].startswith("ال") and not form.startswith("ال") and form not in v.index.given
    return (several or body) and plain and complement and not is_in(form, v.index.roles)


def _person(v: View, i: int, j: int) -> bool:
    """Whether a name stands between the cue at token i and token j: «أعلن سامر، الثلاثاء، انسحابه»."""
    first, before = v.forms[i + 1], v.word(j - 1)
    if before in AFTER_PREPOSITION or v.word(i + 1) in NO_NOUNS | STOPS or j == i + 1:
        return False
    if first in v.index.given and (j - i <= 4 or "،" in v.gap(j)):
        return True
    plain = not (first in v.index.common or first in v.index.deeds or MASDAR.match(first) or v.cue(i + 1))
    near = (j == i + 2 and not v.gap(j).strip()) or "،" in v.gap(j)
    return near and plain and first[0] not in "بلوف"


def _second_noun(v: View, i: int, j: int) -> bool:
    """Whether a second definite phrase begins here: «رفضت اللجنة العرض»; roles and adjectives go with the first."""
    form = v.forms[j]
    if not form.startswith("ال") or form.endswith(("ي", "يه", "يين")) or is_in(form, v.index.roles) or form in DAYS:
        return False
    if (
        form in RANKS
        or form in ADJECTIVES
        or (form.startswith("الم") and j + 1 < len(v.forms) and v.forms[j + 1][:1] in ("ل", "ب"))
    ):
        return False
    if j + 1 < len(v.forms) and v.forms[j + 1] in MANNER:
        return False
    first = v.forms[i + 1]
    closed = v.forms[j - 1].startswith("ال") or v.forms[j - 1].endswith(("ون", "ات"))
    closed = closed or bare(v.forms[j - 1]) in v.index.states or _surname(v, i, j - 1)
    joint = first == "كل" and v.forms[i + 2] == "من"  # «أدانت كل من السعودية والواحة الهجوم»
    closed = closed or (joint and is_in(v.forms[j - 1], v.index.states))
    source = is_in(first, v.index.heads) or first.endswith("ون") or joint
    return closed and source and not is_in(form, v.index.heads)


def held(v: View, i: int, j: int) -> bool:
    """Whether token j is what the pronoun on the verb at token i is held to be: «اعتبره الوزير خطوة …»."""
    if not has_pronoun(v, i):
        return False
    form = v.forms[j]
    if form.startswith(("ال", "و", "ب", "ل")) or {form, v.word(j)} & (NO_NOUNS | STOPS | THAT) or v.gap(j).strip('" «'):
        return False
    subject = v.forms[i + 1 : j]
    if form in v.index.given or form in _NAMING or bare(form) in v.index.states:
        return False
    if not subject and is_in(form, v.index.heads):
        return False
    return len(subject) <= _SUBJECT and all(w.startswith(("ال", "وال")) or is_in(w, v.index.states) for w in subject)


def has_pronoun(v: View, i: int) -> bool:
    """Whether the verb at token i ends with a pronoun: «اعتبره»، «تعتبرها»."""
    return v.forms[i].endswith(("ه", "ها", "هم"))


def held_end(v: View, j: int, sentence_end: int) -> int:
    """Where what something is held to be ends: a noun phrase, so before a comma, a conjunction or a clause."""
    for k in range(j + 1, min(j + _HELD, len(v.forms))):
        if v.starts[k] >= sentence_end:
            return sentence_end
        if any(c in "،؛:" for c in v.gap(k)) or v.forms[k] in _CLAUSES:
            return v.starts[k]
    return sentence_end


def _surname(v: View, i: int, j: int) -> bool:
    """Whether token j follows a first name: «رئيس المجلس سامر نوري الاتفاق»; a first name alone has its own to come."""
    if v.word(j - 1) not in v.index.given or v.forms[j] in v.index.given or v.forms[j].startswith("ال"):
        return False
    return not v.gap(j).strip() and all(v.word(k) not in AFTER_PREPOSITION | RELATIVES for k in range(i + 1, j))


def soon_that(v: View, j: int) -> int | None:
    """A complementiser two or three words after the noun right after its verb: then the noun was the subject."""
    lone = v.forms[j].startswith("ال") and v.forms[j].endswith("ي") and v.word(j) not in v.index.deeds
    for k in range(j + 1, min(j + 4, len(v.forms))):
        if v.gap(k).strip() or v.cue(k):
            return None
        if (k > j + 1 or (lone and v.forms[k] == "ان")) and v.forms[k] in THAT:
            return k
    return None


def later_that(v: View, j: int) -> int | None:
    """A complementiser after a comma soon after token j: then what stands at j was a circumstance."""
    for k in range(j + 1, min(j + 6, len(v.forms))):
        if v.forms[k] in THAT and "،" in v.gap(k):
            return k
    return None
