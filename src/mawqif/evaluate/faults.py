"""What is wrong, class by class: every statement that was missed, found for nothing, or found with something wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mawqif.arabic import fold
from mawqif.evaluate.matching import TIGHT, Matched, Ruler
from mawqif.evaluate.naming import same_speaker
from mawqif.evaluate.shape import Told
from mawqif.i18n import NP_, pgettext
from mawqif.model import Span

CLASSES = {
    "missed": NP_("fault", "missed"),
    "false": NP_("fault", "false"),
    "boundary": NP_("fault", "boundary"),
    "speaker": NP_("fault", "speaker"),
    "mode": NP_("fault", "mode"),
    "act": NP_("fault", "act"),
    "kind": NP_("fault", "kind"),
}


HOW = (
    NP_("fault", "starts early"),
    NP_("fault", "starts late"),
    NP_("fault", "ends early"),
    NP_("fault", "ends late"),
    NP_("fault", "other name"),
    NP_("fault", "no name"),
)


def class_label(sort: str) -> str:
    """The class in the user's language."""
    return pgettext("fault", CLASSES[sort])


def how_label(sort: str, how: str) -> str:
    """The way of a fault in the user's language: places and names, or which label stands for which."""
    if sort in ("boundary", "speaker"):
        return ", ".join(pgettext("fault", part) for part in how.split(", ") if part)
    kind = "mode" if sort in ("missed", "false") else sort
    return " > ".join(pgettext(kind, part) for part in how.split(" > ") if part)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a statement: its class, and in which way (`how`)."""

    sort: str
    how: str


@dataclass(frozen=True, slots=True)
class Event:
    """An annotated statement with the one found for it, or either alone, and all that is wrong with it."""

    article: str
    gold: Told | None
    predicted: Told | None
    overlap: float
    faults: tuple[Fault, ...]

    @property
    def start(self) -> int:
        """Where it stands in the text."""
        return min(s.content.start for s in (self.gold, self.predicted) if s)

    @property
    def right(self) -> bool:
        """Whether content and speaker are both right: what a score is the probability of."""
        return self.gold is not None and self.predicted is not None and not self.has("speaker")

    def has(self, sort: str) -> bool:
        """Whether a fault of this class is among them."""
        return any(f.sort == sort for f in self.faults)

    @property
    def cue(self) -> str:
        """The words that attribute it, as found, else as annotated."""
        found = [s.cue.text for s in (self.predicted, self.gold) if s and s.cue]
        return found[0] if found else ""


def events(matched: Matched) -> tuple[Event, ...]:
    """All statements of both sides, in the order of the text."""
    return tuple(sorted(_events(matched), key=lambda e: (e.start, e.gold is None)))


def _events(matched: Matched) -> Iterator[Event]:
    name = matched.article.document.id
    for pair in matched.pairs:
        gold, predicted = matched.told(pair)
        faults = tuple(_faults(matched.ruler, gold, predicted, pair.overlap))
        yield Event(name, gold, predicted, pair.overlap, faults)
    for i in matched.missed:
        gold = matched.article.gold.statements[i]
        yield Event(name, gold, None, 0.0, (Fault("missed", gold.mode or ""),))
    for j in matched.false:
        predicted = matched.article.predicted.statements[j]
        yield Event(name, None, predicted, 0.0, (Fault("false", predicted.mode or ""),))


def _faults(ruler: Ruler, gold: Told, predicted: Told, overlap: float) -> Iterator[Fault]:
    if overlap < TIGHT:
        yield Fault("boundary", _off(ruler, gold.content, predicted.content))
    if not same_speaker(predicted, gold):
        yield Fault("speaker", "other name" if predicted.name else "no name")
    for label in ("mode", "act", "kind"):
        wanted, got = getattr(gold, label), getattr(predicted, label)
        if wanted != got:
            yield Fault(label, f"{wanted} > {got}")


def _off(ruler: Ruler, gold: Span, predicted: Span) -> str:
    """At which end the content is too long or too short."""
    (a, b), (c, d) = ruler.words(gold), ruler.words(predicted)
    start = "starts early" if c < a else "starts late" if c > a else ""
    end = "ends late" if d > b else "ends early" if d < b else ""
    return ", ".join(filter(None, (start, end)))


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A class of faults: how many, and how often each way of it, cue, rule and rule of the speaker."""

    sort: str
    count: int
    by: Mapping[str, Counter[str]]


def breakdown(found: Iterable[Event]) -> tuple[Breakdown, ...]:
    """The table of errors: every class, those without a fault too."""
    everything = tuple(found)
    cues = {fold(e.cue) for e in everything}
    return tuple(_of(sort, [e for e in everything if e.has(sort)], cues) for sort in CLASSES)


def _of(sort: str, wrong: list[Event], cues: set[str]) -> Breakdown:
    by = {
        "how": Counter(f.how for e in wrong for f in e.faults if f.sort == sort),
        "cue": Counter(plain_cue(e.cue, cues) or "-" for e in wrong),
        "rule": Counter(e.predicted.rule or "-" for e in wrong if e.predicted),
        "speaker_rule": Counter(e.predicted.speaker_rule or "-" for e in wrong if e.predicted),
    }
    return Breakdown(sort, len(wrong), by)


def plain_cue(cue: str, cues: set[str]) -> str:
    """The cue folded, without a conjunction that others of these cues do not have."""
    folded = fold(cue)
    return folded[1:] if folded[:1] in ("و", "ف") and folded[1:] in cues else folded
