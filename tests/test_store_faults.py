"""The record when things go wrong: other files, no rights, no space, killed and rival programs."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import inspect

from mawqif.errors import MawqifError, NotARecord, RecordError, RecordReadOnly, RecordTooNew
from mawqif.store import Record, migrations, sqlite
from mawqif.store.tables import METADATA
from test_store_samples import bridges, crossing, everything, numbered


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record with the samples in it, closed."""
    made = tmp_path / "record.db"
    with Record(made) as record:
        for sample in everything():
            record.add(*sample)
    return made


def execute(path: Path, *commands: str) -> None:
    """Do something to a database that Mawqif would never do."""
    with closing(sqlite3.connect(path)) as opened:
        for command in commands:
            opened.execute(command)
        opened.commit()


def test_a_closed_record_is_one_file(path: Path) -> None:
    assert os.listdir(path.parent) == [path.name]
    with Record(path, readonly=True) as record:
        assert record.counts().reports == 4
    assert os.listdir(path.parent) == [path.name]


def test_a_closed_record_says_so(path: Path) -> None:
    record = Record(path)
    record.close()
    record.close()
    with pytest.raises(RecordError, match="is closed"):
        record.counts()


def _foreign(path: Path) -> None:
    execute(path, "CREATE TABLE notes (x)")


def _other_program(path: Path) -> None:
    execute(path, "PRAGMA application_id = 7")


def _too_new(path: Path) -> None:
    Record(path).close()
    execute(path, f"PRAGMA user_version = {migrations.current() + 1}")


OTHER_FILES: list[tuple[str, Callable[[Path], object], type[MawqifError]]] = [
    ("text", lambda p: p.write_text("قال الوزير " * 500, "utf-8"), NotARecord),
    ("a few bytes", lambda p: p.write_bytes(b"SQLite"), NotARecord),
    ("a folder", lambda p: p.mkdir(), NotARecord),
    ("a database without our mark", _foreign, NotARecord),
    ("a database of another program", _other_program, NotARecord),
    ("a record of the future", _too_new, RecordTooNew),
]


@pytest.mark.parametrize("readonly", [False, True])
@pytest.mark.parametrize(("make", "error"), [o[1:] for o in OTHER_FILES], ids=[o[0] for o in OTHER_FILES])
def test_another_file_is_refused_and_left_alone(
    tmp_path: Path, make: Callable[[Path], object], error: type[MawqifError], readonly: bool
) -> None:
    path = tmp_path / "file.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(error, match=r"file\.db"):
        Record(path, readonly=readonly)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert os.listdir(tmp_path) == [path.name]


@pytest.mark.parametrize("options", [{"readonly": True}, {"create": False}])
def test_a_missing_record_says_how_to_make_one(tmp_path: Path, options: dict[str, bool]) -> None:
    with pytest.raises(RecordError, match="mawqif add"):
        Record(tmp_path / "none.db", **options)
    assert os.listdir(tmp_path) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="does not exist"):
        Record(tmp_path / "none" / "record.db")


def test_an_impossible_path_is_one_sentence() -> None:
    with pytest.raises(RecordError):
        Record("a\0b")


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    path.touch()
    with Record(path) as record:
        assert record.counts().reports == 0


def test_a_truncated_file_is_damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: 4096 * 6])
    with pytest.raises(RecordError, match="damaged"):
        Record(path)


def test_overwritten_pages_are_damage_that_the_check_reports(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: 4096 * 3] + b"\xff" * (4096 * 6) + whole[4096 * 9 :])
    with Record(path) as record:
        assert record.check() != []
        with pytest.raises(RecordError, match="damaged"):
            record.add(*numbered(1))


DAMAGE = [
    ("UPDATE statements SET content_text = 'x' WHERE pk = 1", "content"),
    ("UPDATE reports SET title_start = 0 WHERE title_start > 0", "title"),
    ("UPDATE relays SET span_end = 99999", "relay"),
    ("UPDATE pages SET raw = x'00'", "SHA-256"),
    ("DELETE FROM retrievals", "page is not kept"),
    ("DELETE FROM reports", "does not exist"),
    ("DELETE FROM statements_fts WHERE rowid = 1", "missing in the search index"),
    ("DELETE FROM reports_fts WHERE rowid = 1", "missing in the search index"),
]


@pytest.mark.parametrize(("damage", "words"), DAMAGE)
def test_the_check_finds_damage(path: Path, damage: str, words: str) -> None:
    execute(path, damage)
    with Record(path) as record:
        assert any(words in problem for problem in record.check())


def test_a_readonly_record_refuses_to_write(path: Path) -> None:
    with Record(path, readonly=True) as record, pytest.raises(RecordReadOnly):
        record.add(*numbered(1))


def test_a_database_that_refuses_to_write(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "PRAGMAS", (*sqlite.PRAGMAS, "query_only=ON"))
    with Record(path) as record, pytest.raises(RecordReadOnly):
        record.add(*numbered(1))


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that another user can reach, too."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


