"""The plain text that every stage reads, and the way from it back to the text as given."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mawqif.arabic import plain

PLAIN = [
    ("قَالَ الوَزِيرُ", "قال الوزير"),
    ("كتابًا وكتاباً", "كتابا وكتابا"),
    ("محـــمد", "محمد"),
    ("الواحة ـ وكالات", "الواحة ـ وكالات"),
    ("لـ«الأفق»", "لـ«الأفق»"),
    ("عام 1452هـ، وعام 1453 هـ", "عام 1452ه، وعام 1453 ه"),
    ('قال "نعم" ومضى', "قال «نعم» ومضى"),
    ("قال “نعم” ومضى", "قال «نعم» ومضى"),
    ("قال „نعم“ ومضى", "قال «نعم» ومضى"),
    ("قال ‹نعم› ومضى", "قال «نعم» ومضى"),
    ("قال ''نعم'' ومضى", "قال «نعم» ومضى"),
    ("قال ”نعم“ ومضى", "قال «نعم» ومضى"),
    ('قال:"نعم".', "قال:«نعم»."),
    ('لـ"الأفق"، و"المدى"', "لـ«الأفق»، و«المدى»"),
    ('قال:\u200f"\u200fنعم\u200f"\u200f.', "قال:«نعم»."),
    ('"نعم "كذا" لا"', "«نعم «كذا» لا»"),
    ("سطر\r\nسطر\rسطر\u2028سطر", "سطر\nسطر\nسطر\nسطر"),
    ("كلمة\u00a0\u202fكلمة  كلمة\tكلمة", "كلمة كلمة كلمة كلمة"),
    ("ﺍﻟﺴﻼﻡ ﷲ", "السلام الله"),
    ("ا\u0654مر ا\u0655ن مو\u0654من", "أمر إن مؤمن"),
    ("\ufeffقال\u200f، \u2067نعم\u2069", "قال، نعم"),
    ("don't", "don't"),
    ("قال '\u064b'نعم'' هنا", "قال «نعم» هنا"),
    ("أمريكا وأميركا، مستشفى، ٢٠٣١ – نعم", "أمريكا وأميركا، مستشفى، ٢٠٣١ – نعم"),
]
ODD = st.text(alphabet="قال إن «»“”\"'().،:؟\n\r\t\u00a0ـًّٔابوﻻﷲ\u200f\u2067\u2028﷽ 🙂e\u0301", max_size=60)
TEXTS = st.one_of(ODD, st.text(max_size=60))


@pytest.mark.parametrize(("text", "read"), PLAIN)
def test_one_way_of_writing(text: str, read: str) -> None:
    assert plain(text).text == read


@settings(deadline=None, max_examples=300)
@given(TEXTS)
def test_plain_text_stays_as_it_is_but_for_the_way_that_a_stray_mark_turns(text: str) -> None:
    once = plain(text).text
    assert plain(once).text.replace("«", "»") == once.replace("«", "»")


@settings(deadline=None, max_examples=300)
@given(TEXTS)
def test_every_stretch_leads_back_in_order(text: str) -> None:
    read = plain(text)
    spans = [read.given(i, i + 1) for i in range(len(read.text))]
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert spans == sorted(spans)
    for i in range(len(read.text)):
        assert read.given(i, len(read.text)) == (spans[i][0], spans[-1][1])


@settings(deadline=None, max_examples=300)
@given(TEXTS)
def test_a_place_of_the_text_is_found_in_the_plain_text(text: str) -> None:
    read = plain(text)
    places = [read.at(i) for i in range(len(text) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(read.text)
    for i in range(len(read.text)):
        first, last = read.given(i, i + 1)
        assert read.at(first) <= i < max(read.at(last), read.at(first) + 1)


def test_the_marks_of_a_last_letter_belong_to_a_stretch_and_what_is_beside_it_does_not() -> None:
    read = plain("قالَّ\u200f، \u200fنعمٌ")
    assert [read.source[slice(*read.given(*at))] for at in ((0, 3), (5, 8))] == ["قالَّ", "نعمٌ"]
