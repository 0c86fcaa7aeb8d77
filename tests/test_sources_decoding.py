"""Bytes become text without a change, or are refused in one sentence that says what to do."""

import codecs
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mawqif.errors import InputError
from mawqif.sources.decoding import decode

ARABIC = "قالت وزيرة خارجية نوراندا إن بلادها ترفض الاتفاق، وأضافت أن الموقف «لم يتغير».\r\n\tثم غادرت القاعة"
PROSE = "قال الوزير إن حكومة نوراندا تدعم الهدنة؛ وأضاف مؤكدا أنها لن توقّع قبل عودة المبعوث من لقاء المجلس غدا"
WORDS = PROSE.split()


def refusal(data: bytes, **options: object) -> str:
    with pytest.raises(InputError) as caught:
        decode(data, "a.txt", **options)  # type: ignore[arg-type]
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (ARABIC.encode("utf-8"), "utf-8"),
        (codecs.BOM_UTF8 + ARABIC.encode("utf-8"), "utf-8"),
        (ARABIC.encode("utf-16"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + ARABIC.encode("utf-16-be"), "utf-16-be"),
        (ARABIC.encode("utf-16-le"), "utf-16-le"),
        (ARABIC.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + ARABIC.encode("utf-32-le"), "utf-32-le"),
        (ARABIC.encode("cp1256"), "windows-1256"),
        (b"Plain words, " * 9000 + ARABIC.encode("cp1256"), "windows-1256"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_every_usual_encoding_is_read_and_named(data: bytes, encoding: str) -> None:
    decoded = decode(data, "a.txt")
    assert decoded.encoding == encoding
    assert decoded.text.endswith(ARABIC)


def test_the_older_arabic_standard_is_told_from_windows() -> None:
    text = "قالت وزيرة خارجية نوراندا إن بلادها ترفض الاتفاق، وأضافت أن الموقف لم يتغير"
    assert decode(text.encode("iso8859_6"), "a.txt").encoding == "iso-8859-6"
    assert decode(text.encode("iso8859_6"), "a.txt").text == text


@settings(deadline=None)
@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1), st.sampled_from(["utf-8", "utf-16", "utf-32"])
)
def test_unicode_comes_back_as_it_was(text: str, encoding: str) -> None:
    text = "قال: " + text
    assert decode(text.encode(encoding), "a.txt").text == text


@settings(deadline=None)
@given(
    st.lists(st.sampled_from([*WORDS, "«نعم»", "2021", "\r\n", "“لا”", "-"]), max_size=80),
    st.sampled_from(["cp1256", "utf-16-le", "utf-16-be"]),
)
def test_unmarked_arabic_comes_back_as_it_was(words: list[str], encoding: str) -> None:
    text = " ".join([*WORDS, *words])
    assert decode(text.encode(encoding), "a.txt").text == text


def test_only_one_mark_goes_and_nothing_else() -> None:
    text = "\ufeff\u202bقالـــت\u064b\r\rنعم\u200f \u00a0\n"
    assert decode(codecs.BOM_UTF8 + text.encode(), "a.txt").text == text


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", codecs.BOM_UTF8, codecs.BOM_UTF16_LE + b"\n\0"])
def test_emptiness_is_refused(data: bytes) -> None:
    assert refusal(data).startswith("a.txt: there is nothing in it")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0",
        b"\0",
        b"\0\x01" * 300,
        b"word \0 word",
        b"\x7fELF\x02\x01\x01" + b"\0" * 9 + b"\x03\0>\0",
        bytes(range(1, 32)) * 4 + b"letters",
        "قال\0الوزير".encode("utf-16"),
    ],
)
def test_binary_data_is_refused(data: bytes) -> None:
    assert "binary" in refusal(data)


def test_random_bytes_are_refused() -> None:
    for seed in range(40):
        assert "a.txt: " in refusal(random.Random(seed).randbytes(400))


def test_text_without_a_letter_is_refused() -> None:
    assert "no letter" in refusal("2021 — ١٢٣ !!\n".encode())


@pytest.mark.parametrize(
    ("data", "offset"),
    [
        ("قال الوزير".encode() + b"\xff" + "نعم".encode(), 19),
        ("قال الوزير".encode()[:-1], 17),
        ("é".encode() * 9 + b"\x80", 18),
        ("قال الوزير".encode() + b"\xed\xa0\x80", 19),
    ],
)
def test_damaged_utf8_is_refused_by_its_byte(data: bytes, offset: int) -> None:
    assert refusal(data) == f"a.txt: byte {offset} is not valid UTF-8; save the file again as UTF-8"


def test_damaged_utf16_is_refused_by_its_byte() -> None:
    assert "byte 22 is not valid UTF-16-LE" in refusal("قال الوزير".encode("utf-16") + b"\x06")
    assert "byte 8 is not valid UTF-16-LE" in refusal("قال".encode("utf-16") + b"\x00\xd8ab")


@pytest.mark.parametrize(
    ("data", "charset", "encoding"),
    [
        (b"<meta charset=windows-1256>\x9d", None, "windows-1256"),
        (b'<META http-equiv="Content-Type" content="text/html; charset=windows-1256">\x9d', None, "windows-1256"),
        (b'<?xml version="1.0" encoding="windows-1256"?><p>\x9d', None, "windows-1256"),
        (b"<p>\xc7\xe1</p>", "windows-1256", "windows-1256"),
        (b"<meta charset=utf-8>" + ARABIC.encode("cp1256"), "utf-8", "windows-1256"),
        (b"<meta charset=iso-8859-1>" + ARABIC.encode("cp1256"), None, "windows-1256"),
        (b"<meta charset=windows-1256>" + ARABIC.encode(), "windows-1256", "utf-8"),
        (b"<meta charset=no-such-thing>" + ARABIC.encode("cp1256"), None, "windows-1256"),
        (b"<meta charset=base64>" + ARABIC.encode("cp1256"), None, "windows-1256"),
        ("<meta charset=iso-8859-1>Über Grüße aus München an die schöne Straße".encode("cp1252"), None, "windows-1252"),
    ],
)
def test_a_page_may_say_its_encoding_where_that_is_so(data: bytes, charset: str | None, encoding: str) -> None:
    assert decode(data, "a.html", html=True, charset=charset).encoding == encoding


def test_a_declaration_counts_only_in_markup() -> None:
    assert decode("<meta charset=utf-16> قال".encode(), "a.txt").encoding == "utf-8"
