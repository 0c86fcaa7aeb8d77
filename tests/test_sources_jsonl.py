"""JSON Lines: each line is a report or an error of its own, in constant memory."""

import datetime as dt
import io
import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mawqif import sources
from mawqif.errors import InputError, ReportTooLarge
from mawqif.model import Page


def read(*lines: str | bytes, **options: int) -> list[sources.Item]:
    data = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    return list(sources.documents("-", stdin=io.BytesIO(data), **options))


def page(line: str | bytes) -> Page:
    (item,) = read(line)
    assert isinstance(item, Page), str(item)
    return item


def error(line: str | bytes) -> str:
    (item,) = read(line)
    assert isinstance(item, InputError)
    return str(item)


def test_every_key_of_a_report_is_kept() -> None:
    line = json.dumps(
        {
            "id": "n1",
            "text": "قال\r\nالوزير ",
            "title": "عنوان",
            "outlet": "صوت المرفأ",
            "url": "https://news.example/1",
            "date": "2021-03-04",
            "else": [1],
        }
    )
    found = page(line + "\r")
    assert found == Page(
        text="قال\r\nالوزير ",
        location="stdin:1",
        id="n1",
        title="عنوان",
        outlet="صوت المرفأ",
        url="https://news.example/1",
        date=dt.date(2021, 3, 4),
        raw=line.encode(),
        encoding="utf-8",
    )


@pytest.mark.parametrize(
    "record",
    [
        {"text": "قال", "media_name": "البريد", "publish_date": "2021-03-04 10:20:30"},
        {"event_text": "قال", "pub_date": "2021-03-04T23:59:59+03:00", "publisher": "البريد"},
        {"text": "", "event_text": "قال", "outlet": None, "publisher": "البريد", "date": " 2021-03-04"},
    ],
)
def test_the_keys_of_others_are_understood(record: dict[str, object]) -> None:
    found = page(json.dumps(record))
    assert (found.text, found.outlet, found.date) == ("قال", "البريد", dt.date(2021, 3, 4))


@pytest.mark.parametrize(
    "date", ["", "yesterday?", "2021-13-45", "2021-02-30", 1614816000, None, [], "0000-00-00", "9" * 400]
)
def test_a_date_that_nobody_can_read_stays_unknown(date: object) -> None:
    assert page(json.dumps({"text": "قال", "date": date})).date is None


@pytest.mark.parametrize(
    ("given_id", "expected"),
    [("7", "7"), (7, "7"), (18446744073709551615, "18446744073709551615"), (1.5, "1.5"), (None, None), ("", "")],
)
def test_an_id_is_kept_as_text(given_id: object, expected: str | None) -> None:
    assert page(json.dumps({"id": given_id, "text": "قال"})).id == expected


@pytest.mark.parametrize("given_id", [True, [], {}, 10**30, 1e300])
def test_an_id_that_cannot_be_kept_exactly_is_refused(given_id: object) -> None:
    assert "the id is neither" in error(json.dumps({"id": given_id, "text": "قال"}))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{bad", "is not JSON"),
        ("{", "is not JSON"),
        ("---", "is not JSON"),
        ('{"text": "قال"', "is not JSON"),
        ('{"text": "قال"} {}', "is not JSON"),
        ('{"text": NaN}', "is not JSON"),
        ("{\0}", "is not JSON"),
        ("[" * 200_000, "is not JSON"),
        ('{"text":' * 100_000, "is not JSON"),
        ("[]", "not a JSON object"),
        ('"قال"', "not a JSON object"),
        ("12", "not a JSON object"),
        ("null", "not a JSON object"),
        ("{}", "has no text"),
        ('{"text": ""}', "has no text"),
        ('{"text": " \\n\\t"}', "has no text"),
        ('{"text": null}', "has no text"),
        ('{"text": 5}', "text is not a string"),
        ('{"text": ["قال"]}', "text is not a string"),
        ('{"text": "\\ud800"}', "half a character"),
        ('{"text": "قال", "title": "\\udc00x"}', "half a character"),
        ('{"text": "قال الوزير'.encode() + b'\xff"}', "byte 29 is not valid UTF-8"),
        (b"\x80\x81\x82", "the encoding is not"),
    ],
    ids=range(23),
)
def test_a_bad_line_is_named_and_the_others_are_read(line: str | bytes, words: str) -> None:
    good = '{"text": "قال"}'
    first, bad, last = read(good, line, good)
    assert isinstance(first, Page)
    assert isinstance(last, Page)
    assert last.location == "stdin:3"
    assert isinstance(bad, InputError)
    assert str(bad).startswith("stdin:2: ")
    assert words in str(bad)
    assert "\n" not in str(bad)
    assert len(str(bad)) < 250


