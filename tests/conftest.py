"""What every test may ask for, and which tests need what does not come with the project."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / "src" / "mawqif" / "demo"
SHARED = Path(os.environ.get("MAWQIF_SHARED", ROOT.parent / "shared"))


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "shared: needs the annotated articles of ../shared (or MAWQIF_SHARED)")


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the settings of whoever runs it."""
    for name in ("MAWQIF_RECORD", "MAWQIF_LEXICON", "MAWQIF_DEBUG", "MAWQIF_LANG", "MAWQIF_READER"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def demo() -> Path:
    """The demonstration: `world/`, `reports/`, `expected.jsonl`."""
    return DEMO


@pytest.fixture(scope="session")
def shared() -> Path:
    """The annotated articles; the test is skipped where they are not."""
    if not (SHARED / "gold" / "score.py").is_file():
        pytest.skip(f"no annotated articles at {SHARED}: they do not come with the project (MAWQIF_SHARED names them)")
    return SHARED
