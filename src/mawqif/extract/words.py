"""Closed classes of the language that frames and mentions are read by, folded once.

These are grammar, not knowledge of the world: a user's lexicon has no need to extend them.
"""

from __future__ import annotations

import re

from mawqif.arabic import bare, fold


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(w) for w in words.split())


THAT = frozenset(
    p + w
    for p in ("", "ب", "ف", "و", "ل")
    for w in ("ان", "انه", "انها", "انهم", "انهما", "انهن", "انا", "اننا", "اني", "انني", "انك", "انكم")
)
# a reason or what follows from it, not a content
BECAUSE = frozenset(w for w in THAT if w.startswith(("ل", "ف")))
PREPOSITIONS = {"إلى": "الي", "على": "على", "من": "من", "عن": "عن", "في": "في"}
# words that begin with the letter of the preposition ب but not with it, or not before a content
NOT_BY = _folded(
    "بن بنت بعد بين بعض باسم بلاده بلادها بدوره بدورها بل به بها بهم بيان بشأن بحسب بسبب بحق برئاسة بحضور بشكل بينما "
    "برنامج برامج بناء بداية بلغت بعدما بينهم بينها بينهما بيانات بيانا برميل بطولة بدلا بريطانيا بريطاني بريطانية "
    "بعدها "
    "بقية بلدية بلدي بعيدا بلده بلد بلدان بلاد بلادنا بلادهم باريس بيئة بيئي باتت بات بغداد بطاقة بطاقات بلاغ بلاغا "
    "بواسطة "
    "بدءا باقي باكستان باكستاني بمثابة بوابة بعثة بيوت بيت بكين بحث بحثا بحثي بحثية بحوث بسيط بسيطة برفقة بقاء برقية "
    "بروكسل بيروت بشرية بشري بارز بارزة بارزين بارزون بحري بحرية بنود بند بديل بديلة بدائل بحيرة بورصة بيضاء بلوغ "
    "برلين "
    "برلمان برلماني برلمانية برلمانيون برلمانيين باحث باحثة باحثون باحثين بنك بنوك بريد بوادر بادرة بصحبة براءة براون "
    "بروتوكول بيع باب بدء بالغ بالغة بعيد بعيدة بضائع بترول بيروقراطي بلجيكا بولندا بوليفيا بنغازي بشار بندر بدر باراك "
    "بوتين بايدن باتل بريء بناية بث بقاع بيئية بدوي بكامل بأكمله بأكملها برمته برمتها بنية "
    "بالفعل بالتالي بالطبع بالتأكيد بالمقابل بالذات بالضبط بالتزامن بالتوازي بقوة بشدة بحزم بوضوح بجدية بحرارة "
    "بالأمس بالكاد بقلق"
)
MOMENTS = _folded("وقتها حينها آنذاك حينذاك وقتئذ يومها أمس اليوم مؤخرا حاليا لاحقا سابقا")
STRESS = _folded("بشدة بقوة بحزم بحرارة رسميا بالإجماع صراحة علنا")
# «أعلن بيان صدر عن المكتب»: the preposition after these names who issued it
ISSUED = _folded("صدر صدرت صادر صادرة الصادر الصادرة نقلا فضلا عوضا بدلا بعيدا الناطق الناطقة المسؤول المسؤولة")
# names that have the shape of a verbal noun
LIKE_DEEDS = _folded("ترامب ترمب تيلرسون تاتشر توسك تسيبراس تبون تميم توفيق تامر تحسين توماس تايلور تشرشل تشافيز توتو")
# before a quotation these make it a title or a name
TITLED = _folded(
    "بعنوان عنوان عنوانه عنوانها باسم مسمى بمسمى تسمى يسمى سميت المسمى المسماة المعروف المعروفة شعار بشعار "
    "حملة فيلم فيلمه كتاب كتابه كتابها رواية روايته مسلسل برنامج برنامجه مشروع مبادرة عملية أغنية قصيدة مسرحية معرض "
    "جائزة "
    "هاشتاق هاشتاغ وسم لعبة تطبيق منصة مهرجان بطولة كأس مسابقة قاعدة سفينة طائرة صاروخ سيارة هاتف"
)
# titles after which a name stands always, offices may stand alone
PERSONAL = _folded(
    "الدكتور الدكتورة الشيخ الشيخة الأستاذ الأستاذة المهندس المهندسة السيد السيدة الأمير الأميرة اللواء العميد "
    "العقيد المقدم "
    "الرائد النقيب الملازم الفريق المشير المحامي المحامية القاضي الحاج الأب المطران الأنبا البروفيسور البروفسور"
)
# adjectives that belong to a title or a body's name, not to what it speaks of
RANKS = _folded(
    "العام العامة الأول الأولى الأعلى العليا المساعد المساعدة الخاص الخاصة السابق السابقة الجديد الجديدة الحالي "
    "الحالية "
    "الراحل المشترك المشتركة الدائم الدائمة المتحدة المركزية المؤقت المؤقتة المكلف المنتخب المخلوع الأسبق الأعظم "
    "الأكبر "
    "المقيم المتحد الموحد التنفيذي الحاكم الحاكمة الصديقة الشقيقة"
)
# kinds of place in which an office is held: «مدير التعليم بمحافظة …»
PLACES = _folded("جهة محافظة مدينة منطقة ولاية إقليم جامعة دولة مملكة جمهورية بلدة قرية جبهة")
NEGATORS = _folded("لم لن لا ما ولم ولا ولن فلم")
AUXILIARIES = _folded("كان وكان كانت وكانت قد وقد كانوا وكانوا كما إذ حيث حين فيما بينما وفيما و")
TURNS = _folded("بينما فيما حين كما وقد إذ حيث وكان وكانت")
TURNING = _folded("لكن ولكن فيما بينما حيث كما")
RELATIVES = _folded("التي الذي الذين اللذين اللتين والتي والذي ما مما")
# «ما» after these is no relative: «كثيرا ما حض …»
OFTEN = _folded("كثيرا وكثيرا غالبا وغالبا عادة وعادة نادرا ونادرا قليلا سرعان دائما أحيانا")
IMPERSONAL = _folded("يذكر ويذكر يشار ويشار يعتقد يقال")
# these too where a complementiser follows at once: «ويتوقع أن يمثل المتهم …»
PASSIVE = _folded(
    "يتوقع ويتوقع يرجح ويرجح يعتقد ويعتقد يفترض ويفترض ينتظر وينتظر يؤمل ويؤمل يخشى ويخشى يزعم ويزعم يقال ويقال"
)
# accusatives that look like a dual of the verb: «رفضا لإقامة …», «رأيا خاصا»
NO_VERBS = _folded(
    "رأيا رفضا طلبا شكرا نفيا ظنا زعما قولا ذكرا نقلا حملا علما كشفا عرضا وصفا نصحا نصا أملا عدا ماعدا حثا حضا ردا "
    "جزما دفاعا نظرا حسما سردا همسا صوتا"
)
RENEWERS = _folded("جدد جددت كرر كررت وجه وجهت أعاد أعادت واصل واصلت تجديد")
# what ends a mention: circumstance, relative clause, complementiser
STOPS = _folded(
    "في خلال أمس اليوم أن إن أنه أنها قد كان كانت لم لن حول بعد قبل عند حيث منذ حتى مساء صباح عقب إثر بشأن "
    "الذي التي الذين الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت يوم إلى عن من ردا تعليقا "
    "لدى عبر ضمن كيف لماذا متى أين هل"
) | {"على"}
# what may stand between a cue and its subject
ASIDES = _folded(
    "كل قائلا قائلة قائلين بالقول بقوله له لها لهم فيه فيها عليه عليها عليهم به بها بهم معاليه سموه سعادته "
    "فضيلته أيضا كذلك لنا لي آنذاك غير جدا رسميا بعدها قبلها مجددا"
)
CIRCUMSTANCES = _folded(
    "في خلال لدى عبر أمس اليوم مساء صباح يوم عقب بعد حول عن ل بمناسبة بحضور ردا تعليقا أثناء إثر قبيل بعيد ضمن"
)
LONG_CIRCUMSTANCES = _folded("في ل خلال عن حول بعد عقب بمناسبة بحضور ردا تعليقا أثناء إثر قبيل بعيد ضمن")
# what may lead a clause before its subject
LEADS = _folded(
    "لكن ولكن أما وأما غير أن إن بل هذا وإن فإن إلا ومن من جانبه جانبها جهته جهتها ناحيته بدوره وبدوره "
    "بدورها جانبهم وقد"
)
# after a preposition these name an occasion or a time, not the speaker's place
OCCASIONS = _folded(
    "مؤتمر تصريح تصريحات بيان حديث حديثه حديثها كلمة كلمته مقابلة لقاء اتصال تغريدة هذا هذه وقت ختام رد رده "
    "جلسة اجتماع برنامج حوار خطاب خطابه رسالة مداخلة سياق إطار شأن حسابه مقال مذكرة جانب نهاية بداية جهة ذلك أن ما "
    "نفس ذات أعقاب كل اليوم أمس الوقت أيضا جانبه جهته خلال تقرير صفحته معرض سؤال لقائه مقر حال افتتاح تعليق "
    "تعليقه بيانه بيانها موقعه"
)
# a complementiser after these makes a clause of time or manner, not a content
BEFORE_EVENTS = _folded("قبل بعد دون بدون منذ حتى إلا غير بيد رغم مع شرط شريطة خشية بمجرد عدا سوى")
# past verbs that are also common nouns or prepositions: verbs only where a clause begins
HOMOGRAPHS = _folded("بين ثمن ثمنا عرض علم شكر حمل وعد هنا عبر أمر طلب عد قدر لام رجا حلف وجه عقب بث فصل نص")
LEADING = AUXILIARIES | TURNS | RELATIVES | NEGATORS | _folded("الذي التي أنه أنها بعدما كما حسبما")
DAYS = _folded("أمس اليوم الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت خلال مساء صباح")
# what is laid on somebody: «ألقت باللائمة على …», «حمّل الحزب الحكومة مسؤولية …»
BLAME = _folded("باللوم باللائمة اللوم اللائمة بالمسؤولية بالمسئولية المسؤولية المسئولية مسؤولية مسئولية")
# the accused as a pronoun: «متهمة إياها بـ»
THEM = _folded("إياه إياها إياهم إياهما إيانا")
# what follows a verb but is no noun: prepositions, adverbs
NO_NOUNS = _folded(
    "بشدة وبشدة بقوة وبقوة تماما مطلقا قطعيا نهائيا رسميا مجددا مرارا تكرارا مرة أيضا كذلك بشكل بصورة بحزم بوضوح علنا "
    "صراحة إلى عن من في حول بعد قبل خلال عبر مع لدى عند ضد بشأن حتى منذ أمس اليوم غدا هنا هناك فقط دائما أبدا كما حيث"
) | {"على"}
# adjectives that go on with a definite subject
ADJECTIVES = _folded(
    "الخاص الخاصة الدائم الدائمة العام العامة الأعلى العليا الجديد الجديدة السابق السابقة الأسبق الحالي الحالية الأول "
    "الأولى الثاني الثانية الثالث الأخير الأخيرة المشترك المشتركة المقيم المكلف التابع التابعة الموالي الموالية الموحد "
    "الموحدة المعارض المعارضة المساند المساندة الحاكم الحاكمة الكبير الكبرى الأكبر الراحل المخلوع العرب المسلح المسلحة"
)
# adverbs between a subject and its verb's object
MANNER = _folded("بشدة بقوة رسميا أمس اليوم الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت")
SAYINGS = _folded("قوله قولها قولهم تأكيده تأكيدها")
# «طلب عدم ذكر اسمه» says nothing
ANONYMITY = _folded("ذكر كشف نشر إفصاح")
# what an adverbial attribution may name before its source: «حسب تقديرات المركز»
FIGURES = _folded(
    "تقديرات معطيات أرقام تصريحات بيانات معلومات إحصاءات إحصائيات تأكيدات لبيانات لتقديرات لأرقام لمعطيات "
    "قول تعبير وصف زعم رأي تقدير كلام تأكيد رواية روايات شهادة شهادات أقوال ادعاء ادعاءات مزاعم لقول لتعبير لوصف "
    "لرأي لتصريحات لمعلومات لتأكيدات لرواية لروايات لأقوال لشهادة لشهادات"
)
# what these name is a measure, not a source: «وفق القانون», «حسب الحاجة»
MEASURES = _folded(
    "اتفاق اتفاقية اتفاقيات قانون قوانين دستور قرار قرارات نظام أنظمة لائحة لوائح شريعة معيار معايير أسس ضابط ضوابط "
    "خطة خطط جدول شرط شروط منطقة مناطق حاجة حاجات احتياج احتياجات ظرف ظروف نوع عدد طريقة أهمية مبدأ مبادئ سياسة "
    "سياسات مقررات مواصفات معاهدة متطلبات إمكانات إمكانيات قدرة قدرات رغبة أولوية أولويات ترتيب مقاييس منهج منهجية "
    "آلية آليات برنامج أصول قواعد قاعدة أحكام حكم نص نصوص مادة بند بنود ميثاق مواثيق أعراف عرف تقاليد توقيت حالة "
    "الحال حجم درجة قيمة سعر أسعار مقتضى مقتضيات ظاهر تعليمات توجيهات توجيه صيغة تصور مبادرة مصلحة مصالح نظرية مخطط "
    "مخططات كل لاتفاق للاتفاق للقانون للدستور للقرار للنظام للشريعة للمعايير للخطة لخطة لجدول للجدول "
    "لقرار لقانون لأحكام لمبدأ للاتفاقية لاتفاقية للشروط لشروط للحاجة"
)
# a noun after these is no object of the verb
AFTER_PREPOSITION = _folded("في من إلى عن حول بعد قبل خلال عبر ضمن منذ بشأن مع نحو لدى عند ضد") | {"على"}
# shapes of verbal nouns of the derived forms, with or without a pronoun
MASDAR = re.compile(r"(?:ال)?(?:ا.ا.ه|است.ا.ه|ا..ا.|ت..ي.|ا.ت.ا.|است..ا.|ان..ا.|ت.ا..|ت....?)(?:ه|ها|هم|هما)?$")

