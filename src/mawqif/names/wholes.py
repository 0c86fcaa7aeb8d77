"""Where the description of a body or of a source that is not named ends."""

from __future__ import annotations

from mawqif.arabic import bare, fold
from mawqif.names.titles import PRONOUN, Titles, carries_pronoun

# what describes an unnamed source further, beside what it is
_LED = frozenset(
    ("بزعامه", "بقياده", "برءاسه", "برياسه", "برئاسه", "تابع", "تابعه", "التابع", "التابعه", "المكلفه", "المءلف")
)
_LINKED = frozenset(("التابع", "التابعه"))  # with what follows them they tell which body it is
_ASIDE = frozenset(("مطلع", "مطلعه", "مطلعين", "مطلعون", "طلب", "طلبت", "طلبوا", "فضل", "فضلت", "رفض", "رفضت"))
_WITHIN = ("في", "من", "عن", "بين")
_NAMING = frozenset(v + p for v in ("تسم", "يسم", "نسم", "تحدد", "يحدد") for p in ("ه", "ها", "هم", "هما"))
UPON = ("عليه", "عليها", "عليهم", "عليهما")  # «المقبوض عليهم»
# in which something is said, not who says it
_OCCASIONS = frozenset(
    map(
        fold,
        "تصريح تصريحات حديث حديثها حديثهم بيان ختام معرض اتصال لقاء سياق مؤتمر مقابلة هذا هذه ذلك وقت نفس ذات رد "
        "رسالة".split(),
    )
)
_THESE = frozenset(map(fold, "هذا هذه هؤلاء تلك ذلك أولئك".split()))
# what a paper was, behind it
_PASSED = frozenset(
    map(
        fold,
        "حصل حصلت نشر نشرت نشره نشرته نشرتها صدر صدرت شمل شملت أعد أعدته أعدتها أجري أجريت أجراه أجرته أجرتها بثه بثته "
        "اطلعت تلقت تلقته وزعه وزعته أوردته كتبه كتبته".split(),
    )
)
# to whom it was said
ADDRESSED = frozenset(map(fold, "للصحافيين للصحفيين لصحافيين لصحفيين للإعلاميين لإعلاميين للمراسلين لمراسلين".split()))
# whom bodies call on
_ADDRESSEES = frozenset(
    map(fold, "المجتمع الأمم الدول المواطنين الجميع الشعب الأطراف الكونجرس الكونغرس الجانبين المسلمين الجهات".split())
)
_KEPT = frozenset(map(fold, "عضو كبار رفيعي رفيع بارز سابق حالي عام".split()))
# what agencies do that are no outlets, and what outlets are for
_TASKS = frozenset(
    map(
        fold,
        "فضاء طاقة إغاثة غوث تنمية إحصاء استخبارات مخابرات أمن ائتمان تصنيف سفر سياحة لاجئين بيئة ضمان تعاون مشاريع "
        "حماية سلامة أدوية دواء غابات ضرائب حدود شؤون وزارة فيزا استثمار ترويج صادرات تشغيل تقنين مكافحة رقابة".split(),
    )
)
_NEWS = frozenset(map(fold, "أنباء صحافة إعلام أخبار خدمات".split()))
_SPANS = frozenset(map(fold, "العام الأسبوع الشهر السنة الليلة".split()))
_NOW = frozenset(map(fold, "الماضي الماضية الجاري الجارية المقبل المقبلة الحالي الحالية المنصرم الفائت القادم".split()))
_COUNTED = frozenset(map(fold, "عدد بعض كثير جزء مجموع".split()))
_REALMS = frozenset(map(fold, "جمهورية مملكة سلطنة دولة حكومة".split()))
_MARKS = '«»“”"'
_OPENING = '«“"'
_LONGEST = 9  # words
_NAME = 5  # words of a name in marks
_MASCULINE = frozenset(
    map(
        fold,
        "مجلس حزب جيش اتحاد مكتب بنك مصرف نادي مركز برلمان كونغرس تحالف ائتلاف تنظيم جهاز صندوق معهد فريق منتخب مرصد "
        "ديوان بيت تيار تجمع منتدى".split(),
    )
)
# «الكثير من المستخدمين»: what follows tells who they are
_QUANTITIES = frozenset(
    map(
        fold,
        "كثير كثيرون كثيرين عديد عدد بعض غالبية أغلبية أكثرية معظم جزء قسم نصف مزيد قليل آلاف مئات عشرات "
        "ملايين".split(),
    )
)
# a role to the preposition that goes on with it: «المشرفة على …», «المتخصص في …»
_BOUND = {
    fold(role): preposition
    for preposition, roles in (
        ("على", "مشرف مشرفة مشرفون مشرفين قائم قائمة قائمون قائمين مطلع مطلعة مطلعون مطلعين شاهد"),
        ("عن", "مسؤول مسؤولة مسؤولون مسئول مسئولة مسئولون مدافع مدافعة مدافعون ناطق متحدث معبر باحث باحثون"),
        ("في", "متخصص متخصصة مختص مختصة خبير خبيرة باحث باحثة عامل عاملة محقق محاضر مقيم مقيمون مرابط"),
        ("من", "مقرب مقربة مقربون مقربين قريب قريبة قادم قادمون ناج ناجون ناجي ناجية هارب هاربون"),
        ("في", "مصدر مصدران مصدرين مصادر مقبول مقبولون مشارك مشاركون مشاركة ملتئم ملتئمة منعقد منعقدة"),
        ("من", "مؤلف مؤلفة مكون مكونة متألف متألفة متكون متكونة"),
        ("عن", "منبثق منبثقة صادر صادرة منشق منشقة منشقون"),
    )
    for role in roles.split()
}


