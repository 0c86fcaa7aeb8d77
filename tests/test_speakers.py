"""Who speaks where the mention is an office, a surname or nothing at all: small invented texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from mawqif import lexicon
from mawqif.model import Page
from mawqif.pipeline import read

WORLD = Path(__file__).parent.parent / "src" / "mawqif" / "demo" / "world"  # invented states and outlets


def speakers(text: str) -> list[str | None]:
    """The names of the speakers of a text, in its order."""
    return [s.speaker.name for s in read(Page(text=text, location="test"), lexicon.load([WORLD])).statements]


OFFICES = [
    "رد سامر النوري، رئيس الوزراء الدرواني، على الأسئلة.\nوقال رئيس وزراء دروان إن السد سيبقى مغلقا.",
    "قال رئيس الحكومة الدروانية إن السد سيبقى مغلقا.\nوغادر سامر النوري رئيس الوزراء الدرواني الواحة.",
    "زار سامر النوري، نائب مدير ميناء الواحة، الأرصفة.\nوأكد نائب مدير الميناء أن السد سيبقى مغلقا.",
]


@pytest.mark.parametrize("text", OFFICES)
def test_a_title_behind_a_name_is_the_office_of_its_holder(text: str) -> None:
    assert speakers(text) == ["سامر النوري"]


def test_a_first_name_finds_the_full_name_that_stands_without_a_title() -> None:
    assert speakers("والتقى بها خديجة المرداسي أمام الجسر.\nوقالت خديجة إن السد سيبقى مغلقا.") == ["خديجة المرداسي"]


SAID = "إن السد سيبقى مغلقا"
POINTING_BACK = [
    ("a mother by her son", "تقول أم سامر «نحن هنا منذ سنة كاملة».", "أم سامر"),
    ("a deed of three letters behind a name", "وهدد تامر النوري بطرد السفراء.", "تامر النوري"),
    ("a byname", f"غادر نائل القرشمي الملقب بأبي سامر.\nوقال أبو سامر {SAID}.", "نائل القرشمي"),
    ("a lone name that expects", "ولم يستبعد النوري أن يغلق السد.", "النوري"),
    (
        "who holds an office of a foreign body",
        f"قال يورغن نائل، مدرب ليفربول، {SAID}.\nوقال مدرب ليفربول {SAID}.",
        "يورغن نائل",
    ),
    ("who accuses whom", "واتهم ناشطون الحكومة بالتقصير.", "ناشطون"),
    ("who explains what", "وأرجع الخبير سبب الأزمة إلى الجفاف.", "الخبير"),
    ("a state that judges", "ووصفت دروان التصريحات بأنها خطيرة.", "دروان"),
    ("others", f"على أن آخرين أشاروا {SAID.replace('إن', 'إلى أن')}.", "آخرين"),
    ("between «كان» and «قد»", "وقبلها كان الوزير سامر النوري قد أعلن أن السد مغلق.", "سامر النوري"),
    ("the latter", f"انتقد سامر النوري السد بحضور الوزير نائل القرشمي.\nوقال الأخير {SAID}.", "نائل القرشمي"),
    ("a name in another spelling", f"غادر مدير المصرف نائل القرشمي الواحة.\nوقال القشرمي {SAID}.", "نائل القرشمي"),
    ("a servant", f"غادر المدير نائل عبدالمرداسي.\nوقال المرداسي {SAID}.", "نائل عبدالمرداسي"),
    ("a name between commas", f"وقال حلزان {SAID}.\nوأكده موظف في الميناء، كورتي حلزان.", "كورتي حلزان"),
    ("a foreign name without a title", f"وجاء به كورتن حلزوف إلى هنا.\nوقال حلزوف {SAID}.", "كورتن حلزوف"),
    ("a noun before a family name", f"وزار فريق حلزوف الجسر.\nوقال حلزوف {SAID}.", "حلزوف"),
    ("a lone name with an age", f"وقال حلزوف (22 عاما) في رسالة {SAID}.", "حلزوف"),
    ("the same one", f"أعلن سامر النوري أن السد مغلق.\nوقال ذات المسؤول {SAID}.", "سامر النوري"),
    ("a son's name", f"غادر المدير نائل بن حلزان.\nوقال ابن حلزان {SAID}.", "نائل بن حلزان"),
    ("a lone family name nobody else told of", f"وقال المرداسي {SAID}.", "المرداسي"),
    ("how it was said", f"غادر المدير نائل المرداسي.\nوقال المرداسي هاتفيا {SAID}.", "نائل المرداسي"),
    ("once more", f"غادر المدير نائل المرداسي.\nوقال المرداسي أيضا {SAID}.", "نائل المرداسي"),
    ("as somebody tells", f"غادر المدير نائل المرداسي.\nوقال المرداسي بحسب الأفق {SAID}.", "نائل المرداسي"),
    ("a name in marks", 'غادر المدير نائل المرداسي.\nونفى "المرداسي" أن يكون السد مغلقا.', "نائل المرداسي"),
    (
        "two family names",
        f'غادر الشيخ محمد المبارك الصباح في قارب.\nوقال "الصباح" {SAID}.',
        "محمد المبارك الصباح",
    ),
    (
        "the last of several who are thanked",
        "قال المدير نائل المرداسي إن الماء قليل.\nورفع الشكر للملك، وولي عهده، كما هنأ منسوبي الوزارة بهذه المناسبة.",
        "نائل المرداسي",
    ),
    (
        "whom an outlet cites",
        "غادر المدير نائل المرداسي.\nوذكرت صحيفة الأفق نقلا عن المرداسي أن السد مغلق.\nوأشار إلى أنه قليل.",
        "نائل المرداسي",
    ),
    ("when it was said", f"غادر المدير نائل المرداسي.\nوقال المرداسي آنذاك {SAID}.", "نائل المرداسي"),
    ("for whom it was said", f"غادر المدير نائل المرداسي.\nوقال المرداسي باسم المجلس {SAID}.", "نائل المرداسي"),
    (
        "an adverb that begins a name",
        f"وحضر وزير الري بكينيا عز الدين المرداسي.\nوقال المرداسي {SAID}.",
        "عز الدين المرداسي",
    ),
    ("a thing behind a lone name", "ووصفت خديجة الهجوم بأنه عمل خطير.", "خديجة"),
    (
        "scripture",
        f"قال الوزير سامر النوري {SAID}.\nوقال الله تعالى «وجعلنا من الماء كل شيء حي».\nوأضاف أن الماء قليل.",
        "سامر النوري",
    ),
    (
        "whom an outlet told of",
        f"غادر المدير نائل المرداسي.\nونقلت صحيفة الأفق عن المرداسي {SAID.replace('إن', 'أن')}.\nوأشار إلى أنه قليل.",
        "نائل المرداسي",
    ),
    ("a family name of time", f"وحضر عبدالرحمن المقبل إلى هنا.\nوقال المقبل {SAID}.", "عبدالرحمن المقبل"),
    ("a family name that is the morning", f"غادر المدير محمد نائل الصباح.\nوقال الصباح {SAID}.", "محمد نائل الصباح"),
    (
        "whom something is given to holds no office of the giver",
        "غادر الوزير نائل القرشمي.\nورفع وزير الري التعازي لخادم الحرمين الشريفين الملك سامر النوري في الضحايا.",
        "وزير الري",
    ),
    (
        "a title behind a family name",
        "غادر المدير نائل المرداسي.\nكما شكر المرداسي الأمير سامر على دعمه.",
        "نائل المرداسي",
    ),
    ("a demonstrative before sources", f"وذكرت مصادر في الميناء أن السد مفتوح.\nوقالت تلك المصادر {SAID}.", None),
]


@pytest.mark.parametrize(("text", "name"), [c[1:] for c in POINTING_BACK], ids=[c[0] for c in POINTING_BACK])
def test_a_mention_that_points_back_is_resolved(text: str, name: str | None) -> None:
    found = speakers(text)
    assert found[-1] == (name or found[0])


def test_nobody_new_goes_on_so_the_name_is_the_nameless_one_s() -> None:
    first = "قال مستشار للرئيس الدرواني إن السد مغلق."
    assert speakers(f"{first}\nوأضاف سامر النوري أن المعبر مفتوح.") == ["سامر النوري"] * 2
    assert speakers(f"{first}\nوقال سامر النوري إن المعبر مفتوح.") == ["مستشار للرئيس الدرواني", "سامر النوري"]
    told = speakers(f"{first}\nوأضاف سامر النوري أن مجلس المياه دعا إلى جلسة عاجلة في الواحة.")
    assert told == ["سامر النوري", "مجلس المياه"]


def test_an_office_that_nobody_holds_goes_on_for_who_has_the_floor() -> None:
    text = "قال سامر النوري، وزير الري والزراعة، إن السد مغلق.\nوأضاف وزير الري الدرواني أن المعبر مفتوح."
    assert speakers(text) == ["سامر النوري"] * 2


def test_the_floor_goes_back_to_him_in_whose_words_another_one_spoke() -> None:
    text = "قال الوزير سامر النوري إن مجلس المياه دعا إلى جلسة عاجلة في الواحة.\nوأضاف أن السد مغلق."
    assert speakers(text) == ["مجلس المياه", "سامر النوري"]


def test_several_people_do_not_go_on_in_the_singular() -> None:
    text = "قال الوزير سامر النوري إن السد مغلق.\nوقال خبراء إن الملء بدأ.\nوأضاف أن المعبر مفتوح."
    assert speakers(text) == ["سامر النوري", "خبراء", "سامر النوري"]


def test_whom_it_was_said_to_is_not_who_said_it() -> None:
    text = "أعلن سامر النوري أن السد مغلق.\nوأكد للمبعوث الدرواني أن المعبر مفتوح."
    assert speakers(text) == ["سامر النوري"] * 2


TOLD_OF = [
    ("the subject of another verb", f"تلقى الوزير سامر النوري الدعوة، وأكد {SAID.replace('إن', 'أن')}.", "سامر النوري"),
    ("of the sentence before", f"وافتتح الوزير سامر النوري الميناء. وقال {SAID}.", "سامر النوري"),
    ("after a turn", f"أما سامر النوري، وهو ممثل الحوض، فقال {SAID}.", "سامر النوري"),
    ("in whose words it came", f"جاء ذلك على لسان السفيرة هالة مراد. وقالت {SAID}.", "هالة مراد"),
    ("whose speech it is", f"وانتشر تسجيل للوزير سامر النوري قال فيه {SAID}.", "سامر النوري"),
]


@pytest.mark.parametrize(("text", "name"), [c[1:] for c in TOLD_OF], ids=[c[0] for c in TOLD_OF])
def test_of_whom_it_is_told_is_who_speaks(text: str, name: str) -> None:
    before = "وقال المدير نائل القرشمي إن المعبر مفتوح.\n"
    assert speakers(before + text) == ["نائل القرشمي", name]


def test_to_whom_something_is_brought_is_not_who_speaks() -> None:
    text = "وقال المدير نائل القرشمي إن المعبر مفتوح.\nومنح الجائزة للوزير سامر النوري، مؤكدا أن السد مغلق."
    assert speakers(text) == ["نائل القرشمي"] * 2


@pytest.mark.parametrize("mention", ["سموه", "الأخير", "المسؤول ذاته"])
def test_a_mention_by_honour_or_place_is_the_one_who_spoke(mention: str) -> None:
    text = f"قال سمو الأمير سامر النوري إن السد مغلق.\nوأكد {mention} أن المعبر مفتوح."
    assert speakers(text) == ["سامر النوري"] * 2


def test_an_honour_goes_past_who_does_not_have_it() -> None:
    text = "قال معالي الوزير سامر النوري إن السد مغلق.\nوقال المدير نائل القرشمي إن الملء بدأ."
    text += "\nوأكد معاليه أن المعبر مفتوح."
    assert speakers(text) == ["سامر النوري", "نائل القرشمي", "سامر النوري"]


def test_a_lone_word_behind_its_verb_is_a_name_and_not_who_spoke_before() -> None:
    text = "قال الوزير سامر النوري إن السد مغلق.\nوأكد برنشتوف أن المعبر مفتوح."
    assert speakers(text) == ["سامر النوري", "برنشتوف"]


def test_researchers_are_the_scientists_who_spoke() -> None:
    text = "قال علماء إن السد مغلق.\nوأكد الباحثون أن المعبر مفتوح."
    assert speakers(text) == ["علماء"] * 2


SPOKE = {
    "سامر النوري": "قال سامر النوري، رئيس المجلس الإقليمي للمياه، إن السد مغلق.",
    "هالة مراد": "قالت هالة مراد، الباحثة في علم الاجتماع، إن السد مغلق.",
    "الهيئة الوطنية للسدود": "قالت الهيئة الوطنية للسدود إن السد مغلق.",
    "وزارة الداخلية": "أفاد بلاغ لوزارة الداخلية بأن السد مغلق.",
    "صحيفة الأفق": "ذكرت صحيفة الأفق أن السد مغلق.",
    "مصدر مسؤول من الوزارة": "قال مصدر مسؤول من الوزارة إن السد مغلق.",
}
AGAIN = [
    (
        "سامر النوري",
        "وأكد",
        "المتحدث نفسه، المسؤول الإقليمي ذاته، المصدر ذاته، الفاعل الجمعوي عينه، المصرح، الرجل، المسؤول المغربي",
    ),
    ("هالة مراد", "وأكدت", "المتحدثة ذاتها، الباحثة، الباحثة نفسها، المصدر ذاته"),
    ("الهيئة الوطنية للسدود", "وأكدت", "الهيئة، الهيئة ذاتها، المصدر ذاته، الجهة نفسها، الهيئة المذكورة، البيان"),
    ("وزارة الداخلية", "وأكدت", "الوزارة، البلاغ ذاته، المصدر ذاته، البلاغ، الوثيقة"),
    ("صحيفة الأفق", "وأكدت", "الصحيفة، الصحيفة ذاتها، المصدر ذاته، اليومية"),
    ("مصدر مسؤول من الوزارة", "وأكد", "المصدر، المصدر ذاته، المصدر المسؤول، المتحدث"),
]


@pytest.mark.parametrize(("name", "cue", "mention"), [(n, c, m) for n, c, ms in AGAIN for m in ms.split("، ")])
def test_who_spoke_is_meant_again(name: str, cue: str, mention: str) -> None:
    assert speakers(f"{SPOKE[name]}\n{cue} {mention} أن المعبر مفتوح.") == [name] * 2


def test_another_body_or_outlet_is_not_who_spoke() -> None:
    assert speakers("قالت الهيئة الوطنية للسدود إن السد مغلق.\nوأكدت الشركة أن المعبر مفتوح.")[1] == "الشركة"


HELD = [
    ("رئيس حزب الواحة سامر النوري", "زعيم الحزب"),
    ("الناطق باسم الحكومة الدروانية سامر النوري", "المتحدث الحكومي"),
    ("رئيس الحكومة التلمارية سامر النوري", "رئيس الوزراء التلماري"),
    ("الرئيس الدرواني سامر النوري", "رئيس دروان"),
    ("المبعوث الأممي إلى تلمار سامر النوري", "مبعوث الأمم المتحدة"),
    ("الأمين العام لجامعة الدول العربية سامر النوري", "أمين الجامعة العربية"),
    ("مدير المستشفى سامر النوري", "مدير المستشفى"),
    ("النائب سامر النوري", "البرلماني"),
]


@pytest.mark.parametrize(("who", "office"), HELD)
def test_an_office_in_other_words_is_the_same(who: str, office: str) -> None:
    assert speakers(f"قال {who} إن السد مغلق. وأكد {office} أن المعبر مفتوح.") == ["سامر النوري"] * 2


def test_the_president_is_not_the_head_of_a_council() -> None:
    text = "قال رئيس المجلس الدرواني للمياه سامر النوري إن السد مغلق. وأكد الرئيس الدرواني أن المعبر مفتوح."
    assert speakers(text) == ["سامر النوري", "الرئيس الدرواني"]


def test_the_agency_that_relayed_speaks_for_itself() -> None:
    text = "نقلت وكالة الأفق عن مسؤول درواني قوله إن السد مغلق. وقالت الوكالة إن الملء بدأ."
    assert speakers(text) == ["مسؤول درواني", "وكالة الأفق"]


def test_who_met_whom_is_told_by_gender() -> None:
    text = "استقبل الوزير سامر النوري السفيرة هالة مراد. {} أن السد مغلق."
    assert [speakers(text.format(cue)) for cue in ("وأكد", "وأكدت")] == [["سامر النوري"], ["هالة مراد"]]


def test_an_unnamed_official_is_not_taken_for_who_is_named_next() -> None:
    first = "أعلن مسؤول درواني أن السد مغلق.\n"
    told = speakers(first + "وقال رئيس مجلس المياه سامر النوري إن المعبر مفتوح.")
    assert told == ["مسؤول درواني", "سامر النوري"]


DESCRIBED = [
    ("ضابط في الشرطة", "الضابط"),
    ("مصادر مطلعة في الميناء", "المصدر"),
    ("طبيب في المستشفى", "الطبيب"),
    ("ضابط في الشرطة", "المصدر"),
]


@pytest.mark.parametrize(("who", "again"), DESCRIBED)
def test_a_definite_role_is_the_one_described_before(who: str, again: str) -> None:
    assert speakers(f"قال {who} إن السد مغلق.\nوأكد {again} أن المعبر مفتوح.") == [who] * 2


def test_several_people_issue_a_statement() -> None:
    text = "اجتمع الأهالي أمس.\nوقال سكان في بيان إن السد مغلق.\nوأكد البيان أن المعبر مفتوح."
    assert speakers(text) == ["سكان"] * 2


BODIES = "الأمم المتحدة، الولايات المتحدة، القوات المسلحة، الجمعية العامة، الحزب الحاكم، اللجنة العليا، الشركة القابضة"


@pytest.mark.parametrize("body", BODIES.split("، "))
def test_an_adjective_belongs_to_its_institution(body: str) -> None:
    cue = "دعت" if body[2] != "ح" else "دعا"
    assert speakers(f"{cue} {body} إلى فتح السد.") == [body]
    assert speakers(f"{cue} {body} الأطراف إلى فتح السد.") == [body]


def test_the_accused_with_an_adjective_s_look_is_not_of_the_accuser() -> None:
    assert speakers("اتهم الحزب الجمعية العامة بالتأخير.") == ["الحزب"]


FLOOR = [
    ("أفادت وكالة الأفق بأن الجيش أعلن وقف القتال. وذكرت أن السد مغلق.", "وكالة الأفق"),
    ("أعلنت الخارجية الدروانية أن السد مغلق. وقالت الوزارة إن المعبر مفتوح.", "الخارجية الدروانية"),
    ("قال الوزير سامر النوري إن السد مغلق. ووصف القرار بأنه خاطئ.", "سامر النوري"),
    ("وقال الفريق أول ركن سامر النوري إن السد مغلق.", "سامر النوري"),
]


@pytest.mark.parametrize(("text", "name"), FLOOR, ids=["the agency", "the ministry", "what is described", "a rank"])
def test_who_has_the_floor_in_the_end(text: str, name: str) -> None:
    assert speakers(text)[-1] == name


POINTING_ELSEWHERE = [
    ("قال الوزير سامر النوري إن السد مغلق. وأكدت المصادر ذاتها أن المعبر مفتوح.", "المصادر"),
    ("ذكرت صحيفة الأفق أن السد مغلق. وأكدت البلدية المذكورة أن المعبر مفتوح.", "البلدية"),
    ("قال سامر النوري لنظيره التلماري نائل القرشمي إن السد مغلق. وأكد مندوب تلمار أن المعبر مفتوح.", "مندوب تلمار"),
]


@pytest.mark.parametrize(("text", "name"), POINTING_ELSEWHERE, ids=["sources", "a body", "a counterpart"])
def test_what_points_back_means_nothing_of_another_kind(text: str, name: str) -> None:
    assert speakers(text)[-1] == name


def test_an_outlet_is_known_by_its_name_alone() -> None:
    found = read(Page(text="قالت الضفاف إن السد مغلق.", location="test"), lexicon.load([WORLD])).statements
    assert [(s.speaker.name, s.speaker.kind.value) for s in found] == [("الضفاف", "media")]


def test_a_word_of_time_behind_the_cue_is_nobody() -> None:
    assert speakers("وتحدث الوزير سامر النوري في الواحة. وأعلن الأسبوع الماضي أن السد مغلق.") == ["سامر النوري"]


def test_both_sides_are_several_and_no_body() -> None:
    found = read(Page(text="وأكد الطرفان أن السد مغلق.", location="test"), lexicon.load([WORLD])).statements
    assert [(s.speaker.name, s.speaker.kind.value) for s in found] == [("الطرفان", "unnamed")]


OPENINGS = [
    ("a preposition", f"أعلن سامر النوري أن الجسر مفتوح.\nوفي الواحة أكد {SAID.replace('إن', 'أن')}.", "سامر النوري"),
    ("an adverb that looks like a cue", f"وهنا أكد المرداسي {SAID.replace('إن', 'أن')}.", "المرداسي"),
    ("a comma before its origin", f"وأوضح مصدر، من عائلة السجين، {SAID.replace('إن', 'أن')}.", "مصدر من عائلة السجين"),
    ("a first name that is a time of day", f"وأكد اللواء صباح بن عايد {SAID.replace('إن', 'أن')}.", "صباح بن عايد"),
    ("a first name in «ا»", f"وأعلنت ماريونا كورتيل {SAID.replace('إن', 'أن')}.", "ماريونا كورتيل"),
    ("who had asked", "وزار سامر النوري الجسر.\nوكان النوري قد طالب الحكومة الدروانية بتوضيح الأمر.", "سامر النوري"),
    ("what is there", f"هناك دراسة حديثة أوضحت {SAID.replace('إن', 'أن')}.", "دراسة حديثة"),
]


@pytest.mark.parametrize(("text", "name"), [c[1:] for c in OPENINGS], ids=[c[0] for c in OPENINGS])
def test_a_mention_begins_with_a_noun(text: str, name: str) -> None:
    assert speakers(text)[-1] == name


THEN = "وقال سامر النوري، مدير الري، إن المعبر مفتوح."
FLOOR = [
    (
        "an official without a name is not who is named next",
        f"أعلن المجلس أن الجسر مفتوح. وصرح مسؤول درواني أن السد مغلق. {THEN}",
        ["المجلس", "مسؤول درواني", "سامر النوري"],
    ),
    (
        "an official with a place of his own is another one",
        f"أعلن المجلس أن الجسر مفتوح. وصرح مسؤول في الميناء أن السد مغلق. {THEN}",
        ["المجلس", "مسؤول في الميناء", "سامر النوري"],
    ),
    (
        "what is told within is the inner one's",
        "قال المتحدث سامر النوري إن الوزير نائل القرشمي رحب بإعلان الهدنة وطلب فتح الجسر، مؤكدا أن السد مغلق.",
        ["سامر النوري", "نائل القرشمي", "نائل القرشمي"],
    ),
    (
        "the one who hands over what another one sends",
        "زار وزير الري سامر النوري الواحة.\nونقل وزير الري للرئيس نائل القرشمي تحيات المجلس، مشيدا بالجسر الجديد.",
        ["سامر النوري"],
    ),
    (
        "sources with the same adjective",
        "ذكرت مصادر محلية أن الجسر مفتوح. وأكدت مصادر في الميناء أن السد مغلق. وقالت المصادر المحلية إن المعبر مفتوح.",
        ["مصادر محلية", "مصادر في الميناء", "مصادر محلية"],
    ),
]


@pytest.mark.parametrize(("text", "names"), [c[1:] for c in FLOOR], ids=[c[0] for c in FLOOR])
def test_the_floor_goes_to_who_is_told_of(text: str, names: list[str]) -> None:
    assert speakers(text) == names


def test_what_is_done_is_no_speaker() -> None:
    assert "التعليق" not in speakers("قال سامر النوري إن السد مغلق. ولم يرد التعليق أن المعبر مفتوح.")


DONE_TO = [
    (
        "a masculine verb",
        "زار الوزير سامر النوري الواحة. وكان النوري قد طالب الحكومة الدروانية بفتح المعبر.",
        "سامر النوري",
    ),
    ("a feminine verb", "أعلنت الهيئة المركزية أن المعابر مغلقة وأمرت الملحق بمغادرة الواحة.", "الهيئة المركزية"),
    ("a plural in the accusative", "رحب سامر النوري بالهدنة ودعا الدروانيين إلى التهدئة.", "سامر النوري"),
]


@pytest.mark.parametrize(("text", "name"), [c[1:] for c in DONE_TO], ids=[c[0] for c in DONE_TO])
def test_to_whom_something_is_done_does_not_speak(text: str, name: str) -> None:
    assert speakers(text)[-1] == name


def test_a_law_is_what_provides_and_who_is_described_speaks() -> None:
    text = f"قال سامر النوري {SAID}. واقترح المجلس مشروع قانون جديد ينص على إغلاق المعبر."
    assert "سامر النوري" not in speakers(text)[1:]
    text = "ذكرت تقارير أن كثيرين غابوا ومن بينهم السياسية ليان المرداسي التي قالت إن السد سيبقى مغلقا."
    assert speakers(text)[-1] == "ليان المرداسي"


OFFICE_AGAIN = [
    ("the place of its holder", "زار وكيل محافظة الواحة سامر النوري الجسر. وقال وكيل المحافظ {}.", "سامر النوري"),
    (
        "its shorter form",
        "قال مدير مديرية شرطة الواحة الشمالية إن المعبر مفتوح. وقال مدير مديرية شرطة الواحة {}.",
        "مدير مديرية شرطة الواحة الشمالية",
    ),
    (
        "people who lead the sentence",
        "قال سامر النوري إن الجسر مغلق. وتوجه أهالي السجناء القتلى إلى الميناء، مؤكدين {}.",
        "أهالي السجناء القتلى",
    ),
]


@pytest.mark.parametrize(("text", "name"), [c[1:] for c in OFFICE_AGAIN], ids=[c[0] for c in OFFICE_AGAIN])
def test_an_office_is_found_by_a_part_of_it_and_people_by_their_place(text: str, name: str) -> None:
    assert speakers(text.format(SAID if "مؤكدين" not in text else SAID.replace("إن", "أن")))[-1] == name


def test_a_phrase_that_names_nobody_is_not_the_last_speaker() -> None:
    assert speakers("قال سامر النوري إن الجسر مغلق. وكشفت مقابلات مع سكان كيف أغلق المعبر.")[1:] != ["سامر النوري"]


def test_a_family_name_is_found_when_its_parts_stand_apart() -> None:
    assert speakers(f"زار الوزير سامر أبوحلزان الجسر. وقال أبو حلزان {SAID}.") == ["سامر أبوحلزان"]


def test_who_holds_another_office_is_not_the_nameless_one() -> None:
    text = f"وحضر سامر النوري وزير النفط الكيني.\nوقال وزير العدل الكيني {SAID}.\nوأضاف سامر النوري أن الماء قليل."
    assert speakers(text) == ["وزير العدل الكيني", "سامر النوري"]


BEHIND_OUTLETS = [
    ("an outlet learns from its sources", "علمت «الأفق» من مصادرها أن السد سيبقى مغلقا.", ["مصادرها"]),
    (
        "a source that is not named",
        f"نقلت وكالة الأفق عن مصدر لم تسمه في الوزارة قوله {SAID}.",
        ["مصدر لم تسمه في الوزارة"],
    ),
    (
        "the paper goes on behind its source",
        f"ذكرت البوابة الإلكترونية لصحيفة الأفق نقلا عن مصدر أمني {SAID}.\nوأضافت أن المعبر مفتوح.",
        ["مصدر أمني", "البوابة الإلكترونية"],
    ),
    (
        "who speaks to an agency is not its name",
        f"أعلن مسؤول في الميناء أن المعبر مفتوح.\nوقال المسؤول لوكالة فرانس برس طالبا عدم كشف اسمه {SAID}.",
        ["مسؤول في الميناء"] * 2,
    ),
]


@pytest.mark.parametrize(("text", "expected"), [x[1:] for x in BEHIND_OUTLETS], ids=[x[0] for x in BEHIND_OUTLETS])
def test_the_source_behind_an_outlet_speaks(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


SUBJECTS = [
    ("what is called so", f"قالت ما تسمى «حركة الواحة» {SAID}.", ["حركة الواحة"]),
    ("a pronoun before the subject", f"قالت عنه المستشارة ليان المرداسي {SAID}.", ["ليان المرداسي"]),
    ("on somebody's tongue", "سيبقى السد مغلقا في الواحة كما جاء على لسان المستشارة ليان المرداسي.", ["ليان المرداسي"]),
    (
        "a participle in the writer's gender",
        f"قالت مصادر محلية {SAID}. متوقعا أن يفتح المعبر قريبا.",
        ["مصادر محلية"] * 2,
    ),
    (
        "a participle with its preposition is nobody",
        f"قالت الجمعية {SAID}، داعية إلى تشكيل لجان للحراسة، كما دعت إلى فتح المعبر.",
        ["الجمعية"] * 3,
    ),
    (
        "a noun of saying takes no content of a participle",
        f"أكد سامر النوري {SAID} وفق النتائج التي تم إعلانها أمس، مبينا أن المعبر مفتوح.",
        ["سامر النوري"] * 2,
    ),
    (
        "from one side to another",
        f"قال سامر النوري {SAID}.\nمن جهة أخرى، لفت إلى أن المعبر مفتوح.",
        ["سامر النوري"] * 2,
    ),
    (
        "a family name before the body that it addresses",
        "زار سامر المرداسي الميناء.\nودعا المرداسي حزب الماء إلى فتح السد.",
        ["سامر المرداسي"],
    ),
    (
        "where it is shown is not who says it",
        "نشر حزب الماء شريط فيديو يؤكد فيه أن السد مغلق.",
        ["حزب الماء"],
    ),
    ("whose paper it is", "وفي بيان للوزير سامر النوري، أعلن أن السد مغلق.", ["سامر النوري"]),
    (
        "a source that was an object",
        "نفت مصادر محلية فتح السد.\nلكن مصدرا رسميا أبلغ الصحف بذلك. وقال المصدر إن السد مغلق.",
        ["مصادر محلية", "مصدرا رسميا"],
    ),
    (
        "the same sources in two trades",
        f"قالت مصادر أمنية وطبية {SAID}.\nوأكدت مصادر طبية في الواحة أن المعبر مفتوح.\n"
        "وشددت المصادر الأمنية والطبية على أن الطريق آمن.",
        ["مصادر أمنية وطبية", "مصادر طبية في الواحة", "مصادر أمنية وطبية"],
    ),
    (
        "a diplomat with his nation",
        f"قال دبلوماسي درواني كبير {SAID}.\nوأشار الدبلوماسي الدرواني إلى أن المعبر مفتوح.",
        ["دبلوماسي درواني كبير"] * 2,
    ),
    (
        "a servant's name in one word",
        f"قال رامي عبد الرحمن {SAID}.\nوأكد عبدالرحمن أن المعبر مفتوح.",
        ["رامي عبد الرحمن"] * 2,
    ),
    (
        "one of some people is not one of others",
        f"قال أحد المشاركين {SAID}.\nوأكد أحد المشاركين الآخرين أن المعبر مفتوح.",
        ["أحد المشاركين", "أحد المشاركين الآخرين"],
    ),
    (
        "an outlet that begins like a state",
        "نفت «واشنطن بوست» التهم الموجهة إليها، وحثت المجلس على فتح السد.",
        ["واشنطن بوست"] * 2,
    ),
    (
        "the accused in somebody's sentence",
        f"قالت الحكومة {SAID}، واتهمت المعارضة بإذكاء التوتر.",
        ["الحكومة"] * 2,
    ),
    (
        "sources of two nations",
        f"قال مصدر درواني {SAID}.\nوكانت المصادر الفنلندية قد أشارت إلى أن المعبر مفتوح.",
        ["مصدر درواني", "المصادر الفنلندية"],
    ),
    (
        "who asks is not who answered",
        f"قال سامر النوري {SAID}.\nوكرر الصحافي السؤال قائلا: «هل المعبر مفتوح الآن؟».",
        ["سامر النوري", "الصحافي"],
    ),
    (
        "a source keeps its name to itself",
        f"قال مصدر في الميناء {SAID}.\nوأضاف سامر النوري أن المعبر مفتوح.",
        ["مصدر في الميناء", "سامر النوري"],
    ),
    (
        "the minister of the state where one of another was named last",
        f"قال وزير الري سامر النوري {SAID} بعد لقائه وزير الري الفنلندي يوسف هالين.\nوأكد وزير الري أن المعبر مفتوح.",
        ["سامر النوري"] * 2,
    ),
    (
        "the secretary of a president",
        f"وصل السكرتير الخاص للرئيس الدرواني سامر النوري.\nوقال الرئيس الدرواني {SAID}.",
        ["سامر النوري"],
    ),
    (
        "two persons in one breath",
        f"زار سامر المرداسي الميناء.\nويدعم المرداسي ليان النوري.\nوقالت ليان {SAID}.",
        ["ليان النوري"],
    ),
    (
        "the floor handed over with another verb",
        f"قال سامر النوري {SAID}.\nبدوره، تجنب يوسف المرداسي الإشارة إلى المعبر، وقال: «لا جديد لدينا اليوم».",
        ["سامر النوري", "يوسف المرداسي"],
    ),
    (
        "what a body had issued",
        f"قال سامر النوري {SAID}.\nوكانت الهيئة أصدرت بيانا تطالب فيه بفتح السد.",
        ["سامر النوري", "الهيئة"],
    ),
    ("several people again", f"قال ناشطون {SAID}.\nوأضاف هؤلاء أن المعبر مفتوح.", ["ناشطون"] * 2),
    (
        "the same people in another case",
        f"قال موقوفون في القضية {SAID}.\nونقل عن الموقوفين قولهم إن المعبر مفتوح.",
        ["موقوفون في القضية"] * 2,
    ),
    (
        "an office by a name that the state closes",
        f"قال حاكم مصرف دروان {SAID}.\nوقال سامر النوري إن المعبر مفتوح.",
        ["سامر النوري"] * 2,
    ),
    (
        "who describes another is not he",
        f"قال خطيب مسجد الواحة الشيخ كامل المرداسي التابع للشيخ سامر النوري {SAID}.",
        ["كامل المرداسي"],
    ),
    (
        "the family name that an office ends with",
        f"زار يوسف حلزوف الميناء.\nوقال الخبير في شؤون الماء حلزوف {SAID}.",
        ["يوسف حلزوف"],
    ),
    (
        "a body issues what says it",
        "أصدرت الهيئة العامة للسدود بيانا أعلنت فيه أن السد مغلق.\nوذكرت أن المعبر مفتوح.",
        ["الهيئة العامة للسدود"] * 2,
    ),
    (
        "many people send a letter",
        "توجه عشرات الضباط السابقين إلى رئيس الوزراء برسالة يطالبونه فيها بفتح السد.",
        ["عشرات الضباط السابقين"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [x[1:] for x in SUBJECTS], ids=[x[0] for x in SUBJECTS])
def test_the_subject_stands_somewhere(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


def test_a_measure_is_no_source() -> None:
    closed = "سيبقى السد الكبير مغلقا في الأشهر القادمة، بحسب"
    assert speakers(f"{closed} مصادر محلية.") == ["مصادر محلية"]
    assert speakers(f"{closed} المدة الزمنية.") == []
