"""The program around its commands: languages, streams, exit codes, speed, its own documentation."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from mawqif.cli import app
from mawqif.cli.app import COMMANDS
from mawqif.cli.short import SHORT
from test_cli_samples import call, command, environment, lines, process


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("program") / "record.db"
    assert call("-q", "--record", where, "demo").exit_code == 0
    return where


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_in_both_languages(lang: str, name: str) -> None:
    result = call("--lang", lang, *filter(None, [name]), "--help")
    assert result.exit_code == 0
    assert ("الاستعمال" in result.stdout) == (lang == "ar")
    assert ("Usage" in result.stdout) == (lang == "en")


@pytest.mark.parametrize(
    ("env", "arabic"),
    [({"LANG": "ar_SY.UTF-8"}, True), ({"LC_ALL": "C", "LANGUAGE": "ar"}, False), ({"LANG": "fr_FR"}, False)],
)
def test_the_language_of_the_locale(env: dict[str, str], arabic: bool) -> None:
    assert ("الأوامر" in call("--help", env=env).stdout) == arabic


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["nothing"], "لا أمر باسم"),
        (["show"], "وسيط ناقص"),
        (["add", "x", "--nothing"], "لا خيار"),
        (["extract", "-", "--workers", "0"], "خارج المدى"),
        (["statements", "--since", "never"], "ليس تاريخًا"),
        (["statements", "--limit"], "يحتاج إلى قيمة"),
        (["reports", "extra"], "وسيط زائد"),
    ],
)
def test_usage_errors_in_arabic_from_before_or_after_the_command(args: list[str], sentence: str) -> None:
    for given in (["--lang", "ar", *args], [*args[:1], "--lang=ar", *args[1:]]):
        result = call(*given)
        assert result.exit_code == 2
        assert sentence in result.stderr


def test_options_of_the_program_after_the_command(record: Path) -> None:
    before = call("--record", record, "reports").stdout
    assert call("reports", "--record", record).stdout == before != ""


def test_the_version() -> None:
    assert call("--version").stdout.startswith("mawqif 0.")


@pytest.mark.parametrize("locale", ["C", "POSIX", "xx_YY.ISO-8859-6"])
def test_output_is_utf8_whatever_the_locale(record: Path, locale: str) -> None:
    wanted = process("--record", record, "statements").stdout
    env = {"LC_ALL": locale, "PYTHONIOENCODING": "ascii", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    result = process("--record", record, "statements", **env)
    assert (result.returncode, result.stdout, result.stderr) == (0, wanted, b"")


@pytest.mark.parametrize("args", [["statements"], ["statements", "--json"], ["reports", "--csv"], ["--help"]])
def test_a_reader_who_leaves_is_no_failure(record: Path, args: list[str]) -> None:
    running = subprocess.Popen(
        command("--record", record, *args), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )
    assert running.stdout
    running.stdout.close()
    _none, error = running.communicate(timeout=60)
    assert (running.returncode, error) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("args", [["extract", "-"], ["--help"], ["statements"]])
def test_a_full_disk_is_said_in_one_sentence(record: Path, args: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        result = subprocess.run(
            command("--record", record, *args), input=lines(2), stdout=full, stderr=subprocess.PIPE, env=environment()
        )
    assert result.returncode == 1
    assert result.stderr.startswith(b"mawqif: ")
    assert result.stderr.count(b"\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="closes streams as a POSIX shell does")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_bring_no_traceback(tmp_path: Path, closed: str) -> None:
    line = f'"$0" -m mawqif extract - {closed}'
    result = subprocess.run(
        ["sh", "-c", line, sys.executable], input=lines(1), capture_output=True, env=environment(), cwd=tmp_path
    )
    assert b"Traceback" not in result.stdout + result.stderr
    assert result.returncode in (0, 1)


def test_a_mistake_of_the_program_is_one_sentence_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fails(*_args: object, **_more: object) -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr("mawqif.sources.documents", fails)
    result = call("extract", "-")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[0].startswith("mawqif: this is a mistake in mawqif (ZeroDivisionError")
    assert isinstance(call("extract", "-", env={"MAWQIF_DEBUG": "1"}).exception, ZeroDivisionError)


@pytest.mark.skipif(os.name != "posix", reason="the processor's time of a child is asked as POSIX does")
def test_help_is_quick() -> None:
    import resource

    def spent() -> float:
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime

    took = []
    for _n in range(5):
        begun = spent()
        assert process("--help").returncode == 0
        took.append(spent() - begun)
    assert min(took) < 0.3, "seconds of the processor: other work on the machine does not count"


def test_the_list_of_commands_says_what_each_says_itself() -> None:
    context = click.Context(app)
    own = {name: app.get_command(context, name) for name in app.list_commands(context)}
    assert {name: found.get_short_help_str() for name, found in own.items() if found} == SHORT, "see cli/short.py"


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\nfrom mawqif.cli import app\ntry: app.main(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'sqlalchemy', 'trafilatura', 'httpx', 'rich', 'yaml', 'lxml', 'multiprocessing', 'mawqif.model'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment(), text=True)
    assert result.stdout.splitlines()[-1] == "[]"


def test_doctor_tells_of_everything_and_finds_damage(record: Path, tmp_path: Path) -> None:
    found = json.loads(call("--record", record, "doctor", "--json").stdout)
    assert {"libraries", "lexicon", "record", "locale", "terminal"} < set(found)
    assert found["record"]["problems"] == []
    assert found["lexicon"]["cues"] > 100
    assert "sound" in call("--record", record, "doctor").stdout
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(record.read_bytes()[:-9000])
    assert call("--record", damaged, "doctor").exit_code == 3
    assert call("--record", tmp_path / "none.db", "doctor").exit_code == 0
    assert call("--record", record, "doctor", "--lexicon", tmp_path / "none").exit_code == 2


def test_every_option_and_command_has_help() -> None:
    context = click.Context(app)
    for name in app.list_commands(context):
        found = app.get_command(context, name)
        assert found
        assert found.help
        assert all(p.help for p in found.params if isinstance(p, click.Option))


def test_completion_knows_the_commands() -> None:
    env = {"_MAWQIF_COMPLETE": "bash_complete", "COMP_WORDS": "mawqif st", "COMP_CWORD": "1"}
    assert process(**env).stdout.split() == [b"plain,statements", b"plain,stories"]


def test_visual_without_its_library_says_so(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mawqif.cli.screen.has_bidi", lambda: False)
    result = call("--record", record, "--visual", "reports")
    assert result.exit_code == 2
    assert "python-bidi" in result.stderr


def test_visual_puts_the_letters_in_the_order_of_the_eye(record: Path) -> None:
    logical, visual = (
        call("--record", record, *extra, "reports", "--limit", "1").stdout for extra in ([], ["--visual"])
    )
    assert sorted(visual) == sorted(logical)
    assert visual != logical