def whole(words: list[str], forms: list[str], t: Titles) -> tuple[str, frozenset[str]]:
    """An organisation's or unnamed source's mention up to its first break."""
    words, forms = _joined(words, forms, t)
    if forms[0].startswith("ال") and forms[0].endswith("ون") and forms[1:2] and forms[1] in ("في", "عن", "من"):
        return _told(words[:5])  # «المشاركون في هذا الحفل»
    end = 1
    while end < min(len(forms), _LONGEST):
        if end == 1 and forms[0][-2:] == forms[1][-2:] and forms[0].endswith(("ون", "ين")):
            end += 1  # «ناشطين متابعين لـ…»
        elif end < 3 and forms[end].endswith("يا") and forms[0].endswith("ا") and forms[0][:-1] in t.lists["unnamed"]:
            end += 1  # «مصدرا رسميا», as an object
        elif _kept_unnamed(forms, end):
            end += 2
        elif end < 3 and (closed := _marked(forms, end, t)):
            end = closed
        elif _ends(words, forms, end, t):
            break
        else:
            end += 1
    while end > 1 and forms[end - 1] in (*_WITHIN, "على"):
        end -= 1
    return _told(words[:end])


def _marked(forms: list[str], i: int, t: Titles) -> int:
    """Behind which word a name in marks ends that begins at word i of a body or an outlet; 0 where none does."""
    if forms[i] not in _OPENING or not (t.heads[forms[0]] or t.has("media", forms[0])):
        return 0
    closed = next((j + 1 for j in range(i + 2, min(len(forms), i + _NAME + 2)) if forms[j] in _MARKS), 0)
    return closed or (len(forms) if 1 < len(forms) - i <= _NAME + 1 else 0)  # a mention leaves the last mark out


def _kept_unnamed(forms: list[str], i: int) -> bool:
    """«مصدر لم تسمه في الوزارة»: whether words i and i + 1 only say that no name was given, and more follows."""
    after = forms[i + 2] if i + 2 < len(forms) else ""
    led = after in _WITHIN or (after[:1] == "ب" and len(after) > 3)
    return forms[i] == "لم" and led and forms[i + 1].rstrip(PRONOUN) in _NAMING