def test_blank_lines_count_and_say_nothing() -> None:
    assert [i.location for i in read("", "  ", '{"text": "قال"}', "\r", "") if isinstance(i, Page)] == ["stdin:3"]


@pytest.mark.parametrize("content", ["\n\n  \n", "\n"])
def test_lines_without_a_report_are_an_error(content: str) -> None:
    assert "there is no report in it" in error(content)


def test_older_encodings_of_a_line_are_read() -> None:
    text = "قالت وزيرة خارجية نوراندا إن بلادها ترفض الاتفاق"
    found = page(f'{{"text": "{text}"}}'.encode("cp1256"))
    assert (found.text, found.encoding) == (text, "windows-1256")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_lines_of_other_unicode_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    place = tmp_path / "a.jsonl"
    place.write_bytes("".join(f'{{"text": "قال {i} 😀 ਊ"}}\r\n' for i in range(5000)).encode(encoding))
    found = [i for i in sources.documents(str(place)) if isinstance(i, Page)]
    assert [p.text for p in found] == [f"قال {i} 😀 ਊ" for i in range(5000)]
    assert (found[0].encoding or "").startswith(encoding[:5])


def test_damage_in_a_stream_of_lines_ends_it_with_an_error(tmp_path: Path) -> None:
    place = tmp_path / "a.jsonl"
    place.write_bytes(b"\xff\xfe" + '{"text": "قال"}\n'.encode("utf-16-le") * 2 + b"\x00\xd8\x00\xd8")
    *_, last = sources.documents(str(place))
    assert "reading stopped here" in str(last)


@pytest.mark.parametrize("name", ["a.json", "docs", "a.jsonl"])
def test_extraction_takes_a_file_of_lines_by_any_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text('{bad\n{"text": "قال"}\n', encoding="utf-8")
    bad, good = sources.documents(str(tmp_path / name))
    assert isinstance(bad, InputError)
    assert isinstance(good, Page)


def test_extraction_takes_texts_and_folders_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("قال", encoding="utf-8")
    for place in (tmp_path, tmp_path / "a.txt"):
        (found,) = sources.documents(str(place))
        assert isinstance(found, Page)
        assert found.text == "قال"


def test_the_longest_line_allowed_is_read() -> None:
    line = '{"text": "' + "a" * 88 + '"}'
    for end in ("", "\n", "\r\n"):
        assert isinstance(read(line + end, max_report=100)[0], Page)
        assert isinstance(read(line + end, max_report=99)[0], ReportTooLarge)


class _LongLine(io.RawIOBase):
    """A report, a line of `size` bytes that exists nowhere as a whole, and a report."""

    def __init__(self, size: int) -> None:
        self._pieces = self._made(size)

    def _made(self, size: int) -> Iterator[bytes]:
        yield b'{"id": "before", "text": "x"}\n{"text": "'
        for _ in range(size // 65536):
            yield b"a" * 65536
        yield b'"}\n{"id": "after", "text": "x"}\n'

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        piece = next(self._pieces, b"")
        buffer[: len(piece)] = piece
        return len(piece)


def test_a_line_of_200_megabytes_is_passed_over_without_being_loaded() -> None:
    stdin = io.BufferedReader(_LongLine(200_000_000), 1 << 17)
    tracemalloc.start()
    try:
        before, long, after = sources.documents("-", stdin=stdin, max_report=1 << 20)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert isinstance(before, Page)
    assert isinstance(after, Page)
    assert isinstance(long, ReportTooLarge)
    assert str(long) == ("stdin:2: the line is longer than 1048576 bytes; split it, or allow more with --max-report")
    assert (before.id, after.id) == ("before", "after")
    assert most < 8 << 20


@settings(deadline=None)
@given(
    st.lists(st.text(st.characters(exclude_categories=("Cs",)), min_size=1).filter(str.strip), min_size=1),
    st.booleans(),
)
def test_texts_come_back_as_they_were(texts: list[str], ascii_only: bool) -> None:
    found = read(*(json.dumps({"text": t}, ensure_ascii=ascii_only) for t in texts))
    assert [i.text for i in found if isinstance(i, Page)] == texts


@settings(deadline=None, max_examples=300)
@given(st.binary(max_size=300), st.integers(1, 50))
def test_no_bytes_make_reading_fail(data: bytes, max_report: int) -> None:
    assert all(isinstance(i, Page | InputError) for i in read(data, max_report=max_report))
    assert all(isinstance(i, Page | InputError) for i in sources.pages(["-"], stdin=io.BytesIO(data)))
