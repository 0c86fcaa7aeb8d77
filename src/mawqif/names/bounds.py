"""Where a personal name begins and ends among the words of a mention.

Every word that may begin a name makes a candidate; what stands before it and after it, and whether it is a usual
first name, decides which candidate is the name. Words are folded.
"""

from __future__ import annotations

from mawqif.arabic import bare
from mawqif.names.before import (
    after_title,
    by_nation,
    complete,
    eponym,
    goes_with_office,
    governed,
    introduced,
    names_by_look,
    names_institution,
    spoken_for,
)
from mawqif.names.closed import (
    CLEAR,
    COMPOUND,
    DESCRIBING,
    FEASTS,
    LONGEST,
    MARKS,
    MASDAR,
    NOUNS,
    OF_FAITH,
    OF_TIME,
    ORDINALS,
    RULERS,
    SHORT,
    SON,
    SURE,
    SURNAMES,
)
from mawqif.names.plain import is_noun, plain
from mawqif.names.surnames import (
    between,
    closes,
    closing,
    describes,
    familial,
    named_on,
    office_next,
    usual_surname,
)
from mawqif.names.titles import AS, PRONOUN, Titles


def find(forms: list[str], t: Titles, running: bool) -> tuple[int, int] | None:
    """The name in a mention as a half-open range; None where it holds none. `running`: the text goes on after it."""
    best: tuple[int, int, int] | None = None
    over = 0  # the end of the candidate before, within which none begins
    for i in range(_first_break(forms, t)):
        if best and best[0] >= SURE and governed(forms, best[2], i, t):
            break
        if i < over or not starts(forms, i, t) or spoken_for(forms, i, t) or eponym(forms, i, t):
            continue
        end = name_end(forms, i, t)
        first = forms[i] in t.lists["given"] or forms[i] in t.lists["particles"]
        weight = _weight(forms, i, end, t, running)
        if first or (weight >= 0 and any(f in t.lists["given"] for f in forms[i + 1 : end])):
            over = end
        if end > i and (best is None or weight > best[0]):
            best = (weight, i, end)
        if best and best[0] >= (SURE if running else CLEAR):
            break
    return (best[1], best[2]) if best and best[0] >= (SURE if running else 0) else None


def _first_break(forms: list[str], t: Titles) -> int:
    """Up to where a name may begin: a verb ends the mention, a preposition before a place does not."""
    given, stops = t.lists["given"], t.lists["stops"]
    for i, form in enumerate(forms):
        if form == AS:
            return i
        verbal = i and form[0] == "ي" and len(form) > 3 and _present(form)
        if verbal and not (form in given or form in t.cities or _ending(forms, i, t)):
            return i
        if form in stops and form not in given and not goes_with_office(forms, i):
            titled = i > 0 and any(t.heads_person(f) for f in forms[:i])
            placed = form in SHORT or form in t.lists["adverbs"]
            named = i > 0 and form in OF_TIME and forms[i - 1] in t.lists["sure"]
            if named or (titled and placed and i + 1 < len(forms)):
                continue
            if not names_by_look(forms, i):
                return i
    return len(forms)


def _present(form: str) -> bool:
    """Whether a word with «ي» before it looks like a verb, and no noun or surname."""
    return len(form) < 7 and not form.endswith(("ي", "يه")) and not form.startswith(NOUNS)


def _ending(forms: list[str], i: int, t: Titles) -> bool:
    """Whether word i and one more, behind a title that can be over, end a mention: a foreign name, no verb or noun."""
    if i + 2 > len(forms) or (i + 2 < len(forms) and forms[i + 2][0] not in MARKS):
        return False
    last = forms[i + 1]
    return i > 1 and not last.startswith("ال") and complete(forms, i, t) and all(plain(f, t) for f in forms[i : i + 2])


def _is(form: str, key: str, t: Titles) -> bool:
    """Whether a word is in a list as it stands or with its article: no letter is taken for a preposition."""
    return form in t.lists[key] or bare(form) in t.lists[key]


def _in_name(form: str, t: Titles) -> bool:
    return form.startswith("ال") or form in t.lists["given"] or plain(form, t)


