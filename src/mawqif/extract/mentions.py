"""Mentions: the words at a cue that name its speaker, after the verb, before it, or behind a relay."""

from __future__ import annotations

import re

from mawqif.arabic import bare, fold
from mawqif.extract import behind, leading, parties, sources
from mawqif.extract.phrases import AROUND, WITH_PRONOUN, in_place, opens, plain, source
from mawqif.extract.speech import Frame
from mawqif.extract.view import View
from mawqif.extract.words import (
    ASIDES,
    CALLED,
    CIRCUMSTANCES,
    DAYS,
    LONG_CIRCUMSTANCES,
    MANNER,
    PERSONAL,
    RELATIVES,
    RENEWERS,
    STOPS,
    is_in,
)
from mawqif.lexicon import Cue
from mawqif.model import Sentence, Span

_ORIGIN = frozenset(("من", "في"))
# these head the party addressed
_QUANTITIES = frozenset(
    fold(w)
    for w in "جميع كافة كل سائر بقية أعضاء أبناء أهالي سكان قادة شركاء حلفاء أطراف رعايا بلاده بلدان زملاء".split()
)
_DAYS = frozenset(
    fold(w) for w in "ذلك السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة بشدة بقوة بوضوح".split()
)
_STATE = re.compile(r"م[^اوي][ء-ي]{2,4}ا")  # «مبتسما»، «غاضبا» without its mark
# what somebody closes or goes on with, with a pronoun: «اختتم الكاتب مقاله بأن»
_TEXTS = frozenset(
    fold(w + p)
    for w in "مقال مقالت تقرير كلمت حديث تصريح تصريحات مداخلت كلام خطاب بيان منشور تغريدت رسالت شهادت عرض محاضرت ندوت "
    "خطبت تعليق رد حوار توضيح توضيحات".split()
    for p in ("ه", "ها", "هم", "هما")
)
_SO_CALLED = frozenset(fold(w) for w in "يسمى تسمى يعرف تعرف يدعى تدعى يسمون سمي سميت".split())
# to whom it was said
_PRESS = frozenset(fold(w) for w in "للصحافيين للصحفيين لصحافيين لصحفيين للإعلاميين للمراسلين لمراسلين".split())
_NAME = 4  # words of a name in marks at most
_SPANS = frozenset(fold(w) for w in "العام الأسبوع الشهر السنة الليلة".split())
_NOW = frozenset(fold(w) for w in "المقبل المقبلة القادم الحالي الحالية".split())
_TIME = DAYS | frozenset(("يوم",))
_NOTICE = frozenset(fold(w) for w in "الانتباه النظر الأنظار".split())  # «ولفت الانتباه إلى»
_CAUSE = frozenset(fold(w) for w in "السبب الأسباب الأمر هذا".split())  # «وأرجع السبب في … إلى»
_UNTITLED = 5  # words that a mention without a title may have at most


def find(v: View, i: int, frame: Frame, s: Sentence, cue: Cue, goes_on: bool) -> Span | None:
    """The mention at the cue; `goes_on`: the sentence has a statement already, so a subject may be left out."""
    if cue.sort == "participle":
        return None
    if cue.sort == "noun":
        renewed = i > s.first and v.forms[i - 1].lstrip("وف") in RENEWERS
        span = None if renewed else after(v, i + 1, frame.subject_end, cue)
        return span if span and source(v, v.at(span.start)) else None
    if "document" in cue.governs:
        return plain(v, i + 2, frame.subject_end) if v.word(i + 1) == "في" else None
    before = None if _joined(v, i, s) else leading.subject(v, i, s)
    if before and before.end == v.tokens[leading.clause_end(v, i, s) - 1].end and _titled(v, before):
        return before
    if before and v.forms[i - 1] == "قد" and _had(v, before):
        return before  # «وكان فلان قد طالب الحكومة بـ»
    span = after(v, i + 1, frame.subject_end, cue)
    if span or (goes_on and v.forms[i].startswith("و")):
        return span
    return before


def _joined(v: View, i: int, s: Sentence) -> bool:
    """Whether the cue at token i is joined by «و» or «ف»: then its subject does not stand right before it."""
    if v.forms[i] in v.index.cues:
        return False
    return v.forms[i][:1] == "و" or (v.forms[i][:1] == "ف" and v.forms[s.first] not in ("اما", "واما"))


def _had(v: View, span: Span) -> bool:
    """Whether «كان» stands before a mention."""
    first = v.at(span.start)
    return first > 0 and v.forms[first - 1].lstrip("و") in ("كان", "كانت")


def _titled(v: View, span: Span) -> bool:
    return is_in(fold(span.text.split()[0]), v.index.heads)


