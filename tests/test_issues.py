"""Files of issues: what a user may write, and mistakes named with file, entry and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from mawqif.errors import LexiconError
from mawqif.lexicon import issues, load
from mawqif.model import Issue

FULL = """
- id: dam-filling
  label: {ar: ملء السد, en: Filling the dam}
  proposition: {ar: أن يملأ السد}
  about: [ملء, تعبئة]
  with: [سد الفيحان]
  against: [إبقاء الخزان فارغا]
- {id: crossing, label: فتح المعبر, about: فتح المعبر}
"""


def _file(folder: Path, content: str) -> Path:
    path = folder / "mine.yaml"
    path.write_text(content, encoding="utf-8")
    return path


def test_an_issue_is_read_with_all_its_keys(tmp_path: Path) -> None:
    dam, crossing = issues.read(_file(tmp_path, FULL))
    assert dam == Issue(
        "dam-filling",
        ("ملء", "تعبئة"),
        ("سد الفيحان",),
        ("إبقاء الخزان فارغا",),
        (("ar", "ملء السد"), ("en", "Filling the dam")),
        (("ar", "أن يملأ السد"),),
    )
    assert (crossing.about, crossing.with_, crossing.title("en")) == (("فتح المعبر",), (), "فتح المعبر")


MISTAKES = [
    ("", "expected a list of issues"),
    ("id: dam\nabout: [ملء]", "expected a list of issues"),
    ("- ملء السد", "entry 1: expected the keys id and about"),
    ("- {id: dam, about: [ملء]}\n- {about: [ملء]}", "entry 2: an issue needs an 'id'"),
    ("- {id: 2254, about: [ملء]}", "entry 1: an issue needs an 'id'"),
    ("- {id: dam}", "issue 'dam': says nothing under 'about'"),
    ("- {id: dam, about: [2254]}", "'about' takes a list of wordings"),
    ("- {id: dam, about: [ملء, '...']}", "'about' takes a list of wordings"),
    ("- {id: dam, about: [ملء], with: {ar: السد}}", "'with' takes a list of wordings"),
    ("- {id: dam, about: [ملء], withs: [السد]}", "'withs' is no key of an issue; it takes id, label"),
    ("- {id: dam, about: [ملء], label: [السد]}", "'label' takes texts by language"),
    ("- {id: dam, about: [ملء]}\n- {id: dam, about: [تعبئة]}", "entry 2: another entry has the id 'dam' already"),
    ("- {id: dam, about: [ملء}", "is not valid YAML"),
]


@pytest.mark.parametrize(("content", "sentence"), MISTAKES)
def test_a_mistake_is_one_sentence_with_file_and_entry(tmp_path: Path, content: str, sentence: str) -> None:
    with pytest.raises(LexiconError) as caught:
        issues.read(_file(tmp_path, content))
    assert str(caught.value).startswith(str(tmp_path / "mine.yaml"))
    assert sentence in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"none\.yaml"):
        issues.read(tmp_path / "none.yaml")


def test_a_later_folder_stands_in_for_an_issue_of_the_same_id(tmp_path: Path) -> None:
    for name, about in (("a", "ملء"), ("b", "تعبئة")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "issues.yaml").write_text(f"- {{id: dam, about: [{about}]}}", encoding="utf-8")
    found = load([tmp_path / "a", tmp_path / "b"]).issues
    assert [(i.id, i.about) for i in found] == [("dam", ("تعبئة",))]
