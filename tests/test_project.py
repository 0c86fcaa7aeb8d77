"""What a stranger relies on: versions that agree, locks that name no address, a core that knows no invented world."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

import mawqif

ROOT = Path(__file__).resolve().parent.parent
LOCKS = sorted(ROOT.glob("requirements*.lock"))
DATA = ROOT / "src" / "mawqif" / "data"
WORLD = ROOT / "src" / "mawqif" / "demo" / "world"

# Spelt in parts, so that this file does not name them itself.
HOSTS = ["pypi" + ".org", "pythonhosted" + ".org", "test" + ".pypi", "anaconda" + ".org"]
MACHINE = [r"/work" + "/", r"/root" + "/", r"/opt" + "/pypi"]


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("this is no git checkout")
    names = listed.stdout.decode("utf-8").split("\0")
    return [ROOT / n for n in names if n and not n.endswith((".mo", ".png")) and (ROOT / n).is_file()]


def test_the_version_is_one() -> None:
    stated = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert mawqif.__version__ == stated
    assert f"## {stated}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


@pytest.mark.parametrize("lock", LOCKS, ids=lambda p: p.name)
def test_a_lock_has_a_hash_for_everything_and_no_address(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert "://" not in text
    pinned = re.findall(r"^([\w.-]+)==[^\s;]+[^\n]*\\\n\s+--hash=sha256:", text, re.MULTILINE)
    assert len(pinned) == len(re.findall(r"^[\w.-]+==", text, re.MULTILINE)) > 0


@pytest.mark.parametrize("word", HOSTS + MACHINE)
def test_no_file_names_a_registry_or_a_machine(word: str) -> None:
    assert [p.name for p in _tracked() if word in p.read_text("utf-8", errors="ignore")] == []


def test_the_core_knows_nothing_of_the_invented_world() -> None:
    core = "\n".join(p.read_text("utf-8") for p in DATA.glob("*.yaml"))
    names = [e["name"] for f in ("states", "outlets") for e in yaml.safe_load((WORLD / f"{f}.yaml").read_text("utf-8"))]
    assert names
    assert [n for n in names if n in core] == []


def test_both_readmes_begin_with_the_two_commands() -> None:
    for name in ("README.md", "README.ar.md"):
        head = (ROOT / name).read_text("utf-8")[:1200]
        assert head.index("make demo") < head.index("make test")
