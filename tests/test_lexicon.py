"""Word lists: forms made from lemmas, folders that add to each other, and mistakes named with their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from mawqif.errors import LexiconError
from mawqif.lexicon import Cue, Lexicon, Shares, default_folders, load


def _folder(where: Path, **files: str) -> Path:
    where.mkdir(exist_ok=True)
    for name, content in files.items():
        (where / f"{name}.yaml").write_text(content, "utf-8")
    return where


def _cue(lexicon: Lexicon, lemma: str) -> Cue:
    return next(c for c in lexicon.cues if c.lemma == lemma)


FORMS = [
    ("قال", ["قال", "قالت", "قالوا", "قالا", "قالتا"]),
    ("يقول", ["يقول", "تقول", "يقولون"]),
    ("مؤكد", ["موكدا", "موكده", "موكدين"]),
    ("دعوة", ["دعوه", "دعوته", "دعوتها", "دعوتهم", "الدعوه"]),
    ("اتهم", ["اتهم", "اتهمت", "اتهمه", "اتهمتها"]),
]


@pytest.mark.parametrize(("lemma", "forms"), FORMS)
def test_a_cue_has_the_forms_of_its_lemma(lemma: str, forms: list[str]) -> None:
    assert set(forms) <= {f.form for f in _cue(load(), lemma).forms}


def test_the_core_alone_is_loaded_without_folders() -> None:
    lexicon = load()
    assert len(lexicon.cues) > 200
    assert len(lexicon.states) > 20
    assert len(lexicon.outlets) > 80


def test_a_folder_adds_to_the_core_and_comes_before_it(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "mine", states="- {name: تلمار, adjectives: [تلماري]}\n", furniture="labels: [حصريا]\n")
    lexicon = load([folder])
    assert lexicon.states[0].name == "تلمار"
    assert "حصريا" in lexicon.list("furniture.labels")
    assert len(lexicon.cues) == len(load().cues)


def test_the_environment_names_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    monkeypatch.setenv("MAWQIF_LEXICON", f"{first}:{second}")
    assert default_folders() == (first, second)


COUNTS = {"": (90, 100), "that": (30, 50), "that verb": (0, 1)}


@pytest.mark.parametrize(
    ("known", "share"),
    [
        ((), (90 + 4) / 108),
        (("never met", "verb"), (90 + 4) / 108),
        (("that",), (30 + 8 * 94 / 108) / 58),
        (("that", "verb"), 8 * (30 + 8 * 94 / 108) / 58 / 9),
    ],
)
def test_a_narrow_share_is_drawn_towards_the_wider_one(known: tuple[str, ...], share: float) -> None:
    assert Shares(COUNTS, 8).of(known) == pytest.approx(share)


def test_shares_of_ones_own_stand_in_for_the_cores(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "mine", scores="pull: 2\ncontent:\n  all: 8/10\n  that verb: 1/4\n")
    assert load([folder]).scores == {"content": Shares({"": (8, 10), "that verb": (1, 4)}, 2.0)}
    assert {"content", "speaker"} <= set(load().scores)


MISTAKES = [
    ("scores", "content: {all: 1/2}\n", "expected pull"),
    ("scores", "- all\n", "expected pull"),
    ("scores", "pull: 8\ncontent: {all: 3/2}\n", "'3/2' is no share"),
    ("scores", "pull: 8\ncontent: {all: 0.9}\n", "'0.9' is no share"),
    ("cues", "- {past: قال, act: shout}\n", "'shout' is no act"),
    ("cues", "- {act: state}\n", "a cue needs one of"),
    ("cues", "- {past: قال, govern: [that]}\n", "'govern' is no key"),
    ("states", "- {aliases: [تلمار]}\n", "has no 'name'"),
    ("outlets", "- {name: الأفق, domain: ufuq.example}\n", "'domain' is no key"),
    ("titles", "- الوزير\n", "expected keys"),
    ("issues", "- {id: bridge}\n", "issue 'bridge': says nothing under 'about'"),
    ("states", "- {name: تلمار\n  - ]", "is not valid YAML"),
    ("planets", "- {name: المريخ}\n", "unknown file"),
]


@pytest.mark.parametrize(("name", "content", "sentence"), MISTAKES)
def test_a_mistake_is_one_sentence_with_its_file(tmp_path: Path, name: str, content: str, sentence: str) -> None:
    folder = _folder(tmp_path / "mine", **{name: content})
    with pytest.raises(LexiconError, match=rf"{name}\.yaml.*{sentence}"):
        load([folder])


def test_what_is_no_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="is not a folder"):
        load([tmp_path / "none"])
