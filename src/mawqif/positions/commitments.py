"""Commitments: what the speaker, or the body or state spoken for, undertakes, agrees to or announces to do.

The act of a statement says much: what is promised, agreed to or announced as one's own is a commitment. But a promise
may stand within a statement that does something else («…، وسنعمل على …»), and what an act rests on may be the deed of
somebody else («قالت مصادر إن الوزير سيزور …»).
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from mawqif.arabic import bare, fold
from mawqif.lexicon import Lexicon
from mawqif.model import Act, Commitment, Date, Kind, Span, Statement
from mawqif.positions import deadlines
from mawqif.positions import words as w
from mawqif.positions.stretches import Stretch

_REMEMBERED = 1 << 16  # words; beyond that the memory starts anew
_NEAR = 8  # words in which a verb has its subject before it
_HEAD = 8  # words at the head of a content in which its main verb stands
_TELLERS = frozenset((Kind.UNNAMED, Kind.MEDIA, Kind.DOCUMENT))  # they often tell of others


@dataclass(frozen=True, slots=True)
class Signs:
    """The words of the lexicon that show a commitment: forms of cues, nouns and verbs, folded."""

    cues: frozenset[str]
    announcing: frozenset[str]
    readiness: re.Pattern[str]
    announced: frozenset[str]
    happens: re.Pattern[str]
    steadfast: re.Pattern[str]
    bodies: frozenset[str]
    telling: _Telling


def _stems(lexicon: Lexicon, key: str) -> str:
    return "|".join(re.escape(fold(x.split()[0].rstrip("*"))) for x in lexicon.list(key))


_OWNER = "(?:ه|ها|هم|هما|نا|ي|ته|تها|تهم|تهما|تنا|تي)?"  # «استعداده», no «استعدادات»


def _bodies(lexicon: Lexicon) -> frozenset[str]:
    """«بلاده», «حكومتنا»: a body with the pronoun of who speaks for it."""
    stems = [fold(x) for x in lexicon.list("acts.own_body")]
    return frozenset(p + stem + e for stem in stems for e in ("ها", "نا", "هم", "ه", "ي") for p in ("", *"وفبل"))


class _Telling(dict[str, bool]):
    """Whether a folded word may show a commitment, remembered: most words show nothing."""

    def __init__(self, words: frozenset[str]) -> None:
        super().__init__()
        self.words = words

    def __missing__(self, form: str) -> bool:
        if len(self) > _REMEMBERED:
            self.clear()
        future = w.FUTURE.fullmatch(form) is not None and w.NOT_FUTURE.fullmatch(form) is None
        found = future or form in self.words or form.endswith("سوف") or form.lstrip("وف").startswith("سا")
        found = found or _INTENDS.fullmatch(form) is not None
        self[form] = found
        return found


@functools.lru_cache(maxsize=8)
def signs(lexicon: Lexicon) -> Signs:
    """The signs of a lexicon, made once."""
    bodies = _bodies(lexicon)
    return Signs(
        cues=frozenset(f.form for c in lexicon.cues if c.act is Act.COMMIT and c.sort != "adverbial" for f in c.forms),
        announcing=frozenset(f.form for c in lexicon.cues if c.lemma in _ANNOUNCING for f in c.forms),
        readiness=re.compile(rf"[بل]?(?:ال)?(?:{_stems(lexicon, 'acts.commit_noun')}){_OWNER}"),
        announced=frozenset(fold(x) for x in lexicon.list("acts.own_noun")),
        happens=re.compile(rf"(?:{_stems(lexicon, 'acts.happens')})\w{{0,3}}"),
        steadfast=re.compile(rf"[ينتا](?:كف(?=وا|$)|{_stems(lexicon, 'acts.steadfast')})\w{{0,2}}"),
        bodies=bodies,
        telling=_Telling(bodies | _SHOWING),
    )


def commitment(s: Stretch, statement: Statement, lexicon: Lexicon, day: Date | None) -> Commitment | None:
    """What a statement undertakes, with its deadline seen from the report's day; None where it undertakes nothing."""
    if not s.forms:
        return None
    found = next(_reasons(s, statement, signs(lexicon)), None)
    if found is None:
        return None
    at, rule = found
    return Commitment(deadlines.deadline(s, at, day), _to(statement, signs(lexicon)), rule)


