"""Mentions that point back: «المسؤول ذاته»، «الأخير»، «وأضاف الوزير», and who is meant by them."""

from __future__ import annotations

from dataclasses import replace

from mawqif.arabic import bare, fold
from mawqif.model import Draft, Kind
from mawqif.names import Named, Titles
from mawqif.resolve.cast import Cast, Source
from mawqif.resolve.discourse import Floor, several
from mawqif.resolve.offices import definite, fit, offices

_SAME = frozenset(
    fold(w) for w in "ذاته ذاتها نفسه نفسها عينه عينها المذكور المذكورة سالف سالفة الذكر إياه إياها أنفسهم".split()
)
_ANYTHING = frozenset(fold(w) for w in "مصدر جهة".split())  # «المصدر ذاته» is whoever or whatever spoke
_SOMEBODY = frozenset(
    fold(w) for w in "رجل مرأة سيدة مصرح مصرحة متدخل متدخلة فاعل فاعلة ضيف ضيفة معني محاور شاب شابة".split()
)
_BODIES = (Kind.ORGANIZATION, Kind.STATE)
_PERSONS = (Kind.PERSON, Kind.UNNAMED)
# what «ذاته» may point back to, by what it stands with
_MAY_BE = {
    Kind.PERSON: _PERSONS,
    Kind.UNNAMED: (*_PERSONS, Kind.ORGANIZATION, Kind.MEDIA),
    Kind.ORGANIZATION: _BODIES,
    Kind.STATE: _BODIES,
    Kind.MEDIA: (Kind.MEDIA,),
    Kind.DOCUMENT: (Kind.DOCUMENT, Kind.PERSON, *_BODIES),
}
_MINISTRY = fold("الوزارة")
# «الخارجية» for the ministry
_PORTFOLIOS = frozenset(
    fold(w)
    for w in "خارجية داخلية دفاع صحة مالية عدل تعليم تربية نفط زراعة تجارة عمل إعلام ثقافة طاقة نقل حج إسكان".split()
)
_PAPERS = frozenset(fold(w) for w in "بيان بلاغ وثيقة تقرير مذكرة رسالة تعميم منشور تدوينة تغريدة".split())
_LATTER = {fold("الأخير"): False, fold("الأخيرة"): True}
_LEARNED = frozenset(fold(w) for w in "باحثون باحثين علماء خبراء دارسون دارسين".split())
_HONOURED = {
    fold(h.replace("ة", "ت") + p): bare(fold(h))
    for h in "سمو معالي سماحة فضيلة جلالة فخامة سعادة سيادة دولة غبطة نيافة قداسة عطوفة".split()
    for p in ("ه", "ها", "هم")
}
# offices that nobody is called by who was introduced by another one
_CERTAIN = frozenset(
    fold(w) for w in "رئيس وزير وزيرة ملك أمير مدعي مدعية سفير سفيرة محافظ بابا مطران قاضي قاضية قائد أمين".split()
)
_SECRETARY = fold("أمين")
_GENERIC = frozenset(("مسوول", "مسءول", "مسيول", "متحدث", "متحدثه", "قيادي"))
_REPORTERS = frozenset(map(fold, "مراسل مراسلة موفد موفدة صحافي صحافية صحفي صحفية مذيع مذيعة سائل".split()))
# verbs that go on with what their subject has begun to say: nobody takes the floor with them
_GOES_ON = frozenset(
    fold(w)
    for w in (
        "أضاف أضافت يضيف تضيف مضيفا مضيفة تابع تابعت يتابع تتابع متابعا متابعة أردف أردفت يردف مردفا استطرد استطردت "
        "يستطرد مستطردا زاد زادت واصل واصلت يواصل مضى مضت أكمل أكملت استدرك استدركت مستدركا اختتم اختتمت ختم ختمت"
    ).split()
)


# several people who were told of
THESE_PEOPLE = frozenset(fold(w) for w in "هؤلاء أولئك".split())


def goes_on(form: str) -> bool:
    """Whether a folded cue goes on with what its subject has begun to say."""
    return form in _GOES_ON or (form[:1] in "وف" and form[1:] in _GOES_ON)


def honoured(form: str) -> str | None:
    """«سموه»، «معاليه»، «سماحته»: the honour that a pronoun makes a mention of, by the folded word."""
    return _HONOURED.get(form)


def his_honour(honour: str, floor: Floor, cast: Cast, at: int) -> Source | None:
    """Whom «سموه» means: the last speaker with that honour, else whoever was met with it."""
    last = floor.last_of(Kind.PERSON)
    if last and honour in last.named.office:
        return last
    return cast.person_before(at, None, honour) or last or cast.first_person(0, at, None)


