"""Subjects that the cast does not know yet: a state or body after the verb that leads the sentence, whom a relative
clause describes."""

from __future__ import annotations

import bisect

from mawqif.arabic import bare, fold
from mawqif.model import Draft, Kind, Passage, Sentence
from mawqif.names import Named, Titles, after_preposition, named
from mawqif.resolve.cast import Cast, Source
from mawqif.resolve.discourse import agrees, several
from mawqif.resolve.running import addressed

_NEAR = 60  # code points before «الذي قال» in which the one described stands
_SUBJECT = 7  # words that a subject after the first verb may have
_OFFICE = 6  # words of an office at its beginning
_PROVIDES = frozenset(fold(w) for w in "نص نصت ينص تنص قضى قضت يقضي تقضي".split())
_PAPER = 2  # words before whose paper it is
_PAPERS = frozenset(fold(w) for w in "بيان تصريح تصريحات كلمة خطاب رسالة تغريدة تسجيل شريط مقابلة حديث مذكرة".split())
_SENT = frozenset(fold(w) for w in "صادر صادرة صدر أصدره أصدرته نشره نشرته بثه بثته وزعه وزعته".split())
_LEAD = 5  # words of a sentence within which its people stand
_PHRASE = 4  # words of people with what describes them
_DEFINITE = ("ال", "وال", "لل", "بال")
_PREPOSITIONS = frozenset(
    fold(w) for w in "في من إلى على عن مع بين لدى ضد بعد قبل خلال عبر أمام حسب بحسب وفق منذ حتى عند إثر نحو".split()
)
_NOT = frozenset(fold(w) for w in "لم ولم فلم لن ولن فلن سوف وسوف".split())
_OBJECTS = ("ه", "ها", "هم", "هما")
_LEADS = frozenset(
    fold(w)
    for w in "من جانبه جانبها جهته جهتها ناحيته ناحيتها بدوره بدورها كما وقد قد فيما وكان وكانت كان كانت هذا".split()
)
_OVER = frozenset(fold(w) for w in "جانبه جانبها جهته جهتها ناحيته ناحيتها بدوره بدورها".split())
_RELATIVE = frozenset(fold(w) for w in "الذي التي والذي والتي".split())
_BODIES = (Kind.STATE, Kind.ORGANIZATION, Kind.MEDIA)


def subject(draft: Draft, passage: Passage, cast: Cast, t: Titles) -> Source | None:
    """«أدانت الدولة الهجوم ووصفته بـ…»: the noun phrase after the verb that leads the sentence."""
    if draft.cue is None or draft.sort not in ("verb", "participle"):
        return None
    if draft.plural:
        return _people(passage, passage.sentences[draft.sentence], draft.cue.start, cast, t)
    sentence = passage.sentences[draft.sentence]
    phrase = _issued(passage, sentence, draft.cue.start, t) or _after_verb(passage, sentence, draft.cue.start, t)
    found = named(after_preposition(_text(passage, *phrase), t), t) if phrase else None
    if phrase is None or found is None:
        return None
    known = _known(found, passage, phrase, draft.cue.start, cast, t)
    if known is None and found.kind in _BODIES:
        known = cast.meet(found, sentence.start)
    return known if known and agrees(draft, known) else None


def _people(passage: Passage, s: Sentence, at: int, cast: Cast, t: Titles) -> Source | None:
    """«وكان شباب الواحة قد أصدروا بيانا أعلنوا فيه …»: the first people of the sentence that nothing governs."""
    tokens = passage.tokens
    for i in range(s.first, min(s.last, s.first + _LEAD)):
        if tokens[i].start >= at:
            return None
        form = tokens[i].form
        if (
            i == s.first
            or not t.heads[form]
            or tokens[i - 1].form.startswith(_DEFINITE)
            or _governs(tokens[i - 1].form)
        ):
            continue
        end = i + 1
        while end < min(s.last, i + _PHRASE) and tokens[end].form.startswith("ال") and tokens[end].end <= at:
            end += 1
        n = named(_text(passage, i, end), t)
        if n is None or n.kind is not Kind.UNNAMED or not several(n) or not (n.definite or end > i + 1):
            return None
        return cast.find(n, at) or cast.meet(n, tokens[i].start)
    return None


def _governs(form: str) -> bool:
    return form in _PREPOSITIONS or form.lstrip("وف") in _PREPOSITIONS


def _text(passage: Passage, first: int, last: int) -> str:
    return passage.text[passage.tokens[first].start : passage.tokens[last - 1].end]


def _known(n: Named, passage: Passage, phrase: tuple[int, int], at: int, cast: Cast, t: Titles) -> Source | None:
    """Whom a noun phrase names: by its name, a body, or the longest office with which it begins."""
    first, last = phrase
    form = passage.tokens[first].form  # «رفع التهاني للوزير فلان»: what is done, and for whom
    leads = t.heads_person(form)
    told = n.kind in _BODIES or (n.words and (leads or fold(n.name.split()[0]) == form))
    if told and (known := cast.find(n, at)):
        return known
    for end in range(min(last, first + _OFFICE), first + 1, -1) if leads else ():
        office = named(_text(passage, first, end), t)
        if office and office.kind is Kind.PERSON and office.office and not office.words:
            known = cast.find(office, at)
            if known and known.named.words:
                return known
    return None


