"""Mentions taken apart: which words are the name, which the office, and what kind of source it is."""

from __future__ import annotations

import pytest

from mawqif.arabic import fold
from mawqif.lexicon import load, titles
from mawqif.names import named

NAMES = [
    ("a title before it", "وزيرة المياه ليان المرداسي", "ليان المرداسي"),
    ("a title in quotation marks, then a comma", 'المتحدث باسم "لجنة السدود"، سامر النوري', "سامر النوري"),
    ("a place before it", "المسؤول الصحي في صنعاء طارق درويش", "طارق درويش"),
    ("a place with its preposition", "الناطق الإعلامي بجازان ماجد الحمدي", "ماجد الحمدي"),
    ("an institution named after another person", "مدير مركز الملك فيصل للبحوث سامر النوري", "سامر النوري"),
    (
        "a body that is named after another, with its adjective",
        "مسؤول غرفة عمر النحاس التابعة للجيش عادل صبري",
        "عادل صبري",
    ),
    ("a word that is also a verb", "مراسلة الأفق في القدس وجد النوري", "وجد النوري"),
    ("a state before a foreign name", "رئيس وزراء فنلندا السابق ألكسندر هالين", "ألكسندر هالين"),
    ("a verb after it", "الوزير سامر النوري أجرى", "سامر النوري"),
    ("a role after it", "سامر النوري وزير الري", "سامر النوري"),
    ("a son of", "الدكتور سامر بن علي آل درويش", "سامر بن علي آل درويش"),
    ("a servant of", "الدكتور عبد الله النوري", "عبد الله النوري"),
    ("a family name alone", "النوري", "النوري"),
    ("a family name that is a nationality", "اللواء سامر التركي", "سامر التركي"),
    ("a chief who looks like a particle", "الأمين العام للأمم المتحدة بان كي مون", "بان كي مون"),
    ("a family name that is a trade", "المتحدث الرسمي سامر الطيار بقوله", "سامر الطيار"),
    ("a family name shaped like a verb", "الدكتور عبدالله الأشعل", "عبدالله الأشعل"),
    ("a foreign name that begins like a particle", "رئيسة اللجنة فالديس كورهال", "فالديس كورهال"),
    ("a foreign name before a role", "سامر كوربال الخبير", "سامر كوربال"),
    ("a foreign family name behind a title", "المستشارة كورهال", "كورهال"),
    ("a foreign name between commas", "الخبير في شؤون الماء، حلزات كوربالين، أحد الأعضاء", "حلزات كوربالين"),
    ("a trade fellow of an institute", "أرون حلزين الزميل بمعهد الواحة", "أرون حلزين"),
    ("a state with its preposition", "ليان حلزيني بالسعودية", "ليان حلزيني"),
    ("an adjective that is a first name too", "رئيس البرلمان العربي الأستاذ سامر بن علي النوري", "سامر بن علي النوري"),
    ("a role that is a second name", "الرئيس الدرواني سامر قائد المرداسي", "سامر قائد المرداسي"),
    ("a first name of two words", "الشيخ مال الله المرداسي رئيس المجلس", "مال الله المرداسي"),
    ("a common word between title and role", "المهندس سامر العمرة مدير عام الفرع", "سامر العمرة"),
    ("a common word before a family name", "الشيخ سامر الرحيل المرداسي", "سامر الرحيل المرداسي"),
    ("a family name as in Hadramawt", "وزير النقل اليمني بدر باحلزان", "بدر باحلزان"),
    ("a family name of two words that is a star", "النائب سامر نجم الدين", "سامر نجم الدين"),
    ("a father's name spelt like a preposition", "مدير المكتب وليد بن على المرداسي", "وليد بن على المرداسي"),
    ("a family name in «ون»", "الناطق باسم المكتب سامر بحلزون", "سامر بحلزون"),
    ("a first name that looks like a preposition", "الكاتب الصحفي خلف المرداسي", "خلف المرداسي"),
    ("a name that the family repeats", "حلزان الحلزان أمين الاتحاد", "حلزان الحلزان"),
    ("whom another one belongs to", "الشيخ كامل المرداسي التابع للشيخ سامر النوري", "كامل المرداسي"),
    ("a family name of two words", "الدكتور سامر نور الدين، الخبير", "سامر نور الدين"),
    ("a family name in «ه» before a role", "سامر حلوزه المتحدث الرسمي", "سامر حلوزه"),
    ("a servant's foreign family name", "عبد السلام حرابشة رئيس البلدية", "عبد السلام حرابشة"),
    ("a ruler's number", "الملك ماجد الثاني", "ماجد الثاني"),
    ("a family name that is an honorific, before a role", "سامر الشيخ المدير التنفيذي", "سامر الشيخ"),
    ("a blessing after it", "الشيخ سامر رحمه الله", "سامر"),
    ("a foreign name that looks like a verb", "رئيس اتحاد السدود الفنلندي يوهانيم كورتيل", "يوهانيم كورتيل"),
    ("a foreign name that begins like a preposition", "المتحدثة باسم اللجنة لوتا كورتيل", "لوتا كورتيل"),
    ("a name in quotation marks", "مدير الجهاز الفني الفنلندي «كورتوس هالين", "كورتوس هالين"),
    ("a lone family name before a noun", "الحلزاني تأكيد المخاوف", "الحلزاني"),
    ("common words after it", "سامر النوري لجنود الحدود", "سامر النوري"),
    ("a common word after a foreign name", "هالين لجنود", "هالين"),
    ("a noun after a full name", "الوزير سامر النوري اتصالا", "سامر النوري"),
    ("a family name that is an adjective", "الوزير سامر ريفي", "سامر ريفي"),
    ("a first name that is an adjective", "الباحث عظيم إبراهيم", "عظيم إبراهيم"),
    ("a common word between the words of a name", "المهندس رستم مقبول الكبيسي", "رستم مقبول الكبيسي"),
    ("two family names in ي", "رئيس الجمعية راشيد الطالبي العلمي", "راشيد الطالبي العلمي"),
    ("a first name that is a role", "الدكتور مساعد الحلزان", "مساعد الحلزان"),
    ("a family name that looks like a preposition and a city", "الناطق الصحي سامر لصور", "سامر لصور"),
    ("a first name that begins like an article", "إليمو كورتيل، القاضي", "إليمو كورتيل"),
    ("a first name that looks like a verb", "نائب الأمين العام فتح الله حلزان", "فتح الله حلزان"),
    ("a family name like the first one", "الدكتور حلزان الحلزان، الخبير", "حلزان الحلزان"),
    ("a family name that is a role", "سامر المرشد المدير العام", "سامر المرشد"),
    ("a common word before a role", "سامر الشهري المدير الرياضي", "سامر الشهري"),
    ("a title shortened and written to it", "م.سامر الحلزان", "سامر الحلزان"),
    ("a conjunction after it", "الرائد سامر الحلزاني فإن السد", "سامر الحلزاني"),
    ("a family name that is an adjective, behind such a first name", "الرئيس أشرف غني", "أشرف غني"),
    ("a family name that is a role, at the end", "الروائية ليان فقيه", "ليان فقيه"),
    ("a family name that begins like a preposition", "سامر بالاخنيتش", "سامر بالاخنيتش"),
    ("a family name before a conjunction", "سامر عايش وهو بائع", "سامر عايش"),
    ("a servant whose family name is an adjective", "رئيس المجلس عبد الكريم العلمي", "عبد الكريم العلمي"),
    ("who is called so", "أحد السكان، ويدعى كورتي حلزان", "كورتي حلزان"),
    ("a family name that looks like a verb, at the end", "وزير النقل سامر تراس", "سامر تراس"),
    ("a family name in «ه» before a comma", "الدكتور سامر باعجاجه، وكيل الكلية", "سامر باعجاجه"),
    ("one of several after it", "سامر هويلي أحد المسؤولين", "سامر هويلي"),
    ("a title shortened", "د. سامر النوري", "سامر النوري"),
]


