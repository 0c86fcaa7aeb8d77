"""From counts to figures: precision, recall and F1, shares, and means over acts and stances."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from itertools import chain
from typing import TypeAlias

from mawqif.evaluate.tally import LABELS, STANCES, Counts, Key
from mawqif.i18n import NP_, pgettext

Figures: TypeAlias = dict[str, float | int | dict[str, float | int]]

MODES = {"direct": NP_("mode", "direct"), "mixed": NP_("mode", "mixed"), "indirect": NP_("mode", "indirect")}
CALLED_FURNITURE = "reported words called furniture"
LABELS_OF = {  # for people; in files the figures have their own names
    "statements": NP_("figure", "statements"),
    "tight": NP_("figure", "tight boundaries"),
    "end_to_end": NP_("figure", "end to end"),
    "speaker": NP_("figure", "speaker"),
    "via": NP_("figure", "relays"),
    "conditions": NP_("figure", "conditions"),
    "exceptions": NP_("figure", "exceptions"),
    "instruments": NP_("figure", "instruments"),
    "occasion": NP_("figure", "occasion"),
    "addressee": NP_("figure", "addressee"),
    "deadline": NP_("figure", "deadline"),
    "said_on": NP_("figure", "said on"),
    "commitment": NP_("figure", "commitment"),
    "positions": NP_("figure", "positions"),
    "furniture": NP_("figure", "furniture"),
    "recall_by_mode.direct": NP_("figure", "recall, direct"),
    "recall_by_mode.mixed": NP_("figure", "recall, mixed"),
    "recall_by_mode.indirect": NP_("figure", "recall, indirect"),
    "on_matched.kind": NP_("figure", "kind, on matched"),
    "on_matched.mode": NP_("figure", "mode, on matched"),
    "on_matched.act": NP_("figure", "act, on matched"),
    "act_macro_f1": NP_("figure", "acts, mean F1"),
    "stance_macro_f1": NP_("figure", "stances, mean F1"),
    CALLED_FURNITURE: NP_("figure", "reported words called furniture"),
}

_INNER = ("recall ", "act ", "stance ")  # counts that come out in a figure of another name
_BARE = ("matched", "reported")


def mode_label(name: str) -> str:
    """The mode in the user's language; what is no mode stays as it is."""
    return pgettext("mode", MODES[name]) if name in MODES else name


def total(rows: Iterable[Counts]) -> Counts:
    """The sum of many counts; a thing that was counted anywhere is in it."""
    found: Counts = {}
    for key, n in chain.from_iterable(row.items() for row in rows):
        found[key] = found.get(key, 0) + n
    return found


def shares(right: int, found: int, gold: int) -> dict[str, float | int]:
    """Precision, recall and their harmonic mean, and how many there were to find; what cannot be told is 0."""
    p = right / found if found else 0.0
    r = right / gold if gold else 0.0
    return {"p": p, "r": r, "f1": 2 * p * r / (p + r) if p + r else 0.0, "n": gold}


@functools.lru_cache(maxsize=64)
def _names(keys: tuple[Key, ...]) -> tuple[list[str], list[str]]:
    """The figures with precision and recall that these counts come to, and the acts among them."""
    gold = [name for name, side in keys if side == "gold"]
    return [name for name in gold if not name.startswith(_INNER)], sorted(n for n in gold if n.startswith("act "))


def figures(counts: Counts) -> Figures:
    """All figures that these counts come to; nothing stands in it that was never counted."""
    names, acts = _names(tuple(counts))
    out: Figures = {name: _shares(counts, name) for name in names}
    modes = [mode for mode in MODES if _gold(counts, f"recall {mode}")]
    out["recall_by_mode"] = {mode: _shares(counts, f"recall {mode}")["r"] for mode in modes}
    matched = counts.get(("matched", "all"), 0) or 1
    out["on_matched"] = {label: counts.get(("matched", label), 0) / matched for label in LABELS}
    out["act_macro_f1"] = _mean_f1(counts, acts)
    out["stance_macro_f1"] = _mean_f1(counts, [f"stance {stance}" for stance in STANCES])
    out[CALLED_FURNITURE] = counts.get(("reported", "called furniture"), 0)
    return out


def _shares(counts: Counts, name: str) -> dict[str, float | int]:
    return shares(counts.get((name, "right"), 0), counts.get((name, "found"), 0), _gold(counts, name))


def _gold(counts: Counts, name: str) -> int:
    return counts.get((name, "gold"), 0)


def _mean_f1(counts: Counts, names: Iterable[str]) -> float:
    """The mean over what was annotated at all."""
    found = [_shares(counts, name)["f1"] for name in names if _gold(counts, name)]
    return sum(found) / len(found) if found else 0.0


def flat(found: Figures) -> dict[str, float]:
    """Every share under a name of its own, such as `statements.f1`; numbers of things are left out."""
    out: dict[str, float] = {}
    for name, value in found.items():
        if isinstance(value, dict):
            out |= {f"{name}.{part}": share for part, share in value.items() if part != "n"}
        elif name != CALLED_FURNITURE:
            out[name] = value
    return out