def starts(forms: list[str], i: int, t: Titles) -> bool:
    """Whether a name may begin at word i."""
    following = forms[i + 1] if i + 1 < len(forms) else ""
    if following in t.lists["sure"] and introduced(forms, i, t):
        return False
    return _may_start(forms, i, following, t) and _starts(forms, i, following, t)


def _may_start(forms: list[str], i: int, following: str, t: Titles) -> bool:
    """A quick look: a common word begins a name only beside an honorific or a first name, or by its look."""
    form, lists = forms[i], t.lists
    if plain(form, t) or form in lists["given"] or form in lists["particles"] or following in lists["sure"]:
        return True
    if len(forms) == 1 or following == "ال" + form or names_by_look(forms, i):
        return True
    return i > 0 and t.has("honorifics", forms[i - 1])


def _starts(forms: list[str], i: int, following: str, t: Titles) -> bool:
    form, lists = forms[i], t.lists
    if i > 1 and forms[i - 1] in lists["particles"] and forms[i - 1] not in lists["given"]:
        return False
    if names_by_look(forms, i) or (len(form) > 2 and following == "ال" + form):
        return True  # «سهو السهو»
    if form == "عيد" and following in FEASTS:
        return False
    if form in t.state_heads and " ".join(forms[i : i + 2]) in t.states:
        return False
    if form in lists["particles"] and form not in ("فان", "ال"):
        behind = i and form in SON and plain(forms[i - 1], t)
        return not behind and i + 1 < len(forms) and _in_name(forms[i + 1], t)
    if len(forms) == 1 and form.startswith("ال") and (form in t.cities or bare(form) in lists["adjectives"]):
        return form.endswith("ي")  # a family name: «التركي»
    honoured = i > 0 and t.has("honorifics", forms[i - 1])
    if honoured and i + 1 == len(forms) and bare(form) in lists["adjectives"] and bare(forms[i - 1]) not in RULERS:
        return form.startswith("ال") and form.endswith("ي")  # «اللواء التركي»
    described = i > 0 and not honoured and form.startswith("ال") and forms[i - 1].startswith("ال")
    if described and t.known.words.get(bare(form)) == "adjectives" and not closes(forms, i + 1, t):
        return False  # «رئيس البرلمان العربي»
    if form.startswith("ال") and t.title(form) and not (honoured and not _more(forms, i)):
        return False
    if following in SON and plain(form, t):
        return True
    before = forms[i - 1] if i else ""
    if i and form in lists["adjectives"] and not _complete_role(before, t) and not named_on(forms, i):
        return False  # «مسؤول تركي»
    if before[:1] == "و" and before[1:] in lists["given"]:
        return False  # «فلان وسامر النوري»: the second one goes on
    if honoured and _addressed_so(forms, i, t):
        return True
    if form in lists["given"] and (form not in lists["doubtful"] or not _common_use(forms, i, t)):
        return not (form.startswith("ال") and i and not t.has("honorifics", forms[i - 1]) and i + 1 == len(forms))
    if following in lists["sure"] and describes(form, t):
        return not following.startswith("ال")  # «عظيم إبراهيم»: what describes follows its noun
    ends = i + 2 == len(forms)
    if not plain(form, t) or (
        form.endswith("ات") and (forms[i - 1 : i] != ["،"] or not (ends or forms[i + 2 : i + 3] == ["،"]))
    ):
        return False
    if i and (form[0] == "و" or (form.startswith("فال") and len(form) > 5)) and not ends:
        return False
    surnamed = following.startswith("ال") and following.endswith("ي")
    prefixed = form[0] in "يل" and i > 0
    if prefixed:
        ending = (ends and t.heads_person(before)) or _ending(forms, i, t)
        prefixed = not (ending or (after_title(before, t) and i + 1 < len(forms) and plain(forms[i + 1], t)))
    verbal = prefixed or (len(forms) > 1 and MASDAR.fullmatch(form))
    if verbal and not surnamed:
        return False
    if form.startswith("ال"):  # «الدكتور المرداسي»; «المرداسي»
        lone = i == 0 and (len(forms) <= 2 or not forms[1].startswith("ال")) and forms[1:2] != ["من"]
        honoured = i > 0 and (forms[i - 1] in lists["honorifics"] or bare(forms[i - 1]) in lists["honorifics"])
        return lone or (honoured and not _more(forms, i))
    alone = i > 0 and not (following and (following[-1] == PRONOUN or _in_name(following, t)))
    if alone:  # one unknown word is a name only right behind a title: «المستشارة كورهال»
        titled = t.has("honorifics", before) or (before.startswith("ال") and t.heads_person(before))
        return titled or by_nation(forms, i, t)
    return i == 0 or complete(forms, i, t)


