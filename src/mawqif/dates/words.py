"""The words that dates are made of, folded as `arabic.fold` folds, and the words that can begin one.

Month names after the CLDR calendars of ar, ar-EG, ar-SY, ar-DZ, ar-TN and ar-MA, with the spellings
that newspapers use beside them.
"""

from __future__ import annotations

from collections.abc import Iterable

from mawqif.arabic import fold

_MONTH_NAMES = (
    "يناير|كانون الثاني|كانون ثاني|كانون ثان|جانفي",
    "فبراير|شباط|فيفري|فبرير",
    "مارس|آذار|أذار",
    "أبريل|نيسان|أفريل|ابريل",
    "مايو|أيار|ماي|ايار",
    "يونيو|حزيران|جوان|يونيه",
    "يوليو|تموز|جويلية|يوليوز|يوليه",
    "أغسطس|آب|أوت|غشت",
    "سبتمبر|أيلول|شتنبر",
    "أكتوبر|تشرين الأول|تشرين أول",
    "نوفمبر|تشرين الثاني|تشرين ثاني|تشرين ثان|نونبر",
    "ديسمبر|كانون الأول|كانون أول|دجنبر",
)
_HIJRI_NAMES = (
    "محرم|المحرم|محرم الحرام",
    "صفر",
    "ربيع الأول|ربيع أول",
    "ربيع الآخر|ربيع الثاني|ربيع ثاني",
    "جمادى الأولى|جمادى الأول|جماد الأول",
    "جمادى الآخرة|جمادى الثانية|جمادى الآخر|جماد الآخر|جماد الثاني",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذو القعدة|ذي القعدة",
    "ذو الحجة|ذي الحجة",
)
_ENGLISH_NAMES = (
    "january|jan",
    "february|feb",
    "march|mar",
    "april|apr",
    "may",
    "june|jun",
    "july|jul",
    "august|aug",
    "september|sept|sep",
    "october|oct",
    "november|nov",
    "december|dec",
)
_WEEKDAY_NAMES = (  # Monday is 0, as in datetime; without the article
    "اثنين|إثنين|اتنين|اثنان",
    "ثلاثاء|ثلاثا|ثلثاء",
    "أربعاء|اربعا",
    "خميس",
    "جمعة",
    "سبت",
    "أحد",
)
_ORDINALS = "الأول|الثاني|الثالث|الرابع|الخامس|السادس|السابع|الثامن|التاسع".split("|")


def _numbered(names: Iterable[str], first: int = 1) -> dict[str, int]:
    """Each folded name with the number of its line."""
    return {fold(name): i for i, line in enumerate(names, first) for name in line.split("|")}


def _ordinals() -> dict[str, int]:
    """«الأول» 1 to «الحادي والثلاثين» 31, folded, in both cases of the tens."""
    out = {word: i for i, word in enumerate(_ORDINALS, 1)}
    out["العاشر"] = 10
    units = dict(zip(_ORDINALS[1:], range(2, 10), strict=True)) | {"الحادي": 1, "الواحد": 1}
    out |= {f"{word} عشر": 10 + i for word, i in units.items()}
    for tens, value in (("عشرين", 20), ("عشرون", 20), ("ثلاثين", 30), ("ثلاثون", 30)):
        out["ال" + tens] = value
        out |= {f"{word} وال{tens}": value + i for word, i in units.items() if value + i <= 31}
    return {fold(word): i for word, i in out.items()}


MONTHS = _numbered(_MONTH_NAMES)
HIJRI_MONTHS = _numbered(_HIJRI_NAMES)
ENGLISH_MONTHS = _numbered(_ENGLISH_NAMES)
WEEKDAYS = _numbered(_WEEKDAY_NAMES, 0)
ENGLISH_WEEKDAYS = {
    name: i for i, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
ENGLISH_SHORT_WEEKDAYS = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}
ORDINALS = _ordinals()

# Months whose name is also another word («مارس ضغوطا», «أب», «تيريزا ماي»): never alone.
WEAK_MONTHS = frozenset(map(fold, "مارس|آب|ماي|أوت|جوان|نيسان|شباط|تموز".split("|")))
# «صفر» is also zero: only with a year or the sign of the era.
WEAK_HIJRI = frozenset({"صفر"})

_PAST = "الماضي|الفائت|المنصرم|المنقضي"
_NEXT = "المقبل|القادم|الآتي"
_THIS = "الجاري|الحالي"
_AGREEMENT = ("", "ة", "ين", "تين")
QUALIFIERS = {
    fold(word + ending): way
    for words, way in ((_PAST, -1), (_NEXT, 1), (_THIS, 0))
    for word in words.split("|")
    for ending in _AGREEMENT
}

# Days from the anchor, and the rule's name.
RELATIVE = {
    fold(words): value
    for line, value in (
        ("اليوم|هذا اليوم", (0, "today")),
        ("أمس|الأمس|البارحة", (-1, "yesterday")),
        ("أول من أمس|أول أمس|أمس الأول|أول من البارحة", (-2, "before-yesterday")),
        ("غدا|غد|الغد", (1, "tomorrow")),
        ("بعد غد|بعد غدا|بعد الغد", (2, "after-tomorrow")),
    )
    for words in line.split("|")
}
ENGLISH_RELATIVE = {
    "today": (0, "today"),
    "tonight": (0, "today"),
    "yesterday": (-1, "yesterday"),
    "tomorrow": (1, "tomorrow"),
}
ENGLISH_QUALIFIERS = {"last": -1, "past": -1, "next": 1, "coming": 1, "this": 0}