def stripped(mention: str) -> tuple[str, bool]:
    """A mention without «ذاته», and whether that stood in it."""
    words = mention.split()
    kept = [w for b, w in zip(("", *words), words, strict=False) if not _pointing(b, w)]
    return (" ".join(kept), True) if kept and len(kept) < len(words) else (mention, False)


def _pointing(before: str, word: str) -> bool:
    """Whether a word is «ذاته» of what stands before it, and not «عن نفسه»."""
    return fold(word.strip("،,")) in _SAME and fold(before) not in ("عن", "في", "علي", "من", "الي", "مع")


def whoever(n: Named, again: bool, floor: Floor) -> Source | None:
    """«المصدر ذاته»، «الجهة نفسها»: whoever or whatever spoke last."""
    if not again or bare(fold(n.name.split()[0])) not in _ANYTHING:
        return None
    last = floor.last_main()
    if last is None or last.named.kind is not Kind.DOCUMENT:
        return last
    return floor.last_of(Kind.UNNAMED) or last  # no paper is a source that is told of as one


def same_again(n: Named, again: bool, t: Titles, floor: Floor, cast: Cast, at: int) -> Source | None:
    """A definite role that no source holds by name is who spoke last; «الأخير» is the person named last."""
    forms = [fold(w) for w in (n.office_text or n.name).split()] + [fold(n.name)]
    if forms[0] in _LATTER:
        return cast.person_before(at, _LATTER[forms[0]])
    if n.definite and bare(forms[0]) in _LEARNED:
        return floor.last_several(_LEARNED)
    if again:
        last = floor.last_main()
        return last if last and last.named.kind in _MAY_BE[n.kind] and _number(n, last.named) else None
    if n.kind not in _PERSONS:
        return _collective(n, t, floor)
    if not n.definite or bare(forms[0]) in _REPORTERS:
        return None
    if n.kind is Kind.UNNAMED and forms[0].startswith("ال") and bare(forms[0]) not in _SOMEBODY:
        return cast.indefinite(n, at) or (floor.last_of(Kind.UNNAMED) if bare(forms[0]) in _ANYTHING else None)
    somebody = forms[0].startswith("ال") and bare(forms[0]) in _SOMEBODY
    if not somebody and not (n.kind is Kind.PERSON and _role(n, forms, t)):
        return None
    before = floor.described(bare(forms[0])) or cast.indefinite(n, at) or floor.last_of(*_PERSONS)
    if before is None or several(before.named) or _held_by_another(n, forms, before, t):
        return None
    return before if n.feminine is None or before.named.feminine in (None, n.feminine) else None


def _held_by_another(n: Named, forms: list[str], before: Source, t: Titles) -> bool:
    """«المدعي» after the president: whether a definite office is not the one by which somebody was introduced."""
    held = {o.head for o in before.offices}
    told = {o.head for o in offices(n.office_text or n.name, t)} or {bare(forms[0])}
    return bool(held) and bare(forms[0]) in _CERTAIN and told.isdisjoint(held)


def _number(n: Named, last: Named) -> bool:
    """Whether «المصادر ذاتها» is no single person."""
    return bare(fold(n.name.split()[0])) != "مصادر" or last.kind is not Kind.PERSON


def _role(n: Named, forms: list[str], t: Titles) -> bool:
    """Whether a mention is a definite role that says no more than what somebody is."""
    if not _lone(n, forms, t) and n.office_text not in (None, n.name):
        return False
    if "باسم" in forms or not forms[0].startswith("ال") or not t.heads_person(forms[0]):
        return False
    generic = bare(forms[0]) in _GENERIC
    return not any((t.has("adjectives", f) and not generic) or f[:2] == "لل" for f in forms)


def _collective(n: Named, t: Titles, floor: Floor) -> Source | None:
    """«الصحيفة»، «البيان»، «التنظيم» alone: the outlet, the issuer or the body of a proper name that spoke last."""
    form = fold(n.name)
    if not form.startswith("ال") or " " in form:
        return None
    if n.kind is Kind.MEDIA:
        outlet = floor.last_of(Kind.MEDIA)
        return outlet if outlet and not t.has("documents", fold(outlet.named.name.split()[0])) else None
    last = floor.last_main()
    if last is None or last.named.kind not in _BODIES:
        return None
    if n.kind is Kind.DOCUMENT:
        return last if bare(form) in _PAPERS else None
    name = fold(last.named.name).split()
    if form == _MINISTRY:
        return last if bare(name[0]) in _PORTFOLIOS else None
    proper = not t.heads[bare(name[0])] or (len(name) == 1 and not name[0].startswith("ال"))
    return last if proper and n.kind is last.named.kind and t.heads[bare(form)] == "organization" else None