def _addressed_so(forms: list[str], i: int, t: Titles) -> bool:
    """«الدكتورة وردة المرداسي»: whether a common noun is a first name, between an honorific and a family name."""
    form, title = forms[i], forms[i - 1]
    noun = (t.words[form] or t.heads[form] == "organization") and not (form[0] in "بلوف" and t.heads[form[1:]])
    role = t.heads[form] == "person" or t.has("adjectives", form) or form in t.lists["stops"]
    return (
        bool(title.startswith("ال") and noun and not role)
        and not form.startswith(("ال", "لل", "بال", "وال"))
        and form[-1] != PRONOUN
        and closes(forms, i + 1, t)
    )


def _complete_role(before: str, t: Titles) -> bool:
    """Whether a word is no indefinite role, behind which an adjective tells a nationality."""
    indefinite = not before.startswith("ال") and not t.has("honorifics", before)
    return not (indefinite and (before in t.lists["roles"] or before in t.lists["unnamed"]))


def _more(forms: list[str], i: int) -> bool:
    """Whether a definite word goes on with another definite word or with a name: it is a title or an adjective."""
    return i + 1 < len(forms) and forms[i + 1][0] not in MARKS and not (i + 2 == len(forms) and forms[i + 1][-1] == "ي")


def _common_use(forms: list[str], i: int, t: Titles) -> bool:
    """Whether a first name that is a word too is that word here: a role before its complement, or nothing after it."""
    form, lists = forms[i], t.lists
    if form == "باسم" and (i == 0 or not t.has("honorifics", forms[i - 1])):
        return True
    if form in lists["breaks"] or form in lists["cues"] or form in lists["verbs"] or form in lists["adverbs"]:
        named = (complete(forms, i, t) if i else forms[1:2] != [] and forms[1] in lists["given"]) and i + 1 < len(forms)
        return not (named and (plain(forms[i + 1], t) or forms[i + 1] in lists["given"] or familial(forms[i + 1])))
    if i + 1 == len(forms):
        return not (i and (t.has("honorifics", forms[i - 1]) or complete(forms, i, t)))
    after = forms[i + 1]
    if after.startswith(("لل", "بال")):
        return True
    joined = after[0] in "لب" and not (after[:2] == "با" and after[2:3] != "ل")  # «بدر باسلمة»
    if i and joined and not (after in lists["given"] or plain(after, t) or t.has("honorifics", forms[i - 1])):
        return True  # «… نداء للشباب»
    if _is(form, "roles", t):
        closes = i + 2 == len(forms) or forms[i + 2][0] in MARKS or forms[i + 2] in SHORT
        if i and closes and t.has("honorifics", forms[i - 1]) and _surname(forms, i, i + 1, t):
            return after.endswith(("ه", "ات", "ين"))  # «الدكتور مساعد الأحمد»
        return after.startswith(("ال", "لل")) or not plain(after, t) or (i == 0)
    return False


def _weight(forms: list[str], i: int, end: int, t: Titles, running: bool) -> int:
    """How much speaks for a candidate: a first name, what stands before it, what follows it, its length."""
    form, lists = forms[i], t.lists
    first = 3 if form in lists["given"] or form in lists["particles"] or names_by_look(forms, i) else 0
    weight = first - 2 if form in lists["doubtful"] and first else first
    head = i - 1
    while head >= 0 and t.has("honorifics", forms[head]) and forms[head] not in lists["given"]:
        head -= 1
    if head < i - 1:
        weight += 2
    elif i and complete(forms, i, t):
        weight += 1
    if head >= 0 and names_institution(forms[head], t):
        weight -= 5
    if end - i >= 2:
        weight += 1
    if end == len(forms) or forms[end][0] in "،,(»":
        weight += 1 if running else 2
    if running and not first and end - i == 2 and forms[i + 1].startswith("ال"):
        weight += 1 if forms[i + 1].endswith("ي") else -1
    described = end < len(forms) and bare(forms[end]) in DESCRIBING and forms[end].startswith("ال")
    if described and not (i and complete(forms, i, t)):
        weight -= 3
    return weight


