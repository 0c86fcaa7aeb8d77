"""Folding, its way back to the text as given, words and stems."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mawqif.arabic import WORD, fold, folded, search_key, stem

LETTERS = st.text(alphabet="أإآاىيةهؤئ ءـًٌٍَُِّْٰٓ‏‎كسمق«»1٣", max_size=30)


@pytest.mark.parametrize(
    ("spelt", "same"),
    [
        ("أمريكا", "امريكا"),
        ("مُؤكِّدًا", "موكدا"),
        ("السُّلْطَة", "السلطه"),
        ("علـــى", "علي"),
        ("٢٠٣١", "2031"),
        ("ﻷطماع", "اطماع".replace("اط", "لاط")),
        ("الأميركيّة", "الامريكيه"),
        ("الأمريكية", "الامريكيه"),
    ],
)
def test_spellings_of_one_word_fold_alike(spelt: str, same: str) -> None:
    assert fold(spelt) == same


@settings(deadline=None)
@given(st.one_of(LETTERS, st.text(max_size=30)))
def test_the_offset_map_leads_back_to_the_text(text: str) -> None:
    f = folded(text)
    assert f.text == fold(text)
    assert len(f.origin) == len(f.text) + 1
    for i in range(len(f.text)):
        a, b = f.source(i, i + 1)
        assert 0 <= a < b <= len(text)
        assert f.text[i] in fold(text[a:b])


@settings(deadline=None)
@given(LETTERS)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_a_word_keeps_its_marks_and_leaves_punctuation() -> None:
    words = [m.group() for m in WORD.finditer("قال: «مُؤكِّدًا» (لـ\u200fالأفق)، انتهى.")]
    assert words[:2] == ["قال", "مُؤكِّدًا"]
    assert all(not set(w) & set("«»():،.") for w in words)


@pytest.mark.parametrize("form", ["الدروانية", "والدروانية", "للدروانيين", "درواني", "بالدروانية"])
def test_clitics_and_endings_meet_in_one_stem(form: str) -> None:
    assert stem(fold(form)) in {"درواني", "دروان"}


def test_a_query_and_a_text_meet_in_the_search_key() -> None:
    assert search_key("الأمْرُ") == search_key("الامر")
    assert search_key("٢٠٣١ عامًا") == search_key("2031 عاما")
