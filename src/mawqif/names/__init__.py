"""Mentions of sources taken apart: titles, office and name; own lists, since no library serves Arabic."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from mawqif.arabic import bare, fold
from mawqif.model import Kind
from mawqif.names.before import introduces, names_institution
from mawqif.names.bounds import find
from mawqif.names.closed import BROKEN_PLURALS, HONOURED, NAMED_AFTER, SEVERAL
from mawqif.names.full import full_name
from mawqif.names.titles import PRONOUN, Titles, carries_pronoun
from mawqif.names.wholes import UPON, agency, whole

__all__ = ["CALLED", "Named", "Titles", "after_preposition", "full_name", "named", "names_institution"]

_WORD = re.compile(r"[^\s،,؛:()«»“”\"'‹›\[\]–/—#_-]+|[،,()«»“”\"/]")


_SHORTENED = re.compile(r"(?<!\w)((?:أ\.)?[دمأ]\.)(?=\w{3})")  # «د.فلان»

_PLAIN = frozenset(map(fold, "كبير كبيرة رفيع رفيعة بارز بارزة سابق سابقة مسؤول مسؤولة آخر أخرى حضر مطلع في".split()))


@dataclass(frozen=True, slots=True)
class Named:
    """What a mention says by itself: `words` of the personal name (empty for an office alone).

    `titles`: the titles before and after the name as they stand.
    """

    name: str
    kind: Kind
    words: frozenset[str]
    all_words: frozenset[str]
    office: frozenset[str]
    office_text: str | None
    feminine: bool | None
    definite: bool
    titles: tuple[str, ...] = ()


def _state(words: list[str], forms: list[str], t: Titles) -> Named | None:
    """A state, its capital or seat of government by name, with an adjective or a coordinate after it."""
    for n in (3, 2, 1):
        if " ".join(forms[:n]) in t.states:
            end = n
            while end < len(forms) and t.has("adjectives", forms[end]):
                end += 1
            all_words = frozenset(bare(f) for f in forms[:end])
            joined = forms[end][1:] if end < len(forms) and forms[end].startswith("و") else ""
            if joined in t.states:  # «موسكو وأنقرة»
                end += 1
                all_words |= {joined}
            kind = Kind.STATE if " ".join(forms[:n]) in t.state_names else Kind.ORGANIZATION
            return Named(" ".join(words[:end]), kind, frozenset(), all_words, frozenset(), None, True, False)
    return None


def _unbracketed(forms: list[str], words: list[str]) -> tuple[list[str], list[str]]:
    """Without what stands in brackets: «وزارة الدفاع (البنتاغون) فلان»."""
    kept, depth = [], 0
    for i, form in enumerate(forms):
        depth += form == "("
        if not depth:
            kept.append(i)
        depth -= form == ")" and depth > 0
    return ([forms[i] for i in kept], [words[i] for i in kept]) if kept else (forms, words)


def _apposition(words: list[str], forms: list[str], end: int, t: Titles) -> list[str]:
    """The words of a title that follows a name, with or without a comma."""
    first = end + 1 if forms[end : end + 1] == ["،"] else end
    if first >= len(forms) or not t.heads_person(forms[first]):
        return []
    out: list[str] = []
    for word, form in zip(words[first : first + 10], forms[first : first + 10], strict=True):
        if form in "،()" or (form in t.lists["stops"] and form not in ("في", "من", "لدي", "الي", "على")):
            break
        if form in t.lists["sure"] and not t.title(form):
            return []  # the title is that of the next person
        out.append(word)
    if first == end and find(forms[first : first + len(out) + 4], t, True):
        return []  # «استقبل فلان الوزير فلانا»: the title of who comes next
    return out


_ISSUED = frozenset(
    fold(w)
    for w in "صادر صادرة صدر صدرت أصدره أصدرته أصدرتها نشره نشرته أعده أعدته أعدها وزعته وزعه عن من ختامي مشترك رسمي "
    "صحفي صحافي إعلامي لها له منشور على موقع إلكتروني موقعها موقعه رسمية صفحة صفحتها".split()
)


def _issuer(words: list[str], forms: list[str], t: Titles) -> Named | None:
    """The body that issued a document: «بيان صادر عن المجلس»، «بيان للوزارة»."""
    if bare(forms[0]) not in t.lists["documents"] or len(forms) < 2:
        return None
    rest = 1
    while rest < len(forms) and bare(forms[rest]) in _ISSUED:
        rest += 1
    if rest >= len(forms):
        return None
    word, form = words[rest], forms[rest]
    if form.startswith("لل"):
        words = [*words[:rest], "ال" + word[2:], *words[rest + 1 :]]
    elif form[0] == "ل" and (form[1:] in t.lists["organizations"] or form[1:] in t.lists["media"]):
        words = [*words[:rest], word[1:], *words[rest + 1 :]]
    found = named(" ".join(words[rest:]), t)
    return (
        found
        if found and (found.kind in (Kind.ORGANIZATION, Kind.STATE, Kind.MEDIA) or _by_name(found, rest, t))
        else None
    )


def _by_name(found: Named, rest: int, t: Titles) -> bool:
    """Whether a person issued a document: «بيان فلان الفلاني»."""
    return rest == 1 and len(found.words) > 1 and fold(found.name.split()[0]) in t.lists["sure"]


def _described(forms: list[str]) -> bool:
    """Whether an indefinite role is followed by adjectives alone, up to a preposition: «مسؤول كبير في …»."""
    for form in forms[1:4]:
        if form in ("في", "من", "ب", "عن", "لدي"):
            return True
        if not (form.endswith(("ي", "يه")) or form in _PLAIN):
            return False
    return True


# «معارضون», «المتظاهرون», «لبنانيون»: several people without a name; «ميلتون» is none of them
_PLURAL = re.compile(r"(?:ال)?م[^اوي][ء-ي]{2,}ون$|(?:ال)?[ء-ي]{3,}يون$|(?!ال)[ء-ي]{4,}يين$")
_CONSTRUCT = re.compile(r"(?:م[^اوي][ء-ي]{2,}|[ء-ي]{3,}ي)و$")  # «منتقدو الخطة», «قرويو الواحة»
_OF_THE_PRESS = frozenset(map(fold, "إعلامي إعلامية صحفي صحفية صحافي صحافية إخباري إخبارية محلية".split()))
_RANKS = frozenset(map(fold, "أول الأول ركن الركن طيار الطيار متقاعد المتقاعد".split()))
_COLLECTIVE = (
    (Kind.MEDIA, "media"),
    (Kind.DOCUMENT, "documents"),
    (Kind.ORGANIZATION, "organizations"),
    (Kind.STATE, "states"),
)


# relatives and people by age or trade, who are unnamed where no name is given
_ANYBODY = frozenset(
    map(
        fold,
        "والد والدة شقيق شقيقة زوج زوجة ابن ابنة نجل عم جد أب أخ أخت أرملة خال جار صديق فتاة شاب شابة رجل امرأة سيدة "
        "طفل طفلة مواطن مواطنة شاهد سائق راكب مريض عامل ضحية ناج أسير متهم شرطي جندي ضابط موظف حارس".split(),
    )
)
_POSSESSIVES = ("هما", "هم", "هن", "ها", "ه")
# «عدة مصادر»: how many, before who they are
_PARTS = frozenset(map(fold, "بعض معظم أغلب غالبية أغلبية".split()))
_HOW_MANY = frozenset(map(fold, "عدة بضعة بضع كافة جميع سائر شتى مختلف".split()))
_OWN_VOICE = frozenset(("مراسل", "مراسله", "موفد", "موفده"))  # of an outlet: its reporter is the outlet


def _read(mention: str, t: Titles, running: bool) -> tuple[list[str], list[str]]:
    """The words of a mention and their forms, without marks before them and what stands in brackets."""
    words = _WORD.findall(_SHORTENED.sub(r"\1 ", mention) if "." in mention else mention)
    forms = list(map(t.forms.__getitem__, words))
    while forms and (not forms[0] or forms[0] in '،,()«»“”"/'):
        forms, words = forms[1:], words[1:]
    if "" in forms:
        kept = [i for i, f in enumerate(forms) if f]
        forms, words = [forms[i] for i in kept], [words[i] for i in kept]
    if forms and not running and not t.has("media", forms[0]):
        forms, words = _unbracketed(forms, words)
    if forms and (head := _without_ending(forms[0], words[0], t)):
        forms = [head, *forms[1:]]
    while len(forms) > 2 and forms[0] == "الفريق" and forms[1] in _RANKS:
        forms, words = [forms[0], *forms[2:]], [words[0], *words[2:]]  # «الفريق أول ركن فلان»
    return forms, words


def _counted(form: str, after: str, t: Titles) -> bool:
    """«عدة مصادر», «بعض الصحف»: whether a word only tells how many of a body, an outlet or a source speak."""
    things = t.has("media", after) or t.heads[after] in ("organization", "document")
    return (form in _HOW_MANY and (things or t.heads[after] == "unnamed")) or (form in _PARTS and things)


def _without_ending(form: str, word: str, t: Titles) -> str:
    """«عددا من …»: the head of a mention without the ending of an object; empty where it has none."""
    head = form.rstrip(PRONOUN)[:-1]
    ended = word.endswith(("ًا", "اً", "ا")) and len(head) > 2 and not t.heads[form.rstrip(PRONOUN)]
    return head if ended and t.heads[head] in ("unnamed", "organization", "person") else ""


def after_preposition(mention: str, t: Titles) -> str:
    """A mention after «وفقا» and the like without the preposition written together with it: «لقوات …»، «للجنة …»."""
    words = mention.split()
    form = fold(words[0])
    if not t.heads[form] and (form in t.lists["cues"] or carries_pronoun(words[0])):  # «ما نقلت وكالة …»
        first = next((i for i, w in enumerate(words[1:5], 1) if t.heads[fold(w)] or t.has("media", fold(w))), 0)
        return " ".join(words[first:])
    if form.startswith("لل") and len(form) > 4:
        return "ال" + mention[2:]
    headed = t.heads[form[1:]] or any(form[1:] in t.lists[k] for k in ("media", "states", "organizations", "documents"))
    named = form[1:] in t.lists["given"] or form[1:] in t.states
    return mention[1:] if form[:1] == "ل" and len(form) > 3 and (headed or named) else mention


_GOVERNING = frozenset(map(fold, "سلطات قيادة سلطة نظام حكومة".split()))  # with a nationality: a government


def _of_the_press(forms: list[str], t: Titles) -> bool:
    """«تقرير صحفي», «تقارير إعلامية»; reports of a nation are those of its press, «تقارير تركية»."""
    return bare(forms[1]) in _OF_THE_PRESS or (bare(forms[0]) == "تقارير" and bare(forms[1]) in t.nations)


_POWERS = frozenset(map(fold, "كبرى عظمى عالمية دولية غربية أوروبية إقليمية".split()))  # «القوى الكبرى»: states


def _opposition(forms: list[str], t: Titles) -> bool:
    """«المعارضة», «المعارضة المسلحة»: the body, and no woman of it by her name."""
    return forms[0] == "المعارضه" and t.lists["given"].isdisjoint(forms)


def _collective(words: list[str], forms: list[str], t: Titles, feminine: bool, definite: bool) -> Named | None:
    """A body, an outlet, a document or a state by what heads the mention."""
    issuer = _issuer(words, forms, t)
    if issuer:
        return issuer
    if forms[0] == "الفريق" and len(forms) > 1 and forms[1] in t.lists["given"]:
        return None  # a rank, and no team
    for kind, key in _COLLECTIVE:
        if t.has(key, forms[0]) and (not t.has("roles", forms[0]) or _opposition(forms, t)):
            name, all_words = whole(words, forms, t)
            if kind is Kind.DOCUMENT and len(forms) > 1 and _of_the_press(forms, t):
                kind = Kind.MEDIA
            if kind is Kind.MEDIA and agency(forms):
                kind = Kind.ORGANIZATION
            governs = bare(forms[0]) in _GOVERNING and len(all_words) == 2 and bare(forms[1]) in t.nations
            governs = governs or (bare(forms[0]) == "قوي" and len(forms) > 1 and bare(forms[1]) in _POWERS)
            return Named(
                name, Kind.STATE if governs else kind, frozenset(), all_words, frozenset(), None, feminine, definite
            )
    if forms[0] in NAMED_AFTER and len(forms) > 2 and forms[1] in HONOURED:
        name, all_words = whole(words, forms, t)  # «مدينة الملك … الطبية»
        return Named(name, Kind.ORGANIZATION, frozenset(), all_words, frozenset(), None, feminine, definite)
    return _state(words, forms, t)


def _several_of(forms: list[str], t: Titles) -> bool:
    """Whether several people of a body or a place head a mention: «منتقدو الخطة», «لاعبو فريق الواحة»."""
    head = forms[0]
    if len(forms) < 2 or not head.endswith("و") or head in t.lists["given"]:
        return False
    if f"{head}ن" in t.lists["unnamed"] or (len(head) > 4 and t.has("roles", head[:-1])):
        return True
    return bool(_CONSTRUCT.match(head)) and (forms[1].startswith("ال") or bool(t.words[forms[1]]))


def _unnamed(words: list[str], forms: list[str], t: Titles, feminine: bool | None, definite: bool) -> Named:
    name, all_words = whole(words, forms, t)
    return Named(name, Kind.UNNAMED, frozenset(), all_words, all_words, name, feminine, definite)


def _people(form: str, t: Titles) -> bool:
    """Whether a word is somebody or several people by what they are: «صديق آخر», «قائمون على …», «طلابها»."""
    if t.heads_person(form):
        return False
    if form[-1] == PRONOUN:
        stem = next((form[: -1 - len(p)] for p in _POSSESSIVES if form[:-1].endswith(p)), "")
        return bool(stem) and (stem in t.lists["unnamed"] or f"{stem}ن" in t.lists["unnamed"])
    several = form.endswith(("ون", "ين")) and t.words[form] == "adjectives"
    return several or t.words[form] == "people"


def _nameless(words: list[str], forms: list[str], t: Titles, feminine: bool, definite: bool) -> Named:
    """A mention without a name: a person known by office, or a source that is not named."""
    head = bare(forms[0])
    if head in _OWN_VOICE and len(forms) > 1:
        name, all_words = whole(words, forms, t)
        return Named(name, Kind.MEDIA, frozenset(), all_words, frozenset(), None, feminine, definite)
    people = _people(forms[0], t)
    if not people and not t.heads_person(forms[0]) and not t.has("unnamed", forms[0]):
        name, all_words = whole(words, forms, t)
        return Named(name, Kind.PERSON, frozenset(), all_words, frozenset(), None, feminine, definite)
    named_role = definite and t.has("roles", forms[0])
    anybody = head in _ANYBODY or head in _OWN_VOICE or ((people or t.has("unnamed", forms[0])) and not named_role)
    kind = Kind.UNNAMED if anybody else Kind.PERSON
    name, all_words = whole(words, forms, t)
    return Named(name, kind, frozenset(), all_words, all_words, name, feminine, definite)


# «أحد السكان ويدعى فلان»
CALLED = frozenset(p + fold(w) for p in ("", "و") for w in "يدعى تدعى يسمى تسمى اسمه اسمها".split())


_BYNAMES = frozenset(
    map(fold, "المكنى المكناة الملقب الملقبة المعروف المعروفة الشهير الشهيرة المشهور المشهورة".split())
)
_BYNAME = 5  # words of a byname with what leads to it


def _called_too(n: Named, byname: list[str]) -> Named:
    """A person by the name and the byname: «أبو سامر» finds «فلان المكنى بأبي سامر»."""
    forms = [fold(w) for w in byname]
    forms[0] = "ابو" if forms[0] == "بابي" else forms[0][1:]
    words = n.words | {bare(f) for f in forms}
    return replace(n, words=words, all_words=words)


_REMEMBERED = 1 << 13  # mentions taken apart; beyond that the memory starts anew
_RECURRING = 48  # code points; longer mentions are hardly ever met again


def named(mention: str, t: Titles, running: bool = False) -> Named | None:
    """Take a mention apart; `running`: a stretch of running text that begins with a title, of which a name is asked."""
    if len(mention) > _RECURRING:
        return _named(mention, t, running)
    key = mention, running
    if key not in t.apart:
        if len(t.apart) >= _REMEMBERED:
            t.apart.clear()
        t.apart[key] = _named(mention, t, running)
    found: Named | None = t.apart[key]
    return found


def _named(mention: str, t: Titles, running: bool) -> Named | None:
    forms, words = _read(mention, t, running)
    if not forms:
        return None
    if len(forms) > 1 and _counted(forms[0], forms[1], t):
        forms, words = forms[1:], words[1:]
    head = forms[0]
    feminine = head.endswith(("ه", "ات")) or bare(head) in BROKEN_PLURALS or head in t.states
    definite = head.startswith("ال") or (
        len(forms) > 1
        and forms[1].startswith("ال")
        and head not in t.lists["adjectives"]
        and bare(head) not in SEVERAL  # «أحد المشاركين» is not always the same one
    )
    if not running and (body := _collective(words, forms, t, feminine, definite)):
        return body
    called = None
    if not CALLED.isdisjoint(forms):
        called = next((i for i, f in enumerate(forms[:-1]) if f in CALLED), None)
    if called and not (forms[called + 1] in t.lists["stops"] or t.heads[forms[called + 1]] in ("person", "unnamed")):
        return named(" ".join(words[called + 1 :]), t, running)
    role = t.has("roles", head) and head not in t.lists["particles"]
    if not definite and len(forms) > 1 and role and _described(forms):
        return _unnamed(words, forms, t, feminine, False)
    upon = len(forms) > 1 and head.startswith("الم") and forms[1].rstrip(PRONOUN) in UPON  # «المقبوض عليهم»
    if upon or _PLURAL.match(head) or _several_of(forms, t):
        return _unnamed(words, forms, t, False, definite)
    byname = 0
    if not _BYNAMES.isdisjoint(forms):
        byname = next((i for i, f in enumerate(forms[:-1]) if f in _BYNAMES and forms[i + 1][0] == "ب"), 0)
    father = byname > 0 and forms[byname + 1] == "بابي"  # of two words, whatever stands behind them
    if byname and (father or len(forms) - byname <= _BYNAME):
        full = named(" ".join(words[:byname]), t, running)
        if full and full.words:
            return _called_too(full, words[byname + 1 : byname + 3] if father else words[byname + 1 :])
    if head == "ام" and forms[1:2] and forms[1] in t.lists["given"]:
        folded = frozenset((head, bare(forms[1])))
        return Named(" ".join(words[:2]), Kind.PERSON, folded, folded, frozenset(), None, True, True)  # «أم سامر»
    nameless = t.has("unnamed", head) and not t.has("roles", head) and not introduces(forms, t)
    found = None if nameless else find(forms, t, running)
    if found is None:
        return None if running else _nameless(words, forms, t, feminine, definite)
    start, end = found
    name_words = words[start:end]
    office = [w for w in words[:start] if w not in '،,/«»“”"']
    folded = frozenset(bare(fold(w)) for w in name_words)
    after = _apposition(words, forms, end, t)
    return Named(
        " ".join(name_words),
        Kind.PERSON,
        folded,
        folded,
        frozenset(bare(fold(w)) for w in (*office, *after)),
        " ".join(office) or None,
        feminine if office else None,
        definite,
        tuple(" ".join(x) for x in (office, after) if x),
    )
