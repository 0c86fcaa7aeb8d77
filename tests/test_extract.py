"""What is a statement, who said it: small invented texts."""

from __future__ import annotations

import pytest

from mawqif import lexicon
from mawqif.model import Page, Statement
from mawqif.pipeline import read

CASES = [
    ("indirect after its subject", "قال وزير المياه سامر النوري إن السد سيبقى مغلقا.", "سامر النوري", "إن السد سيبقى مغلقا"),
    ("direct after a colon", "وقالت المتحدثة هالة مراد: «لن نوقع على الاتفاق قبل الربيع».", "هالة مراد", "لن نوقع على الاتفاق قبل الربيع"),
    ("subject before its verb", "وزير المياه سامر النوري أكد أن السد سيبقى مغلقا.", "سامر النوري", "أن السد سيبقى مغلقا"),
    ("a refusal without أن", "رفض الوزير سامر النوري فتح المعبر أمام الشاحنات.", "سامر النوري", "فتح المعبر أمام الشاحنات"),
]  # fmt: skip


def statements(text: str) -> tuple[Statement, ...]:
    return read(Page(text=text, location="test"), lexicon.load()).statements


@pytest.mark.parametrize(("text", "name", "content"), [c[1:] for c in CASES[:3]], ids=[c[0] for c in CASES[:3]])
def test_content_and_speaker_of_one_cue(text: str, name: str, content: str) -> None:
    found = statements(text)
    assert [(s.speaker.name, s.content.text) for s in found] == [(name, content)]


def test_a_surname_finds_the_full_name() -> None:
    found = statements("قال الوزير سامر النوري إن السد مغلق.\nوأضاف النوري أن المعبر مفتوح.\nوأكد أن الحوار مستمر.")
    assert [s.speaker.name for s in found] == ["سامر النوري"] * 3