NAMES += [
    ("a noun between an honorific and a family name", "الدكتورة وحدة المرداسي", "وحدة المرداسي"),
    ("a trade of the stage", "المغنية ليان المرداسي", "ليان المرداسي"),
    ("a trade of the sea", "الربان سامر حلزان", "سامر حلزان"),
    ("a first name of two words", "وزير الري بكينيا عز الدين المرداسي", "عز الدين المرداسي"),
]


def test_a_feast_is_nobody() -> None:
    found = named("الجميع بمناسبة عيد الفطر المبارك", titles(load()), running=True)
    assert found is None


@pytest.mark.parametrize(("mention", "name"), [c[1:] for c in NAMES], ids=[c[0] for c in NAMES])
def test_the_name_is_found_among_its_titles(mention: str, name: str) -> None:
    found = named(mention, titles(load()))
    assert found is not None
    assert (found.name, found.kind.value) == (name, "person")


KINDS = [
    ("والد الطفل", "unnamed"),
    ("مصدر في الوزارة", "unnamed"),
    ("مسؤول كبير", "unnamed"),
    ("وزير الخارجية", "person"),
    ("البيت الأبيض", "organization"),
    ("ستوكهولم", "state"),
    ("مسؤول تركي طلب الكتمان", "unnamed"),
    ("محلل في الأفق", "unnamed"),
    ("لاعبو فريق الواحة", "unnamed"),
    ("تقرير لصحيفة الأفق", "media"),
    ("مراسل الأفق في الجنوب", "media"),
    ("بيان صادر عن مجلس المياه", "organization"),
]


