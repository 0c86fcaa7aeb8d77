"""Sentences and quotations, whatever marks the page uses."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mawqif.model import Furniture, Report, Span
from mawqif.segment import passage, quotations


def _report(text: str, *furniture: Furniture) -> Report:
    return Report(id="r", text=text, furniture=furniture)


def _sentences(text: str) -> list[str]:
    cut = passage(_report(text))
    return [cut.text[s.start : s.end].strip() for s in cut.sentences]


QUOTED = [
    ("قال «نحن هنا» ومضى", ["نحن هنا"]),
    ("قال “نحن هنا” ومضى", ["نحن هنا"]),
    ("قال „نحن هنا“ ومضى", ["نحن هنا"]),
    ('قال "نحن هنا" ومضى', ["نحن هنا"]),
    ("قال 'نحن هنا' ومضى", ["نحن هنا"]),
    ("قال “نحن هنا» ومضى", ["نحن هنا"]),
    ("قال ”نحن هنا“ ومضى", ["نحن هنا"]),
    ("قال «نحن «أهل» هنا» ومضى", ["نحن «أهل» هنا"]),
    ("قال «نحن هنا ومضى", []),
    ("قال نحن» هنا ومضى", []),
]


@pytest.mark.parametrize(("text", "inner"), QUOTED)
def test_quotation_marks_of_every_kind(text: str, inner: list[str]) -> None:
    assert [text[q.inner_start : q.inner_end] for q in quotations(text)] == inner


def test_a_stray_mark_costs_its_own_paragraph_alone() -> None:
    text = "قال «نحن هنا ومضى.\nوقال «نحن هناك» وعاد."
    assert [text[q.inner_start : q.inner_end] for q in quotations(text)] == ["نحن هناك"]


def test_a_quotation_may_run_over_paragraphs() -> None:
    text = "وقال «نحن هنا.\nولن نرحل» ومضى."
    assert [text[q.inner_start : q.inner_end] for q in quotations(text)] == ["نحن هنا.\nولن نرحل"]


SPLIT = [
    ("جاء الوفد. ثم عاد.", ["جاء الوفد", "ثم عاد"]),
    ("سلمه الكتاب له. ثم عاد.", ["سلمه الكتاب له", "ثم عاد"]),
    ("قال د. نائل إن الطريق طويل. ثم عاد.", ["قال د. نائل إن الطريق طويل", "ثم عاد"]),
    ("قال «جاء الوفد. ثم عاد» ومضى.", ["قال «جاء الوفد. ثم عاد» ومضى"]),
    ("هل عاد الوفد؟ نعم!", ["هل عاد الوفد", "نعم"]),
    ("بلغت النسبة 3.5 في المئة.", ["بلغت النسبة 3.5 في المئة"]),
    ("الواحة (وكالة) - وصل الوفد.", ["وصل الوفد"]),
    ("الواحة 5 صفر 1452 هـ الموافق 7 يونيو 2030 م وكالة\nوصل الوفد.", ["وصل الوفد"]),
    ("سطر\r\nسطر", ["سطر", "سطر"]),
]


@pytest.mark.parametrize(("text", "sentences"), SPLIT)
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: list[str]) -> None:
    assert _sentences(text) == sentences


def test_furniture_is_in_no_sentence() -> None:
    text = "عاجل وصل الوفد. أخبار أخرى"
    label, tail = Span.of(text, 0, 4), Span.of(text, 16, len(text))
    cut = passage(_report(text, Furniture(label, "label"), Furniture(tail, "tags")))
    assert [text[s.start : s.end].strip() for s in cut.sentences] == ["وصل الوفد"]


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet="قال إن «»“”\"'().،:؟\n\rـًأبت 🙂\u200f", max_size=120))
def test_cutting_any_text_gives_ordered_stretches_inside_it(text: str) -> None:
    cut = passage(_report(text))
    for earlier, later in zip(cut.sentences, cut.sentences[1:], strict=False):
        assert earlier.end <= later.start
        assert earlier.last <= later.first
    for s in cut.sentences:
        assert 0 <= s.start < s.end <= len(text)
    for q in cut.quotations:
        assert 0 <= q.start < q.inner_start <= q.inner_end < q.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير لقناة (إيه.تي.في) في الواحة إن السد مغلق",
        "قال عضو حزب بي.إس.إي في الواحة إن السد مغلق",
        "وقال الوزير في رسالته:\n«السد مغلق. والجسر مفتوح»",
    ],
)
def test_a_sentence_goes_on_over_initials_and_to_the_quotation_on_the_next_line(text: str) -> None:
    (only,) = passage(Report(id="r", text=text)).sentences
    assert text[only.start : only.end] == text


def test_marks_turned_the_wrong_way_do_not_pair_over_the_text_between() -> None:
    text = "في مركز ” الواحة “. وأوضح الوزير أن السد مغلق، في معرض ” المياه “."
    assert [q.inner_end - q.inner_start < 12 for q in passage(Report(id="r", text=text)).quotations] == [True, True]


def test_a_closing_mark_behind_a_colon_opens_the_next_quotation() -> None:
    text = "صرح المتحدث: «السد مغلق منذ أيام. وقال في بيانه:» نعمل على فتحه قبل الربيع»."
    (only,) = passage(Report(id="r", text=text)).quotations
    assert text[only.inner_start : only.inner_end].strip() == "نعمل على فتحه قبل الربيع"