def _to(statement: Statement, known: Signs) -> Span | None:
    """The party to whom a promise is made."""
    cue = fold(statement.cue.text) if statement.cue else ""
    return statement.addressee if _is(cue, known.cues) or statement.act is Act.COMMIT else None


def _is(form: str, words: frozenset[str]) -> bool:
    return form in words or (form[:1] in "وف" and form[1:] in words)


def _reasons(s: Stretch, statement: Statement, known: Signs) -> Iterator[tuple[int, str]]:
    """What shows a commitment, the surest first: the word at which it stands, and the rule."""
    cue = fold(statement.cue.text) if statement.cue else ""
    if statement.negated or statement.act is Act.DENY:
        return
    if statement.act is Act.COMMIT and _is(cue, known.cues):
        yield 0, "commit-cue"
    showing = [i for i, form in enumerate(s.forms) if known.telling[form]]
    teller = statement.speaker.kind in _TELLERS
    if statement.act is not Act.WARN:
        yield from ((i, "first-person") for i in _first_person(s, showing, known))
        yield from ((i, "steadfast") for i in _steadfast(s, showing, teller, known))
    yield from ((i, "own-body") for i in _own_body(s, showing, not teller, known))
    if statement.act is Act.COMMIT and not (_undecided(s) or _supposed(s, showing)):
        mine = _mine(s, _owned(statement), known)
        if not _comes_about(s, showing, mine, known) and (mine or not teller):
            yield 0, "commit-act"
    if statement.act not in (Act.WARN, Act.CONDEMN, Act.REJECT, Act.DEMAND):
        yield from _told(s, statement, showing, known)


def _told(s: Stretch, statement: Statement, showing: list[int], known: Signs) -> Iterator[tuple[int, str]]:
    """What shows a commitment in a statement that does nothing else but tell."""
    cue = fold(statement.cue.text) if statement.cue else ""
    if statement.speaker.kind not in _TELLERS:
        yield from ((i, "planned") for i in _planned(s, showing))
    if statement.speaker.kind not in (Kind.UNNAMED, Kind.MEDIA):
        yield from ((i, "agreed") for i in _agreed(s, showing))
    if _announces(s, cue, known):
        yield 0, "announced"
    if _goes_on(s, known):
        yield 0, "goes-on"
    yield from ((i, "ready") for i in range(min(2, len(s.forms))) if known.readiness.fullmatch(s.forms[i]))
    yield from ((i, "no-objection") for i in showing if s.forms[i] == "مانع" and i < _HEAD and s.form(i - 1) in _NONE)
    yield from ((i, "intends") for i in _intends(s, statement, showing, known))


def _owned(statement: Statement) -> frozenset[str]:
    """The first letters of the words by which a speaker is called, as of «تركيا» and «التركي»."""
    speaker = statement.speaker
    texts = (speaker.name, speaker.mention.text if speaker.mention else None, speaker.office)
    found = {bare(form) for text in texts if text for form in fold(text).split()}
    return frozenset(f[:4] for f in found if len(f) > 3) - _OFFICES


def _akin(form: str, owned: frozenset[str]) -> bool:
    return bare(form.removeprefix("و"))[:4] in owned


def _mine(s: Stretch, owned: frozenset[str], known: Signs) -> bool:
    """Whether the speaker, or a body spoken for, stands at the head of a content."""
    if any(_akin(f, owned) or f in known.bodies for f in s.forms[:_HEAD]):
        return True
    return any(s.forms[i] in _THEY and _third(s, i + 1) for i in range(min(3, len(s.forms) - 1)))


def _undecided(s: Stretch) -> bool:
    """«لم يقرر بعد»."""
    head = s.forms[: _HEAD + 1]
    return any(a in _NOT_YET and b[1:] in ("قرر", "حسم", "تخذ") for a, b in itertools.pairwise(head))