def after(v: View, first: int, last: int, cue: Cue) -> Span | None:
    """The noun phrase between cue and frame, up to a comma, a circumstance or a verb."""
    first = _skip(v, first, last)
    first += first < last and v.forms[first] in AROUND
    if first >= last or v.forms[first][0].isdigit() or not opens(v, first):
        return None
    if (marked := _marked(v, first, last)) is not None:
        return marked
    titled = is_in(v.forms[first], v.index.heads)
    if "person" in cue.governs and not titled and not _names(v, first, last):
        return None
    if parties.before_title(v, first, last) or ("person" in cue.governs and parties.before_body(v, first, last)):
        return v.span(first, first + 1)
    last = parties.after_nationality(v, first, last)
    if cue.governs & {"person", "blame"}:
        last = parties.before_object(v, first, last)
    elif "told" in cue.governs:
        last = parties.before_all(v, first, last)
    if "cause" in cue.governs:
        if v.forms[first] in _CAUSE:
            return None
        last = parties.before_noun(v, first, last)
    end = first
    for j in range(first, last):
        form = v.word(j)
        addressing = j > first and "person" in cue.governs and "،" in v.gap(j)
        if addressing and not is_in(form, v.index.roles) and not _apart(v, j, last):
            break
        apart = j > first and any(c in "،,؛:-–" for c in v.gap(j))
        if apart and j == first + 1 and form in _ORIGIN and v.forms[first] in v.index.unnamed:
            apart = False  # «مصدر، من عائلة المتهم، أن»
        # «صديق آخر، ويدعى فلان», not «ويدعي أن»
        called = apart and form.lstrip("وف") in CALLED and v.text[v.tokens[j].end - 1] != "ي"
        if apart and not called and not is_in(form, v.index.heads) and not (titled and _apart(v, j, last)):
            break
        if j > first and ((form in _TEXTS and not v.gap(j).strip()) or _time(v, j, last)):
            break
        to_outlet = _to_outlet(v, form) and not sources.edition(v, first, j)
        if to_outlet or (form in STOPS and not in_place(v, first, j, last) and not _morning(v, j, last)):
            break
        said = v.cue(j) if j > first else None
        if said and (form.startswith("و") or (said[0].sort == "participle" and v.leads_on(j))):
            break
        if j > first and behind.of_the_verb(v, first, j):
            break
        end = j + 1
    return v.span(first, end if titled else min(end, first + _UNTITLED))


def _names(v: View, first: int, last: int) -> bool:
    """Whether an untitled word after a cue that addresses somebody is its subject: a plural in «ون», a name."""
    form = v.forms[first]
    if form.endswith("ون") or form in v.index.given or form == "ال":
        return True
    if form.endswith("و") and len(form) > 4 and first + 1 < last and v.forms[first + 1].startswith("ال"):
        return True  # «طالب مستخدمو الطريق بـ»
    if parties.before_title(v, first, last) or parties.family_name(v, first, last):
        return True
    alone = first + 1 >= last or not v.forms[first + 1].startswith("ال")
    plain = not form.startswith(("ال", "لل", "بال")) and not form.endswith(("ات", "ين"))
    return alone and plain and form not in v.index.common and form not in _QUANTITIES


def _morning(v: View, j: int, last: int) -> bool:
    """Whether the morning is a first name: «الشيخ صباح الأحمد», «صباح بن سامر»."""
    if v.forms[j] != "صباح" or j + 1 >= last:
        return False
    after = v.forms[j + 1]
    return after == "بن" or (v.forms[j - 1] in PERSONAL and after not in DAYS)


def _apart(v: View, j: int, last: int) -> bool:
    """Whether two to four words stand between a comma and the next one, or the frame: the name after its title."""
    end = j
    while end < last and (end == j or not any(c in "،,؛:-–(" for c in v.gap(end))):
        if v.forms[end] in STOPS or v.cue(end) or v.forms[end] in v.index.verbs:
            return False
        end += 1
    known = v.forms[j] in v.index.given
    return (
        (known or not v.forms[j].startswith(("ال", "و", "ل", "ب"))) and 2 <= end - j <= 4 and (known or "،" in v.gap(j))
    )


def _to_outlet(v: View, form: str) -> bool:
    """Whether a word says to which outlet it was said: «لصحيفة»، «للجزيرة», a lone «لـ»."""
    if form == "ل" or form[0] != "ل":
        return form == "ل"
    if form in _PRESS:
        return True
    if form[1:].isascii():
        return True  # «لـCNN»
    named = form[1:] in v.index.outlets or (form.startswith("لل") and bare(form) in v.index.outlets)
    return named or bare(form[1:]) in v.index.media


def _marked(v: View, first: int, last: int) -> Span | None:
    """A name in marks right behind the cue, with adjectives of it: «علمت "الأفق" أن», «قال "حلزوف" في رسالة»."""
    quote = v.quote_at.get(first)
    end = v.at(quote.inner_end) if quote else last + 1
    if end > last or end - first > _NAME or ":" in v.gap(first):
        return None
    while end < last and v.gap(end)[-1:] == " " and v.forms[end][:2] == "ال" and v.forms[end].endswith(("ي", "يه")):
        end += 1
    return v.span(first, end)


def _time(v: View, j: int, last: int) -> bool:
    """«قالت الشركة العام الماضي»: whether a stretch of time begins at token j."""
    return v.forms[j] in _SPANS and j + 1 < last + 1 and j + 1 < len(v.forms) and v.forms[j + 1] in MANNER | _NOW