def _after_verb(passage: Passage, s: Sentence, at: int, t: Titles) -> tuple[int, int] | None:
    """The tokens of the noun phrase after the verb that leads a sentence, up to a code point."""
    i = s.first
    while i < s.last and (passage.tokens[i].form in _LEADS or passage.tokens[i].form.lstrip("و") in _LEADS):
        i += 1
    if i + 1 >= s.last or passage.tokens[i].start >= at:
        return None
    led = {x.form.lstrip("و") for x in passage.tokens[s.first : i]}
    if "كان" in led or "كانت" in led:
        first = passage.tokens[i].form
        if first.startswith("ال") or t.heads[first] in ("person", "organization", "unnamed"):
            i -= 1  # «وكان المجلس أصدر بيانا يطالب فيه بـ»: the subject stands right behind «كان»
    elif passage.tokens[i].form in _NOT and i + 2 < s.last:
        i += 1
    elif not led.isdisjoint(_OVER) and _deed(passage.tokens[i].form, t):
        pass  # «بدوره، تجنب المرداسي السؤال، وقال»
    elif not _verb(passage.tokens[i].form, passage.tokens[i + 1].form, t):
        return None
    end = i + 1
    while end < min(s.last, i + 1 + _SUBJECT) and passage.tokens[end].start < at:
        gap = passage.text[passage.tokens[end - 1].end : passage.tokens[end].start]
        if end > i + 1 and any(c in "،,؛:" for c in gap):
            break
        if end > i + 1 and addressed(passage.tokens[end - 1].form, passage.tokens[end].form, t):
            break
        end += 1
    return (i + 1, end) if end > i + 1 else None


def _issued(passage: Passage, s: Sentence, at: int, t: Titles) -> tuple[int, int] | None:
    """«وفي بيان للحزب …، أعلن»: the tokens of whose paper or speech it is with which a sentence begins."""
    tokens = passage.tokens
    if s.last - s.first < _PAPER + 1 or tokens[s.first].form.lstrip("و") != "في":
        return None
    if bare(tokens[s.first + 1].form) not in _PAPERS:
        return None
    i = s.first + _PAPER
    if tokens[i].form in _SENT and i + 1 < s.last:
        i += 1 + (tokens[i + 1].form == "عن")
    elif not tokens[i].form.startswith("ل"):
        return None
    end = i + 1
    while end < min(s.last, i + _SUBJECT) and passage.text[tokens[end - 1].end : tokens[end].start] == " ":
        word, form = passage.text[tokens[end].start : tokens[end].end], tokens[end].form
        if tokens[end].start >= at or form in t.lists["verbs"] or form in _PREPOSITIONS or word.endswith(("ه", "ها")):
            break
        end += 1
    return (i, end) if tokens[i].start < at else None


def _deed(form: str, t: Titles) -> bool:
    """Whether a word behind a hand-over can be a verb: no noun, title or definite word."""
    return not (
        form.startswith("ال") or t.heads[form] or form in t.lists["given"] or t.words[form] in ("nouns", "people")
    )


def _verb(form: str, after: str, t: Titles) -> bool:
    """Whether a word that leads a sentence is a verb; one of which nothing is known stands before a title."""
    for word in (form, form.lstrip("وف")):
        if word in t.lists["cues"] or word in t.lists["verbs"] or t.words[word] == "verbs":
            return True
    word = form.lstrip("وف")
    return not t.words[word] and t.heads[word] in ("", "name") and not word.startswith("ال") and t.heads_person(after)


def described(draft: Draft, before: str, passage: Passage, cast: Cast, t: Titles) -> Source | None:
    """«السياسية فلانة التي قالت …»: the one met last before a relative clause, where gender agrees."""
    if draft.cue is None or before not in _RELATIVE:
        return None
    start = max(passage.sentences[draft.sentence].start, draft.cue.start - _NEAR)
    met = cast.last_between(start, draft.cue.start)
    if met and met.named.kind is Kind.PERSON and not _right_before(passage.text[start : draft.cue.start], met):
        met = None
    if met is None and relative(draft, before):
        met = _introduced(passage, draft, cast, t)
    return met if met and (before.endswith("التي")) is (draft.feminine is True) and agrees(draft, met) else None


def _introduced(passage: Passage, draft: Draft, cast: Cast, t: Titles) -> Source | None:
    """Who stands with title and name, or which document stands, right before the relative pronoun of a cue."""
    assert draft.cue is not None
    tokens, s = passage.tokens, passage.sentences[draft.sentence]
    last = bisect.bisect_left(tokens, draft.cue.start, lo=s.first, hi=s.last, key=lambda x: x.start) - 1
    for i in reversed(range(max(s.first, last - _SUBJECT), last)):
        head = t.heads[tokens[i].form]
        if head not in ("person", "document"):
            continue
        text = _text(passage, i, last)
        n = None if any(c in "،,؛:" for c in text) else named(text, t)
        if n and ((n.kind is Kind.PERSON and len(n.words) > 1) or (n.kind is Kind.DOCUMENT and provides(draft))):
            return cast.find(n, tokens[i].start) or cast.meet(n, tokens[i].start)
    return None


def provides(draft: Draft) -> bool:
    """«ينص على …»: what only a text does, and no person."""
    return draft.cue is not None and fold(draft.cue.text).lstrip("وف") in _PROVIDES


def relative(draft: Draft, before: str) -> bool:
    """«الخطة التي تؤكد …»: whether what a relative clause describes is the cue's subject, and not its object."""
    return before in _RELATIVE and draft.cue is not None and not fold(draft.cue.text).endswith(_OBJECTS)


def _right_before(text: str, met: Source) -> bool:
    """Whether the relative pronoun with which a text ends stands right after a word of the name."""
    words = [fold(w.strip('،,"«»“”')) for w in text.split()]
    return len(words) > 1 and words[-2] in {fold(w) for w in met.named.name.split()}
