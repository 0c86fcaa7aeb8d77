"""The verb of a verbal noun, by its shape: «تطبيع» طبّع يطبّع, «إلغاء» ألغى يلغي, «استئناف» استأنف يستأنف.

What a user's wording calls by a noun a text may say with the verb. Only shapes that are sure are read; the simple
verbs, whose nouns have no sure shape, are listed here.
"""

from __future__ import annotations

from collections.abc import Iterator

from mawqif.arabic import fold

Lemma = tuple[str, str, str, str]

# verbal nouns of simple verbs that are usual in news: past and present
_SIMPLE = """رفع يرفع رفع|دعم يدعم دعم|وقف يوقف وقف|عاد يعود عودة|فتح يفتح فتح|ضرب يضرب ضرب|بنى يبني بناء|نشر ينشر نشر
شن يشن شن|قصف يقصف قصف|حظر يحظر حظر|فرض يفرض فرض|زار يزور زيارة|قطع يقطع قطع|بيع يبيع بيع|سحب يسحب سحب|منح يمنح منح
دخل يدخل دخول|خرج يخرج خروج|نقل ينقل نقل|عقد يعقد عقد|حل يحل حل|ضم يضم ضم|غزا يغزو غزو|خفض يخفض خفض|زاد يزيد زيادة
رحل يرحل رحيل|عزل يعزل عزل|طرد يطرد طرد|حصر يحصر حصر|منع يمنع منع|دفع يدفع دفع|صرف يصرف صرف|ملأ يملأ ملء|سد يسد سد
قتل يقتل قتل|حكم يحكم حكم|سجن يسجن سجن|شرى يشتري شراء|باع يبيع بيع|هدم يهدم هدم|كشف يكشف كشف|مد يمد مد|وضع يضع وضع
ترك يترك ترك|خلع يخلع خلع|ذبح يذبح ذبح|نزع ينزع نزع|جمع يجمع جمع|حرق يحرق حرق|حفر يحفر حفر|شق يشق شق
قاد يقود قيادة|ساق يسوق سياقة|حمى يحمي حماية|رعى يرعى رعاية|زرع يزرع زراعة|خاض يخوض خوض|عبر يعبر عبور
رجع يرجع رجوع|سن يسن سن|غلق يغلق غلق|فك يفك فك|شطب يشطب شطب|فصل يفصل فصل|فض يفض فض|سمح يسمح سماح|نصب ينصب نصب
درس يدرس دراسة|هاجر يهاجر هجرة|قاتل يقاتل قتال|حاصر يحاصر حصار|دافع يدافع دفاع|حاور يحاور حوار|بقي يبقى بقاء
حضر يحضر حضور|لعب يلعب لعب|صنع يصنع صناعة|شنق يشنق شنق|جلد يجلد جلد|ربط يربط ربط|غادر يغادر مغادرة|خرق يخرق خرق
هزم يهزم هزيمة|غرم يغرم غرامة|كسر يكسر كسر|حذف يحذف حذف|دمج يدمج دمج|صدر يصدر صدور|طرح يطرح طرح|عرض يعرض عرض
قبل يقبل قبول|خطف يخطف خطف|سرق يسرق سرقة|نهب ينهب نهب|خصم يخصم خصم|عفا يعفو عفو|لقح يلقح تلقيح"""


def _simple() -> dict[str, tuple[str, str]]:
    rows = (row.split() for line in _SIMPLE.splitlines() for row in line.split("|"))
    return {fold(deed): (fold(first), fold(second)) for first, second, deed in rows}


_KNOWN = _simple()


def verb(deed: str) -> tuple[str, str] | None:
    """Past and present of a folded verbal noun; None where its shape says nothing sure."""
    return _KNOWN.get(deed) or next(iter(_shapes(deed)), None)


def _shapes(d: str) -> Iterator[tuple[str, str]]:
    n = len(d)
    if n == 5 and d[0] == "ت" and d[3] == "ي" and d[4] != "ه":  # تطبيع
        root = d[1:3] + d[4]
        yield root, "ي" + root
    if n == 4 and d[0] == "ت" and d[3] != "ه" and d[2] != "ا":  # ترشح، تنحي
        yield d, "ي" + d
    if n == 5 and d[0] == "ت" and d[2] == "ا" and d[4] not in "هي":  # تقارب
        yield d, "ي" + d
    if n == 5 and d[0] == "ت" and d[4] == "ه" and d[3] == "ي":  # تسوية
        yield d[1:3] + "ي", "ي" + d[1:3] + "ي"
    if n == 6 and d[0] == "م" and d[2] == "ا" and d[-1] == "ه":  # مقاطعة
        yield d[1:5], "ي" + d[1:5]
    if d.startswith("است") and n == 7 and d[5] == "ا":  # استئناف, استثمار
        yield d[:5] + d[6], "ي" + d[1:5] + d[6]
    if d.startswith("است") and n == 7 and d[-1] == "ه":  # استعادة
        yield d[:6], "ي" + d[1:4] + "ي" + d[5]
    if n == 6 and d[0] == "ا" and d[4] == "ا" and (d[2] == "ت" or d[1] in "نت"):  # انسحاب, اعتراف, اتفاق
        stem = d[1:4] if d[3] == d[5] else d[1:4] + d[5]  # انضمام
        yield "ا" + stem, "ي" + stem
    if n == 5 and d[0] == "ا" and d[3] == "ا" and d[4] != "ء":  # إرسال
        yield "ا" + d[1:3] + d[4], "ي" + d[1:3] + d[4]
    if n == 5 and d[0] == "ا" and d[3:] == "اء":  # إلغاء
        yield "ا" + d[1:3] + "ي", "ي" + d[1:3] + "ي"
    if n == 5 and d[0] == "ا" and d[2] == "ا" and d[4] == "ه":  # إعادة
        yield d[:2] + "ا" + d[3], "ي" + d[1] + "ي" + d[3]


def lemma(deed: str) -> Lemma:
    """A verbal noun with the verb that its shape gives it, where it gives one."""
    first, second = verb(deed) or ("", "")
    return first, second, deed, ""