def _comes_about(s: Stretch, showing: list[int], mine: bool, known: Signs) -> bool:
    """Whether all that is told is what will be or come about: «سيكون النهر أعلى», «سيأتي اليوم»."""
    stems = [_third(s, i) if not _future(s, i) else "" for i in showing]
    mine = mine or any(s.form(i - 1) in _PRONOUNS for i in showing)

    def happens(stem: str) -> bool:
        found = _BEING.fullmatch(stem) or known.happens.fullmatch(stem)
        return found is not None or (not mine and _EFFECTS.fullmatch(stem) is not None)

    return bool(stems) and all(stem and happens(stem) for stem in stems)


def _steadfast(s: Stretch, showing: list[int], teller: bool, known: Signs) -> Iterator[int]:
    """«لن نتخلى», «العملية لن تتوقف»."""
    for i in showing:
        verb = s.form(i + 1)
        if s.forms[i] not in _NEVER or not known.steadfast.fullmatch(verb) or _hypothetical(s, i):
            continue
        if verb[0] == "ن" or (verb[1:] == "توقف" and not teller):
            yield i


def _supposed(s: Stretch, showing: list[int]) -> bool:
    """Whether all futures of the first person are asked or supposed: «كيف سنعبر؟», «لو عادوا لكنا سنفتح»."""
    own = [i for i in showing if _future(s, i)]
    return bool(own) and all(_hypothetical(s, i) for i in own)


def _future(s: Stretch, i: int) -> str:
    """The stem of a first-person future at word i («سنرسل», «سوف نرسل»); empty where there is none."""
    form = s.forms[i].lstrip("وف") if s.forms[i][:2] in ("وس", "فس") else s.forms[i]
    if form.startswith("سن") and len(form) > 4 and not w.NOT_FUTURE.fullmatch(form):
        return form[2:]
    if form.startswith("سا") and len(form) > 4 and s.written(i).lstrip("وف").startswith("سأ"):
        return form[2:]
    if form.endswith("سوف") and s.form(i + 1)[:1] == "ن" and len(s.form(i + 1)) > 3:
        return s.form(i + 1)[1:]
    return ""


def _first_person(s: Stretch, showing: list[int], known: Signs) -> Iterator[int]:
    """Where the speaker promises in the first person, outside a condition and what is only foreseen."""
    for i in showing:
        form, stem = s.forms[i], _future(s, i)
        found = bool(stem) and not known.happens.fullmatch(stem)
        found = found or (form in _WE_DO and s.form(i - 1) not in _NOT_YET)
        found = found or (form in _WE and not _BOUND.isdisjoint(s.forms[i + 1 : i + 4]))
        found = found or (form in ("we", "i") and s.form(i + 1) == "will" and s.form(i + 2) not in _ENGLISH_HAPPENS)
        if found and not _hypothetical(s, i):
            yield i


def _own_body(s: Stretch, showing: list[int], official: bool, known: Signs) -> Iterator[int]:
    """Where a body of the speaker's will do something: «أن بلاده ستواصل …», «أن الوزارة ستصدر …»."""
    for i in showing:
        form = s.forms[i]
        if form in known.bodies or (official and form in _INSTITUTIONS):
            for j in range(i + 1, min(i + 4, len(s.forms))):
                verb = _third(s, j)
                if verb and not known.happens.fullmatch(verb) and not _hypothetical(s, i):
                    yield j


def _third(s: Stretch, i: int) -> str:
    """The stem of a third-person future at word i; empty where there is none."""
    form = s.forms[i]
    if form.startswith(("سي", "ست")) and len(form) > 4 and not w.NOT_FUTURE.fullmatch(form):
        return form[2:]
    if form == "سوف" and s.form(i + 1)[:1] in ("ي", "ت"):
        return s.form(i + 1)[1:]
    return ""


