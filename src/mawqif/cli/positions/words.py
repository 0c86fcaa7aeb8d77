"""The words for positions in time, and the lines in which they are told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mawqif.arabic import fold
from mawqif.cli.labels import chosen
from mawqif.cli.screen import filled, flat, isolated, screen, upright
from mawqif.i18n import N_, NP_, _, ngettext, pgettext
from mawqif.model import Aside, Date, News, Saying, Span, Stance, Stand, Step, Turn, Voice

STANCES = {
    Stance.SUPPORT: NP_("stance", "support"),
    Stance.OPPOSE: NP_("stance", "oppose"),
    Stance.CONDITIONAL: NP_("stance", "conditional"),
}
LEANING = {
    Stance.SUPPORT: NP_("stance", "support on a condition"),
    Stance.OPPOSE: NP_("stance", "oppose unless a condition is met"),
    None: NP_("stance", "conditional"),
}
TURNS = {
    Turn.FIRST: NP_("turn", "first seen"),
    Turn.RESTATED: NP_("turn", "restated"),
    Turn.CONDITION_ADDED: NP_("turn", "condition added"),
    Turn.CONDITION_DROPPED: NP_("turn", "said without its condition"),
    Turn.CONDITION_ALTERED: NP_("turn", "another condition"),
    Turn.REVERSED: NP_("turn", "reversed"),
    Turn.CONFLICTING: NP_("turn", "conflicting voices"),
}
ASIDES = {
    Aside.DENIED: NP_("aside", "denied having said it"),
    Aside.DECLINED: NP_("aside", "declined to comment"),
    Aside.RETRACTED: NP_("aside", "took it back"),
}
VOICES = {
    Voice.OWN: NP_("voice", "own voice"),
    Voice.ASCRIBED: NP_("voice", "as another says"),
    Voice.TOLD: NP_("voice", "as the outlet tells"),
}


LONG, AROUND = 320, 120  # characters of words that are shown whole, and around the evidence of longer ones
MARKS = '«»"“”'


def stance_label(stance: Stance | None, leaning: Stance | None) -> str:
    """A stance in the user's language, a conditional one with the way in which it leans."""
    if stance is None:
        return "-"
    return pgettext("stance", LEANING[leaning] if stance is Stance.CONDITIONAL else STANCES[stance])


def stand_label(stand: Stand | None) -> str:
    """What is held, in the user's language."""
    return stance_label(stand.stance, stand.direction) if stand else _("unclear")


def turn_label(turn: Turn) -> str:
    """What a step is beside the one before, in the user's language."""
    return pgettext("turn", TURNS[turn])


def news_label(item: News) -> str:
    """What a piece of news is, in the user's language."""
    if item.turn:
        return turn_label(item.turn)
    saying = item.saying
    if saying.aside:
        return pgettext("aside", ASIDES[saying.aside])
    return _("undated") if saying.voice is Voice.OWN else pgettext("voice", VOICES[saying.voice])


def to_stance(value: str) -> Stance:
    """The stance of this name."""
    return chosen(value, "stance", STANCES, N_("'{value}' is no stance; take one of {choices}"))


def chain_parts(saying: Saying) -> tuple[str, ...]:
    """Speaker, relays from the speaker outwards, outlet."""
    outlet = saying.outlet or _("unknown outlet")
    if saying.voice is Voice.TOLD or (saying.aside and not saying.statement):
        return (*saying.via, outlet)
    return (saying.speaker or _("unknown speaker"), *saying.via, outlet)


def chain(saying: Saying) -> str:
    """The chain with arrows in the direction of the messages."""
    arrow = " ← " if screen().rtl else " → "
    return arrow.join(isolated(flat(part)) for part in chain_parts(saying))


def quotation(span: Span) -> str:
    """Words of a report between quotation marks."""
    return quoted(flat(span.text).strip(MARKS))


def quoted(text: str) -> str:
    """Words between quotation marks."""
    return isolated(f"«{text}»")


def excerpt(saying: Saying) -> str:
    """The reported words, or of long ones what stands around those that show the stance."""
    text = flat(saying.quotation.text).strip(MARKS)
    if len(text) <= LONG:
        return text
    shown = flat(saying.evidence.text).strip(MARKS)
    at = max(text.find(shown), 0)
    first, last = max(at - AROUND, 0), min(at + len(shown) + AROUND, len(text))
    if first:
        first = text.find(" ", first, at) + 1 or first
    if last < len(text):
        last = max(text.rfind(" ", at + len(shown), last), at + len(shown))
    cut = text[first:last].strip()
    return f"{'… ' if first else ''}{cut}{' …' if last < len(text) else ''}"


def day_of(day: Date | None) -> str:
    """The day, or that it is unknown."""
    return upright(day) if day else _("no date")


def conditions(spans: Sequence[Span]) -> list[str]:
    """A line for each condition."""
    return [filled(_("condition: {words}"), words=quotation(span)) for span in spans]


def exceptions(spans: Sequence[Span]) -> list[str]:
    """A line for each exception."""
    return [filled(_("exception: {words}"), words=quotation(span)) for span in spans]


def restated(step: Step) -> str | None:
    """How often, by whom and where a stand was said again; None where it was said once in one report."""
    again, reports = len(step.utterances) - 1, len({s.report for s in step.sayings})
    if not again and reports < 2:
        return None
    times = ngettext("restated {n} time", "restated {n} times", again).format(n=again) if again else _("said once")
    who = listed(s.speaker for s in step.sayings)
    carried = ngettext("{n} report", "{n} reports", reports).format(n=reports)
    outlets = listed(s.outlet or _("unknown outlet") for s in step.sayings)
    return filled(_("{times}, by {who}; {reports}: {outlets}"), times=times, who=who, reports=carried, outlets=outlets)


def listed(names: Iterable[str | None], most: int = 4) -> str:
    """Each name once, the first few of them."""
    found = list({fold(name): name for name in names if name}.values())
    more = [f"+{len(found) - most}"] if len(found) > most else []
    return (_(", ").join([*found[:most], *more])) or "-"