# shapes of verbal nouns that are hardly anything else, even with no subject before them
STRICT = re.compile(r"(?:است..ا.|است.ا.ه|ا[نفقعحتشخ]ت.ا.|ان..ا.|ت[طدفسحج].ي[رلنمد])(?:ه|ها|هم|هما)?$")
# verbal nouns of the derived forms that no usual name or noun is shaped like
DERIVED = re.compile(r"(?:ا.ا.ه|است.ا.ه|ا[تنس]..?ا.|ا.ت.ا.|است..ا.|ت..ي.|ت.[ايو].|م.ا..ه|م.ا...ه)(?:ه|ها|هم|هما)?$")


def is_in(form: str, words: frozenset[str]) -> bool:
    """Whether a folded word is in a list, as it stands or without article and conjunction."""
    if form in words or bare(form) in words:
        return True
    return form[:1] in "وف" and (form[1:] in words or bare(form[1:]) in words)


def is_saying(form: str, sayings: frozenset[str]) -> bool:
    """Whether a word is one of the sayings, with or without article and pronoun («دعوته»)."""
    word = bare(form)
    if word in sayings:
        return True
    for suffix in ("ه", "ها", "هم"):
        stem = word.removesuffix(suffix)
        if stem != word and (stem in sayings or (stem.endswith("ت") and stem[:-1] + "ه" in sayings)):
            return True
    return False
