"""Which words report, in which frames, and which do not: small invented texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from mawqif import lexicon
from mawqif.model import Page, Statement
from mawqif.pipeline import read

WORLD = Path(__file__).parent.parent / "src" / "mawqif" / "demo" / "world"  # invented states and outlets

REPORTING = [
    ("what was announced, after its subject", "أعلن الجيش الدرواني سقوط الجسر.", "سقوط الجسر"),
    ("what was confirmed, with a pronoun", "وأكد الجانبان دعمهما للهدنة.", "دعمهما للهدنة"),
    ("no subject of its own", "قالت الوزارة إن السد مغلق. وأكدت وصول القافلة.", "وصول القافلة"),
    ("a name before what was denied", "نفى سامر النوري وجود خلاف.", "وجود خلاف"),
    ("the subject's own noun is no content", "أعلنت وزارة إعادة الإعمار فتح المعبر.", "فتح المعبر"),
    ("a purpose that is called for", "دعا الوزير سامر النوري المزارعين لترشيد الماء.", "لترشيد الماء"),
    ("a demand right after its verb", "طالب الوزير سامر النوري بفتح المعبر وطالبوا بوقف القصف.", "بوقف القصف"),
    ("a verb of several senses, led by a source", "كشف محافظ الواحة عن خطة للسد.", "عن خطة للسد"),
    ("responsibility laid on somebody", "حمل مجلس الواحة الشركة مسؤولية الانهيار.", "مسؤولية الانهيار"),
    ("a verb after its clause", "وصلت القافلة إلى الواحة فجرا، كما ذكر مصدر أمني.", "وصلت القافلة إلى الواحة فجرا"),
    ("words in his opinion", "السد خطر على القرى كلها، على حد تعبيره.", "السد خطر على القرى كلها"),
    ("an adverbial with its verb", "وصلت القافلة إلى الواحة، حسبما أفاد مصدر أمني.", "وصلت القافلة إلى الواحة"),
    (
        "a leading adverbial before a name in marks",
        'وبحسب وكالة "الأفق" وصلت القافلة إلى الواحة.',
        "وصلت القافلة إلى الواحة",
    ),
]
REPORTING += [
    (
        "a channel that looks like a verb",
        "وقال النوري عبر حسابه على «رفيف»: «لن نوقع قبل الربيع».",
        "لن نوقع قبل الربيع",
    ),
    ("a pronoun's saying", "توقف العمل بعد تهديده بالاستقالة من المجلس.", "بالاستقالة من المجلس"),
    ("a participle after where it was said", "قال النوري إن القافلة وصلت، مؤكدا في بيان سقوط الجسر.", "سقوط الجسر"),
    ("an object behind an apposition", "رفض سامر النوري، وزير المياه، تصريحات المجلس.", "تصريحات المجلس"),
    ("a refused thing after a plural subject", "رفض المزارعون السماح بالحفر.", "السماح بالحفر"),
    ("what is found", "ووجد الباحثون في الواحة أن الماء ملوث.", "أن الماء ملوث"),
    ("no dateline: a verb of saying before a dash", "قال النائب -عن الواحة- سامر النوري إن السد مغلق.", "إن السد مغلق"),
]
REPORTING += [
    ("a verbal noun with its speaker", "توقف العمل بعد إعلان الوزارة إغلاق المعبر.", "إغلاق المعبر"),
    ("«ما» of repetition is no relative", "وكثيرا ما دعا الوزير سامر النوري إلى الحوار.", "إلى الحوار"),
    ("what a text provides, in a relative clause", "عارض المجلس الاتفاق الذي ينص على فتح المعبر.", "على فتح المعبر"),
    ("an adverbial before a clause without a verb", "فبحسب وزارة المياه هناك خمسة سدود مهددة.", "هناك خمسة سدود مهددة"),
]
REPORTING += [
    ("a view with its holder behind it", "يعتقد مدرب فريق الواحة، سامر النوري، أن الفوز قريب.", "أن الفوز قريب"),
    ("who a subject is, between commas", "ودعا سامر النوري، وهو كاتب من الواحة، إلى فتح السد.", "إلى فتح السد"),
    ("the party called upon, in marks", "ودعا سامر النوري «كل أهل الواحة وكل جيرانها» إلى فتح السد.", "إلى فتح السد"),
    ("one's own deed behind a lone name", "أعلنت مرداسي انسحابها من المجلس.", "انسحابها من المجلس"),
    ("one's own deed behind a comma", "أعلن سامر النوري، الثلاثاء، انسحابه من المجلس.", "انسحابه من المجلس"),
    ("a name with «الله»", "استبعد نائب الوزير فتح الله النوري أن يجف السد.", "أن يجف السد"),
    ("what the speaker closes", "واختتم الكاتب مقاله بأن السد مغلق.", "بأن السد مغلق"),
]
REPORTING += [
    ("an agency's «on what»", "وصلت القافلة إلى الواحة فجرا، على ما أفاد مصدر أمني.", "وصلت القافلة إلى الواحة فجرا"),
    ("an adverbial with its preposition", "وصلت القافلة إلى الواحة، على حسب قول المصدر.", "وصلت القافلة إلى الواحة"),
    ("what is said again", "وكرر سامر النوري أن السد مغلق.", "أن السد مغلق"),
    ("an adverbial of following", "وصلت القافلة إلى الواحة، تبعا لما ذكره المصدر.", "وصلت القافلة إلى الواحة"),
    ("where the words stand", "كتب سامر النوري على تويتر «السد مغلق والطريق خطر».", "السد مغلق والطريق خطر"),
    ("an account that carries words", "وجاء على حساب الوزارة في تويتر أن السد مغلق.", "أن السد مغلق"),
    ("a view to which one comes", "وذهب الباحث سامر النوري إلى أن السد قديم.", "إلى أن السد قديم"),
    ("a reason given for a deed", "اعتذر سامر النوري عن الحضور، معللا ذلك بأنه مسافر.", "بأنه مسافر"),
    ("a verb behind its source", "وكانت وزارة المياه اعترضت في الربيع على بناء الجسر.", "على بناء الجسر"),
    ("a reason laid on something", "أغلق المجلس السد، مرجعا ذلك إلى نقص المال.", "إلى نقص المال"),
    ("one's own words after a participle", "وبدأ سامر النوري حديثه قائلا لن نوقع قبل الربيع.", "لن نوقع قبل الربيع"),
    (
        "a mark that never closes before the next saying",
        "قال النوري: «سنفتح السد بعد الربيع مباشرة. وكرر زميله الموقف حين قال «يفتح السد بعد الربيع فقط».",
        "سنفتح السد بعد الربيع مباشرة",
    ),
    ("what is asked of somebody", "والجهات المختصة في الواحة طلبت من الشركة تسليم الجسر.", "تسليم الجسر"),
    ("what comes next is said", "وخرج سامر النوري من القاعة، ليؤكد أن السد مغلق.", "أن السد مغلق"),
    ("a verb behind a fronted phrase", "وخلال اللقاء دافعت الوزارة عن بناء السد.", "عن بناء السد"),
    ("a second deed of the same subject", "وزارت الوزيرة السد وطلبت وقف البناء.", "وقف البناء"),
    ("three words in marks", "قال سامر النوري إن «السد خطر علينا».", "السد خطر علينا"),
    ("what came of a request", "طالبت الوزارة بفتح المعبر لكنها لم تتلق ردا.", "بفتح المعبر"),
    ("what stood against a deed", "وافق المجلس على فتح المعبر غير أن الشركة لم تبدأ العمل.", "على فتح المعبر"),
    ("a homograph behind its source", "وكان الوزير سامر النوري طلب فتح المعبر.", "فتح المعبر"),
    ("a turn and its source", "لكن الشركة الدروانية قللت من خطر الانهيار.", "من خطر الانهيار"),
]
REPORTING += [
    ("words in the speaker's own voice", "وقال النوري لن نوقع قبل الربيع.", "لن نوقع قبل الربيع"),
    ("what the speaker is going to do", "وأضاف سنفتح المعبر غدا.", "سنفتح المعبر غدا"),
    ("a clause within the subject", "قال الوزير الذي رحب بالوفد إن السد مغلق.", "إن السد مغلق"),
    ("a verbal noun of a hollow verb", "أعلنت النيابة العامة أمس إحالة المتهم إلى القضاء.", "إحالة المتهم إلى القضاء"),
]
REPORTING += [
    ("a pronoun told", "وحذره مجلس المياه من فتح السد.", "من فتح السد"),
    ("who tells it himself", "ونقل مراسل الأفق أن السد مغلق.", "أن السد مغلق"),
    ("a document's own words", "نشر المجلس البيان الذي جاء فيه: «السد مغلق منذ أيام».", "السد مغلق منذ أيام"),
    ("a participle at once before its words", "نفى مسؤولون هذه الأنباء قائلين إن السد مغلق.", "إن السد مغلق"),
    ("a body of the accused", "واتهم زعيم حزب معارض النوري بشن الحملة.", "بشن الحملة"),
]
REPORTING += [
    ("a plural verb has its subject before it", "نواب المجلس يؤيدون الاتفاق.", "الاتفاق"),
    ("where words stand written", "وجاء في تنويه المجلس أن السد مغلق.", "أن السد مغلق"),
    ("what a ruling provides", "أصدرت المحكمة حكما يقضي بفتح المعبر.", "بفتح المعبر"),
    ("what a report comes to", "وانتهى التقرير إلى أن الماء ملوث.", "إلى أن الماء ملوث"),
]
REPORTING += [
    ("a condemned thing after the day", "أدانت وزارة المياه أمس هجمات السد.", "هجمات السد"),
    ("a hand-over before the verb", "من ناحيته ثمن الوزير سامر النوري دعم المزارعين.", "دعم المزارعين"),
    ("an aside in marks", "أفاد المجلس في بيان «تسلمت الأفق نسخة منه اليوم» أن السد مغلق.", "أن السد مغلق"),
    ("told to us", "وأبلغتنا مصادر في الواحة أن السد مغلق.", "أن السد مغلق"),
    ("what powers suspect", "وتشتبه الواحة في أن الجار يحبس الماء.", "في أن الجار يحبس الماء"),
]
REPORTING += [
    ("condolences", "ورفع وزير المياه التعازي إلى أسر الضحايا.", "التعازي إلى أسر الضحايا"),
    ("thanks offered", "وتقدم سامر النوري بالشكر للمزارعين.", "بالشكر للمزارعين"),
    ("a source that no comma closes", "وطبقا للمجلس تصدر الواحة نصف الماء.", "تصدر الواحة نصف الماء"),
    ("an accusation in a relative clause", "أغلق الحزب الذي تتهمه الحكومة بالفساد مقره.", "بالفساد مقره"),
    ("a clause told in one", "جاء القرار في الوقت الذي أشارت فيه الوزارة إلى أن السد مغلق.", "إلى أن السد مغلق"),
]
REPORTING += [
    ("a past verb in the speaker's own voice", "وأضاف بلغت كلفة السد مليونا.", "بلغت كلفة السد مليونا"),
    ("what an officer states", "صرح ضابط في الواحة عن سقوط الجسر.", "عن سقوط الجسر"),
    ("a fear of the sentence's subject", "خرج النوري من المجلس، ويخشى أن يغلق السد.", "أن يغلق السد"),
]
REPORTING += [("a day before its preposition", "أعلنت وزارة المياه أمس عن فتح السد.", "عن فتح السد")]
REPORTING += [
    ("a name after «بن» is no verb", "ويضيف خالد بن طالب أن السد مغلق.", "أن السد مغلق"),
    ("a memorandum is no participle", "ويضيف المجلس، في مذكرة وزعت أمس، أن السد مغلق.", "أن السد مغلق"),
    ("an object behind marks", "أعلن وزير المياه، أمس (الأحد) في تغريدة على «رفيف»، عزمه فتح السد.", "عزمه فتح السد"),
    (
        "an object behind a month in brackets",
        "أعلنت القوات الدروانية في 13 يوليو (تموز) تكثيف الحراسة.",
        "تكثيف الحراسة",
    ),
    ("an object behind a blessing", "وأكد سموه - رعاه الله - اعتزاز الواحة بأبنائها.", "اعتزاز الواحة بأبنائها"),
    ("an object with «و» of its own", "وأكدت الحكومة في بيان أمس، وقوف الواحة مع جارتها.", "وقوف الواحة مع جارتها"),
    ("an object behind a plural", "أكد خبراء أمنيون استخدام الطائرات.", "استخدام الطائرات"),
    ("a feeling shown", "وأبدى دهشته من الانهيار.", "دهشته من الانهيار"),
    ("a purpose with a pronoun", "دعت الواحة جيرانا آخرين لمساعدتهما في الإنقاذ.", "لمساعدتهما في الإنقاذ"),
    ("a name that ends as a verb does", "وقال روبرت إن السد مغلق.", "إن السد مغلق"),
    ("an answer", "ورد المتحدث باسم المجلس في محادثة على الهاتف أن السد مغلق.", "أن السد مغلق"),
    (
        "words behind a comma",
        "وقال وزير المياه سامر النوري، تم تحديد مواقع الآبار في الواحة.",
        "تم تحديد مواقع الآبار في الواحة",
    ),
]
REPORTING += [
    ("a verbal noun behind a surname", "وأكد النوري توفر خطوط الماء.", "توفر خطوط الماء"),
    ("a verbal noun behind a date", "أكد مكتب المجلس في بيان السبت 25 تموز قصف السد.", "قصف السد"),
    ("an object behind an adjective", "وانتقدت صحف محلية زيارة الوفد.", "زيارة الوفد"),
    ("a verbal noun behind «عن»", "أفادت مصادر محلية عن سقوط الجسر.", "عن سقوط الجسر"),
    ("the preposition of the speaker's title", "أوضح المتحدث عن المجلس أن السد مغلق.", "أن السد مغلق"),
    ("a question", "تساءل الكاتب سامر النوري عما إذا كان السد آمنا.", "عما إذا كان السد آمنا"),
    ("a verbal noun in «ية»", "وأكد جاهزية المزارعين للحصاد.", "جاهزية المزارعين للحصاد"),
]
REPORTING += [
    ("what something is held to be", "وتعتبرها الواحة جماعة خارجة، حتى اليوم.", "جماعة خارجة"),
    ("what many call something", "جاء الرد على ما اعتبره المزارعون خدعة.", "خدعة"),
    ("a fronted clause", "وبينما قال مصدر قضائي إن الحارس بريء، كانت النيابة تسأله.", "إن الحارس بريء"),
    ("a saying content with little", "واكتفى بالقول إن السد مغلق.", "إن السد مغلق"),
    ("the story goes on elsewhere", "وقال إن السد مغلق، من جهة أخرى وصلت القافلة إلى الميناء.", "إن السد مغلق"),
]
REPORTING += [
    ("what is wished", "وقال إن السد آمن، متمنيا للجميع دوام التوفيق.", "للجميع دوام التوفيق"),
    ("what is prayed for", "قدم الوزير العزاء للأسر، سائلا الله للضحايا المغفرة.", "الله للضحايا المغفرة"),
]
REPORTING += [
    ("a verb of two letters behind «و»", "وحث النوري جميع المزارعين على ترشيد الماء.", "على ترشيد الماء"),
    ("two words that are all", "وقال المجلس «نحن محايدون».", "نحن محايدون"),
    ("a plural participle without a comma", "شارك كثير من السكان مؤكدين على وحدتهم.", "على وحدتهم"),
    ("what a quotation holds something to be", "وهو ما اعتبره الوزير سامر النوري «رسالة قوية جدا».", "رسالة قوية جدا"),
    (
        "an adverbial between subject and verb",
        "لكن عدد السدود القديمة، بحسب ما أقر به الخبراء أنفسهم لم يتغير.",
        "لكن عدد السدود القديمة، بحسب ما أقر به الخبراء أنفسهم لم يتغير",
    ),
]
REPORTING += [
    ("what many deplore", "استنكر عدد من السكان والسائقين حادثة الجسر.", "حادثة الجسر"),
    ("what a participle judges", "وقال إن الواحة تعاني، معتبرا العطش سبب الهجرة.", "العطش سبب الهجرة"),
    ("what a participle confirms", "وقال إن العمل مستمر، مؤكدا جودة المياه فيها.", "جودة المياه فيها"),
    ("a plural verb's object", "وتوقعوا تخفيض الأسعار بعد الحصاد.", "تخفيض الأسعار بعد الحصاد"),
    ("what somebody calls for with «ل»", "ودعا لمزيد من السدود في الواحة.", "لمزيد من السدود في الواحة"),
]
REPORTING += [
    ("a blessing is no object", "وأكد سموه -حفظه الله- اعتزاز الواحة بأبنائها.", "اعتزاز الواحة بأبنائها"),
    (
        "a purpose that is implored",
        "وقال إن الخطر كبير، مناشدا دول الجوار للتحرك لوقف هذا الحريق.",
        "للتحرك لوقف هذا الحريق",
    ),
]
REPORTING += [
    ("a cue behind its quotation", "«لم يصلنا الماء منذ أسبوع»، يقول سامر النوري بأسى.", "لم يصلنا الماء منذ أسبوع"),
    ("a quotation behind a platform", "وكتب النوري على تويتر «لن نغلق السد أبدا».", "لن نغلق السد أبدا"),
    ("several subjects and an object", "وأدانت كل من دروان وتلمار وهضرين الهجوم.", "الهجوم"),
    ("a body and what it praises", "وثمنت الجمعية مجهودات المزارعين.", "مجهودات المزارعين"),
    ("one's own deed far behind", "أعلن زين النوري والفنانة ليان، الثلاثاء، انفصالهما بعد عام.", "انفصالهما بعد عام"),
    (
        "what prompted it is no part",
        "وقالت الوزارة إن القافلة وصلت، وذلك بعد إعلان الجيش سقوط الجسر.",
        "إن القافلة وصلت",
    ),
    ("what prompted it is told", "وقالت الوزارة إن القافلة وصلت، بعد إعلان الجيش سقوط الجسر.", "سقوط الجسر"),
    ("another's saying with where", "وأضاف النوري أن الوزير أعرب خلال اللقاء عن ارتياحه للهدنة.", "عن ارتياحه للهدنة"),
    ("who somebody is, in brackets", "وقال سامر (طالب، 22 سنة): «لا ماء لنا هنا».", "لا ماء لنا هنا"),
    (
        "an adverbial with what it says as a pronoun",
        "وحسب ما أوردته صحيفة «الأفق» المحلية، فإن السد مغلق اليوم.",
        "فإن السد مغلق اليوم",
    ),
    ("a view with «إلى»", "وذهب الكاتب إلى أن السد قديم.", "إلى أن السد قديم"),
    ("what is hinted at", "كما لمح إلى إغلاق السد.", "إلى إغلاق السد"),
]
SILENT = [
    ("who went somewhere", "وذهب الوزير إلى الواحة قبل أن يغلق السد."),
    ("the narrator's own belief", "أعتقد أن السد قديم."),
    ("a plan that nobody told", "تعتزم الواحة استيراد الماء."),
    ("a charge", "والكاتب موقوف في الواحة لاتهامه بسرقة الماء."),
    ("an amount", "فيما يبلغ عدد السدود نحو 20 سدا، مع العلم أن سدا واحدا مغلق."),
    ("what else is lifted", "ورفع العمال سقف السد أمس."),
    (
        "a verbal noun that looks like a verb with its object",
        "جاءت الزيارة في إطار محاولة طمأنة السكان بأن الماء يكفي.",
    ),
    ("what turned out", "تبين بعد ثلاثة أيام أن السد مغلق."),
    ("an adverb that looks like a participle", "ارتفع الماء مجددا بعد أن فتح السد."),
    ("a relative provision", "فتح المعبر وفق ما ينص عليه القانون على الجانبين."),
    ("a number of accused", "نقل 93 متهما بالسرقة إلى الواحة."),
    ("nobody expects", "ويتوقع أن يمثل المتهم أمام المحكمة غدا."),
    ("a verbal noun, no verb", "خرج المزارعون إلى الساحة رفضا لإقامة السد."),
    ("an adjective", "جرت المباراة وسط إجراءات مشددة في الملعب على أرض الواحة."),
    ("a measure, no source", "تصرف المياه وفق القانون الجديد في الواحة."),
    ("a plan, no source", "تسير الأعمال في السد حسب الخطة المقررة."),
    ("nobody's warnings", "ارتفع الماء وسط تحذيرات من فيضان قريب."),
    ("the narrator's own saying", "لا بد من القول إن السد قديم."),
    ("a reason is no content", "ذكر المزارعون القدامى في الواحة لأنهم بنوا السد."),
    ("a noun that looks like a participle", "جلس في الساحة شبان مؤيدين للقضية."),
]


def statements(text: str) -> tuple[Statement, ...]:
    return read(Page(text=text, location="test"), lexicon.load([WORLD])).statements


@pytest.mark.parametrize(("text", "content"), [c[1:] for c in REPORTING], ids=[c[0] for c in REPORTING])
def test_a_report_is_found_with_its_content(text: str, content: str) -> None:
    assert content in [s.content.text for s in statements(text)]


@pytest.mark.parametrize("text", [c[1] for c in SILENT], ids=[c[0] for c in SILENT])
def test_what_reports_nothing_is_no_statement(text: str) -> None:
    assert not statements(text)


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        (
            "وأضاف النوري أن الشركة أوقفت حفر الآبار في الواحة وسحبت عمالها من الموقع، بعد تعهدها بتسليمها قبل الربيع.",
            "بتسليمها قبل الربيع",
        ),
        (
            "وقالت الوزارة إن الآبار لم تحفر في القرى البعيدة، وإن إدارة السد طالبت الشركة بتسليم الموقع إليها.",
            "بتسليم الموقع إليها",
        ),
    ],
)
def test_another_sources_saying_within_a_content_is_told_besides(text: str, inner: str) -> None:
    assert inner in [s.content.text for s in statements(text)]
    assert len(statements(text)) == 2


def test_a_passive_or_the_outer_subjects_own_verb_within_a_content_is_not() -> None:
    text = "وقالت الوزارة إن الحريق أتلف محاصيل القرى البعيدة كلها وأصيب عامل بحروق وصفت بأنها من الدرجة الأولى."
    assert len(statements(text)) == 1


def test_a_place_in_a_title_is_no_content_where_the_complementiser_follows() -> None:
    text = "وأفاد سامر النوري المتحدث الرسمي بهيئة الهلال الأزرق بالحدود الشمالية أن الغرفة تلقت بلاغا."
    (found,) = read(Page(text=text, location="x"), lexicon.load([WORLD])).statements
    assert found.content.text == "أن الغرفة تلقت بلاغا"