PARTS_OF_DAY = tuple(map(fold, "صباح|مساء|ظهر|عصر|فجر|ليل|ليلة|ظهيرة|عشية|ضحى|منتصف ليل|منتصف ليلة".split("|")))
PERIODS = tuple(map(fold, "أسبوع|شهر|عام|سنة|عقد|ليلة|يومين|أسبوعين|شهرين|عامين|سنتين|عقدين|موسم|فصل|ربع".split("|")))
LONG_PERIODS = tuple(map(fold, "أيام|أسابيع|أشهر|شهور|أعوام|سنوات|سنين|ساعات|عقود".split("|")))
# How many days an interval has where the word alone says it; None: not to the day.
INTERVALS: dict[str, int | None] = {
    fold(word): days
    for line, days in (
        ("يوم", 1),
        ("يومين", 2),
        ("أسبوع|أسبوعين|شهر|شهرين|عام|عامين|سنة|سنتين|أيام|أسابيع|أشهر|سنوات|أعوام|عقود|عقد|عقدين|قرن", None),
    )
    for word in line.split("|")
}
COUNTS = {
    fold(word): i
    for i, line in enumerate("ثلاثة|أربعة|خمسة|ستة|سبعة|ثمانية|تسعة|عشرة".split("|"), 3)
    for word in (line, line[:-1])
} | {"عده": 0, "بضعه": 0, "بضع": 0}
COUNTED_DAYS = ("ايام", "يوما", "يوم")
COUNTED = tuple(map(fold, "أسابيع|أسبوعا|أسبوع|أشهر|شهور|شهرا|شهر|أعوام|عاما|عام|سنوات|سنة".split("|")))

# What «اليوم» means after or before these is not the day of the report.
NOT_TODAY_AFTER = frozenset(
    map(
        fold,
        "صحيفة|جريدة|مجلة|قناة|موقع|وكالة|يومية|أخبار|روسيا|المصري|الرأي|في|ذلك|ذاك|مثل|طوال|طيلة|usa|russia".split(
            "|"
        ),
    )
)
UNTIL = frozenset(map(fold, "حتى|إلى|لحد".split("|")))
NOT_TODAY_BEFORE = tuple(
    map(
        fold,
        "العالمي|الدولي|الوطني|العربي|التالي|السابق|الأخير|الواحد|المقبل|الماضي|القادم|نفسه|ذاته|الذي|المذكور|المفتوح"
        "|الختامي|الافتتاحي|التاريخي|الدراسي|الموعود|المحدد".split("|"),
    )
) + tuple(dict.fromkeys(word.split()[0] for word in ORDINALS))
# «عبد الأحد», «سوق الخميس», «بين الاثنين»: no weekday.
NOT_WEEKDAY_AFTER = frozenset(map(fold, "عبد|سوق|حي|باب|الواحد|بين|مدينة|شارع|قرية|بلدة|كلا|هذين".split("|")))
# «الأسبوع الأول من مايو»: no first of May.
NOT_ORDINAL_AFTER = frozenset(map(fold, "الأسبوع|النصف|الثلث|الربع|العقد|الشطر|الجزء|القسم|العشر".split("|")))
# «ثورة 25 يناير», «قوى 14 آذار»: a name, not the nearest such day.
NAMED_AFTER = frozenset(
    map(
        fold,
        "ثورة|انقلاب|قوى|حركة|هجمات|هجوم|أحداث|تحالف|فريق|انتفاضة|اتفاق|اتفاقية|معركة|حرب|شهداء|تيار|محور|جبهة".split(
            "|"
        ),
    )
)

_SINGLE_CLITICS = ("و", "ف", "ب", "ل", "وب", "ول", "فب", "فل")
DIGIT_CLITICS = frozenset((*_SINGLE_CLITICS, "ال", "وال", "بال", "فال", "لل", "ولل"))


def _first(words: Iterable[str]) -> set[str]:
    """The first word of each entry."""
    return {w.split()[0] for w in words}


def _heads() -> dict[str, int]:
    """Every folded word that can begin a date, clitics attached, with the number of clitic letters."""
    with_article = {"ال" + w for w in (*WEEKDAYS, *PERIODS, *LONG_PERIODS)}
    free = with_article | _first((*MONTHS, *HIJRI_MONTHS, *ORDINALS, *PARTS_OF_DAY)) - WEAK_MONTHS
    free |= {"امس", "الامس", "البارحه", "اليوم", "اول", "يوم", "شهر", "عام", "سنه", "هذا", "هذه"}
    bare = WEAK_MONTHS | {"غدا", "بعد", "قبل", "منذ"}
    out = {clitic + w: len(clitic) for clitic in _SINGLE_CLITICS for w in free}
    out |= {conjunction + "لل" + w[2:]: len(conjunction) + 1 for conjunction in ("و", "ف", "") for w in with_article}
    out |= {"و" + w: 1 for w in bare - {"غدا"}}  # «وغدا» is "and became"
    english = (*ENGLISH_MONTHS, *ENGLISH_WEEKDAYS, *ENGLISH_SHORT_WEEKDAYS, *ENGLISH_RELATIVE, *ENGLISH_QUALIFIERS)
    return out | dict.fromkeys((*free, *bare, *english), 0)


HEADS = _heads()
