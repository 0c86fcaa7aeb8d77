"""Printed interviews: each answer is a direct statement, whatever marks the outlet puts before it."""

from __future__ import annotations

import pytest

from mawqif import lexicon
from mawqif.model import Mode, Page
from mawqif.pipeline import read

INTRO = "أكد وزير الري نائل القرشمي في حوار أن الجسر مفتوح."
ANSWERS = ["نعم. سيفتح السد في الربيع", "لا أعتقد أن الحفر يتوقف، لكننا نبحث عن حل", "هذا ما قاله المدير.\nونحن معه"]
MARKS = [("• ", "•• "), ("* ", "- "), ("● ", "●● "), ("> ", "- "), ("س: ", "ج: "), ("* ", "– ")]


@pytest.mark.parametrize(("asks", "tells"), MARKS)
def test_every_answer_is_one_direct_statement(asks: str, tells: str) -> None:
    lines = [line for n, a in enumerate(ANSWERS) for line in (f"{asks}ما رأيكم في السؤال {n}؟", f"{tells}{a}.")]
    found = read(Page(text="\n".join([INTRO, *lines]), location="test"), lexicon.load()).statements
    assert [s.content.text for s in found[1:]] == ANSWERS
    assert {s.mode for s in found[1:]} == {Mode.DIRECT}
    assert {s.speaker.name for s in found} == {"نائل القرشمي"}


@pytest.mark.parametrize(
    "text",
    [
        "• هل يفتح السد؟\n• هل يفتح الجسر؟\n• هل يفتح المعبر؟",  # questions only
        "* هل يفتح السد؟\n- نعم.",  # one pair is a figure of style
        "- البند الأول\n- البند الثاني\n* ملاحظة",
    ],
)
def test_a_list_is_no_interview(text: str) -> None:
    assert not read(Page(text=text, location="test"), lexicon.load()).statements


PLAIN = """التقت الأفق وزير المياه سامر النوري بعد افتتاح السد.
كيف ترون حال السد؟
{mark}السد في أحسن حال منذ سنوات.
ومتى يفتح المعبر؟
{mark}يفتح المعبر في الربيع بعد الأمطار.
هل تأخر العمل؟
{mark}لم يتأخر العمل يوما واحدا.
وماذا عن المزارعين؟
{mark}المزارعون شركاء لنا في كل خطوة."""


@pytest.mark.parametrize("mark", ["", "- "])
def test_questions_without_a_mark_are_told_by_their_question_marks(mark: str) -> None:
    page = Page(text=PLAIN.format(mark=mark), location="test")
    found = [s.content.text for s in read(page, lexicon.load()).statements]
    assert found[:2] == ["السد في أحسن حال منذ سنوات", "يفتح المعبر في الربيع بعد الأمطار"]
    assert len(found) == 4
