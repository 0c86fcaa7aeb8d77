"""Closed classes of the language by which conditions and commitments are read, folded once.

These are grammar, not knowledge of the world: a user's lexicon has no need to extend them.
"""

from __future__ import annotations

import re

from mawqif.arabic import fold


def folded(words: str) -> frozenset[str]:
    """The words of a line, folded."""
    return frozenset(fold(w) for w in words.split())


def joined(words: frozenset[str]) -> frozenset[str]:
    """The words, with and without «و» or «ف» before them."""
    return frozenset(p + w for p in ("", "و", "ف") for w in words)


PRESENT = re.compile(r"[ينت]\w{2,}")
FUTURE = re.compile(r"[وف]?س[ينتا]\w\w\w*")
# nouns and names that look like a future
NOT_FUTURE = re.compile(
    r"[وف]?(?:سنو(?:ات|ي\w*)|سن(?:ه|تين|جار|غافوره|دات?|يه|ين|ه)|ست(?:ه|ين|ون|ار\w*|ر\w?)"
    r"|سي(?:ار\w*|اس\w*|اق\w*|اد\w*|اح\w*|طر\w*|نا\w*|ف|ول|نما\w*|ما|ر|ره|رته|رتها|رغي|ده|دات|دي|يء|يه|ات|ئ\w*)|سا\w*)"
)
MASDAR = re.compile(
    r"(?:ال|لل|[بل])?(?:ا.ا.ه|است.ا.ه|ا..ا.|ت..ي.|ا.ت.ا.|است..ا.|ان..ا.|ت.ا..|ت..يه|م.ا...?ه)(?:ه|ها|هم|هما)?"
)
# verbal nouns of simple verbs
DEEDS = folded(
    "عودة وقف وقوف رحيل زوال خروج دخول قيام حل فتح رفع نزع سحب طرد عزل منع بناء وضع نشر كشف دعم ضمان وجود حصول وصول "
    "صدور سقوط بدء بداية نهاية نقل ضبط قبول موافقة عقد دفع تنازل فصل رد جمع حوار فهم فك كسر توفر توافر غياب عدم بلوغ "
    "تدخل تقدم تحرك تنازل تحول تغير تراجع تخل تصويت توصل اكتمال نيل قطع ترك سماع معرفة رؤية بحث تنفيذ نجاح فشل حدوث "
    "ثبوت زيادة"
)
NEGATIONS = joined(folded("لا لن ليس ليست ليسوا لسنا ليسا"))
DUTY = joined(
    folded(
        "يجب ينبغي لابد بد يتعين يتوجب يلزم ضرورة الضروري بضرورة المطلوب مطالب مطالبة مطالبون مطالبين عليه عليها عليهم "
        "عليهما علينا عليكم يطالب تطالب طالب طالبت طالبوا نطالب يدعو تدعو ندعو دعا دعت مطلوب مناص"
    )
)


def deed(form: str) -> bool:
    """Whether a folded word is a verbal noun."""
    return form.removeprefix("ال") in DEEDS or (len(form) > 3 and MASDAR.fullmatch(form) is not None)