def outcome(action: Callable[[], object]) -> str:
    """What an action does without the rights of root: `repr` of its value, or its error's name."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            said = repr(action())
        except BaseException as e:
            said = type(e).__name__
        os.write(writer, said.encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as answer:
        said = answer.read()
    os.waitpid(child, 0)
    return said


def _reports(path: Path) -> int:
    with Record(path, readonly=True) as record:
        return len(list(record.reports()))


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_readonly_folder_can_be_read_and_not_written(open_folder: Path) -> None:
    path = open_folder / "record.db"
    with Record(path) as record:
        record.add(*crossing())
    path.chmod(0o444)
    open_folder.chmod(0o555)
    assert outcome(lambda: _reports(path)) == "1"
    assert outcome(lambda: Record(path)) == "RecordReadOnly"
    assert outcome(lambda: Record(open_folder / "new.db")) == "RecordReadOnly"


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_journal_in_a_readonly_folder_is_never_passed_over(open_folder: Path) -> None:
    path = open_folder / "record.db"
    with Record(path) as record:
        record.add(*crossing())
        copy = open_folder / "copy.db"
        copy.write_bytes(path.read_bytes())
        Path(f"{copy}-wal").write_bytes(Path(f"{path}-wal").read_bytes())
    open_folder.chmod(0o555)
    assert outcome(lambda: _reports(copy)) in ("1", "RecordError")


def test_a_locked_record_is_one_sentence(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.05)
    with Record(path) as record, closing(sqlite3.connect(path)) as rival:
        rival.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordError, match="locked"):
            record.add(*numbered(1))
        assert record.counts().reports == 4
        rival.rollback()
        assert record.add(*numbered(1)) == "added"


def test_a_full_disk_loses_only_the_report_that_did_not_fit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "record.db"
    Record(path).close()
    monkeypatch.setattr(sqlite, "PRAGMAS", (*sqlite.PRAGMAS, "max_page_count=60"))
    reported: list[str] = []
    with Record(path) as record:
        with pytest.raises(RecordError, match="No space"):
            reported.extend(record.add(*numbered(i)) for i in range(5000))
        assert record.counts().reports == len(reported) > 0
        assert record.check() == []


def test_a_full_disk_at_creation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "record.db"
    with monkeypatch.context() as small:
        small.setattr(sqlite, "PRAGMAS", (*sqlite.PRAGMAS, "max_page_count=5"))
        with pytest.raises(RecordError, match="No space"):
            Record(path)
    with Record(path) as record:
        assert record.add(*bridges()) == "added"


ADDING = """
import sys
from mawqif.store import Record
from test_store_samples import numbered
first, last = int(sys.argv[2]), int(sys.argv[3])
with Record(sys.argv[1]) as record:
    for i in range(first, last):
        page, found = numbered(i)
        record.add(page, found)
        print(found.report.id, flush=True)
"""


def adding(path: Path, first: int, last: int) -> subprocess.Popen[str]:
    """Another process that adds numbered reports and says each one's id once it is added."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
    command = [sys.executable, "-c", ADDING, str(path), str(first), str(last)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


@pytest.mark.parametrize("after", [1, 7, 60])
def test_a_killed_program_loses_nothing_that_it_reported(tmp_path: Path, after: int) -> None:
    path = tmp_path / "record.db"
    with adding(path, 0, 100_000) as process:
        assert process.stdout is not None
        said = [process.stdout.readline().strip() for _ in range(after)]
        process.send_signal(signal.SIGKILL)
        said += process.stdout.read().split()
    with Record(path) as record:
        kept = {r.id: r.statements for r in record.reports()}
        assert all(kept.get(id) == 1 for id in said if len(id) == 20)
        assert set(kept.values()) == {1}
        assert record.check() == []


def test_two_programs_that_add_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "record.db"  # neither finds it: they race to create it
    with adding(path, 0, 120) as one, adding(path, 80, 200) as other:
        said = {*one.communicate()[0].split(), *other.communicate()[0].split()}
    assert (one.returncode, other.returncode) == (0, 0)
    with Record(path) as record:
        assert {r.id for r in record.reports()} == said
        assert record.counts().statements == len(said) == 200
        assert record.check() == []


def test_a_stamped_but_empty_record_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    execute(path, f"PRAGMA application_id = {sqlite.APPLICATION_ID}")
    with Record(path) as record:
        assert record.schema_version == migrations.current()
        assert record.add(*crossing()) == "added"


def test_an_older_record_runs_the_steps_that_it_lacks(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later = (*migrations.MIGRATIONS, lambda c: c.exec_driver_sql("ALTER TABLE reports ADD COLUMN later TEXT"))
    monkeypatch.setattr(migrations, "MIGRATIONS", later)
    with pytest.raises(RecordReadOnly, match="older"):
        Record(path, readonly=True)
    with Record(path) as record:
        assert record.schema_version == len(later)
        assert [record.add(*sample) for sample in everything()] == ["unchanged"] * 4


def test_a_failed_step_leaves_the_record_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(connection: object) -> None:
        connection.exec_driver_sql("DROP TABLE relays")  # type: ignore[attr-defined]
        raise RuntimeError("in the middle")

    with monkeypatch.context() as newer:
        newer.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, fails))
        with pytest.raises(RuntimeError):
            Record(path)
    with Record(path) as record:
        assert record.schema_version == migrations.current()
        assert record.check() == []


def test_migrations_make_the_tables_that_the_program_uses(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    Record(path).close()
    engine = sqlite.engine(path, "ro")
    seen = inspect(engine)
    made = {t: [c["name"] for c in seen.get_columns(t)] for t in seen.get_table_names() if "_fts" not in t}
    engine.dispose()
    assert made == {t.name: [c.name for c in t.columns] for t in METADATA.sorted_tables}