def name_end(forms: list[str], start: int, t: Titles) -> int:
    """Where the name that begins at `start` ends (exclusive): before the first word that no name holds."""
    i = start + 1
    while i < len(forms) and i - start < LONGEST and _goes_on(forms, start, i, t):
        i += 1
    while i > start and forms[i - 1] in t.lists["particles"] and (i - start > 1 and forms[i - 1] not in ("لا", "لي")):
        i -= 1
    if i < len(forms) and i - start > 2 and forms[i].startswith("ال") and bare(forms[i]) in DESCRIBING:
        i -= forms[i - 1].startswith("ال") and forms[i - 2] != "عبد"  # «عبد الله حلزان العنصر السابق»
    return i


def _goes_on(forms: list[str], start: int, i: int, t: Titles) -> bool:
    """Whether word i belongs to the name from `start` to it."""
    form, before, lists, length = forms[i], forms[i - 1], t.lists, i - start
    if form[0] in MARKS or form[0].isdigit():
        return False
    if before in lists["particles"]:
        return form not in lists["stops"] or form in lists["given"] or (before in ("بن", "ابو", "كي") and len(form) > 2)
    if form in lists["particles"]:
        son = form in SON and forms[i + 1 : i + 2] == ["على"]  # «بن على», which is «علي»
        return i + 1 < len(forms) and (son or forms[i + 1] not in lists["stops"]) and length < 6
    if length >= 4 and not any(f in lists["particles"] for f in forms[start:i]):
        return False
    if form in lists["given"] and not form.startswith("ال") and not _turns(forms, i, t):
        return True
    if forms[i + 1 : i + 2] and forms[i + 1] in OF_FAITH and (form in COMPOUND or form in lists["stops"]):
        return form in COMPOUND  # «محمود علم الدين»
    if length == 1 and before in lists["given"] and closing(forms, i, t):
        return True
    if form.startswith("ال"):
        return _surname(forms, start, i, t)
    if _accusative(form, t) or (form[-1] == "ا" and i + 1 < len(forms) and _accusative(forms[i + 1], t)):
        return False  # «حلزوف إيمانا قويا»
    if form in lists["adjectives"] and length == 1 and start == 0 and i + 1 < len(forms):
        return t.heads_person(forms[i + 1]) and not forms[i + 1].startswith("ال")  # «وحيد سعودي مدير المركز»
    if form.startswith("بال") and length == 1 and before in lists["sure"] and len(form) > 6:
        return form.endswith(("ي", "و")) and not t.title(form[1:]) and not is_noun(form[1:], t)  # «بالمييري»
    if form == "شيخ" and before in lists["given"] and forms[i + 1 : i + 2] and forms[i + 1] in lists["given"]:
        return True  # «حسن شيخ محمود»
    after = forms[i + 1] if i + 1 < len(forms) else ""
    titled = after and after != "الله" and (after[0] in "،,(" or t.heads_person(after))
    ended = i + 1 == len(forms) or ((titled or after in SHORT) and before in lists["given"])
    known = form[:-1] in lists["stops"] or form[:-1] in lists["adverbs"]
    ends = ended or (after.startswith("ال") and before in lists["sure"] and not known)  # «ماريو جوتزه الفائز …»
    if form[-2:] == "ه" + PRONOUN and length == 1 and ends:
        led = form[0] in "بلو" and not (form.startswith("با") and not form.startswith("بال"))
        return not led and not is_noun(form[:-2], t) and not t.words[form[:-2]]  # a foreign name in «ه»
    if form[-1] == PRONOUN and length == 1 and i + 1 == len(forms) and before in lists["given"]:
        return form[-2] == "ا"  # «عبدالكريم صبراً»
    shaped = form[-1] == "ي" or (len(form) == 4 and form[2] == "ي")
    if shaped and before in lists["given"] and describes(form, t):
        return True  # a family name: «أشرف ريفي», «جواد ظريف»; what describes a name has the article
    if t.words[form] and before in lists["sure"] and closes(forms, i + 1, t):
        return not t.title(form) and form not in lists["stops"]  # «رستم مقبول الكبيسي»
    return plain(form, t) and not _foreign(forms, start, i, t)


