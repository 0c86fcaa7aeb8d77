"""Closed classes of words by which the bounds of a personal name are found; folded."""

from __future__ import annotations

import re

from mawqif.arabic import fold

MARKS = '،,()«»“”"/'
LONGEST = 7  # words of a name with its particles
CLEAR = 5  # weight from which what follows in a mention is an apposition or somebody else
SURE = 3  # weight from which a candidate in running text is a name
# after a definite word these go on with the title or the body before it
DESCRIBING = frozenset(("تابع", "تابعه", "موالي", "مواليه", "سابق", "مكلف", "منتخب", "مقيم", "معروف", "معروفه"))
# verbal nouns: no name that is not a known first name begins like one
MASDAR = re.compile(r"(?:ا..ا.|ا.ت.ا.|است..ا.|ان..ا.|ت..ي.|م.ا..ه|ا.ا.ه|است.ا.ه)")
SON = frozenset(("بن", "بنت", "ولد"))
OFFICES = frozenset(
    map(
        fold,
        "رئيس رئيسة مدير مديرة أمين أمينة وزير وزيرة نائب نائبة متحدث متحدثة ناطق ناطقة محافظ وكيل وكيلة مشرف مشرفة "
        "عضو مستشار مستشارة قائد سفير سفيرة".split(),
    )
)
OF_FAITH = ("الدين", "الله", "الاسلام")
COMPOUND = frozenset(
    map(
        fold,
        "علم عز نور شمس عون فضل نصر فتح خلف وعد شكر حمد رزق قدر سيف ضيف جاد خير عطا فرج جار عوض حسب لطف سعد حبيب أمر "
        "أسد جاب دخل هبة صلاح جمال كمال زين بهاء ضياء مال نجم سراج تقي شرف محيي محي مجد برهان "
        "حسام عماد صفي رضي ركن معين معز نظام جلال قطب فخر غياث بدر علاء ذبيح إحسان نعمت رحمت حكمت هدايت عنايت كليم "
        "سميع حفيظ ثناء ظفر نجيب شفيق قدرت محب أمين عبيد أسعد شمس كريم حميد ولي صبغة عصمت هيبت سيف".split(),
    )
)
# what is named after kings and princes: «مدير جسر الملك فهد» is not the king
NAMED_AFTER = frozenset(
    map(
        fold,
        "جسر طريق شارع ميدان مدينة مستشفى مستشفيات مركز مطار مكتبة مؤسسة كلية معهد مجمع حديقة سد قاعدة استاد ستاد ملعب "
        "صالة قاعة مسجد جامع جائزة كرسي دارة مدرسة ثانوية متوسطة ميناء مشروع برنامج صندوق مبرة دار متحف كورنيش حي برج "
        "قصر متنزه منتزه محمية جامعة موسوعة واحة مضمار إستاد مخيم مشفى مستوصف نفق سوق وقف أكاديمية حصن".split(),
    )
)
# movements and bodies by a name of their own, behind which nothing of theirs can follow
PROPER = frozenset(map(fold, "طالبان حماس داعش ناتو فيفا يونيسف يونسكو أوبك بنتاغون كونغرس بوليساريو بيغيدا".split()))
HONOURED = frozenset(map(fold, "الملك الملكة الأمير الأميرة السلطان الشيخ الشيخة الإمام الرئيس".split()))
ORDINALS = frozenset(
    ("الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر")
)
# behind «عيد», which is a first name too
FEASTS = frozenset(
    fold(w)
    for w in "الفطر الأضحى الميلاد الفصح القيامة الغدير النيروز النوروز العمال الأم الاستقلال الحب العرش الشكر".split()
)
# adjectives of time, which are family names right behind a first name
OF_TIME = frozenset(("المقبل", "الماضي", "الجاري", "القادم", "الحالي"))
SURNAMES = frozenset(
    (
        "الخطيب",
        "الشيخ",
        "الامير",
        "القاضي",
        "الامام",
        "النقيب",
        "السلطان",
        "الامين",
        "الطبيب",
        "النجم",
        "السيد",
        "الساده",
        "العمده",
        "الملا",
        "الباشا",
        "البيك",
        "الاغا",
        "المختار",
        "الشريف",
        "الريس",
        "الحاج",
    )
)
RULERS = frozenset(
    (
        "ملك",
        "ملكه",
        "امبراطور",
        "سلطان",
        "قيصر",
        "انبا",
        "خديوي",
        "امير",
        "رءيس",
        "رييس",
        "رئيس",
        "بابا",
        "جنرال",
        "مشير",
    )
)
NOUNS = ("ياباني", "يونان", "يمن", "يمين", "يسار", "يهود", "يوم", "يورو", "يونيسف", "يونسكو")
NOUN_LISTS = ("common", "objects", "documents", "organizations", "roles", "sayings", "unnamed", "places", "media")
SHORT = frozenset(("في", "من", "لدي", "عن", "الي", "على"))
# plurals of things and of bodies, with which words in the feminine go
BROKEN_PLURALS = frozenset(
    map(
        fold,
        "أمم مصادر صحف مواقع وسائل قوى فصائل كتائب أحزاب بنوك مصارف مراكز دوائر مجالس أجهزة أندية أوساط دول "
        "عشائر قبائل فرق جيوش لجان ألوية سرايا معاهد محاكم جرائد نتائج تقارير وثائق أبحاث بحوث أرقام أنباء بنود "
        "رسائل مكاتب نقابات لوائح قوانين هيئات صناديق كتل جبهات روابط كنائس مصانع محاضر تفاصيل حيثيات أطراف أسر "
        "مدارس مستندات".split(),
    )
)
# how many of some people speak, and not which ones
SEVERAL = frozenset(
    map(fold, "أحد إحدى بعض عدد معظم غالبية أغلبية كثير العديد عديد عشرات مئات آلاف مجموعة جملة بضعة عدة".split())
)