def _planned(s: Stretch, showing: list[int]) -> Iterator[int]:
    """«أنه سيتم افتتاح المركز», told by who can decide it."""
    for i in showing:
        if i >= 2 * _HEAD:
            return
        form = s.forms[i]
        plain = form.lstrip("وف")
        passive = plain in _BE_DONE or (plain == "سوف" and s.form(i + 1) in ("يتم", "تتم"))
        if passive and w.deed(s.form(i + (2 if plain == "سوف" else 1))) and not _hypothetical(s, i):
            yield i


def _hypothetical(s: Stretch, i: int) -> bool:
    """Whether an «if» stands close before word i: what would follow is no promise of what is meant."""
    return s.form(i - 1) in _QUESTIONS or any(f in _IFS for f in s.forms[max(0, i - 10) : i])


def _agreed(s: Stretch, showing: list[int]) -> Iterator[int]:
    """«أن الجانبين اتفقا على تعزيز …», «تم الاتفاق على …», «تقرر إجراء …», told by a party to it."""
    for i in showing:
        if i >= _HEAD + 4 or _hypothetical(s, i):
            return
        form = s.forms[i]
        passive = s.form(i - 1) in _WAS
        both = form in _ONE_AGREES and not _SIDES.isdisjoint(s.forms[max(0, i - 3) : i + 4])
        agreed = form in _AGREE or both or (passive and form in ("الاتفاق", "التوافق"))
        if agreed and s.form(i + 1) == "ان":
            yield i
        elif agreed and "علي" in s.forms[i + 1 : i + 3]:
            at = s.forms.index("علي", i) + 1
            if w.deed(s.form(at)) or s.form(at) == "ان":
                yield i
        elif form in _DECIDED or (passive and form == "اقرار"):
            yield i


def _announces(s: Stretch, cue: str, known: Signs) -> bool:
    """«أعلنت هدنة»: what who announces it means to do."""
    if not _is(cue, known.announcing):
        return False
    first = s.forms[1] if s.forms[0] == "عن" and len(s.forms) > 1 else s.forms[0]
    stem = _PRONOUN.sub("", first)
    return bool({first, stem, f"{first} {s.form(1)}"} & (known.announced | _OPENING))


def _goes_on(s: Stretch, known: Signs) -> bool:
    """«استمرار بلاده في …», «مواصلته الدعم»: what goes on is one's own, as the head of a content."""
    first = 1 if s.forms[0] in ("علي", "عن", "الي") else 0
    form = s.form(first)
    following = s.form(first + 1)
    if form in _GOING_ON:
        return following in known.bodies
    return _PRONOUN.sub("", form) in _GOING_ON_BOUND and (following == "في" or following.startswith(("ال", "دعم")))


def _intends(s: Stretch, statement: Statement, showing: list[int], known: Signs) -> Iterator[int]:
    """«أن بلاده تعتزم …», «أنهما ينويان …»: an intention with the speaker for its subject."""
    for i in showing:
        if i >= _HEAD + 4:
            return
        form = s.forms[i]
        if not (_INTENDS.fullmatch(form) or (form in _WORKS and s.form(i + 1) == "علي") or form in _TRYING):
            continue
        before = s.forms[max(0, i - _NEAR) : i]
        if not _UNMEANT.isdisjoint(before[-2:]):
            continue
        official = statement.speaker.kind is not Kind.UNNAMED and not _INSTITUTIONS.isdisjoint(before[:3])
        himself = form not in _WORKS and not _PRONOUNS.isdisjoint(before[-2:])
        if official or himself or not known.bodies.isdisjoint(before):
            yield i
            continue
        owned = _owned(statement)
        if any(_akin(f, owned) for f in before):
            yield i


