"""The nouns that head the name of an instrument, in all their forms, and the closed classes around them.

These are grammar: which wordings each noun takes. The names themselves are data (`instruments.yaml`).
"""

from __future__ import annotations

from typing import NamedTuple

from mawqif.arabic import fold


class Head(NamedTuple):
    """A head noun as it stands: its lemma, folded, and what its form says of it.

    `family` is one of the keys of `FAMILIES`; `owned`: it has a pronoun («خطته»); `joined`: so many letters before
    it are other words («بالاتفاق» has one).
    """

    lemma: str
    family: str
    definite: bool
    plural: bool
    owned: bool
    joined: int = 0


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(w) for w in words.split())


# singular and plural of each family; what a family takes is said in `phrases`
FAMILIES: dict[str, tuple[tuple[str, str], ...]] = {
    "resolution": (("قرار", "قرارات"),),
    "agreement": (
        ("اتفاق", "اتفاقات"),
        ("اتفاقية", "اتفاقيات"),
        ("معاهدة", "معاهدات"),
        ("ميثاق", "مواثيق"),
        ("بروتوكول", "بروتوكولات"),
    ),
    "initiative": (("مبادرة", "مبادرات"),),
    "plan": (("خطة", "خطط"), ("خارطة", "خرائط"), ("خريطة", "")),
    "law": (("قانون", "قوانين"), ("دستور", ""), ("مرسوم", "مراسيم")),
    "paper": (("وثيقة", "وثائق"), ("مذكرة", "مذكرات"), ("تفاهم", "تفاهمات"), ("مقترح", "مقترحات")),
    "draft": (("مشروع", ""), ("مسودة", "")),
    "declaration": (("إعلان", ""), ("بيان", "")),
    "truce": (("هدنة", ""),),
    "outcome": (("مخرجات", ""), ("مقررات", ""), ("مرجعيات", "")),
    "article": (("مادة", ""), ("فقرة", ""), ("بند", "")),
    "way": (("منهجية", ""), ("مقاربة", ""), ("صيغة", "")),
}
# one word for the spellings and synonyms of a head, so that both ways of saying it have one id
SAME = {fold("اتفاقية"): fold("اتفاق"), fold("خريطة"): fold("خارطة")}

_CLITICS = ("", "و", "ف")
_BEFORE = ("", "ب", "ل", "ك")
_PRONOUNS = ("ه", "ها", "هم", "هما", "نا", "كم")
_DUALS = ("ان", "ين")


def _forms() -> dict[str, Head]:
    out: dict[str, Head] = {}
    for family, nouns in FAMILIES.items():
        for one, many in nouns:
            lemma = fold(one)
            for noun, plural in ((one, False), *(((many, True),) if many else ())):
                _add(out, noun, Head(lemma, family, False, plural or noun.endswith("ات"), False))
            stem = fold(one[:-1] + "ت" if one.endswith("ة") else one)
            for ending in _DUALS:
                _add_definite(out, stem + ending, Head(lemma, family, True, True, False))
    return out


def _add(out: dict[str, Head], noun: str, head: Head) -> None:
    """The forms of a noun: with its clitics, indefinite, definite, accusative, with a pronoun."""
    form = fold(noun)
    stem = form[:-1] + "ت" if noun.endswith("ة") else form
    for before in (c + b for c in _CLITICS for b in _BEFORE):
        out.setdefault(before + form, head._replace(joined=len(before)))
        for pronoun in _PRONOUNS:
            out.setdefault(before + stem + pronoun, head._replace(owned=True, definite=True, joined=len(before)))
    if not noun.endswith(("ة", "ات")):
        for clitic in _CLITICS:
            out.setdefault(clitic + form + "ا", head._replace(joined=len(clitic)))
    _add_definite(out, form, head._replace(definite=True))


def _add_definite(out: dict[str, Head], form: str, head: Head) -> None:
    for clitic in _CLITICS:
        for article in ("ال", "بال", "كال", "لل"):
            out.setdefault(clitic + article + form, head._replace(joined=len(clitic) + article.startswith(("ب", "ك"))))


HEADS = _forms()