def _lone(n: Named, forms: list[str], t: Titles) -> bool:
    """Whether a mention is honorifics and one definite word: «الدكتور المدير»."""
    honoured = len(n.words) == 1 and n.name.startswith("ال") and bool(n.office)
    return honoured and all(t.has("honorifics", f) for f in forms[:-1])


def introduced(cue: str, draft: Draft, known: Source, floor: Floor, t: Titles) -> None:
    """«قال مسؤول … وأضاف سامر النوري»: nobody new goes on, so the name is the nameless one's who spoke before."""
    before = floor.last_of(*_PERSONS)
    if before is None or before is known or before.named.words or floor.spoke(known) or not single(before):
        return
    if before.named.kind is Kind.UNNAMED and bare(fold(before.named.name.split()[0])) in _ANYTHING:
        return  # a source keeps its name to itself
    if known.named.kind is not Kind.PERSON or not known.named.words or not _alike(before.named, known.named, t):
        return
    if _another_office(before, known, t):
        return
    if goes_on(cue) or _told_of(before, known, floor, draft, t):
        before.named = replace(known.named, office=before.named.office | known.named.office)


def _another_office(before: Source, known: Source, t: Titles) -> bool:
    """«وزير الدولة» and «وزير النفط»: whether two hold offices of the same sort, none of which is the other's."""
    told = before.offices or offices(before.named.office_text or before.named.name, t)
    pairs = [(x, y) for x in told for y in known.offices if x.head == y.head and x.rest and y.rest]
    return bool(pairs) and all(fit(x, y) is None and fit(y, x) is None for x, y in pairs)


def _told_of(before: Source, known: Source, floor: Floor, draft: Draft, t: Titles) -> bool:
    """«صرح وزير الري … وقال سامر النوري»: whether who is named next is the holder of the office just told of.

    Who asked for no name («مسؤول») keeps none: that somebody is named next is no evidence that it is he.
    """
    if not floor.once(before) or floor.hands_over(draft) or known.seen[0] < before.seen[0]:
        return False
    title = before.named.office_text or before.named.name
    certain = before.named.definite or (definite(title, t) and not _one_of(title, t))
    return before.named.kind is not Kind.UNNAMED and certain and not known.named.office


def _one_of(title: str, t: Titles) -> bool:
    """«مستشار للوزير»: whether an office may be held by several."""
    words = [fold(w) for w in title.split()]
    return len(words) > 1 and words[1].startswith("ل") and bare(words[1]) not in t.nations


def _alike(n: Named, other: Named, t: Titles) -> bool:
    """Whether neither gender nor state tells two descriptions apart."""
    if None not in (n.feminine, other.feminine) and n.feminine is not other.feminine:
        return False
    first, second = (
        {t.nations[bare(w)] for w in (x.all_words - x.words) | x.office if bare(w) in t.nations} for x in (n, other)
    )
    return not first or not second or bool(first & second)


def _another_than(n: Named, before: Source, t: Titles) -> bool:
    """Whether a secretary general of something is told of, as which somebody was not introduced."""
    told = {o.head for o in offices(n.office_text or n.name, t) if o.rest}
    return bool(before.offices) and _SECRETARY in told and _SECRETARY not in {o.head for o in before.offices}


def continued(draft: Draft, n: Named, floor: Floor, t: Titles) -> Source | None:
    """«وأضاف وزير الري»: an office that nobody in the report holds is that of who has the floor."""
    before = floor.last_of(*_PERSONS)
    if (
        before is None
        or draft.cue is None
        or not (
            goes_on(fold(draft.cue.text))
            or (n.definite and floor.only(before, draft.feminine) and not floor.hands_over(draft))
        )
        or not n.office
        or n.words
        or n.kind is not Kind.PERSON
    ):
        return None
    agrees = n.feminine is None or before.named.feminine in (None, n.feminine)
    if not goes_on(fold(draft.cue.text)) and _another_than(n, before, t):
        return None
    return before if agrees and single(before) else None


def single(source: Source) -> bool:
    """Whether a source is one person, and not several or a body."""
    return source.named.kind in _PERSONS and not several(source.named)
