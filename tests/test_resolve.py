"""Speakers over a whole report: offices and their holders, who has the floor, the body behind a document."""

from __future__ import annotations

from pathlib import Path

import pytest

from mawqif.lexicon import load
from mawqif.model import Page
from mawqif.pipeline import read

WORLD = Path(__file__).parent.parent / "src" / "mawqif" / "demo" / "world"  # invented states and outlets

CASES = [
    (
        "a role with a nationality is its holder's",
        "قال وزير الخارجية الفنلندي ألكسندر هالين إن الطريق طويل. وأعلن وزير الخارجية الكيني سامر النوري أن بلاده "
        "توافق.\nوأضاف الوزير الفنلندي أن المحادثات تستمر.",
        "ألكسندر هالين",
    ),
    (
        "a president is no vice-president",
        "التقى الرئيس سامر النوري الوفد. وقال نائب الرئيس الهضريني عادل صبري إن السدود مفتوحة.\n"
        "وأكد الرئيس الهضريني أن الهدنة قائمة.",
        "سامر النوري",
    ),
    (
        "a name before its office holds it",
        "وصل سامر النوري وزير الري الكيني إلى الواحة.\nوقال وزير الري الكيني إن المياه تكفي.",
        "سامر النوري",
    ),
    (
        "the body behind a communiqué",
        "أعلن مجلس السدود في بيان أن المياه تكفي.\nوأضاف البيان أن القناة مفتوحة.",
        "مجلس السدود",
    ),
    (
        "the floor stays with whose words they are",
        "قال الوزير سامر النوري أمس إن الواحة في خطر وأوضح أن لجنة السدود ترى أن القناة ضيقة.\nوأضاف أن الوقت قليل.",
        "سامر النوري",
    ),
    (
        "a state that leads the sentence with another verb",
        "زارت كينيا أمس مخيمات الواحة ووصفتها بأنها بعيدة.",
        "كينيا",
    ),
    (
        "whom a relative clause describes",
        "قال الوزير سامر النوري إن المياه تكفي.\nوحضرت الحفل السياسية هالة مراد التي قالت إن القناة ضيقة.",
        "هالة مراد",
    ),
]


@pytest.mark.parametrize(("text", "name"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_the_last_statement_is_of(text: str, name: str) -> None:
    found = read(Page(text=text, location="test"), load([WORLD])).statements
    assert found[-1].speaker.name == name
