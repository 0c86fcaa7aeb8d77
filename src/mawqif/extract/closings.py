"""What closes a content: closed classes of the words with which a narrator takes the floor again, folded once.

Which opener closes and which goes on was counted on annotated reports (contents closed : gone on). Always: participles
of saying, with or without a comma (75 : 0); «حسب», «وفق» after a comma (13 : 2); «دون أن» with a verb of telling
(3 : 0); «وهي» with a noun of saying (3 : 0); «في خطوة» (2 : 0); «لكنه», «غير أنه» before a verb of saying (5 : 0).
Only after a comma: «في حين» (2 : 0, without 0 : 1), «في وقت» (1 : 0, without 0 : 6). Never by themselves: «في»,
«حيث» (3 : 18), «كما» (4 : 9), «وذلك» (4 : 10), «لكن» (2 : 10), «بعد» (2 : 60), «وقد» (2 : 4), «وهو» (2 : 6).
"""

from __future__ import annotations

from mawqif.arabic import fold


def _words(words: str) -> frozenset[str]:
    return frozenset(fold(w) for w in words.split())


def _phrases(words: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(fold(w) for w in phrase.split()) for phrase in words.split("،"))


# how and when it was said, an attribution, or a comment
TAILS = _phrases(
    "جاء ذلك، وجاء ذلك، يأتي ذلك، ويأتي ذلك، جاء هذا، يأتي هذا، في إشارة، وذلك خلال، وذلك عقب، وذلك ردا، "
    "في خطوة، في تحول، وهو ما، بعكس ما، على عكس ما، خلافا لما، ولم يتسن، ولم يتسنى، لكن لم يتسن، ولكن لم يتسن، "
    "بزعمه أن، بقوله إن، بقولها إن، بقولهم إن، واكتفى بالقول، واكتفت "
    "بالقول، على حد قوله، "
    "على حد قولها، على حد قولهم، "
    "على حد تعبيره، على حد تعبيرها، على حد تعبيرهم، على حد وصفه، على حد وصفها، على حد زعمه، على حد زعمهم، "
    "حسب قوله، حسب قولها، حسب وصفه، حسب تعبيره، بحسب قوله، بحسب قولها، بحسب وصفه، بحسب تعبيره، وفق قوله، "
    "وفق تعبيره، حسب ما، بحسب ما، وفق ما، وفقا ل، وفقا لما"
)
COMMA_TAILS = _phrases(
    "في وقت، في حين، في مؤشر، من جهة أخرى، من جهة ثانية، ومن جهة أخرى، ومن جهة ثانية، من ناحية أخرى، من ناحية ثانية، "
    "من جانب آخر، على صعيد آخر، على صعيد متصل، وعلى صعيد آخر، وعلى صعيد متصل، إلى ذلك، وإلى ذلك، في سياق متصل، "
    "في سياق آخر، وفي سياق متصل، في غضون ذلك، وفي غضون ذلك، في هذه الأثناء، وفي هذه الأثناء، وعلى إثر ذلك، "
    "وعلى أثر ذلك، إثر ذلك، عقب ذلك، يذكر أن، ويذكر أن، يشار إلى، ويشار إلى، الجدير بالذكر، والجدير بالذكر، "
    "جدير بالذكر، وجدير بالذكر، تجدر الإشارة، وتجدر الإشارة"
)
# a clause that they lead ends where its main clause begins
FRONTED = _words("بينما وبينما فيما وفيما وحين وعندما")
# after a comma these leave what was done or called for, and go on with the story
NARRATION = _words("لكن ولكن فيما بينما غير إلا خصوصا مما")
# with or without a comma, after what was done or called for: what stood against it, in the narrator's words
DESPITE = _words("لكنه لكنها لكنهم ولكنه ولكنها ولكنهم غداة")
DESPITE_PAIRS = _phrases("إلا أن، إلا أنه، إلا أنها، غير أن، غير أنه، غير أنها، بيد أن، وهذا ما، ما أثار")
LATER = _phrases("بعد أن، وذلك بعد، وذلك بناء، وذلك عقب، وذلك إثر")
# «وذلك في خطاب …»: where it was said
SETTINGS = _words(
    "بيان خطاب كلمة تصريح تصريحات حديث مؤتمر لقاء مقابلة حوار اتصال تغريدة رسالة تقرير جلسة اجتماع ختام رد برقية منشور"
)
# verbs of the narrator's next deed, after a comma: without «و», and what dignitaries do with it
NEXT_DEEDS = _words("قام قامت قاموا") | frozenset(
    fold(f"و{verb}{ending}")
    for verb in "استمع اطلع ناقش استعرض بحث تناول شاهد تجول زار دشن افتتح كرم تسلم شارك حضر غادر تفقد اصطحب".split()
    for ending in ("", "ت", "وا")
)
# «وهي اتهامات تنفيها …»: a noun that sums up what was said
COMMENTS = _words("وهي وهو")
COMMENTED = _words(
    "اتهامات تهم تهمة اتهام مزاعم ادعاءات ادعاء زعم تصريحات تصريح أنباء شائعات مطالب مطلب دعوة دعوات شروط شرط "
    "مخاوف نظرية رواية روايات أقوال كلمات إشارة أرقام معلومات تقديرات توقعات وعود تهديدات خطوة"
)
# «دون أن يحدد»، «ولم يذكر»، «دون الإفصاح»: what the source did not tell; verbs without their first letter
WITHOUT = _words("دون بدون ولم فلم")
DISCLOSING = _words(
    "حدد كشف وضح ذكر تأكد عط عطي قدم دل دلي شر شير سم سمي فصح ورد تطرق بين خض خوض علق تسن تسنى ضف ضيف فصل "
    "تناول حددوا كشفوا وضحوا ذكروا عطوا قدموا دلوا شيروا سموا فصحوا خوضوا تطرقوا فصلوا"
)
UNSAID = _words(
    "تحديد ذكر الإفصاح إفصاح الكشف تسمية تسميته إعطاء الإدلاء الخوض توضيح الإشارة التطرق تحديدها تحديده ذكرها "
    "ذكره مزيد المزيد إيضاح تفاصيل"
)
# after these a participle belongs to the content («كان مؤكدا»)
COPULAS = _words("كان كانت كانوا يكون تكون أصبح أصبحت ليس ليست يبدو تبدو بات باتت ظل ظلت كونه لكونه زال زالت يزال تزال")
# what turns to another source that stands before its verb
SOURCE_TURNS = _words("لكن ولكن فيما بينما وفيما وبينما")
SOURCE_TURN_PAIRS = _phrases("غير أن، إلا أن، بيد أن، في حين، في حين أن")
# after these a verb of saying before its subject belongs to the content («بعدما قال الوزير»)
SUBORDINATORS = _words(
    "أن ما بعدما حين حينما عندما كما التي الذي الذين اللذين اللتين والذي والتي مما لما عما بما فيما إذا إذ حيث قد "
    "لقد كان "
    "كانت لم لن لا حتى منذ وقد فقد مثلما حسبما وفقما كلما لو من أو"
)
# before a verb of saying in the present these go on with what is reported («ولكنها تطالب»، «وكانت تتوقع»)
GOING_ON = _words("لكنه لكنها لكنهم ولكنه ولكنها كان كانت وكان وكانت قد وقد إذ حيث كما ثم")
# verbs with which a relative clause lets the one just named speak
SAID = _words("قال قالت قالوا أضاف أضافت صرح صرحت كتب كتبت علق علقت رد ردت أجاب أجابت")
# phrases that lead from one source or saying to the next
CONNECTIVES = _phrases(
    "من جهته، من جهتها، من جهتهم، من جانبه، من جانبها، من جانبهم، من ناحيته، من ناحيتها، بدوره، بدورها، "
    "من جهة أخرى، من جهة ثانية، من ناحية أخرى، من ناحية ثانية، من جانب آخر، على صعيد آخر، على صعيد متصل، "
    "على الصعيد نفسه، على الصعيد ذاته، إلى ذلك، في المقابل، بالمقابل، في سياق متصل، في سياق آخر، في السياق نفسه، "
    "في السياق ذاته، في هذا السياق، في هذا الإطار، في السياق، في غضون ذلك، في الأثناء، في هذه الأثناء، في شأن آخر، "
    "في الشأن ذاته، في موضوع آخر، في تطور آخر، وفي المقابل، ومن جهته، ومن جهتها، ومن جانبه، ومن جانبها، وبدوره، "
    "وبدورها، وإلى ذلك، لكنه، لكنها، لكنهم، ولكنه، ولكنها، غير أنه، غير أنها، غير أنهم، إلا أنه، إلا أنها، إلا أنهم، "
    "بيد أنه، بيد أنها، ثم، ثم عاد، ثم عادت، كما، في حين، في وقت، في الوقت الذي"
)
