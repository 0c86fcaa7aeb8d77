"""Files, folders and standard input give pages; what cannot be read is named, and the rest goes on."""

import datetime as dt
import gzip
import io
import lzma
import os
import threading
from collections.abc import Iterable
from pathlib import Path

import pytest

from mawqif import sources
from mawqif.errors import InputError, ReportTooLarge
from mawqif.model import Page
from mawqif.sources import Given, files

TEXT = "قالت وزيرة خارجية نوراندا إن بلادها ترفض الاتفاق.\r\n"
HTML = f"<!DOCTYPE html><html><body><p>{TEXT}</p></body></html>"
LINE = '{"id": "a", "text": "قال الوزير"}\n'


def told(items: Iterable[sources.Item]) -> list[str]:
    """Each page by where it was, each error by what it says."""
    return [item.location if isinstance(item, Page) else str(item) for item in items]


def only(items: Iterable[sources.Item]) -> Page:
    (item,) = items
    assert isinstance(item, Page), str(item)
    return item


def write(path: Path, content: str | bytes = TEXT) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.txt", TEXT, "text/plain"),
        ("a.TXT", TEXT, "text/plain"),
        ("خبر أول.html", HTML, "text/html"),
        ("a.htm", HTML, "text/html"),
        ("a.xhtml", HTML, "text/html"),
        ("a.txt", HTML, "text/plain"),
        ("without suffix", TEXT, "text/plain"),
        ("page.php", "\n " + HTML, "text/html"),
    ],
)
def test_a_file_is_one_page_with_its_bytes(tmp_path: Path, name: str, content: str, media_type: str) -> None:
    place = write(tmp_path / name, content)
    page = only(sources.pages([place]))
    assert (page.text, page.media_type, page.location) == (content, media_type, place)
    assert (page.raw, page.encoding, page.retrieved, page.url) == (content.encode(), "utf-8", None, None)


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress])
def test_compressed_files_are_read_by_the_name_within(tmp_path: Path, pack: object) -> None:
    suffix = ".gz" if pack is gzip.compress else ".XZ"
    assert callable(pack)
    place = write(tmp_path / f"a.html{suffix}", pack(HTML.encode()))
    page = only(sources.pages([place]))
    assert (page.text, page.media_type, page.raw) == (HTML, "text/html", HTML.encode())
    lines = write(tmp_path / f"a.jsonl{suffix}", pack(LINE.encode() * 2))
    assert told(sources.pages([lines])) == [f"{lines}:1", f"{lines}:2"]


def test_what_the_user_gives_wins(tmp_path: Path) -> None:
    line = '{"text": "قال", "outlet": "صوت المرفأ", "date": "2020-01-01"}'
    places = [write(tmp_path / "a.jsonl", line), write(tmp_path / "b.txt")]
    day = dt.date(2021, 5, 6)
    found = [p for p in sources.pages(places, given=Given("البريد", day)) if isinstance(p, Page)]
    assert [(p.outlet, p.date) for p in found] == [("البريد", day)] * 2
    found = [p for p in sources.pages(places, given=Given(date=day)) if isinstance(p, Page)]
    assert [(p.outlet, p.date) for p in found] == [("صوت المرفأ", day), (None, day)]


def test_a_folder_is_read_in_the_order_of_names_without_what_is_no_report(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.html", "c.jsonl", ".hidden.txt", ".git/x.txt", "image.png", "notes.md"):
        write(tmp_path / name, LINE if name.endswith("jsonl") else TEXT)
    expected = ["a/b/c.html", "a/z.txt", "b.txt", "c.jsonl:1"]
    assert told(sources.pages([str(tmp_path)])) == [str(tmp_path / name) for name in expected]


def test_one_bad_file_never_stops_the_rest_of_a_folder(tmp_path: Path) -> None:
    write(tmp_path / "1.txt", b"")
    write(tmp_path / "2.txt", b"\x89PNG\0\0\0")
    write(tmp_path / "3.txt", TEXT.encode() + b"\xff")
    write(tmp_path / "4.txt.gz", b"no gzip at all")
    write(tmp_path / "5.jsonl.gz", gzip.compress(LINE.encode() * 9)[:-20])
    (tmp_path / "6.txt").symlink_to("nowhere.txt")
    write(tmp_path / "7.txt", "x" * 500)
    write(tmp_path / "8.txt")
    items = list(sources.pages([str(tmp_path)], max_report=300))
    assert isinstance(items[-1], Page)
    errors = [str(i) for i in items if isinstance(i, InputError)]
    for number, words in enumerate(
        ["nothing in it", "binary", "not valid UTF-8", "cannot be read", "stopped here", "no such file", "300 bytes"], 1
    ):
        assert any(f"{os.sep}{number}." in e and words in e for e in errors), (number, errors)
    assert [type(i) for i in items].count(ReportTooLarge) == 1


def test_a_folder_without_reports_is_an_error(tmp_path: Path) -> None:
    write(tmp_path / "notes.md")
    (said,) = told(sources.pages([str(tmp_path)]))
    assert said == f"{tmp_path}: the folder has no report in it; reports are .txt, .html and .jsonl files"


def test_a_folder_that_leads_round_in_a_circle_ends(tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.txt")
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    (tmp_path / "twice").symlink_to(tmp_path / "in")
    (tmp_path / "itself.txt").symlink_to("itself.txt")
    inside, link, itself = told(sources.pages([str(tmp_path)]))
    assert inside == str(tmp_path / "in" / "a.txt")
    assert "in a circle" in link
    assert "in a circle" in itself


@pytest.mark.parametrize("place", ["", "missing.txt", "missing/a.txt", "a\0b", "x" * 5000, "\ud800"])
def test_a_path_that_leads_nowhere_is_named(place: str) -> None:
    (error,) = sources.pages([place])
    assert isinstance(error, InputError)
    assert str(error).endswith(": there is no such file or folder; check the path")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_named(tmp_path: Path) -> None:
    closed = Path(write(tmp_path / "a" / "b.txt"))
    closed.chmod(0)
    assert "may not read" in told(sources.pages([str(closed)]))[0]
    closed.parent.chmod(0)
    try:
        assert "may not read" in told(sources.pages([str(tmp_path)]))[0]
    finally:
        closed.parent.chmod(0o700)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(13, "Permission denied"), "may not read"),
        (OSError(5, "Input/output error"), "it cannot be read (Input/output error)"),
        (OSError(40, "Too many levels of symbolic links"), "circle"),
        (NotADirectoryError(20, "Not a directory"), "no such file"),
    ],
)
def test_troubles_of_the_system_are_sentences(error: OSError, words: str) -> None:
    assert words in str(files.trouble(error, "a.txt"))


