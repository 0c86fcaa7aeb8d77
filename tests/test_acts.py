"""What a statement does: small invented contents behind neutral cues, one fact of the language each."""

from __future__ import annotations

import pytest

from mawqif import lexicon
from mawqif.model import Page
from mawqif.pipeline import read

WHO = "الوزير سامر النوري"
CASES = [
    # nominal contents do what their head noun says, behind «استمرار», «بالغ» too
    (f"أكد {WHO} ضرورة فتح المعبر.", "demand"),
    (f"شدد {WHO} على أهمية التعاون بين المدينتين.", "demand"),
    (f"أكد {WHO} على أهمية هذا اليوم.", "state"),
    (f"أعرب {WHO} عن بالغ قلقه من الملء.", "warn"),
    (f"أعرب {WHO} عن رفضه الملء.", "reject"),
    (f"أعرب {WHO} عن استغرابه من القرار.", "condemn"),
    (f"أعرب {WHO} عن خالص شكره للمجلس.", "support"),
    (f"أبدى {WHO} استعداده للحوار.", "commit"),
    # modals, and who owes what
    (f"قال {WHO} إنه يجب على المجلس فتح المعبر.", "demand"),
    (f"أضاف {WHO} أن على الواحة احترام المعاهدة.", "demand"),
    (f"قال {WHO} إن الشركة مدعوة إلى إصلاح السد.", "demand"),
    (f"قال {WHO} إن السد الذي يجب إصلاحه يقع شمال البلدة.", "state"),
    # negation with its verb
    (f"قال {WHO} إن بلاده لن تسمح بإغلاق المعبر.", "reject"),
    (f"قال {WHO} إن بلاده لن تتخلى عن أهل الوادي.", "commit"),
    (f"أكد {WHO} أن بلاده لن تقف مكتوفة الأيدي.", "warn"),
    (f"قال {WHO} إن السد لن يمتلئ قبل الربيع.", "state"),
    (f"قال {WHO} إن الشركة لم تلتزم بالعقد.", "condemn"),
    (f"قال {WHO}: «لم نغلق المعبر يوما واحدا».", "deny"),
    (f"قال {WHO} إنه لا صحة لما نشر عن السد.", "deny"),
    # the future of one's own, and of others
    (f"قال {WHO}: «سنرسل الخبراء إلى السد».", "commit"),
    (f"قال {WHO} إنه سيزور الوادي غدا.", "commit"),
    (f"قال {WHO}: «سأجري محادثات حول السد».", "commit"),
    (f"قال {WHO}: «سألتم عن السد كثيرا».", "state"),
    (f"قال {WHO}: «أنا وأهلي رهن إشارة المجلس».", "commit"),
    ("أعلنت الشركة عن افتتاح معرض للسدود.", "commit"),
    (f"أعرب {WHO} عن تعازيه لأسر الضحايا.", "state"),
    (f"أكد {WHO} تواصل دعم بلاده للواحة.", "support"),
    (f"قال {WHO} إن أهل الوادي لن ينسوا موقف الواحة.", "support"),
    (f"قال {WHO} إن ما قيل لا يمت بصلة إلى الحقيقة، وهو كلام فارغ.", "condemn"),
    (f"قال {WHO} إن بلاده ستواصل أعمال الصيانة.", "commit"),
    (f"قال {WHO} إن الأمطار ستصل إلى الوادي غدا.", "state"),
    (f"قال {WHO}: «سنرى نتائج ذلك في الربيع».", "state"),
    # verbs of one's own do what they say, those of others are told
    (f"قال {WHO}: «نرحب بالقرار».", "support"),
    (f"قال {WHO} إن بلاده تدعم المجلس.", "support"),
    (f"قال {WHO} إن سكان الوادي يدعمون المجلس.", "state"),
    (f"قال {WHO} إنه كان ينوي السفر إلى الوادي.", "state"),
    (f"قال {WHO}: «قلناها مرارا، رفضنا القرار معروف».", "reject"),
    (f"قال {WHO}: «هدنتنا معروفة لأهل الوادي».", "state"),
    # what an act of another's leads to
    (f"قال {WHO}: «إذا أغلق المعبر فسنخسر موسم الحصاد».", "warn"),
    (f"قال {WHO} إنه إذا نزل المطر امتلأ السد.", "state"),
    # some verbs do it whoever is their subject; «كان» leaves it in the past; a reproach by its parts
    (f"قال {WHO} إن الواحة تدين إغلاق المعبر.", "condemn"),
    (f"قال {WHO} إنه كان من الأفضل فتح المعبر.", "state"),
    (f"قال {WHO} إن الشركة تسعى دائما للهيمنة على الوادي.", "condemn"),
    (f"قال {WHO} إنه لا يمكن السكوت عن ذلك.", "reject"),
    (f"نوه {WHO} بالجهود المبذولة.", "support"),
    (f"أضاف {WHO} أن الفريق على صلة بإدارة السد.", "state"),
    (f"أعلن {WHO} تشكيل لجنة لإصلاح السد.", "commit"),
    (f"أعلن {WHO} مقتل حارس السد.", "state"),
    # judgements are predicates, labels are names
    (f"قال {WHO} إن إغلاق المعبر جريمة حرب.", "condemn"),
    (f"وصف {WHO} القرار بأنه عنصري.", "condemn"),
    (f"قال {WHO} إن الشركة تخدم مصالح التجار.", "condemn"),
    (f"قال {WHO} إن القرار عنصري.", "condemn"),
    (f"قال {WHO} إن الشرطة أوقفت أفراد التنظيم الإرهابي.", "state"),
    (f"قال {WHO} إن انهيار السد يشكل خطرا على القرى.", "warn"),
    (f"وصف {WHO} القرار بأنه خطير.", "condemn"),
    (f"وصف {WHO} الحريق بأنه مروع.", "condemn"),
    (f"قال {WHO} إن الحريق كان مروعا.", "state"),
    (f"قال {WHO} إن الدورة تهدف إلى مكافحة الإرهاب والتطرف والفساد.", "state"),
    # a deed behind «أهمية», a way named with the deed it consists in, who owes what behind a long subject
    (f"شدد {WHO} على أهمية تلبية مطالب المزارعين.", "demand"),
    (f"شدد {WHO} على أهمية البحث عن مصادر للمياه.", "demand"),
    (f"قلل {WHO} من أهمية التعاون بين المدينتين.", "state"),
    (f"قال {WHO} إن مخرج الوادي الوحيد هو العودة إلى الحوار.", "demand"),
    (f"قال {WHO} إن الحل الذي طرحه هو الحل الأفضل.", "state"),
    (f"قال {WHO} إن على المزارعين والتجار والصناع جميعا احترام المعاهدة.", "demand"),
    (f"شدد {WHO} على عمق صلات المدينتين وعلى عظمة إنجاز الأجداد.", "state"),
    # what was not done at all is denied; what was not done is told; verbs that go on, and what texts provide for
    (f"قال {WHO} إن بلاده لم تقدم أي تنازلات.", "deny"),
    (f"قال {WHO} إن بلاده لم تحصل على القرض كله.", "state"),
    (f"قال {WHO} إن الفرق تتقدم نحو السد.", "state"),
    (f"قال {WHO} إن العقد ينص على صيانة السد.", "state"),
    (f"قال {WHO} إن كافة الفرق وصلت إلى السد.", "state"),
    (f"تمنى {WHO} أن ينزل المطر.", "state"),
]


@pytest.mark.parametrize(("text", "act"), CASES)
def test_the_act_of_a_neutral_cue_is_what_its_content_does(text: str, act: str) -> None:
    (found,) = read(Page(text=text, location="test"), lexicon.load()).statements
    assert found.act.value == act


def test_every_group_of_the_word_list_is_understood_in_any_form() -> None:
    nouns = [w.rstrip("*") for k, ws in lexicon.load().words.items() if k.startswith("acts.") for w in ws]
    for start in range(0, len(nouns), 20):
        text = f"قال {WHO} إن " + " و".join(f"{w}نا" for w in nouns[start : start + 20]) + "."
        assert read(Page(text=text, location="test"), lexicon.load()).statements is not None


def test_what_is_no_longer_opposed_is_not_rejected() -> None:
    text = "أعلنت الوزيرة ليان المرداسي أن بلادها لم تعد تعارض ملء السد."
    (found,) = read(Page(text=text, location="x"), lexicon.load()).statements
    assert found.act != "reject"
