"""An evaluation as a person reads it in a terminal: tables of figures, of errors and of scores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from mawqif.cli.screen import filled, flat, isolated, say, shortened, strong
from mawqif.i18n import NP_, _, ngettext, pgettext

if TYPE_CHECKING:
    from collections import Counter

    from mawqif.evaluate import Evaluation, Group
    from mawqif.evaluate.bootstrap import Interval
    from mawqif.evaluate.faults import Breakdown, Event
    from mawqif.evaluate.reliability import Reliability

PARTS = ("p", "r", "f1")
COMMON = 6  # how many cues, rules and ways of a class are shown
WIDTH = 70  # of the words of a statement that are shown
NAME, ALONE, CELL = 18, 32, 19  # columns: a name, a name with one figure, a figure with its interval

# What a group is told by: enough to see where it is weak; --json has all.
OF_GROUP = {
    "statements.f1": (NP_("column", "statements F1"), 18),
    "end_to_end.f1": (NP_("column", "end to end F1"), 18),
    "tight.f1": (NP_("column", "tight"), 7),
    "speaker.r": (NP_("column", "speaker r"), 11),
    "on_matched.act": (NP_("column", "act"), 7),
}
SCORES = 13  # a column of the table of scores
WIDE = 16  # from this width on a column has room for an interval


def show(found: Evaluation, errors: int) -> None:
    """Everything, in the order in which it is asked for."""
    _show_overall(found.overall, found.samples)
    titles = {"outlet": _("By outlet"), "mode": _("By mode")}
    for by, groups in found.groups.items():
        _show_groups(titles[by], groups)
    _show_errors(found.errors)
    _show_reliability(found.reliability)
    everything = (e for of_article in found.events for e in of_article if e.faults)
    _show_events(islice(everything, errors))


def _head(title: str) -> None:
    say()
    say(strong(title))


def _show_overall(group: Group, samples: int) -> None:
    from mawqif.evaluate import LABELS_OF

    many = ngettext("{n} article", "{n} articles", group.articles).format(n=group.articles)
    say(strong(many) + (" " + filled(_("(in brackets 95% of {n} samples)"), n=samples) if samples else ""))
    _row("", [("p", CELL), ("r", CELL), ("F1", CELL), (_("annotated"), 0)])
    for name, value in group.figures.items():
        if isinstance(value, dict) and "n" in value:
            cells = [(_cell(value[part], group.intervals.get(f"{name}.{part}")), CELL) for part in PARTS]
            _row(pgettext("figure", LABELS_OF[name]), [*cells, (str(value["n"]), 0)])
    for name, share in _alone(group):
        _row(pgettext("figure", LABELS_OF[name]), [(_cell(share, group.intervals.get(name)), 0)], ALONE)


def _alone(group: Group) -> Iterator[tuple[str, float]]:
    """The figures that are one number, by their flat names."""
    for name, value in group.figures.items():
        if not isinstance(value, dict):
            yield name, value
        elif "n" not in value:
            yield from ((f"{name}.{part}", share) for part, share in value.items())


def _show_groups(title: str, groups: Sequence[Group]) -> None:
    from mawqif.evaluate import flat as shares
    from mawqif.evaluate import mode_label

    _head(title)
    heads = [(pgettext("column", name), width) for name, width in OF_GROUP.values()]
    _row("", [*heads, (_("annotated"), 0)], NAME)
    for group in groups:
        shown = shares(group.figures)
        cells = []
        for key, (_name, width) in OF_GROUP.items():
            interval = group.intervals.get(key) if width >= WIDE else None
            cells.append((_cell(shown.get(key, 0.0), interval), width))
        _row(isolated(mode_label(group.name)), [*cells, (str(group.annotated), 0)])


def _row(name: str, cells: Iterable[tuple[str, int]], width: int = NAME) -> None:
    """A line of a table: every cell with the width of its column."""
    shown = "".join(cell.ljust(room - 1) + " " if room else cell for cell, room in cells)
    say(f"{name.ljust(width - 1)} {shown}".rstrip())


def _cell(value: float, interval: Interval | None) -> str:
    shown = f"{value:.3f}" if isinstance(value, float) else str(value)
    return shown + (f" ({interval[0]:.2f}-{interval[1]:.2f})" if interval else "")


def _show_errors(errors: Sequence[Breakdown]) -> None:
    from mawqif.evaluate.faults import class_label

    _head(_("Errors by class"))
    labels: Mapping[str, str] = {
        "how": _("how"),
        "cue": _("cue"),
        "rule": _("rule"),
        "speaker_rule": _("rule of the speaker"),
    }
    for error in errors:
        say(f"{class_label(error.sort)}: {error.count}")
        for key, counter in error.by.items():
            if counter:
                say(f"  {labels[key]}: {_common(error.sort, key, counter)}")


def _common(sort: str, key: str, counter: Counter[str]) -> str:
    from mawqif.evaluate.faults import how_label

    names = {name: how_label(sort, name) if key == "how" else name for name in counter}
    shown = [f"{isolated(names[name])} {n}" for name, n in counter.most_common(COMMON)]
    rest = len(counter) - len(shown)
    return "; ".join(shown) + (f"; +{rest}" if rest > 0 else "")


def _show_reliability(table: Reliability) -> None:
    if not table.count:
        return
    _head(_("What the scores are worth"))
    heads = (_("score"), _("statements"), _("predicted"), _("observed"), _("from here on"), _("right of them"))
    _row(heads[0], [(head, SCORES) for head in heads[1:]], SCORES)
    for b in table.bins:
        cells = (str(b.count), f"{b.predicted:.3f}", f"{b.observed:.3f}", str(b.kept), f"{b.right_kept:.3f}")
        _row(f"{b.low:.1f}-{b.low + 0.1:.1f}", [(cell, SCORES) for cell in cells], SCORES)
    say(
        filled(
            _("mean gap (ECE) {ece}, Brier score {brier} (one score for all: {base})"),
            ece=f"{table.ece:.3f}",
            brier=f"{table.brier:.3f}",
            base=f"{table.base:.3f}",
        )
    )


def _show_events(events: Iterable[Event]) -> None:
    from mawqif.evaluate.faults import class_label, how_label

    for n, event in enumerate(events):
        if not n:
            _head(_("Errors"))
        faults = "; ".join(f"{class_label(f.sort)} ({how_label(f.sort, f.how)})" for f in event.faults)
        say(f"{isolated(event.article)}  {faults}  {_told(event)}")
        for told in (event.gold, event.predicted):
            if told:
                sign = "=" if told is event.gold else ">"
                say(f"  {sign} {isolated(flat(told.name or '-'))}: {isolated(shortened(told.content.text, WIDTH))}")


def _told(event: Event) -> str:
    rule = event.predicted.rule if event.predicted else ""
    return f"[{isolated(flat(event.cue))}] {rule}".rstrip()