@pytest.mark.parametrize(("mention", "kind"), KINDS)
def test_the_kind_of_a_source_is_told_by_its_head(mention: str, kind: str) -> None:
    found = named(mention, titles(load()))
    assert found is not None
    assert found.kind.value == kind


WHOLES = [
    ("a comma before its origin", "مصدر، من عائلة السجين", "مصدر من عائلة السجين"),
    ("a quantity", "الكثير من سكان الواحة", "الكثير من سكان الواحة"),
    ("a participle that describes", "جماعات مدافعة عن البحيرة", "جماعات مدافعة عن البحيرة"),
    ("a role with its preposition", "المشرفة على السد في أقوالها", "المشرفة على السد"),
    ("a number behind a comparison", "أكثر من مائة مجموعة مصرية", "أكثر من مائة مجموعة مصرية"),
    ("a pointing word behind a preposition", "ممثلون عن هذه المجموعات", "ممثلون عن هذه المجموعات"),
    ("an adverb", "المجلس بالفعل", "المجلس"),
    ("a noun that is a verb without its article", "الاتحاد الفنلندي لكرة القدم", "الاتحاد الفنلندي لكرة القدم"),
    ("an object", "مواقع التواصل الاجتماعي بيانا صادرا", "مواقع التواصل الاجتماعي"),
    ("a definite noun behind another", "المجلس الاتحادات والملتقيات", "المجلس"),
    ("to whom it was said", "مسؤول في الوزارة للصحافيين", "مسؤول في الوزارة"),
    ("whom a body calls on", "الحكومة الانتقالية المجتمع الدولي", "الحكومة الانتقالية"),
    ("a noun behind a definite body", "المنظمة دول العالم", "المنظمة"),
    ("a verb of several", "نشطاء نظموا عبر المواقع", "نشطاء"),
    ("what a paper writes of", "صحيفة الأفق عن ظاهرة المطر", "صحيفة الأفق"),
    ("two states", "موسكو وأنقرة", "موسكو وأنقرة"),
    ("for whom somebody speaks", "متحدث باسم النوري", "متحدث باسم النوري"),
    ("what stands behind a definite body", "المديرية العامة للشؤون الصحية ملابسات", "المديرية العامة للشؤون الصحية"),
    ("a body behind several people", "عدد من الركاب وزارة النقل", "عدد من الركاب"),
    ("what a paper covers", "استبيان شمل 2000 شخص", "استبيان"),
    ("a verb of the future", "الاتحاد سيخاطب نظيره", "الاتحاد"),
    ("a source that stays unnamed", "مصدر لم تسمه في الوزارة", "مصدر لم تسمه في الوزارة"),
    ("a participle with its preposition", "المصدر المقرب من التنظيم", "المصدر المقرب من التنظيم"),
    ("how many papers", "عدة صحف محلية", "صحف محلية"),
]


@pytest.mark.parametrize(("mention", "name"), [c[1:] for c in WHOLES], ids=[c[0] for c in WHOLES])
def test_what_has_no_name_is_told_with_what_describes_it(mention: str, name: str) -> None:
    found = named(mention, titles(load()))
    assert found is not None
    assert found.name == name


COMMON = [
    ("لجنود", "people"), ("المدربين", "people"), ("نداءات", "nouns"), ("دعوته", "acts"), ("المادة", "nouns"),
    ("مسيرتها", "nouns"), ("للمفاوضة", "deeds"), ("متفاوض", "adjectives"), ("يخجل", "verbs"), ("استقبلت", "verbs"),
    ("سيعلنون", "verbs"), ("لجميع", "people"), ("الأخير", "adjectives"), ("وهناك", "small"),
    ("عسكرية", "people"), ("وبهتانا", "nouns"),
]  # fmt: skip


@pytest.mark.parametrize(("word", "sort"), COMMON)
def test_a_common_word_is_known_in_its_forms(word: str, sort: str) -> None:
    assert titles(load()).words[fold(word)] == sort


@pytest.mark.parametrize("word", ["كارتر", "باول", "فلين", "بوتين", "هالين", "كورهال", "سامر", "النوري", "عون", "ظريف"])
def test_a_name_is_no_common_word(word: str) -> None:
    assert not titles(load()).words[fold(word)]


def test_every_word_that_heads_a_mention_passes_the_quick_look() -> None:
    known = titles(load())
    prefixes = ("", "و", "ف", "ب", "ل", "ال", "وال", "بال", "لل", "ول", "وب", "ولل", "فبال")
    words = {
        p + w for key in ("roles", "unnamed", "documents", "media", "sure") for w in known.lists[key] for p in prefixes
    }
    assert {w for w in words if known.heads[w]} <= known.heading
    assert len(words - known.heading) > len(words) / 4
