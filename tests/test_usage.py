"""What officials and states are called beside their names is data, which a user's folder adds to."""

from __future__ import annotations

from pathlib import Path

import pytest

from mawqif.arabic import fold
from mawqif.lexicon import load
from mawqif.lexicon.usage import Account, account, kingdoms, sender_called

ACCOUNTS = [
    ("@SecHalzov", Account("sec", "USA", ("Halzov",))),
    ("SecHalzov", Account("sec", "USA", ("Halzov",))),
    ("@PMHalzov", Account("pm", None, ("Halzov",))),
    ("@FelkanBlitkov", Account("", None, ("Felkan", "Blitkov"))),
    ("@Halzov", None),
    ("Felkan Blitkov", None),
    ("هالة مراد", None),
    ("@", None),
]


@pytest.mark.parametrize(("handle", "owner"), ACCOUNTS, ids=[a[0] for a in ACCOUNTS])
def test_an_account_is_taken_apart(handle: str, owner: Account | None) -> None:
    assert account(handle, load()) == owner


def test_a_folder_adds_accounts_kingdoms_and_senders(tmp_path: Path) -> None:
    (tmp_path / "usage.yaml").write_text("accounts: [chief DRW]\nkingdoms: [DRW]\nsenders: [وئامي CON]\n", "utf-8")
    lexicon = load([tmp_path])
    assert account("@ChiefHalzov", lexicon) == Account("chief", "DRW", ("Halzov",))
    assert "DRW" in kingdoms(lexicon)
    assert kingdoms(load()) < kingdoms(lexicon)
    assert tuple(sender_called(fold("وئامي"), known) for known in (lexicon, load())) == ("CON", None)