def agency(forms: list[str]) -> bool:
    """«وكالة الفضاء», «الوكالة الدولية للطاقة»: whether an agency does something else than news."""
    if bare(forms[0]) != "وكاله":
        return False
    told = [bare(f) for f in forms[1:4]]
    purpose = [f[2:] for f in forms[1:6] if f.startswith("لل")]
    return bool(_TASKS & {*told[:1], *purpose}) or bool(purpose and not _NEWS & set(purpose))


def _told(words: list[str]) -> tuple[str, frozenset[str]]:
    kept = [w for w in words if w not in _MARKS]
    return " ".join(kept), frozenset(bare(fold(w)) for w in kept)


def _joined(words: list[str], forms: list[str], t: Titles) -> tuple[list[str], list[str]]:
    """«مصدر، من عائلة المتهم»: no comma between a source and what tells which one it is."""
    if forms[1:2] == ["،"] and forms[2:3] and forms[2] in _WITHIN and t.has("unnamed", forms[0]):
        return [words[0], *words[2:]], [forms[0], *forms[2:]]
    return words, forms


def _ends(words: list[str], forms: list[str], i: int, t: Titles) -> bool:
    """Whether a description ends before its word i."""
    head, form, media = forms[0], forms[i], t.has("media", forms[0])
    if i == 1 and _BOUND.get(bare(head)) == form:
        return i + 1 >= len(forms) or bare(forms[i + 1]) in _OCCASIONS
    if i == 1 and head.startswith("الم") and form.rstrip(PRONOUN) in UPON:
        return False
    if i == 1 and head.startswith("ال") and _mismatched(head, form):
        return True
    within = i > 1 and forms[i - 1] in _WITHIN  # «أكثر من مائة مجموعة», «ممثلون عن هذه المجموعات»
    if within and (form in t.lists["adverbs"] or form in _THESE):
        return i + 1 >= len(forms)
    general = form == "عام" and t.heads_person(forms[i - 1])  # «سماحة مفتي عام المملكة»
    if not general and form in t.lists["adverbs"] and (i > 1 or form.endswith("ا") or form.startswith("بال")):
        return True
    if form in _SPANS and i + 1 < len(forms) and forms[i + 1] in _NOW:
        return True  # «بنك الواحة الأسبوع الماضي»
    if form in _LED and not (form in _LINKED and i == 1) and not t.has("unnamed", head):
        return True
    if form in "،,()/" or (form in '«“"' and not t.heads[head] and not media):
        return True
    return _breaks(forms, i, t) or _turns(words, forms, i, t, media)


def _breaks(forms: list[str], i: int, t: Titles) -> bool:
    """Whether word i is a preposition, a conjunction or a cue that does not go on with the description."""
    head, form = forms[0], forms[i]
    if form in _WITHIN:
        bound = i > 1 and forms[i - 1].startswith("ال") and _BOUND.get(bare(forms[i - 1])) == form
        return head.startswith("ال") and bare(head) not in _QUANTITIES and not bound
    if i == 1 and form[0] == "م" and not form.endswith("ا") and form in t.lists["cues"]:
        return head.startswith("ال")  # «جماعات مدافعة عن …»: a participle that describes
    if t.has("breaks", form) and not (form.startswith("ال") and form not in t.lists["breaks"]):
        return True
    if form == "ل" or form.startswith("لوكال") or form in ADDRESSED:
        return True
    return (form[0] == "ل" and t.has("media", form[1:])) or (form.startswith("و") and form.endswith("وا"))