def test_a_name_that_is_no_text_is_written_out(tmp_path: Path) -> None:
    place = os.fsencode(tmp_path) + b"/\xe3.txt"
    try:
        with open(place, "wb") as out:
            out.write(TEXT.encode())
    except OSError:
        pytest.skip("this file system takes only text as a name")
    assert only(sources.pages([os.fsdecode(place)])).location.endswith("/\\xe3.txt")


def test_a_compressed_bomb_is_refused_without_being_held(tmp_path: Path) -> None:
    place = write(tmp_path / "a.txt.gz", gzip.compress(b"a" * 20_000_000))
    (error,) = sources.pages([place], max_report=100_000)
    assert isinstance(error, ReportTooLarge)


def test_the_longest_file_allowed_is_read(tmp_path: Path) -> None:
    assert only(sources.pages([write(tmp_path / "a.txt", "a" * 50)], max_report=50))
    assert "longer than 49 bytes" in told(sources.pages([str(tmp_path / "a.txt")], max_report=49))[0]


@pytest.mark.parametrize(
    ("content", "places", "media_type"),
    [
        (LINE, ["stdin:1"], "text/plain"),
        ("\ufeff\n\n" + LINE + LINE, ["stdin:3", "stdin:4"], "text/plain"),
        (" \n<p>نعم</p>", ["stdin"], "text/html"),
        ("<!-- saved --><p>نعم", ["stdin"], "text/html"),
        ("{قال الوزير} نعم", ["stdin"], "text/plain"),
        ("< نعم", ["stdin"], "text/plain"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_standard_input_is_told_by_how_it_begins(
    content: str, places: list[str], media_type: str, encoding: str
) -> None:
    stdin = io.BytesIO(content.removeprefix("\ufeff" if encoding == "utf-16" else "").encode(encoding))
    found = list(sources.pages(["-"], stdin=stdin))
    assert told(found) == places
    assert {p.media_type for p in found if isinstance(p, Page)} == {media_type}
    assert not stdin.closed


def test_standard_input_without_anything_is_an_error() -> None:
    assert told(sources.pages(["-"], stdin=io.BytesIO())) == [
        "stdin: there is nothing in it; leave it out, or check how it was saved"
    ]


def test_standard_input_is_read_as_it_comes() -> None:
    reading, writing = os.pipe()
    with open(writing, "wb", buffering=0) as out, open(reading, "rb") as stdin:
        found = sources.documents("-", stdin=stdin)
        out.write(LINE.encode())
        assert only([next(found)]).location == "stdin:1"
        out.write(LINE.encode())
        assert only([next(found)]).location == "stdin:2"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_read(tmp_path: Path) -> None:
    place = tmp_path / "pipe"
    os.mkfifo(place)
    writer = threading.Thread(target=lambda: place.write_text(LINE, encoding="utf-8"))
    writer.start()
    assert only(sources.documents(str(place))).id == "a"
    writer.join()


def test_how_many_there_are_is_told_where_it_can_be(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "b.jsonl", LINE * 3 + LINE.rstrip())
    write(tmp_path / "c.jsonl.gz", gzip.compress(LINE.encode() * 5))
    write(tmp_path / "d.jsonl.xz", b"damaged")
    assert sources.count([str(tmp_path)]) == 11
    assert sources.count([str(tmp_path / "b.jsonl"), str(tmp_path / "missing")]) == 5
    assert sources.count([str(tmp_path), "-"]) is None
    assert sources.count(["https://news.example/a"]) is None


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_a_long_file_is_reckoned_up_from_its_beginning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("mawqif.sources.counting._PLAIN", 1 << 20)
    monkeypatch.setattr("mawqif.sources.counting._PACKED", 1 << 20)
    content = b"".join(b'{"text": "%x"}\n' % (i * 2654435761) for i in range(100_000))
    place = write(tmp_path / name, gzip.compress(content) if name.endswith("gz") else content)
    assert sources.count([place]) == pytest.approx(100_000, rel=0.1)