def _accusative(form: str, t: Titles) -> bool:
    """Whether a word is a noun or an adjective with the ending of an object or an adverb."""
    if len(form) < 4 or form[-1] != "ا" or form in t.lists["given"] or t.words[form]:
        return False
    return t.known.words.get(form[:-1]) in ("nouns", "acts", "adjectives")


def _turns(forms: list[str], i: int, t: Titles) -> bool:
    """Whether a first name that is a word too is a role, a verb or an adverb after a name."""
    form = forms[i]
    if form not in t.lists["doubtful"]:
        return False
    if t.has("honorifics", form) and i + 1 < len(forms):
        return True
    if i + 2 >= len(forms) and closes(forms, i + 1, t):
        return False  # «الباجي قائد السبسي»
    role = _is(form, "roles", t) or form in t.lists["stops"] or _is(form, "unnamed", t)
    return role and i + 1 < len(forms) and forms[i + 1][0] not in MARKS


def _surname(forms: list[str], start: int, i: int, t: Titles) -> bool:
    """Whether a definite word is the family name: one, or a second that ends as family names do."""
    form, before, length = forms[i], forms[i - 1], i - start
    if form == "الله":
        return before not in MARKS
    if bare(form) == before:
        return True  # «خليل الخليل»
    if form in ORDINALS and length == 1:
        return start == 0 or bare(forms[start - 1]) in RULERS  # «الملك … الثاني»
    last = i + 1 == len(forms) or forms[i + 1][0] in MARKS
    if form in t.lists["stops"]:
        return form in OF_TIME and length == 1 and before in t.lists["sure"]
    known = bare(form) in t.lists["given"]
    if form.endswith(("ات", "ين", "ون")) and not known and before not in t.lists["given"]:
        return False
    if length == 1 and before in t.lists["sure"] and start and between(forms, start, i, t):
        return True  # «المهندس سامر العمرة مدير …»: a common word, where nothing but a family name stands
    told = t.has("roles", form) or t.has("honorifics", form) or t.has("unnamed", form)
    if told and length > 1 and before not in t.lists["given"]:
        return False
    if told or t.has("organizations", form) or t.has("media", form) or t.has("documents", form):
        trade = form in SURNAMES or (t.has("roles", form) and before in t.lists["sure"])
        if trade and length == 1 and before in t.lists["given"]:
            return last or not forms[i + 1].startswith(("ال", "لل")) or office_next(forms, i, t)
        return last and not before.startswith("ال") and (t.has("honorifics", form) or t.has("roles", form))
    city = form in t.cities and not form.endswith("ي") and before not in t.lists["sure"]
    if t.has("common", form) or city or form in t.states:
        return False
    if t.words[form] and not usual_surname(forms, start, i, t):
        return False
    servant = i - 2 >= start and forms[i - 2] == "عبد"  # «عبد الفتاح النوري»
    if servant or before in t.lists["given"] or before == "الله" or (length == 1 and not form.endswith("ه")):
        return True
    return (form.endswith("ي") and not t.has("adjectives", form)) or (
        bare(form) in t.lists["given"] and (last or forms[i + 1] in SHORT)
    )


def _foreign(forms: list[str], start: int, i: int, t: Titles) -> bool:
    """Whether a plain word is foreign to the name before it: joined by «و», a verb, a noun with a pronoun."""
    form, length = forms[i], i - start
    servant = length > 1 and forms[i - 2] == "عبد"
    before = forms[i - 1]
    lone = length == 1 and before not in t.lists["given"] and form not in t.lists["given"]
    surnamed = before.startswith("ال") and (length > 1 or lone) and before not in OF_FAITH and not servant
    if form.startswith("و") and (length > 1 or surnamed or not form.startswith(("وا", "وي", "ول", "وو"))):
        return i + 1 < len(forms) or length > 1
    if form.endswith(("هم", "ته", "تها", "يه", "اته", "ها")) and len(form) > 3 and length > 1:
        return True
    if surnamed or (length >= 2 and form[0] in "يت" and len(form) <= 5):
        return True
    return length >= 2 and form.endswith("ه") and before not in t.lists["given"] and not servant
