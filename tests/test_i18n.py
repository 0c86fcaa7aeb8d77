"""Messages in Arabic: every one of them, and the catalogue is the code's."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Mapping
from types import ModuleType

import pytest

from mawqif.errors import InputError
from mawqif.i18n import _, ngettext, preferred, sentence, speaking

TOOL = "tools/messages.py"


@pytest.fixture(scope="module")
def messages(request: pytest.FixtureRequest) -> ModuleType:
    """The script that makes the catalogues (it needs Babel, which only development does)."""
    pytest.importorskip("babel")
    spec = importlib.util.spec_from_file_location("messages", request.config.rootpath / TOOL)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["messages"] = module
    spec.loader.exec_module(module)
    return module


def test_every_message_has_its_arabic(messages: ModuleType) -> None:
    assert messages.missing(messages.translated(messages.template())) == []


def test_the_catalogues_are_as_the_code_would_have_them(messages: ModuleType) -> None:
    stale = [path.name for path, content in messages.rendered().items() if messages._is_stale(path, content)]
    assert stale == [], f"run python {TOOL}"


ENVIRONMENTS = [
    ({}, "en"),
    ({"LANG": "ar_SY.UTF-8"}, "ar"),
    ({"LANG": "C"}, "en"),
    ({"LC_ALL": "C", "LANG": "ar_SY.UTF-8"}, "en"),
    ({"LANG": "fr_FR.UTF-8"}, "en"),
    ({"LANG": "fr_FR.UTF-8", "LANGUAGE": "fr:ar"}, "ar"),
    ({"LC_MESSAGES": "ar", "LANG": "en_GB"}, "ar"),
]


@pytest.mark.parametrize(("environment", "language"), ENVIRONMENTS)
def test_the_locale_chooses_the_language(environment: Mapping[str, str], language: str) -> None:
    assert preferred(environment) == language


def test_an_error_speaks_the_language_of_the_moment() -> None:
    error = InputError("{location}: there is no text in it", location="خبر.txt")
    with speaking("ar"):
        arabic = sentence(error)
    with speaking("en"):
        assert sentence(error) == "خبر.txt: there is no text in it"
    assert "خبر.txt" in arabic
    assert "there is no text" not in arabic


def test_outside_of_a_language_messages_are_as_in_the_code() -> None:
    assert _("Show the version and exit.") == "Show the version and exit."
    assert ngettext("one", "many", 2) == "many"