def _skip(v: View, first: int, last: int) -> int:
    """Past what may stand between a cue and its subject: «في هذا الصدد»، «لصحيفة …»، «قائلا», pronouns."""
    while first < last:
        form = v.forms[first]
        cue = v.index.cues.get(form)
        if form == "ما" and first + 2 < last and v.forms[first + 1] in _SO_CALLED:
            return _so_called(v, first + 2, last)
        if (
            form in ASIDES
            or (WITH_PRONOUN.fullmatch(form) and first + 1 < last and is_in(v.forms[first + 1], v.index.roles))
            or form in _DAYS
            or (form in _NOTICE and v.forms[first - 1].lstrip("وفيت").startswith("لفت"))
            or (form == "من" and v.forms[first - 1] == "كل")
            or (form.endswith("ا") and (form in v.index.adverbs or _adverbial(v, first)))
            or (cue and cue[0].sort in ("participle", "noun") and form not in v.index.heads)
        ):
            first += 1
            continue
        told = bare(form) if form.startswith("لل") else bare(form[1:])
        addressed = form[0] == "ل" and len(form) > 3 and (told in v.index.heads or told in _QUANTITIES)
        if (behind_outlet := sources.past_outlet(v, first, last)) is not None:
            first = behind_outlet
            continue
        facing = form == "امام" and v.text[v.starts[first]] != "إ"
        if form not in CIRCUMSTANCES and not addressed and not facing:
            return first
        j = first + 1
        while j < last and not any(c in "،,؛" for c in v.gap(j)) and not _begins(v, first, j):
            if v.forms[j] in RELATIVES:
                return last
            j += 1
        first = j if j < last or form in LONG_CIRCUMSTANCES or facing or form[0] == "ل" else first + 1
    return first


def _so_called(v: View, j: int, last: int) -> int:
    """«ما يسمى «شركة …»», «ما يعرف بتنظيم …»: the token of the noun that is called so; `last` where none follows."""
    j += v.forms[j] == "ب" and j + 1 < last
    return j if is_in(v.forms[j], v.index.heads) or v.gap(j).strip() in ("«", "بـ«", '"') else last


def _adverbial(v: View, j: int) -> bool:
    """Whether a word ends as adverbs and states do: «قال مبتسما»."""
    word = v.text[v.starts[j] : v.tokens[j].end]
    marked = word.endswith(("ً", "ًا")) or _STATE.fullmatch(v.forms[j])
    return bool(marked) and v.forms[j] not in v.index.given and not is_in(v.forms[j], v.index.heads)


def _begins(v: View, first: int, j: int) -> bool:
    """Whether a title at token j begins a subject after a circumstance, and does not go on with its noun."""
    form, before = v.forms[j], v.forms[j - 1]
    if _TIME.issuperset(v.forms[first:j]) and is_in(form, v.index.heads) and form not in v.index.given:
        return True  # «أكدت مساء الأربعاء سفارة الواحة أن»
    if not is_in(form, v.index.roles) or (form == "امام" and v.text[v.starts[j]] != "إ"):
        return False
    if before.startswith(("ال", "لل", "بال")) or v.gap(j).strip():
        return True
    describes = form.endswith(("ي", "يه")) and (j + 1 >= len(v.forms) or not v.forms[j + 1].startswith("ال"))
    return not form.startswith("ال") and not describes


def quoting(v: View, i: int, frame: Frame, cue: Cue, mention: Span | None) -> tuple[Span | None, tuple[Span, ...]]:
    """«ذكرت صحيفة … نقلا عن مسؤولين أن»: the source after عن speaks, the subject of the verb relays."""
    at = sources.origin(v, i, frame, cue)
    return (mention, ()) if at is None else sources.source_of(v, at, mention, plain(v, at, frame.subject_end))


def transmitted(v: View, i: int, frame: Frame) -> tuple[Span | None, tuple[Span, ...]]:
    """«نقلت وكالة … عن فلان أن»: the source after عن speaks, what stands before it relays."""
    at = next((j for j in range(i + 1, frame.subject_end) if v.forms[j] == "عن"), None)
    if at is None:
        return None, ()
    relay = plain(v, i + 1, at)
    return plain(v, at + 1, frame.subject_end), (relay,) if relay else ()


def relayed(v: View, i: int, s: Sentence) -> tuple[Span | None, tuple[Span, ...]]:
    """«نقلت وكالة … عن فلان قوله»: the source between عن and the cue, the relay before it."""
    at = next((j for j in range(i - 1, max(s.first, i - 16) - 1, -1) if v.forms[j] == "عن"), None)
    if at is None:
        return None, ()
    verbs = range(at - 1, max(s.first, at - 14) - 1, -1)
    verb = next((j for j in verbs if v.forms[j].lstrip("و")[:3] == "نقل"), None)
    relay = plain(v, verb + 1, at) if verb is not None else None
    return plain(v, at + 1, i), (relay,) if relay else ()