# --- issuers of numbered resolutions: the words that follow the head, bare, and what they come to
ISSUERS: dict[tuple[str, ...], str] = {
    tuple(fold(w) for w in words.split()): issuer
    for words, issuer in (
        ("مجلس أمن", "council"),
        ("أمم متحدة", "nations"),
        ("جمعية عامة", "assembly"),
        ("شرعية دولية", "nations"),
        ("منظمة دولية", "nations"),
        ("مجلس حقوق إنسان", "other"),
        ("محكمة عدل دولية", "other"),
        ("محكمة جنائية دولية", "other"),
        ("مجلس جامعة", "other"),
        ("جامعة دول عربية", "other"),
        ("جامعة عربية", "other"),
        ("وكالة دولية طاقة ذرية", "other"),
        ("قمة عربية", "other"),
        ("قمم عربية", "other"),
        ("يونسكو", "other"),
        ("كونغرس", "other"),
        ("كنيست", "other"),
        ("برلمان أوروبي", "other"),
        ("مجلس أوروبي", "other"),
    )
}
INTERNATIONAL = _folded("أممي أممية دولي دولية")
NUMBERED = _folded("رقم الرقم رقمه رقمها برقم المرقم")
OF_YEAR = _folded("لعام لسنة للعام عام سنة الصادر")
RELEVANT = (fold("ذات"), fold("الصلة"))

# what a project or a draft is of: «مشروع قرار», «مسودة الاتفاق»
DRAFTED = _folded("قرار القرار قانون القانون اتفاق الاتفاق اتفاقية الاتفاقية دستور الدستور معاهدة المعاهدة") | _folded(
    "بيان البيان نظام النظام لائحة اللائحة مرسوم المرسوم ميثاق الميثاق"
)
ROADS = _folded("طريق الطريق")
UNDERSTANDINGS = _folded("تفاهم التفاهم")
OUTCOMES_OF = _folded("حوار الحوار مؤتمر المؤتمر قمة القمة")

# adjectives that say which one it is for families that have many nameless ones («الخطة الأمنية» is one of many)
TELLING = _folded(
    "الأممي الأممية الدولي الدولية العربي العربية الخليجي الخليجية الإسلامي الإسلامية الأوروبي الأوروبية الأفريقي "
    "الأفريقية الإفريقي الإفريقية الغربي الغربية المغاربي المغاربية الرباعي الرباعية الثلاثي الثلاثية الثنائي "
    "الثنائية الدستوري الدستورية العالمي العالمية النووي النووية الإطاري الإطارية الأساسي الكردي الكردية"
)
# adjectives that leave open which one it is: with these it points back
VAGUE = _folded(
    "الجديد الجديدة الحالي الحالية الأخير الأخيرة المذكور المذكورة السابق السابقة المقبل المقبلة القادم القادمة "
    "الموقع الموقعة المبرم المبرمة المعلن المعلنة المشترك المشتركة المقترح المقترحة النهائي النهائية التاريخي "
    "التاريخية الكامل الكاملة الشامل الشاملة المؤقت المؤقتة المزمع المزمعة المحتمل المحتملة الراهن الراهنة المزعوم "
    "المزعومة الثنائي الثنائية القائم القائمة الحقيقي الحقيقية الجاري الجارية الماضي الماضية ذاته ذاتها نفسه نفسها "
    "الأصلي الأصلية الأولي الأولية المبدئي المبدئية المنشود المنشودة المرتقب المرتقبة"
)
# words with the article that are no adjective of the noun before them
APART = _folded(
    "الذي التي الذين اللذين اللتين اللواتي الآن اليوم الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت "
    "الليلة الأسبوع الشهر العام السنة الحالة المقابل الوقت الله"
)
ABOUT = _folded("حول بشأن بخصوص لـ")
CONCERNING = _folded("الخاص الخاصة المتعلق المتعلقة")
BETWEEN, WITH, ON = fold("بين"), fold("مع"), "على"
THIS = _folded("هذا هذه لهذا لهذه بهذا بهذه وهذا وهذه")
# what makes the noun the deed of agreeing: «تم الاتفاق على», «التوصل إلى الاتفاق مع»
DOING = _folded("تم وتم يتم ويتم جرى وجرى يجري سيتم جار جاري")
RESOLUTIONS = frozenset(("unscr", "resolution"))  # the English heads of numbered ones