_ANNOUNCING = frozenset(("أعلن", "إعلان", "يعلن", "معلن"))
_OFFICES = frozenset(fold(x)[:4] for x in "رئيس وزير مدير المتحدث متحدث الناطق مسؤول وكيل نائب الأمين سفير".split())
_NONE = w.joined(w.folded("لا لديه لديها لديهم لدينا أي من لدي"))
_NOT_YET = w.joined(w.folded("لم لا لن ليس"))
_IFS = w.joined(w.folded("إذا لو")) | {"فان", "وان"}
_BE_DONE = frozenset(("سيتم", "ستتم", "سيجري", "ستجري"))
_QUESTIONS = w.joined(w.folded("كيف هل متى ماذا أين لماذا ما"))
_WE = w.joined(w.folded("نحن إننا أننا إنني أنني إني أنا بأننا وأننا"))
_ENGLISH_HAPPENS = frozenset(("see", "be", "not", "have"))
_BOUND = w.folded(
    "ملتزمون ملتزمين ملتزم ملتزمة مستعدون مستعدين مستعد مستعدة عازمون عازمين عازم مصممون مصمم ماضون ماض جاهزون جاهز "
    "متمسكون حريصون"
)
_WE_DO = w.joined(w.folded("نتعهد نلتزم نعتزم ننوي نعدكم أعدكم أتعهد نعاهد قررنا نعدهم"))
_WAS = w.joined(w.folded("تم جرى يتم"))
_NEVER = w.joined(w.folded("لن"))
_BEING = re.compile(r"(?:كون|بقي|اتي|ظل)\w{0,2}")
# what things do and come to, whoever is meant: «المشروع سيسهم في …», «الاجتماع سينعقد»
_EFFECTS = re.compile(
    r"(?:نطلق|نعقد|تضمن|شمل|سهم|ساهم|تيح|جعل|عزز|ستغرق|تطلب|شكل|مثل|عتبر|ساعد|خدم|حقق|زيد|رتفع|نخفض|تحسن|تطور|تغير"
    r"|تحول|ضم|عكس|حدث|حصل|سبب|غير|صل|نهي|نتج|فيد|ستفيد|وفر|منع|مكن|حد)\w{0,3}"
)
_THEY = w.folded("أنهم إنهم بأنهم أنهما إنهما بأنهما")
_PRONOUN = re.compile(r"(?<=\w\w\w)(?:ه|ها|هم|هما|نا)$")
_OPENING = w.folded("افتتاح")
_GOING_ON = w.folded("استمرار مواصلة المضي مضي")
_GOING_ON_BOUND = w.folded("استمرار مواصلت")
_AGREE = w.joined(w.folded("اتفقا اتفقنا وافقنا توافقا توافقنا"))
_ONE_AGREES = w.joined(w.folded("اتفق اتفقت اتفقوا توافق"))
_SIDES = w.folded(
    "الجانبان الجانبين الطرفان الطرفين الأطراف البلدان البلدين الوزيران الوزيرين الرئيسان الرئيسين الوفدان "
    "المجتمعون الدول معا"
)
_DECIDED = w.joined(w.folded("تقرر قررنا"))
_UNMEANT = w.joined(w.folded("ليس ليست ليسوا غير لم لا لن كان كانت كانوا"))
_INTENDS = re.compile(r"[ينت](?:عتزم|نوي|خطط|تطلع|تعهد)(?:ان|ون|وا)?")
_WORKS = w.folded("يعمل تعمل يعملون يعملان نعمل")
_TRYING = w.folded("مستعد مستعدة مستعدون ملتزم ملتزمة ملتزمون عازم عازمة متمسك متمسكة مصمم مصممة ماض ماضية")
# what one speaks for by its bare name
_INSTITUTIONS = w.joined(
    w.folded(
        "الحكومة الوزارة الهيئة القيادة الدولة اللجنة الشركة البلدية الأمانة المجلس الجامعة البنك المؤسسة الإدارة "
        "الرئيس الملك"
    )
)
_PRONOUNS = w.folded("أنه أنها أنهم أنهما إنه إنها إنهم إنهما بأنه بأنها بأنهم بأنهما")
_SHOWING = _WE_DO | _NEVER | _WE | _AGREE | _ONE_AGREES | _DECIDED | _WORKS | _TRYING | _INSTITUTIONS
_SHOWING |= {"الاتفاق", "التوافق", "اقرار", "مانع", "we", "i"}