def _turns(words: list[str], forms: list[str], i: int, t: Titles, media: bool) -> bool:
    """Whether word i, behind the first two, is a verb or begins what is told of the source."""
    form = forms[i]
    if form in _PASSED or form in ("دون", "لو") or _speaks(form, t):
        return True  # «استبيان شمل …», «الاتحاد سيخاطب …»
    placed = forms[i - 1] in t.cities or forms[i - 1] in t.states
    if (placed or forms[i - 1].startswith("ال")) and _another_noun(form, t):
        return True
    if form.startswith("ال") and i > 1 and t.has("adjectives", forms[i - 1]) and not forms[i - 1].startswith("ال"):
        return True  # «حركة فلسطينية الحادث»
    if form.endswith("وا") and len(form) > 4 and t.has("unnamed", forms[0]):
        return True  # «نشطاء نظموا …»
    if media and (form == "عن" or form in ("المتخصص", "المتخصصه")):
        return True
    if form.endswith("ا") and (form[:-1] in t.lists["documents"] or form[:-1] in _COUNTED):
        return True  # «مواقع التواصل بيانا», «المجلس عددا من …»: an object
    if i == 1 and forms[0].startswith("ال") and t.heads[forms[0]] in ("organization", "") and _object(forms, i, t):
        return True  # «المحكمة سيدة»
    if i == 1 and forms[0].startswith("ال") and _past(form) and (form in t.lists["verbs"] or t.words[form] == "verbs"):
        return True  # «الوزارة أصدرت …»
    if i < 2:
        return False
    if (placed or forms[i - 1].startswith("ال")) and _object(forms, i, t):
        return True
    if forms[i - 1].startswith("ال") and _past(form) and not media:
        return True
    if form in _ASIDE or carries_pronoun(words[i]):
        return True
    if words[i].endswith(("ً", "اً", "ًا")):
        return True
    verb = form in t.lists["verbs"] and not media
    return verb or (t.has("adjectives", forms[i - 1]) and form in t.states)


def _speaks(form: str, t: Titles) -> bool:
    """Whether a word is a verb of the future or a present one of many."""
    if form.startswith(("سي", "ست")) and len(form) > 5:
        return form[1:] in t.lists["verbs"] or t.words[form[1:]] == "verbs" or form[1:] in t.lists["cues"]
    return form[0] in "يت" and form.endswith("ون") and t.words[form] == "verbs"


def _another_noun(form: str, t: Titles) -> bool:
    """«الأحزاب التعديلات»: whether a definite noun behind another one is no adjective of it."""
    if form in _ADDRESSEES:
        return True
    if not form.startswith("ال") or (t.heads[form] and not form.endswith("ات")):
        return False
    sort = t.words[form]
    return sort in ("deeds", "acts") or (sort == "nouns" and form.endswith("ات"))


def _object(forms: list[str], i: int, t: Titles) -> bool:
    """«الهيئة العامة للماء ملابسات …», «عدد من الركاب وزارة …»: whether a noun behind a definite word is another."""
    form, people = forms[i], t.has("unnamed", forms[0])
    if people and (form in t.lists["organizations"] or form in t.lists["roles"]) and form not in _KEPT:
        return True
    if form in t.lists["documents"] or form in _REALMS:
        return True
    known = form in t.known.words or form[:-1] in t.known.words  # «واقعة», whose first letter is its own
    prefixed = form.startswith(("لل", "و", "ب", "ل")) and not known
    if prefixed or form.startswith("ال") or form in _KEPT or form[-1] == PRONOUN:
        return False
    return t.words[form] in ("nouns", "deeds", "acts", "people") and not t.heads[form]


def _past(form: str) -> bool:
    """Whether a word after a definite noun looks like a verb of that noun: «الهيئة الموحدة تسلمت»."""
    return len(form) > 3 and form.endswith("ت") and not form.startswith("ال") and not form.endswith("ات")


def _mismatched(head: str, form: str) -> bool:
    """Whether a definite word after a definite body of the other gender begins something else: «المجلس العملية»."""
    return form.startswith("ال") and form.endswith("ه") and bare(head) in _MASCULINE
